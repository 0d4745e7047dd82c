extension Migrations {
    /// The schema after the last step, line by line (`Schema.lines`). Whoever adds a step changes this too;
    /// `SchemaTests` prints the lines that differ, and `burgerkracht check` compares a database with it.
    static let snapshot: [String] = """
        accounts (id) primary
        accounts (login_hash) unique
        accounts (team_id, role, id) index accounts_by_team
        accounts.background_sealed BLOB not-null
        accounts.id TEXT not-null
        accounts.login_hash TEXT not-null
        accounts.name_sealed BLOB not-null
        accounts.password_hash TEXT not-null
        accounts.phone_sealed BLOB not-null
        accounts.photo BLOB null
        accounts.photo_kind TEXT null
        accounts.photo_sealed BLOB null
        accounts.role TEXT not-null
        accounts.team_id -> teams.id
        accounts.team_id TEXT null
        areas (id) primary
        areas (slug) unique
        areas.id TEXT not-null
        areas.name TEXT not-null
        areas.slug TEXT not-null
        areas.sort_key TEXT not-null
        areas.team_id -> teams.id
        areas.team_id TEXT not-null
        demo_people (id) primary
        demo_people.id TEXT not-null
        demo_people.key_id TEXT not-null
        demo_people.key_kind TEXT not-null
        demo_people.label_sealed BLOB not-null
        demo_people.role TEXT not-null
        emergencies (account_id, until_at) index emergencies_by_account
        emergencies (id) primary
        emergencies (plan_id, from_at) index emergencies_by_plan
        emergencies (reviewed_at, from_at) index emergencies_by_review
        emergencies.account_id -> accounts.id
        emergencies.account_id TEXT not-null
        emergencies.ended_at BIGINT null
        emergencies.finding TEXT null
        emergencies.from_at BIGINT not-null
        emergencies.household_id -> households.id
        emergencies.household_id TEXT not-null
        emergencies.id TEXT not-null
        emergencies.plan_id -> plans.id
        emergencies.plan_id TEXT not-null
        emergencies.reason_sealed BLOB not-null
        emergencies.review_sealed BLOB null
        emergencies.reviewed_at BIGINT null
        emergencies.silence_sealed BLOB null
        emergencies.told_at BIGINT null
        emergencies.until_at BIGINT not-null
        emergencies.version BIGINT not-null
        goal_texts (goal_id, id) index goal_texts_by_goal
        goal_texts (id) primary
        goal_texts (state, made_at) index goal_texts_by_state
        goal_texts.author_id TEXT not-null
        goal_texts.author_kind TEXT not-null
        goal_texts.author_sealed BLOB null
        goal_texts.goal_id -> goals.id
        goal_texts.goal_id TEXT not-null
        goal_texts.household_id -> households.id
        goal_texts.household_id TEXT not-null
        goal_texts.id TEXT not-null
        goal_texts.made_at BIGINT not-null
        goal_texts.plan_id -> plans.id
        goal_texts.plan_id TEXT not-null
        goal_texts.state TEXT not-null
        goal_texts.state_at BIGINT not-null
        goal_texts.version BIGINT not-null
        goal_texts.words_sealed BLOB not-null
        goals (id) primary
        goals (plan_id, id) index goals_by_plan
        goals.domain_id -> life_domains.id
        goals.domain_id TEXT null
        goals.household_id -> households.id
        goals.household_id TEXT not-null
        goals.id TEXT not-null
        goals.made_at BIGINT not-null
        goals.plan_id -> plans.id
        goals.plan_id TEXT not-null
        goals.state TEXT not-null
        goals.version BIGINT not-null
        households (erased_at, id) index households_by_erasure
        households (id) primary
        households.area_id -> areas.id
        households.area_id TEXT not-null
        households.begun_at BIGINT not-null
        households.erased_at BIGINT null
        households.id TEXT not-null
        households.journal_hash BLOB not-null
        households.journal_seq BIGINT not-null
        households.key_sealed BLOB null
        journal (household_id, seq) primary
        journal.action TEXT not-null
        journal.actor_id TEXT not-null
        journal.actor_kind TEXT not-null
        journal.actor_sealed BLOB null
        journal.at BIGINT not-null
        journal.event TEXT not-null
        journal.ground TEXT not-null
        journal.hash BLOB not-null
        journal.household_id -> households.id
        journal.household_id TEXT not-null
        journal.origin_sealed BLOB not-null
        journal.outcome TEXT not-null
        journal.plan_id TEXT not-null
        journal.role TEXT not-null
        journal.seq BIGINT not-null
        life_domains (id) primary
        life_domains (plan_id, id) index life_domains_by_plan
        life_domains.household_id -> households.id
        life_domains.household_id TEXT not-null
        life_domains.id TEXT not-null
        life_domains.name_sealed BLOB not-null
        life_domains.plan_id -> plans.id
        life_domains.plan_id TEXT not-null
        life_domains.touched_at BIGINT not-null
        link_requests (done_at, asked_at, id) index link_requests_by_state
        link_requests (id) primary
        link_requests (reach_hash, asked_at) index link_requests_by_reach
        link_requests.asked_at BIGINT not-null
        link_requests.done_at BIGINT null
        link_requests.id TEXT not-null
        link_requests.reach_hash TEXT not-null
        mails (id) primary
        mails (plan_id, kind, made_at) index mails_by_plan
        mails (state, state_at, id) index mails_by_state
        mails.attempts BIGINT not-null
        mails.household_id -> households.id
        mails.household_id TEXT not-null
        mails.id TEXT not-null
        mails.kind TEXT not-null
        mails.made_at BIGINT not-null
        mails.office TEXT null
        mails.plan_id -> plans.id
        mails.plan_id TEXT not-null
        mails.state TEXT not-null
        mails.state_at BIGINT not-null
        mails.version BIGINT not-null
        measurements (id) primary
        measurements (plan_id, id) index measurements_by_plan
        measurements.at BIGINT not-null
        measurements.goal_id -> goals.id
        measurements.goal_id TEXT not-null
        measurements.household_id -> households.id
        measurements.household_id TEXT not-null
        measurements.id TEXT not-null
        measurements.plan_id -> plans.id
        measurements.plan_id TEXT not-null
        measurements.value_sealed BLOB not-null
        measurements.words_sealed BLOB null
        network_ties (id) primary
        network_ties (plan_id, id) index network_ties_by_plan
        network_ties.caution_at BIGINT null
        network_ties.caution_sealed BLOB null
        network_ties.gone_day TEXT null
        network_ties.household_id -> households.id
        network_ties.household_id TEXT not-null
        network_ties.id TEXT not-null
        network_ties.limit_at BIGINT null
        network_ties.limit_sealed BLOB null
        network_ties.name_sealed BLOB not-null
        network_ties.plan_id -> plans.id
        network_ties.plan_id TEXT not-null
        network_ties.role_sealed BLOB null
        network_ties.since_day TEXT not-null
        nights (day, task) primary
        nights.day TEXT not-null
        nights.done_at BIGINT not-null
        nights.items BIGINT not-null
        nights.task TEXT not-null
        notices (id) primary
        notices (plan_id, kind) index notices_by_plan
        notices (reader_id, done_at, id) index notices_by_reader
        notices.done_at BIGINT null
        notices.household_id -> households.id
        notices.household_id TEXT not-null
        notices.id TEXT not-null
        notices.kind TEXT not-null
        notices.made_at BIGINT not-null
        notices.plan_id -> plans.id
        notices.plan_id TEXT not-null
        notices.reader_id TEXT not-null
        notices.reader_kind TEXT not-null
        openings (area_id, state, until_day) index openings_by_area
        openings (id) primary
        openings.area_id -> areas.id
        openings.area_id TEXT not-null
        openings.call_name TEXT not-null
        openings.call_phone TEXT not-null
        openings.closed_at BIGINT null
        openings.closed_by -> accounts.id
        openings.closed_by TEXT null
        openings.id TEXT not-null
        openings.kind TEXT not-null
        openings.made_at BIGINT not-null
        openings.made_by -> accounts.id
        openings.made_by TEXT not-null
        openings.place TEXT not-null
        openings.state TEXT not-null
        openings.until_day TEXT not-null
        openings.version BIGINT not-null
        openings.when_words TEXT not-null
        openings.words TEXT not-null
        persons (code_hash) unique
        persons (id) primary
        persons (reach_hash) index persons_by_reach
        persons.code_hash TEXT null
        persons.code_sealed BLOB null
        persons.giving_sealed BLOB null
        persons.household_id -> households.id
        persons.household_id TEXT not-null
        persons.id TEXT not-null
        persons.language_sealed BLOB null
        persons.mail_off_at BIGINT null
        persons.name_sealed BLOB null
        persons.reach_hash TEXT null
        persons.reach_sealed BLOB null
        plans (contact_id, state) index plans_by_contact
        plans (erase_day, id) index plans_by_erase_day
        plans (household_id) unique partial plans_one_active
        plans (id) primary
        plans (owner_id, id) index plans_by_owner
        plans.begun_at BIGINT not-null
        plans.contact_id -> accounts.id
        plans.contact_id TEXT null
        plans.emergency_told_at BIGINT null
        plans.erase_day TEXT null
        plans.former_state TEXT null
        plans.household_id -> households.id
        plans.household_id TEXT not-null
        plans.id TEXT not-null
        plans.owner_id -> persons.id
        plans.owner_id TEXT not-null
        plans.rhythm_sealed BLOB null
        plans.state TEXT not-null
        plans.version BIGINT not-null
        questions (id) primary
        questions (plan_id, asked_at, id) index questions_by_plan
        questions (team_id, state, asked_at, id) index questions_by_team
        questions.accepted_by -> accounts.id
        questions.accepted_by TEXT null
        questions.area_id -> areas.id
        questions.area_id TEXT not-null
        questions.asked_at BIGINT not-null
        questions.household_id -> households.id
        questions.household_id TEXT not-null
        questions.id TEXT not-null
        questions.plan_id -> plans.id
        questions.plan_id TEXT not-null
        questions.state TEXT not-null
        questions.state_at BIGINT not-null
        questions.team_id -> teams.id
        questions.team_id TEXT not-null
        questions.version BIGINT not-null
        receipts (at) index receipts_by_time
        receipts (mark_hash) primary
        receipts.at BIGINT not-null
        receipts.household_id -> households.id
        receipts.household_id TEXT not-null
        receipts.mark_hash TEXT not-null
        receipts.outcome_sealed BLOB not-null
        return_links (plan_id, used_at) index return_links_by_plan
        return_links (secret_hash) primary
        return_links (until_at) index return_links_by_end
        return_links.household_id -> households.id
        return_links.household_id TEXT not-null
        return_links.plan_id -> plans.id
        return_links.plan_id TEXT not-null
        return_links.secret_hash TEXT not-null
        return_links.until_at BIGINT not-null
        return_links.used_at BIGINT null
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

    /// The columns of one table, in alphabetical order.
    static func columns(of table: String) -> [String] {
        snapshot.compactMap { line in
            let place = line.prefix { $0 != " " }
            guard place.hasPrefix(table + "."), !line.contains(" -> ") else { return nil }
            return String(place.dropFirst(table.count + 1))
        }
    }
}
