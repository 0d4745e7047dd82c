/// Somebody writes something down: for all who are invited, or, among ourselves, for the family alone.
@discardableResult
public func writeAtConference(
    _ words: Words, as kind: ConferenceText.Kind, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> ConferenceText.ID {
    let attending = try Attending(at: plan, to: .conferenceWritten, on: occasion, records: records)
    try attending.requireNoEmergency()
    try attending.conference.checkWriting(kind, from: attending.chair)
    return try write(words, as: kind, attending, on: occasion, records: records)
}

private func write(
    _ words: Words, as kind: ConferenceText.Kind, _ attending: Attending, on occasion: Occasion, records: some Records
) throws -> ConferenceText.ID {
    let text = ConferenceText(
        id: occasion.newID(), conference: attending.conference.id, kind: kind, words: words.text,
        author: attending.seat.author, writtenAt: occasion.now)
    try records.conferences.insert(text, for: attending.seat)
    return text.id
}

/// The family writes its plan. Every version is kept; who wrote meanwhile is not written over.
/// - Parameter base: the version it was changed from; `nil` when there was none.
@discardableResult
public func writeFamilyPlan(
    _ words: Words, basedOn base: ConferenceText.ID?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> ConferenceText.ID {
    let attending = try Attending(at: plan, to: .conferenceWritten, on: occasion, records: records)
    try attending.conference.checkWriting(.plan, from: attending.chair)
    let newest = try records.conferences.texts(of: attending.conference, for: attending.seat).last { $0.kind == .plan }
    if let newest, newest.words == words.text { return newest.id }
    guard newest?.id == base else { throw ConferenceRefusal.planChanged(newest?.words ?? "") }
    // Versions follow each other by their moment; two within one millisecond would have no order.
    let after = newest.map { Instant(milliseconds: max(occasion.now.milliseconds, $0.writtenAt.milliseconds + 1)) }
    return try write(words, as: .plan, attending, on: occasion.at(after ?? occasion.now), records: records)
}

/// Who of the family does what, and when.
@discardableResult
public func planFamilyStep(
    _ words: Words, when: Words?, by carrier: Step.Carrier, at plan: Plan.ID, on occasion: Occasion,
    records: some Records
) throws -> ConferenceStep.ID {
    let attending = try Attending(at: plan, to: .conferenceWritten, on: occasion, records: records)
    let (seat, conference) = (attending.seat, attending.conference)
    try conference.checkWriting(.plan, from: attending.chair)
    switch carrier {
    case .owner: break
    case .tie(let id):
        let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
        guard id != conference.coordinator, guests.contains(where: { $0.tie == id }) else {
            throw ConferenceRefusal.carrierNotFamily
        }
    case .account: throw ConferenceRefusal.carrierNotFamily
    }
    let step = ConferenceStep(
        id: occasion.newID(), conference: conference.id, words: words.text, when: when?.text, carrier: carrier,
        madeAt: occasion.now)
    try records.conferences.insert(step, for: seat)
    return step.id
}

/// Takes a step out of the family's plan, before it is presented. Twice is once.
public func dropFamilyStep(
    _ id: ConferenceStep.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let attending = try Attending(at: plan, to: .conferenceWritten, on: occasion, records: records)
    try attending.conference.checkWriting(.plan, from: attending.chair)
    try records.conferences.remove(id, from: attending.conference, at: occasion.now, for: attending.seat)
}
