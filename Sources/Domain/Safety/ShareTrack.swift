/// The resident is told, and reads the same words on her plan; the notes she does not. That she was told is a row in
/// her own journal. Telling her more later is the same deed.
public func tellOfSafety(
    at id: SafetyTrack.ID, _ words: Words, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyTold, on: occasion, records: records)
    try insider.requireResponsible()
    if try insider.saidLast(.told, words, records: records) { return }
    try tell(words, from: insider, at: insider.track.state.stage, on: occasion, records: records)
}

func tell(
    _ words: Words, from insider: Insider, at stage: SafetyTrack.Stage, on occasion: Occasion, records: some Records
) throws {
    guard insider.track.planFate != .erased, let plan = try records.plans.find(insider.track.plan)?.plan else {
        throw SafetyRefusal.planErased
    }
    try insider.write(.told, words, at: stage, on: occasion, records: records)
    try records.safety.update(insider.track.told(at: occasion.now))
    try records.plans.update(plan.toldOfSafety(at: occasion.now))
    try records.journal.append(.byAccount(insider.account, .safetyTold, on: plan, occasion: occasion))
}

/// A colleague is told of it: she reads everything from now on.
public func shareTrack(
    _ id: SafetyTrack.ID, with worker: Account.ID, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyShared, on: occasion, records: records)
    try insider.requireResponsible()
    let colleague = try colleague(worker, records: records)
    guard try !insider.isKnown(to: colleague.id, records: records) else { return }
    try records.safety.share(with: colleague.id, for: insider, at: occasion.now)
}

/// She no longer has to know. What she read, she knows.
public func endTrackSharing(
    at id: SafetyTrack.ID, with worker: Account.ID, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyShared, on: occasion, records: records)
    try insider.requireResponsible()
    guard worker != insider.track.responsible.id else { throw SafetyRefusal.mustHandOver }
    try records.safety.endSharing(with: worker, for: insider, at: occasion.now)
}

/// Somebody else takes the next steps: named by who is responsible, or a colleague who knows of it takes it over
/// herself, so that no worry waits for somebody who is ill.
public func handOverTrack(
    _ id: SafetyTrack.ID, to worker: Account.ID, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyHandedOver, on: occasion, records: records)
    guard worker != insider.track.responsible.id else { return }
    if worker != insider.account.id { try insider.requireResponsible() }
    let colleague = try colleague(worker, records: records)
    if try !insider.isKnown(to: colleague.id, records: records) {
        try records.safety.share(with: colleague.id, for: insider, at: occasion.now)
    }
    try records.safety.update(insider.track.handed(to: colleague))
    try insider.write(
        .handedOver(to: colleague.id), nil, at: insider.track.state.stage, on: occasion, records: records)
}

private func colleague(_ id: Account.ID, records: some Records) throws -> Account {
    guard let account = try records.accounts.find(id), account.role.takesUpQuestions else {
        throw SafetyRefusal.notAColleague
    }
    return account
}

extension Insider {
    fileprivate func isKnown(to account: Account.ID, records: some Records) throws -> Bool {
        try records.safety.knowers(for: self).contains { $0.account.id == account }
    }
}
