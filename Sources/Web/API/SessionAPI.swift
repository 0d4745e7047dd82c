import Domain
import Hummingbird

/// The ways in: a return code, a login name, or the link of an invitation. Each gives a token of its
/// own; tokens are never put together, so that ending one ends what it opened.
enum SessionAPI {
    static func add(to api: inout APIRouter) {
        api.on(.post, "/sessies", isOpen: true, use: open)
        api.on(.get, "/sessies/huidige", use: current)
        api.on(.delete, "/sessies/huidige", use: close)
        api.on(.post, "/uitnodigingen/_zoek", isOpen: true, use: readInvitation)
        api.on(.post, "/uitnodigingen/aanname", isOpen: true, use: claim)
    }

    private static func open(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let session: SessionBody
        if reader.has("code") {
            session = try await comeBack(call, &reader)
        } else if reader.has("link") {
            session = try await comeBackByLink(call, &reader)
        } else {
            session = try await logIn(call, &reader)
        }
        return call.created(session, at: "/sessies/huidige")
    }

    private static func comeBack(_ call: APICall, _ reader: inout BodyReader) async throws -> SessionBody {
        let typed = reader.text("code") ?? ""
        var read: ReturnCode?
        do throws(ReturnCodeRefusal) {
            read = try ReturnCode(typed: typed)
        } catch {
            if reader.faults.isEmpty { reader.add(call.t.text(for: error), to: "code") }
        }
        let code = try reader.finish(read)
        let house = call.house
        guard house.limits.admitsCode(code.firstGroup, from: call.visit.origin.address, at: house.clock()) else {
            throw Refused(.tooManyRequests, .refusedTooManyCodes, retryAfter: 30)
        }
        do {
            let token = Session.Token(chance: house.chance)
            return try await house.act(call.visit) { occasion, records in
                let end = occasion.now.adding(days: Session.residentDays)
                let back = try Domain.comeBack(with: code, on: occasion, records: records)
                try records.sessions.open(
                    KeyRing(owner: back.owner, expiresAt: end), token: token, replacing: nil, at: occasion.now)
                return SessionBody(token: token.text, eindigtOp: end.rfc3339, planId: back.plan.text)
            }
        } catch ReturnCodeRefusal.unknown {
            throw TokenNeeded(key: .faultCodeUnknown)
        }
    }

    /// The secret is in the body: addresses are kept in logs.
    private static func comeBackByLink(_ call: APICall, _ reader: inout BodyReader) async throws -> SessionBody {
        let house = call.house
        guard house.limits.admitsLink(from: call.visit.origin.address, at: house.clock()) else {
            throw Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10)
        }
        let typed = reader.text("link") ?? ""
        try reader.finish(())
        do {
            guard let secret = ReturnLink.Secret(typed) else { throw ReturnLinkRefusal.over }
            let (plan, token, end) = try await house.comeBack(
                by: secret, mark: try call.mark(reader.canonical), call.visit, keepingRing: false)
            return SessionBody(token: token.text, eindigtOp: end.rfc3339, planId: plan.text)
        } catch ReturnLinkRefusal.over {
            throw TokenNeeded(key: .linkOver)
        }
    }

    private static func logIn(_ call: APICall, _ reader: inout BodyReader) async throws -> SessionBody {
        let login = reader.words("naam", .line, ifEmpty: .faultLoginFields)
        let password = reader.text("wachtwoord")
        if password == nil, reader.faults.allSatisfy({ $0.veld != "wachtwoord" }) {
            reader.add(call.t[.faultLoginFields], to: "wachtwoord")
        }
        let typed = try reader.finish(login.flatMap { login in password.map { (login.text, $0) } })
        let house = call.house
        guard let account = try await house.checkLogin(typed.0, password: typed.1, call.visit) else {
            throw TokenNeeded(key: .faultLogin)
        }
        let token = Session.Token(chance: house.chance)
        return try await house.act(call.visit) { occasion, records in
            let end = occasion.now.adding(hours: Session.accountHours)
            try records.sessions.open(
                KeyRing(account: account.id, expiresAt: end), token: token, replacing: nil, at: occasion.now)
            return SessionBody(token: token.text, eindigtOp: end.rfc3339, gebruiker: AccountBody(account))
        }
    }

    /// Who the token is, and which plans it opens.
    private static func current(_ call: APICall) async throws -> Response {
        let body = try await call.look { occasion, records in
            let own = try occasion.actor.owner.flatMap { try records.plans.plan(of: $0) }
            let guest = try occasion.actor.session.map { try records.sharing.plans(of: $0, on: occasion.today) } ?? []
            return CurrentSessionBody(
                gebruiker: occasion.actor.account.map { AccountBody($0) }, planId: own?.text,
                gastBij: guest.map(\.text))
        }
        return call.ok(body)
    }

    private static func close(_ call: APICall) async throws -> Response {
        try await call.act { occasion, records in
            if let session = occasion.actor.session { try records.sessions.close(session) }
        }
        return call.done
    }

    /// What a guest may know before she says yes. The secret is in the body: addresses are kept in logs.
    private static func readInvitation(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let secret = try knock(call, &reader)
        let invitation = try await call.house.look(call.visit) { occasion, records in
            try Domain.readInvitation(secret, on: occasion, records: records)
        }
        return call.ok(InvitationBody(invitation))
    }

    private static func claim(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let secret = try knock(call, &reader)
        let mark = try call.mark(reader.canonical)
        let house = call.house
        let token = Session.Token(chance: house.chance)
        let (session, place) = try await house.act(call.visit) { occasion, records in
            let claimed = try Once.run(mark, records: records, occasion: occasion) {
                let agreement = try claimInvitation(secret, on: occasion, records: records).agreement
                return (agreement.id.text, agreement.household)
            }
            // Also when it is sent again: a link that was ended or renewed meanwhile opens nothing.
            guard let agreement = try records.sharing.invitation(secret)?.agreement, agreement.id.text == claimed,
                agreement.gives(accessOn: occasion.today)
            else { throw InvitationRefusal.notThere }
            let end = Instant.start(of: agreement.until.adding(days: 1))
            try records.sessions.open(
                KeyRing(agreement: agreement.id, expiresAt: end), token: token, replacing: nil, at: occasion.now)
            let session = SessionBody(token: token.text, eindigtOp: end.rfc3339, planId: agreement.plan.text)
            if case .conference = agreement.part { return (session, "/plannen/\(agreement.plan)/conferentie") }
            return (session, "/plannen/\(agreement.plan)")
        }
        return call.created(session, at: place)
    }

    private static func knock(_ call: APICall, _ reader: inout BodyReader) throws -> LinkSecret {
        guard call.house.limits.admitsLink(from: call.visit.origin.address, at: call.house.clock()) else {
            throw Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10)
        }
        let typed = reader.words("geheim", .line, ifEmpty: .faultSecret)
        guard let secret = LinkSecret(try reader.finish(typed).text) else { throw InvitationRefusal.notThere }
        return secret
    }
}
