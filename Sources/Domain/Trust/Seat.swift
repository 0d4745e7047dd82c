/// A seat at the table: the proof that somebody may see (part of) a plan now. Only `takeSeat` makes
/// one, and every port that gives out content of a plan asks for one, so there is no other way to
/// the rows (I5, ADR 0004). A seat is good for one transaction; it is never kept.
public struct Seat: Sendable {
    public enum Holder: Sendable {
        case owner(Person.ID)
        case guest(NetworkTie.ID, name: String)
        case account(Account, level: SharingAgreement.Level)
    }

    /// What can be seen from here.
    public enum Sight: Hashable, Sendable {
        case everything
        case parts(domains: Set<LifeDomain.ID>, steps: Set<Step.ID>)
    }

    public let plan: Plan
    public let area: Area.ID
    public let holder: Holder
    public let sees: Sight
    /// Whether this seat writes along, or only reads.
    public let mayWrite: Bool
    /// The agreements it rests on; none for the owner.
    public let agreements: [SharingAgreement]
    /// The emergency it rests on, when it rests on no relation at all.
    public let emergency: EmergencyAccess?
    /// Whose word counts for the owner today, as far as the owner and her guests have to know. A seat of the team
    /// holds none: the team never decides for her.
    public let spokenFor: [Representation.InForce]

    fileprivate init(
        plan: Plan, area: Area.ID, holder: Holder, sees: Sight, mayWrite: Bool, agreements: [SharingAgreement],
        emergency: EmergencyAccess? = nil, spokenFor: [Representation.InForce] = []
    ) {
        self.plan = plan
        self.area = area
        self.holder = holder
        self.sees = sees
        self.mayWrite = mayWrite
        self.agreements = agreements
        self.emergency = emergency
        self.spokenFor = spokenFor
    }

    /// A seat at a table that does not exist, for the gallery of pages and its snapshots.
    /// `ArchitectureTests` checks that nothing else asks for this SPI.
    @_spi(Examples)
    public static func example(
        plan: Plan, area: Area.ID, holder: Holder, sees: Sight = .everything, mayWrite: Bool = true,
        agreements: [SharingAgreement] = [], emergency: EmergencyAccess? = nil,
        spokenFor: [Representation.InForce] = []
    ) -> Seat {
        Seat(
            plan: plan, area: area, holder: holder, sees: sees, mayWrite: mayWrite && emergency == nil,
            agreements: agreements,
            emergency: emergency, spokenFor: spokenFor)
    }

    /// The owner's own seat, for what she answered on paper. `confirmSheet` alone asks for it, after her code.
    func ofOwnerOnPaper(on today: Day, records: some Records) throws -> Seat {
        Seat(
            plan: plan, area: area, holder: .owner(plan.owner), sees: .everything, mayWrite: true, agreements: [],
            spokenFor: try Domain.spokenFor(at: plan, on: today, records: records))
    }

    public var isOwner: Bool {
        if case .owner = holder { true } else { false }
    }

    /// Somebody with an account: of the team, or called in by it.
    public var isOfTeam: Bool {
        if case .account = holder { true } else { false }
    }

    public var isContact: Bool {
        if case .account(_, .contact) = holder { true } else { false }
    }

    /// Whether this seat rests on invitations to a conference alone.
    var seesOnlyConference: Bool {
        !agreements.isEmpty && agreements.allSatisfy(\.part.isConference)
    }

    /// Whether a link to this conference leads somewhere from here.
    public func mayOpen(_ conference: Conference.ID) -> Bool {
        switch holder {
        case .owner: true
        case .account where sees == .everything: true
        case .account, .guest: agreements.contains { $0.part == .conference(conference) }
        }
    }

    public func sees(domain: LifeDomain.ID?, step: Step.ID? = nil) -> Bool {
        switch sees {
        case .everything: true
        case .parts(let domains, let steps):
            domain.map { domains.contains($0) } == true || step.map { steps.contains($0) } == true
        }
    }

    public func requireOwner() throws(SeatRefusal) {
        guard isOwner else { throw .onlyOwner }
    }

    var author: Story.Author {
        switch holder {
        case .owner(let id): .owner(id)
        case .guest(_, let name): .guest(agreements[0].id, name: name)
        case .account(let account, _): .account(account.id, name: account.name)
        }
    }
}

public enum SeatRefusal: Error, Equatable, Sendable {
    /// No relation to this plan, or no such plan: the answer is the same (404).
    case noRelation
    /// A role that has no road to persons at all (403).
    case noRoad
    /// Invited to the family's conference, and to nothing else of the plan (404 there).
    case onlyConference
    /// At the table, but this is for the owner alone.
    case onlyOwner
}

