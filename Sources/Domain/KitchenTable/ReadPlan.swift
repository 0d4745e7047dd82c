/// A plan as one seat sees it: everything the page shows, read in one transaction.
public final class PlanView: Sendable {
    public let seat: Seat
    public let owner: Person
    public let contact: Account?
    public let area: Area
    public let team: Team
    /// The question that waits, for the owner to see how long.
    public let question: Question?
    public let stories: [Story]
    public let domains: [LifeDomain]
    public let steps: [Step]
    public let goals: [Goal]
    /// For the owner: who read her plan in an emergency, as far as she may know.
    public let emergencies: [EmergencyAccess]
    /// For the owner: worries about safety that she was told of.
    public let worries: [ToldWorry]
    /// What she said aloud, for herself and her contact person.
    public let spoken: SpokenMessage?
    /// What the team asks her and waits for an answer, for who answers and who may ask.
    public let requests: [SharingRequest]
    public let table: Table
    /// Who decides for the owner, and what they said to proposals.
    public let spokenFor: [Representation.InForce]
    public let answers: [GivenAnswer]
    /// "Koffie in mei": the rhythm of a pilot light.
    public let rhythm: String?
    public let today: Day

    public init(
        seat: Seat, owner: Person, contact: Account?, area: Area, team: Team, question: Question?,
        stories: [Story], domains: [LifeDomain], steps: [Step], table: Table, today: Day,
        rhythm: String? = nil, goals: [Goal] = [], emergencies: [EmergencyAccess] = [],
        spokenFor: [Representation.InForce] = [], answers: [GivenAnswer] = [],
        worries: [ToldWorry] = [],
        spoken: SpokenMessage? = nil, requests: [SharingRequest] = []
    ) {
        self.spokenFor = spokenFor
        self.answers = answers
        self.worries = worries
        self.spoken = spoken
        self.requests = requests
        self.emergencies = emergencies
        self.goals = goals
        self.rhythm = rhythm
        self.seat = seat
        self.owner = owner
        self.contact = contact
        self.area = area
        self.team = team
        self.question = question
        self.stories = stories
        self.domains = domains
        self.steps = steps
        self.table = table
        self.today = today
    }

    /// At most three, the oldest first; the others wait their turn.
    public var openStepsShown: [Step] { Array(steps.lazy.filter(\.isOpen).prefix(Domain.openStepsShown)) }
    public var openStepsWaiting: Int { max(0, steps.lazy.filter(\.isOpen).count - Domain.openStepsShown) }

    public var proposals: [Step] { steps.filter(\.isProposal) }

    /// Where she wants to go now.
    public var openGoals: [Goal] { goals.filter { $0.state == .open && $0.current != nil } }

    /// Words for a goal that wait for her answer.
    public var goalProposals: [(goal: Goal, text: GoalText)] {
        goals.filter { $0.state == .open }.flatMap { goal in goal.waiting.map { (goal, $0) } }
    }

    /// What was noted and is not yet read back.
    public var notesToConfirm: [Story] {
        stories.filter { note in
            note.kind == .note && !stories.contains { $0.kind == .confirmed(note: note.id) }
        }
    }

    /// The words in the middle of the table: the last she confirmed, alone or with her family, else the first she
    /// wrote.
    public var coreWords: String? {
        let confirmed = stories.last { story in
            switch story.kind {
            case .confirmed, .familyPlan: true
            case .ownWords, .note: false
            }
        }
        return (confirmed ?? stories.first { $0.kind == .ownWords })?.words
    }

    /// How many professionals are involved, the contact person among them.
    public var professionalsInvolved: Int { table.professionals.filter { $0.account.role.isProfessional }.count }

    /// The name of whoever carries a step; `nil` for the owner and for somebody who left.
    public func carrierName(of step: Step) -> String? {
        switch step.carrier {
        case .owner: nil
        case .tie(let id): table.ties.first { $0.id == id }?.name
        case .account(let id): table.professionals.first { $0.account.id == id }?.account.name
        }
    }
}

/// Opens a plan for whoever has a seat at it, and writes that in the journal.
/// - Parameter event: which page of it is read.
public func readPlan(
    _ id: Plan.ID, as event: JournalEntry.Event = .planRead, on occasion: Occasion, records: some Records
) throws -> PlanView {
    let seat = try takeSeat(at: id, to: event, on: occasion, records: records)
    guard let (area, team) = try records.areas.findWithTeam(seat.area) else { throw SeatRefusal.noRelation }
    let table = try records.sharing.table(for: seat, on: occasion.today)
    let contact = try seat.plan.contact.flatMap { try records.accounts.find($0) }
    let question = seat.plan.state == .open && seat.isOwner ? try records.questions.latest(of: id) : nil
    return PlanView(
        seat: seat, owner: try records.plans.owner(for: seat), contact: contact, area: area, team: team,
        question: question, stories: try records.stories.all(for: seat),
        domains: try records.stories.domains(for: seat), steps: try records.steps.all(for: seat),
        table: table, today: occasion.today,
        rhythm: seat.plan.state == .pilotLight ? try records.plans.rhythm(for: seat) : nil,
        goals: try records.goals.all(for: seat),
        emergencies: seat.isOwner && seat.plan.toldOfEmergencyAt != nil ? try records.emergencies.told(at: id) : [],
        spokenFor: seat.isOfTeam
            ? try spokenFor(at: seat.plan, on: occasion.today, records: records) : seat.spokenFor,
        answers: seat.plan.representedAt == nil ? [] : try records.representations.answers(for: seat),
        worries: seat.isOwner && seat.plan.toldOfSafetyAt != nil
            ? try records.safety.told(for: seat).filter { $0.isShown(on: occasion.today) } : [],
        spoken: seat.isOwner || seat.isContact ? try records.spoken.find(for: seat) : nil,
        requests: seat.seesRequests && seat.plan.sharingAskedAt != nil ? try records.requests.waiting(for: seat) : [])
}

/// A page of the plans a professional sits at, newest agreement first. Each name shown is a read and
/// stands in that household's journal.
public struct OwnPlans: Sendable {
    public let plans: [SharedPlan]
    public let next: SharingAgreement.ID?

    public init(plans: [SharedPlan], next: SharingAgreement.ID?) {
        self.plans = plans
        self.next = next
    }
}

/// - Returns: `nil` for a role that never sits at a resident's table.
public func ownPlans(
    before: SharingAgreement.ID?, limit: Int = 15, on occasion: Occasion, records: some Records
) throws -> OwnPlans? {
    guard let account = occasion.actor.account, account.role.mayBeInvited else { return nil }
    let found = try records.plans.shared(
        with: account.id, on: occasion.today, before: before, limit: limit + 1)
    let shown = Array(found.prefix(limit))
    for line in shown {
        try records.journal.append(.byAccount(account, .nameListed, on: line.plan, occasion: occasion))
    }
    return OwnPlans(plans: shown, next: found.count > limit ? shown.last?.agreement.id : nil)
}
