/// Where she wants to go (*doel*), in her own words, with her own number when she likes. Every wording
/// there ever was stays readable beside the one that counts.
public struct Goal: Sendable, Identifiable {
    public typealias ID = Identifier<Goal>

    public enum State: String, Sendable, CaseIterable {
        case open
        case reached
        /// She no longer wants it. No reason is asked.
        case letGo
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let domain: LifeDomain.ID?
    public let state: State
    public let madeAt: Instant
    public let version: Int64
    /// The oldest first.
    public let texts: [GoalText]

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, domain: LifeDomain.ID?, state: State, madeAt: Instant,
        version: Int64, texts: [GoalText]
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.domain = domain
        self.state = state
        self.madeAt = madeAt
        self.version = version
        self.texts = texts
    }

    /// What the owner said yes to last; `nil` as long as she did not.
    public var current: GoalText? {
        texts.max { one, other in (one.acceptedAt ?? .never) < (other.acceptedAt ?? .never) }
            .flatMap { $0.acceptedAt == nil ? nil : $0 }
    }

    /// The words to call it by: what counts, else what was said last.
    public var words: String { (current ?? texts.last)?.words ?? "" }

    /// What waits for her answer.
    public var waiting: [GoalText] { texts.filter(\.state.isWaiting) }

    /// All other wordings, the newest first.
    public var others: [GoalText] { texts.filter { $0.id != current?.id && !$0.state.isWaiting }.reversed() }

    func moved(to state: State) -> Goal {
        Goal(
            id: id, plan: plan, household: household, domain: domain, state: state, madeAt: madeAt, version: version,
            texts: texts)
    }
}

/// One wording of a goal: the owner's own counts at once, a professional's is a proposal.
public struct GoalText: Sendable, Identifiable {
    public typealias ID = Identifier<GoalText>

    public let id: ID
    public let goal: Goal.ID
    public let words: String
    public let author: Story.Author
    public let state: ProposalState
    public let madeAt: Instant
    public let version: Int64

    public init(
        id: ID, goal: Goal.ID, words: String, author: Story.Author, state: ProposalState, madeAt: Instant,
        version: Int64
    ) {
        self.id = id
        self.goal = goal
        self.words = words
        self.author = author
        self.state = state
        self.madeAt = madeAt
        self.version = version
    }

    public var acceptedAt: Instant? { if case .accepted(let at) = state { at } else { nil } }

    func moved(to state: ProposalState) -> GoalText {
        GoalText(id: id, goal: goal, words: words, author: author, state: state, madeAt: madeAt, version: version)
    }
}

extension Instant {
    fileprivate static let never = Instant(milliseconds: .min)
}

/// How it goes, by her own yardstick (*maatlat*, R-097, I7): only the owner gives it, it is never averaged and
/// never compared with anybody.
public struct Measurement: Sendable, Identifiable {
    public typealias ID = Identifier<Measurement>

    /// 0 is as bad as it can be, 10 is as she wants it.
    public static let scale = 0...10

    public let id: ID
    public let goal: Goal.ID
    public let value: Int
    /// What she says about it.
    public let words: String?
    public let at: Instant

    public init(id: ID, goal: Goal.ID, value: Int, words: String?, at: Instant) {
        self.id = id
        self.goal = goal
        self.value = value
        self.words = words
        self.at = at
    }
}

public protocol GoalRecords {
    func insert(_ goal: Goal) throws
    func insert(_ text: GoalText, for seat: Seat) throws
    /// What this seat may see, the oldest first.
    func all(for seat: Seat) throws -> [Goal]
    /// Writes the state, when nobody else did since it was read.
    func update(_ goal: Goal, for seat: Seat) throws
    func update(_ text: GoalText, for seat: Seat) throws
    func insert(_ measurement: Measurement, for seat: Seat) throws
    /// Of the goals this seat sees, the oldest first.
    func measurements(for seat: Seat) throws -> [Measurement]
}
