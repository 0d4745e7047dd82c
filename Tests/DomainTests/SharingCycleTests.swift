import Testing

@testable import Domain

/// The life cycle of a sharing agreement (`domain.md` §4): *gevraagd* → *gegeven* by the owner → *verlopen* by the
/// calendar or *ingetrokken* by the owner; *gevraagd* → *geweigerd*. Access is the state *gegeven* alone.
@Suite struct SharingCycleTests {
    static let now = Instant.start(of: Day(year: 2025, month: 3, day: 3)).adding(hours: 10)
    static let before = now.adding(days: -2)
    static let chance = Chance.seeded(33)
    static let states: [SharingRequest.State] = [
        .asked, .given(at: before), .refused(at: before), .withdrawn(at: before),
    ]

    static func worker(_ name: String) -> Account {
        Account(
            id: chance.identifier(at: now), role: .generalist, name: name, phone: "0123 45 67 01", background: "",
            team: nil, hasPhoto: false)
    }

    static func request(
        _ state: SharingRequest.State = .asked, until: Day = now.day.adding(days: 30)
    ) -> SharingRequest {
        SharingRequest(
            id: chance.identifier(at: now), plan: chance.identifier(at: now), household: chance.identifier(at: now),
            account: worker("Rashid"), part: .plan, until: until, reason: "Schulden.", asker: worker("Femke"),
            askedAt: before, state: state, version: 1)
    }

    static func agreement(until: Day, _ state: SharingAgreement.State = .given) -> SharingAgreement {
        SharingAgreement(
            id: chance.identifier(at: now), plan: chance.identifier(at: now), household: chance.identifier(at: now),
            part: .plan, holder: .account(chance.identifier(at: now)), level: .join, role: nil, from: before,
            until: until, state: state, claimedAt: before)
    }

    /// Where an answer leads; `nil` is a refusal.
    static func destination(_ answer: RequestAnswer, _ state: SharingRequest.State) -> SharingRequest.State? {
        switch (answer, state) {
        case (.give, .asked): .given(at: now)
        case (.refuse, .asked): .refused(at: now)
        case (.withdraw, .asked): .withdrawn(at: now)
        case (.give, .given), (.refuse, .refused), (.withdraw, .withdrawn): state
        default: nil
        }
    }

    @Test(arguments: RequestAnswer.allCases, states)
    func `every answer to a request leads where the life cycle says, or nowhere`(
        answer: RequestAnswer, state: SharingRequest.State
    ) throws {
        let request = Self.request(state)
        if let destination = Self.destination(answer, state) {
            #expect(try request.answered(answer, at: Self.now).state == destination)
        } else {
            #expect(throws: RequestRefusal.changedMeanwhile(state)) { try request.answered(answer, at: Self.now) }
        }
    }

    @Test func `a yes comes in time through the last day, and after it only no and taking back are left`() throws {
        let today = Self.now.day
        #expect(try Self.request(until: today).answered(.give, at: Self.now).state == .given(at: Self.now))
        let lastMoment = Instant.start(of: today.adding(days: 1)).adding(minutes: -1)
        #expect(try Self.request(until: today).answered(.give, at: lastMoment).state == .given(at: lastMoment))
        let late = Self.request(until: today.adding(days: -1))
        #expect(late.isPast(on: today))
        #expect(throws: RequestRefusal.untilPassed(late.until)) { try late.answered(.give, at: Self.now) }
        #expect(try late.answered(.refuse, at: Self.now).state == .refused(at: Self.now))
        #expect(try late.answered(.withdraw, at: Self.now).state == .withdrawn(at: Self.now))
        // What was given in time stays given, whatever the calendar says.
        let given = Self.request(.given(at: Self.before), until: today.adding(days: -1))
        #expect(try given.answered(.give, at: Self.now).state == given.state)
    }

    @Test(arguments: [
        Day(year: 2025, month: 5, day: 31), Day(year: 2025, month: 12, day: 31), Day(year: 2028, month: 2, day: 29),
        Day(year: 2028, month: 2, day: 28), Day(year: 2025, month: 2, day: 28),
    ])
    func `an agreement gives access on its last day and not on the next, leap days included`(until: Day) {
        let agreement = Self.agreement(until: until)
        #expect(agreement.gives(accessOn: until.adding(days: -1)))
        #expect(agreement.gives(accessOn: until))
        #expect(!agreement.gives(accessOn: until.adding(days: 1)))
        let ended = Self.agreement(until: until, .ended(at: Self.now))
        for day in -1...1 { #expect(!ended.gives(accessOn: until.adding(days: day))) }
    }

    @Test func `the day after 28 February is 29 February in a leap year, and an agreement until then still runs`() {
        let leap = Day(year: 2028, month: 2, day: 29)
        #expect(Day(year: 2028, month: 2, day: 28).adding(days: 1) == leap)
        #expect(Self.agreement(until: leap).gives(accessOn: leap))
        #expect(!Self.agreement(until: leap).gives(accessOn: Day(year: 2028, month: 3, day: 1)))
        // The clock goes forward on 30 March 2025: that day is over at its own midnight.
        let spring = Day(year: 2025, month: 3, day: 30)
        #expect(Self.agreement(until: spring).gives(accessOn: Instant.start(of: spring).adding(hours: 22).day))
        #expect(!Self.agreement(until: spring).gives(accessOn: Instant.start(of: spring).adding(hours: 23).day))
    }

    @Test func `waiting is counted in whole calendar days`() {
        let request = Self.request()
        #expect(request.daysWaiting(on: Self.before.day) == 0)
        #expect(request.daysWaiting(on: Self.now.day) == 2)
    }
}
