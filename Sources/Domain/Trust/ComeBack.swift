/// A resident comes back with her code. Who guesses, hears nothing about which codes exist.
public func comeBack(
    with code: ReturnCode, on occasion: Occasion, records: some Records
) throws -> (owner: Person.ID, plan: Plan.ID) {
    guard let owner = try records.plans.owner(code: code), let plan = try records.plans.plan(of: owner) else {
        throw ReturnCodeRefusal.unknown
    }
    _ = try takeSeat(at: plan, to: .codeUsed, on: occasion.asOwner(owner), records: records)
    return (owner, plan)
}

/// The owner looks at her own code again.
public func readCode(
    of plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> (seat: Seat, code: ReturnCode?) {
    let seat = try takeSeat(at: plan, to: .codeRead, on: occasion, records: records)
    try seat.requireOwner()
    return (seat, try records.plans.code(for: seat))
}

/// The owner says how she wants to be called and reached. Both may stay empty, but a way to reach
/// her that the team already has is not wiped by an empty box.
public func nameOwner(
    name: Words?, reach: Words?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws {
    let seat = try takeSeat(at: plan, to: .ownerNamed, on: occasion, records: records)
    try seat.requireOwner()
    let person = try records.plans.owner(for: seat)
    try records.plans.updateOwner(person.called(name?.text, reach: reach?.text ?? person.reach), for: seat)
    if let language = occasion.language { try records.mails.setLanguage(language, of: seat.plan) }
}
