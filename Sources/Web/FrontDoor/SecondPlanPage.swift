import Domain
import Hummingbird

/// Who has a plan and tells something new: it belongs there, and her words are kept (R-041).
struct SecondPlanPage: Page {
    let frame: Frame
    let area: Area
    let plan: Plan
    let words: String
    var faults = FormFaults()

    var html: HTML {
        var frame = frame
        frame.switchesLanguageItself = true
        let t = frame.t
        let new: HTML =
            plan.isOver
            ? """
            <p>\(t[.hasPlanOver])</p><p><button class="button quiet" formaction="\(Path.secondStep(area))" name="nieuw" value="ja">\(t[.hasPlanNew])</button></p>
            """ : ""
        return frame.document(
            t[.hasPlanTitle],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.hasPlanTitle])</h1><p>\(t[.hasPlanAsk])</p>
            <form class="card home" method="post" action="\(Path.ask(area))">\(frame.marksOnce)
            \(Field(name: "zin", label: t[.yourSentence], hint: t[.yourSentenceHint], value: words, faults: faults, rows: 4, room: .sentence).html(t))
            <p class="row"><button class="button" name="keuze" value="plan">\(t[.hasPlanAdd])</button><a href="\(Path.plan(plan.id))">\(t[.toMyPlan])</a></p>\(new)
            <p class="row">\(frame.others.html { other in
                "<button class=\"link\" formaction=\"\(Path.secondStep(area))\" name=\"taal\" value=\"\(other.rawValue)\" lang=\"\(other.rawValue)\">\(other.ownName)</button>"
            })</p></form>
            <details><summary>\(t[.hasPlanOther])</summary><p>\(t[.hasPlanOtherExplained])</p>\(frame.button(t[.leave], .logout, quiet: true))</details>
            """)
    }

    static func examples(in frame: Frame) -> [SecondPlanPage] {
        [PlanExamples.running, PlanExamples.cycle[2]].map { view in
            SecondPlanPage(
                frame: frame.at(view), area: .example, plan: view.seat.plan,
                words: "Nu is ook de wasmachine stuk en ik weet niet wie ik moet bellen.")
        }
    }
}

extension FrontRoutes {
    /// The plan that this browser opens already, and who is contact person there.
    struct OwnPlan: Sendable {
        let plan: Plan
        let contact: Account?
    }

    func ownPlan(_ visit: Visit) async throws -> OwnPlan? {
        try await house.look(visit) { occasion, records in
            guard let plan = try ownedPlan(on: occasion, records: records) else { return nil }
            return OwnPlan(plan: plan, contact: try plan.contact.flatMap { try records.accounts.find($0) })
        }
    }

    func secondPlan(
        _ own: OwnPlan, in area: Area, _ frame: Frame, words: String, faults: FormFaults = FormFaults()
    ) -> SecondPlanPage {
        var frame = frame
        frame.viewer = .table(own.plan.id, isOwner: true)
        frame.contact = own.contact
        return SecondPlanPage(frame: frame, area: area, plan: own.plan, words: words, faults: faults)
    }

    /// Her new words, in the story of the plan she has.
    func addToPlan(_ form: Form, in area: Area, _ frame: Frame, _ visit: Visit) async throws -> Response {
        guard let own = try await ownPlan(visit) else {
            // Meanwhile nobody is known here any more: her words stay, and she can begin.
            return house.answer(ReachPage(frame: frame, area: area, words: form["zin"]), visit)
        }
        var reader = FormReader(form, frame.t)
        guard let words = reader.words("zin", .sentence, ifEmpty: .faultSentence) else {
            let page = secondPlan(own, in: area, frame, words: form["zin"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        let plan = own.plan
        try await house.act(visit, at: plan.id) { occasion, records in
            _ = try Once.run(form.once, records: records, occasion: occasion) {
                let story = try tellStory(words, about: nil, at: plan.id, on: occasion, records: records)
                return (story.text, plan.household)
            }
        }
        return house.seeOther(.story(plan.id))
    }
}
