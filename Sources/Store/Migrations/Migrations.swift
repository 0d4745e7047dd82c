/// The numbered steps from an empty database to today's. A step that was released never changes; a
/// new need is a new step.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    let statements: [String]
}

public enum Migrations {
    public static let all: [Migration] = [
        firstPlan, ownershipThatLasts, endOfTerm, goals, paper, emergency, network, safety, conference, mail, spoken,
        representing, takingPart, lessSorting, asking,
    ]

    /// Brings a database up to date; each step in a transaction of its own.
    /// - Returns: the steps that were done now.
    @discardableResult
    public static func run(on database: any Database, now: Int64) async throws -> [Migration] {
        try await database.write { connection in
            _ = try connection.run(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)
                """)
        }
        let done = try await applied(on: database)
        if let newest = done.max(), newest > (all.last?.number ?? 0) {
            throw StoreError.unavailable(
                "the database is at step \(newest), newer than this program knows; start the newer program")
        }
        var run: [Migration] = []
        for migration in all where !done.contains(migration.number) {
            try await database.write { connection in
                for statement in migration.statements { _ = try connection.run(statement) }
                _ = try connection.run(
                    "INSERT INTO schema_migrations (number, name, applied_at) VALUES ($1, $2, $3)",
                    .integer(Int64(migration.number)), .text(migration.name), .integer(now))
            }
            run.append(migration)
        }
        return run
    }

    /// Whether nothing was ever kept in this database.
    public static func isEmpty(_ database: any Database) async throws -> Bool {
        try await database.read { try SchemaReader.read($0).columns.isEmpty }
    }

    static func applied(on database: any Database) async throws -> [Int] {
        try await database.read { connection in
            try connection.run("SELECT number FROM schema_migrations ORDER BY number").map {
                Int(try $0.integer(0))
            }
        }
    }
}
