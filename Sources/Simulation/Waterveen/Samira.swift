import Domain

extension Waterveen {
    /// Samira, 34, with Yara and Noor: the first day of her plan (script D1).
    static func samira(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let rashid = try town.person(.rashid)
        let day = daysSinceMonday(stage.now.day)
        func at(_ hour: Int, _ minute: Int = 0) -> Instant { stage.ago(day, hour, minute) }

        let scene = try Scene.asked(
            "Donderdag komt de deurwaarder en ik slaap niet.", reach: "06-00000001", in: town.oosterhof,
            at: at(7, 50), on: stage)
        try scene.isCalled("Samira", at: at(7, 52))
        try scene.foundAndAccepted(by: femke, at: at(8, 41))
        try scene.looked(at: at(9, 15))
        try scene.looked(by: femke, at: at(10, 30))
        let link = try scene.invited(
            Scene.ownPerson("Laila", "mijn zus, haalt Yara op"), until: stage.ahead(90), at: at(10, 42))
        let laila = try scene.opened(link, at: at(11, 5))

        let note = try scene.told("Donderdag eerst. Rust daarna.", by: femke, at: at(14, 20))
        try scene.confirmed(note, as: "Donderdag eerst. Slapen daarna.", at: at(14, 32))
        let money = try scene.touched("geld", at: at(14, 36))
        try scene.joined(
            rashid, to: .domain(money), until: lastDayOfMonth(twoAfter: stage.ago(day, 12).day),
            at: at(14, 40))
        try scene.agreedStep(
            "De deurwaarder bellen om uitstel", when: "dinsdag", carrier: .account(rashid.id), about: money,
            by: femke, at: at(14, 44))
        try scene.step(
            "Yara ophalen van school", when: "woensdag 15:00", carrier: .tie(laila.tie), at: at(14, 48))
        try scene.step("De brieven bij elkaar zoeken", when: "voor donderdag", at: at(14, 51))
        try scene.looked(.stepsRead, by: rashid, at: at(15, 25))
        try scene.readsJournal(at: at(20, 10))

        return [
            Visit(
                "Samira", .owner, "34, moeder van Yara (8) en Noor (4). Drie kleine stappen staan open.",
                .owner(scene.owner)),
            Visit(
                "Laila", .network, "De zus van Samira. Kijkt mee in het hele plan.", .guest(laila.agreement)),
        ]
    }

    /// How long ago the last Monday was that is over: one day to seven.
    private static func daysSinceMonday(_ today: Day) -> Int {
        today.weekday == 1 ? 7 : today.weekday - 1
    }

    /// From the third of March: the thirty-first of May.
    private static func lastDayOfMonth(twoAfter day: Day) -> Day {
        let (year, month, _) = day.parts
        let next = month + 3
        return Day(year: next > 12 ? year + 1 : year, month: next > 12 ? next - 12 : next, day: 1).adding(
            days: -1)
    }
}
