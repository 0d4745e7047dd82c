import Domain

/// One track, for those who know of it: what comes now, what was written, whether the resident knows, and who does.
struct SafetyTrackPage: Page {
    let frame: Frame
    let view: SafetyTrackView
    var form: [String: String] = [:]
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var track: SafetyTrack { view.track }

    var html: HTML {
        frame.document(
            track.about,
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.safety)">\(t[.safetyBack])</a></p>
            <h1>\(track.about)</h1><p class="soft">\(t(.safetySince, ["dag": t.shortDay(track.openedAt.day)])) \(whoseTurn)</p>
            \(stages)\(fate)\(SafetyNow(frame: frame, view: view, form: form, faults: faults).html)
            \(written)\(knowing)\(SafetyKnowers(frame: frame, view: view).html)
            \(track.state.isOpen ? SafetyCallCard(frame: frame).html : .empty)\(looked)
            """)
    }

    private var whoseTurn: String {
        guard track.state.isOpen else { return "" }
        return view.isResponsible ? t[.safetyYouNext] : t(.safetyResponsible, ["naam": track.responsible.name])
    }

    /// The five steps in one glance; what each is stands in words, never in colour alone.
    private var stages: HTML {
        """
        <ol class="stages">\(SafetyTrack.Stage.allCases.html { stage in
            let (kind, word) = standing(of: stage)
            let current: HTML = track.state == .at(stage) ? " aria-current=\"step\"" : ""
            return "<li\(current)><span class=\"tag\(kind)\">\(String(stage.number)) \(t[stage.key])\(word.map { ": \($0)" } ?? "")</span></li>"
        })</ol>
        """
    }

    private func standing(of stage: SafetyTrack.Stage) -> (kind: String, word: String?) {
        if track.state == .at(stage) { return (" team", t[.safetyStageNow]) }
        let kinds = view.entries.filter { $0.stage == stage }.map(\.kind)
        if kinds.contains(.skipped) { return ("", t[.safetyStageSkipped]) }
        let isDecided = kinds.contains { if case .decided = $0 { true } else { false } }
        return kinds.contains(.done) || isDecided ? (" street", t[.safetyStageReady]) : ("", nil)
    }

    private var fate: HTML {
        let text: HTML = track.fateText(t).map { "<p class=\"card late\">\($0)</p>" } ?? ""
        let door: HTML =
            view.sitsAtPlan ? "<p><a href=\"\(Path.plan(track.plan))\">\(t[.noticeOpen])</a></p>" : ""
        return "\(text)\(door)"
    }

    private var written: HTML {
        """
        <h2>\(t[.safetyWritten])</h2>\(SafetyTrack.Stage.allCases.html { stage in
            let entries = view.entries.filter { $0.stage == stage && !$0.kind.isOfKnowing }
            guard !entries.isEmpty else { return "" }
            return """
                <section class="card"><h3>\(t(.safetyStageOf, ["nummer": String(stage.number), "stap": t[stage.key]]))</h3><ul class="plain entries">\(entries.html(item))</ul></section>
                """
        })\(adding)
        """
    }

    private func item(_ entry: SafetyEntry) -> HTML {
        let words: HTML = entry.words.map { "<p class=\"told\">\($0)</p>" } ?? ""
        let tag: HTML = title(of: entry).map { "<b>\($0)</b> " } ?? ""
        return """
            <li><p>\(tag)<span class="soft small">\(entry.authorName), \(t.moment(entry.at, today: view.today))</span></p>\(words)</li>
            """
    }

    private func title(of entry: SafetyEntry) -> String? {
        switch entry.kind {
        case .done: nil
        case .skipped: t[.safetyStageSkipped].capitalizedFirst
        case .acute: t[.safetyEntryAcute].capitalizedFirst
        case .added: t[.safetyEntryAdded].capitalizedFirst
        case .answered(let question): t[question.key]
        case .decided(let decision): text(of: decision)
        case .told: t[.safetyEntryTold].capitalizedFirst
        case .silent: t[.safetyEntrySilent].capitalizedFirst
        case .handedOver(let id):
            t(
                .safetyEntryHanded,
                ["naam": view.knowers.first { $0.account.id == id }?.account.name ?? t[.someoneOfTeam]]
            ).capitalizedFirst
        }
    }

    private func text(of decision: SafetyTrack.Decision) -> String {
        let (key, day): (TextKey, Day?) =
            switch decision {
            case .keepNothing: (.safetyKeepNothing, nil)
            case .follow(let day): (.safetyFollow, day)
            case .report(let day): (.safetyReport, day)
            case .safe: (.safetySafe, nil)
            }
        guard let day else { return t[key] }
        return "\(t[key]) (\(t[.safetyLookBack].lowercased()) \(t.shortDay(day)))"
    }

    private var adding: HTML {
        guard track.state.isOpen else { return "" }
        return """
            <details\(faults["aanvulling"] == nil ? .empty : " open" as HTML)><summary>\(t[.safetyAdd])</summary><form class="card" method="post" action="\(Path.track(track.id, "aanvulling"))">\(frame.marks)
            \(Field(name: "aanvulling", label: t[.safetyAddAsk], value: form["aanvulling"] ?? "", faults: faults, rows: 4, room: .story).html(t))
            <button class="button quiet">\(t[.save])</button></form></details>
            """
    }

    /// What the resident was told, or why not yet.
    private var knowing: HTML {
        let told = view.entries.filter { $0.kind == .told }
        let silent = view.entries.last { $0.kind == .silent }
        let text: HTML
        if let last = told.last {
            text =
                "<p>\(t(.safetyToldSince, ["moment": t.moment(last.at, today: view.today)]))</p>\(told.html { "<blockquote>\($0.words ?? "")</blockquote>" })"
        } else {
            text = "<p><span class=\"tag late\">\(t[.safetyUntoldBecause])</span> \(silent?.words ?? "")</p>"
        }
        return """
            <section><h2>\(t[.safetyKnowsTitle])</h2><div class="card">\(text)\(telling(isMore: !told.isEmpty))</div></section>
            """
    }

    private func telling(isMore: Bool) -> HTML {
        guard view.isResponsible else { return "" }
        guard track.planFate != .erased else { return "<p class=\"soft\">\(t[.refusedSafetyErased])</p>" }
        return """
            <details\(faults["vertelling"] == nil ? .empty : " open" as HTML)><summary>\(t[isMore ? .safetyTellMore : .safetyTellNow])</summary><form method="post" action="\(Path.track(track.id, "vertelling"))">\(frame.marks)
            \(Field(name: "vertelling", label: t[.safetyTold], hint: t[.safetyToldHint], value: form["vertelling"] ?? "", faults: faults, rows: 3, room: .sentence).html(t))
            <button class="button quiet">\(t[.safetyTellDo])</button></form></details>
            """
    }

    private var looked: HTML {
        let rows = view.journal.map(\.entry)
        let grouped = LookedPage.grouped(rows)
        return """
            <details><summary>\(t[.safetyLooked])</summary><ul class="card list looked">\(grouped.html { line in
                let entry = rows[line.entry]
                let times: HTML = line.count > 1 ? " <span class=\"tag\">\(t(.times, count: line.count))</span>" : ""
                let refused: HTML = entry.outcome == .refused ? " <span class=\"tag late\">\(t[.refusedTag])</span>" : ""
                return """
                <li><span><b>\(entry.name ?? t[.roleSystem])</b> <span class="soft">\(PeopleTexts.role(entry.role, t))</span><br>\(t[entry.event.key])\(times)\(refused)</span><span class="soft small">\(t.moment(entry.at, today: view.today))</span></li>
                """
            })</ul></details>
            """
    }

    static func examples(in frame: Frame) -> [SafetyTrackPage] {
        SafetyExamples.views.map { view in
            var frame = frame
            frame.viewer = .account(view.reader)
            return SafetyTrackPage(frame: frame, view: view)
        }
    }
}

extension SafetyEntry.Kind {
    /// Said of whether the resident knows; that has a place of its own on the page.
    fileprivate var isOfKnowing: Bool { self == .told || self == .silent }
}

/// Who knows of it, with a way to call each; and for who takes the next step, whom to add.
struct SafetyKnowers {
    let frame: Frame
    let view: SafetyTrackView

    private var t: Catalogue { frame.t }
    private var track: SafetyTrack { view.track }

    var html: HTML {
        """
        <section><h2>\(t[.safetyWhoKnows])</h2><p>\(t[.safetyWhoKnowsHint])</p><ul class="plain">\(view.knowers.html(knower))</ul>\(deeds)</section>
        """
    }

    private func knower(_ knower: SafetyKnower) -> HTML {
        let account = knower.account
        let isNext = account.id == track.responsible.id
        let call: HTML =
            account.id == view.reader.id
            ? ""
            : "<a class=\"button quiet\" href=\"\(Path.call(account.phone))\">\(t[.call])<span class=\"unseen\"> \(account.name)</span></a>"
        let out: HTML =
            view.isResponsible && !isNext
            ? """
            <form method="post" action="\(Path.track(track.id, "meelezers/\(account.id)/beeindiging"))">\(frame.marks)<button class="link">\(t[.safetyEndShare])<span class="unseen">: \(account.name)</span></button></form>
            """ : ""
        return """
            <li class="card"><div class="person">\(frame.face(of: account))<div><b>\(account.name)</b><span>\(isNext ? t[.safetyTakesStep] : t(.sinceDay, ["dag": t.shortDay(knower.since.day)]))</span></div>\(call)\(out)</div></li>
            """
    }

    private var deeds: HTML {
        guard view.isResponsible else {
            guard track.state.isOpen, view.reader.role.takesUpQuestions else { return "" }
            return """
                <form method="post" action="\(Path.track(track.id, "overdracht"))">\(frame.marks)<input type="hidden" name="medewerker" value="\(view.reader.id.text)"><button class="button quiet">\(t[.safetyTakeOver])</button></form>
                """
        }
        let others = view.knowers.map(\.account).filter { $0.id != view.reader.id && $0.role.takesUpQuestions }
        return """
            \(choice("meelezers", .safetyShare, .safetyShareDo, view.colleagues))\(track.state.isOpen ? choice("overdracht", .safetyHandOver, .safetyHandOverDo, others + view.colleagues) : .empty)
            """
    }

    private func choice(_ deed: String, _ label: TextKey, _ button: TextKey, _ people: [Account]) -> HTML {
        guard !people.isEmpty else { return "" }
        return """
            <form class="card" method="post" action="\(Path.track(track.id, deed))">\(frame.marks)<label for="\(deed)">\(t[label])</label><div class="row"><select id="\(deed)" name="medewerker">\(people.html { "<option value=\"\($0.id.text)\">\($0.name)</option>" })</select><button class="button quiet">\(t[button])</button></div></form>
            """
    }
}
