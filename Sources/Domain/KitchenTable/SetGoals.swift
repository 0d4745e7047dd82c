/// The goals of one table, with how it goes, for the page that is about them.
public struct GoalsView: Sendable {
    public let view: PlanView
    public let measurements: [Measurement]

    public init(view: PlanView, measurements: [Measurement]) {
        self.view = view
        self.measurements = measurements
    }
}

public func readGoals(of plan: Plan.ID, on occasion: Occasion, records: some Records) throws -> GoalsView {
    let view = try readPlan(plan, as: .goalsRead, on: occasion, records: records)
    return GoalsView(view: view, measurements: try records.goals.measurements(for: view.seat))
}

/// The owner's goal counts at once; a professional's is a proposal. Guests have their own say at the
/// table, not in the plan.
@discardableResult
public func setGoal(
    _ words: Words, about domain: LifeDomain.ID?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Goal.ID {
    let seat = try takeSeat(at: plan, to: .goalSet, on: occasion, records: records)
    let state = try writing(from: seat, at: occasion.now)
    if let domain {
        guard try records.stories.domains(for: seat).contains(where: { $0.id == domain }) else {
            throw ProposalRefusal.unknownDomain
        }
    } else {
        guard seat.sees == .everything else { throw ProposalRefusal.unknownDomain }
    }
    let id: Goal.ID = occasion.newID()
    let text = GoalText(
        id: occasion.newID(), goal: id, words: words.text, author: seat.author, state: state, madeAt: occasion.now,
        version: 1)
    try records.goals.insert(
        Goal(
            id: id, plan: plan, household: seat.plan.household, domain: domain, state: .open, madeAt: occasion.now,
            version: 1, texts: [text]))
    if state.isWaiting { try mailNews(about: seat.plan, on: occasion, records: records) }
    return id
}

/// Other words for a goal. The current ones stand until the owner says yes to these.
@discardableResult
public func rewordGoal(
    _ goal: Goal.ID, _ words: Words, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> GoalText.ID {
    let seat = try takeSeat(at: plan, to: .goalReworded, on: occasion, records: records)
    let state = try writing(from: seat, at: occasion.now)
    let known = try find(goal, for: seat, records: records)
    guard known.state == .open else { throw ProposalRefusal.goalIsOver }
    // Twice the same words is once.
    if let same = known.texts.last, same.words == words.text, same.author == seat.author { return same.id }
    let text = GoalText(
        id: occasion.newID(), goal: goal, words: words.text, author: seat.author, state: state, madeAt: occasion.now,
        version: 1)
    try records.goals.insert(text, for: seat)
    if state.isWaiting { try mailNews(about: seat.plan, on: occasion, records: records) }
    return text.id
}

/// The owner answers a proposal, or its maker takes it back.
public func answerGoal(
    _ text: GoalText.ID, of goal: Goal.ID, _ answer: ProposalAnswer, at plan: Plan.ID, on occasion: Occasion,
    records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: answer.event, on: occasion, records: records)
    try answerGoal(text, of: goal, answer, from: seat, on: occasion, records: records)
}

func answerGoal(
    _ text: GoalText.ID, of goal: Goal.ID, _ answer: ProposalAnswer, from seat: Seat, on occasion: Occasion,
    records: some Records
) throws {
    let known = try find(goal, for: seat, records: records)
    guard let told = known.texts.first(where: { $0.id == text }) else { throw ProposalRefusal.unknown }
    switch answer {
    case .accept:
        switch seat.yes(about: known.domain) {
        case .counts, .half: break
        case .belongs(let name): throw ProposalRefusal.representativeSays(name: name)
        case .none: throw ProposalRefusal.onlyOwnerDecides
        }
    case .talk, .decline: guard seat.side(about: known.domain) != nil else { throw ProposalRefusal.onlyOwnerDecides }
    case .withdraw: guard told.author == seat.author else { throw ProposalRefusal.notTheMaker }
    }
    let state = try told.state.answered(answer, at: occasion.now)
    guard state != told.state,
        try settles(answer, to: .wording(text), about: known.domain, from: seat, on: occasion, records: records)
    else { return }
    try records.goals.update(told.moved(to: state), for: seat)
    if answer == .talk, case .account(let maker, _) = told.author {
        try records.notices.tell(maker, .proposalTalk, about: seat.plan, on: occasion)
    }
}

/// "Bereikt", "hoeft niet meer", or open again: by the owner.
public func endGoal(
    _ goal: Goal.ID, as state: Goal.State, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .goalEnded, on: occasion, records: records)
    guard seat.isOwner else { throw ProposalRefusal.onlyOwnerDecides }
    let known = try find(goal, for: seat, records: records)
    guard known.state != state else { return }
    try records.goals.update(known.moved(to: state), for: seat)
}

/// "Ik ga vooruit" and "ik ga achteruit" are equally easy to say: a number of her own, words when she likes.
/// - Parameter value: within `Measurement.scale`.
@discardableResult
public func measure(
    _ goal: Goal.ID, at value: Int, words: Words?, in plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Measurement.ID {
    precondition(Measurement.scale.contains(value), "the door checks what comes in")
    let seat = try takeSeat(at: plan, to: .goalMeasured, on: occasion, records: records)
    guard seat.isOwner else { throw ProposalRefusal.onlyOwnerDecides }
    let known = try find(goal, for: seat, records: records)
    let measurement = Measurement(
        id: occasion.newID(), goal: known.id, value: value, words: words?.text, at: occasion.now)
    try records.goals.insert(measurement, for: seat)
    return measurement.id
}

private func writing(from seat: Seat, at now: Instant) throws(ProposalRefusal) -> ProposalState {
    switch seat.holder {
    case .owner: return .accepted(at: now)
    case .account:
        guard seat.mayWrite else { throw .readingOnly }
        return .proposed
    case .guest: throw .onlyOwnerDecides
    }
}

private func find(_ goal: Goal.ID, for seat: Seat, records: some Records) throws -> Goal {
    guard let known = try records.goals.all(for: seat).first(where: { $0.id == goal }) else {
        throw ProposalRefusal.unknown
    }
    return known
}

extension ProposalAnswer {
    fileprivate var event: JournalEntry.Event {
        switch self {
        case .accept: .goalAccepted
        case .talk: .goalTalked
        case .decline: .goalDeclined
        case .withdraw: .goalWithdrawn
        }
    }
}

extension NoticeRecords {
    /// Word to a worker about a plan; what waits there already is not said again.
    func tell(_ worker: Account.ID, _ kind: Notice.Kind, about plan: Plan, on occasion: Occasion) throws {
        guard try open(kind, about: plan.id)?.reader != .account(worker) else { return }
        try insert(
            Notice(
                id: occasion.newID(), kind: kind, plan: plan.id, household: plan.household, for: .account(worker),
                madeAt: occasion.now))
    }
}
