/// What a member of a team sees of the questions that wait, the oldest on top.
public struct WaitingList: Sendable {
    public let questions: [WaitingQuestion]
    public let total: Int
    /// Whether there are more after the last one.
    public let goesOn: Bool

    public init(questions: [WaitingQuestion], total: Int, goesOn: Bool) {
        self.questions = questions
        self.total = total
        self.goesOn = goesOn
    }
}

/// The questions waiting for the actor's team, from just after `after`. Each sentence shown is a read
/// of somebody's words and is written in her journal.
public func waitingQuestions(
    after: Question.ID?, limit: Int = 20, on occasion: Occasion, records: some Records
) throws(any Error) -> WaitingList? {
    guard let account = occasion.actor.account, let team = account.team else { return nil }
    let listing = QuestionPermission.listed(for: account)
    guard listing != .nothing else { return nil }
    let start = try after.flatMap { try records.questions.find($0) }
    let found = try records.questions.waiting(
        for: team, withWords: listing == .withWords, after: start, limit: limit + 1)
    let shown = Array(found.prefix(limit))
    if listing == .withWords {
        for item in shown {
            let plan = try records.plans.header(of: item.question.plan)
            try records.journal.append(.byAccount(account, .questionRead, on: plan, occasion: occasion))
        }
    }
    return WaitingList(
        questions: shown, total: try records.questions.countWaiting(for: team), goesOn: found.count > limit)
}
