import Domain
import Hummingbird

/// Asking and answering on paper.
enum SheetAPI {
    static func add(to api: inout APIRouter) {
        api.on(.post, "/plannen/{plan}/bladen", use: make)
        api.on(.get, "/plannen/{plan}/bladen/{blad}", use: sheet)
        api.on(.post, "/plannen/{plan}/bladen/{blad}/bevestiging", use: confirm)
    }

    private static func make(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id = try await PlanAPI.makeOnce(call, at: plan) { occasion, records in
            try makeSheet(at: plan, on: occasion, records: records).text
        }
        return call.created(ReferenceBody(id: id), at: "/plannen/\(plan)/bladen/\(id)")
    }

    private static func sheet(_ call: APICall) async throws -> Response {
        let (view, sheet) = try await read(call)
        return call.ok(SheetBody(sheet, in: view))
    }

    private static func read(_ call: APICall) async throws -> (PlanView, Sheet) {
        let plan: Plan.ID = try call.id("plan")
        let id: Sheet.ID = try call.id("blad")
        let read = try await call.act(at: plan) { occasion, records in
            try readSheet(at: plan, on: occasion, records: records)
        }
        guard let sheet = read.sheet, sheet.id == id else { throw SheetRefusal.unknown }
        return (read.view, sheet)
    }

    private static func confirm(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let id: Sheet.ID = try call.id("blad")
        var reader = try await BodyReader(call)
        let code = reader.text("code").flatMap { SheetCode(typed: $0) }
        if code == nil { reader.add(call.t[.faultSheetCode], to: "code") }
        let agreed = reader.texts("goed")
        let declined = reader.texts("nuNiet")
        let given = try reader.finish(code)
        let sheet = try await read(call).1
        var answers: [Sheet.Item: SheetAnswer] = [:]
        for item in sheet.items {
            if agreed.contains(item.text) { answers[item] = .yes(words: nil) }
            if declined.contains(item.text) { answers[item] = .notNow }
        }
        let said = answers
        let outcome = try await call.act(at: plan) { occasion, records in
            try confirmSheet(id, code: given, said, at: plan, on: occasion, records: records)
        }
        if case .missed(let refusal) = outcome { throw refusal }
        return call.done
    }
}

/// `Blad`
struct SheetBody: Encodable {
    struct Item: Encodable {
        let id: String
        let tekst: String
    }

    let id: String
    let gemaaktOp: String
    let code: String
    let punten: [Item]

    init(_ sheet: Sheet, in view: PlanView) {
        id = sheet.id.text
        gemaaktOp = sheet.madeAt.rfc3339
        code = sheet.code.grouped
        punten = sheet.items.map { Item(id: $0.text, tekst: SheetItem.words($0, in: view)) }
    }
}
