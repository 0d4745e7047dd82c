"""What may go wrong: the process dies in the middle, a hand changes the journal, somebody copies the file."""

import http.client
import re
import sqlite3
import subprocess
import threading
import urllib.parse

import pytest

import cluster
from conftest import engines
from server import BINARY, ROOT, Server


class Device:
    """A browser without a screen: cookies, and forms with their mark."""

    def __init__(self, base):
        self.host = base.removeprefix("http://")
        self.cookies = {}

    def request(self, method, path, fields=None):
        connection = http.client.HTTPConnection(self.host, timeout=10)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, value = header.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer.status, answer.headers.get("Location"), text

    def become(self, name):
        page = self.request("GET", "/demo")[2]
        card = next(part for part in page.split("<li") if f"<b>{name}" in part)
        path = re.search(r'action="(/demo/[^"]+)"', card).group(1)
        location = self.request("POST", path, {"formulier": self.mark(page)})[1]
        return location

    @staticmethod
    def mark(page):
        return re.search(r'name="formulier" value="([0-9a-f]+)"', page).group(1)


def check(server):
    return subprocess.run(
        [BINARY, "check", "--database", server.database, "--key-file", server.key_file],
        cwd=ROOT, capture_output=True, text=True)


@pytest.fixture(params=engines())
def own_server(request, tmp_path):
    """A server of this test's own, to be killed and started again on the same database."""
    postgresql = cluster.Cluster() if request.param == "postgresql" else None
    database = postgresql.url if postgresql else tmp_path / "waterveen.sqlite"
    servers = []

    def start():
        servers.append(Server(request.param, database, tmp_path))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.stop()
    if postgresql:
        postgresql.stop()


def test_killed_while_writing_loses_nothing_it_promised(own_server):
    server = own_server()
    samira = Device(server.base)
    plan = samira.become("Samira")
    mark = Device.mark(samira.request("GET", plan)[2])
    promised, going = [], threading.Event()

    def write(number):
        count = 0
        while not going.is_set():
            words = f"Zin {number}-{count} van Samira."
            count += 1
            try:
                status, _, _ = samira.request("POST", plan + "/verhalen", {"formulier": mark, "woorden": words})
            except (OSError, http.client.HTTPException):
                return  # the answer did not come: nothing was promised
            if status == 303:
                promised.append(words)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    while len(promised) < 60 and any(writer.is_alive() for writer in writers):
        threading.Event().wait(0.01)
    server.process.kill()
    server.process.wait()
    going.set()
    for writer in writers:
        writer.join()
    assert len(promised) >= 60
    again = own_server()
    after = Device(again.base)
    story = after.request("GET", after.become("Samira") + "/verhaal")[2]
    lost = [words for words in promised if words not in story]
    assert not lost, f"{len(lost)} of {len(promised)} promised texts are gone"
    again.stop()
    found = check(again)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_journal_row_changed_by_hand_is_found(tmp_path):
    server = Server("sqlite", tmp_path / "waterveen.sqlite", tmp_path)
    server.stop()
    assert check(server).returncode == 0
    with sqlite3.connect(server.database) as database:
        household = database.execute("SELECT household_id FROM journal WHERE seq = 3").fetchone()[0]
        database.execute("UPDATE journal SET role = 'council' WHERE household_id = ? AND seq = 3", [household])
    found = check(server)
    assert found.returncode == 1
    assert household in found.stdout and "3" in found.stdout, found.stdout


def test_a_copied_file_shows_no_person(tmp_path):
    server = Server("sqlite", tmp_path / "waterveen.sqlite", tmp_path)
    samira = Device(server.base)
    plan = samira.become("Samira")
    pages = samira.request("GET", plan)[2] + samira.request("GET", plan + "/verhaal")[2]
    people = re.findall(r"<b>([^<]+)</b><span>", samira.request("GET", "/demo")[2])
    server.stop()
    told = re.findall(r'class="told">([^<]+)<', pages) + re.findall(r"<blockquote>([^<]+)<", pages)
    telephones = re.findall(r"tel:(\d+)", pages)
    secrets = set(told) | set(people) | {"Laila", "Yara", "deurwaarder"} | {
        word for sentence in told for word in sentence.split() if len(word) > 7}
    assert len(secrets) > 20
    for file in tmp_path.glob("waterveen.sqlite*"):
        content = subprocess.run(["strings", "-n", "3", file], capture_output=True).stdout.decode(errors="replace")
        raw = file.read_bytes()
        found = [secret for secret in secrets if secret in content or secret.encode() in raw]
        assert not found, f"{file.name} shows {found}"
    assert telephones
