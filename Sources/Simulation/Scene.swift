import Domain

/// One household's story, played through Domain's actions. Each method is one thing that somebody did;
/// where `by` is left out, it was the owner.
struct Scene {
    let stage: Stage
    let plan: Plan.ID
    let owner: Person.ID

    var records: any Records { stage.records }

    private init(_ begun: BegunPlan, on stage: Stage) {
        self.stage = stage
        plan = begun.plan
        owner = begun.owner
    }

    func occasion(_ account: Account?, _ at: Instant) -> Occasion {
        guard let account else { return stage.occasion(Actor(owner: owner), at, from: .home) }
        return stage.occasion(Actor(account: account), at, from: .office)
    }

    private static func first(_ sentence: String, _ reach: String?) throws -> FirstWords {
        FirstWords(
            words: try Words(sentence, room: .sentence), reach: try Words.optional(reach, room: .reach))
    }
}

// MARK: - The front door

extension Scene {
    /// Somebody brings her sentence to the team.
    static func asked(
        _ sentence: String, reach: String, in area: Area, at: Instant, on stage: Stage
    ) throws -> Scene {
        let occasion = stage.occasion(.visitor, at, from: .home)
        return Scene(
            try askQuestion(try first(sentence, reach), in: area, on: occasion, records: stage.records),
            on: stage)
    }

    /// Somebody speaks her question instead of writing it.
    static func spoke(
        _ recording: Recording, _ sentence: String? = nil, reach: String, in area: Area, at: Instant, on stage: Stage
    ) throws -> Scene {
        let first = FirstWords(
            spoken: recording, words: try Words.optional(sentence, room: .sentence),
            reach: try Words(reach, room: .reach))
        let occasion = stage.occasion(.visitor, at, from: .home)
        return Scene(try askQuestion(first, in: area, on: occasion, records: stage.records), on: stage)
    }

    /// The contact person listens to what was spoken, and types it out.
    func typedOut(_ words: String, by contact: Account, at: Instant) throws {
        let view = try readPlan(plan, on: occasion(contact, at), records: records)
        guard let message = view.spoken?.id else { throw SpokenRefusal.unknown }
        _ = try hearSpoken(message, at: plan, on: occasion(contact, at.adding(minutes: 1)), records: records)
        try typeOutSpoken(
            message, as: try Words(words, room: .story), at: plan, on: occasion(contact, at.adding(minutes: 6)),
            records: records)
    }

    /// Somebody begins a plan and keeps it to herself.
    static func begun(_ sentence: String, in area: Area, at: Instant, on stage: Stage) throws -> Scene {
        let occasion = stage.occasion(.visitor, at, from: .home)
        return Scene(
            try beginPlan(try first(sentence, nil), in: area, on: occasion, records: stage.records), on: stage
        )
    }

    func asksAfterAll(reach: String, at: Instant) throws {
        try askFromPlan(plan, reach: try Words(reach, room: .reach), on: occasion(nil, at), records: records)
    }

    func withdraws(at: Instant) throws {
        try withdrawQuestion(of: plan, on: occasion(nil, at), records: records)
    }

    func isCalled(_ name: String, at: Instant) throws {
        try nameOwner(
            name: try Words(name, room: .line), reach: nil, at: plan, on: occasion(nil, at), records: records)
    }

    /// A worker looks at everything that waits for her team, and takes this one up.
    func foundAndAccepted(by worker: Account, at: Instant) throws {
        _ = try waitingQuestions(after: nil, on: occasion(worker, at), records: records)
        try accepted(by: worker, at: at.adding(minutes: 4))
    }

    func accepted(by worker: Account, at: Instant) throws {
        guard let question = try records.questions.latest(of: plan) else { return }
        _ = try acceptQuestion(question.id, on: occasion(worker, at), records: records)
    }

    func assigned(to worker: Account, by lead: Account, at: Instant) throws {
        guard let question = try records.questions.latest(of: plan) else { return }
        try assignQuestion(question.id, to: worker.id, on: occasion(lead, at), records: records)
    }
}

// MARK: - The talk and the steps

