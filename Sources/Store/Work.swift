import Crypto
import Domain

/// One transaction's unit of work: the connection, and what it learned of each household (its key and
/// the head of its journal chain).
final class Work {
    let connection: any SQLConnection
    let keys: InstallationKeys
    let cabinet: KeyCabinet
    /// Households whose rows go with this transaction; their keys go as soon as it is committed.
    private(set) var erased: [(id: Household.ID, at: Instant)] = []
    private var households: [Household.ID: HouseholdState] = [:]
    /// Accounts opened in this transaction: the contact person stands in several places of one page.
    var accounts: [Account.ID: Account] = [:]

    init(_ connection: any SQLConnection, keys: InstallationKeys, cabinet: KeyCabinet) {
        self.connection = connection
        self.keys = keys
        self.cabinet = cabinet
    }

    /// What is needed of a household to read and to journal.
    final class HouseholdState {
        let seal: Seal
        /// The last row of the journal, and the head of its chain: as found, and as it is now.
        fileprivate(set) var foundSeq: Int64
        var seq: Int64
        var head: [UInt8]

        init(seal: Seal, seq: Int64, head: [UInt8]) {
            self.seal = seal
            foundSeq = seq
            self.seq = seq
            self.head = head
        }
    }

    var staff: Seal { Seal(key: keys.staff) }

    func household(_ id: Household.ID) throws -> HouseholdState {
        if let known = households[id] { return known }
        let rows = try connection.run(
            "SELECT key_sealed, journal_seq, journal_hash FROM households WHERE id = $1", .text(id.text))
        guard let row = rows.first else { throw StoreError.corrupt("a household is missing") }
        return try remember(id, row: row, from: 0)
    }

    /// Takes key and head from a row that was read for something else as well.
    @discardableResult
    func remember(_ id: Household.ID, row: SQLRow, from column: Int) throws -> HouseholdState {
        if let known = households[id] { return known }
        let keys = keys
        guard let sealed = try row.optionalBlob(column),
            let key = try cabinet.key(
                of: id, sealed: sealed,
                { half in
                    SymmetricKey(
                        data: try keys.wrapping(with: half).openBytes(sealed, .householdKey, row: id.text))
                })
        else { throw StoreError.corrupt("this household was erased, or its half is not in the key cabinet") }
        let state = HouseholdState(
            seal: Seal(key: key), seq: try row.integer(column + 1), head: try row.blob(column + 2))
        households[id] = state
        return state
    }

    func seal(_ id: Household.ID) throws -> Seal { try household(id).seal }

    /// A new household with a new key of its own.
    func begin(_ household: Household) throws {
        let key = SymmetricKey(size: .bits256)
        let half = try cabinet.make(for: household.id)
        let sealed = try keys.wrapping(with: half).close(
            key.withUnsafeBytes { Array($0) }, .householdKey, row: household.id.text)
        let root = JournalChain.root(of: household.id, keys: keys)
        // A household that was erased and comes back takes its own place again.
        _ = try connection.run(
            """
            INSERT INTO households (id, area_id, key_sealed, begun_at, journal_seq, journal_hash)
            VALUES ($1, $2, $3, $4, 0, $5)
            ON CONFLICT (id) DO UPDATE SET area_id = excluded.area_id, key_sealed = excluded.key_sealed,
                journal_seq = 0, journal_hash = excluded.journal_hash, erased_at = NULL
            WHERE households.erased_at IS NOT NULL
            """,
            .text(household.id.text), .text(household.area.text), .blob(sealed),
            .integer(household.begunAt.milliseconds), .blob(root))
        households[household.id] = HouseholdState(seal: Seal(key: key), seq: 0, head: root)
    }

    /// Nothing more is read of this household in this transaction, and its key goes after the commit.
    func forget(_ id: Household.ID, at now: Instant) {
        households[id] = nil
        erased.append((id, now))
    }

    /// Before the commit: writes the new heads of the chains that grew.
    func settle() throws {
        for (id, state) in households where state.seq != state.foundSeq {
            let updated = try connection.run(
                """
                UPDATE households SET journal_seq = $1, journal_hash = $2 WHERE id = $3 AND journal_seq = $4
                RETURNING id
                """,
                .integer(state.seq), .blob(state.head), .text(id.text), .integer(state.foundSeq))
            guard updated.count == 1 else { throw StoreError.stale }
            state.foundSeq = state.seq
        }
    }

    /// Runs an UPDATE … WHERE version = … RETURNING: nobody may have been first.
    func updateOne(_ sql: String, _ values: SQLValue...) throws {
        guard try connection.run(sql, values).count == 1 else { throw StoreError.stale }
    }
}

extension SQLRow {
    func id<Subject>(_ column: Int) throws -> Identifier<Subject> {
        guard let id = Identifier<Subject>(try text(column)) else { throw StoreError.corrupt("no id") }
        return id
    }

    func optionalID<Subject>(_ column: Int) throws -> Identifier<Subject>? {
        guard let text = try optionalText(column) else { return nil }
        guard let id = Identifier<Subject>(text) else { throw StoreError.corrupt("no id") }
        return id
    }

    func instant(_ column: Int) throws -> Instant { Instant(milliseconds: try integer(column)) }

    func optionalInstant(_ column: Int) throws -> Instant? {
        try optionalInteger(column).map(Instant.init(milliseconds:))
    }

    func day(_ column: Int) throws -> Day {
        guard let day = Day(try text(column)) else { throw StoreError.corrupt("no day") }
        return day
    }

    func word<Word: RawRepresentable<String>>(_ column: Int) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw StoreError.corrupt("an unknown word") }
        return word
    }
}

extension SQLValue {
    static func id<Subject>(_ id: Identifier<Subject>) -> SQLValue { .text(id.text) }
    static func id<Subject>(orNull id: Identifier<Subject>?) -> SQLValue { id.map { .text($0.text) } ?? .null }
    static func instant(_ instant: Instant) -> SQLValue { .integer(instant.milliseconds) }
    static func day(_ day: Day) -> SQLValue { .text(day.text) }
}
