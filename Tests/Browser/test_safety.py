"""The safety variant of Femke's day (D4): a bruise on Noor, consult first, five steps, told or not yet (R-129, I3)."""

import datetime
import re

from playwright.sync_api import expect

from support import DESKTOP, PHONE, login_as, looked_at, take_up

SENTENCE = {True: "Het is thuis zo druk dat ik niet slaap.", False: "Ik kom thuis niet meer tot rust."}
PHONE_NUMBER = {True: "06 00 00 02 41", False: "06 00 00 02 42"}
ABOUT = {True: "Noor (4) en haar moeder", False: "Noor (5) en haar moeder"}
BRUISE = "Een blauwe plek op de bovenarm van Noor. Zij zei: papa was boos."
TOLD = "Ik zag een blauwe plek bij Noor en ik maak me zorgen."


def details(page, title):
    page.locator("summary", has_text=title).click()


def test_a_bruise_consult_first_and_she_is_told(server, open_device, javascript):
    name = f"safety-{'js' if javascript else 'nojs'}"
    samira = open_device(PHONE, javascript=javascript).new_page()
    samira.goto(f"{server.base}/wijken/oosterhof")
    samira.get_by_label("In uw eigen woorden").fill(SENTENCE[javascript])
    samira.get_by_role("button", name="Verder").click()
    samira.get_by_label(re.compile("Uw telefoonnummer")).fill(PHONE_NUMBER[javascript])
    samira.get_by_role("button", name="Stuur naar het team").click()
    samira.get_by_label(re.compile("Hoe wilt u genoemd worden")).fill("Samira")
    samira.get_by_role("button", name="Bewaar").click()
    plan = samira.url

    femke = open_device(PHONE, javascript=javascript).new_page()
    login_as(femke, server.base, "Femke")
    take_up(femke, server.base, SENTENCE[javascript])
    femke.goto(plan)
    femke.get_by_role("link", name="Ik maak me zorgen over veiligheid").click()
    looked_at(femke, f"{name}-01-eerst-overleggen")
    expect(femke.get_by_role("link", name=re.compile("Bel Veilig Thuis: 0800.2000"))).to_be_visible()
    expect(femke.get_by_role("link", name=re.compile("Bel.*Rashid Amrani"))).to_be_visible()

    # Neither told nor a reason: nothing begins, and nothing that was typed is lost.
    femke.get_by_label("Over wie maak je je zorgen?").fill(ABOUT[javascript])
    femke.get_by_label("Wat zie of hoor je?").fill(BRUISE)
    femke.get_by_role("button", name="Begin dit spoor").click()
    expect(femke.get_by_text("Vul één van deze twee in").first).to_be_visible()
    expect(femke.get_by_label("Wat zie of hoor je?")).to_have_value(BRUISE)
    femke.get_by_label("Of: waarom weet de inwoner het nog niet?").fill("Ik overleg eerst met Rashid.")
    femke.get_by_role("button", name="Begin dit spoor").click()
    expect(femke.get_by_role("heading", name=ABOUT[javascript])).to_be_visible()
    track = femke.url
    looked_at(femke, f"{name}-02-stap-twee")

    # Her plan shows nothing of it, not in what was read either.
    samira.reload()
    expect(samira.get_by_text("veiligheid")).to_have_count(0)
    samira.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(samira.get_by_text("veiligheid")).to_have_count(0)
    assert samira.goto(track).status == 404

    # Nobody knows who was not named.
    tess = open_device(PHONE, javascript=javascript).new_page()
    login_as(tess, server.base, "Tess")
    assert tess.goto(track).status == 404
    bram = open_device(PHONE, javascript=javascript).new_page()
    login_as(bram, server.base, "Bram")
    assert bram.goto(track).status == 404
    nadia = open_device(PHONE, javascript=javascript).new_page()
    login_as(nadia, server.base, "Nadia")
    assert nadia.goto(track).status == 403

    # Rashid is added, reads, and advises in his own words.
    femke.get_by_label("Zet een collega erbij").select_option(label="Rashid Amrani")
    femke.get_by_role("button", name="Zet erbij").click()
    rashid = open_device(PHONE, javascript=javascript).new_page()
    login_as(rashid, server.base, "Rashid")
    rashid.goto(server.base + "/veiligheid")
    looked_at(rashid, f"{name}-03-lijst")
    rashid.get_by_role("link", name=ABOUT[javascript]).click()
    details(rashid, "Iets toevoegen")
    rashid.get_by_label("Wat zag of hoorde je nog?").fill("Praat met haar als zij alleen is.")
    rashid.get_by_role("button", name="Bewaar").click()
    looked_at(rashid, f"{name}-04-collega")

    # Step two; a second window comes too late and reads so.
    late = femke.context.new_page()
    late.goto(track)
    late.get_by_label("Met wie overlegde je, en wat was het advies?").fill("Iets anders.")
    femke.reload()
    femke.get_by_label("Met wie overlegde je, en wat was het advies?").fill("Rashid en Veilig Thuis: eerst praten.")
    femke.get_by_role("button", name="Klaar met deze stap").click()
    late.get_by_role("button", name="Klaar met deze stap").click()
    expect(late.get_by_text("Iemand was net eerder")).to_be_visible()
    looked_at(late, f"{name}-05-te-laat")
    late.close()

    # She is told, in words that she reads on her plan. The notes she does not.
    details(femke, "Vertel het nu")
    femke.get_by_label("Wat heb je de inwoner verteld?").fill(TOLD)
    femke.get_by_role("button", name="Zet dit op het plan").click()
    samira.goto(plan)
    looked_at(samira, f"{name}-06-de-inwoner")
    expect(samira.get_by_text(TOLD)).to_be_visible()
    expect(samira.get_by_text("papa was boos")).to_have_count(0)
    samira.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(samira.get_by_text("vertelde over een zorg over veiligheid")).to_be_visible()

    # Steps three and four; the five questions may stay empty.
    femke.get_by_label("Wat vertelde je de inwoner, en wat zei die?").fill("Zij schrok, en was opgelucht.")
    femke.get_by_role("button", name="Klaar met deze stap").click()
    looked_at(femke, f"{name}-07-wegen")
    femke.get_by_label(re.compile("Is het acuut, of steeds opnieuw onveilig")).fill("Niet acuut. Wel de tweede keer.")
    femke.get_by_label("Wat weegt nu het zwaarst?").fill("Zij wil hulp en belt zelf haar zus.")
    femke.get_by_role("button", name="Klaar met deze stap").click()

    # Help, and a day to look back.
    day = (datetime.date.today() + datetime.timedelta(days=14)).isoformat()
    femke.get_by_text("Hulp geven en volgen").click()
    femke.get_by_label("Waarom?").fill("Elke week langs, en de school kijkt mee.")
    femke.get_by_role("button", name="Dit besluit ik").click()
    expect(femke.get_by_text(re.compile("Kies een dag van morgen")).first).to_be_visible()
    femke.get_by_label(re.compile("Ik kijk terug op")).fill(day)
    looked_at(femke, f"{name}-08-beslissen")
    femke.get_by_role("button", name="Dit besluit ik").click()
    expect(femke.get_by_role("heading", name="Terugkijken: is het veilig?")).to_be_visible()
    looked_at(femke, f"{name}-09-volgen")

    # The plan stops, nobody has to agree, and she reads what does not stop with it.
    samira.goto(plan)
    samira.get_by_role("link", name="Pauze, afronden of iemand anders").click()
    expect(samira.get_by_text("Die stopt niet als uw plan stopt")).to_be_visible()
    looked_at(samira, f"{name}-10-stoppen")
    samira.get_by_role("button", name="Stop met het plan").click()
    expect(samira.get_by_text(TOLD)).to_be_visible()
    femke.goto(server.base + "/vandaag")
    expect(femke.get_by_text(re.compile("is het plan gestopt of gewist"))).to_be_visible()
    looked_at(femke, f"{name}-11-vandaag")
    assert femke.goto(plan).status == 404
    femke.goto(track)
    expect(femke.get_by_text(re.compile("Het plan is gestopt"))).to_be_visible()

    # All of it is erased; the track stays for those who know of it.
    samira.goto(plan)
    samira.get_by_role("link", name="Meenemen of wissen").click()
    expect(samira.get_by_text("Het gaat niet mee en wordt niet gewist")).to_be_visible()
    looked_at(samira, f"{name}-12-wissen")
    samira.get_by_text("Nu meteen").click()
    samira.get_by_label("Ik begrijp dat alles dan weg is.").check()
    samira.get_by_role("button", name="Alles wissen").click()
    femke.reload()
    expect(femke.get_by_text(re.compile("Het plan is gewist \\("))).to_be_visible()
    expect(femke.get_by_text(BRUISE)).to_be_visible()
    femke.get_by_text("Het is veilig genoeg").click()
    femke.get_by_label("Waarom?").fill("Veilig Thuis volgt het verder.")
    femke.get_by_role("button", name="Dit besluit ik").click()
    expect(femke.get_by_text("Afgesloten: veilig genoeg")).to_be_visible()
    looked_at(femke, f"{name}-13-afgesloten")


