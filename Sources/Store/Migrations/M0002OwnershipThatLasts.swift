extension Migrations {
    /// Where a plan can go on to, holding back as a step, and word to who has to know.
    static let ownershipThatLasts = Migration(
        number: 2, name: "ownership that lasts",
        statements: [
            "ALTER TABLE plans ADD COLUMN former_state TEXT",
            "ALTER TABLE plans ADD COLUMN rhythm_sealed BLOB",
            "ALTER TABLE steps ADD COLUMN look_back_day TEXT",
            """
            CREATE TABLE notices (
                id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), reader_kind TEXT NOT NULL,
                reader_id TEXT NOT NULL, made_at BIGINT NOT NULL, done_at BIGINT)
            """,
            "CREATE INDEX notices_by_reader ON notices (reader_id, done_at, id)",
            "CREATE INDEX notices_by_plan ON notices (plan_id, kind)",
        ])
}
