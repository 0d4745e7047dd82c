/// What a resident gives at the front door: her sentence, written or spoken, and one way to reach her. Nothing else is
/// asked: no BSN, no domain, no category.
public struct FirstWords: Sendable {
    /// `nil` only when she spoke instead.
    public let words: Words?
    /// What she said aloud.
    public let recording: Recording?
    /// A phone number, an address, "via mijn zus": `nil` only when she keeps the plan to herself.
    public let reach: Words?

    public init(words: Words, reach: Words?) {
        self.words = words
        recording = nil
        self.reach = reach
    }

    /// She speaks, and may write something with it.
    public init(spoken recording: Recording, words: Words?, reach: Words?) {
        self.words = words
        self.recording = recording
        self.reach = reach
    }
}

/// What she gets back.
public struct BegunPlan: Sendable {
    public let plan: Plan.ID
    public let owner: Person.ID
    public let code: ReturnCode

    public init(plan: Plan.ID, owner: Person.ID, code: ReturnCode) {
        self.plan = plan
        self.owner = owner
        self.code = code
    }
}

/// A sentence starts a plan of which she is the owner, with no professional attached. Who has a plan that is
/// not over gets no second one: what she says belongs there.
public func beginPlan(
    _ first: FirstWords, in area: Area, on occasion: Occasion, records: some Records
) throws -> BegunPlan {
    if let plan = try ownedPlan(on: occasion, records: records), !plan.isOver { throw AskRefusal.hasPlan(plan.id) }
    let household = Household(id: occasion.newID(), area: area.id, begunAt: occasion.now)
    let owner = Person(id: occasion.newID(), household: household.id, name: nil, reach: first.reach?.text)
    let recording = first.recording
    let plan = Plan(
        id: occasion.newID(), household: household.id, owner: owner.id, contact: nil, state: .concept,
        begunAt: occasion.now, version: 1, spoken: recording == nil ? nil : occasion.newID())
    let code = ReturnCode(chance: occasion.chance)
    try records.plans.begin(plan, household: household, owner: owner, code: code)
    if let language = occasion.language { try records.mails.setLanguage(language, of: plan) }
    try records.journal.append(
        .byOwner(owner, .planBegun, on: plan, occasion: occasion))
    if let words = first.words {
        let story = Story(
            id: occasion.newID(), plan: plan.id, household: household.id, kind: .ownWords, words: words.text,
            author: .owner(owner.id), writtenAt: occasion.now, domain: nil)
        try records.stories.insert(story)
    }
    if let recording, let id = plan.spoken {
        let message = SpokenMessage(
            id: id, plan: plan.id, household: household.id, kind: recording.kind, seconds: recording.seconds,
            madeAt: occasion.now, state: .recorded, version: 1)
        try records.spoken.insert(message, recording)
    }
    return BegunPlan(plan: plan.id, owner: owner.id, code: code)
}

/// The plan of the resident whose code opened this session. Somebody with an account writes for others as well, so
/// that nothing is said of her.
public func ownedPlan(on occasion: Occasion, records: some Records) throws -> Plan? {
    guard occasion.actor.account == nil, let owner = occasion.actor.owner else { return nil }
    return try records.plans.plan(of: owner).map { try records.plans.header(of: $0) }
}

/// She brings her sentence to the team of her area: her plan opens for the question (*concept* →
/// *open*), for nobody else yet.
@discardableResult
public func askQuestion(
    _ first: FirstWords, in area: Area, on occasion: Occasion, records: some Records
) throws -> BegunPlan {
    let begun = try beginPlan(first, in: area, on: occasion, records: records)
    let seat = try takeSeat(at: begun.plan, to: .questionAsked, on: occasion.asOwner(begun.owner), records: records)
    try bringQuestion(from: seat, in: area, on: occasion, records: records)
    return begun
}

/// Why she cannot bring her question now.
public enum AskRefusal: Error, Equatable, Sendable {
    case alreadyWaiting(days: Int)
    case alreadyHasContact(name: String, phone: String)
    /// The team has no way to reach her yet.
    case noWayToReach
    /// She has a plan that is not over: this one.
    case hasPlan(Plan.ID)
}

/// The owner of a plan she kept to herself brings it to the team after all.
public func askFromPlan(
    _ id: Plan.ID, reach: Words?, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: id, to: .questionAsked, on: occasion, records: records)
    try seat.requireOwner()
    if let contact = try seat.plan.contact.flatMap({ try records.accounts.find($0) }) {
        throw AskRefusal.alreadyHasContact(name: contact.name, phone: contact.phone)
    }
    if let waiting = try records.questions.latest(of: id), waiting.state == .waiting {
        throw AskRefusal.alreadyWaiting(days: waiting.daysWaiting(on: occasion.today))
    }
    let person = try records.plans.owner(for: seat)
    guard let reachable = reach?.text ?? person.reach else { throw AskRefusal.noWayToReach }
    try records.plans.updateOwner(person.called(person.name, reach: reachable), for: seat)
    guard let area = try records.areas.find(seat.area) else { throw SeatRefusal.noRelation }
    try bringQuestion(from: seat, in: area, on: occasion, records: records)
}

private func bringQuestion(
    from seat: Seat, in area: Area, on occasion: Occasion, records: some Records
) throws {
    try records.questions.insert(
        Question(
            id: occasion.newID(), plan: seat.plan.id, household: seat.plan.household, area: area.id,
            team: area.team, askedAt: occasion.now, state: .waiting, version: 1))
    try records.plans.update(seat.plan.moved(to: .open))
}

/// She takes her waiting question back; her plan is hers alone again.
public func withdrawQuestion(of id: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: id, to: .questionWithdrawn, on: occasion, records: records)
    try seat.requireOwner()
    guard let question = try records.questions.latest(of: id), question.state == .waiting else {
        guard let contact = try seat.plan.contact.flatMap({ try records.accounts.find($0) }) else { return }
        throw AskRefusal.alreadyHasContact(name: contact.name, phone: contact.phone)
    }
    try records.questions.update(question.moved(to: .withdrawn(at: occasion.now)))
    try records.plans.update(seat.plan.moved(to: .concept))
}
