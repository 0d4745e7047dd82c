@_spi(Examples) import Domain
import Testing

/// The life cycle of a step (`domain.md` §4): every move from every state, for everybody at the table.
@Suite struct StepRulesTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let chance = Chance.seeded(11)
    static let household: Household.ID = chance.identifier(at: now)
    static let owner: Person.ID = chance.identifier(at: now)
    static let plan = Plan(
        id: chance.identifier(at: now), household: household, owner: owner, contact: nil, state: .running,
        begunAt: now, version: 1)
    static let tie: NetworkTie.ID = chance.identifier(at: now)
    static let worker = Account(
        id: chance.identifier(at: now), role: .generalist, name: "Femke", phone: "1", background: "", team: nil,
        hasPhoto: false)

    static func seat(_ holder: Seat.Holder) -> Seat {
        Seat.example(plan: plan, area: chance.identifier(at: now), holder: holder)
    }

    static let ownerSeat = seat(.owner(owner))
    static let guestSeat = seat(.guest(tie, name: "Laila"))
    static let workerSeat = seat(.account(worker, level: .contact))

    static func step(_ carrier: Step.Carrier, _ state: Step.State, _ kind: Step.Kind = .doing) -> Step {
        Step(
            id: chance.identifier(at: now), plan: plan.id, household: household, domain: nil, words: "bellen",
            when: nil, carrier: carrier, state: state, madeAt: now, version: 1, kind: kind)
    }

    static let states: [Step.State] = [
        .proposed(by: worker.id), .talking(by: worker.id), .withdrawn(by: worker.id, at: now), .agreed, .done(at: now),
        .failed(at: now), .declined(at: now), .dropped(at: now),
    ]

    /// Whose move it is: taking back is the maker's, the rest can be the owner's.
    static func who(_ move: StepMove) -> Seat { move == .withdraw ? workerSeat : ownerSeat }

    /// Where a move leads; `nil` is a refusal.
    static func destination(_ move: StepMove, _ state: Step.State) -> Step.State? {
        switch (move, state) {
        case (.tick, .agreed), (.tick, .done): .done(at: now)
        case (.fail, .agreed), (.fail, .failed): .failed(at: now)
        case (.agree, .proposed), (.agree, .talking), (.agree, .declined), (.agree, .agreed): .agreed
        case (.talk, .proposed), (.talk, .talking): .talking(by: worker.id)
        case (.decline, .proposed), (.decline, .talking), (.decline, .declined): .declined(at: now)
        case (.withdraw, .proposed), (.withdraw, .talking), (.withdraw, .withdrawn): .withdrawn(by: worker.id, at: now)
        case (.resume, .done), (.resume, .failed), (.resume, .dropped), (.resume, .agreed): .agreed
        case (.drop, .agreed), (.drop, .failed), (.drop, .dropped): .dropped(at: now)
        default: nil
        }
    }

    /// The same for holding back: it is looked back upon, and not ticked.
    static func destinationOfHoldingBack(_ move: StepMove, _ state: Step.State) -> Step.State? {
        switch (move, state) {
        case (.tick, _), (.fail, _): nil
        case (.lookBack, .agreed), (.lookBack, .lookedBack): .lookedBack(at: now)
        case (.resume, .lookedBack): .agreed
        default: destination(move, state)
        }
    }

    @Test(arguments: StepMove.allCases, states + [.lookedBack(at: now)])
    func `holding back goes its own way`(move: StepMove, state: Step.State) throws {
        let step = Self.step(.owner, state, .holdingBack(lookBack: Self.now.day))
        if let destination = Self.destinationOfHoldingBack(move, state) {
            #expect(try step.moved(by: move, from: Self.who(move), at: Self.now).state == destination)
        } else {
            #expect(throws: StepRefusal.self) { try step.moved(by: move, from: Self.who(move), at: Self.now) }
        }
    }

    @Test func `a day to look back is due from that day on`() {
        let day = Self.now.day
        let step = Self.step(.owner, .agreed, .holdingBack(lookBack: day))
        #expect(!step.isDue(on: day.adding(days: -1)))
        #expect(step.isDue(on: day))
        #expect(step.isDue(on: day.adding(days: 3)))
        #expect(!Self.step(.owner, .lookedBack(at: Self.now), .holdingBack(lookBack: day)).isDue(on: day))
        #expect(!Self.step(.owner, .agreed).isDue(on: day))
    }

    @Test(arguments: StepMove.allCases.filter { $0 != .lookBack }, states)
    func `every move from every state goes where the life cycle says, or nowhere`(
        move: StepMove, state: Step.State
    ) throws {
        let step = Self.step(.owner, state)
        if let destination = Self.destination(move, state) {
            #expect(try step.moved(by: move, from: Self.who(move), at: Self.now).state == destination)
        } else {
            // Of what is no proposal nobody is the maker.
            let refusal: StepRefusal = move == .withdraw ? .notTheMaker : .changedMeanwhile(state)
            #expect(throws: refusal) { try step.moved(by: move, from: Self.who(move), at: Self.now) }
        }
    }

    @Test func `whoever carries a step ticks it, and nobody else`() {
        let carriers: [(Step.Carrier, [String])] = [
            (.owner, ["owner"]), (.tie(Self.tie), ["owner", "guest"]), (.account(Self.worker.id), ["worker"]),
        ]
        let seats = [("owner", Self.ownerSeat), ("guest", Self.guestSeat), ("worker", Self.workerSeat)]
        for (carrier, may) in carriers {
            for (name, seat) in seats {
                let step = Self.step(carrier, .agreed)
                if may.contains(name) {
                    #expect(throws: Never.self) { try step.moved(by: .tick, from: seat, at: Self.now) }
                } else {
                    #expect(throws: StepRefusal.carriedBySomebodyElse) {
                        try step.moved(by: .tick, from: seat, at: Self.now)
                    }
                }
            }
        }
    }

    @Test(arguments: [StepMove.agree, .talk, .decline, .drop])
    func `only the owner agrees, declines and drops`(move: StepMove) {
        for seat in [Self.guestSeat, Self.workerSeat] {
            #expect(throws: StepRefusal.onlyOwnerDecides) {
                try Self.step(.owner, .agreed).moved(by: move, from: seat, at: Self.now)
            }
        }
    }
}

