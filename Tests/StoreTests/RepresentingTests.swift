import Domain
import Testing

@testable import Store

/// Who decides for the owner: chosen, by authority, by a court (R-005, I1, I3).
@Suite struct RepresentingTests {
    typealias Scene = RepresentingScene

    // MARK: Chosen

    @Test(arguments: Engine.available)
    func `a chosen representative answers in the owner's name, and everybody reads who did`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            let step = try await scene.proposal("Samen bellen.", in: store)
            await #expect(throws: StepRefusal.onlyOwnerDecides) {
                try await scene.move(step, .agree, scene.laila, in: store)
            }
            #expect(try await scene.view(scene.owner, in: store).seat.plan.representedAt == nil)
            try await scene.choose(in: store)
            // Choosing the same again changes the day and adds nothing.
            try await scene.choose(until: Scene.lastDay.adding(days: -1), in: store)
            let own = try await scene.view(scene.owner, in: store)
            #expect(own.spokenFor.map(\.representation.until) == [Scene.lastDay.adding(days: -1)])
            #expect(try await scene.move(step, .agree, scene.laila, in: store) == .agreed)
            let (goal, text, note) = try await scene.act(scene.femke, in: store) { on, records in
                let goal = try setGoal(try GoalTests.words("Rust."), about: nil, at: plan, on: on, records: records)
                let text = try records.goals.all(for: takeSeat(at: plan, to: .goalsRead, on: on, records: records))[0]
                let note = try tellStory(
                    try Words("Eerst slapen.", room: .story), about: nil, at: plan, on: on, records: records)
                return (goal, text.texts[0].id, note)
            }
            try await scene.act(scene.laila, 5, in: store) { on, records in
                try answerGoal(text, of: goal, .decline, at: plan, on: on, records: records)
                try confirmStory(
                    note, as: try Words("Eerst rust.", room: .story), at: plan, on: on, records: records)
                try movePlan(plan, by: .pause, on: on, records: records)
                try movePlan(plan, by: .resume, on: on, records: records)
                try askForAnotherContact(at: plan, on: on, records: records)
            }
            for actor in [scene.owner, scene.femke, scene.laila] {
                let view = try await scene.view(actor, in: store)
                #expect(view.lastAnswer(to: .step(step))?.answer == .accept)
                #expect(view.lastAnswer(to: .wording(text))?.answer == .decline)
                guard case .representative(_, "Laila")? = view.lastAnswer(to: .step(step))?.by,
                    case .representative(_, "Laila")? = view.stories.last?.author
                else { throw StepRefusal.unknown }
                #expect(view.representations(of: scene.lailaTie).count == 1)
            }
            let rows = try await scene.journal(in: store).filter { $0.name == "Laila" && $0.event == .stepAgreed }
            #expect(rows.map(\.role) == [.representative])
            #expect(rows.first?.ground == .ownersWord)
        }
    }

    @Test(arguments: Engine.available)
    func `what is the owner's alone stays hers, whoever decides with her`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, tie, kramer) = (scene.plan, scene.lailaTie, scene.kramerTie)
            try await scene.choose(in: store)
            let goal = try await scene.act(scene.owner, in: store) {
                try setGoal(try GoalTests.words("Slapen."), about: nil, at: plan, on: $0, records: $1)
            }
            let forbidden: [(String, @Sendable (Occasion, any Records) throws -> Void)] = [
                ("yardstick", { _ = try measure(goal, at: 4, words: nil, in: plan, on: $0, records: $1) }),
                (
                    "goal",
                    { _ = try setGoal(try GoalTests.words("Anders."), about: nil, at: plan, on: $0, records: $1) }
                ),
                ("goal's end", { try endGoal(goal, as: .letGo, at: plan, on: $0, records: $1) }),
                ("giving", { try tellGiving(try GoalTests.words("Koken."), at: plan, on: $0, records: $1) }),
                ("name", { try nameOwner(name: nil, reach: nil, at: plan, on: $0, records: $1) }),
                ("code", { _ = try readCode(of: plan, on: $0, records: $1) }),
                ("journal", { _ = try readJournal(of: plan, before: nil, on: $0, records: $1) }),
                ("taking along", { _ = try takeAlong(plan, on: $0, records: $1) }),
                ("erasing", { try askErasure(of: plan, .now, on: $0, records: $1) }),
                ("stopping", { try movePlan(plan, by: .stop, on: $0, records: $1) }),
                ("her question", { try withdrawQuestion(of: plan, on: $0, records: $1) }),
                (
                    "another representative",
                    {
                        try nameRepresentative(
                            kramer, for: .plan, until: Scene.lastDay, at: plan, on: $0, records: $1)
                    }
                ),
                (
                    "herself",
                    {
                        let wish = InvitationWish(
                            guest: .tie(tie), part: .plan, level: .join, until: Scene.lastDay.adding(days: 9))
                        _ = try invite(wish, to: plan, on: $0, records: $1)
                    }
                ),
                ("who is kept out", { _ = try readTie(kramer, at: plan, on: $0, records: $1) }),
            ]
            for (what, deed) in forbidden {
                await #expect(throws: (any Error).self, "\(what)") {
                    try await scene.act(scene.laila, 3, in: store, deed)
                }
            }
            #expect(try await scene.view(scene.owner, in: store).seat.plan.state == .running)
        }
    }

    @Test(arguments: Engine.available)
    func `who decides over everything puts people at the table, and nobody who is kept out`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let (plan, kramer) = (scene.plan, scene.kramerTie)
            try await scene.choose(in: store)
            func inviting(_ guest: InvitationWish.Guest) async throws -> Bool {
                let wish = InvitationWish(guest: guest, part: .plan, level: .read, until: Scene.lastDay)
                return try await scene.act(scene.laila, 2, in: store) {
                    try invite(wish, to: plan, on: $0, records: $1).secret != nil
                }
            }
            #expect(try await inviting(.ownPerson(name: try Words("Henk", room: .line), role: nil)))
            let henk = try #require(
                try await scene.view(scene.owner, in: store).table.agreements.first { $0.claimedAt == nil })
            try await scene.act(scene.laila, 4, in: store) {
                _ = try renewLink(of: henk.id, at: plan, on: $0, records: $1)
                try endSharing(henk.id, at: plan, on: $0, records: $1)
            }
            try await scene.act(scene.owner, 5, in: store) {
                try moveTie(
                    kramer, by: .caution, words: try GoalTests.words("Ze vraagt om geld."), at: plan, on: $0,
                    records: $1)
            }
            await #expect(throws: InviteRefusal.unknownPerson) { _ = try await inviting(.tie(kramer)) }
            // Of who is kept out she reads no reason.
            let seen = try await scene.view(scene.laila, in: store)
            #expect(seen.table.ties.allSatisfy { $0.caution == nil })
        }
    }

    // MARK: Authority

    @Test(arguments: Engine.available)
    func `from twelve to fifteen an accept counts when both said yes, and a no of either is a no`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.record(.authority, born: "2011-03-03", in: store)
            let first = try await scene.proposal("Praten met de mentor.", in: store)
            for minute in [1, 2] {
                // Twice is once.
                let state = try await scene.move(first, .agree, scene.laila, minute, in: store)
                #expect(state == .proposed(by: scene.town.femke.id))
            }
            let between = try await scene.view(scene.owner, in: store)
            #expect(between.answers(to: .step(first)).map(\.side) == [.authority])
            #expect(between.answers.count == 1)
            #expect(between.proposals.map(\.id) == [first])
            #expect(try await scene.move(first, .agree, scene.owner, 3, in: store) == .agreed)
            #expect(try await scene.view(scene.laila, in: store).answers(to: .step(first)).count == 2)

            // The other way round, with words for a goal.
            let plan = scene.plan
            let (goal, text) = try await scene.act(scene.femke, in: store) { on, records in
                let goal = try setGoal(try GoalTests.words("Rust."), about: nil, at: plan, on: on, records: records)
                let seat = try takeSeat(at: plan, to: .goalsRead, on: on, records: records)
                return (goal, try records.goals.all(for: seat)[0].texts[0].id)
            }
            func answer(_ answer: ProposalAnswer, _ actor: Actor, _ minute: Int) async throws -> ProposalState? {
                try await scene.act(actor, minute, in: store) {
                    try answerGoal(text, of: goal, answer, at: plan, on: $0, records: $1)
                }
                return try await scene.view(scene.owner, in: store).goals[0].texts[0].state
            }
            #expect(try await answer(.accept, scene.owner, 4) == .proposed)
            guard case .declined? = try await answer(.decline, scene.laila, 5) else { throw ProposalRefusal.unknown }
            // Her mother comes back on it: then both have said yes.
            guard case .accepted? = try await answer(.accept, scene.laila, 6) else { throw ProposalRefusal.unknown }

            let second = try await scene.proposal("Naar de meidengroep.", in: store)
            try await scene.move(second, .agree, scene.laila, 7, in: store)
            guard case .declined = try await scene.move(second, .decline, scene.owner, 8, in: store) else {
                throw StepRefusal.unknown
            }
            let rows = try await scene.journal(in: store).filter { $0.role == .representative }
            #expect(rows.allSatisfy { $0.ground == .law && $0.name == "Laila" } && !rows.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a yes on paper is one of two yeses as well`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            try await scene.record(.authority, born: "2011-03-03", in: store)
            let step = try await scene.proposal("Samen bellen.", in: store)
            let outcome = try await scene.act(scene.femke, 10, in: store) { on, records in
                let id = try makeSheet(at: plan, on: on, records: records)
                let sheet = try #require(try readSheet(at: plan, on: on, records: records).sheet)
                return try confirmSheet(
                    id, code: sheet.code, [.step(step): .yes(words: nil)], at: plan, on: on, records: records)
            }
            #expect(outcome == .confirmed)
            let view = try await scene.view(scene.laila, in: store)
            #expect(view.proposals.map(\.id) == [step])
            #expect(view.answers(to: .step(step)).map(\.side) == [.owner])
            #expect(try await scene.move(step, .agree, scene.laila, 11, in: store) == .agreed)
        }
    }

    @Test(arguments: Engine.available)
    func `under twelve her parent says yes, and she says what she does not want`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.record(.authority, born: "2014-01-01", in: store)
            let step = try await scene.proposal("Naar de voetbalclub.", in: store)
            await #expect(throws: StepRefusal.representativeSays(name: "Laila")) {
                try await scene.move(step, .agree, scene.owner, in: store)
            }
            guard case .declined = try await scene.move(step, .decline, scene.owner, 1, in: store) else {
                throw StepRefusal.unknown
            }
            #expect(try await scene.move(step, .agree, scene.laila, 2, in: store) == .agreed)
        }
    }

    @Test(arguments: Engine.available)
    func `on her sixteenth birthday she decides alone, from midnight and in open tabs too`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            try await scene.record(.authority, born: "2009-03-05", in: store)
            let midnight = Instant.start(of: Day(year: 2025, month: 3, day: 5))
            let before = Instant(milliseconds: midnight.milliseconds - 1)
            #expect(try await scene.view(scene.laila, at: before, in: store).seat.yes(about: nil) == .half)
            #expect(try await scene.view(scene.owner, at: before, in: store).seat.yes(about: nil) == .half)
            #expect(try await scene.view(scene.laila, at: midnight, in: store).seat.yes(about: nil) == .none)
            #expect(try await scene.view(scene.owner, at: midnight, in: store).seat.yes(about: nil) == .counts)
            let step = try await scene.proposal("Samen bellen.", in: store)
            await #expect(throws: StepRefusal.onlyOwnerDecides) {
                _ = try await scene.act(scene.laila, at: midnight, in: store) {
                    try moveStep(step, by: .agree, at: plan, on: $0, records: $1)
                }
            }
            for (born, refusal) in [
                ("2009-03-03", RepresentationRefusal.decidesHerself), ("2025-03-04", .bornNeeded),
                ("niets", .bornNeeded),
            ] {
                await #expect(throws: refusal) { try await scene.record(.authority, born: born, in: store) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a family's plan of somebody under sixteen needs the parent who has authority`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await ConferenceScene.set(in: store)
            let made = try await scene.act(scene.contact) { plan, on, records in
                let table = try readPlan(plan, as: .tableRead, on: on, records: records).table
                let oma = try #require(table.ties.first { $0.name == "Oma" })
                try recordRepresentative(
                    oma.id,
                    LawfulRepresentation(
                        kind: .authority, part: .plan, until: testNow.day.adding(days: 30),
                        document: try GoalTests.words("gezagsregister"), born: Day("2011-01-01")),
                    at: plan, on: on, records: records)
                return try #require(try records.representations.live(at: plan, on: on.today).first)
            }
            let text = try await scene.presented("Elke zondag eten we samen.")
            for actor in [scene.owner, scene.sister] { try await scene.confirm(text, by: actor) }
            let waiting = try await scene.read(scene.owner)
            #expect(waiting.seat.parents(about: nil).map(\.name) == ["Oma"])
            #expect(waiting.confirmed.count == 2)
            #expect(try await scene.planView(scene.owner).stories.allSatisfy { $0.kind != .familyPlan })
            // Without her authority the two of them are enough.
            try await scene.act(scene.contact) { try endRepresentation(made.id, at: $0, on: $1, records: $2) }
            try await scene.confirm(text, by: scene.owner)
            #expect(try await scene.planView(scene.owner).coreWords == "Elke zondag eten we samen.")
        }
    }

    // MARK: A court

    @Test(arguments: Engine.available)
    func `an administrator decides over money and over nothing else`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let plan = scene.plan
            await #expect(throws: RepresentationRefusal.administratorForPart) {
                try await scene.record(.administrator, .plan, in: store)
            }
            await #expect(throws: RepresentationRefusal.notShared) {
                try await scene.record(.mentor, .plan, tie: scene.kramerTie, in: store)
            }
            try await scene.record(.administrator, .domain(scene.money), tie: scene.kramerTie, in: store)
            try await scene.record(.mentor, .domain(scene.money), in: store)
            let about = try await scene.proposal("De bank bellen.", about: scene.money, in: store)
            let other = try await scene.proposal("Wandelen.", in: store)
            #expect(try await scene.move(about, .agree, scene.kramer, in: store) == .agreed)
            await #expect(throws: StepRefusal.unknown) { try await scene.move(other, .agree, scene.kramer, in: store) }
            // Who sees everything and decides over money decides over money.
            await #expect(throws: StepRefusal.onlyOwnerDecides) {
                try await scene.move(other, .agree, scene.laila, in: store)
            }
            try await scene.act(scene.kramer, 3, in: store) { on, records in
                let made = try planStep(
                    StepWish(words: try GoalTests.words("Huur."), when: nil, carrier: .owner, domain: scene.money),
                    at: plan, on: on, records: records)
                try moveStep(made, by: .tick, at: plan, on: on, records: records)
            }
            await #expect(throws: PlanRefusal.onlyOwnerDecides) {
                try await scene.act(scene.kramer, 4, in: store) {
                    try movePlan(plan, by: .pause, on: $0, records: $1)
                }
            }
            let seen = try await scene.view(scene.owner, in: store)
            #expect(Set(seen.spokenFor.map(\.representation.kind)) == [.administrator, .mentor])
            #expect(seen.spokenFor.first?.representation.document == "uittreksel uit het register")
        }
    }
}
