import Domain

/// For the contact person of somebody without a telephone to tap on: a paper with what waits for her answer, and
/// writing down what she said (R-131).
struct SheetPage: Page {
    let frame: Frame
    let sheet: SheetView
    var form: [String: String] = [:]
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var view: PlanView { sheet.view }
    private var plan: Plan.ID { view.seat.plan.id }
    private var name: String { view.owner.name ?? t[.aResident] }

    var html: HTML {
        frame.document(
            t[.sheetTitle],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(t[.sheetTitle])</h1><p>\(t(.sheetExplained, ["naam": name]))</p>\(filling)\(making)
            """)
    }

    private var making: HTML {
        let items = view.itemsToAsk
        guard !items.isEmpty else { return "<p class=\"card soft\">\(t[.sheetNothing])</p>" }
        return """
            <section class="card team"><h2>\(t[.sheetMakeTitle])</h2><ul>\(items.html { "<li>\(SheetItem.words($0, in: view)) <span class=\"soft\">\(SheetItem.who($0, in: view, t))</span></li>" })</ul>
            \(frame.button(t[sheet.sheet == nil ? .sheetMake : .sheetMakeAgain], .sheets(plan), quiet: sheet.sheet != nil))</section>
            """
    }

    private var filling: HTML {
        guard let paper = sheet.sheet else { return "" }
        return """
            <section class="card home"><h2>\(t(.sheetFillTitle, ["naam": name]))</h2>
            <p><a href="\(Path.sheet(plan, paper.id))">\(t[.sheetShow])</a></p>
            <form method="post" action="\(Path.sheetConfirmation(plan, paper.id))">\(frame.marks)
            \(paper.items.enumerated().html { index, item in answer(index, item) })
            \(Field(name: "code", label: t[.sheetCode], hint: t[.sheetCodeHint], value: form["code"] ?? "", faults: faults, inputMode: "numeric").html(t))
            <button class="button">\(t[.sheetFillDo])</button></form></section>
            """
    }

    private func answer(_ index: Int, _ item: Sheet.Item) -> HTML {
        let words = SheetItem.words(item, in: view)
        let field = "antwoord-\(index)"
        let choices = Choices(
            name: field, legend: words,
            choices: [
                Choice(value: "ja", label: t[.sheetYes]), Choice(value: "nu-niet", label: t[.proposalNo]),
                Choice(value: "", label: t[.sheetNotTalked]),
            ], chosen: form[field] ?? "")
        guard case .note = item else { return choices.html(t) }
        let told = Field(
            name: "woorden-\(index)", label: t[.sheetHerWords], value: form["woorden-\(index)"] ?? words, rows: 4,
            room: .story)
        return "\(choices.html(t))\(told.html(t))"
    }

    static func examples(in frame: Frame) -> [SheetPage] {
        let view = PlanExamples.toAskOnPaper
        return [
            SheetPage(frame: frame.at(view), sheet: SheetView(view: view, sheet: nil)),
            SheetPage(frame: frame.at(view), sheet: SheetView(view: view, sheet: PlanExamples.sheet)),
            SheetPage(
                frame: frame.at(PlanExamples.fromContact), sheet: SheetView(view: PlanExamples.fromContact, sheet: nil)),
        ]
    }
}

/// The paper itself: what waits, in her language, room for a tick, the code, and whom to call.
struct SheetPaper: Page {
    let frame: Frame
    let view: PlanView
    let sheet: Sheet

    private var t: Catalogue { frame.t }

    var html: HTML {
        let contact: HTML =
            view.contact.map { "<p>\(t(.paperCall, ["naam": $0.name, "nummer": $0.phone]))</p>" } ?? ""
        return frame.document(
            t[.sheetTitle],
            """
            <p class="screen"><a href="\(Path.sheet(sheet.plan))">\(t[.goBack])</a></p>
            <div class="sheet"><h1>\(t(.planOf, ["naam": view.owner.name ?? t[.aResident]]))</h1>
            <p class="soft">\(t.shortDay(sheet.madeAt.day))</p><p>\(t[.paperAsk])</p>
            <ul class="boxes asked">\(sheet.items.html { item in
                "<li><span><b>\(SheetItem.words(item, in: view))</b> <span class=\"soft\">\(SheetItem.who(item, in: view, t))</span></span><span class=\"ticks\"><span class=\"box\" aria-hidden=\"true\"></span> \(t[.sheetYes]) <span class=\"box\" aria-hidden=\"true\"></span> \(t[.proposalNo])</span></li>"
            })</ul>
            <p>\(t[.paperCodeIs])</p><p class="code">\(sheet.code.grouped)</p>\(contact)</div>
            <p class="screen"><button class="button" type="button" data-print hidden>\(t[.print])</button></p>
            """)
    }

    static func examples(in frame: Frame) -> [SheetPaper] {
        let view = PlanExamples.toAskOnPaper
        return [SheetPaper(frame: frame.at(view), view: view, sheet: PlanExamples.sheet)]
    }
}

enum SheetItem {
    static func words(_ item: Sheet.Item, in view: PlanView) -> String {
        switch item {
        case .note(let id): view.stories.first { $0.id == id }?.words ?? ""
        case .step(let id): view.steps.first { $0.id == id }?.words ?? ""
        case .wording(let id, let goal):
            view.goals.first { $0.id == goal }?.texts.first { $0.id == id }?.words ?? ""
        }
    }

    /// Who does a step, and when; nothing for words alone.
    static func who(_ item: Sheet.Item, in view: PlanView, _ t: Catalogue) -> String {
        guard case .step(let id) = item, let step = view.steps.first(where: { $0.id == id }) else { return "" }
        guard step.carrier == .owner, let name = view.owner.name else { return StepList.whoWhen(step, view, t) }
        return step.when.map { "\(name), \($0)" } ?? name
    }
}

extension SheetRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .onlyContact: Refused(.notFound, .refusedNotFound)
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .nothingToAsk: Refused(.conflict, .sheetNothing)
        case .wrongCode: Refused(.conflict, .faultSheetCode)
        case .spoiled: Refused(.conflict, .refusedSheetSpoiled)
        case .representativeSays(let name): Refused(.conflict, .refusedSaysItHere, [("naam", name)])
        case .answeredMeanwhile: Refused(.conflict, .refusedProposalChanged)
        }
    }
}
