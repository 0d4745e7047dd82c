import Domain
import HTTPTypes

/// The description of the API (OpenAPI 3.0.3), made from one table of operations. A test lays the
/// table beside the addresses that the router knows, and every answer beside its schema.
enum OpenAPI {
    /// One thing that can be done: `POST /vragen`.
    struct Operation: Sendable {
        let method: HTTPRequest.Method
        let path: String
        /// `operationId`: a verb and what it is about.
        let name: String
        let tag: Tag
        let summary: String
        var description: String?
        var query: [Query] = []
        /// The schema of the body that is asked for.
        var body: String?
        /// The schema of a form with a file in it, where that is what is asked for.
        var upload: String?
        let answer: Answer
        /// The statuses of its refusals, besides those that every operation of its kind has.
        var refusals: Set<Int> = []
        /// Takes the header `Idempotency-Key`.
        var isOnce = false
        /// Also for who has no token.
        var isOpen = false

        var route: APIRouter.Route { APIRouter.Route(method: method, path: path) }
    }

    enum Answer: Sendable {
        case ok(String)
        case created(String)
        /// 204
        case done
        /// Something to hear.
        case sound
        /// This document itself.
        case document
    }

    enum Query: String, Sendable {
        /// From just after a question.
        case after
        case limit
        /// From just before an agreement: the next page of a list that starts with the newest.
        case beforeAgreement
        /// The same, by the number of a row.
        case beforeRow
    }

    enum Tag: String, CaseIterable, Sendable {
        case areas = "Wijken"
        case questions = "Vragen"
        case sessions = "Sessies"
        case plans = "Plannen"
        case story = "Verhaal"
        case goals = "Doelen"
        case steps = "Stappen"
        case table = "Tafel"
        case conference = "Conferentie"
        case notices = "Berichten"
        case safety = "Veiligheid"
        case trust = "Verantwoording"

        var text: String {
            switch self {
            case .areas: "De wijken en hun team."
            case .questions: "Een vraag stellen, en wie hem oppakt."
            case .sessions: "Binnenkomen met een code, een inlognaam of een uitnodiging."
            case .plans: "Het plan van een inwoner, zoals u het mag zien."
            case .story: "Het verhaal in eigen woorden, en de onderwerpen die iemand noemde."
            case .goals: "Wat de eigenaar wil bereiken, elk woord ervan, en hoe het gaat."
            case .steps: "Kleine stappen: wie doet wat, en wanneer."
            case .table: "Wie er aan tafel zit, en wie mag meekijken tot wanneer."
            case .conference: "De conferentie waarop de familie zelf een plan maakt."
            case .notices: "Wat iemand die hier werkt moet weten of doen, zonder wat erin staat."
            case .safety: "Zorgen over veiligheid volgens de meldcode, buiten het plan, voor wie ervan weet."
            case .trust: "Wat er bewaard wordt, en hoe vol een team zit."
            }
        }
    }

    static let operations: [Operation] =
        questionOperations + spokenOperations + sessionOperations + planOperations + storyOperations + stepOperations
        + goalOperations + sheetOperations + tableOperations + requestOperations + networkOperations
        + representingOperations
        + conferenceOperations + wayOperations + emergencyOperations
        + safetyOperations + takePartOperations + mailOperations + trustOperations
}

extension OpenAPI.Operation {
    /// All statuses with which it can refuse.
    var allRefusals: [Int] {
        var all: Set<Int> = [406, 429, 500, 503]
        if !query.isEmpty || method != .get { all.insert(400) }
        if body != nil || upload != nil { all.formUnion([413, 415]) }
        if !isOpen { all.insert(401) }
        if path.hasPrefix("/plannen/{plan}") { all.formUnion([403, 404, 409]) }
        if method != .get { all.insert(409) }
        return all.union(refusals).sorted()
    }

    /// The names in the path: `plan`, `stap`.
    var places: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// `200`, `201` or `204`.
    var status: Int {
        switch answer {
        case .ok, .sound, .document: 200
        case .created: 201
        case .done: 204
        }
    }
}
