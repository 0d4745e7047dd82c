import Domain
import Foundation
import Hummingbird

/// Taking a plan along, and erasing it.
enum LeaveAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/plannen/{plan}/bestand", use: file)
        api.on(.post, "/plannen/{plan}/wissing", use: erase)
        api.on(.post, "/plannen/{plan}/wissing/intrekking", use: keep)
    }

    private static func file(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        let taken = try await call.act(at: plan) { occasion, records in
            try takeAlong(plan, on: occasion, records: records)
        }
        return call.ok(TakenPlanBody(taken, at: call.house.clock()))
    }

    private static func erase(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let read = reader.choice("wanneer", ["nu": ErasureMoment.now, "later": .afterReflection])
        let moment = try reader.finish(read)
        try await call.act(at: plan) { occasion, records in
            try askErasure(of: plan, moment, on: occasion, records: records)
        }
        return call.done
    }

    private static func keep(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        try await call.act(at: plan) { occasion, records in
            try withdrawErasure(of: plan, on: occasion, records: records)
        }
        return call.done
    }
}

/// `PlanBestand`: everything of a plan in one file. What can be read in it is for its owner and for other
/// programs; `kopie` is the same, sealed, to put it back here exactly.
struct TakenPlanBody: Encodable {
    let soort = "burgerkracht-plan"
    let uitgave = 1
    let gemaaktOp: String
    let plan: PlanBody
    let verhalen: [StoryBody]
    let stappen: [StepBody]
    let doelen: [GoalBody]
    let tafel: TableBody
    let conferenties: [ConferenceBody]
    let inzagen: [JournalRowBody]
    let opname: String?
    let kopie: String

    init(_ taken: TakenPlan, at now: Instant) {
        let view = taken.view
        gemaaktOp = now.rfc3339
        plan = PlanBody(view)
        verhalen = view.stories.map { StoryBody($0, in: view) }
        stappen = view.steps.map { StepBody($0, in: view) }
        let goals = GoalsView(view: view, measurements: taken.measurements)
        doelen = view.goals.map { GoalBody($0, in: goals) }
        tafel = TableBody(view)
        conferenties = taken.conferences.compactMap { ConferenceBody($0) }
        inzagen = taken.journal.map { JournalRowBody($0.entry, row: $0.row) }
        opname = taken.recording.map { Data($0.bytes).base64EncodedString() }
        kopie = Data(taken.copy).base64EncodedString()
    }
}
