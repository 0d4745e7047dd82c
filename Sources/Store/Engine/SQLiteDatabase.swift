import Dispatch
import GRDB
import Synchronization

/// SQLite in one file: WAL, `synchronous=FULL`. Readers run beside the one writer; the writer takes
/// whatever waits, runs each in a savepoint of its own, commits once, and then answers all (ADR 0003).
public final class SQLiteDatabase: Database {
    public let engine = Engine.sqlite
    private let pool: DatabasePool
    private let checkpoints: SQLiteCheckpoints
    private let waiting = Mutex(Waiting())
    private let thread = DispatchQueue(label: "burgerkracht.sqlite.writer", qos: .userInitiated)

    /// The most that one commit answers for: keeps the last of a crowd from waiting for all.
    private static let largestGroup = 64
    /// More than this many waiting is more than the disk can carry: refuse in words, don't pile up.
    private static let longestQueue = 5_000

    // Made and used by the writer's thread alone.
    nonisolated(unsafe) private var writerSeam: SQLiteConnection?

    private struct Waiting {
        var jobs: [Job] = []
        var isDraining = false
    }

    /// - Throws: `StoreError.unavailable` when the file cannot be opened.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.label = "burgerkracht"
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { connection in
                try connection.execute(sql: "PRAGMA synchronous = FULL")
                try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0")  // SQLiteCheckpoints does it
                try connection.execute(sql: "PRAGMA secure_delete = ON")
                // What the writer needs again and again stays in its own cache: 32 MB.
                try connection.execute(sql: "PRAGMA cache_size = -32000")
            }
            checkpoints = try SQLiteCheckpoints(path: path)
        } catch {
            throw StoreError.unavailable("cannot open \(path): \(error)")
        }
    }

    /// Runs where it is asked: a read of a few rows from a local file is done sooner than another thread
    /// can be woken up for it.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try readNow(body)
    }

    private func readNow<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try pool.read { try body(SQLiteConnection($0)) }
    }

    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(body: body, continuation: continuation)
            let outcome = waiting.withLock { waiting -> Admission in
                guard waiting.jobs.count < Self.longestQueue else { return .refused }
                waiting.jobs.append(job)
                if waiting.isDraining { return .queued }
                waiting.isDraining = true
                return .first
            }
            switch outcome {
            case .first: thread.async { self.drain() }
            case .queued: break
            case .refused: continuation.resume(throwing: StoreError.unavailable("too many writes are waiting"))
            }
        }
    }

    private enum Admission { case first, queued, refused }

    /// Leaves everything in the one file, so that it can be copied or moved.
    public func close() async {
        await withCheckedContinuation { continuation in
            thread.async {
                self.checkpoints.stop()
                self.writerSeam = nil
                try? self.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                try? self.pool.close()
                continuation.resume()
            }
        }
    }

    private func drain() {
        while hasWork() {
            var group: [Job] = []
            do {
                try pool.writeWithoutTransaction { try runGroup(&group, on: $0) }
                for job in group { job.answer() }
            } catch {
                for job in group { job.fail(error) }
            }
        }
    }

    /// The writer keeps one seam, with the statements it prepared.
    private func seam(of connection: GRDB.Database) -> SQLiteConnection {
        if let writerSeam, writerSeam.belongs(to: connection) { return writerSeam }
        let seam = SQLiteConnection(connection)
        writerSeam = seam
        return seam
    }

    private func hasWork() -> Bool {
        waiting.withLock { waiting in
            waiting.isDraining = !waiting.jobs.isEmpty
            return waiting.isDraining
        }
    }

    private func takeWaiting(atMost count: Int) -> [Job] {
        waiting.withLock { waiting in
            let taken = Array(waiting.jobs.prefix(count))
            waiting.jobs.removeFirst(taken.count)
            return taken
        }
    }

    /// All of a group in one transaction: each in a savepoint, so that one's refusal leaves no trace
    /// and does not touch the others. Who comes while they run waits for the next group: so these answers
    /// are ready sooner, and the rest of the server works while it commits.
    private func runGroup(_ group: inout [Job], on connection: GRDB.Database) throws {
        let seam = seam(of: connection)
        _ = try seam.run("BEGIN IMMEDIATE", [])
        do {
            group = takeWaiting(atMost: Self.largestGroup)
            for job in group {
                _ = try seam.run("SAVEPOINT job", [])
                if !job.run(on: seam) { _ = try seam.run("ROLLBACK TO job", []) }
                _ = try seam.run("RELEASE job", [])
            }
            _ = try seam.run("COMMIT", [])
        } catch {
            _ = try? seam.run("ROLLBACK", [])
            throw error
        }
    }
}

/// One waiting write: runs on the writer's thread, and answers its caller after the commit.
private final class Job: @unchecked Sendable {
    // Touched by the writer's thread alone, after `init`.
    private let body: (any SQLConnection) -> Bool
    private let reply: (StoreFailure?) -> Void

    private struct StoreFailure { let error: any Error }

    init<T: Sendable>(
        body: @escaping @Sendable (any SQLConnection) throws -> T, continuation: CheckedContinuation<T, any Error>
    ) {
        let outcome = Outcome<T>()
        self.body = { connection in
            outcome.result = Result { try body(connection) }
            if case .success = outcome.result { return true }
            return false
        }
        reply = { failure in
            if let failure {
                continuation.resume(throwing: failure.error)
            } else if let result = outcome.result {
                continuation.resume(with: result)
            } else {
                continuation.resume(throwing: StoreError.unavailable("the write did not run"))
            }
        }
    }

    func run(on connection: any SQLConnection) -> Bool { body(connection) }
    func answer() { reply(nil) }
    func fail(_ error: any Error) { reply(StoreFailure(error: error)) }

    private final class Outcome<T> {
        var result: Result<T, any Error>?
    }
}
