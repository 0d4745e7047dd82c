/// What the owner can do with her plan as a whole (`domain.md` §4, R-009, R-050). From every state there
/// is a way on; none of them asks anybody's approval.
public enum PlanMove: String, CaseIterable, Sendable {
    /// A light contact with a rhythm: the pilot light (*waakvlam*).
    case keepWarm
    /// "Het is klaar zo."
    case roundOff
    /// "Het lukt toch niet": to the same contact person, on the same plan.
    case reopen
    case pause
    /// Back from a pause, to where she was.
    case resume
    case stop

    public var event: JournalEntry.Event {
        switch self {
        case .keepWarm: .planKeptWarm
        case .roundOff: .planRoundedOff
        case .reopen: .planReopened
        case .pause: .planPaused
        case .resume: .planResumed
        case .stop: .planStopped
        }
    }

    /// What the contact person is told; `nil` when there is nothing to do for her.
    var notice: Notice.Kind? {
        switch self {
        case .reopen: .triedAndFailed
        case .pause: .planPaused
        case .stop: .planStopped
        case .keepWarm: .planKeptWarm
        case .roundOff: .planRoundedOff
        case .resume: .planResumed
        }
    }
}

/// Why a plan does not move.
public enum PlanRefusal: Error, Equatable, Sendable {
    case onlyOwnerDecides
    /// This move does not lead on from where the plan is now.
    case notFromHere(Plan.State)
    /// A pilot light needs somebody who keeps it.
    case noContact
    /// The one who should become contact person does not take up questions in this team.
    case notInTeam
    /// No such notice for this reader.
    case unknownNotice
}

extension Plan {
    /// The plan after `move`, or why not. Doing twice what is done is no mistake.
    public func moved(by move: PlanMove) throws(PlanRefusal) -> Plan {
        switch (move, state) {
        case (.keepWarm, .running):
            guard contact != nil else { throw .noContact }
            return moved(to: .pilotLight)
        case (.roundOff, .running), (.roundOff, .pilotLight): return moved(to: .roundedOff)
        case (.reopen, .pilotLight), (.reopen, .roundedOff), (.reopen, .stopped):
            return moved(to: contact == nil ? .concept : .running)
        case (.pause, .concept), (.pause, .open), (.pause, .running), (.pause, .pilotLight), (.pause, .roundedOff):
            return moved(to: .paused, from: state)
        case (.resume, .paused), (.resume, .asleep): return moved(to: former ?? (contact == nil ? .concept : .running))
        case (.stop, .concept), (.stop, .open), (.stop, .running), (.stop, .pilotLight), (.stop, .roundedOff),
            (.stop, .paused), (.stop, .asleep):
            return moved(to: .stopped)
        case (.keepWarm, .pilotLight), (.roundOff, .roundedOff), (.reopen, .running), (.pause, .paused),
            (.resume, .concept), (.resume, .open), (.resume, .running), (.resume, .pilotLight), (.resume, .roundedOff),
            (.stop, .stopped):
            return self
        default: throw .notFromHere(state)
        }
    }

    /// The plan asleep; what is over, or asleep already, stays as it is.
    func asleep() -> Plan {
        switch state {
        case .concept, .open, .running, .pilotLight: moved(to: .asleep, from: state)
        case .paused: moved(to: .asleep, from: former)
        case .roundedOff, .stopped, .asleep: self
        }
    }

    /// The moves that lead on from here, in the order a page offers them.
    public var ways: [PlanMove] {
        PlanMove.allCases.filter { move in
            guard let next = try? moved(by: move) else { return false }
            return next.state != state
        }
    }
}

extension Seat {
    /// Whether this seat takes the plan there. Stopping is the owner's alone: nobody else lets her plan end.
    public func makes(_ move: PlanMove) -> Bool { move == .stop ? isOwner : decidesAll }
}

