/// The owner calls a conference, or says yes to one that was offered; a professional at the table offers one
/// . Calling twice is calling once.
@discardableResult
public func callConference(at plan: Plan.ID, on occasion: Occasion, records: some Records) throws -> Conference.ID {
    let seat = try takeSeat(at: plan, to: .conferenceCalled, on: occasion, records: records)
    let open = try records.conferences.all(for: seat).last.flatMap { $0.isOpen ? $0 : nil }
    let state: Conference.State
    switch seat.holder {
    case .owner:
        if let open {
            if case .proposed = open.state { try wish(open, from: seat, on: occasion, records: records) }
            return open.id
        }
        state = .wanted
    case .account(let account, _):
        guard seat.sees == .everything, seat.emergency == nil else { throw ConferenceRefusal.notYours }
        if let open {
            guard open.state == .proposed(by: account.id) else { throw ConferenceRefusal.alreadyOpen }
            return open.id
        }
        state = .proposed(by: account.id)
    case .guest: throw ConferenceRefusal.onlyOwnerDecides
    }
    let conference = Conference(
        id: occasion.newID(), plan: plan, household: seat.plan.household, state: state, madeAt: occasion.now,
        version: 1)
    try records.conferences.insert(conference)
    try records.plans.update(seat.plan.with(conference: conference.id))
    if state == .wanted {
        try tellContact(.conferenceWanted, of: seat, on: occasion, records: records)
    } else {
        try mailNews(about: seat.plan, on: occasion, records: records)
    }
    return conference.id
}

private func wish(_ conference: Conference, from seat: Seat, on occasion: Occasion, records: some Records) throws {
    try records.conferences.update(conference.moved(to: .wanted), for: seat)
    try tellContact(.conferenceWanted, of: seat, on: occasion, records: records)
}

func tellContact(_ kind: Notice.Kind, of seat: Seat, on occasion: Occasion, records: some Records) throws {
    guard let contact = seat.plan.contact else { return }
    try records.notices.tell(contact, kind, about: seat.plan, on: occasion)
}

/// Who takes part in the newest conference of a plan, and from which chair.
struct Attending {
    let seat: Seat
    let conference: Conference
    let chair: Conference.Chair

    init(
        at plan: Plan.ID, to event: JournalEntry.Event, on occasion: Occasion, records: some Records
    ) throws {
        seat = try takeSeat(at: plan, to: event, on: occasion, records: records)
        let newest = try records.conferences.all(for: seat).last
        guard let conference = newest else {
            guard seat.sees == .everything else { throw SeatRefusal.noRelation }
            throw ConferenceRefusal.noneYet
        }
        guard let chair = conference.chair(of: seat) else { throw SeatRefusal.noRelation }
        self.conference = conference
        self.chair = chair
    }

    /// Who reads in an emergency, writes nothing here either.
    func requireNoEmergency() throws {
        guard seat.emergency == nil else { throw ConferenceRefusal.notYours }
    }
}

/// Takes the conference where `move` leads.
public func moveConference(
    by move: ConferenceMove, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let attending = try Attending(at: plan, to: move.event, on: occasion, records: records)
    let (seat, conference) = (attending.seat, attending.conference)
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    let family = guests.count { $0.tie != nil && $0.tie != conference.coordinator }
    let draft = try records.conferences.texts(of: conference, for: seat).last { $0.kind == .plan }
    let ready = ConferenceReadiness(family: family, plan: draft?.id)
    let moved = try conference.moved(by: move, from: attending.chair, with: ready, at: occasion.now)
    guard moved.state != conference.state else { return }
    switch moved.state {
    case .presented:
        guard let draft else { throw ConferenceRefusal.noPlan }
        try present(draft, conference, guests, from: seat, on: occasion, records: records)
        return
    case .stopped: try sendAway(guests, on: occasion, records: records)
    default: break
    }
    try records.conferences.update(moved, for: seat)
    if moved.isOpen != conference.isOpen {
        try records.plans.update(seat.plan.with(conference: moved.isOpen ? moved.id : nil))
    }
    if move == .want, !conference.isBeforePrivateTime {
        try tellContact(.conferenceWanted, of: seat, on: occasion, records: records)
    }
}

/// What is presented is a text of its own: who stands behind it, stands behind these words and no others.
private func present(
    _ draft: ConferenceText, _ conference: Conference, _ guests: [ConferenceGuest], from seat: Seat,
    on occasion: Occasion, records: some Records
) throws {
    let text = ConferenceText(
        id: occasion.newID(), conference: conference.id, kind: .plan, words: draft.words, author: seat.author,
        writtenAt: occasion.now)
    try records.conferences.insert(text, for: seat)
    try records.conferences.update(conference.moved(to: .presented(text.id)), for: seat)
    let readers = Set(guests.compactMap(\.account?.id) + [seat.plan.contact].compactMap(\.self))
    for reader in readers.sorted() {
        try records.notices.tell(reader, .conferencePresented, about: seat.plan, on: occasion)
    }
}

/// Nobody but the owner, and who sits at the table anyway, sees more of a conference that is over.
func sendAway(_ guests: [ConferenceGuest], on occasion: Occasion, records: some Records) throws {
    for guest in guests { try records.sharing.end(guest.agreement, at: occasion.now) }
}

/// When and where, in words, by the owner or the coordinator. Either may stay empty for now.
public func arrangeConference(
    when: Words?, place: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let attending = try Attending(at: plan, to: .conferencePrepared, on: occasion, records: records)
    let conference = attending.conference
    try attending.requirePreparing()
    if conference.state != .wanted, when == nil || place == nil { throw ConferenceRefusal.notReady }
    guard conference.when != when?.text || conference.place != place?.text else { return }
    try records.conferences.update(conference.arranged(when: when?.text, place: place?.text), for: attending.seat)
}

extension Attending {
    /// Owner and coordinator, as long as the family is not among itself.
    func requirePreparing() throws(ConferenceRefusal) {
        guard chair == .owner || chair == .coordinator else { throw .notYours }
        guard conference.isBeforePrivateTime else { throw .notNow(conference.state) }
    }
}
