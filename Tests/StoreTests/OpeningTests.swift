import Domain
import Testing

@testable import Store

/// Places to take part, and what a plan takes from them.
@Suite struct OpeningStoreTests {
    typealias Town = ContractTests.Town

    static func wish(
        _ words: String = "Grillen voor de buurt", phone: String = "0123 45 67 61",
        until: Day = testNow.day.adding(days: 30)
    ) throws -> OpeningWish {
        OpeningWish(
            kind: .initiative, words: try Words(words, room: .sentence), place: try Words("De Wip", room: .line),
            when: try Words("zaterdag vanaf 12 uur", room: .line), callName: try Words("De Wip", room: .line),
            callPhone: try Words(phone, room: .line), until: until)
    }

    private static func add(
        _ town: Town, _ words: String = "Grillen voor de buurt", in store: SQLStore, minutes: Int = 0
    ) async throws -> Opening.ID {
        try await store.write {
            try addOpening(
                wish(words), in: town.area,
                on: occasion(Actor(account: town.tess), at: testNow.adding(minutes: minutes)), records: $0)
        }
    }

    private static func page(
        _ actor: Actor = .visitor, in store: SQLStore, at now: Instant = testNow
    ) async throws -> OpeningsView {
        try await store.read { records in
            try #require(try readOpenings(in: "oosterhof", on: occasion(actor, at: now), records: records))
        }
    }

