"""The family's conference: four people side by side, private time, and a plan that is the family's own (R-006)."""

import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

SENTENCE = {True: "Wij komen er samen niet meer uit.", False: "Thuis loopt alles door elkaar."}
SECRET = "Ik drink meer dan ik wil."
PLAN = "Elke zondag eten we bij oma."


def test_a_family_makes_its_own_plan(server, open_device, javascript):
    name = f"conference-{'js' if javascript else 'nojs'}"
    mina = open_device(PHONE, javascript=javascript).new_page()
    mina.goto(f"{server.base}/wijken/oosterhof")
    mina.get_by_label("In uw eigen woorden").fill(SENTENCE[javascript])
    mina.get_by_role("button", name="Verder").click()
    mina.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 01 41")
    mina.get_by_role("button", name="Stuur naar het team").click()
    mina.locator("#naam").fill("Mina")
    mina.get_by_role("button", name="Bewaar").click()
    plan = mina.url
    conference = plan + "/conferentie"
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke")
    take_up(femke, server.base, SENTENCE[javascript])

    # She calls it, from the page about who sits at her table.
    mina.goto(plan + "/tafel")
    mina.get_by_role("link", name="Meer over de conferentie").click()
    looked_at(mina, f"{name}-01-uitleg")
    mina.get_by_role("button", name="Ja, ik wil een conferentie").click()
    expect(mina).to_have_url(conference)
    looked_at(mina, f"{name}-02-afspreken")
    mina.locator("#coordinator").fill("Noor")
    mina.locator("form[action$=coordinator] button").click()
    noor = open_device(PHONE, javascript=javascript).new_page()
    noor.goto(mina.locator("#link").input_value())
    looked_at(noor, f"{name}-03-uitnodiging")
    noor.locator("form[action$=aanname] button").click()
    expect(noor).to_have_url(conference)
    mina.get_by_role("link", name="Terug naar de conferentie").click()
    mina.locator("#naam").fill("Laila")
    mina.locator("form[action$=genodigden] button").last.click()
    looked_at(mina, f"{name}-04-link")
    laila = open_device(PHONE, javascript=javascript).new_page()
    laila.goto(mina.locator("#link").input_value())
    laila.locator("form[action$=aanname] button").click()
    expect(laila).to_have_url(conference)
    expect(laila.get_by_text(SENTENCE[javascript])).to_have_count(0)
    mina.goto(conference)
    mina.get_by_text("Nodig iemand uit").click()
    mina.get_by_label("Femke Dijkstra").check()
    mina.locator("form[action$=genodigden] button").first.click()
    expect(mina.locator("li.card.team", has_text="Femke Dijkstra")).to_be_visible()

    # Who prepares it agrees when and where, and leads until the family is among itself.
    noor.reload()
    noor.get_by_label("Wanneer is het?").fill("Zaterdag, van elf tot vier")
    noor.get_by_label("Waar is het?").fill("Bij oma thuis")
    noor.locator("form[action$=afspraak] button").click()
    noor.get_by_label("Wat moet iedereen weten?").fill("Wie past er op de hond?")
    noor.locator("form[action$=notities] button").click()
    looked_at(noor, f"{name}-05-wie-voorbereidt")
    noor.get_by_role("button", name="Alles is voorbereid").click()
    noor.get_by_role("button", name="We beginnen").click()
    femke.goto(server.base + "/vandaag")
    femke.get_by_role("link", name="Open de conferentie").first.click()
    femke.goto(conference)
    expect(femke.get_by_text("Wie past er op de hond?")).to_be_visible()
    femke.get_by_label("Wat moet iedereen weten?").fill("De school denkt mee.")
    femke.locator("form[action$=notities] button").click()
    looked_at(femke, f"{name}-06-informatie")
    noor.get_by_role("button", name="Onder elkaar verder").click()

    # Private time: nobody else reads along.
    laila.reload()
    laila.get_by_label("Schrijf op wat u wilt onthouden").fill(SECRET)
    laila.locator("form[action$=notities] button").click()
    mina.reload()
    expect(mina.get_by_text(SECRET)).to_be_visible()
    for other, number in ((noor, "07-voorbereider"), (femke, "08-contactpersoon")):
        other.goto(conference)
        assert SECRET not in other.content()
        expect(other.get_by_text("De familie is nu onder elkaar")).to_be_visible()
        looked_at(other, f"{name}-{number}-besloten")

    # Two write at once: nothing is lost.
    mina.get_by_label("Wat gaat er anders worden?").fill("Zondag bij oma.")
    mina.locator("form[action$=plan] button").click()
    laila.get_by_label("Wat gaat er anders worden?").fill("Ik kook op vrijdag.")
    laila.locator("form[action$=plan] button").click()
    expect(laila.locator("blockquote", has_text="Zondag bij oma.")).to_be_visible()
    expect(laila.get_by_label("Wat gaat er anders worden?")).to_have_value("Ik kook op vrijdag.")
    looked_at(laila, f"{name}-09-intussen")
    laila.get_by_label("Wat gaat er anders worden?").fill(PLAN)
    laila.locator("form[action$=plan] button").click()
    laila.get_by_text("Een stap van de familie erbij").click()
    laila.get_by_label("Wat gaat er gebeuren?").fill("De kinderen uit school halen")
    laila.get_by_label("Laila", exact=True).check()
    laila.locator("form[action$=stappen] button").click()
    looked_at(laila, f"{name}-10-ons-plan")
    laila.get_by_role("button", name="Ons plan is klaar").click()

    # The professional says one thing, and the family decides.
    femke.reload()
    expect(femke.locator("blockquote", has_text=PLAN)).to_be_visible()
    assert SECRET not in femke.content()
    femke.get_by_label("Is dit plan veilig voor de kinderen?").fill("Ja, er is elke dag iemand thuis.")
    femke.locator("form[action$=veiligheid] button").click()
    looked_at(femke, f"{name}-11-veilig")
    mina.reload()
    looked_at(mina, f"{name}-12-op-tafel")
    mina.get_by_role("button", name="Ik sta achter dit plan").click()
    mina.goto(plan)
    expect(mina.locator("blockquote", has_text=PLAN)).to_have_count(0)
    laila.reload()
    laila.get_by_role("button", name="Ik sta achter dit plan").click()
    looked_at(laila, f"{name}-13-het-geldt")
    mina.reload()
    expect(mina.locator("blockquote", has_text=PLAN)).to_be_visible()
    expect(mina.get_by_text("De kinderen uit school halen", exact=True)).to_be_visible()
    expect(mina.get_by_text("Terugkijken op het plan van de familie", exact=True)).to_be_visible()
    looked_at(mina, f"{name}-14-mijn-plan")
    femke.goto(plan + "/verhaal")
    expect(femke.get_by_text(SENTENCE[javascript])).to_be_visible()
    expect(femke.get_by_text("plan van de familie", exact=True)).to_be_visible()
    assert SECRET not in femke.content()

    # Looked back upon, the conference is over: its guests are out.
    mina.goto(conference)
    mina.get_by_role("button", name="We hebben teruggekeken").click()
    looked_at(mina, f"{name}-15-klaar")
    assert laila.goto(conference).status == 404
    assert noor.goto(conference).status == 404
