extension Migrations {
    /// Breaking the glass, and finding somebody who is in danger.
    static let emergency = Migration(
        number: 6, name: "emergency",
        statements: [
            "ALTER TABLE persons ADD COLUMN reach_hash TEXT",
            "CREATE INDEX persons_by_reach ON persons (reach_hash)",
            "ALTER TABLE plans ADD COLUMN emergency_told_at BIGINT",
            """
            CREATE TABLE emergencies (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                account_id TEXT NOT NULL REFERENCES accounts (id), reason_sealed BLOB NOT NULL,
                from_at BIGINT NOT NULL, until_at BIGINT NOT NULL, silence_sealed BLOB, told_at BIGINT,
                ended_at BIGINT, reviewed_at BIGINT, finding TEXT, review_sealed BLOB, version BIGINT NOT NULL)
            """,
            "CREATE INDEX emergencies_by_plan ON emergencies (plan_id, from_at)",
            "CREATE INDEX emergencies_by_account ON emergencies (account_id, until_at)",
            "CREATE INDEX emergencies_by_review ON emergencies (reviewed_at, from_at)",
        ])
}
