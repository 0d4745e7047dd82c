import Domain

/// The parts of a conference's page: where it stands, what comes next, when, and who.
struct ConferenceParts {
    let frame: Frame
    let view: ConferenceView
    let conference: Conference
    let chair: Conference.Chair
    let kept: [String: String]
    let meanwhile: String?
    let faults: FormFaults

    var t: Catalogue { frame.t }
    var path: Plan.ID { conference.plan }
    var ownerName: String { view.seat.isOwner ? t[.you].capitalizedFirst : view.owner.name ?? t[.theOwner] }

    // MARK: Where it stands

    private static let order: [TextKey] = [
        .conferenceStageWanted, .conferenceStagePrepared, .conferenceStageInformation, .conferenceStagePrivate,
        .conferenceStagePresented, .conferenceStageConfirmed,
    ]

    private var stage: Int {
        switch conference.state {
        case .prepared: 1
        case .information: 2
        case .privateTime: 3
        case .presented: 4
        case .confirmed, .lookedBack: 5
        case .proposed, .notWanted, .wanted, .stopped: 0
        }
    }

    var stages: HTML {
        """
        <ol class="conference-way" aria-label="\(t[.conferenceStages])">\(Self.order.enumerated().html { place, key in
            """
            <li\(place == stage ? " aria-current=\"step\"" as HTML : .empty)\(place < stage ? " class=\"past\"" as HTML : .empty)>\(t[key])</li>
            """
        })</ol>
        """
    }

    /// A professional offers one: the family says yes or not now.
    var proposed: HTML {
        guard case .proposed(let maker) = conference.state else { return "" }
        guard view.seat.isOwner else { return "<p class=\"card team\">\(t[.conferenceProposedWaits])</p>" }
        let by = maker == view.contact?.id ? view.contact?.name : nil
        return """
            <section class="card team"><p>\(t(.conferenceProposed, ["naam": by ?? t[.someoneOfTeam].capitalizedFirst]))</p>
            <div class="row">\(frame.button(t[.conferenceWant], .move(conference, .want)))\(frame.button(t[.proposalNo], .move(conference, .decline), quiet: true))</div></section>
            """
    }

    // MARK: What comes next

    var now: HTML {
        let isFamily = chair.isFamily
        let kind = isFamily ? "home" : "team"
        return """
            <section class="card \(kind)"><p><b>\(sentence)</b></p>\(moves)</section>
            """
    }

    private var sentence: String {
        let prepares = chair.isFamily || chair == .coordinator
        switch conference.state {
        case .wanted: return t[prepares ? .conferenceNowWanted : .conferenceNowOthers]
        case .prepared: return t[prepares ? .conferenceNowPrepared : .conferenceNowOthers]
        case .information: return t[.conferenceNowInformation]
        case .privateTime: return t[chair.isFamily ? .conferenceNowPrivate : .conferenceNowPrivateOthers]
        case .presented where chair == .coordinator: return t[.conferenceNowThanks]
        case .presented: return t[chair.isFamily ? .conferenceNowPresented : .conferenceNowPresentedOthers]
        case .confirmed where chair == .coordinator: return t[.conferenceNowThanks]
        case .confirmed(_, _, let at):
            return t(.conferenceNowConfirmed, ["dag": t.shortDay(Conference.lookBackDay(after: at.day))])
        case .proposed, .notWanted, .lookedBack, .stopped: return t[.conferenceNotWanted]
        }
    }

    private var moves: HTML {
        let ways = conference.ways(from: chair, with: view.ready).filter { $0 != .stop && $0 != .decline }
        let buttons = ways.sorted { isForward($0) && !isForward($1) }.html { move in
            frame.button(t[label(move)], .move(conference, move), quiet: !isForward(move))
        }
        let lookBack = lookBackButton
        guard !ways.isEmpty || !lookBack.bytes.isEmpty else { return "" }
        return "<div class=\"row\">\(buttons)\(lookBack)</div>"
    }

