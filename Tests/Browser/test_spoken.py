"""A spoken message for who does not write: recorded, heard by one, typed out, read back, and gone (R-031, R-131)."""

import re
import shutil
import struct
import wave

import pytest
from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at

TYPED = "Ik krijg brieven die ik niet kan lezen."
RIGHT = "Ik krijg brieven van de bank die ik niet kan lezen."


@pytest.fixture(scope="module")
def with_microphone(browser):
    """A browser whose microphone hears a tone, and whose owner says yes to it."""
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])))
    speaking = browser.browser_type.launch(
        executable_path=program,
        args=["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    )
    yield speaking
    speaking.close()


@pytest.fixture
def speaking_phone(with_microphone):
    complaints = []
    context = with_microphone.new_context(**PHONE, locale="nl-NL", timezone_id="Europe/Amsterdam")
    context.set_default_timeout(10_000)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert not complaints, complaints


def tone(path, seconds=2):
    """A small WAV, as a telephone's own recorder could have made it."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"".join(struct.pack("<h", (n % 40 - 20) * 300) for n in range(8000 * seconds)))
    return path


def newest_question(page, base):
    page.goto(base + "/vragen")
    while page.get_by_role("link", name="Meer vragen").count():
        page.get_by_role("link", name="Meer vragen").click()
    return page.locator("ul.plain > li.card").last


def length(page):
    """Loads the first player on the page and says how many seconds it plays."""
    page.evaluate("() => { const audio = document.querySelector('audio'); audio.preload = 'auto'; audio.load() }")
    page.wait_for_function("() => document.querySelector('audio').readyState > 0")
    return page.evaluate("() => document.querySelector('audio').duration")


def the_rest(owner, plan, server, open_device, javascript, name, seconds):
    """From the waiting list to "Klopt": the same for every recording."""
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke Dijkstra")
    assert femke.goto(plan).status == 404
    card = newest_question(femke, server.base)
    expect(card.get_by_text("Ingesproken bericht", exact=True)).to_be_visible()
    expect(card.locator("audio")).to_have_count(0)
    looked_at(femke, f"{name}-05-de-lijst")
    card.get_by_role("button", name="Ik pak dit op").click()
    expect(femke).to_have_url(plan)
    looked_at(femke, f"{name}-06-uittypen")
    sound = femke.locator("audio").get_attribute("src")
    if javascript:
        assert length(femke) == pytest.approx(seconds, abs=1.5)
    femke.get_by_role("button", name=re.compile("nalezen")).click()
    expect(femke.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    femke.get_by_label(re.compile("Uitgetypt")).fill(TYPED)
    femke.get_by_role("button", name=re.compile("nalezen")).click()
    expect(femke.get_by_text("Je typte dit uit.")).to_be_visible()
    looked_at(femke, f"{name}-07-uitgetypt")

    owner.goto(plan)
    expect(owner.get_by_text("Het is uitgetypt.")).to_be_visible()
    looked_at(owner, f"{name}-08-nalezen")
    assert owner.goto(server.base + sound).status in (200, 206)
    owner.goto(plan)
    owner.get_by_label("Zo staat het er in uw woorden").fill(RIGHT)
    owner.get_by_role("button", name="Klopt").click()
    expect(owner.get_by_text(RIGHT).first).to_be_visible()
    expect(owner.locator("audio")).to_have_count(0)
    looked_at(owner, f"{name}-09-klopt")
    for page in (owner, femke):
        assert page.goto(server.base + sound).status == 404
    owner.goto(plan)
    owner.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(owner.get_by_text("typte de opname uit")).to_be_visible()


def test_spoken_heard_typed_out_and_gone(server, speaking_phone, open_device):
    page = speaking_phone.new_page()
    page.goto(f"{server.base}/wijken/oosterhof")
    looked_at(page, "spoken-js-01-de-wijk")
    page.get_by_role("link", name="Of spreek het in").click()
    expect(page.get_by_label("Uw geluidsopname")).to_be_hidden()
    looked_at(page, "spoken-js-02-inspreken")
    page.get_by_role("button", name="Neem op").press("Enter")
    expect(page.get_by_text("De opname loopt.")).to_be_visible()
    expect(page.get_by_text(re.compile("0:02"))).to_be_visible()
    looked_at(page, "spoken-js-03-de-opname-loopt")
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.get_by_text("Uw opname is klaar.")).to_be_visible()
    seconds = length(page)
    assert seconds > 1.5
    page.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 02 31")
    looked_at(page, "spoken-js-04-klaar")

    # What does not arrive stays, and can be sent again.
    page.route("**/ingesproken", lambda route: route.abort())
    page.get_by_role("button", name="Stuur naar het team").click()
    expect(page.get_by_text("Versturen lukte niet.")).to_be_visible()
    page.unroute("**/ingesproken")
    speaking_phone.set_offline(True)
    page.get_by_role("button", name="Stuur naar het team").click()
    expect(page.get_by_text("Versturen lukte niet.")).to_be_visible()
    speaking_phone.set_offline(False)
    page.get_by_role("button", name="Stuur naar het team").click()
    expect(page.get_by_role("heading", name="Bewaar deze code")).to_be_visible()
    page.get_by_label("Hoe wilt u genoemd worden?").fill("Halima")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Dit sprak u in.")).to_be_visible()
    looked_at(page, "spoken-js-04-wacht")
    the_rest(page, page.url, server, open_device, True, "spoken-js", seconds)


def test_a_telephones_own_recorder_does_the_same(server, open_device, tmp_path):
    page = open_device(PHONE, javascript=False).new_page()
    page.goto(f"{server.base}/wijken/oosterhof")
    page.get_by_role("link", name="Of spreek het in").click()
    looked_at(page, "spoken-nojs-02-inspreken")
    letter = tmp_path / "brief.txt"
    letter.write_text("Geen geluid.")
    page.get_by_label("Uw geluidsopname").set_input_files(letter)
    page.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 02 32")
    page.get_by_role("button", name="Stuur naar het team").click()
    expect(page.get_by_text("Dit bestand kunnen we niet laten horen.").first).to_be_visible()
    expect(page.get_by_label(re.compile("Uw telefoonnummer"))).to_have_value("06 00 00 02 32")
    looked_at(page, "spoken-nojs-03-geen-geluid")
    page.get_by_label("Uw geluidsopname").set_input_files(tone(tmp_path / "opname.wav"))
    page.get_by_role("button", name="Stuur naar het team").click()
    expect(page.get_by_role("heading", name="Bewaar deze code")).to_be_visible()
    page.get_by_role("link", name="Naar mijn plan").click()
    looked_at(page, "spoken-nojs-04-wacht")
    the_rest(page, page.url, server, open_device, False, "spoken-nojs", 2)


def test_she_throws_her_recording_away(server, open_device, tmp_path):
    page = open_device(PHONE).new_page()
    page.goto(f"{server.base}/wijken/de-kolk/inspreken")
    # This browser has no microphone, or may not use it: in words, and the other way is still there.
    page.get_by_role("button", name="Neem op").click()
    expect(page.get_by_role("alert").filter(has_text=re.compile("yp het hieronder, of bel"))).to_be_visible()
    looked_at(page, "spoken-weg-01-geen-microfoon")
    page.get_by_label("Uw geluidsopname").set_input_files(tone(tmp_path / "opname.wav"))
    page.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 02 33")
    page.get_by_role("button", name="Stuur naar het team").click()
    page.get_by_role("link", name="Naar mijn plan").click()
    assert length(page) == pytest.approx(2, abs=0.2)
    page.get_by_text("Wilt u de opname weg hebben?").click()
    looked_at(page, "spoken-weg-02-weg")
    page.get_by_role("button", name="Gooi de opname weg").click()
    expect(page.locator("audio")).to_have_count(0)
    daan = open_device(PHONE).new_page()
    login_as(daan, server.base, "Daan Verhulst")
    expect(newest_question(daan, server.base).get_by_text("Bel om te horen wat er is.")).to_be_visible()


def test_two_minutes_is_the_most_and_it_stops_by_itself(server, speaking_phone):
    page = speaking_phone.new_page()
    # A minute passes in every second of this page's clock.
    page.add_init_script("{ const now = performance.now.bind(performance); performance.now = () => now() * 60 }")
    page.goto(f"{server.base}/wijken/oosterhof/inspreken")
    page.get_by_role("button", name="Neem op").click()
    expect(page.get_by_text("De twee minuten zijn om.")).to_be_visible()
    expect(page.get_by_role("button", name="Neem opnieuw op")).to_be_visible()
