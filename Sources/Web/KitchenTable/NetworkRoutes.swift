import Domain
import Hummingbird

/// The people around her: who is in it now, what they can carry, and what she gives herself.
struct NetworkRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/naasten/:naaste", use: tie)
        for move in TieMove.allCases {
            router.post("/plannen/:plan/naasten/:naaste/\(move.noun)") { request, context in
                try await self.move(move, request, context)
            }
        }
        router.post("/plannen/:plan/volhouden", use: tellLimit)
        router.post("/plannen/:plan/wederkerigheid", use: tellGiving)
    }

    @Sendable func tie(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let id: NetworkTie.ID = try context.id("naaste")
        let (view, tie) = try await house.act(visit, at: plan) { occasion, records in
            try readTie(id, at: plan, on: occasion, records: records)
        }
        return house.answer(TiePage(frame: house.frame(visit, of: view), view: view, tie: tie), visit)
    }

    private func move(_ move: TieMove, _ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let id: NetworkTie.ID = try context.id("naaste")
        let words = try await words("tekst", request, context, visit)
        try await house.act(visit, at: plan) { occasion, records in
            try moveTie(id, by: move, words: words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.table(plan))
    }

    @Sendable func tellLimit(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let words = try await words("volhouden", request, context, visit)
        try await house.act(visit, at: plan) { occasion, records in
            try Domain.tellLimit(words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func tellGiving(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let words = try await words("tekst", request, context, visit)
        try await house.act(visit, at: plan) { occasion, records in
            try Domain.tellGiving(words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.table(plan))
    }

    /// The one field of these forms; it may stay empty.
    private func words(
        _ field: String, _ request: Request, _ context: HouseContext, _ visit: Visit
    ) async throws -> Words? {
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let words = reader.optionalWords(field, .sentence)
        if let fault = reader.faults[field] { throw Refused(.unprocessableContent, .saidAsIs, [("tekst", fault)]) }
        return words
    }
}
