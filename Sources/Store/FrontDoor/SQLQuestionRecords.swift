import Domain

struct SQLQuestionRecords: QuestionRecords {
    let work: Work

    private static let columns = """
        q.id, q.plan_id, q.household_id, q.area_id, q.team_id, q.asked_at, q.state, q.state_at, q.accepted_by,
        q.version
        """

    func insert(_ question: Question) throws {
        let state = question.state.columns
        _ = try work.connection.run(
            """
            INSERT INTO questions (id, plan_id, household_id, area_id, team_id, asked_at, state, state_at,
                accepted_by, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .id(question.id), .id(question.plan), .id(question.household), .id(question.area),
            .id(question.team), .instant(question.askedAt), .text(state.name),
            .instant(state.at ?? question.askedAt), .id(orNull: state.by), .integer(question.version))
    }

    func find(_ id: Question.ID) throws -> Question? {
        try work.connection.run("SELECT \(Self.columns) FROM questions q WHERE q.id = $1", .id(id))
            .first.map(question)
    }

    func latest(of plan: Plan.ID) throws -> Question? {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM questions q WHERE q.plan_id = $1
            ORDER BY q.asked_at DESC, q.id DESC LIMIT 1
            """, .id(plan)
        ).first.map(question)
    }

    func waiting(
        for team: Team.ID, withWords: Bool, after: Question?, limit: Int
    ) throws -> [WaitingQuestion] {
        try work.connection.run(
            """
            SELECT \(Self.columns), r.name, p.spoken_id FROM questions q JOIN areas r ON r.id = q.area_id
            JOIN plans p ON p.id = q.plan_id AND p.state = 'open'
            WHERE q.team_id = $1 AND q.state = 'waiting' AND (q.asked_at > $2 OR (q.asked_at = $2 AND q.id > $3))
            ORDER BY q.asked_at, q.id LIMIT $4
            """,
            .id(team), .integer(after?.askedAt.milliseconds ?? .min), .text(after?.id.text ?? ""),
            .integer(Int64(limit))
        ).map { row in
            let question = try question(row)
            return WaitingQuestion(
                question: question, areaName: try row.text(10),
                words: withWords ? try firstWords(of: question) : nil,
                isSpoken: withWords ? try row.optionalText(11) != nil : false)
        }
    }

    func countWaiting(for team: Team.ID) throws -> Int {
        let rows = try work.connection.run(
            """
            SELECT CAST(count(*) AS BIGINT) FROM questions q JOIN plans p ON p.id = q.plan_id AND p.state = 'open'
            WHERE q.team_id = $1 AND q.state = 'waiting'
            """, .id(team))
        return Int(try rows[0].integer(0))
    }

    func update(_ question: Question) throws {
        let state = question.state.columns
        try work.updateOne(
            """
            UPDATE questions SET state = $1, state_at = $2, accepted_by = $3, version = version + 1
            WHERE id = $4 AND version = $5 RETURNING id
            """,
            .text(state.name), .instant(state.at ?? question.askedAt), .id(orNull: state.by), .id(question.id),
            .integer(question.version))
    }

    /// The last thing she wrote herself: the sentence that goes with the question.
    private func firstWords(of question: Question) throws -> String? {
        let rows = try work.connection.run(
            """
            SELECT id, words_sealed FROM stories
            WHERE plan_id = $1 AND kind = 'own' AND written_at <= $2 ORDER BY id DESC LIMIT 1
            """, .id(question.plan), .instant(question.askedAt))
        return try rows.first.map {
            try work.seal(question.household).open(try $0.blob(1), .storyWords, row: try $0.text(0))
        }
    }

    private func question(_ row: SQLRow) throws -> Question {
        let at = try row.instant(7)
        let state: Question.State =
            switch try row.text(6) {
            case "waiting": .waiting
            case "accepted": .accepted(by: try row.id(8), at: at)
            case "withdrawn": .withdrawn(at: at)
            default: throw StoreError.corrupt("an unknown state of a question")
            }
        return Question(
            id: try row.id(0), plan: try row.id(1), household: try row.id(2), area: try row.id(3),
            team: try row.id(4), askedAt: try row.instant(5), state: state, version: try row.integer(9))
    }
}

extension Question.State {
    fileprivate var columns: (name: String, at: Instant?, by: Account.ID?) {
        switch self {
        case .waiting: ("waiting", nil, nil)
        case .accepted(let by, let at): ("accepted", at, by)
        case .withdrawn(let at): ("withdrawn", at, nil)
        }
    }
}
