import Domain

/// Plans that run in Oosterhof.
extension Waterveen {
    /// An elderly man with one daughter, and nobody else.
    static func gerrit(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try Scene.asked(
            "Sinds mijn vrouw er niet meer is, eet ik staand aan het aanrecht.",
            reach: "Bel mijn dochter Marja: 06-00000012", in: town.oosterhof, at: stage.ago(34, 15, 20),
            on: stage)
        try scene.isCalled("Gerrit", at: stage.ago(34, 15, 26))
        try scene.foundAndAccepted(by: tess, at: stage.ago(33, 9, 5))
        try scene.looked(by: tess, at: stage.ago(32, 10, 50))
        let note = try scene.told(
            "Gerrit wil weer met iemand aan tafel zitten. Koken hoeft hij niet te leren, zegt hij.", by: tess,
            at: stage.ago(32, 12, 10))
        try scene.confirmed(
            note, as: "Ik wil weer met iemand aan tafel zitten. Koken hoef ik niet te leren.",
            at: stage.ago(32, 12, 15))
        let link = try scene.invited(
            Scene.ownPerson("Marja", "mijn dochter, belt elke avond"), until: stage.ahead(300),
            at: stage.ago(32, 12, 20))
        let marja = try scene.opened(link, at: stage.ago(32, 19, 40))
        let meals = try scene.touched("eten", at: stage.ago(31, 10))
        let visit = try scene.agreedStep(
            "Een keer gaan kijken bij de eettafel van De Wip", when: "donderdag 17:30",
            carrier: .account(tess.id),
            about: meals, by: tess, at: stage.ago(31, 10, 10))
        try scene.moved(visit, .tick, by: tess, at: stage.ago(28, 20, 5))
        try scene.step("Op donderdag mee-eten", when: "elke week", about: meals, at: stage.ago(27, 11))
        try scene.step(
            "Op zondag samen soep eten", when: "zondag", carrier: .tie(marja.tie), at: stage.ago(27, 11, 4))
        try scene.told(
            "Twee keer geweest. Ze hadden een stoel voor me vrijgehouden.", at: stage.ago(13, 9, 30))
        try scene.looked(by: tess, at: stage.ago(6, 16, 45))
        return [
            Visit(
                "Gerrit", .owner, "81, eet sinds kort op donderdag samen. Alleen zijn dochter kijkt mee.",
                .owner(scene.owner)),
            Visit(
                "Marja", .network, "De dochter van Gerrit. Haar stap is de soep op zondag.",
                .guest(marja.agreement)),
        ]
    }

    /// Two steps that her contact person thought of wait for her yes.
    static func chantal(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let scene = try Scene.asked(
            "Mijn dochter wil niet meer naar school en thuis is het elke ochtend ruzie.",
            reach: "06-00000045, na half negen", in: town.oosterhof, at: stage.ago(12, 21, 10), on: stage)
        try scene.isCalled("Chantal", at: stage.ago(12, 21, 14))
        try scene.foundAndAccepted(by: femke, at: stage.ago(11, 8, 35))
        let note = try scene.told(
            "Eerst een rustige ochtend. School mag even wachten, praten met de mentor niet.", by: femke,
            at: stage.ago(9, 14, 40))
        try scene.confirmed(
            note, as: "Eerst een rustige ochtend. School mag even wachten, praten met haar mentor niet.",
            at: stage.ago(9, 14, 52))
        let school = try scene.touched("school", by: femke, at: stage.ago(9, 15))
        try scene.step(
            "Om zeven uur samen ontbijten, zonder telefoon", about: school, at: stage.ago(9, 15, 6))
        try scene.step(
            "Samen praten met de mentor", when: "dinsdag 16:00", carrier: .account(femke.id), about: school,
            by: femke, at: stage.ago(1, 16, 30))
        try scene.step(
            "Eén middag in de week niet over school praten", when: "woensdag", about: school, by: femke,
            at: stage.ago(1, 16, 34))
        return [
            Visit("Chantal", .owner, "Twee voorgestelde stappen wachten op haar ja.", .owner(scene.owner))
        ]
    }

