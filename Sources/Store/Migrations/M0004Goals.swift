extension Migrations {
    /// Goals in her own words, every wording of them, and her own yardstick.
    static let goals = Migration(
        number: 4, name: "goals",
        statements: [
            """
            CREATE TABLE goals (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                domain_id TEXT REFERENCES life_domains (id), state TEXT NOT NULL, made_at BIGINT NOT NULL,
                version BIGINT NOT NULL)
            """,
            "CREATE INDEX goals_by_plan ON goals (plan_id, id)",
            """
            CREATE TABLE goal_texts (
                id TEXT NOT NULL PRIMARY KEY, goal_id TEXT NOT NULL REFERENCES goals (id),
                plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), words_sealed BLOB NOT NULL,
                author_kind TEXT NOT NULL, author_id TEXT NOT NULL, author_sealed BLOB, state TEXT NOT NULL,
                state_at BIGINT NOT NULL, made_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE INDEX goal_texts_by_goal ON goal_texts (goal_id, id)",
            "CREATE INDEX goal_texts_by_state ON goal_texts (state, made_at)",
            """
            CREATE TABLE measurements (
                id TEXT NOT NULL PRIMARY KEY, goal_id TEXT NOT NULL REFERENCES goals (id),
                plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), value_sealed BLOB NOT NULL,
                words_sealed BLOB, at BIGINT NOT NULL)
            """,
            "CREATE INDEX measurements_by_plan ON measurements (plan_id, id)",
            "CREATE INDEX steps_by_state ON steps (state, made_at)",
        ])
}
