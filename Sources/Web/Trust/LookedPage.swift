import Domain

/// "Wie heeft meegekeken": who looked, who wrote, in what role, why and when (R-008). What the same
/// person did on one day in one way is one line with a count; every row is in the export of the API.
struct LookedPage: Page {
    let frame: Frame
    let view: PlanView
    let page: JournalPage

    private var t: Catalogue { frame.t }

    struct Line: Equatable {
        let entry: Int
        let count: Int
    }

    var html: HTML {
        let plan = view.seat.plan.id
        let rows = page.rows.map(\.entry)
        let others = rows.filter { $0.role != .owner }
        let next: HTML =
            page.next.map {
                "<p><a class=\"button quiet\" href=\"\(Path.looked(plan, before: $0))\">\(t[.earlier])</a></p>"
            }
            ?? ""
        return frame.document(
            t[.whoLooked],
            """
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(t[.whoLooked])</h1><p>\(t[.whoLookedExplained])</p>
            <h2>\(t[.others])</h2>\(others.isEmpty ? "<p class=\"card soft\">\(t[.nobodyLooked])</p>" : list(others))
            <details><summary>\(t[.whatYouDid])</summary>\(list(rows.filter { $0.role == .owner }))</details>
            \(next)
            """)
    }

    private func list(_ entries: [JournalEntry]) -> HTML {
        let grouped = Self.grouped(entries)
        return """
            <ul class="card list looked">\(grouped.html { line in
                let entry = entries[line.entry]
                let times: HTML = line.count > 1 ? "<span class=\"tag\">\(t(.times, count: line.count))</span>" : ""
                let refused: HTML = entry.outcome == .refused ? "<span class=\"tag late\">\(t[.refusedTag])</span>" : ""
                return """
                <li><span><b>\(name(entry))</b> <span class="soft">\(PeopleTexts.role(entry.role, t))</span><br>\(t[entry.event.key]) \(times) \(refused)<br><span class="soft small">\(reason(entry))</span></span><span class="soft small">\(t.moment(entry.at, today: view.today))</span></li>
                """
            })</ul>
            """
    }

    private func name(_ entry: JournalEntry) -> String {
        if let name = entry.name { return name }
        return (entry.who == .system ? t[.roleSystem] : t[.you]).capitalizedFirst
    }

    private func reason(_ entry: JournalEntry) -> String {
        switch entry.ground {
        case .own: t[.groundOwn]
        case .ownersWord: t[entry.role == .representative ? .groundChosen : .groundOwnersWord]
        case .law: t[.groundLaw]
        case .wmo: t[.groundWmo]
        case .onPaper: t[.groundOnPaper]
        case .emergency: t[.groundEmergency]
        case .safety: t[.groundSafety]
        case .retention: t[.groundRetention]
        case .none: t[.groundNone]
        }
    }

    /// The newest of each run of the same person doing the same on the same day.
    static func grouped(_ entries: [JournalEntry]) -> [Line] {
        var lines: [Line] = []
        for (index, entry) in entries.enumerated() {
            if let last = lines.last, same(entries[last.entry], entry) {
                lines[lines.count - 1] = Line(entry: last.entry, count: last.count + 1)
            } else {
                lines.append(Line(entry: index, count: 1))
            }
        }
        return lines
    }

    private static func same(_ one: JournalEntry, _ other: JournalEntry) -> Bool {
        one.who == other.who && one.event == other.event && one.outcome == other.outcome
            && one.at.day == other.at.day
    }

    static func examples(in frame: Frame) -> [LookedPage] {
        let view = PlanExamples.running
        return [
            LookedPage(frame: frame.at(view), view: view, page: PlanExamples.journal),
            LookedPage(frame: frame.at(view), view: view, page: JournalPage(rows: [], next: nil)),
        ]
    }
}
