import Domain

/// The bodies that the API answers with, beside `APIBodies.swift` and its neighbours.
extension OpenAPI {
    static let answerSchemas: [KeyValuePairs<String, Shape>] = [
        frontAnswers, planAnswers, tableAnswers, conferenceAnswers, trustAnswers, takePartSchemas, representingAnswers,
        safetyAnswers, askingSchemas,
    ]

    private static let roles = Shape.choice("De rol.", Role.allCases.map(\.word))
    private static let nextPage = Shape.address("Het adres van de volgende bladzijde. Ontbreekt op de laatste.")
        .optional
    private static let planStates = Shape.choice(
        "Alleen van de eigenaar, voorgelegd aan het team, met een contactpersoon, of waar de eigenaar het heen bracht.",
        Plan.State.allCases.map(\.word))

    private static let frontAnswers: KeyValuePairs<String, Shape> = [
        "Wijken": .answer("Alle wijken.", ["wijken": .list("De wijken.", of: .of("Wijk"))]),
        "Wijk": .answer(
            "Een wijk.",
            [
                "wijk": .text("Hoe de wijk in adressen heet.", example: "oosterhof"),
                "naam": .text("Hoe de wijk heet.", example: "Oosterhof"), "team": Shape.of("Team").optional,
            ]),
        "Team": .answer(
            "Het team van een wijk.",
            ["naam": .text("Hoe het team heet."), "telefoon": .text("Het nummer van het team.")]),
        "Medewerker": .answer("Iemand die hier werkt.", medewerker),
        "PlanBegonnen": .answer(
            "Wat de inwoner terugkrijgt.",
            [
                "planId": .id("Het plan."),
                "code": .text("De code om terug te komen op elk toestel.", example: "4821 9034 1175 2260"),
                "token": .text("De sleutel voor de volgende verzoeken."),
                "eindigtOp": .moment("Tot wanneer het token werkt."),
            ]),
        "Vragen": .answer(
            "Een bladzijde van de vragen die wachten.",
            [
                "vragen": .list("De oudste eerst.", of: .of("WachtendeVraag")),
                "totaal": .number("Hoeveel er wachten."), "volgende": nextPage,
            ]),
        "WachtendeVraag": .answer(
            "Een vraag die wacht op een naam.",
            [
                "id": .id("De vraag."), "wijk": .text("De naam van de wijk."),
                "gesteldOp": .moment("Wanneer hij gesteld is."),
                "dagenWachtend": .number("Hoeveel dagen hij wacht."),
                "zin": .text("De zin van de inwoner. Ontbreekt voor een teamleider.").optional,
                "ingesproken": Shape.always(
                    "Er is een opname, voor wie de vraag oppakt. Ontbreekt als die er niet is.", true
                ).optional,
            ]),
        "Vraag": .answer(
            "De vraag bij een plan.",
            [
                "toestand": .choice("Hoe het ermee staat.", ["wacht", "aangenomen", "ingetrokken"]),
                "gesteldOp": .moment("Wanneer hij gesteld is."),
                "dagenWachtend": .number("Hoeveel dagen geleden dat was."),
            ]),
        "PlanVerwijzing": .answer("Welk plan erbij hoort.", ["planId": .id("Het plan.")]),
        "Verwijzing": .answer("Wat er gemaakt is.", ["id": .id("De id ervan.")]),
        "Sessie": .answer(
            "Een sleutel.",
            [
                "token": .text("Stuur dit mee als `Authorization: Bearer <token>`."),
                "eindigtOp": .moment("Tot wanneer het token werkt."),
                "planId": .id("Het plan dat het opent, voor een inwoner of een gast.").optional,
                "gebruiker": Shape.of("Medewerker").optional,
            ]),
        "HuidigeSessie": .answer(
            "Van wie een token is.",
            [
                "gebruiker": Shape.of("Medewerker").optional, "planId": .id("Het eigen plan.").optional,
                "gastBij": .list("De plannen waar het token als gast binnenkomt.", of: .id("Een plan.")),
            ]),
        "Uitnodiging": .answer(
            "Wat een gast mag weten voor het aannemen.",
            [
                "gast": .text("Wie er uitgenodigd is."), "eigenaar": .text("Wie uitnodigt.").optional,
                "rol": .text("Wat de gast doet, in woorden van de eigenaar.").optional, "niveau": niveau,
                "tot": .day("De laatste dag."), "geopend": .flag("Of dit token hem al aannam."),
            ]),
    ]