def test_in_town_one_was_told_and_one_was_not(server, open_device):
    mariam = open_device(PHONE).new_page()
    login_as(mariam, server.base, "Mariam")
    expect(mariam.get_by_role("heading", name="Iemand maakt zich zorgen over veiligheid")).to_be_visible()
    expect(mariam.get_by_text("papa kneep")).to_have_count(0)
    looked_at(mariam, "safety-town-01-mariam")
    esther = open_device(PHONE).new_page()
    login_as(esther, server.base, "Esther")
    expect(esther.get_by_text("veiligheid")).to_have_count(0)
    esther.get_by_role("link", name="Wie heeft meegekeken?").click()
    expect(esther.get_by_text("veiligheid")).to_have_count(0)
    tess = open_device(DESKTOP).new_page()
    login_as(tess, server.base, "Tess")
    looked_at(tess, "safety-town-02-vandaag")
    tess.goto(server.base + "/veiligheid")
    tess.get_by_role("link", name="Ilias (6) en zijn moeder").click()
    looked_at(tess, "safety-town-03-wegen")
    expect(tess.get_by_label("Wat weegt nu het zwaarst?")).to_be_visible()
    daan = open_device(PHONE).new_page()
    login_as(daan, server.base, "Daan")
    daan.goto(server.base + "/veiligheid")
    daan.get_by_text("Afgesloten", exact=True).click()
    daan.get_by_role("link", name="Joyce en Milan (15)").click()
    looked_at(daan, "safety-town-04-afgesloten")
