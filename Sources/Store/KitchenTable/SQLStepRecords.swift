import Domain

struct SQLStepRecords: StepRecords {
    let work: Work

    private static let columns = """
        id, domain_id, words_sealed, when_sealed, carrier_kind, carrier_id, state, state_at, proposed_by, made_at,
        version, look_back_day, call_name_sealed, call_phone_sealed, look_back_kind
        """

    /// More than this many steps of a kind are not on one page.
    private static let mostPerPage: Int64 = 100
    /// How many of what is done stay in sight.
    private static let mostDone: Int64 = 5

    private static let openSQL = """
        SELECT \(columns) FROM steps WHERE plan_id = $1 AND state IN ('agreed', 'proposed', 'talking', 'failed')
        ORDER BY id LIMIT $2
        """
    private static let pastSQL = """
        SELECT \(columns) FROM steps WHERE plan_id = $1 AND state IN ('done', 'declined', 'dropped', 'lookedBack')
        ORDER BY state_at DESC, id DESC LIMIT $2
        """

    func insert(_ step: Step) throws {
        let seal = try work.seal(step.household)
        let state = step.state.columns
        let (carrierKind, carrier): (String, String?) =
            switch step.carrier {
            case .owner: ("owner", nil)
            case .tie(let id): ("tie", id.text)
            case .account(let id): ("account", id.text)
            }
        _ = try work.connection.run(
            """
            INSERT INTO steps (id, plan_id, household_id, domain_id, words_sealed, when_sealed, carrier_kind,
                carrier_id, state, state_at, proposed_by, made_at, version, look_back_day, call_name_sealed,
                call_phone_sealed, look_back_kind)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            .id(step.id), .id(step.plan), .id(step.household), .id(orNull: step.domain),
            .blob(try seal.close(step.words, .stepWords, row: step.id)),
            .blob(orNull: try seal.closeOptional(step.when, .stepWhen, row: step.id)), .text(carrierKind),
            .text(orNull: carrier), .text(state.name), .instant(state.at ?? step.madeAt),
            .id(orNull: state.by), .instant(step.madeAt), .integer(step.version),
            .text(orNull: step.kind.lookBack?.text),
            .blob(orNull: try seal.closeOptional(step.call?.name, .stepCallName, row: step.id)),
            .blob(orNull: try seal.closeOptional(step.call?.phone, .stepCallPhone, row: step.id)),
            .text(orNull: step.kind.word))
    }

    func find(_ id: Step.ID, for seat: Seat) throws -> Step? {
        try work.connection.run(
            "SELECT \(Self.columns) FROM steps WHERE id = $1 AND plan_id = $2", .id(id), .id(seat.plan.id)
        ).first.flatMap { try step($0, for: seat) }
    }

    func all(for seat: Seat) throws -> [Step] {
        let open = try work.connection.run(Self.openSQL, .id(seat.plan.id), .integer(Self.mostPerPage))
        let past = try work.connection.run(Self.pastSQL, .id(seat.plan.id), .integer(Self.mostDone))
        return try (open + past).compactMap { try step($0, for: seat) }
    }

    func update(_ step: Step, for seat: Seat) throws {
        let state = step.state.columns
        try work.updateOne(
            """
            UPDATE steps SET state = $1, state_at = $2, version = version + 1
            WHERE id = $3 AND plan_id = $4 AND version = $5 RETURNING id
            """,
            .text(state.name), .instant(state.at ?? step.madeAt), .id(step.id), .id(seat.plan.id),
            .integer(step.version))
    }

    /// - Returns: `nil` when this seat does not see the step; nothing of it is opened then.
    private func step(_ row: SQLRow, for seat: Seat) throws -> Step? {
        let id: Step.ID = try row.id(0)
        let domain: LifeDomain.ID? = try row.optionalID(1)
        guard seat.sees(domain: domain, step: id) else { return nil }
        let seal = try work.seal(seat.plan.household)
        let carrier: Step.Carrier =
            switch try row.text(4) {
            case "owner": .owner
            case "tie": .tie(try row.id(5))
            default: .account(try row.id(5))
            }
        let name = try seal.openOptional(try row.optionalBlob(12), .stepCallName, row: id.text)
        let phone = try seal.openOptional(try row.optionalBlob(13), .stepCallPhone, row: id.text)
        return Step(
            id: id, plan: seat.plan.id, household: seat.plan.household, domain: domain,
            words: try seal.open(try row.blob(2), .stepWords, row: id.text),
            when: try seal.openOptional(try row.optionalBlob(3), .stepWhen, row: id.text), carrier: carrier,
            state: try state(row), madeAt: try row.instant(9), version: try row.integer(10),
            kind: try kind(row), call: name.flatMap { name in phone.map { WhomToCall(name: name, phone: $0) } })
    }

    private func kind(_ row: SQLRow) throws -> Step.Kind {
        guard try row.optionalText(11) != nil else { return .doing }
        return try row.optionalText(14) == Step.Kind.evaluation
            ? .evaluating(on: try row.day(11)) : .holdingBack(lookBack: try row.day(11))
    }

    private func state(_ row: SQLRow) throws -> Step.State {
        let at = try row.instant(7)
        return switch try row.text(6) {
        case "proposed": .proposed(by: try row.id(8))
        case "talking": .talking(by: try row.id(8))
        case "withdrawn": .withdrawn(by: try row.id(8), at: at)
        case "agreed": .agreed
        case "done": .done(at: at)
        case "failed": .failed(at: at)
        case "declined": .declined(at: at)
        case "dropped": .dropped(at: at)
        case "lookedBack": .lookedBack(at: at)
        default: throw StoreError.corrupt("an unknown state of a step")
        }
    }
}

extension Step.State {
    fileprivate var columns: (name: String, at: Instant?, by: Account.ID?) {
        switch self {
        case .proposed(let by): ("proposed", nil, by)
        case .talking(let by): ("talking", nil, by)
        case .withdrawn(let by, let at): ("withdrawn", at, by)
        case .agreed: ("agreed", nil, nil)
        case .done(let at): ("done", at, nil)
        case .failed(let at): ("failed", at, nil)
        case .declined(let at): ("declined", at, nil)
        case .dropped(let at): ("dropped", at, nil)
        case .lookedBack(let at): ("lookedBack", at, nil)
        }
    }
}

extension Step.Kind {
    fileprivate static let evaluation = "evaluation"

    /// What a day to look back is for, when it is not the end of holding back.
    fileprivate var word: String? { if case .evaluating = self { Self.evaluation } else { nil } }
}
