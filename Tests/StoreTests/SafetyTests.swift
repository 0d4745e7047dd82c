import Domain
import Testing

@testable import Store

/// A worry about safety (meldcode, I3): five steps, outside the plan, known to who was named.
@Suite struct SafetyTests {
    typealias Town = ContractTests.Town

    static let signals = "Een blauwe plek op de bovenarm van Noor."

    static func story(_ text: String) throws -> Words { try Words(text, room: .story) }
    static func sentence(_ text: String) throws -> Words { try Words(text, room: .sentence) }

    static func wish(told: String? = nil, acute: String? = nil) throws -> SafetyWish {
        SafetyWish(
            about: try Words("Noor (4)", room: .line), signals: try story(signals),
            knowing: try told.map { .told(try sentence($0)) } ?? .notYet(try sentence("Ik overleg eerst.")),
            acute: try acute.map { try sentence($0) })
    }

    /// Femke sits at the plan; Tess and Rashid are her colleagues.
    struct Scene: Sendable {
        let town: Town
        let begun: BegunPlan
        let track: SafetyTrack.ID

        static func set(in store: SQLStore, told: String? = nil, acute: String? = nil) async throws -> Scene {
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let femke = occasion(Actor(account: town.femke), at: testNow.adding(hours: 1))
            let track = try await store.write {
                try openTrack(SafetyTests.wish(told: told, acute: acute), at: begun.plan, on: femke, records: $0).id
            }
            return Scene(town: town, begun: begun, track: track)
        }

        var owner: Actor { Actor(owner: begun.owner) }

        /// So many days later.
        func on(_ days: Int, _ account: Account) -> Occasion {
            occasion(Actor(account: account), at: testNow.adding(hours: 2, days: days))
        }

        func hers(_ days: Int) -> Occasion { occasion(owner, at: testNow.adding(hours: 2, days: days)) }

        func read(_ days: Int = 0, by account: Account? = nil, in store: SQLStore) async throws -> SafetyTrackView {
            let (track, on) = (track, on(days, account ?? town.femke))
            return try await store.write { try readTrack(track, on: on, records: $0) }
        }

        func plan(_ days: Int, in store: SQLStore) async throws -> PlanView {
            let (plan, on) = (begun.plan, hers(days))
            return try await store.write { try readPlan(plan, on: on, records: $0) }
        }

        func finish(
            _ stage: SafetyTrack.Stage, _ words: String, _ days: Int = 0, by account: Account? = nil, in store: SQLStore
        ) async throws {
            let (track, on) = (track, on(days, account ?? town.femke))
            try await store.write {
                try finishStage(stage, SafetyTests.story(words), of: track, on: on, records: $0)
            }
        }

        func decide(
            _ decision: SafetyTrack.Decision, _ words: String, _ days: Int, in store: SQLStore
        ) async throws {
            let (track, on) = (track, on(days, town.femke))
            try await store.write {
                try decideTrack(track, decision, SafetyTests.story(words), on: on, records: $0)
            }
        }
    }

    // MARK: Who knows

