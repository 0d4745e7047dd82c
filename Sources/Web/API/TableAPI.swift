import Domain
import Hummingbird

/// Who sits at the table: inviting, ending, and a new link (R-002, R-003).
enum TableAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen/{plan}/tafel", use: table)
        api.on(.post, "/plannen/{plan}/deelafspraken", use: invite)
        api.on(.get, "/plannen/{plan}/deelafspraken/{deelafspraak}", use: agreement)
        api.on(.post, "/plannen/{plan}/deelafspraken/{deelafspraak}/beeindiging", use: end)
        api.on(.post, "/plannen/{plan}/deelafspraken/{deelafspraak}/link", use: renew)
    }

    private static func table(_ call: APICall) async throws -> Response {
        call.ok(TableBody(try await readTable(call)))
    }

    private static func agreement(_ call: APICall) async throws -> Response {
        let id: SharingAgreement.ID = try call.id("deelafspraak")
        let view = try await readTable(call)
        guard let agreement = view.agreementsSeen.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        return call.ok(AgreementBody(agreement, in: view))
    }

    private static func readTable(_ call: APICall) async throws -> PlanView {
        let plan: Plan.ID = try call.id("plan")
        return try await call.act(at: plan) { occasion, records in
            let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
            // Who sees one part does not learn who else sits at the table.
            guard view.seat.sees == .everything else { throw SeatRefusal.noRelation }
            return view
        }
    }

    private static func invite(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let guest = reader.object("gast") { InvitationWish.Guest(&$0) }
        let access = reader.optionalObject("toegang") { Access(&$0) }
        switch guest {
        case .tie, .account:
            // Who sits there already is only invited for something.
            if access == nil, !reader.has("toegang") { reader.add(call.t[.faultAccess], to: "toegang") }
        case .ownPerson, nil: break
        }
        let today = call.house.clock().day
        let wish = try reader.finish(
            guest.map {
                InvitationWish(
                    guest: $0, part: access?.part, level: access?.level ?? .join, until: access?.until ?? today)
            })
        do {
            let outcome = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
                let secret = try Domain.invite(wish, to: plan, on: occasion, records: records).secret
                let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
                return Outcome(wish, secret, in: view).text
            }
            return try answer(Outcome(outcome), call, plan)
        } catch let refusal as InviteRefusal {
            let t = call.t
            switch refusal {
            case .untilInPast: throw fault(t[.faultUntilPast])
            case .untilTooFar(let latest): throw fault(t(.faultUntilFar, ["dag": latest.text]))
            default: throw refusal
            }
        }
    }

    private static func fault(_ message: String) -> InvalidInput {
        InvalidInput(faults: [Problem.Fault(veld: "toegang.tot", melding: message)])
    }

    private static func answer(_ outcome: Outcome, _ call: APICall, _ plan: Plan.ID) throws -> Response {
        let path = outcome.agreement.map { "/plannen/\(plan)/deelafspraken/\($0)" } ?? "/plannen/\(plan)/tafel"
        let link = outcome.secret.map { LinkBody(geheim: $0.text, adres: address(of: $0, call)) }
        return call.created(
            InvitedBody(deelafspraak: outcome.agreement?.text, naaste: outcome.tie?.text, link: link), at: path)
    }

    private static func address(of secret: LinkSecret, _ call: APICall) -> String {
        call.house.publicAddress(of: .invitation(secret), call.request)
    }

    private static func end(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let agreement: SharingAgreement.ID = try call.id("deelafspraak")
        try await call.act(at: plan) { occasion, records in
            try endSharing(agreement, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func renew(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let agreement: SharingAgreement.ID = try call.id("deelafspraak")
        let outcome = try await PlanAPI.makeOnce(call, at: plan) { occasion, records in
            try renewLink(of: agreement, at: plan, on: occasion, records: records).text
        }
        guard let secret = LinkSecret(outcome) else { throw HTTPError(.notFound) }
        return call.created(
            LinkBody(geheim: secret.text, adres: address(of: secret, call)),
            at: "/plannen/\(plan)/deelafspraken/\(agreement)")
    }

    /// What a guest may see, how, and until when.
    private struct Access {
        let part: SharingAgreement.Part
        let level: SharingAgreement.Level
        let until: Day

        init?(_ reader: inout BodyReader) {
            let part = reader.object("deel") { SharingAgreement.Part(&$0) }
            let level = reader.choice(
                "niveau", ["meelezen": SharingAgreement.Level.read, "meedoen": .join])
            let until = reader.day("tot")
            guard let part, let level, let until else { return nil }
            self.part = part
            self.level = level
            self.until = until
        }
    }

    /// What an invitation led to, as it is remembered for who sends it again.
    private struct Outcome {
        let agreement: SharingAgreement.ID?
        let tie: NetworkTie.ID?
        let secret: LinkSecret?

        init(_ wish: InvitationWish, _ secret: LinkSecret?, in view: PlanView) {
            let holder: SharingAgreement.Holder?
            switch wish.guest {
            case .account(let id): holder = .account(id)
            case .tie(let id): holder = .tie(id)
            case .ownPerson(let name, _):
                // The newest of that name is the one that was just made.
                holder = view.table.ties.filter { $0.name == name.text }.map(\.id).max().map { .tie($0) }
            }
            let made = view.agreementsSeen.filter { $0.holder == holder && $0.part == wish.part }
            agreement = wish.part == nil ? nil : made.map(\.id).max()
            tie = if case .tie(let id)? = holder { id } else { nil }
            self.secret = secret
        }

        init(_ text: String) {
            let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            agreement = parts.first.flatMap { SharingAgreement.ID($0) }
            tie = parts.dropFirst().first.flatMap { NetworkTie.ID($0) }
            secret = parts.dropFirst(2).first.flatMap { LinkSecret($0) }
        }

        var text: String { "\(agreement?.text ?? "-") \(tie?.text ?? "-") \(secret?.text ?? "-")" }
    }
}

extension PlanView {
    /// The agreements this seat may know of: the owner's all, the others' those that run.
    var agreementsSeen: [SharingAgreement] {
        let all = table.agreements + table.professionals.flatMap(\.agreements)
        return seat.isOwner ? all : all.filter { $0.gives(accessOn: today) }
    }
}

extension InvitationWish.Guest {
    /// `{"soort": "nieuw", "naam": …, "rol": …}`, or `naaste` or `medewerker` with an id.
    init?(_ reader: inout BodyReader) {
        enum Kind { case new, tie, account }
        let kind = reader.choice("soort", ["nieuw": Kind.new, "naaste": .tie, "medewerker": .account])
        switch kind {
        case .new:
            let name = reader.words("naam", .line, ifEmpty: .faultGuestName)
            let role = reader.optionalWords("rol", .line)
            guard let name else { return nil }
            self = .ownPerson(name: name, role: role)
        case .tie:
            guard let id = reader.id("id", of: NetworkTie.self) else { return nil }
            self = .tie(id)
        case .account:
            guard let id = reader.id("id", of: Account.self) else { return nil }
            self = .account(id)
        case nil:
            reader.leaveRest()
            return nil
        }
    }
}

extension SharingAgreement.Part {
    /// `{"soort": "plan"}`, or `onderwerp` or `stap` with an id.
    init?(_ reader: inout BodyReader) {
        enum Kind { case plan, domain, step }
        let kind = reader.choice("soort", ["plan": Kind.plan, "onderwerp": .domain, "stap": .step])
        switch kind {
        case .plan: self = .plan
        case .domain:
            guard let id = reader.id("id", of: LifeDomain.self) else { return nil }
            self = .domain(id)
        case .step:
            guard let id = reader.id("id", of: Step.self) else { return nil }
            self = .step(id)
        case nil:
            reader.leaveRest()
            return nil
        }
    }
}
