"""What is typed survives: a crashed tab, a lost connection, a session that ended, a page that changed meanwhile."""

import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, axe, login_as

WORDS = "De brieven liggen in een tas en ik durf ze niet open te maken."
UNSENT = "Dit stond nog op dit toestel."


def story(page, base, who="Monique"):
    login_as(page, base, who)
    page.get_by_role("link", name=re.compile("Lees en schrijf verder")).click()
    return page.locator("form:has(textarea) textarea").last


def drafts(page):
    page.wait_for_load_state("load")  # the script comes after the page
    return page.evaluate("""() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
        .filter((key) => key.startsWith('concept:')).length""")


def test_a_crashed_tab_loses_nothing_and_sending_lets_go(server, open_device):
    context = open_device(PHONE)
    page = context.new_page()
    field = story(page, server.base)
    address = page.url
    field.fill(WORDS)
    page.close()  # as when the tab crashes: nothing was sent
    page = context.new_page()
    page.goto(address)
    field = page.locator("form:has(textarea) textarea").last
    expect(field).to_have_value(WORDS)
    expect(page.get_by_text(UNSENT)).to_be_visible()
    axe(page)
    field.locator("xpath=ancestor::form").get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text(WORDS).first).to_be_visible()
    assert drafts(page) == 0
    expect(page.get_by_text(UNSENT)).to_have_count(0)


def test_without_connection_the_text_stays_and_can_be_sent_later(server, open_device):
    context = open_device(PHONE)
    page = context.new_page()
    field = story(page, server.base)
    field.fill("Zonder verbinding geschreven.")
    context.set_offline(True)
    button = field.locator("xpath=ancestor::form").get_by_role("button", name="Bewaar")
    button.click()
    expect(page.get_by_text("Er is nu geen verbinding.")).to_be_visible()
    expect(field).to_have_value("Zonder verbinding geschreven.")
    context.set_offline(False)
    button.click()
    expect(page.get_by_text("Zonder verbinding geschreven.").first).to_be_visible()
    assert drafts(page) == 0


def test_a_session_that_ended_keeps_the_text_and_leaving_takes_it_away(server, open_device):
    context = open_device(PHONE)
    page = context.new_page()
    field = story(page, server.base)
    address = page.url
    field.fill("Net voor de sessie voorbij was.")
    context.clear_cookies()
    field.locator("xpath=ancestor::form").get_by_role("button", name="Bewaar").click()
    assert drafts(page) == 1, "refused, so not kept here: the draft stays"
    login_as(page, server.base, "Monique")
    page.goto(address)
    field = page.locator("form:has(textarea) textarea").last
    expect(field).to_have_value("Net voor de sessie voorbij was.")
    page.get_by_role("button", name="Sluit af").click()
    page.wait_for_url(server.base + "/")
    assert drafts(page) == 0


def test_somebody_else_on_this_device_sees_no_draft(server, open_device):
    context = open_device(DESKTOP)
    page = context.new_page()
    field = story(page, server.base)
    field.fill("Alleen voor mij.")
    login_as(page, server.base, "Femke Dijkstra")
    page.goto(server.base + "/vandaag")
    assert drafts(page) == 0


def test_words_that_changed_meanwhile_stand_beside_hers(server, open_device):
    context, elsewhere = open_device(PHONE), open_device(DESKTOP)
    page, other = context.new_page(), elsewhere.new_page()
    for one in (page, other):
        login_as(one, server.base, "Truus")
        one.get_by_role("link", name="Alle doelen, en hoe het gaat").click()
        one.get_by_role("link", name=re.compile("Bekijk dit doel")).first.click()
        one.get_by_text("Anders verwoorden").click()
    page.get_by_label("In andere woorden").fill("Elke week samen eten")
    other.get_by_label("In andere woorden").fill("Twee avonden niet alleen")
    other.locator("details form").get_by_role("button", name="Bewaar").click()
    page.reload()
    expect(page.get_by_label("In andere woorden")).to_have_value("Elke week samen eten")
    expect(page.locator(".draft")).to_contain_text("Twee avonden niet alleen")
    page.get_by_role("button", name="Gooi weg").click()
    expect(page.get_by_label("In andere woorden")).to_have_value("Twee avonden niet alleen")
    assert drafts(page) == 0


def test_the_page_is_read_aloud_in_its_language(server, open_device):
    page = open_device(PHONE).new_page()
    page.add_init_script("""
        window.spoken = []
        Object.defineProperty(window, 'speechSynthesis', { value: {
            speak: (words) => window.spoken.push([words.lang, words.text]), cancel: () => window.spoken.push('stop') } })
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
    """)
    page.goto(f"{server.base}/wijken/oosterhof")
    page.get_by_role("button", name="Lees voor").click()
    spoken = page.evaluate("window.spoken")
    assert all(language == "nl" for language, _ in spoken) and len(spoken) > 3
    assert any("Wat is er aan de hand" in text for _, text in spoken)
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate("window.spoken").pop() == "stop"
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    page.goto(f"{server.base}/taal/ar?terug=/wijken/oosterhof")
    page.locator("[data-speak]").click()
    assert page.evaluate("window.spoken")[0][0] == "ar"
