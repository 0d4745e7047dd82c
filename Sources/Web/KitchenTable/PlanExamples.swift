@_spi(Examples) import Domain

/// A made-up table in its states, for the gallery, the snapshots and the accessibility run.
enum PlanExamples {
    static let planID = Plan.ID(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0001)
    static let today = Day(year: 2025, month: 3, day: 3)
    static let now = Instant.start(of: today).adding(hours: 10)
    private static let household = Household.ID(high: 2, low: 2)
    static let owner = Person(
        id: Person.ID(high: 3, low: 3), household: household, name: "Samira", reach: "06 00 00 00 01")
    private static let contact = Account.example
    private static let team = Team(id: Team.ID(high: 4, low: 4), name: "Team Oosterhof", phone: "0123 45 67 89")
    private static let money = LifeDomain(
        id: LifeDomain.ID(high: 6, low: 6), plan: planID, household: household, name: "geld", touchedAt: now)
    private static let sister = NetworkTie(
        id: NetworkTie.ID(high: 7, low: 7), plan: planID, household: household, name: "Laila", role: "mijn zus",
        since: today)

    private static func plan(_ state: Plan.State, eraseDay: Day? = nil) -> Plan {
        Plan(
            id: planID, household: household, owner: owner.id,
            contact: [.concept, .open].contains(state) ? nil : contact.id,
            state: state, begunAt: now, version: 1, eraseDay: eraseDay)
    }

    private static func story(_ number: UInt64, _ kind: Story.Kind, _ words: String, _ author: Story.Author) -> Story {
        Story(
            id: Story.ID(high: 8, low: number), plan: planID, household: household, kind: kind, words: words,
            author: author, writtenAt: now, domain: nil)
    }

    private static func step(
        _ number: UInt64, _ words: String, _ when: String?, _ carrier: Step.Carrier, _ state: Step.State = .agreed
    ) -> Step {
        Step(
            id: Step.ID(high: 9, low: number), plan: planID, household: household, domain: nil, words: words,
            when: when, carrier: carrier, state: state, madeAt: now, version: 1)
    }

    private static let contactAgreement = SharingAgreement(
        id: SharingAgreement.ID(high: 10, low: 1), plan: planID, household: household, part: .plan,
        holder: .account(contact.id), level: .contact, role: nil, from: now, until: today.adding(days: 365),
        state: .given, claimedAt: now)

    private static let sisterAgreement = SharingAgreement(
        id: SharingAgreement.ID(high: 10, low: 2), plan: planID, household: household, part: .plan,
        holder: .tie(sister.id), level: .join, role: "haalt Yara op", from: now, until: today.adding(days: 90),
        state: .given, claimedAt: nil)

    static let invitation = Invitation(agreement: sisterAgreement, guestName: "Laila", ownerName: "Samira")

    private static let table = Table(
        ties: [sister], agreements: [sisterAgreement],
        professionals: [Table.Professional(account: contact, agreements: [contactAgreement])])

    private static let firstWords = story(
        1, .ownWords, "Donderdag komt de deurwaarder en ik slaap niet.", .owner(owner.id))
    private static let note = story(
        2, .note, "Eerst donderdag. Daarna slapen.", .account(contact.id, name: contact.name))
    private static let confirmed = story(
        3, .confirmed(note: note.id), "Donderdag eerst. Slapen daarna.", .owner(owner.id))

    /// Alone with her first sentence.
    static let concept = view(state: .concept, holder: .owner(owner.id), stories: [firstWords])

    /// Her question waits for a name.
    static let waiting = view(
        state: .open, holder: .owner(owner.id), stories: [firstWords],
        question: Question(
            id: Question.ID(high: 11, low: 1), plan: planID, household: household, area: Area.example.id,
            team: team.id, askedAt: now.adding(days: -9), state: .waiting, version: 1))

    /// A contact person, a note to read back, a proposal, and more steps than three.
    static let running = view(
        state: .running, holder: .owner(owner.id), stories: [firstWords, note], table: table, steps: steps)

