import Domain
import HTTPTypes

/// The description of who decides for the owner: operations, and the bodies of both directions.
extension OpenAPI {
    static let representingOperations: [Operation] = [
        Operation(
            method: .get, path: "/plannen/{plan}/vertegenwoordigingen", name: "leesVertegenwoordigingen", tag: .table,
            summary: "Wie met de eigenaar beslist", description: "Wie zelf een deel ziet, leest alleen de eigen.",
            answer: .ok("Vertegenwoordigingen")),
        Operation(
            method: .post, path: "/plannen/{plan}/naasten/{naaste}/machtiging", name: "kiesVertegenwoordiger",
            tag: .table, summary: "Laat iemand meebeslissen",
            description: """
                Alleen door de eigenaar, voor iemand uit het eigen netwerk die de link opende en mag meedoen. Nooit \
                voor iemand van het team. Nog een keer voor hetzelfde deel verandert de dag.
                """,
            body: "Machtiging", answer: .done),
        Operation(
            method: .post, path: "/plannen/{plan}/naasten/{naaste}/vertegenwoordiging",
            name: "legVertegenwoordigerVast",
            tag: .table, summary: "Schrijf op wie door de wet of een rechter meebeslist",
            description: """
                Alleen door de contactpersoon, met het stuk dat die zag. Bij ouderlijk gezag bepaalt de leeftijd: tot \
                12 zegt de ouder ja, van 12 tot 16 zeggen beiden ja, daarna is het voorbij.
                """,
            body: "WettelijkeVertegenwoordiging", answer: .done),
        Operation(
            method: .post, path: "/plannen/{plan}/vertegenwoordigingen/{vertegenwoordiging}/beeindiging",
            name: "beeindigVertegenwoordiging", tag: .table, summary: "Stop met meebeslissen",
            description: """
                Wat de eigenaar koos, door de eigenaar of de gekozen persoon. Wat op de wet of een rechter rust, door \
                de contactpersoon.
                """,
            answer: .done),
    ]

    static let representingRequests: KeyValuePairs<String, Shape> = [
        "Machtiging": .request("Wie meebeslist, waarover en tot wanneer.", ["deel": part, "tot": until]),
        "WettelijkeVertegenwoordiging": .request(
            "Wie door de wet of een rechter meebeslist.",
            [
                "soort": .choice(
                    "Waarom.", Representation.Kind.allCases.filter(\.restsOnLaw).map(\.word)),
                "deel": part, "tot": until,
                "stuk": .words(
                    "Welk stuk de contactpersoon zag.", most: Words.Room.sentence.rawValue,
                    example: "uittreksel uit het gezagsregister"),
                "geboren": Shape.day("De geboortedag van de eigenaar. Alleen bij ouderlijk gezag.").optional,
            ]),
        "DeelOnderwerp": .request(
            "Eén onderwerp.",
            ["soort": .choice("Altijd `onderwerp`.", ["onderwerp"]), "id": .id("Welk onderwerp.")]),
    ]

    static let representingAnswers: KeyValuePairs<String, Shape> = [
        "Vertegenwoordigingen": .answer(
            "Wie met de eigenaar beslist.",
            ["vertegenwoordigingen": .list("Die nu gelden.", of: .of("Vertegenwoordiging"))]),
        "Vertegenwoordiging": .answer(
            "Iemand beslist met de eigenaar.",
            [
                "id": .id("De vertegenwoordiging."), "naaste": .id("Wie, uit het eigen netwerk."),
                "naam": .text("De naam."), "soort": .choice("Waarom.", Representation.Kind.allCases.map(\.word)),
                "deel": .answer(
                    "Waarover.",
                    [
                        "soort": .choice("Wat voor deel.", ["plan", "onderwerp"]),
                        "id": .id("Welk onderwerp.").optional, "naam": .text("De naam ervan.").optional,
                    ]),
                "sinds": .moment("Sinds wanneer."), "tot": .day("De laatste dag."),
                "gewicht": .choice(
                    "Of een van beiden genoeg is, beiden nodig zijn, of alleen deze persoon ja zegt.",
                    Representation.Weight.allCases.map(\.word)),
                "stuk": .text("Welk stuk de contactpersoon zag. Voor de eigenaar en de contactpersoon.").optional,
                "geboren": .day("De geboortedag van de eigenaar, bij ouderlijk gezag.").optional,
            ]),
        "Antwoord": .answer(
            "Wat iemand op een voorstel zei.",
            [
                "van": .answer("Wie dit zei.", ["soort": relation, "naam": .text("De naam.").optional]),
                "antwoord": .choice("Het antwoord.", ProposalAnswer.allCases.map(\.word)),
                "gegevenOp": .moment("Wanneer."),
            ]),
    ]

    static let answersGiven = Shape.list(
        "Wat ieder zei, als er iemand naast de eigenaar beslist.", of: .of("Antwoord")
    ).optional

    private static let part = Shape.oneOf("Waarover.", .of("DeelPlan"), .of("DeelOnderwerp"))
    private static let until = Shape.day("De laatste dag, niet later dan iemand mag meekijken.")
}
