import Domain
import Testing

@testable import Store

/// What the resident reads of a worry, and what becomes of it when her plan stops, is erased, or comes back.
@Suite struct SafetyVaultTests {
    typealias Scene = SafetyTests.Scene

    private static let told = "Ik zag een blauwe plek en ik maak me zorgen."

    @Test(arguments: Engine.available)
    func `the resident reads what she was told and nothing of the notes`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, told: Self.told)
            let worry = try #require(try await scene.plan(0, in: store).worries.first)
            #expect(worry.words == Self.told)
            #expect(worry.worker.name == "Femke")
            #expect(worry.stage == .signals)
            let (plan, hers) = (scene.begun.plan, scene.hers(1))
            let rows = try await store.write {
                try readJournal(of: plan, before: nil, on: hers, records: $0).page.rows.map(\.entry)
            }
            #expect(rows.contains { $0.event == .safetyTold && $0.name == "Femke" })
            #expect(!rows.contains { [.safetyOpened, .safetyRead, .safetyWritten].contains($0.event) })
            // Nobody else at her table reads it there, the worker who told her neither.
            let femke = scene.on(0, scene.town.femke)
            let fromContact = try await store.write { try readPlan(plan, on: femke, records: $0) }
            #expect(fromContact.worries.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `with a reason her plan shows nothing, and telling later is one deed`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, track, hers) = (scene.begun.plan, scene.track, scene.hers(1))
            #expect(try await scene.plan(0, in: store).worries.isEmpty)
            let before = try await store.write {
                try readJournal(of: plan, before: nil, on: hers, records: $0).page.rows.map(\.entry.event)
            }
            #expect(!before.contains { $0.rawValue.hasPrefix("veiligheid") })
            #expect(try await store.read { try $0.plans.header(of: plan).toldOfSafetyAt } == nil)
            let femke = scene.on(2, scene.town.femke)
            for _ in 1...2 {
                try await store.write {
                    try tellOfSafety(at: track, SafetyTests.sentence(Self.told), on: femke, records: $0)
                }
            }
            #expect(try await scene.plan(3, in: store).worries.map(\.words) == [Self.told])
            let view = try await scene.read(3, in: store)
            #expect(view.entries.map(\.kind) == [.done, .silent, .told], "twice is once")
            #expect(view.track.toldAt != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `stopping the plan asks nobody, and the track goes on`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, told: Self.told)
            let (plan, stop) = (scene.begun.plan, scene.hers(1))
            try await store.write { try movePlan(plan, by: .stop, on: stop, records: $0) }
            #expect(try await scene.plan(1, in: store).worries.count == 1, "she reads that it goes on")
            let femke = scene.on(2, scene.town.femke)
            let today = try await store.write { try safetyToday(on: femke, records: $0) }
            #expect(today == SafetyToday(open: 1, lookBacks: 0, withoutPlan: 1, untold: 0))
            let view = try await scene.read(2, in: store)
            #expect(view.track.planFate == .stopped)
            #expect(!view.sitsAtPlan)
            try await scene.finish(.consult, "Met Veilig Thuis gebeld.", 2, in: store)
            try await store.write { try movePlan(plan, by: .reopen, on: scene.hers(3), records: $0) }
            #expect(try await scene.read(3, in: store).track.planFate == .goesOn)
        }
    }

    @Test(arguments: Engine.available)
    func `erasing the household leaves the track and not a word of the plan, and at its term nothing is left`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, told: Self.told)
            let (plan, track) = (scene.begun.plan, scene.track)
            let household = try await store.read { try $0.plans.header(of: plan).household }
            let vault = try #require(try await store.read { try $0.safety.vault(of: track) }).household
            try await store.write { try askErasure(of: plan, .now, on: scene.hers(1), records: $0) }
            #expect(try store.cabinet.half(of: household) == .destroyed)
            let view = try await scene.read(2, in: store)
            #expect(view.track.planFate == .erased)
            #expect(view.entries.map(\.words) == [SafetyTests.signals, Self.told])
            #expect(try await store.texts("SELECT id FROM stories").isEmpty)
            let femke = scene.on(2, scene.town.femke)
            await #expect(throws: SafetyRefusal.planErased) {
                try await store.write {
                    try tellOfSafety(at: track, SafetyTests.sentence("Nog iets."), on: femke, records: $0)
                }
            }
            #expect(try await Check.run(on: store).findings == [])

            try await store.write {
                try hurryTrack(track, because: SafetyTests.sentence("Opnieuw."), on: femke, records: $0)
            }
            try await scene.decide(.report(lookBack: nil), "Gemeld.", 2, in: store)
            func night(_ day: Day) async throws -> Int {
                try await store.write {
                    try doAtNight(.safetyAtTerm, on: occasion(at: .start(of: day).adding(hours: 3)), records: $0)
                }
            }
            #expect(try await night(Day(year: 2040, month: 3, day: 4)) == 0)
            #expect(try await night(Day(year: 2040, month: 3, day: 5)) == 1)
            #expect(try await night(Day(year: 2040, month: 3, day: 6)) == 0, "twice does no harm")
            for table in ["safety_tracks", "safety_entries", "safety_readers"] {
                #expect(try await store.texts("SELECT household_id FROM \(table)").isEmpty, "\(table)")
            }
            #expect(try store.cabinet.half(of: vault) == .destroyed)
            await #expect(throws: SafetyRefusal.unknown) { _ = try await scene.read(5_500, in: store) }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a worry without ground is gone after two weeks`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, acute: "Het leek ernstig.")
            try await scene.decide(.keepNothing, "Zij viel van de schommel.", 1, in: store)
            #expect(try await scene.read(2, in: store).track.eraseDay == testNow.day.adding(days: 15))
            func night(_ days: Int) async throws -> Int {
                try await store.write {
                    try doAtNight(
                        .safetyAtTerm, on: occasion(at: testNow.adding(days: days)), records: $0)
                }
            }
            #expect(try await night(14) == 0)
            #expect(try await night(15) == 1)
            #expect(try await store.texts("SELECT id FROM safety_entries").isEmpty)
            _ = try await scene.plan(16, in: store)
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a household taken along holds nothing of a track, and coming back finds it again`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, told: Self.told)
            let plan = scene.begun.plan
            let taken = try await store.write { try takeAlong(plan, on: scene.hers(1), records: $0).copy }
            let copy = try HouseholdCopy(opening: taken, with: store.keys)
            #expect(!copy.tables.keys.contains { $0.hasPrefix("safety") })
            try await store.write { try askErasure(of: plan, .now, on: scene.hers(2), records: $0) }
            try await store.write {
                _ = try restoreHousehold(taken, on: occasion(at: testNow.adding(days: 3)), records: $0)
            }
            #expect(try await scene.read(4, in: store).track.planFate == .goesOn)
            #expect(try await scene.plan(4, in: store).worries.map(\.words) == [Self.told])
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `nothing in the open says which plan a track belongs to`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.begun.plan
            let vault = try #require(try await store.read { try $0.safety.vault(of: scene.track) }).household
            for table in ["safety_tracks", "safety_entries", "safety_readers", "journal", "notices", "receipts"] {
                let columns = Migrations.columns(of: table)
                let rows = try await store.rows(
                    "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE household_id = '\(vault)'")
                for row in rows {
                    for value in row.values { #expect(value != .text(plan.text), "\(table)") }
                }
            }
            #expect(
                try await store.texts("SELECT id FROM plans WHERE safety_told_at IS NOT NULL").isEmpty)
        }
    }
}