    /// Something of the neighbourhood in her plan: what she picked, with whom to call.
    static let takingPart = view(
        state: .running, holder: .owner(owner.id), stories: [firstWords], table: table,
        steps: [steps[0], picked(OpeningExamples.grill)])

    private static func picked(_ opening: Opening) -> Step {
        Step(
            id: Step.ID(high: 9, low: 8), plan: planID, household: household, domain: nil, words: opening.words,
            when: "\(opening.when), \(opening.place)", carrier: .owner, state: .agreed, madeAt: now, version: 1,
            call: opening.call)
    }

    /// The same table from the contact person's chair.
    static let fromContact = view(
        state: .running, holder: .account(contact, level: .contact), stories: [firstWords, note, confirmed],
        table: table, steps: steps, agreements: [contactAgreement])

    /// A guest who may see one subject.
    static let fromGuest = view(
        state: .running, holder: .guest(sister.id, name: "Laila"), stories: [],
        table: Table(ties: [sister], agreements: [], professionals: []), steps: [steps[1]],
        sees: .parts(domains: [money.id], steps: []), agreements: [sisterAgreement])

    private static let limit = NetworkTie.Said(words: "Twee middagen gaat. In het weekend niet.", at: now)

    /// A guest who said what she can keep up.
    static let carer = view(
        state: .running, holder: .guest(sister.id, name: "Laila"), stories: [],
        table: Table(ties: [somebody(1, "Laila", limit: limit)], agreements: [], professionals: []), steps: [steps[1]],
        sees: .parts(domains: [money.id], steps: []), agreements: [sisterAgreement])

    /// A network some months later: one who said what she can keep up, one new, one kept out, one gone.
    static let network = view(
        state: .running, holder: .owner(owner.id), stories: [firstWords],
        table: Table(
            ties: [
                somebody(1, "Laila", limit: limit), somebody(2, "Henk", since: today.adding(days: 80)),
                somebody(
                    3, "Karim", caution: NetworkTie.Said(words: "Hij komt om geld, en dan wordt het eng.", at: now)),
                somebody(4, "Oom Aziz", goneOn: today),
            ], agreements: [], professionals: []), giving: "Ik kan koken voor een hele straat.")

    private static func somebody(
        _ number: UInt64, _ name: String, since: Day = today, limit: NetworkTie.Said? = nil,
        caution: NetworkTie.Said? = nil, goneOn: Day? = nil
    ) -> NetworkTie {
        NetworkTie(
            id: number == 1 ? sister.id : NetworkTie.ID(high: 7, low: 10 + number), plan: planID, household: household,
            name: name, role: number == 1 ? sister.role : nil, since: since, limit: limit, caution: caution,
            goneOn: goneOn)
    }

    /// The same plan where it is not simply running.
    static let cycle = [Plan.State.running, .pilotLight, .roundedOff, .paused, .stopped].map { state in
        view(
            state: state, holder: .owner(owner.id), stories: [firstWords], table: table, steps: [steps[0], holdingBack])
    }

    /// A goal of her own with other words proposed, one that only was proposed, and one reached.
    static let withGoals = view(
        state: .running, holder: .owner(owner.id), stories: [firstWords], table: table, steps: [steps[0]],
        goals: goals)
    static let goalsFromContact = view(
        state: .running, holder: .account(contact, level: .contact), stories: [firstWords], table: table,
        steps: [steps[0]], agreements: [contactAgreement], goals: goals)
    static let asleep = view(
        state: .asleep, holder: .owner(owner.id), stories: [firstWords], table: table, steps: [steps[0]])

    static let measurements = [2, 3, 3, 5, 6].enumerated().map { index, value in
        Measurement(
            id: Measurement.ID(high: 11, low: UInt64(index) + 1), goal: goals[0].id, value: value,
            words: index == 4 ? "Drie nachten doorgeslapen." : nil, at: now.adding(days: index - 5))
    }