    /// What was noted of the talk is not read back yet.
    static func omar(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let rashid = try town.person(.rashid)
        let scene = try Scene.asked(
            "Er ligt een brief van de belasting en ik durf hem niet open te maken.", reach: "06-00000056",
            in: town.oosterhof, at: stage.ago(4, 11, 15), on: stage)
        try scene.isCalled("Omar", at: stage.ago(4, 11, 20))
        try scene.foundAndAccepted(by: rashid, at: stage.ago(4, 13, 2))
        try scene.looked(by: rashid, at: stage.ago(2, 10, 20))
        try scene.told(
            """
            Omar heeft drie dichte brieven in de la. Hij wil ze samen openmaken, aan zijn eigen tafel.
            Daarna kijkt hij wat er eerst moet.
            """, by: rashid, at: stage.ago(2, 11, 30))
        return [
            Visit(
                "Omar", .owner, "Wat er gezegd is staat op papier. Hij las het nog niet terug.",
                .owner(scene.owner))
        ]
    }

    /// Seven open steps: he sees three of them, the others wait. A friend sees one step and nothing else.
    static func peter(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try Scene.asked(
            "Na mijn ontslag ligt alles stil, ook in huis.", reach: "06-00000067", in: town.oosterhof,
            at: stage.ago(45, 10, 30), on: stage)
        try scene.isCalled("Peter", at: stage.ago(45, 10, 33))
        try scene.foundAndAccepted(by: tess, at: stage.ago(45, 11, 50))
        let note = try scene.told(
            "Peter wil weer een reden om op te staan. Het huis mag daarna.", by: tess,
            at: stage.ago(43, 15, 10))
        try scene.confirmed(
            note, as: "Ik wil weer een reden om op te staan. Het huis komt daarna.", at: stage.ago(43, 15, 20)
        )
        let home = try scene.touched("in huis", at: stage.ago(43, 15, 30))
        let work = try scene.touched("werk", by: tess, at: stage.ago(43, 15, 34))
        try scene.step("Elke dag om acht uur naar buiten", when: "'s ochtends", at: stage.ago(40, 9))
        try scene.step("De gang leegmaken", about: home, at: stage.ago(40, 9, 4))
        try scene.seated("Abel", "vriend met een busje", at: stage.ago(40, 9, 7))
        let friend = try scene.tie(named: "Abel", at: stage.ago(40, 9, 8))
        let van = try scene.step(
            "Het oude bankstel wegbrengen", when: "zaterdag 10:00", carrier: .tie(friend), about: home,
            at: stage.ago(40, 9, 10))
        try scene.agreedStep(
            "Langsgaan bij het buurtatelier", when: "volgende week", carrier: .account(tess.id), about: work,
            by: tess, at: stage.ago(38, 14))
        try scene.step("Het oude werk bellen over de laatste loonstrook", about: work, at: stage.ago(36, 10))
        try scene.step("Eén kast per week opruimen", about: home, at: stage.ago(36, 10, 5))
        try scene.step("Een brief schrijven aan mijn broer", at: stage.ago(30, 21, 15))
        let link = try scene.invited(
            .tie(friend), to: .step(van), until: stage.ahead(14), at: stage.ago(20, 12))
        let abel = try scene.opened(link, at: stage.ago(20, 18, 5))
        try scene.refused(try town.person(.joke), at: stage.ago(8, 10, 40))
        try scene.looked(by: tess, at: stage.ago(3, 9, 20))
        return [
            Visit("Peter", .owner, "Zeven stappen staan open. Hij ziet er drie.", .owner(scene.owner)),
            Visit(
                "Abel", .network, "Vriend van Peter. Ziet één stap en verder niets.", .guest(abel.agreement)),
        ]
    }
}
