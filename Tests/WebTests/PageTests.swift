import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test func `what is put in is escaped and what is a page is not`() {
        let name = "<b>\"O'Neil\" & co</b>"
        let part: HTML = "<i>\(name)</i>"
        let page: HTML = "<p title=\"\(name)\">\(part)\([part, part])</p>"
        let escaped = "&lt;b&gt;&quot;O&#39;Neil&quot; &amp; co&lt;/b&gt;"
        let expected = "<p title=\"\(escaped)\"><i>\(escaped)</i><i>\(escaped)</i><i>\(escaped)</i></p>"
        #expect(page.source == expected)
    }

    @Test func `a way back never leads to another house`() {
        for path in [
            "//evil.example", "https://evil.example", "javascript:alert(1)", "/\\evil.example", "", "x", "/a b",
        ] {
            #expect(Path.back(path) == .front)
        }
        #expect(Path.back("/plannen/1?a=b").text == "/plannen/1?a=b")
    }

    @Test func `a form is read as it was written`() throws {
        let fields = try #require(Form.decode(Array("a=1+2&b=%C3%A9%0D%0Ax&c&d=%26%3D".utf8)))
        #expect(fields == ["a": "1 2", "b": "é\nx", "c": "", "d": "&="])
        #expect(Form.decode(Array("a=%ff%fe".utf8)) == nil)
        #expect(Form.decode(Array("a=%4".utf8)) == nil)
        #expect(Form.decode(Array("a=%zz".utf8)) == nil)
    }

    @Test func `long words and names fit in the picture`() {
        #expect("Donderdag eerst. Slapen daarna.".wrapped(at: 19, lines: 4) == ["Donderdag eerst.", "Slapen daarna."])
        #expect(String(repeating: "woord ", count: 60).wrapped(at: 19, lines: 4).count == 4)
        #expect(initials(of: "Femke Dijkstra") == "FD")
        #expect(initials(of: "Tess de Wit") == "TW")
        #expect(initials(of: "laila") == "La")
        #expect(initials(of: "") == "?")
    }
}

@Suite struct TextTests {
    static let texts = Result { try Texts(folder: "\(repositoryRoot)/Texts") }

    @Test func `every name has its sentence in every language and none is left over`() throws {
        _ = try Self.texts.get()
        let names = Set(TextKey.allCases.map(\.name))
        for language in Language.allCases {
            let json = try Data(contentsOf: URL(fileURLWithPath: "\(repositoryRoot)/Texts/\(language.rawValue).json"))
            let found = Set(try JSONDecoder().decode([String: Sentence].self, from: json).keys)
            #expect(found.subtracting(names).isEmpty, "\(language) has sentences nobody says")
        }
    }

