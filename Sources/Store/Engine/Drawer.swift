import GRDB
import Synchronization

/// A small database of its own, of either engine, that answers at once: for the few things that are kept
/// beside the database, one statement at a time. Each is durable when it is answered.
final class Drawer: Sendable {
    private enum Place {
        case file(DatabaseQueue)
        case server(Server)
    }

    private let place: Place

    /// - Parameter place: a file of SQLite, or `postgresql://…`.
    /// - Throws: `StoreError.unavailable`.
    init(place: String) throws {
        if place.hasPrefix("postgresql://") || place.hasPrefix("postgres://") {
            self.place = .server(Server(url: place))
        } else {
            self.place = .file(try Self.open(place))
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.label = "burgerkracht.drawer"
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA journal_mode = WAL")
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            // What is taken out is overwritten, not only forgotten.
            try connection.execute(sql: "PRAGMA secure_delete = ON")
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError.unavailable("cannot open \(path): \(error)")
        }
    }

    func run(_ sql: String, _ values: SQLValue...) throws -> [SQLRow] {
        switch place {
        case .file(let queue): try queue.writeWithoutTransaction { try SQLiteConnection($0).run(sql, values) }
        case .server(let server): try server.run(sql, values)
        }
    }

    /// Takes what was overwritten out of the log beside the file as well. A server has its own ways.
    func sweep() throws {
        guard case .file(let queue) = place else { return }
        _ = try queue.writeWithoutTransaction { try SQLiteConnection($0).run("PRAGMA wal_checkpoint(TRUNCATE)", []) }
    }

    func close() {
        guard case .file(let queue) = place else { return }
        try? queue.close()
    }

    /// One connection, opened when it is needed and again when it broke.
    private final class Server: Sendable {
        private let url: String
        private let connection = Mutex<PostgresConnection?>(nil)

        init(url: String) { self.url = url }

        /// A statement may be said twice, so it has to be one that does no harm then.
        func run(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
            try connection.withLock { connection in
                if connection == nil || connection?.isBroken == true { connection = try PostgresConnection(url: url) }
                do {
                    return try connection?.run(sql, values) ?? []
                } catch {
                    guard connection?.isBroken == true else { throw error }
                    connection = try PostgresConnection(url: url)
                    return try connection?.run(sql, values) ?? []
                }
            }
        }
    }
}
