import Domain
import Testing

/// The life cycle of a worry about safety (`domain.md` §4): every move from every state.
@Suite struct SafetyTrackTests {
    typealias State = SafetyTrack.State

    /// Monday 3 March 2025, about noon.
    static let now = Instant.start(of: Day(year: 2025, month: 3, day: 3)).adding(hours: 12)
    static let soon = now.day.adding(days: 14)
    static let states: [State] =
        SafetyTrack.Stage.allCases.map { .at($0) } + [.following(lookBack: soon)]
        + SafetyTrack.Ending.allCases.map { .closed($0, at: now) }

    @Test(arguments: states, SafetyTrack.Stage.allCases)
    func `a step is taken only where the track is, and the fifth ends with a decision alone`(
        state: State, stage: SafetyTrack.Stage
    ) throws {
        let next: [SafetyTrack.Stage: SafetyTrack.Stage] = [
            .signals: .consult, .consult: .talk, .talk: .weigh, .weigh: .decide,
        ]
        if state == .at(stage), let after = next[stage] {
            #expect(try state.after(stage) == .at(after))
        } else {
            #expect(throws: SafetyRefusal.elsewhere(state)) { try state.after(stage) }
        }
    }

    @Test(arguments: states)
    func `what is acute goes straight to the decision, from each step before it`(state: State) throws {
        switch state {
        case .at(.signals), .at(.consult), .at(.talk), .at(.weigh): #expect(try state.hurried() == .at(.decide))
        default: #expect(throws: SafetyRefusal.elsewhere(state)) { try state.hurried() }
        }
    }

    static let decisions: [SafetyTrack.Decision] = [
        .keepNothing, .follow(lookBack: soon), .report(lookBack: nil), .report(lookBack: soon), .safe,
    ]

    @Test(arguments: states, decisions)
    func `a decision leads where the reporting code says, or nowhere`(
        state: State, decision: SafetyTrack.Decision
    ) throws {
        let deciding: [SafetyTrack.Decision: State] = [
            .keepNothing: .closed(.nothingKept, at: Self.now),
            .follow(lookBack: Self.soon): .following(lookBack: Self.soon),
            .report(lookBack: nil): .closed(.reported, at: Self.now),
            .report(lookBack: Self.soon): .following(lookBack: Self.soon),
        ]
        var following = deciding
        following[.keepNothing] = nil
        following[.safe] = .closed(.safe, at: Self.now)
        switch state {
        case .at(.decide):
            if let next = deciding[decision] {
                #expect(try state.decided(decision, at: Self.now) == next)
            } else {
                #expect(throws: SafetyRefusal.notADecisionHere) { try state.decided(decision, at: Self.now) }
            }
        case .following:
            if let next = following[decision] {
                #expect(try state.decided(decision, at: Self.now) == next)
            } else {
                #expect(throws: SafetyRefusal.notADecisionHere) { try state.decided(decision, at: Self.now) }
            }
        case .at, .closed:
            #expect(throws: SafetyRefusal.elsewhere(state)) { try state.decided(decision, at: Self.now) }
        }
    }

    @Test func `a look back is from tomorrow, and at most three months away`() throws {
        let latest = Self.now.day.adding(days: SafetyTrack.longestFollow)
        for day in [Self.now.day.adding(days: -1), Self.now.day, latest.adding(days: 1)] {
            #expect(throws: SafetyRefusal.lookBackOutOfReach(latest: latest)) {
                try State.at(.decide).decided(.follow(lookBack: day), at: Self.now)
            }
            #expect(throws: SafetyRefusal.lookBackOutOfReach(latest: latest)) {
                try State.following(lookBack: day).decided(.report(lookBack: day), at: Self.now)
            }
        }
        for day in [Self.now.day.adding(days: 1), latest] {
            #expect(try State.at(.decide).decided(.follow(lookBack: day), at: Self.now) == .following(lookBack: day))
        }
    }

    @Test func `what had no ground stays two weeks, and anything else fifteen years`() {
        let leapDay = Day(year: 2028, month: 2, day: 29)
        #expect(SafetyTrack.Ending.nothingKept.eraseDay(closedOn: leapDay) == leapDay.adding(days: 14))
        for ending in [SafetyTrack.Ending.reported, .safe] {
            #expect(ending.eraseDay(closedOn: leapDay) == Day(year: 2043, month: 3, day: 1))
            #expect(ending.eraseDay(closedOn: Self.now.day) == Day(year: 2040, month: 3, day: 3))
        }
    }

    @Test func `there are five steps, in the order of the law`() {
        #expect(SafetyTrack.Stage.allCases.map(\.number) == [1, 2, 3, 4, 5])
        #expect(SafetyTrack.Stage.decide.next == nil)
        #expect(SafetyConsideration.allCases.count == 5)
    }

    @Test func `a worry that is closed stays readable for a month`() {
        func worry(closed days: Int?) -> ToldWorry {
            ToldWorry(
                track: SafetyTrack.ID(high: 1, low: 1),
                worker: Account(
                    id: Account.ID(high: 1, low: 2), role: .generalist, name: "Femke", phone: "1", background: "",
                    team: nil, hasPhoto: false), stage: .talk, words: "Ik maak me zorgen.", at: Self.now,
                closedAt: days.map { Self.now.adding(days: -$0) })
        }
        #expect(worry(closed: nil).isShown(on: Self.now.day))
        #expect(worry(closed: 30).isShown(on: Self.now.day))
        #expect(!worry(closed: 31).isShown(on: Self.now.day))
    }
}
