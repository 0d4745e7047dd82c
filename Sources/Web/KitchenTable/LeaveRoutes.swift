import Domain
import Hummingbird

/// Taking a plan along, and erasing it.
struct LeaveRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/meenemen", use: leave)
        router.get("/plannen/:plan/papier", use: paper)
        router.get("/plannen/:plan/bestand", use: file)
        router.post("/plannen/:plan/wissing", use: erase)
        router.post("/plannen/:plan/wissing/intrekking", use: keep)
        router.get("/gewist", use: erased)
    }

    @Sendable func leave(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view = try await read(context, visit, as: .planRead)
        return house.answer(LeavePage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func paper(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view = try await read(context, visit, as: .planTakenAlong)
        return house.answer(PaperPage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func file(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let taken = try await house.act(visit, at: plan) { occasion, records in
            try takeAlong(plan, on: occasion, records: records)
        }
        var response = house.json(TakenPlanBody(taken, at: house.clock()))
        response.headers[.contentDisposition] = "attachment; filename=\"mijn-plan-\(taken.view.today.text).json\""
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable func erase(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let moments: [String: ErasureMoment] = ["nu": .now, "later": .afterReflection]
        let moment = moments[form["wanneer"]]
        if moment == nil { reader.add(t[.faultEraseWhen], to: "wanneer") }
        if form["begrepen"] != "ja" { reader.add(t[.faultUnderstood], to: "begrepen") }
        guard let moment, reader.faults.isEmpty else {
            let view = try await read(context, visit, as: .planRead)
            let page = LeavePage(
                frame: house.frame(visit, of: view), view: view, moment: form["wanneer"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try await house.act(visit, at: plan) { occasion, records in
            try askErasure(of: plan, moment, on: occasion, records: records)
        }
        return house.seeOther(moment == .now ? .erased : .plan(plan))
    }

    @Sendable func keep(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try withdrawErasure(of: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func erased(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(ErasedPage(frame: house.frame(visit)), visit)
    }

    private func read(
        _ context: HouseContext, _ visit: Visit, as event: JournalEntry.Event
    ) async throws -> PlanView {
        let plan: Plan.ID = try context.id("plan")
        return try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, as: event, on: occasion, records: records)
            try view.seat.requireOwner()
            return view
        }
    }
}
