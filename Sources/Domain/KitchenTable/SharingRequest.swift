/// What somebody of the team asks of the owner: that a colleague may look in too (*verzoek*, the state *gevraagd* of a
/// *deelafspraak*, `domain.md` §4). It opens nothing. Only her yes makes a sharing agreement of it.
public struct SharingRequest: Sendable, Identifiable {
    public typealias ID = Identifier<SharingRequest>

    public enum State: Hashable, Sendable {
        case asked
        /// She said yes, and there is a sharing agreement.
        case given(at: Instant)
        /// "Nu niet." No reason is asked.
        case refused(at: Instant)
        /// Taken back by who asked, or fallen away with the plan.
        case withdrawn(at: Instant)
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    /// The colleague it is for.
    public let account: Account
    public let part: SharingAgreement.Part
    /// The last day on which the colleague would see it.
    public let until: Day
    /// Why, in words that the owner reads.
    public let reason: String
    public let asker: Account
    public let askedAt: Instant
    public let state: State
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, account: Account, part: SharingAgreement.Part, until: Day,
        reason: String, asker: Account, askedAt: Instant, state: State, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.account = account
        self.part = part
        self.until = until
        self.reason = reason
        self.asker = asker
        self.askedAt = askedAt
        self.state = state
        self.version = version
    }

    /// How many days it waits: whole calendar days, 0 on the day itself.
    public func daysWaiting(on today: Day) -> Int { max(0, today.days(since: askedAt.day)) }

    /// Whether it is too late for a yes.
    public func isPast(on today: Day) -> Bool { until < today }

    func moved(to state: State) -> SharingRequest {
        SharingRequest(
            id: id, plan: plan, household: household, account: account, part: part, until: until, reason: reason,
            asker: asker, askedAt: askedAt, state: state, version: version)
    }
}

/// What is said to a request: yes and no by the owner, taking it back by who asked.
public enum RequestAnswer: String, CaseIterable, Sendable {
    /// "Ja, dat mag."
    case give
    /// "Nu niet."
    case refuse
    case withdraw

    /// What stands in her journal: a yes is the sharing itself.
    public var event: JournalEntry.Event {
        switch self {
        case .give: .agreementGiven
        case .refuse: .sharingRefused
        case .withdraw: .sharingWithdrawn
        }
    }
}

/// Why there is no request, or why it does not move.
public enum RequestRefusal: Error, Equatable, Sendable {
    /// No such request for this seat.
    case unknown
    /// Asking is for who of the team sees the whole plan and writes along.
    case notFromHere
    case onlyOwnerDecides
    /// Only who asked takes it back.
    case notTheAsker
    case seesAlready(name: String)
    /// The day until which it was asked is over.
    case untilPassed(Day)
    case changedMeanwhile(SharingRequest.State)
}

extension SharingRequest {
    /// The request after `answer`, or why not. Saying twice what was said is no mistake.
    public func answered(_ answer: RequestAnswer, at now: Instant) throws(RequestRefusal) -> SharingRequest {
        switch (answer, state) {
        case (.give, .asked):
            guard !isPast(on: now.day) else { throw .untilPassed(until) }
            return moved(to: .given(at: now))
        case (.refuse, .asked): return moved(to: .refused(at: now))
        case (.withdraw, .asked): return moved(to: .withdrawn(at: now))
        case (.give, .given), (.refuse, .refused), (.withdraw, .withdrawn): return self
        default: throw .changedMeanwhile(state)
        }
    }
}

extension Seat {
    /// Whether this seat asks the owner to let a colleague look in.
    public var mayAskToShare: Bool {
        isOfTeam && mayWrite && sees == .everything
    }

    /// Whether this seat says yes or no to it.
    public var answersRequests: Bool { decidesAll }

    /// Her guests do not read what the team asks her.
    public var seesRequests: Bool { answersRequests || mayAskToShare }
}

public protocol SharingRequestRecords {
    func insert(_ request: SharingRequest) throws
    func find(_ id: SharingRequest.ID, for seat: Seat) throws -> SharingRequest?
    /// What waits for an answer, the oldest first.
    func waiting(for seat: Seat) throws -> [SharingRequest]
    /// All there ever were, the oldest first.
    func all(for seat: Seat) throws -> [SharingRequest]
    /// Writes the state, when nobody else did since it was read.
    func update(_ request: SharingRequest, for seat: Seat) throws
}