    @Test(arguments: Engine.available)
    func `nobody knows of a track who was not named, not at the plan and not in the team`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (track, town, plan) = (scene.track, scene.town, scene.begun.plan)
            // Tess sits at the same plan, for all of it.
            let invite = scene.hers(0)
            try await store.write { records in
                _ = try Domain.invite(
                    InvitationWish(
                        guest: .account(town.tess.id), part: .plan, level: .join,
                        until: testNow.day.adding(days: 30)), to: plan, on: invite, records: records)
            }
            for account in [town.tess, town.rashid] {
                await #expect(throws: SafetyRefusal.unknown) { _ = try await scene.read(by: account, in: store) }
                let on = scene.on(0, account)
                let list = try await store.write { try ownTracks(on: on, records: $0) }
                #expect(list.open.isEmpty && list.closed.isEmpty)
            }
            await #expect(throws: SafetyRefusal.unknown) {
                try await store.write { _ = try readTrack(track, on: scene.hers(0), records: $0) }
            }
            let femke = scene.on(0, town.femke)
            try await store.write { try shareTrack(track, with: town.rashid.id, on: femke, records: $0) }
            #expect(try await scene.read(by: town.rashid, in: store).entries.first?.words == Self.signals)
            try await store.write { try endTrackSharing(at: track, with: town.rashid.id, on: femke, records: $0) }
            await #expect(throws: SafetyRefusal.unknown) { _ = try await scene.read(by: town.rashid, in: store) }
            await #expect(throws: SafetyRefusal.mustHandOver) {
                try await store.write { try endTrackSharing(at: track, with: town.femke.id, on: femke, records: $0) }
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `roles without a road are refused, and a refused try stands in the track's own journal`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let track = scene.track
            func person(_ name: String, _ role: Role) async throws -> Account {
                try await store.write { records in
                    let account = Account(
                        id: occasion().newID(), role: role, name: name, phone: "1", background: "",
                        team: scene.town.femke.team, hasPhoto: false)
                    try records.accounts.insert(account, login: name, passwordHash: "-")
                    return account
                }
            }
            for (name, role, refusal) in [
                ("Nadia", Role.director, SafetyRefusal.noRoad), ("Roos", .privacyOfficer, .noRoad),
                ("Bram", .teamLead, .unknown), ("Joke", .stip, .unknown),
            ] {
                let account = try await person(name, role)
                let on = scene.on(0, account)
                await #expect(throws: refusal) {
                    try await store.write { _ = try readTrack(track, on: on, records: $0) }
                }
                await #expect(throws: SafetyRefusal.noRoad) {
                    try await store.write { _ = try ownTracks(on: on, records: $0) }
                }
                try await store.write { try recordTrackRefusal(at: track, on: on, records: $0) }
            }
            let rows = try await scene.read(in: store).journal.map(\.entry)
            #expect(rows.filter { $0.outcome == .refused }.map(\.name) == ["Joke", "Bram", "Roos", "Nadia"])
            #expect(rows.last?.event == .safetyOpened)
            #expect(rows.allSatisfy { $0.plan.text == track.text }, "the object of each row is the track itself")
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a worry begins at a plan where somebody sits, and once for who knows of it`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, town) = (scene.begun.plan, scene.town)
            let (tess, femke) = (scene.on(0, town.tess), scene.on(0, town.femke))
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { _ = try openTrack(Self.wish(), at: plan, on: tess, records: $0) }
            }
            await #expect(throws: SafetyRefusal.unknown) {
                try await store.write { _ = try openTrack(Self.wish(), at: plan, on: scene.hers(0), records: $0) }
            }
            await #expect(throws: SafetyRefusal.alreadyOpen(scene.track)) {
                try await store.write { _ = try openTrack(Self.wish(), at: plan, on: femke, records: $0) }
            }
            // Who breaks the glass because somebody is in danger can worry aloud too, and learns of no other track.
            try await store.write { records in
                try breakTheGlass(EmergencyTests.wish("06 00 00 00 01"), on: tess, records: records)
                let own = try openTrack(Self.wish(acute: "Zij belde zelf 112."), at: plan, on: tess, records: records)
                #expect(own.state == .at(.decide))
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    // MARK: The steps

    @Test(arguments: Engine.available)
    func `five steps, each with its words or the reason why not, to a decision and a look back`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (track, femke) = (scene.track, scene.on(1, scene.town.femke))
            try await scene.finish(.consult, "Rashid: praat met haar alleen.", in: store)
            try await scene.finish(.consult, "Rashid: praat met haar alleen.", in: store)
            await #expect(throws: SafetyRefusal.elsewhere(.at(.talk))) {
                try await scene.finish(.consult, "Iets anders.", in: store)
            }
            for _ in 1...2 {
                try await store.write {
                    try skipStage(
                        .talk, because: Self.sentence("Zij is niet alleen."), of: track, on: femke, records: $0)
                }
            }
            for _ in 1...2 {
                try await store.write {
                    try finishStage(
                        .weigh, Self.story("Niet acuut."),
                        weighing: [(.danger, Self.sentence("De tweede keer.")), (.help, Self.sentence("Ja."))],
                        of: track, on: femke, records: $0)
                }
            }
            let lookBack = testNow.day.adding(days: 30)
            await #expect(throws: SafetyRefusal.notADecisionHere) {
                try await scene.decide(.safe, "Klaar.", 2, in: store)
            }
            for _ in 1...2 { try await scene.decide(.follow(lookBack: lookBack), "Elke week langs.", 2, in: store) }
            #expect(try await scene.read(2, in: store).track.state == .following(lookBack: lookBack))
            try await scene.decide(.safe, "Rustig.", 31, in: store)
            let view = try await scene.read(31, in: store)
            #expect(
                view.entries.map(\.kind) == [
                    .done, .silent, .done, .skipped, .answered(.danger), .answered(.help), .done,
                    .decided(.follow(lookBack: lookBack)), .decided(.safe),
                ])
            #expect(view.entries.map(\.stage.number) == [1, 1, 2, 3, 4, 4, 4, 5, 5])
            #expect(view.track.state.isOpen == false)
            #expect(view.track.eraseDay == Day(year: 2040, month: 4, day: 3))
            await #expect(throws: SafetyRefusal.self) {
                try await store.write {
                    try addToTrack(Self.story("Nog iets."), to: track, on: femke, records: $0)
                }
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `of two who act on one step one wins, and the other reads where it stands`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let outcomes = await withTaskGroup(of: (any Error)?.self) { group in
                for number in 1...4 {
                    group.addTask {
                        do {
                            try await scene.finish(.consult, "Advies \(number).", in: store)
                            return nil
                        } catch { return error }
                    }
                }
                return await group.reduce(into: [(any Error)?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            let refusals = outcomes.compactMap { $0 as? SafetyRefusal }
            #expect(refusals == [SafetyRefusal](repeating: .elsewhere(.at(.talk)), count: 3))
            #expect(try await scene.read(in: store).entries.count { $0.stage == .consult } == 1)
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `the next step is handed over, or taken over by a colleague who knows`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (track, town) = (scene.track, scene.town)
            func handOver(to worker: Account, by account: Account) async throws {
                let on = scene.on(0, account)
                try await store.write { try handOverTrack(track, to: worker.id, on: on, records: $0) }
            }
            try await handOver(to: town.rashid, by: town.femke)
            await #expect(throws: SafetyRefusal.notResponsible(name: "Rashid", phone: town.rashid.phone)) {
                try await scene.finish(.consult, "Toch ik.", by: town.femke, in: store)
            }
            await #expect(throws: SafetyRefusal.notResponsible(name: "Rashid", phone: town.rashid.phone)) {
                try await handOver(to: town.tess, by: town.femke)
            }
            try await scene.finish(.consult, "Met Veilig Thuis gebeld.", by: town.rashid, in: store)
            try await handOver(to: town.femke, by: town.femke)
            try await handOver(to: town.femke, by: town.femke)
            let view = try await scene.read(in: store)
            #expect(view.isResponsible)
            #expect(Set(view.knowers.map(\.account.name)) == ["Femke", "Rashid"])
            #expect(view.entries.count { if case .handedOver = $0.kind { true } else { false } } == 2)
            await #expect(throws: SafetyRefusal.unknown) { try await handOver(to: town.tess, by: town.tess) }
        }
    }
}
