@_spi(Examples) import Domain
import Testing

/// The life cycle of a place to take part: open → closed (who works there) or over (the clock) → open again.
@Suite struct OpeningTests {
    static let now = StepRulesTests.now
    static let today = now.day
    static let chance = StepRulesTests.chance
    static let worker = StepRulesTests.worker.id
    static let area: Area.ID = chance.identifier(at: now)

    static func opening(until: Day = today.adding(days: 30), _ state: Opening.State = .open) -> Opening {
        Opening(
            id: chance.identifier(at: now), area: area, kind: .initiative, words: "Grillen", place: "De Wip",
            when: "zaterdag", call: WhomToCall(name: "De Wip", phone: "0123 45 67 61"), until: until, madeBy: worker,
            madeAt: now, state: state, version: 1)
    }

    static let closed = Opening.State.closed(by: worker, at: now)

    @Test func `a place is open through its last day, and not when it was closed`() {
        #expect(Self.opening(until: Self.today).isOpen(on: Self.today))
        #expect(!Self.opening(until: Self.today).isOpen(on: Self.today.adding(days: 1)))
        #expect(Self.opening(until: Self.today).isOver(on: Self.today.adding(days: 1)))
        #expect(!Self.opening(Self.closed).isOpen(on: Self.today))
    }

    @Test func `from every state a place can be closed and opened again, and doing it twice is doing it once`() throws {
        let later = Self.now.adding(hours: 5)
        let somebodyElse: Account.ID = Self.chance.identifier(at: later)
        for opening in [Self.opening(), Self.opening(until: Self.today.adding(days: -1))] {
            #expect(opening.closed(by: Self.worker, at: Self.now).state == Self.closed)
        }
        // The second to close it changes nothing: who was first stays.
        #expect(Self.opening(Self.closed).closed(by: somebodyElse, at: later).state == Self.closed)
        let day = Self.today.adding(days: 7)
        for opening in [Self.opening(Self.closed), Self.opening(until: Self.today.adding(days: -1)), Self.opening()] {
            let again = try opening.reopened(until: day, on: Self.today)
            #expect(again.isOpen(on: Self.today) && again.until == day)
            #expect(try again.reopened(until: day, on: Self.today).state == again.state)
        }
    }

    @Test func `the last day is today or later, and within a year`() {
        let latest = Self.today.adding(days: Opening.longestOpen)
        for days in [-1, Opening.longestOpen + 1] {
            let day = Self.today.adding(days: days)
            #expect(throws: OpeningRefusal.untilOutOfReach(latest: latest)) {
                try Opening.lastDay(day, from: Self.today)
            }
            #expect(throws: OpeningRefusal.untilOutOfReach(latest: latest)) {
                try Self.opening(Self.closed).reopened(until: day, on: Self.today)
            }
        }
        #expect(throws: Never.self) { try Opening.lastDay(Self.today, from: Self.today) }
        #expect(throws: Never.self) { try Opening.lastDay(latest, from: Self.today) }
    }

    @Test func `the team of the area and the counter tend it, and nobody else`() {
        let (team, other): (Team.ID, Team.ID) = (
            Self.chance.identifier(at: Self.now), Self.chance.identifier(at: Self.now)
        )
        let area = Area(id: Self.area, slug: "oosterhof", name: "Oosterhof", team: team)
        func account(_ role: Role, _ team: Team.ID?) -> Account {
            Account(
                id: Self.chance.identifier(at: Self.now), role: role, name: "Tess", phone: "1", background: "",
                team: team, hasPhoto: false)
        }
        for role in Role.withAccount {
            let isTeam = [.generalist, .specialist, .teamLead, .stip].contains(role)
            #expect(area.isTended(by: account(role, team)) == isTeam, "\(role)")
            #expect(area.isTended(by: account(role, nil)) == (role == .stip), "\(role) without a team")
            #expect(!area.isTended(by: account(role, other)), "\(role) of another team")
        }
    }

    @Test func `what stands in the plan already is told, and a proposal still waits for the owner's yes`() {
        let opening = Self.opening()
        func step(_ state: Step.State, _ words: String = opening.words, call: WhomToCall? = opening.call) -> Step {
            Step(
                id: Self.chance.identifier(at: Self.now), plan: StepRulesTests.plan.id,
                household: StepRulesTests.household, domain: nil, words: words, when: nil, carrier: .owner,
                state: state, madeAt: Self.now, version: 1, call: call)
        }
        func isTaken(_ step: Step, _ seat: Seat) -> Bool {
            let team = Team(id: Self.chance.identifier(at: Self.now), name: "Team", phone: "1")
            let view = PlanView(
                seat: seat,
                owner: Person(
                    id: StepRulesTests.owner, household: StepRulesTests.household, name: nil, reach: nil),
                contact: nil, area: Area(id: Self.area, slug: "a", name: "A", team: team.id), team: team,
                question: nil, stories: [], domains: [], steps: [step],
                table: Table(ties: [], agreements: [], professionals: []), today: Self.today)
            return TakePartView(view: view, openings: [opening]).isTaken(opening)
        }
        let (owner, worker) = (StepRulesTests.ownerSeat, StepRulesTests.workerSeat)
        #expect(isTaken(step(.agreed), owner) && isTaken(step(.agreed), worker))
        #expect(!isTaken(step(.proposed(by: Self.worker)), owner) && isTaken(step(.proposed(by: Self.worker)), worker))
        for over in [Step.State.done(at: Self.now), .declined(at: Self.now), .dropped(at: Self.now)] {
            #expect(!isTaken(step(over), owner))
        }
        #expect(!isTaken(step(.agreed, "Iets anders"), owner) && !isTaken(step(.agreed, call: nil), owner))
    }
}

@Suite struct SecondPlanTests {
    @Test func `a plan is over when it was rounded off or stopped, and only then`() {
        for state in Plan.State.allCases {
            let plan = Plan(
                id: StepRulesTests.plan.id, household: StepRulesTests.household, owner: StepRulesTests.owner,
                contact: nil, state: state, begunAt: StepRulesTests.now, version: 1)
            #expect(plan.isOver == [.roundedOff, .stopped].contains(state), "\(state)")
        }
    }
}
