extension Migrations {
    /// What a resident confirms on paper.
    static let paper = Migration(
        number: 5, name: "paper",
        statements: [
            """
            CREATE TABLE sheets (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), made_at BIGINT NOT NULL, items TEXT NOT NULL,
                code_sealed BLOB NOT NULL, misses BIGINT NOT NULL, confirmed_at BIGINT, version BIGINT NOT NULL)
            """,
            "CREATE INDEX sheets_by_plan ON sheets (plan_id, made_at, id)",
        ])
}
