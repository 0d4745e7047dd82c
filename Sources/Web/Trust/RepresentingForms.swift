import Domain

/// On the page of somebody of the network: whether she decides with the owner, and how that begins and ends.
struct RepresentingSection {
    let frame: Frame
    let view: PlanView
    let tie: NetworkTie
    var typed = Typed()

    /// What was filled in, when something in it was not right.
    struct Typed {
        var isLawful = false
        var part = ""
        var until = ""
        var kind = ""
        var document = ""
        var born = ""
        var faults = FormFaults()
    }

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard tie.canBeAsked else { return "" }
        return """
            <section class="card home" id="meebeslissen"><h2>\(t(.representQuestion, ["naam": tie.name]))</h2>\(view.representations(of: tie.id).html(item))\(beginning)</section>
            """
    }

    private func item(_ one: Representation.InForce) -> HTML {
        let made = one.representation
        let document: HTML =
            made.document.map { document in
                let by = made.recordedBy.flatMap { id in
                    view.table.professionals.first { $0.account.id == id }?.account.name
                }
                return "<p class=\"soft\">\(t(.documentSeen, ["wie": by ?? t[.someoneOfTeam], "stuk": document]))</p>"
            } ?? ""
        let sentence =
            view.seat.isOwner
            ? RepresentingTexts.sentence(one, in: view, t)
            : "\(tie.name) \(RepresentingTexts.sentence(one, in: view, t))."
        return """
            <p><b>\(sentence)</b> <span class="tag">\(t[RepresentingTexts.kind(made.kind)])</span></p>\(one.weight == .together ? "<p>\(t[.representsTogetherHow])</p>" as HTML : .empty)\(document)\(ending(made))
            """
    }

    private func ending(_ made: Representation) -> HTML {
        let mayEnd = made.kind.restsOnLaw ? view.seat.isContact : view.seat.isOwner
        if mayEnd {
            return frame.button(
                t[.representEnd], .ending(made), quiet: true,
                about: "\(tie.name), \(RepresentingTexts.part(made.part, in: view, t))")
        }
        return view.seat.isOwner ? "<p class=\"soft\">\(t[.representCallContact])</p>" : ""
    }

    // MARK: - Beginning

    private var beginning: HTML {
        guard view.seat.isOwner || view.seat.isContact else { return "" }
        // Whom the law put there for everything is not chosen as well.
        let lawful = view.representations(of: tie.id).filter(\.representation.kind.restsOnLaw)
        guard !view.seat.isOwner || !lawful.contains(where: { $0.representation.part == .plan }) else { return "" }
        let parts = shared
        guard let latest = parts.first?.until else {
            let share: HTML =
                view.seat.isOwner
                ? "<p><a class=\"button quiet\" href=\"\(Path.newAgreement(tie.plan, tie: tie.id))\">\(t[.shareSomething])</a></p>"
                : ""
            return "<p>\(t(.representShareFirst, ["naam": tie.name]))</p>\(share)"
        }
        return view.seat.isOwner ? choosing(parts, until: latest) : recording(parts, until: latest)
    }

    /// Whether she decides now already, as far as this seat can change that.
    private var isKnown: Bool {
        view.representations(of: tie.id).contains { $0.representation.kind.restsOnLaw == view.seat.isContact }
    }

    /// What she shares with this person already, each with its last day.
    private var shared: [(choice: Choice, until: Day)] {
        let parts: [Representation.Part] = [.plan] + view.domains.map { .domain($0.id) }
        return parts.compactMap { part in
            view.table.lastDayShared(part, with: tie.id, on: view.today).map { day in
                (
                    Choice(
                        value: part.formValue,
                        label: RepresentingTexts.part(part, in: view, t).capitalizedFirst), day
                )
            }
        }
    }

    private func choosing(_ parts: [(choice: Choice, until: Day)], until latest: Day) -> HTML {
        let isOpen = !typed.faults.isEmpty && !typed.isLawful
        let title = isKnown ? t[.givingChange] : t(.representChoose, ["naam": tie.name])
        return """
            <details\(isOpen ? " open" as HTML : .empty)><summary>\(title)</summary><p>\(t(.representChooseHow, ["naam": tie.name]))</p>
            <form method="post" action="\(Path.authorization(tie))">\(frame.marks)\(about(parts, isOpen))\(lastDay(latest, isOpen))<button class="button">\(t(.representChooseDo, ["naam": tie.name]))</button></form></details>
            """
    }

    private func recording(_ parts: [(choice: Choice, until: Day)], until latest: Day) -> HTML {
        let isOpen = !typed.faults.isEmpty && typed.isLawful
        let title = isKnown ? t[.givingChange] : t(.representRecord, ["naam": tie.name])
        let kinds = Representation.Kind.allCases.filter(\.restsOnLaw).map { kind in
            Choice(
                value: kind.word, label: t[RepresentingTexts.kind(kind)].capitalizedFirst,
                hint: kind == .administrator
                    ? t[.kindAdministratorHint] : kind == .authority ? t[.kindAuthorityHint] : nil)
        }
        let faults = isOpen ? typed.faults : FormFaults()
        return """
            <details\(isOpen ? " open" as HTML : .empty)><summary>\(title)</summary><p>\(t[.representRecordHow])</p>
            <form method="post" action="\(Path.representation(tie))">\(frame.marks)
            \(Choices(name: "soort", legend: t[.representWhy], choices: kinds, chosen: isOpen ? typed.kind : nil, faults: faults).html(t))
            \(Field(name: "geboren", label: t[.bornLabel], hint: t[.bornHint], value: isOpen ? typed.born : "", faults: faults, type: "date").html(t))
            \(about(parts, isOpen))\(lastDay(latest, isOpen))
            \(Field(name: "stuk", label: t[.documentLabel], hint: t[.documentHint], value: isOpen ? typed.document : "", faults: faults, rows: 2, room: .sentence).html(t))
            <button class="button">\(t[.representRecordDo])</button></form></details>
            """
    }

    private func about(_ parts: [(choice: Choice, until: Day)], _ isOpen: Bool) -> HTML {
        Choices(
            name: "deel", legend: t[.representAbout], choices: parts.map(\.choice),
            chosen: isOpen ? typed.part : parts.count == 1 ? parts[0].choice.value : nil,
            faults: isOpen ? typed.faults : FormFaults()
        ).html(t)
    }

    private func lastDay(_ latest: Day, _ isOpen: Bool) -> HTML {
        Field(
            name: "tot", label: t[.untilLabel], hint: t(.representUntilHint, ["dag": t.shortDay(latest)]),
            value: isOpen ? typed.until : latest.text, faults: isOpen ? typed.faults : FormFaults(), type: "date"
        ).html(t)
    }
}

extension Representation.Part {
    /// `plan` or `onderwerp:<id>`.
    var formValue: String {
        switch self {
        case .plan: "plan"
        case .domain(let id): "onderwerp:\(id)"
        }
    }

    init?(form value: String) {
        switch SharingAgreement.Part(form: value) {
        case .plan: self = .plan
        case .domain(let id): self = .domain(id)
        case .step, .conference, nil: return nil
        }
    }
}

extension Representation.Kind {
    /// As it stands in forms and in the API; it never changes.
    var word: String {
        switch self {
        case .chosen: "gekozen"
        case .authority: "gezag"
        case .mentor: "mentor"
        case .administrator: "bewind"
        }
    }

    static func lawful(_ word: String) -> Representation.Kind? { allCases.first { $0.restsOnLaw && $0.word == word } }
}
