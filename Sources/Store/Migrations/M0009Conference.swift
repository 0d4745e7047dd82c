extension Migrations {
    /// The family's own conference: who comes, what was written, its plan, and who stands behind it.
    static let conference = Migration(
        number: 9, name: "conference",
        statements: [
            "ALTER TABLE plans ADD COLUMN conference_id TEXT",
            "ALTER TABLE steps ADD COLUMN look_back_kind TEXT",
            """
            CREATE TABLE conferences (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), state TEXT NOT NULL, state_at BIGINT NOT NULL,
                proposed_by TEXT REFERENCES accounts (id), coordinator_id TEXT REFERENCES network_ties (id),
                when_sealed BLOB, place_sealed BLOB, presented_id TEXT, look_back_id TEXT REFERENCES steps (id),
                made_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE INDEX conferences_by_plan ON conferences (plan_id, id)",
            """
            CREATE TABLE conference_texts (
                id TEXT NOT NULL PRIMARY KEY, conference_id TEXT NOT NULL REFERENCES conferences (id),
                plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), kind TEXT NOT NULL, words_sealed BLOB NOT NULL,
                author_kind TEXT NOT NULL, author_id TEXT NOT NULL, author_sealed BLOB, written_at BIGINT NOT NULL)
            """,
            "CREATE INDEX conference_texts_by_conference ON conference_texts (conference_id, id)",
            """
            CREATE TABLE conference_steps (
                id TEXT NOT NULL PRIMARY KEY, conference_id TEXT NOT NULL REFERENCES conferences (id),
                plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), words_sealed BLOB NOT NULL, when_sealed BLOB,
                tie_id TEXT REFERENCES network_ties (id), made_at BIGINT NOT NULL, removed_at BIGINT)
            """,
            "CREATE INDEX conference_steps_by_conference ON conference_steps (conference_id, id)",
            """
            CREATE TABLE conference_confirmations (
                id TEXT NOT NULL PRIMARY KEY, conference_id TEXT NOT NULL REFERENCES conferences (id),
                plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                text_id TEXT NOT NULL REFERENCES conference_texts (id), tie_id TEXT REFERENCES network_ties (id),
                at BIGINT NOT NULL)
            """,
            "CREATE INDEX conference_confirmations_by_conference ON conference_confirmations (conference_id, id)",
        ])
}
