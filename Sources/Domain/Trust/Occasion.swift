/// Who is asking, as far as the keys they carry tell. One session is a key ring: the same sister can
/// own a plan and be a guest at another's table (ADR 0009).
public struct Actor: Sendable {
    public let account: Account?
    /// The resident whose return code opened this session.
    public let owner: Person.ID?
    /// The session, by which guest agreements are found.
    public let session: Session.Key?

    public init(account: Account? = nil, owner: Person.ID? = nil, session: Session.Key? = nil) {
        self.account = account
        self.owner = owner
        self.session = session
    }

    /// Somebody without any key.
    public static let visitor = Actor()
}

/// From where somebody acted (NEN 7513 NetworkAccessPoint; BIO2 8.15.01 origin).
public struct Origin: Hashable, Sendable {
    /// By what road.
    public enum Road: String, Sendable {
        case page, api, command
    }

    public let road: Road
    /// The network address, as the server saw it.
    public let address: String

    public init(road: Road, address: String) {
        self.road = road
        self.address = address
    }
}

/// Everything about one request that a rule may need: who, when, from where, and chance.
public struct Occasion: Sendable {
    public let actor: Actor
    public let now: Instant
    public let origin: Origin
    public let chance: Chance
    /// The language of the page; `nil` where there is none, as with a command.
    public let language: Language?

    public init(actor: Actor, now: Instant, origin: Origin, chance: Chance, language: Language? = nil) {
        self.actor = actor
        self.now = now
        self.origin = origin
        self.chance = chance
        self.language = language
    }

    public var today: Day { now.day }

    /// The same, at another moment.
    func at(_ moment: Instant) -> Occasion {
        Occasion(actor: actor, now: moment, origin: origin, chance: chance, language: language)
    }

    public func newID<Subject>() -> Identifier<Subject> { chance.identifier(at: now) }
}