/// The one way to a plan. Looks for a live relation (owner, a sharing agreement that runs today, or an emergency)
/// and writes the access record in the same transaction.
/// - Parameter event: what is going to be read or done; it stands in the resident's journal.
/// - Throws: `SeatRefusal`; a refusal of somebody with an account is journalled by `recordRefusal`.
public func takeSeat(
    at id: Plan.ID, to event: JournalEntry.Event, on occasion: Occasion, records: some Records
) throws -> Seat {
    guard let header = try records.plans.find(id) else { throw refusal(for: occasion.actor) }
    guard let seat = try seat(at: header, on: occasion, records: records) else {
        throw refusal(for: occasion.actor)
    }
    guard event.isOfConference || !seat.seesOnlyConference else { throw SeatRefusal.onlyConference }
    try records.journal.append(.from(seat, event, occasion: occasion))
    return seat
}

private func seat(at header: PlanHeader, on occasion: Occasion, records: some Records) throws -> Seat? {
    let plan = header.plan
    if let owner = occasion.actor.owner, owner == plan.owner {
        return Seat(
            plan: plan, area: header.area, holder: .owner(owner), sees: .everything, mayWrite: true,
            agreements: [], spokenFor: try spokenFor(at: plan, on: occasion.today, records: records))
    }
    let account = occasion.actor.account.flatMap { $0.role.hasRoadToPersons ? $0 : nil }
    // A ring with a worker's key on it is no chair among the family.
    let isWorker = occasion.actor.account?.role.isProfessional == true
    let live = try records.sharing.live(
        at: plan, account: account?.id, session: occasion.actor.session, on: occasion.today
    ).filter { !(isWorker && $0.tie != nil && $0.agreement.part.isConference) }
    let forAccount = live.filter { $0.agreement.holder == account.map { .account($0.id) } }
    if let account, !forAccount.isEmpty {
        let agreements = forAccount.map(\.agreement)
        // To be invited to a conference is not in the way of somebody in danger.
        if agreements.allSatisfy(\.part.isConference),
            let seat = try seatInEmergency(at: header, account, on: occasion, records: records)
        {
            return seat
        }
        let level: SharingAgreement.Level = agreements.contains { $0.level == .contact } ? .contact : .join
        return Seat(
            plan: plan, area: header.area, holder: .account(account, level: level), sees: sight(of: agreements),
            mayWrite: agreements.contains { $0.level != .read }, agreements: agreements)
    }
    guard let tie = live.lazy.compactMap(\.tie).first else {
        return try seatInEmergency(at: header, account, on: occasion, records: records)
    }
    let agreements = live.filter { $0.tie?.id == tie.id }.map(\.agreement)
    return Seat(
        plan: plan, area: header.area, holder: .guest(tie.id, name: tie.name), sees: sight(of: agreements),
        mayWrite: agreements.contains { $0.level != .read }, agreements: agreements,
        spokenFor: (live.first { $0.tie?.id == tie.id }?.spokenFor ?? []).filter { one in
            // A ring with a worker's key on it never decides for a resident (I3).
            one.representation.tie != tie.id || occasion.actor.account?.role.isProfessional != true
        })
}

/// Without any relation: only behind broken glass, and only to read.
private func seatInEmergency(
    at header: PlanHeader, _ account: Account?, on occasion: Occasion, records: some Records
) throws -> Seat? {
    guard let account, account.role.mayBreakTheGlass,
        let access = try records.emergencies.live(at: header.plan.id, by: account.id, at: occasion.now)
    else { return nil }
    return Seat(
        plan: header.plan, area: header.area, holder: .account(account, level: .read), sees: .everything,
        mayWrite: false, agreements: [], emergency: access)
}

private func sight(of agreements: [SharingAgreement]) -> Seat.Sight {
    var domains: Set<LifeDomain.ID> = []
    var steps: Set<Step.ID> = []
    for agreement in agreements {
        switch agreement.part {
        case .plan: return .everything
        case .domain(let id): domains.insert(id)
        case .step(let id): steps.insert(id)
        case .conference: break
        }
    }
    return .parts(domains: domains, steps: steps)
}

private func refusal(for actor: Actor) -> SeatRefusal {
    guard let role = actor.account?.role, !role.hasRoadToPersons else { return .noRelation }
    return .noRoad
}

/// Somebody with an account tried a plan that is not for her: the owner can read that too (ADR 0013).
/// A plan that does not exist, or a try without account, leaves nothing.
public func recordRefusal(at id: Plan.ID, on occasion: Occasion, records: some Records) throws {
    guard let account = occasion.actor.account, let header = try records.plans.find(id) else { return }
    try records.journal.append(
        .byAccount(account, .attemptRefused, on: header.plan, outcome: .refused, occasion: occasion))
}

extension Occasion {
    /// The same occasion, with the resident who has just begun her plan as the one who acts.
    func asOwner(_ owner: Person.ID) -> Occasion {
        Occasion(
            actor: Actor(account: actor.account, owner: owner, session: actor.session), now: now, origin: origin,
            chance: chance, language: language)
    }
}
