/// Somebody in the resident's own network (*netwerkrelatie*), with a role in her own words.
public struct NetworkTie: Sendable, Identifiable {
    public typealias ID = Identifier<NetworkTie>

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let name: String
    /// "mijn zus, haalt Yara op"
    public let role: String?
    public let since: Day
    /// "Wat ik volhoud": the limit of somebody who cares for another, in her own words; she alone writes it.
    public let limit: Said?
    /// Why this person should rather be kept out, for the owner and the team: pressure, abuse or crime.
    public let caution: Said?
    /// Since when this person is no longer in the network.
    public let goneOn: Day?

    /// What was said, and when.
    public struct Said: Sendable, Equatable {
        /// Empty when whoever marked somebody said no more.
        public let words: String
        public let at: Instant

        public init(words: String, at: Instant) {
            self.words = words
            self.at = at
        }
    }

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, name: String, role: String?, since: Day, limit: Said? = nil,
        caution: Said? = nil, goneOn: Day? = nil
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.name = name
        self.role = role
        self.since = since
        self.limit = limit
        self.caution = caution
        self.goneOn = goneOn
    }

    /// Whether this person is suggested for anything.
    public var canBeAsked: Bool { caution == nil && goneOn == nil }

    func with(limit: Said?) -> NetworkTie { changed(limit: limit, caution: caution, goneOn: goneOn) }
    func with(caution: Said?) -> NetworkTie { changed(limit: limit, caution: caution, goneOn: goneOn) }
    func gone(on day: Day?) -> NetworkTie { changed(limit: limit, caution: caution, goneOn: day) }

    /// What a guest may know of another: not what she said of herself, nor what was said of her.
    public var asOthersSee: NetworkTie { changed(limit: nil, caution: nil, goneOn: goneOn) }
    /// What a guest may know of herself: never that somebody marked her.
    public var asItself: NetworkTie { changed(limit: limit, caution: nil, goneOn: goneOn) }

    private func changed(limit: Said?, caution: Said?, goneOn: Day?) -> NetworkTie {
        NetworkTie(
            id: id, plan: plan, household: household, name: name, role: role, since: since, limit: limit,
            caution: caution, goneOn: goneOn)
    }
}

/// The owner's word that somebody may see (part of) her plan, until a day (*deelafspraak*). Access
/// exists through nothing else (I5, R-129).
public struct SharingAgreement: Sendable, Identifiable {
    public typealias ID = Identifier<SharingAgreement>

    public enum Part: Hashable, Sendable {
        case plan
        case domain(LifeDomain.ID)
        case step(Step.ID)
        /// Who comes to the family's conference, when and where, and nothing of the plan.
        case conference(Conference.ID)

        var isConference: Bool { if case .conference = self { true } else { false } }
    }

    public enum Holder: Hashable, Sendable {
        case tie(NetworkTie.ID)
        case account(Account.ID)
    }

    public enum Level: String, Sendable, CaseIterable {
        /// *Meelezen.*
        case read
        /// *Meedoen*: read, write along, tick own steps.
        case join
        /// *Contactpersoon.*
        case contact
    }

    public enum State: Hashable, Sendable {
        case given
        case ended(at: Instant)
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let part: Part
    public let holder: Holder
    public let level: Level
    /// The small role it is for, in the owner's words.
    public let role: String?
    public let from: Instant
    /// The last day on which it gives access.
    public let until: Day
    public let state: State
    /// When a guest opened her link for the first time, or the account's agreement began.
    public let claimedAt: Instant?

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, part: Part, holder: Holder, level: Level, role: String?,
        from: Instant, until: Day, state: State, claimedAt: Instant?
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.part = part
        self.holder = holder
        self.level = level
        self.role = role
        self.from = from
        self.until = until
        self.state = state
        self.claimedAt = claimedAt
    }

    /// Access is the state *gegeven* within the term, and nothing else.
    public func gives(accessOn today: Day) -> Bool { state == .given && today <= until }

