import Domain
import Testing

/// The life cycle of a plan (`domain.md` §4): every move from every state, with and without a contact person.
@Suite struct PlanCycleTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let chance = Chance.seeded(21)
    static let contact: Account.ID = chance.identifier(at: now)

    static func plan(_ state: Plan.State, contact: Account.ID? = contact, former: Plan.State? = nil) -> Plan {
        Plan(
            id: chance.identifier(at: now), household: chance.identifier(at: now), owner: chance.identifier(at: now),
            contact: contact, state: state, begunAt: now, version: 1, former: former)
    }

    /// Where a move leads a plan that has a contact person; a pause came from a plan that ran.
    static let table: [PlanMove: [Plan.State: Plan.State]] = [
        .keepWarm: [.running: .pilotLight, .pilotLight: .pilotLight],
        .roundOff: [.running: .roundedOff, .pilotLight: .roundedOff, .roundedOff: .roundedOff],
        .reopen: [.pilotLight: .running, .roundedOff: .running, .stopped: .running, .running: .running],
        .pause: [
            .concept: .paused, .open: .paused, .running: .paused, .pilotLight: .paused, .roundedOff: .paused,
            .paused: .paused,
        ],
        .resume: [
            .paused: .running, .concept: .concept, .open: .open, .running: .running, .pilotLight: .pilotLight,
            .roundedOff: .roundedOff, .asleep: .running,
        ],
        .stop: [
            .concept: .stopped, .open: .stopped, .running: .stopped, .pilotLight: .stopped, .roundedOff: .stopped,
            .paused: .stopped, .asleep: .stopped, .stopped: .stopped,
        ],
    ]

    @Test(arguments: PlanMove.allCases, Plan.State.allCases)
    func `every move from every state goes where the life cycle says, or is refused in words`(
        move: PlanMove, state: Plan.State
    ) throws {
        let plan = Self.plan(state, former: state == .paused || state == .asleep ? .running : nil)
        if let next = Self.table[move]?[state] {
            #expect(try plan.moved(by: move).state == next)
        } else {
            #expect(throws: PlanRefusal.notFromHere(state)) { try plan.moved(by: move) }
        }
    }

    @Test(arguments: [Plan.State.concept, .open, .running, .pilotLight, .roundedOff])
    func `a pause goes back to where it came from`(state: Plan.State) throws {
        let paused = try Self.plan(state).moved(by: .pause)
        #expect(try paused.moved(by: .resume).state == state)
    }

    @Test(arguments: Plan.State.allCases)
    func `no state is a dead end`(state: Plan.State) {
        #expect(!Self.plan(state, former: state == .paused ? .concept : nil).ways.isEmpty)
        #expect(!Self.plan(state, contact: nil, former: state == .paused ? .concept : nil).ways.isEmpty)
    }

    @Test func `without a contact person there is no pilot light, and coming back starts with her alone`() throws {
        #expect(throws: PlanRefusal.noContact) { try Self.plan(.running, contact: nil).moved(by: .keepWarm) }
        #expect(try Self.plan(.stopped, contact: nil).moved(by: .reopen).state == .concept)
        #expect(try Self.plan(.paused, contact: nil).moved(by: .resume).state == .concept)
    }

    @Test func `the same contact person stays through everything`() throws {
        let moves: [PlanMove] = [.keepWarm, .roundOff, .reopen, .pause, .resume, .stop, .reopen]
        let end = try moves.reduce(Self.plan(.running)) { try $0.moved(by: $1) }
        #expect(end.contact == Self.contact)
        #expect(end.state == .running)
    }
}
