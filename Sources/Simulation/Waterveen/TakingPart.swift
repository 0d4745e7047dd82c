import Domain

/// What there is to take part in, and somebody who picked one.
extension Waterveen {
    /// Four places that ask for people, one that has enough, and one whose last day went by.
    struct Openings {
        let grill: Opening.ID
        let meals: Opening.ID
        let bikes: Opening.ID
        let repairs: Opening.ID

        static func open(in town: Town, on stage: Stage) throws -> Openings {
            let tess = try town.person(.tess)
            let joke = try town.person(.joke)
            let daan = try town.person(.daan)
            func add(
                _ words: String, _ when: String, _ place: String, _ name: String, _ phone: String,
                _ kind: Opening.Kind = .initiative, in area: Area, by account: Account, at: Instant, until: Day
            ) throws -> Opening.ID {
                try addOpening(
                    OpeningWish(
                        kind: kind, words: try Words(words, room: .sentence), place: try Words(place, room: .line),
                        when: try Words(when, room: .line), callName: try Words(name, room: .line),
                        callPhone: try Words(phone, room: .line), until: until),
                    in: area, on: stage.occasion(Actor(account: account), at, from: .office), records: stage.records)
            }
            let wip = "speeltuin De Wip, Wipstraat 2"
            _ = try add(
                "Tomaten water geven in de moestuin", "als het droog is", wip, "De Wip", "0123 45 67 61",
                in: town.oosterhof, by: tess, at: stage.ago(70, 10), until: stage.ahead(-12))
            let painting = try add(
                "Helpen schilderen in de speeltuin", "op woensdagmiddag", wip, "De Wip", "0123 45 67 61",
                in: town.oosterhof, by: tess, at: stage.ago(50, 10), until: stage.ahead(40))
            try closeOpening(
                painting, in: town.oosterhof,
                on: stage.occasion(Actor(account: tess), stage.ago(15, 16), from: .office),
                records: stage.records)
            return Openings(
                grill: try add(
                    "Grillen voor de hele buurt", "zaterdag vanaf 12 uur", wip, "De Wip", "0123 45 67 61",
                    in: town.oosterhof, by: tess, at: stage.ago(12, 11), until: stage.ahead(14)),
                meals: try add(
                    "Koken of afwassen bij de eettafel", "donderdag vanaf 16 uur", "buurthuis De Wip, Wipstraat 4",
                    "De eettafel", "0123 45 67 62", in: town.oosterhof, by: joke, at: stage.ago(30, 14),
                    until: stage.ahead(200)),
                bikes: try add(
                    "Fietsen leren maken, met iemand naast u", "drie ochtenden in de week", "De Fietskelder, Kade 4",
                    "De Fietskelder", "0123 45 67 64", .learnWork, in: town.oosterhof, by: tess, at: stage.ago(25, 9),
                    until: stage.ahead(120)),
                repairs: try add(
                    "Iets kapots helpen maken in het repaircafé", "de eerste dinsdag van de maand",
                    "bibliotheek De Kolk", "Het repaircafé", "0123 45 67 63", in: town.deKolk, by: daan,
                    at: stage.ago(20, 13), until: stage.ahead(300)))
        }
    }

    /// He picked a place to learn; what his contact person proposed waits for his yes.
    static func yusuf(_ town: Town, _ openings: Openings, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try Scene.asked(
            "Ik zit de hele dag thuis en mijn handen willen werken.", reach: "06-00000213", in: town.oosterhof,
            at: stage.ago(18, 20, 5), on: stage)
        try scene.isCalled("Yusuf", at: stage.ago(18, 20, 8))
        try scene.accepted(by: tess, at: stage.ago(17, 9, 30))
        try scene.takesPart(in: openings.bikes, at: stage.ago(9, 19, 40))
        try scene.takesPart(in: openings.meals, by: tess, at: stage.ago(3, 15, 10))
        return [
            Visit(
                "Yusuf", .owner, "Leert fietsen maken in de wijk. Zijn uitkering weet van niets.",
                .owner(scene.owner))
        ]
    }
}
