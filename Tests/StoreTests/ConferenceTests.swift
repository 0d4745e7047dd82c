import Domain
import Testing

@testable import Store

/// The family's conference, on both engines.
@Suite struct ConferenceTests {
    typealias Scene = ConferenceScene

    @Test(arguments: Engine.available)
    func `the family's plan becomes the current one after the owner and one of her own people confirm it`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let before = try await scene.planView(scene.owner)
            let text = try await scene.presented("Elke zondag eten we bij oma.")
            try await scene.confirm(text, by: scene.owner)
            try await scene.confirm(text, by: scene.owner)
            for actor in [scene.coordinator, scene.contact] {
                await #expect(throws: ConferenceRefusal.notYours) { try await scene.confirm(text, by: actor) }
            }
            #expect(
                try await scene.planView(scene.owner).coreWords == before.coreWords, "the owner alone is not enough")
            #expect(try await scene.read(scene.owner).confirmed.count == 1)
            try await scene.confirm(text, by: scene.sister)
            try await scene.confirm(text, by: scene.sister)
            let after = try await scene.planView(scene.contact)
            #expect(after.coreWords == "Elke zondag eten we bij oma.")
            #expect(after.stories.first?.words == before.stories.first?.words, "what was there stays readable")
            #expect(after.stories.filter { $0.kind == .familyPlan }.count == 1)
            let open = after.steps.filter(\.isOpen)
            #expect(open.contains { $0.words == "De kinderen halen" && $0.carrier == .tie(scene.sisterTie) })
            let lookBack = try #require(open.first { $0.kind.lookBack != nil })
            #expect(lookBack.kind == .evaluating(on: Conference.lookBackDay(after: testNow.day)))
            #expect(lookBack.carrier == .account(scene.town.femke.id))
            let notices = try await scene.act(scene.contact) { try openNotices(on: $1, records: $2).map(\.kind) }
            #expect(notices == [.conferenceWanted, .conferencePresented, .conferenceConfirmed])
            let line = try await scene.act(scene.contact) { _, occasion, records in
                let then = occasion.by(occasion.actor, at: Instant.start(of: Day(year: 2025, month: 6, day: 3)))
                return try ownPlans(before: nil, on: then, records: records)?.plans.first
            }
            #expect(line?.dueLookBacks == 1, "three months later it is on the contact person's list")
        }
    }

    @Test(arguments: Engine.available)
    func `what the family writes among itself goes to no account, not in an emergency, and not to who prepares it`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.write(Scene.secret, as: .amongOurselves, by: scene.sister)
            try await scene.writePlan("Elke zondag bij oma.", on: nil, by: scene.sister)
            let tess = Actor(account: scene.town.tess)
            try await store.write { records in
                let wish = EmergencyWish(
                    reach: try Words("06 00 00 00 01", room: .reach), reason: try Scene.words("Gevaar.", .sentence),
                    hours: 24, silence: nil)
                try breakTheGlass(wish, on: occasion(tess), records: records)
            }
            for actor in [scene.owner, scene.sister] {
                let view = try await scene.read(actor)
                #expect(view.texts(.amongOurselves).map(\.words) == [Scene.secret])
                #expect(view.draft?.words == "Elke zondag bij oma.")
            }
            for actor in [scene.contact, tess, scene.coordinator] {
                let view = try await scene.read(actor)
                #expect(view.conference?.state == .privateTime)
                #expect(view.texts == [] && view.steps.isEmpty && view.draft == nil)
                await #expect(throws: ConferenceRefusal.notYours) {
                    try await scene.write("Ik lees mee.", as: .amongOurselves, by: actor)
                }
            }
            // Nor does the link of one of the family, on a ring with a worker's key on it.
            let onHerPhone = Actor(account: scene.town.rashid, session: scene.sister.session)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(onHerPhone) }
            // Also past the actions: the statement itself gives an account and a coordinator nothing.
            for actor in [scene.contact, tess, scene.coordinator] {
                let texts = try await scene.act(actor) { plan, occasion, records in
                    let seat = try takeSeat(at: plan, to: .conferenceRead, on: occasion, records: records)
                    let conference = try #require(try records.conferences.all(for: seat).last)
                    return try records.conferences.texts(of: conference, for: seat).map(\.words)
                }
                #expect(texts == [])
            }
            // Whoever is at the whole table and not invited, does not even learn that there is one.
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.mother) }
            // Presented, the professionals read the plan; never what was said before it.
            try await scene.move(.present, by: scene.owner)
            let contact = try await scene.read(scene.contact)
            #expect(contact.presented?.words == "Elke zondag bij oma.")
            #expect(contact.texts.map(\.kind) == [.plan])
            // Taken back, it is the family's alone again.
            try await scene.move(.close, by: scene.sister)
            #expect(try await scene.read(scene.contact).texts == [])
        }
    }

    @Test(arguments: Engine.available)
    func `an invitation to a conference opens the conference and nothing else of the plan`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, upTo: .inform)
            for actor in [scene.sister, scene.coordinator] {
                for event in JournalEntry.Event.allCases where !event.rawValue.hasPrefix("conferentie-") {
                    await #expect(throws: SeatRefusal.onlyConference) {
                        try await scene.act(actor) { _ = try takeSeat(at: $0, to: event, on: $1, records: $2) }
                    }
                }
                await #expect(throws: SeatRefusal.onlyConference) { _ = try await scene.planView(actor) }
            }
            try await scene.write("Wie neemt soep mee?", as: .information, by: scene.coordinator)
            #expect(try await scene.read(scene.sister).texts(.information).map(\.words) == ["Wie neemt soep mee?"])
            #expect(try await scene.read(scene.coordinator).owner.reach == nil)
            // Who is not invited for the information does not read it either, and is when she is.
            #expect(try await scene.read(scene.contact).texts == [])
            let femke = scene.town.femke.id
            try await scene.act(scene.coordinator) { plan, occasion, records in
                let invited = try inviteToConference(.account(femke), at: plan, on: occasion, records: records)
                #expect(invited.secret == nil)
            }
            #expect(try await scene.read(scene.contact).texts.count == 1)
            let lines = try await scene.act(scene.contact) {
                try ownPlans(before: nil, on: $1, records: $2)?.plans.count
            }
            #expect(lines == 1, "one household is one line")
        }
    }

    @Test(arguments: Engine.available)
    func `a professional offers a conference, the owner answers without a reason, and there is one at a time`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await ContractTests.Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let plan = begun.plan
            @Sendable func at(_ minutes: Int, _ actor: Actor) -> Occasion {
                occasion(actor, at: testNow.adding(minutes: minutes))
            }
            let (me, femke) = (Actor(owner: begun.owner), Actor(account: town.femke))
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write {
                    try callConference(at: plan, on: at(1, Actor(account: town.tess)), records: $0)
                }
            }
            let first = try await store.write { try callConference(at: plan, on: at(2, femke), records: $0) }
            let again = try await store.write { try callConference(at: plan, on: at(3, femke), records: $0) }
            #expect(first == again)
            await #expect(throws: ConferenceRefusal.notYours) {
                try await store.write { try moveConference(by: .want, at: plan, on: at(4, femke), records: $0) }
            }
            try await store.write { try moveConference(by: .decline, at: plan, on: at(5, me), records: $0) }
            func header() async throws -> Plan { try await store.read { try $0.plans.header(of: plan) } }
            #expect(try await header().conference == nil)
            let second = try await store.write { try callConference(at: plan, on: at(6, femke), records: $0) }
            #expect(second != first, "a second offer later is possible")
            #expect(try await header().conference == second)
            let hers = try await store.write { try callConference(at: plan, on: at(7, me), records: $0) }
            #expect(hers == second)
            let view = try await store.write { try readConference(at: plan, on: at(8, me), records: $0) }
            #expect(view.conference?.state == .wanted)
            await #expect(throws: ConferenceRefusal.alreadyOpen) {
                try await store.write { try callConference(at: plan, on: at(9, femke), records: $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `of two who write the family's plan at once nothing is lost, and of two who confirm one plan comes`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let results = await withTaskGroup(of: Result<ConferenceText.ID, any Error>.self) { group in
                for (words, actor) in [("Van de eigenaar.", scene.owner), ("Van de zus.", scene.sister)] {
                    group.addTask {
                        do { return .success(try await scene.writePlan(words, on: nil, by: actor)) } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let kept = results.compactMap { try? $0.get() }
            let refused = results.compactMap { result -> (any Error)? in
                if case .failure(let error) = result { error } else { nil }
            }
            #expect(kept.count == 1 && refused.count == 1)
            let draft = try #require(try await scene.read(scene.owner).draft)
            #expect(refused.first as? ConferenceRefusal == .planChanged(draft.words), "she reads what the other wrote")
            try await scene.writePlan("\(draft.words) En nog iets.", on: draft.id, by: scene.sister)
            let text = try await scene.presented("Samen: elke zondag bij oma.")
            await #expect(throws: ConferenceRefusal.planChanged("Samen: elke zondag bij oma.")) {
                try await scene.confirm(draft.id, by: scene.owner)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for actor in [scene.owner, scene.sister] { group.addTask { try await scene.confirm(text, by: actor) } }
                try await group.waitForAll()
            }
            let after = try await scene.planView(scene.owner)
            #expect(after.stories.filter { $0.kind == .familyPlan }.count == 1)
            #expect(after.steps.filter { $0.kind.lookBack != nil }.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `the owner stops at any moment, everybody is out at once, and the words stay hers`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.write(Scene.secret, as: .amongOurselves, by: scene.owner)
            await #expect(throws: ConferenceRefusal.onlyOwnerDecides) { try await scene.move(.stop, by: scene.sister) }
            try await scene.move(.stop, by: scene.owner)
            try await scene.move(.stop, by: scene.owner)
            for actor in [scene.sister, scene.coordinator] {
                await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(actor) }
            }
            let view = try await scene.read(scene.owner)
            #expect(view.texts(.amongOurselves).map(\.words) == [Scene.secret])
            #expect(view.mayCall)
            #expect(try await scene.planView(scene.owner).seat.plan.conference == nil)
            let taken = try await scene.act(scene.owner) { try takeAlong($0, on: $1, records: $2).conferences }
            #expect(taken.map { $0.texts(.amongOurselves).count } == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `looking back ends the conference, from the plan's own page too`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let text = try await scene.presented("Elke zondag bij oma.")
            await #expect(throws: ConferenceRefusal.notNow(.presented(text))) {
                try await scene.act(scene.owner) { try lookBackOnConference(at: $0, on: $1, records: $2) }
            }
            try await scene.write("Veilig genoeg.", as: .safety, by: scene.contact)
            for actor in [scene.owner, scene.sister] { try await scene.confirm(text, by: actor) }
            await #expect(throws: ConferenceRefusal.notYours) {
                try await scene.act(scene.sister) { try lookBackOnConference(at: $0, on: $1, records: $2) }
            }
            let step = try #require(try await scene.planView(scene.contact).steps.first { $0.kind.lookBack != nil })
            await #expect(throws: StepRefusal.otherKind) {
                try await scene.act(scene.contact) { try moveStep(step.id, by: .tick, at: $0, on: $1, records: $2) }
            }
            try await scene.act(scene.contact) { try moveStep(step.id, by: .lookBack, at: $0, on: $1, records: $2) }
            try await scene.act(scene.owner) { try lookBackOnConference(at: $0, on: $1, records: $2) }
            let view = try await scene.read(scene.owner)
            #expect(view.conference?.isOpen == false && view.presented?.words == "Elke zondag bij oma.")
            #expect(view.texts(.safety).map(\.words) == ["Veilig genoeg."])
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.sister) }
        }
    }

    @Test(arguments: Engine.available)
    func `who prepares it asks only whom the owner put at her table, and nobody who is kept out`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store, upTo: .want)
            let mother = try #require(try await scene.read(scene.coordinator).askable.first)
            #expect(mother.name == "Oma" && mother.role == nil)
            await #expect(throws: ConferenceRefusal.onlyOwnerBrings) {
                try await scene.act(scene.coordinator) { plan, occasion, records in
                    _ = try inviteToConference(
                        .ownPerson(name: try Scene.words("Karim", .line), role: nil), at: plan, on: occasion,
                        records: records)
                }
            }
            await #expect(throws: ConferenceRefusal.unknownPerson) {
                try await scene.act(scene.coordinator) { plan, occasion, records in
                    _ = try inviteToConference(
                        .account(scene.town.rashid.id), at: plan, on: occasion, records: records)
                }
            }
            try await scene.act(scene.contact) {
                try moveTie(mother.id, by: .caution, words: nil, at: $0, on: $1, records: $2)
            }
            #expect(try await scene.read(scene.coordinator).askable.isEmpty)
            await #expect(throws: ConferenceRefusal.unknownPerson) {
                try await scene.act(scene.coordinator) { plan, occasion, records in
                    _ = try inviteToConference(.tie(mother.id), at: plan, on: occasion, records: records)
                }
            }
            // Kept out is out of the conference too.
            let sister = scene.sisterTie
            try await scene.act(scene.owner) {
                try moveTie(sister, by: .caution, words: nil, at: $0, on: $1, records: $2)
            }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.sister) }
            // Another who prepares it: the first is out at once.
            try await scene.act(scene.owner) { plan, occasion, records in
                _ = try nameCoordinator(
                    try Scene.words("Arend", .line), role: nil, at: plan, on: occasion, records: records)
            }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.coordinator) }
        }
    }
}

extension Occasion {
    fileprivate func by(_ actor: Actor, at now: Instant) -> Occasion {
        Occasion(actor: actor, now: now, origin: origin, chance: chance)
    }
}
