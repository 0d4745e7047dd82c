/// A family and its network decide together, with private time, and make their own plan (*Eigen
/// Kracht-conferentie*, R-006). It is called by the owner, or offered by a professional; never a standard.
public struct Conference: Sendable, Identifiable {
    public typealias ID = Identifier<Conference>

    /// Life cycle of `domain.md` §4.
    public enum State: Hashable, Sendable {
        /// A professional offers it. It waits for the family's word.
        case proposed(by: Account.ID)
        /// No reason is asked.
        case notWanted(at: Instant)
        case wanted
        /// When, where and who are agreed.
        case prepared
        /// Who was invited tells what the family wants to know.
        case information
        /// *Besloten:* the family is among itself. No professional reads what is written.
        case privateTime
        /// The family's plan lies on the table, in these words.
        case presented(ConferenceText.ID)
        /// Owner and at least one of her own people stand behind it: it is the current plan.
        case confirmed(ConferenceText.ID, lookBack: Step.ID, at: Instant)
        case lookedBack(ConferenceText.ID, at: Instant)
        /// By the owner, at any moment before the plan was confirmed.
        case stopped(at: Instant)
    }

    /// From which chair somebody takes part.
    public enum Chair: Hashable, Sendable {
        case owner
        /// One of her own people, with an invitation to this conference.
        case family(NetworkTie.ID)
        /// Prepares it. Sees who comes, when and where; not the plan, and nothing private.
        case coordinator
        /// Somebody of the team at the table; invited for the information, or not.
        case professional(Account.ID, isInvited: Bool)

        public var isFamily: Bool {
            switch self {
            case .owner, .family: true
            case .coordinator, .professional: false
            }
        }
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let state: State
    /// Somebody whom the owner trusts. It is one of her own people by its type: no account of the team fits.
    public let coordinator: NetworkTie.ID?
    /// "zaterdag 12 april, van elf tot vier"
    public let when: String?
    public let place: String?
    public let madeAt: Instant
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, state: State, coordinator: NetworkTie.ID? = nil,
        when: String? = nil, place: String? = nil, madeAt: Instant, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.state = state
        self.coordinator = coordinator
        self.when = when
        self.place = place
        self.madeAt = madeAt
        self.version = version
    }

    /// Whether it still goes on, so that there cannot be another.
    public var isOpen: Bool {
        switch state {
        case .notWanted, .stopped, .lookedBack: false
        case .proposed, .wanted, .prepared, .information, .privateTime, .presented, .confirmed: true
        }
    }

    /// The family's plan that everybody at the table may read.
    public var presented: ConferenceText.ID? {
        switch state {
        case .presented(let text), .confirmed(let text, _, _), .lookedBack(let text, _): text
        default: nil
        }
    }

    func moved(to state: State) -> Conference {
        Conference(
            id: id, plan: plan, household: household, state: state, coordinator: coordinator, when: when, place: place,
            madeAt: madeAt, version: version)
    }

    func arranged(when: String?, place: String?) -> Conference {
        Conference(
            id: id, plan: plan, household: household, state: state, coordinator: coordinator, when: when, place: place,
            madeAt: madeAt, version: version)
    }

    func prepared(by coordinator: NetworkTie.ID) -> Conference {
        Conference(
            id: id, plan: plan, household: household, state: state, coordinator: coordinator, when: when, place: place,
            madeAt: madeAt, version: version)
    }
}

/// Something written down at a conference. What kind it is decides who can ever read it.
public struct ConferenceText: Sendable, Equatable, Identifiable {
    public typealias ID = Identifier<ConferenceText>

    public enum Kind: String, Sendable, CaseIterable {
        /// For everybody who is invited.
        case information
        /// Written in private time: for the owner and her own invited people.
        case amongOurselves = "private"
        /// A version of the family's plan: private until the family presents it.
        case plan
        /// What a professional says about the safety of the children. It is no veto.
        case safety
    }

    public let id: ID
    public let conference: Conference.ID
    public let kind: Kind
    public let words: String
    public let author: Story.Author
    public let writtenAt: Instant

    public init(
        id: ID, conference: Conference.ID, kind: Kind, words: String, author: Story.Author, writtenAt: Instant
    ) {
        self.id = id
        self.conference = conference
        self.kind = kind
        self.words = words
        self.author = author
        self.writtenAt = writtenAt
    }
}

/// A step of the family's plan: who of the family, what, when. It becomes an agreed step when the plan is confirmed.
public struct ConferenceStep: Sendable, Identifiable {
    public typealias ID = Identifier<ConferenceStep>

    public let id: ID
    public let conference: Conference.ID
    public let words: String
    public let when: String?
    /// The owner or one of her own people, never somebody of the team.
    public let carrier: Step.Carrier
    /// What she is called when it is one of her own people, also when she is not invited any more.
    public let carrierName: String?
    public let madeAt: Instant

    public init(
        id: ID, conference: Conference.ID, words: String, when: String?, carrier: Step.Carrier,
        carrierName: String? = nil, madeAt: Instant
    ) {
        self.carrierName = carrierName
        self.id = id
        self.conference = conference
        self.words = words
        self.when = when
        self.carrier = carrier
        self.madeAt = madeAt
    }
}

/// Somebody who is invited, and may come in today.
public struct ConferenceGuest: Sendable {
    public let agreement: SharingAgreement
    public let name: String
    /// When it is somebody of the team.
    public let account: Account?

    public init(agreement: SharingAgreement, name: String, account: Account?) {
        self.agreement = agreement
        self.name = name
        self.account = account
    }

    public var tie: NetworkTie.ID? { if case .tie(let id) = agreement.holder { id } else { nil } }
}

/// "Ik sta achter dit plan": by the owner (`tie` is `nil`) or one of her own people, for one presented plan.
public struct ConferenceConfirmation: Sendable, Equatable {
    public let text: ConferenceText.ID
    public let tie: NetworkTie.ID?
    public let name: String?
    public let at: Instant

    public init(text: ConferenceText.ID, tie: NetworkTie.ID?, name: String? = nil, at: Instant) {
        self.name = name
        self.text = text
        self.tie = tie
        self.at = at
    }
}

public protocol ConferenceRecords {
    func insert(_ conference: Conference) throws
    /// Of this plan, the oldest first. Who has no chair at one is told nothing of it by the actions.
    func all(for seat: Seat) throws -> [Conference]
    /// Writes all that can change, when nobody else did since it was read.
    func update(_ conference: Conference, for seat: Seat) throws
    func guests(of conference: Conference, for seat: Seat, on today: Day) throws -> [ConferenceGuest]
    /// Who of her own people can be asked to come: their names, for the owner and the coordinator.
    func askable(for conference: Conference, seat: Seat) throws -> [NetworkTie]
    func insert(_ text: ConferenceText, for seat: Seat) throws
    /// What this seat may read, the oldest first. Private words go to the owner and her invited people alone: the
    /// statement itself asks for that, so no page and no program can show them to anybody else.
    func texts(of conference: Conference, for seat: Seat) throws -> [ConferenceText]
    func insert(_ step: ConferenceStep, for seat: Seat) throws
    /// As long as the plan is not presented: for the family alone.
    func steps(of conference: Conference, for seat: Seat) throws -> [ConferenceStep]
    func remove(_ step: ConferenceStep.ID, from conference: Conference, at now: Instant, for seat: Seat) throws
    func insert(_ confirmation: ConferenceConfirmation, of conference: Conference, for seat: Seat) throws
    func confirmations(of conference: Conference, for seat: Seat) throws -> [ConferenceConfirmation]
}
