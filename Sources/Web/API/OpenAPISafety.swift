import Domain
import HTTPTypes

/// The table of operations and the bodies of worries about safety.
extension OpenAPI {
    static let safetyOperations: [Operation] = [
        Operation(
            method: .get, path: "/veiligheidssporen", name: "leesVeiligheidssporen", tag: .safety,
            summary: "De zorgen over veiligheid waar u van weet",
            description: "Wat loopt eerst, het oudste voorop. Elke keer staat in de inzagen van het spoor zelf.",
            answer: .ok("Veiligheidssporen"), refusals: [403, 409]),
        Operation(
            method: .post, path: "/plannen/{plan}/veiligheidssporen", name: "beginVeiligheidsspoor", tag: .safety,
            summary: "Ik maak me zorgen over veiligheid",
            description: """
                Stap 1 van de meldcode, door een professional aan tafel. Precies één van `vertelling` en `stilte` is \
                ingevuld: wat de inwoner hoorde, of waarom nog niet. Met `spoed` gaat het meteen naar stap 5.
                """,
            body: "VeiligheidsspoorBeginnen", answer: .created("Verwijzing"), isOnce: true),
        Operation(
            method: .get, path: "/veiligheidssporen/{spoor}", name: "leesVeiligheidsspoor", tag: .safety,
            summary: "Eén spoor", description: "Voor wie ervan weet, en voor niemand anders.",
            answer: .ok("Veiligheidsspoor"), refusals: [403, 404, 409]),
        track(
            "/stappen/{meldstap}/afronding", "rondMeldstapAf", "Klaar met deze stap", "StapAfronden",
            "Stap 2, 3 of 4. De vijf vragen van de afweging horen bij stap 4; geen ervan is verplicht."),
        track("/stappen/{meldstap}/weglating", "slaMeldstapOver", "Deze stap overslaan, en waarom", "SpoorZin"),
        track("/spoed", "haastVeiligheidsspoor", "Acuut: meteen beslissen, en waarom", "SpoorZin"),
        track(
            "/besluit", "beslisVeiligheidsspoor", "Stap 5, en wat terugkijken oplevert", "SpoorBesluit",
            "`hulp` vraagt een dag om terug te kijken. `veilig` kan alleen bij terugkijken."),
        track(
            "/aanvulling", "vulVeiligheidsspoorAan", "Iets toevoegen", "SpoorTekstSchrijven",
            "Door iedereen die ervan weet, zolang het loopt."),
        track(
            "/vertelling", "vertelVeiligheid", "De inwoner weet het nu", "SpoorZin",
            "De inwoner leest precies deze woorden op het plan."),
        track(
            "/meelezers", "deelVeiligheidsspoor", "Zet een collega erbij", "SpoorMedewerker",
            "Die kan vanaf dan alles lezen."),
        track(
            "/meelezers/{medewerker}/beeindiging", "beeindigMeelezen", "Leest niet meer mee", nil),
        track(
            "/overdracht", "draagVeiligheidsspoorOver", "Een ander zet de volgende stap", "SpoorMedewerker",
            "Door wie de volgende stap zet; of door wie ervan weet, voor zichzelf."),
    ]

    private static func track(
        _ place: String, _ name: String, _ summary: String, _ body: String?, _ description: String? = nil
    ) -> Operation {
        Operation(
            method: .post, path: "/veiligheidssporen/{spoor}\(place)", name: name, tag: .safety, summary: summary,
            description: description, body: body, answer: .done, refusals: [403, 404])
    }

