/// Word to a professional that something changed, without a word of what (*bericht*): which plan, what kind,
/// when. It stays until somebody says that she saw it.
public struct Notice: Sendable, Identifiable {
    public typealias ID = Identifier<Notice>

    public enum Kind: String, Sendable, CaseIterable {
        /// "Het lukt toch niet": call her.
        case triedAndFailed
        case planPaused
        case planResumed
        case planStopped
        case planRoundedOff
        case planKeptWarm
        /// For the lead of a team: somebody wants another contact person.
        case otherContactAsked
        /// For who became contact person in another's place.
        case becameContact
        /// She wants to talk about what this reader proposed.
        case proposalTalk
        /// A proposal of this reader waits for two weeks: call her.
        case proposalUnanswered
        /// Nothing was heard for eleven months: call her before the plan goes to sleep.
        case sleepsSoon
        case planAsleep
        /// Somebody without a relation read this plan in an emergency.
        case emergencyOpened
        /// The owner keeps somebody out who decides by law or by a court: call her.
        case representativeKeptOut
        /// The family wants a conference.
        case conferenceWanted
        /// The family asks this reader for information there.
        case conferenceInvited
        /// The family's own plan lies there: is it safe for the children?
        case conferencePresented
        /// The family's plan is the current one.
        case conferenceConfirmed

        /// What there is to open is the conference, not the plan.
        public var isOfConference: Bool {
            switch self {
            case .conferenceWanted, .conferenceInvited, .conferencePresented, .conferenceConfirmed: true
            default: false
            }
        }
        /// Our mail did not reach her: call her.
        case mailFailed
        /// The owner said yes to what this reader asked: a colleague may look in.
        case sharingGiven
        /// Not now.
        case sharingRefused
        /// What this reader asked waits for two weeks: call her.
        case sharingUnanswered
    }

    public enum Reader: Hashable, Sendable {
        case account(Account.ID)
        case team(Team.ID)
    }

    public let id: ID
    public let kind: Kind
    public let plan: Plan.ID
    public let household: Household.ID
    public let reader: Reader
    public let madeAt: Instant
    public let doneAt: Instant?

    public init(
        id: ID, kind: Kind, plan: Plan.ID, household: Household.ID, for reader: Reader, madeAt: Instant,
        doneAt: Instant? = nil
    ) {
        self.id = id
        self.kind = kind
        self.plan = plan
        self.household = household
        self.reader = reader
        self.madeAt = madeAt
        self.doneAt = doneAt
    }

    /// Whole calendar days since it was made.
    public func days(on today: Day) -> Int { max(0, today.days(since: madeAt.day)) }
}

public protocol NoticeRecords {
    func insert(_ notice: Notice) throws
    func find(_ id: Notice.ID) throws -> Notice?
    func open(_ kind: Notice.Kind, about plan: Plan.ID) throws -> Notice?
    /// What waits for this reader, the oldest first.
    func open(for reader: Notice.Reader, limit: Int) throws -> [Notice]
    func finish(_ notice: Notice, at now: Instant) throws
}

/// What waits for whoever is logged in: her own, and her team's when she leads it.
public func openNotices(on occasion: Occasion, records: some Records) throws -> [Notice] {
    guard let account = occasion.actor.account else { return [] }
    if account.role == .teamLead {
        return try account.team.map { try records.notices.open(for: .team($0), limit: 50) } ?? []
    }
    return try records.notices.open(for: .account(account.id), limit: 50)
}

/// "Gezien": the reader takes it off her list. Twice is once.
public func finishNotice(_ id: Notice.ID, on occasion: Occasion, records: some Records) throws {
    guard let account = occasion.actor.account, let notice = try records.notices.find(id),
        notice.reader == .account(account.id)
    else { throw PlanRefusal.unknownNotice }
    guard notice.doneAt == nil else { return }
    try records.notices.finish(notice, at: occasion.now)
}
