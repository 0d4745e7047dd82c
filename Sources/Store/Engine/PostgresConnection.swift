import CLibPQ
import Foundation

/// One connection to a PostgreSQL server, through libpq. Every call blocks its thread until the server
/// answers, so it lives on a queue of its own (`PostgresDatabase`) and is never shared between threads.
///
/// A statement that fails spoils its transaction: PostgreSQL refuses every statement after it, and the
/// connection answers those with the first failure. A body that wants to go on after, say, a unique
/// violation puts a `SAVEPOINT` around the statement, which both engines know.
final class PostgresConnection: SQLConnection {
    /// A statement that takes longer than this is stopped by the server (`StoreError.unavailable`).
    static let statementDeadline = "15s"
    /// A transaction in which nothing is asked for this long is ended by the server.
    static let idleDeadline = "30s"

    let engine = Engine.postgresql

    private let server: OpaquePointer
    /// The name each statement was prepared under. Its texts are constants of the program, so the limit
    /// is only there for a statement that is put together by mistake.
    private var prepared: [String: String] = [:]
    private static let preparedLimit = 1_000
    /// What spoiled the transaction that is open now.
    private var firstFailure: StoreError?

    /// Opens the connection. `url` is a connection URL (`postgresql://user:password@host/database`) or
    /// libpq's `key=value` form; several hosts may be named, the one that takes writes is used. With a
    /// `schema`, unqualified names mean that schema only; it need not exist yet.
    ///
    /// Throws `StoreError.unavailable` with the server's words, never with the password.
    init(url: String, schema: String? = nil) throws {
        server = try Self.connect(url)
        PQsetNoticeProcessor(server, { _, _ in }, nil)
        _ = try run(
            """
            SELECT set_config('statement_timeout', $1, false),
                   set_config('idle_in_transaction_session_timeout', $2, false)
            """, [.text(Self.statementDeadline), .text(Self.idleDeadline)])
        if let schema {
            _ = try run("SELECT set_config('search_path', quote_ident($1), false)", [.text(schema)])
        }
    }

    deinit { PQfinish(server) }

    /// The link with the server is gone; nothing more can be asked here.
    var isBroken: Bool { PQstatus(server) == CONNECTION_BAD }

    /// The failure that spoiled the open transaction, `nil` while it is sound.
    var spoiledBy: StoreError? {
        guard PQtransactionStatus(server) == PQTRANS_INERROR else { return nil }
        return firstFailure ?? .sql(message: "the transaction is spoiled", statement: "")
    }

    /// Begins a transaction: `BEGIN ISOLATION LEVEL …`.
    func begin(_ statement: String) throws {
        firstFailure = nil
        _ = try execute(statement)
    }

    /// Runs one statement and returns its rows. A statement with values is prepared the first time; the
    /// server infers the types of its parameters from the columns they meet, so that a NULL in the
    /// first call fixes nothing. In `CREATE TABLE` and `ALTER TABLE` the word `BLOB` means `BYTEA`.
    ///
    /// Throws `StoreError`; its words name the statement and the constraint, never a value.
    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        if values.isEmpty { return try execute(inPostgresWords(sql)) }
        let name = try prepare(sql)
        let bound = try BoundValues(values, statement: sql)
        return try bound.withPointers { pointers, lengths, formats in
            try rows(
                PQexecPrepared(server, name, Int32(values.count), pointers, lengths, formats, binary), of: sql)
        }
    }

    /// Runs a statement that has no values, unprepared: DDL, `BEGIN`, `COMMIT`.
    func execute(_ sql: String) throws -> [SQLRow] {
        try rows(PQexecParams(server, sql, 0, nil, nil, nil, nil, binary), of: sql)
    }

    private func prepare(_ sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        if prepared.count == Self.preparedLimit {
            _ = try execute("DEALLOCATE ALL")
            prepared.removeAll()
        }
        let name = "s\(prepared.count + 1)"
        _ = try rows(PQprepare(server, name, sql, 0, nil), of: sql)
        prepared[sql] = name
        return name
    }

    private func inPostgresWords(_ sql: String) -> String {
        let words = sql.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard words.count == 3, ["CREATE", "ALTER"].contains(words[0].uppercased()), words[1].uppercased() == "TABLE"
        else { return sql }
        return sql.replacing(/\bBLOB\b/, with: "BYTEA")
    }
}

