import Crypto
import Domain
import Synchronization

/// The key cabinet (*sleutelkast*, ADR 0015): for each household half of what opens its key, kept outside
/// the database. Destroying the half is erasing the household, in every copy of the database that was
/// ever made. That is why the cabinet itself is never kept in more than its newest version.
public final class KeyCabinet: Sendable {
    enum Half: Equatable {
        case kept([UInt8])
        case destroyed
        /// Never made here: the cabinet of another installation, or one that was lost.
        case missing
    }

    /// A half, and the key it opened last: as sealed in the database, and open.
    private struct Known {
        let half: [UInt8]
        var opened: (sealed: [UInt8], key: SymmetricKey)?
    }

    private let drawer: Drawer
    /// What was asked for before. Nothing of a household whose half is destroyed.
    private let known = Mutex<[Household.ID: Known]>([:])
    private static let mostKnown = 20_000

    /// - Parameter place: a file of SQLite, or `postgresql://…` when several machines serve one database;
    ///   a database of its own then, with backups of its own.
    /// - Throws: `StoreError.unavailable`.
    public init(place: String) throws {
        drawer = try Drawer(place: place)
        _ = try drawer.run(
            """
            CREATE TABLE IF NOT EXISTS halves (
                household_id TEXT NOT NULL PRIMARY KEY, half BLOB, destroyed_at BIGINT)
            """)
    }

    func half(of household: Household.ID) throws -> Half {
        if let known = known.withLock({ $0[household] }) { return .kept(known.half) }
        let rows = try drawer.run("SELECT half FROM halves WHERE household_id = $1", .id(household))
        guard let row = rows.first else { return .missing }
        guard let half = try row.optionalBlob(0) else { return .destroyed }
        remember(half, of: household)
        return .kept(half)
    }

    /// The key of a household, opened once and then remembered for as long as the database has it sealed the same.
    /// - Parameter open: opens it with the half that is kept here.
    /// - Returns: `nil` when there is no half.
    func key(
        of household: Household.ID, sealed: [UInt8], _ open: ([UInt8]) throws -> SymmetricKey
    ) throws -> SymmetricKey? {
        if let opened = known.withLock({ $0[household]?.opened }), opened.sealed == sealed { return opened.key }
        guard case .kept(let half) = try half(of: household) else { return nil }
        let key = try open(half)
        known.withLock { $0[household]?.opened = (sealed, key) }
        return key
    }

    /// A new half, durably kept before it is answered. In the place of a destroyed one when a household comes
    /// back with its own file.
    func make(for household: Household.ID) throws -> [UInt8] {
        let half = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        _ = try drawer.run(
            """
            INSERT INTO halves (household_id, half, destroyed_at) VALUES ($1, $2, NULL)
            ON CONFLICT (household_id) DO UPDATE SET half = excluded.half, destroyed_at = NULL
            """, .id(household), .blob(half))
        remember(half, of: household)
        return half
    }

    /// From now on nothing opens what was sealed for this household, here or in any copy. Twice is once.
    func destroy(_ household: Household.ID, at now: Instant) throws {
        known.withLock { _ = $0.removeValue(forKey: household) }
        _ = try drawer.run(
            """
            INSERT INTO halves (household_id, half, destroyed_at) VALUES ($1, NULL, $2)
            ON CONFLICT (household_id) DO UPDATE SET half = NULL, destroyed_at = excluded.destroyed_at
            WHERE halves.half IS NOT NULL
            """, .id(household), .instant(now))
        try sweep()
    }

    /// The households whose half was destroyed, in the order of their id.
    func destroyed(after last: Household.ID?, limit: Int) throws -> [Household.ID] {
        try drawer.run(
            """
            SELECT household_id FROM halves WHERE half IS NULL AND household_id > $1 ORDER BY household_id LIMIT $2
            """, .text(last?.text ?? ""), .integer(Int64(limit))
        ).map { try $0.id(0) }
    }

    /// Takes what was overwritten out of the log beside the file as well.
    func sweep() throws {
        try drawer.sweep()
    }

    func close() { drawer.close() }

    private func remember(_ half: [UInt8], of household: Household.ID) {
        known.withLock { known in
            if known.count >= Self.mostKnown { known.removeAll() }
            known[household] = Known(half: half, opened: nil)
        }
    }
}
