extension Migrations {
    /// Who decides for the owner, and who said what to a proposal where more people than the owner can.
    static let representing = Migration(
        number: 12, name: "representing",
        statements: [
            "ALTER TABLE plans ADD COLUMN represented_at BIGINT",
            """
            CREATE TABLE representations (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                tie_id TEXT NOT NULL REFERENCES network_ties (id), kind TEXT NOT NULL,
                domain_id TEXT REFERENCES life_domains (id), since_at BIGINT NOT NULL, until_day TEXT NOT NULL,
                born_sealed BLOB, document_sealed BLOB, recorded_by TEXT REFERENCES accounts (id), ended_at BIGINT)
            """,
            "CREATE INDEX representations_by_plan ON representations (plan_id, until_day)",
            """
            CREATE TABLE given_answers (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), subject_kind TEXT NOT NULL,
                subject_id TEXT NOT NULL, side TEXT NOT NULL, answer TEXT NOT NULL, author_kind TEXT NOT NULL,
                author_id TEXT NOT NULL, author_sealed BLOB, at BIGINT NOT NULL)
            """,
            "CREATE INDEX given_answers_by_plan ON given_answers (plan_id, id)",
        ])
}
