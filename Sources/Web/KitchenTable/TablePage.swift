import Domain

/// Who sits at the table, doing what, since when, and who may look in until when (R-002, R-003).
struct TablePage: Page {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }
    private var plan: Plan.ID { view.seat.plan.id }

    var html: HTML {
        let add: HTML =
            view.seat.decidesAll
            ? "<p><a class=\"button\" href=\"\(Path.newAgreement(plan))\">\(t[.addSomebody])</a></p>"
            : view.seat.mayAskToShare
                ? "<p><a class=\"button quiet\" href=\"\(Path.newRequest(plan))\">\(t[.askTitle])</a></p>" : ""
        return frame.document(
            t[.whoIsAtTable],
            """
            <p><a href="\(Path.plan(plan))">\(t[.backToPlan])</a></p>
            <h1>\(t[.whoIsAtTable])</h1>
            <div class="card">\(TableTop(chairs: TableTop.chairs(of: view, t), words: view.coreWords, t: t).html)</div>
            <p><b>\(t(.professionalsCount, count: view.professionalsInvolved))</b>, \(t(.ownPeopleCount, count: view.table.askable.count)).</p>
            \(own)\(team)\(add)\(ConferenceLink(frame: frame, seat: view.seat, offers: true).html)\(giving)\(thenAndNow)\(keptOut)\(past)
            """)
    }

    private var own: HTML {
        let present = view.table.askable
        guard !present.isEmpty else { return "<p class=\"card soft\">\(t[.noOwnPeople])</p>" }
        return """
            <h2>\(t[.ownPeople])</h2><ul class="plain">\(present.html(ownItem))</ul>
            """
    }

    private func ownItem(_ tie: NetworkTie) -> HTML {
        let live = view.table.liveAgreements(of: tie.id, on: view.today)
        let sharing: HTML =
            live.isEmpty
            ? """
            <p class="soft">\(t[.looksInNowhere])</p>\(view.seat.decidesAll ? "<a class=\"button quiet\" href=\"\(Path.newAgreement(plan, tie: tie.id))\">\(t[.shareSomething])</a>" : .empty)
            """ : live.html(agreement)
        return """
            <li class="card home"><div class="person">\(frame.face(tie.name, kind: "home"))<div><b>\(tie.name)</b><span>\(tie.role.map { "\($0), " } ?? "")\(t(.sinceDay, ["dag": t.dayName(tie.since, today: view.today)]))</span></div></div>\(deciding(of: tie))\(limit(of: tie))\(sharing)\(change(tie))</li>
            """
    }

    /// What she can carry herself comes before what is asked of her.
    private func limit(of tie: NetworkTie) -> HTML {
        guard let limit = tie.limit else { return "" }
        return """
            <p>\(t(.limitOf, ["naam": tie.name]))</p><blockquote>\(limit.words)</blockquote><p class="soft small">\(t.dayName(limit.at.day, today: view.today))</p>
            """
    }

    /// Over what she decides for the owner, and until when.
    private func deciding(of tie: NetworkTie) -> HTML {
        view.representations(of: tie.id).html { one in
            let made = one.representation
            let key: TextKey =
                switch one.weight {
                case .beside: .representsBeside
                case .together: .representsTogether
                case .alone: .representsAlone
                }
            return """
                <p><span class="tag home">\(t(key, ["deel": RepresentingTexts.part(made.part, in: view, t), "dag": t.shortDay(made.until)]))</span> <span class="soft">\(t[RepresentingTexts.kind(made.kind)])</span></p>
                """
        }
    }

    private func change(_ tie: NetworkTie) -> HTML {
        guard view.seat.tendsNetwork else { return "" }
        return """
            <p class="row"><a href="\(Path.representing(plan, tie.id))">\(t(.representQuestion, ["naam": tie.name]))</a> <a href="\(Path.tie(plan, tie.id))">\(t(.tieChange, ["naam": tie.name]))</a></p>
            """
    }

    /// What she gives herself. It is never counted (R-007).
    private var giving: HTML {
        let words = view.owner.giving
        let quote = words.map { "<blockquote>\($0)</blockquote>" as HTML } ?? .empty
        guard view.seat.isOwner else {
            guard words != nil else { return "" }
            return """
                <section class="card home"><h2>\(t(.givingOf, ["naam": view.owner.name ?? t[.aResident]]))</h2>\(quote)</section>
                """
        }
        return """
            <section class="card home"><h2>\(t[.givingTitle])</h2>\(quote)<details><summary>\(t[words == nil ? .givingTell : .givingChange])</summary>
            <form method="post" action="\(Path.giving(plan))">\(frame.marks)\(Field(name: "tekst", label: t[.givingTitle], hint: t[.givingHint], value: words ?? "", rows: 2, room: .sentence).html(t))<button class="button">\(t[.save])</button></form></details></section>
            """
    }

    /// Her network in the first month beside today's (R-048).
    private var thenAndNow: HTML {
        let then = view.table.ties(atStartOf: view.seat.plan)
        let now = view.table.askable
        guard view.seat.tendsNetwork, then.map(\.id) != now.map(\.id) else { return "" }
        return """
            <section class="card"><h2>\(t[.networkThenNow])</h2><div class="pair"><div><h3>\(t[.networkThen])</h3>\(names(then))</div><div><h3>\(t[.networkNow])</h3>\(names(now))</div></div></section>
            """
    }

    private func names(_ ties: [NetworkTie]) -> HTML {
        guard !ties.isEmpty else { return "<p class=\"soft\">\(t[.noOwnPeople])</p>" }
        return "<ul>\(ties.html { "<li>\($0.name)</li>" })</ul>"
    }

    /// Who is gone or kept out, closed: she may not be the only one who looks at this screen.
    private var keptOut: HTML {
        let others = view.table.ties.filter { !$0.canBeAsked }
        guard view.seat.tendsNetwork, !others.isEmpty else { return "" }
        return """
            <details><summary>\(t[.tiesNotNow])</summary><ul class="card list">\(others.html { "<li><a href=\"\(Path.tie(plan, $0.id))\">\($0.name)</a></li>" })</ul></details>
            """
    }

    private func agreement(_ agreement: SharingAgreement) -> HTML {
        let what = PeopleTexts.part(agreement.part, in: view, t)
        let how = t[agreement.level == .read ? .levelRead : .levelJoin]
        let unopened: HTML = agreement.claimedAt == nil ? "<span class=\"tag\">\(t[.linkUnopened])</span>" : ""
        var deeds: HTML = ""
        if view.seat.decidesAll {
            let name = personName(agreement)
            let renew: HTML =
                if case .tie = agreement.holder {
                    frame.button(t[.newLink], .newLink(plan, of: agreement.id), quiet: true, about: name)
                } else { "" }
            deeds = """
                <div class="row">\(frame.button(t[.endSharing], .ending(plan, of: agreement.id), quiet: true, about: name))\(renew)</div>
                """
        }
        return """
            <p>\(what.capitalizedFirst), \(how), \(t(.untilDay, ["dag": t.shortDay(agreement.until)])) \(unopened)</p>\(deeds)
            """
    }

    private func personName(_ agreement: SharingAgreement) -> String {
        switch agreement.holder {
        case .tie(let id): view.table.ties.first { $0.id == id }?.name ?? ""
        case .account(let id): view.table.professionals.first { $0.account.id == id }?.account.name ?? ""
        }
    }

    private var team: HTML {
        guard !view.table.professionals.isEmpty else { return "" }
        return """
            <h2>\(t[.ofTheTeam])</h2><ul class="plain">\(view.table.professionals.html { seated in
                let since = seated.agreements.map(\.from).min().map { t.dayName($0.day, today: view.today) } ?? ""
                let role = PeopleTexts.role(seated.account.role, t)
                let rest = seated.agreements.filter { $0.level != .contact }
                return """
                <li class="card team"><div class="person">\(frame.face(of: seated.account))<div><b>\(seated.account.name)</b><span>\(role), \(PeopleTexts.part(of: seated, in: view, t)), \(t(.sinceDay, ["dag": since]))</span></div><a class="button quiet" href="\(Path.call(seated.account.phone))">\(t[.call])<span class="unseen"> \(seated.account.name)</span></a></div>\(rest.html(agreement))</li>
                """
            })</ul>
            """
    }

    private var past: HTML {
        let ended = view.table.agreements.filter { !$0.gives(accessOn: view.today) }
        guard !ended.isEmpty, view.seat.isOwner else { return "" }
        return """
            <details><summary>\(t(.endedCount, count: ended.count))</summary><ul class="card list">\(ended.html { agreement in
                let day: Day = if case .ended(let at) = agreement.state { at.day } else { agreement.until }
                return "<li><span>\(personName(agreement)): \(PeopleTexts.part(agreement.part, in: view, t))</span><span class=\"soft\">\(t(.untilDay, ["dag": t.shortDay(day)]))</span></li>"
            })</ul></details>
            """
    }

    static func examples(in frame: Frame) -> [TablePage] {
        (PlanExamples.all.filter { $0.seat.sees == .everything } + [
            PlanExamples.network, PlanExamples.together, PlanExamples.fromRepresentative,
        ]).map {
            TablePage(frame: frame.at($0), view: $0)
        }
    }
}
