/// How a proposal stands (*voorstel*, `domain.md` §4): what a professional thought of counts for nothing until
/// the owner says yes (R-005, I3). It is never accepted by waiting.
public enum ProposalState: Hashable, Sendable {
    case proposed
    /// *In gesprek:* the owner wants to talk about it first.
    case talking
    case accepted(at: Instant)
    /// "Nu niet." No reason is asked.
    case declined(at: Instant)
    case withdrawn(at: Instant)

    /// Waits for the owner's answer.
    public var isWaiting: Bool { self == .proposed || self == .talking }
}

/// What is said to a proposal: all by the owner, but taking it back, which its maker does.
public enum ProposalAnswer: String, CaseIterable, Sendable {
    case accept
    case talk
    case decline
    case withdraw
}

/// Why a proposal does not move.
public enum ProposalRefusal: Error, Equatable, Sendable {
    /// No such goal or text for this seat.
    case unknown
    case onlyOwnerDecides
    /// For a child under twelve this is said by who has authority over her.
    case representativeSays(name: String)
    /// Only who made it takes it back.
    case notTheMaker
    case changedMeanwhile(ProposalState)
    case readingOnly
    case unknownDomain
    /// The goal was reached or let go.
    case goalIsOver
}

/// How long a proposal waits before its maker is told to call, in days (`domain.md` §4).
public let proposalPatienceDays = 14

extension ProposalState {
    /// The proposal after `answer`, or why not. Saying twice what was said is no mistake.
    func answered(_ answer: ProposalAnswer, at now: Instant) throws(ProposalRefusal) -> ProposalState {
        switch (answer, self) {
        case (.accept, .proposed), (.accept, .talking), (.accept, .declined): return .accepted(at: now)
        case (.talk, .proposed), (.talk, .declined): return .talking
        case (.decline, .proposed), (.decline, .talking): return .declined(at: now)
        case (.withdraw, .proposed), (.withdraw, .talking): return .withdrawn(at: now)
        case (.accept, .accepted), (.talk, .talking), (.decline, .declined), (.withdraw, .withdrawn): return self
        default: throw .changedMeanwhile(self)
        }
    }
}
