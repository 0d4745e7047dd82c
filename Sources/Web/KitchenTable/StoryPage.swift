import Domain

/// The talk at the kitchen table: texts in the order they were written, and one box without a single
/// required choice (R-042, R-043).
struct StoryPage: Page {
    let frame: Frame
    let view: PlanView
    var words = ""
    var subject = ""
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var plan: Plan.ID { view.seat.plan.id }

    var html: HTML {
        frame.document(
            t[.theStory],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(t[view.seat.isOwner ? .yourStory : .theStory])</h1>
            \(toConfirm)\(texts)\(reflection)\(writing)\(subjects)
            """)
    }

    private var toConfirm: HTML {
        view.notesToConfirm.filter(view.seat.confirms).html { note in
            """
            <section class="card team"><h2>\(t[.readBackAsk])</h2>\(ConfirmForm(frame: frame, note: note, words: note.words).html)</section>
            """
        }
    }

    private var texts: HTML {
        guard !view.stories.isEmpty else { return "<p class=\"card soft\">\(t[.noStory])</p>" }
        return "<ol class=\"stories\">\(view.stories.html(item))</ol>"
    }

    private func item(_ story: Story) -> HTML {
        let kind: (text: String, style: String) =
            switch story.kind {
            case .ownWords: (view.seat.isOwner ? t[.inYourWords] : t[.inOwnWords], "home")
            case .note:
                view.notesToConfirm.contains { $0.id == story.id }
                    ? (t[.noteWaiting], "team") : (t[.note], "team")
            case .confirmed where story.isOnBehalf: (t[.confirmedFor], "street")
            case .familyPlan: (t[.conferenceStoryTag], "home")
            case .confirmed: (view.seat.isOwner ? t[.confirmedByYou] : t[.confirmedByOwner], "street")
            }
        let author: String =
            switch story.author {
            case .owner: view.seat.isOwner ? t[.you].capitalizedFirst : view.owner.name ?? t[.theOwner].capitalizedFirst
            case .account(_, let name), .guest(_, let name): name
            case .representative(_, let name): t.onBehalf(name, of: view)
            }
        let domain = story.domain.flatMap { id in view.domains.first { $0.id == id }?.name }
        return """
            <li class="card" id="\(story.id.text)"><p class="row"><span class="tag \(kind.style)">\(kind.text)</span>\(domain.map { "<span class=\"tag\">\($0)</span>" as HTML } ?? .empty)</p>
            <p class="told">\(story.words)</p><p class="soft small">\(author), \(t.moment(story.writtenAt, today: view.today))</p></li>
            """
    }

    /// One question to the professional, before her first note on a sentence that says several things. It
    /// folds away in one tap, and nothing of it is kept (R-046).
    private var reflection: HTML {
        guard case .account = view.seat.holder, !view.stories.contains(where: { $0.kind != .ownWords }),
            let first = view.stories.first?.words, first.saysSeveralThings
        else { return "" }
        return
            "<details class=\"card street\" open><summary>\(t[.reflectTitle])</summary><p>\(t[.reflectAsk])</p></details>"
    }

    private var writing: HTML {
        guard view.seat.mayWrite else { return "" }
        let label = view.seat.isOwner ? t[.writeOwner] : t(.writeNote, ["naam": view.owner.name ?? t[.theOwner]])
        return """
            <form class="card" method="post" action="\(Path.stories(plan))">\(frame.marksOnce)
            \(Field(name: "woorden", label: label, hint: view.seat.isOwner ? t[.speakingIsFine] : t[.writeNoteHint], value: words, faults: faults, rows: 6, room: .story).html(t))
            \(aboutChoices)<button class="button">\(t[.save])</button></form>
            """
    }

    /// Only what somebody named before; nothing is chosen by itself.
    private var aboutChoices: HTML {
        guard !view.domains.isEmpty else { return "" }
        let everything = view.seat.sees == .everything
        return Choices(
            name: "onderwerp", legend: t[.aboutWhat],
            choices: (everything ? [Choice(value: "", label: t[.aboutEverything])] : [])
                + view.domains.map { Choice(value: $0.id.text, label: $0.name) },
            chosen: everything ? "" : view.domains[0].id.text
        ).html(t)
    }

    private var subjects: HTML {
        guard view.seat.mayWrite, view.seat.sees == .everything else { return "" }
        let known: HTML =
            view.domains.isEmpty
            ? "" : "<p class=\"row\">\(view.domains.html { "<span class=\"tag\">\($0.name)</span>" })</p>"
        return """
            <form class="card" method="post" action="\(Path.domains(plan))">\(frame.marksOnce)<h2>\(t[.subjects])</h2><p>\(t[.subjectsExplained])</p>\(known)
            \(Field(name: "naam", label: t[.subjectLabel], hint: t[.subjectHint], value: subject, faults: faults).html(t))
            <button class="button quiet">\(t[.add])</button></form>
            """
    }

    static func examples(in frame: Frame) -> [StoryPage] {
        (PlanExamples.all + [PlanExamples.fromRepresentative]).map { StoryPage(frame: frame.at($0), view: $0) }
    }
}

extension Story {
    /// Written by somebody who decides for the owner.
    var isOnBehalf: Bool {
        if case .representative = author { true } else { false }
    }
}

extension Catalogue {
    /// "Laila, namens Samira"
    func onBehalf(_ name: String, of view: PlanView) -> String {
        view.seat.isOwner
            ? self(.onYourBehalf, ["naam": name])
            : self(.onBehalf, ["naam": name, "eigenaar": view.owner.name ?? self[.theOwner]])
    }
}

extension String {
    /// More than one sign in a first sentence: two sentences, or parts joined by a comma or "en".
    fileprivate var saysSeveralThings: Bool {
        contains(", ") || contains(" en ") || trimmed.dropLast().contains(where: { ".!?".contains($0) })
    }
}
