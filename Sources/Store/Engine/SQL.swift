/// The two engines that one SQL runs on (ADR 0002).
public enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgresql
}

/// A value as both engines know it. Money is in cents, time in milliseconds, days as `YYYY-MM-DD`.
public enum SQLValue: Equatable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case blob([UInt8])
}

extension SQLValue {
    static func text(orNull text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    static func integer(orNull number: Int64?) -> SQLValue { number.map { .integer($0) } ?? .null }
    static func blob(orNull bytes: [UInt8]?) -> SQLValue { bytes.map { .blob($0) } ?? .null }
}

/// One row of an answer; columns are counted from 0, in the order of the SELECT.
public struct SQLRow: Sendable {
    public let values: [SQLValue]

    public init(values: [SQLValue]) { self.values = values }

    public func optionalText(_ column: Int) throws -> String? {
        switch values[column] {
        case .null: nil
        case .text(let text): text
        default: throw StoreError.corrupt("column \(column) is no text")
        }
    }

    public func optionalInteger(_ column: Int) throws -> Int64? {
        switch values[column] {
        case .null: nil
        case .integer(let number): number
        default: throw StoreError.corrupt("column \(column) is no number")
        }
    }

    public func optionalBlob(_ column: Int) throws -> [UInt8]? {
        switch values[column] {
        case .null: nil
        case .blob(let bytes): bytes
        default: throw StoreError.corrupt("column \(column) is no blob")
        }
    }

    public func text(_ column: Int) throws -> String { try present(optionalText(column), column) }
    public func integer(_ column: Int) throws -> Int64 { try present(optionalInteger(column), column) }
    public func blob(_ column: Int) throws -> [UInt8] { try present(optionalBlob(column), column) }

    private func present<Value>(_ value: Value?, _ column: Int) throws -> Value {
        guard let value else { throw StoreError.corrupt("column \(column) is empty") }
        return value
    }
}

/// The only seam between the features' SQL and an engine. Parameters are `$1…$n`, bound by number.
public protocol SQLConnection: AnyObject {
    var engine: Engine { get }
    /// - Throws: `StoreError`.
    func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow]
}

extension SQLConnection {
    public func run(_ sql: String, _ values: SQLValue...) throws -> [SQLRow] { try run(sql, values) }
}

/// A database of either engine. Within a body everything is synchronous, on a thread that may block.
public protocol Database: Sendable {
    var engine: Engine { get }
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    /// Answers after the commit is durable. A lost race is run again from the start, so a body has no
    /// effects but its SQL.
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    func close() async
}

/// What can go wrong with a store, the same for both engines. Never holds a value of a person.
public enum StoreError: Error, Equatable {
    case uniqueViolation(String)
    case foreignKeyViolation(String)
    /// Somebody else changed it first, also after trying again.
    case stale
    case unavailable(String)
    case corrupt(String)
    case sql(message: String, statement: String)
}
