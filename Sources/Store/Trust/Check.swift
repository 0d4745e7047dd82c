import Crypto
import Domain

/// Verifies a store from end to end (`burgerkracht check`): the schema, the register of fields, every
/// household's key and every household's journal. Reads only, a little at a time, beside a server that
/// goes on working.
public struct Check: Sendable {
    public private(set) var findings: [Finding] = []
    public private(set) var households = 0
    /// Journal rows.
    public private(set) var rows: Int64 = 0
    /// Columns of the schema.
    public private(set) var columns = 0

    private static let householdsAtOnce = 100
    private static let rowsAtOnce = 500

    public static func run(on store: SQLStore) async throws -> Check {
        var check = Check()
        try await check.compareSchema(of: store)
        try await check.walkHouseholds(of: store)
        return check
    }

    /// The last line, when all was looked at.
    public var closing: String {
        let seen = "\(households) households, \(rows) journal rows and \(columns) columns were checked"
        return switch findings.count {
        case 0: "\(seen); everything is as it was written."
        case 1: "\(seen); 1 thing is wrong."
        default: "\(seen); \(findings.count) things are wrong."
        }
    }

    private mutating func compareSchema(of store: SQLStore) async throws {
        let schema = try await store.database.read { try SchemaReader.read($0) }
        columns = schema.columns.count
        let lines = Set(schema.lines)
        let snapshot = Set(Migrations.snapshot)
        findings += snapshot.subtracting(lines).sorted().map { .schemaLineMissing($0) }
        findings += lines.subtracting(snapshot).sorted().map { .schemaLineUnknown($0) }
        findings += RegisterCheck.findings(in: schema)
    }

    private mutating func walkHouseholds(of store: SQLStore) async throws {
        let (keys, cabinet) = (store.keys, store.cabinet)
        var last = ""
        while true {
            let after = last
            let batch = try await store.database.read { connection in
                try Self.households(after: after, on: connection).map { household in
                    try Self.visit(household, on: connection, keys: keys, cabinet: cabinet)
                }
            }
            for visit in batch {
                households += 1
                rows += visit.rows
                findings += visit.findings
                last = visit.id
            }
            guard batch.count == Self.householdsAtOnce else { return }
        }
    }

    private static func households(after id: String, on connection: any SQLConnection) throws -> [SQLRow] {
        try connection.run(
            """
            SELECT id, key_sealed, journal_seq, journal_hash, erased_at FROM households WHERE id > $1
            ORDER BY id LIMIT $2
            """, .text(id), .integer(Int64(householdsAtOnce)))
    }

    private struct Visit: Sendable {
        let id: String
        let rows: Int64
        let findings: [Finding]
    }

    /// Head and rows are read in one transaction, so that a row added meanwhile breaks nothing.
    private static func visit(
        _ household: SQLRow, on connection: any SQLConnection, keys: InstallationKeys, cabinet: KeyCabinet
    ) throws -> Visit {
        let id: Household.ID = try household.id(0)
        var walk = ChainWalk(id, keys: keys)
        var last = Int64.min
        while true {
            let page = try connection.run(
                """
                SELECT household_id, seq, plan_id, at, actor_kind, actor_id, actor_sealed, role, event, action,
                    ground, outcome, origin_sealed, hash
                FROM journal WHERE household_id = $1 AND seq > $2 ORDER BY seq LIMIT $3
                """, .id(id), .integer(last), .integer(Int64(rowsAtOnce)))
            for row in page {
                last = try row.integer(1)
                walk.take(last, Array(row.values.dropLast()), hash: Self.bytes(row.values[13]))
            }
            guard page.count == rowsAtOnce else { break }
        }
        let head = (seq: try household.integer(2), hash: Self.bytes(household.values[3]))
        return Visit(
            id: id.text, rows: walk.rows,
            findings: try keyFindings(
                id, sealed: try household.optionalBlob(1), isErased: try household.optionalInteger(4) != nil,
                half: try cabinet.half(of: id), keys: keys)
                + walk.findings(head: head))
    }

    /// What was made something else than a blob fits nowhere.
    private static func bytes(_ value: SQLValue) -> [UInt8] {
        if case .blob(let bytes) = value { bytes } else { [] }
    }

    private static func keyFindings(
        _ id: Household.ID, sealed: [UInt8]?, isErased: Bool, half: KeyCabinet.Half, keys: InstallationKeys
    ) throws -> [Finding] {
        guard let sealed, !isErased else {
            if case .kept = half { return [.erasureUnfinished(id)] }
            return isErased ? [] : [.keyDoesNotOpen(id)]
        }
        switch half {
        case .missing: return [.halfMissing(id)]
        case .destroyed: return [.erasureUnfinished(id)]
        case .kept(let half):
            guard let key = try? keys.wrapping(with: half).openBytes(sealed, .householdKey, row: id.text) else {
                return [.keyDoesNotOpen(id)]
            }
            return key.count == 32 ? [] : [.keyHasWrongLength(id, bytes: key.count)]
        }
    }
}
