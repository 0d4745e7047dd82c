import Domain
import Foundation
import Hummingbird

/// A question that is spoken: sent, heard, typed out, thrown away.
enum SpokenAPI {
    static func add(to api: inout APIRouter) {
        api.on(.post, "/vragen/ingesproken", isOpen: true, use: speak)
        api.on(.get, "/plannen/{plan}/ingesproken/{opname}", isSound: true, use: hear)
        api.on(.delete, "/plannen/{plan}/ingesproken/{opname}", use: remove)
        api.on(.post, "/plannen/{plan}/ingesproken/{opname}/uitgetypt", use: typeOut)
    }

    private static func speak(_ call: APICall) async throws -> Response {
        try call.house.admitRecording(call.visit)
        let body = try await Multipart.body(
            of: call.request, upTo: Recording.mostBytes + call.context.maxUploadSize)
        guard let parts = Multipart(body, contentType: call.request.headers[.contentType]) else {
            throw Refused(.badRequest, .refusedEncoding)
        }
        let fields = parts.fields
        var faults: [Problem.Fault] = []
        func check<Value>(_ field: String, _ read: () throws -> Value?) -> Value? {
            do {
                return try read()
            } catch let refusal as WordsRefusal {
                faults.append(Problem.Fault(veld: field, melding: call.t.text(for: refusal, ifEmpty: .faultReach)))
            } catch let refusal as RecordingRefusal {
                faults.append(Problem.Fault(veld: field, melding: refusal.refused.text(call.t)))
            } catch {
                faults.append(Problem.Fault(veld: field, melding: call.t[.refusedBody]))
            }
            return nil
        }
        let slug = fields["wijk"] ?? ""
        let area = try await call.house.transactions.read { try $0.areas.find(slug: slug) }
        if area == nil { faults.append(Problem.Fault(veld: "wijk", melding: call.t[.faultArea])) }
        let words = check("zin") { try Words.optional(fields["zin"], room: .sentence) }
        let reach = check("bereik") { try Words(fields["bereik"] ?? "", room: .reach) }
        let recording = check("opname") {
            try Recording(parts.files["opname"] ?? [], seconds: fields["seconden"].flatMap { Int($0) })
        }
        let known: Set<String> = ["wijk", "zin", "bereik", "seconden", "opname"]
        for field in Set(fields.keys).union(parts.files.keys).subtracting(known).sorted() {
            faults.append(Problem.Fault(veld: field, melding: call.t[.faultUnknownField]))
        }
        guard faults.isEmpty, let area, let recording, let reach else { throw InvalidInput(faults: faults) }
        // By what was sent: the boundary between its parts is another each time.
        let said = [slug, words?.text ?? "", reach.text].joined(separator: "\n")
        let mark = try call.mark(Array(said.utf8) + [0x0A] + recording.bytes)
        let first = FirstWords(spoken: recording, words: words, reach: reach)
        return try await QuestionAPI.begin(first, toTeam: true, in: area, once: mark, call)
    }

    private static func hear(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let message: SpokenMessage.ID = try call.id("opname")
        let recording = try await call.act(at: plan) { occasion, records in
            try hearSpoken(message, at: plan, on: occasion, records: records)
        }
        return call.house.sound(recording)
    }

    private static func remove(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let message: SpokenMessage.ID = try call.id("opname")
        try await call.act(at: plan) { occasion, records in
            try removeSpoken(message, at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func typeOut(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let message: SpokenMessage.ID = try call.id("opname")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        let note = try await call.act(at: plan) { occasion, records in
            try typeOutSpoken(message, as: words, at: plan, on: occasion, records: records)
        }
        return call.created(ReferenceBody(id: note.text), at: "/plannen/\(plan)/verhalen/\(note)")
    }
}

/// `IngesprokenBericht`
struct SpokenBody: Encodable {
    let id: String
    let soort: String
    let seconden: Int?
    let gemaaktOp: String
    /// The note it was typed out in.
    let notitie: String?

    init(_ message: SpokenMessage) {
        id = message.id.text
        soort = message.kind.mediaType
        seconden = message.seconds
        gemaaktOp = message.madeAt.rfc3339
        switch message.state {
        case .recorded: notitie = nil
        case .typedOut(let note): notitie = note.text
        }
    }
}

extension OpenAPI {
    static let spokenOperations: [Operation] = [
        Operation(
            method: .post, path: "/vragen/ingesproken", name: "spreekVraagIn", tag: .questions,
            summary: "Spreek een vraag in",
            description: """
                Voor wie niet schrijft: een opname in plaats van een zin. Wie de vraag oppakt, hoort hem en typt hem \
                uit. Zegt de eigenaar dat de tekst klopt, dan gaat de opname weg. Geen programma luistert mee.
                """,
            upload: "VraagInspreken", answer: .created("PlanBegonnen"), isOnce: true, isOpen: true),
        Operation(
            method: .get, path: "/plannen/{plan}/ingesproken/{opname}", name: "hoorOpname", tag: .story,
            summary: "Luister naar wat de eigenaar insprak",
            description: "Alleen voor de eigenaar en de contactpersoon.", answer: .sound),
        Operation(
            method: .delete, path: "/plannen/{plan}/ingesproken/{opname}", name: "gooiOpnameWeg", tag: .story,
            summary: "Gooi de opname weg", description: "Alleen voor de eigenaar, wanneer zij wil.", answer: .done),
        Operation(
            method: .post, path: "/plannen/{plan}/ingesproken/{opname}/uitgetypt", name: "typOpnameUit", tag: .story,
            summary: "Typ uit wat er te horen is",
            description: "Alleen voor de contactpersoon. Het is een notitie, die de eigenaar naleest.",
            body: "UitgetypteOpname", answer: .created("Verwijzing")),
    ]
}
