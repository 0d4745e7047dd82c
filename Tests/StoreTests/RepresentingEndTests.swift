import Domain
import Testing

@testable import Store

/// How deciding for the owner begins and ends, and who may not (R-005, R-030, I1, I3).
@Suite struct RepresentingEndTests {
    typealias Scene = RepresentingScene

    /// Who can begin and end which kind: everything that is not here is refused.
    @Test(arguments: Engine.available)
    func `the owner begins and ends what she chose, the contact person what rests on the law, nobody else anything`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let actors = [
                ("owner", scene.owner), ("contact", scene.femke), ("laila", scene.laila), ("kramer", scene.kramer),
                ("stranger", Actor(account: scene.town.tess)), ("visitor", .visitor),
            ]
            for kind in Representation.Kind.allCases {
                let part: Representation.Part = kind == .administrator ? .domain(scene.money) : .plan
                let begins: Set<String> = kind == .chosen ? ["owner"] : ["contact"]
                let ends: Set<String> = kind == .chosen ? ["owner", "laila"] : ["contact"]
                func begin(_ actor: Actor) async throws {
                    if kind == .chosen { return try await scene.choose(nil, part, by: actor, in: store) }
                    try await scene.record(kind, part, born: "2011-03-03", by: actor, in: store)
                }
                for (name, actor) in actors where !begins.contains(name) {
                    await #expect(throws: (any Error).self, "\(name) begins \(kind)") { try await begin(actor) }
                }
                for ender in ends {
                    let starter = kind == .chosen ? scene.owner : scene.femke
                    try await begin(starter)
                    let made = try #require(try await scene.view(scene.owner, in: store).spokenFor.first)
                    #expect(made.representation.kind == kind)
                    for (name, actor) in actors where !ends.contains(name) {
                        await #expect(throws: (any Error).self, "\(name) ends \(kind)") {
                            try await scene.end(made.id, by: actor, in: store)
                        }
                    }
                    #expect(try await scene.view(scene.laila, in: store).seat.isRepresentative)
                    let actor = try #require(actors.first { $0.0 == ender }).1
                    try await scene.end(made.id, by: actor, in: store)
                    // Twice is once, and it is over in open tabs too.
                    try await scene.end(made.id, by: actor, in: store)
                    #expect(try await !scene.view(scene.laila, in: store).seat.isRepresentative)
                    #expect(try await scene.view(scene.owner, in: store).spokenFor.isEmpty)
                }
            }
            let left = try await store.rows("SELECT id FROM representations WHERE born_sealed IS NOT NULL")
            #expect(left.isEmpty, "a day of birth stays when nothing depends on it any more")
        }
    }

    @Test(arguments: Engine.available)
    func `nobody of the team ever decides for a resident`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            // By name.
            for account in [scene.town.femke, scene.town.tess] {
                let id = try #require(NetworkTie.ID(account.id.text))
                await #expect(throws: RepresentationRefusal.neverProfessional) {
                    try await scene.choose(id, in: store)
                }
                await #expect(throws: RepresentationRefusal.neverProfessional) {
                    try await scene.record(.mentor, tie: id, in: store)
                }
            }
            // By a link that she opened on the telephone she works with.
            let tess = try await Scene.guest(
                "Tess", .plan, scene.owner, scene.plan, with: scene.town.tess.id, in: store)
            try await scene.choose(tess.tie, in: store)
            let step = try await scene.proposal("Samen bellen.", in: store)
            for actor in [tess.actor, scene.femke] {
                await #expect(throws: StepRefusal.onlyOwnerDecides) {
                    try await scene.move(step, .agree, actor, in: store)
                }
                let seat = try await scene.view(actor, in: store).seat
                #expect(!seat.isRepresentative && !seat.decides(domain: nil) && seat.yes(about: nil) == .none)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `it rests on what was shared, never longer, and never on a link that nobody opened`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            await #expect(throws: RepresentationRefusal.untilTooFar(latest: Scene.lastDay)) {
                try await scene.choose(until: Scene.lastDay.adding(days: 1), in: store)
            }
            await #expect(throws: RepresentationRefusal.untilInPast) {
                try await scene.choose(until: testNow.day.adding(days: -1), in: store)
            }
            await #expect(throws: RepresentationRefusal.notShared) {
                try await scene.choose(scene.kramerTie, in: store)
            }
            let reader = try await Scene.guest("Oma", .plan, level: .read, scene.owner, plan, in: store)
            await #expect(throws: RepresentationRefusal.notShared) { try await scene.choose(reader.tie, in: store) }
            let unopened = try await scene.act(scene.owner, in: store) { on, records in
                let wish = InvitationWish(
                    guest: .ownPerson(name: try Words("Henk", room: .line), role: nil), part: .plan, level: .join,
                    until: Scene.lastDay)
                _ = try invite(wish, to: plan, on: on, records: records)
                let table = try readPlan(plan, as: .tableRead, on: on, records: records).table
                return try #require(table.ties.first { $0.name == "Henk" }).id
            }
            await #expect(throws: RepresentationRefusal.notShared) { try await scene.choose(unopened, in: store) }

            // Over at the end of the last day, by the calendar.
            try await scene.choose(until: testNow.day, in: store)
            let midnight = Instant.start(of: testNow.day.adding(days: 1))
            let before = Instant(milliseconds: midnight.milliseconds - 1)
            #expect(try await scene.view(scene.laila, at: before, in: store).seat.decidesAll)
            #expect(try await !scene.view(scene.laila, at: midnight, in: store).seat.decidesAll)
            #expect(try await scene.view(scene.owner, at: midnight, in: store).spokenFor.isEmpty)

            // Together with the sharing.
            try await scene.choose(in: store)
            try await scene.act(scene.owner, 3, in: store) {
                try endSharing(scene.lailaAgreement, at: plan, on: $0, records: $1)
            }
            #expect(try await scene.view(scene.owner, in: store).spokenFor.isEmpty)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.view(scene.laila, in: store) }
            #expect(try await scene.journal(in: store).contains { $0.event == .representationEnded })
        }
    }

    @Test(arguments: Engine.available)
    func `who is kept out loses it at once, and the contact person hears of it`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, tie) = (scene.plan, scene.lailaTie)
            try await scene.record(.authority, born: "2011-03-03", in: store)
            // What the law put there goes by the contact person, or for safety.
            await #expect(throws: InviteRefusal.restsOnLaw) {
                try await scene.act(scene.owner, in: store) {
                    try endSharing(scene.lailaAgreement, at: plan, on: $0, records: $1)
                }
            }
            await #expect(throws: InviteRefusal.restsOnLaw) {
                try await scene.act(scene.owner, in: store) {
                    _ = try renewLink(of: scene.lailaAgreement, at: plan, on: $0, records: $1)
                }
            }
            await #expect(throws: NetworkRefusal.restsOnLaw) {
                try await scene.act(scene.owner, in: store) {
                    try moveTie(tie, by: .leave, words: nil, at: plan, on: $0, records: $1)
                }
            }
            let step = try await scene.proposal("Samen bellen.", in: store)
            try await scene.act(scene.owner, 1, in: store) {
                try moveTie(tie, by: .caution, words: nil, at: plan, on: $0, records: $1)
            }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.view(scene.laila, in: store) }
            #expect(try await scene.move(step, .agree, scene.owner, 2, in: store) == .agreed)
            let notices = try await scene.act(scene.femke, 3, in: store) { try openNotices(on: $0, records: $1) }
            #expect(notices.map(\.kind) == [.representativeKeptOut])
            // Trusting her again gives nothing back.
            try await scene.act(scene.owner, 4, in: store) {
                try moveTie(tie, by: .trust, words: nil, at: plan, on: $0, records: $1)
            }
            #expect(try await scene.view(scene.owner, in: store).spokenFor.isEmpty)
            await #expect(throws: RepresentationRefusal.notShared) { try await scene.choose(in: store) }
        }
    }

    @Test(arguments: Engine.available)
    func `who decides for her sends nobody away who does so as well, and takes no new link for her`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            try await scene.choose(in: store)
            try await scene.choose(scene.kramerTie, .domain(scene.money), in: store)
            let agreements = try await scene.view(scene.owner, in: store).table.agreements
            let kramers = try #require(agreements.first { $0.holder == .tie(scene.kramerTie) })
            for deed: @Sendable (Occasion, any Records) throws -> Void in [
                { try endSharing(kramers.id, at: plan, on: $0, records: $1) },
                { _ = try renewLink(of: kramers.id, at: plan, on: $0, records: $1) },
            ] {
                await #expect(throws: InviteRefusal.onlyOwnerInvites) {
                    try await scene.act(scene.laila, 1, in: store, deed)
                }
            }
            try await scene.act(scene.owner, 2, in: store) {
                try endSharing(kramers.id, at: plan, on: $0, records: $1)
            }
            #expect(
                try await scene.view(scene.owner, in: store).spokenFor.map(\.representation.tie) == [scene.lailaTie])
        }
    }
}
