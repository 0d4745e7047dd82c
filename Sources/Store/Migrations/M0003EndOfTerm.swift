extension Migrations {
    /// What goes, when, and that it went.
    static let endOfTerm = Migration(
        number: 3, name: "end of term",
        statements: [
            "ALTER TABLE plans ADD COLUMN erase_day TEXT",
            "CREATE INDEX plans_by_erase_day ON plans (erase_day, id)",
            "ALTER TABLE households ADD COLUMN erased_at BIGINT",
            "CREATE INDEX households_by_erasure ON households (erased_at, id)",
            """
            CREATE TABLE nights (
                day TEXT NOT NULL, task TEXT NOT NULL, done_at BIGINT NOT NULL, items BIGINT NOT NULL,
                PRIMARY KEY (day, task))
            """,
        ])
}
