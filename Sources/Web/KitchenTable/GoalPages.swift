import Domain

/// Where she wants to go: every goal in her words, and a new one (R-005, R-097).
struct GoalsPage: Page {
    let frame: Frame
    let goals: GoalsView
    var words = ""
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var view: PlanView { goals.view }

    var html: HTML {
        let plan = view.seat.plan.id
        let title = Self.title(view, t)
        return frame.document(
            title,
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(title)</h1>\(view.goals.isEmpty ? "<p class=\"card soft\">\(t[.goalsNone])</p>" as HTML : .empty)
            \(view.goals.html(card))\(adding)
            """)
    }

    static func title(_ view: PlanView, _ t: Catalogue) -> String {
        guard !view.seat.isOwner else { return t[.goalsTitle] }
        return t(.goalsTitleOf, ["naam": view.owner.name ?? t[.theOwner]])
    }

    private func card(_ goal: Goal) -> HTML {
        let course = goals.measurements.filter { $0.goal == goal.id }
        let last: HTML = course.isEmpty ? "" : Course(measurements: course, t: t).html
        return """
            <section class="card home"><h2>\(goal.words)</h2>\(GoalTags(goal: goal, t: t).html)\(last)
            <p><a href="\(Path.goal(goal.plan, goal.id))">\(t[.goalOpen])<span class="unseen">: \(goal.words)</span></a></p></section>
            """
    }

    private var adding: HTML {
        guard view.seat.mayWrite else { return "" }
        if case .guest = view.seat.holder { return "" }
        let title = t[view.seat.isOwner ? .goalNew : .goalPropose]
        return """
            <form class="card" method="post" action="\(Path.goals(view.seat.plan.id))">\(frame.marksOnce)
            \(Field(name: "woorden", label: title, hint: t[.goalNewHint], value: words, faults: faults, rows: 2, room: .sentence).html(t))
            \(about)<button class="button">\(view.seat.isOwner ? t[.save] : title)</button></form>
            """
    }

    /// Who sees one subject writes about that.
    private var about: HTML {
        guard view.seat.sees != .everything, let domain = view.domains.first else { return "" }
        return "<input type=\"hidden\" name=\"onderwerp\" value=\"\(domain.id.text)\">"
    }

    static func examples(in frame: Frame) -> [GoalsPage] {
        [PlanExamples.concept, PlanExamples.withGoals, PlanExamples.goalsFromContact].map {
            GoalsPage(frame: frame.at($0), goals: GoalsView(view: $0, measurements: PlanExamples.measurements))
        }
    }
}

/// One goal: what counts, what waits, how it goes, and every wording side by side.
struct GoalPage: Page {
    let frame: Frame
    let goals: GoalsView
    let goal: Goal
    var words = ""
    var said = ""
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var view: PlanView { goals.view }
    private var isOwner: Bool { view.seat.isOwner }

    var html: HTML {
        let title = goal.words
        return frame.document(
            title,
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.goals(goal.plan))">\(t[.goBack])</a></p>
            <h1>\(title)</h1>\(GoalTags(goal: goal, t: t).html)
            \(goal.state == .open ? waiting : .empty)\(measuring)\(rewording)\(wordings)\(ending)
            """)
    }

    private var waiting: HTML {
        goal.waiting.html { text in GoalProposal(frame: frame, view: view, goal: goal, text: text).html }
    }

    private var measuring: HTML {
        let course = goals.measurements.filter { $0.goal == goal.id }
        let picture: HTML = course.isEmpty ? "" : Course(measurements: course, t: t).html
        let list: HTML =
            course.isEmpty
            ? ""
            : """
            <details><summary>\(t[.measureCourse])</summary><ul>\(course.reversed().html { one in
                "<li>\(t.dayName(one.at.day, today: view.today)): <b>\(String(one.value))</b>\(one.words.map { " \($0)" as HTML } ?? .empty)</li>"
            })</ul></details>
            """
        guard isOwner, goal.state == .open, goal.current != nil else {
            return course.isEmpty ? "" : "<section class=\"card\">\(picture)\(list)</section>"
        }
        return """
            <section class="card home"><h2>\(t[.measureTitle])</h2>\(picture)\(list)<p>\(t[.measureHint])</p>
            <form method="post" action="\(Path.measurements(goal.plan, goal.id))">\(frame.marksOnce)
            <fieldset class="scale" id="stand"><legend class="unseen">\(t[.measureTitle])</legend>\(faults["stand"].map { "<p class=\"fault\">\($0)</p>" as HTML } ?? .empty)<div>\(Measurement.scale.html { "<label><input type=\"radio\" name=\"stand\" value=\"\(String($0))\"><span>\(String($0))</span></label>" })</div></fieldset>
            \(Field(name: "zin", label: t[.measureWords], value: said, faults: faults, rows: 2, room: .sentence, isOptional: true).html(t))
            <button class="button">\(t[.save])</button></form></section>
            """
    }

