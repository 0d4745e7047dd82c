import Foundation
import Synchronization

/// A PostgreSQL database behind a small pool of connections, each on a serial queue of its own.
///
/// Every transaction sees one snapshot (REPEATABLE READ). A body may run more than once: after a lost
/// race, and after a connection that broke before anything was committed. It must therefore have no
/// effect besides its statements.
///
/// Callers that find every connection busy wait in order of arrival without holding a thread. Beyond
/// `waitingLimit` of them the answer is `StoreError.unavailable`, at once. A caller whose task is
/// cancelled while it waits is still served.
public final class PostgresDatabase: Database {
    /// How many callers may wait for a connection.
    public static let waitingLimit = 1_000

    public let engine = Engine.postgresql

    private let lanes: [Lane]
    private let state: Mutex<State>

    /// What a lane does for one caller; it returns the step that gives the caller the answer, taken when
    /// the lane is free again.
    private typealias Job = @Sendable (Lane) -> @Sendable () -> Void

    private struct State {
        /// The lane that was used last is used first, so that few connections serve a quiet day.
        var idle: [Lane]
        var waiting: [Job] = []
        var isClosed = false
        /// Woken when no lane works any more.
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Opens one connection, to know that it can; the others are opened when they are needed.
    ///
    /// `url` and `schema` are those of `PostgresConnection`. Throws `StoreError.unavailable` with the
    /// server's words, without the password.
    public init(url: String, schema: String? = nil, connections: Int = 8) throws {
        precondition(connections > 0, "a pool has at least one connection")
        let first = try PostgresConnection(url: url, schema: schema)
        lanes = (1...connections).map { number in
            Lane(number: number, connection: number == 1 ? first : nil) {
                try PostgresConnection(url: url, schema: schema)
            }
        }
        state = Mutex(State(idle: lanes.reversed()))
    }

    /// Runs `body` in a transaction that can change nothing. Throws what `body` throws, or `StoreError`.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await transaction(.read, body)
    }

    /// Runs `body` in a transaction and commits it; what `body` throws undoes it. A lost race is tried
    /// again, up to twenty times, and then thrown as `StoreError.stale`. When the connection breaks during
    /// the commit nobody knows whether it counts: `StoreError.unavailable` says so.
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await transaction(.write, body)
    }

    /// Refuses new callers, serves those who were already there, and closes every connection.
    public func close() async {
        await withCheckedContinuation { closer in
            let isQuiet = state.withLock { state in
                state.isClosed = true
                let isQuiet = state.idle.count == lanes.count
                if !isQuiet { state.closers.append(closer) }
                return isQuiet
            }
            if isQuiet { closer.resume() }
        }
        for lane in lanes { await lane.hangUp() }
    }

    private func transaction<T: Sendable>(
        _ kind: TransactionKind, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { caller in
            let job: Job = { lane in
                let answer = Result { try lane.transaction(kind, body) }
                return { caller.resume(with: answer) }
            }
            if let refusal = admit(job) { caller.resume(throwing: refusal) }
        }
    }

    /// Gives the job to an idle lane or lets it wait; the refusal if it can do neither.
    private func admit(_ job: @escaping Job) -> StoreError? {
        let (lane, refusal): (Lane?, StoreError?) = state.withLock { state in
            if state.isClosed { return (nil, .unavailable("the database is closed")) }
            if let lane = state.idle.popLast() { return (lane, nil) }
            if state.waiting.count >= Self.waitingLimit {
                return (nil, .unavailable("too many callers wait for the database"))
            }
            state.waiting.append(job)
            return (nil, nil)
        }
        lane?.queue.async { [self] in
            guard let lane else { return }
            var current: Job? = job
            while let job = current {
                let giveAnswer = job(lane)
                current = next(for: lane)
                giveAnswer()
            }
        }
        return refusal
    }

    /// The job of whoever waits longest; with nobody waiting the lane becomes idle.
    private func next(for lane: Lane) -> Job? {
        let (job, closers): (Job?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            guard state.waiting.isEmpty else { return (state.waiting.removeFirst(), []) }
            state.idle.append(lane)
            guard state.idle.count == lanes.count else { return (nil, []) }
            defer { state.closers = [] }
            return (nil, state.closers)
        }
        for closer in closers { closer.resume() }
        return job
    }
}

private enum TransactionKind: Sendable {
    case read, write

    var begin: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL REPEATABLE READ"
        }
    }
}

