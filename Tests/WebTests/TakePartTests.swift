import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// Places to take part, and one household with one plan, as pages and the API tell it.
@Suite struct TakePartTests {
    @Test func `the page of the neighbourhood shows nothing of who picked what`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let visitor = TestBrowser(client)
            let before = try await visitor.get("/wijken/oosterhof/meedoen").body
            #expect(before.contains("Grillen voor de buurt") && before.contains("tel:0123456761"))
            let choice = try await samira.get("/plannen/\(world.plan)/meedoen").body
            #expect(choice.contains("Wij sturen dit nergens heen.") && choice.contains("Dit wil ik doen"))
            let picked = try await samira.post("/plannen/\(world.plan)/meedoen", ["plek": world.opening.text])
            #expect(picked.status == 303)
            #expect(try await samira.get("/plannen/\(world.plan)/meedoen").body.contains("staat al in het plan"))
            let after = try await visitor.get("/wijken/oosterhof/meedoen").body
            #expect(after == before)
            let tess = TestBrowser(client)
            tess.sessionToken = world.tokens[.generalist]?.text
            let tending = try await tess.get("/wijken/oosterhof/meedoen").body
            #expect(!tending.contains("Samira") && tending.contains("Niet meer nodig"))
        }
    }

    @Test func `a place that is not right is told at once and nothing that was typed is lost`() async throws {
        try await withWorld { _, world, client async throws in
            let femke = TestBrowser(client)
            femke.sessionToken = world.tokens[.contact]?.text
            let wrong = try await femke.post(
                "/wijken/oosterhof/meedoen",
                ["soort": "", "wat": "", "wanneer": "maandag", "waar": "De Wip", "naam": "De Wip", "nummer": "x"])
            #expect(wrong.status == 422)
            for text in ["Kies wat voor plek het is.", "Hier staat nog niets.", "Kies een dag", "value=\"maandag\""] {
                #expect(wrong.body.contains(text), "\(text)")
            }
            let far = try await femke.post(
                "/wijken/oosterhof/meedoen",
                [
                    "soort": "initiatief", "wat": "Koken", "wanneer": "maandag", "waar": "De Wip", "naam": "De Wip",
                    "nummer": "geen", "tot": "2025-05-01",
                ])
            #expect(far.status == 422 && far.body.contains("Vul een nummer in"))
            let api = APIClient(client, token: world.tokens[.contact]?.text)
            let reply = try await api.post("/wijken/oosterhof/meedoen", ["bellen": ["nummer": ""]])
            #expect(
                reply["fouten"].items.map { $0.at("veld").string } == [
                    "soort", "wat", "wanneer", "waar", "bellen.naam", "bellen.nummer", "tot",
                ])
            #expect(try await api.get("/wijken/nergens/meedoen").status == 404)
            #expect(try await api.get("/wijken/oosterhof/meedoen/\(world.plan)").status == 404)
        }
    }

    @Test func `who has a plan and tells something new adds it there, with her own words`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let words = "De wasmachine is ook stuk."
            let asked = try await samira.post("/wijken/oosterhof/vraag", ["zin": words])
            #expect(asked.status == 200)
            for text in ["U hebt al een plan", words, "/plannen/\(world.plan)", "Femke Dijkstra"] {
                #expect(asked.body.contains(text), "\(text)")
            }
            #expect(!asked.body.contains("Begin een nieuw plan"))
            // Also past that page: the same in words, and her text is kept.
            let again = try await samira.post("/wijken/oosterhof/vragen", ["zin": words, "bereik": "06"])
            #expect(again.status == 409 && again.body.contains(words) && again.body.contains("U hebt al een plan"))
            let empty = try await samira.post("/wijken/oosterhof/vragen", ["zin": " ", "keuze": "plan"])
            #expect(empty.status == 422)
            let once = Session.Token(chance: .system).text
            for _ in 0..<2 {
                let added = try await samira.post(
                    "/wijken/oosterhof/vragen", ["zin": words, "keuze": "plan", "eenmalig": once])
                #expect(added.location == "/plannen/\(world.plan)/verhaal")
            }
            let story = try await samira.get("/plannen/\(world.plan)/verhaal").body
            #expect(story.components(separatedBy: words).count == 2)
            // When her plan is over she may begin another; the way back to the first is her code.
            #expect(try await samira.post("/plannen/\(world.plan)/afronding").status == 303)
            let over = try await samira.post("/wijken/oosterhof/vraag", ["zin": words])
            #expect(over.body.contains("Begin een nieuw plan"))
            let reach = try await samira.post("/wijken/oosterhof/vraag", ["zin": words, "nieuw": "ja"])
            #expect(reach.body.contains("name=\"nieuw\"") && reach.body.contains("name=\"bereik\""))
            #expect(
                try await samira.post("/wijken/oosterhof/vragen", ["zin": words, "bereik": "06"]).status == 303)
            // Somebody whom this browser no longer knows keeps her words and can begin.
            let stranger = TestBrowser(client)
            let kept = try await stranger.post("/wijken/oosterhof/vragen", ["zin": words, "keuze": "plan"])
            #expect(kept.status == 200 && kept.body.contains(words) && kept.body.contains("name=\"bereik\""))
        }
    }

    @Test func `the API refuses a second plan and says which is the first`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let refused = try await samira.post("/vragen", ["wijk": "oosterhof", "zin": "Nog iets.", "bereik": "06"])
            #expect(refused.status == 409)
            #expect(refused["planId"] == .text(world.plan.text))
        }
    }

    @Test func `the description says whom to write to, as the installation was told`() async throws {
        func contact(_ settings: Settings) -> [JSONValue] {
            let info = OpenAPI.document(contact: settings.apiContact).at("info", "contact")
            return ["name", "email", "url"].map { info.at($0) }
        }
        #expect(
            contact(Settings(municipality: "Waterveen", publicAddress: "https://plan.waterveen.nl")) == [
                "Beheer van de API, gemeente Waterveen", "api@plan.waterveen.nl", "https://plan.waterveen.nl",
            ])
        #expect(
            contact(Settings(contactName: "Ons loket", contactEmail: "api@x.nl", contactURL: "https://x.nl/api")) == [
                "Ons loket", "api@x.nl", "https://x.nl/api",
            ])
        #expect(contact(Settings())[1] == "api@burgerkracht.example")
    }
}