    private static let goals = [
        goal(
            1, .open,
            [
                ("Ik wil weer slapen", .owner(owner.id), .accepted(at: now)),
                ("Ik wil zes uur per nacht slapen", .account(contact.id, name: contact.name), .proposed),
                ("Geregelde slaap", .account(contact.id, name: contact.name), .declined(at: now)),
            ]),
        goal(2, .open, [("Hulp bij opvoeden", .account(contact.id, name: contact.name), .talking)]),
        goal(3, .reached, [("De brieven zijn open", .owner(owner.id), .accepted(at: now))]),
    ]

    private static func goal(
        _ number: UInt64, _ state: Goal.State, _ texts: [(String, Story.Author, ProposalState)]
    ) -> Goal {
        let id = Goal.ID(high: 10, low: number)
        return Goal(
            id: id, plan: planID, household: household, domain: nil, state: state, madeAt: now, version: 1,
            texts: texts.enumerated().map { index, text in
                GoalText(
                    id: GoalText.ID(high: number, low: UInt64(index) + 1), goal: id, words: text.0, author: text.1,
                    state: text.2, madeAt: now, version: 1)
            })
    }

    /// From the contact person's chair, with a note, a step and words for a goal that wait.
    static let toAskOnPaper = view(
        state: .running, holder: .account(contact, level: .contact), stories: [firstWords, note], table: table,
        steps: steps, agreements: [contactAgreement], goals: goals)
    static let sheet = Sheet(
        id: Sheet.ID(high: 12, low: 1), plan: planID, household: household, madeAt: now,
        items: toAskOnPaper.itemsToAsk, code: SheetCode(chance: .seeded(7)), misses: 0, confirmedAt: nil, version: 1)

    static let officer = Account(
        id: Account.ID(high: 5, low: 8), role: .privacyOfficer, name: "Roos Mulder", phone: "0123 45 67 99",
        background: "", team: nil, hasPhoto: false)
    static let emergency = EmergencyAccess(
        id: EmergencyAccess.ID(high: 13, low: 1), plan: planID, household: household, worker: .example,
        reason: "De buurvrouw hoort al een uur gegil en niemand doet open.", from: now, until: now.adding(hours: 4),
        silence: nil, toldAt: now, endedAt: nil,
        review: EmergencyAccess.Review(at: now, finding: .right, words: "Er was direct gevaar."), version: 1)
    static let silentEmergency = EmergencyAccess(
        id: EmergencyAccess.ID(high: 13, low: 2), plan: planID, household: household, worker: .example,
        reason: "De school ziet blauwe plekken.", from: now.adding(days: -3), until: now.adding(hours: 1, days: -3),
        silence: "Haar partner leest mee op haar telefoon.", toldAt: nil, endedAt: nil, review: nil, version: 1)

    /// The owner reads who looked in an emergency.
    static let afterEmergency = view(
        state: .running, holder: .owner(owner.id), stories: [firstWords], table: table, steps: [steps[0]],
        emergencies: [emergency])
    /// The owner reads that somebody worries about safety.
    static let worried = view(
        state: .stopped, holder: .owner(owner.id), stories: [firstWords], table: table, worries: [SafetyExamples.worry])
    /// Behind broken glass: everything to read, nothing to write.
    static let inEmergency = view(
        state: .running, holder: .account(.example, level: .read), stories: [firstWords], table: table,
        steps: [steps[0]], emergency: emergency)

    private static let opened = SharingAgreement(
        id: SharingAgreement.ID(high: 10, low: 3), plan: planID, household: household, part: .plan,
        holder: .tie(sister.id), level: .join, role: nil, from: now, until: today.adding(days: 90), state: .given,
        claimedAt: now)

