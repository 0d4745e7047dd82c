import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// The API by the rules it keeps (NL API Design Rules), and what it says to what is not right.
@Suite struct APITests {
    private func withWorld(
        _ body: @escaping @Sendable (TestHouse, World, any TestClientProtocol) async throws -> Void
    ) async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { try await body(test, world, $0) }
        await test.close()
    }

    @Test func `the description and the routes are the same`() async throws {
        let test = try await TestHouse()
        let added = APIRoutes(house: test.house).add(to: Router(context: HouseContext.self))
        let described = OpenAPI.operations.map(\.route)
        #expect(Set(added).count == added.count)
        #expect(Set(described).count == described.count)
        #expect(Set(added) == Set(described), "\(Set(added).symmetricDifference(described))")
        let served = Set(buildRouter(test.house).routes.map { "\($0.method.rawValue) \($0.path.description)" })
        for route in described { #expect(served.contains("\(route.method.rawValue) /api/v1\(route.path)"), "\(route)") }
        #expect(Set(OpenAPI.operations.map(\.name)).count == OpenAPI.operations.count)
        await test.close()
    }

    @Test func `every page's deed has its twin in the API`() async throws {
        let test = try await TestHouse()
        let deeds = Set(buildRouter(test.house).routes.filter { $0.method == .post }.map(\.path.description))
        let api = Set(OpenAPI.operations.map { "/api/v1" + $0.path })
        // Steps of a form, or by another name: the secret and the neighbourhood are in the body.
        let others: Set<String> = [
            "/wijken/:wijk/vraag", "/wijken/:wijk/vragen", "/code", "/inloggen", "/uitloggen", "/demo/:persoon",
            "/uitnodigingen/:geheim/aanname",
        ]
        for deed in deeds where !deed.hasPrefix("/api/") && !others.contains(deed) {
            let twin = deed.replacingOccurrences(of: ":afspraak", with: ":deelafspraak")
                .replacingOccurrences(of: #":(\w+)"#, with: "{$1}", options: .regularExpression)
            #expect(api.contains("/api/v1" + twin), "\(deed)")
        }
        await test.close()
    }

    @Test func `the description is for everybody, and nothing else is for other websites`() async throws {
        try await withWorld { _, world, client in
            let anybody = APIClient(client)
            let document = try await anybody.get("/openapi.json")
            #expect(document.status == 200)
            #expect(document.headers[.accessControlAllowOrigin] == "*")
            #expect(document.headers[.contentType] == "application/json")
            #expect(document["openapi"] == "3.0.3")
            #expect(document.body.at("info", "version") == .text(apiVersion))
            #expect(document.body == Description.document)
            #expect(try await anybody.get("/wijken").headers[.accessControlAllowOrigin] == nil)
            #expect(try await anybody.get("/veldregister")["velden"].items.count == FieldRegister.rows.count)
        }
    }

    @Test func `every reference in the description leads somewhere and every name is used`() throws {
        var references: Set<String> = []
        func walk(_ value: JSONValue) {
            switch value {
            case .object(let fields):
                if case .text(let reference)? = fields["$ref"] { references.insert(reference) }
                for field in fields.values { walk(field) }
            case .list(let items): for item in items { walk(item) }
            default: break
            }
        }
        walk(Description.document)
        for reference in references {
            #expect(Description.resolved(["$ref": .text(reference)]) != .null, "\(reference)")
        }
        for kind in ["schemas", "responses", "parameters", "headers"] {
            guard case .object(let named)? = Description.document["components"]?[kind] else { continue }
            for name in named.keys { #expect(references.contains("#/components/\(kind)/\(name)"), "\(name) is not used") }
        }
    }

    @Test func `without a token every door of the plan and the team says 401`() async throws {
        try await withWorld { test, world, client in
            let nobody = APIClient(client)
            let known = [
                "plan": world.plan.text, "stap": world.ownerStep.text, "verhaal": world.note.text,
                "onderwerp": world.money.text, "deelafspraak": world.guestAgreement.text,
                "vraag": world.waitingQuestion.text,
            ]
            for operation in OpenAPI.operations where !operation.isOpen {
                let path = operation.places.reduce(operation.path) { $0.replacing("{\($1)}", with: known[$1] ?? "") }
                let reply = try await nobody.send(operation.method, path, operation.body == nil ? nil : [:])
                #expect(reply.status == 401, "\(operation.route)")
                #expect(reply.headers[.wwwAuthenticate] == "Bearer realm=\"burgerkracht\"")
            }
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            #expect(try await samira.get("/plannen/\(world.plan)").status == 200)
            test.clock.advance(days: 31)
            let expired = try await samira.get("/plannen/\(world.plan)")
            #expect(expired.status == 401)
            #expect(expired.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
            #expect(try await samira.get("/werkdruk").status == 401)
            samira.token = "onzin"
            #expect(try await samira.get("/plannen/\(world.plan)").status == 401)
        }
    }

    @Test func `a cookie opens nothing in the API`() async throws {
        try await withWorld { _, world, client in
            let cookie = "__Host-bk=\(world.tokens[.owner]?.text ?? "")"
            #expect(try await APIClient(client).get("/plannen/\(world.plan)", [.cookie: cookie]).status == 401)
        }
    }

    @Test func `everything that is wrong with a body is told at once`() async throws {
        try await withWorld { _, world, client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            func faults(_ path: String, _ body: JSONValue) async throws -> [String] {
                let reply = try await samira.post(path, body)
                #expect(reply.status == 400, "\(path) \(body)")
                for fault in reply["fouten"].items { #expect(!fault.at("melding").string.isEmpty) }
                return reply["fouten"].items.map { $0.at("veld").string }
            }
            let long = JSONValue.text(String(repeating: "a", count: 8001))
            #expect(try await faults("/vragen", [:]) == ["wijk", "zin", "bereik"])
            #expect(try await faults("/vragen", ["wijk": "nergens", "zin": "  ", "bereik": long, "bsn": "1"]) == ["wijk", "zin", "bereik", "bsn"])
            #expect(try await faults("/vragen", ["wijk": 1, "zin": [], "bereik": true, "alleenVoorMij": "ja"]) == ["wijk", "wijk", "alleenVoorMij", "zin", "bereik"])
            #expect(try await faults("/sessies", [:]) == ["naam", "wachtwoord"])
            #expect(try await faults("/sessies", ["code": "12"]) == ["code"])
            #expect(try await faults("/sessies", ["code": "x", "naam": "y"]) == ["code", "naam"])
            let plan = "/plannen/\(world.plan)"
            #expect(try await faults("\(plan)/verhalen", ["tekst": long, "onderwerp": "geld"]) == ["tekst", "onderwerp"])
            #expect(try await faults("\(plan)/onderwerpen", ["naam": ""]) == ["naam"])
            #expect(try await faults("\(plan)/stappen", ["drager": ["soort": "iedereen", "id": "x"]]) == ["tekst", "drager.soort"])
            #expect(try await faults("\(plan)/stappen", ["tekst": "x", "drager": ["soort": "naaste", "op": 1]]) == ["drager.id", "drager.op"])
            #expect(try await faults("\(plan)/deelafspraken", ["gast": [:], "toegang": [:]]) == ["gast.soort", "toegang.deel", "toegang.niveau", "toegang.tot"])
            let guest: JSONValue = ["soort": "nieuw", "naam": "Piet"]
            func access(until: String) -> JSONValue { ["deel": ["soort": "plan"], "niveau": "meelezen", "tot": .text(until)] }
            for day in ["2025-03-02", "2026-03-04", "2025-02-30", "morgen"] {
                #expect(try await faults("\(plan)/deelafspraken", ["gast": guest, "toegang": access(until: day)]) == ["toegang.tot"], "\(day)")
            }
            #expect(try await faults("\(plan)/deelafspraken", ["gast": ["soort": "naaste", "id": .text(world.tie.text)]]) == ["toegang"])
            #expect(try await faults("/uitnodigingen/aanname", [:]) == ["geheim"])
            let lead = APIClient(client, token: world.tokens[.teamLead]?.text)
            #expect(try await lead.post("/vragen/\(world.waitingQuestion)/toewijzing", [:])["fouten"].items.count == 1)
        }
    }

    @Test func `what is not JSON is refused in words`() async throws {
        try await withWorld { _, world, client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let path = "/plannen/\(world.plan)/verhalen"
            for text in ["", "{", "[]", "\"tekst\"", "{\"tekst\":\"\\ud800\"}", "{\"tekst\":1e999}", String(repeating: "[", count: 60_000), String(repeating: "{\"a\":", count: 500) + "1" + String(repeating: "}", count: 500)] {
                #expect(try await samira.send(.post, path, text: text).status == 400, "\(text.prefix(40))")
            }
            let notText: [UInt8] = Array("{\"tekst\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
            #expect(try await samira.send(.post, path, bytes: notText).status == 400)
            let large = "{\"tekst\":\"\(String(repeating: "a", count: 70_000))\"}"
            #expect(try await samira.send(.post, path, text: large).status == 413)
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
                #expect(try await samira.send(.post, path, ["tekst": "x"], headers: [.contentType: type]).status == 415)
            }
            #expect(try await samira.send(.post, path).status == 415)
            let polite: HTTPFields = [.contentType: "application/json; charset=utf-8", .accept: "text/html, application/*;q=0.1"]
            #expect(try await samira.send(.post, path, ["tekst": "x"], headers: polite).status == 201)
            for accept in ["text/html", "application/xml", "application/json;q=0"] {
                #expect(try await samira.get("/wijken", [.accept: accept]).status == 406, "\(accept)")
            }
        }
    }

    @Test func `addresses that are not there say so, and known ones say what they take`() async throws {
        try await withWorld { _, world, client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = "/plannen/\(world.plan)"
            for path in ["/", "/niets", "/wijken/", "/wijken/nergens", "\(plan)/", "\(plan)/niets", "/plannen/geen-id", "/plannen//", "/vragen/1/aanname", "\(plan)/stappen/\(world.plan)", "\(plan)/verhalen/\(world.plan)", "\(plan)/deelafspraken/\(world.plan)", "\(plan)/onderwerpen/\(world.plan)", "/api/v2/wijken", "/api/"] {
                #expect(try await samira.get(path).status == 404, "\(path)")
            }
            #expect(try await samira.post("\(plan)/stappen/\(world.plan)/afronding").status == 404)
            for (method, path, allow) in [
                (HTTPRequest.Method.delete, "/wijken", "GET, HEAD"), (.put, plan, "GET, HEAD"),
                (.get, "/sessies", "POST"), (.options, "\(plan)/verhalen", "GET, HEAD, POST"),
                (.patch, "\(plan)/eigenaar", "PUT"),
            ] {
                let reply = try await samira.send(method, path)
                #expect(reply.status == 405, "\(method) \(path)")
                #expect(reply.headers[.allow] == allow)
            }
            let head = try await samira.send(.head, "/wijken")
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            for query in ["na=x", "limiet=0", "limiet=101", "limiet=veel"] {
                let femke = APIClient(client, token: world.tokens[.contact]?.text)
                #expect(try await femke.get("/vragen?\(query)").status == 400, "\(query)")
            }
            for path in ["/plannen?voor=1", "\(plan)/inzagen?voor=0"] {
                #expect(try await samira.get(path)["fouten"].items.map { $0.at("veld") } == ["voor"], "\(path)")
            }
        }
    }

    @Test func `the same request with the same key is done once`() async throws {
        try await withWorld { _, world, client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = "/plannen/\(world.plan)"
            let key = "0195a3c2-7a50-7000-8000-000000000001"
            let first = try await samira.post("\(plan)/verhalen", ["tekst": "Eén keer."], key: key)
            let again = try await samira.post("\(plan)/verhalen", ["tekst": "Eén keer."], key: key)
            #expect(first["id"] == again["id"])
            #expect(again.status == 201)
            let other = try await samira.post("\(plan)/verhalen", ["tekst": "Iets anders."], key: key)
            #expect(other["id"] != first["id"])
            let body: JSONValue = ["wijk": "oosterhof", "zin": "Dubbel", "bereik": "06"]
            let one = try await APIClient(client).post("/vragen", body, key: key)
            let two = try await APIClient(client).post("/vragen", body, key: key)
            #expect(one["planId"] == two["planId"])
            #expect(one["code"] == two["code"])
            #expect(one["token"] != two["token"])
            for bad in ["kort", String(repeating: "a", count: 65), "0195a3c2_7a50_7000_8000_000000000001"] {
                let reply = try await samira.post("\(plan)/verhalen", ["tekst": "x"], key: bad)
                #expect(reply["fouten"].items.map { $0.at("veld") } == ["Idempotency-Key"], "\(bad)")
            }
        }
    }

    @Test func `a link that was renewed lets nobody in again, not even with an old key`() async throws {
        try await withWorld { _, world, client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = "/plannen/\(world.plan)"
            let key = "0195a3c2-7a50-7000-8000-000000000002"
            let invited = try await samira.post(
                "\(plan)/deelafspraken",
                [
                    "gast": ["soort": "nieuw", "naam": "Piet"],
                    "toegang": ["deel": ["soort": "onderwerp", "id": .text(world.money.text)], "niveau": "meelezen", "tot": "2025-05-01"],
                ], key: key)
            let body: JSONValue = ["geheim": invited.body.at("link", "geheim")]
            let piet = APIClient(client)
            piet.token = try await piet.post("/uitnodigingen/aanname", body, key: key)["token"].string
            let again = try await APIClient(client).post("/uitnodigingen/aanname", body, key: key)
            #expect(again.status == 201)
            #expect(try await piet.get(plan)["ziet"] == "deel")
            #expect(try await piet.get("\(plan)/tafel").status == 404)
            #expect(try await piet.get("/sessies/huidige")["gastBij"] == [.text(world.plan.text)])
            let fresh = try await samira.post("\(invited.headers[.location] ?? "")/link")
            #expect(fresh.status == 201)
            #expect(try await piet.get(plan).status == 404)
            #expect(try await APIClient(client).post("/uitnodigingen/aanname", body, key: key).status == 404)
            #expect(try await APIClient(client).post("/uitnodigingen/_zoek", body).status == 404)
            #expect(try await APIClient(client).post("/uitnodigingen/_zoek", ["geheim": fresh["geheim"]]).status == 200)
        }
    }

    @Test func `who has no business there is refused and journalled`() async throws {
        try await withWorld { _, world, client in
            let plan = "/plannen/\(world.plan)"
            let nadia = APIClient(client, token: world.tokens[.director]?.text)
            #expect(try await nadia.get(plan).status == 403)
            #expect(try await nadia.get("/plannen").status == 403)
            #expect(try await nadia.get("/vragen").status == 403)
            #expect(try await nadia.get("/werkdruk").status == 403)
            let stranger = APIClient(client, token: world.tokens[.otherOwner]?.text)
            #expect(try await stranger.get(plan).status == 404)
            #expect(try await stranger.get("/plannen")["plannen"].items.count == 1)
            #expect(try await stranger.get("/vragen").status == 403)
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            #expect(try await femke.get("\(plan)/inzagen").status == 404)
            #expect(try await femke.get("/plannen")["plannen"].items.map { $0.at("niveau") } == ["contactpersoon"])
            let looked = try await APIClient(client, token: world.tokens[.owner]?.text).get("\(plan)/inzagen")
            #expect(looked["inzagen"].items.contains { $0.at("naam") == "Nadia Haddad" && $0.at("uitkomst") == "geweigerd" && $0.at("weg") == "api" })
        }
    }

    @Test func `who guesses codes has to wait`() async throws {
        try await withWorld { test, world, client in
            let guesser = APIClient(client)
            for _ in 0..<13 {
                let wrong = try await guesser.post("/sessies", ["code": "0000 0000 0000 0000"])
                #expect(wrong.status == 401)
            }
            let slow = try await guesser.post("/sessies", ["code": "0000 0000 0000 0000"])
            #expect(slow.status == 429)
            #expect(slow.headers[.retryAfter] == "30")
            // Her own code still opens her plan from the same address.
            #expect(try await guesser.post("/sessies", ["code": .text(world.ownersCode.grouped)]).status == 201)
            for _ in 0..<13 {
                #expect(try await guesser.post("/sessies", ["naam": "contact", "wachtwoord": "fout"]).status == 401)
            }
            #expect(try await guesser.post("/sessies", ["naam": "contact", "wachtwoord": "geheim"]).status == 429)
        }
    }

    @Test func `refusals are in the language that is asked for`() async throws {
        try await withWorld { _, _, client in
            let anybody = APIClient(client)
            for (asked, language) in [("en-GB, nl;q=0.5", "en"), ("fr, nl;q=0.2, en;q=0.9", "en"), ("fr", "nl"), ("nl-BE", "nl"), ("*", "nl")] {
                let reply = try await anybody.get("/plannen", [.acceptLanguage: asked])
                #expect(reply.headers[.contentLanguage] == language, "\(asked)")
                #expect(reply["title"] == (language == "en" ? "You are not logged in" : "U bent nog niet binnen"))
            }
        }
    }
}
