import Domain
import Hummingbird

/// Breaking the glass, and looking at who did.
struct EmergencyRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/noodtoegang", use: page)
        router.post("/noodtoegang", use: open)
        router.post("/noodtoegang/:toegang/einde", use: end)
        router.post("/noodtoegang/:toegang/melding", use: tell)
        router.post("/noodtoegang/:toegang/beoordeling", use: review)
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(try await read(visit), visit)
    }

    @Sendable func open(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let reach = reader.words("bereik", .reach, ifEmpty: .faultReach)
        let reason = reader.words("reden", .sentence, ifEmpty: .faultEmpty)
        let silence = reader.optionalWords("stilte", .sentence)
        let hours = Int(form["uren"]) ?? 0
        if !(1...EmergencyAccess.longestHours).contains(hours) { reader.add(t[.faultEmergencyHours], to: "uren") }
        if let reach, let reason, reader.faults.isEmpty {
            let wish = EmergencyWish(reach: reach, reason: reason, hours: hours, silence: silence)
            do {
                return house.seeOther(.plan(try await house.breakTheGlass(wish, visit).plan))
            } catch EmergencyRefusal.hasAccess(let plan) {
                return house.seeOther(.plan(plan))
            } catch EmergencyRefusal.nobodyFound {
                reader.add(t[.faultEmergencyNobody], to: "bereik")
            }
        }
        var page = try await read(visit)
        for field in ["bereik", "reden", "stilte", "uren"] { page.form[field] = form[field] }
        page.faults = reader.faults
        return house.answer(page, visit, status: .unprocessableContent)
    }

    @Sendable func end(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: EmergencyAccess.ID = try context.id("toegang")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit) { occasion, records in
            try closeTheGlass(id, on: occasion, records: records)
        }
        return house.seeOther(.emergencies)
    }

    @Sendable func tell(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: EmergencyAccess.ID = try context.id("toegang")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit) { occasion, records in
            try tellResident(of: id, on: occasion, records: records)
        }
        return house.seeOther(.emergencies)
    }

    @Sendable func review(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: EmergencyAccess.ID = try context.id("toegang")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let words = reader.optionalWords("woorden", .sentence)
        guard reader.faults.isEmpty,
            let finding = EmergencyAccess.Finding.allCases.first(where: { $0.word == form["bevinding"] })
        else { throw Refused(.unprocessableContent, .faultFinding) }
        try await house.act(visit) { occasion, records in
            try reviewEmergency(id, finding, words: words, on: occasion, records: records)
        }
        return house.seeOther(.emergencies)
    }

    private func read(_ visit: Visit) async throws -> EmergencyPage {
        let (account, accesses, now) = try await house.look(visit) { occasion, records in
            guard let account = occasion.actor.account else { throw LoginNeeded() }
            return (account, try emergencies(on: occasion, records: records), occasion.now)
        }
        return EmergencyPage(
            frame: house.frame(visit, viewer: .account(account)), account: account, accesses: accesses, now: now)
    }
}

extension House {
    /// With a limit per worker: nobody tries one number after another.
    func breakTheGlass(_ wish: EmergencyWish, _ visit: Visit) async throws -> EmergencyAccess {
        let worker = try await look(visit) { occasion, _ in occasion.actor.account?.id.text }
        // Who has no account is refused by the rule itself.
        if let worker, !limits.admitsEmergency(by: worker, at: clock()) {
            throw Refused(.tooManyRequests, .refusedTooManyEmergencies, retryAfter: 600)
        }
        return try await act(visit) { occasion, records in
            try Domain.breakTheGlass(wish, on: occasion, records: records)
        }
    }
}
