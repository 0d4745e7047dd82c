import Domain

/// What comes now: the form of this step, the decision, the look back; or how it ended.
struct SafetyNow {
    let frame: Frame
    let view: SafetyTrackView
    let form: [String: String]
    let faults: FormFaults

    private var t: Catalogue { frame.t }
    private var track: SafetyTrack { view.track }

    var html: HTML {
        switch track.state {
        case .closed:
            let erased: HTML =
                track.eraseDay.map { "<p>\(t(.safetyErasedOn, ["dag": t.shortDay($0)]))</p>" } ?? ""
            return "<section class=\"card street\"><p><b>\(track.state.text(t))</b></p>\(erased)</section>"
        case .at(let stage) where view.isResponsible:
            return stage == .decide ? deciding : taking(stage)
        case .following where view.isResponsible:
            return deciding
        case .at, .following:
            return "<p class=\"card team\"><b>\(track.state.text(t))</b></p>"
        }
    }

    // MARK: Steps two to four

    private func taking(_ stage: SafetyTrack.Stage) -> HTML {
        let (ask, hint): (TextKey, TextKey) =
            switch stage {
            case .signals, .consult, .decide: (.safetyConsultAsk, .safetyConsultHint)
            case .talk: (.safetyTalkAsk, .safetyTalkHint)
            case .weigh: (.safetyWeighAsk, .safetyWeighHint)
            }
        return """
            <section class="card team"><h2>\(track.state.text(t))</h2>
            <form method="post" action="\(Path.track(track.id, "stappen/\(stage.word)/afronding"))">\(frame.marks)\(stage == .weigh ? considerations : .empty)
            \(field("woorden", ask, hint: t[hint], rows: 4, room: .story))
            <button class="button">\(t[.safetyStageDone])</button></form>
            \(aside("reden", .safetySkip, .safetySkipWhy, "stappen/\(stage.word)/weglating"))\(aside("spoed", .safetyHurry, .safetyHurryWhy, "spoed"))</section>
            """
    }

    private var considerations: HTML {
        SafetyConsideration.allCases.html { question in
            field(question.word, question.key, rows: 2, room: .sentence, isOptional: true)
        }
    }

    /// Something that is seldom done: behind a line of its own.
    private func aside(_ name: String, _ title: TextKey, _ ask: TextKey, _ deed: String) -> HTML {
        """
        <details\(faults[name] == nil ? .empty : " open" as HTML)><summary>\(t[title])</summary><form method="post" action="\(Path.track(track.id, deed))">\(frame.marks)
        \(field(name, ask, rows: 2, room: .sentence))
        <button class="button quiet">\(t[title])</button></form></details>
        """
    }

    // MARK: Step five, and the look back

    private var deciding: HTML {
        let isFollowing = track.state != .at(.decide)
        let latest = view.today.adding(days: SafetyTrack.longestFollow)
        let title = isFollowing ? t[.safetyLookBackTitle] : track.state.text(t)
        let due: HTML = isFollowing ? "<p>\(track.state.text(t))</p>" : ""
        return """
            <section class="card\(track.state.isDue(on: view.today) ? " late" : " team")"><h2>\(title)</h2>\(due)
            <form method="post" action="\(Path.track(track.id, "besluit"))">\(frame.marks)
            \(Choices(name: "besluit", legend: t[.safetyDecideAsk], choices: isFollowing ? followingChoices : choices, chosen: form["besluit"], faults: faults).html(t))
            \(Field(name: "terugkijken", label: t[.safetyLookBack], hint: t(.safetyLookBackHint, ["dag": t.shortDay(latest)]), value: form["terugkijken"] ?? "", faults: faults, type: "date", isOptional: true).html(t))
            \(field("waarom", .safetyWhy, rows: 4, room: .story))
            <button class="button">\(t[.safetyDecideDo])</button></form></section>
            """
    }

    private var choices: [Choice] {
        [
            Choice(value: "hulp", label: t[.safetyFollow], hint: t[.safetyFollowHint]),
            Choice(value: "melding", label: t[.safetyReport], hint: t[.safetyReportHint]),
            Choice(
                value: "niets", label: t[.safetyKeepNothing],
                hint: t(.safetyKeepNothingHint, count: erasureReflectionDays)),
        ]
    }

    private var followingChoices: [Choice] {
        choices.prefix(2) + [Choice(value: "veilig", label: t[.safetySafe], hint: t[.safetySafeHint])]
    }

    private func field(
        _ name: String, _ label: TextKey, hint: String? = nil, rows: Int, room: Words.Room, isOptional: Bool = false
    ) -> HTML {
        Field(
            name: name, label: t[label], hint: hint, value: form[name] ?? "", faults: faults, rows: rows, room: room,
            isOptional: isOptional
        ).html(t)
    }
}

extension SafetyTrack.Decision {
    static let words = ["niets", "hulp", "melding", "veilig"]

    var word: String {
        switch self {
        case .keepNothing: "niets"
        case .follow: "hulp"
        case .report: "melding"
        case .safe: "veilig"
        }
    }

    /// What a form or a body says; `nil` when it says nothing that can be, or a day is missing.
    init?(_ word: String, lookBack: Day?) {
        switch (word, lookBack) {
        case ("niets", _): self = .keepNothing
        case ("hulp", let day?): self = .follow(lookBack: day)
        case ("melding", _): self = .report(lookBack: lookBack)
        case ("veilig", _): self = .safe
        default: return nil
        }
    }
}