    private var rewording: HTML {
        guard view.seat.mayWrite, goal.state == .open, goal.current != nil else { return "" }
        if case .guest = view.seat.holder { return "" }
        return """
            <details class="card"\(faults["woorden"] == nil ? .empty : " open" as HTML)><summary>\(t[isOwner ? .goalReword : .goalRewordPropose])</summary>
            <form method="post" action="\(Path.wordings(goal.plan, goal.id))">\(frame.marks)
            \(Field(name: "woorden", label: t[.goalRewordLabel], value: words.isEmpty ? goal.current?.words ?? "" : words, faults: faults, rows: 2, room: .sentence).html(t))
            <button class="button quiet">\(isOwner ? t[.save] : t[.goalRewordPropose])</button></form></details>
            """
    }

    /// The versions beside each other: nothing that was ever said is lost (R-005).
    private var wordings: HTML {
        guard goal.texts.count > 1 || goal.current == nil else { return "" }
        return """
            <section><h2>\(t[.goalWordings])</h2><ul class="wordings">\(goal.texts.html { text in
                "<li class=\"card\(text.id == goal.current?.id ? " home" : "")\"><b>\(text.words)</b><span class=\"soft\">\(Self.maker(text, view, t)), \(t.shortDay(text.madeAt.day))</span><span class=\"tag\(text.id == goal.current?.id ? " home" : "")\">\(t[text.id == goal.current?.id ? .answerCurrent : text.state.key])</span>\(text.state.isWaiting ? .empty : Consent(view: view, subject: .wording(text.id), domain: goal.domain, t: t).settled)</li>"
            })</ul></section>
            """
    }

    private var ending: HTML {
        guard isOwner, goal.current != nil else { return "" }
        guard goal.state == .open else {
            return "<p>\(frame.button(t[.goalReopen], .goal(goal.plan, goal.id, .open), quiet: true))</p>"
        }
        return """
            <div class="row">\(frame.button(t[.goalReached], .goal(goal.plan, goal.id, .reached)))\(frame.button(t[.goalLetGo], .goal(goal.plan, goal.id, .letGo), quiet: true))</div>
            """
    }

    static func maker(_ text: GoalText, _ view: PlanView, _ t: Catalogue) -> String {
        switch text.author {
        case .owner: view.seat.isOwner ? t[.you] : view.owner.name ?? t[.theOwner]
        case .account(_, let name), .guest(_, let name): name
        case .representative(_, let name): t.onBehalf(name, of: view)
        }
    }

    static func examples(in frame: Frame) -> [GoalPage] {
        [PlanExamples.withGoals, PlanExamples.goalsFromContact].flatMap { view in
            view.goals.map {
                GoalPage(
                    frame: frame.at(view), goals: GoalsView(view: view, measurements: PlanExamples.measurements),
                    goal: $0)
            }
        }
    }
}

/// How a goal stands, when it is not simply open.
struct GoalTags {
    let goal: Goal
    let t: Catalogue

    var html: HTML {
        switch goal.state {
        case .reached: "<p><span class=\"tag street\">\(t[.goalReachedTag])</span></p>"
        case .letGo: "<p><span class=\"tag\">\(t[.goalLetGoTag])</span></p>"
        case .open:
            if let waiting = goal.waiting.last ?? (goal.current == nil ? goal.texts.last : nil) {
                "<p><span class=\"tag team\">\(t[waiting.state.key])</span></p>"
            } else {
                ""
            }
        }
    }
}

