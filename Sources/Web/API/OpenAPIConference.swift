import Domain
import HTTPTypes

/// The family's conference, in the description of the API.
extension OpenAPI {
    private static let root = "/plannen/{plan}/conferentie"

    static let conferenceOperations: [Operation] =
        [
            Operation(
                method: .get, path: root, name: "leesConferentie", tag: .conference,
                summary: "De conferentie, zoals u haar mag zien",
                description: """
                    Alleen de eigenaar en wie is uitgenodigd, en wie van het team aan het hele plan meewerkt. Wat de \
                    familie onder elkaar schrijft, staat alleen in haar eigen antwoord, ook niet bij noodtoegang.
                    """,
                answer: .ok("Conferentie")),
            Operation(
                method: .post, path: root, name: "vraagConferentie", tag: .conference,
                summary: "Vraag om een conferentie",
                description: """
                    Van de eigenaar komt zij er. Van iemand van het team is het een voorstel. Er is er één tegelijk.
                    """,
                answer: .created("Verwijzing")),
        ] + ConferenceMove.allCases.map(operation) + [
            Operation(
                method: .post, path: "\(root)/afspraak", name: "spreekConferentieAf", tag: .conference,
                summary: "Wanneer en waar", description: "Door de eigenaar of wie de conferentie voorbereidt.",
                body: "ConferentieAfspraak", answer: .done),
            Operation(
                method: .post, path: "\(root)/coordinator", name: "kiesCoordinator", tag: .conference,
                summary: "Wie de conferentie voorbereidt",
                description: "Door de eigenaar. Nooit iemand van het team. Het geheim van de link staat alleen hier.",
                body: "ConferentieCoordinator", answer: .created("Uitgenodigd"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/genodigden", name: "nodigUitVoorConferentie", tag: .conference,
                summary: "Nodig iemand uit",
                description: """
                    Door de eigenaar of wie de conferentie voorbereidt. Iemand die nog niet aan tafel zit, nodigt \
                    alleen de eigenaar uit.
                    """,
                body: "ConferentieUitnodigen", answer: .created("Uitgenodigd"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/notities", name: "schrijfBijConferentie", tag: .conference,
                summary: "Schrijf iets op", description: "Voor iedereen die komt, of met `besloten` onder elkaar.",
                body: "ConferentieNotitie", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/veiligheid", name: "zegOfPlanVeiligIs", tag: .conference,
                summary: "Of het plan veilig is voor de kinderen",
                description: "Door iemand van het team, als het plan op tafel ligt. Het houdt niets tegen.",
                body: "ConferentieVeiligheid", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/plan", name: "schrijfFamilieplan", tag: .conference,
                summary: "Het plan van de familie", description: "Door de familie, onder elkaar.",
                body: "FamilieplanSchrijven", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/stappen", name: "maakFamiliestap", tag: .conference,
                summary: "Wie van de familie doet wat", description: "Door de familie, onder elkaar.",
                body: "FamiliestapMaken", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .post, path: "\(root)/stappen/{stap}/verval", name: "haalFamiliestapWeg", tag: .conference,
                summary: "Haal een stap uit het plan", description: "Door de familie, onder elkaar.", answer: .done),
            Operation(
                method: .post, path: "\(root)/bevestiging", name: "bevestigFamilieplan", tag: .conference,
                summary: "Ik sta achter dit plan",
                description: """
                    Door de eigenaar en de familie. Het plan geldt als de eigenaar en nog minstens één ander erachter \
                    staan. Twee keer hetzelfde zeggen is geen fout.
                    """,
                body: "ConferentieBevestigen", answer: .done),
            Operation(
                method: .post, path: "\(root)/terugblik", name: "kijkTerugOpFamilieplan", tag: .conference,
                summary: "Teruggekeken op het plan",
                description: "Door de eigenaar of de contactpersoon. De conferentie is dan klaar.", answer: .done),
        ]

    private static func operation(_ move: ConferenceMove) -> Operation {
        let (name, summary): (String, String) =
            switch move {
            case .want: ("wilConferentie", "Ja, dat willen wij; of toch nog iets voorbereiden")
            case .decline: ("wilGeenConferentie", "Nu niet, door de eigenaar")
            case .prepare: ("rondVoorbereidingAf", "Alles is voorbereid; of toch nog niet beginnen")
            case .inform: ("beginInformatie", "We beginnen; of de anderen nog iets vragen")
            case .close: ("gaOnderElkaar", "Onder elkaar verder; of het plan nog aanpassen")
            case .present: ("legFamilieplanVoor", "Ons plan is klaar, door de familie")
            case .stop: ("stopConferentie", "Stop, door de eigenaar")
            }
        return Operation(
            method: .post, path: "\(root)/\(move.noun)", name: name, tag: .conference, summary: summary,
            description: "Twee keer hetzelfde zeggen is geen fout.", answer: .done)
    }

    static let conferenceRequests: KeyValuePairs<String, Shape> = [
        "ConferentieAfspraak": .request(
            "Wanneer en waar, in woorden.",
            [
                "wanneer": .optionalWords(
                    "Wanneer het is.", most: Words.Room.line.rawValue, example: "zaterdag 12 april, van 11 tot 16 uur"),
                "plaats": .optionalWords("Waar het is.", most: Words.Room.line.rawValue, example: "bij oma thuis"),
            ]),
        "ConferentieCoordinator": .request(
            "Wie de conferentie voorbereidt.",
            ["naam": .words("Een voornaam is genoeg.", most: Words.Room.line.rawValue, example: "Noor")]),
        "ConferentieUitnodigen": .request(
            "Wie er komt.", ["gast": .oneOf("Wie.", .of("GastNieuw"), .of("GastBekend"))]),
        "ConferentieNotitie": .request(
            "Iets om op te schrijven.",
            [
                "tekst": .words("De woorden.", most: Words.Room.story.rawValue),
                "besloten": Shape.flag("Alleen voor de familie.").optional,
            ]),
        "ConferentieVeiligheid": .request(
            "Over de veiligheid van de kinderen.",
            ["tekst": .words("Eén of twee zinnen.", most: Words.Room.sentence.rawValue)]),
        "FamilieplanSchrijven": .request(
            "Het plan in woorden van de familie.",
            [
                "tekst": .words("De woorden.", most: Words.Room.story.rawValue),
                "basis": Shape.id("De tekst waarvan dit een vervolg is. Schreef iemand intussen, dan volgt 409.")
                    .optional,
            ]),
        "FamiliestapMaken": .request(
            "Een stap van de familie.",
            [
                "tekst": .words("Wat er gebeurt.", most: Words.Room.sentence.rawValue),
                "wanneer": .optionalWords("In vrije woorden.", most: Words.Room.line.rawValue),
                "naaste": Shape.id("Wie het doet. Zonder dit de eigenaar.").optional,
            ]),
        "ConferentieBevestigen": .request("Welk plan.", ["tekst": .id("Het plan dat op tafel ligt.")]),
    ]

    static let conferenceAnswers: KeyValuePairs<String, Shape> = [
        "Conferentie": .answer(
            "De conferentie van de familie.",
            [
                "id": .id("De conferentie."), "toestand": .choice("Hoe ver het is.", Conference.State.words),
                "stoel": .choice(
                    "Vanaf welke stoel u meekijkt.", ["eigenaar", "familie", "coordinator", "professional"]),
                "wanneer": .text("Wanneer het is.").optional, "plaats": .text("Waar het is.").optional,
                "genodigden": .list("Wie er komen.", of: .of("ConferentieGast")),
                "notities": .list("Voor iedereen die is uitgenodigd.", of: .of("ConferentieTekst")),
                "besloten": Shape.list("Onder elkaar geschreven. Alleen voor de familie.", of: .of("ConferentieTekst"))
                    .optional,
                "plan": Shape.of("ConferentieTekst").optional,
                "stappen": .list("Wie van de familie doet wat.", of: .of("ConferentieStap")),
                "veiligheid": .list("Wat het team zei over de veiligheid.", of: .of("ConferentieTekst")),
                "bevestigd": .list("Wie achter het plan staan.", of: .of("ConferentieJa")),
                "terugkijkenOp": .day("Wanneer erop teruggekeken wordt.").optional,
            ]),
        "ConferentieGast": .answer(
            "Iemand die is uitgenodigd.",
            [
                "deelafspraak": .id("De afspraak."), "naam": .text("De naam."),
                "soort": .choice("In welke rol.", ["familie", "coordinator", "professional"]),
                "naaste": .id("Wie, uit het eigen netwerk.").optional,
                "medewerker": .id("Wie, van het team.").optional,
                "linkGeopend": .flag("Of de link al geopend is.").optional,
            ]),
        "ConferentieTekst": .answer(
            "Iets wat is opgeschreven.",
            [
                "id": .id("De tekst."), "tekst": .text("De woorden."),
                "schrijver": .answer(
                    "Wie dit schreef.",
                    [
                        "soort": .choice("Wie het is bij dit plan.", ["eigenaar", "gast", "medewerker"]),
                        "naam": .text("De naam.").optional,
                    ]), "geschrevenOp": .moment("Wanneer."),
            ]),
        "ConferentieStap": .answer(
            "Een stap van de familie.",
            [
                "id": .id("De stap."), "tekst": .text("Wat er gebeurt."), "wanneer": .text("Wanneer.").optional,
                "naaste": .id("Wie het doet. Ontbreekt bij de eigenaar.").optional,
                "naam": .text("De naam.").optional,
            ]),
        "ConferentieJa": .answer(
            "Iemand staat achter het plan.",
            [
                "soort": .choice("Wie het is bij dit plan.", ["eigenaar", "gast", "medewerker"]),
                "naam": .text("De naam.").optional, "tekst": .id("Achter welk plan."), "moment": .moment("Wanneer."),
            ]),
    ]
}
