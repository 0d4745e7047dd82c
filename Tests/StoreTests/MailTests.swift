import Domain
import Foundation
import Synchronization
import Testing

@testable import Store

/// A resident with an e-mail address whose plan runs, and a post office with a mail program of a few lines.
struct MailScene: Sendable {
    static let address = "samira@voorbeeld.nl"

    let town: ContractTests.Town
    let begun: BegunPlan
    let folder: String

    var owner: Actor { Actor(owner: begun.owner) }
    var femke: Actor { Actor(account: town.femke) }

    static func with(
        _ engine: Engine, reach: String = address, _ body: (MailScene, SQLStore) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "burgerkracht-post-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withStore(engine) { plain in
            var store = plain
            store.sendsMail = true
            let town = try await ContractTests.Town.make(in: store)
            let begun = try await store.write { records in
                let first = FirstWords(
                    words: try Words("Donderdag komt de deurwaarder.", room: .sentence),
                    reach: try Words(reach, room: .reach))
                let asking = Occasion(
                    actor: .visitor, now: testNow, origin: occasion().origin, chance: .system, language: .tr)
                let begun = try askQuestion(first, in: town.area, on: asking, records: records)
                let question = try #require(try records.questions.latest(of: begun.plan))
                _ = try acceptQuestion(
                    question.id, on: occasion(Actor(account: town.femke)), records: records)
                return begun
            }
            try await body(MailScene(town: town, begun: begun, folder: folder), store)
        }
    }

    /// - Parameter script: what the mail program does with a letter on its standard input.
    func office(_ script: String = "cat >> \"$FOLDER/box\"") throws -> PostOffice {
        let program = "\(folder)/sendmail"
        let lines = "#!/bin/sh\nFOLDER='\(folder)'\n\(script)\n"
        try Data(lines.utf8).write(to: URL(fileURLWithPath: program), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        return try #require(try PostOffice(folder: "\(folder)/post", program: [program, "-t"]))
    }

    func round(_ office: PostOffice, in store: SQLStore) throws -> PostRound {
        let from = try #require(MailAddress("plan@voorbeeldstad.nl"))
        return PostRound(store: store, office: office) { letter in
            MailMessage(
                id: letter.mail.id, from: from, sender: "Gemeente Voorbeeldstad", to: letter.address,
                subject: letter.mail.kind.rawValue, body: letter.secret?.text ?? "nieuws", language: letter.language,
                at: testNow
            ).text
        }
    }

    /// Rounds, until nothing is with the mail program.
    @discardableResult
    func rounds(_ round: PostRound, at now: Instant = testNow, in store: SQLStore) async throws -> [PostRound.Passage] {
        var passages: [PostRound.Passage] = []
        for _ in 0..<500 {
            passages += try await round.run(at: now)
            if try await states(in: store).allSatisfy({ $0 != "handed" }) { return passages }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the mail program did not end")
        return passages
    }

    func states(in store: SQLStore) async throws -> [String] {
        try await store.texts("SELECT state FROM mails ORDER BY state")
    }

    var box: String { (try? String(contentsOfFile: "\(folder)/box", encoding: .utf8)) ?? "" }

    var letters: [String] { box.components(separatedBy: "From: ").dropFirst().map { String($0) } }

    func note(at now: Instant = testNow, in store: SQLStore) async throws {
        let (plan, on) = (begun.plan, occasion(femke, at: now))
        try await store.write {
            _ = try tellStory(try Words("Eerst donderdag.", room: .story), about: nil, at: plan, on: on, records: $0)
        }
    }

    func look(at now: Instant, in store: SQLStore) async throws {
        let (plan, on) = (begun.plan, occasion(owner, at: now))
        _ = try await store.write { try readPlan(plan, on: on, records: $0) }
    }

    func ask(_ address: String = address, at now: Instant = testNow, in store: SQLStore) async throws {
        let address = try #require(MailAddress(address))
        try await store.write { try askForLink(to: address, on: occasion(at: now), records: $0) }
    }

    /// The secret in the last letter.
    func secret() throws -> ReturnLink.Secret {
        let words = box.replacing("=\n", with: "").split { $0.isWhitespace }
        return try #require(words.compactMap { ReturnLink.Secret(String($0)) }.last)
    }
}

/// The queue of mails, and handing over with evidence (ADR 0020).
@Suite struct MailTests {
    @Test(arguments: Engine.available)
    func `a mail goes out once, with nothing of the plan in it`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            #expect(try await scene.states(in: store) == ["queued"], "somebody took up her question")
            let round = try scene.round(try scene.office(), in: store)
            let passages = try await scene.rounds(round, in: store)
            #expect(passages.map(\.state) == [.sent(at: testNow)])
            try await scene.rounds(round, at: testNow.adding(days: 1), in: store)
            #expect(scene.letters.count == 1)
            #expect(scene.box.contains("To: <\(MailScene.address)>"))
            #expect(scene.box.contains("Content-Language: tr"), "the language she asked in")
            for word in [
                "deurwaarder", "Femke", scene.begun.plan.text, scene.begun.owner.text, scene.begun.code.digits,
            ] {
                #expect(!scene.box.contains(word), "the letter says \(word)")
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(scene.folder)/post")
            #expect(files == ["kantoor"], "receipts that are settled are thrown away")
            let (plan, on) = (scene.begun.plan, occasion(scene.owner))
            let rows = try await store.write { try readJournal(of: plan, before: nil, on: on, records: $0).page.rows }
            #expect(rows.contains { $0.entry.event == .newsMailed && $0.entry.who == .system })
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `one mail a day until she looked, and none when she saw it herself`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            for _ in 1...3 { try await scene.note(in: store) }
            #expect(try await scene.states(in: store).count == 1)
            let (hour, day) = (testNow.adding(hours: 1), testNow.adding(days: 1))
            try await scene.look(at: hour, in: store)
            let round = try scene.round(try scene.office(), in: store)
            try await scene.rounds(round, at: hour, in: store)
            #expect(try await scene.states(in: store) == ["dropped"])
            try await scene.note(at: testNow.adding(hours: 2), in: store)
            #expect(try await scene.states(in: store) == ["dropped", "queued"], "she looked, so there may be another")
            try await scene.note(at: day, in: store)
            #expect(try await scene.states(in: store).count == 3, "another day")
            #expect(scene.letters.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `who gave no e-mail address or turned the mail off gets none, also no link`(engine: Engine) async throws {
        try await MailScene.with(engine, reach: "06 00 00 00 01") { scene, store in
            try await scene.note(in: store)
            #expect(try await scene.states(in: store).isEmpty)
        }
        try await MailScene.with(engine) { scene, store in
            let (plan, her, femke) = (scene.begun.plan, occasion(scene.owner), occasion(scene.femke))
            await #expect(throws: SeatRefusal.onlyOwner) {
                try await store.write { try chooseMail(false, at: plan, on: femke, records: $0) }
            }
            for wants in [false, false] {
                try await store.write { try chooseMail(wants, at: plan, on: her, records: $0) }
            }
            let choice = try await store.write { try readMailChoice(of: plan, on: her, records: $0) }
            #expect(choice == MailChoice(isPossible: true, isOn: false))
            let round = try scene.round(try scene.office(), in: store)
            try await scene.ask(in: store)
            try await scene.rounds(round, in: store)
            #expect(try await scene.states(in: store) == ["dropped"])
            try await store.write { try chooseMail(true, at: plan, on: her, records: $0) }
            try await scene.ask(in: store)
            try await scene.rounds(round, in: store)
            #expect(try await scene.states(in: store) == ["dropped", "sent"])
        }
    }

    @Test(arguments: Engine.available)
    func `without a mail program nothing is queued and no link can be asked`(engine: Engine) async throws {
        try await withStore(engine) { store in
            let town = try await ContractTests.Town.make(in: store)
            _ = try await ContractTests.running(town, in: store)
            #expect(try await store.texts("SELECT state FROM mails").isEmpty)
            let address = try #require(MailAddress(MailScene.address))
            await #expect(throws: MailRefusal.noMailHere) {
                try await store.write { try askForLink(to: address, on: occasion(), records: $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a mail server that is down for a day costs no mail, and after two days a person calls`(engine: Engine)
        async throws
    {
        try await MailScene.with(engine) { scene, store in
            let round = try scene.round(
                try scene.office("test -e \"$FOLDER/up\" || exit 75; cat >> \"$FOLDER/box\""), in: store)
            var now = testNow
            var tries = 0
            for _ in 0..<24 * 12 {
                tries += try await scene.rounds(round, at: now, in: store).count
                now = now.adding(minutes: 5)
            }
            #expect(tries == 10, "after 1, 5, 15 and 60 minutes, and then every four hours")
            try Data().write(to: URL(fileURLWithPath: "\(scene.folder)/up"))
            try await scene.rounds(round, at: now.adding(hours: 4), in: store)
            #expect(scene.letters.count == 1)

            try FileManager.default.removeItem(atPath: "\(scene.folder)/up")
            let late = testNow.adding(days: 3)
            try await scene.note(at: late, in: store)
            for hours in 0..<60 { try await scene.rounds(round, at: late.adding(hours: hours), in: store) }
            #expect(try await scene.states(in: store) == ["failed", "sent"])
            let femke = occasion(scene.femke, at: late.adding(days: 3))
            let notices = try await store.read { try openNotices(on: femke, records: $0) }
            #expect(notices.map(\.kind) == [.mailFailed])
        }
    }

    @Test(arguments: Engine.available)
    func `an address that will never do is not tried again`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            let passages = try await scene.rounds(
                try scene.round(try scene.office("cat >/dev/null; exit 67"), in: store), in: store)
            #expect(passages.map(\.state) == [.failed(at: testNow)])
            #expect(passages.map(\.status) == [67])
        }
    }

    @Test(arguments: Engine.available)
    func `erasing a household silences its mail`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            let (plan, her) = (scene.begun.plan, occasion(scene.owner))
            // One that is with the mail program at that moment, and one that waits.
            let office = try scene.office("cat > /dev/null; while test ! -e \"$FOLDER/go\"; do sleep 0.02; done")
            let round = try scene.round(office, in: store)
            _ = try await round.run(at: testNow)
            try await scene.note(at: testNow.adding(days: 1), in: store)
            #expect(try await scene.states(in: store) == ["handed", "queued"])
            try await store.write { try askErasure(of: plan, .now, on: her, records: $0) }
            try Data().write(to: URL(fileURLWithPath: "\(scene.folder)/go"))
            try await scene.rounds(round, at: testNow.adding(days: 1), in: store)
            #expect(try await scene.states(in: store).isEmpty)
            #expect(try await Check.run(on: store).findings == [])
        }
    }

    @Test(arguments: Engine.available)
    func `what is over goes after a while, and what waits stays`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            try await scene.ask(in: store)
            try await scene.rounds(try scene.round(try scene.office(), in: store), in: store)
            let month = testNow.adding(days: 31)
            try await scene.note(at: month, in: store)
            let night = occasion(at: month)
            let items = try await store.write { try doAtNight(.mails, on: night, records: $0) }
            #expect(items == 4, "the request, the link and two mails")
            #expect(try await scene.states(in: store) == ["queued"])
        }
    }
}
