import Domain

/// Places to take part, in the description of the API.
extension OpenAPI {
    static let takePartOperations: [Operation] = [
        Operation(
            method: .get, path: "/wijken/{wijk}/meedoen", name: "leesPlekken", tag: .areas,
            summary: "Wat er in de wijk te doen is", answer: .ok("PlekkenOmMeeTeDoen"), refusals: [404], isOpen: true),
        Operation(
            method: .post, path: "/wijken/{wijk}/meedoen", name: "voegPlekToe", tag: .areas,
            summary: "Zet er een plek bij",
            description: """
                Voor het team van de wijk en de balie. Zonder namen of nummers van bewoners. Dezelfde plek twee keer \
                is één plek.
                """,
            body: "PlekToevoegen", answer: .created("Verwijzing"), refusals: [403, 404]),
        Operation(
            method: .get, path: "/wijken/{wijk}/meedoen/{plek}", name: "leesPlek", tag: .areas, summary: "Eén plek",
            answer: .ok("PlekOmMeeTeDoen"), refusals: [404], isOpen: true),
        Operation(
            method: .post, path: "/wijken/{wijk}/meedoen/{plek}/sluiting", name: "sluitPlek", tag: .areas,
            summary: "Niemand meer nodig",
            description: "Voor het team van de wijk en de balie. Stappen in plannen blijven zoals ze zijn.",
            answer: .done, refusals: [403, 404]),
        Operation(
            method: .post, path: "/wijken/{wijk}/meedoen/{plek}/heropening", name: "heropenPlek", tag: .areas,
            summary: "Weer open, tot en met een nieuwe dag", description: "Voor het team van de wijk en de balie.",
            body: "PlekHeropenen", answer: .done, refusals: [403, 404]),
        Operation(
            method: .get, path: "/plannen/{plan}/meedoen", name: "leesKeuzeUitPlekken", tag: .steps,
            summary: "Waar de eigenaar aan mee kan doen", answer: .ok("KeuzeUitPlekken")),
        Operation(
            method: .post, path: "/plannen/{plan}/meedoen", name: "doeMee", tag: .steps,
            summary: "Kies een plek om mee te doen",
            description: """
                Het wordt een stap van de eigenaar. Van de eigenaar is die meteen afgesproken, van een ander is het een \
                voorstel. De plek hoort niets en er gaat niets ergens anders heen, ook niet naar de uitkering.
                """,
            body: "PlekKiezen", answer: .created("Verwijzing"), isOnce: true),
    ]

    private static let kinds = Shape.choice("Wat voor plek.", Opening.Kind.allCases.map(\.word))
    private static let line = Words.Room.line.rawValue

    static let takePartSchemas: KeyValuePairs<String, Shape> = [
        "PlekkenOmMeeTeDoen": .answer(
            "Wat er in een wijk te doen is.",
            [
                "plekken": .list("Wat nu open is, het oudste eerst.", of: .of("PlekOmMeeTeDoen")),
                "voorbij": .list(
                    "Wat gesloten of voorbij is. Alleen voor wie voor de wijk werkt.", of: .of("PlekOmMeeTeDoen")),
            ]),
        "KeuzeUitPlekken": .answer(
            "Wat nu open is in de wijk van het plan.",
            ["plekken": .list("Het oudste eerst.", of: .of("PlekOmMeeTeDoen"))]),
        "PlekOmMeeTeDoen": .answer(
            "Een plek om mee te doen. Wie er meedoet, staat hier nooit.",
            [
                "id": .id("De plek."), "soort": kinds, "wat": .text("Wat iemand er kan doen."),
                "wanneer": .text("Wanneer."), "waar": .text("Waar."), "bellen": .of("Bellen"),
                "tot": .day("De laatste dag."), "gesloten": .flag("Of er niemand meer nodig is."),
                "inPlan": .flag("Vanuit een plan: of dit er al in staat.").optional,
            ]),
        "Bellen": .answer(
            "Wie te bellen is.", ["naam": .text("De naam van de plek."), "nummer": .text("Het nummer van de plek.")]),
        "PlekToevoegen": .request(
            "Een plek om mee te doen.",
            [
                "soort": kinds,
                "wat": .words("Eén zin.", most: Words.Room.sentence.rawValue, example: "Helpen met grillen"),
                "wanneer": .words("In vrije woorden.", most: line, example: "zaterdag vanaf 12 uur"),
                "waar": .words("De naam en de straat.", most: line, example: "speeltuin De Wip"),
                "bellen": .request(
                    "De plek zelf, nooit een bewoner thuis.",
                    [
                        "naam": .words("De naam van de plek.", most: line, example: "De Wip"),
                        "nummer": .words("Het nummer van de plek.", most: line, example: "0123 45 67 61"),
                    ]),
                "tot": .day("De laatste dag, hoogstens een jaar vooruit."),
            ]),
        "PlekHeropenen": .request(
            "Tot wanneer de plek weer open is.", ["tot": .day("De laatste dag, hoogstens een jaar vooruit.")]),
        "PlekKiezen": .request(
            "Welke plek.",
            [
                "plek": .id("De plek."),
                "onderwerp": Shape.id("Waar de stap bij hoort; nodig voor wie één onderwerp ziet.").optional,
            ]),
    ]
}