extension Scene {
    /// Words that are written down: the owner's, or a professional's note.
    @discardableResult
    func told(
        _ words: String, about domain: LifeDomain.ID? = nil, by account: Account? = nil, at: Instant
    ) throws -> Story.ID {
        try tellStory(
            try Words(words, room: .story), about: domain, at: plan, on: occasion(account, at),
            records: records)
    }

    func confirmed(_ note: Story.ID, as words: String, at: Instant) throws {
        try confirmStory(
            note, as: try Words(words, room: .story), at: plan, on: occasion(nil, at), records: records)
    }

    @discardableResult
    func touched(_ domain: String, by account: Account? = nil, at: Instant) throws -> LifeDomain.ID {
        try touchDomain(
            try Words(domain, room: .line), at: plan, on: occasion(account, at), records: records)
    }

    /// A step: agreed at once when it is the owner's, a proposal when it is a professional's.
    @discardableResult
    func step(
        _ words: String, when: String? = nil, carrier: Step.Carrier = .owner,
        about domain: LifeDomain.ID? = nil,
        by account: Account? = nil, at: Instant
    ) throws -> Step.ID {
        let wish = StepWish(
            words: try Words(words, room: .sentence), when: try Words.optional(when, room: .line),
            carrier: carrier, domain: domain)
        return try planStep(wish, at: plan, on: occasion(account, at), records: records)
    }

    /// Proposed by a professional, and agreed by the owner two minutes later.
    @discardableResult
    func agreedStep(
        _ words: String, when: String? = nil, carrier: Step.Carrier, about domain: LifeDomain.ID? = nil,
        by account: Account, at: Instant
    ) throws -> Step.ID {
        let id = try step(words, when: when, carrier: carrier, about: domain, by: account, at: at)
        try moved(id, .agree, at: at.adding(minutes: 2))
        return id
    }

    /// Something of the neighbourhood that somebody picks for this plan.
    @discardableResult
    func takesPart(in opening: Opening.ID, by account: Account? = nil, at: Instant) throws -> Step.ID {
        try takePart(in: opening, about: nil, at: plan, on: occasion(account, at), records: records)
    }

    func moved(_ step: Step.ID, _ move: StepMove, by account: Account? = nil, at: Instant) throws {
        try moveStep(step, by: move, at: plan, on: occasion(account, at), records: records)
    }
}

// MARK: - Where it goes on to

extension Scene {
    /// "Wij doen nu niets, want …", agreed by the owner a day later.
    @discardableResult
    func holdsBack(_ why: String, until day: Day, by account: Account, at: Instant) throws -> Step.ID {
        let wish = StepWish(
            words: try Words(why, room: .sentence), when: nil, carrier: .account(account.id), domain: nil,
            kind: .holdingBack(lookBack: day))
        let id = try planStep(wish, at: plan, on: occasion(account, at), records: records)
        try moved(id, .agree, at: at.adding(days: 1))
        return id
    }

    func goes(_ move: PlanMove, _ words: String?, at: Instant) throws {
        try movePlan(
            plan, by: move, words: try Words.optional(words, room: .line), on: occasion(nil, at), records: records)
    }

    /// Where she wants to go: counts at once when it is hers, a proposal when it is a professional's.
    @discardableResult
    func goal(_ words: String, by account: Account? = nil, at: Instant) throws -> Goal.ID {
        try setGoal(
            try Words(words, room: .sentence), about: nil, at: plan, on: occasion(account, at), records: records)
    }

    @discardableResult
    func reworded(_ goal: Goal.ID, as words: String, by account: Account? = nil, at: Instant) throws -> GoalText.ID {
        try rewordGoal(
            goal, try Words(words, room: .sentence), at: plan, on: occasion(account, at), records: records)
    }

    func answers(
        _ text: GoalText.ID, of goal: Goal.ID, _ answer: ProposalAnswer, by account: Account? = nil, at: Instant
    )
        throws
    {
        try answerGoal(text, of: goal, answer, at: plan, on: occasion(account, at), records: records)
    }

