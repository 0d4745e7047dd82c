/// What a resident brings to the one front door (*vraag*, R-031): one sentence, no category.
public struct Question: Sendable, Identifiable {
    public typealias ID = Identifier<Question>

    public enum State: Hashable, Sendable {
        case waiting
        case accepted(by: Account.ID, at: Instant)
        /// She took it back before anybody took it up.
        case withdrawn(at: Instant)
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let area: Area.ID
    public let team: Team.ID
    public let askedAt: Instant
    public let state: State
    /// Counts changes; two who change at once do not both win.
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, area: Area.ID, team: Team.ID, askedAt: Instant,
        state: State, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.area = area
        self.team = team
        self.askedAt = askedAt
        self.state = state
        self.version = version
    }

    /// How many days the question waits without a name: whole calendar days, 0 on the day itself.
    public func daysWaiting(on today: Day) -> Int { max(0, today.days(since: askedAt.day)) }

    func moved(to state: State) -> Question {
        Question(
            id: id, plan: plan, household: household, area: area, team: team, askedAt: askedAt, state: state,
            version: version)
    }
}

/// One line of the list of waiting questions, as the team that may take it up sees it.
public struct WaitingQuestion: Sendable {
    public let question: Question
    public let areaName: String
    /// Her own sentence; `nil` for who may see the age and nothing else (team lead).
    public let words: String?
    /// Whether there is something to hear for who takes it up; never told with the age alone.
    public let isSpoken: Bool

    public init(question: Question, areaName: String, words: String?, isSpoken: Bool = false) {
        self.isSpoken = isSpoken
        self.question = question
        self.areaName = areaName
        self.words = words
    }
}

public protocol QuestionRecords {
    func insert(_ question: Question) throws
    func find(_ id: Question.ID) throws -> Question?
    /// The newest question of a plan, waiting or not.
    func latest(of plan: Plan.ID) throws -> Question?
    /// The oldest first, from just after `after`.
    func waiting(for team: Team.ID, withWords: Bool, after: Question?, limit: Int) throws -> [WaitingQuestion]
    func countWaiting(for team: Team.ID) throws -> Int
    /// Writes the state, when nobody else did since it was read.
    func update(_ question: Question) throws
}
