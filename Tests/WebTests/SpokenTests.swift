import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Forms with a file in them, and parts of a file: read strictly.
@Suite struct MultipartTests {
    static let type = "multipart/form-data; boundary=x"

    static func read(_ text: String, type: String = type) -> Multipart? {
        Multipart(Data(text.replacing("\n", with: "\r\n").utf8), contentType: type)
    }

    static func part(_ head: String, _ content: String) -> String {
        "--x\nContent-Disposition: form-data; \(head)\n\n\(content)\n"
    }

    @Test func `a form with a file is read as it was written`() throws {
        let sound: [UInt8] = [0, 13, 10, 45, 45, 120, 0, 255, 13, 10, 45, 45]
        let body = MultipartBody.bytes(["zin": "één\r\ntwee", "leeg": ""], files: ["opname": sound])
        let form = try #require(Multipart(Data(body), contentType: MultipartBody.type))
        #expect(form.fields == ["zin": "één\ntwee", "leeg": ""])
        #expect(form.files == ["opname": sound])
    }

    @Test func `a boundary may stand in quotes, and the last line may be missing`() throws {
        let form = Self.read(Self.part("name=\"zin\"", "hallo") + "--x--", type: "Multipart/Form-Data; Boundary=\"x\"")
        #expect(form?.fields == ["zin": "hallo"])
        let none = Self.read(
            Self.part("name=\"opname\"; filename=\"\"\nContent-Type: application/octet-stream", "") + "--x--\n")
        #expect(none?.files == ["opname": []])
        let named = Self.read(Self.part("name=\"opname\"; filename=\"a\\\"b;.ogg\"", "OggS") + "--x--\n")
        #expect(named?.files["opname"] == Array("OggS".utf8))
    }

    @Test(arguments: [
        "", "--x", "--x--x", "--x\n", "hallo", "--y--\n", "voor --x\n",
        part("name=\"zin\"", "hallo"), part("name=\"zin\"", "hallo") + "--x-",
        part("name=\"zin\"", "hallo") + "--x--\nna",
        part("name=\"zin\"", "een") + part("name=\"zin\"", "twee") + "--x--\n",
        part("name=\"zin\"", "een") + part("name=\"zin\"; filename=\"a\"", "twee") + "--x--\n",
        part("name=\"a b\"", "een") + "--x--\n", part("name=\"\"", "een") + "--x--\n",
        part("name=zin", "een") + "--x--\n",
        part("name=\"zin", "een") + "--x--\n", part("filename=\"a\"", "een") + "--x--\n",
        part("name=\"zin\"; vreemd=\"a\"", "een") + "--x--\n",
        "--x\nContent-Type: text/plain\n\neen\n--x--\n", "--x\n\neen\n--x--\n",
        "--x\nContent-Disposition: form-data; name=\"a\"\nContent-Disposition: form-data; name=\"b\"\n\neen\n--x--\n",
        part("name=\"zin\"\nX: \(String(repeating: "y", count: 2_000))", "een") + "--x--\n",
        (0...30).map { part("name=\"veld\($0)\"", "een") }.joined() + "--x--\n",
    ])
    func `what no browser sends is refused as a whole`(body: String) {
        #expect(Self.read(body) == nil)
    }

    @Test(arguments: [
        nil, "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=a b", "multipart/form-data; boundary=x; charset=utf-8",
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ])
    func `without a good boundary nothing is read`(type: String?) {
        let body = Self.part("name=\"zin\"", "hallo") + "--x--\n"
        #expect(Multipart(Data(body.replacing("\n", with: "\r\n").utf8), contentType: type) == nil)
    }

    @Test func `a field that is no text is refused`() {
        var body = Array("--x\r\nContent-Disposition: form-data; name=\"zin\"\r\n\r\n".utf8)
        body += [0xFF, 0xFE] + Array("\r\n--x--\r\n".utf8)
        #expect(Multipart(Data(body), contentType: Self.type) == nil)
    }

