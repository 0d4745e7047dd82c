import Domain

/// The bodies that the API asks for. How long a text may be comes from Domain.
extension OpenAPI {
    private static let wijk = Shape.text(
        "De wijk, zoals in het adres ervan.", most: Words.Room.line.rawValue, example: "oosterhof")
    private static let zin = Shape.words(
        "Wat er aan de hand is, in eigen woorden.", most: Words.Room.sentence.rawValue,
        example: "Ik slaap niet meer door de schulden.")

    static let requestSchemas: KeyValuePairs<String, Shape> = [
        "VraagStellen": .oneOf(
            "Een vraag aan het team van een wijk, of een plan voor uzelf.", .of("VraagAanTeam"), .of("PlanVoorZelf")),
        "VraagAanTeam": .request(
            "Een vraag aan het team van een wijk.",
            [
                "wijk": wijk, "zin": zin,
                "bereik": .words(
                    "Eén manier om de inwoner te bereiken.", most: Words.Room.reach.rawValue,
                    example: "06 12 34 56 78"),
                "alleenVoorMij": .always("Het team leest mee.", false).optional,
            ]),
        "PlanVoorZelf": .request(
            "Een plan dat niemand anders leest.",
            [
                "wijk": wijk, "zin": zin,
                "bereik": .optionalWords(
                    "Eén manier om de inwoner te bereiken.", most: Words.Room.reach.rawValue,
                    example: "06 12 34 56 78"),
                "alleenVoorMij": .always("Er gaat niets naar het team.", true),
            ]),
        "VraagInspreken": .request(
            "Een vraag aan het team van een wijk, als opname. Er mag een zin bij.",
            [
                "wijk": wijk, "zin": Shape.text("Wat er aan de hand is.", most: Words.Room.sentence.rawValue).optional,
                "bereik": .words(
                    "Eén manier om de inwoner te bereiken.", most: Words.Room.reach.rawValue,
                    example: "06 12 34 56 78"),
                "seconden": Shape.whole("Hoe lang de opname duurt.", 1...Recording.mostSeconds).optional,
                "opname": .text("WebM, Ogg, MP4, MP3 of WAV, hoogstens 2 MiB en twee minuten.", format: "binary"),
            ]),
        "UitgetypteOpname": .request(
            "Wat er te horen is, in woorden.",
            ["tekst": .words("Zo veel als kan in de woorden van de eigenaar.", most: Words.Room.story.rawValue)]),
        "VraagVoorleggen": .request(
            "Een plan dat de eigenaar eerst voor zichzelf hield.",
            [
                "bereik": .optionalWords(
                    "Eén manier om de inwoner te bereiken. Nodig als het team er nog geen heeft.",
                    most: Words.Room.reach.rawValue, example: "06 12 34 56 78")
            ]),
        "Toewijzing": .request(
            "Wie de vraag oppakt.", ["medewerker": .id("Iemand van het team die vragen oppakt.")]),
        "SessieBeginnen": .oneOf(
            "Een code, een link uit een mail, of een naam met een wachtwoord.", .of("MetCode"), .of("MetLink"),
            .of("MetWachtwoord")),
        "MetLink": .request(
            "Terugkomen met de link uit een mail.",
            ["link": .text("Het laatste stuk van de link.", most: 64, pattern: "^[0-9a-f]{64}$")]),
        "LinkVragen": .request(
            "Een link per mail.",
            [
                "adres": .text(
                    "Het e-mailadres dat de inwoner gaf.", most: 254,
                    pattern: MailAddress.pattern, example: "samira@voorbeeld.nl")
            ]),
        "Mailkeuze": .request("Of wij de eigenaar mailen.", ["aan": .flag("Mail aan, of uit.")]),
        "MetCode": .request(
            "Terugkomen bij het eigen plan.",
            [
                "code": .text(
                    "Zestien cijfers. Spaties, streepjes en punten maken niet uit.", most: 100,
                    pattern: "^[\\s.-]*([0-9][\\s.-]*){16}$", example: "4821 9034 1175 2260")
            ]),
        "MetWachtwoord": .request(
            "Inloggen, voor wie hier werkt.",
            [
                "naam": .words("De inlognaam.", most: Words.Room.line.rawValue, example: "femke"),
                "wachtwoord": .text("Het wachtwoord.", most: 1000, format: "password"),
            ]),
        "Geheim": .request(
            "Het geheim uit de link van een uitnodiging.",
            ["geheim": .words("Het laatste stuk van de link.", most: Words.Room.line.rawValue)]),
        "Eigenaar": .request(
            "Hoe de eigenaar genoemd en bereikt wil worden.",
            [
                "naam": .optionalWords(
                    "Een voornaam is genoeg.", most: Words.Room.line.rawValue, example: "Samira"),
                "bereik": .optionalWords(
                    "Eén manier om de inwoner te bereiken.", most: Words.Room.reach.rawValue,
                    example: "06 12 34 56 78"),
            ]),
        "VerhaalSchrijven": .request(
            "Een tekst voor het verhaal.",
            [
                "tekst": .words("In eigen woorden.", most: Words.Room.story.rawValue),
                "onderwerp": .id("Waar het over gaat. Zonder onderwerp gaat het over alles.").optional,
            ]),
        "Bevestiging": .request(
            "De tekst zoals die klopt volgens de eigenaar.",
            ["tekst": .words("De notitie, met wat de eigenaar veranderde.", most: Words.Room.story.rawValue)]),
        "OnderwerpNoemen": .request(
            "Een onderwerp dat iemand noemt.",
            ["naam": .words("In vrije woorden.", most: Words.Room.line.rawValue, example: "geld")]),
        "Wending": .request(
            "Hoe het met het plan verder gaat.",
            [
                "woorden": .optionalWords(
                    "Wat de eigenaar erbij wil zeggen.", most: Words.Room.line.rawValue, example: "koffie in mei")
            ]),
        "EigenWoorden": .request(
            "Iets in eigen woorden, of niets.",
            ["tekst": .optionalWords("In eigen woorden.", most: Words.Room.sentence.rawValue)]),
        "DoelZeggen": .request(
            "Waar iemand naartoe wil.",
            [
                "tekst": .words("In eigen woorden.", most: Words.Room.sentence.rawValue, example: "Ik wil weer slapen"),
                "onderwerp": Shape.id("Waar het bij hoort.").optional,
            ]),
        "DoelVerwoorden": .request(
            "Andere woorden voor een doel.",
            ["tekst": .words("De woorden.", most: Words.Room.sentence.rawValue, example: "Ik wil zes uur slapen")]),
        "Meten": .request(
            "Hoe het gaat, op de eigen maatlat.",
            [
                "stand": .whole("Van zo slecht als het kan tot zoals u het wilt.", Measurement.scale),
                "tekst": .optionalWords("Wat u erbij wilt zeggen.", most: Words.Room.sentence.rawValue),
            ]),
        "BladInvullen": .request(
            "Wat de eigenaar zei, met de code van het blad. Wat er niet bij staat, blijft wachten.",
            [
                "code": .text("Zes cijfers.", most: 20),
                "goed": Shape.list("Punten waar ja op gezegd is.", of: .text("Het punt.")).optional,
                "nuNiet": Shape.list("Punten waar nu niet op gezegd is.", of: .text("Het punt.")).optional,
            ]),
        "Noodopening": .request(
            "Een plan openen omdat iemand in gevaar is.",
            [
                "bereik": .words("Het nummer of adres dat de inwoner gaf.", most: Words.Room.reach.rawValue),
                "reden": .words("Wat er aan de hand is.", most: Words.Room.sentence.rawValue),
                "uren": .whole("Voor hoe lang.", 1...EmergencyAccess.longestHours),
                "stilte": .optionalWords(
                    "Waarom de inwoner het nog niet mag weten.", most: Words.Room.sentence.rawValue),
            ]),
        "Noodoordeel": .request(
            "Wat de functionaris ervan vond.",
            [
                "bevinding": .choice("Terecht of niet.", EmergencyAccess.Finding.allCases.map(\.word)),
                "tekst": .optionalWords("In woorden.", most: Words.Room.sentence.rawValue),
            ]),
        "Wissing": .request(
            "Wanneer alles gewist wordt.",
            ["wanneer": .choice("Nu, of na een tijd waarin het nog terug kan.", ["nu", "later"])]),
        "StapMaken": .request(
            "Een kleine stap: wie doet wat, en wanneer.",
            [
                "tekst": .words(
                    "Wat er gaat gebeuren.", most: Words.Room.sentence.rawValue, example: "De brieven zoeken"),
                "wanneer": .optionalWords(
                    "In vrije woorden.", most: Words.Room.line.rawValue, example: "woensdag 15:00"),
                "terugkijkenOp": .day("Voor nu niets doen: wanneer er weer gekeken wordt, hoogstens een jaar vooruit.")
                    .optional,
                "drager": .oneOf("Wie de stap doet.", .of("DragerEigenaar"), .of("DragerAnder")),
                "onderwerp": .id("Waar de stap bij hoort.").optional,
            ]),
        "DragerEigenaar": .request("De eigenaar zelf.", ["soort": .choice("Altijd `eigenaar`.", ["eigenaar"])]),
        "DragerAnder": .request(
            "Iemand anders aan tafel.",
            [
                "soort": .choice("Uit het eigen netwerk, of van het team.", ["naaste", "medewerker"]),
                "id": .id("Wie, zoals in de tafel."),
            ]),
        "Uitnodigen": .oneOf("Iemand aan tafel.", .of("UitnodigenNieuw"), .of("UitnodigenBekend")),
        "UitnodigenNieuw": .request(
            "Iemand die nog niet aan tafel zit. Zonder toegang kijkt diegene niet mee.",
            ["gast": .of("GastNieuw"), "toegang": Shape.oneOf("Wat diegene mag zien.", .of("Toegang")).optional]),
        "UitnodigenBekend": .request(
            "Iemand die al aan tafel zit, of iemand van het team.",
            ["gast": .of("GastBekend"), "toegang": .of("Toegang")]),
        "GastNieuw": .request(
            "Iemand uit het eigen netwerk die nog niet aan tafel zit.",
            [
                "soort": .choice("Altijd `nieuw`.", ["nieuw"]),
                "naam": .words("Een voornaam is genoeg.", most: Words.Room.line.rawValue, example: "Laila"),
                "rol": .optionalWords(
                    "Wat diegene doet, in eigen woorden.", most: Words.Room.line.rawValue,
                    example: "mijn zus, haalt Yara op"),
            ]),
        "GastBekend": .request(
            "Iemand die al aan tafel zit, of iemand van het team.",
            [
                "soort": .choice("Uit het eigen netwerk, of van het team.", ["naaste", "medewerker"]),
                "id": .id("Wie."),
            ]),
        "Toegang": .request(
            "Wat iemand mag zien, hoe, en tot wanneer.",
            [
                "deel": .oneOf("Welk deel van het plan.", .of("DeelPlan"), .of("DeelAnder")),
                "niveau": .choice(
                    "Alleen lezen, of ook schrijven en eigen stappen afvinken.", ["meelezen", "meedoen"]),
                "tot": .day("De laatste dag, hoogstens een jaar vooruit."),
            ]),
        "DeelPlan": .request("Het hele plan.", ["soort": .choice("Altijd `plan`.", ["plan"])]),
        "DeelAnder": .request(
            "Eén onderwerp of één stap.",
            [
                "soort": .choice("Welke van de twee.", ["onderwerp", "stap"]),
                "id": .id("Welk onderwerp of welke stap."),
            ]),
    ]
}
