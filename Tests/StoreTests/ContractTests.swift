import Domain
import Synchronization
import Testing

@testable import Store

/// Each a millisecond after the one before, as in life.
private let milliseconds = Mutex<Int64>(0)

private func soon(_ actor: Actor = .visitor, at now: Instant? = nil) -> Occasion {
    let later = milliseconds.withLock { count in
        count += 1
        return count
    }
    return occasion(actor, at: now ?? Instant(milliseconds: testNow.milliseconds + later))
}

/// What every engine promises, through Domain's own actions.
@Suite struct ContractTests {
    struct Town: Sendable {
        let area: Area
        let femke: Account
        let rashid: Account
        let tess: Account

        static func make(in store: SQLStore) async throws -> Town {
            try await store.write { records in
                let now = soon()
                let team = Team(id: now.newID(), name: "Team Oosterhof", phone: "0123 45 67 89")
                try records.teams.insert(team)
                let area = Area(id: now.newID(), slug: "oosterhof", name: "Oosterhof", team: team.id)
                try records.areas.insert(area)
                func person(_ name: String, _ role: Role) throws -> Account {
                    let account = Account(
                        id: now.newID(), role: role, name: name, phone: "0123 45 67 01", background: "wonen",
                        team: team.id, hasPhoto: false)
                    try records.accounts.insert(account, login: name, passwordHash: "-")
                    return account
                }
                return Town(
                    area: area, femke: try person("Femke", .generalist), rashid: try person("Rashid", .specialist),
                    tess: try person("Tess", .generalist))
            }
        }
    }

    static func first(_ words: String = "Donderdag komt de deurwaarder.") throws -> FirstWords {
        FirstWords(words: try Words(words, room: .sentence), reach: try Words("06 00 00 00 01", room: .reach))
    }

    /// A plan with Femke as contact person.
    static func running(_ town: Town, in store: SQLStore) async throws -> BegunPlan {
        try await store.write { records in
            let begun = try askQuestion(first(), in: town.area, on: soon(), records: records)
            let question = try #require(try records.questions.latest(of: begun.plan))
            _ = try acceptQuestion(question.id, on: soon(Actor(account: town.femke)), records: records)
            return begun
        }
    }

