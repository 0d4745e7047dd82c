import Domain

/// The owner takes her plan along, on paper or as a file, or has everything erased (R-009, R-128).
struct LeavePage: Page {
    let frame: Frame
    let view: PlanView
    var moment = "later"
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var plan: Plan { view.seat.plan }

    var html: HTML {
        frame.document(
            t[.leaveTitle],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan.id))">\(t[.backToPlan])</a></p>
            <h1>\(t[.leaveTitle])</h1><p>\(t[.leaveExplained])</p>
            <section class="card home"><h2>\(t[.takePaper])</h2><p>\(t[.takePaperExplained])</p>
            <p><a class="button" href="\(Path.paper(plan.id))">\(t[.takePaperDo])</a></p></section>
            <section class="card home"><h2>\(t[.takeFile])</h2><p>\(t[.takeFileExplained])</p>
            <p><a class="button quiet" href="\(Path.file(plan.id))" download>\(t[.takeFileDo])</a></p></section>
            <section class="card late"><h2>\(t[.eraseTitle])</h2>\(erasing)</section>
            """)
    }

    private var erasing: HTML {
        if let day = plan.eraseDay { return ErasureWaits(frame: frame, plan: plan.id, day: day).html }
        let agreed: HTML = faults["begrepen"].map { "<p class=\"fault\" id=\"begrepen-fout\">\($0)</p>" } ?? ""
        return """
            <p>\(t[.eraseExplained])</p><p>\(t[.eraseStays])</p><p>\(t[.eraseSafety])</p>\(WorryCard(frame: frame, view: view).stays)
            <form method="post" action="\(Path.erasure(of: plan.id))">\(frame.marks)
            \(Choices(name: "wanneer", legend: t[.eraseWhen], choices: moments, chosen: moment, faults: faults).html(t))
            \(agreed)<label class="agreed"><input type="checkbox" id="begrepen" name="begrepen" value="ja"\(faults["begrepen"] == nil ? .empty : " aria-invalid=\"true\" aria-describedby=\"begrepen-fout\"" as HTML)><span>\(t[.eraseUnderstood])</span></label>
            <button class="button quiet">\(t[.eraseTitle])</button></form>
            """
    }

    private var moments: [Choice] {
        [
            Choice(value: "later", label: t(.eraseLater, count: erasureReflectionDays), hint: t[.eraseLaterHint]),
            Choice(value: "nu", label: t[.eraseNow], hint: t[.eraseNowHint]),
        ]
    }

    static func examples(in frame: Frame) -> [LeavePage] {
        [PlanExamples.running, PlanExamples.erasing, PlanExamples.worried].map {
            LeavePage(frame: frame.at($0), view: $0)
        }
    }
}

/// On what day everything goes, and the way back.
struct ErasureWaits {
    let frame: Frame
    let plan: Plan.ID
    let day: Day

    var html: HTML {
        """
        <p><b>\(frame.t(.eraseWaits, ["dag": frame.t.shortDay(day)]))</b></p>\(frame.button(frame.t[.eraseKeep], .erasureWithdrawal(of: plan)))
        """
    }
}

/// After erasing at once: there is no plan to go back to.
struct ErasedPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.erasedTitle],
            """
            <h1>\(t[.erasedTitle])</h1><div class="card" role="status"><p>\(t[.erasedExplained])</p><p>\(t[.erasedAgain])</p></div>
            <p><a class="button quiet" href="\(Path.front)">\(t[.goOn])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [ErasedPage] { [ErasedPage(frame: frame)] }
}

/// The whole plan on one A4, to keep, to show, or to read from over the telephone (R-009, R-131).
struct PaperPage: Page {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }
    private var plan: Plan { view.seat.plan }
    private static let pastShown = 6

    var html: HTML {
        frame.document(
            t[.myPlan],
            """
            <p class="screen"><a href="\(Path.leave(plan.id))">\(t[.goBack])</a></p>
            <div class="sheet"><h1>\(view.owner.name.map { t(.planOf, ["naam": $0]) } ?? t[.myPlan])</h1>
            <p class="soft">\(t(.paperOf, ["dag": t.shortDay(view.today), "begin": t.shortDay(plan.begunAt.day)]))</p>
            \(story)\(goals)
            <section><h2>\(t[.smallSteps])</h2>\(open.isEmpty ? "<p>\(t[.noSteps])</p>" as HTML : "<ul class=\"boxes\">\(open.html(line))</ul>" as HTML)</section>
            \(past)\(people)</div>
            <p class="screen"><button class="button" type="button" data-print hidden>\(t[.print])</button></p>
            """)
    }

    private var open: [Step] { view.steps.filter(\.isOpen) }

    private var story: HTML {
        let told = view.stories.filter { story in
            // A note that she confirmed stands there in her own words.
            story.kind != .note || view.notesToConfirm.contains { $0.id == story.id }
        }
        guard !told.isEmpty else { return "" }
        return "<section><h2>\(t[.yourStory])</h2>\(told.html { "<p class=\"told\">\($0.words)</p>" })</section>"
    }

    private var goals: HTML {
        let open = view.openGoals
        guard !open.isEmpty else { return "" }
        return """
            <section><h2>\(t[.goalsTitle])</h2><ul>\(open.html { "<li>\($0.current?.words ?? "")</li>" })</ul></section>
            """
    }

    private func paperWords(_ step: Step) -> String {
        if case .evaluating(let day) = step.kind {
            "\(StepList.words(of: step, t)), \(t.shortDay(day))"
        } else {
            step.words
        }
    }

    private func line(_ step: Step) -> HTML {
        let call: HTML =
            step.call.map { ". \(frame.callText($0))" } ?? ""
        return
            "<li><span class=\"box\" aria-hidden=\"true\"></span><span><b>\(paperWords(step))</b> <span class=\"soft\">\(StepList.whoWhen(step, view, t))\(call)</span></span></li>"
    }

    private var past: HTML {
        let done: [Step] = view.steps.filter { if case .done = $0.state { true } else { false } }
        guard !done.isEmpty else { return "" }
        return """
            <section><h2>\(t[.paperDone])</h2><ul>\(done.suffix(Self.pastShown).html { "<li>\($0.words)</li>" })</ul></section>
            """
    }

    private var people: HTML {
        let ties = view.table.askable.map { tie in (tie.name, tie.role ?? "") }
        let team = view.table.professionals.map {
            ($0.account.name, "\(PeopleTexts.part(of: $0, in: view, t)), \($0.account.phone)")
        }
        let callTeam = (view.team.name, view.team.phone)
        return """
            <section><h2>\(t[.whoIsAtTable])</h2><ul>\((ties + team + [callTeam]).html { name, what in
                "<li><b>\(name)</b>\(what.isEmpty ? .empty : ": \(what)" as HTML)</li>"
            })</ul></section>
            """
    }

    static func examples(in frame: Frame) -> [PaperPage] {
        [PaperPage(frame: frame.at(PlanExamples.running), view: PlanExamples.running)]
    }
}

extension ErasureRefusal: Answerable {
    var refused: Refused { Refused(.conflict, .refusedOnlyOwner) }
}
