/// Something waits for the owner: one mail that says so, and not what. At most one in a day, until she looked; only
/// to an e-mail address, and only when she wants it.
func mailNews(about plan: Plan, on occasion: Occasion, records: some Records) throws {
    guard records.mails.isSending, occasion.actor.owner != plan.owner else { return }
    guard try records.mails.addressee(of: plan).reachable != nil else { return }
    if let last = try records.mails.newest(.news, about: plan.id), last.madeAt.day == occasion.today {
        guard try records.mails.hasLooked(at: plan, since: last.madeAt) else { return }
    }
    try records.mails.insert(.new(.news, about: plan, on: occasion))
}

/// The post takes a mail to hand it over. From the commit on, only what the post office writes down can end it.
/// - Returns: `nil` when there is nothing to hand over (any more).
public func takeMail(
    _ id: Mail.ID, to office: String, on occasion: Occasion, records: some Records
) throws -> Letter? {
    guard let mail = try records.mails.find(id), case .queued(let due) = mail.state, due <= occasion.now else {
        return nil
    }
    let plan = try records.plans.header(of: mail.plan)
    let addressee = try records.mails.addressee(of: plan)
    let hasSeen = try mail.kind == .news && records.mails.hasLooked(at: plan, since: mail.madeAt)
    guard let address = addressee.reachable, !hasSeen, !mail.isTooLate(at: occasion.now) else {
        let isLost = addressee.reachable != nil && !hasSeen
        try settleMail(mail, isLost ? .giveUp : .drop, on: occasion, records: records)
        return nil
    }
    guard let header = try records.plans.find(mail.plan),
        let team = try records.areas.findWithTeam(header.area)?.team
    else { throw SeatRefusal.noRelation }
    let handed = try mail.moved(by: .hand(by: office), at: occasion.now)
    guard try records.mails.update(handed) else { return nil }
    var secret: ReturnLink.Secret?
    if mail.kind == .link {
        // Made now, so that no secret waits in the database.
        let drawn = ReturnLink.Secret(chance: occasion.chance)
        try records.mails.insert(
            ReturnLink(
                plan: plan.id, household: plan.household, until: occasion.now.adding(minutes: ReturnLink.minutes)),
            secret: drawn)
        secret = drawn
    }
    return Letter(mail: handed, address: address, language: addressee.language, phone: team.phone, secret: secret)
}

/// What became of a mail. A contact person is told when the owner cannot be reached this way.
/// - Returns: the mail as it is now; `nil` when its household was erased meanwhile.
@discardableResult
public func settleMail(
    _ mail: Mail, _ move: MailMove, on occasion: Occasion, records: some Records
) throws -> Mail? {
    let moved = try mail.moved(by: move, at: occasion.now)
    guard try records.mails.update(moved) else { return nil }
    let plan = try records.plans.header(of: mail.plan)
    switch moved.state {
    case .sent:
        let event: JournalEntry.Event = mail.kind == .link ? .linkMailed : .newsMailed
        try records.journal.append(.byPost(event, on: plan, occasion: occasion))
    case .failed where mail.kind == .news:
        if let contact = plan.contact {
            try records.notices.tell(contact, .mailFailed, about: plan, on: occasion)
        }
    default: break
    }
    return moved
}

/// Mails that another post office took, and of which nothing was heard for a day: that machine is gone. Nobody
/// knows whether they went, so a person calls.
@discardableResult
public func giveUpStranded(limit: Int = 20, on occasion: Occasion, records: some Records) throws -> Int {
    let stranded = try records.mails.stranded(before: occasion.now.adding(days: -1), limit: limit)
    for mail in stranded {
        try settleMail(mail, .refuse(forGood: true), on: occasion, records: records)
    }
    return stranded.count
}

/// Whether mail goes to the owner, for herself to see and to change.
public struct MailChoice: Sendable, Equatable {
    /// Whether there is an address to send to, and mail here at all.
    public let isPossible: Bool
    public let isOn: Bool

    public init(isPossible: Bool, isOn: Bool) {
        self.isPossible = isPossible
        self.isOn = isOn
    }
}

public func readMailChoice(
    of plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> MailChoice {
    let seat = try takeSeat(at: plan, to: .codeRead, on: occasion, records: records)
    return try mailChoice(from: seat, records: records)
}

/// The same, for who has her seat already.
public func mailChoice(from seat: Seat, records: some Records) throws -> MailChoice {
    try seat.requireOwner()
    guard records.mails.isSending else { return MailChoice(isPossible: false, isOn: false) }
    let addressee = try records.mails.addressee(of: seat.plan)
    return MailChoice(isPossible: addressee.address != nil, isOn: addressee.wantsMail)
}

/// "Zet de mail uit": who reads her mailbox along may not learn that she has a plan, and may not open it.
public func chooseMail(_ wants: Bool, at plan: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: plan, to: .ownerNamed, on: occasion, records: records)
    try seat.requireOwner()
    try records.mails.setWantsMail(wants, at: occasion.now, for: seat)
}
