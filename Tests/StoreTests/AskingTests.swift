import Domain
import Testing

@testable import Store

/// A professional asks whether a colleague may look in; only the owner's yes opens anything (R-003, script D4).
@Suite struct AskingTests {
    typealias Town = ContractTests.Town

    /// Samira's plan with Femke as contact person, and money as a subject.
    private struct Scene: Sendable {
        let store: SQLStore
        let town: Town
        let begun: BegunPlan
        let money: LifeDomain.ID

        static func set(in store: SQLStore) async throws -> Scene {
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let me = occasion(Actor(owner: begun.owner), at: testNow.adding(minutes: 30))
            let money = try await store.write {
                try touchDomain(try Words("geld", room: .line), at: begun.plan, on: me, records: $0)
            }
            return Scene(store: store, town: town, begun: begun, money: money)
        }

        var owner: Actor { Actor(owner: begun.owner) }
        var femke: Actor { Actor(account: town.femke) }
        var rashid: Actor { Actor(account: town.rashid) }
        var tess: Actor { Actor(account: town.tess) }

        static func moment(_ days: Int, hours: Int = 1) -> Instant { testNow.adding(hours: hours, days: days) }

        @discardableResult
        func ask(
            for account: Account? = nil, _ part: SharingAgreement.Part? = nil, until: Int = 30, by actor: Actor? = nil,
            day: Int = 0, hours: Int = 1
        ) async throws -> SharingRequest.ID {
            let wish = SharingWish(
                account: (account ?? town.rashid).id, part: part ?? .domain(money),
                until: testNow.day.adding(days: until), reason: try GoalTests.words("Rashid weet veel van schulden."))
            let on = occasion(actor ?? femke, at: Self.moment(day, hours: hours))
            return try await store.write { try askToShare(wish, at: begun.plan, on: on, records: $0) }
        }

        func answer(
            _ request: SharingRequest.ID, _ answer: RequestAnswer, by actor: Actor? = nil, day: Int = 0, hours: Int = 2
        ) async throws {
            let on = occasion(actor ?? owner, at: Self.moment(day, hours: hours))
            try await store.write { try answerRequest(request, answer, at: begun.plan, on: on, records: $0) }
        }

        func read(_ actor: Actor, day: Int = 0, hours: Int = 3) async throws -> PlanView {
            let on = occasion(actor, at: Self.moment(day, hours: hours))
            return try await store.write { try readPlan(begun.plan, on: on, records: $0) }
        }

        func requests(_ actor: Actor? = nil, hours: Int = 3) async throws -> [SharingRequest] {
            let on = occasion(actor ?? owner, at: Self.moment(0, hours: hours))
            return try await store.write { try readRequests(of: begun.plan, on: on, records: $0).requests }
        }

        func notices(_ actor: Actor) async throws -> [Notice.Kind] {
            let on = occasion(actor, at: Self.moment(0, hours: 4))
            return try await store.read { try openNotices(on: on, records: $0).map(\.kind) }
        }

        func endings(of account: Account, hours: Int = 4) async throws -> Int {
            let on = occasion(owner, at: Self.moment(0, hours: hours))
            let seated = try await read(owner, hours: hours).table.professionals.first { $0.account.id == account.id }
            for agreement in seated?.agreements ?? [] {
                try await store.write { try endSharing(agreement.id, at: begun.plan, on: on, records: $0) }
            }
            return seated?.agreements.count ?? 0
        }

        /// Since when the plan says that something waits.
        func mark() async throws -> Int64? {
            try await store.rows("SELECT sharing_asked_at FROM plans").first?.optionalInteger(0)
        }
    }

