import Domain

struct SQLSharingRecords: SharingRecords {
    let work: Work

    /// Read with `agreement(_:from:)`.
    static let columns = """
        g.id, g.plan_id, g.household_id, g.part_kind, g.part_id, g.tie_id, g.account_id, g.level, g.role_sealed,
        g.from_at, g.until_day, g.state, g.ended_at, g.claimed_at
        """
    static let columnCount = 14

    func insert(_ tie: NetworkTie) throws {
        let seal = try work.seal(tie.household)
        _ = try work.connection.run(
            """
            INSERT INTO network_ties (id, plan_id, household_id, name_sealed, role_sealed, since_day)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            .id(tie.id), .id(tie.plan), .id(tie.household),
            .blob(try seal.close(tie.name, .tieName, row: tie.id)),
            .blob(orNull: try seal.closeOptional(tie.role, .tieRole, row: tie.id)), .day(tie.since))
    }

    func update(_ tie: NetworkTie, for seat: Seat) throws {
        let seal = try work.seal(tie.household)
        try work.updateOne(
            """
            UPDATE network_ties SET limit_sealed = $1, limit_at = $2, caution_sealed = $3, caution_at = $4, gone_day = $5
            WHERE id = $6 AND plan_id = $7 RETURNING id
            """,
            .blob(orNull: try seal.closeOptional(tie.limit?.words, .tieLimit, row: tie.id)),
            .integer(orNull: tie.limit?.at.milliseconds),
            .blob(orNull: try seal.closeOptional(tie.caution?.words, .tieCaution, row: tie.id)),
            .integer(orNull: tie.caution?.at.milliseconds), .text(orNull: tie.goneOn?.text), .id(tie.id),
            .id(seat.plan.id))
    }

    func insert(_ agreement: SharingAgreement, secret: LinkSecret?) throws {
        let seal = try work.seal(agreement.household)
        let part = agreement.part.columns
        let (tie, account): (NetworkTie.ID?, Account.ID?) =
            switch agreement.holder {
            case .tie(let id): (id, nil)
            case .account(let id): (nil, id)
            }
        _ = try work.connection.run(
            """
            INSERT INTO sharing_agreements (id, plan_id, household_id, part_kind, part_id, tie_id, account_id,
                level, role_sealed, from_at, until_day, state, ended_at, secret_hash, claimed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'given', NULL, $12, $13)
            """,
            .id(agreement.id), .id(agreement.plan), .id(agreement.household), .text(part.kind),
            .text(orNull: part.id), .id(orNull: tie), .id(orNull: account), .text(agreement.level.rawValue),
            .blob(orNull: try seal.closeOptional(agreement.role, .agreementRole, row: agreement.id)),
            .instant(agreement.from), .day(agreement.until), .text(orNull: secret.map(hash)),
            .integer(orNull: agreement.claimedAt?.milliseconds))
    }

    func find(_ id: SharingAgreement.ID, for seat: Seat) throws -> SharingAgreement? {
        try work.connection.run(
            "SELECT \(Self.columns) FROM sharing_agreements g WHERE g.id = $1 AND g.plan_id = $2", .id(id),
            .id(seat.plan.id)
        ).first.map { try agreement($0, from: 0) }
    }

    /// With a guest's agreement comes who decides for the owner, in the same statement: a row for each of them.
    func live(
        at plan: Plan, account: Account.ID?, session: Session.Key?, on today: Day
    ) throws -> [LiveAgreement] {
        guard account != nil || session != nil else { return [] }
        let rows = try work.connection.run(
            """
            SELECT \(Self.columns), \(Self.tieColumns), \(SQLRepresentationRecords.columns)
            FROM sharing_agreements g LEFT JOIN network_ties t ON t.id = g.tie_id
            LEFT JOIN representations r ON r.plan_id = g.plan_id AND g.tie_id IS NOT NULL AND r.ended_at IS NULL
                AND r.until_day >= $2
            LEFT JOIN network_ties n ON n.id = r.tie_id
            WHERE g.plan_id = $1 AND g.state = 'given' AND g.until_day >= $2
                AND (g.account_id = $3
                    OR g.id IN (SELECT s.agreement_id FROM session_guests s WHERE s.token_hash = $4))
            ORDER BY g.id, r.id
            """,
            .id(plan.id), .day(today), .id(orNull: account), .text(orNull: session?.hash))
        let (tieStart, next) = (Self.columnCount, Self.columnCount + Self.tieColumnCount)
        var live: [LiveAgreement] = []
        var place = 0
        while place < rows.count {
            let agreement = try agreement(rows[place], from: 0)
            let id = try rows[place].text(0)
            let same = try rows[place...].prefix { try $0.text(0) == id }
            place = same.endIndex
            guard case .tie(let tieID) = agreement.holder else {
                live.append(LiveAgreement(agreement: agreement, tie: nil))
                continue
            }
            let representations = SQLRepresentationRecords(work: work)
            live.append(
                LiveAgreement(
                    agreement: agreement, tie: try tie(tieID, plan: plan, row: same[same.startIndex], from: tieStart),
                    spokenFor: try same.filter { try $0.optionalText(next) != nil }
                        .compactMap { try representations.representation($0, from: next).inForce(on: today) }))
        }
        return live
    }

    func end(_ agreement: SharingAgreement, at now: Instant) throws {
        try work.updateOne(
            """
            UPDATE sharing_agreements SET state = 'ended', ended_at = $1, secret_hash = NULL
            WHERE id = $2 AND state = 'given' RETURNING id
            """, .instant(now), .id(agreement.id))
        try forgetGuests(of: agreement)
    }

    func endContact(of plan: Plan, at now: Instant) throws {
        _ = try work.connection.run(
            """
            UPDATE sharing_agreements SET state = 'ended', ended_at = $1
            WHERE plan_id = $2 AND level = 'contact' AND state = 'given'
            """, .instant(now), .id(plan.id))
    }

    func renew(_ agreement: SharingAgreement, secret: LinkSecret) throws {
        try work.updateOne(
            """
            UPDATE sharing_agreements SET secret_hash = $1, claimed_at = NULL
            WHERE id = $2 AND state = 'given' RETURNING id
            """, .text(hash(secret)), .id(agreement.id))
        try forgetGuests(of: agreement)
    }

    func invitation(_ secret: LinkSecret) throws -> Invitation? {
        try work.connection.run(
            """
            SELECT \(Self.columns), t.name_sealed, p.owner_id, o.name_sealed
            FROM sharing_agreements g
            JOIN network_ties t ON t.id = g.tie_id
            JOIN plans p ON p.id = g.plan_id
            JOIN persons o ON o.id = p.owner_id
            WHERE g.secret_hash = $1
            """, .text(hash(secret))
        ).first.map { row in
            let agreement = try agreement(row, from: 0)
            let seal = try work.seal(agreement.household)
            let next = Self.columnCount
            return Invitation(
                agreement: agreement,
                guestName: try seal.open(try row.blob(next), .tieName, row: try row.text(5)),
                ownerName: try seal.openOptional(
                    try row.optionalBlob(next + 2), .personName, row: try row.text(next + 1)))
        }
    }

    func claim(_ agreement: SharingAgreement, at now: Instant) throws -> Bool {
        try work.connection.run(
            """
            UPDATE sharing_agreements SET claimed_at = $1
            WHERE id = $2 AND state = 'given' AND claimed_at IS NULL RETURNING id
            """, .instant(now), .id(agreement.id)
        ).count == 1
    }

    func plans(of session: Session.Key, on today: Day) throws -> [Plan.ID] {
        try work.connection.run(
            """
            SELECT DISTINCT g.plan_id FROM session_guests s JOIN sharing_agreements g ON g.id = s.agreement_id
            WHERE s.token_hash = $1 AND g.state = 'given' AND g.until_day >= $2 ORDER BY g.plan_id
            """, .text(session.hash), .day(today)
        ).map { try $0.id(0) }
    }

    /// Devices that came in by this agreement lose the key at once.
    private func forgetGuests(of agreement: SharingAgreement) throws {
        _ = try work.connection.run("DELETE FROM session_guests WHERE agreement_id = $1", .id(agreement.id))
    }

    private func hash(_ secret: LinkSecret) -> String { work.keys.lookupHash(secret.text, of: "link") }
}
