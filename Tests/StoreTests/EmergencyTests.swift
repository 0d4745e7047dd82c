import Domain
import Testing

@testable import Store

/// Breaking the glass: with a reason, for a short time, loud, and looked at afterwards.
@Suite struct EmergencyTests {
    typealias Town = ContractTests.Town

    static func wish(
        _ reach: String = "06-00000001", hours: Int = 4, silence: String? = nil
    ) throws -> EmergencyWish {
        EmergencyWish(
            reach: try Words(reach, room: .reach), reason: try GoalTests.words("Er klinkt gegil en niemand doet open."),
            hours: hours, silence: try silence.map { try GoalTests.words($0) })
    }

    private struct Scene: Sendable {
        let town: Town
        let begun: BegunPlan
        let officer: Account
        let tess: Actor

        static func set(in store: SQLStore) async throws -> Scene {
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let officer = try await store.write { records in
                let account = Account(
                    id: occasion().newID(), role: .privacyOfficer, name: "Roos", phone: "1", background: "", team: nil,
                    hasPhoto: false)
                try records.accounts.insert(account, login: "roos", passwordHash: "-")
                return account
            }
            return Scene(town: town, begun: begun, officer: officer, tess: Actor(account: town.tess))
        }

        var roos: Actor { Actor(account: officer) }
        var owner: Actor { Actor(owner: begun.owner) }

        func at(_ hours: Int, _ actor: Actor, minutes: Int = 0) -> Occasion {
            occasion(actor, at: testNow.adding(minutes: minutes, hours: hours))
        }

        func journal(_ hours: Int, in store: SQLStore) async throws -> [JournalEntry] {
            let (plan, on) = (begun.plan, at(hours, owner))
            return try await store.write {
                try readJournal(of: plan, before: nil, on: on, records: $0).page.rows.map(\.entry)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who breaks the glass reads, writes nothing, and is out again in time`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.begun.plan
            func read(_ hours: Int, minutes: Int = 0) async throws -> PlanView {
                let on = scene.at(hours, scene.tess, minutes: minutes)
                return try await store.write { try readPlan(plan, on: on, records: $0) }
            }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await read(0) }
            let open = scene.at(1, scene.tess)
            let access = try await store.write {
                try breakTheGlass(Self.wish("+31 6 00 00 00 01"), on: open, records: $0)
            }
            #expect(access.plan == plan)
            let view = try await read(2)
            #expect(view.seat.emergency?.id == access.id)
            #expect(view.stories.count == 1)
            #expect(view.owner.reach != nil)
            let deed = scene.at(2, scene.tess)
            await #expect(throws: StoryRefusal.readingOnly) {
                try await store.write {
                    _ = try tellStory(
                        try Words("Iets.", room: .story), about: nil, at: plan, on: deed, records: $0)
                }
            }
            await #expect(throws: StepRefusal.readingOnly) {
                try await store.write {
                    _ = try planStep(
                        StepWish(words: GoalTests.words("Iets."), when: nil, carrier: .owner, domain: nil), at: plan,
                        on: deed, records: $0)
                }
            }
            _ = try await read(4, minutes: 59)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await read(5) }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `the resident, her contact person and the privacy officer know at once`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, open, later) = (scene.begun.plan, scene.at(1, scene.tess), scene.at(2, scene.tess))
            try await store.write { _ = try breakTheGlass(Self.wish(), on: open, records: $0) }
            try await store.write { _ = try readPlan(plan, on: later, records: $0) }
            let her = scene.at(3, scene.owner)
            let view = try await store.write { try readPlan(plan, on: her, records: $0) }
            #expect(view.emergencies.map(\.reason) == ["Er klinkt gegil en niemand doet open."])
            #expect(view.emergencies.map(\.worker.name) == ["Tess"])
            let rows = try await scene.journal(4, in: store).filter { $0.ground == .emergency }
            #expect(rows.map(\.event) == [.planRead, .emergencyOpened])
            let femke = scene.at(4, Actor(account: scene.town.femke))
            let notices = try await store.read { try openNotices(on: femke, records: $0) }
            #expect(notices.map(\.kind) == [.emergencyOpened])
            let roos = scene.at(4, scene.roos)
            let list = try await store.read { try emergencies(on: roos, records: $0) }
            #expect(list.count == 1)
            #expect(list.first?.review == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `with a reason the resident hears later, and until then nothing of it is in her journal`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, open, later) = (scene.begun.plan, scene.at(1, scene.tess), scene.at(2, scene.tess))
            let access = try await store.write {
                try breakTheGlass(Self.wish(silence: "Haar partner leest mee."), on: open, records: $0)
            }
            try await store.write { _ = try readPlan(plan, on: later, records: $0) }
            func hers(_ hours: Int) async throws -> PlanView {
                let on = scene.at(hours, scene.owner)
                return try await store.write { try readPlan(plan, on: on, records: $0) }
            }
            #expect(try await hers(3).emergencies.isEmpty)
            let before = try await scene.journal(3, in: store)
            #expect(!before.contains { $0.ground == .emergency })
            #expect(!before.contains { $0.name == "Tess" })
            let worker = scene.at(5, scene.tess)
            await #expect(throws: EmergencyRefusal.notThisRole) {
                try await store.write { try tellResident(of: access.id, on: worker, records: $0) }
            }
            let roos = scene.at(30, scene.roos)
            for _ in 1...2 { try await store.write { try tellResident(of: access.id, on: roos, records: $0) } }
            #expect(try await hers(31).emergencies.count == 1)
            let after = try await scene.journal(31, in: store).filter { $0.ground == .emergency }
            #expect(after.map(\.event) == [.planRead, .emergencyOpened])
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a privacy officer says once whether it was right`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let open = scene.at(1, scene.tess)
            let access = try await store.write { try breakTheGlass(Self.wish(), on: open, records: $0) }
            let (roos, tess) = (scene.at(24, scene.roos), scene.at(24, scene.tess))
            func review(_ finding: EmergencyAccess.Finding, on occasion: Occasion) async throws {
                try await store.write {
                    try reviewEmergency(
                        access.id, finding, words: GoalTests.words("Er was gevaar."), on: occasion, records: $0)
                }
            }
            await #expect(throws: EmergencyRefusal.notThisRole) { try await review(.right, on: tess) }
            try await review(.right, on: roos)
            try await review(.right, on: roos)
            await #expect(throws: EmergencyRefusal.alreadyReviewed) { try await review(.wrong, on: roos) }
            let list = try await store.read { try emergencies(on: roos, records: $0) }
            #expect(list.map { $0.review?.words } == ["Er was gevaar."])
        }
    }

