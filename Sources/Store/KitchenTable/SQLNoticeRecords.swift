import Domain

struct SQLNoticeRecords: NoticeRecords {
    let work: Work

    private static let columns = "id, kind, plan_id, household_id, reader_kind, reader_id, made_at, done_at"

    func insert(_ notice: Notice) throws {
        let (kind, reader): (String, String) =
            switch notice.reader {
            case .account(let id): ("account", id.text)
            case .team(let id): ("team", id.text)
            }
        _ = try work.connection.run(
            """
            INSERT INTO notices (id, kind, plan_id, household_id, reader_kind, reader_id, made_at, done_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)
            """,
            .id(notice.id), .text(notice.kind.rawValue), .id(notice.plan), .id(notice.household), .text(kind),
            .text(reader), .instant(notice.madeAt))
    }

    func find(_ id: Notice.ID) throws -> Notice? {
        try work.connection.run("SELECT \(Self.columns) FROM notices WHERE id = $1", .id(id)).first.map(notice)
    }

    func open(_ kind: Notice.Kind, about plan: Plan.ID) throws -> Notice? {
        try work.connection.run(
            "SELECT \(Self.columns) FROM notices WHERE plan_id = $1 AND kind = $2 AND done_at IS NULL LIMIT 1",
            .id(plan), .text(kind.rawValue)
        ).first.map(notice)
    }

    func open(for reader: Notice.Reader, limit: Int) throws -> [Notice] {
        let id: String =
            switch reader {
            case .account(let id): id.text
            case .team(let id): id.text
            }
        return try work.connection.run(
            "SELECT \(Self.columns) FROM notices WHERE reader_id = $1 AND done_at IS NULL ORDER BY id LIMIT $2",
            .text(id), .integer(Int64(limit))
        ).map(notice)
    }

    func finish(_ notice: Notice, at now: Instant) throws {
        _ = try work.connection.run(
            "UPDATE notices SET done_at = $1 WHERE id = $2 AND done_at IS NULL", .instant(now), .id(notice.id))
    }

    private func notice(_ row: SQLRow) throws -> Notice {
        Notice(
            id: try row.id(0), kind: try row.word(1), plan: try row.id(2), household: try row.id(3),
            for: try row.text(4) == "team" ? .team(try row.id(5)) : .account(try row.id(5)),
            madeAt: try row.instant(6), doneAt: try row.optionalInstant(7))
    }
}
