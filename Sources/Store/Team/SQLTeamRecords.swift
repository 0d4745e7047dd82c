import Domain

struct SQLTeamRecords: TeamRecords {
    let work: Work

    func find(_ id: Team.ID) throws -> Team? {
        try work.connection.run("SELECT id, name, phone FROM teams WHERE id = $1", .id(id)).first.map {
            Team(id: try $0.id(0), name: try $0.text(1), phone: try $0.text(2))
        }
    }

    func insert(_ team: Team) throws {
        _ = try work.connection.run(
            "INSERT INTO teams (id, name, phone) VALUES ($1, $2, $3)", .id(team.id), .text(team.name),
            .text(team.phone))
    }
}

struct SQLAccountRecords: AccountRecords {
    let work: Work

    /// Read with `account(_:from:)`.
    static let columns = """
        a.id, a.role, a.name_sealed, a.phone_sealed, a.background_sealed, a.team_id,
        CASE WHEN a.photo_sealed IS NULL THEN 0 ELSE 1 END
        """

    private static let sealedColumns: [SealedColumn] = [.accountName, .accountPhone, .accountBackground]

    private static let findSQL = "SELECT \(columns) FROM accounts a WHERE a.id = $1"

    func account(_ row: SQLRow, from column: Int) throws -> Account {
        let id: Account.ID = try row.id(column)
        if let known = work.accounts[id] { return known }
        let staff = work.staff
        let sealed = try (2...4).map { try row.blob(column + $0) }
        let words = try work.keys.staffCards.words(of: id, sealed) { place in
            try staff.open(sealed[place], Self.sealedColumns[place], row: id.text)
        }
        let account = Account(
            id: id, role: try row.word(column + 1), name: words[0], phone: words[1], background: words[2],
            team: try row.optionalID(column + 5), hasPhoto: try row.integer(column + 6) == 1)
        work.accounts[id] = account
        return account
    }

    func find(_ id: Account.ID) throws -> Account? {
        if let known = work.accounts[id] { return known }
        return try work.connection.run(Self.findSQL, .id(id)).first.map {
            try account($0, from: 0)
        }
    }

    func any() throws -> Account? {
        try work.connection.run("SELECT \(Self.columns) FROM accounts a ORDER BY a.id LIMIT 1").first.map {
            try account($0, from: 0)
        }
    }

    func members(of team: Team.ID) throws -> [Account] {
        try work.connection.run(
            """
            SELECT \(Self.columns) FROM accounts a
            WHERE a.team_id = $1 AND a.role IN ('generalist', 'specialist') ORDER BY a.id
            """, .id(team)
        ).map { try account($0, from: 0) }.sorted { sortKey($0.name) < sortKey($1.name) }
    }

    func photo(of id: Account.ID) throws -> Photo? {
        let rows = try work.connection.run(
            "SELECT photo_kind, photo_sealed FROM accounts WHERE id = $1 AND photo_sealed IS NOT NULL", .id(id))
        return try rows.first.map { row in
            let bytes = try work.staff.openBytes(try row.blob(1), .accountPhoto, row: id.text)
            return Photo(kind: try row.word(0), bytes: Array(bytes))
        }
    }

    func setPhoto(_ photo: Photo, of id: Account.ID) throws {
        try work.updateOne(
            "UPDATE accounts SET photo_sealed = $1, photo_kind = $2, photo = NULL WHERE id = $3 RETURNING id",
            .blob(try work.staff.close(photo.bytes, .accountPhoto, row: id.text)), .text(photo.kind.rawValue), .id(id))
    }

    func insert(_ account: Account, login: String, passwordHash: String) throws {
        let staff = work.staff
        _ = try work.connection.run(
            """
            INSERT INTO accounts (id, role, name_sealed, phone_sealed, background_sealed, team_id, login_hash,
                password_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            .id(account.id), .text(account.role.rawValue),
            .blob(try staff.close(account.name, .accountName, row: account.id)),
            .blob(try staff.close(account.phone, .accountPhone, row: account.id)),
            .blob(try staff.close(account.background, .accountBackground, row: account.id)),
            .id(orNull: account.team), .text(loginHash(login)), .text(passwordHash))
    }

    func credentials(login: String) throws -> (account: Account, passwordHash: String)? {
        try work.connection.run(
            "SELECT a.password_hash, \(Self.columns) FROM accounts a WHERE a.login_hash = $1",
            .text(loginHash(login))
        ).first.map { (try account($0, from: 1), try $0.text(0)) }
    }

    /// People type their name with a capital or a space behind it.
    private func loginHash(_ login: String) -> String {
        work.keys.lookupHash(login.trimmed.lowercased(), of: "login")
    }
}