    func ends(_ goal: Goal.ID, as state: Goal.State, at: Instant) throws {
        try endGoal(goal, as: state, at: plan, on: occasion(nil, at), records: records)
    }

    func measures(_ goal: Goal.ID, _ value: Int, _ words: String? = nil, at: Instant) throws {
        try measure(
            goal, at: value, words: try Words.optional(words, room: .sentence), in: plan, on: occasion(nil, at),
            records: records)
    }

    func asksErasure(at: Instant) throws {
        try askErasure(of: plan, .afterReflection, on: occasion(nil, at), records: records)
    }

    /// What the program did by itself in the night of that day.
    func night(_ task: NightTask, at: Instant) throws {
        _ = try doAtNight(task, on: stage.occasion(.visitor, at, from: .office), records: records)
    }

    func wantsSomebodyElse(at: Instant) throws {
        try askForAnotherContact(at: plan, on: occasion(nil, at), records: records)
    }
}

// MARK: - The table

extension Scene {
    /// Somebody of her own people at the table, who does not look in.
    func seated(_ name: String, _ role: String?, at: Instant) throws {
        let wish = InvitationWish(
            guest: try Self.ownPerson(name, role), part: nil, level: .read, until: at.day)
        _ = try invite(wish, to: plan, on: occasion(nil, at), records: records)
    }

    static func ownPerson(_ name: String, _ role: String?) throws -> InvitationWish.Guest {
        .ownPerson(name: try Words(name, room: .line), role: try Words.optional(role, room: .line))
    }

    /// Looks at her table for somebody she put there.
    func tie(named name: String, at: Instant) throws -> NetworkTie.ID {
        let table = try readPlan(plan, as: .tableRead, on: occasion(nil, at), records: records).table
        guard let tie = table.ties.first(where: { $0.name == name }) else {
            throw InviteRefusal.unknownPerson
        }
        return tie.id
    }

    /// A link for somebody of her own people; she has not opened it yet.
    func invited(
        _ guest: InvitationWish.Guest, to part: SharingAgreement.Part = .plan,
        level: SharingAgreement.Level = .join, until: Day, at: Instant
    ) throws -> LinkSecret {
        let wish = InvitationWish(guest: guest, part: part, level: level, until: until)
        let invited = try invite(wish, to: plan, on: occasion(nil, at), records: records)
        guard let secret = invited.secret else { throw InviteRefusal.unknownAgreement }
        return secret
    }

    /// The guest opens her link on her own phone.
    func opened(_ link: LinkSecret, at: Instant) throws -> Guest {
        let occasion = stage.occasion(.visitor, at, from: .elsewhere)
        let agreement = try claimInvitation(link, on: occasion, records: records).agreement
        guard case .tie(let tie) = agreement.holder else { throw InviteRefusal.unknownPerson }
        return Guest(agreement: agreement.id, tie: tie)
    }

    struct Guest {
        let agreement: SharingAgreement.ID
        let tie: NetworkTie.ID
    }

    /// Somebody of the team, or a provider, gets a seat.
    func joined(
        _ account: Account, to part: SharingAgreement.Part, level: SharingAgreement.Level = .join, until: Day,
        at: Instant
    ) throws {
        let wish = InvitationWish(guest: .account(account.id), part: part, level: level, until: until)
        _ = try invite(wish, to: plan, on: occasion(nil, at), records: records)
    }

    func ended(_ agreement: SharingAgreement.ID, at: Instant) throws {
        try endSharing(agreement, at: plan, on: occasion(nil, at), records: records)
    }

    /// Somebody opens a page of the plan.
    func looked(_ event: JournalEntry.Event = .planRead, by account: Account? = nil, at: Instant) throws {
        _ = try readPlan(plan, as: event, on: occasion(account, at), records: records)
    }

    func readsJournal(at: Instant) throws {
        _ = try readJournal(of: plan, before: nil, on: occasion(nil, at), records: records)
    }

    /// Somebody with an account tries a plan that is not for her.
    func refused(_ account: Account, at: Instant) throws {
        try recordRefusal(at: plan, on: occasion(account, at), records: records)
    }
}
