import Domain

/// Plans without a contact person: kept to herself, taken back, or waiting.
extension Waterveen {
    /// Hers alone, and nobody of the team knows of it.
    static func nienke(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.begun(
            "Ik zorg voor mijn moeder en mijn werk, en vergeet mezelf.", in: town.deKolk,
            at: stage.ago(5, 22, 40), on: stage)
        try scene.isCalled("Nienke", at: stage.ago(5, 22, 44))
        try scene.seated("Bart", "mijn vriend, kookt op vrijdag", at: stage.ago(4, 20, 10))
        try scene.step("Eén avond in de week niets afspreken", when: "donderdag", at: stage.ago(4, 20, 20))
        try scene.told(
            "Gisteren voor het eerst nee gezegd. Dat voelde vreemd en goed.", at: stage.ago(2, 21, 5))
        return [
            Visit(
                "Nienke", .owner, "Houdt haar plan voor zichzelf. Het team weet er niet van.",
                .owner(scene.owner))
        ]
    }

    /// She took her question back before anybody took it up.
    static func ellen(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.asked(
            "Het regent al drie weken op mijn bed en niemand doet iets.", reach: "06-00000102",
            in: town.molenbuurt, at: stage.ago(16, 19, 30), on: stage)
        try scene.isCalled("Ellen", at: stage.ago(16, 19, 33))
        try scene.withdraws(at: stage.ago(15, 13, 15))
        try scene.told(
            "Toch zelf de verhuurder gebeld. Maandag komt er iemand op het dak.", at: stage.ago(15, 13, 20))
        return [
            Visit(
                "Ellen", .owner, "Nam haar vraag terug. Haar plan is van haar gebleven.", .owner(scene.owner))
        ]
    }

    /// The longest that somebody waits.
    static func astrid(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.asked(
            "Mijn zoon van zestien komt zijn kamer niet meer uit.", reach: "06-00000113", in: town.oosterhof,
            at: stage.ago(9, 20, 15), on: stage)
        try scene.isCalled("Astrid", at: stage.ago(9, 20, 18))
        try scene.looked(at: stage.ago(6, 8, 10))
        try scene.looked(at: stage.ago(2, 8, 5))
        return [Visit("Astrid", .owner, "Haar vraag wacht al negen dagen op een naam.", .owner(scene.owner))]
    }

    /// He began alone and brought it to the team later.
    static func roel(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.begun(
            "Mijn vader vergeet steeds meer en ik woon twee uur rijden verder.", in: town.deKolk,
            at: stage.ago(8, 23, 5), on: stage)
        try scene.isCalled("Roel", at: stage.ago(8, 23, 9))
        try scene.asksAfterAll(reach: "06-00000124", at: stage.ago(3, 7, 45))
        return [
            Visit(
                "Roel", .owner, "Begon alleen. Zijn vraag wacht nu drie dagen in De Kolk.",
                .owner(scene.owner))
        ]
    }

    /// Asked today, by somebody who did not give a name.
    static func brokenFridge(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.asked(
            "De koelkast is stuk en het duurt nog tien dagen voor er geld komt.",
            reach: "06-00000135, liefst na vier uur", in: town.oosterhof, at: stage.today(minutesAgo: 40),
            on: stage)
        return [
            Visit("Een inwoner", .owner, "Stelde vandaag een vraag en gaf geen naam.", .owner(scene.owner))
        ]
    }
}
