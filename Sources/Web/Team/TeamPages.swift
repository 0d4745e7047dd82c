import Domain

/// The home of everybody with an account: what waits, and what their role may see.
struct TodayPage: Page {
    let frame: Frame
    let account: Account
    /// For who takes up questions.
    var waiting: WaitingList?
    /// For who sits at tables.
    var plans: OwnPlans?
    var notices: [Notice] = []
    /// Where she adds what there is to take part in.
    var areas: [Area] = []
    /// For who may know of worries about safety.
    var safety: SafetyToday?
    var today: Day

    private var t: Catalogue { frame.t }

    var html: HTML {
        let role = PeopleTexts.role(account.role, t)
        return frame.document(
            t[.tabToday],
            """
            <h1>\(t.longDay(today).capitalizedFirst)</h1><p class="soft">\(t(.loggedInAs, ["naam": account.name, "rol": role]))</p>
            \(NoticeList(frame: frame, notices: account.role == .teamLead ? [] : notices, today: today).html)\(SafetyTodayCard(frame: frame, safety: safety).html)\(waitingPart)\(plansPart)\(rolePart)\(takePart)\(emergency)
            """)
    }

    private var takePart: HTML {
        guard !areas.isEmpty else { return "" }
        return
            "<h2>\(t[.takePartLink])</h2><ul class=\"card list doors\">\(areas.html { "<li><a href=\"\(Path.takePart(in: $0))\">\($0.name)</a></li>" })</ul>"
    }

    /// Far down, so that nobody gets there by mistake.
    private var emergency: HTML {
        guard account.role.mayBreakTheGlass else { return "" }
        return "<p><a href=\"\(Path.emergencies)\">\(t[.emergencyLink])</a></p>"
    }

    private var waitingPart: HTML {
        guard let waiting, account.role.takesUpQuestions else { return "" }
        return """
            <h2>\(t(.questionsWaiting, count: waiting.total))</h2>
            \(QuestionList(frame: frame, list: waiting, today: today).html)
            """
    }

    private var plansPart: HTML {
        guard let plans else { return "" }
        return """
            <h2>\(t[.plansYouSitAt])</h2>\(PlanList(frame: frame, plans: plans, today: today).html)
            """
    }

    /// What this role can do here, in words: never an empty page.
    private var rolePart: HTML {
        let key: TextKey? =
            switch account.role {
            case .generalist, .specialist, .provider: nil
            case .teamLead: .homeTeamLead
            case .neighbour: .homeNeighbour
            case .stip: .homeStip
            case .director: .homeDirector
            case .council: .homeCouncil
            case .privacyOfficer: .homePrivacyOfficer
            case .owner, .network, .representative, .system: nil
            }
        guard let key else { return "" }
        let door: HTML =
            switch account.role {
            case .teamLead: "<p><a class=\"button\" href=\"\(Path.load)\">\(t[.tabLoad])</a></p>"
            case .privacyOfficer:
                "<p class=\"row\"><a class=\"button\" href=\"\(Path.emergencies)\">\(t[.emergencyTitle])</a><a class=\"button quiet\" href=\"\(Path.register)\">\(t[.registerTitle])</a></p>"
            default: "<p><a class=\"button quiet\" href=\"\(Path.whoSeesWhat)\">\(t[.whoSeesWhat])</a></p>"
            }
        return "<div class=\"card\"><p>\(t[key])</p>\(door)</div>"
    }

    static func examples(in frame: Frame) -> [TodayPage] {
        var frame = frame
        frame.viewer = .account(.example)
        let empty = TodayPage(
            frame: frame, account: .example, waiting: WaitingList(questions: [], total: 0, goesOn: false),
            plans: OwnPlans(plans: [], next: nil),
            safety: SafetyToday(open: 0, lookBacks: 0, withoutPlan: 0, untold: 0),
            today: PlanExamples.today)
        let full = TodayPage(
            frame: frame, account: .example, waiting: TeamExamples.waiting, plans: TeamExamples.plans,
            notices: TeamExamples.notices, areas: [.example], safety: SafetyExamples.today, today: PlanExamples.today)
        return [full, empty]
    }
}

/// Waiting questions, the oldest on top, each with its age in days (R-040).
struct QuestionList {
    let frame: Frame
    let list: WaitingList
    let today: Day
    /// For a team lead: whom to give it to.
    var members: [Account] = []

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard !list.questions.isEmpty else { return "<p class=\"card soft\">\(t[.noQuestions])</p>" }
        let next: HTML =
            list.goesOn && members.isEmpty
            ? list.questions.last.map {
                "<p><a class=\"button quiet\" href=\"\(Path.questions(after: $0.question.id))\">\(t[.moreQuestions])</a></p>"
            } ?? "" : ""
        return "<ul class=\"plain\">\(list.questions.html(item))</ul>\(next)"
    }

    private func item(_ waiting: WaitingQuestion) -> HTML {
        let days = waiting.question.daysWaiting(on: today)
        let age = t(.ageDays, count: days)
        let words: HTML = waiting.words.map { "<blockquote>\($0)</blockquote>" } ?? ""
        let spoken: HTML = waiting.isSpoken ? "<p><span class=\"tag home\">\(t[.spokenMessage])</span></p>" : ""
        // A recording that she threw away again, and nothing written.
        let nothing: HTML =
            members.isEmpty && waiting.words == nil && !waiting.isSpoken ? "<p>\(t[.spokenNothingLeft])</p>" : ""
        return """
            <li class="card\(days > 5 ? " late" : "")" id="\(waiting.question.id.text)"><p class="row"><span class="tag\(days > 5 ? " late" : "")">\(age)</span><span class="soft">\(waiting.areaName)</span></p>
            \(spoken)\(words)\(nothing)\(members.isEmpty ? frame.button(t[.acceptQuestion], .accept(waiting.question.id), about: waiting.words?.shortened(to: 40) ?? (waiting.isSpoken ? t[.spokenMessage] : nil)) : assign(waiting))</li>
            """
    }

    private func assign(_ waiting: WaitingQuestion) -> HTML {
        let name = "wie-\(waiting.question.id.text)"
        return """
            <form class="row" method="post" action="\(Path.assign(waiting.question.id))">\(frame.marks)<label for="\(name)">\(t[.assignTo])</label><select id="\(name)" name="medewerker">\(members.html { "<option value=\"\($0.id.text)\">\($0.name)</option>" })</select><button class="button quiet">\(t[.assign])</button></form>
            """
    }
}