    private static func deciding(_ kind: Representation.Kind, bornInYear year: Int? = nil) -> [Representation.InForce] {
        let one = Representation(
            id: Representation.ID(high: 14, low: 1), plan: planID, household: household, tie: sister.id,
            name: sister.name, kind: kind, part: .plan, since: now, until: today.adding(days: 90),
            born: year.map { Day(year: $0, month: 2, day: 1) },
            document: kind == .chosen ? nil : "uittreksel uit het gezagsregister",
            recordedBy: kind == .chosen ? nil : contact.id)
        return one.inForce(on: today).map { [$0] } ?? []
    }

    private static let parentSaidYes = GivenAnswer(
        id: GivenAnswer.ID(high: 15, low: 1), subject: .step(steps[4].id), side: .authority, answer: .accept,
        by: .representative(opened.id, name: sister.name), at: now)

    private static func represented(
        _ holder: Seat.Holder, by spokenFor: [Representation.InForce], agreements: [SharingAgreement] = [],
        stories: [Story] = [firstWords], answers: [GivenAnswer] = []
    ) -> PlanView {
        view(
            state: .running, holder: holder, stories: stories,
            table: Table(
                ties: [sister], agreements: [opened],
                professionals: [Table.Professional(account: contact, agreements: [contactAgreement])]), steps: steps,
            agreements: agreements, spokenFor: spokenFor, answers: answers)
    }

    /// From twelve to fifteen both say yes: who has authority did, the owner not yet.
    static let together = represented(
        .owner(owner.id), by: deciding(.authority, bornInYear: 2011), answers: [parentSaidYes])
    static let fromContactTogether = represented(
        .account(contact, level: .contact), by: deciding(.authority, bornInYear: 2011),
        agreements: [contactAgreement], answers: [parentSaidYes])
    static let fromParent = represented(
        .guest(sister.id, name: sister.name), by: deciding(.authority, bornInYear: 2011), agreements: [opened],
        answers: [parentSaidYes])
    /// Under twelve somebody else says yes.
    static let under = represented(.owner(owner.id), by: deciding(.authority, bornInYear: 2016))
    /// Chosen by the owner, for the whole plan, with a note to read back.
    static let fromRepresentative = represented(
        .guest(sister.id, name: sister.name), by: deciding(.chosen), agreements: [opened],
        stories: [firstWords, note])

    /// A seat at the family's conference: the owner's, the contact person's, or that of somebody who sees it alone.
    static func conferenceSeat(_ holder: Seat.Holder, _ agreement: SharingAgreement? = nil) -> Seat {
        Seat.example(
            plan: plan(.running), area: Area.example.id, holder: holder,
            sees: agreement == nil ? .everything : .parts(domains: [], steps: []),
            agreements: agreement.map { [$0] } ?? [])
    }

    /// A question that was spoken: as she waits, as it is heard, and when it was typed out, from both chairs.
    static let spoken = [
        view(state: .open, holder: .owner(owner.id), stories: [], spoken: .recorded),
        view(
            state: .running, holder: .account(contact, level: .contact), stories: [], agreements: [contactAgreement],
            spoken: .recorded),
        view(
            state: .running, holder: .account(contact, level: .contact), stories: [note],
            agreements: [contactAgreement], spoken: .typedOut(note: note.id)),
        view(state: .running, holder: .owner(owner.id), stories: [note], spoken: .typedOut(note: note.id)),
    ]

    /// Everything goes in two weeks, because she asked for it.
    static let erasing = view(
        state: .stopped, holder: .owner(owner.id), stories: [firstWords],
        table: Table(ties: [sister], agreements: [], professionals: []), steps: [],
        eraseDay: today.adding(days: erasureReflectionDays))

    private static let holdingBack = Step(
        id: Step.ID(high: 9, low: 7), plan: planID, household: household, domain: nil,
        words: "Yara heeft eerst rust nodig.", when: nil, carrier: .account(contact.id), state: .agreed, madeAt: now,
        version: 1, kind: .holdingBack(lookBack: today))

    static let all = [concept, waiting, running, fromContact, fromGuest]

