import Domain
import Hummingbird

/// Coming back with a link by mail, and whether we mail her at all.
struct MailRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/links", use: asked)
        router.post("/links", use: ask)
        router.get("/links/:geheim", use: link)
        router.post("/links/:geheim/opening", use: open)
        router.post("/plannen/:plan/mail", use: choose)
    }

    @Sendable func asked(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        guard house.settings.sendsMail else { throw HTTPError(.notFound) }
        return house.answer(LinkAskedPage(frame: house.frame(visit)), visit)
    }

    @Sendable func ask(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let form = try await Form.read(request, context, visit, house: house)
        guard let address = MailAddress(form["adres"].trimmed) else {
            var faults = FormFaults()
            faults.add(house.texts[visit.language][.faultMailAddress], to: "adres")
            let page = CodePage(
                frame: house.frame(visit), address: form["adres"], offersLink: house.settings.sendsMail, faults: faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try await house.askForLink(to: address, visit)
        return house.seeOther(.links, isKept: false)
    }

    @Sendable func link(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        do {
            let secret = try knock(context, visit)
            let (plan, isHers) = try await house.look(visit) { occasion, records in
                let plan = try readLink(secret, on: occasion, records: records)
                return (plan, occasion.actor.owner == plan.owner)
            }
            if isHers { return house.seeOther(.plan(plan.id), isKept: false) }
            return house.answer(
                ReturnLinkPage(frame: house.frame(visit), secret: secret, begunOn: plan.begunAt.day), visit)
        } catch ReturnLinkRefusal.over {
            return over(visit)
        }
    }

    @Sendable func open(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        do {
            let secret = try knock(context, visit)
            let form = try await Form.read(request, context, visit, house: house)
            let (plan, token, end) = try await house.comeBack(by: secret, mark: form.once, visit, keepingRing: true)
            return house.withSession(house.seeOther(.plan(plan), isKept: false), token, until: end)
        } catch ReturnLinkRefusal.over {
            return over(visit)
        }
    }

    @Sendable func choose(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let wants = form["mail"] == "aan"
        try await house.act(visit, at: plan) { occasion, records in
            try chooseMail(wants, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.planCode(plan))
    }

    private func over(_ visit: Visit) -> Response {
        house.answer(LinkOverPage(frame: house.frame(visit)), visit, status: .notFound)
    }

    private func knock(_ context: HouseContext, _ visit: Visit) throws -> ReturnLink.Secret {
        guard house.limits.admitsLink(from: visit.origin.address, at: house.clock()) else {
            throw Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10)
        }
        guard let secret = ReturnLink.Secret(try context.parameters.require("geheim")) else {
            throw ReturnLinkRefusal.over
        }
        return secret
    }
}

extension House {
    /// The answer takes as long for an address that we know as for one that we do not: both write one row.
    func askForLink(to address: MailAddress, _ visit: Visit) async throws {
        guard limits.admitsLinkRequest(from: visit.origin.address, at: clock()) else {
            throw Refused(.tooManyRequests, .refusedTooManyLinks, retryAfter: 60)
        }
        try await act(visit) { occasion, records in
            try Domain.askForLink(to: address, on: occasion, records: records)
        }
    }

    /// Opens a session with a link. A second press of the same button counts as the first, for a minute: the browser
    /// keeps the answer to the second. A page that is left open on a computer of the library does not.
    func comeBack(
        by secret: ReturnLink.Secret, mark: String?, _ visit: Visit, keepingRing: Bool
    ) async throws -> (plan: Plan.ID, token: Session.Token, end: Instant) {
        let token = Session.Token(chance: chance)
        let (plan, end) = try await act(visit) { occasion, records in
            let outcome = try Once.run(mark, records: records, occasion: occasion) {
                let plan = try Domain.comeBack(by: secret, on: occasion, records: records).plan
                return (plan.text, try records.plans.header(of: plan).household)
            }
            guard let plan = try Plan.ID(outcome).map({ try records.plans.header(of: $0) }) else {
                throw ReturnLinkRefusal.over
            }
            let usedAt = try records.mails.link(secret)?.usedAt
            let isNow = usedAt.map { occasion.now < $0.adding(minutes: 1) } ?? false
            guard isNow || occasion.actor.owner == plan.owner else { throw ReturnLinkRefusal.over }
            let end = occasion.now.adding(days: Session.residentDays)
            try records.sessions.open(
                KeyRing(owner: plan.owner, expiresAt: end), token: token,
                replacing: keepingRing ? occasion.actor.session : nil, at: occasion.now)
            return (plan.id, end)
        }
        return (plan, token, end)
    }
}

extension ReturnLinkRefusal: Answerable {
    var refused: Refused { Refused(.notFound, .linkOver) }
}

extension MailRefusal: Answerable {
    var refused: Refused { Refused(.notFound, .refusedNotFound) }
}
