import Crypto
import Domain
import Foundation

/// A household exactly as it stands in the database, with what was sealed in it open; sealed as a whole for
/// who takes it along, so that nobody but this installation can open it and nobody at all can change it.
struct HouseholdCopy: Codable {
    static let newest = 1
    private static let label = Array("burgerkracht/household-copy".utf8)

    var version = Self.newest
    let household: String
    let area: String
    let begunAt: Int64
    /// By table: its rows, by column.
    var tables: [String: [[String: Value]]] = [:]

    enum Value: Equatable {
        case null
        case text(String)
        case integer(Int64)
        case blob([UInt8])
    }

    func sealed(with keys: InstallationKeys) throws -> [UInt8] {
        let box = try AES.GCM.seal(JSONEncoder().encode(self), using: keys.copies, authenticating: Self.label)
        guard let combined = box.combined else { throw StoreError.corrupt("a copy does not seal") }
        return Array(combined)
    }

    /// - Throws: `RestoreRefusal`.
    init(opening sealed: [UInt8], with keys: InstallationKeys) throws {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: keys.copies, authenticating: Self.label)
        else { throw RestoreRefusal.notOurs }
        guard let copy = try? JSONDecoder().decode(HouseholdCopy.self, from: bytes), copy.version <= Self.newest
        else { throw RestoreRefusal.tooNew }
        self = copy
    }

    init(household: String, area: String, begunAt: Int64) {
        self.household = household
        self.area = area
        self.begunAt = begunAt
    }
}

extension HouseholdCopy.Value: Codable {
    private enum Kind: String, CodingKey {
        case text = "t"
        case integer = "i"
        case blob = "b"
    }

    init(_ value: SQLValue) {
        self =
            switch value {
            case .null: .null
            case .text(let text): .text(text)
            case .integer(let number): .integer(number)
            case .blob(let bytes): .blob(bytes)
            }
    }

    var sql: SQLValue {
        switch self {
        case .null: .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .blob(let bytes): .blob(bytes)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            self = .text(text)
        } else if let number = try container.decodeIfPresent(Int64.self, forKey: .integer) {
            self = .integer(number)
        } else if let bytes = try container.decodeIfPresent(Data.self, forKey: .blob) {
            self = .blob(Array(bytes))
        } else {
            self = .null
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        switch self {
        case .null: break
        case .text(let text): try container.encode(text, forKey: .text)
        case .integer(let number): try container.encode(number, forKey: .integer)
        case .blob(let bytes): try container.encode(Data(bytes), forKey: .blob)
        }
    }
}

// MARK: - Taking along

extension SQLHouseholdRecords {
    func copy(for seat: Seat) throws -> [UInt8] {
        let household = seat.plan.household
        let seal = try work.seal(household)
        let rows = try work.connection.run("SELECT area_id, begun_at FROM households WHERE id = $1", .id(household))
        guard let row = rows.first else { throw StoreError.corrupt("a household is missing") }
        var copy = HouseholdCopy(
            household: household.text, area: try row.text(0), begunAt: try row.integer(1))
        for table in HouseholdTable.all where table.taken != .not {
            copy.tables[table.name] = try open(table, of: household, with: seal)
        }
        return try copy.sealed(with: work.keys)
    }

    private func open(
        _ table: HouseholdTable, of household: Household.ID, with seal: Seal
    ) throws -> [[String: HouseholdCopy.Value]] {
        let columns = Migrations.columns(of: table.name)
        return try work.connection.run(
            "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) WHERE \(table.rows) ORDER BY \(table.order)",
            .id(household)
        ).map { row in
            var values: [String: HouseholdCopy.Value] = [:]
            for (column, value) in zip(columns, row.values) { values[column] = HouseholdCopy.Value(value) }
            let place = table.place(of: values)
            for (column, sealed) in table.sealedColumns {
                guard case .blob(let bytes) = values[column] else { continue }
                values[column] = .blob(Array(try seal.openBytes(bytes, sealed, row: place)))
            }
            return values
        }
    }

    // MARK: - Putting back

