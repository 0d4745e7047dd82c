import Domain

struct SQLConferenceRecords: ConferenceRecords {
    let work: Work

    func insert(_ conference: Conference) throws {
        let seal = try work.seal(conference.household)
        let state = conference.columns
        _ = try work.connection.run(
            """
            INSERT INTO conferences (id, plan_id, household_id, state, state_at, proposed_by, coordinator_id,
                when_sealed, place_sealed, presented_id, look_back_id, made_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            .id(conference.id), .id(conference.plan), .id(conference.household), .text(state.name),
            .instant(state.at), .id(orNull: state.by), .id(orNull: conference.coordinator),
            .blob(orNull: try seal.closeOptional(conference.when, .conferenceWhen, row: conference.id)),
            .blob(orNull: try seal.closeOptional(conference.place, .conferencePlace, row: conference.id)),
            .id(orNull: conference.presented), .id(orNull: state.lookBack), .instant(conference.madeAt),
            .integer(conference.version))
    }

    func update(_ conference: Conference, for seat: Seat) throws {
        let seal = try work.seal(conference.household)
        let state = conference.columns
        try work.updateOne(
            """
            UPDATE conferences SET state = $1, state_at = $2, coordinator_id = $3, when_sealed = $4, place_sealed = $5,
                presented_id = $6, look_back_id = $7, version = version + 1
            WHERE id = $8 AND plan_id = $9 AND version = $10 RETURNING id
            """,
            .text(state.name), .instant(state.at), .id(orNull: conference.coordinator),
            .blob(orNull: try seal.closeOptional(conference.when, .conferenceWhen, row: conference.id)),
            .blob(orNull: try seal.closeOptional(conference.place, .conferencePlace, row: conference.id)),
            .id(orNull: conference.presented), .id(orNull: state.lookBack), .id(conference.id), .id(seat.plan.id),
            .integer(conference.version))
    }

    func all(for seat: Seat) throws -> [Conference] {
        let seal = try work.seal(seat.plan.household)
        return try work.connection.run(
            """
            SELECT id, state, state_at, proposed_by, coordinator_id, when_sealed, place_sealed, presented_id,
                look_back_id, made_at, version
            FROM conferences WHERE plan_id = $1 ORDER BY id
            """, .id(seat.plan.id)
        ).map { row in
            let id: Conference.ID = try row.id(0)
            return Conference(
                id: id, plan: seat.plan.id, household: seat.plan.household, state: try state(row),
                coordinator: try row.optionalID(4),
                when: try seal.openOptional(try row.optionalBlob(5), .conferenceWhen, row: id.text),
                place: try seal.openOptional(try row.optionalBlob(6), .conferencePlace, row: id.text),
                madeAt: try row.instant(9), version: try row.integer(10))
        }
    }

    private func state(_ row: SQLRow) throws -> Conference.State {
        let at = try row.instant(2)
        return switch try row.text(1) {
        case "proposed": .proposed(by: try row.id(3))
        case "notWanted": .notWanted(at: at)
        case "wanted": .wanted
        case "prepared": .prepared
        case "information": .information
        case "private": .privateTime
        case "presented": .presented(try row.id(7))
        case "confirmed": .confirmed(try row.id(7), lookBack: try row.id(8), at: at)
        case "lookedBack": .lookedBack(try row.id(7), at: at)
        case "stopped": .stopped(at: at)
        default: throw StoreError.corrupt("an unknown state of a conference")
        }
    }

    func guests(of conference: Conference, for seat: Seat, on today: Day) throws -> [ConferenceGuest] {
        let seal = try work.seal(seat.plan.household)
        let sharing = SQLSharingRecords(work: work)
        let next = SQLSharingRecords.columnCount
        return try work.connection.run(
            """
            SELECT \(SQLSharingRecords.columns), t.name_sealed, \(SQLAccountRecords.columns)
            FROM sharing_agreements g
            LEFT JOIN network_ties t ON t.id = g.tie_id
            LEFT JOIN accounts a ON a.id = g.account_id
            WHERE g.plan_id = $1 AND g.part_kind = 'conference' AND g.part_id = $2 AND g.state = 'given'
                AND g.until_day >= $3 ORDER BY g.id
            """, .id(seat.plan.id), .id(conference.id), .day(today)
        ).map { row in
            let agreement = try sharing.agreement(row, from: 0)
            guard case .tie(let tie) = agreement.holder else {
                let account = try SQLAccountRecords(work: work).account(row, from: next + 1)
                return ConferenceGuest(agreement: agreement, name: account.name, account: account)
            }
            let name = try seal.open(try row.blob(next), .tieName, row: tie.text)
            return ConferenceGuest(agreement: agreement, name: name, account: nil)
        }
    }

    func askable(for conference: Conference, seat: Seat) throws -> [NetworkTie] {
        let sharing = SQLSharingRecords(work: work)
        return try work.connection.run(
            """
            SELECT t.id, \(SQLSharingRecords.tieColumns) FROM network_ties t
            WHERE t.plan_id = $1 AND t.gone_day IS NULL AND t.caution_sealed IS NULL ORDER BY t.id
            """, .id(seat.plan.id)
        ).compactMap { row in
            let tie = try sharing.tie(try row.id(0), plan: seat.plan, row: row, from: 1)
            guard tie.id != conference.coordinator else { return nil }
            // Who prepares it learns a name and no more.
            return NetworkTie(
                id: tie.id, plan: tie.plan, household: tie.household, name: tie.name,
                role: seat.isOwner ? tie.role : nil, since: tie.since)
        }
    }
}

extension Conference {
    fileprivate var columns: (name: String, at: Instant, by: Account.ID?, lookBack: Step.ID?) {
        switch state {
        case .proposed(let by): ("proposed", madeAt, by, nil)
        case .notWanted(let at): ("notWanted", at, nil, nil)
        case .wanted: ("wanted", madeAt, nil, nil)
        case .prepared: ("prepared", madeAt, nil, nil)
        case .information: ("information", madeAt, nil, nil)
        case .privateTime: ("private", madeAt, nil, nil)
        case .presented: ("presented", madeAt, nil, nil)
        case .confirmed(_, let step, let at): ("confirmed", at, nil, step)
        case .lookedBack(_, let at): ("lookedBack", at, nil, nil)
        case .stopped(let at): ("stopped", at, nil, nil)
        }
    }
}
