import Domain

/// A new step: what, who, when. Nothing about why (R-004).
struct StepPage: Page {
    let frame: Frame
    let view: PlanView
    var words = ""
    var when = ""
    var carrier = ""
    var isHoldingBack = false
    var lookBack = ""
    var faults = FormFaults()

    private var t: Catalogue { frame.t }

    var html: HTML {
        let plan = view.seat.plan.id
        let title = t[view.seat.makesSteps ? .addStep : .proposeStep]
        return frame.document(
            title,
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(title)</h1><p>\(t[view.seat.makesSteps ? .stepSmall : .stepProposalExplained])</p>
            <form class="card" method="post" action="\(Path.steps(plan))">\(frame.marksOnce)
            \(Field(name: "stap", label: t[.stepWhat], hint: t[.stepWhatHint], value: isHoldingBack ? "" : words, faults: faults, rows: 2, room: .sentence).html(t))
            \(Choices(name: "wie", legend: t[.stepWho], choices: carriers, chosen: carrier.isEmpty ? carriers.first?.value : carrier, faults: faults).html(t))
            \(Field(name: "wanneer", label: t[.stepWhen], hint: t[.stepWhenHint], value: when, faults: faults, isOptional: true).html(t))
            \(about)<button class="button">\(t[view.seat.makesSteps ? .agreeStep : .proposeStep])</button></form>
            \(holdingBack)
            """)
    }

    /// Doing nothing on purpose is a step as well (R-044).
    private var holdingBack: HTML {
        """
        <details class="card"\(isHoldingBack ? " open" as HTML : .empty)><summary>\(t[.holdBackTitle])</summary><p>\(t[.holdBackExplained])</p>
        <form method="post" action="\(Path.steps(view.seat.plan.id))">\(frame.marksOnce)<input type="hidden" name="soort" value="wachten"><input type="hidden" name="wie" value="\(carriers.first { $0.value.hasPrefix("team:") && !view.seat.makesSteps }?.value ?? "ik")">
        \(Field(name: "reden", label: t[.holdBackWhy], value: isHoldingBack ? words : "", faults: faults, rows: 2, room: .sentence).html(t))
        \(Field(name: "terugkijken", label: t[.lookBackOn], value: lookBack, faults: faults, type: "date").html(t))
        \(seesAll ? .empty : domains.first.map { "<input type=\"hidden\" name=\"onderwerp\" value=\"\($0.id.text)\">" as HTML } ?? .empty)<button class="button quiet">\(t[view.seat.makesSteps ? .agreeStep : .proposeStep])</button></form></details>
        """
    }

    /// Ik, wij, het team: whoever sits at the table.
    private var carriers: [Choice] {
        let owner = Choice(
            value: "ik", label: view.seat.isOwner ? t[.me].capitalizedFirst : view.owner.name ?? t[.theOwner])
        let ties = view.table.askable.map { Choice(value: "naaste:\($0.id)", label: $0.name, hint: $0.role) }
        let team = view.table.professionals.map {
            Choice(value: "team:\($0.account.id)", label: $0.account.name, hint: PeopleTexts.part(of: $0, in: view, t))
        }
        return [owner] + ties + team
    }

    /// Who decides for the owner over one subject makes a step about that, and about nothing else.
    private var domains: [LifeDomain] {
        view.seat.isRepresentative ? view.domains.filter { view.seat.decides(domain: $0.id) } : view.domains
    }

    private var seesAll: Bool {
        view.seat.sees == .everything && (!view.seat.isRepresentative || view.seat.decides(domain: nil))
    }

    private var about: HTML {
        guard !domains.isEmpty else { return "" }
        let everything = seesAll
        return Choices(
            name: "onderwerp", legend: t[.aboutWhat],
            choices: (everything ? [Choice(value: "", label: t[.aboutEverything])] : [])
                + domains.map { Choice(value: $0.id.text, label: $0.name) },
            chosen: everything ? "" : domains[0].id.text
        ).html(t)
    }

    static func examples(in frame: Frame) -> [StepPage] {
        (PlanExamples.all + [PlanExamples.fromRepresentative]).map { StepPage(frame: frame.at($0), view: $0) }
    }
}
