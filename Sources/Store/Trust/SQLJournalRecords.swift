import Domain

struct SQLJournalRecords: JournalRecords {
    let work: Work

    func append(_ entry: JournalEntry) throws {
        let (kind, id) = entry.who.columns
        try append(
            Line(
                plan: entry.plan.text, at: entry.at.milliseconds, actorKind: kind, actorID: id, actor: entry.name,
                role: entry.role.rawValue, event: entry.event.rawValue, action: entry.event.action.rawValue,
                ground: entry.ground.rawValue, outcome: entry.outcome.rawValue,
                origin: "\(entry.origin.road.rawValue) \(entry.origin.address)"), to: entry.household)
    }

    /// A row as the table has it, with what is personal in it still open.
    struct Line {
        let plan: String
        let at: Int64
        let actorKind: String
        let actorID: String
        let actor: String?
        let role: String
        let event: String
        let action: String
        let ground: String
        let outcome: String
        let origin: String
    }

    func append(_ line: Line, to household: Household.ID) throws {
        let state = try work.household(household)
        let seq = state.seq + 1
        let row = "\(household.text)/\(seq)"
        let values: [SQLValue] = [
            .id(household), .integer(seq), .text(line.plan), .integer(line.at), .text(line.actorKind),
            .text(line.actorID), .blob(orNull: try state.seal.closeOptional(line.actor, .journalActor, row: row)),
            .text(line.role), .text(line.event), .text(line.action), .text(line.ground), .text(line.outcome),
            .blob(try state.seal.close(line.origin, .journalOrigin, row: row)),
        ]
        let hash = JournalChain.hash(after: state.head, values, keys: work.keys)
        try insert(values + [.blob(hash)])
        state.seq = seq
        state.head = JournalChain.head(of: household, seq: seq, hash: hash, keys: work.keys)
    }

    private func insert(_ values: [SQLValue]) throws {
        do {
            _ = try work.connection.run(
                """
                INSERT INTO journal (household_id, seq, plan_id, at, actor_kind, actor_id, actor_sealed, role,
                    event, action, ground, outcome, origin_sealed, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """, values)
        } catch StoreError.uniqueViolation {
            // Somebody else wrote the next row of this chain first: again, from the new head.
            throw StoreError.stale
        }
    }

    func page(for seat: Seat, before: Int64?, limit: Int) throws -> [(row: Int64, entry: JournalEntry)] {
        let household = seat.plan.household
        let seal = try work.seal(household)
        return try work.connection.run(
            """
            SELECT seq, plan_id, at, actor_kind, actor_id, actor_sealed, role, event, ground, outcome, origin_sealed
            FROM journal j WHERE household_id = $1 AND seq < $2 AND (ground <> 'noodtoegang' OR NOT EXISTS (
                SELECT 1 FROM emergencies e WHERE e.plan_id = j.plan_id AND e.account_id = j.actor_id
                    AND e.told_at IS NULL AND j.at >= e.from_at AND j.at < e.until_at))
            ORDER BY seq DESC LIMIT $3
            """,
            .id(household), .integer(before ?? .max), .integer(Int64(limit))
        ).map { try line($0, of: household, with: seal) }
    }

    /// A vault's own chain, the newest first, for who knows of what is in it.
    func rows(of vault: Household.ID, limit: Int) throws -> [(row: Int64, entry: JournalEntry)] {
        let seal = try work.seal(vault)
        return try work.connection.run(
            """
            SELECT seq, plan_id, at, actor_kind, actor_id, actor_sealed, role, event, ground, outcome, origin_sealed
            FROM journal WHERE household_id = $1 ORDER BY seq DESC LIMIT $2
            """, .id(vault), .integer(Int64(limit))
        ).map { try line($0, of: vault, with: seal) }
    }

    private func line(
        _ row: SQLRow, of household: Household.ID, with seal: Seal
    ) throws -> (row: Int64, entry: JournalEntry) {
        let seq = try row.integer(0)
        let place = "\(household.text)/\(seq)"
        let origin = try seal.open(try row.blob(10), .journalOrigin, row: place)
        let parts = origin.split(separator: " ", maxSplits: 1).map(String.init)
        let entry = JournalEntry(
            household: household, plan: try row.id(1), at: try row.instant(2),
            who: try .init(kind: try row.text(3), id: try row.text(4)),
            name: try seal.openOptional(try row.optionalBlob(5), .journalActor, row: place),
            role: try row.word(6), event: try row.word(7), ground: try row.word(8), outcome: try row.word(9),
            origin: Origin(road: Origin.Road(rawValue: parts[0]) ?? .page, address: parts.last ?? ""))
        return (seq, entry)
    }
}

extension JournalEntry.Who {
    fileprivate var columns: (kind: String, id: String) {
        switch self {
        case .owner(let id): ("owner", id.text)
        case .guest(let id): ("guest", id.text)
        case .account(let id): ("account", id.text)
        case .system: ("system", "")
        }
    }

    fileprivate init(kind: String, id: String) throws {
        switch kind {
        case "owner": self = .owner(try SQLRow(values: [.text(id)]).id(0))
        case "guest": self = .guest(try SQLRow(values: [.text(id)]).id(0))
        case "account": self = .account(try SQLRow(values: [.text(id)]).id(0))
        case "system": self = .system
        default: throw StoreError.corrupt("an unknown kind of actor")
        }
    }
}
