import Domain

/// The family's conference: how far it is, who comes, what was written, and the plan the family makes (R-006).
struct ConferencePage: Page {
    let frame: Frame
    let view: ConferenceView
    /// What was typed and not kept.
    var kept: [String: String] = [:]
    /// What somebody else wrote in the plan meanwhile.
    var meanwhile: String?
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    private var plan: Plan.ID { view.seat.plan.id }

    var html: HTML {
        frame.document(
            t[.conferenceTitle],
            """
            \(frame.faultSummary(faults))
            \(back)<h1>\(t[.conferenceTitle])</h1>\(subtitle)
            \(view.conference.map(now) ?? offer)
            """)
    }

    /// Who sees the conference alone has nowhere to go back to.
    private var back: HTML {
        guard view.seat.sees == .everything else { return "" }
        return "<p><a href=\"\(Path.table(plan))\">\(t[.backToTable])</a></p>"
    }

    private var subtitle: HTML {
        guard !view.seat.isOwner else { return "" }
        return "<p class=\"soft\">\(t(.planOf, ["naam": view.owner.name ?? t[.aResident]]))</p>"
    }

    private func now(_ conference: Conference) -> HTML {
        guard let chair = view.chair else { return "" }
        let parts = ConferenceParts(
            frame: frame, view: view, conference: conference, chair: chair, kept: kept, meanwhile: meanwhile,
            faults: faults)
        guard conference.isOpen else {
            return
                "\(over(conference))\(parts.plan)\(parts.amongOurselves)\(parts.notes)\(view.mayCall ? offer : .empty)"
        }
        if case .proposed = conference.state { return "\(parts.proposed)\(explained)" }
        return """
            \(parts.stages)\(parts.now)\(parts.plan)\(parts.amongOurselves)\(parts.firstCoordinator)\(parts.arrangement)\(parts.people)\(parts.notes)\(parts.stop)
            """
    }

    private func over(_ conference: Conference) -> HTML {
        let words: String =
            switch conference.state {
            case .stopped(let at): t(.conferenceIsStopped, ["dag": t.shortDay(at.day)])
            case .lookedBack(_, let at): t(.conferenceIsOver, ["dag": t.shortDay(at.day)])
            default: t[.conferenceNotWanted]
            }
        return "<p class=\"card soft\">\(words)</p>"
    }

    private var explained: HTML { "<p>\(t[.conferenceExplained])</p><p>\(t[.conferenceExplainedPrivate])</p>" }

    private var offer: HTML {
        let form: HTML = """
            <form method="post" action="\(Path.conference(plan))">\(frame.marks)<button class="button">\(t[view.seat.isOwner ? .conferenceCall : .conferencePropose])</button></form>
            """
        guard view.seat.isOwner else {
            let words = t(.conferenceProposeExplained, ["naam": view.owner.name ?? t[.theOwner]])
            return "<section class=\"card team\"><p>\(words)</p>\(view.mayCall ? form : .empty)</section>"
        }
        return "<section class=\"card home\">\(explained)\(form)</section>"
    }

    static func examples(in frame: Frame) -> [ConferencePage] {
        ConferenceExamples.all.map { ConferencePage(frame: frame.at($0), view: $0) }
            + [
                ConferencePage(
                    frame: frame.at(ConferenceExamples.amongThemselves), view: ConferenceExamples.amongThemselves,
                    kept: ["plan": "Elke zondag eten we bij oma. Yara slaapt daar."],
                    meanwhile: "Elke zondag eten we bij oma. Laila rijdt.",
                    faults: {
                        var faults = FormFaults()
                        faults.add(frame.t[.conferencePlanFault], to: "plan")
                        return faults
                    }())
            ]
    }
}

/// The way to a conference that goes on, on other pages: decided by what was read already, without a query.
struct ConferenceLink {
    let frame: Frame
    let seat: Seat
    /// Also say that there can be one.
    var offers = false

    var html: HTML {
        let t = frame.t
        if let conference = seat.plan.conference {
            guard seat.mayOpen(conference) else { return "" }
            return """
                <section class="card home"><h2>\(t[.conferenceTitle])</h2><p>\(t[.conferenceGoesOn])</p><p><a class="button quiet" href="\(Path.conference(seat.plan.id))">\(t[.conferenceOpen])</a></p></section>
                """
        }
        guard offers, seat.emergency == nil else { return "" }
        if case .guest = seat.holder { return "" }
        return """
            <section class="card"><h2>\(t[.conferenceOffer])</h2><p><a href="\(Path.conference(seat.plan.id))">\(t[.conferenceOfferLink])</a></p></section>
            """
    }
}
