import Domain
import Hummingbird

/// The front door: a sentence, a way to reach her, a code.
struct FrontRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/", use: front)
        router.get("/wijken/:wijk", use: area)
        router.post("/wijken/:wijk/vraag", use: secondStep)
        router.post("/wijken/:wijk/vragen", use: ask)
        router.get("/code", use: code)
        router.post("/code", use: comeBack)
        router.get("/plannen/:plan/code", use: planCode)
        router.post("/plannen/:plan/eigenaar", use: nameOwner)
        router.get("/plannen/:plan/vraag", use: bring)
        router.post("/plannen/:plan/vraag", use: bringToTeam)
        router.post("/plannen/:plan/vraag/intrekking", use: withdraw)
        router.get("/taal/:taal", use: language)
    }

    @Sendable func front(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (areas, home) = try await house.look(visit) { occasion, records in
            (try records.areas.all(), try Homes.path(of: occasion, records: records))
        }
        if let home { return house.seeOther(home, isKept: false) }
        return house.answer(AreasPage(frame: house.frame(visit), areas: areas), visit)
    }

    @Sendable func area(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (area, team) = try await find(context, visit)
        return house.answer(AreaPage(frame: frame(visit, area, team), area: area), visit)
    }

    /// Her sentence, and then one way to reach her. The same page again in another language, with all
    /// she typed, when she presses the switch on it.
    @Sendable func secondStep(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (area, team) = try await find(context, visit)
        let form = try await Form.read(request, context, visit, house: house)
        var frame = frame(visit, area, team)
        let chosen = Language(rawValue: form["taal"])
        if let chosen { frame.t = house.texts[chosen] }
        var reader = FormReader(form, frame.t)
        let words = reader.words("zin", .sentence, ifEmpty: .faultSentence)
        guard words != nil || chosen != nil else {
            let page = AreaPage(frame: frame, area: area, words: form["zin"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        let kept = words?.text ?? form["zin"]
        let isSecond = form["nieuw"] == "ja"
        if let own = try await ownPlan(visit), !(isSecond && own.plan.isOver) {
            let response = house.answer(secondPlan(own, in: area, frame, words: kept), visit)
            return chosen.map { house.withLanguage(response, $0) } ?? response
        }
        let page = ReachPage(frame: frame, area: area, words: kept, reach: form["bereik"], isSecond: isSecond)
        let response = house.answer(page, visit)
        return chosen.map { house.withLanguage(response, $0) } ?? response
    }

    @Sendable func ask(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (area, team) = try await find(context, visit)
        let form = try await Form.read(request, context, visit, house: house)
        if form["keuze"] == "plan" { return try await addToPlan(form, in: area, frame(visit, area, team), visit) }
        let toTeam = form["keuze"] != "zelf"
        var reader = FormReader(form, house.texts[visit.language])
        let words = reader.words("zin", .sentence, ifEmpty: .faultSentence)
        let reach =
            toTeam
            ? reader.words("bereik", .reach, ifEmpty: .faultReach) : reader.optionalWords("bereik", .reach)
        guard let words, reader.faults.isEmpty else {
            let page = ReachPage(
                frame: frame(visit, area, team), area: area, words: form["zin"], reach: form["bereik"],
                faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try house.admitQuestion(visit, phone: team.phone)
        let first = FirstWords(words: words, reach: reach)
        do {
            let begun = try await begin(first, toTeam: toTeam, in: area, once: form.once, visit)
            return house.withSession(house.seeOther(.planCode(begun.plan)), begun.token, until: begun.end)
        } catch AskRefusal.hasPlan {
            guard let own = try await ownPlan(visit) else { throw SeatRefusal.noRelation }
            let page = secondPlan(own, in: area, frame(visit, area, team), words: words.text)
            return house.answer(page, visit, status: .conflict)
        }
    }

    /// Begins her plan, and gives this browser the key to it. The limit on questions was asked before.
    func begin(
        _ first: FirstWords, toTeam: Bool, in area: Area, once: String?, _ visit: Visit
    ) async throws -> (plan: Plan.ID, token: Session.Token, end: Instant) {
        let token = Session.Token(chance: house.chance)
        let (plan, end) = try await house.act(visit) { occasion, records in
            let end = occasion.now.adding(days: Session.residentDays)
            let plan = try Once.run(once, records: records, occasion: occasion) {
                let begun =
                    toTeam
                    ? try askQuestion(first, in: area, on: occasion, records: records)
                    : try beginPlan(first, in: area, on: occasion, records: records)
                return (begun.plan.text, try records.plans.header(of: begun.plan).household)
            }
            guard let id = Plan.ID(plan) else { throw SeatRefusal.noRelation }
            // Also when the form came twice: the browser keeps the answer to the second.
            let owner = try records.plans.header(of: id).owner
            try records.sessions.open(
                KeyRing(owner: owner, expiresAt: end), token: token, replacing: occasion.actor.session,
                at: occasion.now)
            return (id, end)
        }
        return (plan, token, end)
    }

    @Sendable func code(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(
            CodePage(frame: house.frame(visit), offersLink: house.settings.sendsMail), visit)
    }

    @Sendable func comeBack(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        do {
            let code = try ReturnCode(typed: form["code"])
            guard house.limits.admitsCode(code.firstGroup, from: visit.origin.address, at: house.clock()) else {
                throw Refused(.tooManyRequests, .refusedTooManyCodes, retryAfter: 30)
            }
            let token = Session.Token(chance: house.chance)
            let (plan, end) = try await house.act(visit) { occasion, records in
                let end = occasion.now.adding(days: Session.residentDays)
                let back = try Domain.comeBack(with: code, on: occasion, records: records)
                try records.sessions.open(
                    KeyRing(owner: back.owner, expiresAt: end), token: token, replacing: occasion.actor.session,
                    at: occasion.now)
                return (back.plan, end)
            }
            return house.withSession(house.seeOther(.plan(plan), isKept: false), token, until: end)
        } catch let refusal as ReturnCodeRefusal {
            var faults = FormFaults()
            faults.add(t.text(for: refusal), to: "code")
            let page = CodePage(
                frame: house.frame(visit), typed: form["code"], offersLink: house.settings.sendsMail, faults: faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
    }

    @Sendable func planCode(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return try await codePage(context, visit)
    }

    private func codePage(
        _ context: HouseContext, _ visit: Visit, form: Form? = nil, faults: FormFaults = FormFaults()
    ) async throws -> Response {
        let plan: Plan.ID = try context.id("plan")
        let (view, code, mail) = try await house.act(visit, at: plan) { occasion, records in
            let (seat, code) = try readCode(of: plan, on: occasion, records: records)
            let mail = try mailChoice(from: seat, records: records)
            return (try readPlan(plan, as: .codeRead, on: occasion, records: records), code, mail)
        }
        var frame = house.frame(visit, of: view)
        frame.phone = view.team.phone
        let t = frame.t
        var welcome: String?
        if let question = view.question, question.state == .waiting {
            let days = t(.waitingDays, count: question.daysWaiting(on: view.today))
            welcome = "\(days) \(t[.waitingNobodyYet])"
        } else if let contact = view.contact {
            welcome = t(.contactWillCall, ["naam": contact.name, "nummer": contact.phone])
        }
        let page = PlanCodePage(
            frame: frame, plan: plan, code: code, owner: view.owner, isWelcome: true, welcome: welcome,
            name: form?["naam"], reach: form?["bereik"], faults: faults, mail: mail)
        return house.answer(page, visit, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable func nameOwner(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let name = reader.optionalWords("naam", .line)
        let reach = reader.optionalWords("bereik", .reach)
        guard reader.faults.isEmpty else {
            return try await codePage(context, visit, form: form, faults: reader.faults)
        }
        try await house.act(visit, at: plan) { occasion, records in
            try Domain.nameOwner(name: name, reach: reach, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func bring(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let view = try await house.act(visit, at: plan) { occasion, records in
            let view = try readPlan(plan, on: occasion, records: records)
            try view.seat.requireOwner()
            return view
        }
        return house.answer(
            BringPage(frame: house.frame(visit, of: view), plan: plan, reach: view.owner.reach ?? ""), visit)
    }

    @Sendable func bringToTeam(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let reach = reader.words("bereik", .reach, ifEmpty: .faultReach) else {
            let view = try await house.act(visit, at: plan) { occasion, records in
                try readPlan(plan, on: occasion, records: records)
            }
            let page = BringPage(
                frame: house.frame(visit, of: view), plan: plan, reach: form["bereik"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try await house.act(visit, at: plan) { occasion, records in
            do {
                try askFromPlan(plan, reach: reach, on: occasion, records: records)
            } catch AskRefusal.alreadyWaiting {
                // Sent twice: it waits, as she wanted.
            }
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func withdraw(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try withdrawQuestion(of: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func language(_ request: Request, _ context: HouseContext) async throws -> Response {
        guard let language = Language(rawValue: try context.parameters.require("taal")) else {
            throw HTTPError(.notFound)
        }
        let back = Path.back(request.uri.queryParameters["terug"].map(String.init))
        return house.withLanguage(house.seeOther(back, isKept: false), language)
    }

    func find(_ context: HouseContext, _ visit: Visit) async throws -> (Area, Team) {
        let slug = try context.parameters.require("wijk")
        return try await house.transactions.read { records in
            guard let area = try records.areas.find(slug: slug), let team = try records.teams.find(area.team) else {
                throw HTTPError(.notFound)
            }
            return (area, team)
        }
    }

    func frame(_ visit: Visit, _ area: Area, _ team: Team) -> Frame {
        var frame = house.frame(visit, place: area.name)
        frame.phone = team.phone
        return frame
    }
}

extension House {
    /// - Throws: `Refused` when too many questions come from this address; she can call.
    func admitQuestion(_ visit: Visit, phone: String) throws {
        guard limits.admitsQuestion(from: visit.origin.address, at: clock()) else {
            throw Refused(.tooManyRequests, .refusedTooManyQuestions, [("nummer", phone)], retryAfter: 60)
        }
    }
}
