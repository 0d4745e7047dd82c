import Dispatch
import Foundation
import GRDB

/// Moves what was committed from the write-ahead log into the database file, beside the writer: it has a
/// connection of its own, so that nobody who waits for a commit waits for this as well.
final class SQLiteCheckpoints: Sendable {
    private let connection: DatabaseQueue
    // Set up in `init`, and after that only cancelled: Dispatch allows that from any thread.
    nonisolated(unsafe) private let timer: any DispatchSourceTimer
    private let log: String

    /// From this size on (bytes) the log is moved.
    private static let worthMoving = 4_000_000
    /// From this size on the writers wait until all is moved, so that the log does not grow for ever.
    private static let mostKept = 256_000_000

    init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "burgerkracht.checkpoints"
        configuration.busyMode = .timeout(5)
        connection = try DatabaseQueue(path: path, configuration: configuration)
        log = path + "-wal"
        let queue = DispatchQueue(label: "burgerkracht.sqlite.checkpoints", qos: .utility)
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(500))
        timer.setEventHandler { [weak self] in self?.move() }
        timer.resume()
    }

    func stop() {
        timer.cancel()
        try? connection.close()
    }

    private func move() {
        let size = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
        guard size > Self.worthMoving else { return }
        let kind = size > Self.mostKept ? "RESTART" : "PASSIVE"
        // What does not succeed now is tried again in half a second; nothing is lost by it.
        try? connection.writeWithoutTransaction { _ = try Row.fetchAll($0, sql: "PRAGMA wal_checkpoint(\(kind))") }
    }
}
