import Domain

struct SQLSheetRecords: SheetRecords {
    let work: Work

    func insert(_ sheet: Sheet) throws {
        let code = try work.seal(sheet.household).close(sheet.code.digits, .sheetCode, row: sheet.id)
        _ = try work.connection.run(
            """
            INSERT INTO sheets (id, plan_id, household_id, made_at, items, code_sealed, misses, confirmed_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .id(sheet.id), .id(sheet.plan), .id(sheet.household), .instant(sheet.madeAt),
            .text(sheet.items.map(\.text).joined(separator: " ")), .blob(code), .integer(Int64(sheet.misses)),
            .integer(orNull: sheet.confirmedAt?.milliseconds), .integer(sheet.version))
    }

    func newest(for seat: Seat) throws -> Sheet? {
        try work.connection.run(
            """
            SELECT id, made_at, items, code_sealed, misses, confirmed_at, version FROM sheets WHERE plan_id = $1
            ORDER BY made_at DESC, id DESC LIMIT 1
            """, .id(seat.plan.id)
        ).first.map { row in
            let id: Sheet.ID = try row.id(0)
            let digits = try work.seal(seat.plan.household).open(try row.blob(3), .sheetCode, row: id.text)
            guard let code = SheetCode(digits: digits) else { throw StoreError.corrupt("a code of a sheet") }
            return Sheet(
                id: id, plan: seat.plan.id, household: seat.plan.household, madeAt: try row.instant(1),
                items: try row.text(2).split(separator: " ").map { try Sheet.Item(text: String($0)) }, code: code,
                misses: Int(try row.integer(4)), confirmedAt: try row.optionalInstant(5), version: try row.integer(6))
        }
    }

    func update(_ sheet: Sheet, for seat: Seat) throws {
        try work.updateOne(
            """
            UPDATE sheets SET misses = $1, confirmed_at = $2, version = version + 1
            WHERE id = $3 AND plan_id = $4 AND version = $5 RETURNING id
            """,
            .integer(Int64(sheet.misses)), .integer(orNull: sheet.confirmedAt?.milliseconds), .id(sheet.id),
            .id(seat.plan.id), .integer(sheet.version))
    }
}

extension Sheet.Item {
    fileprivate init(text: String) throws {
        let parts = text.split(separator: ":").map(String.init)
        func id<Subject>(_ index: Int) throws -> Identifier<Subject> {
            guard parts.count > index else { throw StoreError.corrupt("an item of a sheet") }
            return try SQLRow(values: [.text(parts[index])]).id(0)
        }
        switch parts.first {
        case "note": self = .note(try id(1))
        case "step": self = .step(try id(1))
        case "goal": self = .wording(try id(1), of: try id(2))
        default: throw StoreError.corrupt("an item of a sheet")
        }
    }
}
