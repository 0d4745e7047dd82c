import Domain

/// The steps on the plan's page: at most three open ones for the owner, each with who and when.
struct StepList {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }
    private var plan: Plan.ID { view.seat.plan.id }

    /// The owner sees three at a time; who works with her sees all.
    private var open: [Step] { view.seat.isOwner ? view.openStepsShown : view.steps.filter(\.isOpen) }

    private var past: [Step] {
        view.steps.filter { step in
            switch step.state {
            case .done, .failed, .lookedBack: true
            // What another said no to: she reads who, and can come back on it.
            case .declined: said(step).answers && said(step).isByRepresentative
            default: false
            }
        }
    }

    var html: HTML {
        let waiting = view.seat.isOwner ? view.openStepsWaiting : 0
        let more: HTML = waiting > 0 ? "<p class=\"soft\">\(t(.stepsWaiting, count: waiting))</p>" : ""
        let add: HTML =
            view.seat.mayWrite && canPlan
            ? "<p class=\"row\"><a class=\"button quiet\" href=\"\(Path.steps(plan))\">\(t[view.seat.makesSteps ? .addStep : .proposeStep])</a>\(takePart)</p>"
            : ""
        return """
            <section><h2>\(t[.smallSteps])</h2>\(list)\(proposedByMe)\(more)\(pastList)\(add)</section>
            """
    }

    private var takePart: HTML {
        // What she wants to do herself is hers to pick, or for the team to propose.
        if case .guest = view.seat.holder { return "" }
        guard view.seat.sees == .everything || !view.domains.isEmpty else { return "" }
        return "<a class=\"button quiet\" href=\"\(Path.takePart(plan))\">\(t[.takePartPick])</a>"
    }

    private var canPlan: Bool {
        if case .guest = view.seat.holder { view.seat.makesSteps } else { true }
    }

    private var list: HTML {
        guard !open.isEmpty else { return "<p class=\"card soft\">\(t[.noSteps])</p>" }
        return "<ol class=\"card steps home\">\(open.html(openItem))</ol>"
    }

    private func openItem(_ step: Step) -> HTML {
        if let day = step.kind.lookBack { return lookingBack(step, on: day) }
        let tick: HTML =
            view.seat.carries(step)
            ? """
            <form method="post" action="\(Path.move(step, .tick))">\(frame.marks)<button class="tick" aria-label="\(t(.tickLabel, ["stap": step.words]))">✓</button></form>
            """ : "<span class=\"tick off\" aria-hidden=\"true\"></span>"
        var deeds: [HTML] = []
        if view.seat.carries(step) {
            deeds.append(link(t[.stepFails], .move(step, .fail), about: step.words))
        }
        if view.seat.decides(domain: step.domain) {
            deeds.append(link(t[.stepDrops], .move(step, .drop), about: step.words))
        }
        return """
            <li id="\(step.id.text)">\(tick)<div><b>\(step.words)</b> <span class="who">\(who(step))\(whenText(step))</span>\(frame.callRow(step))\(said(step).settled)\(deeds.isEmpty ? .empty : "<span class=\"row deeds\">\(deeds)</span>" as HTML)</div></li>
            """
    }

    /// "Wij doen nu niets, want …, we kijken weer op …": in those words (R-044). Or: the family looks back (R-006).
    private func lookingBack(_ step: Step, on day: Day) -> HTML {
        let due = step.isDue(on: view.today)
        var deeds: [HTML] = []
        if view.seat.decides(domain: step.domain) || view.seat.carries(step) {
            deeds.append(link(t[.lookedBack], .move(step, .lookBack), about: step.words))
        }
        if view.seat.decides(domain: step.domain) {
            deeds.append(link(t[.stepDrops], .move(step, .drop), about: step.words))
        }
        return """
            <li id="\(step.id.text)"><span class="tick off" aria-hidden="true"></span><div><b>\(Self.words(of: step, t))</b> <span class="who">\(due ? "<span class=\"tag late\">\(t[.lookBackDue])</span> " as HTML : .empty)\(t(.lookBackShown, ["dag": t.shortDay(day)]))</span><span class="row deeds">\(deeds)</span></div></li>
            """
    }

    private func said(_ step: Step) -> Consent {
        Consent(view: view, subject: .step(step.id), domain: step.domain, t: t)
    }

    private var pastList: HTML {
        guard !past.isEmpty else { return "" }
        return """
            <details class="past"\(open.isEmpty ? " open" as HTML : .empty)><summary>\(t(.stepsPast, count: past.count))</summary>
            <ol class="card steps">\(past.html(pastItem))</ol></details>
            """
    }

    private func pastItem(_ step: Step) -> HTML {
        let (sign, text): (String, String) =
            switch step.state {
            case .done(let at): ("✓", t(.stepDoneAt, ["dag": t.dayName(at.day, today: view.today)]))
            case .failed(let at): ("–", t(.stepFailedAt, ["dag": t.dayName(at.day, today: view.today)]))
            case .lookedBack(let at): ("✓", t(.stepLookedBackAt, ["dag": t.dayName(at.day, today: view.today)]))
            case .declined: ("–", said(step).sentences)
            default: ("", "")
            }
        let undo: HTML =
            said(step).comesBack(on: step)
            ? "<span class=\"row deeds\">\(link(t[.proposalYes], .move(step, .agree), about: step.words))</span>"
            : view.seat.carries(step) && step.canResume
                ? "<span class=\"row deeds\">\(link(t[.stepResumes], .move(step, .resume), about: step.words))</span>"
                : ""
        return """
            <li id="\(step.id.text)"><span class="tick \(sign == "✓" ? "on" : "off")" aria-hidden="true">\(sign)</span><div><b>\(past(step))</b> <span class="who">\(who(step)) \(text)</span>\(undo)</div></li>
            """
    }

    private func past(_ step: Step) -> String {
        if case .evaluating = step.kind { Self.words(of: step, t) } else { step.words }
    }

    /// What a professional thought of and the owner did not answer yet.
    private var proposedByMe: HTML {
        let others = view.proposals.filter { view.seat.side(about: $0.domain) == nil }
        guard !others.isEmpty else { return "" }
        return """
            <ul class="card list">\(others.html { step in
                """
                <li><span><b>\(step.words)</b> \(who(step))\(said(step).waiting)\(mine(step) ? "<span class=\"row deeds\">\(link(t[.proposalWithdraw], .move(step, .withdraw), about: step.words))</span>" as HTML : .empty)</span><span class="tag">\(t[isTalking(step) ? .answerTalking : .waitsForOwner])</span></li>
                """
            })</ul>
            """
    }

    private func isTalking(_ step: Step) -> Bool { if case .talking = step.state { true } else { false } }

    private func mine(_ step: Step) -> Bool {
        if case .account(let account, _) = view.seat.holder { account.id == step.proposer } else { false }
    }

    private func link(_ text: String, _ path: Path, about: String) -> HTML {
        """
        <form method="post" action="\(path)">\(frame.marks)<button class="link">\(text)<span class="unseen">: \(about)</span></button></form>
        """
    }

    private func who(_ step: Step) -> HTML {
        switch step.carrier {
        case .owner:
            "<span class=\"tag home\">\(view.seat.isOwner ? t[.me] : view.owner.name ?? t[.theOwner])</span>"
        case .tie: "<span class=\"tag home\">\(view.carrierName(of: step) ?? t[.someone])</span>"
        case .account: "<span class=\"tag team\">\(view.carrierName(of: step) ?? t[.someoneOfTeam])</span>"
        }
    }

    private func whenText(_ step: Step) -> HTML { step.when.map { " \($0)" } ?? "" }

    /// What a step says of itself.
    static func words(of step: Step, _ t: Catalogue) -> String {
        switch step.kind {
        case .doing: step.words
        case .holdingBack: t(.holdBackShown, ["reden": step.words])
        case .evaluating: t[.conferenceLookBack]
        }
    }

    /// "Rashid, dinsdag", for a proposal.
    static func whoWhen(_ step: Step, _ view: PlanView, _ t: Catalogue) -> String {
        let who: String =
            switch step.carrier {
            case .owner where view.seat.isRepresentative: view.owner.name ?? t[.theOwner]
            case .owner: view.seat.isOwner ? t[.me] : t[.theOwner]
            case .tie, .account: view.carrierName(of: step) ?? t[.someone]
            }
        return step.when.map { "\(who), \($0)" } ?? who
    }
}
