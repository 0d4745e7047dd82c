import Domain
import Hummingbird

/// Who decides for the owner: choosing, writing down, ending.
struct RepresentingRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.post("/plannen/:plan/naasten/:naaste/machtiging", use: choose)
        router.post("/plannen/:plan/naasten/:naaste/vertegenwoordiging", use: record)
        router.post("/plannen/:plan/vertegenwoordigingen/:vertegenwoordiging/beeindiging", use: end)
    }

    @Sendable func choose(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let tie: NetworkTie.ID = try context.id("naaste")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let (part, until) = read(&reader, t)
        guard let part, let until, reader.faults.isEmpty else {
            return try await again(form, reader.faults, isLawful: false, context, visit)
        }
        do {
            try await house.act(visit, at: plan) { occasion, records in
                try nameRepresentative(tie, for: part, until: until, at: plan, on: occasion, records: records)
            }
        } catch let refusal as RepresentationRefusal {
            guard let fault = refusal.fault(t) else { throw refusal }
            reader.add(fault.text, to: fault.field)
            return try await again(form, reader.faults, isLawful: false, context, visit)
        }
        return house.seeOther(.table(plan))
    }

    @Sendable func record(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let tie: NetworkTie.ID = try context.id("naaste")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let kind = Representation.Kind.lawful(form["soort"])
        if kind == nil { reader.add(t[.faultRepresentWhy], to: "soort") }
        let born = Day(form["geboren"])
        if born == nil, kind == .authority || !form["geboren"].isEmpty { reader.add(t[.faultBorn], to: "geboren") }
        let (part, until) = read(&reader, t)
        let document = reader.words("stuk", .sentence, ifEmpty: .faultDocument)
        guard let kind, let part, let until, let document, reader.faults.isEmpty else {
            return try await again(form, reader.faults, isLawful: true, context, visit)
        }
        let wish = LawfulRepresentation(kind: kind, part: part, until: until, document: document, born: born)
        do {
            try await house.act(visit, at: plan) { occasion, records in
                try recordRepresentative(tie, wish, at: plan, on: occasion, records: records)
            }
        } catch let refusal as RepresentationRefusal {
            guard let fault = refusal.fault(t) else { throw refusal }
            reader.add(fault.text, to: fault.field)
            return try await again(form, reader.faults, isLawful: true, context, visit)
        }
        return house.seeOther(.table(plan))
    }

    @Sendable func end(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let id: Representation.ID = try context.id("vertegenwoordiging")
        _ = try await Form.read(request, context, visit, house: house)
        let isGuest = try await house.act(visit, at: plan) { occasion, records in
            try endRepresentation(id, at: plan, on: occasion, records: records)
            return occasion.actor.account == nil && occasion.actor.owner == nil
        }
        return house.seeOther(isGuest ? .plan(plan) : .table(plan))
    }

    /// What both forms ask: about what, and until when.
    private func read(_ reader: inout FormReader, _ t: Catalogue) -> (Representation.Part?, Day?) {
        let part = Representation.Part(form: reader.form["deel"])
        if part == nil { reader.add(t[.faultRepresentPart], to: "deel") }
        let until = Day(reader.form["tot"])
        if until == nil { reader.add(t[.faultUntil], to: "tot") }
        return (part, until)
    }

    /// The page again, with everything that was filled in. Who may not be there is refused here as well.
    private func again(
        _ form: Form, _ faults: FormFaults, isLawful: Bool, _ context: HouseContext, _ visit: Visit
    ) async throws -> Response {
        let plan: Plan.ID = try context.id("plan")
        let id: NetworkTie.ID = try context.id("naaste")
        let (view, tie) = try await house.act(visit, at: plan) { occasion, records in
            try readTie(id, at: plan, on: occasion, records: records)
        }
        let typed = RepresentingSection.Typed(
            isLawful: isLawful, part: form["deel"], until: form["tot"], kind: form["soort"], document: form["stuk"],
            born: form["geboren"], faults: faults)
        let page = TiePage(frame: house.frame(visit, of: view), view: view, tie: tie, typed: typed)
        return house.answer(page, visit, status: .unprocessableContent)
    }
}

extension RepresentationRefusal {
    /// The field that it is about; `nil` when it is about the whole.
    fileprivate func fault(_ t: Catalogue) -> (field: String, text: String)? {
        switch self {
        case .untilInPast: ("tot", t[.faultUntilPast])
        case .untilTooFar(let latest): ("tot", t(.faultRepresentUntil, ["dag": t.shortDay(latest)]))
        case .administratorForPart: ("deel", t[.faultAdministrator])
        case .bornNeeded: ("geboren", t[.faultBorn])
        case .decidesHerself: ("geboren", t[.refusedDecidesHerself])
        default: nil
        }
    }
}
