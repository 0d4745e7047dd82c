import Crypto
import Domain
import HTTPTypes
import Hummingbird

/// The context of one request, with the address it came from.
public struct HouseContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    let remoteAddress: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
    }

    /// Forms and API bodies are words; none needs more than this many bytes.
    public var maxUploadSize: Int { 64 * 1024 }
}

/// What a request tells before anything is looked up.
struct Visit: Sendable {
    /// The session's token, when there is one.
    let token: Session.Token?
    /// For who has no session: a mark of this browser, so that forms can be signed.
    let visitorMark: String
    let isNewVisitor: Bool
    let language: Language
    let origin: Origin
    /// Path and query of the page, for the way back.
    let path: String

    static let sessionCookie = "__Host-bk"
    static let visitorCookie = "__Host-bk-bezoek"
    static let languageCookie = "taal"

    init(_ request: Request, _ context: HouseContext, house: House) {
        let cookies = Self.cookies(of: request)
        token = cookies[Self.sessionCookie].flatMap { Session.Token($0) }
        if let known = cookies[Self.visitorCookie], Session.Token(known) != nil {
            visitorMark = known
            isNewVisitor = false
        } else {
            visitorMark = token == nil ? Session.Token(chance: house.chance).text : ""
            isNewVisitor = token == nil
        }
        language = cookies[Self.languageCookie].flatMap { Language(rawValue: $0) } ?? .nl
        origin = Origin(road: .page, address: context.address(of: request, trustsProxy: house.settings.trustsProxy))
        path = request.method == .get ? request.uri.string : Self.page(behind: request.uri.path)
    }

    /// What the browser sent along (RFC 6265, section 5.4), read once for all three.
    private static func cookies(of request: Request) -> [String: String] {
        var cookies: [String: String] = [:]
        for field in request.headers[values: .cookie] {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
                guard parts.count == 2 else { continue }
                cookies[String(Substring(parts[0].drop { $0 == UInt8(ascii: " ") }))] = String(Substring(parts[1]))
            }
        }
        return cookies
    }

    /// The page that a form stands on: where the switch of language and the way back lead after a POST.
    static func page(behind path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        switch parts.first {
        case "wijken" where parts.count > 2 && parts[2] == "meedoen": return "/wijken/\(parts[1])/meedoen"
        case "plannen" where parts.count > 2 && parts[2] == "conferentie": return "/plannen/\(parts[1])/conferentie"
        case "wijken" where parts.last == "ingesproken": return "/wijken/\(parts[1])/inspreken"
        case "plannen" where parts.count > 1, "wijken" where parts.count > 1: return "/\(parts[0])/\(parts[1])"
        case "veiligheidssporen" where parts.count > 1: return "/\(parts[0])/\(parts[1])"
        case "code", "inloggen", "vragen": return "/\(parts[0])"
        // What stands behind it may be a secret.
        case "links": return "/code"
        default: return "/"
        }
    }

    /// What every form of this visit carries: nobody elsewhere can make it (CSRF).
    func formMark(_ house: House) -> String {
        let bound = token?.text ?? visitorMark
        let code = HMAC<SHA256>.authenticationCode(for: Array(bound.utf8), using: house.formsKey)
        return hexText(Array(code.prefix(16)))
    }
}

extension HouseContext {
    /// The network address of the visitor: the last that our own proxy added, or the connection's.
    func address(of request: Request, trustsProxy: Bool) -> String {
        guard trustsProxy, let forwarded = request.headers[.xForwardedFor],
            let last = forwarded.split(separator: ",").last
        else { return remoteAddress }
        return String(last).trimmed
    }
}

extension HTTPField.Name {
    static let xForwardedFor = named("X-Forwarded-For")
    static let apiVersion = named("API-Version")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return field
    }
}