    @Test(arguments: Engine.available)
    func `only who takes up questions breaks the glass, at most a day, and never where she sits already`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            func refusal(_ wish: EmergencyWish, _ actor: Actor) async -> EmergencyRefusal? {
                let on = scene.at(1, actor)
                do {
                    try await store.write { _ = try breakTheGlass(wish, on: on, records: $0) }
                    return nil
                } catch { return error as? EmergencyRefusal }
            }
            let plan = scene.begun.plan
            #expect(await refusal(try Self.wish(), scene.roos) == .notThisRole)
            #expect(await refusal(try Self.wish(), scene.owner) == .notThisRole)
            #expect(await refusal(try Self.wish(hours: 25), scene.tess) == .tooLong)
            #expect(await refusal(try Self.wish(hours: 0), scene.tess) == .tooLong)
            #expect(await refusal(try Self.wish("06-99999999"), scene.tess) == .nobodyFound)
            #expect(await refusal(try Self.wish("123"), scene.tess) == .nobodyFound)
            #expect(await refusal(try Self.wish(), Actor(account: scene.town.femke)) == .hasAccess(plan))
            #expect(await refusal(try Self.wish(), scene.tess) == nil)
            #expect(await refusal(try Self.wish(), scene.tess) == .hasAccess(plan))
            let close = scene.at(1, scene.tess, minutes: 5)
            let open = try await store.read { try emergencies(on: close, records: $0) }
            try await store.write { try closeTheGlass(try #require(open.first).id, on: close, records: $0) }
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { _ = try readPlan(plan, on: close, records: $0) }
            }
        }
    }

    @Test func `a way to reach somebody is the same however it was written down`() throws {
        let keys = try testKeys()
        let hash = keys.reachHash("06 12 34 56 78")
        for other in ["0612345678", "06-12345678", "+31 6 12345678", "0031612345678"] {
            #expect(keys.reachHash(other) == hash)
        }
        #expect(keys.reachHash("0612345679") != hash)
        #expect(keys.reachHash("Samira@Voorbeeld.nl ") == keys.reachHash("samira@voorbeeld.nl"))
        for vague in ["", "bel mij", "123"] { #expect(keys.reachHash(vague) == nil) }
    }
}
