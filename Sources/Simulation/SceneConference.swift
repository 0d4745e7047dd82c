import Domain

// MARK: - The family's conference

extension Scene {
    func conferenceCalled(by account: Account? = nil, at: Instant) throws {
        try callConference(at: plan, on: occasion(account, at), records: records)
    }

    func conferenceMoved(_ move: ConferenceMove, at: Instant) throws {
        try moveConference(by: move, at: plan, on: occasion(nil, at), records: records)
    }

    func conferenceArranged(_ when: String, _ place: String, at: Instant) throws {
        try arrangeConference(
            when: try Words(when, room: .line), place: try Words(place, room: .line), at: plan, on: occasion(nil, at),
            records: records)
    }

    /// Who prepares it opens her link the same evening.
    func coordinated(by name: String, at: Instant) throws -> Guest {
        let link = try nameCoordinator(
            try Words(name, room: .line), role: try Words("de conferentie voorbereiden", room: .line), at: plan,
            on: occasion(nil, at), records: records)
        return try opened(link, at: at.adding(hours: 2))
    }

    /// Somebody of her own people comes to the conference, and opens the link a quarter later.
    func comesToConference(_ name: String, _ role: String, at: Instant) throws -> Guest {
        let invited = try inviteToConference(
            try Self.ownPerson(name, role), at: plan, on: occasion(nil, at), records: records)
        guard let link = invited.secret else { throw InviteRefusal.unknownAgreement }
        return try opened(link, at: at.adding(minutes: 15))
    }

    func comesToConference(_ account: Account, at: Instant) throws {
        _ = try inviteToConference(.account(account.id), at: plan, on: occasion(nil, at), records: records)
    }

    func wroteAtConference(
        _ words: String, as kind: ConferenceText.Kind, by account: Account? = nil, at: Instant
    ) throws {
        try writeAtConference(
            try Words(words, room: .story), as: kind, at: plan, on: occasion(account, at), records: records)
    }

    func wroteFamilyPlan(_ words: String, at: Instant) throws {
        try writeFamilyPlan(
            try Words(words, room: .story), basedOn: nil, at: plan, on: occasion(nil, at), records: records)
    }

    func plannedFamilyStep(_ words: String, when: String, by carrier: Step.Carrier, at: Instant) throws {
        try planFamilyStep(
            try Words(words, room: .sentence), when: try Words(when, room: .line), by: carrier, at: plan,
            on: occasion(nil, at), records: records)
    }

    /// The owner stands behind the plan that lies there, and so does a guest.
    func confirmedFamilyPlan(with guest: Guest, at: Instant) throws {
        let view = try readConference(at: plan, on: occasion(nil, at), records: records)
        guard let text = view.conference?.presented else { throw ConferenceRefusal.noPlan }
        try confirmConference(text, at: plan, on: occasion(nil, at.adding(minutes: 2)), records: records)
        try acting(guest, at: at.adding(minutes: 9)) {
            try confirmConference(text, at: plan, on: $0, records: records)
        }
    }

    func wroteAtConference(_ words: String, as kind: ConferenceText.Kind, by guest: Guest, at: Instant) throws {
        try acting(guest, at: at) {
            try writeAtConference(try Words(words, room: .story), as: kind, at: plan, on: $0, records: records)
        }
    }

    /// A guest does something on her own phone, which forgets her afterwards.
    private func acting(_ guest: Guest, at: Instant, _ deed: (Occasion) throws -> Void) throws {
        let token = Session.Token(chance: stage.chance)
        let ring = KeyRing(agreement: guest.agreement, expiresAt: at.adding(hours: 1))
        try records.sessions.open(ring, token: token, replacing: nil, at: at)
        let actor = try records.sessions.actor(token, at: at)
        try deed(stage.occasion(actor, at, from: .elsewhere))
        if let session = actor.session { try records.sessions.close(session) }
    }
}
