/// A question that was spoken, for who does not write (*ingesproken bericht*, R-031, R-131). It is a way to bring
/// words and not a way to keep them: the one who took the question up types it out, its owner reads that back, and
/// when it is right the sound goes (ADR 0021).
public struct SpokenMessage: Sendable, Identifiable {
    public typealias ID = Identifier<SpokenMessage>

    public enum State: Hashable, Sendable {
        case recorded
        /// Its words are in a note that its owner has not confirmed yet.
        case typedOut(note: Story.ID)
    }

    /// What can be done with it.
    public enum Deed: Hashable, Sendable {
        case typeOut(Story.ID)
        /// The owner says of a note that it is right.
        case confirm(Story.ID)
        /// The owner throws it away.
        case remove
    }

    public let id: ID
    public let plan: Plan.ID
    public let household: Household.ID
    public let kind: Recording.Kind
    /// As the page that recorded it counted; `nil` when that is not known.
    public let seconds: Int?
    public let madeAt: Instant
    public let state: State
    public let version: Int64

    public init(
        id: ID, plan: Plan.ID, household: Household.ID, kind: Recording.Kind, seconds: Int?, madeAt: Instant,
        state: State, version: Int64
    ) {
        self.id = id
        self.plan = plan
        self.household = household
        self.kind = kind
        self.seconds = seconds
        self.madeAt = madeAt
        self.state = state
        self.version = version
    }

    /// The message after a deed; `nil` when it is gone. A note that has nothing to do with it changes nothing.
    public func after(_ deed: Deed) throws(SpokenRefusal) -> SpokenMessage? {
        switch (deed, state) {
        case (.typeOut(let note), .recorded): return moved(to: .typedOut(note: note))
        case (.typeOut, .typedOut): throw .alreadyTypedOut
        case (.confirm(let note), .typedOut(let own)) where note == own: return nil
        case (.confirm, _): return self
        case (.remove, _): return nil
        }
    }

    private func moved(to state: State) -> SpokenMessage {
        SpokenMessage(
            id: id, plan: plan, household: household, kind: kind, seconds: seconds, madeAt: madeAt, state: state,
            version: version)
    }
}

public enum SpokenRefusal: Error, Equatable, Sendable {
    /// It is not there, or not any more.
    case unknown
    case alreadyTypedOut
    /// Only the one contact person types it out.
    case onlyContact
    /// Only the owner throws it away.
    case onlyOwner
}

public protocol SpokenRecords {
    func insert(_ message: SpokenMessage, _ recording: Recording) throws
    /// What is known of the message of this plan, without its sound. Nothing is looked up for a plan without one.
    func find(for seat: Seat) throws -> SpokenMessage?
    func recording(of message: SpokenMessage, for seat: Seat) throws -> Recording
    /// Writes the state, when nobody else did since it was read.
    func update(_ message: SpokenMessage, for seat: Seat) throws
    func remove(_ message: SpokenMessage, for seat: Seat) throws
}
