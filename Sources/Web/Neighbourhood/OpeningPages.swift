import Domain

/// What there is to take part in, for everybody in the neighbourhood; who works for it adds and closes here (R-049).
struct OpeningsPage: Page {
    let frame: Frame
    let found: OpeningsView
    var form: [String: String] = [:]
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var area: Area { found.area }

    var html: HTML {
        frame.document(
            t(.takePartTitle, ["wijk": area.name]),
            """
            \(frame.faultSummary(faults))
            <h1>\(t(.takePartTitle, ["wijk": area.name]))</h1>\(toPlan)
            \(OpeningGroups(frame: frame, openings: found.open, showsLastDay: found.tender != nil, deeds: closing).html)
            \(found.open.isEmpty && found.tender == nil ? none : .empty)\(past)\(adding)
            """)
    }

    /// From her own plan she can pick; here she only reads.
    private var toPlan: HTML {
        guard !found.open.isEmpty else { return "" }
        guard let plan = found.plan else { return "<p>\(t[.takePartExplained])</p>" }
        return """
            <p>\(t[.takePartExplained])</p><p><a class="button" href="\(Path.takePart(plan.id))">\(t[.takePartToPlan])</a></p>
            """
    }

    private var none: HTML {
        """
        <div class="card street"><p>\(t[.takePartNone])</p><p><a class="button quiet" href="\(Path.call(found.team.phone))">\(t(.callNumber, ["nummer": found.team.phone]))</a></p></div>
        """
    }

    private func closing(_ opening: Opening) -> HTML {
        guard found.tender != nil else { return "" }
        return frame.button(t[.openingClose], .close(opening, in: area), quiet: true, about: opening.words)
    }

    private var past: HTML {
        guard !found.past.isEmpty else { return "" }
        return """
            <details><summary>\(t[.openingPast])</summary><ul class="plain">\(found.past.html { opening in
                OpeningCard(frame: frame, opening: opening, isPast: true, note: frame.callText(opening.call), deeds: reopening(opening)
                ).html
            })</ul></details>
            """
    }

    private func reopening(_ opening: Opening) -> HTML {
        let field = "tot-\(opening.id.text)"
        return """
            <form class="row" method="post" action="\(Path.reopen(opening, in: area))">\(frame.marks)<label for="\(field)">\(t[.untilLabel])</label><input id="\(field)" name="tot" type="date" value="\(lastDay)"><button class="button quiet">\(t[.openingReopen])<span class="unseen">: \(opening.words)</span></button></form>
            """
    }

    /// Three months from now, until somebody chooses another day.
    private var lastDay: String { found.today.adding(days: 90).text }

    private var adding: HTML {
        guard found.tender != nil else { return "" }
        func field(_ name: String, _ label: TextKey, _ hint: TextKey? = nil, rows: Int = 1) -> HTML {
            Field(
                name: name, label: t[label], hint: hint.map { t[$0] }, value: form[name] ?? "", faults: faults,
                rows: rows, room: rows > 1 ? .sentence : .line
            ).html(t)
        }
        let until = Field(
            name: "tot", label: t[.untilLabel], hint: t[.openingUntilHint], value: form["tot"] ?? lastDay,
            faults: faults, type: "date")
        return """
            <details class="card"\(faults.isEmpty && !found.open.isEmpty ? .empty : " open" as HTML)><summary>\(t[.openingAdd])</summary>
            <form method="post" action="\(Path.takePart(in: area))">\(frame.marks)
            \(Choices(name: "soort", legend: t[.openingKind], choices: Opening.Kind.allCases.map { Choice(value: $0.word, label: t[$0.heading]) }, chosen: form["soort"] ?? Opening.Kind.initiative.word, faults: faults).html(t))
            \(field("wat", .openingWhat, .openingWhatHint, rows: 2))\(field("wanneer", .stepWhen, .openingWhenHint))\(field("waar", .openingWhere, .openingWhereHint))
            \(field("naam", .openingCall, .openingCallHint))\(field("nummer", .openingPhone, .openingPhoneHint))\(until.html(t))
            <button class="button">\(t[.openingAdd])</button></form></details>
            """
    }
}

/// Places to take part, kind by kind.
struct OpeningGroups {
    let frame: Frame
    let openings: [Opening]
    /// For who works here: until what day.
    var showsLastDay = false
    /// What can be done with each.
    let deeds: (Opening) -> HTML

    var html: HTML {
        Opening.Kind.allCases.html { kind in
            let some = openings.filter { $0.kind == kind }
            guard !some.isEmpty else { return "" }
            return """
                <section><h2>\(frame.t[kind.heading])</h2><ul class="plain">\(some.html { opening in
                    OpeningCard(
                        frame: frame, opening: opening, note: showsLastDay ? frame.t(.untilDay, ["dag": frame.t.shortDay(opening.until)]) : nil,
                        deeds: deeds(opening)
                    ).html
                })</ul></section>
                """
        }
    }
}

/// One place: what, when, where, and whom to call.
struct OpeningCard {
    let frame: Frame
    let opening: Opening
    var isPast = false
    /// What else who works here wants to know of it.
    var note: String?
    let deeds: HTML

    var html: HTML {
        """
        <li class="card\(isPast ? "" : " street")" id="\(opening.id.text)"><p class="proposal"><b>\(opening.words)</b> <span class="soft">\(opening.when), \(opening.place)\(note.map { " · \($0)" as HTML } ?? .empty)</span></p>
        <div class="row">\(deeds)\(isPast ? .empty : frame.callButton(opening.call))</div></li>
        """
    }
}

extension Frame {
    /// Name and number of a place, to call with one tap.
    func callButton(_ call: WhomToCall) -> HTML {
        """
        <a class="button quiet" href="\(Path.call(call.phone))">\(callText(call))</a>
        """
    }

    /// The number stays whole at the end of a line.
    func callText(_ call: WhomToCall) -> String {
        t(.takePartCall, ["naam": call.name, "nummer": call.phone.replacing(" ", with: "\u{A0}")])
    }

    /// The same under a step that came from one.
    func callRow(_ step: Step) -> HTML { step.call.map { "<span class=\"row\">\(callButton($0))</span>" } ?? "" }
}

extension Opening.Kind {
    var heading: TextKey {
        switch self {
        case .initiative: .takePartInitiative
        case .learnWork: .takePartLearnWork
        }
    }

    var word: String {
        switch self {
        case .initiative: "initiatief"
        case .learnWork: "leerwerkplek"
        }
    }

    init?(word: String) {
        guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = kind
    }
}

extension OpeningRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .notFromThisArea: Refused(.forbidden, .refusedNotYourArea)
        case .noNumber: Refused(.unprocessableContent, .faultOpeningPhone)
        case .untilOutOfReach(let latest): Refused(.unprocessableContent, .faultLookBack, [("dag", latest.text)])
        case .notOpen: Refused(.conflict, .refusedOpeningGone)
        }
    }
}
