"""D1 without a smartphone: by telephone and on one A4, with Femke as scribe and a code that confirms (R-131)."""

import re

from playwright.sync_api import expect

from support import PHONE, login_as, looked_at, take_up

SENTENCE = "Meneer belt: de verwarming doet het niet en hij durft niemand te vragen."


def test_the_whole_first_plan_on_paper(server, open_device, javascript):
    name = f"paper-{'js' if javascript else 'nojs'}"
    femke = open_device(PHONE, javascript=javascript).new_page()
    # By telephone: Femke types what he says, and reads him his code.
    femke.goto(f"{server.base}/wijken/oosterhof")
    femke.get_by_label("In uw eigen woorden").fill(SENTENCE)
    femke.get_by_role("button", name="Verder").click()
    femke.get_by_label(re.compile("Uw telefoonnummer")).fill("0123 00 00 12")
    femke.get_by_role("button", name="Stuur naar het team").click()
    expect(femke.locator(".code")).to_be_visible()
    femke.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill("meneer Bouma")
    femke.get_by_role("button", name="Bewaar").click()
    plan = femke.url
    femke.get_by_role("button", name="Sluit af").click()

    login_as(femke, server.base, "Femke Dijkstra")
    take_up(femke, server.base, SENTENCE)
    femke.goto(plan)
    expect(femke.get_by_role("link", name="Antwoord op papier")).to_have_count(0)
    femke.goto(plan + "/verhaal")
    femke.locator("textarea").last.fill("Eerst de verwarming. Dan weer slapen.")
    femke.get_by_role("button", name="Bewaar").click()
    femke.goto(plan + "/stappen")
    femke.get_by_label("Wat gaat er gebeuren?").fill("De woningbouw bellen")
    femke.get_by_role("button", name="Stel een stap voor").first.click()
    femke.goto(plan + "/doelen")
    femke.get_by_label(re.compile("Stel een doel voor")).fill("Het hele huis warm")
    femke.get_by_role("button", name="Stel een doel voor").click()

    # One A4 with the code on it.
    femke.goto(plan)
    femke.get_by_role("link", name="Antwoord op papier").click()
    looked_at(femke, f"{name}-01-maken")
    femke.get_by_role("button", name="Maak een blad").click()
    looked_at(femke, f"{name}-02-blad")
    code = femke.locator(".code").inner_text()
    assert re.fullmatch(r"\d{3} \d{3}", code)
    expect(femke.get_by_text("Vragen? Bel Femke Dijkstra")).to_be_visible()
    if javascript:
        assert len(re.findall(rb"/Type\s*/Page\b", femke.pdf(format="A4"))) == 1

    # At the next visit: what he said, and the code from his paper. Without it nothing counts, and nothing is lost.
    femke.get_by_role("link", name="Terug").click()
    answers = femke.locator("fieldset")
    answers.filter(has_text="Eerst de verwarming").get_by_label("Goed").check()
    answers.filter(has_text="De woningbouw bellen").get_by_label("Goed").check()
    answers.filter(has_text="Het hele huis warm").get_by_label("Nu niet").check()
    femke.get_by_label("In haar of zijn eigen woorden").fill("Eerst de verwarming. De rest komt later.")
    wrong = "111111" if code != "111 111" else "222222"
    femke.get_by_label("De code op het blad").fill(wrong)
    femke.get_by_role("button", name="Leg dit vast").click()
    expect(femke.get_by_text("Je kunt het nog 4 keer proberen.").first).to_be_visible()
    looked_at(femke, f"{name}-03-foute-code")
    expect(femke.get_by_label("In haar of zijn eigen woorden")).to_have_value("Eerst de verwarming. De rest komt later.")
    femke.get_by_label("De code op het blad").fill(code)
    femke.get_by_role("button", name="Leg dit vast").click()
    expect(femke.get_by_text("De rest komt later.").first).to_be_visible()
    expect(femke.locator("ol.steps").get_by_text("De woningbouw bellen")).to_be_visible()
    expect(femke.get_by_role("link", name="Antwoord op papier")).to_have_count(0)
    looked_at(femke, f"{name}-04-vastgelegd")
