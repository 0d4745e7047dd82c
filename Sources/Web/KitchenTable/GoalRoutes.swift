import Domain
import Hummingbird

/// Goals: setting, proposing, answering, measuring.
struct GoalRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/doelen", use: goals)
        router.post("/plannen/:plan/doelen", use: set)
        router.get("/plannen/:plan/doelen/:doel", use: goal)
        router.post("/plannen/:plan/doelen/:doel/teksten", use: reword)
        router.post("/plannen/:plan/doelen/:doel/metingen", use: measure)
        for answer in ProposalAnswer.allCases {
            router.post("/plannen/:plan/doelen/:doel/teksten/:tekst/\(answer.noun)") { request, context in
                try await self.answer(answer, request, context)
            }
        }
        for state in Goal.State.allCases {
            router.post("/plannen/:plan/doelen/:doel/\(state.noun)") { request, context in
                try await self.end(state, request, context)
            }
        }
    }

    @Sendable func goals(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let goals = try await read(context, visit)
        return house.answer(GoalsPage(frame: house.frame(visit, of: goals.view), goals: goals), visit)
    }

    @Sendable func goal(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (goals, goal) = try await readOne(context, visit)
        return house.answer(GoalPage(frame: house.frame(visit, of: goals.view), goals: goals, goal: goal), visit)
    }

    @Sendable func set(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let words = reader.words("woorden", .sentence, ifEmpty: .faultEmpty) else {
            let goals = try await read(context, visit)
            let page = GoalsPage(
                frame: house.frame(visit, of: goals.view), goals: goals, words: form["woorden"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        let domain = try form.optionalID("onderwerp", of: LifeDomain.self)
        try await house.act(visit, at: plan) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let id = try setGoal(words, about: domain, at: plan, on: occasion, records: records)
                return (id.text, try records.plans.header(of: plan).household)
            }
        }
        return house.seeOther(.goals(plan))
    }

    @Sendable func reword(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let goal: Goal.ID = try context.id("doel")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let words = reader.words("woorden", .sentence, ifEmpty: .faultEmpty) else {
            return try await again(context, visit, words: form["woorden"], faults: reader.faults)
        }
        try await house.act(visit, at: plan) { occasion, records in
            _ = try rewordGoal(goal, words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.goal(plan, goal))
    }

    @Sendable func measure(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let goal: Goal.ID = try context.id("doel")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let value = Int(form["stand"]).flatMap { Measurement.scale.contains($0) ? $0 : nil }
        if value == nil { reader.add(t[.measureFault], to: "stand") }
        let said = reader.optionalWords("zin", .sentence)
        guard let value, reader.faults.isEmpty else {
            return try await again(context, visit, said: form["zin"], faults: reader.faults)
        }
        try await house.act(visit, at: plan) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let id = try Domain.measure(goal, at: value, words: said, in: plan, on: occasion, records: records)
                return (id.text, try records.plans.header(of: plan).household)
            }
        }
        return house.seeOther(.goal(plan, goal))
    }

    private func answer(
        _ answer: ProposalAnswer, _ request: Request, _ context: HouseContext
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let goal: Goal.ID = try context.id("doel")
        let text: GoalText.ID = try context.id("tekst")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try answerGoal(text, of: goal, answer, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.goal(plan, goal))
    }

    private func end(_ state: Goal.State, _ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let goal: Goal.ID = try context.id("doel")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try endGoal(goal, as: state, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.goal(plan, goal))
    }

    private func again(
        _ context: HouseContext, _ visit: Visit, words: String = "", said: String = "", faults: FormFaults
    ) async throws -> Response {
        let (goals, goal) = try await readOne(context, visit)
        let page = GoalPage(
            frame: house.frame(visit, of: goals.view), goals: goals, goal: goal, words: words, said: said,
            faults: faults)
        return house.answer(page, visit, status: .unprocessableContent)
    }

    private func read(_ context: HouseContext, _ visit: Visit) async throws -> GoalsView {
        let plan: Plan.ID = try context.id("plan")
        return try await house.act(visit, at: plan) { occasion, records in
            try readGoals(of: plan, on: occasion, records: records)
        }
    }

    private func readOne(_ context: HouseContext, _ visit: Visit) async throws -> (GoalsView, Goal) {
        let id: Goal.ID = try context.id("doel")
        let goals = try await read(context, visit)
        guard let goal = goals.view.goals.first(where: { $0.id == id }) else { throw ProposalRefusal.unknown }
        return (goals, goal)
    }
}