    /// One dark button a screen: what leads on.
    private func isForward(_ move: ConferenceMove) -> Bool {
        switch (move, conference.state) {
        case (.prepare, .wanted), (.inform, .prepared), (.close, .information), (.present, .privateTime): true
        default: false
        }
    }

    private func label(_ move: ConferenceMove) -> TextKey {
        switch (move, conference.state) {
        case (.want, .prepared): .conferenceDoWant
        case (.want, _): .conferenceWant
        case (.decline, _): .proposalNo
        case (.prepare, .information): .conferenceDoPrepareAgain
        case (.prepare, _): .conferenceDoPrepare
        case (.inform, .privateTime): .conferenceDoInformAgain
        case (.inform, _): .conferenceDoInform
        case (.close, .presented): .conferenceDoCloseAgain
        case (.close, _): .conferenceDoClose
        case (.present, _): .conferenceDoPresent
        case (.stop, _): .conferenceDoStop
        }
    }

    private var lookBackButton: HTML {
        guard case .confirmed(_, _, let at) = conference.state else { return "" }
        guard view.seat.isOwner || view.seat.isContact else { return "" }
        let isDue = Conference.lookBackDay(after: at.day) <= view.today
        return frame.button(t[.conferenceDoLookBack], .conference(path, .lookBack), quiet: !isDue)
    }

    var stop: HTML {
        guard chair == .owner, conference.ways(from: chair, with: view.ready).contains(.stop) else { return "" }
        return """
            <details><summary>\(t[.conferenceDoStop])</summary><div class="card"><p>\(t[.conferenceStopExplained])</p>\(frame.button(t[.conferenceDoStop], .move(conference, .stop), quiet: true))</div></details>
            """
    }

    // MARK: When, where and who

    private var prepares: Bool { (chair == .owner || chair == .coordinator) && conference.isBeforePrivateTime }

    var arrangement: HTML {
        let lines = [conference.when, conference.place].compactMap(\.self)
        let agreed: HTML =
            lines.isEmpty
            ? "<p class=\"soft\">\(t[.conferenceNotArranged])</p>" : lines.html { "<p class=\"told\">\($0)</p>" }
        var form: HTML = ""
        if prepares {
            let isOpen = faults["wanneer"] != nil || faults["plaats"] != nil
            let fields: HTML = """
                <form method="post" action="\(Path.conference(path, .arrangement))">\(frame.marks)
                \(Field(name: "wanneer", label: t[.conferenceWhen], hint: t[.conferenceWhenHint], value: kept["wanneer"] ?? conference.when ?? "", faults: faults).html(t))
                \(Field(name: "plaats", label: t[.conferencePlace], hint: t[.conferencePlaceHint], value: kept["plaats"] ?? conference.place ?? "", faults: faults).html(t))
                <button class="button quiet">\(t[.save])</button></form>
                """
            form =
                lines.count < 2
                ? fields
                : """
                <details\(isOpen ? " open" as HTML : .empty)><summary>\(t[.givingChange])</summary>\(fields)</details>
                """
        }
        return "<section class=\"card\"><h2>\(t[.conferenceWhenWhere])</h2>\(agreed)\(form)</section>"
    }

    var people: HTML {
        """
        <section><h2>\(t[.conferenceWho])</h2><ul class="plain"><li class="card home"><div class="person">\(frame.face(view.owner.name ?? t[.me], kind: "home"))<div><b>\(ownerName)</b></div></div></li>\(view.guests.html(guest))</ul>\(inviteForms)\(otherCoordinator)</section>
        """
    }

