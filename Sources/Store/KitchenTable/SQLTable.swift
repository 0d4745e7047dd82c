import Domain

/// Who sits at the table, for whoever may see that.
extension SQLSharingRecords {
    private static let tableSQL = """
        SELECT \(columns), \(SQLAccountRecords.columns)
        FROM sharing_agreements g LEFT JOIN accounts a ON a.id = g.account_id
        WHERE g.plan_id = $1 ORDER BY g.id
        """

    func table(for seat: Seat, on today: Day) throws -> Table {
        let seesAll = seat.sees == .everything
        let all = try self.ties(of: seat)
        let ties = all.compactMap { tie -> NetworkTie? in
            guard case .guest(let own, _) = seat.holder else { return seesAll ? tie : nil }
            if tie.id == own { return tie.asItself }
            return seesAll ? tie.asOthersSee : nil
        }
        let rows = try work.connection.run(Self.tableSQL, .id(seat.plan.id))
        var agreements: [SharingAgreement] = []
        var professionals: [Account.ID: (account: Account, agreements: [SharingAgreement])] = [:]
        var order: [Account.ID] = []
        for row in rows {
            let agreement = try agreement(row, from: 0)
            guard case .account(let id) = agreement.holder else {
                if seesAll { agreements.append(agreement) }
                continue
            }
            guard agreement.gives(accessOn: today) else { continue }
            if professionals[id] == nil {
                let account = try SQLAccountRecords(work: work).account(row, from: Self.columnCount)
                professionals[id] = (account, [])
                order.append(id)
            }
            professionals[id]?.agreements.append(agreement)
        }
        let seated = order.compactMap { professionals[$0] }.filter { seated in
            seesAll || isSelf(seated.account, seat) || seated.agreements.contains { $0.level == .contact }
        }
        return Table(
            ties: ties, agreements: agreements,
            professionals: seated.map { Table.Professional(account: $0.account, agreements: $0.agreements) },
            keptOut: Set(all.filter { $0.caution != nil }.map(\.id)))
    }

    private func isSelf(_ account: Account, _ seat: Seat) -> Bool {
        if case .account(let own, _) = seat.holder { own.id == account.id } else { false }
    }

    private func ties(of seat: Seat) throws -> [NetworkTie] {
        try work.connection.run(
            """
            SELECT t.id, \(Self.tieColumns) FROM network_ties t WHERE t.plan_id = $1 ORDER BY t.id
            """, .id(seat.plan.id)
        ).map { try tie(try $0.id(0), plan: seat.plan, row: $0, from: 1) }
    }

    /// Read with `tie(_:plan:row:from:)`.
    static let tieColumns = """
        t.name_sealed, t.role_sealed, t.since_day, t.limit_sealed, t.limit_at, t.caution_sealed, t.caution_at, t.gone_day
        """

    static let tieColumnCount = 8

    func tie(_ id: NetworkTie.ID, plan: Plan, row: SQLRow, from column: Int) throws -> NetworkTie {
        let seal = try work.seal(plan.household)
        let limit = try row.optionalBlob(column + 3).map { sealed in
            NetworkTie.Said(
                words: try seal.open(sealed, .tieLimit, row: id.text), at: try row.instant(column + 4))
        }
        let caution = try row.optionalBlob(column + 5).map { sealed in
            NetworkTie.Said(
                words: try seal.open(sealed, .tieCaution, row: id.text), at: try row.instant(column + 6))
        }
        return NetworkTie(
            id: id, plan: plan.id, household: plan.household,
            name: try seal.open(try row.blob(column), .tieName, row: id.text),
            role: try seal.openOptional(try row.optionalBlob(column + 1), .tieRole, row: id.text),
            since: try row.day(column + 2), limit: limit, caution: caution,
            goneOn: try row.optionalText(column + 7).flatMap(Day.init))
    }

    func agreement(_ row: SQLRow, from column: Int) throws -> SharingAgreement {
        let id: SharingAgreement.ID = try row.id(column)
        let household: Household.ID = try row.id(column + 2)
        let part = try SharingAgreement.Part(row, from: column + 3)
        let holder: SharingAgreement.Holder
        if let tie: NetworkTie.ID = try row.optionalID(column + 5) {
            holder = .tie(tie)
        } else {
            holder = .account(try row.id(column + 6))
        }
        let role = try row.optionalBlob(column + 8).map {
            try work.seal(household).open($0, .agreementRole, row: id.text)
        }
        let ended = try row.optionalInstant(column + 12)
        return SharingAgreement(
            id: id, plan: try row.id(column + 1), household: household, part: part, holder: holder,
            level: try row.word(column + 7), role: role, from: try row.instant(column + 9),
            until: try row.day(column + 10), state: ended.map { .ended(at: $0) } ?? .given,
            claimedAt: try row.optionalInstant(column + 13))
    }
}
