/// What is open in the area of a plan, to pick from.
public struct TakePartView: Sendable {
    public let view: PlanView
    public let openings: [Opening]

    public init(view: PlanView, openings: [Opening]) {
        self.view = view
        self.openings = openings
    }

    /// Whether this stands in the plan already. To the owner a proposal does not: she can still say yes to it here.
    public func isTaken(_ opening: Opening) -> Bool {
        view.steps.contains { $0.isAbout(opening) && ($0.isOpen || !view.seat.isOwner) }
    }
}

extension Step {
    /// Open or proposed, and in the words of this place. Nothing else joins the two: a step does not keep where it
    /// came from, and a place does not know who picked it.
    func isAbout(_ opening: Opening) -> Bool {
        (isOpen || isProposal) && carrier == .owner && words == opening.words && call == opening.call
    }
}

/// What somebody at the table can pick from.
public func readTakePart(
    at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> TakePartView {
    let view = try readPlan(plan, as: .stepsRead, on: occasion, records: records)
    try permit(view.seat)
    guard view.seat.sees == .everything || !view.domains.isEmpty else { throw StepRefusal.unknownDomain }
    return TakePartView(
        view: view, openings: try records.openings.open(in: view.seat.area, on: occasion.today, limit: mostOpenings))
}

/// "Dit wil ik doen": what a place asks for becomes a step that the owner carries; agreed when she picks it, a
/// proposal when a professional does. The place learns nothing of it, and nor does anybody else.
/// Picking what is in the plan already is no mistake, and the owner who picks what was proposed says yes to it.
@discardableResult
public func takePart(
    in id: Opening.ID, about domain: LifeDomain.ID?, at plan: Plan.ID, on occasion: Occasion, records: some Records
) throws -> Step.ID {
    let seat = try takeSeat(at: plan, to: .stepMade, on: occasion, records: records)
    try permit(seat)
    guard let opening = try records.openings.find(id), opening.area == seat.area else { throw OpeningRefusal.unknown }
    if let known = try records.steps.all(for: seat).first(where: { $0.isAbout(opening) }) {
        if known.isProposal, seat.isOwner {
            try records.journal.append(.from(seat, .stepAgreed, occasion: occasion))
            try moveStep(known.id, by: .agree, from: seat, on: occasion, records: records)
        }
        return known.id
    }
    guard opening.isOpen(on: occasion.today) else { throw OpeningRefusal.notOpen }
    let wish = StepWish(
        words: try Words(opening.words, room: .sentence),
        when: try Words("\(opening.when), \(opening.place)", room: .sentence), carrier: .owner, domain: domain,
        call: opening.call)
    return try planStep(wish, from: seat, on: occasion, records: records)
}

private func permit(_ seat: Seat) throws(StepRefusal) {
    if case .guest = seat.holder { throw .onlyOwnerDecides }
    guard seat.mayWrite else { throw .readingOnly }
}
