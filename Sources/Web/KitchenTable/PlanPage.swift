import Domain

/// "Mijn plan": the home of the owner, and what everybody else at the table sees of it.
struct PlanPage: Page {
    let frame: Frame
    let view: PlanView
    var notice: String?
    /// What the contact person typed out of a spoken message, when something was wrong with it.
    var typed = ""
    var faults = FormFaults()

    var sound: Sound { view.spoken == nil ? .none : .playing }

    private var t: Catalogue { frame.t }
    private var plan: Plan.ID { view.seat.plan.id }

    var html: HTML {
        var frame = frame
        frame.showsContactItself = true
        return frame.document(
            title,
            """
            \(frame.notice(notice))\(frame.faultSummary(faults))
            <h1>\(title)</h1>
            <p class="soft">\(subtitle)</p>
            \(frame.contactStrip)
            \(EmergencyCard(frame: frame, view: view).html)\(WorryCard(frame: frame, view: view).html)\(RepresentingCard(frame: frame, view: view).html)\(PlanStateCard(frame: frame, view: view).html)\(waiting)\(howToReach)
            \(SpokenCard(frame: frame, view: view, typed: typed, faults: faults).html)
            \(RequestCards(frame: frame, view: view).html)\(readBack)
            \(view.seat.isOwner || view.seat.isRepresentative ? proposals : .empty)
            \(StepList(frame: frame, view: view).html)
            \(goals)
            \(LimitCard(frame: frame, view: view).html)
            \(ConferenceLink(frame: frame, seat: view.seat).html)\(atTable)
            \(storyCard)
            \(links)
            """)
    }

    private var title: String {
        guard view.seat.isOwner else { return t(.planOf, ["naam": view.owner.name ?? t[.aResident]]) }
        guard let name = view.owner.name else { return t[.myPlan] }
        return t(.hello, ["naam": name])
    }

    private var subtitle: String {
        let owner = t(.ownerIs, ["naam": view.owner.name ?? (view.seat.isOwner ? t[.you] : t[.aResident])])
        switch view.seat.holder {
        case .owner: return "\(owner). \(t[.yoursToShare])"
        case .guest: return "\(owner). \(sight)"
        case .account(_, .contact): return "\(owner). \(t[.youAreContact])"
        case .account where view.seat.emergency != nil: return "\(owner)."
        case .account: return "\(owner). \(sight)"
        }
    }

    /// What a guest may see, in words, and until when.
    private var sight: String {
        let until = view.seat.agreements.map(\.until).max().map { t.shortDay($0) } ?? ""
        switch view.seat.sees {
        case .everything: return t(.youSeeAll, ["dag": until])
        case .parts: return t(.youSeePart, ["deel": parts, "dag": until])
        }
    }

    private var parts: String {
        let domains = view.domains.map(\.name)
        let stepCount = view.seat.agreements.count { if case .step = $0.part { true } else { false } }
        let steps = stepCount == 0 ? [] : [t(.stepsCount, count: stepCount)]
        return (domains + steps).joined(separator: ", ")
    }

    /// For her contact person, and who is there in an emergency: how she can be reached.
    private var howToReach: HTML {
        guard view.seat.isContact || view.seat.emergency != nil, let reach = view.owner.reach else { return "" }
        let digits = reach.filter { $0.isNumber || $0 == "+" }
        let call: HTML =
            digits.count >= 8
            ? "<a class=\"button quiet\" href=\"\(Path.call(reach))\">\(t[.call])<span class=\"unseen\"> \(reach)</span></a>"
            : ""
        return """
            <div class="card home"><div class="person">\(frame.face(view.owner.name ?? "?", kind: "home"))<div><b>\(t[.howToReachHer])</b><span>\(reach)</span></div>\(call)</div></div>
            """
    }

