import Domain

/// "Vraag of een collega mag meekijken": a professional asks, the owner decides (script D4).
struct AskPage: Page {
    let frame: Frame
    let view: PlanView
    /// Who of the team does not see everything yet.
    let colleagues: [Account]
    var colleague = ""
    var part = ""
    var reason = ""
    var until: String
    var faults = FormFaults()

    private var t: Catalogue { frame.t }

    var html: HTML {
        let plan = view.seat.plan.id
        return frame.document(
            t[.askTitle],
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.table(plan))">\(t[.backToTable])</a></p>
            <h1>\(t[.askTitle])</h1><p>\(t(.askExplained, ["eigenaar": owner]))</p>
            \(colleagues.isEmpty ? "<p class=\"card soft\">\(t[.askNobody])</p>" : form(plan))
            """)
    }

    private var owner: String { view.owner.name ?? t[.theOwner] }

    private func form(_ plan: Plan.ID) -> HTML {
        let people = colleagues.map { Choice(value: $0.id.text, label: $0.name, hint: $0.background) }
        let parts = InvitePage.parts(of: view, t)
        return """
            <form class="card team" method="post" action="\(Path.requests(plan))">\(frame.marksOnce)
            \(Choices(name: "medewerker", legend: t[.whoOfTeam], choices: people, chosen: colleague.isEmpty ? people.first?.value : colleague, faults: faults).html(t))
            \(Choices(name: "deel", legend: t[.askWhat], choices: parts, chosen: part.isEmpty ? parts.first?.value : part, faults: faults).html(t))
            \(Field(name: "tot", label: t[.untilLabel], hint: t[.untilHint], value: until, faults: faults, type: "date").html(t))
            \(Field(name: "reden", label: t[.askReason], hint: t(.askReasonHint, ["eigenaar": owner]), value: reason, faults: faults, rows: 3, room: .sentence).html(t))
            <button class="button">\(t[.askDo])</button></form>
            """
    }

    static func examples(in frame: Frame) -> [AskPage] {
        let view = PlanExamples.fromContact
        let until = view.today.adding(days: 90).text
        var faults = FormFaults()
        faults.add(frame.t[.faultUntilPast], to: "tot")
        faults.add(frame.t[.faultEmpty], to: "reden")
        return [
            AskPage(frame: frame.at(view), view: view, colleagues: [PlanExamples.rashid], until: until),
            AskPage(
                frame: frame.at(view), view: view, colleagues: [PlanExamples.rashid], part: "plan",
                until: "2025-01-01", faults: faults),
            AskPage(frame: frame.at(view), view: view, colleagues: [], until: until),
        ]
    }
}

/// What waits for the owner's answer, on the plan itself: for her with yes and no, for who asked with a way back.
struct RequestCards {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }

    var html: HTML { view.requests.html { view.seat.answersRequests ? toAnswer($0) : waiting($0) } }

    private func toAnswer(_ request: SharingRequest) -> HTML {
        let names: KeyValuePairs = ["vrager": request.asker.name, "collega": request.account.name]
        let about = request.account.name
        let isPast = request.isPast(on: view.today)
        let yes: HTML = isPast ? "" : frame.button(t[.requestYes], path(request, .give), about: about)
        return """
            <section class="card team" id="\(request.id.text)"><h2>\(t(.requestTitle, names))</h2>\(person(request.account))
            <p>\(what(request))</p><p>\(t(.requestWhy, ["vrager": request.asker.name]))</p><blockquote>\(request.reason)</blockquote>
            <p class="soft">\(t[isPast ? .requestPast : .requestFree])</p>
            <div class="row">\(yes)\(frame.button(t[.proposalNo], path(request, .refuse), quiet: true, about: about))</div></section>
            """
    }

    private func waiting(_ request: SharingRequest) -> HTML {
        let isMine = if case .account(let me, _) = view.seat.holder { me.id == request.asker.id } else { false }
        let title =
            isMine
            ? t(.requestMine, ["collega": request.account.name])
            : t(.requestOther, ["vrager": request.asker.name, "collega": request.account.name])
        let days = request.daysWaiting(on: view.today)
        let age: HTML = days == 0 ? "" : " <span class=\"tag\">\(t(.ageDays, count: days))</span>"
        let past: HTML = request.isPast(on: view.today) ? "<p>\(t[.requestPastTeam])</p>" : ""
        let back: HTML =
            isMine
            ? "<div class=\"row\">\(frame.button(t[.proposalWithdraw], path(request, .withdraw), quiet: true, about: request.account.name))</div>"
            : ""
        return """
            <section class="card team" id="\(request.id.text)"><p><b>\(title)</b>\(age)</p>
            <p>\(what(request))</p><blockquote>\(request.reason)</blockquote>\(past)\(back)</section>
            """
    }

    private func person(_ account: Account) -> HTML {
        let role = PeopleTexts.role(account.role, t)
        let line = account.background.isEmpty ? role : "\(role), \(account.background)"
        return """
            <div class="person">\(frame.face(of: account))<div><b>\(account.name)</b><span>\(line)</span></div></div>
            """
    }

    private func what(_ request: SharingRequest) -> String {
        t(
            .requestWhat,
            [
                "collega": request.account.name, "deel": PeopleTexts.part(request.part, in: view, t),
                "dag": t.shortDay(request.until),
            ])
    }

    private func path(_ request: SharingRequest, _ answer: RequestAnswer) -> Path {
        .answer(answer, to: request.id, at: view.seat.plan.id)
    }
}

extension RequestRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .notFromHere: Refused(.conflict, .refusedAsking)
        case .onlyOwnerDecides: Refused(.conflict, .refusedOnlyOwner)
        case .notTheAsker: Refused(.conflict, .refusedAsker)
        case .seesAlready(let name): Refused(.conflict, .refusedSeesAlready, [("naam", name)])
        case .untilPassed: Refused(.conflict, .refusedUntilPassed)
        case .changedMeanwhile: Refused(.conflict, .refusedRequestChanged)
        }
    }
}
