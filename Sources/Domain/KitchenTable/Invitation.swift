/// What stands in an invitation link: 160 random bits. Who has it can come in once (ADR 0008).
public struct LinkSecret: Hashable, Sendable {
    /// Forty characters of `0-9a-f`.
    public let text: String

    public init(chance: Chance) {
        text = chance.hexText(bytes: 20)
    }

    /// - Returns: `nil` when it cannot be the secret of any link.
    public init?(_ text: String) {
        let isHex = text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard text.utf8.count == 40, isHex else { return nil }
        self.text = text
    }
}

/// A link, as far as who holds it may know before coming in.
public struct Invitation: Sendable {
    public let agreement: SharingAgreement
    public let guestName: String
    public let ownerName: String?

    public init(agreement: SharingAgreement, guestName: String, ownerName: String?) {
        self.agreement = agreement
        self.guestName = guestName
        self.ownerName = ownerName
    }
}

public enum InvitationRefusal: Error, Equatable, Sendable {
    /// Never was, ended, or past its date: the same words for all three.
    case notThere
    /// Opened before, on another device.
    case alreadyUsed
}

/// What the page behind a link says, before anything is claimed: messengers fetch links to show a
/// picture of them, and that must not use them up.
public func readInvitation(_ secret: LinkSecret, on occasion: Occasion, records: some Records) throws -> Invitation {
    guard let invitation = try records.sharing.invitation(secret),
        invitation.agreement.gives(accessOn: occasion.today)
    else { throw InvitationRefusal.notThere }
    if invitation.agreement.claimedAt != nil {
        let plan = try records.plans.header(of: invitation.agreement.plan)
        let mine = try records.sharing.live(
            at: plan, account: nil, session: occasion.actor.session, on: occasion.today)
        guard mine.contains(where: { $0.agreement.id == invitation.agreement.id }) else {
            throw InvitationRefusal.alreadyUsed
        }
    }
    return invitation
}

/// The guest says yes on her own phone: from then on this device opens what was shared.
/// - Returns: the agreement, to be put on the key ring of the session.
public func claimInvitation(
    _ secret: LinkSecret, on occasion: Occasion, records: some Records
) throws -> Invitation {
    let invitation = try readInvitation(secret, on: occasion, records: records)
    if invitation.agreement.claimedAt != nil { return invitation }
    guard try records.sharing.claim(invitation.agreement, at: occasion.now) else {
        throw InvitationRefusal.alreadyUsed
    }
    let plan = try records.plans.header(of: invitation.agreement.plan)
    try records.journal.append(
        .byGuest(invitation.guestName, invitation.agreement, .invitationClaimed, on: plan, occasion: occasion))
    return invitation
}
