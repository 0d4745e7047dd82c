extension Migrations {
    /// Places to take part, and whom to call about a step that came from one: without anything that joins the two.
    /// And the photos of workers sealed: `photo` is emptied at every start (`SQLStore.sealPhotos`) and no longer read.
    static let takingPart = Migration(
        number: 13, name: "taking part",
        statements: [
            """
            CREATE TABLE openings (
                id TEXT NOT NULL PRIMARY KEY, area_id TEXT NOT NULL REFERENCES areas (id), kind TEXT NOT NULL,
                words TEXT NOT NULL, place TEXT NOT NULL, when_words TEXT NOT NULL, call_name TEXT NOT NULL,
                call_phone TEXT NOT NULL, until_day TEXT NOT NULL,
                made_by TEXT NOT NULL REFERENCES accounts (id), made_at BIGINT NOT NULL, state TEXT NOT NULL,
                closed_by TEXT REFERENCES accounts (id), closed_at BIGINT, version BIGINT NOT NULL)
            """,
            "CREATE INDEX openings_by_area ON openings (area_id, state, until_day)",
            "ALTER TABLE steps ADD COLUMN call_name_sealed BLOB",
            "ALTER TABLE steps ADD COLUMN call_phone_sealed BLOB",
            "ALTER TABLE accounts ADD COLUMN photo_sealed BLOB",
        ])
}
