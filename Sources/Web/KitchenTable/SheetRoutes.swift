import Domain
import Hummingbird

/// Asking and answering on paper.
struct SheetRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/blad", use: page)
        router.post("/plannen/:plan/bladen", use: make)
        router.get("/plannen/:plan/bladen/:blad", use: paper)
        router.post("/plannen/:plan/bladen/:blad/bevestiging", use: confirm)
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let sheet = try await read(context, visit)
        return house.answer(SheetPage(frame: house.frame(visit, of: sheet.view), sheet: sheet), visit)
    }

    @Sendable func make(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        _ = try await Form.read(request, context, visit, house: house)
        let id = try await house.act(visit, at: plan) { occasion, records in
            try makeSheet(at: plan, on: occasion, records: records)
        }
        return house.seeOther(.sheet(plan, id))
    }

    @Sendable func paper(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: Sheet.ID = try context.id("blad")
        let sheet = try await read(context, visit)
        guard let paper = sheet.sheet, paper.id == id else { throw SheetRefusal.unknown }
        return house.answer(
            SheetPaper(frame: house.frame(visit, of: sheet.view), view: sheet.view, sheet: paper), visit)
    }

    @Sendable func confirm(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let id: Sheet.ID = try context.id("blad")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        let sheet = try await read(context, visit)
        guard let paper = sheet.sheet, paper.id == id else { throw SheetRefusal.unknown }
        var reader = FormReader(form, t)
        let code = SheetCode(typed: form["code"])
        if code == nil { reader.add(t[.faultSheetCode], to: "code") }
        var answers: [Sheet.Item: SheetAnswer] = [:]
        for (index, item) in paper.items.enumerated() {
            switch form["antwoord-\(index)"] {
            case "ja": answers[item] = .yes(words: reader.optionalWords("woorden-\(index)", .story))
            case "nu-niet": answers[item] = .notNow
            default: break
            }
        }
        if let code, reader.faults.isEmpty {
            let answers = answers
            let outcome = try await house.act(visit, at: plan) { occasion, records in
                try confirmSheet(id, code: code, answers, at: plan, on: occasion, records: records)
            }
            switch outcome {
            case .confirmed: return house.seeOther(.plan(plan))
            case .missed(.wrongCode(let left)): reader.add(t(.faultSheetMissed, count: left), to: "code")
            case .missed(let refusal): throw refusal
            }
        }
        var typed: [String: String] = ["code": form["code"]]
        for index in paper.items.indices {
            for field in ["antwoord-\(index)", "woorden-\(index)"] { typed[field] = form[field] }
        }
        let page = SheetPage(
            frame: house.frame(visit, of: sheet.view), sheet: sheet, form: typed, faults: reader.faults)
        return house.answer(page, visit, status: .unprocessableContent)
    }

    private func read(_ context: HouseContext, _ visit: Visit) async throws -> SheetView {
        let plan: Plan.ID = try context.id("plan")
        return try await house.act(visit, at: plan) { occasion, records in
            try readSheet(at: plan, on: occasion, records: records)
        }
    }
}
