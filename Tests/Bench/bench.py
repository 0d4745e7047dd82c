"""Measures the house against the server it stands on, in one run on one machine.

Called by bin/bench with the release binary. Every figure is a ratio to something measured minutes
before in the same run: pages to a bare route of the same server, ticked steps to durable single-row
commits of the same engine. Exit code 1 when a limit of the design is not met.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@dataclass
class Load:
    per_second: float
    p50_ms: float
    p99_ms: float
    failed: int

    @staticmethod
    def median(loads: "list[Load]") -> "Load":
        return Load(
            median(load.per_second for load in loads), median(load.p50_ms for load in loads),
            median(load.p99_ms for load in loads), sum(load.failed for load in loads))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """One running server with its own database."""

    def __init__(self, binary: str, folder: Path, plans: int):
        self.binary, self.folder, self.plans = binary, folder, plans
        self.database = str(folder / "bench.sqlite")
        self.key = str(folder / "sleutel")
        self.files: dict[str, Path] = {}

    def fill(self) -> float:
        start = time.monotonic()
        output = subprocess.run(
            [self.binary, "fill", "--plans", str(self.plans), "--database", self.database, "--key-file", self.key],
            check=True, capture_output=True, text=True).stdout
        self.people = json.loads(output.strip().splitlines()[-1])
        return time.monotonic() - start

    def start(self) -> float:
        """Seconds from starting the program to its first answer to a resident."""
        self.port = free_port()
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), "--database", self.database, "--key-file", self.key,
             "--home", str(ROOT), "--per-address", "100000000", "--bare-route", "--log-level", "warning"],
            stdout=subprocess.DEVNULL)
        owner = self.people["owners"][0]
        while True:
            try:
                self.get(f"/plannen/{owner['plan']}", owner["token"])
                return time.monotonic() - begun
            except OSError:
                if self.process.poll() is not None or time.monotonic() - begun > 60:
                    raise SystemExit("the server does not answer")
                time.sleep(0.005)

    def get(self, path: str, token: str) -> str:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Cookie": f"__Host-bk={token}"})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.read().decode()

    def prepare(self):
        """Writes what the load generator sends: a line per resident."""
        lines = []
        for owner in self.people["owners"]:
            page = self.get(f"/plannen/{owner['plan']}", owner["token"])
            mark = re.search(r'name="formulier" value="([0-9a-f]+)"', page).group(1)
            lines.append(f"{owner['token']} {owner['plan']} {owner['steps'][0]} {mark}")
        self.files["owners"] = self.folder / "owners.txt"
        self.files["owners"].write_text("\n".join(lines) + "\n")
        for name, token in self.people["workers"].items():
            self.files[name] = self.folder / f"worker-{name}.txt"
            self.files[name].write_text(f"{token} - - -\n")

    def load(self, kind: str, file: str, connections: int, seconds: int) -> Load:
        output = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(HERE / "load.lua"),
             f"http://127.0.0.1:{self.port}", "--", kind, str(self.files[file])],
            check=True, capture_output=True, text=True).stdout
        found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)", output)
        requests, microseconds, p50, p99, status, broken = map(int, found.groups())
        return Load(requests / (microseconds / 1e6), p50 / 1000, p99 / 1000, status + broken)

    def memory_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=20) != 0:
            raise SystemExit("the server did not stop well")


class Report:
    def __init__(self):
        self.missed = 0

    def line(self, what: str, figure: str, limit: str = "", holds: bool | None = None):
        verdict = "" if holds is None else ("holds" if holds else "MISSED")
        self.missed += holds is False
        print(f"{what:<46} {figure:>34}   {limit:<26} {verdict}", flush=True)


def measure(house: House, report: Report, seconds: int, rounds: int) -> dict[str, Load]:
    """Everything in turn, a few times over: what else the machine does meanwhile then touches all of them alike.
    Of each figure the median of the rounds counts."""
    kinds = {"bare": ("bare", "owners", 8), "page": ("page", "owners", 8), "tick": ("tick", "owners", 8)}
    kinds |= {f"list {name}": ("list", name, 8) for name in house.people["workers"]}
    kinds["page 64"] = ("page", "owners", 64)
    for load in kinds.values():
        house.load(*load, 2)
    taken = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, load in kinds.items():
            taken[name].append(house.load(*load, max(1, seconds // rounds)))
    loads = {name: Load.median(of) for name, of in taken.items()}
    for name, load in loads.items():
        if load.failed:
            report.line(f"{name}: answers that were no success", str(load.failed), "0", False)
    return loads


def shown(load: Load) -> str:
    return f"{load.per_second:,.0f}/s p50 {load.p50_ms:.1f} p99 {load.p99_ms:.1f} ms"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=0, help="compare with a database of this many plans")
    parser.add_argument("--seconds", type=int, default=15, help="of load for each figure, over all rounds")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    folder = ROOT / "data" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    report = Report()
    pages = {}
    for plans in [arguments.plans] + ([arguments.large] if arguments.large else []):
        here = folder / str(plans)
        here.mkdir(parents=True)
        house = House(arguments.binary, here, plans)
        print(f"\n{plans:,} plans, made by the program itself in {house.fill():.0f} s, "
              f"{os.path.getsize(house.database) / 1e6:.0f} MB")
        commits = float(subprocess.run(
            [house.binary, "commits", "--database", str(here / "loop.sqlite"), "--key-file", house.key],
            check=True, capture_output=True, text=True).stdout)
        started = house.start()
        house.prepare()
        loads = measure(house, report, arguments.seconds, arguments.rounds)
        pages[plans] = loads["page"].per_second / loads["bare"].per_second
        bare, page, tick = loads["bare"], loads["page"], loads["tick"]
        report.line("bare route, 8 connections", shown(bare))
        report.line("durable single-row commits in a bare loop", f"{commits:,.0f}/s")
        report.line("plan page with its access record, 8", shown(page))
        report.line("  as part of the bare route", f"{pages[plans]:.1%}", "at least 10%", pages[plans] >= 0.10)
        report.line("  p99", f"{page.p99_ms:.1f} ms", "under 25 ms", page.p99_ms < 25)
        report.line("plan page, 64 connections", shown(loads["page 64"]))
        report.line("a step ticked through its form, 8", shown(tick))
        report.line("  as part of bare commits", f"{tick.per_second / commits:.1%}", "at least a third",
                    tick.per_second >= commits / 3)
        report.line("  p99", f"{tick.p99_ms:.1f} ms", "under 25 ms", tick.p99_ms < 25)
        lists = [loads[f"list {name}"] for name in house.people["workers"]]
        for name, load in zip(house.people["workers"], lists):
            report.line(f"list of a worker with {name} plans, 8", shown(load), "p99 under 25 ms", load.p99_ms < 25)
        if len(lists) == 2:
            ratio = lists[0].per_second / lists[1].per_second
            report.line("  cost of the long list to the short one", f"{ratio:.2f}", "the same (within 15%)",
                        0.85 < ratio < 1.15)
        memory = house.memory_mb()
        report.line("memory at its highest", f"{memory:.0f} MB", "under 200 MB", memory < 200)
        report.line("from start to first answer", f"{started * 1000:.0f} ms", "under 1 s", started < 1)
        house.stop()
    if arguments.large:
        ratio = pages[arguments.plans] / pages[arguments.large]
        report.line("cost of a page at the larger size", f"{ratio:.2f} times", "at most 1.3", ratio <= 1.3)
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