    @Test(arguments: Engine.available)
    func `before her yes a colleague sees nothing, then his part alone, until its last day or until she stops it`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let request = try await scene.ask()
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid) }
            let hers = try await scene.read(scene.owner)
            #expect(hers.requests.map(\.reason) == ["Rashid weet veel van schulden."])
            #expect(hers.requests.map(\.account.name) == ["Rashid"] && hers.requests.map(\.asker.name) == ["Femke"])
            #expect(try await scene.read(scene.femke).requests.count == 1)
            for _ in 1...2 { try await scene.answer(request, .give) }
            let his = try await scene.read(scene.rashid)
            #expect(his.seat.sees == .parts(domains: [scene.money], steps: []))
            #expect(his.seat.mayWrite && his.stories.isEmpty && his.requests.isEmpty)
            #expect(his.seat.agreements.map(\.until) == [testNow.day.adding(days: 30)])
            #expect(try await scene.mark() == nil)
            #expect(try await scene.notices(scene.femke) == [.sharingGiven])
            _ = try await scene.read(scene.rashid, day: 30)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, day: 31) }
            #expect(try await scene.endings(of: scene.town.rashid) == 1)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, hours: 5) }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a request that was refused, taken back or fell away opens nothing, and no one is asked why`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let refused = try await scene.ask()
            for _ in 1...2 { try await scene.answer(refused, .refuse) }
            await #expect(throws: RequestRefusal.changedMeanwhile(.refused(at: Scene.moment(0, hours: 2)))) {
                try await scene.answer(refused, .give)
            }
            let back = try await scene.ask(hours: 3)
            #expect(back != refused, "after a no it can be asked again")
            try await scene.answer(back, .withdraw, by: scene.femke, hours: 4)
            let fallen = try await scene.ask(.plan, hours: 5)
            let stop = occasion(scene.owner, at: Scene.moment(0, hours: 6))
            try await store.write { try movePlan(scene.begun.plan, by: .stop, on: stop, records: $0) }
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, hours: 7) }
            let states = try await scene.requests(hours: 7).map(\.state)
            #expect(
                states == [
                    .refused(at: Scene.moment(0, hours: 2)), .withdrawn(at: Scene.moment(0, hours: 4)),
                    .withdrawn(at: Scene.moment(0, hours: 6)),
                ])
            await #expect(throws: RequestRefusal.changedMeanwhile(.withdrawn(at: Scene.moment(0, hours: 6)))) {
                try await scene.answer(fallen, .give, hours: 8)
            }
            #expect(try await scene.notices(scene.femke).contains(.sharingRefused))
            #expect(try await scene.mark() == nil)
            let on = occasion(scene.owner, at: Scene.moment(0, hours: 9))
            let rows = try await store.write {
                try readJournal(of: scene.begun.plan, before: nil, on: on, records: $0).page.rows.map(\.entry.event)
            }
            for event in [JournalEntry.Event.sharingAsked, .sharingRefused, .sharingWithdrawn] {
                #expect(rows.contains(event))
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `of a yes and a no at the same moment one counts, and access follows that one`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            for round in 0..<4 {
                let request = try await scene.ask(hours: 1 + round)
                let actors: [(RequestAnswer, Actor)] = [
                    (.give, scene.owner), (.refuse, scene.owner), (.withdraw, scene.femke),
                ]
                let won = await withTaskGroup(of: RequestAnswer?.self) { group in
                    for (answer, actor) in actors {
                        group.addTask {
                            do {
                                try await scene.answer(request, answer, by: actor, hours: 1 + round)
                                return answer
                            } catch { return nil }
                        }
                    }
                    return await group.reduce(into: [RequestAnswer]()) { won, answer in
                        if let answer { won.append(answer) }
                    }
                }
                #expect(won.count == 1)
                let state = try await scene.requests(hours: 1 + round).last?.state
                let sees = try? await scene.read(scene.rashid, hours: 1 + round)
                switch won.first {
                case .give: #expect(state == .given(at: Scene.moment(0, hours: 1 + round)) && sees != nil)
                case .refuse: #expect(state == .refused(at: Scene.moment(0, hours: 1 + round)) && sees == nil)
                case .withdraw, nil: #expect(state == .withdrawn(at: Scene.moment(0, hours: 1 + round)) && sees == nil)
                }
                _ = try await scene.endings(of: scene.town.rashid, hours: 1 + round)
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `who works with the whole plan asks, for a colleague of the team who does not see it yet, and once`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            func refusal(_ ask: () async throws -> SharingRequest.ID) async -> (any Error)? {
                do {
                    _ = try await ask()
                    return nil
                } catch { return error }
            }
            #expect(await refusal { try await scene.ask(by: scene.tess) } as? SeatRefusal == .noRelation)
            #expect(await refusal { try await scene.ask(by: scene.owner) } as? RequestRefusal == .notFromHere)
            #expect(
                await refusal { try await scene.ask(for: scene.town.femke) } as? RequestRefusal
                    == .seesAlready(name: "Femke"))
            #expect(await refusal { try await scene.ask(until: -1) } as? InviteRefusal == .untilInPast)
            #expect(
                await refusal { try await scene.ask(until: 366) } as? InviteRefusal
                    == .untilTooFar(latest: testNow.day.adding(days: 365)))
            let nowhere: LifeDomain.ID = occasion().newID()
            #expect(await refusal { try await scene.ask(.domain(nowhere)) } as? InviteRefusal == .unknownPart)
            let (lead, stranger) = try await store.write { records in
                func person(_ name: String, _ role: Role, _ team: Team.ID?) throws -> Account {
                    let account = Account(
                        id: occasion().newID(), role: role, name: name, phone: "1", background: "", team: team,
                        hasPhoto: false)
                    try records.accounts.insert(account, login: name, passwordHash: "-")
                    return account
                }
                return (
                    try person("Bram", .teamLead, scene.town.femke.team), try person("Daan", .generalist, nil)
                )
            }
            #expect(await refusal { try await scene.ask(for: lead) } as? InviteRefusal == .roleWithoutRoad)
            #expect(await refusal { try await scene.ask(for: stranger) } as? InviteRefusal == .unknownPerson)
            let first = try await scene.ask()
            #expect(try await scene.ask(until: 60, hours: 2) == first)
            #expect(try await scene.requests().count == 1)
            try await scene.answer(first, .give)
            #expect(
                await refusal { try await scene.ask(hours: 4) } as? RequestRefusal == .seesAlready(name: "Rashid"))
            // Who sees one part does not ask, and does not read what was asked.
            #expect(
                await refusal { try await scene.ask(for: scene.town.tess, by: scene.rashid, hours: 4) }
                    as? RequestRefusal == .notFromHere)
            await #expect(throws: RequestRefusal.unknown) { _ = try await scene.requests(scene.rashid, hours: 4) }
            await #expect(throws: RequestRefusal.unknown) {
                try await scene.answer(first, .give, by: scene.rashid, hours: 4)
            }
            let on = occasion(scene.femke, at: Scene.moment(0, hours: 5))
            let colleagues = try await store.write {
                try readColleagues(at: scene.begun.plan, on: on, records: $0).colleagues
            }
            #expect(colleagues.map(\.name) == ["Rashid", "Tess"])
            let other = try await scene.ask(for: scene.town.tess, .plan, hours: 5)
            await #expect(throws: RequestRefusal.onlyOwnerDecides) {
                try await scene.answer(other, .give, by: scene.femke, hours: 5)
            }
            await #expect(throws: RequestRefusal.notTheAsker) { try await scene.answer(other, .withdraw, hours: 5) }
        }
    }

    @Test(arguments: Engine.available)
    func `her own invitation is her yes, and whatever she said yes to she stops in one go`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            func invites(_ level: SharingAgreement.Level, until: Int, hours: Int) async throws {
                let wish = InvitationWish(
                    guest: .account(scene.town.rashid.id), part: .domain(scene.money), level: level,
                    until: testNow.day.adding(days: until))
                let on = occasion(scene.owner, at: Scene.moment(0, hours: hours))
                try await store.write { _ = try invite(wish, to: scene.begun.plan, on: on, records: $0) }
            }
            let asked = try await scene.ask()
            try await invites(.join, until: 10, hours: 2)
            #expect(try await scene.requests().map(\.state) == [.given(at: Scene.moment(0, hours: 2))])
            #expect(try await scene.read(scene.owner).requests.isEmpty)
            #expect(try await scene.notices(scene.femke) == [.sharingGiven])
            try await scene.answer(asked, .give, hours: 3)
            #expect(try await scene.endings(of: scene.town.rashid) == 1)
            // What he had is less than what was asked: it makes way.
            let again = try await scene.ask(hours: 5)
            try await store.tamper(
                "UPDATE sharing_requests SET part_kind = 'plan', part_id = NULL WHERE id = '\(again)'")
            try await invites(.read, until: 10, hours: 6)
            try await store.tamper(
                "UPDATE sharing_requests SET part_kind = 'domain', part_id = '\(scene.money)' WHERE id = '\(again)'")
            try await scene.answer(again, .give, hours: 7)
            let view = try await scene.read(scene.rashid, hours: 8)
            #expect(view.seat.agreements.map(\.level) == [.join])
            #expect(try await scene.endings(of: scene.town.rashid, hours: 9) == 1)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, hours: 10) }
        }
    }

    @Test(arguments: Engine.available)
    func `a yes that comes after the last day is refused in words, and asking anew takes its place`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            let late = try await scene.ask(until: 2)
            await #expect(throws: RequestRefusal.untilPassed(testNow.day.adding(days: 2))) {
                try await scene.answer(late, .give, day: 3)
            }
            let anew = try await scene.ask(until: 20, day: 3)
            #expect(anew != late)
            #expect(try await scene.read(scene.owner, day: 3).requests.map(\.id) == [anew])
            try await scene.answer(anew, .give, day: 20)
            _ = try await scene.read(scene.rashid, day: 20)
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, day: 21) }
        }
    }

    @Test(arguments: Engine.available)
    func `a question without an answer is told to who asked after fourteen days, once, and is never a yes`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.ask(until: 100)
            try await scene.ask(for: scene.town.tess, .plan, until: 100, hours: 2)
            var told: [Int] = []
            for days in [13, 14, 15, 60] {
                let moment = Instant.start(of: testNow.day.adding(days: days)).adding(hours: 3)
                told.append(
                    try await store.write { try doAtNight(.remindedAskers, on: occasion(at: moment), records: $0) })
            }
            #expect(told == [0, 1, 0, 0])
            #expect(try await scene.notices(scene.femke) == [.sharingUnanswered])
            await #expect(throws: SeatRefusal.noRelation) { _ = try await scene.read(scene.rashid, day: 61) }
            #expect(try await scene.read(scene.owner, day: 61).requests.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `what was asked is sealed, and goes with the household`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let scene = try await Scene.set(in: store)
            try await scene.ask()
            #expect(try await scene.mark() == Scene.moment(0).milliseconds)
            let hers = occasion(scene.owner, at: Scene.moment(0, hours: 5))
            let copy = try await store.write { try takeAlong(scene.begun.plan, on: hers, records: $0).copy }
            try await store.write { try askErasure(of: scene.begun.plan, .now, on: hers, records: $0) }
            let left = try await store.rows("SELECT id FROM sharing_requests")
            #expect(left.isEmpty)
            let back = occasion(at: Scene.moment(0, hours: 6))
            try await store.write { _ = try restoreHousehold(copy, on: back, records: $0) }
            #expect(try await scene.read(scene.owner, hours: 7).requests.map(\.reason).count == 1)
            #expect(try await Check.run(on: store).findings == [])
        }
    }
}
