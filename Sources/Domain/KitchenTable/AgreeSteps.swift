/// What somebody at the table wants to agree on.
public struct StepWish: Sendable {
    public let words: Words
    public let when: Words?
    public let carrier: Step.Carrier
    public let domain: LifeDomain.ID?
    public let kind: Step.Kind
    public let call: WhomToCall?

    public init(
        words: Words, when: Words?, carrier: Step.Carrier, domain: LifeDomain.ID?, kind: Step.Kind = .doing,
        call: WhomToCall? = nil
    ) {
        self.kind = kind
        self.call = call
        self.words = words
        self.when = when
        self.carrier = carrier
        self.domain = domain
    }
}

/// The owner's step is agreed at once; a professional's is a proposal until the owner says yes (I3).
/// "Het team" can be filled while "ik" and "wij" are empty: no order and no reason is asked.
@discardableResult
public func planStep(
    _ wish: StepWish, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Step.ID {
    let seat = try takeSeat(at: plan, to: .stepMade, on: occasion, records: records)
    return try planStep(wish, from: seat, on: occasion, records: records)
}

func planStep(
    _ wish: StepWish, from seat: Seat, on occasion: Occasion, records: some Records
) throws -> Step.ID {
    guard seat.mayWrite else { throw StepRefusal.readingOnly }
    try check(wish, from: seat, on: occasion.today, records: records)
    let state: Step.State
    switch seat.holder {
    case .owner: state = .agreed
    case .account(let account, _): state = .proposed(by: account.id)
    case .guest where seat.decides(domain: wish.domain): state = .agreed
    case .guest where seat.side(about: wish.domain) != nil: throw StepRefusal.onlyTogether
    case .guest: throw StepRefusal.onlyOwnerDecides
    }
    let step = Step(
        id: occasion.newID(), plan: seat.plan.id, household: seat.plan.household, domain: wish.domain,
        words: wish.words.text, when: wish.when?.text, carrier: wish.carrier, state: state,
        madeAt: occasion.now, version: 1, kind: wish.kind, call: wish.call)
    try records.steps.insert(step)
    if step.isProposal { try mailNews(about: seat.plan, on: occasion, records: records) }
    return step.id
}

private func check(_ wish: StepWish, from seat: Seat, on today: Day, records: some Records) throws {
    if let domain = wish.domain {
        guard try records.stories.domains(for: seat).contains(where: { $0.id == domain }) else {
            throw StepRefusal.unknownDomain
        }
    } else if seat.sees != .everything {
        throw StepRefusal.unknownDomain
    }
    if case .holdingBack(let day) = wish.kind {
        let latest = today.adding(days: Step.longestHoldingBack)
        guard day >= today, day <= latest else { throw StepRefusal.lookBackOutOfReach(latest: latest) }
    }
    let table = try records.sharing.table(for: seat, on: today)
    switch wish.carrier {
    case .owner: return
    case .tie(let id):
        guard table.canBeAsked(id) else { throw StepRefusal.carrierNotAtTable }
    case .account(let id):
        guard table.professionals.contains(where: { $0.account.id == id }) else {
            throw StepRefusal.carrierNotAtTable
        }
    }
}

/// Ticks a step, says it does not work out, agrees, declines, resumes or drops it.
@discardableResult
public func moveStep(
    _ id: Step.ID, by move: StepMove, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Step {
    let seat = try takeSeat(at: plan, to: move.event, on: occasion, records: records)
    return try moveStep(id, by: move, from: seat, on: occasion, records: records)
}

@discardableResult
func moveStep(
    _ id: Step.ID, by move: StepMove, from seat: Seat, on occasion: Occasion, records: some Records
) throws -> Step {
    guard let step = try records.steps.find(id, for: seat) else { throw StepRefusal.unknown }
    let moved = try step.moved(by: move, from: seat, at: occasion.now)
    if moved.state != step.state {
        if let answer = move.answer {
            guard
                try settles(
                    answer, to: .step(id), about: step.domain, from: seat, on: occasion, records: records)
            else { return step }
        }
        try records.steps.update(moved, for: seat)
        if move == .talk, let maker = moved.proposer {
            try records.notices.tell(maker, .proposalTalk, about: seat.plan, on: occasion)
        }
        if case .evaluating = moved.kind, !moved.isOpen {
            try endConference(lookedBackWith: moved.id, from: seat, on: occasion, records: records)
        }
    }
    return moved
}
