extension Migrations {
    /// A question that was spoken. The sound stands last, so that reading the rest of the row does not read it.
    static let spoken = Migration(
        number: 11, name: "spoken",
        statements: [
            "ALTER TABLE plans ADD COLUMN spoken_id TEXT",
            """
            CREATE TABLE spoken_messages (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL UNIQUE REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), kind TEXT NOT NULL, seconds BIGINT,
                made_at BIGINT NOT NULL, typed_story_id TEXT REFERENCES stories (id), version BIGINT NOT NULL,
                sound_sealed BLOB NOT NULL)
            """,
        ])
}
