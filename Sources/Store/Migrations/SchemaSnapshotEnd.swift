extension Migrations {
    /// The tables from the letter S on, of `snapshot`.
    static let lastTables: [String] = """
        safety_entries (household_id) index safety_entries_by_household
        safety_entries (id) primary
        safety_entries (track_id, seq) unique safety_entries_by_track
        safety_entries.at BIGINT not-null
        safety_entries.author_id -> accounts.id
        safety_entries.author_id TEXT not-null
        safety_entries.author_sealed BLOB not-null
        safety_entries.detail TEXT null
        safety_entries.household_id -> households.id
        safety_entries.household_id TEXT not-null
        safety_entries.id TEXT not-null
        safety_entries.kind TEXT not-null
        safety_entries.look_back_day TEXT null
        safety_entries.seq BIGINT not-null
        safety_entries.stage TEXT not-null
        safety_entries.track_id -> safety_tracks.id
        safety_entries.track_id TEXT not-null
        safety_entries.words_sealed BLOB null
        safety_readers (account_id, ended_at) index safety_readers_by_account
        safety_readers (household_id) index safety_readers_by_household
        safety_readers (track_id, account_id) primary
        safety_readers.account_id -> accounts.id
        safety_readers.account_id TEXT not-null
        safety_readers.ended_at BIGINT null
        safety_readers.household_id -> households.id
        safety_readers.household_id TEXT not-null
        safety_readers.since_at BIGINT not-null
        safety_readers.track_id -> safety_tracks.id
        safety_readers.track_id TEXT not-null
        safety_tracks (erase_day, id) index safety_tracks_by_term
        safety_tracks (household_id) index safety_tracks_by_household
        safety_tracks (id) primary
        safety_tracks (plan_hash, id) index safety_tracks_by_plan
        safety_tracks.about_sealed BLOB not-null
        safety_tracks.closed_at BIGINT null
        safety_tracks.erase_day TEXT null
        safety_tracks.household_id -> households.id
        safety_tracks.household_id TEXT not-null
        safety_tracks.id TEXT not-null
        safety_tracks.look_back_day TEXT null
        safety_tracks.opened_at BIGINT not-null
        safety_tracks.plan_fate TEXT not-null
        safety_tracks.plan_fate_at BIGINT null
        safety_tracks.plan_hash TEXT not-null
        safety_tracks.plan_sealed BLOB not-null
        safety_tracks.responsible_id -> accounts.id
        safety_tracks.responsible_id TEXT not-null
        safety_tracks.state TEXT not-null
        safety_tracks.told_at BIGINT null
        safety_tracks.version BIGINT not-null
        schema_migrations (number) primary
        schema_migrations.applied_at BIGINT not-null
        schema_migrations.name TEXT not-null
        schema_migrations.number BIGINT not-null
        session_guests (agreement_id) index session_guests_by_agreement
        session_guests (token_hash, agreement_id) primary
        session_guests.agreement_id -> sharing_agreements.id
        session_guests.agreement_id TEXT not-null
        session_guests.token_hash TEXT not-null
        sessions (expires_at) index sessions_by_end
        sessions (token_hash) primary
        sessions.account_id -> accounts.id
        sessions.account_id TEXT null
        sessions.created_at BIGINT not-null
        sessions.expires_at BIGINT not-null
        sessions.person_id -> persons.id
        sessions.person_id TEXT null
        sessions.token_hash TEXT not-null
        sharing_agreements (account_id, state, id) index sharing_by_account
        sharing_agreements (id) primary
        sharing_agreements (plan_id, id) index sharing_by_plan
        sharing_agreements (secret_hash) unique
        sharing_agreements.account_id -> accounts.id
        sharing_agreements.account_id TEXT null
        sharing_agreements.claimed_at BIGINT null
        sharing_agreements.ended_at BIGINT null
        sharing_agreements.from_at BIGINT not-null
        sharing_agreements.household_id -> households.id
        sharing_agreements.household_id TEXT not-null
        sharing_agreements.id TEXT not-null
        sharing_agreements.level TEXT not-null
        sharing_agreements.part_id TEXT null
        sharing_agreements.part_kind TEXT not-null
        sharing_agreements.plan_id -> plans.id
        sharing_agreements.plan_id TEXT not-null
        sharing_agreements.role_sealed BLOB null
        sharing_agreements.secret_hash TEXT null
        sharing_agreements.state TEXT not-null
        sharing_agreements.tie_id -> network_ties.id
        sharing_agreements.tie_id TEXT null
        sharing_agreements.until_day TEXT not-null
        sheets (id) primary
        sheets (plan_id, made_at, id) index sheets_by_plan
        sheets.code_sealed BLOB not-null
        sheets.confirmed_at BIGINT null
        sheets.household_id -> households.id
        sheets.household_id TEXT not-null
        sheets.id TEXT not-null
        sheets.items TEXT not-null
        sheets.made_at BIGINT not-null
        sheets.misses BIGINT not-null
        sheets.plan_id -> plans.id
        sheets.plan_id TEXT not-null
        sheets.version BIGINT not-null
        steps (id) primary
        steps (plan_id, id) index partial steps_open
        steps (plan_id, state, id) index steps_by_plan
        steps (plan_id, state_at, id) index partial steps_past
        steps (state, made_at) index steps_by_state
        steps.call_name_sealed BLOB null
        steps.call_phone_sealed BLOB null
        steps.carrier_id TEXT null
        steps.carrier_kind TEXT not-null
        steps.domain_id -> life_domains.id
        steps.domain_id TEXT null
        steps.household_id -> households.id
        steps.household_id TEXT not-null
        steps.id TEXT not-null
        steps.look_back_day TEXT null
        steps.made_at BIGINT not-null
        steps.plan_id -> plans.id
        steps.plan_id TEXT not-null
        steps.proposed_by -> accounts.id
        steps.proposed_by TEXT null
        steps.state TEXT not-null
        steps.state_at BIGINT not-null
        steps.version BIGINT not-null
        steps.when_sealed BLOB null
        steps.words_sealed BLOB not-null
        stories (id) primary
        stories (note_id) unique partial stories_one_confirmed
        stories (plan_id, id) index stories_by_plan
        stories.author_id TEXT not-null
        stories.author_kind TEXT not-null
        stories.author_sealed BLOB null
        stories.domain_id -> life_domains.id
        stories.domain_id TEXT null
        stories.household_id -> households.id
        stories.household_id TEXT not-null
        stories.id TEXT not-null
        stories.kind TEXT not-null
        stories.note_id -> stories.id
        stories.note_id TEXT null
        stories.plan_id -> plans.id
        stories.plan_id TEXT not-null
        stories.words_sealed BLOB not-null
        stories.written_at BIGINT not-null
        teams (id) primary
        teams.id TEXT not-null
        teams.name TEXT not-null
        teams.phone TEXT not-null
        """.split(separator: "\n").map(String.init)
}
