/// The owner and her contact person listen; each time stands in her journal. For everybody else it is not there.
public func hearSpoken(
    _ id: SpokenMessage.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Recording {
    let seat = try seatToHear(at: plan, as: .spokenHeard, on: occasion, records: records)
    return try records.spoken.recording(of: find(id, from: seat, records: records), for: seat)
}

/// The contact person types out what she heard: a note, that the owner reads back. Twice the same is once.
@discardableResult
public func typeOutSpoken(
    _ id: SpokenMessage.ID, as words: Words, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Story.ID {
    let seat = try seatToHear(at: plan, as: .spokenTypedOut, on: occasion, records: records)
    guard seat.isContact else { throw SpokenRefusal.onlyContact }
    let message = try find(id, from: seat, records: records)
    if case .typedOut(let note) = message.state,
        try records.stories.all(for: seat).contains(where: { $0.id == note && $0.words == words.text })
    {
        return note
    }
    let note = Story(
        id: occasion.newID(), plan: plan, household: seat.plan.household, kind: .note, words: words.text,
        author: seat.author, writtenAt: occasion.now, domain: nil)
    guard let typedOut = try message.after(.typeOut(note.id)) else { throw SpokenRefusal.unknown }
    try records.stories.insert(note)
    try records.spoken.update(typedOut, for: seat)
    try mailNews(about: seat.plan, on: occasion, records: records)
    return note.id
}

/// The owner throws her message away, at any time. Nobody has to agree, and twice is once.
public func removeSpoken(
    _ id: SpokenMessage.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try seatToHear(at: plan, as: .spokenRemoved, on: occasion, records: records)
    guard seat.isOwner else { throw SpokenRefusal.onlyOwner }
    guard seat.plan.spoken != nil else { return }
    let message = try find(id, from: seat, records: records)
    guard try message.after(.remove) == nil else { return }
    try remove(message, from: seat, records: records)
}

/// "Klopt": the words are hers now, so the sound of them goes, in the same transaction.
func letGoOfSpoken(
    typedOutIn note: Story.ID, from seat: Seat, on occasion: Occasion, records: some Records
) throws {
    guard let message = try records.spoken.find(for: seat), try message.after(.confirm(note)) == nil else { return }
    try remove(message, from: seat, records: records)
    try records.journal.append(.bySystem(.spokenRemoved, on: seat.plan, occasion: occasion))
}

private func remove(_ message: SpokenMessage, from seat: Seat, records: some Records) throws {
    try records.spoken.remove(message, for: seat)
    try records.plans.update(seat.plan.withoutSpoken())
}

private func seatToHear(
    at plan: Plan.ID, as event: JournalEntry.Event, on occasion: Occasion, records: some Records
) throws -> Seat {
    let seat = try takeSeat(at: plan, to: event, on: occasion, records: records)
    guard seat.isOwner || seat.isContact else { throw SeatRefusal.noRelation }
    return seat
}

private func find(_ id: SpokenMessage.ID, from seat: Seat, records: some Records) throws -> SpokenMessage {
    guard let message = try records.spoken.find(for: seat), message.id == id else { throw SpokenRefusal.unknown }
    return message
}
