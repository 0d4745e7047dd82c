import Domain
import Hummingbird

/// The family's conference.
enum ConferenceAPI {
    private static let root = "/plannen/{plan}/conferentie"

    static func add(to api: inout APIRouter) {
        api.on(.get, root, use: conference)
        api.on(.post, root, use: begin)
        for deed in ConferenceMove.allCases {
            api.on(.post, "\(root)/\(deed.noun)") { try await move(deed, $0) }
        }
        api.on(.post, "\(root)/afspraak", use: arrange)
        api.on(.post, "\(root)/coordinator", use: nameCoordinator)
        api.on(.post, "\(root)/genodigden", use: invite)
        api.on(.post, "\(root)/notities", use: write)
        api.on(.post, "\(root)/veiligheid", use: sayWhetherSafe)
        api.on(.post, "\(root)/plan", use: writePlan)
        api.on(.post, "\(root)/stappen", use: planStep)
        api.on(.post, "\(root)/stappen/{stap}/verval", use: dropStep)
        api.on(.post, "\(root)/bevestiging", use: confirm)
        api.on(.post, "\(root)/terugblik", use: lookBack)
    }

    private static func conference(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let view = try await call.act(at: plan) { occasion, records in
            try readConference(at: plan, on: occasion, records: records)
        }
        guard let body = ConferenceBody(view) else { throw ConferenceRefusal.noneYet }
        return call.ok(body)
    }

    private static func begin(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id = try await call.act(at: plan) { occasion, records in
            try callConference(at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/conferentie")
    }

    private static func move(_ move: ConferenceMove, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        try await call.act(at: plan) { occasion, records in
            try moveConference(by: move, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func arrange(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let when = reader.optionalWords("wanneer", .line)
        let place = reader.optionalWords("plaats", .line)
        try reader.finish(())
        try await call.act(at: plan) { occasion, records in
            try arrangeConference(when: when, place: place, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func nameCoordinator(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.words("naam", .line, ifEmpty: .faultGuestName)
        let name = try reader.finish(read)
        let role = try Words(call.t[.conferenceCoordinatorRole], room: .line)
        let secret = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try Domain.nameCoordinator(name, role: role, at: plan, on: occasion, records: records).text
        }
        return invited(secret, call, plan)
    }

    private static func invite(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.object("gast") { InvitationWish.Guest(&$0) }
        let guest = try reader.finish(read)
        let secret = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try inviteToConference(guest, at: plan, on: occasion, records: records).secret?.text ?? ""
        }
        return invited(secret, call, plan)
    }

    private static func invited(_ text: String, _ call: APICall, _ plan: Plan.ID) -> Response {
        let link = LinkSecret(text).map {
            LinkBody(geheim: $0.text, adres: call.house.publicAddress(of: .invitation($0), call.request))
        }
        return call.created(
            InvitedBody(deelafspraak: nil, naaste: nil, link: link), at: "/plannen/\(plan)/conferentie")
    }

    private static func write(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let isPrivate = reader.flag("besloten")
        let words = try reader.finish(read)
        return try await make(call, reader) { plan, occasion, records in
            try writeAtConference(
                words, as: isPrivate ? .amongOurselves : .information, at: plan, on: occasion, records: records
            ).text
        }
    }

    private static func sayWhetherSafe(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .sentence, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        return try await make(call, reader) { plan, occasion, records in
            try writeAtConference(words, as: .safety, at: plan, on: occasion, records: records).text
        }
    }

    private static func writePlan(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let base = reader.optionalID("basis", of: ConferenceText.self)
        let words = try reader.finish(read)
        return try await make(call, reader) { plan, occasion, records in
            try writeFamilyPlan(words, basedOn: base, at: plan, on: occasion, records: records).text
        }
    }

    private static func planStep(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .sentence, ifEmpty: .faultStep)
        let when = reader.optionalWords("wanneer", .line)
        let tie = reader.optionalID("naaste", of: NetworkTie.self)
        let words = try reader.finish(read)
        return try await make(call, reader) { plan, occasion, records in
            try planFamilyStep(
                words, when: when, by: tie.map { .tie($0) } ?? .owner, at: plan, on: occasion, records: records
            ).text
        }
    }

    /// Makes something at the conference, once for each `Idempotency-Key`.
    private static func make(
        _ call: APICall, _ reader: BodyReader,
        _ body: @escaping @Sendable (Plan.ID, Occasion, any Records) throws -> String
    ) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try body(plan, occasion, records)
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/conferentie")
    }

    private static func dropStep(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let step: ConferenceStep.ID = try call.id("stap")
        try await call.act(at: plan) { occasion, records in
            try dropFamilyStep(step, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func confirm(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.id("tekst", of: ConferenceText.self)
        let text = try reader.finish(read)
        try await call.act(at: plan) { occasion, records in
            try confirmConference(text, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func lookBack(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        try await call.act(at: plan) { occasion, records in
            try lookBackOnConference(at: plan, on: occasion, records: records)
        }
        return call.done
    }
}
