import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// Worries about safety, as they come over the line.
@Suite struct SafetyPageTests {
    private static let first = ["over": "Yara (8)", "signalen": "Zij wil niet naar huis.", "stilte": "Eerst overleg."]

    private static func provider(_ world: World, _ client: any TestClientProtocol) -> TestBrowser {
        let browser = TestBrowser(client)
        browser.sessionToken = world.tokens[.providerOfStep]?.text
        return browser
    }

    private static func contact(_ world: World, _ client: any TestClientProtocol) -> TestBrowser {
        let browser = TestBrowser(client)
        browser.sessionToken = world.tokens[.contact]?.text
        return browser
    }

    @Test func `a form sent twice begins one track, and a third leads to it`() async throws {
        try await withWorld { _, world, client async throws in
            let ilse = Self.provider(world, client)
            let path = "/plannen/\(world.plan)/veiligheidssporen"
            var fields = Self.first
            fields["eenmalig"] = Session.Token(chance: .system).text
            let begun = try await ilse.post(path, fields)
            let again = try await ilse.post(path, fields)
            #expect(begun.status == 303 && begun.location == again.location)
            fields["eenmalig"] = Session.Token(chance: .system).text
            #expect(try await ilse.post(path, fields).location == begun.location)
            #expect(try await ilse.get("/plannen/\(world.plan)/veiligheid").location == begun.location)
            let list = try await ilse.get("/veiligheid").body
            #expect(list.components(separatedBy: "Yara (8)").count == 2)
        }
    }

    @Test func `what is wrong is said at once, and what was typed stays`() async throws {
        try await withWorld { _, world, client async throws in
            let ilse = Self.provider(world, client)
            let path = "/plannen/\(world.plan)/veiligheidssporen"
            let empty = try await ilse.post(path, ["over": " ", "signalen": "", "spoed": "Zij belde zelf."])
            #expect(empty.status == 422)
            #expect(empty.body.contains("Vul één van deze twee in") && empty.body.contains("Zij belde zelf."))
            var both = Self.first
            both["vertelling"] = "Ik maak me zorgen."
            let answer = try await ilse.post(path, both)
            #expect(answer.status == 422 && answer.body.contains("Zij wil niet naar huis."))
            let femke = Self.contact(world, client)
            let step = "/veiligheidssporen/\(world.track)/stappen"
            let nothing = try await femke.post("\(step)/overleg/afronding", ["woorden": " "])
            #expect(nothing.status == 422 && nothing.body.contains("Hier staat nog niets"))
            #expect(try await femke.post("\(step)/dansen/afronding", ["woorden": "x"]).status == 404)
            let rashid = TestBrowser(client)
            rashid.sessionToken = world.tokens[.specialistOfPart]?.text
            let decision = "/veiligheidssporen/\(world.trackToDecide)/besluit"
            for day in ["", "2025-03-03", "2026-01-01", "morgen"] {
                let late = try await rashid.post(
                    decision, ["besluit": "hulp", "terugkijken": day, "waarom": "Wij helpen."])
                #expect(late.status == 422 && late.body.contains("Wij helpen."), "\(day)")
                #expect(late.body.contains("Kies een dag van morgen tot en met 2 juni 2025."))
            }
            #expect(try await rashid.post(decision, ["waarom": "Wij helpen."]).status == 422)
            #expect(try await rashid.post(decision, ["besluit": "veilig", "waarom": "Klaar."]).status == 409)
        }
    }

