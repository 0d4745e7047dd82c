import Domain
import Testing

@testable import Store

/// Answering on paper, with the contact person as scribe.
@Suite struct SheetTests {
    /// A plan with a note, a step and words for a goal that wait, and a sheet with them.
    private struct Table: Sendable {
        let plan: Plan.ID
        let femke: Actor
        let owner: Actor
        let town: ContractTests.Town
        let sheet: Sheet

        static func set(in store: SQLStore) async throws -> Table {
            let town = try await ContractTests.Town.make(in: store)
            let begun = try await ContractTests.running(town, in: store)
            let femke = Actor(account: town.femke)
            let sheet = try await store.write { records in
                let on = occasion(femke, at: testNow.adding(minutes: 10))
                try tellStory(
                    try Words("Eerst slapen.", room: .story), about: nil, at: begun.plan, on: on, records: records)
                try planStep(
                    StepWish(words: GoalTests.words("Samen bellen."), when: nil, carrier: .owner, domain: nil),
                    at: begun.plan, on: on, records: records)
                try setGoal(GoalTests.words("Rust in huis."), about: nil, at: begun.plan, on: on, records: records)
                try makeSheet(at: begun.plan, on: on, records: records)
                return try readSheet(at: begun.plan, on: on, records: records).sheet
            }
            return Table(
                plan: begun.plan, femke: femke, owner: Actor(owner: begun.owner), town: town,
                sheet: try #require(sheet))
        }

        var otherCode: SheetCode {
            get throws { try #require(SheetCode(typed: sheet.code.digits == "111111" ? "222222" : "111 111")) }
        }

        func fill(
            _ code: SheetCode, _ answers: [Sheet.Item: SheetAnswer], by actor: Actor? = nil, in store: SQLStore
        ) async throws -> SheetOutcome {
            let (plan, sheet) = (plan, sheet.id)
            let on = occasion(actor ?? femke, at: testNow.adding(days: 2))
            return try await store.write {
                try confirmSheet(sheet, code: code, answers, at: plan, on: on, records: $0)
            }
        }

        func seen(in store: SQLStore) async throws -> PlanView {
            let (plan, on) = (plan, occasion(owner, at: testNow.adding(days: 3)))
            return try await store.write { try readPlan(plan, on: on, records: $0) }
        }
    }

    @Test(arguments: Engine.available)
    func `what she answered on paper counts as hers, and stands in her journal as her scribe's deed`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let table = try await Table.set(in: store)
            #expect(table.sheet.items.count == 3)
            var answers: [Sheet.Item: SheetAnswer] = [:]
            for item in table.sheet.items {
                switch item {
                case .note: answers[item] = .yes(words: try Words("Eerst rust. Dan slapen.", room: .story))
                case .step: answers[item] = .notNow
                case .wording: answers[item] = .yes(words: nil)
                }
            }
            #expect(try await table.fill(table.sheet.code, answers, in: store) == .confirmed)
            #expect(try await table.fill(table.sheet.code, answers, in: store) == .confirmed, "twice is once")
            let view = try await table.seen(in: store)
            #expect(view.coreWords == "Eerst rust. Dan slapen.")
            #expect(view.openGoals.map(\.words) == ["Rust in huis."])
            #expect(view.proposals.isEmpty && view.itemsToAsk.isEmpty)
            let (plan, on) = (table.plan, occasion(table.owner, at: testNow.adding(days: 3)))
            let rows = try await store.write { try readJournal(of: plan, before: nil, on: on, records: $0).page.rows }
            let onPaper = rows.map(\.entry).filter { $0.ground == .onPaper }
            #expect(Set(onPaper.map(\.event)) == [.storyConfirmed, .stepDeclined, .goalAccepted])
            #expect(onPaper.allSatisfy { $0.name == "Femke" })
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `without her code nothing counts, and after five wrong ones the paper does not either`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let table = try await Table.set(in: store)
            let all = Dictionary(uniqueKeysWithValues: table.sheet.items.map { ($0, SheetAnswer.yes(words: nil)) })
            let wrong = try table.otherCode
            var outcomes: [SheetOutcome] = []
            for _ in 1...5 { outcomes.append(try await table.fill(wrong, all, in: store)) }
            #expect(
                outcomes == [4, 3, 2, 1].map { .missed(.wrongCode(left: $0)) } + [.missed(.spoiled)])
            await #expect(throws: SheetRefusal.spoiled) { _ = try await table.fill(table.sheet.code, all, in: store) }
            let view = try await table.seen(in: store)
            #expect(view.itemsToAsk.count == 3)
            #expect(view.openGoals.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a newer paper takes the place of the old, and what was not talked about goes on waiting`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let table = try await Table.set(in: store)
            let (plan, on) = (table.plan, occasion(table.femke, at: testNow.adding(days: 1)))
            try await store.write { _ = try makeSheet(at: plan, on: on, records: $0) }
            await #expect(throws: SheetRefusal.unknown) { _ = try await table.fill(table.sheet.code, [:], in: store) }
            let newest = try await store.write { try readSheet(at: plan, on: on, records: $0).sheet }
            let sheet = try #require(newest)
            let step = try #require(sheet.items.first { if case .step = $0 { true } else { false } })
            let later = occasion(table.femke, at: testNow.adding(days: 2))
            _ = try await store.write {
                try confirmSheet(sheet.id, code: sheet.code, [step: .yes(words: nil)], at: plan, on: later, records: $0)
            }
            let view = try await table.seen(in: store)
            #expect(view.steps.filter(\.isOpen).map(\.words) == ["Samen bellen."])
            #expect(view.itemsToAsk.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `only the contact person is scribe`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let table = try await Table.set(in: store)
            await #expect(throws: SheetRefusal.onlyContact) {
                _ = try await table.fill(table.sheet.code, [:], by: table.owner, in: store)
            }
            await #expect(throws: SeatRefusal.noRelation) {
                _ = try await table.fill(
                    table.sheet.code, [:], by: Actor(account: table.town.tess), in: store)
            }
        }
    }

    @Test func `a code is read however it was written down`() {
        for typed in ["123456", "123 456", " 123-456 ", "1 2 3 4 5 6"] {
            #expect(SheetCode(typed: typed)?.grouped == "123 456")
        }
        for typed in ["", "12345", "1234567", "12345a", "abc def"] { #expect(SheetCode(typed: typed) == nil) }
    }
}
