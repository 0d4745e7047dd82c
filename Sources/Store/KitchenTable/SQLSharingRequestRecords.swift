import Domain

struct SQLSharingRequestRecords: SharingRequestRecords {
    let work: Work

    private static let columns = """
        r.id, r.plan_id, r.household_id, r.account_id, r.part_kind, r.part_id, r.until_day, r.reason_sealed,
        r.asked_by, r.asked_at, r.state, r.state_at, r.version
        """

    func insert(_ request: SharingRequest) throws {
        let seal = try work.seal(request.household)
        let part = request.part.columns
        let state = request.state.columns
        _ = try work.connection.run(
            """
            INSERT INTO sharing_requests (id, plan_id, household_id, account_id, part_kind, part_id, until_day,
                reason_sealed, asked_by, asked_at, state, state_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            .id(request.id), .id(request.plan), .id(request.household), .id(request.account.id), .text(part.kind),
            .text(orNull: part.id), .day(request.until),
            .blob(try seal.close(request.reason, .requestReason, row: request.id)), .id(request.asker.id),
            .instant(request.askedAt), .text(state.name), .instant(state.at ?? request.askedAt),
            .integer(request.version))
        try mark(request.plan)
    }

    func update(_ request: SharingRequest, for seat: Seat) throws {
        let state = request.state.columns
        try work.updateOne(
            """
            UPDATE sharing_requests SET state = $1, state_at = $2, version = version + 1
            WHERE id = $3 AND plan_id = $4 AND version = $5 RETURNING id
            """,
            .text(state.name), .instant(state.at ?? request.askedAt), .id(request.id), .id(seat.plan.id),
            .integer(request.version))
        try mark(seat.plan.id)
    }

    /// The plan knows since when something waits, in the same transaction.
    private func mark(_ plan: Plan.ID) throws {
        try work.updateOne(
            """
            UPDATE plans SET sharing_asked_at =
                (SELECT MIN(r.asked_at) FROM sharing_requests r WHERE r.plan_id = $1 AND r.state = 'asked')
            WHERE id = $1 RETURNING id
            """, .id(plan))
    }

    func find(_ id: SharingRequest.ID, for seat: Seat) throws -> SharingRequest? {
        try rows("r.plan_id = $1 AND r.id = $2", for: seat, .id(id)).first
    }

    func waiting(for seat: Seat) throws -> [SharingRequest] {
        try rows("r.plan_id = $1 AND r.state = 'asked'", for: seat)
    }

    func all(for seat: Seat) throws -> [SharingRequest] { try rows("r.plan_id = $1", for: seat) }

    private func rows(_ condition: String, for seat: Seat, _ values: SQLValue...) throws -> [SharingRequest] {
        guard seat.seesRequests else { return [] }
        return try work.connection.run(
            "SELECT \(Self.columns) FROM sharing_requests r WHERE \(condition) ORDER BY r.id",
            [.id(seat.plan.id)] + values
        ).map(request)
    }

    private func request(_ row: SQLRow) throws -> SharingRequest {
        let id: SharingRequest.ID = try row.id(0)
        let household: Household.ID = try row.id(2)
        let accounts = SQLAccountRecords(work: work)
        guard let account = try accounts.find(try row.id(3)), let asker = try accounts.find(try row.id(8)) else {
            throw StoreError.corrupt("who a request is for, or who asked, is missing")
        }
        let at = try row.instant(11)
        let state: SharingRequest.State =
            switch try row.text(10) {
            case "asked": .asked
            case "given": .given(at: at)
            case "refused": .refused(at: at)
            case "withdrawn": .withdrawn(at: at)
            default: throw StoreError.corrupt("an unknown state of a request")
            }
        return SharingRequest(
            id: id, plan: try row.id(1), household: household, account: account,
            part: try SharingAgreement.Part(row, from: 4), until: try row.day(6),
            reason: try work.seal(household).open(try row.blob(7), .requestReason, row: id.text), asker: asker,
            askedAt: try row.instant(9), state: state, version: try row.integer(12))
    }
}

extension SharingRequest.State {
    fileprivate var columns: (name: String, at: Instant?) {
        switch self {
        case .asked: ("asked", nil)
        case .given(let at): ("given", at)
        case .refused(let at): ("refused", at)
        case .withdrawn(let at): ("withdrawn", at)
        }
    }
}

extension SharingAgreement.Part {
    var columns: (kind: String, id: String?) {
        switch self {
        case .plan: ("plan", nil)
        case .domain(let id): ("domain", id.text)
        case .step(let id): ("step", id.text)
        case .conference(let id): ("conference", id.text)
        }
    }

    /// From a column with the kind, and the next with the id.
    init(_ row: SQLRow, from column: Int) throws {
        switch try row.text(column) {
        case "plan": self = .plan
        case "domain": self = .domain(try row.id(column + 1))
        case "step": self = .step(try row.id(column + 1))
        case "conference": self = .conference(try row.id(column + 1))
        default: throw StoreError.corrupt("an unknown part")
        }
    }
}
