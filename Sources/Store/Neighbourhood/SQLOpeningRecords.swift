import Domain

struct SQLOpeningRecords: OpeningRecords {
    let work: Work

    private static let columns = """
        id, area_id, kind, words, place, when_words, call_name, call_phone, until_day, made_by, made_at, state,
        closed_by, closed_at, version
        """

    func insert(_ opening: Opening) throws {
        _ = try work.connection.run(
            """
            INSERT INTO openings (id, area_id, kind, words, place, when_words, call_name, call_phone, until_day,
                made_by, made_at, state, closed_by, closed_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            .id(opening.id), .id(opening.area), .text(opening.kind.rawValue), .text(opening.words),
            .text(opening.place), .text(opening.when), .text(opening.call.name), .text(opening.call.phone),
            .day(opening.until), .id(opening.madeBy), .instant(opening.madeAt), .text(opening.state.columns.name),
            .id(orNull: opening.state.columns.by), .integer(orNull: opening.state.columns.at?.milliseconds),
            .integer(opening.version))
    }

    func find(_ id: Opening.ID) throws -> Opening? {
        try work.connection.run("SELECT \(Self.columns) FROM openings WHERE id = $1", .id(id)).first.map(opening)
    }

    func open(in area: Area.ID, on today: Day, limit: Int) throws -> [Opening] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM openings WHERE area_id = $1 AND state = 'open' AND until_day >= $2
            ORDER BY id LIMIT $3
            """, .id(area), .day(today), .integer(Int64(limit))
        ).map(opening)
    }

    func past(in area: Area.ID, on today: Day, limit: Int) throws -> [Opening] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM openings WHERE area_id = $1 AND (state = 'closed' OR until_day < $2)
            ORDER BY id DESC LIMIT $3
            """, .id(area), .day(today), .integer(Int64(limit))
        ).map(opening)
    }

    func update(_ opening: Opening) throws {
        let state = opening.state.columns
        try work.updateOne(
            """
            UPDATE openings SET state = $1, closed_by = $2, closed_at = $3, until_day = $4, version = version + 1
            WHERE id = $5 AND version = $6 RETURNING id
            """,
            .text(state.name), .id(orNull: state.by), .integer(orNull: state.at?.milliseconds), .day(opening.until),
            .id(opening.id), .integer(opening.version))
    }

    private func opening(_ row: SQLRow) throws -> Opening {
        let state: Opening.State
        switch try row.text(11) {
        case "open": state = .open
        case "closed": state = .closed(by: try row.id(12), at: try row.instant(13))
        default: throw StoreError.corrupt("an unknown state of a place to take part")
        }
        return Opening(
            id: try row.id(0), area: try row.id(1), kind: try row.word(2), words: try row.text(3),
            place: try row.text(4), when: try row.text(5),
            call: WhomToCall(name: try row.text(6), phone: try row.text(7)), until: try row.day(8),
            madeBy: try row.id(9), madeAt: try row.instant(10), state: state, version: try row.integer(14))
    }
}

extension Opening.State {
    fileprivate var columns: (name: String, by: Account.ID?, at: Instant?) {
        switch self {
        case .open: ("open", nil, nil)
        case .closed(let by, let at): ("closed", by, at)
        }
    }
}
