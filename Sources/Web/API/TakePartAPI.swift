import Domain
import Hummingbird

/// Places to take part: for everybody to read, for who works in the area to tend, and to pick from a plan.
enum TakePartAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/wijken/{wijk}/meedoen", isOpen: true, use: openings)
        api.on(.post, "/wijken/{wijk}/meedoen", use: addOne)
        api.on(.get, "/wijken/{wijk}/meedoen/{plek}", isOpen: true, use: opening)
        api.on(.post, "/wijken/{wijk}/meedoen/{plek}/sluiting", use: close)
        api.on(.post, "/wijken/{wijk}/meedoen/{plek}/heropening", use: reopen)
        api.on(.get, "/plannen/{plan}/meedoen", use: choices)
        api.on(.post, "/plannen/{plan}/meedoen", use: pick)
    }

    private static func openings(_ call: APICall) async throws -> Response {
        let found = try await read(call)
        return call.ok(
            OpeningsBody(plekken: found.open.map { OpeningBody($0) }, voorbij: found.past.map { OpeningBody($0) }))
    }

    private static func opening(_ call: APICall) async throws -> Response {
        let id: Opening.ID = try call.id("plek")
        let found = try await read(call)
        guard let opening = (found.open + found.past).first(where: { $0.id == id }) else {
            throw OpeningRefusal.unknown
        }
        return call.ok(OpeningBody(opening))
    }

    private static func read(_ call: APICall) async throws -> OpeningsView {
        let slug = try call.context.parameters.require("wijk")
        return try await call.house.look(call.visit) { occasion, records in
            guard let found = try readOpenings(in: slug, on: occasion, records: records) else {
                throw HTTPError(.notFound)
            }
            return found
        }
    }

    private static func addOne(_ call: APICall) async throws -> Response {
        let area = try await tended(call)
        var reader = try await BodyReader(call)
        let kind = reader.choice("soort", ["initiatief": Opening.Kind.initiative, "leerwerkplek": .learnWork])
        let words = reader.words("wat", .sentence, ifEmpty: .faultEmpty)
        let when = reader.words("wanneer", .line, ifEmpty: .faultEmpty)
        let place = reader.words("waar", .line, ifEmpty: .faultEmpty)
        let toCall = reader.object("bellen") { inner -> (name: Words, phone: Words)? in
            let name = inner.words("naam", .line, ifEmpty: .faultEmpty)
            let phone = inner.words("nummer", .line, ifEmpty: .faultOpeningPhone)
            return name.flatMap { name in phone.map { (name, $0) } }
        }
        let until = reader.day("tot")
        var wish: OpeningWish?
        if let kind, let words, let when, let place, let toCall, let until {
            wish = OpeningWish(
                kind: kind, words: words, place: place, when: when, callName: toCall.name, callPhone: toCall.phone,
                until: until)
        }
        let whole = try reader.finish(wish)
        do {
            let id = try await call.act { occasion, records in
                try addOpening(whole, in: area, on: occasion, records: records).text
            }
            return call.created(ReferenceBody(id: id), at: "/wijken/\(area.slug)/meedoen/\(id)")
        } catch OpeningRefusal.noNumber {
            throw InvalidInput(faults: [Problem.Fault(veld: "bellen.nummer", melding: call.t[.faultOpeningPhone])])
        } catch OpeningRefusal.untilOutOfReach(let latest) {
            throw untilFault(latest, call)
        }
    }

    private static func close(_ call: APICall) async throws -> Response {
        let id: Opening.ID = try call.id("plek")
        let area = try await tended(call)
        try await call.act { occasion, records in try closeOpening(id, in: area, on: occasion, records: records) }
        return call.done
    }

    private static func reopen(_ call: APICall) async throws -> Response {
        let id: Opening.ID = try call.id("plek")
        let area = try await tended(call)
        var reader = try await BodyReader(call)
        let read = reader.day("tot")
        let until = try reader.finish(read)
        do {
            try await call.act { occasion, records in
                try reopenOpening(id, until: until, in: area, on: occasion, records: records)
            }
        } catch OpeningRefusal.untilOutOfReach(let latest) {
            throw untilFault(latest, call)
        }
        return call.done
    }

    /// Before the body is read: who does not work here hears that, and not what else was wrong.
    private static func tended(_ call: APICall) async throws -> Area {
        let slug = try call.context.parameters.require("wijk")
        return try await call.look { occasion, records in
            guard let area = try records.areas.find(slug: slug) else { throw HTTPError(.notFound) }
            guard let account = occasion.actor.account, area.isTended(by: account) else {
                throw OpeningRefusal.notFromThisArea
            }
            return area
        }
    }

    private static func untilFault(_ latest: Day, _ call: APICall) -> InvalidInput {
        InvalidInput(faults: [Problem.Fault(veld: "tot", melding: call.t(.faultLookBack, ["dag": latest.text]))])
    }

    private static func choices(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let found = try await call.act(at: plan) { occasion, records in
            try readTakePart(at: plan, on: occasion, records: records)
        }
        return call.ok(
            TakePartBody(plekken: found.openings.map { OpeningBody($0, isTaken: found.isTaken($0)) }))
    }

    private static func pick(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.id("plek", of: Opening.self)
        let domain = reader.optionalID("onderwerp", of: LifeDomain.self)
        let opening = try reader.finish(read)
        let id = try await PlanAPI.makeOnce(call, at: plan, body: reader.canonical) { occasion, records in
            try takePart(in: opening, about: domain, at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/stappen/\(id)")
    }
}

/// `PlekkenOmMeeTeDoen`
struct OpeningsBody: Encodable {
    let plekken: [OpeningBody]
    /// Nothing for who does not work for this area.
    let voorbij: [OpeningBody]
}

/// `KeuzeUitPlekken`
struct TakePartBody: Encodable {
    let plekken: [OpeningBody]
}

/// `Bellen`
struct CallBody: Encodable {
    let naam: String
    let nummer: String

    init(_ call: WhomToCall) {
        naam = call.name
        nummer = call.phone
    }
}

/// `PlekOmMeeTeDoen`
struct OpeningBody: Encodable {
    let id: String
    let soort: String
    let wat: String
    let wanneer: String
    let waar: String
    let bellen: CallBody
    let tot: String
    let gesloten: Bool
    /// From a plan only.
    let inPlan: Bool?

    init(_ opening: Opening, isTaken: Bool? = nil) {
        id = opening.id.text
        soort = opening.kind.word
        wat = opening.words
        wanneer = opening.when
        waar = opening.place
        bellen = CallBody(opening.call)
        tot = opening.until.text
        gesloten = opening.state != .open
        inPlan = isTaken
    }
}