    private static let medewerker: KeyValuePairs<String, Shape> = [
        "id": .id("De medewerker."), "naam": .text("De naam."), "rol": roles,
        "telefoon": .text("Het werknummer."), "achtergrond": .text("Waar iemand veel van weet."),
        "foto": .address("Het adres van een foto.").optional,
    ]

    private static let niveau = Shape.choice("Wat iemand mag.", SharingAgreement.Level.allCases.map(\.word))

    private static let planAnswers: KeyValuePairs<String, Shape> = [
        "Plannen": .answer(
            "Een bladzijde van plannen.",
            ["plannen": .list("De plannen.", of: .of("PlanRegel")), "volgende": nextPage]),
        "PlanRegel": .answer(
            "Een plan in een lijst.",
            [
                "id": .id("Het plan."),
                "relatie": relation, "toestand": planStates, "begonnenOp": .moment("Wanneer het begon."),
                "eigenaar": .text("Hoe de eigenaar genoemd wil worden.").optional,
                "openStappen": .number("Hoeveel stappen open zijn.").optional, "niveau": niveau.optional,
                "tot": .day("De laatste dag van de afspraak.").optional,
            ]),
        "Plan": .answer(
            "Een plan, zoals u het mag zien.",
            [
                "id": .id("Het plan."), "relatie": relation,
                "ziet": .choice("Of u alles ziet, of een deel.", ["alles", "deel"]),
                "magSchrijven": .flag("Of u mag meeschrijven."), "toestand": planStates,
                "begonnenOp": .moment("Wanneer het begon."), "versie": .number("Telt de veranderingen."),
                "wijk": .of("Wijk"), "team": .of("Team"),
                "eigenaar": .answer(
                    "De eigenaar.",
                    [
                        "naam": .text("Hoe de eigenaar genoemd wil worden.").optional,
                        "bereik": .text("Voor de eigenaar en de contactpersoon.").optional,
                    ]),
                "contactpersoon": Shape.of("Medewerker").optional, "vraag": Shape.of("Vraag").optional,
                "ritme": .text("Bij een waakvlam: wanneer er weer contact is.").optional,
                "wissenOp": .day("Voor de eigenaar: wanneer alles gewist wordt, als daarom gevraagd is.").optional,
                "kern": .text("De woorden in het midden van de tafel.").optional,
                "zorgen": .list("Voor de eigenaar: zorgen over veiligheid die verteld zijn.", of: .of("Zorg")),
                "ingesproken": Shape.of("IngesprokenBericht").optional,
                "teBevestigen": .list("Notities die de eigenaar nog moet nalezen.", of: .of("Verhaal")),
                "onderwerpen": .list("De onderwerpen die u mag zien.", of: .of("Onderwerp")),
                "stappen": .of("Stappen"),
                "eigenMensen": .number("Hoeveel mensen uit het eigen netwerk aan tafel zitten.").optional,
                "professionals": .number("Hoeveel professionals betrokken zijn.").optional,
                "vertegenwoordigingen": Shape.list(
                    "Wie met de eigenaar beslist. Ontbreekt als er niemand is.", of: .of("Vertegenwoordiging")
                ).optional,
            ]),
        "IngesprokenBericht": .answer(
            "Wat de eigenaar insprak. Alleen voor de eigenaar en de contactpersoon, tot de tekst klopt.",
            [
                "id": .id("De opname."), "soort": .choice("Wat voor geluid.", Recording.Kind.allCases.map(\.mediaType)),
                "seconden": .number("Hoe lang het duurt, als dat bekend is.").optional,
                "gemaaktOp": .moment("Wanneer."),
                "notitie": .id("De tekst waarin het is uitgetypt. Ontbreekt zolang dat niet gebeurd is.").optional,
            ]),
        "Mail": .answer(
            "Of wij de eigenaar mailen.",
            [
                "aan": .flag("Of de eigenaar mail wil."),
                "mogelijk": .flag("Of er een e-mailadres is, en mail gaat."),
            ]),
        "Code": .answer("De code om terug te komen.", ["code": .text("Vier groepen van vier cijfers.")]),
        "Onderwerpen": .answer("Onderwerpen.", ["onderwerpen": .list("De oudste eerst.", of: .of("Onderwerp"))]),
        "Onderwerp": .answer(
            "Een onderwerp.",
            ["id": .id("Het onderwerp."), "naam": .text("De naam."), "genoemdOp": .moment("Wanneer het genoemd werd.")]),
        "Verhalen": .answer("Het verhaal.", ["verhalen": .list("De oudste tekst eerst.", of: .of("Verhaal"))]),
        "Verhaal": .answer(
            "Een tekst uit het verhaal.",
            [
                "id": .id("De tekst."),
                "soort": .choice("Wat voor tekst.", ["eigen-woorden", "notitie", "bevestiging", "familieplan"]),
                "tekst": .text("De woorden."),
                "schrijver": .answer(
                    "Wie dit schreef.", ["soort": relation, "naam": .text("De naam.").optional]),
                "geschrevenOp": .moment("Wanneer."), "onderwerp": .id("Waar het over gaat.").optional,
                "notitie": .id("De notitie die hiermee bevestigd is.").optional,
                "bevestigd": .flag("Bij een notitie: of de eigenaar hem nalas.").optional,
            ]),
        "Stappen": .answer(
            "De stappen.",
            [
                "open": .list("Afgesproken en nog niet gedaan.", of: .of("Stap")),
                "openWachtend": .number("Hoeveel er nog meer open zijn."),
                "voorstellen": .list("Wachten op het antwoord van de eigenaar.", of: .of("Stap")),
                "voorbij": .list("Wat er al gebeurde.", of: .of("Stap")),
            ]),
        "Doelen": .answer("Waar de eigenaar naartoe wil.", ["doelen": .list("Het oudste eerst.", of: .of("Doel"))]),
        "Doel": .answer(
            "Een doel, met alle woorden die er ooit voor waren.",
            [
                "id": .id("Het doel."), "toestand": .choice("Hoe het ermee staat.", Goal.State.allCases.map(\.word)),
                "onderwerp": .id("Waar het bij hoort.").optional, "gemaaktOp": .moment("Wanneer het begon."),
                "geldt": .id("De tekst die nu geldt. Ontbreekt zolang de eigenaar geen ja zei.").optional,
                "teksten": .list("De oudste eerst.", of: .of("DoelTekst")),
                "metingen": .list("Alleen van de eigenaar, de oudste eerst.", of: .of("Meting")),
            ]),
        "DoelTekst": .answer(
            "Woorden voor een doel.",
            [
                "id": .id("De tekst."), "tekst": .text("De woorden."),
                "schrijver": .answer("Wie dit bedacht.", ["soort": relation, "naam": .text("De naam.").optional]),
                "gemaaktOp": .moment("Wanneer."), "toestand": .choice("Het antwoord.", ProposalState.words),
                "toestandSinds": .moment("Sinds wanneer.").optional, "antwoorden": answersGiven,
            ]),
        "Meting": .answer(
            "Hoe het gaat, op de eigen maatlat.",
            [
                "id": .id("De meting."), "stand": .number("Van 0 tot en met 10."),
                "tekst": .text("Wat de eigenaar erbij zei.").optional, "moment": .moment("Wanneer."),
            ]),
        "Blad": .answer(
            "Een blad met wat op antwoord wacht.",
            [
                "id": .id("Het blad."), "gemaaktOp": .moment("Wanneer."), "code": .text("De code die erop staat."),
                "punten": .list(
                    "Waar iets over te zeggen is.",
                    of: .answer("Een punt.", ["id": .text("Het punt."), "tekst": .text("De woorden.")])),
            ]),
        "Stap": .answer(
            "Een stap.",
            [
                "id": .id("De stap."), "tekst": .text("Wat er gebeurt."), "wanneer": .text("Wanneer.").optional,
                "bellen": Shape.of("Bellen").optional,
                "terugkijkenOp": .day("Bij nu niets doen: wanneer er weer gekeken wordt.").optional,
                "drager": .answer(
                    "Wie de stap doet.",
                    [
                        "soort": .choice("Wie.", ["eigenaar", "naaste", "medewerker"]),
                        "id": .id("Wie, als het een ander is.").optional,
                        "naam": .text("De naam, als die bekend is.").optional,
                    ]),
                "toestand": .choice(
                    "Hoe het ermee staat.",
                    [
                        "voorgesteld", "in-gesprek", "afgesproken", "gedaan", "lukt-niet", "nu-niet", "vervallen",
                        "teruggekeken", "ingetrokken",
                    ]),
                "toestandSinds": .moment("Sinds wanneer.").optional,
                "voorgesteldDoor": .id("De medewerker die de stap voorstelde.").optional,
                "gemaaktOp": .moment("Wanneer de stap gemaakt is."),
                "onderwerp": .id("Waar de stap bij hoort.").optional,
                "versie": .number("Telt de veranderingen. Ontbreekt na een handeling.").optional,
                "antwoorden": answersGiven,
            ]),
    ]

