extension Migrations {
    /// Mail that has to go out, links that open a plan once, and who asked for one.
    static let mail = Migration(
        number: 10, name: "mail",
        statements: [
            "ALTER TABLE persons ADD COLUMN language_sealed BLOB",
            "ALTER TABLE persons ADD COLUMN mail_off_at BIGINT",
            """
            CREATE TABLE mails (
                id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), made_at BIGINT NOT NULL,
                state TEXT NOT NULL, state_at BIGINT NOT NULL, office TEXT, attempts BIGINT NOT NULL,
                version BIGINT NOT NULL)
            """,
            "CREATE INDEX mails_by_state ON mails (state, state_at, id)",
            "CREATE INDEX mails_by_plan ON mails (plan_id, kind, made_at)",
            """
            CREATE TABLE return_links (
                secret_hash TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), until_at BIGINT NOT NULL, used_at BIGINT)
            """,
            "CREATE INDEX return_links_by_plan ON return_links (plan_id, used_at)",
            "CREATE INDEX return_links_by_end ON return_links (until_at)",
            """
            CREATE TABLE link_requests (
                id TEXT NOT NULL PRIMARY KEY, reach_hash TEXT NOT NULL, asked_at BIGINT NOT NULL, done_at BIGINT)
            """,
            "CREATE INDEX link_requests_by_reach ON link_requests (reach_hash, asked_at)",
            "CREATE INDEX link_requests_by_state ON link_requests (done_at, asked_at, id)",
        ])
}
