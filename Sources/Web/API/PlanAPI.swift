import Domain
import Hummingbird

/// The plan, its story and its steps.
enum PlanAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen", use: plans)
        api.on(.get, "/plannen/{plan}", use: plan)
        api.on(.get, "/plannen/{plan}/code", use: code)
        api.on(.put, "/plannen/{plan}/eigenaar", use: nameOwner)
        api.on(.get, "/plannen/{plan}/inzagen", use: looked)
        api.on(.get, "/plannen/{plan}/verhalen", use: stories)
        api.on(.post, "/plannen/{plan}/verhalen", use: tell)
        api.on(.get, "/plannen/{plan}/verhalen/{verhaal}", use: story)
        api.on(.post, "/plannen/{plan}/verhalen/{verhaal}/bevestiging", use: confirm)
        api.on(.get, "/plannen/{plan}/onderwerpen", use: domains)
        api.on(.post, "/plannen/{plan}/onderwerpen", use: touch)
        api.on(.get, "/plannen/{plan}/onderwerpen/{onderwerp}", use: domain)
        api.on(.get, "/plannen/{plan}/stappen", use: steps)
        api.on(.post, "/plannen/{plan}/stappen", use: planStep)
        api.on(.get, "/plannen/{plan}/stappen/{stap}", use: step)
        for deed in StepMove.allCases {
            api.on(.post, "/plannen/{plan}/stappen/{stap}/\(deed.noun)") { try await move(deed, $0) }
        }
    }

    /// A professional's own list; for a resident or her guest, what the token opens.
    private static func plans(_ call: APICall) async throws -> Response {
        let before = try call.optionalID("voor", of: SharingAgreement.self)
        let body = try await call.act { occasion, records in
            guard occasion.actor.account == nil else {
                guard let own = try ownPlans(before: before, on: occasion, records: records) else {
                    throw Refused(.forbidden, .refusedRolePage)
                }
                return PlansBody(
                    plannen: own.plans.map { PlanLineBody($0, on: occasion.today) },
                    volgende: own.next.map { "\(APIRouter.root)/plannen?voor=\($0)" })
            }
            var lines: [PlanLineBody] = []
            if let owner = occasion.actor.owner, let plan = try records.plans.plan(of: owner) {
                lines.append(PlanLineBody(try records.plans.header(of: plan), relation: .owner))
            }
            if let session = occasion.actor.session {
                for plan in try records.sharing.plans(of: session, on: occasion.today) {
                    lines.append(PlanLineBody(try records.plans.header(of: plan), relation: .guest))
                }
            }
            return PlansBody(plannen: lines, volgende: nil)
        }
        return call.ok(body)
    }

    private static func plan(_ call: APICall) async throws -> Response {
        call.ok(PlanBody(try await call.read(.planRead)))
    }

    private static func code(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let code = try await call.act(at: plan) { occasion, records in
            try readCode(of: plan, on: occasion, records: records).code
        }
        guard let code else { throw HTTPError(.notFound) }
        return call.ok(CodeBody(code: code.grouped))
    }

    private static func nameOwner(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let name = reader.optionalWords("naam", .line)
        let reach = reader.optionalWords("bereik", .reach)
        try reader.finish(())
        try await call.act(at: plan) { occasion, records in
            try Domain.nameOwner(name: name, reach: reach, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func looked(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let before = try call.number("voor", 1...Int64.max)
        let page = try await call.act(at: plan) { occasion, records in
            try readJournal(of: plan, before: before, on: occasion, records: records).page
        }
        return call.ok(
            JournalBody(
                inzagen: page.rows.map { JournalRowBody($0.entry, row: $0.row) },
                volgende: page.next.map { "\(APIRouter.root)/plannen/\(plan)/inzagen?voor=\($0)" }))
    }

    private static func stories(_ call: APICall) async throws -> Response {
        let view = try await call.read(.storyRead)
        return call.ok(StoriesBody(verhalen: view.stories.map { StoryBody($0, in: view) }))
    }

    private static func story(_ call: APICall) async throws -> Response {
        let id: Story.ID = try call.id("verhaal")
        let view = try await call.read(.storyRead)
        guard let story = view.stories.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        return call.ok(StoryBody(story, in: view))
    }

    private static func tell(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let domain = reader.optionalID("onderwerp", of: LifeDomain.self)
        let words = try reader.finish(read)
        let id = try await makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try tellStory(words, about: domain, at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/verhalen/\(id)")
    }

    private static func confirm(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let note: Story.ID = try call.id("verhaal")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        try await call.act(at: plan) { occasion, records in
            try confirmStory(note, as: words, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func domains(_ call: APICall) async throws -> Response {
        let view = try await call.read(.storyRead)
        return call.ok(DomainsBody(onderwerpen: view.domains.map { DomainBody($0) }))
    }

    private static func domain(_ call: APICall) async throws -> Response {
        let id: LifeDomain.ID = try call.id("onderwerp")
        let view = try await call.read(.storyRead)
        guard let domain = view.domains.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        return call.ok(DomainBody(domain))
    }

    private static func touch(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.words("naam", .line, ifEmpty: .faultEmpty)
        let name = try reader.finish(read)
        let id = try await makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try touchDomain(name, at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/onderwerpen/\(id)")
    }

    private static func steps(_ call: APICall) async throws -> Response {
        call.ok(StepsBody(try await call.read(.stepsRead)))
    }

    private static func step(_ call: APICall) async throws -> Response {
        let id: Step.ID = try call.id("stap")
        let view = try await call.read(.stepsRead)
        guard let step = view.steps.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        return call.ok(StepBody(step, in: view))
    }

    private static func planStep(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let words = reader.words("tekst", .sentence, ifEmpty: .faultStep)
        let when = reader.optionalWords("wanneer", .line)
        let carrier = reader.object("drager") { Step.Carrier(&$0) }
        let domain = reader.optionalID("onderwerp", of: LifeDomain.self)
        let lookBack = reader.has("terugkijkenOp") ? reader.day("terugkijkenOp") : nil
        let kind = lookBack.map { Step.Kind.holdingBack(lookBack: $0) } ?? .doing
        let wish = try reader.finish(
            words.flatMap { words in
                carrier.map { StepWish(words: words, when: when, carrier: $0, domain: domain, kind: kind) }
            })
        do {
            let id = try await makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
                try Domain.planStep(wish, at: plan, on: occasion, records: records).text
            }
            return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/stappen/\(id)")
        } catch StepRefusal.lookBackOutOfReach(let latest) {
            let message = call.t(.faultLookBack, ["dag": latest.text])
            throw InvalidInput(faults: [Problem.Fault(veld: "terugkijkenOp", melding: message)])
        }
    }

    private static func move(_ move: StepMove, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let step: Step.ID = try call.id("stap")
        let moved = try await call.act(at: plan) { occasion, records in
            try moveStep(step, by: move, at: plan, on: occasion, records: records)
        }
        return call.ok(StepBody(moved))
    }

    /// Makes something at a table, once for each `Idempotency-Key`.
    static func makeOnce(
        _ call: APICall, at plan: Plan.ID, body: [UInt8] = [],
        _ make: @escaping @Sendable (Occasion, any Records) throws -> String
    ) async throws -> String {
        let mark = try call.mark(body)
        return try await call.act(at: plan) { occasion, records in
            try Once.run(mark, records: records, occasion: occasion) {
                (try make(occasion, records), try records.plans.header(of: plan).household)
            }
        }
    }
}

extension Step.Carrier {
    /// `{"soort": "eigenaar"}`, or `naaste` or `medewerker` with an id.
    fileprivate init?(_ reader: inout BodyReader) {
        enum Kind { case owner, tie, account }
        let kind = reader.choice(
            "soort", ["eigenaar": Kind.owner, "naaste": .tie, "medewerker": .account])
        switch kind {
        case .owner: self = .owner
        case .tie:
            guard let id = reader.id("id", of: NetworkTie.self) else { return nil }
            self = .tie(id)
        case .account:
            guard let id = reader.id("id", of: Account.self) else { return nil }
            self = .account(id)
        case nil:
            reader.leaveRest()
            return nil
        }
    }
}
