import Domain

/// The first page: which neighbourhood?
struct AreasPage: Page {
    let frame: Frame
    let areas: [Area]

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.whichArea],
            """
            <h1>\(t[.whichArea])</h1><p>\(t[.whichAreaExplained])</p>
            <ul class="card list doors">\(areas.html { "<li><a href=\"\(Path.area($0))\">\($0.name)</a></li>" })</ul>
            <p><a href="\(Path.code)">\(t[.cameBefore])</a></p><p><a href="\(Path.login)">\(t[.workHere])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [AreasPage] {
        [AreasPage(frame: frame, areas: [.example]), AreasPage(frame: frame, areas: [])]
    }
}

/// The neighbourhood's page: one box, no account (R-031).
struct AreaPage: Page {
    let frame: Frame
    let area: Area
    var words = ""
    var faults = FormFaults()

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.whatIsUp],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.whatIsUp])</h1><p>\(t[.oneSentenceIsEnough])</p>
            <form class="card home" method="post" action="\(Path.secondStep(area))">\(frame.marks)
            \(Field(name: "zin", label: t[.inYourOwnWords], value: words, faults: faults, rows: 4, room: .sentence).html(t))
            <button class="button">\(t[.goOn])</button></form>
            <p><a class="button quiet" href="\(Path.speaking(area))">\(t[.spokenWay])</a></p>
            <p><a href="\(Path.code)">\(t[.cameBefore])</a></p><p><a href="\(Path.takePart(in: area))">\(t[.takePartLink])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [AreaPage] {
        var faults = FormFaults()
        faults.add(frame.t[.faultSentence], to: "zin")
        return [
            AreaPage(frame: frame, area: .example), AreaPage(frame: frame, area: .example, faults: faults),
        ]
    }
}

/// Then, and only then: one way to reach her. Her sentence stays and can still be changed.
struct ReachPage: Page {
    let frame: Frame
    let area: Area
    let words: String
    var reach = ""
    /// She begins another plan, now that her first is over.
    var isSecond = false
    var faults = FormFaults()

    var html: HTML {
        var frame = frame
        frame.switchesLanguageItself = true
        let t = frame.t
        return frame.document(
            t[.howToReach],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.howToReach])</h1>
            <form class="card home" method="post" action="\(Path.ask(area))">\(frame.marksOnce)\(isSecond ? "<input type=\"hidden\" name=\"nieuw\" value=\"ja\">" as HTML : .empty)
            \(Field(name: "bereik", label: t[.reachLabel], hint: t[.reachHint], value: reach, faults: faults, room: .reach, autocomplete: "tel").html(t))
            \(Field(name: "zin", label: t[.yourSentence], hint: t[.yourSentenceHint], value: words, faults: faults, rows: 3, room: .sentence).html(t))
            <p class="soft">\(t(.whoReadsThis, ["gebied": area.name]))</p>
            <p class="row"><button class="button" name="keuze" value="team">\(t[.sendToTeam])</button>
            <button class="button quiet" name="keuze" value="zelf">\(t[.keepToMyself])</button></p>
            <p class="row">\(frame.others.html { other in
                "<button class=\"link\" formaction=\"\(Path.secondStep(area))\" name=\"taal\" value=\"\(other.rawValue)\" lang=\"\(other.rawValue)\">\(other.ownName)</button>"
            })</p></form>
            """)
    }

    static func examples(in frame: Frame) -> [ReachPage] {
        var faults = FormFaults()
        faults.add(frame.t[.faultReach], to: "bereik")
        let words = "De verwarming doet het niet en ik durf de rekening niet open te maken."
        return [
            ReachPage(frame: frame, area: .example, words: words),
            ReachPage(frame: frame, area: .example, words: words, faults: faults),
        ]
    }
}

