"""Real mail: a link that opens her plan once, news without a word of it, a mail server that is down, and being killed
in the middle. msmtp hands over to a real SMTP server."""

import asyncio
import email
import email.policy
import random
import re
import subprocess
import time

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import expect

import cluster
from conftest import engines
from server import BINARY, ROOT, Server
from support import DESKTOP, PHONE, looked_at
from test_faults import Device, check

WORDS = "Donderdag komt de deurwaarder."
PASSWORD = "een lang wachtwoord"


class Mailbox:
    """A mail server with one box for everybody."""

    def __init__(self, port):
        self.port = port
        self.messages = []
        self.began = 0
        self.holds = False

    async def handle_DATA(self, server, session, envelope):
        self.began += 1
        while self.holds:
            await asyncio.sleep(0.05)
        self.messages.append(email.message_from_bytes(envelope.original_content, policy=email.policy.default))
        return "250 OK"

    def open(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def close(self):
        self.controller.stop()

    def to(self, address):
        return [message for message in self.messages if address in message["To"]]

    def wait(self, count, seconds=20):
        deadline = time.monotonic() + seconds
        while len(self.messages) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(self.messages) >= count, f"{len(self.messages)} of {count} mails came"
        return self.messages[count - 1]


@pytest.fixture
def mailbox():
    box = Mailbox(cluster.free_port())
    box.open()
    yield box
    box.holds = False
    box.close()


@pytest.fixture(params=engines())
def municipality(request, tmp_path, mailbox):
    """A municipality with a team and Femke, that sends mail through msmtp. Call it to start it (again)."""
    postgresql = cluster.Cluster() if request.param == "postgresql" else None
    database = postgresql.url if postgresql else tmp_path / "stad.sqlite"
    config = tmp_path / "msmtprc"
    config.write_text(
        f"account default\nhost 127.0.0.1\nport {mailbox.port}\nfrom plan@voorbeeldstad.example\ntls off\nauth off\n")
    store = ["--database", database, "--key-file", tmp_path / "sleutel"]

    def command(*words, said=""):
        subprocess.run([BINARY, *words, *store], cwd=ROOT, input=said, text=True, check=True, capture_output=True)

    command("team", "--name", "Team Oosterhof", "--phone", "0123 45 67 89", "--area", "oosterhof=Oosterhof")
    command("account", "--name", "Femke Dijkstra", "--login", "femke", "--role", "generalist", "--area", "oosterhof",
            said=PASSWORD + "\n")
    servers = []

    def start():
        servers.append(Server(request.param, database, tmp_path, lambda base: [
            "--municipality", "Voorbeeldstad", "--public-address", base, "--log-level", "info",
            "--sendmail", f"/usr/bin/msmtp -C {config} -i -t", "--mail-from", "plan@voorbeeldstad.example"]))
        return servers[-1]

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.stop()
    if postgresql:
        postgresql.stop()


def begin(server, address):
    """A resident asks a question; her way to be reached is this address."""
    resident = Device(server.base)
    page = resident.request("GET", "/wijken/oosterhof")[2]
    fields = {"formulier": Device.mark(page), "zin": WORDS, "bereik": address, "keuze": "team"}
    assert resident.request("POST", "/wijken/oosterhof/vragen", fields)[0] == 303
    return resident


def take_up(server):
    femke = Device(server.base)
    page = femke.request("GET", "/inloggen")[2]
    fields = {"formulier": Device.mark(page), "naam": "femke", "wachtwoord": PASSWORD}
    assert femke.request("POST", "/inloggen", fields)[0] == 303
    page = femke.request("GET", "/vragen")[2]
    action = re.search(r'action="(/vragen/[^"]+/aanname)"', page).group(1)
    assert femke.request("POST", action, {"formulier": Device.mark(page)})[0] == 303


def ask_for_link(server, address):
    visitor = Device(server.base)
    mark = Device.mark(visitor.request("GET", "/code")[2])
    assert visitor.request("POST", "/links", {"formulier": mark, "adres": address})[:2] == (303, "/links")


def text(message):
    return message.get_content()


def metric(server, name):
    found = re.search(rf"^{re.escape(name)} (\d+)$", Device(server.base).request("GET", "/metrics")[2], re.M)
    return int(found.group(1)) if found else 0


def wait_for(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert condition()


def test_a_link_by_mail_opens_her_plan_once(municipality, mailbox, open_device, javascript):
    name = f"mail-{'js' if javascript else 'nojs'}"
    server = municipality()
    hana = open_device(PHONE, javascript=javascript).new_page()
    hana.goto(f"{server.base}/wijken/oosterhof")
    hana.get_by_label("In uw eigen woorden").fill(WORDS)
    hana.get_by_role("button", name="Verder").click()
    hana.get_by_label(re.compile("Uw telefoonnummer")).fill("hana@voorbeeld.nl")
    hana.get_by_role("button", name="Stuur naar het team").click()
    expect(hana.get_by_text("Leest iemand anders uw mail?")).to_be_visible()
    looked_at(hana, f"{name}-01-mail-van-ons")
    plan = re.search(r"/plannen/[^/]+", hana.url).group(0)
    code = hana.locator(".code").inner_text()

    take_up(server)
    news = mailbox.wait(1)
    assert [address.addr_spec for address in news["To"].addresses] == ["hana@voorbeeld.nl"]
    assert [str(address) for address in news["From"].addresses] == \
        ["Gemeente Voorbeeldstad <plan@voorbeeldstad.example>"]
    assert news["Subject"] == "Er is iets nieuws in uw plan"
    assert f"{server.base}/" in text(news).splitlines() and "0123 45 67 89" in text(news)

    # Another telephone, and the paper with the code is gone.
    phone = open_device(PHONE, javascript=javascript).new_page()
    phone.goto(server.base + "/code")
    looked_at(phone, f"{name}-02-code-kwijt")
    phone.get_by_role("button", name="Stuur mij een link").click()
    expect(phone.get_by_role("alert")).to_be_visible()
    looked_at(phone, f"{name}-03-geen-adres")
    phone.get_by_label("Uw e-mailadres").fill("Hana@Voorbeeld.nl")
    phone.get_by_role("button", name="Stuur mij een link").click()
    expect(phone.get_by_role("heading", name="Kijk in uw mail")).to_be_visible()
    looked_at(phone, f"{name}-04-kijk-in-uw-mail")
    mail = mailbox.wait(2)
    link = next(line for line in text(mail).splitlines() if line.startswith("http"))
    for message in mailbox.messages:
        whole = str(message) + text(message)
        for word in ["Hana", "deurwaarder", "Femke", "Oosterhof", plan.split("/")[-1], *code.split()]:
            assert word not in whole, f"the mail says {word}"

    phone.goto(link)
    looked_at(phone, f"{name}-05-open-uw-plan")
    phone.get_by_role("button", name="Open mijn plan").click()
    expect(phone.get_by_text(WORDS).first).to_be_visible()
    stranger = open_device(DESKTOP, javascript=javascript).new_page()
    assert stranger.goto(link).status == 404
    looked_at(stranger, f"{name}-06-link-voorbij")

    phone.goto(f"{server.base}{plan}/inzagen")
    expect(phone.get_by_text("mailde een link om binnen te komen")).to_be_visible()
    phone.goto(f"{server.base}{plan}/code")
    phone.get_by_role("button", name="Zet de mail uit").click()
    expect(phone.get_by_text("Wij mailen u niet.")).to_be_visible()
    looked_at(phone, f"{name}-07-mail-uit")
    ask_for_link(server, "hana@voorbeeld.nl")
    time.sleep(3)
    assert len(mailbox.messages) == 2
    log = server.log.read_text()
    assert "outcome=sent" in log
    for word in ["hana", "Hana", "voorbeeld.nl", link.split("/")[-1]]:
        assert word not in log, f"the log says {word}"


def test_a_mail_server_that_was_down_gets_the_mail_once(municipality, mailbox):
    server = municipality()
    begin(server, "hana@voorbeeld.nl")
    mailbox.close()
    take_up(server)
    wait_for(lambda: metric(server, 'mails_total{outcome="again"}') == 1)
    assert metric(server, "mails_waiting") == 1
    mailbox.open()
    mailbox.wait(1, seconds=90)
    wait_for(lambda: metric(server, 'mails_total{outcome="sent"}') == 1)
    time.sleep(3)
    assert len(mailbox.messages) == 1


def test_killed_between_handing_over_and_the_answer_it_arrives_once(municipality, mailbox):
    server = municipality()
    begin(server, "hana@voorbeeld.nl")
    mailbox.holds = True
    take_up(server)
    wait_for(lambda: mailbox.began == 1)
    server.process.kill()
    server.process.wait()
    again = municipality()
    time.sleep(3)
    assert mailbox.began == 1 and metric(again, "mails_waiting") == 1
    mailbox.holds = False
    wait_for(lambda: metric(again, 'mails_total{outcome="sent"}') == 1)
    time.sleep(3)
    assert len(mailbox.messages) == 1
    again.stop()
    found = check(again)
    assert found.returncode == 0, found.stdout + found.stderr


def test_killed_again_and_again_no_mail_is_lost_and_none_comes_twice(municipality, mailbox):
    chance = random.Random(20)
    server = municipality()
    addresses = [f"inwoner{number}@voorbeeld.nl" for number in range(9)]
    for address in addresses:
        begin(server, address)
        ask_for_link(server, address)
    for _ in range(5):
        time.sleep(chance.uniform(0.05, 0.8))
        server.process.kill()
        server.process.wait()
        server = municipality()
    mailbox.wait(len(addresses), seconds=60)
    wait_for(lambda: metric(server, "mails_waiting") == 0)
    time.sleep(2)
    for address in addresses:
        assert len(mailbox.to(address)) == 1, f"{len(mailbox.to(address))} mails to {address}"
    server.stop()
    found = check(server)
    assert found.returncode == 0, found.stdout + found.stderr
