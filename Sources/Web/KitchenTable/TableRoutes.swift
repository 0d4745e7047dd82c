import Domain
import Hummingbird

/// Who sits at the table: inviting, ending, the link and what is behind it.
struct TableRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/tafel", use: table)
        router.get("/plannen/:plan/deelafspraken/nieuw", use: newAgreement)
        router.post("/plannen/:plan/deelafspraken", use: invite)
        router.post("/plannen/:plan/deelafspraken/:afspraak/beeindiging", use: end)
        router.post("/plannen/:plan/deelafspraken/:afspraak/link", use: renew)
        router.get("/uitnodigingen/:geheim", use: invitation)
        router.post("/uitnodigingen/:geheim/aanname", use: claim)
    }

    @Sendable func table(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let view = try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
            // Who sees one part does not learn who else sits at the table.
            guard view.seat.sees == .everything else { throw SeatRefusal.noRelation }
            return view
        }
        return house.answer(TablePage(frame: house.frame(visit, of: view), view: view), visit)
    }

    @Sendable func newAgreement(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let chosen = request.uri.queryParameters["naaste"].flatMap { NetworkTie.ID(String($0)) }
        return try await invitePage(context, visit, tie: chosen)
    }

    private func invitePage(
        _ context: HouseContext, _ visit: Visit, tie: NetworkTie.ID?, form: Form? = nil,
        faults: FormFaults = FormFaults()
    ) async throws -> Response {
        let plan: Plan.ID = try context.id("plan")
        let (view, team) = try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
            guard view.seat.decidesAll else { throw SeatRefusal.onlyOwner }
            let seated = Set(view.table.professionals.map(\.account.id))
            let team = view.seat.plan.contact == nil ? [] : try records.accounts.members(of: view.team.id)
            return (view, team.filter { !seated.contains($0.id) })
        }
        var page = InvitePage(
            frame: house.frame(visit, of: view), view: view, team: team,
            tie: tie.flatMap { id in view.table.ties.first { $0.id == id } }, until: view.today.adding(days: 90),
            faults: faults)
        if let form {
            page.name = form["naam"]
            page.role = form["rol"]
            page.part = form["deel"]
            page.level = form["hoe"]
            page.until = Day(form["tot"]) ?? page.until
        }
        return house.answer(page, visit, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func invite(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let tie = try form.optionalID("naaste", of: NetworkTie.self)
        let guest = try self.guest(&reader, tie: tie)
        let part = SharingAgreement.Part(form: form["deel"])
        if part == nil, !form["deel"].isEmpty { reader.add(t[.refusedPart], to: "deel") }
        let until = Day(form["tot"])
        if part != nil, until == nil { reader.add(t[.faultUntil], to: "tot") }
        guard let guest, reader.faults.isEmpty else {
            return try await invitePage(context, visit, tie: tie, form: form, faults: reader.faults)
        }
        let wish = InvitationWish(
            guest: guest, part: part, level: form["hoe"] == "meelezen" ? .read : .join,
            until: until ?? house.clock().day)
        do {
            let outcome = try await house.act(visit, at: plan) { occasion, records in
                try Once.run(form.once, records: records, occasion: occasion) {
                    let invited = try Domain.invite(wish, to: plan, on: occasion, records: records)
                    return (invited.secret?.text ?? "", try records.plans.header(of: plan).household)
                }
            }
            guard let secret = LinkSecret(outcome) else { return house.seeOther(.table(plan)) }
            return try await linkPage(secret, request, context, visit)
        } catch let refusal as InviteRefusal {
            switch refusal {
            case .untilInPast: reader.add(t[.faultUntilPast], to: "tot")
            case .untilTooFar(let latest):
                reader.add(t(.faultUntilFar, ["dag": t.shortDay(latest)]), to: "tot")
            default: throw refusal
            }
            return try await invitePage(context, visit, tie: tie, form: form, faults: reader.faults)
        }
    }

    private func guest(_ reader: inout FormReader, tie: NetworkTie.ID?) throws -> InvitationWish.Guest? {
        if let account = try reader.form.optionalID("medewerker", of: Account.self) { return .account(account) }
        if let tie { return .tie(tie) }
        let name = reader.words("naam", .line, ifEmpty: .faultGuestName)
        let role = reader.optionalWords("rol", .line)
        return name.map { .ownPerson(name: $0, role: role) }
    }

    /// The answer to the POST itself: the link is shown once and is in no address and no history.
    private func linkPage(
        _ secret: LinkSecret, _ request: Request, _ context: HouseContext, _ visit: Visit
    ) async throws -> Response {
        let plan: Plan.ID = try context.id("plan")
        let (view, guest) = try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
            return (view, try records.sharing.invitation(secret)?.guestName ?? "")
        }
        let page = LinkPage(
            frame: house.frame(visit, of: view), plan: plan, guest: guest,
            link: house.publicAddress(of: .invitation(secret), request))
        return house.answer(page, visit)
    }

    @Sendable func end(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let agreement: SharingAgreement.ID = try context.id("afspraak")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try endSharing(agreement, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.table(plan))
    }

    @Sendable func renew(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let agreement: SharingAgreement.ID = try context.id("afspraak")
        _ = try await Form.read(request, context, visit, house: house)
        let secret = try await house.act(visit, at: plan) { occasion, records in
            try renewLink(of: agreement, at: plan, on: occasion, records: records)
        }
        return try await linkPage(secret, request, context, visit)
    }

    @Sendable func invitation(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let secret = try knock(context, visit)
        let invitation = try await house.look(visit) { occasion, records in
            try readInvitation(secret, on: occasion, records: records)
        }
        if invitation.agreement.claimedAt != nil { return house.seeOther(.plan(invitation.agreement.plan)) }
        return house.answer(
            InvitationPage(frame: house.frame(visit), invitation: invitation, secret: secret), visit)
    }

    @Sendable func claim(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let secret = try knock(context, visit)
        _ = try await Form.read(request, context, visit, house: house)
        let token = Session.Token(chance: house.chance)
        let (invitation, end, isNew) = try await house.act(visit) { occasion, records in
            let invitation = try claimInvitation(secret, on: occasion, records: records)
            let end = Instant.start(of: invitation.agreement.until.adding(days: 1))
            guard invitation.agreement.claimedAt == nil else { return (invitation, end, false) }
            try records.sessions.open(
                KeyRing(agreement: invitation.agreement.id, expiresAt: end), token: token,
                replacing: occasion.actor.session, at: occasion.now)
            return (invitation, end, true)
        }
        let response = house.seeOther(.plan(invitation.agreement.plan))
        return isNew ? house.withSession(response, token, until: end) : response
    }

    private func knock(_ context: HouseContext, _ visit: Visit) throws -> LinkSecret {
        guard house.limits.admitsLink(from: visit.origin.address, at: house.clock()) else {
            throw Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10)
        }
        guard let secret = LinkSecret(try context.parameters.require("geheim")) else {
            throw InvitationRefusal.notThere
        }
        return secret
    }
}

extension SharingAgreement.Part {
    /// `plan`, `onderwerp:<id>` or `stap:<id>`.
    init?(form value: String) {
        let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "plan" where parts.count == 1: self = .plan
        case "onderwerp" where parts.count == 2:
            guard let id = LifeDomain.ID(parts[1]) else { return nil }
            self = .domain(id)
        case "stap" where parts.count == 2:
            guard let id = Step.ID(parts[1]) else { return nil }
            self = .step(id)
        default: return nil
        }
    }
}

extension House {
    /// A path as it can be pasted in a message: with the host this visitor came to.
    func publicAddress(of path: Path, _ request: Request) -> String {
        if let publicAddress = settings.publicAddress { return publicAddress + path.text }
        let host = request.head.authority ?? "localhost"
        let isLocal = host.hasPrefix("127.") || host.hasPrefix("localhost") || host.hasPrefix("[::1]")
        return "\(isLocal ? "http" : "https")://\(host)\(path.text)"
    }
}
