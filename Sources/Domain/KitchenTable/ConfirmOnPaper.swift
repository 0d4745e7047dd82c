/// The page with which a contact person prints and writes down.
public struct SheetView: Sendable {
    public let view: PlanView
    /// The newest paper, when there is one that still counts.
    public let sheet: Sheet?

    public init(view: PlanView, sheet: Sheet?) {
        self.view = view
        self.sheet = sheet
    }
}

extension PlanView {
    /// Everything that waits for the owner's answer.
    public var itemsToAsk: [Sheet.Item] {
        notesToConfirm.map { .note($0.id) } + proposals.map { .step($0.id) }
            + goalProposals.map { .wording($0.text.id, of: $0.goal.id) }
    }
}

public func readSheet(at plan: Plan.ID, on occasion: Occasion, records: some Records) throws -> SheetView {
    let view = try readPlan(plan, on: occasion, records: records)
    guard view.seat.isContact else { throw SheetRefusal.onlyContact }
    let newest = try records.sheets.newest(for: view.seat)
    return SheetView(view: view, sheet: newest.flatMap { $0.confirmedAt == nil && !$0.isSpoiled ? $0 : nil })
}

/// The contact person makes a paper with everything that waits now. An older one counts no more.
@discardableResult
public func makeSheet(at plan: Plan.ID, on occasion: Occasion, records: some Records) throws -> Sheet.ID {
    let view = try readPlan(plan, as: .sheetMade, on: occasion, records: records)
    guard view.seat.isContact else { throw SheetRefusal.onlyContact }
    let items = view.itemsToAsk
    guard !items.isEmpty else { throw SheetRefusal.nothingToAsk }
    let sheet = Sheet(
        id: occasion.newID(), plan: plan, household: view.seat.plan.household, madeAt: occasion.now, items: items,
        code: SheetCode(chance: occasion.chance), misses: 0, confirmedAt: nil, version: 1)
    try records.sheets.insert(sheet)
    return sheet.id
}

/// What came of giving a code.
public enum SheetOutcome: Sendable, Equatable {
    case confirmed
    /// The miss is counted, so this is no error that undoes itself.
    case missed(SheetRefusal)
}

/// The contact person writes down what the owner answered, with the code from her paper. In the journal it stands
/// as the scribe's deed, on the owner's word.
/// - Parameter answers: by item; what is not in it was not talked about and goes on waiting.
public func confirmSheet(
    _ id: Sheet.ID, code: SheetCode, _ answers: [Sheet.Item: SheetAnswer], at plan: Plan.ID, on occasion: Occasion,
    records: some Records
) throws -> SheetOutcome {
    let seat = try takeSeat(at: plan, to: .sheetConfirmed, on: occasion, records: records)
    guard seat.isContact, case .account(let scribe, _) = seat.holder else { throw SheetRefusal.onlyContact }
    guard let sheet = try records.sheets.newest(for: seat), sheet.id == id else { throw SheetRefusal.unknown }
    guard sheet.confirmedAt == nil else { return .confirmed }
    guard !sheet.isSpoiled else { throw SheetRefusal.spoiled }
    guard sheet.code == code else {
        let missed = sheet.missed()
        try records.sheets.update(missed, for: seat)
        return .missed(missed.isSpoiled ? .spoiled : .wrongCode(left: Sheet.mostMisses - missed.misses))
    }
    let owner = try seat.ofOwnerOnPaper(on: occasion.today, records: records)
    for item in sheet.items {
        guard let answer = answers[item] else { continue }
        let event: JournalEntry.Event?
        do {
            event = try take(answer, to: item, from: owner, on: occasion, records: records)
        } catch StepRefusal.representativeSays(let name) {
            throw SheetRefusal.representativeSays(name: name)
        } catch ProposalRefusal.representativeSays(let name) {
            throw SheetRefusal.representativeSays(name: name)
        } catch is StepRefusal {
            throw SheetRefusal.answeredMeanwhile
        } catch is StoryRefusal {
            throw SheetRefusal.answeredMeanwhile
        } catch is ProposalRefusal {
            throw SheetRefusal.answeredMeanwhile
        }
        if let event { try records.journal.append(.byScribe(scribe, event, on: seat.plan, occasion: occasion)) }
    }
    try records.sheets.update(sheet.confirmed(at: occasion.now), for: seat)
    return .confirmed
}

private func take(
    _ answer: SheetAnswer, to item: Sheet.Item, from owner: Seat, on occasion: Occasion, records: some Records
) throws -> JournalEntry.Event? {
    switch (item, answer) {
    case (.note(let note), .yes(let words)):
        let told = try records.stories.all(for: owner).first { $0.id == note }
        guard let said = try words ?? told.map({ try Words($0.words, room: .story) }) else {
            throw StoryRefusal.unknownNote
        }
        try confirmStory(note, as: said, from: owner, on: occasion, records: records)
        return .storyConfirmed
    case (.note, .notNow):
        // It goes on waiting: she can say it in her own words at any time.
        return nil
    case (.step(let step), .yes):
        try moveStep(step, by: .agree, from: owner, on: occasion, records: records)
        return .stepAgreed
    case (.step(let step), .notNow):
        try moveStep(step, by: .decline, from: owner, on: occasion, records: records)
        return .stepDeclined
    case (.wording(let text, let goal), .yes):
        try answerGoal(text, of: goal, .accept, from: owner, on: occasion, records: records)
        return .goalAccepted
    case (.wording(let text, let goal), .notNow):
        try answerGoal(text, of: goal, .decline, from: owner, on: occasion, records: records)
        return .goalDeclined
    }
}
