/// What can be said of somebody in the network, by the owner or a professional at the table.
public enum TieMove: String, CaseIterable, Sendable {
    /// "Liever niet betrekken": never asked for anything, sees nothing, and does not learn why.
    case caution
    /// "Toch wel."
    case trust
    /// "Is er niet meer bij."
    case leave
    /// "Is er weer bij."
    case comeBack
}

public enum NetworkRefusal: Error, Equatable, Sendable {
    case unknown
    /// Only she says what she can carry.
    case onlyHerself
    /// This is for the owner, and who works with her on the whole plan.
    case notFromHere
    /// She decides by law or by a court: the contact person ends that. Keeping her out for safety always can.
    case restsOnLaw
}

/// Somebody of the network, for who looks after it.
public func readTie(
    _ id: NetworkTie.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> (view: PlanView, tie: NetworkTie) {
    let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
    guard view.seat.tendsNetwork else { throw NetworkRefusal.notFromHere }
    guard let tie = view.table.ties.first(where: { $0.id == id }) else { throw NetworkRefusal.unknown }
    return (view, tie)
}

/// Says that somebody is kept out, is gone, or neither any more. Whatever was shared with her ends at once; her
/// link answers as a link that has ended does.
/// - Parameter words: why, for who may read it; only with `caution`.
public func moveTie(
    _ id: NetworkTie.ID, by move: TieMove, words: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .networkTended, on: occasion, records: records)
    guard seat.tendsNetwork else { throw NetworkRefusal.notFromHere }
    let table = try records.sharing.table(for: seat, on: occasion.today)
    guard let tie = table.ties.first(where: { $0.id == id }) else { throw NetworkRefusal.unknown }
    let spoken = try spokenFor(at: seat.plan, on: occasion.today, records: records).map(\.representation)
        .filter { $0.tie == id }
    let isLawful = spoken.contains(where: \.kind.restsOnLaw)
    guard !(seat.isOwner && move == .leave && isLawful) else { throw NetworkRefusal.restsOnLaw }
    let moved: NetworkTie
    switch move {
    // Marking again without words keeps what was said.
    case .caution where tie.caution != nil && words == nil: moved = tie
    case .caution: moved = tie.with(caution: NetworkTie.Said(words: words?.text ?? "", at: occasion.now))
    case .trust: moved = tie.with(caution: nil)
    case .leave: moved = tie.gone(on: tie.goneOn ?? occasion.today)
    case .comeBack: moved = tie.gone(on: nil)
    }
    try records.sharing.update(moved, for: seat)
    guard !moved.canBeAsked else { return }
    for agreement in table.liveAgreements(of: id, on: occasion.today) {
        try records.sharing.end(agreement, at: occasion.now)
    }
    try endResting(spoken, from: seat, on: occasion, records: records)
    if seat.isOwner, isLawful, let contact = seat.plan.contact {
        try records.notices.tell(contact, .representativeKeptOut, about: seat.plan, on: occasion)
    }
}

extension Seat {
    /// Whether this seat looks after the network: the owner, and who works with her on the whole plan.
    public var tendsNetwork: Bool {
        switch holder {
        case .owner: true
        case .account: mayWrite && sees == .everything
        case .guest: false
        }
    }
}

/// "Wat ik volhoud": what somebody can carry and what not, by nobody but herself. No words take it back.
public func tellLimit(_ words: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: plan, to: .limitTold, on: occasion, records: records)
    guard case .guest(let own, _) = seat.holder else { throw NetworkRefusal.onlyHerself }
    guard let tie = try records.sharing.table(for: seat, on: occasion.today).ties.first(where: { $0.id == own }) else {
        throw NetworkRefusal.unknown
    }
    try records.sharing.update(
        tie.with(limit: words.map { NetworkTie.Said(words: $0.text, at: occasion.now) }), for: seat)
}

/// What she wants to do for others. It may stay empty, is never counted or weighed.
public func tellGiving(_ words: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: plan, to: .givingTold, on: occasion, records: records)
    try seat.requireOwner()
    let owner = try records.plans.owner(for: seat)
    try records.plans.updateOwner(owner.giving(words?.text), for: seat)
}
