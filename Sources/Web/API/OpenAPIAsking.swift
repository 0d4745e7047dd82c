import Domain

/// Asking whether a colleague may look in, in the description of the API.
extension OpenAPI {
    static let requestOperations: [Operation] =
        [
            Operation(
                method: .get, path: "/plannen/{plan}/verzoeken", name: "leesVerzoeken", tag: .table,
                summary: "Wat het team vroeg", description: "Voor de eigenaar, en wie van het team mag vragen.",
                answer: .ok("Verzoeken")),
            Operation(
                method: .post, path: "/plannen/{plan}/verzoeken", name: "vraagMeekijken", tag: .table,
                summary: "Vraag of een collega mag meekijken",
                description: """
                    Voor wie van het team het hele plan ziet en meeschrijft. De eigenaar beslist; tot die tijd ziet de \
                    collega niets. Twee keer hetzelfde vragen is één verzoek.
                    """,
                body: "MeekijkenVragen", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .get, path: "/plannen/{plan}/verzoeken/{verzoek}", name: "leesVerzoek", tag: .table,
                summary: "Eén verzoek", answer: .ok("Verzoek")),
        ] + RequestAnswer.allCases.map(operation)

    private static func operation(_ answer: RequestAnswer) -> Operation {
        let (name, summary, description): (String, String, String) =
            switch answer {
            case .give: ("geefToestemming", "Ja, dat mag", "Alleen voor de eigenaar. Het wordt een deelafspraak.")
            case .refuse: ("weigerVerzoek", "Nu niet", "Alleen voor de eigenaar, zonder reden.")
            case .withdraw: ("trekVerzoekIn", "Ingetrokken", "Alleen voor wie het vroeg.")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/verzoeken/{verzoek}/\(answer.noun)", name: name, tag: .table,
            summary: summary, description: "\(description) Twee keer hetzelfde zeggen is geen fout.", answer: .done)
    }

    static let askingSchemas: KeyValuePairs<String, Shape> = [
        "Verzoeken": .answer(
            "Wat het team aan de eigenaar vroeg.", ["verzoeken": .list("Het oudste eerst.", of: .of("Verzoek"))]),
        "Verzoek": .answer(
            "Het team vraagt of een collega mag meekijken. Het opent niets.",
            [
                "id": .id("Het verzoek."), "medewerker": .of("Medewerker"), "deel": .of("Deel"),
                "tot": .day("De laatste dag waarop de collega het zou zien."), "reden": .text("Waarom, in woorden."),
                "vrager": .of("Medewerker"), "gevraagdOp": .moment("Wanneer het gevraagd is."),
                "dagenWachtend": .number("Hoeveel dagen het wacht. Ontbreekt na een antwoord.").optional,
                "toestand": .choice("Het antwoord.", SharingRequest.State.words),
                "toestandSinds": .moment("Sinds wanneer.").optional,
            ]),
        "Deel": .answer(
            "Welk deel van het plan.",
            [
                "soort": .choice("Wat voor deel.", ["plan", "onderwerp", "stap", "conferentie"]),
                "id": .id("Welk onderwerp, welke stap of welke conferentie.").optional,
                "naam": .text("De naam ervan.").optional,
            ]),
        "MeekijkenVragen": .request(
            "Voor wie, waarvoor, tot wanneer en waarom.",
            [
                "medewerker": .id("Een collega van het team van de wijk."),
                "deel": .oneOf("Welk deel van het plan.", .of("DeelPlan"), .of("DeelAnder")),
                "tot": .day("De laatste dag, hoogstens een jaar vooruit."),
                "reden": .words(
                    "De eigenaar leest dit.", most: Words.Room.sentence.rawValue,
                    example: "Rashid weet veel van schulden."),
            ]),
    ]
}