/// Words that somebody of the team thought of, and what the owner says to them.
struct GoalProposal {
    let frame: Frame
    let view: PlanView
    let goal: Goal
    let text: GoalText

    private var t: Catalogue { frame.t }

    var html: HTML {
        let maker = GoalPage.maker(text, view, t)
        let title = t(goal.current == nil ? .goalProposedBy : .goalRewordedBy, ["naam": maker])
        let now: HTML =
            goal.current.map { "<p class=\"soft\">\(t(.goalNow, ["woorden": $0.words]))</p>" } ?? ""
        let consent = Consent(view: view, subject: .wording(text.id), domain: goal.domain, t: t)
        let talking: HTML = text.state == .talking ? "<p>\(t[.proposalTalking])</p>" : ""
        return """
            <section class="card" id="\(text.id.text)"><span class="tag team">\(title)</span>
            <p class="proposal"><b>\(text.words)</b></p>\(now)\(talking)\(consent.waiting)<div class="row">\(deeds(consent))</div></section>
            """
    }

    private func deeds(_ consent: Consent) -> HTML {
        if consent.answers {
            let yes: HTML = consent.takesYes ? button(.proposalYes, .accept) : ""
            let talk: HTML = text.state == .talking ? "" : button(.proposalTalk, .talk, quiet: true)
            return "\(yes)\(talk)\(button(.proposalNo, .decline, quiet: true))"
        }
        guard case .account(let maker, _) = text.author, case .account(let account, _) = view.seat.holder,
            maker == account.id
        else { return "" }
        return button(.proposalWithdraw, .withdraw, quiet: true)
    }

    private func button(_ key: TextKey, _ answer: ProposalAnswer, quiet: Bool = false) -> HTML {
        frame.button(t[key], .answer(answer, to: text.id, of: goal.id, goal.plan), quiet: quiet, about: text.words)
    }
}

/// A small picture of how it went, by her own yardstick. The numbers stand beside it in words.
struct Course {
    let measurements: [Measurement]
    let t: Catalogue

    private static let (width, height, edge) = (240, 64, 8)

    var html: HTML {
        guard let first = measurements.first, let last = measurements.last else { return "" }
        let label =
            measurements.count == 1
            ? t(.measureOnce, ["stand": String(last.value)])
            : t(.measureFromTo, ["eerst": String(first.value), "laatst": String(last.value)])
        let shown = measurements.suffix(24)
        let points = shown.enumerated().map { index, one in
            (x: Self.x(index, of: shown.count), y: Self.y(one.value))
        }
        let line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        return """
            <figure class="course"><svg viewBox="0 0 \(String(Self.width)) \(String(Self.height))" role="img" aria-label="\(label)"><polyline points="\(line)"/>\(points.html { "<circle cx=\"\(String($0.x))\" cy=\"\(String($0.y))\" r=\"4\"/>" })</svg><figcaption>\(label)</figcaption></figure>
            """
    }

    private static func x(_ index: Int, of count: Int) -> Int {
        guard count > 1 else { return width / 2 }
        return edge + index * (width - 2 * edge) / (count - 1)
    }

    private static func y(_ value: Int) -> Int { height - edge - value * (height - 2 * edge) / 10 }
}

extension ProposalState {
    var key: TextKey {
        switch self {
        case .proposed: .answerProposed
        case .talking: .answerTalking
        case .accepted: .answerAccepted
        case .declined: .answerDeclined
        case .withdrawn: .answerWithdrawn
        }
    }
}

extension ProposalRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .onlyOwnerDecides: Refused(.conflict, .refusedOnlyOwner)
        case .representativeSays(let name): Refused(.conflict, .refusedSaysItHere, [("naam", name)])
        case .notTheMaker: Refused(.conflict, .refusedMaker)
        case .changedMeanwhile: Refused(.conflict, .refusedProposalChanged)
        case .readingOnly: Refused(.conflict, .refusedReadingOnly)
        case .unknownDomain: Refused(.conflict, .refusedSubject)
        case .goalIsOver: Refused(.conflict, .refusedGoalOver)
        }
    }
}