    static let relation = Shape.choice(
        "Wie het is bij dit plan.", ["eigenaar", "gast", "vertegenwoordiger", "medewerker"])

    private static let tableAnswers: KeyValuePairs<String, Shape> = [
        "Tafel": .answer(
            "Wie er aan tafel zit.",
            [
                "naasten": .list("Eigen mensen.", of: .of("Naaste")),
                "professionals": .list("Van het team.", of: .of("Professional")),
                "aantalProfessionals": .number("Hoeveel professionals betrokken zijn."),
                "kern": .text("De woorden in het midden van de tafel.").optional,
                "wederkerigheid": .text("Wat de eigenaar voor anderen wil doen.").optional,
                "voorbij": .list("Afspraken die voorbij zijn. Alleen voor de eigenaar.", of: .of("Deelafspraak"))
                    .optional,
            ]),
        "Naaste": .answer(
            "Iemand uit het eigen netwerk.",
            [
                "id": .id("De naaste."), "naam": .text("De naam."), "rol": .text("Wat diegene doet.").optional,
                "sinds": .day("Sinds wanneer aan tafel."),
                "volhouden": .text("Wat diegene volhoudt, in eigen woorden.").optional,
                "buiten": .text(
                    "Liever niet betrokken, en waarom. Alleen voor de eigenaar en het team; leeg zonder reden."
                ).optional, "weggegaanOp": .day("Sinds wanneer er niet meer bij.").optional,
                "deelafspraken": .list("Wat diegene mag zien.", of: .of("Deelafspraak")),
            ]),
        "Professional": .answer(
            "Iemand van het team, aan tafel.",
            [
                "id": .id("De medewerker."), "naam": .text("De naam."), "rol": roles,
                "telefoon": .text("Het werknummer."), "achtergrond": .text("Waar iemand veel van weet."),
                "foto": .address("Het adres van een foto.").optional,
                "deelafspraken": .list("Wat diegene mag zien.", of: .of("Deelafspraak")),
            ]),
        "Deelafspraak": .answer(
            "Het woord van de eigenaar dat iemand mag meekijken.",
            [
                "id": .id("De deelafspraak."),
                "deel": .of("Deel"), "niveau": niveau, "rol": .text("Waarvoor, in woorden van de eigenaar.").optional,
                "vanaf": .moment("Wanneer het begon."), "tot": .day("De laatste dag."),
                "toestand": .choice("Hoe het ermee staat.", ["gegeven", "beeindigd", "verlopen"]),
                "linkGeopend": .flag("Of de gast de link al opende.").optional,
                "naaste": .id("Voor wie, uit het eigen netwerk.").optional,
                "medewerker": .id("Voor wie, van het team.").optional,
            ]),
        "Uitgenodigd": .answer(
            "Wat er van een uitnodiging kwam.",
            [
                "deelafspraak": .id("De deelafspraak, als iemand mag meekijken.").optional,
                "naaste": .id("De naaste, als het geen medewerker is.").optional, "link": Shape.of("Link").optional,
            ]),
        "Link": .answer(
            "Een link voor een gast. Hij werkt één keer, op één toestel.",
            ["geheim": .text("Het geheim in de link."), "adres": .text("De hele link.", format: "uri")]),
    ]

