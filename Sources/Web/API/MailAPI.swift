import Domain
import Hummingbird

/// Asking for a link by mail, and whether the owner gets mail. A link is used at `/sessies`.
enum MailAPI {
    static func add(to api: inout APIRouter) {
        api.on(.post, "/links", isOpen: true, use: ask)
        api.on(.get, "/plannen/{plan}/mail", use: read)
        api.on(.post, "/plannen/{plan}/mail", use: choose)
    }

    /// The same answer for an address that we know and one that we do not.
    private static func ask(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let address = reader.text("adres").flatMap { MailAddress($0) }
        if address == nil, reader.faults.isEmpty { reader.add(call.t[.faultMailAddress], to: "adres") }
        try await call.house.askForLink(to: try reader.finish(address), call.visit)
        return call.done
    }

    private static func read(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let choice = try await call.act(at: plan) { occasion, records in
            try readMailChoice(of: plan, on: occasion, records: records)
        }
        return call.ok(MailBody(aan: choice.isOn, mogelijk: choice.isPossible))
    }

    private static func choose(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        if !reader.has("aan") { reader.add(call.t[.faultFlag], to: "aan") }
        let wants = reader.flag("aan")
        try reader.finish(())
        try await call.act(at: plan) { occasion, records in
            try chooseMail(wants, at: plan, on: occasion, records: records)
        }
        return call.done
    }
}

/// `Mail`
struct MailBody: Encodable {
    let aan: Bool
    let mogelijk: Bool
}
