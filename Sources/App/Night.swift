import ArgumentParser
import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store

/// The night's work on a store, task by task, in pieces that nobody waits for.
struct Night {
    let store: SQLStore

    private static let piece = 20

    /// - Returns: how many things each task did.
    func run(_ tasks: [NightTask]) async throws -> [(task: NightTask, items: Int)] {
        if tasks.contains(.erasedOnRequest) { try await store.finishErasures(at: currentInstant()) }
        var done: [(NightTask, Int)] = []
        for task in tasks {
            var items = 0
            while true {
                let occasion = Occasion(
                    actor: .visitor, now: currentInstant(), origin: Origin(road: .command, address: "-"),
                    chance: .system)
                let count = try await store.write {
                    try doAtNight(task, limit: Self.piece, on: occasion, records: $0)
                }
                items += count
                guard task.isNightly, count == Self.piece else { break }
            }
            done.append((task, items))
        }
        return done
    }
}

/// Beside the server: every hour what only had to stay for a day or a session, and every night the rest. A night
/// that was missed is done at the next start.
struct NightWatch: Service {
    let store: SQLStore
    let logger: Logger

    private static let hour = "03:00"

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    for (task, items) in try await Night(store: store).run(try await due()) {
                        logger.info(
                            "night work", metadata: ["task": "\(task.rawValue)", "items": .stringConvertible(items)])
                    }
                } catch {
                    logger.error("night work failed", metadata: ["error": .string(String(describing: error))])
                }
                try await Task.sleep(for: .seconds(3600))
            }
        }
    }

    private func due() async throws -> [NightTask] {
        let now = currentInstant()
        let light = NightTask.allCases.filter { !$0.isNightly }
        // Before three it is still the night of yesterday.
        let night = now.clock >= Self.hour ? now.day : now.day.adding(days: -1)
        let isDone = try await store.read { try $0.night.last(20) }.contains { $0.task.isNightly && $0.day >= night }
        return isDone ? light : NightTask.allCases
    }
}

/// The night's work, now.
struct NightCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "night", abstract: "Do now what the server does every night: erase what has had its time.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try await store.open()
        for (task, items) in try await Night(store: store).run(NightTask.allCases) {
            print("\(task.sentence): \(items)")
        }
        await store.close()
    }
}

extension NightTask {
    fileprivate var sentence: String {
        switch self {
        case .sessions: "sessions that were over"
        case .receipts: "marks of forms older than a day"
        case .mails: "links that were over, and mails that went a month ago"
        case .erasedOnRequest: "households erased because their owner asked"
        case .erasedAtTerm: "households erased at the end of their term"
        case .remindedMakers: "workers told that a proposal of theirs has no answer"
        case .remindedAskers: "workers told that what they asked a resident has no answer"
        case .warnedOfSleep: "contact persons told that a plan goes to sleep"
        case .putToSleep: "plans asleep after a year of silence"
        case .safetyAtTerm: "tracks about safety erased at the end of their term"
        }
    }
}

/// Puts a household back from the file that its owner took along.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Put a household back from the file that its owner took along.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "The file, as the owner saved it.") var file: String

    private struct File: Decodable {
        let kopie: Data
    }

    func run() async throws {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        else { throw ValidationError("\(file) is not a file that somebody took along from here") }
        let store = try await store.open()
        let occasion = Occasion(
            actor: .visitor, now: currentInstant(), origin: Origin(road: .command, address: "-"), chance: .system)
        do {
            try await store.write { try restoreHousehold(Array(file.kopie), on: occasion, records: $0) }
        } catch let refusal as RestoreRefusal {
            await store.close()
            throw ValidationError(refusal.sentence)
        }
        await store.close()
        print("The household is back as it was, with its own code and its own links.")
    }
}

extension RestoreRefusal {
    fileprivate var sentence: String {
        switch self {
        case .notOurs: "the file was made by another installation, or it was changed since"
        case .stillThere: "this household is still there; nothing was written over it"
        case .tooNew: "the file was made by a newer version of the program"
        case .noPlace: "somebody or something that the file names does not exist here any more"
        }
    }
}
