/// Why a question cannot be taken up.
public enum AcceptRefusal: Error, Equatable, Sendable {
    /// No such question, or none for this team: its existence is not told.
    case unknown
    case alreadyAccepted(by: String, phone: String)
    case withdrawn
    /// The person named does not take up questions in this team.
    case notInTeam
}

extension Question {
    /// *waiting* → *accepted*.
    func accepted(by account: Account, at now: Instant) throws(AcceptRefusal) -> Question {
        guard QuestionPermission.mayAccept(self, account: account) else { throw .notInTeam }
        guard state == .waiting else { throw .withdrawn }
        return moved(to: .accepted(by: account.id, at: now))
    }
}

/// A person of the team takes up a question: from then on she is the one contact person.
public func acceptQuestion(_ id: Question.ID, on occasion: Occasion, records: some Records) throws -> Plan.ID {
    guard let account = occasion.actor.account, let question = try records.questions.find(id),
        QuestionPermission.mayAccept(question, account: account)
    else { throw AcceptRefusal.unknown }
    if case .accepted(account.id, _) = question.state { return question.plan }
    return try give(question, to: account, event: .questionAccepted, on: occasion, records: records)
}

/// The team lead names who takes up a question. She sees how long it waits, never what it says.
public func assignQuestion(
    _ id: Question.ID, to worker: Account.ID, on occasion: Occasion, records: some Records
) throws {
    guard let lead = occasion.actor.account, let question = try records.questions.find(id),
        QuestionPermission.mayAssign(question, account: lead)
    else { throw AcceptRefusal.unknown }
    guard let account = try records.accounts.find(worker) else { throw AcceptRefusal.notInTeam }
    if case .accepted(account.id, _) = question.state { return }
    _ = try give(question, to: account, event: .questionAssigned, on: occasion, records: records)
}

private func give(
    _ question: Question, to account: Account, event: JournalEntry.Event, on occasion: Occasion,
    records: some Records
) throws -> Plan.ID {
    if case .accepted(let holder, _) = question.state, let first = try records.accounts.find(holder) {
        throw AcceptRefusal.alreadyAccepted(by: first.name, phone: first.phone)
    }
    let plan = try records.plans.header(of: question.plan)
    // Paused or stopped while it waited: she does not want it taken up now.
    guard plan.state == .open || question.state != .waiting else { throw AcceptRefusal.withdrawn }
    try records.questions.update(try question.accepted(by: account, at: occasion.now))
    try records.plans.update(plan.taken(by: account.id))
    try records.sharing.insert(
        .contact(account.id, of: plan, id: occasion.newID(), from: occasion.now), secret: nil)
    try records.journal.append(.byAccount(occasion.actor.account ?? account, event, on: plan, occasion: occasion))
    try mailNews(about: plan, on: occasion, records: records)
    return plan.id
}
