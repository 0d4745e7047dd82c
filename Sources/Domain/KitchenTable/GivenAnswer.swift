/// What somebody said to a proposal where more people than the owner can: who answered stays visible, and where two
/// have to agree the first yes waits here for the second (*antwoord*, R-005). Rows are only added.
public struct GivenAnswer: Sendable, Identifiable {
    public typealias ID = Identifier<GivenAnswer>

    public enum Subject: Hashable, Sendable {
        case step(Step.ID)
        case wording(GoalText.ID)
    }

    /// For whom somebody speaks. Of two parents one is enough: who has authority acts for the other as well.
    public enum Side: String, Sendable, CaseIterable {
        /// The owner, or whoever she or a court chose to speak beside her.
        case owner
        /// Parental authority.
        case authority
    }

    public let id: ID
    public let subject: Subject
    public let side: Side
    public let answer: ProposalAnswer
    /// The owner, or a representative.
    public let by: Story.Author
    public let at: Instant

    public init(id: ID, subject: Subject, side: Side, answer: ProposalAnswer, by: Story.Author, at: Instant) {
        self.id = id
        self.subject = subject
        self.side = side
        self.answer = answer
        self.by = by
        self.at = at
    }
}

/// Keeps what this seat says where somebody speaks beside the owner.
/// - Returns: whether it counts now. A yes of one of two does not, and the proposal goes on waiting.
func settles(
    _ answer: ProposalAnswer, to subject: GivenAnswer.Subject, about domain: LifeDomain.ID?, from seat: Seat,
    on occasion: Occasion, records: some Records
) throws -> Bool {
    guard seat.spokenFor.contains(where: { $0.representation.part.covers(domain) }),
        let side = seat.side(about: domain)
    else { return true }
    let said = try records.representations.answers(for: seat).filter { $0.subject == subject }
    if said.last(where: { $0.side == side })?.answer != answer {
        try records.representations.insert(
            GivenAnswer(
                id: occasion.newID(), subject: subject, side: side, answer: answer, by: seat.answerer,
                at: occasion.now), for: seat)
    }
    guard answer == .accept, seat.yes(about: domain) == .half else { return true }
    return said.last { $0.side != side }?.answer == .accept
}

extension Seat {
    fileprivate var answerer: Story.Author {
        guard case .guest(_, let name) = holder else { return author }
        return .representative(agreements[0].id, name: name)
    }
}

extension StepMove {
    /// What it says to a proposal; `nil` when it says nothing to one.
    var answer: ProposalAnswer? {
        switch self {
        case .agree: .accept
        case .talk: .talk
        case .decline: .decline
        case .tick, .fail, .withdraw, .resume, .drop, .lookBack: nil
        }
    }
}

extension PlanView {
    /// The last thing each side said to a proposal.
    public func answers(to subject: GivenAnswer.Subject) -> [GivenAnswer] {
        GivenAnswer.Side.allCases.compactMap { side in answers.last { $0.subject == subject && $0.side == side } }
    }

    /// The last answer of all.
    public func lastAnswer(to subject: GivenAnswer.Subject) -> GivenAnswer? {
        answers.last { $0.subject == subject }
    }

    /// Who decides with the owner over something, or about everything.
    public func representations(of tie: NetworkTie.ID) -> [Representation.InForce] {
        spokenFor.filter { $0.representation.tie == tie }
    }
}
