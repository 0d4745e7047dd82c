import Domain
import Foundation
import Testing

@testable import Store

extension Engine {
    /// SQLite always, PostgreSQL where it is installed (on CI it must be).
    static let available: [Engine] = PostgresCluster.shared == nil ? [.sqlite] : [.sqlite, .postgresql]
}

/// Monday 3 March 2025, ten in the morning in the Netherlands.
let testNow = Instant.start(of: Day(year: 2025, month: 3, day: 3)).adding(hours: 10)

func testKeys(_ byte: UInt8 = 7) throws -> InstallationKeys {
    try InstallationKeys(secret: [UInt8](repeating: byte, count: 32))
}

/// A migrated store of its own, gone afterwards.
func withStore<T>(_ engine: Engine, _ body: (SQLStore) async throws -> T) async throws -> T {
    switch engine {
    case .sqlite: return try await withSQLiteFile { store, _ in try await body(store) }
    case .postgresql:
        let (url, schema) = try #require(PostgresCluster.freshSchemaURL())
        let keeper = try PostgresConnection(url: url)
        _ = try keeper.run("CREATE SCHEMA \(schema)")
        defer { _ = try? keeper.run("DROP SCHEMA \(schema) CASCADE") }
        let database = try PostgresDatabase(url: url, schema: schema, connections: 4)
        return try await inFolder { try await use(database, in: $0, body) }
    }
}

private func inFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = NSTemporaryDirectory() + "burgerkracht-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// A SQLite store, and where its file is.
func withSQLiteFile<T>(_ body: (SQLStore, String) async throws -> T) async throws -> T {
    try await inFolder { folder in
        let path = "\(folder)/test.sqlite"
        return try await use(try SQLiteDatabase(path: path), in: folder) { try await body($0, path) }
    }
}

private func use<T>(
    _ database: any Database, in folder: String, _ body: (SQLStore) async throws -> T
) async throws -> T {
    let store = SQLStore(
        database: database, keys: try testKeys(), cabinet: try KeyCabinet(place: "\(folder)/sleutelkast"))
    do {
        try await Migrations.run(on: database, now: 0)
        let answer = try await body(store)
        await store.close()
        return answer
    } catch {
        await store.close()
        throw error
    }
}

func occasion(_ actor: Actor = .visitor, at now: Instant = testNow) -> Occasion {
    Occasion(actor: actor, now: now, origin: Origin(road: .command, address: "192.0.2.1"), chance: .system)
}

extension SQLStore {
    /// Something that no action of the program does: by hand, past all rules.
    func tamper(_ statements: String...) async throws {
        try await database.write { connection in
            for statement in statements { _ = try connection.run(statement) }
        }
    }

    func rows(_ sql: String) async throws -> [SQLRow] { try await database.read { try $0.run(sql) } }

    func texts(_ sql: String) async throws -> [String] { try await rows(sql).map { try $0.text(0) } }
}

/// A plan with so many texts of its owner, and an area and a team to have it in.
struct LivingPlan: Sendable {
    let household: Household.ID
    let plan: Plan.ID
    let owner: Person.ID
    /// Rows in its journal.
    let rows: Int64

    @discardableResult
    static func begin(in store: SQLStore, texts: Int = 6) async throws -> LivingPlan {
        let area = try await store.write { records in
            if let known = try records.areas.all().first { return known }
            let team = Team(id: occasion().newID(), name: "Team Testwijk", phone: "0123 45 67 89")
            let area = Area(id: occasion().newID(), slug: "testwijk", name: "Testwijk", team: team.id)
            try records.teams.insert(team)
            try records.areas.insert(area)
            return area
        }
        return try await store.write { records in
            let first = FirstWords(
                words: try Words("Ik slaap niet.", room: .sentence),
                reach: try Words("06-00000001", room: .reach))
            let begun = try askQuestion(first, in: area, on: occasion(), records: records)
            for number in 0..<texts {
                try tellStory(
                    try Words("Regel \(number).", room: .story), about: nil, at: begun.plan,
                    on: occasion(Actor(owner: begun.owner)), records: records)
            }
            return LivingPlan(
                household: try records.plans.header(of: begun.plan).household, plan: begun.plan,
                owner: begun.owner, rows: Int64(texts + 2))
        }
    }
}
