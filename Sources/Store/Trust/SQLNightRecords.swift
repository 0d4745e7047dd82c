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

    func unansweredMakers(before moment: Instant, limit: Int) throws -> [(plan: Plan.ID, maker: Account.ID)] {
        try work.connection.run(
            """
            SELECT w.plan_id, w.maker FROM (
                SELECT plan_id, proposed_by AS maker, made_at FROM steps
                WHERE state IN ('proposed', 'talking') AND made_at < $1
                UNION ALL
                SELECT plan_id, author_id AS maker, made_at FROM goal_texts
                WHERE state IN ('proposed', 'talking') AND made_at < $1 AND author_kind = 'account') w
            JOIN plans p ON p.id = w.plan_id
            WHERE p.state IN ('open', 'running', 'pilotLight') AND NOT EXISTS (
                SELECT 1 FROM notices n WHERE n.plan_id = w.plan_id AND n.kind = 'proposalUnanswered'
                    AND n.reader_id = w.maker AND n.made_at >= w.made_at)
            GROUP BY w.plan_id, w.maker ORDER BY w.plan_id, w.maker LIMIT $2
            """, .instant(moment), .integer(Int64(limit))
        ).map { (try $0.id(0), try $0.id(1)) }
    }

    func unansweredAskers(before moment: Instant, limit: Int) throws -> [(plan: Plan.ID, maker: Account.ID)] {
        try work.connection.run(
            """
            SELECT r.plan_id, r.asked_by FROM sharing_requests r JOIN plans p ON p.id = r.plan_id
            WHERE r.state = 'asked' AND r.asked_at < $1 AND p.state IN ('open', 'running', 'pilotLight')
                AND NOT EXISTS (
                    SELECT 1 FROM notices n WHERE n.plan_id = r.plan_id AND n.kind = 'sharingUnanswered'
                        AND n.reader_id = r.asked_by AND n.made_at >= r.asked_at)
            GROUP BY r.plan_id, r.asked_by ORDER BY r.plan_id, r.asked_by LIMIT $2
            """, .instant(moment), .integer(Int64(limit))
        ).map { (try $0.id(0), try $0.id(1)) }
    }

    /// A sign of life: anything the owner did, reading as well, or anything that somebody else changed.
    private static let silentSince = """
        p.begun_at < $1 AND NOT EXISTS (
            SELECT 1 FROM journal j WHERE j.household_id = p.household_id AND j.at >= $1
                AND (j.actor_kind = 'owner' OR (j.action <> 'R' AND j.actor_kind <> 'system')))
        """

    func silent(since moment: Instant, limit: Int) throws -> [Plan] {
        try work.connection.run(
            """
            SELECT \(SQLPlanRecords.columns) FROM plans p
            WHERE p.state IN ('concept', 'open', 'running', 'pilotLight', 'paused') AND p.contact_id IS NOT NULL
                AND \(Self.silentSince) AND NOT EXISTS (
                    SELECT 1 FROM notices n WHERE n.plan_id = p.id AND n.kind = 'sleepsSoon' AND n.made_at >= $1)
            ORDER BY p.id LIMIT $2
            """, .instant(moment), .integer(Int64(limit))
        ).map(SQLPlanRecords.plan)
    }

    func asleepSoon(silentSince moment: Instant, toldBefore told: Instant, limit: Int) throws -> [Plan] {
        try work.connection.run(
            """
            SELECT \(SQLPlanRecords.columns) FROM plans p
            WHERE p.state IN ('concept', 'open', 'running', 'pilotLight', 'paused') AND \(Self.silentSince)
                AND (p.contact_id IS NULL OR EXISTS (
                    SELECT 1 FROM notices n WHERE n.plan_id = p.id AND n.kind = 'sleepsSoon'
                        AND n.made_at >= $1 AND n.made_at < $2))
            ORDER BY p.id LIMIT $3
            """, .instant(moment), .instant(told), .integer(Int64(limit))
        ).map(SQLPlanRecords.plan)
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
