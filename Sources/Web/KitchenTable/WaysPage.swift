import Domain

/// Where the owner can go from here: pause, round off, stop, back, or somebody else (R-009, R-050).
struct WaysPage: Page {
    let frame: Frame
    let view: PlanView
    /// She asked for another contact person, and nobody was named yet.
    var hasAskedForAnother = false

    private var t: Catalogue { frame.t }
    private var plan: Plan { view.seat.plan }

    var html: HTML {
        frame.document(
            t[.waysTitle],
            """
            <p><a href="\(Path.plan(plan.id))">\(t[.backToPlan])</a></p>
            <h1>\(t[.waysTitle])</h1><p>\(explained)</p>
            \(WorryCard(frame: frame, view: view).stays)\(plan.ways.filter(view.seat.makes).html { WayCard(frame: frame, plan: plan.id, move: $0).html })\(another)
            """)
    }

    private var explained: String {
        guard view.seat.isRepresentative else { return t[.waysExplained] }
        let owner = view.owner.name ?? t[.theOwner]
        return "\(t(.representingTitle, ["eigenaar": owner])). \(t(.representingSeen, ["eigenaar": owner]))"
    }

    private var another: HTML {
        guard let contact = view.contact, plan.state != .stopped else { return "" }
        if hasAskedForAnother {
            return "<section class=\"card team\"><h2>\(t[.otherContact])</h2><p>\(t[.otherContactAsked])</p></section>"
        }
        return """
            <section class="card"><h2>\(t[.otherContact])</h2><p>\(t(.otherContactExplained, ["naam": contact.name]))</p>
            \(frame.button(t[.otherContactAsk], .otherContact(plan.id), quiet: true))</section>
            """
    }

    static func examples(in frame: Frame) -> [WaysPage] {
        PlanExamples.cycle.map { WaysPage(frame: frame.at($0), view: $0) }
            + [WaysPage(frame: frame.at(PlanExamples.running), view: PlanExamples.running, hasAskedForAnother: true)]
            + [WaysPage(frame: frame.at(PlanExamples.fromRepresentative), view: PlanExamples.fromRepresentative)]
            + [WaysPage(frame: frame.at(PlanExamples.worried), view: PlanExamples.worried)]
    }
}

/// One way on: what it is, what happens, and the button.
struct WayCard {
    let frame: Frame
    let plan: Plan.ID
    let move: PlanMove

    private var t: Catalogue { frame.t }

    var html: HTML {
        """
        <section class="card"><h2>\(t[title])</h2><p>\(t[explained])</p>
        <form method="post" action="\(Path.move(plan, move))">\(frame.marks)\(field)<button class="button\(move == .reopen || move == .resume ? "" : " quiet")">\(t[deed])</button></form></section>
        """
    }

    private var field: HTML {
        switch move {
        case .keepWarm:
            Field(name: "woorden", label: t[.rhythmLabel], hint: t[.rhythmHint], isOptional: true).html(t)
        case .reopen:
            Field(name: "woorden", label: t[.waySayMore], rows: 2, room: .sentence, isOptional: true).html(t)
        default: ""
        }
    }

    private var title: TextKey {
        switch move {
        case .keepWarm: .wayKeepWarm
        case .roundOff: .wayRoundOff
        case .reopen: .wayReopen
        case .pause: .wayPause
        case .resume: .wayResume
        case .stop: .wayStop
        }
    }

    private var explained: TextKey {
        switch move {
        case .keepWarm: .wayKeepWarmExplained
        case .roundOff: .wayRoundOffExplained
        case .reopen: .wayReopenExplained
        case .pause: .wayPauseExplained
        case .resume: .wayResumeExplained
        case .stop: .wayStopExplained
        }
    }

    private var deed: TextKey {
        switch move {
        case .keepWarm: .wayKeepWarm
        case .roundOff: .wayRoundOffDo
        case .reopen: .wayReopen
        case .pause: .wayPauseDo
        case .resume: .wayResume
        case .stop: .wayStopDo
        }
    }
}

/// How the plan stands, when it does not simply run: in words, with the way back for the owner.
struct PlanStateCard {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard let (key, tag) = words else { return "" }
        if let day = view.seat.plan.eraseDay, view.seat.isOwner {
            let waits = ErasureWaits(frame: frame, plan: view.seat.plan.id, day: day)
            return "<section class=\"card late\">\(waits.html)</section>"
        }
        let rhythm: HTML = view.rhythm.map { "<p>\(t(.rhythmAgreed, ["ritme": $0]))</p>" } ?? ""
        let text: HTML =
            view.seat.isOwner ? "<p><b>\(t[key])</b></p>" : "<p><span class=\"tag\">\(t[tag])</span></p>"
        return "<section class=\"card street\">\(text)\(rhythm)\(view.seat.decidesAll ? back : .empty)</section>"
    }

    private var words: (TextKey, tag: TextKey)? {
        view.seat.plan.state.tag.map { tag in
            switch view.seat.plan.state {
            case .pilotLight: (.statePilotLight, tag)
            case .roundedOff: (.stateRoundedOff, tag)
            case .paused: (.statePaused, tag)
            case .asleep: (.stateAsleep, tag)
            default: (.stateStopped, tag)
            }
        }
    }

    /// The one thing she most likely comes for.
    private var back: HTML {
        let move: PlanMove = [.paused, .asleep].contains(view.seat.plan.state) ? .resume : .reopen
        return frame.button(t[move == .resume ? .wayResume : .wayReopen], .move(view.seat.plan.id, move))
    }
}

extension Plan.State {
    /// The word for it on lists; none when it simply runs or waits.
    var tag: TextKey? {
        switch self {
        case .concept, .open, .running: nil
        case .pilotLight: .tagPilotLight
        case .roundedOff: .tagRoundedOff
        case .paused: .tagPaused
        case .asleep: .tagAsleep
        case .stopped: .tagStopped
        }
    }
}

extension PlanRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .onlyOwnerDecides: Refused(.conflict, .refusedOnlyOwner)
        case .notFromHere: Refused(.conflict, .refusedPlanState)
        case .noContact: Refused(.conflict, .refusedNoContact)
        case .notInTeam: Refused(.conflict, .refusedSuccessor)
        case .unknownNotice: Refused(.notFound, .refusedNotFound)
        }
    }
}
