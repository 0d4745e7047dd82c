"""D1, steps 6 and 8: a proposal gets "nu niet" and nothing changes; her own yardstick goes from 2 to 6 (R-005, R-097)."""

import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

SENTENCE = "Ik slaap al weken niet en weet niet meer hoe het moet."


def test_proposals_and_her_own_yardstick(server, open_device, javascript):
    name = f"goals-{'js' if javascript else 'nojs'}"
    nora = open_device(PHONE, javascript=javascript).new_page()
    nora.goto(f"{server.base}/wijken/oosterhof")
    nora.get_by_label("In uw eigen woorden").fill(SENTENCE)
    nora.get_by_role("button", name="Verder").click()
    nora.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 00 11")
    nora.get_by_role("button", name="Stuur naar het team").click()
    nora.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill("Nora")
    nora.get_by_role("button", name="Bewaar").click()
    plan = nora.url
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke Dijkstra")
    take_up(femke, server.base, SENTENCE)

    # Her own goal counts at once.
    nora.reload()
    nora.get_by_role("link", name="Alle doelen, en hoe het gaat").click()
    looked_at(nora, f"{name}-01-geen-doel")
    nora.get_by_role("button", name="Bewaar").click()
    expect(nora.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    nora.get_by_label(re.compile("Een doel erbij")).fill("Ik wil weer slapen")
    nora.get_by_role("button", name="Bewaar").click()
    nora.get_by_role("link", name=re.compile("Bekijk dit doel")).click()
    goal = nora.url
    looked_at(nora, f"{name}-02-doel")

    # A professional's goal and other words are proposals.
    femke.goto(plan + "/doelen")
    femke.get_by_label(re.compile("Stel een doel voor")).fill("Hulp bij opvoeden")
    femke.get_by_role("button", name="Stel een doel voor").click()
    femke.goto(goal)
    femke.get_by_text("Stel andere woorden voor").first.click()
    femke.get_by_label("In andere woorden").fill("Zes uur slaap per nacht")
    femke.get_by_role("button", name="Stel andere woorden voor").click()
    looked_at(femke, f"{name}-03-voorgesteld")
    expect(femke.get_by_role("heading", level=1)).to_have_text("Ik wil weer slapen")

    # "Nu niet", without a reason; and "daar wil ik over praten".
    nora.goto(plan)
    looked_at(nora, f"{name}-04-voorstellen")
    nora.locator("section", has_text="Hulp bij opvoeden").get_by_role("button", name=re.compile("Nu niet")).click()
    nora.goto(plan)
    expect(nora.get_by_text("Hulp bij opvoeden")).to_have_count(0)
    nora.locator("section", has_text="Zes uur slaap").get_by_role("button", name=re.compile("praten")).click()
    expect(nora.get_by_role("heading", level=1)).to_have_text("Ik wil weer slapen")
    expect(nora.get_by_text("Hier praten we nog over.")).to_be_visible()
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("Iemand wil praten over jouw voorstel.").first).to_be_visible()
    femke.goto(plan + "/doelen")
    femke.locator("section", has_text="Hulp bij opvoeden").get_by_role("link").click()
    expect(femke.locator(".wordings, section", has_text="Hulp bij opvoeden").first).to_be_visible()

    # Her yes; both wordings stay beside each other.
    nora.get_by_role("button", name=re.compile("Goed, afgesproken")).click()
    expect(nora.get_by_role("heading", level=1)).to_have_text("Zes uur slaap per nacht")
    expect(nora.locator(".wordings li")).to_have_count(2)

    # Her own number: wrong, down and up are equally easy.
    nora.get_by_role("button", name="Bewaar").first.click()
    expect(nora.get_by_text("Kies een cijfer van 0 tot en met 10.").first).to_be_visible()
    looked_at(nora, f"{name}-05-geen-cijfer")
    for value in ("2", "6"):
        nora.get_by_role("radio", name=value, exact=True).check(force=True)
        nora.get_by_label(re.compile("Wat wilt u erbij zeggen")).fill(f"Het is een {value}.")
        nora.get_by_role("button", name="Bewaar").first.click()
    expect(nora.get_by_text("Van 2 naar 6")).to_be_visible()
    looked_at(nora, f"{name}-06-van-2-naar-6")
    expect(femke.goto(goal) and femke.get_by_role("radio")).to_have_count(0)
