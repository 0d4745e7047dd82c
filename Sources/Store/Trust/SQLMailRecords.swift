import Domain

struct SQLMailRecords: MailRecords {
    let work: Work
    let isSending: Bool

    private static let columns = """
        m.id, m.kind, m.plan_id, m.household_id, m.made_at, m.state, m.state_at, m.office, m.attempts, m.version
        """

    func insert(_ mail: Mail) throws {
        let state = mail.state.columns
        _ = try work.connection.run(
            """
            INSERT INTO mails (id, kind, plan_id, household_id, made_at, state, state_at, office, attempts, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .id(mail.id), .text(mail.kind.rawValue), .id(mail.plan), .id(mail.household), .instant(mail.madeAt),
            .text(state.name), .instant(state.at), .text(orNull: state.office), .integer(Int64(mail.attempts)),
            .integer(mail.version))
    }

    func find(_ id: Mail.ID) throws -> Mail? {
        try work.connection.run("SELECT \(Self.columns) FROM mails m WHERE m.id = $1", .id(id)).first.map(mail)
    }

    func update(_ mail: Mail) throws -> Bool {
        let state = mail.state.columns
        let updated = try work.connection.run(
            """
            UPDATE mails SET state = $1, state_at = $2, office = $3, attempts = $4, version = version + 1
            WHERE id = $5 AND version = $6 RETURNING id
            """,
            .text(state.name), .instant(state.at), .text(orNull: state.office), .integer(Int64(mail.attempts)),
            .id(mail.id), .integer(mail.version))
        if updated.count == 1 { return true }
        guard try find(mail.id) == nil else { throw StoreError.stale }
        return false
    }

    func newest(_ kind: Mail.Kind, about plan: Plan.ID) throws -> Mail? {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM mails m WHERE m.plan_id = $1 AND m.kind = $2
            ORDER BY m.made_at DESC, m.id DESC LIMIT 1
            """, .id(plan), .text(kind.rawValue)
        ).first.map(mail)
    }

    func due(at now: Instant, limit: Int) throws -> [Mail.ID] {
        try work.connection.run(
            "SELECT id FROM mails WHERE state = 'queued' AND state_at <= $1 ORDER BY state_at, id LIMIT $2",
            .instant(now), .integer(Int64(limit))
        ).map { try $0.id(0) }
    }

    func handed(by office: String) throws -> [Mail] {
        try work.connection.run(
            "SELECT \(Self.columns) FROM mails m WHERE m.state = 'handed' AND m.office = $1 ORDER BY m.state_at, m.id",
            .text(office)
        ).map(mail)
    }

