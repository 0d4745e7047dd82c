import Domain

struct SQLNightRecords: NightRecords {
    let work: Work

    func write(_ row: NightRow) throws {
        _ = try work.connection.run(
            """
            INSERT INTO nights (day, task, done_at, items) VALUES ($1, $2, $3, $4)
            ON CONFLICT (day, task) DO UPDATE SET done_at = excluded.done_at, items = nights.items + excluded.items
            """, .day(row.day), .text(row.task.rawValue), .instant(row.doneAt), .integer(Int64(row.items)))
    }

    func last(_ count: Int) throws -> [NightRow] {
        try work.connection.run(
            "SELECT day, task, done_at, items FROM nights ORDER BY day DESC, task LIMIT $1", .integer(Int64(count))
        ).map {
            NightRow(
                day: try $0.day(0), task: try $0.word(1), doneAt: try $0.instant(2), items: Int(try $0.integer(3)))
        }
    }
}
