import Domain
import Hummingbird

/// The people around her.
enum NetworkAPI {
    static func add(to api: inout APIRouter) {
        for deed in TieMove.allCases {
            api.on(.post, "/plannen/{plan}/naasten/{naaste}/\(deed.noun)") { try await move(deed, $0) }
        }
        api.on(.post, "/plannen/{plan}/volhouden", use: tellLimit)
        api.on(.post, "/plannen/{plan}/wederkerigheid", use: tellGiving)
    }

    private static func move(_ move: TieMove, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let tie: NetworkTie.ID = try call.id("naaste")
        let words = try await words(call)
        try await call.act(at: plan) { occasion, records in
            try moveTie(tie, by: move, words: words, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func tellLimit(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let words = try await words(call)
        try await call.act(at: plan) { occasion, records in
            try Domain.tellLimit(words, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func tellGiving(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let words = try await words(call)
        try await call.act(at: plan) { occasion, records in
            try Domain.tellGiving(words, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func words(_ call: APICall) async throws -> Words? {
        var reader = try await BodyReader(call)
        let words = reader.optionalWords("tekst", .sentence)
        return try reader.finish(words)
    }
}
