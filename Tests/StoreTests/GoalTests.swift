import Domain
import Testing

@testable import Store

/// Goals, their wordings and her yardstick, and what the night does about silence.
@Suite struct GoalTests {
    typealias Town = ContractTests.Town

    static func words(_ text: String) throws -> Words { try Words(text, room: .sentence) }

    @Test(arguments: Engine.available)
    func `a professional's words for a goal change nothing until the owner says yes, and all stay readable`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let plan = begun.plan
            let (me, femke) = (Actor(owner: begun.owner), Actor(account: town.femke))
            @Sendable func at(_ minutes: Int, _ actor: Actor) -> Occasion {
                occasion(actor, at: testNow.adding(minutes: minutes))
            }
            let goal = try await store.write {
                try setGoal(Self.words("Ik wil weer slapen."), about: nil, at: plan, on: at(60, me), records: $0)
            }
            let proposal = try await store.write {
                try rewordGoal(goal, Self.words("Zes uur slaap."), at: plan, on: at(61, femke), records: $0)
            }
            let again = try await store.write {
                try rewordGoal(goal, Self.words("Zes uur slaap."), at: plan, on: at(62, femke), records: $0)
            }
            #expect(again == proposal, "twice the same words is once")
            func now() async throws -> Goal {
                let goals = try await store.write { try readGoals(of: plan, on: at(63, me), records: $0).view.goals }
                return try #require(goals.first { $0.id == goal })
            }
            func answer(_ answer: ProposalAnswer, by actor: Actor, _ minutes: Int) async throws {
                try await store.write {
                    try answerGoal(proposal, of: goal, answer, at: plan, on: at(minutes, actor), records: $0)
                }
            }
            var current = try await now().current
            #expect(current?.words == "Ik wil weer slapen.")
            await #expect(throws: ProposalRefusal.onlyOwnerDecides) { try await answer(.accept, by: femke, 64) }
            await #expect(throws: ProposalRefusal.notTheMaker) { try await answer(.withdraw, by: me, 64) }
            try await answer(.talk, by: me, 65)
            let notices = try await store.read { try openNotices(on: at(66, femke), records: $0) }
            #expect(notices.map(\.kind) == [.proposalTalk])
            try await answer(.decline, by: me, 67)
            current = try await now().current
            #expect(current?.words == "Ik wil weer slapen.")
            let texts = try await now().texts.map(\.words)
            #expect(texts == ["Ik wil weer slapen.", "Zes uur slaap."], "both stay visible")
            try await answer(.accept, by: me, 68)
            current = try await now().current
            #expect(current?.words == "Zes uur slaap.")
            await #expect(throws: ProposalRefusal.changedMeanwhile(.accepted(at: testNow.adding(minutes: 68)))) {
                try await answer(.withdraw, by: femke, 69)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `only she gives a number, and up is as easy as down`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let me = Actor(owner: begun.owner)
            let goal = try await store.write {
                try setGoal(Self.words("Slapen."), about: nil, at: begun.plan, on: occasion(me), records: $0)
            }
            for (day, value) in [(1, 2), (2, 6), (3, 1)] {
                try await store.write {
                    _ = try measure(
                        goal, at: value, words: day == 3 ? Self.words("Slechte nacht.") : nil, in: begun.plan,
                        on: occasion(me, at: testNow.adding(days: day)), records: $0)
                }
            }
            await #expect(throws: ProposalRefusal.onlyOwnerDecides) {
                try await store.write {
                    _ = try measure(
                        goal, at: 9, words: nil, in: begun.plan,
                        on: occasion(Actor(account: town.femke), at: testNow.adding(days: 4)), records: $0)
                }
            }
            let seen = try await store.write {
                try readGoals(of: begun.plan, on: occasion(me, at: testNow.adding(days: 4)), records: $0).measurements
            }
            #expect(seen.map(\.value) == [2, 6, 1])
            #expect(seen.last?.words == "Slechte nacht.")
        }
    }

    @Test(arguments: Engine.available)
    func `a proposal without an answer is told to its maker after fourteen days, once, and is never accepted`(
        engine: Engine
    ) async throws {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let (femke, me) = (Actor(account: town.femke), Actor(owner: begun.owner))
            try await store.write { records in
                _ = try setGoal(
                    Self.words("Hulp bij opvoeden."), about: nil, at: begun.plan, on: occasion(femke), records: records)
                _ = try planStep(
                    StepWish(words: Self.words("Samen kijken."), when: nil, carrier: .owner, domain: nil),
                    at: begun.plan, on: occasion(femke), records: records)
            }
            func night(_ days: Int) async throws -> Int {
                let moment = Instant.start(of: testNow.day.adding(days: days)).adding(hours: 3)
                return try await store.write { try doAtNight(.remindedMakers, on: occasion(at: moment), records: $0) }
            }
            var told: [Int] = []
            for days in [13, 14, 15, 60] { told.append(try await night(days)) }
            #expect(told == [0, 1, 0, 0])
            let notices = try await store.read { try openNotices(on: occasion(femke), records: $0) }
            #expect(notices.map(\.kind) == [.proposalUnanswered])
            let view = try await store.write {
                try readPlan(begun.plan, on: occasion(me, at: testNow.adding(days: 61)), records: $0)
            }
            #expect(view.openGoals.isEmpty)
            #expect(view.goalProposals.count == 1)
            #expect(view.steps.filter(\.isOpen).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a plan sleeps after a year of silence, with a word a month before, and wakes where it was`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let town = try await Town.make(in: store)
            let silent = try await ContractTests.running(town, in: store)
            let read = try await ContractTests.running(town, in: store)
            let alone = try await store.write {
                try askQuestion(ContractTests.first(), in: town.area, on: occasion(), records: $0)
            }
            let femke = Actor(account: town.femke)
            func night(_ day: Day) async throws -> [Int] {
                var counts: [Int] = []
                for task in [NightTask.warnedOfSleep, .putToSleep] {
                    counts.append(
                        try await store.write {
                            try doAtNight(task, on: occasion(at: .start(of: day).adding(hours: 3)), records: $0)
                        })
                }
                return counts
            }
            let year = Day(year: 2026, month: 3, day: 4)  // the first day that all of 3 March 2025 is a year ago
            // Her contact person looks each month: that is no sign of life of hers. Another owner only reads hers.
            try await store.write {
                _ = try readPlan(silent.plan, on: occasion(femke, at: testNow.adding(days: 200)), records: $0)
            }
            try await store.write {
                _ = try readPlan(
                    read.plan, on: occasion(Actor(owner: read.owner), at: testNow.adding(days: 300)), records: $0)
            }
            #expect(try await night(year.adding(days: -sleepWarningDays - 1)) == [0, 0])
            #expect(try await night(year.adding(days: -sleepWarningDays)) == [1, 0])
            #expect(try await night(year.adding(days: -1)) == [0, 0])
            let notices = try await store.read { try openNotices(on: occasion(femke), records: $0) }
            #expect(notices.map(\.kind) == [.sleepsSoon])
            #expect(try await night(year) == [0, 2], "the silent one, and the one that nobody took up")
            #expect(try await night(year.adding(days: 1)) == [0, 0])
            for (begun, former) in [(silent, Plan.State.running), (alone, .open)] {
                let me = occasion(Actor(owner: begun.owner), at: testNow.adding(days: 400))
                let plan = try await store.write { try readPlan(begun.plan, on: me, records: $0).seat.plan }
                #expect(plan.state == .asleep)
                try await store.write { try movePlan(begun.plan, by: .resume, on: me, records: $0) }
                #expect(try await store.read { try $0.plans.header(of: begun.plan).state } == former)
            }
            #expect(try await store.read { try $0.plans.header(of: read.plan).state } == .running)
            #expect(try await Check.run(on: store).findings == [])
        }
    }
}
