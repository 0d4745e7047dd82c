/// Somebody of her own people who decides for the owner (*vertegenwoordiging*, R-005): for a part of her plan, until
/// a day. The plan stays the resident's (I1), and what the representative sees stays what was shared with her (I5):
/// it gives no access, it only says whose word counts (ADR 0022).
public struct Representation: Sendable, Identifiable {
    public typealias ID = Identifier<Representation>

    public enum Kind: String, Sendable, CaseIterable {
        /// *Gekozen*: by the owner herself.
        case chosen
        /// *Gezag*: of a parent or guardian, until the young person is sixteen.
        case authority
        /// *Mentor*, named by a court.
        case mentor
        /// *Bewindvoerder*, named by a court, for money.
        case administrator

        /// Not the owner's choice: it rests on the law or on a court.
        public var restsOnLaw: Bool { self != .chosen }
    }

    public enum Part: Hashable, Sendable {
        case plan
        case domain(LifeDomain.ID)

        /// - Parameter domain: what something is about; `nil` is about everything.
        public func covers(_ domain: LifeDomain.ID?) -> Bool {
            switch self {
            case .plan: true
            case .domain(let own): own == domain
            }
        }
    }

    /// What a representative's yes is worth beside the owner's.
    public enum Weight: String, Sendable, CaseIterable {
        /// Either of them decides.
        case beside
        /// Both have to say yes; a no of either is a no (Jeugdwet, art. 7.3.4: from 12 to 15 years).
        case together
        /// She says yes, not the child (Jeugdwet, art. 7.3.4: under 12 years).
        case alone
    }

    /// A representation with what it is worth on one day.
    public struct InForce: Sendable, Identifiable {
        public let representation: Representation
        public let weight: Weight

        public var id: Representation.ID { representation.id }

        init(_ representation: Representation, _ weight: Weight) {
            self.representation = representation
            self.weight = weight
        }
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let tie: NetworkTie.ID
    /// What she is called at this table.
    public let name: String
    public let kind: Kind
    public let part: Part
    public let since: Instant
    /// The last day.
    public let until: Day
    /// The owner's day of birth, with parental authority only: age decides a right there.
    public let born: Day?
    /// Which document the contact person saw, in words.
    public let document: String?
    /// Who wrote it down; `nil` when the owner chose herself.
    public let recordedBy: Account.ID?
    public let endedAt: Instant?

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, tie: NetworkTie.ID, name: String, kind: Kind, part: Part,
        since: Instant, until: Day, born: Day? = nil, document: String? = nil, recordedBy: Account.ID? = nil,
        endedAt: Instant? = nil
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.tie = tie
        self.name = name
        self.kind = kind
        self.part = part
        self.since = since
        self.until = until
        self.born = born
        self.document = document
        self.recordedBy = recordedBy
        self.endedAt = endedAt
    }

    /// Under this age a parent decides.
    public static let agreesFrom = 12
    /// From this age the young person decides alone.
    public static let decidesFrom = 16

    /// What her word is worth on a day, by the calendar alone; `nil` when it is over.
    public func weight(on today: Day) -> Weight? {
        guard endedAt == nil, today <= until else { return nil }
        guard kind == .authority else { return .beside }
        guard let age = born?.age(on: today), age < Self.decidesFrom else { return nil }
        return age < Self.agreesFrom ? .alone : .together
    }

    public func inForce(on today: Day) -> InForce? { weight(on: today).map { InForce(self, $0) } }

    /// The same, from now on until another day and on another document.
    func renewed(until: Day, born: Day?, document: String?, by recorder: Account.ID?) -> Representation {
        Representation(
            id: id, plan: plan, household: household, tie: tie, name: name, kind: kind, part: part, since: since,
            until: until, born: born, document: document, recordedBy: recorder, endedAt: endedAt)
    }
}

