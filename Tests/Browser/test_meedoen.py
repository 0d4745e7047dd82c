"""Taking part: the team adds a place, a resident picks it for her plan, and nobody else hears of it (R-049).
And who has a plan and tells something new, adds it there (R-041)."""

import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up


def test_something_of_the_neighbourhood_becomes_a_step_and_nobody_hears(server, open_device, javascript):
    name = f"meedoen-{'js' if javascript else 'nojs'}"
    mark = "met" if javascript else "zonder"
    asks = f"Ramen versieren {mark} script"
    sentence = f"Ik wil weer iets doen, {mark} script."

    # Everybody reads what there is, without logging in.
    visitor = open_device(PHONE, javascript=javascript).new_page()
    visitor.goto(f"{server.base}/wijken/oosterhof")
    visitor.get_by_role("link", name="Meedoen in de wijk").click()
    expect(visitor.get_by_text("Grillen voor de hele buurt")).to_be_visible()
    expect(visitor.get_by_role("link", name=re.compile("Bel De Wip"))).to_have_attribute("href", re.compile("^tel:"))
    expect(visitor.get_by_role("button", name=re.compile("Niet meer nodig"))).to_have_count(0)
    looked_at(visitor, f"{name}-01-de-wijk")
    visitor.goto(f"{server.base}/wijken/molenbuurt/meedoen")
    looked_at(visitor, f"{name}-02-nog-niets")

    # Tess adds a place; what is wrong is told, and what she typed stays.
    tess = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(tess, server.base, "Tess")
    tess.goto(server.base + "/vandaag")
    tess.get_by_role("link", name="Oosterhof", exact=True).click()
    tess.get_by_text("Zet er een plek bij").first.click()
    tess.get_by_label("Wat kan iemand er doen?").fill(asks)
    tess.get_by_label("Wanneer?").fill("vrijdag om 10 uur")
    tess.get_by_label("Waar is het?").fill("de bibliotheek")
    tess.get_by_label("Wie kan iemand bellen?").fill("De bieb")
    tess.get_by_role("button", name="Zet er een plek bij").click()
    expect(tess.get_by_text("Vul een nummer in dat iemand kan bellen.").first).to_be_visible()
    expect(tess.get_by_label("Wat kan iemand er doen?")).to_have_value(asks)
    looked_at(tess, f"{name}-03-een-plek-erbij")
    tess.get_by_label("Op welk nummer?").fill("0123 45 67 70")
    tess.get_by_role("button", name="Zet er een plek bij").click()
    place = tess.locator("li.card", has_text=asks)
    expect(place).to_be_visible()
    looked_at(tess, f"{name}-04-het-team")

    # A resident picks it.
    lina = open_device(PHONE, javascript=javascript).new_page()
    lina.goto(f"{server.base}/wijken/oosterhof")
    lina.get_by_label("In uw eigen woorden").fill(sentence)
    lina.get_by_role("button", name="Verder").click()
    lina.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 01 41")
    lina.get_by_role("button", name="Stuur naar het team").click()
    lina.get_by_role("button", name="Bewaar").click()
    plan = lina.url
    lina.get_by_role("link", name="Iets om aan mee te doen").click()
    expect(lina.get_by_text("Wij sturen dit nergens heen.")).to_be_visible()
    looked_at(lina, f"{name}-05-kiezen")
    lina.locator("li.card", has_text=asks).get_by_role("button", name="Dit wil ik doen").click()
    expect(lina).to_have_url(plan)
    step = lina.locator(".steps li", has_text=asks)
    expect(step.get_by_role("link", name="Bel De bieb: 0123 45 67 70")).to_be_visible()
    looked_at(lina, f"{name}-06-in-het-plan")
    lina.goto(plan + "/meedoen")
    expect(lina.locator("li.card", has_text=asks).get_by_text("staat al in het plan")).to_be_visible()

    # Her contact person proposes another; she says yes to it.
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke")
    take_up(femke, server.base, sentence)
    femke.get_by_role("link", name="Iets om aan mee te doen").click()
    looked_at(femke, f"{name}-07-voorstellen")
    femke.locator("li.card", has_text="Grillen voor de hele buurt").get_by_role("button").click()
    lina.goto(plan)
    proposal = lina.locator("section.card", has_text="Grillen voor de hele buurt")
    expect(proposal.get_by_role("link", name=re.compile("Bel De Wip"))).to_be_visible()
    looked_at(lina, f"{name}-08-voorstel")
    proposal.get_by_role("button").first.click()
    expect(lina.locator(".steps li", has_text="Grillen voor de hele buurt")).to_be_visible()

    # The place closes and her step stays; the place shows nothing of her.
    tess.reload()
    expect(tess.get_by_text("Lina")).to_have_count(0)
    tess.locator("li.card", has_text=asks).get_by_role("button", name="Niet meer nodig").click()
    visitor.goto(f"{server.base}/wijken/oosterhof/meedoen")
    expect(visitor.get_by_text(asks)).to_have_count(0)
    lina.goto(plan)
    expect(lina.locator(".steps li", has_text=asks)).to_be_visible()
    tess.get_by_text("Gesloten of voorbij").click()
    looked_at(tess, f"{name}-09-gesloten")
    tess.locator("li.card", has_text=asks).get_by_role("button", name="Zet weer open").click()
    visitor.reload()
    expect(visitor.get_by_text(asks)).to_be_visible()


def test_a_second_question_goes_to_the_plan_she_has(server, open_device, javascript):
    name = f"al-een-plan-{'js' if javascript else 'nojs'}"
    lina = open_device(PHONE, javascript=javascript).new_page()
    lina.goto(f"{server.base}/wijken/de-kolk")
    lina.get_by_label("In uw eigen woorden").fill("Mijn huur is te hoog.")
    lina.get_by_role("button", name="Verder").click()
    lina.get_by_role("button", name="Bewaar het voor mij").click()
    code = lina.url
    plan = code.removesuffix("/code")
    more = "Nu is ook de wasmachine stuk."
    lina.goto(f"{server.base}/wijken/de-kolk")
    lina.get_by_label("In uw eigen woorden").fill(more)
    lina.get_by_role("button", name="Verder").click()
    expect(lina.get_by_role("heading", name="U hebt al een plan")).to_be_visible()
    expect(lina.locator("textarea")).to_have_value(more)
    expect(lina.get_by_role("link", name="Naar mijn plan")).to_have_attribute("href", re.compile(plan.split("/")[-1]))
    looked_at(lina, f"{name}-01")
    lina.get_by_role("button", name="English").click()
    expect(lina.get_by_role("heading", name="You have a plan already")).to_be_visible()
    expect(lina.locator("textarea")).to_have_value(more)
    lina.get_by_role("button", name="Nederlands").click()
    lina.get_by_role("button", name="Zet dit bij mijn plan").click()
    expect(lina).to_have_url(plan + "/verhaal")
    expect(lina.get_by_text(more)).to_be_visible()

    # When her plan is over she may begin another.
    lina.goto(plan + "/verder")
    lina.locator("form[action$=beeindiging] button").click()
    lina.goto(f"{server.base}/wijken/de-kolk")
    lina.get_by_label("In uw eigen woorden").fill("Iets heel anders.")
    lina.get_by_role("button", name="Verder").click()
    looked_at(lina, f"{name}-02-klaar")
    lina.get_by_role("button", name="Begin een nieuw plan").click()
    expect(lina.get_by_label(re.compile("Uw telefoonnummer"))).to_be_visible()
    lina.get_by_role("button", name="Bewaar het voor mij").click()
    assert lina.url != code and lina.url.endswith("/code")
