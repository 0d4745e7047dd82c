import Domain

/// A made-up team, for the gallery and the snapshots.
enum TeamExamples {
    private static let asked = Instant.start(of: PlanExamples.today.adding(days: -9))

    private static func question(_ number: UInt64, daysAgo: Int, _ words: String?, isSpoken: Bool = false)
        -> WaitingQuestion
    {
        WaitingQuestion(
            question: Question(
                id: Question.ID(high: 20, low: number), plan: PlanExamples.planID,
                household: Household.ID(high: 2, low: number), area: Area.example.id, team: Area.example.team,
                askedAt: Instant.start(of: PlanExamples.today.adding(days: -daysAgo)), state: .waiting, version: 1),
            areaName: "Oosterhof", words: words, isSpoken: isSpoken)
    }

    static let waiting = WaitingList(
        questions: [
            question(1, daysAgo: 9, "Mijn vader wordt vergeetachtig en ik woon ver weg."),
            question(2, daysAgo: 0, "De stroom is afgesloten."), question(3, daysAgo: 0, nil, isSpoken: true),
            question(4, daysAgo: 0, nil),
        ], total: 4, goesOn: false)

    static let plans = OwnPlans(
        plans: [
            SharedPlan(
                plan: PlanExamples.running.seat.plan, agreement: PlanExamples.fromContact.seat.agreements[0],
                ownerName: "Samira", openSteps: 3),
            SharedPlan(
                plan: PlanExamples.running.seat.plan, agreement: PlanExamples.fromContact.seat.agreements[0],
                ownerName: nil, openSteps: 1),
        ], next: nil)

    static let lead = Account(
        id: Account.ID(high: 5, low: 6), role: .teamLead, name: "Bram Postma", phone: "0123 45 67 02",
        background: "", team: Area.example.team, hasPhoto: false)

    private static func notice(_ number: UInt64, _ kind: Notice.Kind, for reader: Notice.Reader) -> Notice {
        Notice(
            id: Notice.ID(high: 21, low: number), kind: kind, plan: PlanExamples.planID,
            household: Household.ID(high: 2, low: 2), for: reader,
            madeAt: Instant.start(of: PlanExamples.today.adding(days: -Int(number))))
    }

    static let notices = [
        notice(0, .triedAndFailed, for: .account(Account.example.id)),
        notice(2, .planStopped, for: .account(Account.example.id)),
    ]
    static let forLead = [notice(1, .otherContactAsked, for: .team(Area.example.team))]

    static let load = TeamLoad(
        team: Team(id: Area.example.team, name: "Team Oosterhof", phone: "0123 45 67 89"),
        workers: [WorkerLoad(account: .example, plans: 12)],
        waiting: WaitingList(
            questions: [question(1, daysAgo: 9, nil), question(2, daysAgo: 0, nil)], total: 2, goesOn: false))
}
