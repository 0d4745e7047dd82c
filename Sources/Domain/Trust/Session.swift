/// A key ring on one device (ADR 0009): it may hold an account, an owner and guest agreements.
public enum Session {
    /// What the cookie or the bearer token carries: 256 random bits.
    public struct Token: Hashable, Sendable {
        /// Sixty-four characters of `0-9a-f`.
        public let text: String

        public init(chance: Chance) {
            text = chance.hexText(bytes: 32)
        }

        public init?(_ text: String) {
            let isHex = text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            guard text.utf8.count == 64, isHex else { return nil }
            self.text = text
        }
    }

    /// What the database keeps of the token: its hash. A copied database opens no session.
    public struct Key: Hashable, Sendable {
        public let hash: String

        public init(hash: String) { self.hash = hash }
    }

    /// Days that a device stays known to a resident or her guest.
    public static let residentDays = 30
    /// Hours that a professional stays logged in: one long working day.
    public static let accountHours = 12
}

/// The keys to be put on a ring.
public struct KeyRing: Sendable {
    public var account: Account.ID?
    public var owner: Person.ID?
    public var agreement: SharingAgreement.ID?
    public var expiresAt: Instant

    public init(
        account: Account.ID? = nil, owner: Person.ID? = nil, agreement: SharingAgreement.ID? = nil,
        expiresAt: Instant
    ) {
        self.account = account
        self.owner = owner
        self.agreement = agreement
        self.expiresAt = expiresAt
    }
}

public protocol SessionRecords {
    /// Who acts with this token; `visitor` when it is unknown or past its time.
    func actor(_ token: Session.Token, at now: Instant) throws -> Actor
    /// Puts keys on a new ring together with those of `former`, which stops to exist: whoever knew the
    /// old token cannot ride along.
    func open(_ ring: KeyRing, token: Session.Token, replacing former: Session.Key?, at now: Instant) throws
    func close(_ key: Session.Key) throws
    func removeExpired(before now: Instant) throws -> Int
}

/// One form, sent twice by a double click or a bad line, does one thing (*eenmalig*).
public protocol ReceiptRecords {
    /// What the form with this mark led to, if it was sent before.
    func outcome(of mark: String) throws -> String?
    /// - Parameter outcome: sealed with the household's key.
    func insert(_ mark: String, outcome: String, household: Household.ID, at now: Instant) throws
    func removeOld(before: Instant) throws -> Int
}
