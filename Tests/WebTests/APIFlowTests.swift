import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// The first plan, from a sentence to who looked, without a single page.
@Suite struct APIFlowTests {
    @Test func `a whole first plan goes over the API`() async throws {
        let test = try await TestHouse()
        _ = try await World.make(in: test)
        try await test.application.test(.router) { client in
            // She asks.
            let samira = APIClient(client)
            #expect(try await samira.get("/wijken")["wijken"].items.map { $0.at("wijk").string } == ["oosterhof"])
            #expect(try await samira.get("/wijken/oosterhof").body.at("team", "naam") == "Team Oosterhof")
            let begun = try await samira.post(
                "/vragen", ["wijk": "oosterhof", "zin": "Ik slaap niet meer.", "bereik": "06 12 34 56 78"])
            #expect(begun.status == 201)
            let plan = begun["planId"].string
            #expect(begun.headers[.location] == "/api/v1/plannen/\(plan)")
            #expect(begun["code"].string.split(separator: " ").map(\.count) == [4, 4, 4, 4])
            #expect(begun["eindigtOp"] == "2025-04-02T09:00:00Z")
            samira.token = begun["token"].string
            let mine = try await samira.get("/plannen/\(plan)")
            #expect(mine["toestand"] == "open")
            #expect(mine.body.at("vraag", "dagenWachtend") == 0)
            #expect(mine["kern"] == "Ik slaap niet meer.")
            #expect(mine["professionals"] == 0)

            // Femke takes it up.
            let femke = APIClient(client)
            let session = try await femke.post("/sessies", ["naam": "contact", "wachtwoord": "geheim"])
            #expect(session.status == 201)
            #expect(session.body.at("gebruiker", "rol") == "generalist")
            femke.token = session["token"].string
            #expect(try await femke.get("/sessies/huidige").body.at("gebruiker", "naam") == "Femke Dijkstra")
            #expect(try await femke.get("/plannen/\(plan)").status == 404)
            let waiting = try await femke.get("/vragen")
            let question = waiting["vragen"].items.first { $0.at("zin") == "Ik slaap niet meer." }
            let path = "/vragen/\(question?.at("id").string ?? "")/aanname"
            #expect(try await femke.post(path)["planId"].string == plan)
            #expect(try await samira.get("/plannen/\(plan)").body.at("contactpersoon", "naam") == "Femke Dijkstra")
            #expect(try await femke.get("/plannen/\(plan)").body.at("eigenaar", "bereik") == "06 12 34 56 78")

            test.clock.advance(hours: 1)
            try await talk(samira, femke, plan, test.clock)
            try await agree(samira, femke, plan)
            try await share(samira, client, plan)

            // She comes back with her code, sees who looked, and leaves.
            let code = try await samira.get("/plannen/\(plan)/code")["code"].string
            #expect(code == begun["code"].string)
            let later = APIClient(client)
            later.token = try await later.post("/sessies", ["code": .text(code)])["token"].string
            let looked = try await later.get("/plannen/\(plan)/inzagen")["inzagen"].items
            #expect(looked.contains { $0.at("naam") == "Femke Dijkstra" && $0.at("gebeurtenis") == "vraag-gelezen" })
            #expect(looked.contains { $0.at("naam") == "Laila" && $0.at("gebeurtenis") == "uitnodiging-aangenomen" })
            #expect(looked.allSatisfy { $0.at("weg") == "api" })
            #expect(try await later.send(.delete, "/sessies/huidige").status == 204)
            #expect(try await later.get("/plannen/\(plan)").status == 401)
            #expect(try await samira.get("/plannen/\(plan)").status == 200)
        }
        await test.close()
    }

    private func talk(_ samira: APIClient, _ femke: APIClient, _ plan: String, _ clock: TestClock) async throws {
        #expect(try await samira.send(.put, "/plannen/\(plan)/eigenaar", ["naam": "Samira"]).status == 204)
        let money = try await femke.post("/plannen/\(plan)/onderwerpen", ["naam": "geld"])
        #expect(money.status == 201)
        #expect(try await femke.get(money.headers[.location] ?? "")["naam"] == "geld")
        #expect(try await samira.post("/plannen/\(plan)/onderwerpen", ["naam": "Geld"]).status == 409)
        let note = try await femke.post(
            "/plannen/\(plan)/verhalen", ["tekst": "Slaapt slecht.", "onderwerp": money["id"]])
        #expect(try await femke.get(note.headers[.location] ?? "")["bevestigd"] == false)
        let toConfirm = try await samira.get("/plannen/\(plan)")["teBevestigen"].items
        #expect(toConfirm.map { $0.at("id") } == [note["id"]])
        clock.advance(hours: 1)
        let path = "/plannen/\(plan)/verhalen/\(note["id"].string)/bevestiging"
        #expect(try await samira.post(path, ["tekst": "Ik slaap slecht."]).status == 204)
        let story = try await samira.get("/plannen/\(plan)/verhalen")["verhalen"].items
        #expect(story.map { $0.at("soort").string } == ["eigen-woorden", "notitie", "bevestiging"])
        #expect(story.map { $0.at("tekst").string } == ["Ik slaap niet meer.", "Slaapt slecht.", "Ik slaap slecht."])
    }