// MARK: - Connecting

extension PostgresConnection {
    private static func connect(_ url: String) throws -> OpaquePointer {
        // libpq quotes a string that it cannot read, password and all: those words are not passed on.
        guard let read = PQconninfoParse(url, nil) else {
            throw StoreError.unavailable("the PostgreSQL connection string cannot be read")
        }
        defer { PQconninfoFree(read) }
        try refuseLooseSigns(in: url)
        // What comes before `dbname` is a default, which the URL may replace; what comes after is fixed.
        let settings = [
            ("connect_timeout", "5"), ("keepalives_idle", "30"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "20000"), ("target_session_attrs", "read-write"),
            ("fallback_application_name", "burgerkracht"), ("dbname", url), ("client_encoding", "UTF8"),
        ]
        let keys = CStrings(settings.map(\.0))
        let values = CStrings(settings.map(\.1))
        guard let server = PQconnectdbParams(keys.pointers, values.pointers, 1) else {
            throw StoreError.unavailable("no memory for a connection to PostgreSQL")
        }
        guard PQstatus(server) == CONNECTION_OK else {
            defer { PQfinish(server) }
            var words = text(PQerrorMessage(server)).trimmingCharacters(in: .whitespacesAndNewlines)
            if let password = PQpass(server).map({ String(cString: $0) }), !password.isEmpty {
                words = words.replacing(password, with: "…")
            }
            throw StoreError.unavailable(words)
        }
        return server
    }
}

/// In a URL a bare sign in the password would end it, and libpq would then name the rest of it as a
/// host or a port that it cannot find.
private func refuseLooseSigns(in url: String) throws {
    guard let scheme = url.firstRange(of: "://"), let end = url.lastIndex(of: "@") else { return }
    let parts = url[scheme.upperBound..<max(scheme.upperBound, end)]
    if parts.contains(where: { "/?#@".contains($0) }) || parts.count(where: { $0 == ":" }) > 1 {
        throw StoreError.unavailable(
            "the PostgreSQL connection URL holds a sign that must be written in percent code: @ is %40, / is %2F")
    }
}

/// C strings that end with a null pointer and live as long as this object.
private final class CStrings {
    private let owned: [UnsafeMutablePointer<CChar>?]
    var pointers: [UnsafePointer<CChar>?] { owned.map { UnsafePointer($0) } }

    init(_ strings: [String]) { owned = strings.map { strdup($0) } + [nil] }
    deinit { for string in owned { free(string) } }
}

private func text(_ words: UnsafePointer<CChar>?) -> String { words.map { String(cString: $0) } ?? "" }

/// libpq's word for values in the server's own form: no conversion on either side.
private let binary: Int32 = 1

// MARK: - Values in

/// The values of one call in the form libpq takes: one buffer, every value closed by a zero byte. Text
/// and integers go as text, blobs as they are.
private struct BoundValues {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue], statement: String) throws {
        for value in values {
            switch value {
            case .null: add(nil as [UInt8]?, format: 0)
            case .text(let text):
                // PostgreSQL has no zero byte in a text, and libpq would silently cut the text off there.
                guard !text.utf8.contains(0) else {
                    throw StoreError.sql(message: "a text holds a zero byte", statement: statement)
                }
                add(text.utf8, format: 0)
            case .integer(let number): add(String(number).utf8, format: 0)
            case .blob(let blob): add(blob, format: binary)
            }
        }
    }

    private mutating func add(_ value: (some Collection<UInt8>)?, format: Int32) {
        offsets.append(value == nil ? nil : bytes.count)
        lengths.append(Int32(value?.count ?? 0))
        formats.append(format)
        guard let value else { return }
        bytes.append(contentsOf: value)
        bytes.append(0)
    }

    func withPointers<T>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T) throws -> T {
        try bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            return try body(offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }, lengths, formats)
        }
    }
}