    @Test(arguments: Engine.available)
    func `a sentence starts a plan that is hers alone until somebody takes up the question`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await store.write { try askQuestion(Self.first(), in: town.area, on: soon(), records: $0) }
            for account in [town.femke, town.rashid, town.tess] {
                await #expect(throws: SeatRefusal.noRelation) {
                    try await store.write { try readPlan(begun.plan, on: soon(Actor(account: account)), records: $0) }
                }
            }
            let view = try await store.write {
                try readPlan(begun.plan, on: soon(Actor(owner: begun.owner)), records: $0)
            }
            #expect(view.seat.isOwner)
            #expect(view.stories.map(\.words) == ["Donderdag komt de deurwaarder."])
            #expect(view.question?.daysWaiting(on: view.today) == 0)
            #expect(view.domains.isEmpty, "no life domain exists before somebody names one")
        }
    }

    @Test(arguments: Engine.available)
    func `a plan kept to herself reaches nobody`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            _ = try await store.write { try beginPlan(Self.first(), in: town.area, on: soon(), records: $0) }
            let list = try await store.write {
                try waitingQuestions(after: nil, on: soon(Actor(account: town.femke)), records: $0)
            }
            #expect(list?.questions.isEmpty == true)
        }
    }

    @Test(arguments: Engine.available)
    func `of all who accept at once one wins and the others read who has it`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            for _ in 0..<5 {
                let begun = try await store.write {
                    try askQuestion(Self.first(), in: town.area, on: soon(), records: $0)
                }
                let question = try await store.read { try #require(try $0.questions.latest(of: begun.plan)) }
                let outcomes = await withTaskGroup(of: (String, Result<Plan.ID, any Error>).self) { group in
                    for account in [town.femke, town.rashid, town.tess] {
                        group.addTask {
                            do {
                                return (
                                    account.name,
                                    .success(
                                        try await store.write {
                                            try acceptQuestion(
                                                question.id, on: soon(Actor(account: account)), records: $0)
                                        })
                                )
                            } catch { return (account.name, .failure(error)) }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                let winners = outcomes.filter { if case .success = $0.1 { true } else { false } }.map(\.0)
                #expect(winners.count == 1)
                for (_, outcome) in outcomes {
                    guard case .failure(let error) = outcome else { continue }
                    #expect(error as? AcceptRefusal == .alreadyAccepted(by: winners[0], phone: "0123 45 67 01"))
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a refused acceptance leaves no trace`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await Self.running(town, in: store)
            let question = try await store.read { try #require(try $0.questions.latest(of: begun.plan)) }
            let before = try await store.texts("SELECT CAST(count(*) AS TEXT) FROM journal")
            await #expect(throws: AcceptRefusal.self) {
                try await store.write {
                    try acceptQuestion(question.id, on: soon(Actor(account: town.tess)), records: $0)
                }
            }
            #expect(try await store.texts("SELECT CAST(count(*) AS TEXT) FROM journal") == before)
        }
    }

    @Test(arguments: Engine.available)
    func `she takes her question back and it waits no longer`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let me = try await store.write { try askQuestion(Self.first(), in: town.area, on: soon(), records: $0) }
            let owner = Actor(owner: me.owner)
            try await store.write { try withdrawQuestion(of: me.plan, on: soon(owner), records: $0) }
            let question = try await store.read { try #require(try $0.questions.latest(of: me.plan)) }
            await #expect(throws: AcceptRefusal.withdrawn) {
                try await store.write {
                    try acceptQuestion(question.id, on: soon(Actor(account: town.femke)), records: $0)
                }
            }
            try await store.write { try askFromPlan(me.plan, reach: nil, on: soon(owner), records: $0) }
            await #expect(throws: AskRefusal.alreadyWaiting(days: 0)) {
                try await store.write { try askFromPlan(me.plan, reach: nil, on: soon(owner), records: $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `both texts of the talk are kept, dated, and the note never changes`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await Self.running(town, in: store)
            let me = Actor(owner: begun.owner)
            let note = try await store.write {
                try tellStory(
                    Words("Eerst donderdag. Dan slapen.", room: .story), about: nil, at: begun.plan,
                    on: soon(Actor(account: town.femke)), records: $0)
            }
            await #expect(throws: StoryRefusal.onlyOwnerConfirms) {
                try await store.write {
                    try confirmStory(
                        note, as: Words("Ja", room: .story), at: begun.plan,
                        on: soon(Actor(account: town.femke)), records: $0)
                }
            }
            let later = testNow.adding(hours: 5)
            for _ in 0..<2 {  // the second time is a double click
                try await store.write {
                    try confirmStory(
                        note, as: Words("Donderdag eerst. Dan slapen.", room: .story), at: begun.plan,
                        on: soon(me, at: later), records: $0)
                }
            }
            await #expect(throws: StoryRefusal.alreadyConfirmed) {
                try await store.write {
                    try confirmStory(
                        note, as: Words("Iets anders.", room: .story), at: begun.plan, on: soon(me), records: $0)
                }
            }
            let view = try await store.write { try readPlan(begun.plan, on: soon(me), records: $0) }
            #expect(
                view.stories.map(\.words) == [
                    "Donderdag komt de deurwaarder.", "Eerst donderdag. Dan slapen.", "Donderdag eerst. Dan slapen.",
                ])
            #expect(view.stories[2].writtenAt == later)
            #expect(view.stories[2].kind == .confirmed(note: note))
            #expect(view.notesToConfirm.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a professional's step is a proposal, and three open ones are shown at a time`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await Self.running(town, in: store)
            let me = Actor(owner: begun.owner)
            @Sendable func wish(_ words: String, _ carrier: Step.Carrier) throws -> StepWish {
                StepWish(words: try Words(words, room: .sentence), when: nil, carrier: carrier, domain: nil)
            }
            let proposal = try await store.write {
                try planStep(
                    wish("De school bellen", .account(town.femke.id)), at: begun.plan,
                    on: soon(Actor(account: town.femke)), records: $0)
            }
            for number in 1...4 {
                _ = try await store.write {
                    try planStep(wish("Stap \(number)", .owner), at: begun.plan, on: soon(me), records: $0)
                }
            }
            var view = try await store.write { try readPlan(begun.plan, on: soon(me), records: $0) }
            #expect(view.openStepsShown.map(\.words) == ["Stap 1", "Stap 2", "Stap 3"])
            #expect(view.openStepsWaiting == 1)
            #expect(view.proposals.map(\.id) == [proposal])
            try await store.write {
                _ = try moveStep(proposal, by: .decline, at: begun.plan, on: soon(me), records: $0)
            }
            view = try await store.write { try readPlan(begun.plan, on: soon(me), records: $0) }
            #expect(view.proposals.isEmpty)
            #expect(view.openStepsShown.map(\.words) == ["Stap 1", "Stap 2", "Stap 3"])
            await #expect(throws: StepRefusal.carrierNotAtTable) {
                try await store.write {
                    try planStep(
                        wish("Iemand anders", .account(town.tess.id)), at: begun.plan, on: soon(me), records: $0)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a link comes in once, and ending it ends it for whoever came in`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await Self.running(town, in: store)
            let me = Actor(owner: begun.owner)
            let secret = try await store.write {
                try #require(
                    try invite(
                        InvitationWish(
                            guest: .ownPerson(name: Words("Laila", room: .line), role: nil), part: .plan, level: .join,
                            until: testNow.day.adding(days: 10)), to: begun.plan, on: soon(me), records: $0
                    ).secret)
            }
            _ = try await store.read { try readInvitation(secret, on: soon(), records: $0) }
            let token = Session.Token(chance: .system)
            let agreement = try await store.write { records in
                let agreement = try claimInvitation(secret, on: soon(), records: records).agreement
                try records.sessions.open(
                    KeyRing(agreement: agreement.id, expiresAt: testNow.adding(days: 10)), token: token, replacing: nil,
                    at: testNow)
                return agreement
            }
            await #expect(throws: InvitationRefusal.alreadyUsed) {
                try await store.write { _ = try claimInvitation(secret, on: soon(), records: $0) }
            }
            func look(at now: Instant = testNow) async throws -> PlanView {
                try await store.write { records in
                    let actor = try records.sessions.actor(token, at: now)
                    return try readPlan(begun.plan, on: soon(actor, at: now), records: records)
                }
            }
            #expect(try await look().seat.sees == .everything)
            #expect(try await look(at: Instant.start(of: testNow.day.adding(days: 10))).seat.mayWrite)
            await #expect(throws: SeatRefusal.noRelation) {
                try await look(at: Instant.start(of: testNow.day.adding(days: 11)))
            }
            try await store.write { try endSharing(agreement.id, at: begun.plan, on: soon(me), records: $0) }
            await #expect(throws: SeatRefusal.noRelation) { try await look() }
            await #expect(throws: InvitationRefusal.notThere) {
                try await store.read { _ = try readInvitation(secret, on: soon(), records: $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `everybody who read or wrote stands in her journal`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await Self.running(town, in: store)
            _ = try await store.write { try readPlan(begun.plan, on: soon(Actor(account: town.femke)), records: $0) }
            _ = try await store.write {
                try ownPlans(before: nil, on: soon(Actor(account: town.femke)), records: $0)
            }
            let page = try await store.write {
                try readJournal(of: begun.plan, before: nil, on: soon(Actor(owner: begun.owner)), records: $0).page
            }
            let events = page.rows.map(\.entry.event)
            #expect(
                Set(events).isSuperset(of: [
                    .planBegun, .questionAsked, .questionAccepted, .planRead, .nameListed, .journalRead,
                ]))
            let read = try #require(page.rows.map(\.entry).first { $0.event == .planRead })
            #expect(read.name == "Femke" && read.role == .generalist && read.ground == .wmo && read.at > testNow)
            #expect(read.origin.address == "192.0.2.1")
        }
    }

    @Test(arguments: Engine.available)
    func `the journal is read page by page without missing a row`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let living = try await LivingPlan.begin(in: store, texts: 30)
            var seen: [Int64] = []
            var before: Int64?
            repeat {
                let from = before
                let page = try await store.write {
                    try readJournal(
                        of: living.plan, before: from, limit: 7, on: soon(Actor(owner: living.owner)), records: $0
                    ).page
                }
                seen += page.rows.map(\.row)
                before = page.next
            } while before != nil
            #expect(Set(seen).isSuperset(of: Set(1...living.rows)))
            #expect(seen == seen.sorted(by: >))
        }
    }

    @Test(arguments: Engine.available)
    func `a form that came twice is found again with what it led to`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let living = try await LivingPlan.begin(in: store)
            try await store.write {
                try $0.receipts.insert("mark", outcome: "geheim", household: living.household, at: testNow)
            }
            #expect(try await store.read { try $0.receipts.outcome(of: "mark") } == "geheim")
            #expect(try await store.read { try $0.receipts.outcome(of: "other") } == nil)
            await #expect(throws: TransactionFailure.overtaken) {
                try await store.write {
                    try $0.receipts.insert("mark", outcome: "x", household: living.household, at: testNow)
                }
            }
            #expect(try await store.write { try $0.receipts.removeOld(before: testNow.adding(days: 1)) } == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a household has one active plan`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let living = try await LivingPlan.begin(in: store)
            await #expect(throws: StoreError.self) {
                try await store.tamper(
                    """
                    INSERT INTO plans (id, household_id, owner_id, contact_id, state, begun_at, version)
                    SELECT 'other', household_id, owner_id, contact_id, state, begun_at, version FROM plans
                    WHERE id = '\(living.plan.text)'
                    """)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a session ends at its time, and a professional's day is not made longer by a guest's key`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let first = Session.Token(chance: .system)
            let second = Session.Token(chance: .system)
            let living = try await Self.running(town, in: store)
            try await store.write { records in
                try records.sessions.open(
                    KeyRing(account: town.femke.id, expiresAt: testNow.adding(hours: 12)), token: first, replacing: nil,
                    at: testNow)
                try records.sessions.open(
                    KeyRing(owner: living.owner, expiresAt: testNow.adding(days: 30)), token: second,
                    replacing: Session.Key(first), at: testNow)
            }
            func actor(_ token: Session.Token, _ now: Instant) async throws -> Actor {
                try await store.read { try $0.sessions.actor(token, at: now) }
            }
            #expect(try await actor(first, testNow).account == nil, "the old token opens nothing")
            #expect(try await actor(second, testNow).account?.id == town.femke.id)
            #expect(try await actor(second, testNow).owner == living.owner)
            #expect(try await actor(second, testNow.adding(hours: 12, days: 0)).account == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `many at once on one plan all get their row in one unbroken chain`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let living = try await LivingPlan.begin(in: store, texts: 1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<24 {
                    group.addTask {
                        _ = try await store.write {
                            try readPlan(living.plan, on: soon(Actor(owner: living.owner)), records: $0)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Check.run(on: store).findings.isEmpty)
            #expect(try await store.rows("SELECT seq FROM journal").count == Int(living.rows) + 24)
        }
    }
}

/// Lists are found by an index, whatever their length.
@Suite struct QueryPlanTests {
    @Test func `no list of the pages scans a table`() async throws {
        let statements = [
            "SELECT id FROM questions WHERE team_id = 't' AND state = 'waiting' AND (asked_at > 1 OR (asked_at = 1 AND id > 'a')) ORDER BY asked_at, id LIMIT 5",
            "SELECT id FROM sharing_agreements WHERE account_id = 'a' AND state = 'given' AND until_day >= '2025' AND id < 'z' ORDER BY id DESC LIMIT 5",
            "SELECT id FROM steps WHERE plan_id = 'p' AND state IN ('agreed', 'proposed', 'failed') ORDER BY id LIMIT 5",
            "SELECT id FROM stories WHERE plan_id = 'p' ORDER BY id",
            "SELECT seq FROM journal WHERE household_id = 'h' AND seq < 9 ORDER BY seq DESC LIMIT 5",
            "SELECT id FROM persons WHERE code_hash = 'x'", "SELECT id FROM accounts WHERE login_hash = 'x'",
            "SELECT id FROM sharing_agreements WHERE secret_hash = 'x'",
            "SELECT agreement_id FROM session_guests WHERE token_hash = 'x'",
        ]
        try await withSQLiteFile { store, _ in
            for statement in statements {
                let plan = try await store.rows("EXPLAIN QUERY PLAN " + statement).map { try $0.text(3) }
                #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(statement): \(plan)")
            }
        }
    }
}
