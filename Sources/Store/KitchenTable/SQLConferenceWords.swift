import Domain

/// What was written at a conference, and who may read it. The statements themselves ask for the owner, or for a live
/// invitation of one of her own people: a seat of an account fits neither, nor does the coordinator's.
extension SQLConferenceRecords {
    /// `$3` is the owner and `$4` the guest of this seat; one of them or both are NULL, and then nothing fits.
    private static let isFamily = """
        (EXISTS (SELECT 1 FROM plans p WHERE p.id = c.plan_id AND p.owner_id = $3)
            OR EXISTS (SELECT 1 FROM sharing_agreements g WHERE g.plan_id = c.plan_id AND g.tie_id = $4
                AND g.part_kind = 'conference' AND g.part_id = c.id AND g.state = 'given'
                AND (c.coordinator_id IS NULL OR c.coordinator_id <> g.tie_id)))
        """

    /// Anybody with an invitation: `$4` as above, `$5` the account of this seat.
    private static let isInvited = """
        EXISTS (SELECT 1 FROM sharing_agreements i WHERE i.plan_id = c.plan_id AND i.part_kind = 'conference'
            AND i.part_id = c.id AND i.state = 'given' AND (i.tie_id = $4 OR i.account_id = $5))
        """

    private static let textsSQL = """
        SELECT x.id, x.kind, x.words_sealed, x.author_kind, x.author_id, x.author_sealed, x.written_at
        FROM conference_texts x JOIN conferences c ON c.id = x.conference_id
        WHERE c.id = $1 AND c.plan_id = $2 AND (\(isFamily)
            OR (x.kind = 'information' AND \(isInvited))
            OR (CAST($5 AS TEXT) IS NOT NULL AND (x.kind = 'safety' OR x.id = c.presented_id)))
        ORDER BY x.id
        """

    private static let stepsSQL = """
        SELECT s.id, s.words_sealed, s.when_sealed, s.tie_id, s.made_at, t.name_sealed
        FROM conference_steps s JOIN conferences c ON c.id = s.conference_id
        LEFT JOIN network_ties t ON t.id = s.tie_id
        WHERE c.id = $1 AND c.plan_id = $2 AND s.removed_at IS NULL AND (\(isFamily)
            OR (CAST($5 AS TEXT) IS NOT NULL AND c.presented_id IS NOT NULL))
        ORDER BY s.id
        """

    private static let confirmationsSQL = """
        SELECT k.text_id, k.tie_id, k.at, t.name_sealed
        FROM conference_confirmations k JOIN conferences c ON c.id = k.conference_id
        LEFT JOIN network_ties t ON t.id = k.tie_id
        WHERE c.id = $1 AND c.plan_id = $2 AND (\(isFamily)
            OR (CAST($5 AS TEXT) IS NOT NULL AND c.presented_id IS NOT NULL))
        ORDER BY k.at, k.id
        """

    private func read(_ sql: String, _ conference: Conference, _ seat: Seat) throws -> [SQLRow] {
        var (owner, tie, account): (Person.ID?, NetworkTie.ID?, Account.ID?) = (nil, nil, nil)
        switch seat.holder {
        case .owner(let id): owner = id
        case .guest(let id, _): tie = id
        case .account(let reader, _): account = reader.id
        }
        return try work.connection.run(
            sql, .id(conference.id), .id(seat.plan.id), .id(orNull: owner), .id(orNull: tie), .id(orNull: account))
    }

    func texts(of conference: Conference, for seat: Seat) throws -> [ConferenceText] {
        let seal = try work.seal(seat.plan.household)
        return try read(Self.textsSQL, conference, seat).map { row in
            let id: ConferenceText.ID = try row.id(0)
            return ConferenceText(
                id: id, conference: conference.id, kind: try row.word(1),
                words: try seal.open(try row.blob(2), .conferenceWords, row: id.text),
                author: try Story.Author(
                    kind: try row.text(3), id: row, 4,
                    name: try seal.openOptional(try row.optionalBlob(5), .conferenceAuthor, row: id.text)),
                writtenAt: try row.instant(6))
        }
    }

