import Domain

/// Whom to call before anything is written down: 112, and Veilig Thuis, that also thinks along without a name.
struct SafetyCallCard {
    let frame: Frame
    var colleagues: [Account] = []

    static let danger = "112"
    static let advice = "0800-2000"
    /// The same, whole at the end of a line.
    static let adviceShown = advice.wholeNumber

    private var t: Catalogue { frame.t }

    var html: HTML {
        let people: HTML =
            colleagues.isEmpty
            ? ""
            : """
            <p><b>\(t[.safetyColleagues])</b></p><ul class="plain">\(colleagues.html { colleague in
                """
                <li class="person">\(frame.face(of: colleague))<div><b>\(colleague.name)</b><span>\(colleague.background)</span></div><a class="button quiet" href="\(Path.call(colleague.phone))">\(t[.call])<span class="unseen"> \(colleague.name)</span></a></li>
                """
            })</ul>
            """
        return """
            <section class="card late"><p><b>\(t[.safetyDanger])</b></p><p>\(t[.safetyAdvice])</p>
            <p class="row"><a class="button quiet" href="\(Path.call(Self.danger))">\(t(.callNumber, ["nummer": Self.danger]))</a><a class="button quiet" href="\(Path.call(Self.advice))">\(t(.safetyCallAdvice, ["nummer": Self.adviceShown]))</a></p>\(people)</section>
            """
    }
}

/// On her plan: that somebody worries, who, at which step, when, what she was told, and whom to call. Not the notes.
struct WorryCard {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }

    var html: HTML {
        view.worries.prefix(3).html { worry in
            let stage = t(.worryStage, ["nummer": String(worry.stage.number), "stap": t[worry.stage.key]])
            let closed: HTML =
                worry.closedAt.map { "<p><b>\(t(.worryClosed, ["dag": t.shortDay($0.day)]))</b></p>" } ?? ""
            return """
                <section class="card team"><h2>\(t[.worryTitle])</h2>
                <div class="person">\(frame.face(of: worry.worker))<div><b>\(worry.worker.name)</b><span>\(t(.worryWho, ["moment": t.moment(worry.at, today: view.today)]))</span></div></div>
                <blockquote>\(worry.words)</blockquote><p class="soft">\(stage) \(t[.worryExplained])</p>\(closed)
                <p>\(t(.worryCall, ["naam": worry.worker.name]))</p><p class="row"><a class="button quiet" href="\(Path.call(worry.worker.phone))">\(t(.callNumber, ["nummer": worry.worker.phone.wholeNumber]))</a></p></section>
                """
        }
    }

    /// Where she stops or erases: what does not stop with it.
    var stays: HTML {
        guard let open = view.worries.first(where: { $0.closedAt == nil }) else { return "" }
        return """
            <p class="card team">\(t(.worryStays, ["naam": open.worker.name, "nummer": open.worker.phone.wholeNumber]))</p>
            """
    }
}

extension String {
    /// A telephone number that stays whole at the end of a line.
    fileprivate var wholeNumber: String { replacing(" ", with: "\u{A0}").replacing("-", with: "\u{2011}") }
}

/// On the day's page: how many, and what waits. No names: somebody may look over her shoulder.
struct SafetyTodayCard {
    let frame: Frame
    let safety: SafetyToday?

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard let safety else { return "" }
        let counts: [(TextKey, Int)] = [
            (.safetyTodayLookBack, safety.lookBacks), (.safetyTodayNoPlan, safety.withoutPlan),
            (.safetyTodayUntold, safety.untold),
        ]
        let waiting = counts.filter { $0.1 > 0 }
        guard safety.open > 0 else {
            return "<p><a href=\"\(Path.safety)\">\(t[.safetyTitle])</a></p>"
        }
        return """
            <h2>\(t[.safetyTitle])</h2><div class="card\(safety.lookBacks + safety.withoutPlan > 0 ? " late" : "")"><p><b>\(t(.safetyTodayOpen, count: safety.open))</b> \(waiting.html { key, count in "\(t(key, count: count)) " })</p>
            <p><a class="button quiet" href="\(Path.safety)">\(t[.safetyTitle])</a></p></div>
            """
    }
}

extension SafetyTrack.Stage {
    var key: TextKey {
        switch self {
        case .signals: .safetyStageSignals
        case .consult: .safetyStageConsult
        case .talk: .safetyStageTalk
        case .weigh: .safetyStageWeigh
        case .decide: .safetyStageDecide
        }
    }

    /// The step as it stands in an address and in the API.
    var word: String {
        switch self {
        case .signals: "signalen"
        case .consult: "overleg"
        case .talk: "gesprek"
        case .weigh: "weging"
        case .decide: "besluit"
        }
    }
}

extension SafetyTrack.State {
    /// How it stands, as a line of a list.
    func text(_ t: Catalogue) -> String {
        switch self {
        case .at(let stage): t(.safetyStageOf, ["nummer": String(stage.number), "stap": t[stage.key]])
        case .following(let day): t(.safetyFollowing, ["dag": t.shortDay(day)])
        case .closed(.nothingKept, _): t[.safetyEndNothing]
        case .closed(.reported, _): t[.safetyEndReported]
        case .closed(.safe, _): t[.safetyEndSafe]
        }
    }

    func isDue(on today: Day) -> Bool { if case .following(let day) = self { day <= today } else { false } }
}

extension SafetyTrack {
    /// What became of the plan, when something did.
    func fateText(_ t: Catalogue) -> String? {
        let day = planFateAt.map { t.shortDay($0.day) } ?? ""
        switch planFate {
        case .goesOn: return nil
        case .stopped: return t(.safetyPlanStopped, ["dag": day])
        case .erased: return t(.safetyPlanErased, ["dag": day])
        }
    }
}

extension SafetyConsideration {
    var key: TextKey {
        switch self {
        case .suspicion: .safetyAskSuspicion
        case .danger: .safetyAskDanger
        case .help: .safetyAskHelp
        case .joining: .safetyAskJoining
        case .inTime: .safetyAskInTime
        }
    }

    /// The question as a field of a form and of the API.
    var word: String {
        switch self {
        case .suspicion: "vermoeden"
        case .danger: "gevaar"
        case .help: "hulp"
        case .joining: "meedoen"
        case .inTime: "opTijd"
        }
    }
}

extension SafetyRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .noRoad: Refused(.forbidden, .refusedRolePage)
        case .alreadyOpen: Refused(.conflict, .refusedSafetyOpen)
        case .notResponsible(let name, let phone):
            Refused(.conflict, .refusedNotResponsible, [("naam", name), ("nummer", phone)])
        case .elsewhere: Refused(.conflict, .refusedSafetyElsewhere)
        case .notADecisionHere: Refused(.conflict, .refusedSafetyDecision)
        case .lookBackOutOfReach(let latest):
            Refused(.unprocessableContent, .faultSafetyLookBack, [("dag", latest.text)])
        case .planErased: Refused(.conflict, .refusedSafetyErased)
        case .notAColleague: Refused(.conflict, .refusedNotAColleague)
        case .mustHandOver: Refused(.conflict, .refusedMustHandOver)
        }
    }
}
