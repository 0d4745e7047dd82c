/// The five considerations of the reporting code, as questions. None of them has to be answered.
public enum SafetyConsideration: String, Sendable, CaseIterable {
    /// Is there still a suspicion?
    case suspicion
    /// Acute, or unsafe again and again? Then it is always reported.
    case danger
    /// Can we help well enough ourselves?
    case help
    /// Do they accept it, and join in?
    case joining
    /// Does it become safe in time, and stay so?
    case inTime
}

/// Something that was written down along a track. Entries are only added.
public struct SafetyEntry: Sendable, Identifiable {
    public typealias ID = Identifier<SafetyEntry>

    public enum Kind: Hashable, Sendable {
        /// What a step came to.
        case done
        /// Why a step was left out.
        case skipped
        /// Why there was no time for the steps between.
        case acute
        /// Something more, by anybody who knows of it.
        case added
        case answered(SafetyConsideration)
        case decided(SafetyTrack.Decision)
        /// What the resident was told; she reads these words.
        case told
        /// Why she was not told yet.
        case silent
        case handedOver(to: Account.ID)
    }

    public let id: ID
    public let track: SafetyTrack.ID
    /// Where the track was.
    public let stage: SafetyTrack.Stage
    public let kind: Kind
    public let words: String?
    public let author: Account.ID
    /// As she was called then.
    public let authorName: String
    public let at: Instant

    public init(
        id: ID, track: SafetyTrack.ID, stage: SafetyTrack.Stage, kind: Kind, words: String?, author: Account.ID,
        authorName: String, at: Instant
    ) {
        self.id = id
        self.track = track
        self.stage = stage
        self.kind = kind
        self.words = words
        self.author = author
        self.authorName = authorName
        self.at = at
    }
}

/// Somebody who knows of a track, and reads it.
public struct SafetyKnower: Sendable {
    public let account: Account
    public let since: Instant

    public init(account: Account, since: Instant) {
        self.account = account
        self.since = since
    }
}

/// What an owner reads on her plan of a worry she was told of: who, at which step, when, and the words she was told.
public struct ToldWorry: Sendable {
    public let track: SafetyTrack.ID
    /// Who told her, and whom she can call.
    public let worker: Account
    public let stage: SafetyTrack.Stage
    public let words: String
    public let at: Instant
    public let closedAt: Instant?

    public init(
        track: SafetyTrack.ID, worker: Account, stage: SafetyTrack.Stage, words: String, at: Instant,
        closedAt: Instant?
    ) {
        self.track = track
        self.worker = worker
        self.stage = stage
        self.words = words
        self.at = at
        self.closedAt = closedAt
    }

    /// That it is closed stays readable for a month, and not for ever at the head of her plan.
    public func isShown(on today: Day) -> Bool { closedAt.map { today.days(since: $0.day) <= 30 } ?? true }
}

/// What waits for one worker, in counts alone: nothing that somebody could read over her shoulder.
public struct SafetyToday: Sendable, Equatable {
    /// Open tracks she knows of.
    public let open: Int
    /// Of those she has to take the next step in: whose day to look back has come.
    public let lookBacks: Int
    /// Whose plan was stopped or erased.
    public let withoutPlan: Int
    /// Of which the resident does not know yet.
    public let untold: Int

    public init(open: Int, lookBacks: Int, withoutPlan: Int, untold: Int) {
        self.open = open
        self.lookBacks = lookBacks
        self.withoutPlan = withoutPlan
        self.untold = untold
    }
}

public protocol SafetyRecords {
    /// A new track in a new vault, with its responsible as the first who knows of it.
    func begin(_ track: SafetyTrack) throws
    func find(_ id: SafetyTrack.ID, knownTo account: Account.ID) throws -> SafetyTrack?
    /// Where it is kept, for the journal and for erasing.
    func vault(of id: SafetyTrack.ID) throws -> SafetyVault?
    /// The open track of this plan that she knows of already.
    func open(at plan: Plan.ID, knownTo account: Account.ID) throws -> SafetyTrack.ID?
    /// The oldest open first, or the newest closed first.
    func all(knownTo account: Account.ID, closed: Bool, limit: Int) throws -> [SafetyTrack]
    func today(for account: Account.ID, on today: Day) throws -> SafetyToday
    /// Writes state, responsible, telling and term, when nobody else did since it was read.
    func update(_ track: SafetyTrack) throws
    func add(_ entry: SafetyEntry, for insider: Insider) throws
    /// The oldest first.
    func entries(for insider: Insider) throws -> [SafetyEntry]
    func knowers(for insider: Insider) throws -> [SafetyKnower]
    func share(with account: Account.ID, for insider: Insider, at now: Instant) throws
    func endSharing(with account: Account.ID, for insider: Insider, at now: Instant) throws
    /// Who read or wrote in it, the newest first.
    func journal(for insider: Insider, limit: Int) throws -> [(row: Int64, entry: JournalEntry)]
    /// What the owner of a plan was told, the newest of each track. Nothing for anybody else at her table.
    func told(for seat: Seat) throws -> [ToldWorry]
    /// What became of a plan, for the tracks that began at it.
    func note(_ fate: SafetyTrack.PlanFate, of plan: Plan.ID, at now: Instant) throws
    /// Tracks whose term is over.
    func due(on today: Day, limit: Int) throws -> [SafetyVault]
}
