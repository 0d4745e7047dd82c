import Domain
import Hummingbird

/// The plan as a whole: where it can go on to, and word to who has to know.
struct WayRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/verder", use: ways)
        for move in PlanMove.allCases {
            router.post("/plannen/:plan/\(move.noun)") { request, context in
                try await self.move(move, request, context)
            }
        }
        router.post("/plannen/:plan/andere-contactpersoon", use: askAnother)
        router.post("/berichten/:bericht/gezien", use: seen)
        router.post("/berichten/:bericht/opvolger", use: successor)
    }

    @Sendable func ways(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let (view, asked) = try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, on: occasion, records: records)
            guard view.seat.decidesAll else { throw SeatRefusal.onlyOwner }
            return (view, try records.notices.open(.otherContactAsked, about: plan) != nil)
        }
        let page = WaysPage(frame: house.frame(visit, of: view), view: view, hasAskedForAnother: asked)
        return house.answer(page, visit)
    }

    private func move(_ move: PlanMove, _ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let words = reader.optionalWords("woorden", move.room)
        if let fault = reader.faults["woorden"] { throw Refused(.unprocessableContent, .saidAsIs, [("tekst", fault)]) }
        try await house.act(visit, at: plan) { occasion, records in
            try movePlan(plan, by: move, words: words, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func askAnother(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try askForAnotherContact(at: plan, on: occasion, records: records)
        }
        return house.seeOther(.ways(plan))
    }

    @Sendable func seen(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let notice: Notice.ID = try context.id("bericht")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit) { occasion, records in
            try finishNotice(notice, on: occasion, records: records)
        }
        return house.seeOther(.today)
    }

    @Sendable func successor(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let notice: Notice.ID = try context.id("bericht")
        let form = try await Form.read(request, context, visit, house: house)
        let worker = Account.ID(form["medewerker"])
        try await house.act(visit) { occasion, records in
            // Whose notice it is comes first: who may not see it learns nothing from a wrong name.
            try nameSuccessor(notice, to: worker ?? Account.ID(high: 0, low: 0), on: occasion, records: records)
        }
        return house.seeOther(.load)
    }
}
