import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// What the API says to what is not right, and to what is sent twice.
@Suite struct APIInputTests {
    @Test func `everything that is wrong with a body is told at once`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            func faults(_ path: String, _ body: JSONValue) async throws -> [String] {
                let reply = try await samira.post(path, body)
                #expect(reply.status == 400, "\(path) \(body)")
                for fault in reply["fouten"].items { #expect(!fault.at("melding").string.isEmpty) }
                return reply["fouten"].items.map { $0.at("veld").string }
            }
            let long = JSONValue.text(String(repeating: "a", count: 8001))
            #expect(try await faults("/vragen", [:]) == ["wijk", "zin", "bereik"])
            #expect(
                try await faults("/vragen", ["wijk": "nergens", "zin": "  ", "bereik": long, "bsn": "1"]) == [
                    "wijk", "zin", "bereik", "bsn",
                ])
            #expect(
                try await faults("/vragen", ["wijk": 1, "zin": [], "bereik": true, "alleenVoorMij": "ja"]) == [
                    "wijk", "wijk", "alleenVoorMij", "zin", "bereik",
                ])
            #expect(try await faults("/sessies", [:]) == ["naam", "wachtwoord"])
            #expect(try await faults("/sessies", ["code": "12"]) == ["code"])
            #expect(try await faults("/sessies", ["code": "x", "naam": "y"]) == ["code", "naam"])
            let plan = "/plannen/\(world.plan)"
            #expect(
                try await faults("\(plan)/verhalen", ["tekst": long, "onderwerp": "geld"]) == ["tekst", "onderwerp"])
            #expect(try await faults("\(plan)/onderwerpen", ["naam": ""]) == ["naam"])
            #expect(
                try await faults("\(plan)/stappen", ["drager": ["soort": "iedereen", "id": "x"]]) == [
                    "tekst", "drager.soort",
                ])
            #expect(
                try await faults("\(plan)/stappen", ["tekst": "x", "drager": ["soort": "naaste", "op": 1]]) == [
                    "drager.id", "drager.op",
                ])
            #expect(
                try await faults("\(plan)/deelafspraken", ["gast": [:], "toegang": [:]]) == [
                    "gast.soort", "toegang.deel", "toegang.niveau", "toegang.tot",
                ])
            let guest: JSONValue = ["soort": "nieuw", "naam": "Piet"]
            func access(until: String) -> JSONValue {
                ["deel": ["soort": "plan"], "niveau": "meelezen", "tot": .text(until)]
            }
            for day in ["2025-03-02", "2026-03-04", "2025-02-30", "morgen"] {
                #expect(
                    try await faults("\(plan)/deelafspraken", ["gast": guest, "toegang": access(until: day)]) == [
                        "toegang.tot"
                    ], "\(day)")
            }
            #expect(
                try await faults("\(plan)/deelafspraken", ["gast": ["soort": "naaste", "id": .text(world.tie.text)]])
                    == ["toegang"])
            #expect(try await faults("/uitnodigingen/aanname", [:]) == ["geheim"])
            let lead = APIClient(client, token: world.tokens[.teamLead]?.text)
            #expect(try await lead.post("/vragen/\(world.waitingQuestion)/toewijzing", [:])["fouten"].items.count == 1)
        }
    }

    @Test func `what is not JSON is refused in words`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let path = "/plannen/\(world.plan)/verhalen"
            for text in [
                "", "{", "[]", "\"tekst\"", "{\"tekst\":\"\\ud800\"}", "{\"tekst\":1e999}",
                String(repeating: "[", count: 60_000),
                String(repeating: "{\"a\":", count: 500) + "1" + String(repeating: "}", count: 500),
            ] {
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
            let polite: HTTPFields = [
                .contentType: "application/json; charset=utf-8", .accept: "text/html, application/*;q=0.1",
            ]
            #expect(try await samira.send(.post, path, ["tekst": "x"], headers: polite).status == 201)
            for accept in ["text/html", "application/xml", "application/json;q=0"] {
                #expect(try await samira.get("/wijken", [.accept: accept]).status == 406, "\(accept)")
            }
        }
    }

    @Test func `the same request with the same key is done once`() async throws {
        try await withWorld { _, world, client async throws in
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
        try await withWorld { _, world, client async throws in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = "/plannen/\(world.plan)"
            let key = "0195a3c2-7a50-7000-8000-000000000002"
            let invited = try await samira.post(
                "\(plan)/deelafspraken",
                [
                    "gast": ["soort": "nieuw", "naam": "Piet"],
                    "toegang": [
                        "deel": ["soort": "onderwerp", "id": .text(world.money.text)], "niveau": "meelezen",
                        "tot": "2025-05-01",
                    ],
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
}
