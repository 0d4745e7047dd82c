import Domain

struct SQLPlanRecords: PlanRecords {
    let work: Work

    /// Read with `plan(_:)`.
    static let columns = """
        p.id, p.household_id, p.owner_id, p.contact_id, p.state, p.begun_at, p.version, p.former_state, p.erase_day,
        p.emergency_told_at, p.represented_at, p.conference_id, p.safety_told_at, p.spoken_id,
        p.sharing_asked_at
        """
    static let columnCount = 15

    private static let findSQL = """
        SELECT \(columns), h.area_id, h.key_sealed, h.journal_seq, h.journal_hash
        FROM plans p JOIN households h ON h.id = p.household_id WHERE p.id = $1
        """

    static func plan(_ row: SQLRow) throws -> Plan {
        Plan(
            id: try row.id(0), household: try row.id(1), owner: try row.id(2), contact: try row.optionalID(3),
            state: try row.word(4), begunAt: try row.instant(5), version: try row.integer(6),
            former: try row.optionalText(7).flatMap(Plan.State.init),
            eraseDay: try row.optionalText(8).flatMap(Day.init), toldOfEmergencyAt: try row.optionalInstant(9),
            representedAt: try row.optionalInstant(10), conference: try row.optionalID(11),
            toldOfSafetyAt: try row.optionalInstant(12), spoken: try row.optionalID(13),
            sharingAskedAt: try row.optionalInstant(14))
    }

    func begin(_ plan: Plan, household: Household, owner: Person, code: ReturnCode) throws {
        try work.begin(household)
        let seal = try work.seal(household.id)
        _ = try work.connection.run(
            """
            INSERT INTO persons (id, household_id, name_sealed, reach_sealed, code_hash, code_sealed, reach_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .id(owner.id), .id(household.id),
            .blob(orNull: try seal.closeOptional(owner.name, .personName, row: owner.id)),
            .blob(orNull: try seal.closeOptional(owner.reach, .personReach, row: owner.id)),
            .text(work.keys.lookupHash(code.digits, of: "code")),
            .blob(try seal.close(code.digits, .personCode, row: owner.id)),
            .text(orNull: owner.reach.flatMap(work.keys.reachHash)))
        _ = try work.connection.run(
            """
            INSERT INTO plans (id, household_id, owner_id, contact_id, state, begun_at, version, spoken_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            .id(plan.id), .id(plan.household), .id(plan.owner), .id(orNull: plan.contact),
            .text(plan.state.rawValue), .instant(plan.begunAt), .integer(plan.version), .id(orNull: plan.spoken))
    }

    func find(_ id: Plan.ID) throws -> PlanHeader? {
        try work.connection.run(Self.findSQL, .id(id)).first.map { row in
            let plan = try Self.plan(row)
            try work.remember(plan.household, row: row, from: Self.columnCount + 1)
            return PlanHeader(plan: plan, area: try row.id(Self.columnCount))
        }
    }

    func header(of id: Plan.ID) throws -> Plan {
        guard let header = try find(id) else { throw StoreError.corrupt("a plan is missing") }
        return header.plan
    }

    func plan(of owner: Person.ID) throws -> Plan.ID? {
        try work.connection.run(
            "SELECT id FROM plans WHERE owner_id = $1 ORDER BY id DESC LIMIT 1", .id(owner)
        ).first.map { try $0.id(0) }
    }

    func owner(code: ReturnCode) throws -> Person.ID? {
        try work.connection.run(
            "SELECT id FROM persons WHERE code_hash = $1",
            .text(work.keys.lookupHash(code.digits, of: "code"))
        ).first.map { try $0.id(0) }
    }

    func update(_ plan: Plan) throws {
        try work.updateOne(
            """
            UPDATE plans SET state = $1, contact_id = $2, former_state = $3, erase_day = $4, emergency_told_at = $5,
                represented_at = $6, conference_id = $7, safety_told_at = $8, spoken_id = $9, version = version + 1
            WHERE id = $10 AND version = $11 RETURNING id
            """,
            .text(plan.state.rawValue), .id(orNull: plan.contact), .text(orNull: plan.former?.rawValue),
            .text(orNull: plan.eraseDay?.text), .integer(orNull: plan.toldOfEmergencyAt?.milliseconds),
            .integer(orNull: plan.representedAt?.milliseconds), .id(orNull: plan.conference),
            .integer(orNull: plan.toldOfSafetyAt?.milliseconds), .id(orNull: plan.spoken), .id(plan.id),
            .integer(plan.version))
    }

    func rhythm(for seat: Seat) throws -> String? {
        let rows = try work.connection.run("SELECT rhythm_sealed FROM plans WHERE id = $1", .id(seat.plan.id))
        return try work.seal(seat.plan.household).openOptional(
            try rows.first?.optionalBlob(0), .planRhythm, row: seat.plan.id.text)
    }

    func setRhythm(_ rhythm: String?, for seat: Seat) throws {
        let sealed = try work.seal(seat.plan.household).closeOptional(rhythm, .planRhythm, row: seat.plan.id)
        try work.updateOne(
            "UPDATE plans SET rhythm_sealed = $1 WHERE id = $2 RETURNING id", .blob(orNull: sealed), .id(seat.plan.id))
    }

    func owner(for seat: Seat) throws -> Person {
        let rows = try work.connection.run(
            "SELECT name_sealed, reach_sealed, giving_sealed FROM persons WHERE id = $1", .id(seat.plan.owner))
        guard let row = rows.first else { throw StoreError.corrupt("an owner is missing") }
        let seal = try work.seal(seat.plan.household)
        let place = seat.plan.owner.text
        // How to reach her is for herself, her contact person, and who reads in an emergency; her guests have their own ways.
        let reach =
            seat.isOwner || seat.isContact || seat.emergency != nil
            ? try seal.openOptional(try row.optionalBlob(1), .personReach, row: place) : nil
        return Person(
            id: seat.plan.owner, household: seat.plan.household,
            name: try seal.openOptional(try row.optionalBlob(0), .personName, row: place), reach: reach,
            giving: seat.sees == .everything
                ? try seal.openOptional(try row.optionalBlob(2), .personGiving, row: place) : nil)
    }

    func updateOwner(_ person: Person, for seat: Seat) throws {
        let seal = try work.seal(seat.plan.household)
        try work.updateOne(
            """
            UPDATE persons SET name_sealed = $1, reach_sealed = $2, reach_hash = $3, giving_sealed = $4
            WHERE id = $5 RETURNING id
            """,
            .blob(orNull: try seal.closeOptional(person.name, .personName, row: person.id)),
            .blob(orNull: try seal.closeOptional(person.reach, .personReach, row: person.id)),
            .text(orNull: person.reach.flatMap(work.keys.reachHash)),
            .blob(orNull: try seal.closeOptional(person.giving, .personGiving, row: person.id)), .id(seat.plan.owner))
    }

    func code(for seat: Seat) throws -> ReturnCode? {
        guard seat.isOwner else { return nil }
        let rows = try work.connection.run(
            "SELECT code_sealed FROM persons WHERE id = $1", .id(seat.plan.owner))
        guard let sealed = try rows.first?.optionalBlob(0) else { return nil }
        let digits = try work.seal(seat.plan.household).open(sealed, .personCode, row: seat.plan.owner.text)
        return try ReturnCode(typed: digits)
    }
}