// MARK: - Rows and failures out

extension PostgresConnection {
    private func rows(_ result: OpaquePointer?, of sql: String) throws -> [SQLRow] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return []
        case PGRES_TUPLES_OK: return try rows(in: result, of: sql)
        default: throw remember(failure(result, of: sql))
        }
    }

    private func rows(in result: OpaquePointer?, of sql: String) throws -> [SQLRow] {
        let kinds = try (0..<PQnfields(result)).map { column in
            guard let kind = ColumnKind(oid: PQftype(result, column)) else {
                let name = text(PQfname(result, column))
                throw StoreError.sql(
                    message: "column \(name) is neither text, whole number nor blob: add a CAST", statement: sql)
            }
            return kind
        }
        return (0..<PQntuples(result)).map { row in
            SQLRow(
                values: kinds.indices.map { index in
                    let column = Int32(index)
                    guard PQgetisnull(result, row, column) == 0 else { return .null }
                    let bytes = UnsafeRawBufferPointer(
                        start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
                    return kinds[index].value(bytes)
                })
        }
    }

    private func remember(_ failure: StoreError) -> StoreError {
        if firstFailure == nil { firstFailure = failure }
        return failure
    }

    /// Only the server's first line is passed on: its details quote the values of the row.
    private func failure(_ result: OpaquePointer?, of sql: String) -> StoreError {
        func field(_ code: UnicodeScalar) -> String { text(PQresultErrorField(result, Int32(code.value))) }
        let state = field("C")
        let message = field("M")
        guard !isBroken else {
            return .unavailable(message.isEmpty ? "the connection with PostgreSQL broke" : message)
        }
        switch state {
        case "23505": return .uniqueViolation(field("n"))
        case "23503": return .foreignKeyViolation(field("n"))
        case "40001", "40P01": return .stale
        case "25P02": return firstFailure ?? .sql(message: message, statement: sql)
        case "57014": return .unavailable("\(message): \(sql)")
        case "57P01", "57P02", "57P03": return .unavailable(message)
        // 08: the connection; 53: no memory, no disk, no more connections.
        case _ where state.hasPrefix("08") || state.hasPrefix("53"): return .unavailable(message)
        // 22: a value that does not fit, which the first line quotes.
        case _ where state.hasPrefix("22"):
            return .sql(message: "a value does not fit (SQLSTATE \(state))", statement: sql)
        case "": return .sql(message: "PostgreSQL gave no answer that can be read", statement: sql)
        default: return .sql(message: message, statement: sql)
        }
    }
}

/// How a column of a given type becomes a value. Types that the store does not use are refused, because
/// their binary form is not text.
private enum ColumnKind {
    case text, integer, blob, nothing

    /// `oid` is the number PostgreSQL gives a built-in type.
    init?(oid: Oid) {
        switch oid {
        case 25, 1043, 1042, 19, 18, 705: self = .text  // text, varchar, char(n), name, "char", unknown
        case 20, 23, 21, 16: self = .integer  // int8, int4, int2, bool
        case 17: self = .blob  // bytea
        case 2278: self = .nothing  // void: a function called for its effect
        default: return nil
        }
    }

    func value(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
        switch self {
        case .text: .text(String(decoding: bytes, as: UTF8.self))
        case .blob: .blob([UInt8](bytes))
        case .nothing: .null
        case .integer:
            // Big-endian, 1 to 8 bytes; the first byte carries the sign.
            .integer(bytes.dropFirst().reduce(Int64(Int8(bitPattern: bytes.first ?? 0))) { $0 << 8 | Int64($1) })
        }
    }
}
