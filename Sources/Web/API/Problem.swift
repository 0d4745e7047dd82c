import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// The version of the JSON API, in a header on each of its answers (`/core/version-header`).
let apiVersion = "1.0.0"

/// A refusal as the API says it (RFC 9457, `/core/error-handling/problem-details`).
struct Problem: Encodable {
    struct Fault: Encodable, Equatable, Sendable {
        let veld: String
        let melding: String
    }

    let status: Int
    let title: String
    let detail: String
    /// Everything that is wrong with the input, at once (`/core/error-handling/all-errors`).
    var fouten: [Fault]?
    /// Where it belongs instead: the plan that somebody has already.
    var planId: String?
}

/// The input is not as it should be, in these places.
struct InvalidInput: Error {
    let faults: [Problem.Fault]
}

/// There is no token, or it no longer opens anything.
struct TokenNeeded: Error {
    /// Why, in words: a token is missing, or what should give one is wrong.
    var key: TextKey = .refusedToken
}

/// The address is there, but not for this method.
struct MethodRefused: Error {
    let allowed: [HTTPRequest.Method]
}

extension House {
    /// The answer to an error that can be told; `nil` for a fault of our own.
    func problem(_ error: any Error, _ visit: Visit) -> Response? {
        let t = texts[visit.language]
        switch error {
        case let input as InvalidInput:
            return problem(
                Problem(status: 400, title: t[.problemInvalid], detail: t[.refusedBody], fouten: input.faults), visit)
        case let needed as TokenNeeded:
            var response = problem(Refused(.unauthorized, needed.key), visit)
            let reason = visit.token == nil ? "" : ", error=\"invalid_token\""
            response.headers[.wwwAuthenticate] = "Bearer realm=\"burgerkracht\"\(reason)"
            return response
        case let method as MethodRefused:
            var response = problem(Refused(.methodNotAllowed, .refusedMethod), visit)
            response.headers[.allow] = method.allowed.map(\.rawValue).joined(separator: ", ")
            return response
        case AskRefusal.hasPlan(let plan):
            return problem(
                Problem(
                    status: 409, title: t[.problemConflict], detail: t[.refusedHasPlan], planId: plan.text), visit)
        case let known as any Answerable:
            var response = problem(known.refused, visit)
            if let seconds = known.refused.retryAfter { response.headers[.retryAfter] = String(seconds) }
            return response
        default: return nil
        }
    }

    func problem(_ refused: Refused, _ visit: Visit) -> Response {
        let t = texts[visit.language]
        // Invalid input is 400 here, also where a form says 422 (`/core/error-handling/invalid-input`).
        let status = refused.status == .unprocessableContent ? HTTPResponse.Status.badRequest : refused.status
        return problem(Problem(status: status.code, title: t[status.problemTitle], detail: refused.text(t)), visit)
    }

    private func problem(_ problem: Problem, _ visit: Visit) -> Response {
        var response = json(problem, status: .init(code: problem.status), mediaType: "application/problem+json")
        response.headers[.contentLanguage] = visit.language.rawValue
        return response
    }

    /// An answer of the API. Names stand in order, so that the same answer is the same text.
    func json(
        _ body: some Encodable, status: HTTPResponse.Status = .ok, mediaType: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(body)) ?? Data("{}".utf8)
        return Response(
            status: status, headers: [.contentType: mediaType], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension HTTPResponse.Status {
    /// What kind of refusal this is, in a few words.
    fileprivate var problemTitle: TextKey {
        switch code {
        case 400: .problemInvalid
        case 401: .problemToken
        case 403: .problemForbidden
        case 404: .problemNotFound
        case 405: .problemMethod
        case 406: .problemNotAcceptable
        case 409: .problemConflict
        case 413: .problemTooLarge
        case 415: .problemMediaType
        case 429: .problemTooMany
        case 503: .problemBusy
        default: .refusedTitle
        }
    }
}
