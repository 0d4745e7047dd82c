/// What the contact person writes down of a representation that rests on the law or on a court.
public struct LawfulRepresentation: Sendable {
    /// Not `chosen`.
    public let kind: Representation.Kind
    public let part: Representation.Part
    public let until: Day
    /// Which document she saw: "het gezagsregister, op 3 maart".
    public let document: Words
    /// The owner's day of birth; with parental authority, and then alone.
    public let born: Day?

    public init(kind: Representation.Kind, part: Representation.Part, until: Day, document: Words, born: Day?) {
        self.kind = kind
        self.part = part
        self.until = until
        self.document = document
        self.born = born
    }
}

public enum RepresentationRefusal: Error, Equatable, Sendable {
    case unknown
    /// Somebody of the team never decides for a resident (I1, I3).
    case neverProfessional
    /// Only the owner chooses who speaks for her.
    case onlyOwnerChooses
    /// Only the contact person writes down what rests on the law.
    case onlyContactRecords
    /// This rests on the law or on a court: the owner's contact person ends it.
    case restsOnLaw
    /// This was not shared with her, or she did not open her link yet.
    case notShared
    case untilInPast
    /// Later than she may look in.
    case untilTooFar(latest: Day)
    /// An administrator is there for money, not for a whole plan.
    case administratorForPart
    /// Parental authority needs a day of birth that can be.
    case bornNeeded
    /// From sixteen on she decides alone.
    case decidesHerself
}

/// The owner chooses somebody of her own people to decide with her (*gekozen vertegenwoordiger*). Choosing her again
/// for the same part changes the day.
public func nameRepresentative(
    _ tie: NetworkTie.ID, for part: Representation.Part, until: Day, at plan: Plan.ID, on occasion: Occasion,
    records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .representationBegun, on: occasion, records: records)
    guard seat.isOwner else { throw RepresentationRefusal.onlyOwnerChooses }
    let person = try find(tie, sharing: part, until: until, from: seat, on: occasion, records: records)
    try keep(
        Representation(
            id: occasion.newID(), plan: plan, household: seat.plan.household, tie: tie, name: person.name,
            kind: .chosen, part: part, since: occasion.now, until: until),
        from: seat, on: occasion, records: records)
}

/// The contact person writes down who decides by law or by a court, with the document she saw. The owner reads it.
public func recordRepresentative(
    _ tie: NetworkTie.ID, _ wish: LawfulRepresentation, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .representationBegun, on: occasion, records: records)
    guard seat.isContact, case .account(let recorder, _) = seat.holder, wish.kind.restsOnLaw else {
        throw RepresentationRefusal.onlyContactRecords
    }
    try wish.check(on: occasion.today)
    let person = try find(tie, sharing: wish.part, until: wish.until, from: seat, on: occasion, records: records)
    try keep(
        Representation(
            id: occasion.newID(), plan: plan, household: seat.plan.household, tie: tie, name: person.name,
            kind: wish.kind, part: wish.part, since: occasion.now, until: wish.until,
            born: wish.kind == .authority ? wish.born : nil, document: wish.document.text, recordedBy: recorder.id),
        from: seat, on: occasion, records: records)
    try mailNews(about: seat.plan, on: occasion, records: records)
}

extension LawfulRepresentation {
    func check(on today: Day) throws(RepresentationRefusal) {
        if kind == .administrator, part == .plan { throw .administratorForPart }
        guard kind == .authority else { return }
        guard let born, born <= today, born.age(on: today) < 120 else { throw .bornNeeded }
        guard born.age(on: today) < Representation.decidesFrom else { throw .decidesHerself }
    }
}

