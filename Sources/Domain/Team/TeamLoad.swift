/// What a team lead sees on Monday morning: load and age, never content (D6).
public struct TeamLoad: Sendable {
    public let team: Team
    public let workers: [WorkerLoad]
    public let waiting: WaitingList

    public init(team: Team, workers: [WorkerLoad], waiting: WaitingList) {
        self.team = team
        self.workers = workers
        self.waiting = waiting
    }
}

/// - Returns: `nil` for everyone but the lead of a team.
public func teamLoad(on occasion: Occasion, records: some Records) throws -> TeamLoad? {
    guard let lead = occasion.actor.account, lead.role == .teamLead, let id = lead.team,
        let team = try records.teams.find(id),
        let waiting = try waitingQuestions(after: nil, limit: 50, on: occasion, records: records)
    else { return nil }
    return TeamLoad(
        team: team, workers: try records.accounts.load(of: id, on: occasion.today), waiting: waiting)
}
