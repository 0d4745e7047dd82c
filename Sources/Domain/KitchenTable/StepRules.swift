/// Why a step does not move. Each case has its sentence in every language.
public enum StepRefusal: Error, Equatable, Sendable {
    /// No such step for this seat.
    case unknown
    /// Somebody else carries it; who, is in the name.
    case carriedBySomebodyElse
    case onlyOwnerDecides
    /// For a child under twelve this is said by who has authority over her.
    case representativeSays(name: String)
    /// From twelve to fifteen a new step is hers to make; who has authority answers what is proposed.
    case onlyTogether
    /// Only who proposed it takes it back.
    case notTheMaker
    /// Another's change came first; this is how it stands now.
    case changedMeanwhile(Step.State)
    case readingOnly
    /// The one who should carry it does not sit at this table.
    case carrierNotAtTable
    case unknownDomain
    /// Holding back is not ticked: it is looked back upon, and only that.
    case otherKind
    /// A day to look back is today or later, and within a year.
    case lookBackOutOfReach(latest: Day)
}

/// What can be done with a step (*stap*, `domain.md` §4).
public enum StepMove: String, CaseIterable, Sendable {
    /// "Gedaan", by whoever carries it.
    case tick
    /// "Lukt niet", by whoever carries it.
    case fail
    /// "Afgesproken", by the owner.
    case agree
    /// "Daar wil ik over praten", by the owner.
    case talk
    /// "Nu niet", by the owner.
    case decline
    /// Taken back, by who proposed it.
    case withdraw
    /// "Toch nog niet": back to agreed, by whoever carries it.
    case resume
    /// "Hoeft niet meer", by the owner.
    case drop
    /// "Teruggekeken", by whoever carries the holding back, or the owner.
    case lookBack

    var event: JournalEntry.Event {
        switch self {
        case .tick: .stepDone
        case .fail: .stepFailed
        case .agree: .stepAgreed
        case .talk: .stepTalked
        case .decline: .stepDeclined
        case .withdraw: .stepWithdrawn
        case .resume: .stepResumed
        case .drop: .stepDropped
        case .lookBack: .stepLookedBack
        }
    }
}

extension Step {
    /// The step after `move`, or why not. Doing twice what is done already is no mistake: the step
    /// comes back as it is, so that a double click costs nobody a fright.
    public func moved(by move: StepMove, from seat: Seat, at now: Instant) throws(StepRefusal) -> Step {
        try permit(move, from: seat)
        switch (kind, move) {
        case (.holdingBack, .tick), (.holdingBack, .fail), (.evaluating, .tick), (.evaluating, .fail),
            (.doing, .lookBack):
            throw .otherKind
        default: break
        }
        switch (move, state) {
        case (.lookBack, .agreed): return moved(to: .lookedBack(at: now))
        case (.lookBack, .lookedBack): return self
        case (.resume, .lookedBack): return moved(to: .agreed)
        case (.tick, .agreed): return moved(to: .done(at: now))
        case (.fail, .agreed): return moved(to: .failed(at: now))
        case (.agree, .proposed), (.agree, .talking), (.agree, .declined): return moved(to: .agreed)
        case (.talk, .proposed(let maker)): return moved(to: .talking(by: maker))
        case (.decline, .proposed), (.decline, .talking): return moved(to: .declined(at: now))
        case (.withdraw, .proposed(let maker)), (.withdraw, .talking(let maker)):
            return moved(to: .withdrawn(by: maker, at: now))
        case (.resume, .done), (.resume, .failed), (.resume, .dropped): return moved(to: .agreed)
        case (.drop, .agreed), (.drop, .failed): return moved(to: .dropped(at: now))
        case (.tick, .done), (.fail, .failed), (.agree, .agreed), (.decline, .declined), (.resume, .agreed),
            (.drop, .dropped), (.talk, .talking), (.withdraw, .withdrawn):
            return self
        default: throw .changedMeanwhile(state)
        }
    }

    private func permit(_ move: StepMove, from seat: Seat) throws(StepRefusal) {
        switch move {
        case .tick, .fail, .resume:
            guard seat.carries(self) else { throw .carriedBySomebodyElse }
            // What was dropped comes back by who could agree to it alone.
            if move == .resume, case .dropped = state, carrier == .owner, !seat.decides(domain: domain) {
                throw .onlyOwnerDecides
            }
        case .withdraw:
            guard case .account(let account, _) = seat.holder, account.id == proposer else { throw .notTheMaker }
        case .agree:
            switch seat.yes(about: domain) {
            case .counts, .half: return
            case .belongs(let name): throw .representativeSays(name: name)
            case .none: throw .onlyOwnerDecides
            }
        case .talk, .decline:
            guard seat.side(about: domain) != nil else { throw .onlyOwnerDecides }
        case .drop:
            guard seat.decides(domain: domain) else { throw .onlyOwnerDecides }
        case .lookBack:
            guard seat.decides(domain: domain) || seat.carries(self) else { throw .carriedBySomebodyElse }
        }
    }
}

extension Seat {
    /// Whoever carries a step ticks it. The owner also ticks for her own people who look in nowhere:
    /// somebody has to be able to. Who represents the owner ticks what the owner carries.
    public func carries(_ step: Step) -> Bool {
        switch (holder, step.carrier) {
        case (.owner, .owner): true
        case (.owner, .tie): true
        case (.guest, .owner): side(about: step.domain) != nil
        case (.guest(let tie, _), .tie(let carrier)): tie == carrier && mayWrite
        case (.account(let account, _), .account(let carrier)): account.id == carrier
        default: false
        }
    }
}
