/// A worry about somebody's safety (*veiligheidsspoor*), along the five steps of the reporting code (*meldcode*,
/// Besluit verplichte meldcode art. 2). It lies outside the plan (I3): in a vault of its own, with its own key,
/// its own journal and its own term, and only those who were named know that it is there (ADR 0018).
public struct SafetyTrack: Sendable, Identifiable {
    public typealias ID = Identifier<SafetyTrack>

    /// The five steps.
    public enum Stage: String, Sendable, CaseIterable {
        case signals, consult, talk, weigh, decide

        /// 1 to 5.
        public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

        public var next: Stage? { Self.allCases.first { $0.number == number + 1 } }
    }

    public enum Ending: String, Sendable, CaseIterable {
        /// There was no ground for it. Nothing of it stays.
        case nothingKept
        /// *Gemeld* at Veilig Thuis.
        case reported
        /// Help was given, and it is safe enough now.
        case safe
    }

    public enum State: Hashable, Sendable {
        case at(Stage)
        /// Help was decided upon; on this day the worker looks whether it is safe.
        case following(lookBack: Day)
        case closed(Ending, at: Instant)

        public var isOpen: Bool { closedAt == nil }
        public var closedAt: Instant? { if case .closed(_, let at) = self { at } else { nil } }
    }

    /// What step five can come to, and what a look back can.
    public enum Decision: Hashable, Sendable {
        case keepNothing
        case follow(lookBack: Day)
        /// To Veilig Thuis; with a day when the worker stays involved and looks back.
        case report(lookBack: Day?)
        case safe
    }

    /// What became of the plan it began at. The track outlives it.
    public enum PlanFate: String, Sendable, CaseIterable {
        case goesOn, stopped, erased
    }

    public let id: ID
    /// The vault: a household row of its own, so that key, journal and erasing are its own too.
    public let household: Household.ID
    public let area: Area.ID
    /// Where it began.
    public let plan: Plan.ID
    /// Who it is about, in the worker's words.
    public let about: String
    public let openedAt: Instant
    /// Who has to take the next step.
    public let responsible: Account
    public let state: State
    /// When the resident was last told; `nil` as long as a reason stands why not.
    public let toldAt: Instant?
    public let planFate: PlanFate
    public let planFateAt: Instant?
    /// The day on which everything of it goes.
    public let eraseDay: Day?
    public let version: Int64

    public init(
        id: ID, household: Household.ID, area: Area.ID, plan: Plan.ID, about: String, openedAt: Instant,
        responsible: Account, state: State, toldAt: Instant? = nil, planFate: PlanFate = .goesOn,
        planFateAt: Instant? = nil, eraseDay: Day? = nil, version: Int64 = 1
    ) {
        self.id = id
        self.household = household
        self.area = area
        self.plan = plan
        self.about = about
        self.openedAt = openedAt
        self.responsible = responsible
        self.state = state
        self.toldAt = toldAt
        self.planFate = planFate
        self.planFateAt = planFateAt
        self.eraseDay = eraseDay
        self.version = version
    }

    public var vault: SafetyVault { SafetyVault(track: id, household: household) }

    /// The longest until the worker looks back, in days: three months.
    public static let longestFollow = 91

    func moved(to state: State) -> SafetyTrack {
        var day = eraseDay
        if case .closed(let ending, let at) = state { day = ending.eraseDay(closedOn: at.day) }
        return changed(state: state, responsible: responsible, toldAt: toldAt, eraseDay: day)
    }

    func told(at now: Instant) -> SafetyTrack {
        changed(state: state, responsible: responsible, toldAt: now, eraseDay: eraseDay)
    }

    func handed(to account: Account) -> SafetyTrack {
        changed(state: state, responsible: account, toldAt: toldAt, eraseDay: eraseDay)
    }

    private func changed(
        state: State, responsible: Account, toldAt: Instant?, eraseDay: Day?
    ) -> SafetyTrack {
        SafetyTrack(
            id: id, household: household, area: area, plan: plan, about: about, openedAt: openedAt,
            responsible: responsible, state: state, toldAt: toldAt, planFate: planFate, planFateAt: planFateAt,
            eraseDay: eraseDay, version: version)
    }
}

/// Where a track is kept, without a word of it.
public struct SafetyVault: Sendable, Hashable {
    public let track: SafetyTrack.ID
    public let household: Household.ID

    public init(track: SafetyTrack.ID, household: Household.ID) {
        self.track = track
        self.household = household
    }
}

extension SafetyTrack.Ending {
    /// How long it stays: fifteen years (Wmo 2015, art. 5.3.4). What had no ground goes after two weeks in which
    /// the worker can still read it back: an unfounded worry does not follow a family for fifteen years.
    public func eraseDay(closedOn day: Day) -> Day {
        switch self {
        case .nothingKept: return day.adding(days: erasureReflectionDays)
        case .reported, .safe:
            let (year, month, number) = day.parts
            // 29 February of a year that has none is 1 March.
            return Day(year: year + 15, month: month, day: number)
        }
    }
}

// MARK: - The life cycle (`domain.md` §4)

extension SafetyTrack.State {
    /// A step is taken, or left out with a reason. The fifth ends with a decision alone.
    public func after(_ stage: SafetyTrack.Stage) throws(SafetyRefusal) -> SafetyTrack.State {
        guard self == .at(stage), let next = stage.next else { throw .elsewhere(self) }
        return .at(next)
    }

    /// Acute: straight to the decision.
    public func hurried() throws(SafetyRefusal) -> SafetyTrack.State {
        guard case .at(let stage) = self, stage != .decide else { throw .elsewhere(self) }
        return .at(.decide)
    }

    /// - Parameter now: its day is the first from which a look back can be planned.
    public func decided(
        _ decision: SafetyTrack.Decision, at now: Instant
    ) throws(SafetyRefusal) -> SafetyTrack.State {
        switch (self, decision) {
        case (.at(.decide), .keepNothing): return .closed(.nothingKept, at: now)
        case (.following, .safe): return .closed(.safe, at: now)
        case (.at(.decide), .report(nil)), (.following, .report(nil)): return .closed(.reported, at: now)
        case (.at(.decide), .follow(let day)), (.following, .follow(let day)),
            (.at(.decide), .report(let day?)), (.following, .report(let day?)):
            let latest = now.day.adding(days: SafetyTrack.longestFollow)
            guard day > now.day, day <= latest else { throw .lookBackOutOfReach(latest: latest) }
            return .following(lookBack: day)
        case (.at(.decide), .safe), (.following, .keepNothing): throw .notADecisionHere
        default: throw .elsewhere(self)
        }
    }
}

/// Why nothing happened to a track.
public enum SafetyRefusal: Error, Equatable, Sendable {
    /// No such track, or she does not know of it: the answer is the same (404).
    case unknown
    /// A role that has no road to persons at all (403).
    case noRoad
    /// She knows of one at this plan that is open.
    case alreadyOpen(SafetyTrack.ID)
    /// She reads it; somebody else takes the steps.
    case notResponsible(name: String, phone: String)
    /// It is not at that step (any more).
    case elsewhere(SafetyTrack.State)
    /// Nothing was kept back to follow yet, or help was followed already.
    case notADecisionHere
    case lookBackOutOfReach(latest: Day)
    /// There is no plan any more on which the resident could read it.
    case planErased
    /// Nobody who takes up questions.
    case notAColleague
    /// Who has to take the next step knows of it, until she hands it over.
    case mustHandOver
}
