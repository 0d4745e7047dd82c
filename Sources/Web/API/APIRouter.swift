import Domain
import HTTPTypes
import Hummingbird

/// The addresses under `/api/v1`. Each is written down with its method, so that a test can lay them
/// beside the OpenAPI document.
struct APIRouter {
    /// A method and a path as in the document: `GET /plannen/{plan}`.
    struct Route: Hashable, Sendable, CustomStringConvertible {
        let method: HTTPRequest.Method
        let path: String

        var description: String { "\(method.rawValue) \(path)" }
    }

    typealias Handler = @Sendable (APICall) async throws -> Response

    static let root = "/api/v1"

    let house: House
    let group: RouterGroup<HouseContext>
    private(set) var routes: [Route] = []

    init(house: House, router: Router<HouseContext>) {
        self.house = house
        group = router.group(RouterPath(Self.root))
    }

    /// - Parameters:
    ///   - isOpen: also for who has no token.
    ///   - isSound: what is answered is no JSON, but something to hear.
    mutating func on(
        _ method: HTTPRequest.Method, _ path: String, isOpen: Bool = false, isSound: Bool = false,
        use handler: @escaping Handler
    ) {
        routes.append(Route(method: method, path: path))
        register(method, path, isOpen: isOpen, isSound: isSound, handler)
        if method == .get {
            register(.head, path, isOpen: isOpen, isSound: isSound) { try await handler($0).createHeadResponse() }
        }
    }

    /// After the last address: every other method there is answered with what may be done.
    func close() {
        for (path, known) in Dictionary(grouping: routes, by: \.path) {
            var allowed = known.map(\.method)
            if allowed.contains(.get) { allowed.append(.head) }
            allowed.sort { $0.rawValue < $1.rawValue }
            let refused = MethodRefused(allowed: allowed)
            for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .options, .trace]
            where !allowed.contains(method) {
                register(method, path, isOpen: true) { _ in throw refused }
            }
        }
    }

    private func register(
        _ method: HTTPRequest.Method, _ path: String, isOpen: Bool, isSound: Bool = false, _ handler: @escaping Handler
    ) {
        let house = house
        group.on(RouterPath(path), method: method) { request, context in
            let visit = Visit(api: request, context, house: house)
            do {
                // `/wijken/` is another address than `/wijken` (`/core/no-trailing-slash`).
                guard !request.uri.path.hasSuffix("/"), !request.uri.path.contains("//") else {
                    throw HTTPError(.notFound)
                }
                let accept = AcceptList(request.headers[.accept])
                guard request.headers[.accept] == nil || (isSound ? accept.takesSound : accept.takesJSON) else {
                    throw Refused(.notAcceptable, isSound ? .refusedSound : .refusedAccept)
                }
                guard isOpen || visit.token != nil else { throw TokenNeeded() }
                return try await handler(APICall(house: house, request: request, context: context, visit: visit))
            } catch {
                guard let problem = house.problem(error, visit) else { throw error }
                return problem
            }
        }
    }
}

/// One request to the API: what is asked, by whom, in what language.
struct APICall: Sendable {
    let house: House
    let request: Request
    let context: HouseContext
    let visit: Visit

    var t: Catalogue { house.texts[visit.language] }

    /// An id in the path; what cannot be one is simply not there.
    func id<Subject>(_ name: String) throws -> Identifier<Subject> { try context.id(name) }

    /// Runs an action as whoever carries the token.
    /// - Throws: `TokenNeeded` when nobody does (any more).
    func act<T: Sendable>(
        at plan: Plan.ID? = nil, _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        try await house.act(visit, at: plan) { occasion, records in
            guard occasion.actor.session != nil else { throw TokenNeeded() }
            return try body(occasion, records)
        }
    }

    /// Reads what is nobody's, for whoever carries the token.
    func look<T: Sendable>(
        _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        try await house.look(visit) { occasion, records in
            guard occasion.actor.session != nil else { throw TokenNeeded() }
            return try body(occasion, records)
        }
    }

    /// Opens a plan for whoever carries the token; it stands in the owner's journal.
    func read(_ event: JournalEntry.Event) async throws -> PlanView {
        let plan: Plan.ID = try id("plan")
        return try await act(at: plan) { occasion, records in
            try readPlan(plan, as: event, on: occasion, records: records)
        }
    }

    func ok(_ body: some Encodable) -> Response { house.json(body) }

    /// 201, with the address of what was made.
    func created(_ body: some Encodable, at path: String) -> Response {
        var response = house.json(body, status: .created)
        response.headers[.location] = APIRouter.root + path
        return response
    }

    var done: Response { Response(status: .noContent) }
}
