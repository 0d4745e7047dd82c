/// A printed page with what waits for the owner's answer, and a code that stands on that paper alone (*blad*,
/// For who has no telephone to tap on: at the next visit she says what she thinks and gives the code,
/// and her contact person writes it down.
public struct Sheet: Sendable, Identifiable {
    public typealias ID = Identifier<Sheet>

    /// What she can say something about.
    public enum Item: Hashable, Sendable {
        case note(Story.ID)
        case step(Step.ID)
        case wording(GoalText.ID, of: Goal.ID)

        /// As it stands in a form and in the database.
        public var text: String {
            switch self {
            case .note(let id): "note:\(id)"
            case .step(let id): "step:\(id)"
            case .wording(let id, let goal): "goal:\(id):\(goal)"
            }
        }
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let madeAt: Instant
    public let items: [Item]
    public let code: SheetCode
    /// How often a wrong code was given.
    public let misses: Int
    public let confirmedAt: Instant?
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, madeAt: Instant, items: [Item], code: SheetCode, misses: Int,
        confirmedAt: Instant?, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.madeAt = madeAt
        self.items = items
        self.code = code
        self.misses = misses
        self.confirmedAt = confirmedAt
        self.version = version
    }

    /// So many wrong codes, and the paper counts no more: a new one has to be printed.
    public static let mostMisses = 5

    public var isSpoiled: Bool { misses >= Self.mostMisses }

    func missed() -> Sheet {
        Sheet(
            id: id, plan: plan, household: household, madeAt: madeAt, items: items, code: code, misses: misses + 1,
            confirmedAt: confirmedAt, version: version)
    }

    func confirmed(at now: Instant) -> Sheet {
        Sheet(
            id: id, plan: plan, household: household, madeAt: madeAt, items: items, code: code, misses: misses,
            confirmedAt: now, version: version)
    }
}

/// Six digits, in two groups that can be read out.
public struct SheetCode: Hashable, Sendable {
    public let digits: String

    public init(chance: Chance) {
        digits = String((0..<6).map { _ in Character(String(chance.number(below: 10))) })
    }

    /// - Returns: `nil` when it is not six digits, whatever stands between them.
    public init?(typed: String) {
        let digits = typed.filter { $0.isASCII && $0.isNumber }
        let others = typed.filter { !($0.isASCII && $0.isNumber) && !" -.".contains($0) }
        guard digits.count == 6, others.isEmpty else { return nil }
        self.digits = digits
    }

    public init?(digits: String) { self.init(typed: digits) }

    public var grouped: String { "\(digits.prefix(3)) \(digits.suffix(3))" }
}

/// What she said to one item.
public enum SheetAnswer: Sendable {
    /// "Goed", or "klopt": a note in the words as she said them.
    case yes(words: Words?)
    case notNow
}

public enum SheetRefusal: Error, Equatable, Sendable {
    /// Only the contact person prints and writes down.
    case onlyContact
    case unknown
    /// There is nothing that waits for an answer.
    case nothingToAsk
    case wrongCode(left: Int)
    /// Too many wrong codes, or a newer paper: this one counts no more.
    case spoiled
    /// Something in it was answered meanwhile in another way.
    case answeredMeanwhile
    /// For a child under twelve the yes is said by who has authority over her.
    case representativeSays(name: String)
}

public protocol SheetRecords {
    func insert(_ sheet: Sheet) throws
    /// The newest of this plan, answered or not.
    func newest(for seat: Seat) throws -> Sheet?
    func update(_ sheet: Sheet, for seat: Seat) throws
}
