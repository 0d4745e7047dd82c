/// When everything of a household goes.
public enum ErasureMoment: Sendable {
    /// At once, for who has to be sure.
    case now
    /// After a time in which she can come back on it.
    case afterReflection
}

/// The days between asking and erasing. Wmo 2015, art. 5.3.5 gives three months at most.
public let erasureReflectionDays = 14

public enum ErasureRefusal: Error, Equatable, Sendable {
    case onlyOwnerDecides
}

/// What is kept of households as a whole: their rows, their keys, and the copy they take along.
public protocol HouseholdRecords {
    /// Takes away every row that holds something of the household, and its key with the commit. The journal
    /// stays, with nothing in it that opens.
    func erase(_ household: Household.ID, at now: Instant) throws
    /// Finishes an erasure that was cut off.
    /// - Returns: whether there was something left to do.
    func eraseRest(of household: Household.ID, at now: Instant) throws -> Bool
    /// Plans whose owner asked for it, and whose day has come.
    func dueOnRequest(on today: Day, limit: Int) throws -> [Plan]
    /// Plans that are over and that nobody changed since `moment`.
    func dueAtTerm(unchangedSince moment: Instant, limit: Int) throws -> [Plan]
    /// An exact copy of the household, that only this installation can open.
    func copy(for seat: Seat) throws -> [UInt8]
    /// Puts back what `copy` took, when it is not there any more.
    /// - Returns: its plan, and when it was erased here, if it was.
    /// - Throws: `RestoreRefusal`.
    func restore(_ copy: [UInt8]) throws -> (plan: Plan.ID, erasedAt: Instant?)
}

/// The owner wants everything gone (R-009, R-128; Wmo 2015, art. 5.3.5; AVG art. 17). Nobody has to agree.
/// Her plan stops now, so the team is already out; the rest follows at `moment`.
public func askErasure(
    of id: Plan.ID, _ moment: ErasureMoment, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: id, to: .erasureAsked, on: occasion, records: records)
    guard seat.isOwner else { throw ErasureRefusal.onlyOwnerDecides }
    if seat.plan.state != .stopped { try movePlan(id, by: .stop, on: occasion, records: records) }
    let stopped = try records.plans.header(of: id)
    switch moment {
    case .now:
        try records.journal.append(.from(seat, .householdErased, occasion: occasion))
        try records.safety.note(.erased, of: id, at: occasion.now)
        try records.households.erase(stopped.household, at: occasion.now)
    case .afterReflection:
        let day = stopped.eraseDay ?? occasion.today.adding(days: erasureReflectionDays)
        try records.plans.update(stopped.erased(on: day))
    }
}

/// She wants to keep it after all.
public func withdrawErasure(of id: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: id, to: .erasureWithdrawn, on: occasion, records: records)
    guard seat.isOwner else { throw ErasureRefusal.onlyOwnerDecides }
    guard seat.plan.eraseDay != nil else { return }
    try records.plans.update(seat.plan.erased(on: nil))
}
