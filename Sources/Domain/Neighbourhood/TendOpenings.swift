/// What somebody of the team writes down of a place to take part.
public struct OpeningWish: Sendable {
    public let kind: Opening.Kind
    public let words: Words
    public let place: Words
    public let when: Words
    public let callName: Words
    public let callPhone: Words
    public let until: Day

    public init(
        kind: Opening.Kind, words: Words, place: Words, when: Words, callName: Words, callPhone: Words, until: Day
    ) {
        self.kind = kind
        self.words = words
        self.place = place
        self.when = when
        self.callName = callName
        self.callPhone = callPhone
        self.until = until
    }
}

/// The most that one page shows of an area.
let mostOpenings = 100

/// Adds a place to take part. The same place twice is one place: a double click adds nothing.
@discardableResult
public func addOpening(
    _ wish: OpeningWish, in area: Area, on occasion: Occasion, records: some Records
) throws -> Opening.ID {
    let account = try whoTends(area, on: occasion)
    let opening = Opening(
        id: occasion.newID(), area: area.id, kind: wish.kind, words: wish.words.text, place: wish.place.text,
        when: wish.when.text, call: WhomToCall(name: wish.callName.text, phone: wish.callPhone.text),
        until: try Opening.lastDay(wish.until, from: occasion.today), madeBy: account.id, madeAt: occasion.now,
        state: .open, version: 1)
    guard opening.call.canBeCalled else { throw OpeningRefusal.noNumber }
    let known = try records.openings.open(in: area.id, on: occasion.today, limit: mostOpenings)
    if let same = known.first(where: { $0.saysTheSame(as: opening) }) { return same.id }
    try records.openings.insert(opening)
    return opening.id
}

extension Opening {
    fileprivate func saysTheSame(as other: Opening) -> Bool {
        kind == other.kind && words == other.words && place == other.place && when == other.when && call == other.call
    }
}

/// Nobody is needed there any more. What is in somebody's plan stays there as it was.
public func closeOpening(
    _ id: Opening.ID, in area: Area, on occasion: Occasion, records: some Records
) throws {
    let account = try whoTends(area, on: occasion)
    let opening = try opening(id, in: area, records: records)
    let closed = opening.closed(by: account.id, at: occasion.now)
    if closed.state != opening.state { try records.openings.update(closed) }
}

/// Somebody is needed there again.
public func reopenOpening(
    _ id: Opening.ID, until day: Day, in area: Area, on occasion: Occasion, records: some Records
) throws {
    _ = try whoTends(area, on: occasion)
    let opening = try opening(id, in: area, records: records)
    let open = try opening.reopened(until: day, on: occasion.today)
    if open.state != opening.state || open.until != opening.until { try records.openings.update(open) }
}

private func whoTends(_ area: Area, on occasion: Occasion) throws(OpeningRefusal) -> Account {
    guard let account = occasion.actor.account, area.isTended(by: account) else { throw .notFromThisArea }
    return account
}

private func opening(_ id: Opening.ID, in area: Area, records: some Records) throws -> Opening {
    guard let opening = try records.openings.find(id), opening.area == area.id else { throw OpeningRefusal.unknown }
    return opening
}

/// The public page of an area: what there is to take part in. Nothing of a person is read for it, but whether the
/// one who looks has a plan of her own here.
public struct OpeningsView: Sendable {
    public let area: Area
    public let team: Team
    public let open: [Opening]
    /// For who works for this area: what was closed or is over.
    public let past: [Opening]
    /// Who looks and works for this area.
    public let tender: Account?
    /// The plan in this area of the resident who looks.
    public let plan: Plan?
    public let contact: Account?
    public let today: Day

    public init(
        area: Area, team: Team, open: [Opening], past: [Opening], tender: Account?, plan: Plan?, contact: Account?,
        today: Day
    ) {
        self.area = area
        self.team = team
        self.open = open
        self.past = past
        self.tender = tender
        self.plan = plan
        self.contact = contact
        self.today = today
    }
}

/// What can be taken part in, for anybody at all.
/// - Returns: `nil` when there is no such area.
public func readOpenings(in slug: String, on occasion: Occasion, records: some Records) throws -> OpeningsView? {
    guard let area = try records.areas.find(slug: slug), let team = try records.teams.find(area.team) else {
        return nil
    }
    let tender = occasion.actor.account.flatMap { area.isTended(by: $0) ? $0 : nil }
    let header = try ownedPlan(on: occasion, records: records).flatMap { try records.plans.find($0.id) }
    let plan = header.flatMap { $0.area == area.id ? $0.plan : nil }
    return OpeningsView(
        area: area, team: team,
        open: try records.openings.open(in: area.id, on: occasion.today, limit: mostOpenings),
        past: tender == nil ? [] : try records.openings.past(in: area.id, on: occasion.today, limit: 20),
        tender: tender, plan: plan, contact: try plan?.contact.flatMap { try records.accounts.find($0) },
        today: occasion.today)
}
