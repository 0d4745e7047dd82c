import Domain

/// Tracks about safety, each in a vault of its own.
struct SQLSafetyRecords: SafetyRecords {
    let work: Work

    private static let columns = """
        t.id, t.household_id, t.plan_sealed, t.about_sealed, t.opened_at, t.responsible_id, t.state, t.closed_at,
        t.look_back_day, t.told_at, t.plan_fate, t.plan_fate_at, t.erase_day, t.version, h.area_id, h.key_sealed,
        h.journal_seq, h.journal_hash
        """
    /// What one account knows of, as `$1`: there is no other way to a track than by this.
    private static let known = """
        FROM safety_readers r JOIN safety_tracks t ON t.id = r.track_id JOIN households h ON h.id = t.household_id
        WHERE r.account_id = $1 AND r.ended_at IS NULL
        """
    private static let closedStates = "('nothingKept', 'reported', 'safe')"

    func begin(_ track: SafetyTrack) throws {
        try work.begin(Household(id: track.household, area: track.area, begunAt: track.openedAt))
        let seal = try work.seal(track.household)
        _ = try work.connection.run(
            """
            INSERT INTO safety_tracks (id, household_id, plan_hash, plan_sealed, about_sealed, opened_at,
                responsible_id, state, closed_at, look_back_day, told_at, plan_fate, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            .id(track.id), .id(track.household), .text(hash(of: track.plan)),
            .blob(try seal.close(track.plan.text, .safetyPlan, row: track.id)),
            .blob(try seal.close(track.about, .safetyAbout, row: track.id)), .instant(track.openedAt),
            .id(track.responsible.id), .text(track.state.word), .integer(orNull: track.state.closedAt?.milliseconds),
            .text(orNull: track.state.lookBack?.text), .integer(orNull: track.toldAt?.milliseconds),
            .text(track.planFate.rawValue), .integer(track.version))
        try share(track.vault, with: track.responsible.id, at: track.openedAt)
    }

    /// Only this installation can say which track belongs to a plan.
    private func hash(of plan: Plan.ID) -> String { work.keys.lookupHash(plan.text, of: "safety") }

    func find(_ id: SafetyTrack.ID, knownTo account: Account.ID) throws -> SafetyTrack? {
        try work.connection.run("SELECT \(Self.columns) \(Self.known) AND t.id = $2", .id(account), .id(id))
            .first.map(track)
    }

    func vault(of id: SafetyTrack.ID) throws -> SafetyVault? {
        try work.connection.run("SELECT household_id FROM safety_tracks WHERE id = $1", .id(id))
            .first.map { SafetyVault(track: id, household: try $0.id(0)) }
    }

    func open(at plan: Plan.ID, knownTo account: Account.ID) throws -> SafetyTrack.ID? {
        try work.connection.run(
            """
            SELECT t.id \(Self.known) AND t.plan_hash = $2 AND t.state NOT IN \(Self.closedStates)
            ORDER BY t.id DESC LIMIT 1
            """, .id(account), .text(hash(of: plan))
        ).first.map { try $0.id(0) }
    }

    func all(knownTo account: Account.ID, closed: Bool, limit: Int) throws -> [SafetyTrack] {
        let (state, order) = closed ? ("IN", "t.closed_at DESC, t.id DESC") : ("NOT IN", "t.id")
        return try work.connection.run(
            """
            SELECT \(Self.columns) \(Self.known) AND t.state \(state) \(Self.closedStates)
            ORDER BY \(order) LIMIT $2
            """, .id(account), .integer(Int64(limit))
        ).map(track)
    }

    func today(for account: Account.ID, on today: Day) throws -> SafetyToday {
        func count(_ condition: String) -> String {
            "CAST(coalesce(sum(CASE WHEN t.responsible_id = $1 AND \(condition) THEN 1 ELSE 0 END), 0) AS BIGINT)"
        }
        let rows = try work.connection.run(
            """
            SELECT CAST(count(*) AS BIGINT), \(count("t.look_back_day <= $2")), \(count("t.plan_fate <> 'goesOn'")),
                \(count("t.told_at IS NULL"))
            \(Self.known) AND t.state NOT IN \(Self.closedStates)
            """, .id(account), .day(today))
        guard let row = rows.first else { throw StoreError.corrupt("a count gave nothing") }
        return SafetyToday(
            open: Int(try row.integer(0)), lookBacks: Int(try row.integer(1)), withoutPlan: Int(try row.integer(2)),
            untold: Int(try row.integer(3)))
    }

    func update(_ track: SafetyTrack) throws {
        try work.updateOne(
            """
            UPDATE safety_tracks SET responsible_id = $1, state = $2, closed_at = $3, look_back_day = $4, told_at = $5,
                erase_day = $6, version = version + 1
            WHERE id = $7 AND version = $8 RETURNING id
            """,
            .id(track.responsible.id), .text(track.state.word), .integer(orNull: track.state.closedAt?.milliseconds),
            .text(orNull: track.state.lookBack?.text), .integer(orNull: track.toldAt?.milliseconds),
            .text(orNull: track.eraseDay?.text), .id(track.id), .integer(track.version))
    }

    func note(_ fate: SafetyTrack.PlanFate, of plan: Plan.ID, at now: Instant) throws {
        _ = try work.connection.run(
            "UPDATE safety_tracks SET plan_fate = $1, plan_fate_at = $2 WHERE plan_hash = $3", .text(fate.rawValue),
            .instant(now), .text(hash(of: plan)))
    }

    func due(on today: Day, limit: Int) throws -> [SafetyVault] {
        try work.connection.run(
            "SELECT id, household_id FROM safety_tracks WHERE erase_day <= $1 ORDER BY erase_day, id LIMIT $2",
            .day(today), .integer(Int64(limit))
        ).map { SafetyVault(track: try $0.id(0), household: try $0.id(1)) }
    }

    private func track(_ row: SQLRow) throws -> SafetyTrack {
        let id: SafetyTrack.ID = try row.id(0)
        let household: Household.ID = try row.id(1)
        let seal = try work.remember(household, row: row, from: 15).seal
        guard let responsible = try SQLAccountRecords(work: work).find(try row.id(5)) else {
            throw StoreError.corrupt("who follows a track is missing")
        }
        guard let plan = Plan.ID(try seal.open(try row.blob(2), .safetyPlan, row: id.text)) else {
            throw StoreError.corrupt("no id")
        }
        return SafetyTrack(
            id: id, household: household, area: try row.id(14), plan: plan,
            about: try seal.open(try row.blob(3), .safetyAbout, row: id.text), openedAt: try row.instant(4),
            responsible: responsible,
            state: try SafetyTrack.State(
                word: try row.text(6), closedAt: try row.optionalInstant(7),
                lookBack: try row.optionalText(8).flatMap(Day.init)),
            toldAt: try row.optionalInstant(9), planFate: try row.word(10), planFateAt: try row.optionalInstant(11),
            eraseDay: try row.optionalText(12).flatMap(Day.init), version: try row.integer(13))
    }
}

// MARK: - Who knows of it

extension SQLSafetyRecords {
    func knowers(for insider: Insider) throws -> [SafetyKnower] {
        let accounts = SQLAccountRecords(work: work)
        return try work.connection.run(
            """
            SELECT account_id, since_at FROM safety_readers WHERE track_id = $1 AND ended_at IS NULL
            ORDER BY since_at, account_id
            """, .id(insider.track.id)
        ).map { row in
            guard let account = try accounts.find(try row.id(0)) else {
                throw StoreError.corrupt("who knows of a track is missing")
            }
            return SafetyKnower(account: account, since: try row.instant(1))
        }
    }

    func share(with account: Account.ID, for insider: Insider, at now: Instant) throws {
        try share(insider.track.vault, with: account, at: now)
    }

    private func share(_ vault: SafetyVault, with account: Account.ID, at now: Instant) throws {
        _ = try work.connection.run(
            """
            INSERT INTO safety_readers (track_id, household_id, account_id, since_at, ended_at)
            VALUES ($1, $2, $3, $4, NULL)
            ON CONFLICT (track_id, account_id) DO UPDATE SET since_at = excluded.since_at, ended_at = NULL
            """, .id(vault.track), .id(vault.household), .id(account), .instant(now))
    }

    func endSharing(with account: Account.ID, for insider: Insider, at now: Instant) throws {
        _ = try work.connection.run(
            """
            UPDATE safety_readers SET ended_at = $1 WHERE track_id = $2 AND account_id = $3 AND ended_at IS NULL
            """, .instant(now), .id(insider.track.id), .id(account))
    }

    func journal(for insider: Insider, limit: Int) throws -> [(row: Int64, entry: JournalEntry)] {
        try SQLJournalRecords(work: work).rows(of: insider.track.household, limit: limit)
    }
}

extension SafetyTrack.State {
    fileprivate var word: String {
        switch self {
        case .at(let stage): stage.rawValue
        case .following: "following"
        case .closed(let ending, _): ending.rawValue
        }
    }

    fileprivate var lookBack: Day? { if case .following(let day) = self { day } else { nil } }

    init(word: String, closedAt: Instant?, lookBack: Day?) throws {
        if let stage = SafetyTrack.Stage(rawValue: word) {
            self = .at(stage)
        } else if let ending = SafetyTrack.Ending(rawValue: word), let closedAt {
            self = .closed(ending, at: closedAt)
        } else if word == "following", let lookBack {
            self = .following(lookBack: lookBack)
        } else {
            throw StoreError.corrupt("an unknown state of a track")
        }
    }
}
