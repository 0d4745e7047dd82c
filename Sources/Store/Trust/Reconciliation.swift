import Domain

/// Database and key cabinet agree on who was erased. They can differ after a power cut between the two, and
/// after a backup of the database was put back: what was erased since is erased in it again.
extension SQLStore {
    private static let atOnce = 200

    /// Runs before serving and every night; twice does no harm.
    /// - Returns: how many households were still half there.
    @discardableResult
    public func finishErasures(at now: Instant) async throws -> Int {
        try await eraseWithoutKey(at: now) + destroyLeftKeys(at: now)
    }

    /// The key is destroyed, and the rows are still there.
    private func eraseWithoutKey(at now: Instant) async throws -> Int {
        var (count, last): (Int, Household.ID?) = (0, nil)
        while true {
            let batch = try cabinet.destroyed(after: last, limit: Self.atOnce)
            count += try await write { records in
                try batch.filter { try records.households.eraseRest(of: $0, at: now) }.count
            }
            guard batch.count == Self.atOnce else { return count }
            last = batch.last
        }
    }

    /// The rows are gone, and the key is still there.
    private func destroyLeftKeys(at now: Instant) async throws -> Int {
        var (count, last) = (0, "")
        while true {
            let after = last
            let batch: [Household.ID] = try await database.read { connection in
                try connection.run(
                    "SELECT id FROM households WHERE erased_at IS NOT NULL AND id > $1 ORDER BY id LIMIT $2",
                    .text(after), .integer(Int64(Self.atOnce))
                ).map { try $0.id(0) }
            }
            for household in batch {
                guard case .kept = try cabinet.half(of: household) else { continue }
                count += try await write { try $0.households.eraseRest(of: household, at: now) ? 1 : 0 }
            }
            guard batch.count == Self.atOnce, let newest = batch.last else { return count }
            last = newest.text
        }
    }
}