/// One connection and the queue it lives on.
///
/// `@unchecked Sendable` is safe: `connection` is set before the lane is shared and touched on `queue`
/// only after that, everything else is constant.
private final class Lane: @unchecked Sendable {
    let queue: DispatchQueue
    private let open: @Sendable () throws -> PostgresConnection
    private var connection: PostgresConnection?

    /// How often a transaction that lost a race is tried again.
    private static let retries = 20
    /// After so many lost races a transaction stands in a line with the other losers, of every process on
    /// this schema, so that they no longer race each other.
    private static let racesBeforeTheLine = 2

    init(number: Int, connection: PostgresConnection?, open: @escaping @Sendable () throws -> PostgresConnection) {
        queue = DispatchQueue(label: "burgerkracht.postgresql.\(number)")
        self.connection = connection
        self.open = open
    }

    /// Runs `body` in a transaction, again where that is safe. Called on `queue`.
    func transaction<T>(_ kind: TransactionKind, _ body: (any SQLConnection) throws -> T) throws -> T {
        var lostRaces = 0
        var mayReconnect = true
        while true {
            let connection = try openConnection()
            let standsInLine = lostRaces >= Self.racesBeforeTheLine
            if standsInLine { try stand(in: .enter, on: connection) }
            let ending = attempt(kind, body, on: connection)
            if standsInLine { try? stand(in: .leave, on: connection) }
            switch ending {
            case .done(let value): return value
            case .failed(let error): throw error
            case .broken(let error):
                guard mayReconnect else { throw error }
                mayReconnect = false
            case .stale:
                guard lostRaces < Self.retries else { throw StoreError.stale }
                lostRaces += 1
                // At random, so that two losers do not meet again.
                Thread.sleep(forTimeInterval: .random(in: 0.001...0.004))
            }
        }
    }

    private enum Line: String {
        case enter = "pg_advisory_lock"
        case leave = "pg_advisory_unlock"
    }

    /// The line is a lock of the server that belongs to the session: it outlives the transaction, whose
    /// snapshot must begin after it was given, and goes with a broken connection. A connection that cannot
    /// leave the line is given up.
    private func stand(in line: Line, on connection: PostgresConnection) throws {
        guard !connection.isBroken else { return }
        do {
            _ = try connection.execute("SELECT \(line.rawValue)(hashtext('burgerkracht'), hashtext(current_schema()))")
        } catch {
            self.connection = nil
            throw error
        }
    }

    func hangUp() async {
        await withCheckedContinuation { done in
            queue.async {
                self.connection = nil
                done.resume()
            }
        }
    }

    private func openConnection() throws -> PostgresConnection {
        if let connection, !connection.isBroken { return connection }
        connection = nil
        let fresh = try open()
        connection = fresh
        return fresh
    }

    private enum Ending<T> {
        case done(T)
        /// Another transaction was first.
        case stale
        /// The connection broke before the commit was asked for: nothing was saved.
        case broken(any Error)
        case failed(any Error)
    }

    private func attempt<T>(
        _ kind: TransactionKind, _ body: (any SQLConnection) throws -> T, on connection: PostgresConnection
    ) -> Ending<T> {
        let value: T
        do {
            try connection.begin(kind.begin)
            value = try body(connection)
            // A body may swallow a failure; the server would then turn the commit into a rollback.
            if let failure = connection.spoiledBy { throw failure }
        } catch {
            if connection.isBroken { return .broken(error) }
            let lostRace = isStale(error) || isStale(connection.spoiledBy)
            undo(on: connection)
            return lostRace ? .stale : .failed(error)
        }
        return commit(kind, value, on: connection)
    }

    private func commit<T>(_ kind: TransactionKind, _ value: T, on connection: PostgresConnection) -> Ending<T> {
        do {
            _ = try connection.execute("COMMIT")
            return .done(value)
        } catch {
            if connection.isBroken {
                if kind == .read { return .done(value) }
                return .failed(
                    StoreError.unavailable(
                        "the connection broke during the commit: whether the change was saved is unknown"))
            }
            undo(on: connection)
            return isStale(error) ? .stale : .failed(error)
        }
    }

    /// A connection that cannot undo is of no use any more.
    private func undo(on connection: PostgresConnection) {
        do { _ = try connection.execute("ROLLBACK") } catch { self.connection = nil }
    }

    private func isStale(_ error: (any Error)?) -> Bool {
        if case StoreError.stale? = error { true } else { false }
    }
}