    @Test(arguments: Engine.available)
    func `a place is there for everybody until somebody of the team closes it or its last day goes by`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let tess = Actor(account: town.tess)
            let grill = try await Self.add(town, in: store)
            #expect(try await Self.add(town, in: store) == grill, "twice the same place is one place")
            let paint = try await Self.add(town, "Schilderen", in: store, minutes: 1)
            let visitor = try await Self.page(in: store)
            #expect(visitor.open.map(\.id) == [grill, paint])
            #expect(visitor.past.isEmpty && visitor.tender == nil)
            try await store.write { try closeOpening(paint, in: town.area, on: occasion(tess), records: $0) }
            try await store.write { try closeOpening(paint, in: town.area, on: occasion(tess), records: $0) }
            let after = try await Self.page(tess, in: store)
            #expect(after.open.map(\.id) == [grill])
            #expect(after.past.map(\.id) == [paint])
            #expect(try await Self.page(in: store).past.isEmpty)
            let later = testNow.adding(days: 31)
            #expect(try await Self.page(tess, in: store, at: later).past.map(\.id) == [paint, grill])
            let day = later.day.adding(days: 9)
            try await store.write {
                try reopenOpening(grill, until: day, in: town.area, on: occasion(tess, at: later), records: $0)
            }
            let again = try await Self.page(in: store, at: later).open
            #expect(again.map(\.id) == [grill] && again.map(\.until) == [day])
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `only who works for the area adds, closes and opens, and with a number that can be called`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let grill = try await Self.add(town, in: store)
            let strangers = [Actor.visitor, Actor(owner: begun.owner)]
            for actor in strangers {
                await #expect(throws: OpeningRefusal.notFromThisArea) {
                    try await store.write {
                        _ = try addOpening(Self.wish("Iets"), in: town.area, on: occasion(actor), records: $0)
                    }
                }
                await #expect(throws: OpeningRefusal.notFromThisArea) {
                    try await store.write { try closeOpening(grill, in: town.area, on: occasion(actor), records: $0) }
                }
                await #expect(throws: OpeningRefusal.notFromThisArea) {
                    try await store.write {
                        try reopenOpening(
                            grill, until: testNow.day, in: town.area, on: occasion(actor), records: $0)
                    }
                }
            }
            let tess = Actor(account: town.tess)
            await #expect(throws: OpeningRefusal.noNumber) {
                try await store.write {
                    _ = try addOpening(Self.wish(phone: "vraag maar"), in: town.area, on: occasion(tess), records: $0)
                }
            }
            // Of another area, also when its team is the same.
            let other = Area(id: occasion().newID(), slug: "elders", name: "Elders", team: town.area.team)
            try await store.write { try $0.areas.insert(other) }
            await #expect(throws: OpeningRefusal.unknown) {
                try await store.write { try closeOpening(grill, in: other, on: occasion(tess), records: $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what she picks is a step of hers with whom to call, and stays when the place closes`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let (plan, me) = (begun.plan, Actor(owner: begun.owner))
            let grill = try await Self.add(town, in: store)
            let before = try await store.texts("SELECT id FROM openings")
            let version = try await store.rows("SELECT version FROM openings").map { try $0.integer(0) }
            let step = try await store.write {
                try takePart(in: grill, about: nil, at: plan, on: occasion(me), records: $0)
            }
            let twice = try await store.write {
                try takePart(in: grill, about: nil, at: plan, on: occasion(me), records: $0)
            }
            #expect(twice == step)
            func steps() async throws -> [Step] {
                try await store.write { try readPlan(plan, on: occasion(me), records: $0).steps }
            }
            let picked = try #require(try await steps().first)
            #expect(try await steps().count == 1)
            #expect(picked.state == .agreed && picked.carrier == .owner)
            #expect(picked.words == "Grillen voor de buurt")
            #expect(picked.when == "zaterdag vanaf 12 uur, De Wip")
            #expect(picked.call == WhomToCall(name: "De Wip", phone: "0123 45 67 61"))
            // The place learned nothing.
            #expect(try await store.texts("SELECT id FROM openings") == before)
            #expect(try await store.rows("SELECT version FROM openings").map { try $0.integer(0) } == version)
            try await store.write {
                try closeOpening(grill, in: town.area, on: occasion(Actor(account: town.tess)), records: $0)
            }
            #expect(try await steps().map(\.call) == [picked.call])
            try await store.write {
                try moveStep(step, by: .tick, at: plan, on: occasion(me), records: $0)
            }
            #expect(try await steps().map(\.call) == [picked.call], "a step that moves keeps whom to call")
            await #expect(throws: OpeningRefusal.notOpen) {
                try await store.write {
                    _ = try takePart(in: grill, about: nil, at: plan, on: occasion(me), records: $0)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what a professional picks is a proposal, and the owner who picks the same says yes to it`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let (plan, me) = (begun.plan, Actor(owner: begun.owner))
            let grill = try await Self.add(town, in: store)
            let proposal = try await store.write {
                try takePart(in: grill, about: nil, at: plan, on: occasion(Actor(account: town.femke)), records: $0)
            }
            let waiting = try await store.write { try readTakePart(at: plan, on: occasion(me), records: $0) }
            #expect(waiting.view.proposals.map(\.id) == [proposal])
            #expect(waiting.openings.map { waiting.isTaken($0) } == [false])
            let agreed = try await store.write {
                try takePart(in: grill, about: nil, at: plan, on: occasion(me), records: $0)
            }
            #expect(agreed == proposal)
            let view = try await store.write { try readPlan(plan, on: occasion(me), records: $0) }
            #expect(view.steps.map(\.state) == [.agreed])
            let journal = try await store.write {
                try readJournal(of: plan, before: nil, on: occasion(me), records: $0).page.rows.map(\.entry.event)
            }
            #expect(journal.contains(.stepAgreed))
            // Who has no seat picks nothing.
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write {
                    _ = try takePart(
                        in: grill, about: nil, at: plan, on: occasion(Actor(account: town.tess)), records: $0)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nothing that is kept joins a person with a place, and nothing leaves the plan`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let grill = try await Self.add(town, in: store)
            let notices = try await store.texts("SELECT id FROM notices")
            try await store.write {
                _ = try takePart(
                    in: grill, about: nil, at: begun.plan, on: occasion(Actor(owner: begun.owner)), records: $0)
            }
            let schema = try await store.database.read { try SchemaReader.read($0) }
            #expect(!schema.references.contains { $0.target.hasPrefix("openings.") })
            for column in schema.columns where column.table != "openings" && column.type == "TEXT" {
                let found = try await store.texts(
                    "SELECT \(column.name) FROM \(column.table) WHERE \(column.name) = '\(grill.text)'")
                #expect(found.isEmpty, "\(column.place) holds the place")
            }
            // Nobody is told: not the team, and nobody beyond it.
            #expect(try await store.texts("SELECT id FROM notices") == notices)
        }
    }
}

/// One household, one plan.
@Suite struct SecondPlanStoreTests {
    typealias Town = ContractTests.Town

    @Test(arguments: Engine.available)
    func `who has a plan that is not over gets no second one and hears which is hers`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let me = Actor(owner: begun.owner)
            await #expect(throws: AskRefusal.hasPlan(begun.plan)) {
                try await store.write {
                    _ = try askQuestion(ContractTests.first(), in: town.area, on: occasion(me), records: $0)
                }
            }
            await #expect(throws: AskRefusal.hasPlan(begun.plan)) {
                try await store.write {
                    _ = try beginPlan(ContractTests.first(), in: town.area, on: occasion(me), records: $0)
                }
            }
            #expect(try await store.texts("SELECT id FROM households").count == 1)
            try await store.write {
                try movePlan(begun.plan, by: .roundOff, words: nil, on: occasion(me), records: $0)
            }
            let next = try await store.write {
                try askQuestion(ContractTests.first("De wasmachine."), in: town.area, on: occasion(me), records: $0)
            }
            #expect(next.plan != begun.plan)
        }
    }

    @Test(arguments: Engine.available)
    func `a worker who writes for somebody at her table begins a plan for the next`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let femke = Actor(account: town.femke, owner: begun.owner)
            let next = try await store.write {
                try askQuestion(ContractTests.first(), in: town.area, on: occasion(femke), records: $0)
            }
            #expect(next.owner != begun.owner)
        }
    }
}

/// Faces of workers, sealed like their names.
@Suite struct PhotoTests {
    private static let face: [UInt8] = [0xFF, 0xD8, 0xFF] + Array("een gezicht dat niemand leest".utf8)

    @Test(arguments: Engine.available)
    func `a photo is sealed, also one of before, and is shown as it was`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await ContractTests.Town.make(in: store)
            let photo = Photo(kind: .jpeg, bytes: Self.face)
            try await store.write { try $0.accounts.setPhoto(photo, of: town.femke.id) }
            let hex = Self.face.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            let literal = engine == .sqlite ? "X'\(hex)'" : "decode('\(hex)', 'hex')"
            try await store.tamper(
                "UPDATE accounts SET photo = \(literal), photo_kind = 'image/jpeg' WHERE id = '\(town.tess.id)'")
            #expect(try await store.read { try $0.accounts.photo(of: town.tess.id)?.bytes } == nil)
            #expect(try await store.sealPhotos() == 1)
            #expect(try await store.sealPhotos() == 0)
            for id in [town.femke.id, town.tess.id] {
                let (shown, account) = try await store.read {
                    (try $0.accounts.photo(of: id), try $0.accounts.find(id))
                }
                #expect(shown?.bytes == Self.face && shown?.kind == .jpeg)
                #expect(account?.hasPhoto == true)
            }
            let kept = try await store.rows("SELECT photo, photo_sealed FROM accounts WHERE photo_sealed IS NOT NULL")
            #expect(kept.count == 2)
            for row in kept {
                #expect(try row.optionalBlob(0) == nil)
                let sealed = try row.blob(1)
                #expect(!sealed.starts(with: Self.face) && sealed.count == Self.face.count + 28)
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }
}
