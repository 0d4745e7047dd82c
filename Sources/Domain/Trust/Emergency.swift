/// Breaking the glass (*noodtoegang*, R-129): a worker reads a plan that she has no relation to, because somebody
/// is in danger. It needs a reason, ends by itself, is loud everywhere, and a privacy officer looks at each.
public struct EmergencyAccess: Sendable, Identifiable {
    public typealias ID = Identifier<EmergencyAccess>

    /// What the privacy officer found.
    public enum Finding: String, Sendable, CaseIterable {
        case right
        case wrong
    }

    public struct Review: Sendable, Equatable {
        public let at: Instant
        public let finding: Finding
        public let words: String?

        public init(at: Instant, finding: Finding, words: String?) {
            self.at = at
            self.finding = finding
            self.words = words
        }
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let worker: Account
    public let reason: String
    public let from: Instant
    /// Until just before this moment.
    public let until: Instant
    /// Why the resident does not know yet; `nil` when she was told at once.
    public let silence: String?
    /// When she could read it.
    public let toldAt: Instant?
    public let endedAt: Instant?
    public let review: Review?
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, worker: Account, reason: String, from: Instant, until: Instant,
        silence: String?, toldAt: Instant?, endedAt: Instant?, review: Review?, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.worker = worker
        self.reason = reason
        self.from = from
        self.until = until
        self.silence = silence
        self.toldAt = toldAt
        self.endedAt = endedAt
        self.review = review
        self.version = version
    }

    /// At most a day.
    public static let longestHours = 24

    public func isLive(at now: Instant) -> Bool { endedAt == nil && from <= now && now < until }

    func with(toldAt: Instant? = nil, endedAt: Instant? = nil, review: Review? = nil) -> EmergencyAccess {
        EmergencyAccess(
            id: id, plan: plan, household: household, worker: worker, reason: reason, from: from, until: until,
            silence: silence, toldAt: toldAt ?? self.toldAt, endedAt: endedAt ?? self.endedAt,
            review: review ?? self.review, version: version)
    }
}

/// What a worker asks for when somebody is in danger.
public struct EmergencyWish: Sendable {
    /// How the resident can be reached, as the worker knows it: that is how her plan is found.
    public let reach: Words
    public let reason: Words
    /// Within 1 to `EmergencyAccess.longestHours`.
    public let hours: Int
    /// Why the resident should not know yet; `nil` tells her at once.
    public let silence: Words?

    public init(reach: Words, reason: Words, hours: Int, silence: Words?) {
        self.reach = reach
        self.reason = reason
        self.hours = hours
        self.silence = silence
    }
}

public enum EmergencyRefusal: Error, Equatable, Sendable {
    /// This role never breaks the glass, or never looks at who did.
    case notThisRole
    /// Nobody who gave this way to reach her has a plan.
    case nobodyFound
    /// She sits at this table already, or reads it in an emergency now.
    case hasAccess(Plan.ID)
    case tooLong
    case unknown
    case alreadyReviewed
}

public protocol EmergencyRecords {
    /// The newest plan of a person who gave this way to reach her.
    func plan(reachedBy reach: String) throws -> Plan.ID?
    func insert(_ access: EmergencyAccess) throws
    func find(_ id: EmergencyAccess.ID) throws -> EmergencyAccess?
    func update(_ access: EmergencyAccess) throws
    func live(at plan: Plan.ID, by worker: Account.ID, at now: Instant) throws -> EmergencyAccess?
    func live(by worker: Account.ID, at now: Instant) throws -> [EmergencyAccess]
    /// What a privacy officer has to look at, the oldest first, and then what was looked at, the newest first.
    func all(limit: Int) throws -> [EmergencyAccess]
    /// What the owner may know of.
    func told(at plan: Plan.ID) throws -> [EmergencyAccess]
}

extension Role {
    /// Whether people in this role may break the glass.
    public var mayBreakTheGlass: Bool { takesUpQuestions }
}

