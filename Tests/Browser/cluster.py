"""A PostgreSQL server of the test run: a cluster of its own in a temporary folder, on a free port of the
loopback interface, gone when the run ends."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

USER = "burgerkracht"


def programs():
    """The folder of PostgreSQL's programs: Debian's newest, else what PATH finds; None when it is not there."""
    debian = glob.glob("/usr/lib/postgresql/*/bin/initdb")
    found = max(debian, key=lambda path: float(path.split("/")[4]), default=None) or shutil.which("initdb")
    return os.path.dirname(os.path.realpath(found)) if found else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def dies_with_us(signal):
    """What comes before a command so that it gets this signal when this process is killed."""
    return ["setpriv", "--pdeathsig", signal] if shutil.which("setpriv") else []


class Cluster:
    def __init__(self):
        folder = programs()
        assert folder, "PostgreSQL is not installed (no initdb): bin/setup test installs it"
        self.folder = tempfile.mkdtemp(prefix="burgerkracht-pg-")
        self.log = os.path.join(self.folder, "log")
        self.port = free_port()
        self.url = f"postgresql://{USER}@127.0.0.1:{self.port}/postgres"
        self.account = self._account()
        cluster = os.path.join(self.folder, "cluster")
        self._run(
            [f"{folder}/initdb", "-D", cluster, "-A", "trust", "--no-sync", "-U", USER, "-E", "UTF8", "--locale=C"]
        ).wait()
        self.server = self._run(
            [*dies_with_us("INT"), f"{folder}/postgres", "-D", cluster, "-p", str(self.port),
             "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.folder}"]
        )
        self._wait(f"{folder}/pg_isready")

    def _account(self):
        """PostgreSQL refuses to run as root: it then runs as an account that may do little."""
        if os.geteuid() != 0:
            return {}
        names = {account.pw_name: account for account in pwd.getpwall()}
        account = names.get("postgres") or names["nobody"]
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def _run(self, command):
        with open(self.log, "a") as log:
            return subprocess.Popen(
                command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "LC_ALL": "C"}, **self.account,
            )

    def _wait(self, is_ready):
        deadline = time.monotonic() + 60
        while self.server.poll() is None and time.monotonic() < deadline:
            if subprocess.run([is_ready, "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode == 0:
                return
            time.sleep(0.1)
        words = open(self.log).read()
        self.stop()
        raise AssertionError(f"PostgreSQL did not start:\n{words}")

    def stop(self):
        if self.server.poll() is None:
            self.server.send_signal(2)  # SIGINT: end the sessions and stop at once
            try:
                self.server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