/// The plans somebody of the team sits at.
struct PlanList {
    let frame: Frame
    let plans: OwnPlans
    let today: Day

    var html: HTML {
        let t = frame.t
        guard !plans.plans.isEmpty else { return "<p class=\"card soft\">\(t[.noPlans])</p>" }
        let next: HTML =
            plans.next.map {
                "<p><a class=\"button quiet\" href=\"\(Path.plans(before: $0))\">\(t[.morePlans])</a></p>"
            }
            ?? ""
        return """
            <ul class="card list doors">\(plans.plans.html { line in
                let role = line.agreement.level == .contact ? t[.youAreContactShort] : t(.untilDay, ["dag": t.shortDay(line.agreement.until)])
                let state: HTML = line.plan.state.tag.map { " <span class=\"tag\">\(t[$0])</span>" } ?? ""
                let due: HTML = line.dueLookBacks > 0 ? " <span class=\"tag late\">\(t[.lookBackDue])</span>" : ""
                return "<li><a href=\"\(Path.plan(line.plan.id))\"><b>\(line.ownerName ?? t(.unnamedSince, ["dag": t.shortDay(line.plan.begunAt.day)]))</b></a>\(state)\(due)<span class=\"soft\">\(role) · \(t(.openStepsCount, count: line.openSteps))</span></li>"
            })</ul>\(next)
            """
    }
}

/// All waiting questions.
struct QuestionsPage: Page {
    let frame: Frame
    let list: WaitingList
    let today: Day

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.tabQuestions],
            """
            <h1>\(t(.questionsWaiting, count: list.total))</h1><p>\(t[.questionsExplained])</p>
            \(QuestionList(frame: frame, list: list, today: today).html)
            """)
    }

    static func examples(in frame: Frame) -> [QuestionsPage] {
        var frame = frame
        frame.viewer = .account(.example)
        return [QuestionsPage(frame: frame, list: TeamExamples.waiting, today: PlanExamples.today)]
    }
}

/// All plans somebody of the team sits at.
struct PlansPage: Page {
    let frame: Frame
    let plans: OwnPlans
    let today: Day

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.tabPeople],
            """
            <h1>\(t[.plansYouSitAt])</h1>\(PlanList(frame: frame, plans: plans, today: today).html)
            """)
    }

    static func examples(in frame: Frame) -> [PlansPage] {
        var frame = frame
        frame.viewer = .account(.example)
        return [PlansPage(frame: frame, plans: TeamExamples.plans, today: PlanExamples.today)]
    }
}

/// Load and age, never content (D6).
struct LoadPage: Page {
    let frame: Frame
    let load: TeamLoad
    var notices: [Notice] = []
    let today: Day

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.tabLoad],
            """
            <h1>\(load.team.name)</h1><p>\(t[.loadExplained])</p>
            \(NoticeList(frame: frame, notices: notices, today: today, members: load.workers.map(\.account)).html)
            <h2>\(t(.questionsWaiting, count: load.waiting.total))</h2>
            \(QuestionList(frame: frame, list: load.waiting, today: today, members: load.workers.map(\.account)).html)
            <h2>\(t[.whoHasHowMuch])</h2>
            <table class="card"><thead><tr><th scope="col">\(t[.who])</th><th scope="col" class="number">\(t[.plansColumn])</th></tr></thead><tbody>\(load.workers.html { worker in
                "<tr><th scope=\"row\">\(worker.account.name)<br><span class=\"soft small\">\(worker.account.background)</span></th><td class=\"number\">\(String(worker.plans))</td></tr>"
            })</tbody></table>
            """)
    }

    static func examples(in frame: Frame) -> [LoadPage] {
        var frame = frame
        frame.viewer = .account(TeamExamples.lead)
        return [
            LoadPage(frame: frame, load: TeamExamples.load, notices: TeamExamples.forLead, today: PlanExamples.today)
        ]
    }
}

/// Logging in, for who works here.
struct LoginPage: Page {
    let frame: Frame
    var login = ""
    var faults = FormFaults()

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.loginTitle],
            """
            \(frame.faultSummary(faults))
            <h1>\(t[.loginTitle])</h1><p>\(t[.loginExplained])</p>
            <form class="card team" method="post" action="\(Path.login)">\(frame.marks)
            \(Field(name: "naam", label: t[.loginName], value: login, faults: faults, autocomplete: "username").html(t))
            \(Field(name: "wachtwoord", label: t[.password], faults: faults, room: .reach, type: "password", autocomplete: "current-password").html(t))
            <button class="button">\(t[.logIn])</button></form>
            <p><a href="\(Path.code)">\(t[.cameBefore])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [LoginPage] {
        var faults = FormFaults()
        faults.add(frame.t[.faultLogin], to: "naam")
        return [LoginPage(frame: frame), LoginPage(frame: frame, login: "femke", faults: faults)]
    }
}
