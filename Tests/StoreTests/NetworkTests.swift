import Domain
import Testing

@testable import Store

/// The people around her: what they can carry, who is kept out, and what she gives herself.
@Suite struct NetworkTests {
    private struct Scene: Sendable {
        let begun: BegunPlan
        let femke: Actor
        let owner: Actor
        let guest: Actor
        let tie: NetworkTie.ID
        let agreement: SharingAgreement.ID

        /// A plan that runs, with Laila at the table and on her own phone.
        static func set(in store: SQLStore) async throws -> Scene {
            let town = try await ContractTests.Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let owner = Actor(owner: begun.owner)
            let token = Session.Token(chance: occasion().chance)
            let claimed = try await store.write { records in
                let wish = InvitationWish(
                    guest: .ownPerson(name: try Words("Laila", room: .line), role: nil), part: .plan, level: .join,
                    until: testNow.day.adding(days: 90))
                let secret = try invite(wish, to: begun.plan, on: occasion(owner), records: records).secret
                let agreement = try claimInvitation(try #require(secret), on: occasion(), records: records).agreement
                try records.sessions.open(
                    KeyRing(agreement: agreement.id, expiresAt: testNow.adding(hours: 999)), token: token,
                    replacing: nil, at: testNow)
                return agreement
            }
            guard case .tie(let tie) = claimed.holder else { throw NetworkRefusal.unknown }
            let guest = try await store.read { try $0.sessions.actor(token, at: testNow) }
            return Scene(
                begun: begun, femke: Actor(account: town.femke), owner: owner, guest: guest, tie: tie,
                agreement: claimed.id)
        }

        func view(_ actor: Actor, in store: SQLStore) async throws -> PlanView {
            let plan = begun.plan
            return try await store.write { try readPlan(plan, on: occasion(actor), records: $0) }
        }

        func move(_ move: TieMove, _ actor: Actor, because words: String? = nil, in store: SQLStore) async throws {
            let (plan, tie) = (begun.plan, tie)
            try await store.write {
                try moveTie(
                    tie, by: move, words: try words.map { try GoalTests.words($0) }, at: plan, on: occasion(actor),
                    records: $0)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who is kept out is asked for nothing, opens nothing, and does not see that it was said`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.begun.plan
            let before = try await scene.view(scene.guest, in: store)
            #expect(before.seat.sees == .everything)
            await #expect(throws: NetworkRefusal.notFromHere) { try await scene.move(.caution, scene.guest, in: store) }
            try await scene.move(.caution, scene.femke, because: "Zij vraagt om geld.", in: store)
            // A second tap does not wipe the reason.
            try await scene.move(.caution, scene.femke, in: store)
            // The same answer as after any agreement that ended.
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.view(scene.guest, in: store) }
            let hers = try await scene.view(scene.owner, in: store)
            #expect(hers.table.ties.first?.caution?.words == "Zij vraagt om geld.")
            #expect(hers.table.askable.isEmpty)
            #expect(hers.table.liveAgreements(of: scene.tie, on: hers.today).isEmpty)
            await #expect(throws: StepRefusal.carrierNotAtTable) {
                try await store.write {
                    _ = try planStep(
                        StepWish(
                            words: GoalTests.words("Yara ophalen"), when: nil, carrier: .tie(scene.tie), domain: nil),
                        at: plan, on: occasion(scene.owner), records: $0)
                }
            }
            await #expect(throws: InviteRefusal.unknownPerson) {
                try await store.write {
                    _ = try invite(
                        InvitationWish(
                            guest: .tie(scene.tie), part: .plan, level: .read, until: testNow.day.adding(days: 9)),
                        to: plan, on: occasion(scene.owner), records: $0)
                }
            }
            try await scene.move(.trust, scene.owner, in: store)
            #expect(try await scene.view(scene.owner, in: store).table.askable.count == 1)
            // Trust gives no access back: that is said anew.
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.view(scene.guest, in: store) }
        }
    }

    @Test(arguments: Engine.available)
    func `only she herself says what she can keep up, and the owner and the team read it`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.begun.plan
            for actor in [scene.owner, scene.femke] {
                await #expect(throws: NetworkRefusal.onlyHerself) {
                    try await store.write {
                        try tellLimit(
                            try GoalTests.words("Alles gaat."), at: plan, on: occasion(actor), records: $0)
                    }
                }
            }
            try await store.write {
                try tellLimit(
                    try GoalTests.words("Twee middagen gaat."), at: plan, on: occasion(scene.guest), records: $0)
            }
            for actor in [scene.owner, scene.femke, scene.guest] {
                let view = try await scene.view(actor, in: store)
                #expect(view.table.ties.first?.limit?.words == "Twee middagen gaat.")
            }
            try await store.write { try tellLimit(nil, at: plan, on: occasion(scene.guest), records: $0) }
            #expect(try await scene.view(scene.owner, in: store).table.ties.first?.limit == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `the network of the first month stands beside today's`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.move(.leave, scene.owner, in: store)
            let view = try await scene.view(scene.owner, in: store)
            #expect(view.table.ties(atStartOf: view.seat.plan).map(\.name) == ["Laila"])
            #expect(view.table.askable.isEmpty)
            #expect(view.table.ties.first?.goneOn == view.today)
            try await scene.move(.comeBack, scene.femke, in: store)
            #expect(try await scene.view(scene.owner, in: store).table.askable.map(\.name) == ["Laila"])
        }
    }

    @Test(arguments: Engine.available)
    func `what she wants to do for others is hers to say and stays when she changes her name`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.begun.plan
            #expect(try await scene.view(scene.owner, in: store).owner.giving == nil)
            await #expect(throws: SeatRefusal.onlyOwner) {
                try await store.write {
                    try tellGiving(try GoalTests.words("Koken."), at: plan, on: occasion(scene.femke), records: $0)
                }
            }
            try await store.write {
                try tellGiving(try GoalTests.words("Koken."), at: plan, on: occasion(scene.owner), records: $0)
                try nameOwner(
                    name: try Words("Samira", room: .line), reach: nil, at: plan, on: occasion(scene.owner),
                    records: $0)
            }
            #expect(try await scene.view(scene.femke, in: store).owner.giving == "Koken.")
        }
    }
}
