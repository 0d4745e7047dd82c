/// What the program does by itself every night: it lets go of what has had its time. Each piece is
/// small, so that nobody waits for it, and doing it twice does no harm.
public enum NightTask: String, CaseIterable, Sendable {
    case sessions
    case receipts
    case erasedOnRequest
    case erasedAtTerm

    /// Once in a night; the others every hour.
    public var isNightly: Bool { isInPieces }
    /// A few at a time, until nothing is left.
    public var isInPieces: Bool { self == .erasedOnRequest || self == .erasedAtTerm }
}

/// That a night's work was done: on what day, and of how many things.
public struct NightRow: Sendable, Equatable {
    public let day: Day
    public let task: NightTask
    public let doneAt: Instant
    public let items: Int

    public init(day: Day, task: NightTask, doneAt: Instant, items: Int) {
        self.day = day
        self.task = task
        self.doneAt = doneAt
        self.items = items
    }
}

public protocol NightRecords {
    /// Adds to what was done on that day.
    func write(_ row: NightRow) throws
    /// The newest first.
    func last(_ count: Int) throws -> [NightRow]
}

/// Fifteen years, with their leap days (Wmo 2015, art. 5.3.4): on the same day of the calendar.
public func endOfTerm(for today: Day) -> Instant {
    let (year, month, day) = today.parts
    // 29 February of a year that has none is 1 March.
    return .start(of: Day(year: year - 15, month: month, day: day))
}

/// One piece of one task.
/// - Returns: how many things went; fewer than `limit` when nothing is left to do.
public func doAtNight(_ task: NightTask, limit: Int = 20, on occasion: Occasion, records: some Records) throws -> Int {
    let count =
        switch task {
        case .sessions: try records.sessions.removeExpired(before: occasion.now)
        case .receipts: try records.receipts.removeOld(before: occasion.now.adding(days: -1))
        case .erasedOnRequest:
            try erase(records.households.dueOnRequest(on: occasion.today, limit: limit), on: occasion, records: records)
        case .erasedAtTerm:
            try erase(
                records.households.dueAtTerm(unchangedSince: endOfTerm(for: occasion.today), limit: limit),
                on: occasion, records: records)
        }
    try records.night.write(NightRow(day: occasion.today, task: task, doneAt: occasion.now, items: count))
    return count
}

private func erase(_ plans: [Plan], on occasion: Occasion, records: some Records) throws -> Int {
    for plan in plans {
        try records.journal.append(.bySystem(.householdErased, on: plan, occasion: occasion))
        try records.households.erase(plan.household, at: occasion.now)
    }
    return plans.count
}
