import Domain
import Hummingbird

/// Asking the owner whether a colleague may look in, and her answer.
struct AskRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/verzoeken/nieuw", use: page)
        router.post("/plannen/:plan/verzoeken", use: ask)
        for answer in RequestAnswer.allCases {
            router.post("/plannen/:plan/verzoeken/:verzoek/\(answer.noun)") { request, context in
                try await self.answer(answer, request, context)
            }
        }
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(try await read(context, visit), visit)
    }

    @Sendable func ask(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let account = try form.optionalID("medewerker", of: Account.self)
        if account == nil { reader.add(t[.refusedPerson], to: "medewerker") }
        let part = SharingAgreement.Part(form: form["deel"])
        if part == nil { reader.add(t[.refusedPart], to: "deel") }
        let until = Day(form["tot"])
        if until == nil { reader.add(t[.faultUntil], to: "tot") }
        let reason = reader.words("reden", .sentence, ifEmpty: .faultEmpty)
        if let account, let part, let until, let reason, reader.faults.isEmpty {
            let wish = SharingWish(account: account, part: part, until: until, reason: reason)
            do {
                try await house.act(visit, at: plan) { occasion, records in
                    _ = try Once.run(form.once, records: records, occasion: occasion) {
                        let id = try askToShare(wish, at: plan, on: occasion, records: records)
                        return (id.text, try records.plans.header(of: plan).household)
                    }
                }
                return house.seeOther(.plan(plan))
            } catch RequestRefusal.seesAlready(let name) {
                reader.add(t(.refusedSeesAlready, ["naam": name]), to: "medewerker")
            } catch InviteRefusal.untilInPast {
                reader.add(t[.faultUntilPast], to: "tot")
            } catch InviteRefusal.untilTooFar(let latest) {
                reader.add(t(.faultUntilFar, ["dag": t.shortDay(latest)]), to: "tot")
            }
        }
        var page = try await read(context, visit)
        page.colleague = form["medewerker"]
        page.part = form["deel"]
        page.reason = form["reden"]
        page.until = form["tot"]
        page.faults = reader.faults
        return house.answer(page, visit, status: .unprocessableContent)
    }

    private func answer(
        _ answer: RequestAnswer, _ request: Request, _ context: HouseContext
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let id: SharingRequest.ID = try context.id("verzoek")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try answerRequest(id, answer, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    private func read(_ context: HouseContext, _ visit: Visit) async throws -> AskPage {
        let plan: Plan.ID = try context.id("plan")
        let (view, colleagues) = try await house.act(visit, at: plan) { occasion, records in
            try readColleagues(at: plan, on: occasion, records: records)
        }
        return AskPage(
            frame: house.frame(visit, of: view), view: view, colleagues: colleagues,
            until: view.today.adding(days: 90).text)
    }
}
