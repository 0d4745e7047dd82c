extension Migrations {
    /// The part of the snapshot that is about conferences.
    static let conferenceSchema: [String] = """
        conference_confirmations (conference_id, id) index conference_confirmations_by_conference
        conference_confirmations (id) primary
        conference_confirmations.at BIGINT not-null
        conference_confirmations.conference_id -> conferences.id
        conference_confirmations.conference_id TEXT not-null
        conference_confirmations.household_id -> households.id
        conference_confirmations.household_id TEXT not-null
        conference_confirmations.id TEXT not-null
        conference_confirmations.plan_id -> plans.id
        conference_confirmations.plan_id TEXT not-null
        conference_confirmations.text_id -> conference_texts.id
        conference_confirmations.text_id TEXT not-null
        conference_confirmations.tie_id -> network_ties.id
        conference_confirmations.tie_id TEXT null
        conference_steps (conference_id, id) index conference_steps_by_conference
        conference_steps (id) primary
        conference_steps.conference_id -> conferences.id
        conference_steps.conference_id TEXT not-null
        conference_steps.household_id -> households.id
        conference_steps.household_id TEXT not-null
        conference_steps.id TEXT not-null
        conference_steps.made_at BIGINT not-null
        conference_steps.plan_id -> plans.id
        conference_steps.plan_id TEXT not-null
        conference_steps.removed_at BIGINT null
        conference_steps.tie_id -> network_ties.id
        conference_steps.tie_id TEXT null
        conference_steps.when_sealed BLOB null
        conference_steps.words_sealed BLOB not-null
        conference_texts (conference_id, id) index conference_texts_by_conference
        conference_texts (id) primary
        conference_texts.author_id TEXT not-null
        conference_texts.author_kind TEXT not-null
        conference_texts.author_sealed BLOB null
        conference_texts.conference_id -> conferences.id
        conference_texts.conference_id TEXT not-null
        conference_texts.household_id -> households.id
        conference_texts.household_id TEXT not-null
        conference_texts.id TEXT not-null
        conference_texts.kind TEXT not-null
        conference_texts.plan_id -> plans.id
        conference_texts.plan_id TEXT not-null
        conference_texts.words_sealed BLOB not-null
        conference_texts.written_at BIGINT not-null
        conferences (id) primary
        conferences (plan_id, id) index conferences_by_plan
        conferences.coordinator_id -> network_ties.id
        conferences.coordinator_id TEXT null
        conferences.household_id -> households.id
        conferences.household_id TEXT not-null
        conferences.id TEXT not-null
        conferences.look_back_id -> steps.id
        conferences.look_back_id TEXT null
        conferences.made_at BIGINT not-null
        conferences.place_sealed BLOB null
        conferences.plan_id -> plans.id
        conferences.plan_id TEXT not-null
        conferences.presented_id TEXT null
        conferences.proposed_by -> accounts.id
        conferences.proposed_by TEXT null
        conferences.state TEXT not-null
        conferences.state_at BIGINT not-null
        conferences.version BIGINT not-null
        conferences.when_sealed BLOB null
        """.split(separator: "\n").map(String.init)
}