    private static let steps = [
        step(1, "De brieven bij elkaar zoeken", "als het uitkomt", .owner),
        step(2, "Yara ophalen van school", "woensdag 15:00", .tie(sister.id)),
        step(3, "De deurwaarder bellen om uitstel", "dinsdag", .account(contact.id)),
        step(4, "Een rondje lopen voor het slapen", nil, .owner),
        step(5, "Samen naar het spreekuur", "volgende week", .account(contact.id), .proposed(by: contact.id)),
        step(6, "De huur nakijken", nil, .owner, .done(at: now)),
    ]

    static let journal = JournalPage(
        rows: [
            (4, entry(.planRead, .account(contact.id), "Femke Dijkstra", .generalist, .wmo)),
            (3, entry(.planRead, .account(contact.id), "Femke Dijkstra", .generalist, .wmo)),
            (2, entry(.attemptRefused, .account(contact.id), "Joke Visser", .stip, .none)),
            (1, entry(.questionAsked, .owner(owner.id), nil, .owner, .own)),
        ], next: 1)

    private static func entry(
        _ event: JournalEntry.Event, _ who: JournalEntry.Who, _ name: String?, _ role: Role,
        _ ground: JournalEntry.Ground
    ) -> JournalEntry {
        JournalEntry(
            household: household, plan: planID, at: now, who: who, name: name, role: role, event: event,
            ground: ground, outcome: event == .attemptRefused ? .refused : .done,
            origin: Origin(road: .page, address: "192.0.2.1"))
    }

    private static func view(
        state: Plan.State, holder: Seat.Holder, stories: [Story],
        table: Table = Table(ties: [], agreements: [], professionals: []), steps: [Step] = [],
        question: Question? = nil, sees: Seat.Sight = .everything, agreements: [SharingAgreement] = [],
        eraseDay: Day? = nil, goals: [Goal] = [], emergencies: [EmergencyAccess] = [],
        emergency: EmergencyAccess? = nil, giving: String? = nil, spokenFor: [Representation.InForce] = [],
        answers: [GivenAnswer] = [], worries: [ToldWorry] = [], spoken: SpokenMessage.State? = nil
    ) -> PlanView {
        let seat = Seat.example(
            plan: plan(state, eraseDay: eraseDay), area: Area.example.id, holder: holder, sees: sees,
            agreements: agreements, emergency: emergency, spokenFor: spokenFor)
        return PlanView(
            seat: seat,
            owner: Person(id: owner.id, household: household, name: owner.name, reach: owner.reach, giving: giving),
            contact: [.concept, .open].contains(state) ? nil : contact, area: .example,
            team: team,
            question: question, stories: stories, domains: state == .running ? [money] : [], steps: steps,
            table: table, today: today, rhythm: state == .pilotLight ? "Koffie in mei" : nil, goals: goals,
            emergencies: emergencies, spokenFor: spokenFor, answers: answers, worries: worries,
            spoken: spoken.map {
                SpokenMessage(
                    id: SpokenMessage.ID(high: 14, low: 1), plan: planID, household: household, kind: .webm,
                    seconds: 42, madeAt: now, state: $0, version: 1)
            })
    }
}

extension Area {
    static let example = Area(
        id: Area.ID(high: 1, low: 1), slug: "oosterhof", name: "Oosterhof", team: Team.ID(high: 4, low: 4))
}

extension Account {
    static let example = Account(
        id: Account.ID(high: 5, low: 5), role: .generalist, name: "Femke Dijkstra", phone: "0123 45 67 01",
        background: "meedoen en wonen", team: Team.ID(high: 4, low: 4), hasPhoto: false)
}

extension Frame {
    /// This frame around a view, as a route would make it.
    func at(_ view: PlanView) -> Frame {
        var frame = self
        frame.viewer =
            switch view.seat.holder {
            case .owner, .guest: .table(view.seat.plan.id, isOwner: view.seat.isOwner)
            case .account(let account, _): .account(account)
            }
        if view.seat.sees == .everything { frame.contact = view.contact }
        frame.place = view.area.name
        return frame
    }
}