    /// Waiting is never invisible (R-040).
    private var waiting: HTML {
        guard view.seat.isOwner else { return "" }
        if view.seat.plan.state == .concept {
            return """
                <div class="card home"><p>\(t[.planIsYoursAlone])</p>
                <p><a class="button" href="\(Path.question(of: plan))">\(t[.bringToTeam])</a></p></div>
                """
        }
        guard let question = view.question, question.state == .waiting else { return "" }
        return """
            <div class="card team"><p><b>\(t(.waitingDays, count: question.daysWaiting(on: view.today)))</b>
            \(t[.waitingNobodyYet])</p><p>\(t(.waitingCall, ["team": view.team.name]))</p>
            <p class="row"><a class="button quiet" href="\(Path.call(view.team.phone))">\(t(.callNumber, ["nummer": view.team.phone]))</a></p>
            <details><summary>\(t[.withdrawTitle])</summary><p>\(t[.withdrawExplained])</p>\(frame.button(t[.withdraw], .withdrawal(of: plan), quiet: true))</details></div>
            """
    }

    /// A note of the talk that she has not read back yet.
    private var readBack: HTML {
        view.notesToConfirm.filter(view.seat.confirms).html { note in
            """
            <section class="card team"><h2>\(t(.readBackTitle, ["naam": authorName(note)]))</h2><p>\(t[.readBackAsk])</p>
            \(ConfirmForm(frame: frame, note: note, words: note.words).html)</section>
            """
        }
    }

    private func authorName(_ story: Story) -> String {
        switch story.author {
        case .owner: t[.you]
        case .account(_, let name), .guest(_, let name): name
        case .representative(_, let name): t.onBehalf(name, of: view)
        }
    }

    private var proposals: HTML {
        let goals = view.goalProposals.filter { view.seat.side(about: $0.goal.domain) != nil }.html { goal, text in
            GoalProposal(frame: frame, view: view, goal: goal, text: text).html
        }
        return "\(goals)\(view.proposals.filter { view.seat.side(about: $0.domain) != nil }.html(proposal))"
    }

    private func proposal(_ step: Step) -> HTML {
        let by =
            step.proposer.flatMap { id in view.table.professionals.first { $0.account.id == id }?.account.name }
            ?? t[.someoneOfTeam]
        var isTalking = false
        if case .talking = step.state { isTalking = true }
        let talk: HTML =
            isTalking
            ? "" : frame.button(t[.proposalTalk], .move(step, .talk), quiet: true, about: step.words)
        let consent = Consent(view: view, subject: .step(step.id), domain: step.domain, t: t)
        let yes: HTML = consent.takesYes ? frame.button(t[.proposalYes], .move(step, .agree), about: step.words) : ""
        return """
            <section class="card" id="\(step.id.text)"><span class="tag team">\(t(.proposalBy, ["naam": by]))</span>
            <p class="proposal"><b>\(step.words)</b> <span class="soft">\(StepList.whoWhen(step, view, t))</span></p>\(frame.callRow(step))\(isTalking ? "<p>\(t[.proposalTalking])</p>" as HTML : .empty)\(consent.waiting)
            <div class="row">\(yes)\(talk)\(frame.button(t[.proposalNo], .move(step, .decline), quiet: true, about: step.words))</div></section>
            """
    }

