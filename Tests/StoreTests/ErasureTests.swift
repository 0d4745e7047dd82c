import Domain
import Foundation
import Simulation
import Testing

@testable import Store

/// Taking along, putting back and erasing (R-009, R-128), on both engines.
@Suite struct ErasureTests {
    // MARK: The list of tables

    @Test func `no table of a household is forgotten`() throws {
        let listed = Set(HouseholdTable.all.map(\.name))
        let own = Migrations.snapshot.filter { $0.contains(".household_id TEXT") }
            .map { String($0.prefix { $0 != "." }) }
        #expect(own.count > 8)
        #expect(Set(own).subtracting(listed) == [], "they have a household_id and are not in HouseholdTable.all")
        // What refers to a row that goes must go first; a session only lets go.
        let holding = Migrations.snapshot.filter { line in
            ["persons.id", "plans.id", "sharing_agreements.id", "network_ties.id", "steps.id", "stories.id"]
                .contains { line.hasSuffix("-> \($0)") }
        }.map { String($0.prefix { $0 != "." }) }
        #expect(Set(holding).subtracting(listed) == ["sessions"])
    }

    @Test func `every sealed column of a household goes along in its copy`() {
        let known = Set(HouseholdTable.all.map(\.name) + ["households", "accounts"])
        let left = SealedColumn.allCases.map { String($0.rawValue.prefix { $0 != "." }) }.filter { !known.contains($0) }
        #expect(left == [])
    }

    // MARK: Taking along and putting back

