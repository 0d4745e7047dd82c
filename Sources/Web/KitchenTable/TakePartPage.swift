import Domain
import Hummingbird

/// From a plan: what the neighbourhood asks for, to pick one as a step (R-049).
struct TakePartPage: Page {
    let frame: Frame
    let found: TakePartView

    private var t: Catalogue { frame.t }
    private var view: PlanView { found.view }
    private var plan: Plan.ID { view.seat.plan.id }

    var html: HTML {
        frame.document(
            t[.takePartPick],
            """
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(t[.takePartPick])</h1><p>\(t[view.seat.isOwner ? .takePartStays : .takePartStaysTeam])</p>
            \(OpeningGroups(frame: frame, openings: found.openings, deeds: pick).html)
            \(otherwise)
            """)
    }

    private func pick(_ opening: Opening) -> HTML {
        if found.isTaken(opening) { return "<span class=\"tag street\">\(t[.takePartTaken])</span>" }
        return """
            <form method="post" action="\(Path.takePart(plan))">\(frame.marksOnce)<input type="hidden" name="plek" value="\(opening.id.text)">\(about)<button class="button">\(t[view.seat.isOwner ? .takePartDo : .takePartPropose])<span class="unseen">: \(opening.words)</span></button></form>
            """
    }

    /// Who sees one subject proposes within it.
    private var about: HTML {
        guard view.seat.sees != .everything, let domain = view.domains.first else { return "" }
        return "<input type=\"hidden\" name=\"onderwerp\" value=\"\(domain.id.text)\">"
    }

    /// Never a dead end: a step of one's own, or somebody who looks along.
    private var otherwise: HTML {
        """
        <div class="card"><p>\(t[found.openings.isEmpty && view.seat.isOwner ? .takePartNone : .takePartElse])</p>
        <p class="row"><a class="button quiet" href="\(Path.steps(plan))">\(t[view.seat.isOwner ? .addStep : .proposeStep])</a>\(view.seat.isOwner ? "<a class=\"button quiet\" href=\"\(Path.call(view.team.phone))\">\(t(.callNumber, ["nummer": view.team.phone]))</a>" as HTML : "<a href=\"\(Path.takePart(in: view.area))\">\(t[.openingAdd])</a>" as HTML)</p></div>
        """
    }

    static func examples(in frame: Frame) -> [TakePartPage] {
        let some = [OpeningExamples.grill, OpeningExamples.bikes]
        return [
            TakePartView(view: PlanExamples.takingPart, openings: some),
            TakePartView(view: PlanExamples.running, openings: []),
            TakePartView(view: PlanExamples.fromContact, openings: some),
        ].map { TakePartPage(frame: frame.at($0.view), found: $0) }
    }
}

/// Picking something to take part in, at somebody's table.
struct TakePartRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/meedoen", use: page)
        router.post("/plannen/:plan/meedoen", use: pick)
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let found = try await house.act(visit, at: plan) { occasion, records in
            try readTakePart(at: plan, on: occasion, records: records)
        }
        return house.answer(TakePartPage(frame: house.frame(visit, of: found.view), found: found), visit)
    }

    @Sendable func pick(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        guard let opening = Opening.ID(form["plek"]) else { throw Refused(.badRequest, .refusedEncoding) }
        let domain = try form.optionalID("onderwerp", of: LifeDomain.self)
        try await house.act(visit, at: plan) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let step = try takePart(in: opening, about: domain, at: plan, on: occasion, records: records)
                return (step.text, try records.plans.header(of: plan).household)
            }
        }
        return house.seeOther(.plan(plan))
    }
}
