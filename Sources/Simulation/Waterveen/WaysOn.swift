import Domain

/// Plans that went on: light contact, rounded off, on pause, stopped, and back again.
extension Waterveen {
    /// Coffee now and then, and a step that is doing nothing on purpose.
    static func truus(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try taken(
            "Sinds mijn man er niet meer is, zijn de avonden zo lang.", "Truus", "06-00000146", in: town.oosterhof,
            by: tess, daysAgo: 120, on: stage)
        let meal = try scene.agreedStep(
            "Samen naar de eettafel in het buurthuis", when: "donderdag", carrier: .account(tess.id), by: tess,
            at: stage.ago(112, 11))
        let goal = try scene.goal("Eén avond in de week niet alleen", at: stage.ago(111, 10))
        try scene.moved(meal, .tick, by: tess, at: stage.ago(110, 20))
        try scene.measures(goal, 2, at: stage.ago(105, 20))
        let other = try scene.reworded(goal, as: "Meedoen aan de eettafel", by: tess, at: stage.ago(100, 11))
        try scene.answers(other, of: goal, .decline, at: stage.ago(99, 18))
        for (days, value, words) in [(90, 3, nil), (75, 3, "Mijn zus was ziek.")] {
            try scene.measures(goal, value, words, at: stage.ago(days, 20))
        }
        try scene.holdsBack(
            "Truus het eerst zelf wil proberen met haar zus.", until: stage.ahead(0), by: tess, at: stage.ago(60, 10))
        try scene.measures(goal, 6, at: stage.ago(50, 20))
        try scene.goes(.keepWarm, "Koffie op de eerste maandag van de maand", at: stage.ago(40, 14))
        return [Visit("Truus", .owner, "Het gaat. Zij en Tess drinken af en toe koffie.", .owner(scene.owner))]
    }

    static func bilal(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try taken(
            "Mijn toeslag klopt niet en ik kom er niet doorheen.", "Bilal", "06-00000157", in: town.deKolk, by: daan,
            daysAgo: 75, on: stage)
        let form = try scene.agreedStep(
            "Samen het formulier invullen", carrier: .account(daan.id), by: daan, at: stage.ago(70, 15))
        try scene.moved(form, .tick, by: daan, at: stage.ago(66, 15))
        let goal = try scene.goal("Elke maand genoeg voor de huur", at: stage.ago(66, 20))
        let waiting = try scene.holdsBack(
            "de Belastingdienst eerst zelf moet antwoorden.", until: stage.ahead(-45), by: daan, at: stage.ago(65, 15))
        try scene.moved(waiting, .lookBack, by: daan, at: stage.ago(45, 15))
        try scene.ends(goal, as: .reached, at: stage.ago(31, 19))
        try scene.goes(.roundOff, "De toeslag komt nu elke maand. Dank je wel.", at: stage.ago(30, 19))
        return [Visit("Bilal", .owner, "Rondde zijn plan af. Hij kan altijd terug.", .owner(scene.owner))]
    }

    static func wilma(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let scene = try taken(
            "Ik zorg voor mijn man en ben zelf op.", "Wilma", "06-00000168", in: town.oosterhof, by: femke,
            daysAgo: 35, on: stage)
        try scene.goes(.pause, "Eerst de operatie van Kees.", at: stage.ago(6, 21))
        return [Visit("Wilma", .owner, "Zette haar plan op pauze tot na een operatie.", .owner(scene.owner))]
    }

    static func anouk(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try taken(
            "De buren klagen over mijn honden.", "Anouk", "06-00000179", in: town.molenbuurt, by: daan, daysAgo: 28,
            on: stage)
        try scene.goes(.stop, "Ik los het liever zelf op.", at: stage.ago(10, 12))
        return [Visit("Anouk", .owner, "Stopte met haar plan. Niemand van het team kan erbij.", .owner(scene.owner))]
    }

    /// Wants everything gone, and still has some days to come back on it.
    static func ruud(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try taken(
            "Ik durf de post niet meer open te doen.", "Ruud", "06-00000191", in: town.deKolk, by: daan, daysAgo: 40,
            on: stage)
        try scene.asksErasure(at: stage.ago(5, 20))
        return [Visit("Ruud", .owner, "Liet alles wissen. Over negen dagen is het weg.", .owner(scene.owner))]
    }

    /// Nothing was heard for a year: the plan sleeps, and everything is still there.
    static func hetty(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try taken(
            "De woningbouw reageert niet op mijn lekkage.", "Hetty", "06-00000202", in: town.oosterhof, by: tess,
            daysAgo: 430, on: stage)
        try scene.night(.warnedOfSleep, at: stage.ago(60, 3))
        try scene.night(.putToSleep, at: stage.ago(20, 3))
        return [Visit("Hetty", .owner, "Haar plan slaapt: een jaar lang was het stil.", .owner(scene.owner))]
    }

    /// Rounded off, and then it did not work out after all; she would rather have somebody else.
    static func sevda(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let scene = try taken(
            "Mijn dochter wil niet meer naar school en ik weet niet waarom.", "Sevda", "06-00000180",
            in: town.oosterhof, by: femke, daysAgo: 90, on: stage)
        let goal = try scene.goal("Noor gaat weer naar school", at: stage.ago(85, 20))
        try scene.ends(goal, as: .reached, at: stage.ago(51, 20))
        try scene.goes(.roundOff, nil, at: stage.ago(50, 10))
        try scene.goes(.reopen, "Ze is al een week thuis.", at: stage.ago(2, 8, 20))
        try scene.ends(goal, as: .open, at: stage.ago(2, 8, 25))
        try scene.reworded(goal, as: "Samen met Noor naar de mentor", by: femke, at: stage.ago(2, 15))
        try scene.goal("Rust in huis", by: femke, at: stage.ago(2, 15, 2))
        let talk = try scene.step(
            "De leerplicht bellen", carrier: .account(femke.id), by: femke, at: stage.ago(2, 15, 5))
        let back = try scene.step(
            "Hulp bij opvoeden aanvragen", carrier: .account(femke.id), by: femke, at: stage.ago(2, 15, 9))
        try scene.moved(back, .withdraw, by: femke, at: stage.ago(2, 16))
        try scene.moved(talk, .talk, at: stage.ago(2, 20))
        try scene.ends(try scene.goal("Een andere school", at: stage.ago(1, 7)), as: .letGo, at: stage.ago(1, 8))
        try scene.wantsSomebodyElse(at: stage.ago(1, 9))
        return [
            Visit(
                "Sevda", .owner, "Het lukte toch niet: hetzelfde plan ging weer open. Ze vroeg om een ander.",
                .owner(scene.owner))
        ]
    }

    private static func taken(
        _ sentence: String, _ name: String, _ reach: String, in area: Area, by worker: Account, daysAgo: Int,
        on stage: Stage
    ) throws -> Scene {
        let scene = try Scene.asked(sentence, reach: reach, in: area, at: stage.ago(daysAgo, 19, 5), on: stage)
        try scene.isCalled(name, at: stage.ago(daysAgo, 19, 8))
        try scene.accepted(by: worker, at: stage.ago(daysAgo - 1, 9, 30))
        return scene
    }
}
