/// Step two, three or four is taken. At the fourth, the considerations that were answered go along; none has to.
public func finishStage(
    _ stage: SafetyTrack.Stage, _ words: Words, weighing answers: [(SafetyConsideration, Words)] = [],
    of id: SafetyTrack.ID, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyWritten, on: occasion, records: records)
    if try insider.isRepeated(.done, words, of: stage, records: records) { return }
    try insider.move(to: { state throws(SafetyRefusal) in try state.after(stage) }, records: records)
    if stage == .weigh {
        for (question, answer) in answers {
            try insider.write(.answered(question), answer, at: stage, on: occasion, records: records)
        }
    }
    try insider.write(.done, words, at: stage, on: occasion, records: records)
}

/// A step is left out, and why.
public func skipStage(
    _ stage: SafetyTrack.Stage, because reason: Words, of id: SafetyTrack.ID, on occasion: Occasion,
    records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyWritten, on: occasion, records: records)
    if try insider.isRepeated(.skipped, reason, of: stage, records: records) { return }
    try insider.move(to: { state throws(SafetyRefusal) in try state.after(stage) }, records: records)
    try insider.write(.skipped, reason, at: stage, on: occasion, records: records)
}

/// It is acute: straight to the decision, and why.
public func hurryTrack(
    _ id: SafetyTrack.ID, because reason: Words, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyWritten, on: occasion, records: records)
    if try insider.isRepeated(.acute, reason, records: records) { return }
    let stage = insider.track.state.stage
    try insider.move(to: { state throws(SafetyRefusal) in try state.hurried() }, records: records)
    try insider.write(.acute, reason, at: stage, on: occasion, records: records)
}

/// Step five, and what a look back comes to.
public func decideTrack(
    _ id: SafetyTrack.ID, _ decision: SafetyTrack.Decision, _ words: Words, on occasion: Occasion,
    records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyDecided, on: occasion, records: records)
    if try insider.isRepeated(.decided(decision), words, records: records) { return }
    let now = occasion.now
    try insider.move(to: { state throws(SafetyRefusal) in try state.decided(decision, at: now) }, records: records)
    try insider.write(.decided(decision), words, at: .decide, on: occasion, records: records)
}

/// Something more to a track that is open: what was seen later, or what a colleague advised. By anybody who knows.
public func addToTrack(
    _ words: Words, to id: SafetyTrack.ID, on occasion: Occasion, records: some Records
) throws {
    let insider = try enterTrack(id, to: .safetyWritten, on: occasion, records: records)
    guard insider.track.state.isOpen else { throw SafetyRefusal.elsewhere(insider.track.state) }
    if try insider.saidLast(.added, words, records: records) { return }
    try insider.write(.added, words, at: insider.track.state.stage, on: occasion, records: records)
}

extension Insider {
    /// Whether she is the one to act, and did exactly this already.
    fileprivate func isRepeated(
        _ kind: SafetyEntry.Kind, _ words: Words, of stage: SafetyTrack.Stage? = nil, records: some Records
    ) throws -> Bool {
        try requireResponsible()
        // Still at this step: then it is not said twice, but said again.
        if let stage, track.state == .at(stage) { return false }
        return try saidLast(kind, words, records: records)
    }

    fileprivate func move(
        to next: (SafetyTrack.State) throws(SafetyRefusal) -> SafetyTrack.State, records: some Records
    ) throws {
        try records.safety.update(track.moved(to: try next(track.state)))
    }
}