@Suite struct SharingTests {
    @Test func `access is given until the last day and not a day longer, and never after the end`() throws {
        let today = try #require(Day("2024-02-29"))
        func agreement(until: Day, _ state: SharingAgreement.State = .given) -> SharingAgreement {
            SharingAgreement(
                id: StepRulesTests.chance.identifier(at: StepRulesTests.now), plan: StepRulesTests.plan.id,
                household: StepRulesTests.household, part: .plan, holder: .tie(StepRulesTests.tie), level: .read,
                role: nil, from: StepRulesTests.now, until: until, state: state, claimedAt: nil)
        }
        #expect(agreement(until: today).gives(accessOn: today))
        #expect(!agreement(until: today).gives(accessOn: today.adding(days: 1)))
        #expect(!agreement(until: today.adding(days: 9), .ended(at: StepRulesTests.now)).gives(accessOn: today))
    }

    @Test func `the roles that have no road to persons can not be invited either`() {
        for role in Role.allCases where !role.hasRoadToPersons { #expect(!role.mayBeInvited) }
        #expect(Role.allCases.filter(\.mayBeInvited) == [.generalist, .specialist, .provider])
    }
}

@Suite struct QuestionTests {
    @Test func `days are counted by the calendar, from the day itself`() throws {
        let asked = Instant.start(of: try #require(Day("2025-03-29"))).adding(hours: 23)
        let question = Question(
            id: StepRulesTests.chance.identifier(at: asked), plan: StepRulesTests.plan.id,
            household: StepRulesTests.household, area: StepRulesTests.chance.identifier(at: asked),
            team: StepRulesTests.chance.identifier(at: asked), askedAt: asked, state: .waiting, version: 1)
        #expect(question.daysWaiting(on: try #require(Day("2025-03-29"))) == 0)
        #expect(question.daysWaiting(on: try #require(Day("2025-03-30"))) == 1)
        #expect(question.daysWaiting(on: try #require(Day("2025-04-07"))) == 9)
        #expect(question.daysWaiting(on: try #require(Day("2025-03-01"))) == 0)
    }
}

@Suite struct FieldRegisterTests {
    @Test func `each field stands once in the register, with a purpose a resident can read`() {
        let names = FieldRegister.rows.map { "\($0.table).\($0.column)" }
        #expect(Set(names).count == names.count)
        for row in FieldRegister.rows {
            #expect(row.purpose.count > 10)
            #expect(!row.purpose.contains("cliënt"))
        }
    }
}