    @Test func `the holes of a sentence are the same in every language`() throws {
        func holes(_ language: Language) throws -> [String: Set<String>] {
            let json = try Data(contentsOf: URL(fileURLWithPath: "\(repositoryRoot)/Texts/\(language.rawValue).json"))
            return try JSONDecoder().decode([String: Sentence].self, from: json).mapValues { sentence in
                Set(sentence.other.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
            }
        }
        let dutch = try holes(.nl)
        for language in Language.allCases {
            for (key, found) in try holes(language) { #expect(dutch[key] == found, "\(language) \(key)") }
        }
    }

    @Test func `a sentence about a number has every form its language knows`() throws {
        for language in Language.allCases {
            let json = try Data(contentsOf: URL(fileURLWithPath: "\(repositoryRoot)/Texts/\(language.rawValue).json"))
            for (key, sentence) in try JSONDecoder().decode([String: Sentence].self, from: json)
            where !sentence.forms.isEmpty {
                #expect(Set(sentence.forms.keys) == language.plurals, "\(language) \(key)")
            }
        }
    }

    @Test(arguments: [
        (Language.nl, 0, Plural.other), (.nl, 1, .one), (.pl, 1, .one), (.pl, 22, .few), (.pl, 12, .many),
        (.pl, 21, .many), (.uk, 21, .one), (.uk, 11, .many), (.uk, 3, .few), (.ar, 0, .zero), (.ar, 2, .two),
        (.ar, 7, .few), (.ar, 11, .many), (.ar, 100, .other), (.ar, 103, .few), (.tr, 1, .one), (.tr, 5, .other),
    ])
    func `a number takes the form of its language`(language: Language, number: Int, form: Plural) {
        #expect(language.plural(of: number) == form)
    }

    @Test func `the words we do not use are in no text`() throws {
        let forbidden = [
            "cliënt", "client", "casus", "ketenpartner", "zelfredzaam", "casemanager", "hulpverleningstraject",
            "dossier",
        ]
        let text = try String(contentsOfFile: "\(repositoryRoot)/Texts/nl.json", encoding: .utf8).lowercased()
        for word in forbidden { #expect(!text.contains(word), "\(word)") }
    }

    @Test func `sentences to residents are short`() throws {
        let json = try Data(contentsOf: URL(fileURLWithPath: "\(repositoryRoot)/Texts/nl.json"))
        for (key, sentence) in try JSONDecoder().decode([String: Sentence].self, from: json) {
            for part in sentence.other.split(whereSeparator: { ".!?:".contains($0) }) {
                let words = part.split(separator: " ").count
                #expect(words <= 17, "\(key): \(words) words: \(part)")
            }
        }
    }
}

@Suite struct SnapshotTests {
    /// The pages of the gallery, as they were last looked at. `BURGERKRACHT_RECORD=1` writes them anew.
    @Test func `pages look as they did when somebody last looked at them`() async throws {
        let test = try await TestHouse()
        let folder = "\(repositoryRoot)/Tests/WebTests/Snapshots"
        let isRecording = ProcessInfo.processInfo.environment["BURGERKRACHT_RECORD"] != nil
        let frame = Frame(
            t: test.house.texts[.nl], mark: "merk", path: "/ontwerp", place: "Oosterhof", viewer: .visitor,
            contact: nil, phone: "0123 45 67 89",
            nameplate: Nameplate(
                municipality: "Waterveen", stylesheet: .asset("burgerkracht.css", version: "0"),
                script: .asset("burgerkracht.js", version: "0"), recorder: .asset("inspreken.js", version: "0"),
                icon: .asset("icon.svg", version: "0"),
                isDemo: false, chance: .seeded(1)))
        for page in Gallery.pages {
            for (number, example) in page.examples(frame).enumerated() {
                // The mark against sending twice is another each time.
                let once = try Regex(#"name="eenmalig" value="[0-9a-f]+""#)
                let html = example.html.source.replacing(once, with: "name=\"eenmalig\" value=\"-\"")
                let path = "\(folder)/\(page.name)-\(number + 1).html"
                if isRecording {
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    try html.write(toFile: path, atomically: true, encoding: .utf8)
                }
                let kept = try? String(contentsOfFile: path, encoding: .utf8)
                #expect(kept == html, "\(page.name)-\(number + 1) changed; look at it, then record it")
            }
        }
        await test.close()
    }
}

@Suite struct BadInputTests {
    @Test func `bad forms get an answer in words, keep what was typed, and leak nothing`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            let long = String(repeating: "a", count: 501)
            let tooLong = try await visitor.post("/wijken/oosterhof/vraag", ["zin": long])
            #expect(tooLong.status == 422)
            #expect(tooLong.body.contains("501 tekens") && tooLong.body.contains(long))
            let empty = try await visitor.post("/wijken/oosterhof/vragen", ["zin": "  ", "bereik": ""])
            #expect(empty.status == 422)
            #expect(
                empty.body.contains("Schrijf één zin") && empty.body.contains("Vul één manier in"), "all faults at once"
            )
            let script = try await visitor.post("/wijken/oosterhof/vraag", ["zin": "<script>alert(1)</script>"])
            #expect(!script.body.contains("<script>alert") && script.body.contains("&lt;script&gt;"))
            #expect(try await visitor.post("/wijken/nergens/vraag", ["zin": "x"]).status == 404)
            #expect(try await visitor.get("/plannen/geen-id").status == 404)
            #expect(try await visitor.get("/uitnodigingen/geen-geheim").status == 404)
            #expect(try await visitor.get("/uitnodigingen/\(String(repeating: "0", count: 40))").status == 404)
            let stolen = try await visitor.post("/wijken/oosterhof/vraag", ["zin": "x"], mark: "00")
            #expect(stolen.status == 403)
            let json = try await visitor.send("/code", .post, body: "{}", headers: [.contentType: "application/json"])
            #expect(json.status == 415)
            let bytes = try await visitor.send("/code", .post, bytes: Array("code=%ff%ff&formulier=x".utf8))
            #expect(bytes.status == 400)
            let heavy = try await visitor.send("/code", .post, bytes: [UInt8](repeating: 97, count: 70_000))
            #expect(heavy.status == 413)
            for typed in ["", "letters", "1234", "0000 0000 0000 0000"] {
                let answer = try await visitor.post("/code", ["code": typed])
                #expect(answer.status == 422)
                #expect(answer.body.contains("value=\"\(typed)\""), "what was typed stays")
            }
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let foreign = try await samira.post(
                "/plannen/\(world.plan)/stappen", ["stap": "x", "wie": "naaste:\(world.plan)"])
            #expect(foreign.status == 409)
            let odd = try await samira.post(
                "/plannen/\(world.plan)/stappen",
                ["stap": "", "wie": "iedereen", "wanneer": String(repeating: "x", count: 200)])
            #expect(odd.status == 422)
            #expect(odd.body.contains("Kies wie dit doet") && odd.body.contains("Schrijf op wat er gaat gebeuren"))
            let past = try await samira.post(
                "/plannen/\(world.plan)/deelafspraken", ["naam": "Bo", "deel": "plan", "tot": "2020-01-01"])
            #expect(past.status == 422 && past.body.contains("al voorbij") && past.body.contains("value=\"Bo\""))
            let nonsense = try await samira.post(
                "/plannen/\(world.plan)/deelafspraken", ["naam": "", "deel": "alles", "tot": "morgen"])
            #expect(nonsense.status == 422)
            #expect(try await samira.post("/plannen/\(world.plan)/stappen/\(world.plan)/afronding").status == 404)
        }
        await test.close()
    }

    @Test func `a form sent twice does one thing and shows the same link`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let once = Session.Token(chance: .system).text
            let fields = ["naam": "Buurvrouw", "deel": "plan", "tot": "2025-05-01", "eenmalig": once]
            let links = [
                try await samira.post("/plannen/\(world.plan)/deelafspraken", fields),
                try await samira.post("/plannen/\(world.plan)/deelafspraken", fields),
            ].map { $0.body.value(after: "/uitnodigingen/", until: "<") }
            #expect(links[0] != nil && links[0] == links[1])
            let step = ["stap": "Eén keer", "wie": "ik", "eenmalig": Session.Token(chance: .system).text]
            for _ in 0..<2 { #expect(try await samira.post("/plannen/\(world.plan)/stappen", step).status == 303) }
            let femke = TestBrowser(client)
            femke.sessionToken = world.tokens[.contact]?.text
            let page = try await femke.get("/plannen/\(world.plan)").body
            #expect(page.components(separatedBy: "<b>Eén keer</b>").count == 2)
            for _ in 0..<2 {
                #expect(
                    try await samira.post("/plannen/\(world.plan)/stappen/\(world.ownerStep)/afronding").status == 303)
            }
        }
        await test.close()
    }

    @Test func `a step that changed meanwhile is told, not overwritten`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            #expect(try await samira.post("/plannen/\(world.plan)/stappen/\(world.ownerStep)/verval").status == 303)
            let late = try await samira.post("/plannen/\(world.plan)/stappen/\(world.ownerStep)/afronding")
            #expect(late.status == 409)
            #expect(late.body.contains("intussen veranderd"))
        }
        await test.close()
    }

    @Test func `guessing codes is slowed down and cannot lock her out`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let stranger = TestBrowser(client)
            var refused = 0
            let first = world.ownersCode.firstGroup
            for number in 0..<60 {
                // Beginnings that are not hers, from the same address.
                let beginning = String(format: "%04d", number % 7 == Int(first)! % 7 ? (number + 7001) % 10000 : number)
                guard beginning != first else { continue }
                let answer = try await stranger.post("/code", ["code": "\(beginning) 0000 0000 0001"])
                if answer.status == 429 { refused += 1 }
            }
            // Repeating one beginning runs dry at once.
            for _ in 0..<6 where try await stranger.post("/code", ["code": "9999 0000 0000 0001"]).status == 429 {
                refused += 1
            }
            #expect(refused > 0)
            let samira = TestBrowser(client)
            let back = try await samira.post("/code", ["code": world.ownersCode.grouped])
            #expect(back.status == 303, "her own code still opens her plan")
        }
        await test.close()
    }

    @Test func `everything an answer needs to be safe is on it`() async throws {
        let test = try await TestHouse()
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            for path in ["/", "/code", "/nergens", "/gezond", "/publiek/burgerkracht.css"] {
                let headers = try await visitor.get(path).headers
                #expect(headers[.init("Content-Security-Policy")!]?.contains("default-src 'none'") == true)
                #expect(headers[.init("X-Content-Type-Options")!] == "nosniff")
                #expect(headers[.init("Referrer-Policy")!] == "no-referrer")
                #expect(headers[.init("X-Frame-Options")!] == "DENY")
            }
            let page = try await visitor.get("/code")
            #expect(page.headers[.cacheControl] == "no-store")
            let fresh = try await TestBrowser(client).get("/code")
            let cookie = try #require(fresh.headers[.setCookie])
            for part in ["__Host-bk-bezoek=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(part), "\(part) is not in \(cookie)")
            }
        }
        await test.close()
    }

    @Test func `the doors of the demo and the gallery are not there in production`() async throws {
        let test = try await TestHouse(settings: Settings(requestsPerSecond: 1_000))
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            for path in ["/demo", "/ontwerp", "/ontwerp/plan/0"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == 404)
            }
            let posted = try await visitor.post("/demo/0192f3a0-0000-7000-8000-000000000000")
            #expect(posted.status == 404)
        }
        await test.close()
    }

    @Test func `one address cannot take the whole house`() async throws {
        let test = try await TestHouse(settings: Settings(requestsPerSecond: 5))
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            var answers: [Int] = []
            for _ in 0..<30 { answers.append(try await visitor.get("/gezond").status) }
            #expect(answers.filter { $0 == 200 }.count == 20)
            #expect(answers.last == 429)
            test.clock.advance(minutes: 1)
            #expect(try await visitor.get("/gezond").status == 200)
        }
        await test.close()
    }
}
