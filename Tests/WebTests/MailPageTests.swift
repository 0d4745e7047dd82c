import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Web

/// A link by mail from page to plan, and the letters.
@Suite struct MailPageTests {
    /// As the post does it, without a mail program.
    static func takeMails(_ test: TestHouse) async throws -> [Letter] {
        try await test.act { occasion, records in
            try queueLinks(on: occasion, records: records)
            return try records.mails.due(at: occasion.now, limit: 100).compactMap {
                try takeMail($0, to: "test", on: occasion, records: records)
            }
        }
    }

    /// Her way to be reached is an e-mail address from now on.
    static func giveAddress(_ world: World, in test: TestHouse, language: Language = .nl) async throws {
        try await test.act { occasion, records in
            try nameOwner(
                name: nil, reach: try Words("Samira@Voorbeeld.nl", room: .reach), at: world.plan,
                on: Occasion(
                    actor: Actor(owner: world.owner), now: occasion.now, origin: occasion.origin, chance: .system,
                    language: language), records: records)
        }
    }

    @Test func `a link by mail opens her plan once, with one button`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test)
        try await test.application.test(.router) { client async throws in
            let samira = TestBrowser(client)
            #expect(try await samira.get("/code").body.contains("Stuur mij een link"))
            let asked = try await samira.post("/links", ["adres": " samira@voorbeeld.nl "])
            #expect(asked.status == 303 && asked.location == "/links")
            let secret = try #require(try await Self.takeMails(test).compactMap(\.secret).first)
            let page = "/links/\(secret.text)"
            for _ in 1...3 { #expect(try await TestBrowser(client).get(page).status == 200, "a scanner looks") }
            let button = try await samira.get(page).body
            #expect(button.contains("3 maart 2025"))
            for word in ["Samira", "deurwaarder", "Femke"] { #expect(!button.contains(word)) }
            // Pressed twice at once: the browser keeps the answer to the second.
            let once = try #require(button.value(after: "name=\"eenmalig\" value=\"", until: "\""))
            let elsewhere = samira.sessionToken
            #expect(try await samira.post("\(page)/opening", ["eenmalig": once]).status == 303)
            samira.sessionToken = elsewhere
            let second = try await samira.post("\(page)/opening", ["eenmalig": once])
            #expect(second.location == "/plannen/\(world.plan)")
            #expect(try await samira.get("/plannen/\(world.plan)").body.contains("Mijn plan"))
            // Somebody else finds the mail; or the page that was left open on this computer.
            let stranger = TestBrowser(client)
            let over = try await stranger.get(page)
            #expect(
                over.status == 404 && over.body.contains("werkt niet meer") && over.body.contains("href=\"/code#link\"")
            )
            #expect(try await stranger.post("\(page)/opening").status == 404)
            samira.sessionToken = elsewhere
            test.clock.advance(minutes: 2)
            #expect(try await samira.post("\(page)/opening", ["eenmalig": once]).status == 404)
        }
        await test.close()
    }

    @Test func `a link is over after a quarter of an hour, and she reads what to do next`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test)
        try await test.application.test(.router) { client async throws in
            let samira = TestBrowser(client)
            _ = try await samira.post("/links", ["adres": "samira@voorbeeld.nl"])
            let secret = try #require(try await Self.takeMails(test).compactMap(\.secret).first)
            test.clock.advance(minutes: 15)
            for path in ["/links/\(secret.text)", "/links/onzin", "/links/\(String(repeating: "0", count: 64))"] {
                let page = try await samira.get(path)
                #expect(page.status == 404)
                #expect(page.body.contains("Vraag een nieuwe link"))
            }
        }
        await test.close()
    }

    @Test func `the answer is the same for an address that we know and one that we do not`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test)
        try await test.application.test(.router) { client async throws in
            var pages: Set<String> = []
            for address in ["samira@voorbeeld.nl", "niemand@voorbeeld.nl"] {
                for _ in 1...4 {
                    let visitor = TestBrowser(client)
                    test.clock.advance(minutes: 1)
                    let answer = try await visitor.post("/links", ["adres": address])
                    #expect(answer.status == 303)
                    let page = try await visitor.get(try #require(answer.location)).body
                    pages.insert(page.replacing(try Regex(#"value="[0-9a-f]+""#), with: ""))
                }
            }
            #expect(pages.count == 1)
            #expect(try await Self.takeMails(test).filter { $0.secret != nil }.count == LinkRequest.mostInAnHour)
            let typo = try await TestBrowser(client).post("/links", ["adres": "samira bij voorbeeld"])
            #expect(typo.status == 422)
            #expect(typo.body.contains("value=\"samira bij voorbeeld\""))
            let stranger = TestBrowser(client)
            var refused = 0
            for number in 0..<20 where try await stranger.post("/links", ["adres": "a\(number)@b.nl"]).status == 429 {
                refused += 1
            }
            #expect(refused > 0)
            #expect(try await stranger.post("/code", ["code": world.ownersCode.grouped]).status == 303)
        }
        await test.close()
    }

    @Test func `she turns mail off and on beside her code, and reads why she might`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client async throws in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let path = "/plannen/\(world.plan)/code"
            #expect(try await !samira.get(path).body.contains("Mail van ons"), "a telephone number gets no mail")
            try await Self.giveAddress(world, in: test)
            #expect(try await samira.get(path).body.contains("Leest iemand anders uw mail?"))
            for _ in 1...2 { _ = try await samira.post("/plannen/\(world.plan)/mail", ["mail": "uit"]) }
            #expect(try await samira.get(path).body.contains("Wij mailen u niet"))
            _ = try await samira.post("/links", ["adres": "samira@voorbeeld.nl"])
            #expect(try await Self.takeMails(test).isEmpty)
            _ = try await samira.post("/plannen/\(world.plan)/mail", ["mail": "aan"])
            #expect(try await samira.get(path).body.contains("Zet de mail uit"))
        }
        await test.close()
    }

    @Test func `without mail no page speaks of it`() async throws {
        let test = try await TestHouse(settings: Settings(isDemo: true, requestsPerSecond: 100_000))
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test)
        try await test.application.test(.router) { client async throws in
            let samira = TestBrowser(client)
            #expect(try await !samira.get("/code").body.contains("Stuur mij een link"))
            #expect(try await samira.get("/links").status == 404)
            #expect(try await samira.post("/links", ["adres": "samira@voorbeeld.nl"]).status == 404)
            samira.sessionToken = world.tokens[.owner]?.text
            #expect(try await !samira.get("/plannen/\(world.plan)/code").body.contains("Mail van ons"))
            #expect(try await !samira.get("/metrics").body.contains("mails"))
        }
        await test.close()
    }

    @Test(arguments: Language.allCases)
    func `a letter says nothing of anybody, in her own language`(language: Language) async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test, language: language)
        try await test.act { occasion, records in
            try askForLink(
                to: try #require(MailAddress("samira@voorbeeld.nl")), on: occasion, records: records)
            _ = try tellStory(
                try Words("Een notitie.", room: .story), about: nil, at: world.plan,
                on: occasion.by(Actor(account: world.accounts[.contact])), records: records)
        }
        let letters = try await Self.takeMails(test)
        #expect(Set(letters.map(\.mail.kind)) == [.link, .news])
        for letter in letters {
            #expect(letter.language == language)
            let words = test.house.words(of: letter, from: "https://plan.voorbeeldstad.nl")
            let text = words.subject + words.body + words.sender
            for word in [
                "Samira", "samira", "Femke", "deurwaarder", "notitie", world.plan.text, world.owner.text, "Oosterhof",
                "{",
            ] { #expect(!text.contains(word), "\(language) says \(word)") }
            #expect(text.contains("0123 45 67 89"))
            #expect(text.contains("Waterveen"))
            // The link is alone on its line, whatever the direction of the words around it.
            let lines = words.body.split(separator: "\n").map(String.init)
            let link = letter.secret.map { "https://plan.voorbeeldstad.nl/links/\($0.text)" }
            #expect(lines.contains(link ?? "https://plan.voorbeeldstad.nl/"))
        }
        await test.close()
    }

    @Test func `the API asks for a link, opens a session with it once, and turns mail off`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await Self.giveAddress(world, in: test)
        try await test.application.test(.router) { client async throws in
            let anybody = APIClient(client)
            #expect(try await anybody.post("/links", ["adres": "samira@voorbeeld.nl"]).status == 204)
            #expect(try await anybody.post("/links", ["adres": "06 12 34 56 78"]).status == 400)
            #expect(try await anybody.post("/links", ["adres": " samira@voorbeeld.nl"]).status == 400)
            let secret = try #require(try await Self.takeMails(test).compactMap(\.secret).first)
            let session = try await anybody.post("/sessies", ["link": .text(secret.text)])
            #expect(session.status == 201)
            #expect(session["planId"] == .text(world.plan.text))
            #expect(try await anybody.post("/sessies", ["link": .text(secret.text)]).status == 401)
            #expect(try await anybody.post("/sessies", ["link": "kort"]).status == 401)
            let samira = APIClient(client, token: world.tokens[.owner]?.text)
            let mail = "/plannen/\(world.plan)/mail"
            #expect(try await samira.get(mail)["aan"] == .flag(true))
            #expect(try await samira.post(mail, ["aan": false]).status == 204)
            #expect(try await samira.post(mail, [:]).status == 400)
            #expect(try await samira.get(mail)["aan"] == .flag(false))
            #expect(try await samira.get(mail)["mogelijk"] == .flag(true))
        }
        await test.close()
    }
}
