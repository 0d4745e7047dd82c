import Crypto
import Domain
import Foundation
import Simulation
import Testing

@testable import Store

@Suite struct SealingTests {
    private let seal = Seal(key: SymmetricKey(size: .bits256))

    @Test func `a sealed text opens where it was sealed`() throws {
        let sealed = try seal.close("Donderdag eerst.", .storyWords, row: "een")
        #expect(try seal.open(sealed, .storyWords, row: "een") == "Donderdag eerst.")
        #expect(try seal.close("Donderdag eerst.", .storyWords, row: "een") != sealed)
    }

    @Test func `a sealed text does not open in another row, column or household`() throws {
        let sealed = try seal.close("Donderdag eerst.", .storyWords, row: "een")
        let neighbour = Seal(key: SymmetricKey(size: .bits256))
        #expect(throws: StoreError.self) { try seal.open(sealed, .storyWords, row: "twee") }
        #expect(throws: StoreError.self) { try seal.open(sealed, .stepWords, row: "een") }
        #expect(throws: StoreError.self) { try neighbour.open(sealed, .storyWords, row: "een") }
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: StoreError.self) { try seal.open(changed, .storyWords, row: "een") }
        }
        #expect(throws: StoreError.self) { try seal.open([], .storyWords, row: "een") }
    }

    @Test(arguments: Engine.available)
    func `a text that was moved to another household's row is not shown`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            let source = "(SELECT max(id) FROM stories WHERE plan_id = '\(other.plan)')"
            try await store.tamper(
                """
                UPDATE stories SET words_sealed = (SELECT words_sealed FROM stories WHERE id = \(source))
                WHERE id = (SELECT max(id) FROM stories WHERE plan_id = '\(plan.plan)')
                """)
            await #expect(throws: StoreError.corrupt("stories.words_sealed does not open with this key")) {
                try await store.write { records in
                    _ = try readPlan(plan.plan, on: occasion(Actor(owner: plan.owner)), records: records)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an erased household has nothing to read`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.write {
                try askErasure(of: plan.plan, .now, on: occasion(Actor(owner: plan.owner)), records: $0)
            }
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { records in
                    _ = try readPlan(plan.plan, on: occasion(Actor(owner: plan.owner)), records: records)
                }
            }
        }
    }

    @Test func `no name, telephone, address or sentence of Waterveen is in the file`() async throws {
        try await withSQLiteFile { store, path in
            let people = try await Waterveen.seed(into: store, now: testNow, passwordHash: "geheim")
            let told = try await Told.everything(in: store, people: people)
            #expect(told.texts.count > 200)
            for text in ["Samira", "Femke Dijkstra", "06-00000001", "Slapen daarna.", "Kolkweg 3", "papa kneep"] {
                #expect(told.texts.contains { $0.contains(text) }, "\(text) is not told")
            }
            let places: Set<String> = ["198.51.100.34", "192.0.2.10", "203.0.113.71"]
            // What the neighbourhood asks for is on a public page; that somebody picked it is not.
            var open = Self.wordsOfTheProgram
            for column in ["words", "place", "when_words", "call_name", "call_phone"] {
                open += try await store.texts("SELECT \(column) FROM openings")
            }
            let known = open
            let secrets = told.texts.union(told.longWords).union(places).filter { secret in
                !known.contains { $0.contains(secret) }
            }
            #expect(secrets.contains("drie ochtenden in de week, De Fietskelder, Kade 4"))
            #expect(FileManager.default.fileExists(atPath: path + "-wal"))
            try expectNone(of: secrets, in: ["", "-wal"].map { path + $0 })
            await store.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 100_000)
            try expectNone(of: secrets, in: [path])
        }
    }

    /// What the program itself writes in the open: a resident may use the same word.
    private static let wordsOfTheProgram: [String] =
        JournalEntry.Event.allCases.map(\.rawValue) + Role.allCases.map(\.rawValue)
        + [JournalEntry.Ground.own, .ownersWord, .wmo, .none].map(\.rawValue)

    private func expectNone(of secrets: Set<String>, in files: [String]) throws {
        for file in files {
            let content = try Data(contentsOf: URL(fileURLWithPath: file))
            for secret in secrets {
                #expect(content.range(of: Data(secret.utf8)) == nil, "\(secret) is in \(file)")
            }
        }
    }
}