    private func agree(_ samira: APIClient, _ femke: APIClient, _ plan: String) async throws {
        let proposal = try await femke.post(
            "/plannen/\(plan)/stappen",
            ["tekst": "Samen bellen", "wanneer": "dinsdag", "drager": ["soort": "eigenaar"]])
        #expect(proposal.status == 201)
        let step = proposal.headers[.location] ?? ""
        #expect(try await samira.get(step)["toestand"] == "voorgesteld")
        #expect(try await femke.post("\(step)/afspraak").status == 409)
        #expect(try await samira.post("\(step)/afspraak")["toestand"] == "afgesproken")
        #expect(try await samira.get(step)["versie"] == 2)
        for words in ["Eén", "Twee", "Drie"] {
            _ = try await samira.post(
                "/plannen/\(plan)/stappen", ["tekst": .text(words), "drager": ["soort": "eigenaar"]])
        }
        let steps = try await samira.get("/plannen/\(plan)/stappen")
        #expect(steps["open"].items.count == 3)
        #expect(steps["openWachtend"] == 1)
        #expect(try await femke.get("/plannen/\(plan)/stappen")["open"].items.count == 4)
        #expect(try await samira.post("\(step)/afronding")["toestand"] == "gedaan")
        #expect(try await samira.post("\(step)/afronding")["toestand"] == "gedaan")
        #expect(try await samira.post("\(step)/verval").status == 409)
        #expect(try await samira.post("\(step)/hervatting")["toestand"] == "afgesproken")
    }

    private func share(_ samira: APIClient, _ client: any TestClientProtocol, _ plan: String) async throws {
        let invited = try await samira.post(
            "/plannen/\(plan)/deelafspraken",
            [
                "gast": ["soort": "nieuw", "naam": "Laila", "rol": "mijn zus"],
                "toegang": ["deel": ["soort": "plan"], "niveau": "meedoen", "tot": "2025-05-01"],
            ])
        #expect(invited.status == 201)
        let agreement = invited.headers[.location] ?? ""
        #expect(try await samira.get(agreement)["linkGeopend"] == false)
        let secret = invited.body.at("link", "geheim")
        #expect(invited.body.at("link", "adres").string.hasSuffix("/uitnodigingen/\(secret.string)"))

        let laila = APIClient(client)
        #expect(try await laila.post("/uitnodigingen/_zoek", ["geheim": secret])["gast"] == "Laila")
        let session = try await laila.post("/uitnodigingen/aanname", ["geheim": secret])
        #expect(session.status == 201)
        #expect(session["eindigtOp"] == "2025-05-01T22:00:00Z")
        #expect(try await APIClient(client).post("/uitnodigingen/aanname", ["geheim": secret]).status == 409)
        laila.token = session["token"].string
        #expect(try await laila.get("/plannen")["plannen"].items.map { $0.at("relatie") } == ["gast"])
        #expect(try await laila.get("/plannen/\(plan)").status == 200)
        #expect(try await laila.get("/plannen/\(plan)").body.at("eigenaar", "bereik") == .null)
        let step = try await samira.post(
            "/plannen/\(plan)/stappen",
            ["tekst": "Yara ophalen", "drager": ["soort": "naaste", "id": invited["naaste"]]])
        #expect(try await laila.post("\(step.headers[.location] ?? "")/afronding")["toestand"] == "gedaan")

        let table = try await samira.get("/plannen/\(plan)/tafel")
        #expect(table["naasten"].items.map { $0.at("naam") } == ["Laila"])
        #expect(table["aantalProfessionals"] == 1)
        #expect(try await samira.post("\(agreement)/beeindiging").status == 204)
        #expect(try await laila.get("/plannen/\(plan)").status == 404)
        #expect(try await samira.get("/plannen/\(plan)/tafel")["voorbij"].items.count == 1)
    }

