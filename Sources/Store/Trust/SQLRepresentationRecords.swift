import Domain

struct SQLRepresentationRecords: RepresentationRecords {
    let work: Work

    /// Read with `representation(_:from:)`; `n` is the tie of whom it is about.
    static let columns = """
        r.id, r.plan_id, r.household_id, r.tie_id, r.kind, r.domain_id, r.since_at, r.until_day, r.born_sealed,
        r.document_sealed, r.recorded_by, r.ended_at, n.name_sealed
        """

    func insert(_ representation: Representation) throws {
        let seal = try work.seal(representation.household)
        let domain: LifeDomain.ID? = if case .domain(let id) = representation.part { id } else { nil }
        _ = try work.connection.run(
            """
            INSERT INTO representations (id, plan_id, household_id, tie_id, kind, domain_id, since_at, until_day,
                born_sealed, document_sealed, recorded_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            .id(representation.id), .id(representation.plan), .id(representation.household), .id(representation.tie),
            .text(representation.kind.rawValue), .id(orNull: domain), .instant(representation.since),
            .day(representation.until),
            .blob(
                orNull: try seal.closeOptional(representation.born?.text, .representationBorn, row: representation.id)),
            .blob(
                orNull: try seal.closeOptional(
                    representation.document, .representationDocument, row: representation.id)),
            .id(orNull: representation.recordedBy))
    }

    func update(_ representation: Representation, for seat: Seat) throws {
        let seal = try work.seal(seat.plan.household)
        try work.updateOne(
            """
            UPDATE representations SET until_day = $1, born_sealed = $2, document_sealed = $3, recorded_by = $4
            WHERE id = $5 AND plan_id = $6 AND ended_at IS NULL RETURNING id
            """,
            .day(representation.until),
            .blob(
                orNull: try seal.closeOptional(representation.born?.text, .representationBorn, row: representation.id)),
            .blob(
                orNull: try seal.closeOptional(
                    representation.document, .representationDocument, row: representation.id)),
            .id(orNull: representation.recordedBy), .id(representation.id), .id(seat.plan.id))
    }

    func end(_ representation: Representation, at now: Instant) throws {
        try work.updateOne(
            """
            UPDATE representations SET ended_at = $1, born_sealed = NULL WHERE id = $2 AND ended_at IS NULL
            RETURNING id
            """, .instant(now), .id(representation.id))
    }

    func live(at plan: Plan.ID, on today: Day) throws -> [Representation] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM representations r JOIN network_ties n ON n.id = r.tie_id
            WHERE r.plan_id = $1 AND r.ended_at IS NULL AND r.until_day >= $2 ORDER BY r.id
            """, .id(plan), .day(today)
        ).map { try representation($0, from: 0) }
    }

    func find(_ id: Representation.ID, for seat: Seat) throws -> Representation? {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM representations r JOIN network_ties n ON n.id = r.tie_id
            WHERE r.id = $1 AND r.plan_id = $2
            """, .id(id), .id(seat.plan.id)
        ).first.map { try representation($0, from: 0) }
    }

    func representation(_ row: SQLRow, from column: Int) throws -> Representation {
        let id: Representation.ID = try row.id(column)
        let household: Household.ID = try row.id(column + 2)
        let tie: NetworkTie.ID = try row.id(column + 3)
        let domain: LifeDomain.ID? = try row.optionalID(column + 5)
        let seal = try work.seal(household)
        return Representation(
            id: id, plan: try row.id(column + 1), household: household, tie: tie,
            name: try seal.open(try row.blob(column + 12), .tieName, row: tie.text), kind: try row.word(column + 4),
            part: domain.map { .domain($0) } ?? .plan, since: try row.instant(column + 6),
            until: try row.day(column + 7),
            born: try seal.openOptional(try row.optionalBlob(column + 8), .representationBorn, row: id.text)
                .flatMap { Day($0) },
            document: try seal.openOptional(
                try row.optionalBlob(column + 9), .representationDocument, row: id.text),
            recordedBy: try row.optionalID(column + 10), endedAt: try row.optionalInstant(column + 11))
    }

    // MARK: What was said to proposals

    func insert(_ answer: GivenAnswer, for seat: Seat) throws {
        let (subjectKind, subject) =
            switch answer.subject {
            case .step(let id): ("step", id.text)
            case .wording(let id): ("wording", id.text)
            }
        let (authorKind, author, name) = answer.by.columns
        let sealed = try work.seal(seat.plan.household).closeOptional(name, .answerAuthor, row: answer.id)
        _ = try work.connection.run(
            """
            INSERT INTO given_answers (id, plan_id, household_id, subject_kind, subject_id, side, answer, author_kind,
                author_id, author_sealed, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            .id(answer.id), .id(seat.plan.id), .id(seat.plan.household), .text(subjectKind), .text(subject),
            .text(answer.side.rawValue), .text(answer.answer.rawValue), .text(authorKind), .text(author),
            .blob(orNull: sealed), .instant(answer.at))
    }

    func answers(for seat: Seat) throws -> [GivenAnswer] {
        let seal = try work.seal(seat.plan.household)
        return try work.connection.run(
            """
            SELECT id, subject_kind, subject_id, side, answer, author_kind, author_id, author_sealed, at
            FROM given_answers WHERE plan_id = $1 ORDER BY at, id
            """, .id(seat.plan.id)
        ).map { row in
            let id: GivenAnswer.ID = try row.id(0)
            let subject: GivenAnswer.Subject =
                switch try row.text(1) {
                case "step": .step(try row.id(2))
                case "wording": .wording(try row.id(2))
                default: throw StoreError.corrupt("an unknown kind of answer")
                }
            return GivenAnswer(
                id: id, subject: subject, side: try row.word(3), answer: try row.word(4),
                by: try Story.Author(
                    kind: try row.text(5), id: row, 6,
                    name: try seal.openOptional(try row.optionalBlob(7), .answerAuthor, row: id.text)),
                at: try row.instant(8))
        }
    }
}