    /// The agreement of a contact person: the whole plan, for a year.
    static func contact(_ account: Account.ID, of plan: Plan, id: ID, from now: Instant) -> SharingAgreement {
        SharingAgreement(
            id: id, plan: plan.id, household: plan.household, part: .plan, holder: .account(account), level: .contact,
            role: nil, from: now, until: now.day.adding(days: contactTerm), state: .given, claimedAt: now)
    }

    /// Days a contact person's agreement runs before it has to be given anew: a year.
    public static let contactTerm = 365
    /// The longest a guest's agreement runs, in days: a year.
    public static let longestTerm = 365
}

/// Who sits at the table, as a seat may see it.
public struct Table: Sendable {
    /// Somebody of the team with a live agreement.
    public struct Professional: Sendable {
        public let account: Account
        public let agreements: [SharingAgreement]

        public init(account: Account, agreements: [SharingAgreement]) {
            self.account = account
            self.agreements = agreements
        }
    }

    public let ties: [NetworkTie]
    /// The agreements of her own people, live and past.
    public let agreements: [SharingAgreement]
    public let professionals: [Professional]
    /// Who is kept out, also where this seat may not know so: nobody can ask her, and nobody is told why.
    let keptOut: Set<NetworkTie.ID>

    public init(
        ties: [NetworkTie], agreements: [SharingAgreement], professionals: [Professional],
        keptOut: Set<NetworkTie.ID> = []
    ) {
        self.ties = ties
        self.agreements = agreements
        self.professionals = professionals
        self.keptOut = keptOut
    }

    /// Who can be asked for something now.
    public var askable: [NetworkTie] { ties.filter(\.canBeAsked) }

    func canBeAsked(_ tie: NetworkTie.ID) -> Bool {
        !keptOut.contains(tie) && askable.contains { $0.id == tie }
    }

    /// Who was there at the start: everybody named in the first month.
    public func ties(atStartOf plan: Plan) -> [NetworkTie] {
        let end = plan.begunAt.day.adding(days: 30)
        return ties.filter { $0.since <= end }
    }

    public func liveAgreements(of tie: NetworkTie.ID, on today: Day) -> [SharingAgreement] {
        agreements.filter { $0.holder == .tie(tie) && $0.gives(accessOn: today) }
    }
}

/// An agreement that gives access today, with what a guest's seat rests on besides.
public struct LiveAgreement: Sendable {
    public let agreement: SharingAgreement
    public let tie: NetworkTie?
    public let spokenFor: [Representation.InForce]

    public init(agreement: SharingAgreement, tie: NetworkTie?, spokenFor: [Representation.InForce] = []) {
        self.agreement = agreement
        self.tie = tie
        self.spokenFor = spokenFor
    }
}

public protocol SharingRecords {
    func insert(_ tie: NetworkTie) throws
    func update(_ tie: NetworkTie, for seat: Seat) throws
    /// - Parameter secret: what stands in the link; only its keyed hash is kept.
    func insert(_ agreement: SharingAgreement, secret: LinkSecret?) throws
    func find(_ id: SharingAgreement.ID, for seat: Seat) throws -> SharingAgreement?
    /// The agreements that give `account` or a guest of `session` access to a plan today; with a guest's, who
    /// decides for the owner.
    func live(at plan: Plan, account: Account.ID?, session: Session.Key?, on today: Day) throws -> [LiveAgreement]
    func table(for seat: Seat, on today: Day) throws -> Table
    func end(_ agreement: SharingAgreement, at now: Instant) throws
    /// The contact person's agreement of a plan, when she is replaced.
    func endContact(of plan: Plan, at now: Instant) throws
    /// A new link; who came in by the old one is out.
    func renew(_ agreement: SharingAgreement, secret: LinkSecret) throws
    func invitation(_ secret: LinkSecret) throws -> Invitation?
    /// - Returns: `false` when another device was first.
    func claim(_ agreement: SharingAgreement, at now: Instant) throws -> Bool
    /// The plans that the guests of a session may open today.
    func plans(of session: Session.Key, on today: Day) throws -> [Plan.ID]
}