    @Test func `a plan she kept to herself goes to the team later, and back`() async throws {
        let test = try await TestHouse()
        _ = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let henk = APIClient(client)
            let begun = try await henk.post(
                "/vragen", ["wijk": "oosterhof", "zin": "Even voor mij.", "alleenVoorMij": true])
            henk.token = begun["token"].string
            let plan = "/plannen/\(begun["planId"].string)"
            #expect(try await henk.get(plan)["toestand"] == "concept")
            let unreachable = try await henk.post("\(plan)/vraag", [:])
            #expect(unreachable.status == 400)
            #expect(unreachable["fouten"].items.map { $0.at("veld") } == ["bereik"])
            #expect(try await henk.post("\(plan)/vraag", ["bereik": "via de buren"])["toestand"] == "wacht")
            #expect(try await henk.post("\(plan)/vraag", [:]).status == 201)
            #expect(try await henk.post("\(plan)/vraag/intrekking").status == 204)
            #expect(try await henk.get(plan)["toestand"] == "concept")
        }
        await test.close()
    }

    @Test func `the owner moves her plan, and who has to know is told`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            let plan = "/plannen/\(world.plan)"
            #expect(try await samira.post("\(plan)/waakvlam", ["woorden": "koffie in mei"]).status == 204)
            #expect(try await samira.get(plan)["toestand"] == "waakvlam")
            #expect(try await femke.get(plan)["ritme"] == "koffie in mei")
            #expect(try await samira.post("\(plan)/hervatting", [:]).status == 204)
            #expect(try await samira.post("\(plan)/afronding", [:]).status == 204)
            #expect(try await femke.get(plan).status == 200)
            #expect(try await samira.post("\(plan)/waakvlam", [:]).status == 409)
            #expect(try await samira.post("\(plan)/heropening", ["woorden": "Het lukt toch niet."]).status == 204)
            #expect(try await samira.get(plan)["toestand"] == "lopend")
            #expect(try await samira.post("\(plan)/beeindiging", [:]).status == 204)
            #expect(try await femke.get(plan).status == 404)

            let notices = try await femke.get("/berichten")
            #expect(!notices.text.contains("Samira") && !notices.text.contains("lukt toch niet"))
            let kinds = notices["berichten"].items.map { $0.at("soort").string }
            for kind in ["waakvlam", "afgerond", "lukt-toch-niet", "gestopt"] { #expect(kinds.contains(kind)) }
            let first = notices["berichten"].items[0].at("id").string
            #expect(try await femke.post("/berichten/\(first)/gezien").status == 204)
            #expect(try await femke.get("/berichten")["berichten"].items.count == kinds.count - 1)
        }
        await test.close()
    }

    @Test func `doing nothing for now has a reason and a day to look again`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let steps = "/plannen/\(world.plan)/stappen"
            func wait(until day: String) -> JSONValue {
                ["tekst": "Eerst slapen.", "drager": ["soort": "eigenaar"], "terugkijkenOp": .text(day)]
            }
            let past = try await samira.post(steps, wait(until: "2020-01-01"))
            #expect(past.status == 400)
            #expect(past["fouten"].items.map { $0.at("veld") } == ["terugkijkenOp"])
            let step = try await samira.post(steps, wait(until: "2025-04-01"))
            #expect(step.status == 201)
            let place = step.headers[.location] ?? ""
            #expect(try await samira.get(place)["terugkijkenOp"] == "2025-04-01")
            #expect(try await samira.post("\(place)/afronding").status == 409)
            #expect(try await samira.post("\(place)/terugblik")["toestand"] == "teruggekeken")
        }
        await test.close()
    }

    @Test func `a team lead hands out a question without reading it`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let bram = APIClient(client, token: world.tokens[.teamLead]?.text)
            let load = try await bram.get("/werkdruk")
            #expect(load["vragenTotaal"] == 1)
            #expect(!load.text.contains("stroom"))
            let waiting = try await bram.get("/vragen?limiet=1")
            #expect(waiting["vragen"].items.map { $0.at("zin") } == [.null])
            let path = "/vragen/\(world.waitingQuestion)/toewijzing"
            let tess = JSONValue.text(world.accounts[.generalist]?.id.text ?? "")
            let lead = JSONValue.text(world.accounts[.teamLead]?.id.text ?? "")
            #expect(try await bram.post(path, ["medewerker": lead]).status == 409)
            #expect(try await bram.post(path, ["medewerker": tess]).status == 204)
            #expect(try await bram.post(path, ["medewerker": tess]).status == 204)
            let nobody = APIClient(client, token: world.tokens[.otherTeamLead]?.text)
            #expect(try await nobody.post(path, ["medewerker": tess]).status == 404)
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            let late = try await femke.post("/vragen/\(world.waitingQuestion)/aanname")
            #expect(late.status == 409)
            #expect(late["detail"].string.contains("Tess de Wit"))
        }
        await test.close()
    }

    @Test func `long lists go on where the page before ended`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            for number in 1...4 {
                test.clock.advance(minutes: 5)
                _ = try await APIClient(client).post(
                    "/vragen", ["wijk": "oosterhof", "zin": .text("Vraag \(number)"), "bereik": "06"])
            }
            let femke = APIClient(client, token: world.tokens[.contact]?.text)
            var path: String? = "/vragen?limiet=2"
            var seen: [String] = []
            while let next = path {
                let page = try await femke.get(next)
                #expect(page["totaal"] == 5)
                seen += page["vragen"].items.map { $0.at("zin").string }
                path = page["volgende"] == .null ? nil : page["volgende"].string
            }
            #expect(seen == ["De stroom is afgesloten.", "Vraag 1", "Vraag 2", "Vraag 3", "Vraag 4"])
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let first = try await samira.get("/plannen/\(world.plan)/inzagen?voor=3")
            #expect(first["inzagen"].items.map { $0.at("nummer") } == [2, 1])
        }
        await test.close()
    }
}
