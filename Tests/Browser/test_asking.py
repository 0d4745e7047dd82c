"""Somebody of the team asks whether a colleague may look in; only the owner's yes opens anything (script D4)."""

import datetime
import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

REASON = "Rashid weet hoe een schuld kan wachten. Dan is er eerst rust."


def until(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


def ask(worker, plan, colleague, part, reason):
    worker.goto(plan + "/tafel")
    worker.get_by_role("link", name="Vraag of een collega mag meekijken").click()
    worker.get_by_label(re.compile(colleague)).check()
    worker.get_by_label(part).check()
    worker.get_by_label("Tot en met welke dag?").fill(until(60))
    worker.get_by_label("Waarom vraag je dit?").fill(reason)
    worker.get_by_role("button", name="Stel de vraag").click()
    expect(worker).to_have_url(plan)


def test_a_colleague_looks_in_after_her_yes_and_no_longer_than_she_wants(server, open_device, javascript):
    name = f"asking-{'js' if javascript else 'nojs'}"
    sentence = f"De brieven stapelen zich op, {'met' if javascript else 'zonder'} script."
    salma = open_device(PHONE, javascript=javascript).new_page()
    salma.goto(f"{server.base}/wijken/oosterhof")
    salma.get_by_label("In uw eigen woorden").fill(sentence)
    salma.get_by_role("button", name="Verder").click()
    salma.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 01 51")
    salma.get_by_role("button", name="Stuur naar het team").click()
    salma.locator("#naam").fill("Salma")
    salma.get_by_role("button", name="Bewaar").click()
    plan = salma.url
    salma.goto(plan + "/verhaal")
    salma.get_by_label("Een onderwerp erbij").fill("geld")
    salma.locator("form[action$=onderwerpen] button").click()

    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke")
    take_up(femke, server.base, sentence)
    femke.goto(plan + "/tafel")
    femke.get_by_role("link", name="Vraag of een collega mag meekijken").click()
    looked_at(femke, f"{name}-01-formulier")
    femke.get_by_label(re.compile("Rashid")).check()
    femke.get_by_label("Alles over geld").check()
    femke.get_by_role("button", name="Stel de vraag").click()
    expect(femke.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    expect(femke.get_by_label(re.compile("Rashid"))).to_be_checked()
    looked_at(femke, f"{name}-02-reden-vergeten")
    ask(femke, plan, "Rashid", "Alles over geld", REASON)
    expect(femke.get_by_text("Je vroeg of Rashid Amrani mag meekijken.")).to_be_visible()
    looked_at(femke, f"{name}-03-het-wacht")

    # Before her yes there is nothing for him.
    rashid = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(rashid, server.base, "Rashid")
    assert rashid.goto(plan).status == 404

    salma.goto(plan)
    card = salma.locator("section.card", has_text=REASON)
    expect(card.get_by_role("heading", name="Femke Dijkstra vraagt of Rashid Amrani mag meekijken")).to_be_visible()
    expect(card.get_by_text("Rashid Amrani ziet dan: alles over geld.")).to_be_visible()
    looked_at(salma, f"{name}-04-de-vraag")
    card.get_by_role("button", name="Ja, dat mag").click()
    expect(salma.get_by_text(REASON)).to_have_count(0)

    # He sees money, and nothing else.
    assert rashid.goto(plan).status == 200
    expect(rashid.get_by_text("U ziet alleen: geld.")).to_be_visible()
    expect(rashid.get_by_text(sentence)).to_have_count(0)
    assert rashid.goto(plan + "/tafel").status == 404
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("Het mag: je collega kan nu meekijken.").first).to_be_visible()
    looked_at(femke, f"{name}-05-het-mag")

    # She stops it, and he is out at once.
    salma.goto(plan + "/tafel")
    seat = salma.locator("li.card.team", has_text="Rashid Amrani")
    looked_at(salma, f"{name}-06-tafel")
    seat.get_by_role("button", name=re.compile("Stop met delen")).click()
    assert rashid.goto(plan).status == 404

    # Another question gets "nu niet", and she is not asked why.
    ask(femke, plan, "Tess", "Het hele plan", "Tess kent veel mensen in de buurt.")
    salma.goto(plan)
    card = salma.locator("section.card", has_text="Tess kent veel mensen in de buurt.")
    card.get_by_role("button", name=re.compile("Nu niet")).click()
    expect(salma.get_by_text("Tess kent veel mensen in de buurt.")).to_have_count(0)
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("Nu niet: je collega kijkt niet mee.").first).to_be_visible()

    # What she asked by mistake she takes back.
    ask(femke, plan, "Tess", "Alles over geld", "Dit was een vergissing.")
    femke.locator("section.card", has_text="Dit was een vergissing.").get_by_role("button", name=re.compile("Trek in")).click()
    expect(femke.get_by_text("Dit was een vergissing.")).to_have_count(0)
    salma.goto(plan)
    expect(salma.get_by_text("Dit was een vergissing.")).to_have_count(0)

    salma.goto(plan + "/inzagen")
    expect(salma.get_by_text("vroeg of een collega mag meekijken").first).to_be_visible()


def test_what_waits_in_town_is_read_in_every_language(server, open_device):
    ingrid = open_device(PHONE).new_page()
    login_as(ingrid, server.base, "Ingrid")
    card = ingrid.locator("section.card", has_text="Rashid weet hoe de rekeningen")
    expect(card).to_be_visible()
    plan = ingrid.url
    for language in ["en", "tr", "ar", "pl", "uk"]:
        ingrid.goto(f"{server.base}/taal/{language}?terug={plan.removeprefix(server.base)}")
        expect(card).to_be_visible()
        looked_at(ingrid, f"asking-{language}")
