/// Whom the owner wants at her table, for what, and until when.
public struct InvitationWish: Sendable {
    public enum Guest: Sendable {
        /// Somebody of her own people: a name, and a role in a few words.
        case ownPerson(name: Words, role: Words?)
        /// Somebody she put at the table before.
        case tie(NetworkTie.ID)
        /// Somebody of the team.
        case account(Account.ID)
    }

    public let guest: Guest
    /// `nil`: at the table, without looking in.
    public let part: SharingAgreement.Part?
    public let level: SharingAgreement.Level
    public let until: Day

    public init(guest: Guest, part: SharingAgreement.Part?, level: SharingAgreement.Level, until: Day) {
        self.guest = guest
        self.part = part
        self.level = level
        self.until = until
    }
}

public enum InviteRefusal: Error, Equatable, Sendable {
    /// Only the owner says who sits at her table, or who decides for her over her whole plan.
    case onlyOwnerInvites
    /// Somebody decides by law or by a court, and looks in for that: the contact person ends it first.
    case restsOnLaw
    /// Who decides for the owner gives nothing to herself.
    case notYourself
    case untilInPast
    case untilTooFar(latest: Day)
    /// The domain or the step is not in this plan.
    case unknownPart
    case unknownPerson
    /// There is one contact person.
    case contactComesByQuestion
    /// Not of a kind that may see any plan (I11).
    case roleWithoutRoad
    /// This agreement has ended, or is not there.
    case unknownAgreement
}

/// What the owner can pass on.
public struct Invited: Sendable {
    /// The link's secret, shown once; `nil` when no link is needed.
    public let secret: LinkSecret?

    public init(secret: LinkSecret?) { self.secret = secret }
}

/// The owner, or who decides for her over everything, puts somebody at her table, with or without a look into (part of) her plan.
public func invite(
    _ wish: InvitationWish, to plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Invited {
    let seat = try takeSeat(at: plan, to: .agreementGiven, on: occasion, records: records)
    guard seat.decidesAll else { throw InviteRefusal.onlyOwnerInvites }
    return try invite(wish, from: seat, on: occasion, records: records)
}

/// By her own wish, or by her yes to what a professional asked.
func invite(
    _ wish: InvitationWish, from seat: Seat, on occasion: Occasion, records: some Records
) throws -> Invited {
    try check(wish, from: seat, on: occasion.today, records: records)
    let plan = seat.plan.id
    let holder: SharingAgreement.Holder
    var role: String?
    switch wish.guest {
    case .ownPerson(let name, let words):
        let tie = NetworkTie(
            id: occasion.newID(), plan: plan, household: seat.plan.household, name: name.text, role: words?.text,
            since: occasion.today)
        try records.sharing.insert(tie)
        holder = .tie(tie.id)
        role = words?.text
    case .tie(let id): holder = .tie(id)
    case .account(let id): holder = .account(id)
    }
    guard let part = wish.part else { return Invited(secret: nil) }
    var secret: LinkSecret?
    if case .tie = holder { secret = LinkSecret(chance: occasion.chance) }
    let agreement = SharingAgreement(
        id: occasion.newID(), plan: plan, household: seat.plan.household, part: part, holder: holder,
        level: wish.level, role: role, from: occasion.now, until: wish.until, state: .given,
        claimedAt: secret == nil ? occasion.now : nil)
    try records.sharing.insert(agreement, secret: secret)
    if case .account(let id) = holder {
        try settleRequests(for: id, part, from: seat, on: occasion, records: records)
    }
    return Invited(secret: secret)
}

/// Whether this can be shared, with whom, until then.
func check(
    _ wish: InvitationWish, from seat: Seat, on today: Day, records: some Records
) throws {
    guard wish.level != .contact else { throw InviteRefusal.contactComesByQuestion }
    if case .ownPerson = wish.guest {} else if wish.part == nil { throw InviteRefusal.unknownPart }
    if wish.part != nil {
        guard wish.until >= today else { throw InviteRefusal.untilInPast }
        let latest = today.adding(days: SharingAgreement.longestTerm)
        guard wish.until <= latest else { throw InviteRefusal.untilTooFar(latest: latest) }
    }
    switch wish.part {
    case nil, .plan: break
    case .domain(let id):
        guard try records.stories.domains(for: seat).contains(where: { $0.id == id }) else {
            throw InviteRefusal.unknownPart
        }
    case .step(let id):
        guard try records.steps.find(id, for: seat) != nil else { throw InviteRefusal.unknownPart }
    // To a conference one is invited there.
    case .conference: throw InviteRefusal.unknownPart
    }
    switch wish.guest {
    case .ownPerson: break
    case .tie(let id):
        guard try records.sharing.table(for: seat, on: today).canBeAsked(id) else {
            throw InviteRefusal.unknownPerson
        }
        if case .guest(id, _) = seat.holder { throw InviteRefusal.notYourself }
    case .account(let id):
        guard let account = try records.accounts.find(id) else { throw InviteRefusal.unknownPerson }
        guard account.role.mayBeInvited else { throw InviteRefusal.roleWithoutRoad }
    }
}

extension Role {
    /// Whom a resident can give a seat as a professional (`domain.md` §5, row "read plan").
    public var mayBeInvited: Bool {
        switch self {
        case .generalist, .specialist, .provider: true
        default: false
        }
    }
}

/// One tap, and it is over: in open tabs too, because every page asks again.
public func endSharing(
    _ id: SharingAgreement.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .agreementEnded, on: occasion, records: records)
    guard seat.decidesAll else { throw InviteRefusal.onlyOwnerInvites }
    guard let agreement = try records.sharing.find(id, for: seat) else { throw InviteRefusal.unknownAgreement }
    guard agreement.level != .contact else { throw InviteRefusal.contactComesByQuestion }
    guard agreement.state == .given else { return }
    let resting = try representations(restingOn: agreement, from: seat, on: occasion, records: records)
    try records.sharing.end(agreement, at: occasion.now)
    try endResting(resting, from: seat, on: occasion, records: records)
}

/// What ends with an agreement, when this seat may let it end.
private func representations(
    restingOn agreement: SharingAgreement, from seat: Seat, on occasion: Occasion, records: some Records
) throws -> [Representation] {
    guard !seat.spokenFor.isEmpty else { return [] }
    let resting = try records.sharing.table(for: seat, on: occasion.today).representations(
        resting: [agreement], among: seat.spokenFor, today: occasion.today)
    guard !resting.contains(where: \.kind.restsOnLaw) else { throw InviteRefusal.restsOnLaw }
    // Who decides for the owner does not send away another whom the owner chose.
    guard seat.isOwner || resting.isEmpty else { throw InviteRefusal.onlyOwnerInvites }
    return resting
}

/// A new link for somebody who lost hers or has another phone. The old one no longer opens anything.
public func renewLink(
    of id: SharingAgreement.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> LinkSecret {
    let seat = try takeSeat(at: plan, to: .linkRenewed, on: occasion, records: records)
    guard seat.decidesAll else { throw InviteRefusal.onlyOwnerInvites }
    guard let agreement = try records.sharing.find(id, for: seat), case .tie = agreement.holder,
        agreement.gives(accessOn: occasion.today)
    else { throw InviteRefusal.unknownAgreement }
    // Whoever opens a new link sits in her chair: not where the law put somebody.
    _ = try representations(restingOn: agreement, from: seat, on: occasion, records: records)
    let secret = LinkSecret(chance: occasion.chance)
    try records.sharing.renew(agreement, secret: secret)
    return secret
}