extension Day {
    /// Whole years since this day of birth. Who was born on 29 February is a year older on 1 March when the year
    /// has no leap day.
    public func age(on today: Day) -> Int {
        let (born, now) = (parts, today.parts)
        let hadBirthday = (now.month, now.day) >= (born.month, born.day)
        return now.year - born.year - (hadBirthday ? 0 : 1)
    }
}

public protocol RepresentationRecords {
    func insert(_ representation: Representation) throws
    /// Writes until when, on what document, and by whom.
    func update(_ representation: Representation, for seat: Seat) throws
    /// Takes the day of birth away as well: it is only there as long as it decides something.
    func end(_ representation: Representation, at now: Instant) throws
    /// Those that did not end and whose last day is not over: names and days, and nothing of the plan.
    func live(at plan: Plan.ID, on today: Day) throws -> [Representation]
    func find(_ id: Representation.ID, for seat: Seat) throws -> Representation?
    func insert(_ answer: GivenAnswer, for seat: Seat) throws
    /// The oldest first.
    func answers(for seat: Seat) throws -> [GivenAnswer]
}

/// Whose word counts today at this plan. A plan that never had a representative asks the store for nothing.
func spokenFor(at plan: Plan, on today: Day, records: some Records) throws -> [Representation.InForce] {
    guard plan.representedAt != nil else { return [] }
    return try records.representations.live(at: plan.id, on: today).compactMap { $0.inForce(on: today) }
}

// MARK: - What a seat decides

extension Seat {
    /// What this seat itself represents: nothing for the owner and the team, who never decide for her (I3).
    public var represents: [Representation.InForce] {
        guard case .guest(let own, _) = holder, mayWrite else { return [] }
        return spokenFor.filter { $0.representation.tie == own }
    }

    public var isRepresentative: Bool { !represents.isEmpty }

    /// Whether this seat does here what the owner does: the owner, and who represents her for this, unless the
    /// two of them have to agree.
    /// - Parameter domain: what it is about; `nil` is about everything.
    public func decides(domain: LifeDomain.ID?) -> Bool {
        isOwner || represents.contains { $0.weight != .together && $0.representation.part.covers(domain) }
    }

    /// Whether this seat decides over the plan as a whole: who sits at the table, a pause, another contact person.
    public var decidesAll: Bool { decides(domain: nil) && sees == .everything }

    /// For whom a yes or a no from here speaks; `nil` when it speaks for nobody.
    public func side(about domain: LifeDomain.ID?) -> GivenAnswer.Side? {
        guard !isOwner else { return .owner }
        let own = represents.filter { $0.representation.part.covers(domain) }
        guard !own.isEmpty else { return nil }
        return own.contains { $0.representation.kind == .authority } ? .authority : .owner
    }

    /// What a yes from here is worth.
    public enum Yes: Hashable, Sendable {
        case counts
        /// The other side has to say yes as well.
        case half
        /// This is said by somebody else, with this name.
        case belongs(to: String)
        /// Nobody asked this seat.
        case none
    }

    /// Who has parental authority over this today.
    public func parents(about domain: LifeDomain.ID?) -> [Representation] {
        spokenFor.map(\.representation).filter { $0.kind == .authority && $0.part.covers(domain) }
    }

    public func yes(about domain: LifeDomain.ID?) -> Yes {
        guard let side = side(about: domain) else { return .none }
        let authority = spokenFor.filter {
            $0.representation.kind == .authority && $0.representation.part.covers(domain)
        }
        guard let parent = authority.first(where: { $0.weight == .alone }) ?? authority.first else { return .counts }
        switch (parent.weight, side) {
        case (.alone, .authority): return .counts
        case (.alone, .owner): return .belongs(to: parent.representation.name)
        default: return .half
        }
    }

    /// Whose text it is: in her own name, or in the owner's.
    func author(about domain: LifeDomain.ID?) -> Story.Author {
        guard case .guest(_, let name) = holder, decides(domain: domain) else { return author }
        return .representative(agreements[0].id, name: name)
    }
}
