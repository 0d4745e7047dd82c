import Domain
import HTTPTypes
import Hummingbird
import Logging

/// What happens to every request and answer: the limit per address, errors in words, security headers,
/// one line in the log without anything about a person, and a count.
struct Doorkeeper: RouterMiddleware {
    let house: House

    func handle(
        _ request: Request, context: HouseContext, next: (Request, HouseContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let address = context.address(of: request, trustsProxy: house.settings.trustsProxy)
        let isAPI = request.uri.path.hasPrefix("/api/")
        var response: Response
        if !house.limits.admits(address: address, at: house.clock()) {
            response = failure(
                Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10), request, context, isAPI: isAPI)
        } else {
            do {
                response = try await next(request, context)
            } catch {
                response = failure(error, request, context, isAPI: isAPI)
            }
        }
        for field in Self.securityHeaders where response.headers[field.name] == nil {
            response.headers.append(field)
        }
        if isAPI { response.headers[.apiVersion] = apiVersion }
        let passed = (ContinuousClock.now - start).components
        let seconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
        // The pattern, never the path: a path may hold the secret of a link.
        let route = context.endpointPath ?? "-"
        house.metrics.count(
            method: request.method.rawValue, route: route, status: response.status.code, seconds: seconds)
        context.logger.info(
            "answered",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible((seconds * 10_000).rounded() / 10),
            ])
        return response
    }

    private func failure(
        _ error: any Error, _ request: Request, _ context: HouseContext, isAPI: Bool
    ) -> Response {
        if error is LoginNeeded, !isAPI { return house.seeOther(.login, isKept: false) }
        let refused: Refused
        if let known = error as? any Answerable {
            refused = known.refused
        } else {
            // What went wrong, never with whose words: store errors carry none.
            context.logger.error("fault", metadata: ["error": .string(String(describing: error))])
            refused = Refused(.internalServerError, .refusedFault, [("nummer", context.id)])
        }
        let visit =
            isAPI ? Visit(api: request, context, house: house) : Visit(request, context, house: house)
        var response =
            isAPI
            ? house.problem(refused, visit)
            : house.answer(
                RefusalPage(
                    frame: house.frame(visit), status: refused.status.code,
                    text: refused.text(house.texts[visit.language]), back: RefusalPage.wayBack(from: visit.path)),
                visit, status: refused.status)
        if let seconds = refused.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// What every page may load. A page with sound says what it needs more (`Sound`).
    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'",
    ]

    static let securityHeaders: [HTTPField] = {
        let named: [(String, String)] = [
            ("Content-Security-Policy", contentPolicy.joined(separator: "; ")), ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ("Strict-Transport-Security", "max-age=31536000"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"), ("Cache-Control", "no-store"),
        ]
        return named.compactMap { name, value in
            HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
        }
    }()
}

/// No, in words, with what to do next.
struct RefusalPage: Page {
    let frame: Frame
    let status: Int
    let text: String
    let back: Path

    var html: HTML {
        let t = frame.t
        let title = status == 404 ? t[.refusedTitleNotFound] : t[.refusedTitle]
        return frame.document(
            title,
            """
            <h1>\(title)</h1>
            <p class="card">\(text)</p>
            <p><a class="button" href="\(back)">\(t[.goBack])</a></p>
            """)
    }

    /// A plan's page for a deed within it, else the front door.
    static func wayBack(from path: String) -> Path {
        let parts = path.split(separator: "?")[0].split(separator: "/")
        switch parts.first {
        case "plannen" where parts.count > 2 && parts[2] == "conferentie":
            return Plan.ID(String(parts[1])).map { .conference($0) } ?? .front
        case "plannen" where parts.count > 1: return Plan.ID(String(parts[1])).map { .plan($0) } ?? .front
        case "veiligheidssporen" where parts.count > 1:
            return SafetyTrack.ID(String(parts[1])).map { .track($0) } ?? .safety
        case "vragen", "werkdruk": return .today
        case "wijken" where parts.last == "inspreken": return .back(path)
        default: return .front
        }
    }

    static func examples(in frame: Frame) -> [RefusalPage] {
        [
            RefusalPage(frame: frame, status: 404, text: frame.t[.refusedNotFound], back: .front),
            RefusalPage(frame: frame, status: 409, text: frame.t[.refusedOvertaken], back: .front),
        ]
    }
}
