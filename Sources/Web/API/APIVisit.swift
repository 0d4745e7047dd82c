import Domain
import HTTPTypes
import Hummingbird

/// A request to the API carries its key in a header, never in a cookie: no page elsewhere can make a
/// browser send it, so there is nothing to forge.
extension Visit {
    init(api request: Request, _ context: HouseContext, house: House) {
        token = Self.bearer(request.headers[.authorization])
        visitorMark = ""
        isNewVisitor = false
        language = Language(accepted: request.headers[.acceptLanguage]) ?? .nl
        origin = Origin(road: .api, address: context.address(of: request, trustsProxy: house.settings.trustsProxy))
        path = request.uri.string
    }

    /// `Bearer <token>` (RFC 6750).
    private static func bearer(_ header: String?) -> Session.Token? {
        guard let parts = header?.split(separator: " "), parts.count == 2, parts[0].lowercased() == "bearer" else {
            return nil
        }
        return Session.Token(String(parts[1]))
    }
}

extension Language {
    /// The language of ours that `Accept-Language` likes best; `nil` when it names none of them.
    init?(accepted header: String?) {
        let known = AcceptList(header).choices.compactMap { choice in
            Language(rawValue: String(choice.name.prefix { $0 != "-" })).map { (language: $0, weight: choice.weight) }
        }
        // The first of those that weigh most.
        guard let most = known.map(\.weight).max(), let best = known.first(where: { $0.weight == most }) else {
            return nil
        }
        self = best.language
    }
}

/// The choices of an `Accept` or `Accept-Language` header (RFC 9110, 12.4.2), without those of weight 0.
struct AcceptList {
    let choices: [(name: String, weight: Double)]

    init(_ header: String?) {
        choices = (header ?? "").split(separator: ",").compactMap { item in
            let parts = item.split(separator: ";").map { String($0).trimmed.lowercased() }
            guard let name = parts.first, !name.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0 ? (name, weight) : nil
        }
    }

    var takesJSON: Bool {
        choices.contains { ["application/json", "application/*", "*/*"].contains($0.name) }
    }

    var takesSound: Bool { choices.contains { $0.name.hasPrefix("audio/") || $0.name == "*/*" } }
}

extension HTTPField.Name {
    static let idempotencyKey = apiField("Idempotency-Key")

    private static func apiField(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return field
    }
}