    private func guest(_ guest: ConferenceGuest) -> HTML {
        let isTeam = guest.account != nil
        let what: TextKey =
            isTeam
            ? .conferenceInforms : guest.tie == conference.coordinator ? .conferencePrepares : .conferenceFamily
        let unopened: HTML =
            guest.agreement.claimedAt == nil ? " <span class=\"tag\">\(t[.linkUnopened])</span>" : ""
        let face = guest.account.map(frame.face(of:)) ?? frame.face(guest.name, kind: "home")
        return """
            <li class="card \(isTeam ? "team" : "home")"><div class="person">\(face)<div><b>\(guest.name)</b><span>\(t[what])</span>\(unopened)</div></div>\(deeds(guest))</li>
            """
    }

    /// Only the owner says who is out, and makes a link anew.
    private func deeds(_ guest: ConferenceGuest) -> HTML {
        guard view.seat.isOwner else { return "" }
        let renew: HTML =
            guest.tie == nil
            ? "" : frame.button(t[.newLink], .newLink(path, of: guest.agreement.id), quiet: true, about: guest.name)
        return """
            <details><summary>\(t(.tieChange, ["naam": guest.name]))</summary><div class="row">\(frame.button(t[.endSharing], .ending(path, of: guest.agreement.id), quiet: true, about: guest.name))\(renew)</div></details>
            """
    }

    /// Who prepares it comes first, as long as there is nobody.
    var firstCoordinator: HTML {
        guard chair == .owner, conference.isBeforePrivateTime, view.coordinator == nil else { return "" }
        return "<section class=\"card\"><h2>\(t[.conferenceCoordinatorTitle])</h2>\(coordinatorForm)</section>"
    }

    private var otherCoordinator: HTML {
        guard chair == .owner, conference.isBeforePrivateTime, view.coordinator != nil else { return "" }
        return """
            <details><summary>\(t[.conferenceCoordinatorOther])</summary><div class="card">\(coordinatorForm)</div></details>
            """
    }

    private var coordinatorForm: HTML {
        """
        <p>\(t[.conferenceCoordinatorExplained])</p><form method="post" action="\(Path.conference(path, .coordinator))">\(frame.marksOnce)
        \(Field(name: "coordinator", label: t[.guestName], hint: t[.guestNameHint], value: kept["coordinator"] ?? "", faults: faults).html(t))
        <button class="button quiet">\(t[.conferenceCoordinatorAsk])</button></form>
        """
    }

    private var inviteForms: HTML {
        guard prepares else { return "" }
        let choices =
            view.askable.map { Choice(value: "naaste:\($0.id)", label: $0.name, hint: $0.role) }
            + view.professionals.map {
                Choice(value: "team:\($0.id)", label: $0.name, hint: t[.conferenceInforms])
            }
        let known: HTML =
            choices.isEmpty
            ? ""
            : """
            <form method="post" action="\(Path.conference(path, .guests))">\(frame.marksOnce)\(Choices(name: "wie", legend: t[.conferenceInviteKnown], choices: choices, faults: faults).html(t))<button class="button quiet">\(t[.invite])</button></form>
            """
        let new: HTML =
            chair != .owner
            ? ""
            : """
            <form method="post" action="\(Path.conference(path, .guests))">\(frame.marksOnce)<h3>\(t[.conferenceInviteNew])</h3>
            \(Field(name: "naam", label: t[.guestName], hint: t[.guestNameHint], value: kept["naam"] ?? "", faults: faults).html(t))
            \(Field(name: "rol", label: t[.guestRole], hint: t[.guestRoleHint], value: kept["rol"] ?? "", faults: faults, isOptional: true).html(t))
            <button class="button quiet">\(t[.invite])</button></form>
            """
        guard !known.bytes.isEmpty || !new.bytes.isEmpty else { return "" }
        let isOpen = view.family.isEmpty || faults["naam"] != nil || faults["wie"] != nil
        return """
            <details\(isOpen ? " open" as HTML : .empty)><summary>\(t[.conferenceInvite])</summary><div class="card"><p>\(t[.conferenceInviteExplained])</p>\(known)\(new)</div></details>
            """
    }
}
