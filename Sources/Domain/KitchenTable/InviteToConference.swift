/// The owner names who prepares her conference: somebody she trusts, by name. The link is for that person; what it
/// opens is the conference and nothing of the plan. Who was named before is out.
/// - Parameter role: what she is called at the table, in the owner's language.
public func nameCoordinator(
    _ name: Words, role: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> LinkSecret {
    let attending = try Attending(at: plan, to: .conferencePrepared, on: occasion, records: records)
    let (seat, conference) = (attending.seat, attending.conference)
    guard attending.chair == .owner else { throw ConferenceRefusal.onlyOwnerDecides }
    try attending.requirePreparing()
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    try sendAway(guests.filter { $0.tie != nil && $0.tie == conference.coordinator }, on: occasion, records: records)
    let tie = NetworkTie(
        id: occasion.newID(), plan: plan, household: seat.plan.household, name: name.text, role: role?.text,
        since: occasion.today)
    try records.sharing.insert(tie)
    try records.conferences.update(conference.prepared(by: tie.id), for: seat)
    let secret = LinkSecret(chance: occasion.chance)
    try admit(.tie(tie.id), by: secret, role: role?.text, attending, on: occasion, records: records)
    return secret
}

/// Owner or coordinator invites somebody of the network, or a professional at the table for the information. The
/// coordinator asks only whom the owner put at her table herself and can be asked: who is kept out, is kept out here.
public func inviteToConference(
    _ guest: InvitationWish.Guest, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Invited {
    let attending = try Attending(at: plan, to: .conferenceInvited, on: occasion, records: records)
    let (seat, conference) = (attending.seat, attending.conference)
    try attending.requirePreparing()
    let holder: SharingAgreement.Holder
    switch guest {
    case .ownPerson(let name, let role):
        guard attending.chair == .owner else { throw ConferenceRefusal.onlyOwnerBrings }
        let tie = NetworkTie(
            id: occasion.newID(), plan: plan, household: seat.plan.household, name: name.text, role: role?.text,
            since: occasion.today)
        try records.sharing.insert(tie)
        holder = .tie(tie.id)
    case .tie(let id):
        guard try records.conferences.askable(for: conference, seat: seat).contains(where: { $0.id == id }) else {
            throw ConferenceRefusal.unknownPerson
        }
        holder = .tie(id)
    case .account(let id):
        let table = try records.sharing.table(for: seat, on: occasion.today)
        guard table.professionals.contains(where: { $0.account.id == id }) else {
            throw ConferenceRefusal.unknownPerson
        }
        holder = .account(id)
    }
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    guard !guests.contains(where: { $0.agreement.holder == holder }) else { throw ConferenceRefusal.alreadyInvited }
    var secret: LinkSecret?
    switch holder {
    case .tie: secret = LinkSecret(chance: occasion.chance)
    case .account(let id): try records.notices.tell(id, .conferenceInvited, about: seat.plan, on: occasion)
    }
    try admit(holder, by: secret, role: nil, attending, on: occasion, records: records)
    return Invited(secret: secret)
}

/// An agreement for the conference alone, to read: what somebody does there follows from the chair, and at the
/// rest of the table it gives nothing.
private func admit(
    _ holder: SharingAgreement.Holder, by secret: LinkSecret?, role: String?, _ attending: Attending,
    on occasion: Occasion, records: some Records
) throws {
    try records.sharing.insert(
        SharingAgreement(
            id: occasion.newID(), plan: attending.seat.plan.id, household: attending.seat.plan.household,
            part: .conference(attending.conference.id), holder: holder, level: .read, role: role, from: occasion.now,
            until: occasion.today.adding(days: SharingAgreement.longestTerm), state: .given,
            claimedAt: secret == nil ? occasion.now : nil), secret: secret)
}
