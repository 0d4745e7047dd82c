import Domain

/// Plans in which somebody decides with the owner: chosen, by authority, or by a court.
extension Waterveen {
    /// Fourteen: she and her mother both have to say yes. Her mother did, to one of two.
    static func fleur(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try begun(
            "Op school gaat het niet en thuis wil ik er niet over praten.", "Fleur", "06-00000213",
            in: town.oosterhof, by: tess, daysAgo: 20, on: stage)
        let ingrid = try scene.joins("Ingrid", "mijn moeder", at: stage.ago(18, 16))
        try scene.recorded(
            ingrid, .authority, seen: "uittreksel uit het gezagsregister", born: firstDay(yearsAgo: 14, stage),
            by: tess, at: stage.ago(16, 15))
        try scene.step("Elke dag een half uur met de hond", at: stage.ago(15, 17))
        let talk = try scene.step(
            "Een keer praten met Tess en de mentor", when: "donderdag 15:30", carrier: .account(tess.id), by: tess,
            at: stage.ago(3, 11))
        try scene.step(
            "Kijken bij de meidengroep", when: "dinsdag", carrier: .account(tess.id), by: tess, at: stage.ago(3, 11, 4))
        try scene.moved(talk, .agree, byGuest: ingrid, at: stage.ago(2, 20))
        return [
            Visit(
                "Fleur", .owner, "14. Zij en haar moeder zeggen allebei ja, of het telt niet.", .owner(scene.owner)),
            Visit(
                "Ingrid", .representative, "De moeder van Fleur. Zei ja op één voorstel, en wacht op Fleur.",
                .guest(ingrid.agreement)),
        ]
    }

    /// Ten: his father says yes for him.
    static func sem(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let rashid = try town.person(.rashid)
        let scene = try begun(
            "Ik wil dat er niet meer zo hard geschreeuwd wordt.", "Sem", "Via mijn vader: 06-00000224",
            in: town.oosterhof, by: rashid, daysAgo: 15, on: stage)
        let father = try scene.joins("Jeroen", "mijn vader", at: stage.ago(14, 17))
        try scene.recorded(
            father, .authority, seen: "geboorteakte en gezagsregister", born: firstDay(yearsAgo: 10, stage),
            by: rashid, at: stage.ago(13, 10))
        let club = try scene.step(
            "Op zaterdag mee naar de voetbalclub", when: "zaterdag 9:00", carrier: .tie(father.tie), by: rashid,
            at: stage.ago(6, 14))
        try scene.moved(club, .agree, byGuest: father, at: stage.ago(5, 19))
        try scene.step(
            "Om de week met zijn drieën praten", carrier: .account(rashid.id), by: rashid, at: stage.ago(1, 14))
        return [
            Visit("Sem", .owner, "10. Zijn vader zegt ja of nee, Sem zegt wat hij wil.", .owner(scene.owner)),
            Visit(
                "Jeroen", .representative, "De vader van Sem. Een voorstel wacht op zijn antwoord.",
                .guest(father.agreement)),
        ]
    }

    /// A court named somebody for his money, and only for that.
    static func theo(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try begun(
            "Ik krijg leefgeld en snap niet waar de rest blijft.", "Theo", "06-00000235", in: town.deKolk, by: daan,
            daysAgo: 50, on: stage)
        let money = try scene.touched("geld", at: stage.ago(48, 11))
        let administrator = try scene.joins(
            "Mevrouw Kramer", "mijn bewindvoerder", to: .domain(money), at: stage.ago(47, 9))
        try scene.recorded(
            administrator, .administrator, over: .domain(money), seen: "beschikking van de kantonrechter", by: daan,
            at: stage.ago(45, 10))
        let letter = try scene.step(
            "Eén keer per maand samen de post van de bank lezen", when: "de eerste maandag",
            carrier: .account(daan.id), about: money, by: daan, at: stage.ago(20, 10))
        try scene.moved(letter, .agree, byGuest: administrator, at: stage.ago(19, 9, 15))
        try scene.step("Op vrijdag boodschappen doen met een briefje", about: money, at: stage.ago(12, 13))
        return [
            Visit(
                "Theo", .owner, "Een bewindvoerder beslist mee over zijn geld, en over verder niets.",
                .owner(scene.owner)),
            Visit(
                "Mevrouw Kramer", .representative, "Bewindvoerder van Theo. Ziet en beslist alleen geld.",
                .guest(administrator.agreement)),
        ]
    }

