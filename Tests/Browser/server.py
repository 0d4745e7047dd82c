"""The program under test, as a process of its own with a database of its own."""

import os
import pathlib
import subprocess
import time
import urllib.error
import urllib.request

from cluster import dies_with_us, free_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("BURGERKRACHT_BINARY", ROOT / ".build/debug/burgerkracht"))


class Server:
    """`burgerkracht serve` on a free loopback port, with the demo unless told otherwise; `base` is its address,
    `log` what it said. `options` gets the address and says with what it is served."""

    def __init__(self, engine, database, folder, options=lambda base: ["--demo"]):
        assert BINARY.exists(), f"{BINARY} is not there: bin/test browser builds it first"
        self.engine = engine
        self.database = database
        self.key_file = folder / "sleutel"
        self.log = folder / "log"
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*dies_with_us("TERM"), BINARY, "serve", *options(self.base), "--host", "127.0.0.1", "--port", str(port),
                 "--database", database, "--key-file", self.key_file, "--home", ROOT,
                 # All journeys of an engine come from one address, and each begins with a question.
                 "--questions-at-once", "1000"],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self._wait()

    def _wait(self):
        deadline = time.monotonic() + 120  # the first start also makes the demo's town
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.base + "/gezond", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.05)
        self.process.kill()
        self.process.wait()
        raise AssertionError(f"the server did not answer /gezond on {self.engine}; it said:\n{self.said()}")

    def said(self):
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self):
        """Asks it to stop; it finishes what it was doing and leaves with code 0 within ten seconds."""
        fallen = self.process.poll()
        assert fallen is None, f"the server fell over during the tests, with code {fallen}; it said:\n{self.said()}"
        self.process.terminate()
        try:
            code = self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"ten seconds after SIGTERM the server still ran; it said:\n{self.said()}")
        assert code == 0, f"the server left with code {code}; it said:\n{self.said()}"
