import Domain

/// The worries about safety that one worker knows of.
struct SafetyListPage: Page {
    let frame: Frame
    let list: SafetyList

    private var t: Catalogue { frame.t }

    var html: HTML {
        let closed: HTML =
            list.closed.isEmpty
            ? ""
            : "<details><summary>\(t[.safetyClosed])</summary><ul class=\"plain\">\(list.closed.html(item))</ul></details>"
        return frame.document(
            t[.safetyTitle],
            """
            <h1>\(t[.safetyTitle])</h1><p>\(t[.safetyExplained])</p>
            \(list.open.isEmpty ? "<p class=\"card soft\">\(t[.safetyNone])</p>" as HTML : "<ul class=\"plain\">\(list.open.html(item))</ul>" as HTML)
            \(closed)\(SafetyCallCard(frame: frame).html)
            """)
    }

    private func item(_ track: SafetyTrack) -> HTML {
        let isMine = track.responsible.id == list.account.id
        let due: HTML =
            track.state.isDue(on: list.today) ? " <span class=\"tag late\">\(t[.lookBackDue])</span>" : ""
        let untold: HTML = track.toldAt == nil ? " <span class=\"tag\">\(t[.safetyUntold])</span>" : ""
        let fate: HTML = track.state.isOpen ? track.fateText(t).map { "<p>\($0)</p>" } ?? "" : ""
        let next: HTML =
            track.state.isOpen
            ? "<p class=\"soft\">\(isMine ? t[.safetyYouNext] : t(.safetyResponsible, ["naam": track.responsible.name]))</p>"
            : ""
        return """
            <li class="card" id="\(track.id.text)"><p><a href="\(Path.track(track.id))"><b>\(track.about)</b></a></p>
            <p class="row"><span class="tag team">\(track.state.text(t))</span>\(due)\(untold)</p>\(fate)\(next)</li>
            """
    }

    static func examples(in frame: Frame) -> [SafetyListPage] {
        var frame = frame
        frame.viewer = .account(.example)
        return [
            SafetyListPage(frame: frame, list: SafetyExamples.list),
            SafetyListPage(
                frame: frame,
                list: SafetyList(account: .example, open: [], closed: [], today: PlanExamples.today)),
        ]
    }
}

/// "Ik maak me zorgen over veiligheid": whom to call first, and step one.
struct SafetyStartPage: Page {
    let frame: Frame
    let plan: Plan.ID
    let ownerName: String?
    let colleagues: [Account]
    var form: [String: String] = [:]
    var faults = FormFaults()

    static let fields = ["over", "signalen", "vertelling", "stilte", "spoed"]

    private var t: Catalogue { frame.t }

    var html: HTML {
        frame.document(
            t[.safetyWorry],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan))">\(t(.planOf, ["naam": ownerName ?? t[.aResident]]))</a></p>
            <h1>\(t[.safetyWorry])</h1>
            <h2>\(t[.safetyConsultFirst])</h2>\(SafetyCallCard(frame: frame, colleagues: colleagues).html)
            <p>\(t[.safetyStartExplained])</p>
            <form class="card" method="post" action="\(Path.safetyTracks(at: plan))">\(frame.marksOnce)
            <h2>\(t(.safetyStageOf, ["nummer": "1", "stap": t[.safetyStageSignals]]))</h2>
            \(field("over", .safetyAbout, .safetyAboutHint, rows: 1, room: .line))\(field("signalen", .safetySignals, .safetySignalsHint, rows: 5, room: .story))
            <h2>\(t[.safetyKnowsTitle])</h2>
            \(field("vertelling", .safetyTold, .safetyToldHint, rows: 3, room: .sentence))\(field("stilte", .safetyNotYet, .safetyNotYetHint, rows: 2, room: .sentence))
            <h2>\(t[.safetyAcute])</h2>\(field("spoed", .safetyHurryWhy, .safetyAcuteHint, rows: 2, room: .sentence, isOptional: true))
            <button class="button">\(t[.safetyStart])</button></form>
            """)
    }

    private func field(
        _ name: String, _ label: TextKey, _ hint: TextKey, rows: Int, room: Words.Room, isOptional: Bool = false
    ) -> HTML {
        Field(
            name: name, label: t[label], hint: t[hint], value: form[name] ?? "", faults: faults, rows: rows,
            room: room, isOptional: isOptional
        ).html(t)
    }

    static func examples(in frame: Frame) -> [SafetyStartPage] {
        var frame = frame
        frame.viewer = .account(.example)
        var faults = FormFaults()
        faults.add(frame.t[.faultSafetyKnows], to: "vertelling")
        return [
            SafetyStartPage(
                frame: frame, plan: PlanExamples.planID, ownerName: "Samira", colleagues: [SafetyExamples.rashid]),
            SafetyStartPage(
                frame: frame, plan: PlanExamples.planID, ownerName: nil, colleagues: [],
                form: ["over": "Noor (4)", "signalen": "Een blauwe plek op haar arm."], faults: faults),
        ]
    }
}
