import Domain

extension SQLAccountRecords {
    /// Counts only: joins no table with a word of anybody in it.
    func load(of team: Team.ID, on today: Day) throws -> [WorkerLoad] {
        let counts = try work.connection.run(
            """
            SELECT a.id, CAST(count(p.id) AS BIGINT) FROM accounts a
            LEFT JOIN plans p ON p.contact_id = a.id AND p.state IN ('running', 'pilotLight')
            WHERE a.team_id = $1 AND a.role IN ('generalist', 'specialist')
            GROUP BY a.id
            """, .id(team))
        var plans: [Account.ID: Int] = [:]
        for row in counts { plans[try row.id(0)] = Int(try row.integer(1)) }
        return try members(of: team).map { WorkerLoad(account: $0, plans: plans[$0.id] ?? 0) }
    }
}
