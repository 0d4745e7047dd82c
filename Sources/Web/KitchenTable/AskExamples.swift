import Domain

/// A table where the team asks whether a colleague may look in.
extension PlanExamples {
    static let rashid = Account(
        id: Account.ID(high: 5, low: 9), role: .specialist, name: "Rashid Amrani", phone: "0123 45 67 12",
        background: "schulden", team: Area.example.team, hasPhoto: false)

    /// About money, and about everything: for that it is too late.
    static let asked = asking(at: takingPart)
    /// The same from the chair of who asked.
    static let askedByMe = asking(at: fromContact)

    private static func asking(at view: PlanView) -> PlanView {
        PlanView(
            seat: view.seat, owner: view.owner, contact: view.contact, area: view.area, team: view.team,
            question: nil, stories: view.stories, domains: view.domains, steps: view.steps, table: view.table,
            today: view.today,
            requests: [
                request(1, .domain(view.domains[0].id), until: today.adding(days: 89), of: view.seat.plan),
                request(2, .plan, until: today.adding(days: -1), of: view.seat.plan),
            ])
    }

    private static func request(
        _ number: UInt64, _ part: SharingAgreement.Part, until: Day, of plan: Plan
    ) -> SharingRequest {
        SharingRequest(
            id: SharingRequest.ID(high: 16, low: number), plan: plan.id, household: plan.household, account: rashid,
            part: part, until: until, reason: "Hij weet hoe de schuld kan wachten. Dan slaapt u misschien weer.",
            asker: .example, askedAt: now.adding(days: -2), state: .asked, version: 1)
    }
}
