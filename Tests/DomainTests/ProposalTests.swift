import Testing

@testable import Domain

/// The life cycle of a proposal (`domain.md` §4): every answer in every state.
@Suite struct ProposalTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let before = Instant(milliseconds: 1_740_000_000_000)
    static let states: [ProposalState] = [
        .proposed, .talking, .accepted(at: before), .declined(at: before), .withdrawn(at: before),
    ]

    /// Where an answer leads; `nil` is a refusal.
    static func destination(_ answer: ProposalAnswer, _ state: ProposalState) -> ProposalState? {
        switch (answer, state) {
        case (.accept, .proposed), (.accept, .talking), (.accept, .declined): .accepted(at: now)
        case (.talk, .proposed), (.talk, .declined): .talking
        case (.decline, .proposed), (.decline, .talking): .declined(at: now)
        case (.withdraw, .proposed), (.withdraw, .talking): .withdrawn(at: now)
        case (.accept, .accepted), (.talk, .talking), (.decline, .declined), (.withdraw, .withdrawn): state
        default: nil
        }
    }

    @Test(arguments: ProposalAnswer.allCases, states)
    func `every answer leads where the life cycle says, or nowhere`(
        answer: ProposalAnswer, state: ProposalState
    ) throws {
        if let destination = Self.destination(answer, state) {
            #expect(try state.answered(answer, at: Self.now) == destination)
        } else {
            #expect(throws: ProposalRefusal.changedMeanwhile(state)) { try state.answered(answer, at: Self.now) }
        }
    }

    @Test func `what she said yes to last counts, and the others stay readable`() {
        func text(_ number: UInt64, _ state: ProposalState) -> GoalText {
            GoalText(
                id: GoalText.ID(high: 1, low: number), goal: Goal.ID(high: 1, low: 1), words: "woorden \(number)",
                author: .owner(Person.ID(high: 1, low: 1)), state: state, madeAt: Self.before, version: 1)
        }
        func goal(_ texts: [GoalText]) -> Goal {
            Goal(
                id: Goal.ID(high: 1, low: 1), plan: Plan.ID(high: 1, low: 1), household: Household.ID(high: 1, low: 1),
                domain: nil, state: .open, madeAt: Self.before, version: 1, texts: texts)
        }
        let many = goal([
            text(1, .accepted(at: Self.before)), text(2, .proposed), text(3, .declined(at: Self.now)),
            text(4, .accepted(at: Self.now)), text(5, .talking),
        ])
        #expect(many.current?.words == "woorden 4")
        #expect(many.waiting.map(\.words) == ["woorden 2", "woorden 5"])
        #expect(many.others.map(\.words) == ["woorden 3", "woorden 1"])
        let none = goal([text(1, .proposed), text(2, .declined(at: Self.now))])
        #expect(none.current == nil)
    }

    @Test func `a plan that is over does not go to sleep, and waking up goes back to where it was`() throws {
        func plan(_ state: Plan.State, former: Plan.State? = nil) -> Plan {
            Plan(
                id: Plan.ID(high: 1, low: 1), household: Household.ID(high: 1, low: 1),
                owner: Person.ID(high: 1, low: 1),
                contact: Account.ID(high: 1, low: 1), state: state, begunAt: Self.now, version: 1, former: former)
        }
        for state in [Plan.State.roundedOff, .stopped, .asleep] { #expect(plan(state).asleep().state == state) }
        for state in [Plan.State.concept, .open, .running, .pilotLight] {
            #expect(plan(state).asleep().state == .asleep)
            #expect(try plan(state).asleep().moved(by: .resume).state == state)
        }
        #expect(try plan(.paused, former: .running).asleep().moved(by: .resume).state == .running)
    }

    @Test func `terms go by the calendar, leap days included`() {
        let leap = Day(year: 2028, month: 2, day: 29)
        #expect(startOfSilence(for: leap).day == Day(year: 2027, month: 3, day: 1))
        #expect(startOfSilence(for: Day(year: 2029, month: 2, day: 28)).day == Day(year: 2028, month: 2, day: 28))
        #expect(endOfTerm(for: leap).day == Day(year: 2013, month: 3, day: 1))
        // The clock goes forward on 30 March 2025: a day begins at its own midnight.
        #expect(
            startOfSilence(for: Day(year: 2026, month: 3, day: 30)) == .start(of: Day(year: 2025, month: 3, day: 30)))
    }
}