    @Test func `who comes second on a step reads so, with the way back to the track`() async throws {
        try await withWorld { _, world, client async throws in
            let femke = Self.contact(world, client)
            let path = "/veiligheidssporen/\(world.track)/stappen/overleg/afronding"
            for _ in 1...2 { #expect(try await femke.post(path, ["woorden": "Praat met haar."]).status == 303) }
            let late = try await femke.post(path, ["woorden": "Iets anders."])
            #expect(late.status == 409)
            #expect(late.body.contains("Iemand was net eerder"))
            #expect(late.body.contains("href=\"/veiligheidssporen/\(world.track)\""))
            let reading = TestBrowser(client)
            reading.sessionToken = world.tokens[.specialist]?.text
            let along = try await reading.post(path, ["woorden": "Ik ook."])
            #expect(along.status == 409 && along.body.contains("Femke Dijkstra zet de volgende stap"))
        }
    }

    @Test func `she reads on her plan what she was told, and on no page of hers a word of the rest`() async throws {
        try await withWorld { _, world, client async throws in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let pages = ["", "/verder", "/meenemen", "/papier", "/bestand", "/inzagen", "/tafel"]
                .map { "/plannen/\(world.plan)\($0)" }
            for page in pages {
                let body = try await samira.get(page).body
                for hidden in ["blauwe plek", "overleg eerst", "Noor (4)", "veiligheidsspoor-"] {
                    #expect(!body.contains(hidden), "\(page) shows: \(hidden)")
                }
                if page.hasSuffix("\(world.plan)") { #expect(!body.contains("veiligheid"), "\(page)") }
            }
            let femke = Self.contact(world, client)
            let told = ["vertelling": "Ik maak me zorgen om thuis."]
            #expect(try await femke.post("/veiligheidssporen/\(world.track)/vertelling", told).status == 303)
            let plan = try await samira.get(pages[0]).body
            #expect(plan.contains("Ik maak me zorgen om thuis.") && plan.contains("Femke Dijkstra"))
            #expect(try await samira.get(pages[1]).body.contains("Die stopt niet als uw plan stopt"))
            #expect(try await samira.get(pages[2]).body.contains("Die stopt niet als uw plan stopt"))
            #expect(try await samira.get(pages[5]).body.contains("vertelde over een zorg over veiligheid"))
            for page in pages { #expect(!(try await samira.get(page).body.contains("blauwe plek"))) }
            let laila = TestBrowser(client)
            laila.sessionToken = world.tokens[.guestOfPlan]?.text
            #expect(try await !laila.get(pages[0]).body.contains("zorgen om thuis"))
        }
    }

    @Test func `a whole track goes over the API`() async throws {
        try await withWorld { test, world, client async throws in
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            let path = "/veiligheidssporen/\(world.track)"
            #expect(try await femke.get("/veiligheidssporen")["sporen"].items.map { $0.at("over") } == ["Noor (4)"])
            let told: JSONValue = ["tekst": "Ik maak me zorgen."]
            #expect(try await femke.post("\(path)/vertelling", told).status == 204)
            #expect(
                try await femke.post("\(path)/stappen/overleg/afronding", ["tekst": "Praat met haar."]).status == 204)
            #expect(try await femke.post("\(path)/stappen/gesprek/weglating", ["tekst": "Niet alleen."]).status == 204)
            let weighed: JSONValue = ["tekst": "Niet acuut.", "gevaar": "Tweede keer.", "opTijd": "Ja."]
            #expect(try await femke.post("\(path)/stappen/weging/afronding", weighed).status == 204)
            let far = try await femke.post(
                "\(path)/besluit", ["besluit": "hulp", "terugkijkenOp": "2026-01-01", "tekst": "Wij volgen."])
            #expect(far.status == 400)
            #expect(far["fouten"].items.map { $0.at("veld") } == ["terugkijkenOp"])
            let follow: JSONValue = ["besluit": "hulp", "terugkijkenOp": "2025-03-20", "tekst": "Wij volgen."]
            #expect(try await femke.post("\(path)/besluit", follow).status == 204)
            #expect(try await femke.get(path).body.at("spoor", "terugkijkenOp") == "2025-03-20")
            test.clock.advance(hours: 1)
            let safe: JSONValue = ["besluit": "veilig", "tekst": "Rustig."]
            #expect(try await femke.post("\(path)/besluit", safe).status == 204)
            let whole = try await femke.get(path)
            #expect(whole.body.at("spoor", "toestand") == "veilig-genoeg")
            #expect(whole.body.at("spoor", "wissenOp") == "2040-03-03")
            #expect(
                whole["teksten"].items.map { $0.at("soort").string } == [
                    "afgerond", "nog-niet-verteld", "verteld", "afgerond", "overgeslagen", "afweging", "afweging",
                    "afgerond", "besluit", "besluit",
                ])
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let plan = try await samira.get("/plannen/\(world.plan)")
            #expect(plan["zorgen"].items.map { $0.at("tekst") } == ["Ik maak me zorgen."])
            #expect(!plan.text.contains("Niet acuut."))
        }
    }
}
