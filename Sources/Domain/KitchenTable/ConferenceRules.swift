/// Where a conference goes. A move is named after where it leads, so it goes forward and back, and twice is once.
public enum ConferenceMove: String, CaseIterable, Sendable {
    /// The family wants it; or there is still something to prepare.
    case want
    /// "Nu niet."
    case decline
    /// Everything is agreed; or the information did not begin after all.
    case prepare
    /// The information begins; or the family wants to ask something more.
    case inform
    /// The family goes on among itself; or changes its plan once more.
    case close
    /// The family's plan is on the table.
    case present
    case stop

    var event: JournalEntry.Event {
        switch self {
        case .want: .conferenceWanted
        case .decline: .conferenceDeclined
        case .prepare, .inform, .close: .conferenceMoved
        case .present: .conferencePresented
        case .stop: .conferenceStopped
        }
    }
}

/// Why something at a conference does not happen. Each case has its sentence in every language.
public enum ConferenceRefusal: Error, Equatable, Sendable {
    case noneYet
    /// There is one at a time.
    case alreadyOpen
    case onlyOwnerDecides
    /// From this chair it is not for you.
    case notYours
    /// Another was first; this is how it stands.
    case changedMeanwhile(Conference.State)
    /// First when, where, and at least one of her own people.
    case notReady
    /// There are no words to present.
    case noPlan
    case alreadyInvited
    /// Only the owner brings somebody to her table who was not there.
    case onlyOwnerBrings
    case unknownPerson
    /// Not in this part of the conference.
    case notNow(Conference.State)
    /// Somebody else wrote meanwhile; these are the words now.
    case planChanged(String)
    /// A step of the family's plan is carried by the family.
    case carrierNotFamily
    case unknownStep
}

/// What the family has, as far as a move asks for it.
public struct ConferenceReadiness: Sendable {
    /// How many of her own people are invited, the coordinator not among them.
    public let family: Int
    /// The words that would be presented.
    public let plan: ConferenceText.ID?

    public init(family: Int, plan: ConferenceText.ID?) {
        self.family = family
        self.plan = plan
    }
}

extension Conference {
    /// From which chair this seat takes part; `nil` for who is at the table and not invited.
    public func chair(of seat: Seat) -> Chair? {
        let isInvited = seat.agreements.contains { $0.part == .conference(id) }
        switch seat.holder {
        case .owner: return .owner
        case .guest(let tie, _):
            guard isInvited else { return nil }
            return tie == coordinator ? .coordinator : .family(tie)
        case .account(let account, _):
            guard isInvited || seat.sees == .everything else { return nil }
            return .professional(account.id, isInvited: isInvited)
        }
    }

    /// The conference after `move`, or why not.
    public func moved(
        by move: ConferenceMove, from chair: Chair, with ready: ConferenceReadiness, at now: Instant
    ) throws(ConferenceRefusal) -> Conference {
        guard mayMove(move, from: chair) else {
            throw [.decline, .stop].contains(move) ? .onlyOwnerDecides : .notYours
        }
        switch (move, state) {
        case (.want, .proposed), (.want, .notWanted), (.want, .prepared): return moved(to: .wanted)
        case (.decline, .proposed): return moved(to: .notWanted(at: now))
        case (.prepare, .wanted):
            guard when != nil, place != nil, ready.family > 0 else { throw .notReady }
            return moved(to: .prepared)
        case (.prepare, .information): return moved(to: .prepared)
        case (.inform, .prepared), (.inform, .privateTime): return moved(to: .information)
        case (.close, .information), (.close, .presented): return moved(to: .privateTime)
        case (.present, .privateTime):
            guard let plan = ready.plan else { throw .noPlan }
            return moved(to: .presented(plan))
        case (.stop, .proposed), (.stop, .wanted), (.stop, .prepared), (.stop, .information), (.stop, .privateTime),
            (.stop, .presented):
            return moved(to: .stopped(at: now))
        case (.want, .wanted), (.decline, .notWanted), (.prepare, .prepared), (.inform, .information),
            (.close, .privateTime), (.present, .presented), (.stop, .stopped):
            return self
        default: throw .changedMeanwhile(state)
        }
    }

    /// The owner always. The coordinator prepares and leads until the family is among itself; from there on it is
    /// the family's. Professionals move nothing.
    public func mayMove(_ move: ConferenceMove, from chair: Chair) -> Bool {
        switch (chair, state) {
        case (.owner, _): true
        case (.coordinator, .wanted), (.coordinator, .prepared), (.coordinator, .information):
            [.want, .prepare, .inform, .close].contains(move)
        // Said twice.
        case (.coordinator, .privateTime): move == .close
        case (.family, .information): [.close, .inform].contains(move)
        case (.family, .privateTime), (.family, .presented): [.inform, .close, .present].contains(move)
        default: false
        }
    }

    /// The moves that lead on or back from here, for this chair.
    public func ways(from chair: Chair, with ready: ConferenceReadiness) -> [ConferenceMove] {
        ConferenceMove.allCases.filter { move in
            guard let next = try? moved(by: move, from: chair, with: ready, at: madeAt) else { return false }
            return next.state != state
        }
    }

    /// Whether this chair may write this kind of text now.
    public func mayWrite(_ kind: ConferenceText.Kind, from chair: Chair) -> Bool {
        (try? checkWriting(kind, from: chair)) != nil
    }

    func checkWriting(_ kind: ConferenceText.Kind, from chair: Chair) throws(ConferenceRefusal) {
        let isHis: Bool
        let isNow: Bool
        switch kind {
        case .information:
            if case .professional(_, let isInvited) = chair { isHis = isInvited } else { isHis = true }
            isNow = isBeforePrivateTime
        case .amongOurselves, .plan:
            isHis = chair.isFamily
            isNow = state == .privateTime
        case .safety:
            if case .professional = chair { isHis = true } else { isHis = false }
            switch state {
            case .presented, .confirmed: isNow = true
            default: isNow = false
            }
        }
        guard isHis else { throw .notYours }
        guard isNow else { throw .notNow(state) }
    }

    /// While it is prepared and informed: who comes and what they need can still change.
    public var isBeforePrivateTime: Bool { [.wanted, .prepared, .information].contains(state) }

    /// When the family looks back on its plan: three months later, on the same day of the calendar.
    public static func lookBackDay(after day: Day) -> Day {
        let (year, month, number) = day.parts
        let later = month + 3
        // 30 November plus three months is 1 or 2 March.
        return Day(year: later > 12 ? year + 1 : year, month: later > 12 ? later - 12 : later, day: number)
    }
}
