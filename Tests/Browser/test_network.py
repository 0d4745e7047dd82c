"""The people around her: a carer says what she can keep up; who is kept out is out at once (R-007, R-030, R-048)."""

import re

from playwright.sync_api import expect

from support import PHONE, looked_at

KEEPS_UP = "Twee middagen gaat. In het weekend niet."
GIVES = "Koken voor de hele straat."


def test_a_carer_has_her_own_words_and_who_is_kept_out_is_out(server, open_device, javascript):
    name = f"network-{'js' if javascript else 'nojs'}"
    hana = open_device(PHONE, javascript=javascript).new_page()
    hana.goto(f"{server.base}/wijken/oosterhof")
    hana.get_by_label("In uw eigen woorden").fill("Het wordt me te veel.")
    hana.get_by_role("button", name="Verder").click()
    hana.get_by_label(re.compile("Uw telefoonnummer")).fill("06 00 00 01 31")
    hana.get_by_role("button", name="Stuur naar het team").click()
    hana.get_by_role("button", name="Bewaar").click()
    plan = hana.url
    hana.goto(plan + "/deelafspraken/nieuw")
    hana.locator("#naam").fill("Mirjam")
    hana.locator("input[name=deel][value=plan]").first.check()
    hana.get_by_role("button", name="Nodig uit").first.click()
    link = hana.locator("#link").input_value()

    mirjam = open_device(PHONE, javascript=javascript).new_page()
    mirjam.goto(link)
    mirjam.locator("form[action$=aanname] button").click()
    mirjam.get_by_label("Wat ik volhoud").fill(KEEPS_UP)
    mirjam.locator("form[action$=volhouden] button").click()
    expect(mirjam.locator("blockquote", has_text=KEEPS_UP)).to_be_visible()
    looked_at(mirjam, f"{name}-01-volhouden")

    hana.goto(plan + "/tafel")
    expect(hana.locator("blockquote", has_text=KEEPS_UP)).to_be_visible()
    hana.get_by_text("Schrijf iets op").click()
    hana.get_by_label("Wat ik voor anderen wil doen").fill(GIVES)
    hana.locator("form[action$=wederkerigheid] button").click()
    expect(hana.locator("blockquote", has_text=GIVES)).to_be_visible()
    hana.get_by_role("link", name="Hoort Mirjam er nog bij?").click()
    looked_at(hana, f"{name}-02-over-mirjam")
    hana.get_by_role("button", name="Liever niet betrekken").click()
    looked_at(hana, f"{name}-03-tafel")
    expect(hana.get_by_role("heading", name="Toen en nu")).to_be_visible()
    # Out at once, and without a word of why.
    assert mirjam.goto(plan).status == 404
    hana.get_by_text("Nu niet betrokken").click()
    hana.get_by_role("link", name="Mirjam").click()
    hana.get_by_role("button", name="Toch weer betrekken").click()
    expect(hana.locator("li.card.home").filter(has_text="Mirjam")).to_be_visible()
