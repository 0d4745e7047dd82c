"""Who decides with the owner: a mother of a fourteen-year-old, an administrator for money, a chosen sister (R-005)."""

import datetime
import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

TODAY = datetime.date.today()
BORN = TODAY.replace(year=TODAY.year - 14, month=1, day=1).isoformat()


def begin(server, open_device, javascript, sentence, name, number):
    """A resident brings her sentence on her phone, and Femke takes it up."""
    owner = open_device(PHONE, javascript=javascript).new_page()
    owner.goto(f"{server.base}/wijken/oosterhof")
    owner.get_by_label("In uw eigen woorden").fill(sentence)
    owner.get_by_role("button", name="Verder").click()
    owner.get_by_label(re.compile("Uw telefoonnummer")).fill(number)
    owner.get_by_role("button", name="Stuur naar het team").click()
    owner.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill(name)
    owner.get_by_role("button", name="Bewaar").click()
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke Dijkstra")
    take_up(femke, server.base, sentence)
    return owner, femke, owner.url


def sits_down(owner, plan, name, part, open_device, javascript):
    """The owner shares a part with somebody, who opens the link on a phone of her own."""
    owner.goto(plan + "/deelafspraken/nieuw")
    form = owner.locator("form", has=owner.locator("#naam"))
    form.locator("#naam").fill(name)
    form.get_by_label(part).check()
    form.get_by_role("button", name="Nodig uit").click()
    guest = open_device(PHONE, javascript=javascript).new_page()
    guest.goto(owner.locator("#link").input_value())
    guest.locator("form[action$=aanname] button").click()
    return guest


def proposes(femke, plan, words):
    femke.goto(plan + "/stappen")
    femke.get_by_label("Wat gaat er gebeuren?").fill(words)
    femke.get_by_role("button", name="Stel een stap voor").first.click()


def card(page, words):
    return page.locator("section.card", has_text=words)


def test_a_mother_and_her_daughter_of_fourteen_both_say_yes(server, open_device, javascript):
    name = f"representing-mother-{'js' if javascript else 'nojs'}"
    isa, femke, plan = begin(
        server, open_device, javascript, "Ik wil niet meer naar deze school.", "Isa", "06 00 00 01 41")
    ingrid = sits_down(isa, plan, "Ingrid", "Het hele plan", open_device, javascript)

    femke.goto(plan + "/tafel")
    femke.get_by_role("link", name="Beslist Ingrid mee?").click()
    femke.get_by_text("Beslist Ingrid mee door de wet of een rechter?").click()
    form = femke.locator("form[action$=vertegenwoordiging]")
    form.get_by_label(re.compile("Ouderlijk gezag")).check()
    form.get_by_role("button", name="Schrijf dit op").click()
    expect(femke.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    looked_at(femke, f"{name}-01-nog-niet-goed")
    form.get_by_label(re.compile("Geboortedag")).fill(BORN)
    form.get_by_label("Welk stuk heb je gezien?").fill("uittreksel uit het gezagsregister")
    form.get_by_role("button", name="Schrijf dit op").click()
    looked_at(femke, f"{name}-02-tafel-van-femke")
    expect(femke.get_by_text("Beslist samen met de eigenaar").first).to_be_visible()

    proposes(femke, plan, "Praten met de mentor")
    proposes(femke, plan, "Naar de meidengroep")

    # Her mother says yes to one and no to the other.
    ingrid.goto(plan)
    expect(ingrid.get_by_role("heading", name="Namens Isa")).to_be_visible()
    looked_at(ingrid, f"{name}-03-de-moeder")
    card(ingrid, "Praten met de mentor").get_by_role("button", name=re.compile("Goed, afgesproken")).click()
    expect(ingrid.get_by_text("U zei ja. Nu Isa nog.")).to_be_visible()
    expect(card(ingrid, "Praten met de mentor").get_by_role("button", name=re.compile("Goed"))).to_have_count(0)
    card(ingrid, "Naar de meidengroep").get_by_role("button", name=re.compile("Nu niet")).click()
    expect(card(ingrid, "Naar de meidengroep")).to_have_count(0)
    # Nothing is agreed yet.
    femke.goto(plan)
    expect(femke.get_by_text("Ingrid zei ja. Nu Isa nog.")).to_be_visible()

    isa.goto(plan)
    expect(isa.get_by_text("Ingrid en u beslissen samen").first).to_be_visible()
    expect(isa.get_by_text("Ingrid zei ja. Nu u nog.")).to_be_visible()
    looked_at(isa, f"{name}-04-de-dochter")
    card(isa, "Praten met de mentor").get_by_role("button", name=re.compile("Goed, afgesproken")).click()
    expect(isa.locator("ol.steps li", has_text="Praten met de mentor")).to_be_visible()
    # What her mother said no to, she reads too.
    isa.locator("details.past summary").click()
    expect(isa.locator("details.past li", has_text="Naar de meidengroep")).to_contain_text("Ingrid zei nu niet.")
    looked_at(isa, f"{name}-05-allebei-ja")

    # What rests on the law is not hers to end, but who is not safe is kept out at once.
    isa.goto(plan + "/tafel")
    isa.get_by_role("link", name="Beslist Ingrid mee?").click()
    expect(isa.get_by_text("Dit is bepaald door de wet of een rechter.").first).to_be_visible()
    looked_at(isa, f"{name}-06-over-haar-moeder")
    expect(isa.get_by_role("button", name="Is er niet meer bij")).to_have_count(0)
    isa.goto(plan + "/tafel")
    isa.get_by_role("button", name=re.compile("Stop met delen")).click()
    expect(isa.get_by_text("Voelt u zich niet veilig bij deze persoon?")).to_be_visible()
    looked_at(isa, f"{name}-07-kan-zo-niet")
    isa.goto(plan + "/tafel")
    isa.get_by_role("link", name="Beslist Ingrid mee?").click()
    isa.get_by_role("button", name="Liever niet betrekken").click()
    assert ingrid.goto(plan).status == 404
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("wordt buiten gehouden").first).to_be_visible()


