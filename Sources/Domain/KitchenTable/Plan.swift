/// The people who share one plan (*huishouden*).
public struct Household: Sendable, Identifiable {
    public typealias ID = Identifier<Household>

    public let id: ID
    public let area: Area.ID
    public let begunAt: Instant

    public init(id: ID, area: Area.ID, begunAt: Instant) {
        self.id = id
        self.area = area
        self.begunAt = begunAt
    }
}

/// A resident who owns a plan. No BSN, no birth date, no address: only what she gave.
public struct Person: Sendable, Identifiable {
    public typealias ID = Identifier<Person>

    public let id: ID
    public let household: Household.ID
    /// What she wants to be called; `nil` as long as she did not say.
    public let name: String?
    /// The one way to reach her.
    public let reach: String?
    /// What she wants to do for others, in her words.
    public let giving: String?

    public init(id: ID, household: Household.ID, name: String?, reach: String?, giving: String? = nil) {
        self.id = id
        self.household = household
        self.name = name
        self.reach = reach
        self.giving = giving
    }

    func called(_ name: String?, reach: String?) -> Person {
        Person(id: id, household: household, name: name, reach: reach, giving: giving)
    }

    func giving(_ words: String?) -> Person {
        Person(id: id, household: household, name: name, reach: reach, giving: words)
    }
}

/// The one plan of a household. Its owner is always a resident: the type has no place for anybody
/// else (I1, R-001, R-002).
public struct Plan: Sendable, Identifiable {
    public typealias ID = Identifier<Plan>

    /// Life cycle of `domain.md` §4, as far as it is walked today.
    public enum State: String, Sendable, CaseIterable {
        /// Hers alone.
        case concept
        /// Her question waits for a name.
        case open
        /// There is a contact person.
        case running
        /// A light contact with a rhythm (*waakvlam*).
        case pilotLight
        /// *Afgerond.*
        case roundedOff
        case paused
        /// Nothing was heard for a year. Everything is still there.
        case asleep
        case stopped
    }

    public let id: ID
    public let household: Household.ID
    public let owner: Person.ID
    /// The one contact person.
    public private(set) var contact: Account.ID?
    public private(set) var state: State
    public let begunAt: Instant
    public let version: Int64
    /// Where a plan that is paused or asleep goes back to.
    public private(set) var former: State?
    /// The day on which everything goes, because the owner asked for it.
    public private(set) var eraseDay: Day?
    /// When the owner was last told that somebody read her plan in an emergency.
    public private(set) var toldOfEmergencyAt: Instant?
    /// Since when there is, or was, somebody who decides for the owner.
    public private(set) var representedAt: Instant?
    /// The conference that is going on.
    public private(set) var conference: Conference.ID?
    /// When the owner was last told of a worry about safety.
    public private(set) var toldOfSafetyAt: Instant?
    /// What she said aloud, as long as the sound is kept.
    public private(set) var spoken: SpokenMessage.ID?
    /// Since when a request waits that a colleague may look in; the store keeps it.
    public let sharingAskedAt: Instant?

    public init(
        id: ID, household: Household.ID, owner: Person.ID, contact: Account.ID?, state: State, begunAt: Instant,
        version: Int64, former: State? = nil, eraseDay: Day? = nil, toldOfEmergencyAt: Instant? = nil,
        representedAt: Instant? = nil, conference: Conference.ID? = nil,
        toldOfSafetyAt: Instant? = nil,
        spoken: SpokenMessage.ID? = nil, sharingAskedAt: Instant? = nil
    ) {
        self.id = id
        self.household = household
        self.owner = owner
        self.contact = contact
        self.state = state
        self.begunAt = begunAt
        self.version = version
        self.former = former
        self.eraseDay = eraseDay
        self.toldOfEmergencyAt = toldOfEmergencyAt
        self.representedAt = representedAt
        self.conference = conference
        self.toldOfSafetyAt = toldOfSafetyAt
        self.spoken = spoken
        self.sharingAskedAt = sharingAskedAt
    }

    /// Rounded off or stopped: somebody may begin another.
    public var isOver: Bool { state == .roundedOff || state == .stopped }

    func moved(to state: State, from former: State? = nil) -> Plan {
        changed {
            $0.state = state
            $0.former = former
            if state != .stopped { $0.eraseDay = nil }
        }
    }

    func with(contact: Account.ID) -> Plan { changed { $0.contact = contact } }

    func taken(by contact: Account.ID) -> Plan { moved(to: .running).with(contact: contact) }

    func erased(on day: Day?) -> Plan { changed { $0.eraseDay = day } }

    func toldOfEmergency(at moment: Instant) -> Plan { changed { $0.toldOfEmergencyAt = moment } }

    func represented(at moment: Instant) -> Plan { changed { $0.representedAt = moment } }

    func with(conference: Conference.ID?) -> Plan { changed { $0.conference = conference } }

    func toldOfSafety(at moment: Instant) -> Plan { changed { $0.toldOfSafetyAt = moment } }

    func withoutSpoken() -> Plan { changed { $0.spoken = nil } }

    private func changed(_ change: (inout Plan) -> Void) -> Plan {
        var plan = self
        change(&plan)
        return plan
    }
}

/// The header of a plan with what the access function needs, and not a word of its content.
public struct PlanHeader: Sendable {
    public let plan: Plan
    public let area: Area.ID

    public init(plan: Plan, area: Area.ID) {
        self.plan = plan
        self.area = area
    }
}

public protocol PlanRecords {
    func begin(_ plan: Plan, household: Household, owner: Person, code: ReturnCode) throws
    /// Who owns it, in what state, with whom as contact person. No content.
    func find(_ id: Plan.ID) throws -> PlanHeader?
    func header(of id: Plan.ID) throws -> Plan
    /// The plan that a resident owns.
    func plan(of owner: Person.ID) throws -> Plan.ID?
    /// The person behind a return code.
    func owner(code: ReturnCode) throws -> Person.ID?
    /// Writes state and contact person, when nobody else did since it was read.
    func update(_ plan: Plan) throws
    func owner(for seat: Seat) throws -> Person
    /// The rhythm of a pilot light, in words.
    func rhythm(for seat: Seat) throws -> String?
    func setRhythm(_ rhythm: String?, for seat: Seat) throws
    func updateOwner(_ person: Person, for seat: Seat) throws
    /// The code, for the owner alone.
    func code(for seat: Seat) throws -> ReturnCode?
    /// The plans that an account sits at, newest agreement first, from just before `before`.
    func shared(with account: Account.ID, on today: Day, before: SharingAgreement.ID?, limit: Int) throws
        -> [SharedPlan]
}

/// One line of a professional's own list.
public struct SharedPlan: Sendable {
    public let plan: Plan
    public let agreement: SharingAgreement
    public let ownerName: String?
    public let openSteps: Int
    /// How many of this reader's "we look back on …" are due.
    public let dueLookBacks: Int

    public init(
        plan: Plan, agreement: SharingAgreement, ownerName: String?, openSteps: Int, dueLookBacks: Int = 0
    ) {
        self.dueLookBacks = dueLookBacks
        self.plan = plan
        self.agreement = agreement
        self.ownerName = ownerName
        self.openSteps = openSteps
    }
}
