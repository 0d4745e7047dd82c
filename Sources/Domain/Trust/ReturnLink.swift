/// A link by e-mail that opens a plan once (*link per mail*), for who has no code at hand. It lives a quarter of an
/// hour from when it went out.
public struct ReturnLink: Sendable {
    /// What stands in the link: 256 random bits. Only its keyed hash is kept.
    public struct Secret: Hashable, Sendable {
        /// Sixty-four characters of `0-9a-f`.
        public let text: String

        public init(chance: Chance) { text = chance.hexText(bytes: 32) }

        /// - Returns: `nil` when it cannot be the secret of any link.
        public init?(_ text: String) {
            guard let token = Session.Token(text) else { return nil }
            self.text = token.text
        }
    }

    public let plan: Plan.ID
    public let household: Household.ID
    public let until: Instant
    public let usedAt: Instant?

    public init(plan: Plan.ID, household: Household.ID, until: Instant, usedAt: Instant? = nil) {
        self.plan = plan
        self.household = household
        self.until = until
        self.usedAt = usedAt
    }

    /// How long a link lives, in minutes.
    public static let minutes = 15

    public func isOpen(at now: Instant) -> Bool { usedAt == nil && now < until }
}

/// "Stuur mij een link": somebody typed an e-mail address. It is kept as a keyed hash, whoever it belongs to.
public struct LinkRequest: Sendable, Identifiable {
    public typealias ID = Identifier<LinkRequest>

    public let id: ID
    public let askedAt: Instant

    public init(id: ID, askedAt: Instant) {
        self.id = id
        self.askedAt = askedAt
    }

    /// So many for one mailbox in an hour; nobody can fill it.
    public static let mostInAnHour = 3
    /// So many plans of one address get a link.
    static let mostPlans = 3
}

public enum ReturnLinkRefusal: Error, Equatable, Sendable {
    /// Never was, used, or past its time: the same words for all three.
    case over
}

/// Somebody asks for a link. What happens is the same for an address that we know and one that we do not, down to
/// the row that is written: the post looks it up later, when nobody is waiting for an answer.
public func askForLink(to address: MailAddress, on occasion: Occasion, records: some Records) throws {
    guard records.mails.isSending else { throw MailRefusal.noMailHere }
    let before = try records.mails.countRequests(for: address, since: occasion.now.adding(hours: -1))
    guard before < LinkRequest.mostInAnHour else { return }
    try records.mails.ask(occasion.newID(), for: address, at: occasion.now)
}

/// The post looks who asked for a link, and queues a mail for each plan with that address.
/// - Returns: how many requests were looked at.
@discardableResult
public func queueLinks(limit: Int = 20, on occasion: Occasion, records: some Records) throws -> Int {
    let requests = try records.mails.openRequests(limit: limit)
    for request in requests {
        try records.mails.finish(request, at: occasion.now)
        guard occasion.now < request.askedAt.adding(hours: Mail.Kind.link.patienceHours) else { continue }
        for plan in try records.mails.plans(askedFor: request, limit: LinkRequest.mostPlans)
        where try records.mails.addressee(of: plan).reachable != nil {
            try records.mails.insert(.new(.link, about: plan, on: occasion))
        }
    }
    return requests.count
}

/// What is behind a link, before it is used: programs that guard a mailbox open links too, and may not use them up.
public func readLink(_ secret: ReturnLink.Secret, on occasion: Occasion, records: some Records) throws -> Plan {
    guard let link = try records.mails.link(secret) else { throw ReturnLinkRefusal.over }
    let plan = try records.plans.header(of: link.plan)
    guard link.isOpen(at: occasion.now) || occasion.actor.owner == plan.owner else { throw ReturnLinkRefusal.over }
    return plan
}

/// She comes back with a link from her mail. It works once.
public func comeBack(
    by secret: ReturnLink.Secret, on occasion: Occasion, records: some Records
) throws -> (owner: Person.ID, plan: Plan.ID) {
    let plan = try readLink(secret, on: occasion, records: records)
    if occasion.actor.owner != plan.owner {
        guard try records.mails.use(secret, at: occasion.now) else { throw ReturnLinkRefusal.over }
    }
    _ = try takeSeat(at: plan.id, to: .linkUsed, on: occasion.asOwner(plan.owner), records: records)
    return (plan.owner, plan.id)
}
