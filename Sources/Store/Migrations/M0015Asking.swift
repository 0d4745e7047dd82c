extension Migrations {
    /// A professional asks the owner whether a colleague may look in. `plans.sharing_asked_at` says that something
    /// waits, so that the page of a plan where nothing does has nothing to look for.
    static let asking = Migration(
        number: 15, name: "asking",
        statements: [
            "ALTER TABLE plans ADD COLUMN sharing_asked_at BIGINT",
            """
            CREATE TABLE sharing_requests (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                account_id TEXT NOT NULL REFERENCES accounts (id), part_kind TEXT NOT NULL, part_id TEXT,
                until_day TEXT NOT NULL, reason_sealed BLOB NOT NULL,
                asked_by TEXT NOT NULL REFERENCES accounts (id), asked_at BIGINT NOT NULL, state TEXT NOT NULL,
                state_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE INDEX sharing_requests_by_plan ON sharing_requests (plan_id, id)",
            "CREATE INDEX sharing_requests_waiting ON sharing_requests (asked_at) WHERE state = 'asked'",
        ])
}