    /// Where she wants to go, in her words; nothing when she did not say.
    private var goals: HTML {
        let open = view.openGoals
        guard !open.isEmpty || view.seat.mayWrite else { return "" }
        let list: HTML =
            open.isEmpty
            ? ""
            : "<ul class=\"goals\">\(open.html { "<li><a href=\"\(Path.goal(plan, $0.id))\">\($0.current?.words ?? "")</a></li>" })</ul>"
        return """
            <section><h2>\(GoalsPage.title(view, t))</h2><div class="card home">\(list)<p><a href="\(Path.goals(plan))">\(t[.goalsLink])</a></p></div></section>
            """
    }

    private var atTable: HTML {
        guard view.seat.sees == .everything else { return "" }
        let professionals = view.professionalsInvolved
        let add: HTML =
            view.seat.decidesAll
            ? "<a class=\"button quiet\" href=\"\(Path.newAgreement(plan))\">\(t[.addSomebody])</a>" : ""
        return """
            <section><h2>\(t[.whoIsAtTable])</h2><div class="card">
            \(TableTop(chairs: TableTop.chairs(of: view, t), words: view.coreWords, t: t).html)
            <p class="soft">\(t(.ownPeopleCount, count: view.table.askable.count)), \(t(.professionalsCount, count: professionals)).</p>
            <p class="row">\(add)<a class="button quiet" href="\(Path.table(plan))">\(t[.whoDoesWhat])</a></p></div></section>
            """
    }

    private var storyCard: HTML {
        guard let words = view.coreWords else { return "" }
        let label = view.seat.isOwner ? t[.yourStory] : t[.theStory]
        return """
            <section><h2>\(label)</h2><div class="card home"><blockquote>\(words)</blockquote>
            <p><a href="\(Path.story(plan))">\(view.seat.mayWrite ? t[.readAndWriteStory] : t[.readStory])</a></p></div></section>
            """
    }

    private var links: HTML {
        guard view.seat.isOwner else {
            var doors: [(Path, TextKey)] = []
            if view.seat.decidesAll { doors.append((.ways(plan), .waysTitle)) }
            if view.seat.isContact, !view.itemsToAsk.isEmpty { doors.append((.sheet(plan), .sheetTitle)) }
            if view.seat.mayWorryAloud { doors.append((.safety(at: plan), .safetyWorry)) }
            guard !doors.isEmpty else { return "" }
            return "<ul class=\"card list doors\">\(doors.html { "<li><a href=\"\($0)\">\(t[$1])</a></li>" })</ul>"
        }
        return """
            <ul class="card list doors"><li><a href="\(Path.looked(plan))">\(t[.whoLooked])</a></li>
            <li><a href="\(Path.ways(plan))">\(t[.waysTitle])</a></li>
            <li><a href="\(Path.leave(plan))">\(t[.leaveTitle])</a></li>
            <li><a href="\(Path.planCode(plan))">\(t[.yourCodeAndName])</a></li></ul>
            """
    }

    static func examples(in frame: Frame) -> [PlanPage] {
        (PlanExamples.all + PlanExamples.cycle.dropFirst() + [
            PlanExamples.withGoals, PlanExamples.carer, PlanExamples.asleep, PlanExamples.afterEmergency,
            PlanExamples.inEmergency, PlanExamples.takingPart, PlanExamples.together, PlanExamples.fromParent,
            PlanExamples.under, PlanExamples.fromRepresentative, PlanExamples.worried,
        ] + PlanExamples.spoken + [PlanExamples.asked, PlanExamples.askedByMe]).map {
            PlanPage(frame: frame.at($0), view: $0)
        }
    }
}

extension TableTop {
    /// Her own people first, then the team.
    static func chairs(of view: PlanView, _ t: Catalogue) -> [Chair] {
        view.table.askable.map { Chair(name: $0.name, what: $0.role ?? "", kind: .own) }
            + view.table.professionals.map { seated in
                Chair(
                    name: seated.account.name, what: PeopleTexts.part(of: seated, in: view, t), kind: .professional)
            }
    }
}

/// Her own text beside the note: she changes what she wants and says "Klopt".
struct ConfirmForm {
    let frame: Frame
    let note: Story
    let words: String
    var faults = FormFaults()

    var html: HTML {
        """
        <form method="post" action="\(Path.confirmation(note.plan, of: note.id))">\(frame.marks)
        \(Field(name: "woorden", label: frame.t[.readBackLabel], value: words, faults: faults, rows: 5, room: .story).html(frame.t))
        <button class="button">\(frame.t[.right])</button></form>
        """
    }
}
