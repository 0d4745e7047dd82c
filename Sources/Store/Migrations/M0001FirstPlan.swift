extension Migrations {
    /// The house and the first plan at the kitchen table.
    static let firstPlan = Migration(
        number: 1, name: "first plan",
        statements: [
            """
            CREATE TABLE teams (
                id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL)
            """,
            """
            CREATE TABLE areas (
                id TEXT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
                sort_key TEXT NOT NULL, team_id TEXT NOT NULL REFERENCES teams (id))
            """,
            """
            CREATE TABLE accounts (
                id TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, name_sealed BLOB NOT NULL,
                phone_sealed BLOB NOT NULL, background_sealed BLOB NOT NULL,
                team_id TEXT REFERENCES teams (id), login_hash TEXT NOT NULL UNIQUE,
                password_hash TEXT NOT NULL, photo BLOB, photo_kind TEXT)
            """,
            "CREATE INDEX accounts_by_team ON accounts (team_id, role, id)",
            """
            CREATE TABLE households (
                id TEXT NOT NULL PRIMARY KEY, area_id TEXT NOT NULL REFERENCES areas (id), key_sealed BLOB,
                begun_at BIGINT NOT NULL, journal_seq BIGINT NOT NULL, journal_hash BLOB NOT NULL)
            """,
            """
            CREATE TABLE persons (
                id TEXT NOT NULL PRIMARY KEY, household_id TEXT NOT NULL REFERENCES households (id),
                name_sealed BLOB, reach_sealed BLOB, code_hash TEXT UNIQUE, code_sealed BLOB)
            """,
            """
            CREATE TABLE plans (
                id TEXT NOT NULL PRIMARY KEY, household_id TEXT NOT NULL REFERENCES households (id),
                owner_id TEXT NOT NULL REFERENCES persons (id), contact_id TEXT REFERENCES accounts (id),
                state TEXT NOT NULL, begun_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            """
            CREATE UNIQUE INDEX plans_one_active ON plans (household_id)
                WHERE state IN ('concept', 'open', 'running')
            """,
            "CREATE INDEX plans_by_owner ON plans (owner_id, id)",
            "CREATE INDEX plans_by_contact ON plans (contact_id, state)",
            """
            CREATE TABLE questions (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), area_id TEXT NOT NULL REFERENCES areas (id),
                team_id TEXT NOT NULL REFERENCES teams (id), asked_at BIGINT NOT NULL, state TEXT NOT NULL,
                state_at BIGINT NOT NULL, accepted_by TEXT REFERENCES accounts (id), version BIGINT NOT NULL)
            """,
            "CREATE INDEX questions_by_team ON questions (team_id, state, asked_at, id)",
            "CREATE INDEX questions_by_plan ON questions (plan_id, asked_at, id)",
            """
            CREATE TABLE life_domains (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), name_sealed BLOB NOT NULL,
                touched_at BIGINT NOT NULL)
            """,
            "CREATE INDEX life_domains_by_plan ON life_domains (plan_id, id)",
            """
            CREATE TABLE stories (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                domain_id TEXT REFERENCES life_domains (id), kind TEXT NOT NULL,
                note_id TEXT REFERENCES stories (id), words_sealed BLOB NOT NULL, author_kind TEXT NOT NULL,
                author_id TEXT NOT NULL, author_sealed BLOB, written_at BIGINT NOT NULL)
            """,
            "CREATE INDEX stories_by_plan ON stories (plan_id, id)",
            "CREATE UNIQUE INDEX stories_one_confirmed ON stories (note_id) WHERE note_id IS NOT NULL",
            """
            CREATE TABLE network_ties (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), name_sealed BLOB NOT NULL,
                role_sealed BLOB, since_day TEXT NOT NULL)
            """,
            "CREATE INDEX network_ties_by_plan ON network_ties (plan_id, id)",
            """
            CREATE TABLE steps (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id),
                domain_id TEXT REFERENCES life_domains (id), words_sealed BLOB NOT NULL, when_sealed BLOB,
                carrier_kind TEXT NOT NULL, carrier_id TEXT, state TEXT NOT NULL, state_at BIGINT NOT NULL,
                proposed_by TEXT REFERENCES accounts (id), made_at BIGINT NOT NULL, version BIGINT NOT NULL)
            """,
            "CREATE INDEX steps_by_plan ON steps (plan_id, state, id)",
            """
            CREATE TABLE sharing_agreements (
                id TEXT NOT NULL PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id),
                household_id TEXT NOT NULL REFERENCES households (id), part_kind TEXT NOT NULL, part_id TEXT,
                tie_id TEXT REFERENCES network_ties (id), account_id TEXT REFERENCES accounts (id),
                level TEXT NOT NULL, role_sealed BLOB, from_at BIGINT NOT NULL, until_day TEXT NOT NULL,
                state TEXT NOT NULL, ended_at BIGINT, secret_hash TEXT UNIQUE, claimed_at BIGINT)
            """,
            "CREATE INDEX sharing_by_plan ON sharing_agreements (plan_id, state, id)",
            "CREATE INDEX sharing_by_account ON sharing_agreements (account_id, state, id)",
            """
            CREATE TABLE sessions (
                token_hash TEXT NOT NULL PRIMARY KEY, account_id TEXT REFERENCES accounts (id),
                person_id TEXT REFERENCES persons (id), created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)
            """,
            "CREATE INDEX sessions_by_end ON sessions (expires_at)",
            """
            CREATE TABLE session_guests (
                token_hash TEXT NOT NULL, agreement_id TEXT NOT NULL REFERENCES sharing_agreements (id),
                PRIMARY KEY (token_hash, agreement_id))
            """,
            "CREATE INDEX session_guests_by_agreement ON session_guests (agreement_id)",
            """
            CREATE TABLE journal (
                household_id TEXT NOT NULL REFERENCES households (id), seq BIGINT NOT NULL,
                plan_id TEXT NOT NULL, at BIGINT NOT NULL, actor_kind TEXT NOT NULL, actor_id TEXT NOT NULL,
                actor_sealed BLOB, role TEXT NOT NULL, event TEXT NOT NULL, action TEXT NOT NULL,
                ground TEXT NOT NULL, outcome TEXT NOT NULL, origin_sealed BLOB NOT NULL, hash BLOB NOT NULL,
                PRIMARY KEY (household_id, seq))
            """,
            """
            CREATE TABLE receipts (
                mark_hash TEXT NOT NULL PRIMARY KEY, household_id TEXT NOT NULL REFERENCES households (id),
                outcome_sealed BLOB NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX receipts_by_time ON receipts (at)",
            """
            CREATE TABLE demo_people (
                id TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, key_kind TEXT NOT NULL, key_id TEXT NOT NULL,
                label_sealed BLOB NOT NULL)
            """,
        ])
}