    static let safetyRequests: KeyValuePairs<String, Shape> = [
        "VeiligheidsspoorBeginnen": .request(
            "Wat iemand zag of hoorde.",
            [
                "over": .words(
                    "Over wie de zorg gaat.", most: Words.Room.line.rawValue, example: "Noor (4) en haar moeder"),
                "signalen": .words("Wat er te zien of te horen was.", most: Words.Room.story.rawValue),
                "vertelling": .optionalWords("Wat de inwoner hoorde.", most: Words.Room.sentence.rawValue),
                "stilte": .optionalWords(
                    "Waarom de inwoner het nog niet weet.", most: Words.Room.sentence.rawValue),
                "spoed": .optionalWords("Waarom het niet kan wachten.", most: Words.Room.sentence.rawValue),
            ]),
        "StapAfronden": .request(
            "Wat een stap opleverde.",
            [
                "tekst": .words("In woorden.", most: Words.Room.story.rawValue),
                "vermoeden": .optionalWords(
                    "Is er nog een vermoeden van geweld of verwaarlozing?", most: Words.Room.sentence.rawValue),
                "gevaar": .optionalWords(
                    "Is het acuut of steeds opnieuw onveilig?", most: Words.Room.sentence.rawValue),
                "hulp": .optionalWords("Is er genoeg hulp te geven?", most: Words.Room.sentence.rawValue),
                "meedoen": .optionalWords("Nemen zij de hulp aan?", most: Words.Room.sentence.rawValue),
                "opTijd": .optionalWords(
                    "Wordt het op tijd veilig, en blijft het zo?", most: Words.Room.sentence.rawValue),
            ]),
        "SpoorZin": .request("Iets in woorden.", ["tekst": .words("De woorden.", most: Words.Room.sentence.rawValue)]),
        "SpoorTekstSchrijven": .request(
            "Iets in woorden.", ["tekst": .words("De woorden.", most: Words.Room.story.rawValue)]),
        "SpoorBesluit": .request(
            "Het besluit, met waarom.",
            [
                "besluit": .choice("Wat er besloten is.", SafetyTrack.Decision.words),
                "terugkijkenOp": .day("Van morgen tot drie maanden vooruit. Nodig bij `hulp`.").optional,
                "tekst": .words("Waarom.", most: Words.Room.story.rawValue),
            ]),
        "SpoorMedewerker": .request("Een collega.", ["medewerker": .id("Iemand die vragen oppakt.")]),
    ]

    static let safetyAnswers: KeyValuePairs<String, Shape> = [
        "Veiligheidssporen": .answer(
            "Zorgen over veiligheid.", ["sporen": .list("Wat loopt eerst.", of: .of("VeiligheidsspoorRegel"))]),
        "VeiligheidsspoorRegel": .answer(
            "Een zorg over veiligheid.",
            [
                "id": .id("Het spoor."), "over": .text("Over wie het gaat."),
                "toestand": .choice("Hoe het ermee staat.", SafetyTrack.State.words),
                "begonnenOp": .moment("Wanneer het begon."), "verantwoordelijke": .of("Medewerker"),
                "terugkijkenOp": .day("Wanneer er teruggekeken wordt.").optional,
                "afgeslotenOp": .moment("Wanneer het is afgesloten.").optional,
                "verteldOp": .moment("Wanneer de inwoner het laatst iets hoorde.").optional,
                "plan": .choice("Hoe het met het plan ging.", SafetyTrack.PlanFate.allCases.map(\.word)),
                "planSinds": .moment("Sinds wanneer, als er iets veranderde.").optional,
                "wissenOp": .day("Wanneer alles ervan gewist wordt.").optional,
            ]),
        "Veiligheidsspoor": .answer(
            "Een zorg over veiligheid, voor wie ervan weet.",
            [
                "spoor": .of("VeiligheidsspoorRegel"),
                "planId": .id("Het plan waar het begon, voor wie daar aan tafel zit.").optional,
                "teksten": .list("De oudste eerst.", of: .of("SpoorTekst")),
                "wieWeetErvan": .list("Wie het kan lezen.", of: .of("Medewerker")),
                "inzagen": .list("Wie erin las of schreef, de nieuwste eerst.", of: .of("Inzage")),
            ]),
        "SpoorTekst": .answer(
            "Iets dat is opgeschreven. Het verandert niet meer.",
            [
                "stap": .choice("Bij welke stap.", SafetyTrack.Stage.allCases.map(\.word)),
                "soort": .choice("Wat voor tekst.", SafetyEntry.Kind.words),
                "vraag": .choice("Welke vraag van de afweging.", SafetyConsideration.allCases.map(\.word)).optional,
                "besluit": .choice("Welk besluit.", SafetyTrack.Decision.words).optional,
                "terugkijkenOp": .day("Bij een besluit: wanneer er teruggekeken wordt.").optional,
                "overgedragenAan": .id("Wie de volgende stap kreeg.").optional,
                "tekst": .text("De woorden.").optional, "schrijver": .text("Wie."), "moment": .moment("Wanneer."),
            ]),
        "Zorg": .answer(
            "Wat de eigenaar van een zorg over veiligheid hoorde.",
            [
                "medewerker": .of("Medewerker"),
                "stap": .choice("Bij welke stap dat was.", SafetyTrack.Stage.allCases.map(\.word)),
                "tekst": .text("De woorden."), "verteldOp": .moment("Wanneer."),
                "afgeslotenOp": .moment("Wanneer het is afgesloten.").optional,
            ]),
    ]
}
