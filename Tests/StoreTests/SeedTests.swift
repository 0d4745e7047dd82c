import Domain
import Simulation
import Testing

@testable import Store

@Suite struct SeedTests {
    @Test func `the town is the same every time and on every engine`() async throws {
        var towns: [[String]] = []
        for engine in Engine.available + [.sqlite] {
            try await withStore(engine) { store in
                let people = try await seed(store)
                towns.append(try await outline(of: store) + people.map { "\($0.id) \($0.name) \($0.key)" })
            }
        }
        for town in towns { #expect(town == towns[0]) }
        #expect(towns[0].count > 400)
    }

    @Test(arguments: Engine.available)
    func `a second seed changes nothing`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try await seed(store)
            let before = try await outline(of: store)
            let second = try await Waterveen.seed(
                into: store, now: testNow.adding(days: 3), passwordHash: "anders")
            #expect(second.map(\.id) == first.map(\.id))
            #expect(second.map(\.name) == first.map(\.name))
            #expect(second.map(\.situation) == first.map(\.situation))
            #expect(try await outline(of: store) == before)
        }
    }

    @Test(arguments: Engine.available)
    func `every state of the first plan is somewhere in town`(engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await seed(store)
            func states(_ column: String, _ table: String) async throws -> Set<String> {
                Set(try await store.texts("SELECT DISTINCT \(column) FROM \(table)"))
            }
            #expect(try await states("state", "plans") == Set(Plan.State.allCases.map(\.rawValue)))
            #expect(try await states("state", "questions") == ["waiting", "accepted", "withdrawn"])
            #expect(
                try await states("state", "steps") == [
                    "proposed", "agreed", "done", "failed", "declined", "dropped", "lookedBack", "talking", "withdrawn",
                ])
            #expect(try await states("state", "goals") == Set(Goal.State.allCases.map(\.rawValue)))
            #expect(try await states("state", "goal_texts") == ["proposed", "accepted", "declined"])
            #expect(try await states("carrier_kind", "steps") == ["owner", "tie", "account"])
            let spoken = try await store.rows("SELECT typed_story_id FROM spoken_messages")
            #expect(Set(try spoken.map { try $0.optionalText(0) == nil }) == [true, false])
            #expect(try await states("kind", "stories") == ["own", "note", "confirmed", "family"])
            #expect(try await states("part_kind", "sharing_agreements") == ["plan", "domain", "step", "conference"])
            #expect(try await states("state", "conferences") == ["private", "proposed", "confirmed"])
            #expect(try await states("state", "openings") == ["open", "closed"])
            #expect(try await states("kind", "openings") == Set(Opening.Kind.allCases.map(\.rawValue)))
            #expect(try await states("level", "sharing_agreements") == ["read", "join", "contact"])
            #expect(try await states("state", "sharing_agreements") == ["given", "ended"])
            #expect(try await states("state", "sharing_requests") == ["asked", "given", "refused", "withdrawn"])
            let today = testNow.day.text
            for (kind, condition) in [
                ("lapsed", "state = 'given' AND until_day < '\(today)'"),
                ("link never opened", "secret_hash IS NOT NULL AND claimed_at IS NULL"),
                ("opened", "secret_hash IS NOT NULL AND claimed_at IS NOT NULL"),
            ] {
                let found = try await store.texts("SELECT id FROM sharing_agreements WHERE \(condition)")
                #expect(!found.isEmpty, "no agreement: \(kind)")
            }
            let unread = try await store.texts(
                """
                SELECT n.id FROM stories n WHERE n.kind = 'note'
                    AND NOT EXISTS (SELECT 1 FROM stories c WHERE c.note_id = n.id)
                """)
            #expect(unread.count == 2, "Omar's talk, and what Idris spoke")
        }
    }

    @Test(arguments: Engine.available)
    func `a worry about safety is somewhere in town, told, not yet told, and closed`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let people = try await seed(store)
            let states = try await store.texts("SELECT state FROM safety_tracks ORDER BY state")
            #expect(states == ["consult", "safe", "weigh"])
            let told = try await store.texts("SELECT state FROM safety_tracks WHERE told_at IS NULL")
            #expect(told == ["consult"])
            #expect(try await plan(of: "Mariam", people, in: store).worries.map(\.worker.name) == ["Tess de Wit"])
            #expect(try await plan(of: "Esther", people, in: store).worries.isEmpty)
        }
    }

    @Test func `the town keeps its promises to the scripts`() async throws {
        try await withStore(.sqlite) { store in
            let people = try await seed(store)
            #expect(Set(people.map(\.role)) == Set(Role.allCases).subtracting([.system]))
            let samira = try await plan(of: "Samira", people, in: store)
            #expect(samira.coreWords == "Donderdag eerst. Slapen daarna.")
            #expect(samira.stories.first?.words == "Donderdag komt de deurwaarder en ik slaap niet.")
            #expect(samira.domains.map(\.name) == ["geld"])
            #expect(samira.steps.count == 3 && samira.openStepsShown.count == 3)
            #expect(samira.contact?.name == "Femke Dijkstra")
            #expect(samira.table.ties.map(\.name) == ["Laila"])
            let rashid = samira.table.professionals.first { $0.account.name == "Rashid Amrani" }
            #expect(rashid?.agreements.map(\.part) == samira.domains.map { .domain($0.id) })

            let monique = try await plan(of: "Monique", people, in: store)
            #expect(monique.table.ties.count + monique.table.professionals.count == 14)
            #expect(monique.professionalsInvolved == 7)
            let peter = try await plan(of: "Peter", people, in: store)
            #expect(peter.openStepsShown.count + peter.openStepsWaiting == 7)
            #expect(try await plan(of: "Chantal", people, in: store).proposals.count == 2)
            #expect(try await plan(of: "Omar", people, in: store).notesToConfirm.count == 1)
            #expect(
                try await plan(of: "Astrid", people, in: store).question?.daysWaiting(on: testNow.day) == 9)
            #expect(
                try await plan(of: "Een inwoner", people, in: store).question?.daysWaiting(on: testNow.day)
                    == 0)
            #expect(try await plan(of: "Nienke", people, in: store).seat.plan.state == .concept)
        }
    }

    @Test func `somebody logs in with her first name`() async throws {
        try await withStore(.sqlite) { store in
            _ = try await seed(store)
            let found = try await store.read {
                try $0.accounts.credentials(login: "Femke ").map { ($0.account.name, $0.passwordHash) }
            }
            #expect(found?.0 == "Femke Dijkstra")
            #expect(found?.1 == "geheim")
        }
    }

    @Test(arguments: Engine.available)
    func `check finds nothing wrong in town`(engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await seed(store)
            let check = try await Check.run(on: store)
            #expect(check.findings == [])
            #expect(check.households >= 12)
        }
    }

    @Test(arguments: [
        "2025-03-03 0", "2025-03-03 5", "2025-03-04 1439", "2025-03-30 180", "2025-10-26 90",
        "2024-02-29 600",
        "2025-12-31 1438", "2026-01-01 1",
    ])
    func `the town can be built at any moment, and nothing in it happens later than that`(moment: String)
        async throws
    {
        let parts = moment.split(separator: " ").map(String.init)
        let now = Instant.start(of: try #require(Day(parts[0]))).adding(minutes: try #require(Int(parts[1])))
        try await withStore(.sqlite) { store in
            let people = try await Waterveen.seed(into: store, now: now, passwordHash: "geheim")
            let late = try await store.rows("SELECT seq FROM journal WHERE at > \(now.milliseconds)")
            #expect(late.isEmpty)
            let backwards = try await store.rows(
                """
                SELECT b.seq FROM journal a JOIN journal b ON b.household_id = a.household_id AND b.seq = a.seq + 1
                WHERE b.at < a.at
                """)
            #expect(backwards.isEmpty, "a journal goes back in time")
            let fridge = try await plan(of: "Een inwoner", people, in: store, at: now)
            #expect(fridge.question?.daysWaiting(on: now.day) == 0)
        }
    }

    @Test func `nobody in town speaks like a form`() async throws {
        try await withStore(.sqlite) { store in
            let told = try await Told.everything(in: store, people: try await seed(store))
            for text in told.texts {
                for word in ["cliënt", "casus", "ketenpartner", "zelfredza", "traject", "indicatie"] {
                    #expect(!text.lowercased().contains(word), "\(text)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a crowd is made of whole plans`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let crowd = try await Crowd.fill(into: store, plans: 150, now: testNow)
            #expect(crowd.owners.count == 150)
            #expect(crowd.workerOfThousand == nil)
            let worker = try #require(crowd.workerOfHundred)
            let plans = try await store.texts("SELECT id FROM plans WHERE contact_id = '\(worker)'")
            #expect(plans.count == 100)
            let check = try await Check.run(on: store)
            #expect(check.findings == [])
            #expect(check.households == 150)
            let owner = try #require(crowd.owners.last)
            let view = try await store.write { records in
                try readPlan(owner.plan, on: occasion(Actor(owner: owner.person)), records: records)
            }
            #expect(view.steps.filter(\.isOpen).count == 5)
            #expect(Set(owner.steps).isSubset(of: view.steps.filter(\.isOpen).map(\.id)))
            #expect(view.table.ties.count == 2)
            #expect(view.contact != nil)
        }
    }

    private func seed(_ store: SQLStore) async throws -> [DemoPerson] {
        try await Waterveen.seed(into: store, now: testNow, passwordHash: "geheim")
    }

    private func plan(
        of name: String, _ people: [DemoPerson], in store: SQLStore, at now: Instant = testNow
    ) async throws -> PlanView {
        let person = try #require(people.first { $0.name == name })
        guard case .owner(let owner) = person.key else { throw SeatRefusal.noRelation }
        return try await store.write { records in
            guard let plan = try records.plans.plan(of: owner) else { throw SeatRefusal.noRelation }
            return try readPlan(plan, on: occasion(Actor(owner: owner), at: now), records: records)
        }
    }

    /// Everything in town that is not sealed.
    private func outline(of store: SQLStore) async throws -> [String] {
        let columns = [
            "teams": "id || name", "areas": "id || slug || team_id", "accounts": "id || role || login_hash",
            "households": "id || area_id || journal_seq", "persons": "id || household_id || code_hash",
            "plans": "id || state || version", "questions": "id || state || asked_at || state_at",
            "life_domains": "id || touched_at", "stories": "id || kind || written_at",
            "spoken_messages": "id || kind || made_at", "network_ties": "id || since_day",
            "steps": "id || state || made_at || carrier_kind",
            "sharing_agreements": "id || part_kind || level || until_day || from_at",
            "sharing_requests": "id || part_kind || until_day || asked_at || state || state_at",
            "journal": "household_id || seq || at || event || actor_id || role",
            "openings": "id || kind || words || until_day || made_at || state",
            "demo_people": "id || key_id", "safety_tracks": "id || plan_hash || state || opened_at || plan_fate",
            "safety_entries": "id || stage || kind || seq || at", "safety_readers": "track_id || account_id",
        ]
        var lines: [String] = []
        for (table, columns) in columns {
            lines += try await store.texts("SELECT \(columns) FROM \(table)").map { "\(table) \($0)" }
        }
        return lines.sorted()
    }
}
