@_spi(Examples) import Domain
import Testing

/// The life cycle of a conference (`domain.md` §4): every move, from every state, from every chair.
@Suite struct ConferenceRulesTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let chance = Chance.seeded(31)
    static let text: ConferenceText.ID = chance.identifier(at: now)
    static let draft: ConferenceText.ID = chance.identifier(at: now)
    static let step: Step.ID = chance.identifier(at: now)
    static let worker = Account(
        id: chance.identifier(at: now), role: .generalist, name: "Femke", phone: "1", background: "", team: nil,
        hasPhoto: false)
    static let sister: NetworkTie.ID = chance.identifier(at: now)
    static let coordinator: NetworkTie.ID = chance.identifier(at: now)
    static let owner: Person.ID = chance.identifier(at: now)
    static let plan = Plan(
        id: chance.identifier(at: now), household: chance.identifier(at: now), owner: owner, contact: worker.id,
        state: .running, begunAt: now, version: 1)
    static let id: Conference.ID = chance.identifier(at: now)

    static let states: [Conference.State] = [
        .proposed(by: worker.id), .notWanted(at: now), .wanted, .prepared, .information, .privateTime,
        .presented(text), .confirmed(text, lookBack: step, at: now), .lookedBack(text, at: now), .stopped(at: now),
    ]
    static let chairs: [Conference.Chair] = [
        .owner, .family(sister), .coordinator, .professional(worker.id, isInvited: true),
        .professional(worker.id, isInvited: false),
    ]

    static func conference(_ state: Conference.State, isArranged: Bool = true) -> Conference {
        Conference(
            id: id, plan: plan.id, household: plan.household, state: state, coordinator: coordinator,
            when: isArranged ? "zaterdag" : nil, place: isArranged ? "bij oma" : nil, madeAt: now, version: 1)
    }

    static let ready = ConferenceReadiness(family: 1, plan: draft)

    /// Where a move leads for the owner, who may make them all; `nil` is a refusal.
    static func destination(_ move: ConferenceMove, _ state: Conference.State) -> Conference.State? {
        switch (move, state) {
        case (.want, .proposed), (.want, .notWanted), (.want, .wanted), (.want, .prepared): .wanted
        case (.decline, .proposed), (.decline, .notWanted): .notWanted(at: now)
        case (.prepare, .wanted), (.prepare, .prepared), (.prepare, .information): .prepared
        case (.inform, .prepared), (.inform, .information), (.inform, .privateTime): .information
        case (.close, .information), (.close, .privateTime), (.close, .presented): .privateTime
        case (.present, .privateTime): .presented(draft)
        case (.present, .presented): .presented(text)
        case (.stop, .proposed), (.stop, .wanted), (.stop, .prepared), (.stop, .information), (.stop, .privateTime),
            (.stop, .presented), (.stop, .stopped):
            .stopped(at: now)
        default: nil
        }
    }

    /// What others than the owner may do, and only there.
    static func may(_ move: ConferenceMove, _ chair: Conference.Chair, _ state: Conference.State) -> Bool {
        switch chair {
        case .owner: true
        case .coordinator:
            switch state {
            case .wanted, .prepared, .information: [.want, .prepare, .inform, .close].contains(move)
            case .privateTime: move == .close
            default: false
            }
        case .family:
            switch state {
            case .information: move == .close || move == .inform
            case .privateTime, .presented: [.inform, .close, .present].contains(move)
            default: false
            }
        case .professional: false
        }
    }

    @Test(arguments: ConferenceMove.allCases, states)
    func `every move from every state of a conference goes where the life cycle says, or is refused in words`(
        move: ConferenceMove, state: Conference.State
    ) throws {
        for chair in Self.chairs {
            let conference = Self.conference(state)
            if !Self.may(move, chair, state) {
                let refusal: ConferenceRefusal = move == .decline || move == .stop ? .onlyOwnerDecides : .notYours
                #expect(throws: refusal) {
                    try conference.moved(by: move, from: chair, with: Self.ready, at: Self.now)
                }
            } else if let next = Self.destination(move, state) {
                let moved = try conference.moved(by: move, from: chair, with: Self.ready, at: Self.now)
                #expect(moved.state == next)
                // Twice is once.
                if Self.may(move, chair, next) {
                    let again = try moved.moved(by: move, from: chair, with: Self.ready, at: Self.now)
                    #expect(again.state == next)
                } else {
                    Issue.record("a double click of \(move) from \(chair) at \(state) is refused")
                }
            } else {
                #expect(throws: ConferenceRefusal.changedMeanwhile(state)) {
                    try conference.moved(by: move, from: chair, with: Self.ready, at: Self.now)
                }
            }
        }
    }

    @Test func `it is prepared when it is known when and where, and one of her own people comes`() throws {
        let nobody = ConferenceReadiness(family: 0, plan: nil)
        #expect(throws: ConferenceRefusal.notReady) {
            try Self.conference(.wanted).moved(by: .prepare, from: .owner, with: nobody, at: Self.now)
        }
        #expect(throws: ConferenceRefusal.notReady) {
            try Self.conference(.wanted, isArranged: false)
                .moved(by: .prepare, from: .coordinator, with: Self.ready, at: Self.now)
        }
        #expect(throws: ConferenceRefusal.noPlan) {
            try Self.conference(.privateTime)
                .moved(by: .present, from: .owner, with: ConferenceReadiness(family: 1, plan: nil), at: Self.now)
        }
    }

    @Test(arguments: states)
    func `who may write what, in each state and from each chair`(state: Conference.State) {
        let conference = Self.conference(state)
        let before = [.wanted, .prepared, .information].contains(state)
        let isLying =
            switch state {
            case .presented, .confirmed: true
            default: false
            }
        for chair in Self.chairs {
            let isProfessional = chair == Self.chairs[3] || chair == Self.chairs[4]
            #expect(conference.mayWrite(.information, from: chair) == (before && chair != Self.chairs[4]))
            for kind in [ConferenceText.Kind.amongOurselves, .plan] {
                #expect(conference.mayWrite(kind, from: chair) == (state == .privateTime && chair.isFamily))
            }
            #expect(conference.mayWrite(.safety, from: chair) == (isLying && isProfessional))
        }
    }

    @Test func `a chair follows from an invitation, and an account is never family or coordinator`() {
        func agreement(_ part: SharingAgreement.Part, _ holder: SharingAgreement.Holder) -> SharingAgreement {
            SharingAgreement(
                id: Self.chance.identifier(at: Self.now), plan: Self.plan.id, household: Self.plan.household,
                part: part, holder: holder, level: .read, role: nil, from: Self.now,
                until: Self.now.day.adding(days: 9), state: .given, claimedAt: Self.now)
        }
        func seat(_ holder: Seat.Holder, _ agreements: [SharingAgreement], all: Bool) -> Seat {
            Seat.example(
                plan: Self.plan, area: Self.chance.identifier(at: Self.now), holder: holder,
                sees: all ? .everything : .parts(domains: [], steps: []), agreements: agreements)
        }
        let conference = Self.conference(.privateTime)
        let guest = Seat.Holder.guest(Self.sister, name: "Laila")
        let account = Seat.Holder.account(Self.worker, level: .contact)
        let toIt = SharingAgreement.Part.conference(Self.id)
        let toAnother = SharingAgreement.Part.conference(Self.chance.identifier(at: Self.now))
        #expect(conference.chair(of: seat(.owner(Self.owner), [], all: true)) == .owner)
        // At the table for everything, and not invited.
        #expect(conference.chair(of: seat(guest, [agreement(.plan, .tie(Self.sister))], all: true)) == nil)
        #expect(conference.chair(of: seat(guest, [agreement(toAnother, .tie(Self.sister))], all: false)) == nil)
        #expect(
            conference.chair(of: seat(guest, [agreement(toIt, .tie(Self.sister))], all: false)) == .family(Self.sister))
        let prepares = Seat.Holder.guest(Self.coordinator, name: "Noor")
        #expect(
            conference.chair(of: seat(prepares, [agreement(toIt, .tie(Self.coordinator))], all: false)) == .coordinator)
        #expect(
            conference.chair(of: seat(account, [agreement(toIt, .account(Self.worker.id))], all: false))
                == .professional(Self.worker.id, isInvited: true))
        #expect(conference.chair(of: seat(account, [], all: true)) == .professional(Self.worker.id, isInvited: false))
        #expect(conference.chair(of: seat(account, [], all: false)) == nil)
    }

    @Test(arguments: [
        ("2025-03-03", "2025-06-03"), ("2025-11-30", "2026-03-02"), ("2027-11-29", "2028-02-29"),
        ("2025-12-31", "2026-03-31"), ("2025-10-01", "2026-01-01"),
    ])
    func `the family looks back three months later, by the calendar`(day: String, later: String) throws {
        let confirmed = try #require(Day(day))
        #expect(Conference.lookBackDay(after: confirmed).text == later)
    }
}