    func restore(_ sealed: [UInt8]) throws -> (plan: Plan.ID, erasedAt: Instant?) {
        let copy = try HouseholdCopy(opening: sealed, with: work.keys)
        let household: Household.ID = try SQLRow(values: [.text(copy.household)]).id(0)
        let erasedAt = try makeRoom(for: household)
        do {
            try work.begin(
                Household(
                    id: household, area: try SQLRow(values: [.text(copy.area)]).id(0),
                    begunAt: Instant(milliseconds: copy.begunAt)))
            for table in HouseholdTable.all where table.taken != .not {
                for values in copy.tables[table.name] ?? [] { try fill(table, values, of: household) }
            }
        } catch StoreError.foreignKeyViolation, StoreError.uniqueViolation {
            throw RestoreRefusal.noPlace
        }
        guard case .text(let id)? = copy.tables["plans"]?.last?["id"] else { throw RestoreRefusal.tooNew }
        return (try SQLRow(values: [.text(id)]).id(0), erasedAt)
    }

    /// Only what was erased makes place. Its old journal opens with no key any more; the same rows come back
    /// from the copy.
    /// - Returns: when it was erased; `nil` when it was never here.
    private func makeRoom(for household: Household.ID) throws -> Instant? {
        // Written as it was, so that nobody finishes its erasure meanwhile.
        let rows = try work.connection.run(
            "UPDATE households SET erased_at = erased_at WHERE id = $1 RETURNING erased_at", .id(household))
        guard let row = rows.first else { return nil }
        guard let erasedAt = try row.optionalInstant(0) else { throw RestoreRefusal.stillThere }
        _ = try work.connection.run("DELETE FROM journal WHERE household_id = $1", .id(household))
        return erasedAt
    }

    private func fill(
        _ table: HouseholdTable, _ values: [String: HouseholdCopy.Value], of household: Household.ID
    ) throws {
        if table.name == "journal" {
            return try SQLJournalRecords(work: work).append(try journalLine(values), to: household)
        }
        guard Set(values.keys).isSubset(of: Migrations.columns(of: table.name)) else { throw RestoreRefusal.tooNew }
        let seal = try work.seal(household)
        let place = table.place(of: values)
        let columns = values.keys.sorted()
        let sealed = table.sealedColumns
        let bound: [SQLValue] = try columns.map { column in
            let value = values[column] ?? .null
            guard let known = sealed[column], case .blob(let bytes) = value else { return value.sql }
            return .blob(try seal.close(bytes, known, row: place))
        }
        let marks = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        _ = try work.connection.run(
            "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(marks))", bound)
    }

    private func journalLine(_ values: [String: HouseholdCopy.Value]) throws -> SQLJournalRecords.Line {
        func text(_ column: String) throws -> String {
            switch values[column] {
            case .text(let text): text
            case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
            default: throw RestoreRefusal.tooNew
            }
        }
        guard case .integer(let at)? = values["at"] else { throw RestoreRefusal.tooNew }
        let hasName = values["actor_sealed"].map { $0 != .null } ?? false
        return SQLJournalRecords.Line(
            plan: try text("plan_id"), at: at, actorKind: try text("actor_kind"), actorID: try text("actor_id"),
            actor: hasName ? try text("actor_sealed") : nil, role: try text("role"), event: try text("event"),
            action: try text("action"), ground: try text("ground"), outcome: try text("outcome"),
            origin: try text("origin_sealed"))
    }
}

extension HouseholdTable {
    fileprivate var sealedColumns: [String: SealedColumn] {
        var found: [String: SealedColumn] = [:]
        for column in SealedColumn.allCases where column.rawValue.hasPrefix(name + ".") {
            found[String(column.rawValue.dropFirst(name.count + 1))] = column
        }
        return found
    }

    fileprivate func place(of values: [String: HouseholdCopy.Value]) -> String {
        key.map { column in
            switch values[column] {
            case .text(let text): text
            case .integer(let number): String(number)
            default: ""
            }
        }.joined(separator: "/")
    }
}
