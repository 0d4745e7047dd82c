import Domain
import Hummingbird

/// Asking the owner whether a colleague may look in, and her answer.
enum AskAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen/{plan}/verzoeken", use: list)
        api.on(.post, "/plannen/{plan}/verzoeken", use: ask)
        api.on(.get, "/plannen/{plan}/verzoeken/{verzoek}", use: request)
        for answer in RequestAnswer.allCases {
            api.on(.post, "/plannen/{plan}/verzoeken/{verzoek}/\(answer.noun)") { try await self.answer(answer, $0) }
        }
    }

    private static func list(_ call: APICall) async throws -> Response {
        let (view, requests) = try await read(call)
        return call.ok(RequestsBody(verzoeken: requests.map { RequestBody($0, in: view) }))
    }

    private static func request(_ call: APICall) async throws -> Response {
        let id: SharingRequest.ID = try call.id("verzoek")
        let (view, requests) = try await read(call)
        guard let request = requests.first(where: { $0.id == id }) else { throw RequestRefusal.unknown }
        return call.ok(RequestBody(request, in: view))
    }

    private static func read(_ call: APICall) async throws -> (PlanView, [SharingRequest]) {
        let plan: Plan.ID = try call.id("plan")
        return try await call.act(at: plan) { occasion, records in
            try readRequests(of: plan, on: occasion, records: records)
        }
    }

    private static func ask(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let account = reader.id("medewerker", of: Account.self)
        let part = reader.object("deel") { SharingAgreement.Part(&$0) }
        let until = reader.day("tot")
        let reason = reader.words("reden", .sentence, ifEmpty: .faultEmpty)
        var read: SharingWish?
        if let account, let part, let until, let reason {
            read = SharingWish(account: account, part: part, until: until, reason: reason)
        }
        let wish = try reader.finish(read)
        do {
            let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
                try askToShare(wish, at: plan, on: occasion, records: records).text
            }
            return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/verzoeken/\(id)")
        } catch InviteRefusal.untilInPast {
            throw fault(call.t[.faultUntilPast])
        } catch InviteRefusal.untilTooFar(let latest) {
            throw fault(call.t(.faultUntilFar, ["dag": latest.text]))
        }
    }

    private static func fault(_ message: String) -> InvalidInput {
        InvalidInput(faults: [Problem.Fault(veld: "tot", melding: message)])
    }

    private static func answer(_ answer: RequestAnswer, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id: SharingRequest.ID = try call.id("verzoek")
        try await call.act(at: plan) { occasion, records in
            try answerRequest(id, answer, at: plan, on: occasion, records: records)
        }
        return call.done
    }
}

/// `Verzoeken`
struct RequestsBody: Encodable {
    let verzoeken: [RequestBody]
}

/// `Verzoek`
struct RequestBody: Encodable {
    let id: String
    let medewerker: AccountBody
    let deel: AgreementBody.Part
    let tot: String
    let reden: String
    let vrager: AccountBody
    let gevraagdOp: String
    let dagenWachtend: Int?
    let toestand: String
    let toestandSinds: String?

    init(_ request: SharingRequest, in view: PlanView) {
        id = request.id.text
        medewerker = AccountBody(request.account)
        deel = AgreementBody.Part(request.part, in: view)
        tot = request.until.text
        reden = request.reason
        vrager = AccountBody(request.asker)
        gevraagdOp = request.askedAt.rfc3339
        dagenWachtend = request.state == .asked ? request.daysWaiting(on: view.today) : nil
        toestand = request.state.word
        toestandSinds = request.state.since?.rfc3339
    }
}

extension SharingRequest.State {
    static let words = ["gevraagd", "gegeven", "geweigerd", "ingetrokken"]

    var word: String {
        switch self {
        case .asked: Self.words[0]
        case .given: Self.words[1]
        case .refused: Self.words[2]
        case .withdrawn: Self.words[3]
        }
    }

    fileprivate var since: Instant? {
        switch self {
        case .asked: nil
        case .given(let at), .refused(let at), .withdrawn(let at): at
        }
    }
}
