import Domain
import Testing

@testable import Store

/// What `burgerkracht check` says of journals that somebody changed behind the program's back.
@Suite struct JournalCheckTests {
    @Test(arguments: Engine.available)
    func `an untouched store gives no findings`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try await LivingPlan.begin(in: store)
            let second = try await LivingPlan.begin(in: store, texts: 0)
            let check = try await Check.run(on: store)
            #expect(check.findings == [])
            #expect(check.households == 2)
            #expect(check.rows == first.rows + second.rows)
            #expect(check.columns > 100)
            #expect(check.closing.hasSuffix("everything is as it was written."))
        }
    }

    @Test(arguments: Engine.available)
    func `a changed row is named, and only that one`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await LivingPlan.begin(in: store)
            try await store.tamper("UPDATE journal SET role = 'council' WHERE \(plan.row(3))")
            let check = try await Check.run(on: store)
            #expect(check.findings == [.rowChanged(plan.household, row: 3)])
            #expect(
                check.findings.first?.sentence
                    == "journal of household \(plan.household): row 3 was changed after it was written")
            #expect(check.closing.hasSuffix("1 thing is wrong."))
        }
    }

    @Test(arguments: [
        "plan_id = 'x'", "at = at + 1", "actor_kind = 'guest'", "actor_id = 'x'",
        "actor_sealed = origin_sealed",
        "event = 'plan-gelezen'", "action = 'R'", "ground = 'wmo'", "outcome = 'refused'",
        "origin_sealed = hash",
        "hash = origin_sealed",
    ])
    func `every column of a row is in its hash`(change: String) async throws {
        try await withStore(.sqlite) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper("UPDATE journal SET \(change) WHERE \(plan.row(4))")
            #expect(try await Check.run(on: store).findings == [.rowChanged(plan.household, row: 4)])
        }
    }

    @Test(arguments: Engine.available)
    func `a deleted row is named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper("DELETE FROM journal WHERE \(plan.row(4)) OR \(plan.row(5))")
            let findings = try await Check.run(on: store).findings
            #expect(findings == [.rowsMissing(plan.household, rows: 4...5)])
            #expect(findings.first?.sentence.hasSuffix("rows 4 to 5 are missing") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a first row that is gone is named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper("DELETE FROM journal WHERE \(plan.row(1))")
            #expect(try await Check.run(on: store).findings == [.rowsMissing(plan.household, rows: 1...1)])
        }
    }

    @Test(arguments: Engine.available)
    func `a tail that was cut off is named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper("DELETE FROM journal WHERE household_id = '\(plan.household)' AND seq > 6")
            let findings = try await Check.run(on: store).findings
            #expect(findings == [.tailCutOff(plan.household, rows: 7...plan.rows)])
            #expect(findings.first?.sentence.contains("the end was cut off, rows 7 to 8 are missing") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a journal that is gone altogether is named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper("DELETE FROM journal")
            #expect(
                try await Check.run(on: store).findings == [.tailCutOff(plan.household, rows: 1...plan.rows)])
        }
    }

    /// The row after them is named as well: what it followed stands in another place now.
    @Test(arguments: Engine.available)
    func `two rows that changed places are both named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper(
                "UPDATE journal SET seq = -3 WHERE \(plan.row(3))",
                "UPDATE journal SET seq = 3 WHERE \(plan.row(4))",
                "UPDATE journal SET seq = 4 WHERE \(plan.row(-3))")
            #expect(
                try await Check.run(on: store).findings == [
                    .rowChanged(plan.household, row: 3), .rowChanged(plan.household, row: 4),
                    .rowChanged(plan.household, row: 5),
                ])
        }
    }

    /// A hash that stands in a row is no head: without the key nobody can make an earlier row the last.
    @Test(arguments: Engine.available)
    func `a tail that was cut off is found, also when the household was made to forget it`(engine: Engine) async throws
    {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.tamper(
                "DELETE FROM journal WHERE household_id = '\(plan.household.text)' AND seq > 4",
                """
                UPDATE households SET journal_seq = 4, journal_hash =
                    (SELECT j.hash FROM journal j WHERE j.household_id = households.id AND j.seq = 4)
                """)
            #expect(try await Check.run(on: store).findings == [.headDiffers(plan.household, row: 4)])
        }
    }

    /// The row after it is named as well: it followed a hash that is gone.
    @Test(arguments: Engine.available)
    func `a row moved to another household is named in both`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let giver = try await LivingPlan.begin(in: store)
            let taker = try await LivingPlan.begin(in: store, texts: 2)
            try await store.tamper(
                "DELETE FROM journal WHERE \(taker.row(3))",
                "UPDATE journal SET household_id = '\(taker.household)' WHERE \(giver.row(3))")
            let findings = Set(try await Check.run(on: store).findings)
            #expect(
                findings == [
                    .rowsMissing(giver.household, rows: 3...3), .rowChanged(taker.household, row: 3),
                    .rowChanged(taker.household, row: 4),
                ])
        }
    }

    @Test(arguments: Engine.available)
    func `rows after the head, and another head, are named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            try await store.tamper(
                "UPDATE households SET journal_seq = 6 WHERE id = '\(plan.household)'",
                "UPDATE households SET journal_hash = key_sealed WHERE id = '\(other.household)'")
            let findings = Set(try await Check.run(on: store).findings)
            #expect(
                findings == [
                    .rowsAfterHead(plan.household, rows: 7...8),
                    .headDiffers(other.household, row: other.rows),
                ])
        }
    }

    @Test(arguments: Engine.available)
    func `with the key of another installation nothing fits`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let elsewhere = SQLStore(database: store.database, keys: try testKeys(8), cabinet: store.cabinet)
            #expect(
                try await Check.run(on: elsewhere).findings == [
                    .keyDoesNotOpen(plan.household), .rootUnexpected(plan.household),
                ])
        }
    }

    @Test(arguments: Engine.available)
    func `an erased household keeps a journal that can be verified`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            try await store.write {
                try askErasure(of: plan.plan, .now, on: occasion(Actor(owner: plan.owner)), records: $0)
            }
            let check = try await Check.run(on: store)
            #expect(check.findings == [])
            #expect(check.rows == plan.rows + 3, "asked, stopped, erased")
        }
    }

    @Test(arguments: Engine.available)
    func `a household's key that was swapped is named`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            try await store.tamper(
                """
                UPDATE households SET key_sealed =
                    (SELECT h.key_sealed FROM households h WHERE h.id = '\(other.household)')
                WHERE id = '\(plan.household)'
                """)
            #expect(try await Check.run(on: store).findings == [.keyDoesNotOpen(plan.household)])
        }
    }

    @Test(arguments: Engine.available)
    func `a long journal is walked to its end`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store, texts: 1_100)
            try await store.tamper("UPDATE journal SET outcome = 'refused' WHERE \(plan.row(1_050))")
            let check = try await Check.run(on: store)
            #expect(check.rows == 1_102)
            #expect(check.findings == [.rowChanged(plan.household, row: 1_050)])
        }
    }

    @Test(arguments: Engine.available)
    func `many who write at once leave one whole chain`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store, texts: 0)
            let written = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        do {
                            _ = try await store.write { records in
                                try tellStory(
                                    try Words("Regel \(number).", room: .story), about: nil, at: plan.plan,
                                    on: occasion(Actor(owner: plan.owner)), records: records)
                            }
                            return true
                        } catch TransactionFailure.overtaken {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let check = try await Check.run(on: store)
            #expect(check.findings == [])
            #expect(check.rows == plan.rows + Int64(written))
        }
    }
}

extension LivingPlan {
    /// One row of this journal, as a condition in SQL.
    fileprivate func row(_ seq: Int64) -> String { "(household_id = '\(household)' AND seq = \(seq))" }
}
