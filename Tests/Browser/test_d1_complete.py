"""D1 to its end: "nu niet", her own yardstick, koffie in mei, and "het lukt toch niet" on the same plan (steps 6 and 8)."""

import re

import pytest
from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

SENTENCE = "Donderdag komt de deurwaarder, en slapen lukt niet meer."


def test_d1_from_nu_niet_to_het_lukt_toch_niet(server, open_device, javascript):
    name = f"d1-verder-{'js' if javascript else 'nojs'}"
    samira = open_device(PHONE, javascript=javascript).new_page()
    samira.goto(f"{server.base}/wijken/oosterhof")
    samira.get_by_label("In uw eigen woorden").fill(SENTENCE)
    samira.get_by_role("button", name="Verder").click()
    samira.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 00 21")
    samira.get_by_role("button", name="Stuur naar het team").click()
    samira.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill("Samira")
    samira.get_by_role("button", name="Bewaar").click()
    plan = samira.url
    femke = open_device(DESKTOP, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke Dijkstra")
    take_up(femke, server.base, SENTENCE)

    # 4. Before her first note on several signs there is one question; it folds away, keeps nothing, and comes once.
    femke.goto(plan + "/verhaal")
    asked = femke.locator("main details", has_text="Diensten of dieper?")
    expect(asked).to_have_attribute("open", "")
    looked_at(femke, f"{name}-00-diensten-of-dieper")
    asked.locator("summary").click()
    expect(asked).not_to_have_attribute("open", "")
    femke.get_by_label(re.compile("Wat vertelde")).fill("Eerst donderdag, dan slapen.")
    femke.get_by_role("button", name="Bewaar").click()
    expect(femke.get_by_text("Eerst donderdag, dan slapen.").first).to_be_visible()
    expect(asked).to_have_count(0)
    samira.goto(plan)
    samira.get_by_role("button", name="Klopt").click()

    # 6. A step that Femke thinks of gets "nu niet": the plan is as it was, and no reason is asked.
    femke.goto(plan + "/stappen")
    femke.get_by_label("Wat gaat er gebeuren?").fill("Hulp bij opvoeden aanvragen")
    femke.get_by_role("button", name="Stel een stap voor").first.click()
    samira.reload()
    before = samira.locator("ol.steps > li").count()
    samira.get_by_role("button", name=re.compile("Nu niet")).click()
    expect(samira).to_have_url(plan)
    assert samira.locator("ol.steps > li").count() == before
    expect(samira.get_by_text("Hulp bij opvoeden aanvragen")).to_have_count(0)
    looked_at(samira, f"{name}-01-nu-niet")
    femke.goto(plan)
    expect(femke.get_by_role("button", name=re.compile("Trek in"))).to_have_count(0)
    looked_at(femke, f"{name}-02-femke")

    # 8. April: her own yardstick goes from 2 to 6.
    samira.goto(plan + "/doelen")
    samira.get_by_label(re.compile("Een doel erbij")).fill("Ik slaap")
    samira.get_by_role("button", name="Bewaar").click()
    samira.get_by_role("link", name=re.compile("Bekijk dit doel")).click()
    for value in ("2", "6"):
        samira.get_by_role("radio", name=value, exact=True).check(force=True)
        samira.get_by_role("button", name="Bewaar").first.click()
    expect(samira.get_by_text("Van 2 naar 6")).to_be_visible()
    looked_at(samira, f"{name}-03-ik-slaap")

    # Koffie in mei.
    samira.goto(plan)
    samira.get_by_role("link", name="Pauze, afronden of iemand anders").click()
    looked_at(samira, f"{name}-04-wegen")
    samira.get_by_label(re.compile("Wanneer horen jullie")).fill("Koffie in mei.")
    samira.get_by_role("button", name="Af en toe contact").click()
    expect(samira.get_by_text("Afgesproken: Koffie in mei.")).to_be_visible()
    looked_at(samira, f"{name}-05-koffie")
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("Een plan gaat verder als waakvlam.").first).to_be_visible()

    # June: it does not work out after all. The same person, the same plan, and not one question about it.
    samira.get_by_role("button", name="Het lukt toch niet").click()
    expect(samira).to_have_url(plan)
    expect(samira.locator(".contact")).to_contain_text("Femke Dijkstra")
    assert samira.locator("main textarea:visible").count() == 0
    looked_at(samira, f"{name}-06-het-lukt-toch-niet")
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text("Het lukt toch niet. Bel vandaag.").first).to_be_visible()
    looked_at(femke, f"{name}-07-vandaag")
    assert femke.goto(plan).status == 200
    expect(femke.get_by_text("Eerst donderdag, dan slapen.").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "tr", "pl", "uk"])
def test_her_plan_in_her_own_language(server, open_device, language):
    """The pages of a resident on a phone, in the languages that journeys do not walk; Arabic from right to left."""
    if server.engine != "sqlite":
        pytest.skip("the language of a page does not touch the database")
    page = open_device(PHONE).new_page()
    page.goto(f"{server.base}/taal/{language}?terug=/wijken/oosterhof")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else None)
    looked_at(page, f"taal-{language}-wijk")
    login_as(page, server.base, "Samira")
    plan = page.url
    for path in ["", "/verhaal", "/doelen", "/stappen", "/tafel", "/deelafspraken/nieuw", "/verder", "/meenemen", "/inzagen", "/code"]:
        assert page.goto(plan + path).status == 200
        assert page.locator("html").get_attribute("lang") == language
        looked_at(page, f"taal-{language}{path.replace('/', '-') or '-plan'}")
