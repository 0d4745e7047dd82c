/// A small step (*stap*): who does what, and when, in words.
public struct Step: Sendable, Identifiable {
    public typealias ID = Identifier<Step>

    /// *Ik · wij · het team.*
    public enum Carrier: Hashable, Sendable {
        case owner
        /// Somebody of her own people.
        case tie(NetworkTie.ID)
        /// Somebody of the team.
        case account(Account.ID)
    }

    /// Doing something, or holding back on purpose.
    public enum Kind: Hashable, Sendable {
        case doing
        /// "Wij doen nu niets, want …, we kijken weer op …": the words say why.
        case holdingBack(lookBack: Day)
        /// Looking back on the plan that the family made at its conference.
        case evaluating(on: Day)

        /// The day to look again.
        public var lookBack: Day? {
            switch self {
            case .doing: nil
            case .holdingBack(let day), .evaluating(let day): day
            }
        }
    }

    public enum State: Hashable, Sendable {
        /// Thought of by a professional; it waits for the owner's yes.
        case proposed(by: Account.ID)
        /// The owner wants to talk about it first.
        case talking(by: Account.ID)
        case agreed
        case done(at: Instant)
        /// "Lukt niet."
        case failed(at: Instant)
        /// "Nu niet." No reason is asked.
        case declined(at: Instant)
        case dropped(at: Instant)
        /// Taken back by who proposed it, before there was an answer.
        case withdrawn(by: Account.ID, at: Instant)
        /// The end of holding back.
        case lookedBack(at: Instant)
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let domain: LifeDomain.ID?
    public let words: String
    /// "woensdag 15:00", "als het uitkomt".
    public let when: String?
    public let carrier: Carrier
    public let state: State
    public let madeAt: Instant
    public let version: Int64
    public let kind: Kind
    /// Whom to call about it, when it is something to take part in.
    public let call: WhomToCall?

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, domain: LifeDomain.ID?, words: String, when: String?,
        carrier: Carrier, state: State, madeAt: Instant, version: Int64, kind: Kind = .doing, call: WhomToCall? = nil
    ) {
        self.kind = kind
        self.call = call
        self.id = id
        self.plan = plan
        self.household = household
        self.domain = domain
        self.words = words
        self.when = when
        self.carrier = carrier
        self.state = state
        self.madeAt = madeAt
        self.version = version
    }

    /// Agreed and not yet done.
    public var isOpen: Bool { state == .agreed }

    /// Who proposed it, as long as that matters.
    public var proposer: Account.ID? {
        switch state {
        case .proposed(let maker), .talking(let maker), .withdrawn(let maker, _): maker
        default: nil
        }
    }

    /// Waits for the owner's answer.
    public var isProposal: Bool {
        switch state {
        case .proposed, .talking: true
        default: false
        }
    }

    func moved(to state: State) -> Step {
        Step(
            id: id, plan: plan, household: household, domain: domain, words: words, when: when, carrier: carrier,
            state: state, madeAt: madeAt, version: version, kind: kind, call: call)
    }

    /// The day to look again has come.
    public func isDue(on today: Day) -> Bool {
        guard let day = kind.lookBack, isOpen else { return false }
        return day <= today
    }
}

extension Step {
    /// The longest that doing nothing goes without looking again, in days: a year.
    public static let longestHoldingBack = 365
}

/// How many open steps a resident sees at a time.
public let openStepsShown = 3

public protocol StepRecords {
    func insert(_ step: Step) throws
    func find(_ id: Step.ID, for seat: Seat) throws -> Step?
    /// What this seat may see: open and proposed ones in the order they were made, and the last done.
    func all(for seat: Seat) throws -> [Step]
    /// Writes the state, when nobody else did since it was read.
    func update(_ step: Step, for seat: Seat) throws
}
