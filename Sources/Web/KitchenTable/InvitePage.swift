import Domain

/// "Iemand erbij": a name, a small role, and whether she may look in (R-003).
struct InvitePage: Page {
    let frame: Frame
    let view: PlanView
    /// Who can be asked of the team.
    let team: [Account]
    /// Somebody who sits at the table already.
    var tie: NetworkTie?
    var name = ""
    var role = ""
    var part = ""
    var level = "meedoen"
    var until: Day
    var faults = FormFaults()

    private var t: Catalogue { frame.t }

    var html: HTML {
        let plan = view.seat.plan.id
        return frame.document(
            t[.addSomebody],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.table(plan))">\(t[.backToTable])</a></p>
            <h1>\(tie.map { t(.shareWith, ["naam": $0.name]) } ?? t[.addSomebody])</h1><p>\(t[.inviteExplained])</p>
            <form class="card home" method="post" action="\(Path.agreements(plan))">\(frame.marksOnce)
            \(who)
            \(Choices(name: "deel", legend: t[.mayLookIn], choices: parts, chosen: part, faults: faults).html(t))
            \(Choices(name: "hoe", legend: t[.whatMayGuest], choices: [Choice(value: "meedoen", label: t[.levelJoin].capitalizedFirst, hint: t[.levelJoinHint]), Choice(value: "meelezen", label: t[.levelRead].capitalizedFirst, hint: t[.levelReadHint])], chosen: level).html(t))
            \(Field(name: "tot", label: t[.untilLabel], hint: t[.untilHint], value: until.text, faults: faults, type: "date").html(t))
            <button class="button">\(t[.invite])</button></form>
            \(fromTeam(plan))
            """)
    }

    private var who: HTML {
        if let tie { return "<input type=\"hidden\" name=\"naaste\" value=\"\(tie.id.text)\">" }
        return """
            \(Field(name: "naam", label: t[.guestName], hint: t[.guestNameHint], value: name, faults: faults).html(t))
            \(Field(name: "rol", label: t[.guestRole], hint: t[.guestRoleHint], value: role, faults: faults, isOptional: true).html(t))
            """
    }

    private var parts: [Choice] {
        [
            Choice(value: "", label: t[.partNone], hint: t[.partNoneHint]),
            Choice(value: "plan", label: t[.partPlan].capitalizedFirst),
        ]
            + sharedParts
    }

    private var sharedParts: [Choice] { Self.someParts(of: view, t) }

    /// All there is to share: parts first, so that the whole plan is not the first that comes to hand.
    static func parts(of view: PlanView, _ t: Catalogue) -> [Choice] {
        someParts(of: view, t) + [Choice(value: "plan", label: t[.partPlan].capitalizedFirst)]
    }

    private static func someParts(of view: PlanView, _ t: Catalogue) -> [Choice] {
        view.domains.map {
            Choice(value: "onderwerp:\($0.id)", label: t(.partDomain, ["onderwerp": $0.name]).capitalizedFirst)
        }
            + view.steps.filter(\.isOpen).map {
                Choice(
                    value: "stap:\($0.id)", label: t(.partStep, ["stap": $0.words.shortened(to: 60)]).capitalizedFirst)
            }
    }

    /// Somebody of the team beside the contact person: for one part, or the whole plan.
    private func fromTeam(_ plan: Plan.ID) -> HTML {
        guard tie == nil, !team.isEmpty else { return "" }
        return """
            <details><summary>\(t[.inviteFromTeam])</summary><form class="card team" method="post" action="\(Path.agreements(plan))">\(frame.marksOnce)
            \(Choices(name: "medewerker", legend: t[.whoOfTeam], choices: team.map { Choice(value: $0.id.text, label: $0.name, hint: $0.background) }, chosen: team.first?.id.text, faults: faults).html(t))
            \(Choices(name: "deel", legend: t[.mayLookIn], choices: Self.parts(of: view, t), chosen: (sharedParts.first?.value ?? "plan")).html(t))
            <input type="hidden" name="hoe" value="meedoen"><div class="field"><label for="tot-team">\(t[.untilLabel])</label><input id="tot-team" name="tot" type="date" value="\(until.text)"></div>
            <button class="button">\(t[.invite])</button></form></details>
            """
    }

    static func examples(in frame: Frame) -> [InvitePage] {
        PlanExamples.all.filter { $0.seat.isOwner }.map {
            InvitePage(frame: frame.at($0), view: $0, team: [.example], until: $0.today.adding(days: 90))
        }
    }
}

/// The link, shown once: she sends it the way she wants.
struct LinkPage: Page {
    let frame: Frame
    let plan: Plan.ID
    let guest: String
    /// The whole address, as it can be pasted in any message.
    let link: String
    /// Back to where it was asked for.
    var isForConference = false

    var html: HTML {
        let t = frame.t
        return frame.document(
            t(.linkTitle, ["naam": guest]),
            """
            <h1>\(t(.linkTitle, ["naam": guest]))</h1><p>\(t[.linkExplained])</p>
            <div class="card home"><label for="link">\(t[.linkLabel])</label><textarea id="link" class="link" readonly rows="3">\(link)</textarea>
            <p class="row"><button class="button" type="button" data-copy="link" data-done="\(t[.copied])" hidden>\(t[.copyLink])</button><button class="button quiet" type="button" data-share="link" hidden>\(t[.shareLink])</button></p>
            <p class="soft">\(t[.linkOnce])</p></div>
            <p><a class="button quiet" href="\(isForConference ? Path.conference(plan) : Path.table(plan))">\(t[isForConference ? .backToConference : .backToTable])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [LinkPage] {
        [
            LinkPage(
                frame: frame, plan: PlanExamples.planID, guest: "Laila",
                link: "https://burgerkracht.example/uitnodigingen/0123456789abcdef0123456789abcdef01234567")
        ]
    }
}

/// What a guest sees before she comes in: who asks, for what, until when. Opening it uses nothing up.
struct InvitationPage: Page {
    let frame: Frame
    let invitation: Invitation
    let secret: LinkSecret

    private var isForConference: Bool {
        if case .conference = invitation.agreement.part { true } else { false }
    }

    var html: HTML {
        let t = frame.t
        let owner = invitation.ownerName ?? t[.aResident].capitalizedFirst
        let title = t(.invitedTitle, ["eigenaar": owner, "gast": invitation.guestName])
        return frame.document(
            title,
            """
            <h1>\(title)</h1>
            \(invitation.agreement.role.map { "<p>\(t(.invitedFor, ["rol": $0]))</p>" as HTML } ?? .empty)
            \(isForConference ? "<p>\(t[.conferenceInvited])</p>" as HTML : .empty)<p>\(t(.invitedUntil, ["dag": t.shortDay(invitation.agreement.until)])) \(t[.invitedJournal])</p>
            <form method="post" action="\(Path.claim(secret))">\(frame.marks)<button class="button">\(t[.acceptInvitation])</button></form>
            <p class="soft">\(t[.invitedNotYou])</p>
            """)
    }

    static func examples(in frame: Frame) -> [InvitationPage] {
        guard let secret = LinkSecret(String(repeating: "0a", count: 20)) else { return [] }
        return [InvitationPage(frame: frame, invitation: PlanExamples.invitation, secret: secret)]
    }
}
