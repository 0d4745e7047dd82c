import Domain

/// Plans that run in De Kolk and Molenbuurt.
extension Waterveen {
    /// A friend looked along for a while, until that was no longer needed.
    static func lotte(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Sinds de scheiding slaap ik op de bank bij een vriendin.", reach: "06-00000089", in: town.deKolk,
            at: stage.ago(60, 18, 25), on: stage)
        try scene.isCalled("Lotte", at: stage.ago(60, 18, 30))
        try scene.foundAndAccepted(by: daan, at: stage.ago(59, 9, 10))
        let link = try scene.invited(
            Scene.ownPerson("Marit", "bij haar mag ik logeren"), until: stage.ahead(60), at: stage.ago(58, 12)
        )
        let marit = try scene.opened(link, at: stage.ago(58, 12, 40))
        let note = try scene.told(
            "Lotte zoekt een kamer waar haar zoon in het weekend kan slapen.", by: daan, at: stage.ago(56, 14)
        )
        try scene.confirmed(
            note, as: "Ik zoek een huis waar mijn zoon in het weekend kan slapen.", at: stage.ago(56, 14, 20))
        let living = try scene.touched("wonen", by: daan, at: stage.ago(56, 14, 25))
        let list = try scene.agreedStep(
            "Samen inschrijven voor een woning", carrier: .account(daan.id), about: living, by: daan,
            at: stage.ago(55, 10))
        try scene.moved(list, .tick, by: daan, at: stage.ago(52, 16))
        try scene.step(
            "Reageren op woningen", when: "elke donderdag", about: living, at: stage.ago(52, 19))
        try scene.told(
            "Ik heb een kamer voor een half jaar. Marit hoeft niet meer mee te kijken.", at: stage.ago(9, 20))
        try scene.ended(marit.agreement, at: stage.ago(9, 20, 5))
        try scene.looked(by: daan, at: stage.ago(5, 10, 35))
        return [
            Visit(
                "Lotte", .owner, "Een vriendin keek een tijd mee. Dat heeft zij beëindigd.",
                .owner(scene.owner))
        ]
    }

    /// The team lead gave his question to a colleague; his brother never opened the link.
    static func hasan(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Mijn knieën willen niet meer en de lift is al weken stuk.", reach: "0123 45 67 95",
            in: town.molenbuurt, at: stage.ago(20, 14, 10), on: stage)
        try scene.assigned(to: daan, by: try town.person(.corrie), at: stage.ago(19, 8, 45))
        try scene.isCalled("Hasan", at: stage.ago(18, 10))
        let note = try scene.told(
            "De lift eerst. Tot die tijd wil hij niet elke dag naar beneden hoeven.", by: daan,
            at: stage.ago(17, 11))
        try scene.confirmed(
            note, as: "De lift eerst. Tot die tijd wil ik niet elke dag naar beneden hoeven.",
            at: stage.ago(17, 11, 8))
        _ = try scene.invited(
            Scene.ownPerson("Yusuf", "mijn broer, doet de boodschappen"), until: stage.ahead(80),
            at: stage.ago(17, 11, 15))
        try scene.agreedStep(
            "De verhuurder bellen over de lift", when: "vrijdag", carrier: .account(daan.id), by: daan,
            at: stage.ago(16, 9))
        try scene.step("Foto's maken van het briefje op de lift", at: stage.ago(16, 9, 10))
        return [
            Visit(
                "Hasan", .owner, "Zijn broer kreeg een link en heeft hem nog niet geopend.",
                .owner(scene.owner))
        ]
    }

    /// Half a year with everything that can become of a step, and a guest whose time is over.
    static func jolanda(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Ik kom sinds de winter de deur niet meer uit.", reach: "Gooi een briefje in de bus, Kolkweg 3",
            in: town.deKolk, at: stage.ago(170, 16, 5), on: stage)
        try scene.isCalled("Jolanda", at: stage.ago(170, 16, 9))
        try scene.foundAndAccepted(by: daan, at: stage.ago(168, 9, 30))
        let note = try scene.told(
            "Jolanda wil tot de hoek kunnen lopen zonder bang te zijn. Dan verder kijken.", by: daan,
            at: stage.ago(164, 11))
        try scene.confirmed(
            note, as: "Ik wil tot de hoek kunnen lopen zonder bang te zijn. Dan verder kijken.",
            at: stage.ago(164, 11, 20))
        let link = try scene.invited(
            Scene.ownPerson("Willeke", "van de leeszaal, loopt een stukje mee"),
            until: stage.ago(160, 12).day.adding(days: 100),
            at: stage.ago(160, 12))
        let willeke = try scene.opened(link, at: stage.ago(159, 9, 50))
        let gate = try scene.step("Elke dag tot het hek", when: "na het eten", at: stage.ago(158, 10))
        try scene.moved(gate, .tick, at: stage.ago(150, 13))
        let corner = try scene.step(
            "Samen tot de hoek", when: "dinsdag 11:00", carrier: .tie(willeke.tie), at: stage.ago(149, 10))
        try scene.moved(corner, .tick, at: stage.ago(130, 12))
        let bus = try scene.step("Alleen met de bus naar de markt", at: stage.ago(128, 10))
        try scene.moved(bus, .fail, at: stage.ago(110, 15, 30))
        let group = try scene.step(
            "Meedoen met de wandelgroep", carrier: .account(daan.id), by: daan, at: stage.ago(108, 10))
        try scene.moved(group, .decline, at: stage.ago(107, 19))
        let letter = try scene.step("De huisarts een brief schrijven", at: stage.ago(90, 10))
        try scene.moved(letter, .drop, at: stage.ago(70, 10))
        try scene.told("Ik stond vandaag alleen op de markt. Tien minuten. Het ging.", at: stage.ago(21, 17))
        try scene.step("Nog een keer naar de markt, met een tas", when: "zaterdag", at: stage.ago(21, 17, 10))
        try scene.looked(by: daan, at: stage.ago(7, 15))
        return [
            Visit(
                "Jolanda", .owner, "Een half jaar verder: gelukt, niet gelukt en nu niet.",
                .owner(scene.owner))
        ]
    }
}
