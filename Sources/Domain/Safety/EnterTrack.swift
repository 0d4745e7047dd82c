/// Who knows of a track: the proof that she may read it now. Only `enterTrack` makes one, and every port that gives
/// out what was written in a track asks for one. It is to a track what a seat is to a plan.
public struct Insider: Sendable {
    public let track: SafetyTrack
    public let account: Account

    fileprivate init(track: SafetyTrack, account: Account) {
        self.track = track
        self.account = account
    }

    public var isResponsible: Bool { track.responsible.id == account.id }

    func requireResponsible() throws(SafetyRefusal) {
        guard isResponsible else {
            throw .notResponsible(name: track.responsible.name, phone: track.responsible.phone)
        }
    }
}

/// The one way to a track. Writes in the track's own journal what is going to be read or done.
/// - Throws: `SafetyRefusal.unknown` for whoever was not named, a team lead and the owner of the plan as well.
public func enterTrack(
    _ id: SafetyTrack.ID, to event: JournalEntry.Event, on occasion: Occasion, records: some Records
) throws -> Insider {
    guard let account = occasion.actor.account else { throw SafetyRefusal.unknown }
    guard account.role.hasRoadToPersons else { throw SafetyRefusal.noRoad }
    guard let track = try records.safety.find(id, knownTo: account.id) else { throw SafetyRefusal.unknown }
    try records.journal.append(.insideTrack(account, event, of: track.vault, occasion: occasion))
    return Insider(track: track, account: account)
}

/// Somebody with an account tried a track that she does not know of: who does can read that (ADR 0013).
public func recordTrackRefusal(at id: SafetyTrack.ID, on occasion: Occasion, records: some Records) throws {
    guard let account = occasion.actor.account, let vault = try records.safety.vault(of: id) else { return }
    try records.journal.append(
        .insideTrack(account, .attemptRefused, of: vault, outcome: .refused, occasion: occasion))
}

/// A track as somebody who knows of it sees it.
public struct SafetyTrackView: Sendable {
    public let track: SafetyTrack
    public let reader: Account
    public let entries: [SafetyEntry]
    public let knowers: [SafetyKnower]
    /// Who could be told of it, for who is responsible.
    public let colleagues: [Account]
    /// The newest first.
    public let journal: [(row: Int64, entry: JournalEntry)]
    /// Whether this reader can open the plan it began at.
    public let sitsAtPlan: Bool
    public let today: Day

    public init(
        track: SafetyTrack, reader: Account, entries: [SafetyEntry], knowers: [SafetyKnower],
        colleagues: [Account], journal: [(row: Int64, entry: JournalEntry)], sitsAtPlan: Bool, today: Day
    ) {
        self.track = track
        self.reader = reader
        self.entries = entries
        self.knowers = knowers
        self.colleagues = colleagues
        self.journal = journal
        self.sitsAtPlan = sitsAtPlan
        self.today = today
    }

    public var isResponsible: Bool { track.responsible.id == reader.id }
}

public func readTrack(
    _ id: SafetyTrack.ID, on occasion: Occasion, records: some Records
) throws -> SafetyTrackView {
    let insider = try enterTrack(id, to: .safetyRead, on: occasion, records: records)
    let track = insider.track
    let knowers = try records.safety.knowers(for: insider)
    let team = insider.isResponsible ? try records.areas.find(track.area)?.team : nil
    let colleagues = try team.map { try records.accounts.members(of: $0) } ?? []
    let plan = track.planFate == .erased ? nil : try records.plans.find(track.plan)?.plan
    let relations = try plan.map {
        try records.sharing.live(at: $0, account: insider.account.id, session: nil, on: occasion.today)
    }
    return SafetyTrackView(
        track: track, reader: insider.account, entries: try records.safety.entries(for: insider), knowers: knowers,
        colleagues: colleagues.filter { one in !knowers.contains { $0.account.id == one.id } },
        journal: try records.safety.journal(for: insider, limit: 100), sitsAtPlan: relations?.isEmpty == false,
        today: occasion.today)
}

/// The tracks that one worker knows of.
public struct SafetyList: Sendable {
    public let account: Account
    public let open: [SafetyTrack]
    public let closed: [SafetyTrack]
    public let today: Day

    public init(account: Account, open: [SafetyTrack], closed: [SafetyTrack], today: Day) {
        self.account = account
        self.open = open
        self.closed = closed
        self.today = today
    }
}

/// Each one shown is a read in its own journal.
/// - Throws: `SafetyRefusal.noRoad` for a role that never sits at a resident's table.
public func ownTracks(on occasion: Occasion, records: some Records) throws -> SafetyList {
    guard let account = occasion.actor.account, account.role.mayBeInvited else { throw SafetyRefusal.noRoad }
    let open = try records.safety.all(knownTo: account.id, closed: false, limit: 100)
    let closed = try records.safety.all(knownTo: account.id, closed: true, limit: 20)
    for track in open + closed {
        try records.journal.append(.insideTrack(account, .nameListed, of: track.vault, occasion: occasion))
    }
    return SafetyList(account: account, open: open, closed: closed, today: occasion.today)
}

/// - Returns: `nil` for a role that never sits at a resident's table.
public func safetyToday(on occasion: Occasion, records: some Records) throws -> SafetyToday? {
    guard let account = occasion.actor.account, account.role.mayBeInvited else { return nil }
    return try records.safety.today(for: account.id, on: occasion.today)
}

extension JournalEntry {
    /// A row in the track's own chain. The place of the plan holds the track's own id: what stays of an erased
    /// track does not say which plan it was about.
    static func insideTrack(
        _ account: Account, _ event: Event, of vault: SafetyVault, outcome: Outcome = .done, occasion: Occasion
    ) -> JournalEntry {
        JournalEntry(
            household: vault.household, plan: Plan.ID(high: vault.track.high, low: vault.track.low), at: occasion.now,
            who: .account(account.id), name: account.name, role: account.role, event: event,
            ground: outcome == .done ? .safety : .none, outcome: outcome, origin: occasion.origin)
    }

    static func bySystem(_ event: Event, in vault: SafetyVault, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: vault.household, plan: Plan.ID(high: vault.track.high, low: vault.track.low), at: occasion.now,
            who: .system, name: nil, role: .system, event: event, ground: .retention, outcome: .done,
            origin: occasion.origin)
    }
}
