import Domain
import Hummingbird

/// Breaking the glass, and looking at who did.
enum EmergencyAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/noodtoegang", use: list)
        api.on(.post, "/noodtoegang", use: open)
        api.on(.post, "/noodtoegang/{toegang}/einde", use: end)
        api.on(.post, "/noodtoegang/{toegang}/melding", use: tell)
        api.on(.post, "/noodtoegang/{toegang}/beoordeling", use: review)
    }

    private static func list(_ call: APICall) async throws -> Response {
        let accesses = try await call.look { occasion, records in
            try emergencies(on: occasion, records: records).map { access in
                EmergencyBody(access, forOfficer: occasion.actor.account?.role == .privacyOfficer)
            }
        }
        return call.ok(EmergenciesBody(noodtoegangen: accesses))
    }

    private static func open(_ call: APICall) async throws -> Response {
        var reader = try await BodyReader(call)
        let reach = reader.words("bereik", .reach, ifEmpty: .faultReach)
        let reason = reader.words("reden", .sentence, ifEmpty: .faultEmpty)
        let hours = reader.number("uren", in: 1...EmergencyAccess.longestHours, ifWrong: .faultEmergencyHours)
        let silence = reader.optionalWords("stilte", .sentence)
        let wish = try reader.finish(
            reach.flatMap { reach in
                reason.flatMap { reason in
                    hours.map { EmergencyWish(reach: reach, reason: reason, hours: $0, silence: silence) }
                }
            })
        let access = try await call.house.breakTheGlass(wish, call.visit)
        return call.created(EmergencyBody(access, forOfficer: false), at: "/plannen/\(access.plan)")
    }

    private static func end(_ call: APICall) async throws -> Response {
        let id: EmergencyAccess.ID = try call.id("toegang")
        try await call.act { occasion, records in try closeTheGlass(id, on: occasion, records: records) }
        return call.done
    }

    private static func tell(_ call: APICall) async throws -> Response {
        let id: EmergencyAccess.ID = try call.id("toegang")
        try await call.act { occasion, records in try tellResident(of: id, on: occasion, records: records) }
        return call.done
    }

    private static func review(_ call: APICall) async throws -> Response {
        let id: EmergencyAccess.ID = try call.id("toegang")
        var reader = try await BodyReader(call)
        let read = reader.choice(
            "bevinding", ["terecht": EmergencyAccess.Finding.right, "niet-terecht": .wrong])
        let words = reader.optionalWords("tekst", .sentence)
        let finding = try reader.finish(read)
        try await call.act { occasion, records in
            try reviewEmergency(id, finding, words: words, on: occasion, records: records)
        }
        return call.done
    }
}

/// `Noodtoegangen`
struct EmergenciesBody: Encodable {
    let noodtoegangen: [EmergencyBody]
}

/// `Noodtoegang`
struct EmergencyBody: Encodable {
    let id: String
    /// Absent for a privacy officer, who has no road to a plan.
    let planId: String?
    let medewerker: String
    let reden: String
    let van: String
    let tot: String
    let beeindigdOp: String?
    let stilte: String?
    let verteldOp: String?
    let bevinding: String?
    let beoordeeldOp: String?
    let oordeel: String?

    init(_ access: EmergencyAccess, forOfficer: Bool) {
        id = access.id.text
        planId = forOfficer ? nil : access.plan.text
        medewerker = access.worker.name
        reden = access.reason
        van = access.from.rfc3339
        tot = access.until.rfc3339
        beeindigdOp = access.endedAt?.rfc3339
        stilte = access.silence
        verteldOp = access.toldAt?.rfc3339
        bevinding = access.review?.finding.word
        beoordeeldOp = access.review?.at.rfc3339
        oordeel = access.review?.words
    }
}