private func find(
    _ id: NetworkTie.ID, sharing part: Representation.Part, until: Day, from seat: Seat, on occasion: Occasion,
    records: some Records
) throws -> NetworkTie {
    let table = try records.sharing.table(for: seat, on: occasion.today)
    guard let tie = table.askable.first(where: { $0.id == id }) else {
        if let account = Account.ID(id.text), try records.accounts.find(account) != nil {
            throw RepresentationRefusal.neverProfessional
        }
        throw RepresentationRefusal.unknown
    }
    if case .domain(let domain) = part {
        guard try records.stories.domains(for: seat).contains(where: { $0.id == domain }) else {
            throw RepresentationRefusal.notShared
        }
    }
    guard let latest = table.lastDayShared(part, with: id, on: occasion.today) else {
        throw RepresentationRefusal.notShared
    }
    guard until >= occasion.today else { throw RepresentationRefusal.untilInPast }
    guard until <= latest else { throw RepresentationRefusal.untilTooFar(latest: latest) }
    return tie
}

/// Writing the same down again changes its day and its document, and adds nothing.
private func keep(
    _ made: Representation, from seat: Seat, on occasion: Occasion, records: some Records
) throws {
    let known = try records.representations.live(at: seat.plan.id, on: occasion.today).first {
        $0.tie == made.tie && $0.kind == made.kind && $0.part == made.part
    }
    if let known {
        try records.representations.update(
            known.renewed(until: made.until, born: made.born, document: made.document, by: made.recordedBy), for: seat)
    } else {
        try records.representations.insert(made)
    }
    if seat.plan.representedAt == nil { try records.plans.update(seat.plan.represented(at: occasion.now)) }
}

/// One tap, and it is over, in open tabs too. The owner ends what she chose, the representative gives it back, the
/// contact person ends what rests on the law. Twice is once.
public func endRepresentation(
    _ id: Representation.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .representationEnded, on: occasion, records: records)
    guard let known = try records.representations.find(id, for: seat) else { throw RepresentationRefusal.unknown }
    switch seat.holder {
    case .owner: guard !known.kind.restsOnLaw else { throw RepresentationRefusal.restsOnLaw }
    case .guest(let own, _):
        guard known.tie == own else { throw RepresentationRefusal.unknown }
        guard !known.kind.restsOnLaw else { throw RepresentationRefusal.restsOnLaw }
    case .account:
        guard seat.isContact else { throw RepresentationRefusal.onlyContactRecords }
        guard known.kind.restsOnLaw else { throw RepresentationRefusal.onlyOwnerChooses }
    }
    guard known.endedAt == nil else { return }
    try records.representations.end(known, at: occasion.now)
}

// MARK: - What it rests on

extension Table {
    /// Until when a part is shared with somebody who opened her link and may write; `nil` when it is not.
    public func lastDayShared(_ part: Representation.Part, with tie: NetworkTie.ID, on today: Day) -> Day? {
        Self.lastDay(of: part, in: liveAgreements(of: tie, on: today))
    }

    private static func lastDay(of part: Representation.Part, in agreements: [SharingAgreement]) -> Day? {
        agreements.filter { agreement in
            guard agreement.claimedAt != nil, agreement.level != .read else { return false }
            switch (agreement.part, part) {
            case (.plan, _): return true
            case (.domain(let shared), .domain(let asked)): return shared == asked
            default: return false
            }
        }.map(\.until).max()
    }

    /// The representations that have nothing to rest on when these agreements end.
    func representations(
        resting on: [SharingAgreement], among all: [Representation.InForce], today: Day
    ) -> [Representation] {
        let ending = Set(on.map(\.id))
        return all.map(\.representation).filter { one in
            guard on.contains(where: { $0.holder == .tie(one.tie) }) else { return false }
            let rest = liveAgreements(of: one.tie, on: today).filter { !ending.contains($0.id) }
            return (Self.lastDay(of: one.part, in: rest) ?? today.adding(days: -1)) < one.until
        }
    }
}

/// Ends representations together with what they rested on, and says so in the journal.
func endResting(
    _ representations: [Representation], from seat: Seat, on occasion: Occasion, records: some Records
) throws {
    for one in representations {
        try records.representations.end(one, at: occasion.now)
        try records.journal.append(.from(seat, .representationEnded, occasion: occasion))
    }
}
