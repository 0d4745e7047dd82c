/// Why a text cannot be written down so.
public enum StoryRefusal: Error, Equatable, Sendable {
    /// This seat reads along only.
    case readingOnly
    /// The note is not there for this seat, or not in this plan.
    case unknownNote
    /// Only the owner says whether it is right, or who decides for her; never who wrote it.
    case onlyOwnerConfirms
    case alreadyConfirmed
    case unknownDomain
    case domainExists(name: String)
}

/// Somebody at the table writes down what was said, in her words or a professional's note.
@discardableResult
public func tellStory(
    _ words: Words, about domain: LifeDomain.ID?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Story.ID {
    let seat = try takeSeat(at: plan, to: .storyWritten, on: occasion, records: records)
    guard seat.mayWrite else { throw StoryRefusal.readingOnly }
    if let domain {
        guard try records.stories.domains(for: seat).contains(where: { $0.id == domain }) else {
            throw StoryRefusal.unknownDomain
        }
    } else {
        guard seat.sees == .everything else { throw StoryRefusal.unknownDomain }
    }
    let story = Story(
        id: occasion.newID(), plan: plan, household: seat.plan.household,
        kind: seat.isOwner ? .ownWords : .note, words: words.text, author: seat.author(about: domain),
        writtenAt: occasion.now, domain: domain)
    try records.stories.insert(story)
    if story.kind == .note { try mailNews(about: seat.plan, on: occasion, records: records) }
    return story.id
}

/// The owner reads a note back, changes what she wants and says "Klopt". Her text is kept beside the
/// note, both dated; the note itself never changes.
public func confirmStory(
    _ note: Story.ID, as words: Words, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .storyConfirmed, on: occasion, records: records)
    try confirmStory(note, as: words, from: seat, on: occasion, records: records)
}

func confirmStory(
    _ note: Story.ID, as words: Words, from seat: Seat, on occasion: Occasion, records: some Records
) throws {
    guard seat.isOwner || seat.isRepresentative else { throw StoryRefusal.onlyOwnerConfirms }
    let stories = try records.stories.all(for: seat)
    guard let told = stories.first(where: { $0.id == note && $0.kind == .note }) else {
        throw StoryRefusal.unknownNote
    }
    guard seat.confirms(told) else { throw StoryRefusal.onlyOwnerConfirms }
    let earlier = stories.first { $0.kind == .confirmed(note: note) }
    if let earlier {
        if earlier.words == words.text { return }
        throw StoryRefusal.alreadyConfirmed
    }
    try records.stories.insert(
        Story(
            id: occasion.newID(), plan: seat.plan.id, household: seat.plan.household, kind: .confirmed(note: note),
            words: words.text, author: seat.author(about: told.domain), writtenAt: occasion.now, domain: told.domain))
    try letGoOfSpoken(typedOutIn: note, from: seat, on: occasion, records: records)
}

extension Seat {
    /// Whether this seat says "klopt" to a note: nobody reads back what she wrote herself.
    public func confirms(_ note: Story) -> Bool {
        decides(domain: note.domain) && note.author != author(about: note.domain)
    }
}

/// Owner or contact person names a part of life that is touched. Only then it exists.
@discardableResult
public func touchDomain(
    _ name: Words, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> LifeDomain.ID {
    let seat = try takeSeat(at: plan, to: .domainTouched, on: occasion, records: records)
    guard seat.mayWrite, seat.sees == .everything else { throw StoryRefusal.readingOnly }
    let known = try records.stories.domains(for: seat)
    if let same = known.first(where: { $0.name.lowercased() == name.text.lowercased() }) {
        throw StoryRefusal.domainExists(name: same.name)
    }
    let domain = LifeDomain(
        id: occasion.newID(), plan: plan, household: seat.plan.household, name: name.text,
        touchedAt: occasion.now)
    try records.stories.insert(domain)
    return domain.id
}
