import Domain
import Hummingbird

/// Who decides for the owner.
enum RepresentingAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen/{plan}/vertegenwoordigingen", use: list)
        api.on(.post, "/plannen/{plan}/naasten/{naaste}/machtiging", use: choose)
        api.on(.post, "/plannen/{plan}/naasten/{naaste}/vertegenwoordiging", use: record)
        api.on(.post, "/plannen/{plan}/vertegenwoordigingen/{vertegenwoordiging}/beeindiging", use: end)
    }

    private static func list(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let view = try await call.act(at: plan) { occasion, records in
            try readPlan(plan, as: .tableRead, on: occasion, records: records)
        }
        return call.ok(RepresentationsBody(vertegenwoordigingen: view.representationsSeen))
    }

    private static func choose(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let tie: NetworkTie.ID = try call.id("naaste")
        var reader = try await BodyReader(call)
        let part = reader.object("deel") { Representation.Part(&$0) }
        let until = reader.day("tot")
        let wish = try reader.finish(part.flatMap { part in until.map { (part: part, until: $0) } })
        try await saying(call) {
            try await call.act(at: plan) { occasion, records in
                try nameRepresentative(tie, for: wish.part, until: wish.until, at: plan, on: occasion, records: records)
            }
        }
        return call.done
    }

    private static func record(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let tie: NetworkTie.ID = try call.id("naaste")
        var reader = try await BodyReader(call)
        let kind = reader.choice(
            "soort", ["gezag": Representation.Kind.authority, "mentor": .mentor, "bewind": .administrator])
        let part = reader.object("deel") { Representation.Part(&$0) }
        let until = reader.day("tot")
        let document = reader.words("stuk", .sentence, ifEmpty: .faultDocument)
        var born: Day?
        if reader.has("geboren") {
            born = reader.day("geboren", ifWrong: .faultBorn)
        } else if kind == .authority {
            reader.add(call.t[.faultBorn], to: "geboren")
        }
        let (read, day) = (kind, born)
        let wish = try reader.finish(
            read.flatMap { kind in
                part.flatMap { part in
                    until.flatMap { until in
                        document.map {
                            LawfulRepresentation(kind: kind, part: part, until: until, document: $0, born: day)
                        }
                    }
                }
            })
        try await saying(call) {
            try await call.act(at: plan) { occasion, records in
                try recordRepresentative(tie, wish, at: plan, on: occasion, records: records)
            }
        }
        return call.done
    }

    private static func end(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id: Representation.ID = try call.id("vertegenwoordiging")
        try await call.act(at: plan) { occasion, records in
            try endRepresentation(id, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    /// A day or a part that cannot be is a fault of the input, in its own field.
    private static func saying(_ call: APICall, _ deed: () async throws -> Void) async throws {
        do {
            try await deed()
        } catch let refusal as RepresentationRefusal {
            let place: String
            switch refusal {
            case .untilInPast, .untilTooFar: place = "tot"
            case .administratorForPart: place = "deel"
            case .bornNeeded: place = "geboren"
            default: throw refusal
            }
            throw InvalidInput(faults: [Problem.Fault(veld: place, melding: refusal.refused.text(call.t))])
        }
    }
}

extension PlanView {
    /// The representations this seat may know of: the owner and who sees everything all, a representative her own.
    var representationsSeen: [RepresentationBody] {
        spokenFor.filter { one in
            seat.sees == .everything || seat.represents.contains { $0.id == one.id }
        }.map { RepresentationBody($0, in: self) }
    }
}

extension Representation.Part {
    /// `{"soort": "plan"}`, or `onderwerp` with an id.
    fileprivate init?(_ reader: inout BodyReader) {
        enum Kind { case plan, domain }
        switch reader.choice("soort", ["plan": Kind.plan, "onderwerp": .domain]) {
        case .plan: self = .plan
        case .domain:
            guard let id = reader.id("id", of: LifeDomain.self) else { return nil }
            self = .domain(id)
        case nil:
            reader.leaveRest()
            return nil
        }
    }
}

/// `Vertegenwoordigingen`
struct RepresentationsBody: Encodable {
    let vertegenwoordigingen: [RepresentationBody]
}

/// `Vertegenwoordiging`
struct RepresentationBody: Encodable {
    let id: String
    let naaste: String
    let naam: String
    let soort: String
    let deel: AgreementBody.Part
    let sinds: String
    let tot: String
    let gewicht: String
    /// For the owner and the team alone.
    let stuk: String?
    let geboren: String?

    init(_ one: Representation.InForce, in view: PlanView) {
        let made = one.representation
        let isForHer = view.seat.isOwner || view.seat.isContact
        id = made.id.text
        naaste = made.tie.text
        naam = made.name
        soort = made.kind.word
        switch made.part {
        case .plan: deel = AgreementBody.Part(soort: "plan", id: nil, naam: nil)
        case .domain(let id):
            deel = AgreementBody.Part(
                soort: "onderwerp", id: id.text, naam: view.domains.first { $0.id == id }?.name)
        }
        sinds = made.since.rfc3339
        tot = made.until.text
        gewicht = one.weight.word
        stuk = isForHer ? made.document : nil
        geboren = isForHer ? made.born?.text : nil
    }
}

extension Representation.Weight {
    var word: String {
        switch self {
        case .beside: "naast-de-eigenaar"
        case .together: "samen"
        case .alone: "in-plaats-van"
        }
    }
}

/// `Antwoord`: what somebody said to a proposal where more people than the owner can.
struct GivenAnswerBody: Encodable {
    let van: StoryBody.Author
    let antwoord: String
    let gegevenOp: String

    /// - Returns: `nil` when nobody else than the owner can answer here.
    static func all(_ subject: GivenAnswer.Subject, in view: PlanView?) -> [GivenAnswerBody]? {
        guard let view else { return nil }
        let said = view.answers(to: subject)
        return said.isEmpty ? nil : said.map { GivenAnswerBody($0, ownerName: view.owner.name) }
    }

    private init(_ answer: GivenAnswer, ownerName: String?) {
        van = StoryBody.Author(answer.by, ownerName: ownerName)
        antwoord = answer.answer.word
        gegevenOp = answer.at.rfc3339
    }
}

extension ProposalAnswer {
    var word: String {
        switch self {
        case .accept: "ja"
        case .talk: "in-gesprek"
        case .decline: "nu-niet"
        case .withdraw: "ingetrokken"
        }
    }
}
