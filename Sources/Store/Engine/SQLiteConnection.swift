import GRDB
import GRDBSQLite
import Synchronization

/// One connection of GRDB's pool, stepped directly: the features' SQL needs rows of three kinds of
/// values and nothing else.
final class SQLiteConnection: SQLConnection {
    let engine = Engine.sqlite
    private let connection: GRDB.Database
    /// Prepared once, for as long as this seam lives.
    private var statements: [String: GRDB.Statement] = [:]

    init(_ connection: GRDB.Database) { self.connection = connection }

    func belongs(to connection: GRDB.Database) -> Bool { self.connection === connection }

    private func statement(_ sql: String) throws -> GRDB.Statement {
        if let known = statements[sql] { return known }
        do {
            let prepared = try connection.cachedStatement(sql: NumberedParameters.shared.sql(for: sql))
            statements[sql] = prepared
            return prepared
        } catch let error as DatabaseError {
            throw StoreError.sql(message: error.message ?? "unknown", statement: sql)
        }
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        let pointer = try statement(sql).sqliteStatement
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        try bind(values, to: pointer, sql: sql)
        var rows: [SQLRow] = []
        while true {
            let code = sqlite3_step(pointer)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure(of: sql) }
            rows.append(row(of: pointer))
        }
    }

    private func bind(_ values: [SQLValue], to pointer: OpaquePointer, sql: String) throws {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(pointer, place)
                case .integer(let number): sqlite3_bind_int64(pointer, place, number)
                case .text(let text): sqlite3_bind_text(pointer, place, text, -1, transient)
                case .blob(let bytes):
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(pointer, place, 0)
                        : sqlite3_bind_blob(pointer, place, bytes, Int32(bytes.count), transient)
                }
            guard code == SQLITE_OK else { throw failure(of: sql) }
        }
    }

    private func row(of pointer: OpaquePointer) -> SQLRow {
        let count = sqlite3_column_count(pointer)
        var values: [SQLValue] = []
        values.reserveCapacity(Int(count))
        for column in 0..<count {
            switch sqlite3_column_type(pointer, column) {
            case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(pointer, column)))
            case SQLITE_TEXT:
                values.append(sqlite3_column_text(pointer, column).map { .text(String(cString: $0)) } ?? .null)
            case SQLITE_BLOB:
                let size = Int(sqlite3_column_bytes(pointer, column))
                let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(pointer, column), count: size)
                values.append(.blob([UInt8](bytes)))
            default: values.append(.null)
            }
        }
        return SQLRow(values: values)
    }

    private func failure(of sql: String) -> StoreError {
        let handle = connection.sqliteConnection
        let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "closed"
        switch ResultCode(rawValue: handle.map { sqlite3_extended_errcode($0) } ?? SQLITE_MISUSE) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .uniqueViolation(message)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKeyViolation(message)
        case .SQLITE_FULL, .SQLITE_BUSY: return .unavailable(message)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .corrupt(message)
        default: return .sql(message: message, statement: sql)
        }
    }
}

private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// SQLite binds by number with `?1`; `$1` is a name to it. Each statement is rewritten once.
final class NumberedParameters: Sendable {
    static let shared = NumberedParameters()
    private let known = Mutex<[String: String]>([:])

    func sql(for sql: String) -> String {
        known.withLock { known in
            if let rewritten = known[sql] { return rewritten }
            let rewritten = Self.rewrite(sql)
            known[sql] = rewritten
            return rewritten
        }
    }

    /// `$` before a digit becomes `?`, except inside quotes.
    static func rewrite(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        var quote: UInt8?
        for place in bytes.indices {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "$"), place + 1 < bytes.count,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place + 1])
            {
                bytes[place] = UInt8(ascii: "?")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
