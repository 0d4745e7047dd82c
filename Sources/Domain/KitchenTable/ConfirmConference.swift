/// "Ik sta achter dit plan." When the owner and at least one of her own people said so, the family's plan becomes the
/// current one: its words are the story in the middle of the table, its steps are agreed, and three months
/// later they look back on it. Saying it twice is saying it once.
/// - Parameter text: the presented plan that was read.
public func confirmConference(
    _ text: ConferenceText.ID, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let attending = try Attending(at: plan, to: .conferenceConfirmed, on: occasion, records: records)
    let (seat, conference) = (attending.seat, attending.conference)
    let tie: NetworkTie.ID?
    switch attending.chair {
    case .owner: tie = nil
    case .family(let id): tie = id
    case .coordinator, .professional: throw ConferenceRefusal.notYours
    }
    guard let presented = conference.presented else { throw ConferenceRefusal.changedMeanwhile(conference.state) }
    let texts = try records.conferences.texts(of: conference, for: seat)
    guard presented == text, let words = texts.first(where: { $0.id == presented })?.words else {
        throw ConferenceRefusal.planChanged(texts.first { $0.id == presented }?.words ?? "")
    }
    var said = try records.conferences.confirmations(of: conference, for: seat).filter { $0.text == text }
    if !said.contains(where: { $0.tie == tie }) {
        guard case .presented = conference.state else {
            // Who comes later may still stand behind it; nothing changes by it.
            guard case .confirmed = conference.state else {
                throw ConferenceRefusal.changedMeanwhile(conference.state)
            }
            return try records.conferences.insert(
                ConferenceConfirmation(text: text, tie: tie, at: occasion.now), of: conference, for: seat)
        }
        let confirmation = ConferenceConfirmation(text: text, tie: tie, at: occasion.now)
        try records.conferences.insert(confirmation, of: conference, for: seat)
        said.append(confirmation)
    }
    guard case .presented = conference.state else { return }
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    let parents = Set(seat.parents(about: nil).map(\.tie))
    guard carries(said, conference: conference, guests: guests, parents: parents) else { return }
    try settle(words, as: text, attending, on: occasion, records: records)
}

/// The owner, and one of her own people who is still invited and does not prepare it: for a young person under sixteen
/// that is who has authority over her (ADR 0022).
private func carries(
    _ said: [ConferenceConfirmation], conference: Conference, guests: [ConferenceGuest], parents: Set<NetworkTie.ID>
) -> Bool {
    let family = Set(guests.compactMap(\.tie)).subtracting([conference.coordinator].compactMap(\.self))
    let needed = parents.isEmpty ? family : family.intersection(parents)
    return said.contains { $0.tie == nil } && said.contains { $0.tie.map(needed.contains) == true }
}

private func settle(
    _ words: String, as text: ConferenceText.ID, _ attending: Attending, on occasion: Occasion, records: some Records
) throws {
    let (seat, conference) = (attending.seat, attending.conference)
    let plan = seat.plan
    try records.stories.insert(
        Story(
            id: occasion.newID(), plan: plan.id, household: plan.household, kind: .familyPlan, words: words,
            author: .owner(plan.owner), writtenAt: occasion.now, domain: nil))
    for step in try records.conferences.steps(of: conference, for: seat) {
        try records.steps.insert(
            Step(
                id: occasion.newID(), plan: plan.id, household: plan.household, domain: nil, words: step.words,
                when: step.when, carrier: step.carrier, state: .agreed, madeAt: occasion.now, version: 1))
    }
    let lookBack = Step(
        id: occasion.newID(), plan: plan.id, household: plan.household, domain: nil,
        words: String(words.prefix(Words.Room.sentence.rawValue)), when: nil,
        carrier: plan.contact.map { .account($0) } ?? .owner, state: .agreed, madeAt: occasion.now, version: 1,
        kind: .evaluating(on: Conference.lookBackDay(after: occasion.today)))
    try records.steps.insert(lookBack)
    try records.conferences.update(
        conference.moved(to: .confirmed(text, lookBack: lookBack.id, at: occasion.now)), for: seat)
    try tellContact(.conferenceConfirmed, of: seat, on: occasion, records: records)
}

/// The family looked back on its plan, by the owner or who carries that: the same step as on the plan's page.
public func lookBackOnConference(at plan: Plan.ID, on occasion: Occasion, records: some Records) throws {
    let attending = try Attending(at: plan, to: .conferenceLookedBack, on: occasion, records: records)
    switch attending.conference.state {
    case .confirmed(_, let step, _):
        do {
            try moveStep(step, by: .lookBack, from: attending.seat, on: occasion, records: records)
        } catch StepRefusal.carriedBySomebodyElse, StepRefusal.unknown {
            throw ConferenceRefusal.notYours
        }
    case .lookedBack: return
    default: throw ConferenceRefusal.notNow(attending.conference.state)
    }
}

/// With the look back, or when the owner lets it go, the conference is over.
func endConference(lookedBackWith step: Step.ID, from seat: Seat, on occasion: Occasion, records: some Records) throws {
    guard let conference = try records.conferences.all(for: seat).last,
        case .confirmed(let text, let lookBack, _) = conference.state, lookBack == step
    else { return }
    let guests = try records.conferences.guests(of: conference, for: seat, on: occasion.today)
    try sendAway(guests, on: occasion, records: records)
    try records.conferences.update(conference.moved(to: .lookedBack(text, at: occasion.now)), for: seat)
    try records.plans.update(seat.plan.with(conference: nil))
}