    func steps(of conference: Conference, for seat: Seat) throws -> [ConferenceStep] {
        let seal = try work.seal(seat.plan.household)
        return try read(Self.stepsSQL, conference, seat).map { row in
            let id: ConferenceStep.ID = try row.id(0)
            let tie: NetworkTie.ID? = try row.optionalID(3)
            return ConferenceStep(
                id: id, conference: conference.id,
                words: try seal.open(try row.blob(1), .conferenceStepWords, row: id.text),
                when: try seal.openOptional(try row.optionalBlob(2), .conferenceStepWhen, row: id.text),
                carrier: tie.map { .tie($0) } ?? .owner,
                carrierName: try seal.openOptional(try row.optionalBlob(5), .tieName, row: tie?.text ?? ""),
                madeAt: try row.instant(4))
        }
    }

    func confirmations(of conference: Conference, for seat: Seat) throws -> [ConferenceConfirmation] {
        let seal = try work.seal(seat.plan.household)
        return try read(Self.confirmationsSQL, conference, seat).map { row in
            let tie: NetworkTie.ID? = try row.optionalID(1)
            return ConferenceConfirmation(
                text: try row.id(0), tie: tie,
                name: try seal.openOptional(try row.optionalBlob(3), .tieName, row: tie?.text ?? ""),
                at: try row.instant(2))
        }
    }

    func insert(_ text: ConferenceText, for seat: Seat) throws {
        let seal = try work.seal(seat.plan.household)
        let (kind, author, name) = text.author.columns
        _ = try work.connection.run(
            """
            INSERT INTO conference_texts (id, conference_id, plan_id, household_id, kind, words_sealed, author_kind,
                author_id, author_sealed, written_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .id(text.id), .id(text.conference), .id(seat.plan.id), .id(seat.plan.household), .text(text.kind.rawValue),
            .blob(try seal.close(text.words, .conferenceWords, row: text.id)), .text(kind), .text(author),
            .blob(orNull: try seal.closeOptional(name, .conferenceAuthor, row: text.id)), .instant(text.writtenAt))
    }

    func insert(_ step: ConferenceStep, for seat: Seat) throws {
        let seal = try work.seal(seat.plan.household)
        var tie: NetworkTie.ID?
        if case .tie(let id) = step.carrier { tie = id }
        _ = try work.connection.run(
            """
            INSERT INTO conference_steps (id, conference_id, plan_id, household_id, words_sealed, when_sealed, tie_id,
                made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            .id(step.id), .id(step.conference), .id(seat.plan.id), .id(seat.plan.household),
            .blob(try seal.close(step.words, .conferenceStepWords, row: step.id)),
            .blob(orNull: try seal.closeOptional(step.when, .conferenceStepWhen, row: step.id)), .id(orNull: tie),
            .instant(step.madeAt))
    }

    func remove(_ step: ConferenceStep.ID, from conference: Conference, at now: Instant, for seat: Seat) throws {
        _ = try work.connection.run(
            """
            UPDATE conference_steps SET removed_at = $1
            WHERE id = $2 AND conference_id = $3 AND plan_id = $4 AND removed_at IS NULL
            """, .instant(now), .id(step), .id(conference.id), .id(seat.plan.id))
    }

    func insert(_ confirmation: ConferenceConfirmation, of conference: Conference, for seat: Seat) throws {
        let number: ConferenceText.ID = confirmation.text
        let by = confirmation.tie?.text ?? seat.plan.owner.text
        _ = try work.connection.run(
            """
            INSERT INTO conference_confirmations (id, conference_id, plan_id, household_id, text_id, tie_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .text("\(number)/\(by)"), .id(conference.id), .id(seat.plan.id), .id(seat.plan.household),
            .id(confirmation.text), .id(orNull: confirmation.tie), .instant(confirmation.at))
    }
}
