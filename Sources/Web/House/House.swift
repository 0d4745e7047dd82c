import Crypto
import Domain
import Foundation

/// What one installation decides for itself.
public struct Settings: Sendable {
    /// The municipality that answers for this installation.
    public var municipality: String
    /// The fictional town is open to all who sit at this computer; see `DemoRoutes`.
    public var isDemo: Bool
    /// The gallery of pages is open.
    public var isDevelopment: Bool
    /// Behind a proxy of our own, whose `X-Forwarded-For` can be believed.
    public var trustsProxy: Bool
    /// Requests per second that one network address may make, over time.
    public var requestsPerSecond: Double
    /// New questions that one network address may ask at once; after that one a minute.
    public var questionsAtOnce: Int
    /// What links to this house begin with, as `https://plan.waterveen.nl`; the visitor's own host when `nil`.
    public var publicAddress: String?
    /// Whom programmers write to about the API (`/core/doc-openapi-contact`); from the two above when `nil`.
    public var contactName: String?
    public var contactEmail: String?
    public var contactURL: String?
    /// Mail goes out: a resident can ask for a link, and is told when there is something new.
    public var sendsMail: Bool
    /// A bare route beside the house, to measure it by. Only for `bin/bench`.
    public var hasBareRoute: Bool

    public init(
        municipality: String = "Waterveen", isDemo: Bool = false, isDevelopment: Bool = false,
        trustsProxy: Bool = false, requestsPerSecond: Double = 50, questionsAtOnce: Int = 20,
        publicAddress: String? = nil,
        contactName: String? = nil, contactEmail: String? = nil, contactURL: String? = nil,
        sendsMail: Bool = false, hasBareRoute: Bool = false
    ) {
        self.contactName = contactName
        self.contactEmail = contactEmail
        self.contactURL = contactURL
        self.municipality = municipality
        self.isDemo = isDemo
        self.isDevelopment = isDevelopment
        self.trustsProxy = trustsProxy
        self.requestsPerSecond = requestsPerSecond
        self.questionsAtOnce = questionsAtOnce
        self.publicAddress = publicAddress
        self.sendsMail = sendsMail
        self.hasBareRoute = hasBareRoute
    }
}

extension Settings {
    struct APIContact: Sendable {
        let name: String
        let email: String
        let url: String
    }

    /// An installation without an address of its own gives one that can belong to nobody (RFC 2606).
    var apiContact: APIContact {
        let address = publicAddress ?? "https://burgerkracht.example"
        let host = URLComponents(string: address)?.host ?? "burgerkracht.example"
        return APIContact(
            name: contactName ?? "Beheer van de API, gemeente \(municipality)", email: contactEmail ?? "api@\(host)",
            url: contactURL ?? address)
    }
}

/// Checking a password is slow on purpose; how it is done is the store's affair.
public struct PasswordCheck: Sendable {
    let matches: @Sendable (_ password: String, _ hash: String?) async -> Bool

    /// - Parameter matches: takes as long for an unknown login (`nil`) as for a known one.
    public init(_ matches: @escaping @Sendable (String, String?) async -> Bool) { self.matches = matches }
}

/// Everything the routes work with.
public struct House: Sendable {
    let transactions: any Transactions
    let texts: Texts
    let assets: Assets
    let settings: Settings
    let clock: @Sendable () -> Instant
    let chance: Chance
    let passwords: PasswordCheck
    let formsKey: SymmetricKey
    let limits: Limits
    let nameplate: Nameplate
    public let metrics = Metrics()

    /// - Parameters:
    ///   - home: the folder with `Texts` and `Public`.
    ///   - formsKey: 32 bytes that sign the marks in forms.
    public init(
        transactions: any Transactions, home: String, settings: Settings, formsKey: [UInt8],
        passwords: PasswordCheck, clock: @escaping @Sendable () -> Instant, chance: Chance = .system
    ) throws {
        self.transactions = transactions
        texts = try Texts(folder: "\(home)/Texts")
        assets = try Assets(folder: "\(home)/Public")
        self.settings = settings
        self.formsKey = SymmetricKey(data: formsKey)
        self.passwords = passwords
        self.clock = clock
        self.chance = chance
        nameplate = Nameplate(
            municipality: settings.municipality, stylesheet: assets.path("burgerkracht.css"),
            script: assets.path("burgerkracht.js"), recorder: assets.path("inspreken.js"),
            icon: assets.path("icon.svg"), isDemo: settings.isDemo,
            chance: chance)
        limits = Limits(
            requestsPerSecond: settings.requestsPerSecond, questionsAtOnce: settings.questionsAtOnce)
    }

    /// Runs an action as whoever carries the visit's token: finding out who that is, the action, and
    /// its journal are one transaction.
    /// - Parameter plan: the plan it is about; a refused try by an account is written in its journal.
    func act<T: Sendable>(
        _ visit: Visit, at plan: Plan.ID? = nil,
        _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        let now = clock()
        do {
            return try await transactions.write { records in
                try body(occasion(of: visit, at: now, records: records), records)
            }
        } catch let refusal as SeatRefusal where plan != nil && visit.token != nil {
            if let plan, refusal != .onlyConference {
                try await transactions.write { records in
                    try recordRefusal(
                        at: plan, on: occasion(of: visit, at: now, records: records), records: records)
                }
            }
            throw refusal
        }
    }

    /// Reads what is nobody's: no journal, no change.
    func look<T: Sendable>(
        _ visit: Visit, _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        let now = clock()
        return try await transactions.read { records in
            try body(occasion(of: visit, at: now, records: records), records)
        }
    }

    private func occasion(of visit: Visit, at now: Instant, records: any Records) throws -> Occasion {
        let actor = try visit.token.map { try records.sessions.actor($0, at: now) } ?? .visitor
        return Occasion(actor: actor, now: now, origin: visit.origin, chance: chance, language: visit.language)
    }
}
