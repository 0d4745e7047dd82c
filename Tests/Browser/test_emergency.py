"""Emergency access: with a reason, loud to the resident, and looked at by the privacy officer (R-129)."""

import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at

PHONE_NUMBER = {True: "06 00 00 01 21", False: "06 00 00 01 22"}
REASON = "De buren horen al een uur gegil en niemand doet open."


def test_the_glass_is_broken_and_everybody_hears(server, open_device, javascript):
    name = f"emergency-{'js' if javascript else 'nojs'}"
    yara = open_device(PHONE, javascript=javascript).new_page()
    yara.goto(f"{server.base}/wijken/oosterhof")
    yara.get_by_label("In uw eigen woorden").fill("Het is thuis niet goed.")
    yara.get_by_role("button", name="Verder").click()
    yara.get_by_label(re.compile("Uw telefoonnummer")).fill(PHONE_NUMBER[javascript])
    yara.get_by_role("button", name="Stuur naar het team").click()
    yara.get_by_role("button", name="Bewaar").click()
    plan = yara.url

    tess = open_device(PHONE, javascript=javascript).new_page()
    login_as(tess, server.base, "Tess")
    assert tess.goto(plan).status == 404
    tess.goto(server.base + "/vandaag")
    tess.get_by_role("link", name="Is iemand in gevaar?").click()
    looked_at(tess, f"{name}-01-formulier")
    tess.get_by_label("Hoe is de inwoner te bereiken?").fill("06 99 99 99 99")
    tess.get_by_role("button", name="Open het plan").click()
    expect(tess.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    tess.get_by_label("Wat is er aan de hand?").fill(REASON)
    tess.get_by_role("button", name="Open het plan").click()
    expect(tess.get_by_text("Met dit nummer of adres is er geen plan.").first).to_be_visible()
    expect(tess.get_by_label("Wat is er aan de hand?")).to_have_value(REASON)
    tess.get_by_label("Hoe is de inwoner te bereiken?").fill(PHONE_NUMBER[javascript].replace(" ", ""))
    tess.get_by_role("button", name="Open het plan").click()
    expect(tess).to_have_url(plan)
    looked_at(tess, f"{name}-02-plan")
    expect(tess.get_by_text("Je kijkt hier in nood")).to_be_visible()
    expect(tess.get_by_role("link", name="Stel een stap voor")).to_have_count(0)

    yara.reload()
    looked_at(yara, f"{name}-03-de-inwoner")
    expect(yara.get_by_text(REASON)).to_be_visible()
    yara.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(yara.get_by_text("opende het plan in nood")).to_be_visible()

    tess.get_by_role("button", name="Ik ben klaar").click()
    assert tess.goto(plan).status == 404

    roos = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(roos, server.base, "functionaris gegevensbescherming")
    roos.get_by_role("link", name="Noodtoegang").click()
    looked_at(roos, f"{name}-04-de-functionaris")
    card = roos.locator("section", has_text=REASON).first
    card.get_by_label("Terecht", exact=True).check()
    card.get_by_label(re.compile("Waarom vindt u dat")).fill("Er was direct gevaar.")
    card.get_by_role("button", name="Bewaar").click()
    expect(roos.get_by_text("Er was direct gevaar.").first).to_be_visible()
    assert roos.goto(plan).status == 403
