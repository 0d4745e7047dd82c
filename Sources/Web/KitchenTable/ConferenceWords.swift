import Domain

/// What is written at a conference, for whom it is, and the family's plan.
extension ConferenceParts {
    // MARK: Notes

    var notes: HTML {
        if case .professional(_, isInvited: false) = chair { return "" }
        guard conference.isOpen || !view.texts(.information).isEmpty else { return "" }
        return texts(
            .information, title: t[.conferenceNotes], explained: nil, field: "notitie", label: t[.conferenceNotesWrite],
            hint: t[.conferenceNotesHint], style: "card")
    }

    /// The family's own. Nobody else gets this part, and no text for it.
    var amongOurselves: HTML {
        guard chair.isFamily, conference.state == .privateTime || !view.texts(.amongOurselves).isEmpty else {
            return ""
        }
        return texts(
            .amongOurselves, title: t[.conferencePrivate], explained: t[.conferencePrivateExplained], field: "besloten",
            label: t[.conferencePrivateWrite], hint: nil, style: "card home")
    }

    private func texts(
        _ kind: ConferenceText.Kind, title: String, explained: String?, field: String, label: String, hint: String?,
        style: String
    ) -> HTML {
        let known = view.texts(kind)
        let list: HTML =
            known.isEmpty ? "<p class=\"soft\">\(t[.noStory])</p>" : "<ul class=\"plain\">\(known.html(item))</ul>"
        let form: HTML =
            !conference.mayWrite(kind, from: chair) || view.seat.emergency != nil
            ? ""
            : """
            <form method="post" action="\(Path.conference(path, .notes))">\(frame.marksOnce)<input type="hidden" name="soort" value="\(field)">
            \(Field(name: field, label: label, hint: hint, value: kept[field] ?? "", faults: faults, rows: 3, room: .story).html(t))
            <button class="button quiet">\(t[.save])</button></form>
            """
        return """
            <section class="\(style)"><h2>\(title)</h2>\(explained.map { "<p class=\"soft\">\($0)</p>" as HTML } ?? .empty)\(list)\(form)</section>
            """
    }

    private func item(_ text: ConferenceText) -> HTML {
        """
        <li id="\(text.id.text)"><p class="told">\(text.words)</p><p class="soft small">\(author(text.author)), \(t.moment(text.writtenAt, today: view.today))</p></li>
        """
    }

    private func author(_ author: Story.Author) -> String {
        switch author {
        case .owner: ownerName
        case .account(_, let name), .guest(_, let name), .representative(_, let name): name
        }
    }

    // MARK: The family's plan

    var plan: HTML {
        guard chair != .coordinator else { return "" }
        if conference.mayWrite(.plan, from: chair) { return draft }
        if let presented = view.presented { return lying(presented) }
        guard chair.isFamily, let draft = view.draft else { return "" }
        return """
            <section class="card home family-plan"><h2>\(t[.conferencePlan])</h2><blockquote>\(draft.words)</blockquote>\(steps(mayChange: false))</section>
            """
    }

    /// While the family is among itself: words and steps, by all of them.
    private var draft: HTML {
        let theirs: HTML =
            meanwhile.map { "<p><b>\(t[.conferencePlanMeanwhile])</b></p><blockquote>\($0)</blockquote>" } ?? ""
        return """
            <section class="card home family-plan"><h2>\(t[.conferencePlan])</h2>\(theirs)<form method="post" action="\(Path.conference(path, .plan))">\(frame.marks)<input type="hidden" name="basis" value="\(view.draft?.id.text ?? "")">
            \(Field(name: "plan", label: t[.conferencePlanWrite], hint: t[.conferencePlanHint], value: kept["plan"] ?? view.draft?.words ?? "", faults: faults, rows: 6, room: .story).html(t))
            <button class="button quiet">\(t[.save])</button></form>
            \(steps(mayChange: true))\(stepForm)</section>
            """
    }

    private func steps(mayChange: Bool) -> HTML {
        guard !view.steps.isEmpty else { return "<p class=\"soft\">\(t[.conferenceStepsNone])</p>" }
        return """
            <h3>\(t[.whoDoesWhat])</h3><ul class="list">\(view.steps.html { step in
                let drop: HTML =
                    mayChange
                    ? frame.button(t[.conferenceStepRemove], .drop(step.id, at: path), quiet: true, about: step.words)
                    : ""
                return "<li><span><b>\(step.words)</b> <span class=\"who\"><span class=\"tag home\">\(carrier(step))</span>\(step.when.map { " \($0)" } ?? "")</span></span>\(drop)</li>"
            })</ul>
            """
    }

    private func carrier(_ step: ConferenceStep) -> String {
        switch step.carrier {
        case .owner: view.seat.isOwner ? t[.me] : ownerName
        case .tie: step.carrierName ?? t[.someone]
        case .account: t[.someoneOfTeam]
        }
    }

