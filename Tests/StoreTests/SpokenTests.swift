import Domain
import Foundation
import Simulation
import Testing

@testable import Store

/// A question that was spoken: heard by one, typed out, read back, and then gone.
@Suite struct SpokenTests {
    typealias Town = ContractTests.Town

    /// Sound of which a piece is nowhere by chance.
    static let sound: [UInt8] = Array("OggS".utf8) + Chance.seeded(99).bytes(40_000)
    static let words = "Ik kan de brieven niet lezen."

    static func first(_ words: String? = nil) throws -> FirstWords {
        FirstWords(
            spoken: try Recording(sound, seconds: 42), words: try Words.optional(words, room: .sentence),
            reach: try Words("06 00 00 00 01", room: .reach))
    }

    /// A spoken question that Femke took up.
    private struct Scene: Sendable {
        let store: SQLStore
        let town: Town
        let plan: Plan.ID
        let owner: Actor
        let message: SpokenMessage.ID

        var femke: Actor { Actor(account: town.femke) }

        static func set(in store: SQLStore, accepted: Bool = true) async throws -> Scene {
            let town = try await Town.make(in: store)
            let begun = try await store.write {
                try askQuestion(try SpokenTests.first(), in: town.area, on: occasion(), records: $0)
            }
            if accepted {
                try await store.write { records in
                    let question = try #require(try records.questions.latest(of: begun.plan))
                    let on = occasion(Actor(account: town.femke), at: testNow.adding(minutes: 1))
                    _ = try acceptQuestion(question.id, on: on, records: records)
                }
            }
            let message = try await store.read { try $0.plans.header(of: begun.plan).spoken }
            return Scene(
                store: store, town: town, plan: begun.plan, owner: Actor(owner: begun.owner),
                message: try #require(message))
        }

        func act<T: Sendable>(
            _ actor: Actor, _ minutes: Int, _ body: @escaping @Sendable (Occasion, any Records) throws -> T
        ) async throws -> T {
            let on = occasion(actor, at: testNow.adding(minutes: minutes))
            return try await store.write { try body(on, $0) }
        }

        func hear(_ actor: Actor, _ minutes: Int = 10) async throws -> Recording {
            try await act(actor, minutes) { [message, plan] in
                try hearSpoken(message, at: plan, on: $0, records: $1)
            }
        }

        func typeOut(_ words: String, _ actor: Actor, _ minutes: Int = 20) async throws -> Story.ID {
            try await act(actor, minutes) { [message, plan] in
                try typeOutSpoken(message, as: try Words(words, room: .story), at: plan, on: $0, records: $1)
            }
        }

        func confirm(_ note: Story.ID, _ words: String, _ minutes: Int = 30) async throws {
            try await act(owner, minutes) { [plan] in
                try confirmStory(note, as: try Words(words, room: .story), at: plan, on: $0, records: $1)
            }
        }

        func remove(_ actor: Actor, _ minutes: Int = 30) async throws {
            try await act(actor, minutes) { [message, plan] in
                try removeSpoken(message, at: plan, on: $0, records: $1)
            }
        }

        func view(_ actor: Actor, _ minutes: Int = 60) async throws -> PlanView {
            try await act(actor, minutes) { [plan] in try readPlan(plan, on: $0, records: $1) }
        }

        func events(_ minutes: Int = 90) async throws -> [JournalEntry] {
            try await act(owner, minutes) { [plan] in
                try readJournal(of: plan, before: nil, on: $0, records: $1).page.rows.map(\.entry)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a spoken question waits without a word, and is heard by her and by who took it up alone`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, accepted: false)
            let town = scene.town
            let list = try await scene.act(scene.femke, 1) { try waitingQuestions(after: nil, on: $0, records: $1) }
            #expect(list?.questions.map(\.isSpoken) == [true])
            #expect(list?.questions.map(\.words) == [nil])
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.hear(scene.femke) }
            let own = try await scene.hear(scene.owner)
            #expect(own.bytes == Self.sound)
            #expect(own.kind == .ogg)
            #expect(own.seconds == 42)
            try await scene.act(scene.femke, 12) { on, records in
                let question = try #require(try records.questions.latest(of: scene.plan))
                _ = try acceptQuestion(question.id, on: on, records: records)
            }
            #expect(try await scene.hear(scene.femke, 13).bytes == Self.sound)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.hear(Actor(account: town.tess)) }
            // Also not who may see the whole plan, or reads it in an emergency.
            try await scene.act(scene.owner, 14) { on, records in
                let wish = InvitationWish(
                    guest: .account(town.rashid.id), part: .plan, level: .join, until: testNow.day.adding(days: 30))
                _ = try invite(wish, to: scene.plan, on: on, records: records)
            }
            await #expect(throws: SeatRefusal.noRelation) {
                _ = try await scene.hear(Actor(account: town.rashid), 15)
            }
            #expect(try await scene.view(Actor(account: town.rashid), 16).spoken == nil)
            try await scene.act(Actor(account: town.tess), 17) { on, records in
                _ = try breakTheGlass(EmergencyTests.wish(), on: on, records: records)
            }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.hear(Actor(account: town.tess), 18) }
            let heard = try await scene.events().filter { $0.event == .spokenHeard && $0.outcome == .done }
            #expect(heard.map(\.name) == ["Femke", nil])
        }
    }

    @Test(arguments: Engine.available)
    func `a lead sees how long it waits, and not that it was spoken`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, accepted: false)
            let lead = Account(
                id: occasion().newID(), role: .teamLead, name: "Bram", phone: "1", background: "",
                team: scene.town.area.team, hasPhoto: false)
            let list = try await scene.act(Actor(account: lead), 1) {
                try waitingQuestions(after: nil, on: $0, records: $1)
            }
            #expect(list?.questions.map(\.isSpoken) == [false])
        }
    }

    @Test(arguments: Engine.available)
    func `once she says that it is right the recording is gone, and her words stay`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            _ = try await scene.hear(scene.femke)
            let note = try await scene.typeOut(Self.words, scene.femke)
            #expect(try await scene.typeOut(Self.words, scene.femke, 21) == note, "twice is once")
            await #expect(throws: SpokenRefusal.alreadyTypedOut) {
                _ = try await scene.typeOut("Iets anders.", scene.femke, 22)
            }
            #expect(try await scene.view(scene.owner, 23).spoken?.state == .typedOut(note: note))
            #expect(try await scene.view(scene.owner, 24).notesToConfirm.map(\.id) == [note])
            try await scene.confirm(note, "Ik kan de brieven van de bank niet lezen.")
            try await scene.confirm(note, "Ik kan de brieven van de bank niet lezen.", 31)
            let view = try await scene.view(scene.owner)
            #expect(view.spoken == nil)
            #expect(view.seat.plan.spoken == nil)
            #expect(view.coreWords == "Ik kan de brieven van de bank niet lezen.")
            await #expect(throws: SpokenRefusal.unknown) { _ = try await scene.hear(scene.owner, 40) }
            await #expect(throws: SpokenRefusal.unknown) { _ = try await scene.hear(scene.femke, 40) }
            #expect(try await store.rows("SELECT id FROM spoken_messages").isEmpty)
            let events = try await scene.events()
            #expect(events.filter { $0.event == .spokenRemoved }.map(\.who) == [.system])
            #expect(events.contains { $0.event == .spokenTypedOut && $0.name == "Femke" })
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `another note that she confirms leaves the recording where it is`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let other = try await scene.act(scene.femke, 15) {
                try tellStory(
                    try Words("Samen gekeken.", room: .story), about: nil, at: scene.plan, on: $0, records: $1)
            }
            _ = try await scene.typeOut(Self.words, scene.femke)
            try await scene.confirm(other, "Samen gekeken.")
            #expect(try await scene.hear(scene.owner, 40).bytes == Self.sound)
        }
    }

    @Test(arguments: Engine.available)
    func `on paper "klopt" lets go of the recording as well`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let note = try await scene.typeOut(Self.words, scene.femke)
            let sheet = try await scene.act(scene.femke, 30) { on, records in
                _ = try makeSheet(at: scene.plan, on: on, records: records)
                return try readSheet(at: scene.plan, on: on, records: records).sheet
            }
            let paper = try #require(sheet)
            let outcome = try await scene.act(scene.femke, 40) {
                try confirmSheet(
                    paper.id, code: paper.code, [.note(note): .yes(words: nil)], at: scene.plan, on: $0, records: $1)
            }
            #expect(outcome == .confirmed)
            #expect(try await store.rows("SELECT id FROM spoken_messages").isEmpty)
            #expect(try await scene.view(scene.owner).spoken == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `she throws it away when she wants, and nobody else does`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            await #expect(throws: SpokenRefusal.onlyOwner) { try await scene.remove(scene.femke) }
            await #expect(throws: SpokenRefusal.onlyContact) { _ = try await scene.typeOut("Zelf.", scene.owner) }
            await #expect(throws: SeatRefusal.noRelation) {
                try await scene.remove(Actor(account: scene.town.tess))
            }
            try await scene.remove(scene.owner, 31)
            try await scene.remove(scene.owner, 32)
            #expect(try await store.rows("SELECT id FROM spoken_messages").isEmpty)
            await #expect(throws: SpokenRefusal.unknown) { _ = try await scene.typeOut(Self.words, scene.femke, 40) }
            #expect(try await scene.events().contains { $0.event == .spokenRemoved && $0.role == .owner })
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test func `no piece of a voice is ever open in a file, and of one that went nothing is left at all`() async throws
    {
        try await withSQLiteFile { store, path in
            let scene = try await Scene.set(in: store)
            func isIn(_ endings: [String], _ piece: some Sequence<UInt8>) throws -> Bool {
                let piece = Data(Array(piece))
                return try endings.contains { ending in
                    guard FileManager.default.fileExists(atPath: path + ending) else { return false }
                    return try Data(contentsOf: URL(fileURLWithPath: path + ending)).range(of: piece) != nil
                }
            }
            let sealed = try #require(try await store.rows("SELECT sound_sealed FROM spoken_messages").first).blob(0)
            // The test is worth something: what is sealed can be found.
            #expect(try isIn(["", "-wal"], sealed[20_000..<20_040]))
            #expect(try !isIn(["", "-wal"], Self.sound[20_000..<20_040]))
            let note = try await scene.typeOut(Self.words, scene.femke)
            try await scene.confirm(note, Self.words)
            await store.close()
            for start in stride(from: 0, to: sealed.count - 40, by: 500) {
                #expect(try !isIn(["", "-wal"], sealed[start..<start + 40]), "a piece at \(start)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `erasing takes the recording and the key it was sealed with`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let row = try #require(
                try await store.rows("SELECT id, household_id, sound_sealed FROM spoken_messages").first)
            let household: Household.ID = try row.id(1)
            try await scene.act(scene.owner, 30) { try askErasure(of: scene.plan, .now, on: $0, records: $1) }
            #expect(try await store.rows("SELECT id FROM spoken_messages").isEmpty)
            #expect(try store.cabinet.half(of: household) == .destroyed)
            // Also from a backup: nothing here opens it any more.
            let (sealed, id) = (try row.blob(2), try row.text(0))
            await #expect(throws: StoreError.self) {
                try await store.database.read { connection in
                    let work = Work(connection, keys: store.keys, cabinet: store.cabinet)
                    _ = try work.seal(household).openBytes(sealed, .spokenSound, row: id)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `her voice goes along with her plan, and comes back from her file`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            _ = try await scene.typeOut(Self.words, scene.femke)
            let taken = try await scene.act(scene.owner, 30) { try takeAlong(scene.plan, on: $0, records: $1) }
            #expect(taken.recording?.bytes == Self.sound)
            let copy = taken.copy
            try await scene.act(scene.owner, 31) { try askErasure(of: scene.plan, .now, on: $0, records: $1) }
            try await store.write {
                _ = try restoreHousehold(copy, on: occasion(at: testNow.adding(minutes: 40)), records: $0)
            }
            #expect(try await scene.hear(scene.owner, 50).bytes == Self.sound)
            #expect(try await scene.view(scene.owner).spoken?.seconds == 42)
        }
    }
}
