import Domain
import Hummingbird

/// The front door: neighbourhoods, a question, who takes it up.
enum QuestionAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/wijken", isOpen: true, use: areas)
        api.on(.get, "/wijken/{wijk}", isOpen: true, use: area)
        api.on(.post, "/vragen", isOpen: true, use: ask)
        api.on(.get, "/vragen", use: waiting)
        api.on(.post, "/vragen/{vraag}/aanname", use: accept)
        api.on(.post, "/vragen/{vraag}/toewijzing", use: assign)
        api.on(.post, "/plannen/{plan}/vraag", use: bring)
        api.on(.post, "/plannen/{plan}/vraag/intrekking", use: withdraw)
    }

    private static func areas(_ call: APICall) async throws -> Response {
        let areas = try await call.house.transactions.read { try $0.areas.all() }
        return call.ok(AreasBody(wijken: areas.map { AreaBody($0) }))
    }

    private static func area(_ call: APICall) async throws -> Response {
        let slug = try call.context.parameters.require("wijk")
        let (area, team) = try await call.house.transactions.read { records in
            guard let area = try records.areas.find(slug: slug), let team = try records.teams.find(area.team) else {
                throw HTTPError(.notFound)
            }
            return (area, team)
        }
        return call.ok(AreaBody(area, team: team))
    }

    private static func ask(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let slug = reader.text("wijk") ?? ""
        let area = try await call.house.transactions.read { try $0.areas.find(slug: slug) }
        if area == nil { reader.add(call.t[.faultArea], to: "wijk") }
        let toTeam = !reader.flag("alleenVoorMij")
        let words = reader.words("zin", .sentence, ifEmpty: .faultSentence)
        let reach =
            toTeam ? reader.words("bereik", .reach, ifEmpty: .faultReach) : reader.optionalWords("bereik", .reach)
        let first = try reader.finish(words.map { FirstWords(words: $0, reach: reach) })
        let mark = try call.mark(reader.canonical)
        guard let area else { throw HTTPError(.notFound) }
        return try await begin(first, toTeam: toTeam, in: area, once: mark, call)
    }

    /// Begins her plan, with a code to come back and a token for now.
    static func begin(
        _ first: FirstWords, toTeam: Bool, in area: Area, once mark: String?, _ call: APICall
    ) async throws -> Response {
        let house = call.house
        let phone = try await house.transactions.read { try $0.teams.find(area.team)?.phone }
        try house.admitQuestion(call.visit, phone: phone ?? "")
        let token = Session.Token(chance: house.chance)
        let begun = try await house.act(call.visit) { occasion, records in
            // What is remembered is sealed with the household's key: the plan, and the code as it was given.
            let outcome = try Once.run(mark, records: records, occasion: occasion) {
                let begun =
                    toTeam
                    ? try askQuestion(first, in: area, on: occasion, records: records)
                    : try beginPlan(first, in: area, on: occasion, records: records)
                return (
                    "\(begun.plan) \(begun.code.digits)", try records.plans.header(of: begun.plan).household
                )
            }
            let parts = outcome.split(separator: " ").map(String.init)
            guard parts.count == 2, let plan = Plan.ID(parts[0]) else { throw SeatRefusal.noRelation }
            let end = occasion.now.adding(days: Session.residentDays)
            let owner = try records.plans.header(of: plan).owner
            try records.sessions.open(
                KeyRing(owner: owner, expiresAt: end), token: token, replacing: nil, at: occasion.now)
            return BegunBody(
                planId: plan.text, code: try ReturnCode(typed: parts[1]).grouped, token: token.text,
                eindigtOp: end.rfc3339)
        }
        return call.created(begun, at: "/plannen/\(begun.planId)")
    }

    private static func waiting(_ call: APICall) async throws -> Response {
        let after = try call.optionalID("na", of: Question.self)
        let limit = Int(try call.number("limiet", 1...100) ?? 20)
        let (list, today) = try await call.act { occasion, records in
            guard let list = try waitingQuestions(after: after, limit: limit, on: occasion, records: records) else {
                throw Refused(.forbidden, .refusedRolePage)
            }
            return (list, occasion.today)
        }
        var next: String?
        if list.goesOn, let last = list.questions.last?.question.id {
            next = "\(APIRouter.root)/vragen?na=\(last)&limiet=\(limit)"
        }
        return call.ok(
            WaitingBody(
                vragen: list.questions.map { WaitingQuestionBody($0, on: today) }, totaal: list.total, volgende: next))
    }

    private static func accept(_ call: APICall) async throws -> Response {
        let question: Question.ID = try call.id("vraag")
        let plan = try await call.act { occasion, records in
            try acceptQuestion(question, on: occasion, records: records)
        }
        return call.ok(PlanReferenceBody(planId: plan.text))
    }

    private static func assign(_ call: APICall) async throws -> Response {
        let question: Question.ID = try call.id("vraag")
        var reader = try await BodyReader(call)
        let read = reader.id("medewerker", of: Account.self)
        let worker = try reader.finish(read)
        try await call.act { occasion, records in
            try assignQuestion(question, to: worker, on: occasion, records: records)
        }
        return call.done
    }

    private static func bring(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let reach = reader.optionalWords("bereik", .reach)
        try reader.finish(())
        do {
            let body = try await call.act(at: plan) { occasion, records in
                do {
                    try askFromPlan(plan, reach: reach, on: occasion, records: records)
                } catch AskRefusal.alreadyWaiting {
                    // Sent twice: it waits, as she wanted.
                }
                guard let question = try records.questions.latest(of: plan) else { throw SeatRefusal.noRelation }
                return QuestionBody(question, on: occasion.today)
            }
            return call.created(body, at: "/plannen/\(plan)")
        } catch AskRefusal.noWayToReach {
            throw InvalidInput(faults: [Problem.Fault(veld: "bereik", melding: call.t[.faultReach])])
        }
    }

    private static func withdraw(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        try await call.act(at: plan) { occasion, records in
            try withdrawQuestion(of: plan, on: occasion, records: records)
        }
        return call.done
    }
}
