import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// The API by the rules it keeps (NL API Design Rules), and what it says to what is not right.
@Suite struct APITests {
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
            "/wijken/{wijk}/vraag", "/wijken/{wijk}/vragen", "/code", "/inloggen", "/uitloggen", "/demo/{persoon}",
            "/uitnodigingen/{geheim}/aanname", "/wijken/{wijk}/ingesproken",
            // DELETE on the recording itself.
            "/plannen/{plan}/ingesproken/{opname}/verwijdering", "/links/{geheim}/opening",
        ]
        for deed in deeds where !deed.hasPrefix("/api/") && !others.contains(deed) {
            let hasTwin = api.contains("/api/v1" + deed.replacing("{afspraak}", with: "{deelafspraak}"))
            #expect(hasTwin, "\(deed)")
        }
        await test.close()
    }

    @Test func `the description is for everybody, and nothing else is for other websites`() async throws {
        try await withWorld { _, world, client async throws in
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
            for name in named.keys {
                #expect(references.contains("#/components/\(kind)/\(name)"), "\(name) is not used")
            }
        }
    }

    @Test func `without a token every door of the plan and the team says 401`() async throws {
        try await withWorld { test, world, client async throws in
            let nobody = APIClient(client)
            let known = [
                "plan": world.plan.text, "stap": world.ownerStep.text, "verhaal": world.note.text,
                "onderwerp": world.money.text, "deelafspraak": world.guestAgreement.text,
                "vraag": world.waitingQuestion.text, "bericht": world.notice.text,
                "doel": world.goal.text, "tekst": world.wording.text, "blad": world.sheet.text,
                "naaste": world.tie.text,
                "toegang": world.emergency.text, "wijk": "oosterhof", "plek": world.opening.text,
                "spoor": world.track.text, "meldstap": "overleg",
                "medewerker": world.owner.text, "opname": world.spoken.text,
                "vertegenwoordiging": world.representation.text, "verzoek": world.request.text,
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
        try await withWorld { _, world, client async throws in
            let cookie = "__Host-bk=\(world.tokens[.owner]?.text ?? "")"
            #expect(try await APIClient(client).get("/plannen/\(world.plan)", [.cookie: cookie]).status == 401)
        }
    }

    @Test func `addresses that are not there say so, and known ones say what they take`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = "/plannen/\(world.plan)"
            for path in [
                "/", "/niets", "/wijken/", "/wijken/nergens", "\(plan)/", "\(plan)/niets", "/plannen/geen-id",
                "/plannen//", "\(plan)/stappen/\(world.plan)", "\(plan)/verhalen/\(world.plan)",
                "\(plan)/deelafspraken/\(world.plan)", "\(plan)/onderwerpen/\(world.plan)", "/api/v2/wijken", "/api/",
            ] {
                #expect(try await samira.get(path).status == 404, "\(path)")
            }
            #expect(try await samira.post("\(plan)/stappen/\(world.plan)/afronding").status == 404)
            #expect(try await samira.post("/vragen/1/aanname").status == 404)
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

    @Test func `who has no business there is refused and journalled`() async throws {
        try await withWorld { _, world, client async throws in
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
            #expect(
                looked["inzagen"].items.contains {
                    $0.at("naam") == "Nadia Haddad" && $0.at("uitkomst") == "geweigerd" && $0.at("weg") == "api"
                })
        }
    }

    @Test func `who guesses codes has to wait`() async throws {
        try await withWorld { test, world, client async throws in
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
        try await withWorld { _, _, client async throws in
            let anybody = APIClient(client)
            for (asked, language) in [
                ("en-GB, nl;q=0.5", "en"), ("fr, nl;q=0.2, en;q=0.9", "en"), ("fr", "nl"), ("nl-BE", "nl"), ("*", "nl"),
            ] {
                let reply = try await anybody.get("/plannen", [.acceptLanguage: asked])
                #expect(reply.headers[.contentLanguage] == language, "\(asked)")
                #expect(reply["title"] == (language == "en" ? "You are not logged in" : "U bent nog niet binnen"))
            }
        }
    }
}