    @Test(arguments: Engine.available)
    func `each household of Waterveen comes back from its file exactly as it was`(engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await Waterveen.seed(into: store, now: testNow, passwordHash: "-")
            let owners = try await store.rows("SELECT id, owner_id FROM plans ORDER BY id").map {
                (plan: try $0.id(0) as Plan.ID, owner: try $0.id(1) as Person.ID)
            }
            #expect(owners.count > 10)
            for (plan, owner) in owners {
                let hers = occasion(Actor(owner: owner), at: testNow.adding(hours: 1))
                let before = try await store.write { try takeAlong(plan, on: hers, records: $0).copy }
                try await store.write { try askErasure(of: plan, .now, on: hers, records: $0) }
                await #expect(throws: SeatRefusal.noRelation) {
                    try await store.write { try readPlan(plan, on: hers, records: $0) }
                }
                let back = try await store.write {
                    try restoreHousehold(before, on: occasion(at: testNow.adding(hours: 2)), records: $0)
                }
                #expect(back == plan)
                let after = try await store.write { try takeAlong(plan, on: hers, records: $0).copy }
                try expectSame(
                    HouseholdCopy(opening: before, with: store.keys), HouseholdCopy(opening: after, with: store.keys))
            }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    /// All tables alike, and the journal with three rows more: erased, put back, and taken along again.
    private func expectSame(_ before: HouseholdCopy, _ after: HouseholdCopy) throws {
        #expect(before.household == after.household)
        #expect(before.area == after.area)
        #expect(before.begunAt == after.begunAt)
        #expect(Set(before.tables.keys) == Set(after.tables.keys))
        for (table, rows) in before.tables where table != "journal" { #expect(after.tables[table] == rows, "\(table)") }
        // The chain is made anew; what it says is the same.
        func lines(_ copy: HouseholdCopy) -> [[String: HouseholdCopy.Value]] {
            (copy.tables["journal"] ?? []).map { row in row.filter { $0.key != "hash" } }
        }
        let (old, new) = (lines(before), lines(after))
        #expect(Array(new.prefix(old.count)) == old)
        let since: [HouseholdCopy.Value?] = new.dropFirst(old.count).map { $0["event"] }
        let expected: [HouseholdCopy.Value?] = [
            .text("huishouden-gewist"), .text("huishouden-teruggezet"), .text("plan-meegenomen"),
        ]
        #expect(since == expected)
    }

    @Test(arguments: Engine.available)
    func `her code and her guest's link work again after putting back`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let hers = occasion(Actor(owner: plan.owner))
            let wish = InvitationWish(
                guest: .ownPerson(name: try Words("Laila", room: .line), role: nil), part: .plan, level: .join,
                until: testNow.day.adding(days: 30))
            let (code, secret, copy) = try await store.write { records in
                let secret = try invite(wish, to: plan.plan, on: hers, records: records).secret
                let code = try readCode(of: plan.plan, on: hers, records: records).code
                return (code, secret, try takeAlong(plan.plan, on: hers, records: records).copy)
            }
            let known = try #require(code)
            try await store.write { try askErasure(of: plan.plan, .now, on: hers, records: $0) }
            #expect(try await store.read { try $0.plans.owner(code: known) } == nil)
            try await store.write { _ = try restoreHousehold(copy, on: occasion(), records: $0) }
            #expect(try await store.read { try $0.plans.owner(code: known) } == plan.owner)
            let link = try #require(secret)
            let opens = try await store.read { try $0.sharing.invitation(link) != nil }
            #expect(opens)
        }
    }

    @Test(arguments: Engine.available)
    func `a file is refused that is not ours, was changed, or whose household is still there`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let hers = occasion(Actor(owner: plan.owner))
            let copy = try await store.write { try takeAlong(plan.plan, on: hers, records: $0).copy }
            func refusal(_ bytes: [UInt8], in store: SQLStore) async -> RestoreRefusal? {
                do {
                    try await store.write { _ = try restoreHousehold(bytes, on: occasion(), records: $0) }
                    return nil
                } catch { return error as? RestoreRefusal }
            }
            #expect(await refusal(copy, in: store) == .stillThere)
            try await store.write { try askErasure(of: plan.plan, .now, on: hers, records: $0) }
            var changed = copy
            changed[changed.count / 2] ^= 1
            #expect(await refusal(changed, in: store) == .notOurs)
            #expect(await refusal([], in: store) == .notOurs)
            let other = SQLStore(database: store.database, keys: try testKeys(8), cabinet: store.cabinet)
            #expect(await refusal(copy, in: other) == .notOurs)
            #expect(await refusal(copy, in: store) == nil)
            #expect(await refusal(copy, in: store) == .stillThere)
        }
    }

    @Test func `a household that was never here comes in, and one whose team is not there does not`() async throws {
        try await withStore(.sqlite) { store in
            let plan = try await LivingPlan.begin(in: store)
            let copy = try await store.write {
                try takeAlong(plan.plan, on: occasion(Actor(owner: plan.owner)), records: $0).copy
            }
            try await withStore(.sqlite) { empty in
                await #expect(throws: RestoreRefusal.noPlace) {
                    try await empty.write { _ = try restoreHousehold(copy, on: occasion(), records: $0) }
                }
                let rows = try await empty.rows("SELECT 1 FROM households")
                #expect(rows.isEmpty)
            }
        }
    }

    // MARK: Erasing

    @Test(arguments: Engine.available)
    func `after erasing nothing of the household is left but its journal, which opens with nothing`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            let hers = occasion(Actor(owner: plan.owner))
            try await store.write { try askErasure(of: plan.plan, .now, on: hers, records: $0) }
            for table in HouseholdTable.all where table.name != "journal" {
                let left = try await store.database.read {
                    try $0.run("SELECT 1 FROM \(table.name) WHERE \(table.rows)", .id(plan.household))
                }
                #expect(left.isEmpty, "\(table.name)")
            }
            let kept = try await store.rows(
                "SELECT key_sealed, erased_at FROM households WHERE id = '\(plan.household)'")
            #expect(try kept[0].optionalBlob(0) == nil)
            #expect(try kept[0].optionalInstant(1) == testNow)
            #expect(try store.cabinet.half(of: plan.household) == .destroyed)
            #expect(try await store.rows("SELECT 1 FROM persons WHERE id = '\(plan.owner)'").isEmpty)
            _ = try await store.write { try readPlan(other.plan, on: occasion(Actor(owner: other.owner)), records: $0) }
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a backup made before the erasure yields no word, and is erased when it is put back`(engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            let (hers, theirs) = (occasion(Actor(owner: plan.owner)), occasion(Actor(owner: other.owner)))
            let backup = try await Backup.take(of: store)
            // It opens as long as nothing was erased: the test below would be worth nothing else.
            try await backup.putBack(into: store)
            _ = try await store.write { try readPlan(plan.plan, on: hers, records: $0) }
            try await backup.putBack(into: store)
            try await store.write { try askErasure(of: plan.plan, .now, on: hers, records: $0) }

            try await backup.putBack(into: store)
            #expect(try await store.rows("SELECT 1 FROM stories WHERE household_id = '\(plan.household)'").count == 7)
            #expect(try await openable(plan.household, in: store) == 0)
            #expect(try await openable(other.household, in: store) > 7)
            #expect(try await Check.run(on: store).findings == [.erasureUnfinished(plan.household)])

            #expect(try await store.finishErasures(at: testNow.adding(days: 1)) == 1)
            #expect(try await store.rows("SELECT 1 FROM stories WHERE household_id = '\(plan.household)'").isEmpty)
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { try readPlan(plan.plan, on: hers, records: $0) }
            }
            _ = try await store.write { try readPlan(other.plan, on: theirs, records: $0) }
            #expect(try await Check.run(on: store).findings == [])
            #expect(try await store.finishErasures(at: testNow.adding(days: 1)) == 0)
        }
    }

    /// How many sealed texts of a household open, with everything this installation has: its secret, its cabinet
    /// and every half or key that still stands in either.
    private func openable(_ household: Household.ID, in store: SQLStore) async throws -> Int {
        let row = try await store.rows("SELECT key_sealed FROM households WHERE id = '\(household)'")[0]
        let sealedKey = try #require(try row.optionalBlob(0))
        let halves: [[UInt8]] =
            if case .kept(let half) = try store.cabinet.half(of: household) { [half] } else { [[], sealedKey] }
        let keys = halves.compactMap {
            try? store.keys.wrapping(with: $0).openBytes(sealedKey, .householdKey, row: household.text)
        }
        guard let key = keys.first else { return 0 }
        let seal = Seal(key: .init(data: key))
        return try await store.rows("SELECT id, words_sealed FROM stories WHERE household_id = '\(household)'")
            .count { (try? seal.open($0.blob(1), .storyWords, row: $0.text(0))) != nil }
            + store.rows("SELECT seq, origin_sealed FROM journal WHERE household_id = '\(household)'").count {
                (try? seal.open($0.blob(1), .journalOrigin, row: "\(household)/\($0.integer(0))")) != nil
            }
    }

    @Test func `the destroyed half is in no byte of the cabinet's files`() async throws {
        try await withSQLiteFile { store, path in
            let plan = try await LivingPlan.begin(in: store)
            let other = try await LivingPlan.begin(in: store)
            guard case .kept(let half) = try store.cabinet.half(of: plan.household),
                case .kept(let kept) = try store.cabinet.half(of: other.household)
            else { throw StoreError.corrupt("no halves") }
            let cabinet = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("sleutelkast")
            func isInFiles(_ bytes: [UInt8]) throws -> Bool {
                try ["", "-wal"].contains { ending in
                    let data = (try? Data(contentsOf: URL(fileURLWithPath: cabinet.path + ending))) ?? Data()
                    return data.range(of: Data(bytes)) != nil
                }
            }
            let before = try isInFiles(half)
            #expect(before)
            try await store.write {
                try askErasure(of: plan.plan, .now, on: occasion(Actor(owner: plan.owner)), records: $0)
            }
            let (after, others) = (try isInFiles(half), try isInFiles(kept))
            #expect(!after)
            #expect(others)
        }
    }

    @Test(arguments: Engine.available)
    func `an erasure that was cut off before its key was gone is finished`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let (keys, cabinet) = (store.keys, store.cabinet)
            // The transaction alone, as after a power cut right behind its commit.
            try await store.database.write { connection in
                let records = SQLRecords(connection, keys: keys, cabinet: cabinet)
                try records.households.erase(plan.household, at: testNow)
            }
            guard case .kept = try store.cabinet.half(of: plan.household) else {
                throw StoreError.corrupt("the half is gone already")
            }
            #expect(try await Check.run(on: store).findings == [.erasureUnfinished(plan.household)])
            #expect(try await store.finishErasures(at: testNow) == 1)
            #expect(try store.cabinet.half(of: plan.household) == .destroyed)
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a cabinet of somebody else is noticed`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            #expect(try await store.hasItsCabinet())
            try await withStore(.sqlite) { elsewhere in
                let wrong = SQLStore(database: store.database, keys: store.keys, cabinet: elsewhere.cabinet)
                let (belongs, findings) = (try await wrong.hasItsCabinet(), try await Check.run(on: wrong).findings)
                #expect(!belongs)
                #expect(findings == [.halfMissing(plan.household)])
                let erased = try await wrong.finishErasures(at: testNow)
                #expect(erased == 0, "what is not known is never erased")
            }
        }
    }

    @Test func `a cabinet on a server keeps and destroys like one in a file`() throws {
        guard let cluster = PostgresCluster.freshSchemaURL() else { return }
        let cabinet = try KeyCabinet(place: cluster.url)
        let household = Household.ID(high: 77, low: UInt64.random(in: 1...UInt64.max))
        #expect(try cabinet.half(of: household) == .missing)
        let half = try cabinet.make(for: household)
        let again = try KeyCabinet(place: cluster.url)
        #expect(try again.half(of: household) == .kept(half))
        try again.destroy(household, at: testNow)
        #expect(try again.half(of: household) == .destroyed)
        #expect(try again.destroyed(after: nil, limit: 10).contains(household))
    }

    // MARK: The owner's word, and the night

    @Test(arguments: Engine.available)
    func `she has fourteen days to come back on it, and the night does what she asked`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let kept = try await LivingPlan.begin(in: store)
            for one in [plan, kept] {
                try await store.write {
                    try askErasure(of: one.plan, .afterReflection, on: occasion(Actor(owner: one.owner)), records: $0)
                }
            }
            try await store.write {
                try withdrawErasure(of: kept.plan, on: occasion(Actor(owner: kept.owner)), records: $0)
            }
            let day = testNow.day.adding(days: 14)
            let view = try await store.write {
                try readPlan(plan.plan, on: occasion(Actor(owner: plan.owner)), records: $0)
            }
            #expect(view.seat.plan.eraseDay == day)
            #expect(view.seat.plan.state == .stopped)
            func night(_ day: Day) async throws -> Int {
                try await store.write {
                    try doAtNight(
                        .erasedOnRequest, on: occasion(at: .start(of: day).adding(hours: 3)), records: $0)
                }
            }
            #expect(try await night(day.adding(days: -1)) == 0)
            #expect(try await night(day) == 1)
            #expect(try await night(day) == 0, "twice does no harm")
            #expect(try store.cabinet.half(of: plan.household) == .destroyed)
            _ = try await store.write { try readPlan(kept.plan, on: occasion(Actor(owner: kept.owner)), records: $0) }
            let rows = try await store.read { try $0.night.last(10) }
            #expect(rows.map(\.items) == [1, 0])
            #expect(rows.map(\.day) == [day, day.adding(days: -1)])
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `who goes on with her plan keeps it`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let hers = occasion(Actor(owner: plan.owner))
            try await store.write { try askErasure(of: plan.plan, .afterReflection, on: hers, records: $0) }
            try await store.write { try movePlan(plan.plan, by: .reopen, on: hers, records: $0) }
            let later = try await store.write {
                try doAtNight(.erasedOnRequest, on: occasion(at: testNow.adding(days: 60)), records: $0)
            }
            #expect(later == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `what is over goes fifteen years after its last change, and nothing sooner`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let (over, running) = (try await LivingPlan.begin(in: store), try await LivingPlan.begin(in: store))
            let leapDay = Instant.start(of: Day(year: 2028, month: 2, day: 29)).adding(hours: 12)
            try await store.write {
                try movePlan(over.plan, by: .stop, on: occasion(Actor(owner: over.owner), at: leapDay), records: $0)
            }
            func night(_ day: Day) async throws -> Int {
                try await store.write {
                    try doAtNight(.erasedAtTerm, on: occasion(at: .start(of: day).adding(hours: 3)), records: $0)
                }
            }
            #expect(try await night(Day(year: 2043, month: 2, day: 28)) == 0)
            #expect(try await night(Day(year: 2043, month: 3, day: 1)) == 1)
            #expect(try await night(Day(year: 2060, month: 1, day: 1)) == 0, "a plan that is not over stays")
            #expect(try store.cabinet.half(of: over.household) == .destroyed)
            guard case .kept = try store.cabinet.half(of: running.household) else {
                throw StoreError.corrupt("the running plan lost its key")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody but the owner takes along, asks or withdraws`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let plan = try await LivingPlan.begin(in: store)
            let stranger = occasion(Actor(owner: Person.ID(high: 1, low: 1)))
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { try askErasure(of: plan.plan, .now, on: stranger, records: $0) }
            }
            await #expect(throws: SeatRefusal.noRelation) {
                try await store.write { _ = try takeAlong(plan.plan, on: stranger, records: $0) }
            }
            _ = try await store.write { try readPlan(plan.plan, on: occasion(Actor(owner: plan.owner)), records: $0) }
        }
    }
}

/// Every table as it was, and back again: what restoring a backup does, whatever made it.
private struct Backup: Sendable {
    let tables: [(name: String, columns: [String], rows: [SQLRow])]

    private static let order = ["households"] + HouseholdTable.all.map(\.name)

    static func take(of store: SQLStore) async throws -> Backup {
        try await store.database.read { connection in
            Backup(
                tables: try order.map { name in
                    let columns = Migrations.columns(of: name)
                    return (name, columns, try connection.run("SELECT \(columns.joined(separator: ", ")) FROM \(name)"))
                })
        }
    }

    func putBack(into store: SQLStore) async throws {
        try await store.database.write { connection in
            _ = try connection.run("UPDATE sessions SET person_id = NULL")
            for table in tables.reversed() { _ = try connection.run("DELETE FROM \(table.name)") }
            for table in tables {
                let marks = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
                let names = table.columns.joined(separator: ", ")
                for row in table.rows {
                    _ = try connection.run("INSERT INTO \(table.name) (\(names)) VALUES (\(marks))", row.values)
                }
            }
        }
    }
}
