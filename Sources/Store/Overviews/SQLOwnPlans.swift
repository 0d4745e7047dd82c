import Domain

/// A professional's own list, page by page: the newest agreement first, by key and never by counting
/// from the start, so that the thousandth plan costs what the first does.
extension SQLPlanRecords {
    func shared(
        with account: Account.ID, on today: Day, before: SharingAgreement.ID?, limit: Int
    ) throws -> [SharedPlan] {
        try work.connection.run(
            """
            SELECT \(Self.columns), h.key_sealed, h.journal_seq, h.journal_hash, o.name_sealed,
                CAST((SELECT count(*) FROM steps s WHERE s.plan_id = p.id AND s.state = 'agreed') AS BIGINT),
                CAST((SELECT count(*) FROM steps s WHERE s.plan_id = p.id AND s.state = 'agreed'
                    AND s.look_back_day <= $2 AND s.carrier_id = $1) AS BIGINT),
                \(SQLSharingRecords.columns)
            FROM sharing_agreements g
            JOIN plans p ON p.id = g.plan_id
            JOIN households h ON h.id = p.household_id
            JOIN persons o ON o.id = p.owner_id
            WHERE g.account_id = $1 AND g.state = 'given' AND g.until_day >= $2
                AND (CAST($3 AS TEXT) IS NULL OR g.id < $3)
            ORDER BY g.id DESC LIMIT $4
            """,
            .id(account), .day(today), .id(orNull: before), .integer(Int64(limit))
        ).map { row in
            let plan = try Self.plan(row)
            let seal = try work.remember(plan.household, row: row, from: 11).seal
            return SharedPlan(
                plan: plan, agreement: try SQLSharingRecords(work: work).agreement(row, from: 17),
                ownerName: try seal.openOptional(
                    try row.optionalBlob(14), .personName, row: plan.owner.text),
                openSteps: Int(try row.integer(15)), dueLookBacks: Int(try row.integer(16)))
        }
    }
}
