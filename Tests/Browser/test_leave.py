"""The owner takes her plan along, has everything erased, and comes back with her file (R-009, R-128)."""

import json
import re
import subprocess

from playwright.sync_api import expect

from server import BINARY
from support import DESKTOP, PHONE, looked_at

SENTENCE = "Ik wil alles kunnen meenemen."


def begin(page, base):
    page.goto(f"{base}/wijken/oosterhof")
    page.get_by_label("In uw eigen woorden").fill(SENTENCE)
    page.get_by_role("button", name="Verder").click()
    page.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 00 09")
    page.get_by_role("button", name="Stuur naar het team").click()
    page.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill("Noor")
    page.get_by_role("button", name="Bewaar").click()


def test_taking_along_erasing_and_coming_back(server, open_device, javascript, tmp_path):
    name = f"leave-{'js' if javascript else 'nojs'}"
    noor = open_device(PHONE, javascript=javascript).new_page()
    begin(noor, server.base)
    plan = noor.url
    noor.get_by_role("link", name="Meenemen of wissen").click()
    looked_at(noor, f"{name}-01-meenemen")

    # One A4, with whom to call on it.
    noor.get_by_role("link", name="Bekijk het blad").click()
    looked_at(noor, f"{name}-02-papier")
    expect(noor.get_by_text(SENTENCE)).to_be_visible()
    if javascript:
        assert len(re.findall(rb"/Type\s*/Page\b", noor.pdf(format="A4"))) == 1
    noor.go_back()

    # One file, with everything in it.
    with noor.expect_download() as download:
        noor.get_by_role("link", name="Bewaar het bestand").click()
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    taken = json.loads(file.read_text())
    assert taken["plan"]["eigenaar"]["naam"] == "Noor"
    assert [story["tekst"] for story in taken["verhalen"]] == [SENTENCE]
    assert taken["inzagen"][0]["gebeurtenis"] == "plan-meegenomen"

    # Without the tick nothing happens; later can be taken back.
    noor.get_by_role("button", name="Alles wissen").click()
    expect(noor.locator("#begrepen-fout")).to_be_visible()
    looked_at(noor, f"{name}-03-vinkje")
    noor.get_by_label("Ik begrijp dat alles dan weg is.").check()
    noor.get_by_role("button", name="Alles wissen").click()
    expect(noor.get_by_text(re.compile(r"Op .* wordt alles gewist\."))).to_be_visible()
    looked_at(noor, f"{name}-04-wacht")
    noor.get_by_role("button", name="Toch bewaren").click()
    expect(noor.get_by_text("wordt alles gewist")).to_have_count(0)

    # At once, and then it is gone in every window.
    other = noor.context.new_page()
    other.goto(plan)
    noor.get_by_role("link", name="Meenemen of wissen").click()
    noor.get_by_text("Nu meteen").click()
    noor.get_by_label("Ik begrijp dat alles dan weg is.").check()
    noor.get_by_role("button", name="Alles wissen").click()
    expect(noor.get_by_role("heading", name="Alles is gewist")).to_be_visible()
    looked_at(noor, f"{name}-05-gewist")
    assert other.reload().status == 404

    # Only her own file brings it back.
    program = [BINARY, "import", file, "--database", server.database, "--key-file", server.key_file]
    back = subprocess.run(program, capture_output=True, text=True)
    assert back.returncode == 0, back.stderr
    again = subprocess.run(program, capture_output=True, text=True)
    assert again.returncode != 0 and "still there" in again.stderr
    sister = open_device(DESKTOP, javascript=javascript).new_page()
    assert sister.goto(plan).status == 404, "her session did not come back, and nobody else's opens it"
