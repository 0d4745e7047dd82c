/// For whom a professional asks, for what, until when, and why.
public struct SharingWish: Sendable {
    public let account: Account.ID
    public let part: SharingAgreement.Part
    public let until: Day
    public let reason: Words

    public init(account: Account.ID, part: SharingAgreement.Part, until: Day, reason: Words) {
        self.account = account
        self.part = part
        self.until = until
        self.reason = reason
    }

    /// What her yes comes down to.
    fileprivate var asInvitation: InvitationWish { .join(account, part, until: until) }
}

extension InvitationWish {
    fileprivate static func join(_ account: Account.ID, _ part: SharingAgreement.Part, until: Day) -> InvitationWish {
        InvitationWish(guest: .account(account), part: part, level: .join, until: until)
    }
}

/// The plan, and who of its team does not see all of it: for whom can be asked.
public func readColleagues(
    at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> (view: PlanView, colleagues: [Account]) {
    let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
    guard view.seat.mayAskToShare else { throw RequestRefusal.notFromHere }
    let colleagues = try records.accounts.members(of: view.team.id).filter { account in
        !view.table.agreements(of: account.id).contains { $0.part == .plan }
    }
    return (view, colleagues)
}

/// "Mag Rashid meekijken?": a professional at the table asks the owner (script D4). Asking twice is asking once.
@discardableResult
public func askToShare(
    _ wish: SharingWish, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> SharingRequest.ID {
    let seat = try takeSeat(at: plan, to: .sharingAsked, on: occasion, records: records)
    guard seat.mayAskToShare, case .account(let asker, _) = seat.holder else { throw RequestRefusal.notFromHere }
    try check(wish.asInvitation, from: seat, on: occasion.today, records: records)
    let colleague = try colleague(wish, from: seat, on: occasion.today, records: records)
    for same in try records.requests.waiting(for: seat)
    where same.account.id == colleague.id && same.part == wish.part {
        guard same.isPast(on: occasion.today) else { return same.id }
        try records.requests.update(same.moved(to: .withdrawn(at: occasion.now)), for: seat)
    }
    let request = SharingRequest(
        id: occasion.newID(), plan: plan, household: seat.plan.household, account: colleague, part: wish.part,
        until: wish.until, reason: wish.reason.text, asker: asker, askedAt: occasion.now, state: .asked, version: 1)
    try records.requests.insert(request)
    try mailNews(about: seat.plan, on: occasion, records: records)
    return request.id
}

/// Somebody of the team of this area, who does not see it yet.
private func colleague(
    _ wish: SharingWish, from seat: Seat, on today: Day, records: some Records
) throws -> Account {
    guard let account = try records.accounts.find(wish.account), let area = try records.areas.find(seat.area),
        account.team == area.team
    else { throw InviteRefusal.unknownPerson }
    var seen: [SharingAgreement.Part] = [.plan, wish.part]
    if case .step(let id) = wish.part, let domain = try records.steps.find(id, for: seat)?.domain {
        seen.append(.domain(domain))
    }
    let live = try records.sharing.table(for: seat, on: today).agreements(of: account.id)
    guard !live.contains(where: { seen.contains($0.part) }) else {
        throw RequestRefusal.seesAlready(name: account.name)
    }
    return account
}

/// Everything that was ever asked at this table, for the owner and who asks.
public func readRequests(
    of plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> (view: PlanView, requests: [SharingRequest]) {
    let view = try readPlan(plan, as: .tableRead, on: occasion, records: records)
    guard view.seat.seesRequests else { throw RequestRefusal.unknown }
    return (view, try records.requests.all(for: view.seat))
}

/// The owner, or who decides for her over everything, says yes or "nu niet"; or who asked takes it back. Who asked is told.
public func answerRequest(
    _ id: SharingRequest.ID, _ answer: RequestAnswer, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: answer.event, on: occasion, records: records)
    guard let request = try records.requests.find(id, for: seat) else { throw RequestRefusal.unknown }
    switch answer {
    case .give, .refuse: guard seat.answersRequests else { throw RequestRefusal.onlyOwnerDecides }
    case .withdraw:
        guard case .account(let account, _) = seat.holder, account.id == request.asker.id else {
            throw RequestRefusal.notTheAsker
        }
    }
    let answered = try request.answered(answer, at: occasion.now)
    guard answered.state != request.state else { return }
    try keep(answered, from: seat, on: occasion, records: records)
    if answer == .give { try give(request, from: seat, on: occasion, records: records) }
}

/// Her yes makes the agreement, as if she invited the colleague herself. What the colleague had of the same part and
/// is less than this ends: she has one thing to stop, never two.
private func give(_ request: SharingRequest, from seat: Seat, on occasion: Occasion, records: some Records) throws {
    let live = try records.sharing.table(for: seat, on: occasion.today).agreements(of: request.account.id)
        .filter { $0.part == request.part }
    let isEnough = live.contains { $0.level == .contact || $0.level == .join && $0.until >= request.until }
    guard !isEnough else { return }
    for shorter in live { try records.sharing.end(shorter, at: occasion.now) }
    _ = try invite(
        .join(request.account.id, request.part, until: request.until), from: seat, on: occasion, records: records)
}

private func keep(_ answered: SharingRequest, from seat: Seat, on occasion: Occasion, records: some Records) throws {
    try records.requests.update(answered, for: seat)
    let notice: Notice.Kind? =
        switch answered.state {
        case .given: .sharingGiven
        case .refused: .sharingRefused
        case .asked, .withdrawn: nil
        }
    guard let notice else { return }
    try records.notices.tell(answered.asker.id, notice, about: seat.plan, on: occasion)
}

/// The owner invited the colleague herself while the question waited: that is her yes.
func settleRequests(
    for account: Account.ID, _ part: SharingAgreement.Part, from seat: Seat, on occasion: Occasion,
    records: some Records
) throws {
    guard seat.plan.sharingAskedAt != nil else { return }
    for request in try records.requests.waiting(for: seat) where request.account.id == account && request.part == part {
        try keep(request.moved(to: .given(at: occasion.now)), from: seat, on: occasion, records: records)
    }
}

/// The professionals get up from the table: what they asked falls away.
func withdrawRequests(from seat: Seat, on occasion: Occasion, records: some Records) throws {
    guard seat.plan.sharingAskedAt != nil else { return }
    for request in try records.requests.waiting(for: seat) {
        try keep(request.moved(to: .withdrawn(at: occasion.now)), from: seat, on: occasion, records: records)
    }
}

extension Table {
    /// What somebody of the team sees now.
    func agreements(of account: Account.ID) -> [SharingAgreement] {
        professionals.first { $0.account.id == account }?.agreements ?? []
    }
}
