import Domain

struct SQLEmergencyRecords: EmergencyRecords {
    let work: Work

    private static let columns = """
        e.id, e.plan_id, e.household_id, e.account_id, e.reason_sealed, e.from_at, e.until_at, e.silence_sealed,
        e.told_at, e.ended_at, e.reviewed_at, e.finding, e.review_sealed, e.version
        """

    func plan(reachedBy reach: String) throws -> Plan.ID? {
        guard let hash = work.keys.reachHash(reach) else { return nil }
        return try work.connection.run(
            """
            SELECT p.id FROM persons o JOIN plans p ON p.owner_id = o.id WHERE o.reach_hash = $1
            ORDER BY p.id DESC LIMIT 1
            """, .text(hash)
        ).first.map { try $0.id(0) }
    }

    func insert(_ access: EmergencyAccess) throws {
        let seal = try work.seal(access.household)
        _ = try work.connection.run(
            """
            INSERT INTO emergencies (id, plan_id, household_id, account_id, reason_sealed, from_at, until_at,
                silence_sealed, told_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .id(access.id), .id(access.plan), .id(access.household), .id(access.worker.id),
            .blob(try seal.close(access.reason, .emergencyReason, row: access.id)), .instant(access.from),
            .instant(access.until),
            .blob(orNull: try seal.closeOptional(access.silence, .emergencySilence, row: access.id)),
            .integer(orNull: access.toldAt?.milliseconds), .integer(access.version))
    }

    func update(_ access: EmergencyAccess) throws {
        let words = try work.seal(access.household).closeOptional(
            access.review?.words, .emergencyReview, row: access.id)
        try work.updateOne(
            """
            UPDATE emergencies SET told_at = $1, ended_at = $2, reviewed_at = $3, finding = $4, review_sealed = $5,
                version = version + 1
            WHERE id = $6 AND version = $7 RETURNING id
            """,
            .integer(orNull: access.toldAt?.milliseconds), .integer(orNull: access.endedAt?.milliseconds),
            .integer(orNull: access.review?.at.milliseconds), .text(orNull: access.review?.finding.rawValue),
            .blob(orNull: words), .id(access.id), .integer(access.version))
    }

    func find(_ id: EmergencyAccess.ID) throws -> EmergencyAccess? {
        try work.connection.run("SELECT \(Self.columns) FROM emergencies e WHERE e.id = $1", .id(id)).first.map(access)
    }

    func live(at plan: Plan.ID, by worker: Account.ID, at now: Instant) throws -> EmergencyAccess? {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM emergencies e
            WHERE e.plan_id = $1 AND e.account_id = $2 AND e.until_at > $3 AND e.ended_at IS NULL
            ORDER BY e.from_at DESC LIMIT 1
            """, .id(plan), .id(worker), .instant(now)
        ).first.map(access)
    }

    func live(by worker: Account.ID, at now: Instant) throws -> [EmergencyAccess] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM emergencies e
            WHERE e.account_id = $1 AND e.until_at > $2 AND e.ended_at IS NULL ORDER BY e.from_at
            """, .id(worker), .instant(now)
        ).map(access)
    }

    func all(limit: Int) throws -> [EmergencyAccess] {
        let open = try work.connection.run(
            """
            SELECT \(Self.columns) FROM emergencies e WHERE e.reviewed_at IS NULL ORDER BY e.from_at LIMIT $1
            """, .integer(Int64(limit)))
        let seen = try work.connection.run(
            """
            SELECT \(Self.columns) FROM emergencies e WHERE e.reviewed_at IS NOT NULL
            ORDER BY e.reviewed_at DESC LIMIT $1
            """, .integer(Int64(limit)))
        return try (open + seen).map(access)
    }

    func told(at plan: Plan.ID) throws -> [EmergencyAccess] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM emergencies e WHERE e.plan_id = $1 AND e.told_at IS NOT NULL
            ORDER BY e.from_at DESC
            """, .id(plan)
        ).map(access)
    }

    private func access(_ row: SQLRow) throws -> EmergencyAccess {
        let id: EmergencyAccess.ID = try row.id(0)
        let household: Household.ID = try row.id(2)
        let seal = try work.seal(household)
        guard let worker = try SQLAccountRecords(work: work).find(try row.id(3)) else {
            throw StoreError.corrupt("who broke the glass is missing")
        }
        let review = try row.optionalInstant(10).map { at in
            EmergencyAccess.Review(
                at: at, finding: try row.word(11),
                words: try seal.openOptional(try row.optionalBlob(12), .emergencyReview, row: id.text))
        }
        return EmergencyAccess(
            id: id, plan: try row.id(1), household: household, worker: worker,
            reason: try seal.open(try row.blob(4), .emergencyReason, row: id.text), from: try row.instant(5),
            until: try row.instant(6),
            silence: try seal.openOptional(try row.optionalBlob(7), .emergencySilence, row: id.text),
            toldAt: try row.optionalInstant(8), endedAt: try row.optionalInstant(9), review: review,
            version: try row.integer(13))
    }
}
