import Domain

struct SQLGoalRecords: GoalRecords {
    let work: Work

    func insert(_ goal: Goal) throws {
        _ = try work.connection.run(
            """
            INSERT INTO goals (id, plan_id, household_id, domain_id, state, made_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .id(goal.id), .id(goal.plan), .id(goal.household), .id(orNull: goal.domain), .text(goal.state.rawValue),
            .instant(goal.madeAt), .integer(goal.version))
        for text in goal.texts { try insert(text, plan: goal.plan, household: goal.household) }
    }

    func insert(_ text: GoalText, for seat: Seat) throws {
        try insert(text, plan: seat.plan.id, household: seat.plan.household)
    }

    private func insert(_ text: GoalText, plan: Plan.ID, household: Household.ID) throws {
        let seal = try work.seal(household)
        let (state, at) = text.state.columns
        let (kind, author, name) = text.author.columns
        _ = try work.connection.run(
            """
            INSERT INTO goal_texts (id, goal_id, plan_id, household_id, words_sealed, author_kind, author_id,
                author_sealed, state, state_at, made_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            .id(text.id), .id(text.goal), .id(plan), .id(household),
            .blob(try seal.close(text.words, .goalWords, row: text.id)), .text(kind), .text(author),
            .blob(orNull: try seal.closeOptional(name, .goalAuthor, row: text.id)), .text(state),
            .instant(at ?? text.madeAt), .instant(text.madeAt), .integer(text.version))
    }

    func all(for seat: Seat) throws -> [Goal] {
        let rows = try work.connection.run(
            """
            SELECT g.id, g.domain_id, g.state, g.made_at, g.version, x.id, x.words_sealed, x.author_kind,
                x.author_id, x.author_sealed, x.state, x.state_at, x.made_at, x.version
            FROM goals g JOIN goal_texts x ON x.goal_id = g.id WHERE g.plan_id = $1 ORDER BY g.id, x.id
            """, .id(seat.plan.id))
        var goals: [(id: Goal.ID, row: SQLRow, texts: [GoalText])] = []
        for row in rows where seat.sees(domain: try row.optionalID(1)) {
            let id: Goal.ID = try row.id(0)
            if goals.last?.id != id { goals.append((id, row, [])) }
            goals[goals.count - 1].texts.append(try text(row, of: id, for: seat))
        }
        return try goals.map { id, row, texts in
            Goal(
                id: id, plan: seat.plan.id, household: seat.plan.household, domain: try row.optionalID(1),
                state: try row.word(2), madeAt: try row.instant(3), version: try row.integer(4), texts: texts)
        }
    }

    private func text(_ row: SQLRow, of goal: Goal.ID, for seat: Seat) throws -> GoalText {
        let id: GoalText.ID = try row.id(5)
        let seal = try work.seal(seat.plan.household)
        let at = try row.instant(11)
        let state: ProposalState =
            switch try row.text(10) {
            case "proposed": .proposed
            case "talking": .talking
            case "accepted": .accepted(at: at)
            case "declined": .declined(at: at)
            case "withdrawn": .withdrawn(at: at)
            default: throw StoreError.corrupt("an unknown state of a proposal")
            }
        return GoalText(
            id: id, goal: goal, words: try seal.open(try row.blob(6), .goalWords, row: id.text),
            author: try Story.Author(
                kind: try row.text(7), id: row, 8,
                name: try seal.openOptional(try row.optionalBlob(9), .goalAuthor, row: id.text)),
            state: state, madeAt: try row.instant(12), version: try row.integer(13))
    }

    func update(_ goal: Goal, for seat: Seat) throws {
        try work.updateOne(
            """
            UPDATE goals SET state = $1, version = version + 1 WHERE id = $2 AND plan_id = $3 AND version = $4
            RETURNING id
            """, .text(goal.state.rawValue), .id(goal.id), .id(seat.plan.id), .integer(goal.version))
    }

    func update(_ text: GoalText, for seat: Seat) throws {
        let (state, at) = text.state.columns
        try work.updateOne(
            """
            UPDATE goal_texts SET state = $1, state_at = $2, version = version + 1
            WHERE id = $3 AND plan_id = $4 AND version = $5 RETURNING id
            """,
            .text(state), .instant(at ?? text.madeAt), .id(text.id), .id(seat.plan.id), .integer(text.version))
    }

    func insert(_ measurement: Measurement, for seat: Seat) throws {
        let seal = try work.seal(seat.plan.household)
        _ = try work.connection.run(
            """
            INSERT INTO measurements (id, goal_id, plan_id, household_id, value_sealed, words_sealed, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .id(measurement.id), .id(measurement.goal), .id(seat.plan.id), .id(seat.plan.household),
            .blob(try seal.close(String(measurement.value), .measurementValue, row: measurement.id)),
            .blob(orNull: try seal.closeOptional(measurement.words, .measurementWords, row: measurement.id)),
            .instant(measurement.at))
    }

    func measurements(for seat: Seat) throws -> [Measurement] {
        let seal = try work.seal(seat.plan.household)
        return try work.connection.run(
            """
            SELECT m.id, m.goal_id, g.domain_id, m.value_sealed, m.words_sealed, m.at
            FROM measurements m JOIN goals g ON g.id = m.goal_id WHERE m.plan_id = $1 ORDER BY m.at, m.id
            """, .id(seat.plan.id)
        ).compactMap { row in
            guard seat.sees(domain: try row.optionalID(2)) else { return nil }
            let id: Measurement.ID = try row.id(0)
            guard let value = Int(try seal.open(try row.blob(3), .measurementValue, row: id.text)) else {
                throw StoreError.corrupt("a measurement is no number")
            }
            return Measurement(
                id: id, goal: try row.id(1), value: value,
                words: try seal.openOptional(try row.optionalBlob(4), .measurementWords, row: id.text),
                at: try row.instant(5))
        }
    }
}

extension ProposalState {
    fileprivate var columns: (name: String, at: Instant?) {
        switch self {
        case .proposed: ("proposed", nil)
        case .talking: ("talking", nil)
        case .accepted(let at): ("accepted", at)
        case .declined(let at): ("declined", at)
        case .withdrawn(let at): ("withdrawn", at)
        }
    }
}
