extension Migrations {
    /// The schema after the last step, line by line (`Schema.lines`). Whoever adds a step changes this too;
    /// `SchemaTests` prints the lines that differ, and `burgerkracht check` compares a database with it.
    static let snapshot: [String] = (mainSchema + conferenceSchema).sorted()

    private static let mainSchema: [String] = firstTables + lastTables

    private static let firstTables: [String] = """
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
        given_answers (id) primary
        given_answers (plan_id, id) index given_answers_by_plan
        given_answers.answer TEXT not-null
        given_answers.at BIGINT not-null
        given_answers.author_id TEXT not-null
        given_answers.author_kind TEXT not-null
        given_answers.author_sealed BLOB null
        given_answers.household_id -> households.id
        given_answers.household_id TEXT not-null
        given_answers.id TEXT not-null
        given_answers.plan_id -> plans.id
        given_answers.plan_id TEXT not-null
        given_answers.side TEXT not-null
        given_answers.subject_id TEXT not-null
        given_answers.subject_kind TEXT not-null
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
        plans.conference_id TEXT null
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
        plans.represented_at BIGINT null
        plans.rhythm_sealed BLOB null
        plans.safety_told_at BIGINT null
        plans.sharing_asked_at BIGINT null
        plans.spoken_id TEXT null
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
        representations (id) primary
        representations (plan_id, until_day) index representations_by_plan
        representations.born_sealed BLOB null
        representations.document_sealed BLOB null
        representations.domain_id -> life_domains.id
        representations.domain_id TEXT null
        representations.ended_at BIGINT null
        representations.household_id -> households.id
        representations.household_id TEXT not-null
        representations.id TEXT not-null
        representations.kind TEXT not-null
        representations.plan_id -> plans.id
        representations.plan_id TEXT not-null
        representations.recorded_by -> accounts.id
        representations.recorded_by TEXT null
        representations.since_at BIGINT not-null
        representations.tie_id -> network_ties.id
        representations.tie_id TEXT not-null
        representations.until_day TEXT not-null
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
        sharing_requests (asked_at) index partial sharing_requests_waiting
        sharing_requests (id) primary
        sharing_requests (plan_id, id) index sharing_requests_by_plan
        sharing_requests.account_id -> accounts.id
        sharing_requests.account_id TEXT not-null
        sharing_requests.asked_at BIGINT not-null
        sharing_requests.asked_by -> accounts.id
        sharing_requests.asked_by TEXT not-null
        sharing_requests.household_id -> households.id
        sharing_requests.household_id TEXT not-null
        sharing_requests.id TEXT not-null
        sharing_requests.part_id TEXT null
        sharing_requests.part_kind TEXT not-null
        sharing_requests.plan_id -> plans.id
        sharing_requests.plan_id TEXT not-null
        sharing_requests.reason_sealed BLOB not-null
        sharing_requests.state TEXT not-null
        sharing_requests.state_at BIGINT not-null
        sharing_requests.until_day TEXT not-null
        sharing_requests.version BIGINT not-null
        spoken_messages (id) primary
        spoken_messages (plan_id) unique
        spoken_messages.household_id -> households.id
        spoken_messages.household_id TEXT not-null
        spoken_messages.id TEXT not-null
        spoken_messages.kind TEXT not-null
        spoken_messages.made_at BIGINT not-null
        spoken_messages.plan_id -> plans.id
        spoken_messages.plan_id TEXT not-null
        spoken_messages.seconds BIGINT null
        spoken_messages.sound_sealed BLOB not-null
        spoken_messages.typed_story_id -> stories.id
        spoken_messages.typed_story_id TEXT null
        spoken_messages.version BIGINT not-null
        steps.look_back_kind TEXT null
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
