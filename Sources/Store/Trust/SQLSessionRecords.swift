import Crypto
import Domain

extension Session.Key {
    /// The key under which a token is kept.
    public init(_ token: Session.Token) {
        self.init(hash: hexText(Array(SHA256.hash(data: Array(token.text.utf8)))))
    }
}

struct SQLSessionRecords: SessionRecords {
    let work: Work

    private static let actorSQL = """
        SELECT s.person_id, \(SQLAccountRecords.columns)
        FROM sessions s LEFT JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.expires_at > $2
        """

    func actor(_ token: Session.Token, at now: Instant) throws -> Actor {
        let key = Session.Key(token)
        let rows = try work.connection.run(Self.actorSQL, .text(key.hash), .instant(now))
        guard let row = rows.first else { return .visitor }
        let account = try row.optionalText(1) == nil ? nil : SQLAccountRecords(work: work).account(row, from: 1)
        return Actor(account: account, owner: try row.optionalID(0), session: key)
    }

    func open(_ ring: KeyRing, token: Session.Token, replacing former: Session.Key?, at now: Instant) throws {
        let key = Session.Key(token)
        var account = ring.account
        var owner = ring.owner
        var end = ring.expiresAt
        if let former,
            let row = try work.connection.run(
                "SELECT account_id, person_id, expires_at FROM sessions WHERE token_hash = $1 AND expires_at > $2",
                .text(former.hash), .instant(now)
            ).first
        {
            account = try account ?? row.optionalID(0)
            owner = try owner ?? row.optionalID(1)
            // A new key never makes a professional's day longer; a resident's ring keeps the longest term.
            let formerEnd = try row.instant(2)
            end = account == nil ? max(end, formerEnd) : min(end, formerEnd)
        }
        _ = try work.connection.run(
            """
            INSERT INTO sessions (token_hash, account_id, person_id, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            .text(key.hash), .id(orNull: account), .id(orNull: owner), .instant(now), .instant(end))
        if let former {
            _ = try work.connection.run(
                "UPDATE session_guests SET token_hash = $1 WHERE token_hash = $2", .text(key.hash),
                .text(former.hash))
            _ = try work.connection.run("DELETE FROM sessions WHERE token_hash = $1", .text(former.hash))
        }
        if let agreement = ring.agreement {
            _ = try work.connection.run(
                """
                INSERT INTO session_guests (token_hash, agreement_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
                """, .text(key.hash), .id(agreement))
        }
    }

    func close(_ key: Session.Key) throws {
        _ = try work.connection.run("DELETE FROM session_guests WHERE token_hash = $1", .text(key.hash))
        _ = try work.connection.run("DELETE FROM sessions WHERE token_hash = $1", .text(key.hash))
    }

    func removeExpired(before now: Instant) throws -> Int {
        _ = try work.connection.run(
            """
            DELETE FROM session_guests WHERE token_hash IN
                (SELECT token_hash FROM sessions WHERE expires_at <= $1)
            """, .instant(now))
        return try work.connection.run(
            "DELETE FROM sessions WHERE expires_at <= $1 RETURNING token_hash", .instant(now)
        ).count
    }
}

struct SQLReceiptRecords: ReceiptRecords {
    let work: Work

    func outcome(of mark: String) throws -> String? {
        let hash = work.keys.lookupHash(mark, of: "receipt")
        let rows = try work.connection.run(
            "SELECT household_id, outcome_sealed FROM receipts WHERE mark_hash = $1", .text(hash))
        guard let row = rows.first else { return nil }
        let household: Household.ID = try row.id(0)
        return try work.seal(household).open(try row.blob(1), .receiptOutcome, row: hash)
    }

    func insert(_ mark: String, outcome: String, household: Household.ID, at now: Instant) throws {
        let hash = work.keys.lookupHash(mark, of: "receipt")
        let sealed = try work.seal(household).close(outcome, .receiptOutcome, row: hash)
        do {
            _ = try work.connection.run(
                "INSERT INTO receipts (mark_hash, household_id, outcome_sealed, at) VALUES ($1, $2, $3, $4)",
                .text(hash), .id(household), .blob(sealed), .instant(now))
        } catch StoreError.uniqueViolation {
            // The same form at the same moment: again, and then its outcome is there.
            throw StoreError.stale
        }
    }

    func removeOld(before: Instant) throws -> Int {
        try work.connection.run("DELETE FROM receipts WHERE at < $1 RETURNING mark_hash", .instant(before)).count
    }
}
