extension Migrations {
    /// A worry about safety, in a vault beside the plan: its plan is found by a keyed hash and by nothing else.
    static let safety = Migration(
        number: 8, name: "safety",
        statements: [
            "ALTER TABLE plans ADD COLUMN safety_told_at BIGINT",
            """
            CREATE TABLE safety_tracks (
                id TEXT NOT NULL PRIMARY KEY, household_id TEXT NOT NULL REFERENCES households (id),
                plan_hash TEXT NOT NULL, plan_sealed BLOB NOT NULL, about_sealed BLOB NOT NULL,
                opened_at BIGINT NOT NULL, responsible_id TEXT NOT NULL REFERENCES accounts (id),
                state TEXT NOT NULL, closed_at BIGINT, look_back_day TEXT, told_at BIGINT,
                plan_fate TEXT NOT NULL, plan_fate_at BIGINT, erase_day TEXT, version BIGINT NOT NULL)
            """,
            "CREATE INDEX safety_tracks_by_household ON safety_tracks (household_id)",
            "CREATE INDEX safety_tracks_by_plan ON safety_tracks (plan_hash, id)",
            "CREATE INDEX safety_tracks_by_term ON safety_tracks (erase_day, id)",
            """
            CREATE TABLE safety_entries (
                id TEXT NOT NULL PRIMARY KEY, track_id TEXT NOT NULL REFERENCES safety_tracks (id),
                household_id TEXT NOT NULL REFERENCES households (id), stage TEXT NOT NULL, kind TEXT NOT NULL,
                detail TEXT, look_back_day TEXT, words_sealed BLOB, author_id TEXT NOT NULL REFERENCES accounts (id),
                author_sealed BLOB NOT NULL, at BIGINT NOT NULL, seq BIGINT NOT NULL)
            """,
            "CREATE INDEX safety_entries_by_household ON safety_entries (household_id)",
            "CREATE UNIQUE INDEX safety_entries_by_track ON safety_entries (track_id, seq)",
            """
            CREATE TABLE safety_readers (
                track_id TEXT NOT NULL REFERENCES safety_tracks (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                account_id TEXT NOT NULL REFERENCES accounts (id), since_at BIGINT NOT NULL, ended_at BIGINT,
                PRIMARY KEY (track_id, account_id))
            """,
            "CREATE INDEX safety_readers_by_account ON safety_readers (account_id, ended_at)",
            "CREATE INDEX safety_readers_by_household ON safety_readers (household_id)",
        ])
}
