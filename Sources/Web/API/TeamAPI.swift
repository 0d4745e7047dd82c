import Domain
import Hummingbird

/// A team's load, and the register that anybody may read.
enum TeamAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/werkdruk", use: load)
        api.on(.get, "/veldregister", isOpen: true, use: register)
    }

    private static func load(_ call: APICall) async throws -> Response {
        let (load, today) = try await call.look { occasion, records in
            guard let load = try teamLoad(on: occasion, records: records) else {
                throw Refused(.forbidden, .refusedRolePage)
            }
            return (load, occasion.today)
        }
        return call.ok(LoadBody(load, on: today))
    }

    private static func register(_ call: APICall) async throws -> Response {
        call.ok(RegisterBody(velden: FieldRegister.rows.map { RegisterRowBody($0) }))
    }
}
