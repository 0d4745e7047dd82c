/// What the program does by itself every night: it lets go of what has had its time. Each piece is
/// small, so that nobody waits for it, and doing it twice does no harm.
public enum NightTask: String, CaseIterable, Sendable {
    case sessions
    case receipts
    /// Links that are over, and mails that went a month ago.
    case mails
    case erasedOnRequest
    case erasedAtTerm
    /// Who made a proposal that got no answer is told to call.
    case remindedMakers
    /// Who asked whether a colleague may look in, and got no answer, is told to call.
    case remindedAskers
    /// Whose plan goes to sleep in a month is called.
    case warnedOfSleep
    case putToSleep
    /// Tracks about safety whose term is over.
    case safetyAtTerm

    /// Once in a night, a few at a time until nothing is left; the others every hour.
    public var isNightly: Bool { ![.sessions, .receipts, .mails].contains(self) }
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
    /// Makers of proposals from before `moment` that have no answer, and were not told so since.
    func unansweredMakers(before moment: Instant, limit: Int) throws -> [(plan: Plan.ID, maker: Account.ID)]
    /// Who asked before `moment` whether a colleague may look in, has no answer, and was not told so since.
    func unansweredAskers(before moment: Instant, limit: Int) throws -> [(plan: Plan.ID, maker: Account.ID)]
    /// Plans with a contact person of which nothing was heard since `moment`, and of which nobody was told.
    func silent(since moment: Instant, limit: Int) throws -> [Plan]
    /// Plans of which nothing was heard since `moment`, and whose contact person, if any, knew before `told`.
    func asleepSoon(silentSince moment: Instant, toldBefore told: Instant, limit: Int) throws -> [Plan]
    /// The newest first.
    func last(_ count: Int) throws -> [NightRow]
}

/// Fifteen years, with their leap days (Wmo 2015, art. 5.3.4): on the same day of the calendar.
public func endOfTerm(for today: Day) -> Instant {
    let (year, month, day) = today.parts
    // 29 February of a year that has none is 1 March.
    return .start(of: Day(year: year - 15, month: month, day: day))
}

/// How long nothing is heard of a plan before it goes to sleep: a year, on the same day of the calendar. Its
/// contact person knows thirty days before.
public func startOfSilence(for today: Day) -> Instant {
    let (year, month, day) = today.parts
    return .start(of: Day(year: year - 1, month: month, day: day))
}

public let sleepWarningDays = 30

/// One piece of one task.
/// - Returns: how many things went; fewer than `limit` when nothing is left to do.
public func doAtNight(_ task: NightTask, limit: Int = 20, on occasion: Occasion, records: some Records) throws -> Int {
    let count =
        switch task {
        case .sessions: try records.sessions.removeExpired(before: occasion.now)
        case .receipts: try records.receipts.removeOld(before: occasion.now.adding(days: -1))
        case .mails:
            try records.mails.removeOld(
                before: occasion.now.adding(days: -1), mailsBefore: occasion.now.adding(days: -30))
        case .erasedOnRequest:
            try erase(records.households.dueOnRequest(on: occasion.today, limit: limit), on: occasion, records: records)
        case .erasedAtTerm:
            try erase(
                records.households.dueAtTerm(unchangedSince: endOfTerm(for: occasion.today), limit: limit),
                on: occasion, records: records)
        case .remindedMakers:
            try remind(
                .proposalUnanswered,
                of: try records.night.unansweredMakers(before: patience(on: occasion), limit: limit),
                on: occasion, records: records)
        case .remindedAskers:
            try remind(
                .sharingUnanswered,
                of: try records.night.unansweredAskers(before: patience(on: occasion), limit: limit),
                on: occasion, records: records)
        case .warnedOfSleep: try warnOfSleep(limit: limit, on: occasion, records: records)
        case .putToSleep: try putToSleep(limit: limit, on: occasion, records: records)
        case .safetyAtTerm: try eraseTracks(limit: limit, on: occasion, records: records)
        }
    try records.night.write(NightRow(day: occasion.today, task: task, doneAt: occasion.now, items: count))
    return count
}

private func erase(_ plans: [Plan], on occasion: Occasion, records: some Records) throws -> Int {
    for plan in plans {
        try records.journal.append(.bySystem(.householdErased, on: plan, occasion: occasion))
        try records.safety.note(.erased, of: plan.id, at: occasion.now)
        try records.households.erase(plan.household, at: occasion.now)
    }
    return plans.count
}

private func eraseTracks(limit: Int, on occasion: Occasion, records: some Records) throws -> Int {
    let vaults = try records.safety.due(on: occasion.today, limit: limit)
    for vault in vaults {
        try records.journal.append(.bySystem(.safetyErased, in: vault, occasion: occasion))
        try records.households.erase(vault.household, at: occasion.now)
    }
    return vaults.count
}

/// What waits since before this moment has waited long enough.
private func patience(on occasion: Occasion) -> Instant {
    .start(of: occasion.today.adding(days: -proposalPatienceDays + 1))
}

private func remind(
    _ kind: Notice.Kind, of waiting: [(plan: Plan.ID, maker: Account.ID)], on occasion: Occasion, records: some Records
) throws -> Int {
    for (plan, maker) in waiting {
        try tell(maker, kind, about: try records.plans.header(of: plan), on: occasion, records: records)
    }
    return waiting.count
}

private func warnOfSleep(limit: Int, on occasion: Occasion, records: some Records) throws -> Int {
    let silence = Instant.start(of: startOfSilence(for: occasion.today).day.adding(days: sleepWarningDays))
    let plans = try records.night.silent(since: silence, limit: limit)
    for plan in plans {
        guard let contact = plan.contact else { continue }
        try tell(contact, .sleepsSoon, about: plan, on: occasion, records: records)
    }
    return plans.count
}

private func putToSleep(limit: Int, on occasion: Occasion, records: some Records) throws -> Int {
    let plans = try records.night.asleepSoon(
        silentSince: startOfSilence(for: occasion.today),
        toldBefore: .start(of: occasion.today.adding(days: -sleepWarningDays + 1)), limit: limit)
    for plan in plans {
        try records.plans.update(plan.asleep())
        try records.journal.append(.bySystem(.planAsleep, on: plan, occasion: occasion))
        guard let contact = plan.contact else { continue }
        try tell(contact, .planAsleep, about: plan, on: occasion, records: records)
    }
    return plans.count
}

private func tell(
    _ reader: Account.ID, _ kind: Notice.Kind, about plan: Plan, on occasion: Occasion, records: some Records
) throws {
    try records.notices.insert(
        Notice(
            id: occasion.newID(), kind: kind, plan: plan.id, household: plan.household, for: .account(reader),
            madeAt: occasion.now))
}
