import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// Asking whether a colleague may look in, as pages and the API tell it.
@Suite struct AskingTests {
    private static let reason = "Tess kent de regels van de huur."

    @Test func `a colleague is asked for on a page, and what is wrong is told at once with everything kept`()
        async throws
    {
        try await withWorld { _, world, client async throws in
            let femke = TestBrowser(client)
            femke.sessionToken = world.tokens[.contact]?.text
            let requests = "/plannen/\(world.plan)/verzoeken"
            #expect(try await femke.get("/plannen/\(world.plan)/tafel").body.contains("\(requests)/nieuw"))
            let page = try await femke.get("\(requests)/nieuw").body
            #expect(page.contains("Tess de Wit") && page.contains("Rashid Amrani") && !page.contains("Bram Postma"))
            let rashid = try #require(world.accounts[.specialistOfPart]?.id.text)
            let wrong = try await femke.post(
                requests, ["medewerker": rashid, "deel": "", "tot": "31 mei", "reden": " "])
            #expect(wrong.status == 422)
            for text in ["Dit deel van het plan is er niet.", "Kies een dag", "Hier staat nog niets.", "31 mei"] {
                #expect(wrong.body.contains(text), "\(text)")
            }
            var fields = [
                "medewerker": rashid, "deel": "onderwerp:\(world.money)", "tot": "2025-05-31", "reden": Self.reason,
            ]
            let known = try await femke.post(requests, fields)
            #expect(known.status == 422 && known.body.contains("Rashid Amrani ziet dit al."))
            #expect(known.body.contains(Self.reason))
            fields["medewerker"] = world.accounts[.specialist]?.id.text
            fields["tot"] = "2024-05-31"
            #expect(try await femke.post(requests, fields).body.contains("Die dag is al voorbij."))
            fields["tot"] = "2025-05-31"
            fields["eenmalig"] = Session.Token(chance: .system).text
            for _ in 1...2 { #expect(try await femke.post(requests, fields).location == "/plannen/\(world.plan)") }
            let waits = try await femke.get("/plannen/\(world.plan)").body
            #expect(waits.components(separatedBy: "Je vroeg of Karim Aziz mag meekijken.").count == 2)
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let hers = try await samira.get("/plannen/\(world.plan)").body
            for text in ["Femke Dijkstra vraagt of Karim Aziz mag meekijken", Self.reason, "Ja, dat mag", "Nu niet"] {
                #expect(hers.contains(text), "\(text)")
            }
            let laila = TestBrowser(client)
            laila.sessionToken = world.tokens[.guestOfPlan]?.text
            let guests = try await laila.get("/plannen/\(world.plan)").body
            #expect(!guests.contains(Self.reason) && !guests.contains("Karim Aziz"))
        }
    }

    @Test func `the API asks, tells her, and her yes is a sharing agreement`() async throws {
        try await withWorld { _, world, client async throws in
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let karim = APIClient(client, token: world.tokens[.specialist]?.text)
            let requests = "/plannen/\(world.plan)/verzoeken"
            let empty = try await femke.post(requests, [:])
            #expect(empty["fouten"].items.map { $0.at("veld").string } == ["medewerker", "deel", "tot", "reden"])
            func body(until: String) -> JSONValue {
                [
                    "medewerker": .text(world.accounts[.specialist]?.id.text ?? ""),
                    "deel": ["soort": "onderwerp", "id": .text(world.money.text)], "tot": .text(until),
                    "reden": .text(Self.reason),
                ]
            }
            let far = try await femke.post(requests, body(until: "2027-05-31"))
            #expect(far.status == 400 && far["fouten"].items.map { $0.at("veld").string } == ["tot"])
            let key = UUID().uuidString
            let made = try await femke.post(requests, body(until: "2025-05-31"), key: key)
            #expect(made.status == 201)
            #expect(try await femke.post(requests, body(until: "2025-05-31"), key: key)["id"] == made["id"])
            let path = "\(requests)/\(made["id"].string)"
            let asked = try await samira.get(path)
            #expect(asked["toestand"] == "gevraagd" && asked["reden"] == .text(Self.reason))
            #expect(asked["deel"].at("naam") == "geld" && asked["medewerker"].at("naam") == "Karim Aziz")
            #expect(try await samira.get(requests)["verzoeken"].items.count == 2)
            #expect(try await karim.get("/plannen/\(world.plan)").status == 404)
            #expect(try await samira.post("\(path)/toestemming").status == 204)
            #expect(try await samira.get(path)["toestand"] == "gegeven")
            #expect(try await samira.post("\(path)/weigering").status == 409)
            let his = try await karim.get("/plannen/\(world.plan)")
            #expect(his["ziet"] == "deel" && his["onderwerpen"].items.map { $0.at("naam").string } == ["geld"])
            let notices = try await femke.get("/berichten")["berichten"].items.map { $0.at("soort").string }
            #expect(notices.contains("meekijken-mag"))
        }
    }
}
