/// A conference as one chair sees it.
public final class ConferenceView: Sendable {
    public let seat: Seat
    public let owner: Person
    public let contact: Account?
    public let area: Area
    public let team: Team
    /// The newest one; `nil` when there never was one.
    public let conference: Conference?
    public let chair: Conference.Chair?
    public let guests: [ConferenceGuest]
    public let texts: [ConferenceText]
    public let steps: [ConferenceStep]
    public let confirmations: [ConferenceConfirmation]
    /// Who can still be asked, for who prepares it.
    public let askable: [NetworkTie]
    public let professionals: [Account]
    public let today: Day

    public init(
        seat: Seat, owner: Person, contact: Account?, area: Area, team: Team, conference: Conference?,
        chair: Conference.Chair?, guests: [ConferenceGuest] = [], texts: [ConferenceText] = [],
        steps: [ConferenceStep] = [], confirmations: [ConferenceConfirmation] = [], askable: [NetworkTie] = [],
        professionals: [Account] = [], today: Day
    ) {
        self.seat = seat
        self.owner = owner
        self.contact = contact
        self.area = area
        self.team = team
        self.conference = conference
        self.chair = chair
        self.guests = guests
        self.texts = texts
        self.steps = steps
        self.confirmations = confirmations
        self.askable = askable
        self.professionals = professionals
        self.today = today
    }

    public func texts(_ kind: ConferenceText.Kind) -> [ConferenceText] { texts.filter { $0.kind == kind } }

    /// The family's plan as it was written last.
    public var draft: ConferenceText? { texts(.plan).last }

    /// The family's plan that lies on the table.
    public var presented: ConferenceText? { texts.first { $0.id == conference?.presented } }

    /// Her own people who are invited; the coordinator is not one of them.
    public var family: [ConferenceGuest] { guests.filter { $0.tie != nil && $0.tie != conference?.coordinator } }

    public var coordinator: ConferenceGuest? {
        guard let id = conference?.coordinator else { return nil }
        return guests.first { $0.tie == id }
    }

    public var ready: ConferenceReadiness { ConferenceReadiness(family: family.count, plan: draft?.id) }

    /// What stands under the plan that lies there now.
    public var confirmed: [ConferenceConfirmation] { confirmations.filter { $0.text == conference?.presented } }

    /// Whether somebody may call or offer one from here.
    public var mayCall: Bool {
        guard conference?.isOpen != true else { return false }
        switch seat.holder {
        case .owner: return true
        case .account: return seat.sees == .everything && seat.emergency == nil
        case .guest: return false
        }
    }
}

/// Opens the conference of a plan. Who is not invited learns nothing: not even that there is one.
public func readConference(
    at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> ConferenceView {
    let seat = try takeSeat(at: plan, to: .conferenceRead, on: occasion, records: records)
    let conference = try records.conferences.all(for: seat).last
    return try view(of: conference, from: seat, on: occasion, records: records)
}

/// All conferences there ever were, for the owner who takes her plan along.
func conferences(from seat: Seat, on occasion: Occasion, records: some Records) throws -> [ConferenceView] {
    try records.conferences.all(for: seat).map { try view(of: $0, from: seat, on: occasion, records: records) }
}

private func view(
    of conference: Conference?, from seat: Seat, on occasion: Occasion, records: some Records
) throws -> ConferenceView {
    guard let (area, team) = try records.areas.findWithTeam(seat.area) else { throw SeatRefusal.noRelation }
    let chair = conference?.chair(of: seat)
    if chair == nil {
        // Where there is none, whoever could call or offer one reads that.
        guard conference == nil, seat.sees == .everything else { throw SeatRefusal.noRelation }
        if case .guest = seat.holder { throw SeatRefusal.noRelation }
    }
    let owner = try records.plans.owner(for: seat)
    let contact = try seat.plan.contact.flatMap { try records.accounts.find($0) }
    guard let conference, let chair else {
        return ConferenceView(
            seat: seat, owner: owner, contact: contact, area: area, team: team, conference: nil, chair: nil,
            today: occasion.today)
    }
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    let prepares = (chair == .owner || chair == .coordinator) && conference.isBeforePrivateTime
    let invited = Set(guests.map(\.agreement.holder))
    return ConferenceView(
        seat: seat, owner: owner, contact: contact, area: area, team: team, conference: conference, chair: chair,
        guests: guests, texts: try records.conferences.texts(of: conference, for: seat),
        steps: try records.conferences.steps(of: conference, for: seat),
        confirmations: try records.conferences.confirmations(of: conference, for: seat),
        askable: prepares
            ? try records.conferences.askable(for: conference, seat: seat).filter { !invited.contains(.tie($0.id)) }
            : [],
        professionals: prepares
            ? try records.sharing.table(for: seat, on: occasion.today).professionals.map(\.account)
                .filter { !invited.contains(.account($0.id)) }
            : [],
        today: occasion.today)
}
