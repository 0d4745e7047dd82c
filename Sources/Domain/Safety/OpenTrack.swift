/// What a worker who worries writes down first: step one of the reporting code.
public struct SafetyWish: Sendable {
    /// Whether the resident knows: one of the two is always said.
    public enum Knowing: Sendable {
        /// What she was told; she reads it on her plan.
        case told(Words)
        /// Why not yet.
        case notYet(Words)
    }

    /// Who it is about.
    public let about: Words
    public let signals: Words
    public let knowing: Knowing
    /// Why there is no time for the steps between; `nil` when there is.
    public let acute: Words?

    public init(about: Words, signals: Words, knowing: Knowing, acute: Words?) {
        self.about = about
        self.signals = signals
        self.knowing = knowing
        self.acute = acute
    }
}

extension Seat {
    /// Who can begin a track: who works with this household, and anybody who takes up questions and sees the plan
    /// now, also in an emergency. Never the resident or her guests.
    public var mayWorryAloud: Bool {
        guard case .account(let account, let level) = holder else { return false }
        return account.role.takesUpQuestions || (account.role.isProfessional && level != .read)
    }
}

/// The form before anything was opened: for whom, and with whom to consult first.
public struct SafetyStart: Sendable {
    public let seat: Seat
    public let ownerName: String?
    public let team: Team
    /// Who take up questions in the team of the area, without herself.
    public let colleagues: [Account]

    public init(seat: Seat, ownerName: String?, team: Team, colleagues: [Account]) {
        self.seat = seat
        self.ownerName = ownerName
        self.team = team
        self.colleagues = colleagues
    }
}

/// - Throws: `SafetyRefusal.alreadyOpen` when she knows of a track at this plan.
public func prepareTrack(at id: Plan.ID, on occasion: Occasion, records: some Records) throws -> SafetyStart {
    let (seat, account) = try worriedSeat(at: id, on: occasion, records: records)
    guard let (_, team) = try records.areas.findWithTeam(seat.area) else { throw SafetyRefusal.unknown }
    return SafetyStart(
        seat: seat, ownerName: try records.plans.owner(for: seat).name, team: team,
        colleagues: try records.accounts.members(of: team.id).filter { $0.id != account.id })
}

/// "Ik maak me zorgen over veiligheid." In the journal of the plan stands that she read it, as always, and nothing
/// of the track; unless the resident was told.
@discardableResult
public func openTrack(
    _ wish: SafetyWish, at id: Plan.ID, on occasion: Occasion, records: some Records
) throws -> SafetyTrack {
    let (seat, account) = try worriedSeat(at: id, on: occasion, records: records)
    let first = try SafetyTrack.State.at(.signals).after(.signals)
    let track = SafetyTrack(
        id: occasion.newID(), household: occasion.newID(), area: seat.area, plan: id, about: wish.about.text,
        openedAt: occasion.now, responsible: account, state: wish.acute == nil ? first : try first.hurried())
    try records.safety.begin(track)
    let insider = try enterTrack(track.id, to: .safetyOpened, on: occasion, records: records)
    try insider.write(.done, wish.signals, at: .signals, on: occasion, records: records)
    if let acute = wish.acute { try insider.write(.acute, acute, at: .signals, on: occasion, records: records) }
    switch wish.knowing {
    case .notYet(let reason): try insider.write(.silent, reason, at: .signals, on: occasion, records: records)
    case .told(let words): try tell(words, from: insider, at: .signals, on: occasion, records: records)
    }
    return track
}

private func worriedSeat(
    at id: Plan.ID, on occasion: Occasion, records: some Records
) throws -> (seat: Seat, account: Account) {
    let seat = try takeSeat(at: id, to: .planRead, on: occasion, records: records)
    guard seat.mayWorryAloud, case .account(let account, _) = seat.holder else { throw SafetyRefusal.unknown }
    if let known = try records.safety.open(at: id, knownTo: account.id) { throw SafetyRefusal.alreadyOpen(known) }
    return (seat, account)
}

extension Insider {
    func write(
        _ kind: SafetyEntry.Kind, _ words: Words?, at stage: SafetyTrack.Stage, on occasion: Occasion,
        records: some Records
    ) throws {
        try records.safety.add(
            SafetyEntry(
                id: occasion.newID(), track: track.id, stage: stage, kind: kind, words: words?.text,
                author: account.id, authorName: account.name, at: occasion.now), for: self)
    }

    /// Whether this was the last thing of its kind that she wrote: said twice is said once.
    func saidLast(_ kind: SafetyEntry.Kind, _ words: Words?, records: some Records) throws -> Bool {
        let last = try records.safety.entries(for: self).last { !$0.kind.isAnswer }
        guard let last else { return false }
        return last.kind == kind && last.words == words?.text && last.author == account.id
    }
}

extension SafetyEntry.Kind {
    var isAnswer: Bool { if case .answered = self { true } else { false } }
}

extension SafetyTrack.State {
    /// The step that something written now belongs to.
    var stage: SafetyTrack.Stage { if case .at(let stage) = self { stage } else { .decide } }
}
