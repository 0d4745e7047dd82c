import ArgumentParser
import Domain
import Foundation
import Simulation
import Store

/// Makes the database for `bin/bench`, through the program's own actions.
struct Fill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a database to measure with.", shouldDisplay: false)

    @OptionGroup var store: StoreOptions
    @Option(help: "How many plans.") var plans = 10_000
    @Option(help: "How many owners to log in, for the load generator.") var owners = 400

    /// Prints, as JSON, sessions with what they can do.
    func run() async throws {
        let store = try await store.open()
        let now = currentInstant()
        let crowd = try await Crowd.fill(into: store, plans: plans, now: now)
        var output = Output(owners: [], workers: [:])
        for owner in crowd.owners.prefix(owners) {
            let token = try await open(KeyRing(owner: owner.person, expiresAt: now.adding(days: 30)), store, now)
            output.owners.append(
                .init(token: token.text, plan: owner.plan.text, steps: owner.steps.map(\.text)))
        }
        for (name, worker) in [("100", crowd.workerOfHundred), ("1000", crowd.workerOfThousand)] {
            guard let worker else { continue }
            let token = try await open(KeyRing(account: worker, expiresAt: now.adding(days: 1)), store, now)
            output.workers[name] = token.text
        }
        print(String(decoding: try JSONEncoder().encode(output), as: UTF8.self))
        await store.close()
    }

    private func open(_ ring: KeyRing, _ store: SQLStore, _ now: Instant) async throws -> Session.Token {
        let token = Session.Token(chance: .system)
        try await store.write { try $0.sessions.open(ring, token: token, replacing: nil, at: now) }
        return token
    }

    private struct Output: Encodable {
        struct Owner: Encodable {
            let token: String
            let plan: String
            let steps: [String]
        }

        var owners: [Owner]
        var workers: [String: String]
    }
}

/// What the engine itself can do on this machine: single rows, each durably committed, in a loop.
struct Commits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Count durable single-row commits per second.", shouldDisplay: false)

    @OptionGroup var store: StoreOptions
    @Option(help: "For how many seconds.") var seconds = 3.0

    func run() async throws {
        let store = try await store.open()
        try await store.database.write { connection in
            _ = try connection.run(
                "CREATE TABLE IF NOT EXISTS bench_rows (id BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL)")
            _ = try connection.run("DELETE FROM bench_rows")
        }
        let clock = ContinuousClock()
        let start = clock.now
        var count: Int64 = 0
        while clock.now - start < .seconds(seconds) {
            count += 1
            let number = count
            try await store.database.write { connection in
                _ = try connection.run(
                    "INSERT INTO bench_rows (id, words) VALUES ($1, $2)", .integer(number), .text("one row"))
            }
        }
        try await store.database.write { _ = try $0.run("DROP TABLE bench_rows") }
        print(Int(Double(count) / seconds))
        await store.close()
    }
}