    private static let trustAnswers: KeyValuePairs<String, Shape> = [
        "Inzagen": .answer(
            "Een bladzijde van de inzagen.",
            ["inzagen": .list("De nieuwste eerst.", of: .of("Inzage")), "volgende": nextPage]),
        "Inzage": .answer(
            "Iemand las of schreef iets.",
            [
                "nummer": .number("Het nummer van de regel.", from: 1), "moment": .moment("Wanneer."),
                "naam": .text("Wie. Ontbreekt bij de eigenaar.").optional, "rol": roles,
                "gebeurtenis": .choice("Wat er gebeurde.", JournalEntry.Event.allCases.map(\.rawValue)),
                "handeling": .choice(
                    "Maken, lezen, veranderen, wissen of uitvoeren (NEN 7513).", ["C", "R", "U", "D", "E"]),
                "grond": .choice(
                    "Waarom het mocht.",
                    [
                        "eigen-plan", "afspraak-eigen-netwerk", "wmo", "noodtoegang", "wet-of-rechter", "meldcode",
                        "op-papier", "bewaartermijn",
                        "geen",
                    ]),
                "uitkomst": .choice("Of het mocht.", ["gedaan", "geweigerd"]),
                "weg": .choice("Waarlangs.", ["pagina", "api", "opdracht"]),
            ]),
        "PlanBestand": .answer(
            "Alles van een plan.",
            [
                "soort": .choice("Wat voor bestand.", ["burgerkracht-plan"]),
                "uitgave": .number("Van deze vorm.", from: 1),
                "gemaaktOp": .moment("Wanneer."), "plan": .of("Plan"),
                "verhalen": .list("De oudste tekst eerst.", of: .of("Verhaal")),
                "stappen": .list("Alle stappen.", of: .of("Stap")),
                "doelen": .list("Alle doelen.", of: .of("Doel")), "tafel": .of("Tafel"),
                "conferenties": .list("Alle conferenties, de oudste eerst.", of: .of("Conferentie")),
                "inzagen": .list("De nieuwste eerst.", of: .of("Inzage")),
                "opname": .text("Wat de eigenaar insprak, als het nog bewaard is.", format: "byte").optional,
                "kopie": .text("Hetzelfde, verzegeld: om het hier precies zo terug te zetten.", format: "byte"),
            ]),
        "Noodtoegangen": .answer(
            "Wie in nood in een plan keek.",
            ["noodtoegangen": .list("Wat nog bekeken moet worden eerst.", of: .of("Noodtoegang"))]),
        "Noodtoegang": .answer(
            "Iemand keek in nood in een plan.",
            [
                "id": .id("De noodtoegang."),
                "planId": .id("Het plan. Ontbreekt voor de functionaris gegevensbescherming.").optional,
                "medewerker": .text("Wie."), "reden": .text("Waarom."), "van": .moment("Vanaf."),
                "tot": .moment("Tot, hoogstens een dag later."),
                "beeindigdOp": .moment("Wanneer de medewerker klaar was.").optional,
                "stilte": .text("Waarom de eigenaar het nog niet mocht weten.").optional,
                "verteldOp": .moment("Wanneer de eigenaar het kon lezen.").optional,
                "bevinding": .choice("Wat de functionaris vond.", EmergencyAccess.Finding.allCases.map(\.word))
                    .optional,
                "beoordeeldOp": .moment("Wanneer.").optional, "oordeel": .text("In woorden.").optional,
            ]),
        "Berichten": .answer("Wat er voor u ligt.", ["berichten": .list("Het oudste eerst.", of: .of("Bericht"))]),
        "Bericht": .answer(
            "Wat iemand moet weten of doen.",
            [
                "id": .id("Het bericht."),
                "soort": .choice("Wat er is.", Notice.Kind.allCases.map(\.word)),
                "planId": .id("Over welk plan. Ontbreekt voor een teamleider.").optional,
                "gemaaktOp": .moment("Sinds wanneer het er ligt."),
                "dagenOpen": .number("Hoeveel dagen het er ligt."),
            ]),
        "Werkdruk": .answer(
            "Hoe vol een team zit.",
            [
                "team": .of("Team"),
                "medewerkers": .list(
                    "Wie vragen oppakt.",
                    of: .answer(
                        "Iemand van het team.",
                        [
                            "id": .id("De medewerker."), "naam": .text("De naam."), "rol": roles,
                            "plannen": .number("Van hoeveel plannen contactpersoon."),
                        ])),
                "vragen": .list("De vragen die wachten, zonder de zin.", of: .of("WachtendeVraag")),
                "vragenTotaal": .number("Hoeveel er wachten."),
            ]),
        "Veldregister": .answer("Elk persoonlijk veld.", ["velden": .list("De velden.", of: .of("Veld"))]),
        "Veld": .answer(
            "Een persoonlijk veld.",
            [
                "tabel": .text("De tabel."), "kolom": .text("De kolom."), "doel": .text("Waarvoor."),
                "grond": .choice("Op welke grond.", FieldRegister.Ground.allCases.map(\.rawValue)),
                "termijn": .text("Hoe lang het blijft."),
            ]),
        "Probleem": .answer(
            "Een weigering in woorden (RFC 9457).",
            [
                "status": .number("De HTTP-status.", from: 400), "title": .text("Wat voor weigering."),
                "detail": .text("Wat er is, en wat u kunt doen."),
                "fouten": .list(
                    "Alles wat er niet klopt aan de invoer.",
                    of: .answer("Een fout.", ["veld": .text("In welk veld."), "melding": .text("Wat er anders moet.")])
                ).optional,
                "planId": .id("Bij een tweede vraag van wie al een plan heeft: dat plan.").optional,
            ]),
    ]
}