    private var stepForm: HTML {
        let carriers =
            [Choice(value: "ik", label: view.seat.isOwner ? t[.me].capitalizedFirst : ownerName)]
            + view.family.compactMap { guest in
                guest.tie.map { Choice(value: "naaste:\($0)", label: guest.name) }
            }
        let isOpen = faults["stap"] != nil || faults["wie"] != nil
        return """
            <details\(isOpen ? " open" as HTML : .empty)><summary>\(t[.conferenceStepAdd])</summary><form method="post" action="\(Path.conference(path, .steps))">\(frame.marksOnce)
            \(Field(name: "stap", label: t[.stepWhat], hint: t[.stepWhatHint], value: kept["stap"] ?? "", faults: faults, rows: 2, room: .sentence).html(t))
            \(Choices(name: "wie", legend: t[.stepWho], choices: carriers, chosen: kept["wie"] ?? carriers.first?.value, faults: faults).html(t))
            \(Field(name: "stap-wanneer", label: t[.stepWhen], hint: t[.stepWhenHint], value: kept["stap-wanneer"] ?? "", faults: faults, isOptional: true).html(t))
            <button class="button quiet">\(t[.add])</button></form></details>
            """
    }

    /// On the table: everybody there reads it, the family stands behind it, and a professional says one thing.
    private func lying(_ text: ConferenceText) -> HTML {
        """
        <section class="card home family-plan"><h2>\(t[chair.isFamily ? .conferencePlan : .conferencePlanOf])</h2><blockquote>\(text.words)</blockquote>\(steps(mayChange: false))\(behind(text))</section>\(safety)
        """
    }

    private func behind(_ text: ConferenceText) -> HTML {
        let said = view.confirmed
        let names = said.html { one in
            let name = one.tie == nil ? ownerName : one.name ?? t[.someone]
            return
                "<li><b>\(name)</b> <span class=\"soft small\">\(t.dayName(one.at.day, today: view.today))</span></li>"
        }
        let list: HTML = said.isEmpty ? "<p class=\"soft\">\(t[.conferenceBehindNobody])</p>" : "<ul>\(names)</ul>"
        // What is still asked of somebody else; of the reader it is the button.
        var waits: HTML = ""
        if case .presented = conference.state {
            if chair != .owner, !said.contains(where: { $0.tie == nil }) {
                waits += "<p>\(t[.conferenceWaitsOwner])</p>"
            }
            if !said.contains(where: { $0.tie != nil }) { waits += "<p>\(t[.conferenceWaitsFamily])</p>" }
            // For a young person her parent has to stand behind it too.
            let parents = view.seat.parents(about: nil)
            if let parent = parents.first, !said.contains(where: { one in parents.contains { $0.tie == one.tie } }) {
                let isOwn = parents.contains { chair == .family($0.tie) }
                waits += "<p>\(isOwn ? t[.nowYou] : t(.nowOther, ["naam": parent.name]))</p>"
            }
        }
        return "<h3>\(t[.conferenceBehind])</h3>\(list)\(waits)\(confirm(text, said))"
    }

    private func confirm(_ text: ConferenceText, _ said: [ConferenceConfirmation]) -> HTML {
        let mine: NetworkTie.ID?
        switch chair {
        case .owner: mine = nil
        case .family(let tie): mine = tie
        case .coordinator, .professional: return ""
        }
        guard conference.isOpen, !said.contains(where: { $0.tie == mine }) else { return "" }
        return """
            <form method="post" action="\(Path.conference(path, .confirmation))">\(frame.marks)<input type="hidden" name="tekst" value="\(text.id.text)"><button class="button">\(t[.conferenceDoConfirm])</button></form>
            """
    }

    /// A sentence of a professional about the children. It stops nothing.
    private var safety: HTML {
        let known = view.texts(.safety)
        let list: HTML =
            known.isEmpty ? "" : "<h2>\(t[.conferenceSafetySaid])</h2><ul class=\"plain\">\(known.html(item))</ul>"
        let form: HTML =
            !conference.mayWrite(.safety, from: chair) || view.seat.emergency != nil
            ? ""
            : """
            <form method="post" action="\(Path.conference(path, .safety))">\(frame.marksOnce)\(Field(name: "veiligheid", label: t[.conferenceSafety], hint: t[.conferenceSafetyHint], value: kept["veiligheid"] ?? "", faults: faults, rows: 2, room: .sentence).html(t))<button class="button\(known.isEmpty ? "" : " quiet")">\(t[.save])</button></form>
            """
        guard !known.isEmpty || !form.bytes.isEmpty else { return "" }
        return "<section class=\"card team\">\(list)\(form)</section>"
    }
}