/// Opens a plan in an emergency. The resident reads it at once, unless a reason is kept why not yet; her contact
/// person is told, and a privacy officer looks at it.
@discardableResult
public func breakTheGlass(
    _ wish: EmergencyWish, on occasion: Occasion, records: some Records
) throws -> EmergencyAccess {
    guard let worker = occasion.actor.account, worker.role.mayBreakTheGlass else {
        throw EmergencyRefusal.notThisRole
    }
    guard (1...EmergencyAccess.longestHours).contains(wish.hours) else { throw EmergencyRefusal.tooLong }
    guard let id = try records.emergencies.plan(reachedBy: wish.reach.text) else { throw EmergencyRefusal.nobodyFound }
    let plan = try records.plans.header(of: id)
    let relation = try records.sharing.live(at: plan, account: worker.id, session: nil, on: occasion.today)
    let isReading = try records.emergencies.live(at: id, by: worker.id, at: occasion.now) != nil
    guard relation.allSatisfy(\.agreement.part.isConference), !isReading else { throw EmergencyRefusal.hasAccess(id) }
    let access = EmergencyAccess(
        id: occasion.newID(), plan: id, household: plan.household, worker: worker, reason: wish.reason.text,
        from: occasion.now, until: occasion.now.adding(hours: wish.hours), silence: wish.silence?.text,
        toldAt: wish.silence == nil ? occasion.now : nil, endedAt: nil, review: nil, version: 1)
    try records.emergencies.insert(access)
    if access.toldAt != nil {
        try records.plans.update(plan.toldOfEmergency(at: occasion.now))
        try mailNews(about: plan, on: occasion, records: records)
    }
    try records.journal.append(.inEmergency(worker, .emergencyOpened, on: plan, occasion: occasion))
    if let contact = plan.contact, contact != worker.id {
        try records.notices.tell(contact, .emergencyOpened, about: plan, on: occasion)
    }
    return access
}

/// "Klaar": the worker closes what she opened.
public func closeTheGlass(_ id: EmergencyAccess.ID, on occasion: Occasion, records: some Records) throws {
    guard let access = try records.emergencies.find(id), access.worker.id == occasion.actor.account?.id else {
        throw EmergencyRefusal.unknown
    }
    guard access.isLive(at: occasion.now) else { return }
    try records.emergencies.update(access.with(endedAt: occasion.now))
}

/// The emergencies of one reader: a worker's own that are open, or all of them for a privacy officer.
public func emergencies(on occasion: Occasion, records: some Records) throws -> [EmergencyAccess] {
    guard let account = occasion.actor.account else { throw EmergencyRefusal.notThisRole }
    if account.role == .privacyOfficer { return try records.emergencies.all(limit: 200) }
    guard account.role.mayBreakTheGlass else { throw EmergencyRefusal.notThisRole }
    return try records.emergencies.live(by: account.id, at: occasion.now)
}

/// The privacy officer decides that the resident can know now. Saying it twice is saying it once.
public func tellResident(of id: EmergencyAccess.ID, on occasion: Occasion, records: some Records) throws {
    let access = try forOfficer(id, on: occasion, records: records)
    guard access.toldAt == nil else { return }
    try records.emergencies.update(access.with(toldAt: occasion.now))
    let plan = try records.plans.header(of: access.plan)
    try records.plans.update(plan.toldOfEmergency(at: occasion.now))
    try mailNews(about: plan, on: occasion, records: records)
}

/// The privacy officer says whether it was right.
public func reviewEmergency(
    _ id: EmergencyAccess.ID, _ finding: EmergencyAccess.Finding, words: Words?, on occasion: Occasion,
    records: some Records
) throws {
    let access = try forOfficer(id, on: occasion, records: records)
    if let review = access.review {
        guard review.finding == finding, review.words == words?.text else { throw EmergencyRefusal.alreadyReviewed }
        return
    }
    try records.emergencies.update(
        access.with(review: EmergencyAccess.Review(at: occasion.now, finding: finding, words: words?.text)))
}

private func forOfficer(
    _ id: EmergencyAccess.ID, on occasion: Occasion, records: some Records
) throws -> EmergencyAccess {
    guard occasion.actor.account?.role == .privacyOfficer else { throw EmergencyRefusal.notThisRole }
    guard let access = try records.emergencies.find(id) else { throw EmergencyRefusal.unknown }
    return access
}