    /// Her sister decides with her, over everything; somebody she chose before does so no more.
    static func aylin(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try begun(
            "Door mijn herseninfarct ben ik woorden kwijt.", "Aylin", "Via mijn zus: 06-00000246",
            in: town.molenbuurt, by: daan, daysAgo: 40, on: stage)
        let nur = try scene.joins("Nur", "mijn vriendin", at: stage.ago(38, 10))
        try scene.chose(nur, until: stage.ahead(60), at: stage.ago(38, 10, 5))
        let derya = try scene.joins("Derya", "mijn zus, woont naast me", at: stage.ago(30, 12))
        try scene.endsChoice(of: nur, at: stage.ago(30, 12, 4))
        try scene.chose(derya, until: stage.ahead(200), at: stage.ago(30, 12, 5))
        let note = try scene.told(
            "Aylin wil eerst weer zelf de bus kunnen nemen. Praten komt daarna.", by: daan, at: stage.ago(25, 15))
        try scene.confirmed(
            note, as: "Aylin wil eerst weer zelf met de bus. Lijn 4, want die stopt bij mij.", byGuest: derya,
            at: stage.ago(24, 19))
        let bus = try scene.step(
            "Samen drie keer met lijn 4 mee", when: "'s ochtends", carrier: .tie(derya.tie), by: daan,
            at: stage.ago(23, 10))
        try scene.moved(bus, .agree, byGuest: derya, at: stage.ago(22, 18))
        try scene.step(
            "Kaartjes maken met plaatjes", carrier: .account(daan.id), by: daan, at: stage.ago(2, 10))
        return [
            Visit("Aylin", .owner, "Koos haar zus om mee te beslissen over haar hele plan.", .owner(scene.owner)),
            Visit(
                "Derya", .representative, "De zus van Aylin. Zei namens haar ja op een voorstel.",
                .guest(derya.agreement)),
        ]
    }

    private static func begun(
        _ sentence: String, _ name: String, _ reach: String, in area: Area, by worker: Account, daysAgo: Int,
        on stage: Stage
    ) throws -> Scene {
        let scene = try Scene.asked(sentence, reach: reach, in: area, at: stage.ago(daysAgo, 19, 5), on: stage)
        try scene.isCalled(name, at: stage.ago(daysAgo, 19, 8))
        try scene.accepted(by: worker, at: stage.ago(daysAgo - 1, 9, 30))
        return scene
    }

    /// New Year's Day so many years ago.
    private static func firstDay(yearsAgo years: Int, _ stage: Stage) -> Day {
        Day(year: stage.now.day.parts.year - years, month: 1, day: 1)
    }
}

extension Scene {
    /// Somebody of her own people gets a link and opens it an hour later.
    fileprivate func joins(
        _ name: String, _ role: String, to part: SharingAgreement.Part = .plan, at: Instant
    ) throws -> Guest {
        let link = try invited(Scene.ownPerson(name, role), to: part, until: stage.ahead(300), at: at)
        return try opened(link, at: at.adding(minutes: 2))
    }

    fileprivate func chose(_ guest: Guest, until: Day, at: Instant) throws {
        try nameRepresentative(
            guest.tie, for: .plan, until: until, at: plan,
            on: stage.occasion(Actor(owner: owner), at, from: .home), records: stage.records)
    }

    fileprivate func endsChoice(of guest: Guest, at: Instant) throws {
        let occasion = stage.occasion(Actor(owner: owner), at, from: .home)
        let view = try readPlan(plan, as: .tableRead, on: occasion, records: stage.records)
        for one in view.representations(of: guest.tie) {
            try endRepresentation(one.id, at: plan, on: occasion, records: stage.records)
        }
    }

    fileprivate func recorded(
        _ guest: Guest, _ kind: Representation.Kind, over part: Representation.Part = .plan, seen: String,
        born: Day? = nil, by worker: Account, at: Instant
    ) throws {
        try recordRepresentative(
            guest.tie,
            LawfulRepresentation(
                kind: kind, part: part, until: stage.ahead(300), document: try Words(seen, room: .sentence),
                born: born),
            at: plan, on: stage.occasion(Actor(account: worker), at, from: .office), records: stage.records)
    }

    fileprivate func moved(_ step: Step.ID, _ move: StepMove, byGuest guest: Guest, at: Instant) throws {
        try asGuest(guest, at) { try moveStep(step, by: move, at: plan, on: $0, records: stage.records) }
    }

    fileprivate func confirmed(_ note: Story.ID, as words: String, byGuest guest: Guest, at: Instant) throws {
        let said = try Words(words, room: .story)
        try asGuest(guest, at) { try confirmStory(note, as: said, at: plan, on: $0, records: stage.records) }
    }

    /// On the guest's own phone, that is put away afterwards.
    private func asGuest(_ guest: Guest, _ at: Instant, _ act: (Occasion) throws -> Void) throws {
        let token = Session.Token(chance: stage.chance)
        try stage.records.sessions.open(
            KeyRing(agreement: guest.agreement, expiresAt: at.adding(hours: 1)), token: token, replacing: nil, at: at)
        let actor = try stage.records.sessions.actor(token, at: at)
        try act(stage.occasion(actor, at, from: .elsewhere))
        if let session = actor.session { try stage.records.sessions.close(session) }
    }
}
