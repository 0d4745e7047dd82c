import Domain

/// Somebody of the network: gone, back, or rather kept out (R-030, R-048).
struct TiePage: Page {
    let frame: Frame
    let view: PlanView
    let tie: NetworkTie
    var typed = RepresentingSection.Typed()

    private var t: Catalogue { frame.t }

    var html: HTML {
        frame.document(
            tie.name,
            """
            \(frame.faultSummary(typed.faults))
            <p><a href="\(Path.table(tie.plan))">\(t[.backToTable])</a></p>
            <h1>\(tie.name)</h1>\(RepresentingSection(frame: frame, view: view, tie: tie, typed: typed).html)
            \(tie.caution == nil && !isHeldByLaw ? presence : .empty)\(caution)
            """)
    }

    /// Who decides by law or by a court leaves by the contact person, or for safety.
    private var isHeldByLaw: Bool {
        view.seat.isOwner && view.representations(of: tie.id).contains(where: \.representation.kind.restsOnLaw)
    }

    private var presence: HTML {
        if let day = tie.goneOn {
            return """
                <section class="card home"><p>\(t(.tieGoneSince, ["naam": tie.name, "dag": t.shortDay(day)]))</p>\(frame.button(t[.tieComeBack], .move(tie, .comeBack), quiet: true, about: tie.name))</section>
                """
        }
        return """
            <section class="card home"><h2>\(t[.tieLeave])</h2><p>\(t(.tieLeaveExplained, ["naam": tie.name]))</p>\(frame.button(t[.tieLeave], .move(tie, .leave), quiet: true, about: tie.name))</section>
            """
    }

    private var caution: HTML {
        if let caution = tie.caution {
            return """
                <section class="card"><h2>\(t[.tieCaution])</h2>\(caution.words.isEmpty ? .empty : "<blockquote>\(caution.words)</blockquote>" as HTML)<p>\(t(.tieCautionExplained, ["naam": tie.name]))</p>
                <p class="soft small">\(t.dayName(caution.at.day, today: view.today))</p>\(frame.button(t[.tieTrust], .move(tie, .trust), quiet: true, about: tie.name))</section>
                """
        }
        return """
            <section class="card"><h2>\(t[.tieCaution])</h2><p>\(t(.tieCautionExplained, ["naam": tie.name]))</p>
            <form method="post" action="\(Path.move(tie, .caution))">\(frame.marks)\(Field(name: "tekst", label: t[.tieCautionWhy], hint: t[.tieCautionHint], rows: 2, room: .sentence, isOptional: true).html(t))<button class="button quiet">\(t[.tieCaution])</button></form></section>
            """
    }

    static func examples(in frame: Frame) -> [TiePage] {
        PlanExamples.network.table.ties.map {
            TiePage(frame: frame.at(PlanExamples.network), view: PlanExamples.network, tie: $0)
        }
            + [
                PlanExamples.running, PlanExamples.fromContact, PlanExamples.together, PlanExamples.fromContactTogether,
            ].map { TiePage(frame: frame.at($0), view: $0, tie: $0.table.ties[0]) }
    }
}

/// "Wat ik volhoud", on the page of a guest: her own limit, by nobody but herself (R-048).
struct LimitCard {
    let frame: Frame
    let view: PlanView

    var html: HTML {
        guard case .guest(let own, _) = view.seat.holder else { return "" }
        let t = frame.t
        let limit = view.table.ties.first { $0.id == own }?.limit
        let owner = view.owner.name ?? t[.theOwner]
        return """
            <section><h2>\(t[.limitTitle])</h2><div class="card home">\(limit.map { "<blockquote>\($0.words)</blockquote>" as HTML } ?? .empty)<p>\(t(.limitExplained, ["naam": owner]))</p>
            <form method="post" action="\(Path.limit(view.seat.plan.id))">\(frame.marks)\(Field(name: "volhouden", label: t[.limitTitle], hint: t[.limitHint], value: limit?.words ?? "", rows: 2, room: .sentence).html(t))<button class="button quiet">\(t[.save])</button></form>
            <p class="soft"><a href="\(Path.area(view.area))">\(t[.limitOwnQuestion])</a></p></div></section>
            """
    }
}
