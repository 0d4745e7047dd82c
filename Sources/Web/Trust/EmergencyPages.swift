import Domain

/// Breaking the glass, for a worker; and looking at who did, for a privacy officer (R-129).
struct EmergencyPage: Page {
    let frame: Frame
    let account: Account
    let accesses: [EmergencyAccess]
    let now: Instant
    var form: [String: String] = [:]
    var faults = FormFaults()

    private var t: Catalogue { frame.t }
    static let hours = [1, 4, 8, 24]

    var html: HTML {
        let isOfficer = account.role == .privacyOfficer
        return frame.document(
            t[.emergencyTitle],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.emergencyTitle])</h1><p>\(t[isOfficer ? .emergencyForOfficer : .emergencyExplained])</p>
            \(accesses.isEmpty && isOfficer ? "<p class=\"card soft\">\(t[.emergencyNone])</p>" as HTML : .empty)\(accesses.html(isOfficer ? toReview : open))\(isOfficer ? .empty : breaking)
            """)
    }

    /// A worker's own, that are open now.
    private func open(_ access: EmergencyAccess) -> HTML {
        """
        <section class="card late"><p><b>\(t(.emergencyUntil, ["moment": t.moment(access.until, today: now.day)]))</b></p><p>\(access.reason)</p>
        <div class="row"><a class="button" href="\(Path.plan(access.plan))">\(t[.noticeOpen])</a>\(frame.button(t[.emergencyEnd], .emergency(access.id, "einde"), quiet: true))</div></section>
        """
    }

    private var breaking: HTML {
        """
        <form class="card" method="post" action="\(Path.emergencies)">\(frame.marksOnce)
        \(Field(name: "bereik", label: t[.emergencyReach], hint: t[.emergencyReachHint], value: form["bereik"] ?? "", faults: faults, room: .reach).html(t))
        \(Field(name: "reden", label: t[.emergencyReason], hint: t[.emergencyReasonHint], value: form["reden"] ?? "", faults: faults, rows: 3, room: .sentence).html(t))
        \(Choices(name: "uren", legend: t[.emergencyHours], choices: Self.hours.map { Choice(value: String($0), label: t(.hoursCount, count: $0)) }, chosen: form["uren"] ?? "1", faults: faults).html(t))
        \(Field(name: "stilte", label: t[.emergencySilence], hint: t[.emergencySilenceHint], value: form["stilte"] ?? "", faults: faults, rows: 2, room: .sentence, isOptional: true).html(t))
        <button class="button">\(t[.emergencyDo])</button></form>
        """
    }

    private func toReview(_ access: EmergencyAccess) -> HTML {
        let role = PeopleTexts.role(access.worker.role, t)
        let told: HTML =
            access.toldAt.map { "<p>\(t(.emergencyToldAt, ["moment": t.moment($0, today: now.day)]))</p>" }
                ?? """
                <p><span class="tag late">\(t(.emergencyNotTold, count: max(0, now.day.days(since: access.from.day))))</span> \(access.silence ?? "")</p>
                \(frame.button(t[.emergencyTell], .emergency(access.id, "melding"), quiet: true, about: access.worker.name))
                """
        return """
            <section class="card\(access.review == nil ? " late" : "")" id="\(access.id.text)"><h2>\(access.worker.name)</h2>
            <p class="soft">\(role), \(t.moment(access.from, today: now.day)) – \(t.moment(access.endedAt ?? access.until, today: now.day))</p>
            <blockquote>\(access.reason)</blockquote>\(told)\(review(access))</section>
            """
    }

    private func review(_ access: EmergencyAccess) -> HTML {
        if let review = access.review {
            let words: HTML = review.words.map { "<p>\($0)</p>" } ?? ""
            return """
                <p><span class="tag\(review.finding == .right ? " street" : " late")">\(t[review.finding.key])</span> <span class="soft">\(t.moment(review.at, today: now.day))</span></p>\(words)
                """
        }
        let field = "bevinding-\(access.id.text)"
        return """
            <form method="post" action="\(Path.emergency(access.id, "beoordeling"))">\(frame.marks)
            <fieldset class="choices" id="\(field)"><legend>\(t[.emergencyReview])</legend>\(EmergencyAccess.Finding.allCases.html { "<label><input type=\"radio\" name=\"bevinding\" value=\"\($0.word)\"><span>\(t[$0.key])</span></label>" })</fieldset>
            <div class="field"><label for="woorden-\(access.id.text)">\(t[.emergencyReviewWords]) <span class="soft">\(t[.mayStayEmpty])</span></label><textarea id="woorden-\(access.id.text)" name="woorden" rows="2" maxlength="\(String(Words.Room.sentence.rawValue))"></textarea></div>
            <button class="button quiet">\(t[.save])</button></form>
            """
    }

    static func examples(in frame: Frame) -> [EmergencyPage] {
        var worker = frame
        worker.viewer = .account(.example)
        var officer = frame
        officer.viewer = .account(PlanExamples.officer)
        let now = PlanExamples.now
        return [
            EmergencyPage(frame: worker, account: .example, accesses: [], now: now),
            EmergencyPage(frame: worker, account: .example, accesses: [PlanExamples.emergency], now: now),
            EmergencyPage(
                frame: officer, account: PlanExamples.officer,
                accesses: [PlanExamples.silentEmergency, PlanExamples.emergency], now: now),
            EmergencyPage(frame: officer, account: PlanExamples.officer, accesses: [], now: now),
        ]
    }
}

/// Loud on the plan itself: for who broke the glass, and for the owner.
struct EmergencyCard {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }

    var html: HTML {
        if let access = view.seat.emergency {
            return """
                <section class="card late" role="status"><p><b>\(t(.emergencyHere, ["moment": t.moment(access.until, today: view.today)]))</b></p>
                <p>\(t[access.silence == nil ? .emergencyKnown : .emergencyNotKnown])</p>\(frame.button(t[.emergencyEnd], .emergency(access.id, "einde"), quiet: true))</section>
                """
        }
        return view.emergencies.prefix(3).html { access in
            """
            <section class="card late"><h2>\(t[.emergencyHappened])</h2><p>\(t(.emergencyWho, ["naam": access.worker.name, "moment": t.moment(access.from, today: view.today)]))</p>
            <blockquote>\(access.reason)</blockquote><p>\(t(.emergencyAsk, ["nummer": view.team.phone]))</p></section>
            """
        }
    }
}

extension EmergencyAccess.Finding {
    var key: TextKey {
        switch self {
        case .right: .emergencyRight
        case .wrong: .emergencyWrong
        }
    }

    var word: String {
        switch self {
        case .right: "terecht"
        case .wrong: "niet-terecht"
        }
    }
}

extension EmergencyRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .notThisRole: Refused(.forbidden, .refusedRolePage)
        case .nobodyFound: Refused(.notFound, .faultEmergencyNobody)
        case .hasAccess: Refused(.conflict, .faultEmergencyHasAccess)
        case .tooLong: Refused(.unprocessableContent, .faultEmergencyHours)
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .alreadyReviewed: Refused(.conflict, .refusedReviewed)
        }
    }
}