    @Test(arguments: [
        (nil, ByteRange.whole), ("bytes=0-", .part(0...9)), ("bytes=2-4", .part(2...4)), ("bytes=4-400", .part(4...9)),
        ("bytes=-3", .part(7...9)), ("bytes=-30", .part(0...9)), ("bytes=9-9", .part(9...9)), ("bytes=10-", .nowhere),
        ("bytes=-0", .nowhere), ("bytes=4-2", .whole), ("bytes=-", .whole), ("bytes=0-1,4-5", .whole),
        ("bytes=a-b", .whole), ("bytes=1", .whole), ("items=0-1", .whole), ("bytes=99999999999999999999-", .whole),
    ])
    func `a part of a recording is what the browser asked for, or the whole`(header: String?, range: ByteRange) {
        #expect(ByteRange(header, of: 10) == range)
    }
}

/// Speaking instead of writing, through the doors of the house.
@Suite struct SpokenTests {
    @Test func `the microphone is for one page, and sound for pages that have some`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            let speaking = try await visitor.get("/wijken/oosterhof/inspreken")
            #expect(speaking.headers[.permissionsPolicy]?.contains("microphone=(self)") == true)
            #expect(speaking.headers[.contentSecurityPolicy]?.contains("media-src 'self' blob:") == true)
            #expect(speaking.body.contains("inspreken.js"))
            for path in ["/wijken/oosterhof", "/code", "/wijken/nergens/inspreken"] {
                let answer = try await visitor.get(path)
                #expect(answer.headers[.permissionsPolicy]?.contains("microphone=()") == true, "\(path)")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("media-src") == false, "\(path)")
                #expect(!answer.body.contains("inspreken.js"), "\(path)")
            }
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let plan = try await samira.get("/plannen/\(world.plan)")
            #expect(plan.headers[.contentSecurityPolicy]?.contains("media-src 'self'") == true)
            #expect(plan.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(plan.headers[.permissionsPolicy]?.contains("microphone=()") == true)
            let story = try await samira.get("/plannen/\(world.plan)/verhaal")
            #expect(story.headers[.contentSecurityPolicy]?.contains("media-src") == false)
        }
        await test.close()
    }

    @Test func `what is wrong with a recording is told, and nothing else of the form is lost`() async throws {
        let test = try await TestHouse()
        _ = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            let path = "/wijken/oosterhof/ingesproken"
            let fields = ["zin": "Over mijn moeder.", "bereik": "06 12 34 56 78"]
            for (file, fault) in [
                (Array("<script>".utf8), "kunnen we niet laten horen"),
                (World.sound + [UInt8](repeating: 0, count: Recording.mostBytes), "te lang"),
            ] {
                let answer = try await visitor.post(path, fields, file: file)
                #expect(answer.status == 422)
                #expect(answer.body.contains(fault))
                #expect(answer.body.contains("Over mijn moeder.") && answer.body.contains("06 12 34 56 78"))
            }
            let nothing = try await visitor.post(path, ["zin": " ", "bereik": ""], file: [])
            #expect(nothing.status == 422)
            #expect(nothing.body.contains("Spreek iets in") && nothing.body.contains("Vul één manier in"))
            let heavy = try await visitor.post(path, fields, file: [UInt8](repeating: 0, count: 2_300_000))
            #expect(heavy.status == 413)
            #expect(heavy.body.contains("te lang") && heavy.body.contains("href=\"/wijken/oosterhof/inspreken\""))
            #expect(try await visitor.post(path, fields, file: World.sound, mark: "00").status == 403)
            #expect(try await visitor.post(path, fields).status == 415)
            let broken = try await visitor.send(
                path, .post, headers: [.contentType: "multipart/form-data; boundary=x"], bytes: [1, 2, 3])
            #expect(broken.status == 400)
            let typed = try await visitor.post(path, fields, file: [])
            #expect(typed.status == 303, "a sentence alone is a question too")
        }
        await test.close()
    }

    @Test func `a recording that is sent twice begins one plan, and a script hears where to go`() async throws {
        let test = try await TestHouse()
        _ = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let visitor = TestBrowser(client)
            let once = Session.Token(chance: .system).text
            let fields = ["bereik": "06", "seconden": "9", "eenmalig": once]
            var places: [String?] = []
            for script in ["", "ja"] {
                visitor.sessionToken = nil
                let answer = try await visitor.post(
                    "/wijken/oosterhof/ingesproken", fields.merging(["script": script]) { $1 }, file: World.sound)
                #expect(answer.status == (script == "ja" ? 201 : 303))
                places.append(answer.location)
            }
            #expect(places[0] != nil && places[0] == places[1])
        }
        await test.close()
    }

    @Test func `from spoken to read back, and then there is nothing to hear`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let femke = TestBrowser(client)
            femke.sessionToken = world.tokens[.contact]?.text
            let plan = "/plannen/\(world.plan)"
            let path = "\(plan)/ingesproken/\(world.spoken)"
            let whole = try await femke.get(path)
            #expect(whole.headers[.contentType] == "audio/ogg")
            #expect(whole.headers[.cacheControl] == "no-store")
            let part = try await femke.send(path, .get, headers: [.range: "bytes=0-3"])
            #expect(part.status == 206 && part.body == "OggS")
            #expect(part.headers[.contentRange] == "bytes 0-3/2004")
            let beyond = try await femke.send(path, .get, headers: [.range: "bytes=9000-"])
            #expect(beyond.status == 416 && beyond.headers[.contentRange] == "bytes */2004")
            let empty = try await femke.post("\(path)/uitgetypt", ["uitgetypt": " "])
            #expect(empty.status == 422 && empty.body.contains("<audio"))
            #expect(try await femke.post("\(path)/uitgetypt", ["uitgetypt": "Hij komt donderdag."]).status == 303)
            #expect(try await femke.post("\(path)/uitgetypt", ["uitgetypt": "Hij komt vrijdag."]).status == 409)
            let page = try await samira.get(plan).body
            #expect(page.contains("Hij komt donderdag.") && page.contains("<audio"))
            let seat = try await test.store.write { records in
                let on = Occasion(
                    actor: Actor(owner: world.owner), now: test.clock.now,
                    origin: Origin(road: .command, address: "test"), chance: .system)
                return try readPlan(world.plan, on: on, records: records).spoken?.state
            }
            guard case .typedOut(let note)? = seat else {
                Issue.record("it is not typed out")
                return
            }
            let klopt = try await samira.post(
                "\(plan)/verhalen/\(note)/bevestiging", ["woorden": "Hij komt donderdag om negen uur."])
            #expect(klopt.status == 303)
            #expect(try await samira.get(path).status == 404)
            #expect(try await femke.get(path).status == 404)
            #expect(try await !samira.get(plan).body.contains("<audio"))
            let looked = try await samira.get("\(plan)/inzagen").body
            #expect(looked.contains("luisterde naar de opname") && looked.contains("typte de opname uit"))
        }
        await test.close()
    }

    @Test func `the API takes a recording, lets it be heard, and says everything that is wrong at once`() async throws {
        try await withWorld { _, _, client async throws in
            let visitor = APIClient(client)
            let wrong = try await visitor.upload(
                "/vragen/ingesproken", ["wijk": "nergens", "bsn": "1"], recording: Array("MZ".utf8))
            #expect(wrong.status == 400)
            #expect(wrong["fouten"].items.map { $0.at("veld").string } == ["wijk", "bereik", "opname", "bsn"])
            let json = try await visitor.send(.post, "/vragen/ingesproken", ["wijk": "oosterhof"])
            #expect(json.status == 415)
            let fields = ["wijk": "oosterhof", "bereik": "06", "seconden": "12"]
            let key = "0192f3a0-0000-7000-8000-000000000001"
            let begun = try await visitor.upload("/vragen/ingesproken", fields, recording: World.sound, key: key)
            let again = try await visitor.upload("/vragen/ingesproken", fields, recording: World.sound, key: key)
            #expect(begun.status == 201)
            #expect(begun["planId"] == again["planId"])
            let owner = APIClient(client, token: begun["token"].string)
            let plan = "/plannen/\(begun["planId"].string)"
            let spoken = try await owner.get(plan).body.at("ingesproken")
            #expect(spoken.at("soort") == "audio/ogg")
            #expect(spoken.at("seconden") == 12)
            let path = "\(plan)/ingesproken/\(spoken.at("id").string)"
            let heard = try await owner.get(path, [.accept: "audio/*"])
            #expect(heard.headers[.contentType] == "audio/ogg")
            #expect(try await owner.get(path, [.accept: "application/json"]).status == 406)
            let file = try await owner.get("\(plan)/bestand")
            #expect(file["opname"] == .text(Data(World.sound).base64EncodedString()))
            #expect(try await owner.send(.delete, path).status == 204)
            #expect(try await owner.get(path).status == 404)
            #expect(try await owner.get(plan).body.at("ingesproken") == .null)
        }
    }
}
