/// Everything of a plan, for its owner to take along (R-009; AVG art. 15 and 20; Wmo 2015, art. 5.3.2).
public struct TakenPlan: Sendable {
    public let view: PlanView
    public let measurements: [Measurement]
    /// Every conference there was, as the owner sees it.
    public let conferences: [ConferenceView]
    /// The whole journal, the newest first.
    public let journal: [(row: Int64, entry: JournalEntry)]
    /// The same household exactly, sealed: what puts it back in this installation.
    public let copy: [UInt8]
    /// Her own voice, when it is still kept.
    public let recording: Recording?
}

/// The owner takes her plan along. That she did is the last row in it.
public func takeAlong(_ id: Plan.ID, on occasion: Occasion, records: some Records) throws -> TakenPlan {
    let view = try readPlan(id, as: .planTakenAlong, on: occasion, records: records)
    try view.seat.requireOwner()
    return TakenPlan(
        view: view, measurements: try records.goals.measurements(for: view.seat),
        conferences: try conferences(from: view.seat, on: occasion, records: records),
        journal: try records.journal.page(for: view.seat, before: nil, limit: .max),
        copy: try records.households.copy(for: view.seat),
        recording: try view.spoken.map { try records.spoken.recording(of: $0, for: view.seat) })
}

/// Why a file does not become a plan again.
public enum RestoreRefusal: Error, Equatable, Sendable {
    /// Made by another installation, or changed since.
    case notOurs
    /// The household is there as it is; nothing is written over it.
    case stillThere
    /// Made by a newer version of the program.
    case tooNew
    /// Somebody or something in it does not exist here any more.
    case noPlace
}

/// Puts a household back from the file its owner took along, as it was then. That it was put back is in its
/// journal too.
/// - Throws: `RestoreRefusal`.
@discardableResult
public func restoreHousehold(_ copy: [UInt8], on occasion: Occasion, records: some Records) throws -> Plan.ID {
    let (id, erasedAt) = try records.households.restore(copy)
    let plan = try records.plans.header(of: id)
    try records.safety.note(plan.state == .stopped ? .stopped : .goesOn, of: id, at: occasion.now)
    // What happened after the copy was taken, and is still known.
    if let erasedAt {
        try records.journal.append(.bySystem(.householdErased, on: plan, occasion: occasion.at(erasedAt)))
    }
    try records.journal.append(.bySystem(.householdRestored, on: plan, occasion: occasion))
    return id
}
