/// A text of the story (*verhaal*), dated, with its maker. Nothing in it is a required field.
public struct Story: Sendable, Identifiable {
    public typealias ID = Identifier<Story>

    public enum Kind: Hashable, Sendable {
        /// Written by the resident herself; the first is the sentence she came with.
        case ownWords
        /// What a professional noted of the talk; it waits to be read back.
        case note
        /// Read back, changed where she wanted, and confirmed by her: "Klopt". The note stays beside it.
        case confirmed(note: Story.ID)
        /// The plan that the family made at its conference and stands behind.
        case familyPlan
    }

    public enum Author: Hashable, Sendable {
        case owner(Person.ID)
        case account(Account.ID, name: String)
        case guest(SharingAgreement.ID, name: String)
        /// A guest who decides for the owner, in the owner's name.
        case representative(SharingAgreement.ID, name: String)
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let kind: Kind
    public let words: String
    public let author: Author
    public let writtenAt: Instant
    /// The life domain it is about, when somebody said so.
    public let domain: LifeDomain.ID?

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, kind: Kind, words: String, author: Author,
        writtenAt: Instant, domain: LifeDomain.ID?
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.kind = kind
        self.words = words
        self.author = author
        self.writtenAt = writtenAt
        self.domain = domain
    }
}

/// A part of life that somebody touched in this plan (*leefdomein*). It does not exist before that (I4).
public struct LifeDomain: Sendable, Identifiable {
    public typealias ID = Identifier<LifeDomain>

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    /// In free words: "geld", "slapen", "de school".
    public let name: String
    public let touchedAt: Instant

    public init(id: ID, plan: Plan.ID, household: Household.ID, name: String, touchedAt: Instant) {
        self.id = id
        self.plan = plan
        self.household = household
        self.name = name
        self.touchedAt = touchedAt
    }
}

public protocol StoryRecords {
    func insert(_ story: Story) throws
    /// What this seat may read, the oldest first.
    func all(for seat: Seat) throws -> [Story]
    func insert(_ domain: LifeDomain) throws
    /// The domains this seat may know of.
    func domains(for seat: Seat) throws -> [LifeDomain]
}
