import Domain
import Foundation
import Hummingbird

/// The version of the JSON API, in a header on each of its answers (`/core/version-header`).
let apiVersion = "1.0.0"

/// A refusal as the API says it (RFC 9457, `/core/error-handling/problem-details`).
struct Problem: Encodable {
    struct Fault: Encodable {
        let veld: String
        let melding: String
    }

    let status: Int
    let title: String
    let detail: String
    /// Everything that is wrong with the input, at once (`/core/error-handling/all-errors`).
    var fouten: [Fault]?
}

extension House {
    func problem(_ refused: Refused, _ visit: Visit) -> Response {
        let t = texts[visit.language]
        // Invalid input is 400 here, also where a form says 422 (`/core/error-handling/invalid-input`).
        let status = refused.status == .unprocessableContent ? HTTPResponse.Status.badRequest : refused.status
        return problem(
            Problem(
                status: status.code, title: status.code == 404 ? t[.refusedTitleNotFound] : t[.refusedTitle],
                detail: refused.text(t)))
    }

    func problem(_ problem: Problem) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(problem)) ?? Data("{}".utf8)
        return Response(
            status: .init(code: problem.status), headers: [.contentType: "application/problem+json"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