def test_an_administrator_decides_over_money_alone(server, open_device, javascript):
    name = f"representing-money-{'js' if javascript else 'nojs'}"
    theo, femke, plan = begin(
        server, open_device, javascript, "Ik weet niet waar mijn geld blijft.", "Koen", "06 00 00 01 42")
    theo.goto(plan + "/verhaal")
    theo.get_by_label(re.compile("Een onderwerp erbij")).fill("geld")
    theo.get_by_role("button", name="Voeg toe").click()
    kramer = sits_down(theo, plan, "Mevrouw Kramer", "Alles over geld", open_device, javascript)

    femke.goto(plan + "/tafel")
    femke.get_by_role("link", name="Beslist Mevrouw Kramer mee?").click()
    femke.get_by_text("Beslist Mevrouw Kramer mee door de wet of een rechter?").click()
    form = femke.locator("form[action$=vertegenwoordiging]")
    form.get_by_label(re.compile("Bewindvoerder")).check()
    # Only what was shared can be chosen.
    expect(form.locator("input[name=deel]")).to_have_count(1)
    form.get_by_label("Welk stuk heb je gezien?").fill("beschikking van de kantonrechter")
    form.get_by_role("button", name="Schrijf dit op").click()

    femke.goto(plan + "/stappen")
    femke.get_by_label("Wat gaat er gebeuren?").fill("De bank bellen")
    femke.locator("form").filter(has=femke.locator("#stap")).get_by_label("geld").check()
    femke.get_by_role("button", name="Stel een stap voor").first.click()
    proposes(femke, plan, "Samen wandelen")

    kramer.goto(plan)
    looked_at(kramer, f"{name}-01-de-bewindvoerder")
    expect(kramer.get_by_text("Samen wandelen")).to_have_count(0)
    card(kramer, "De bank bellen").get_by_role("button", name=re.compile("Goed, afgesproken")).click()
    expect(kramer.locator("ol.steps li", has_text="De bank bellen")).to_be_visible()
    theo.goto(plan)
    expect(theo.locator("ol.steps li", has_text="De bank bellen")).to_contain_text("Mevrouw Kramer zei ja.")
    expect(card(theo, "Samen wandelen")).to_be_visible()
    looked_at(theo, f"{name}-02-de-eigenaar")
    theo.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(theo.get_by_text("De wet of een rechter bepaalt").first).to_be_visible()
    looked_at(theo, f"{name}-03-wie-keek-mee")


def test_a_chosen_sister_answers_in_her_name(server, open_device, javascript):
    name = f"representing-sister-{'js' if javascript else 'nojs'}"
    aylin, femke, plan = begin(
        server, open_device, javascript, "Ik kan door mijn ziekte de woorden niet vinden.", "Aylin", "06 00 00 01 43")
    derya = sits_down(aylin, plan, "Derya", "Het hele plan", open_device, javascript)
    proposes(femke, plan, "Samen met de bus")
    derya.goto(plan)
    expect(derya.get_by_role("button", name=re.compile("Goed, afgesproken"))).to_have_count(0)

    aylin.goto(plan + "/tafel")
    aylin.get_by_role("link", name="Beslist Derya mee?").click()
    aylin.get_by_text("Laat Derya meebeslissen").click()
    form = aylin.locator("form[action$=machtiging]")
    form.get_by_label("Het hele plan").check()
    form.locator("#tot").fill("2001-01-01")
    form.get_by_role("button", name="Derya mag meebeslissen").click()
    expect(aylin.get_by_text("Die dag is al voorbij.").first).to_be_visible()
    looked_at(aylin, f"{name}-01-kiezen")
    form.locator("#tot").fill((TODAY + datetime.timedelta(days=30)).isoformat())
    form.get_by_role("button", name="Derya mag meebeslissen").click()
    expect(aylin.get_by_text("Beslist mee over het hele plan").first).to_be_visible()
    looked_at(aylin, f"{name}-02-tafel")

    derya.reload()
    looked_at(derya, f"{name}-03-de-zus")
    card(derya, "Samen met de bus").get_by_role("button", name=re.compile("Goed, afgesproken")).click()
    derya.get_by_role("link", name="Pauze, afronden of iemand anders").click()
    # She pauses; stopping is Aylin's.
    expect(derya.get_by_role("button", name=re.compile("^Stop"))).to_have_count(0)
    looked_at(derya, f"{name}-04-verder")

    # One tap, and it is over, in the tab that is still open too.
    derya.goto(plan)
    aylin.goto(plan)
    expect(aylin.locator("ol.steps li", has_text="Samen met de bus")).to_contain_text("Derya zei ja.")
    aylin.goto(plan + "/tafel")
    aylin.get_by_role("link", name="Beslist Derya mee?").click()
    looked_at(aylin, f"{name}-05-beslist-mee")
    aylin.get_by_role("button", name=re.compile("Stop met meebeslissen")).click()
    expect(aylin.get_by_text(re.compile("beslist mee over", re.I))).to_have_count(0)
    derya.get_by_role("button", name=re.compile("Hoeft niet meer")).click()
    expect(derya.get_by_text("Hier beslist de eigenaar van het plan over.")).to_be_visible()