/// "Hebt u een code?"
struct CodePage: Page {
    let frame: Frame
    var typed = ""
    /// The e-mail address she typed to get a link.
    var address = ""
    /// Whether mail goes out from here.
    var offersLink = false
    var faults = FormFaults()

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.codeTitle],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.codeTitle])</h1><p>\(t[.codeExplained])</p>
            <form class="card home" method="post" action="\(Path.code)">\(frame.marks)
            \(Field(name: "code", label: t[.codeLabel], hint: t[.codeHint], value: typed, faults: faults, inputMode: "numeric").html(t))
            <button class="button">\(t[.openMyPlan])</button></form>
            \(askForLink)<p class="soft">\(t[offersLink ? .linkAskOrCall : .codeLost])</p>
            """)
    }

    private var askForLink: HTML {
        guard offersLink else { return "" }
        let t = frame.t
        return """
            <form class="card" id="link" method="post" action="\(Path.links)">\(frame.marks)<h2>\(t[.linkAskTitle])</h2><p>\(t[.linkAskExplained])</p>
            \(Field(name: "adres", label: t[.linkAskLabel], value: address, faults: faults, room: .reach, type: "email", autocomplete: "email").html(t))
            <button class="button quiet">\(t[.linkAskDo])</button></form>
            """
    }

    static func examples(in frame: Frame) -> [CodePage] {
        var faults = FormFaults()
        faults.add(frame.t[.faultCodeUnknown], to: "code")
        var mailFaults = FormFaults()
        mailFaults.add(frame.t[.faultMailAddress], to: "adres")
        return [
            CodePage(frame: frame), CodePage(frame: frame, typed: "4821 9034 1175 2260", faults: faults),
            CodePage(frame: frame, offersLink: true),
            CodePage(frame: frame, address: "samira", offersLink: true, faults: mailFaults),
        ]
    }
}

/// The code on paper, and how she wants to be called and reached.
struct PlanCodePage: Page {
    let frame: Frame
    let plan: Plan.ID
    let code: ReturnCode?
    let owner: Person
    /// Just begun: says what happens next.
    let isWelcome: Bool
    var welcome: String?
    var name: String?
    var reach: String?
    var faults = FormFaults()
    var mail: MailChoice?

    var html: HTML {
        let t = frame.t
        let groups = (code?.grouped ?? "").split(separator: " ").map(String.init)
        return frame.document(
            t[.keepThisCode],
            """
            \(frame.faultSummary(faults))\(frame.notice(welcome))
            <h1>\(t[.keepThisCode])</h1><p>\(t[.codeOpensPlan])</p>
            <div class="card home code-card"><p class="code" aria-label="\(t(.codeSpoken, ["code": groups.joined(separator: ", ")]))">\(groups.html { "<span>\($0)</span> " })</p>
            <p class="soft">\(t[.codeWriteDown])</p><button class="button quiet" type="button" data-print hidden>\(t[.print])</button></div>
            <form class="card" method="post" action="\(Path.owner(plan))">\(frame.marks)
            <h2>\(t[.aboutYou])</h2>
            \(Field(name: "naam", label: t[.nameLabel], hint: t[.nameHint], value: name ?? owner.name ?? "", faults: faults, autocomplete: "given-name", isOptional: true).html(t))
            \(Field(name: "bereik", label: t[.reachLabel], value: reach ?? owner.reach ?? "", faults: faults, room: .reach, autocomplete: "tel", isOptional: true).html(t))
            <button class="button quiet">\(t[.save])</button></form>
            \(mailCard)<p><a class="button" href="\(Path.plan(plan))">\(t[.toMyPlan])</a></p>
            """)
    }

    /// Whether we mail her, and how to end that: her mailbox may not be hers alone.
    private var mailCard: HTML {
        guard let mail, mail.isPossible else { return "" }
        let t = frame.t
        let words: HTML =
            mail.isOn ? "<p>\(t[.mailOn])</p><p><b>\(t[.mailShared])</b></p>" : "<p>\(t[.mailOff])</p>"
        return """
            <section class="card" id="mail"><h2>\(t[.mailTitle])</h2>\(words)
            <form method="post" action="\(Path.mail(plan))">\(frame.marks)<button class="button quiet" name="mail" value="\(mail.isOn ? "uit" : "aan")">\(t[mail.isOn ? .mailTurnOff : .mailTurnOn])</button></form></section>
            """
    }

    static func examples(in frame: Frame) -> [PlanCodePage] {
        let code = try? ReturnCode(typed: "4821903411752260")
        var frame = frame
        frame.viewer = .table(PlanExamples.planID, isOwner: true)
        return [
            PlanCodePage(
                frame: frame, plan: PlanExamples.planID, code: code, owner: PlanExamples.owner, isWelcome: true,
                welcome: frame.t(.waitingDays, count: 0))
        ]
            + [true, false].map { isOn in
                PlanCodePage(
                    frame: frame, plan: PlanExamples.planID, code: code, owner: PlanExamples.owner, isWelcome: true,
                    reach: "samira@voorbeeld.nl", mail: MailChoice(isPossible: true, isOn: isOn))
            }
    }
}

/// She kept her plan to herself and now brings it to the team.
struct BringPage: Page {
    let frame: Frame
    let plan: Plan.ID
    var reach: String
    var faults = FormFaults()

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.bringToTeam],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.bringToTeam])</h1><p>\(t[.bringExplained])</p>
            <form class="card home" method="post" action="\(Path.question(of: plan))">\(frame.marks)
            \(Field(name: "bereik", label: t[.reachLabel], hint: t[.reachHint], value: reach, faults: faults, room: .reach, autocomplete: "tel").html(t))
            <button class="button">\(t[.sendToTeam])</button></form>
            """)
    }

    static func examples(in frame: Frame) -> [BringPage] {
        [BringPage(frame: frame, plan: PlanExamples.planID, reach: "")]
    }
}
