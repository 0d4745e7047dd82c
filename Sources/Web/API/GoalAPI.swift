import Domain
import Hummingbird

/// Goals and their wordings.
enum GoalAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen/{plan}/doelen", use: goals)
        api.on(.post, "/plannen/{plan}/doelen", use: set)
        api.on(.get, "/plannen/{plan}/doelen/{doel}", use: goal)
        api.on(.post, "/plannen/{plan}/doelen/{doel}/teksten", use: reword)
        api.on(.post, "/plannen/{plan}/doelen/{doel}/metingen", use: measure)
        for deed in ProposalAnswer.allCases {
            api.on(.post, "/plannen/{plan}/doelen/{doel}/teksten/{tekst}/\(deed.noun)") { try await answer(deed, $0) }
        }
        for state in Goal.State.allCases {
            api.on(.post, "/plannen/{plan}/doelen/{doel}/\(state.noun)") { try await end(state, $0) }
        }
    }

    private static func read(_ call: APICall) async throws -> GoalsView {
        let plan: Plan.ID = try call.id("plan")
        return try await call.act(at: plan) { occasion, records in
            try readGoals(of: plan, on: occasion, records: records)
        }
    }

    private static func goals(_ call: APICall) async throws -> Response {
        let goals = try await read(call)
        return call.ok(GoalsBody(doelen: goals.view.goals.map { GoalBody($0, in: goals) }))
    }

    private static func goal(_ call: APICall) async throws -> Response {
        let id: Goal.ID = try call.id("doel")
        let goals = try await read(call)
        guard let goal = goals.view.goals.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        return call.ok(GoalBody(goal, in: goals))
    }

    private static func set(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .sentence, ifEmpty: .faultEmpty)
        let domain = reader.optionalID("onderwerp", of: LifeDomain.self)
        let words = try reader.finish(read)
        let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try setGoal(words, about: domain, at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/doelen/\(id)")
    }

    private static func reword(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let goal: Goal.ID = try call.id("doel")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .sentence, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try rewordGoal(goal, words, at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/doelen/\(goal)")
    }

    private static func measure(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let goal: Goal.ID = try call.id("doel")
        var reader = try await BodyReader(call)
        let read = reader.number("stand", in: Measurement.scale, ifWrong: .measureFault)
        let said = reader.optionalWords("tekst", .sentence)
        let value = try reader.finish(read)
        let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try Domain.measure(goal, at: value, words: said, in: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/doelen/\(goal)")
    }

    private static func answer(_ answer: ProposalAnswer, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let goal: Goal.ID = try call.id("doel")
        let text: GoalText.ID = try call.id("tekst")
        try await call.act(at: plan) { occasion, records in
            try answerGoal(text, of: goal, answer, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func end(_ state: Goal.State, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let goal: Goal.ID = try call.id("doel")
        try await call.act(at: plan) { occasion, records in
            try endGoal(goal, as: state, at: plan, on: occasion, records: records)
        }
        return call.done
    }
}

/// `Doelen`
struct GoalsBody: Encodable {
    let doelen: [GoalBody]
}

/// `Doel`
struct GoalBody: Encodable {
    /// `DoelTekst`
    struct Wording: Encodable {
        let id: String
        let tekst: String
        let schrijver: StoryBody.Author
        let gemaaktOp: String
        let toestand: String
        let toestandSinds: String?
        let antwoorden: [GivenAnswerBody]?

        init(_ text: GoalText, in view: PlanView) {
            id = text.id.text
            tekst = text.words
            schrijver = StoryBody.Author(text.author, ownerName: view.owner.name)
            gemaaktOp = text.madeAt.rfc3339
            toestand = text.state.word
            toestandSinds = text.state.since?.rfc3339
            antwoorden = GivenAnswerBody.all(.wording(text.id), in: view)
        }
    }

    /// `Meting`
    struct Measured: Encodable {
        let id: String
        let stand: Int
        let tekst: String?
        let moment: String
    }

    let id: String
    let toestand: String
    let onderwerp: String?
    let gemaaktOp: String
    /// The words that count now; absent as long as the owner did not say yes.
    let geldt: String?
    let teksten: [Wording]
    let metingen: [Measured]

    init(_ goal: Goal, in goals: GoalsView) {
        id = goal.id.text
        toestand = goal.state.word
        onderwerp = goal.domain?.text
        gemaaktOp = goal.madeAt.rfc3339
        geldt = goal.current?.id.text
        teksten = goal.texts.map { Wording($0, in: goals.view) }
        metingen = goals.measurements.filter { $0.goal == goal.id }.map {
            Measured(id: $0.id.text, stand: $0.value, tekst: $0.words, moment: $0.at.rfc3339)
        }
    }
}

extension ProposalState {
    static let words = ["voorgesteld", "in-gesprek", "aangenomen", "nu-niet", "ingetrokken"]

    var word: String {
        switch self {
        case .proposed: "voorgesteld"
        case .talking: "in-gesprek"
        case .accepted: "aangenomen"
        case .declined: "nu-niet"
        case .withdrawn: "ingetrokken"
        }
    }

    var since: Instant? {
        switch self {
        case .proposed, .talking: nil
        case .accepted(let at), .declined(let at), .withdrawn(let at): at
        }
    }
}

extension Goal.State {
    var word: String {
        switch self {
        case .open: "open"
        case .reached: "bereikt"
        case .letGo: "losgelaten"
        }
    }
}