/// The owner moves her plan, or who decides for her over everything. Nobody has to agree; who has to know is told.
/// - Parameter words: with a pilot light its rhythm ("koffie in mei"), else what she wants to say. May be left out.
public func movePlan(
    _ id: Plan.ID, by move: PlanMove, words: Words? = nil, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: id, to: move.event, on: occasion, records: records)
    guard seat.makes(move) else { throw PlanRefusal.onlyOwnerDecides }
    let moved = try seat.plan.moved(by: move)
    guard moved.state != seat.plan.state else { return }
    try records.plans.update(moved)
    if move == .keepWarm { try records.plans.setRhythm(words?.text, for: seat) }
    if move != .keepWarm, let words {
        try records.stories.insert(
            Story(
                id: occasion.newID(), plan: id, household: seat.plan.household, kind: seat.isOwner ? .ownWords : .note,
                words: words.text, author: seat.author(about: nil), writtenAt: occasion.now, domain: nil))
    }
    switch move {
    case .stop: try leave(seat, keepingContact: false, on: occasion, records: records)
    case .roundOff: try leave(seat, keepingContact: true, on: occasion, records: records)
    case .reopen: try seatContact(of: moved, from: seat, on: occasion, records: records)
    case .keepWarm, .pause, .resume: break
    }
    // A track about safety stays where it is; who follows it has to know (I3).
    if move == .stop { try records.safety.note(.stopped, of: id, at: occasion.now) }
    if move == .reopen { try records.safety.note(.goesOn, of: id, at: occasion.now) }
    if let contact = moved.contact, let kind = move.notice {
        try records.notices.insert(
            Notice(
                id: occasion.newID(), kind: kind, plan: moved.id, household: moved.household, for: .account(contact),
                madeAt: occasion.now))
    }
}

/// The professionals get up from the table. Her own people stay, as long as she wants.
private func leave(_ seat: Seat, keepingContact: Bool, on occasion: Occasion, records: some Records) throws {
    for seated in try records.sharing.table(for: seat, on: occasion.today).professionals {
        for agreement in seated.agreements where !(keepingContact && agreement.level == .contact) {
            try records.sharing.end(agreement, at: occasion.now)
        }
    }
    try withdrawRequests(from: seat, on: occasion, records: records)
    guard !keepingContact, let question = try records.questions.latest(of: seat.plan.id), question.state == .waiting
    else { return }
    try records.questions.update(question.moved(to: .withdrawn(at: occasion.now)))
}

/// The same contact person as before sits at the table again.
private func seatContact(of plan: Plan, from seat: Seat, on occasion: Occasion, records: some Records) throws {
    guard let contact = plan.contact else { return }
    let seated = try records.sharing.table(for: seat, on: occasion.today).professionals
    if seated.contains(where: { $0.account.id == contact && $0.agreements.contains { $0.level == .contact } }) {
        return
    }
    try records.sharing.insert(
        .contact(contact, of: plan, id: occasion.newID(), from: occasion.now), secret: nil)
}

// MARK: - Another contact person

/// "Ik wil een ander": to the lead of the team, without a reason. Asking twice is asking once.
public func askForAnotherContact(at id: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let seat = try takeSeat(at: id, to: .otherContactAsked, on: occasion, records: records)
    guard seat.decidesAll else { throw PlanRefusal.onlyOwnerDecides }
    guard seat.plan.contact != nil, let area = try records.areas.find(seat.area) else { throw PlanRefusal.noContact }
    guard try records.notices.open(.otherContactAsked, about: id) == nil else { return }
    try records.notices.insert(
        Notice(
            id: occasion.newID(), kind: .otherContactAsked, plan: id, household: seat.plan.household,
            for: .team(area.team), madeAt: occasion.now))
}

/// The lead of the team names who becomes contact person. She sees that somebody asked and for how long,
/// never who or why. Until then the former one stays: nobody is without a name.
public func nameSuccessor(
    _ id: Notice.ID, to worker: Account.ID, on occasion: Occasion, records: some Records
) throws {
    guard let lead = occasion.actor.account, lead.role == .teamLead, let notice = try records.notices.find(id),
        notice.kind == .otherContactAsked, notice.reader == lead.team.map(Notice.Reader.team)
    else { throw PlanRefusal.unknownNotice }
    guard notice.doneAt == nil else { return }
    guard let account = try records.accounts.find(worker), account.team == lead.team, account.role.takesUpQuestions
    else { throw PlanRefusal.notInTeam }
    let plan = try records.plans.header(of: notice.plan)
    try records.sharing.endContact(of: plan, at: occasion.now)
    try records.plans.update(plan.with(contact: account.id))
    if plan.state != .stopped {
        try records.sharing.insert(
            .contact(account.id, of: plan, id: occasion.newID(), from: occasion.now), secret: nil)
    }
    try records.notices.finish(notice, at: occasion.now)
    try records.notices.insert(
        Notice(
            id: occasion.newID(), kind: .becameContact, plan: plan.id, household: plan.household,
            for: .account(account.id), madeAt: occasion.now))
    try records.journal.append(.byAccount(lead, .contactReplaced, on: plan, occasion: occasion))
    try mailNews(about: plan, on: occasion, records: records)
}