    func stranded(before moment: Instant, limit: Int) throws -> [Mail] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM mails m WHERE m.state = 'handed' AND m.state_at < $1
            ORDER BY m.state_at, m.id LIMIT $2
            """, .instant(moment), .integer(Int64(limit))
        ).map(mail)
    }

    func countWaiting() throws -> Int {
        let rows = try work.connection.run(
            "SELECT CAST(count(*) AS BIGINT) FROM mails WHERE state IN ('queued', 'handed')")
        return Int(try rows[0].integer(0))
    }

    func removeOld(before day: Instant, mailsBefore month: Instant) throws -> Int {
        let gone = [
            try work.connection.run("DELETE FROM link_requests WHERE asked_at < $1 RETURNING id", .instant(day)),
            try work.connection.run("DELETE FROM return_links WHERE until_at < $1 RETURNING plan_id", .instant(day)),
            try work.connection.run(
                "DELETE FROM mails WHERE state IN ('sent', 'failed', 'dropped') AND state_at < $1 RETURNING id",
                .instant(month)),
        ]
        return gone.map(\.count).reduce(0, +)
    }

    private func mail(_ row: SQLRow) throws -> Mail {
        let at = try row.instant(6)
        let state: Mail.State =
            switch try row.text(5) {
            case "queued": .queued(due: at)
            case "handed": .handed(by: try row.text(7), at: at)
            case "sent": .sent(at: at)
            case "failed": .failed(at: at)
            case "dropped": .dropped(at: at)
            default: throw StoreError.corrupt("an unknown state of a mail")
            }
        return Mail(
            id: try row.id(0), kind: try row.word(1), plan: try row.id(2), household: try row.id(3),
            madeAt: try row.instant(4), state: state, attempts: Int(try row.integer(8)), version: try row.integer(9))
    }
}

// MARK: - Whom it is for

extension SQLMailRecords {
    func addressee(of plan: Plan) throws -> Addressee {
        let rows = try work.connection.run(
            "SELECT reach_sealed, mail_off_at, language_sealed FROM persons WHERE id = $1", .id(plan.owner))
        guard let row = rows.first else { throw StoreError.corrupt("an owner is missing") }
        let seal = try work.seal(plan.household)
        let place = plan.owner.text
        let reach = try seal.openOptional(try row.optionalBlob(0), .personReach, row: place)
        let language = try seal.openOptional(try row.optionalBlob(2), .personLanguage, row: place)
        return Addressee(
            address: reach.flatMap(MailAddress.init), wantsMail: try row.optionalInstant(1) == nil,
            language: language.flatMap(Language.init) ?? .nl)
    }

    func hasLooked(at plan: Plan, since moment: Instant) throws -> Bool {
        let rows = try work.connection.run(
            "SELECT seq FROM journal WHERE household_id = $1 AND actor_kind = 'owner' AND at > $2 LIMIT 1",
            .id(plan.household), .instant(moment))
        return !rows.isEmpty
    }

    func setLanguage(_ language: Language, of plan: Plan) throws {
        let sealed = try work.seal(plan.household).close(language.rawValue, .personLanguage, row: plan.owner)
        try work.updateOne(
            "UPDATE persons SET language_sealed = $1 WHERE id = $2 RETURNING id", .blob(sealed), .id(plan.owner))
    }

    func setWantsMail(_ wants: Bool, at now: Instant, for seat: Seat) throws {
        try work.updateOne(
            "UPDATE persons SET mail_off_at = $1 WHERE id = $2 RETURNING id",
            wants ? .null : .instant(now), .id(seat.plan.owner))
    }
}

// MARK: - Links

extension SQLMailRecords {
    /// An address always has a hash: it has an at sign.
    private func hash(_ address: MailAddress) -> String { work.keys.reachHash(address.text) ?? "" }

    private func hash(_ secret: ReturnLink.Secret) -> String { work.keys.lookupHash(secret.text, of: "return-link") }

    func ask(_ id: LinkRequest.ID, for address: MailAddress, at now: Instant) throws {
        _ = try work.connection.run(
            "INSERT INTO link_requests (id, reach_hash, asked_at, done_at) VALUES ($1, $2, $3, NULL)",
            .id(id), .text(hash(address)), .instant(now))
    }

    func countRequests(for address: MailAddress, since moment: Instant) throws -> Int {
        let rows = try work.connection.run(
            "SELECT CAST(count(*) AS BIGINT) FROM link_requests WHERE reach_hash = $1 AND asked_at > $2",
            .text(hash(address)), .instant(moment))
        return Int(try rows[0].integer(0))
    }

    func openRequests(limit: Int) throws -> [LinkRequest] {
        try work.connection.run(
            "SELECT id, asked_at FROM link_requests WHERE done_at IS NULL ORDER BY asked_at, id LIMIT $1",
            .integer(Int64(limit))
        ).map { LinkRequest(id: try $0.id(0), askedAt: try $0.instant(1)) }
    }

    func plans(askedFor request: LinkRequest, limit: Int) throws -> [Plan] {
        try work.connection.run(
            """
            SELECT \(SQLPlanRecords.columns) FROM link_requests r JOIN persons o ON o.reach_hash = r.reach_hash
            JOIN plans p ON p.owner_id = o.id WHERE r.id = $1 ORDER BY p.id DESC LIMIT $2
            """, .id(request.id), .integer(Int64(limit))
        ).map(SQLPlanRecords.plan)
    }

    func finish(_ request: LinkRequest, at now: Instant) throws {
        try work.updateOne(
            "UPDATE link_requests SET done_at = $1 WHERE id = $2 AND done_at IS NULL RETURNING id", .instant(now),
            .id(request.id))
    }

    func insert(_ link: ReturnLink, secret: ReturnLink.Secret) throws {
        _ = try work.connection.run(
            "INSERT INTO return_links (secret_hash, plan_id, household_id, until_at) VALUES ($1, $2, $3, $4)",
            .text(hash(secret)), .id(link.plan), .id(link.household), .instant(link.until))
    }

    func link(_ secret: ReturnLink.Secret) throws -> ReturnLink? {
        try work.connection.run(
            "SELECT plan_id, household_id, until_at, used_at FROM return_links WHERE secret_hash = $1",
            .text(hash(secret))
        ).first.map {
            ReturnLink(
                plan: try $0.id(0), household: try $0.id(1), until: try $0.instant(2),
                usedAt: try $0.optionalInstant(3))
        }
    }

    func use(_ secret: ReturnLink.Secret, at now: Instant) throws -> Bool {
        let rows = try work.connection.run(
            """
            UPDATE return_links SET used_at = $1 WHERE used_at IS NULL AND plan_id =
                (SELECT l.plan_id FROM return_links l WHERE l.secret_hash = $2 AND l.used_at IS NULL AND l.until_at > $1)
            RETURNING secret_hash
            """, .instant(now), .text(hash(secret)))
        return !rows.isEmpty
    }
}

extension Mail.State {
    fileprivate var columns: (name: String, at: Instant, office: String?) {
        switch self {
        case .queued(let due): ("queued", due, nil)
        case .handed(let office, let at): ("handed", at, office)
        case .sent(let at): ("sent", at, nil)
        case .failed(let at): ("failed", at, nil)
        case .dropped(let at): ("dropped", at, nil)
        }
    }
}
