import Domain
import Hummingbird

/// The plan and its story and steps.
struct PlanRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan", use: plan)
        router.get("/plannen/:plan/verhaal", use: story)
        router.post("/plannen/:plan/verhalen", use: tell)
        router.post("/plannen/:plan/verhalen/:verhaal/bevestiging", use: confirm)
        router.post("/plannen/:plan/onderwerpen", use: touch)
        router.get("/plannen/:plan/stappen", use: newStep)
        router.post("/plannen/:plan/stappen", use: planStep)
        for move in StepMove.allCases {
            router.post("/plannen/:plan/stappen/:stap/\(move.noun)") { request, context in
                try await self.move(move, request, context)
            }
        }
        router.get("/plannen/:plan/inzagen", use: looked)
    }

    @Sendable func plan(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view: PlanView
        do {
            view = try await read(context, visit, as: .planRead)
        } catch SeatRefusal.onlyConference {
            return house.seeOther(.conference(try context.id("plan")), isKept: false)
        }
        return house.answer(PlanPage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func story(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view = try await read(context, visit, as: .storyRead)
        return house.answer(StoryPage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func tell(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let words = reader.words("woorden", .story, ifEmpty: .faultEmpty)
        guard let words else {
            return try await storyAgain(context, visit, words: form["woorden"], faults: reader.faults)
        }
        let domain = try form.optionalID("onderwerp", of: LifeDomain.self)
        try await house.act(visit, at: plan) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let id = try tellStory(words, about: domain, at: plan, on: occasion, records: records)
                return (id.text, try records.plans.header(of: plan).household)
            }
        }
        return house.seeOther(.story(plan))
    }

    @Sendable func confirm(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let note: Story.ID = try context.id("verhaal")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let words = reader.words("woorden", .story, ifEmpty: .faultEmpty) else {
            return try await storyAgain(context, visit, words: "", faults: reader.faults)
        }
        try await house.act(visit, at: plan) { occasion, records in
            try confirmStory(note, as: words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func touch(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let name = reader.words("naam", .line, ifEmpty: .faultEmpty) else {
            return try await storyAgain(context, visit, subject: form["naam"], faults: reader.faults)
        }
        try await house.act(visit, at: plan) { occasion, records in
            do {
                try touchDomain(name, at: plan, on: occasion, records: records)
            } catch StoryRefusal.domainExists {
                // It is there, as she wanted.
            }
        }
        return house.seeOther(.story(plan))
    }

    private func storyAgain(
        _ context: HouseContext, _ visit: Visit, words: String = "", subject: String = "", faults: FormFaults
    ) async throws -> Response {
        let view = try await read(context, visit, as: .storyRead)
        let page = StoryPage(
            frame: house.frame(visit, of: view), view: view, words: words, subject: subject, faults: faults)
        return house.answer(page, visit, status: .unprocessableContent)
    }

    @Sendable func newStep(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view = try await read(context, visit, as: .stepsRead)
        if case .guest = view.seat.holder, !view.seat.makesSteps { throw StepRefusal.onlyOwnerDecides }
        return house.answer(StepPage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func planStep(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let isHoldingBack = form["soort"] == "wachten"
        let words = reader.words(isHoldingBack ? "reden" : "stap", .sentence, ifEmpty: .faultStep)
        var kind = Step.Kind.doing
        if isHoldingBack {
            let today = house.clock().day
            let latest = today.adding(days: Step.longestHoldingBack)
            if let day = Day(form["terugkijken"]), day >= today, day <= latest {
                kind = .holdingBack(lookBack: day)
            } else {
                reader.add(t(.faultLookBack, ["dag": t.shortDay(latest)]), to: "terugkijken")
            }
        }
        let when = reader.optionalWords("wanneer", .line)
        let carrier = Step.Carrier(form: form["wie"])
        if carrier == nil { reader.add(t[.faultCarrier], to: "wie") }
        guard let words, let carrier, reader.faults.isEmpty else {
            let view = try await read(context, visit, as: .stepsRead)
            let page = StepPage(
                frame: house.frame(visit, of: view), view: view, words: form[isHoldingBack ? "reden" : "stap"],
                when: form["wanneer"], carrier: form["wie"], isHoldingBack: isHoldingBack,
                lookBack: form["terugkijken"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        let wish = StepWish(
            words: words, when: when, carrier: carrier, domain: try form.optionalID("onderwerp", of: LifeDomain.self),
            kind: kind)
        try await house.act(visit, at: plan) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let id = try Domain.planStep(wish, at: plan, on: occasion, records: records)
                return (id.text, try records.plans.header(of: plan).household)
            }
        }
        return house.seeOther(.plan(plan))
    }

    private func move(_ move: StepMove, _ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let step: Step.ID = try context.id("stap")
        _ = try await Form.read(request, context, visit, house: house)
        _ = try await house.act(visit, at: plan) { occasion, records in
            try moveStep(step, by: move, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func looked(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let before = request.uri.queryParameters["voor"].flatMap { Int64($0) }
        let (view, page) = try await house.act(visit, at: plan) { occasion, records in
            let page = try readJournal(of: plan, before: before, on: occasion, records: records).page
            return (try readPlan(plan, as: .journalRead, on: occasion, records: records), page)
        }
        return house.answer(LookedPage(frame: house.frame(visit, of: view), view: view, page: page), visit)
    }

    private func read(
        _ context: HouseContext, _ visit: Visit, as event: JournalEntry.Event
    ) async throws -> PlanView {
        let plan: Plan.ID = try context.id("plan")
        return try await house.act(visit, at: plan) { occasion, records in
            try readPlan(plan, as: event, on: occasion, records: records)
        }
    }
}

extension Form {
    /// An id in a field that may stay empty; something that is no id is a mistake of the form.
    func optionalID<Subject>(_ field: String, of: Subject.Type) throws -> Identifier<Subject>? {
        guard !self[field].isEmpty else { return nil }
        guard let id = Identifier<Subject>(self[field]) else { throw Refused(.badRequest, .refusedEncoding) }
        return id
    }
}

extension Step.Carrier {
    /// `ik`, `naaste:<id>` or `team:<id>`.
    init?(form value: String) {
        let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "ik" where parts.count == 1: self = .owner
        case "naaste" where parts.count == 2:
            guard let id = NetworkTie.ID(parts[1]) else { return nil }
            self = .tie(id)
        case "team" where parts.count == 2:
            guard let id = Account.ID(parts[1]) else { return nil }
            self = .account(id)
        default: return nil
        }
    }
}
