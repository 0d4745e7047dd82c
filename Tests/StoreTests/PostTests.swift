import Domain
import Foundation
import Testing

@testable import Store

/// A link by mail, and being killed at any moment.
@Suite struct PostTests {
    @Test(arguments: Engine.available)
    func `a link opens her plan once, within a quarter of an hour, and ends the other links`(engine: Engine)
        async throws
    {
        try await MailScene.with(engine) { scene, store in
            let round = try scene.round(try scene.office(), in: store)
            func come(_ secret: ReturnLink.Secret, minutes: Int, as actor: Actor = .visitor) async throws -> Plan.ID {
                let on = occasion(actor, at: testNow.adding(minutes: minutes))
                return try await store.write { try comeBack(by: secret, on: on, records: $0).plan }
            }
            // However she writes it.
            try await scene.ask("Samira@Voorbeeld.NL", in: store)
            try await scene.rounds(round, in: store)
            let first = try scene.secret()
            try await scene.ask(in: store)
            try await scene.rounds(round, at: testNow.adding(minutes: 1), in: store)
            let second = try scene.secret()
            #expect(first != second)
            // Looking uses nothing up.
            for _ in 1...3 { _ = try await store.read { try readLink(second, on: occasion(), records: $0) } }
            #expect(try await come(second, minutes: 15) == scene.begun.plan)
            for secret in [first, second] {
                await #expect(throws: ReturnLinkRefusal.over) { _ = try await come(secret, minutes: 2) }
            }
            #expect(try await come(second, minutes: 2, as: scene.owner) == scene.begun.plan, "she is in already")
            try await scene.ask(at: testNow.adding(hours: 2), in: store)
            try await scene.rounds(round, at: testNow.adding(hours: 2), in: store)
            let third = try scene.secret()
            await #expect(throws: ReturnLinkRefusal.over) { _ = try await come(third, minutes: 135) }
            let (plan, on) = (scene.begun.plan, occasion(scene.owner, at: testNow.adding(hours: 3)))
            let events = try await store.write {
                try readJournal(of: plan, before: nil, on: on, records: $0).page.rows.map(\.entry.event)
            }
            #expect(events.filter { $0 == .linkMailed }.count == 3)
            #expect(events.contains(.linkUsed))
            // Neither the secret nor the address stands in the database.
            let kept = try await store.texts("SELECT secret_hash FROM return_links")
            #expect(!kept.contains(third.text))
        }
    }

    @Test(arguments: Engine.available)
    func `nobody can fill a mailbox, and an unknown address leaves the same trace as a known one`(engine: Engine)
        async throws
    {
        try await MailScene.with(engine) { scene, store in
            for address in [MailScene.address, "niemand@voorbeeld.nl"] {
                for _ in 1...10 { try await scene.ask(address, in: store) }
            }
            let rows = try await store.texts("SELECT reach_hash FROM link_requests")
            #expect(rows.count == 2 * LinkRequest.mostInAnHour)
            #expect(Set(rows).count == 2)
            try await scene.rounds(try scene.round(try scene.office(), in: store), in: store)
            #expect(scene.letters.filter { $0.contains("Subject: link") }.count == LinkRequest.mostInAnHour)
            try await scene.ask(at: testNow.adding(minutes: 61), in: store)
            #expect(try await store.rows("SELECT 1 FROM link_requests").count == 7)
        }
    }

    @Test(arguments: Engine.available)
    func `a link that could not go for an hour is not sent any more`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            try await scene.ask(in: store)
            try await scene.rounds(
                try scene.round(try scene.office(), in: store), at: testNow.adding(minutes: 61), in: store)
            #expect(scene.letters.allSatisfy { !$0.contains("Subject: link") })
        }
    }

    // MARK: Killed at any moment

    /// Killed right after the mail was taken: the receipt is there and no keeper ever had it.
    @Test(arguments: Engine.available)
    func `killed before handing over, a mail goes at the next start`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            var office: PostOffice? = try scene.office()
            let name = try #require(office?.name)
            let id = try #require(try await store.read { try $0.mails.due(at: testNow, limit: 1).first })
            _ = try await store.write { try takeMail(id, to: name, on: occasion(), records: $0) }
            #expect(try await scene.states(in: store) == ["handed"])
            office = nil
            try Data().write(to: URL(fileURLWithPath: "\(scene.folder)/post/\(id)"))
            let again = try scene.round(try scene.office(), in: store)
            try await again.tidy()
            let passages = try await scene.rounds(again, in: store)
            #expect(passages.last?.state == .sent(at: testNow))
            #expect(passages.last?.attempts == 1)
            #expect(scene.letters.count == 1)
        }
    }

    /// Killed while the mail program was at work, and started again at once: the keeper outlives us.
    @Test(arguments: Engine.available)
    func `killed between handing over and hearing of it, a mail goes exactly once`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            let script = "cat >> \"$FOLDER/box\"; while test ! -e \"$FOLDER/go\"; do sleep 0.02; done"
            var office: PostOffice? = try scene.office(script)
            if let office { _ = try await scene.round(office, in: store).run(at: testNow) }
            for _ in 0..<500 where scene.letters.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            // All that we knew is gone; the mail program still works on it.
            office = nil
            let after = try scene.office(script)
            let round = try scene.round(after, in: store)
            try await round.tidy()
            for minutes in 0..<30 { _ = try await round.run(at: testNow.adding(minutes: minutes)) }
            #expect(try await scene.states(in: store) == ["handed"])
            #expect(scene.letters.count == 1)
            try Data().write(to: URL(fileURLWithPath: "\(scene.folder)/go"))
            try await scene.rounds(round, at: testNow.adding(minutes: 30), in: store)
            #expect(try await scene.states(in: store) == ["sent"])
            #expect(scene.letters.count == 1)
        }
    }

    /// The keeper died as well, as in a power cut: nobody knows, so it goes again, as the same message.
    @Test(arguments: Engine.available)
    func `when nobody knows whether it went, it goes again under the same name`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            // The first time it ends its keeper, and what stands between them.
            let office = try scene.office(
                """
                cat >> "$FOLDER/box"
                if test ! -e "$FOLDER/once"; then
                    : > "$FOLDER/once"
                    kill -KILL $(cut -d' ' -f4 "/proc/$PPID/stat") $PPID
                fi
                """)
            let round = try scene.round(office, in: store)
            let passages = try await scene.rounds(round, in: store)
            #expect(passages.map(\.state) == [.queued(due: testNow.adding(minutes: 1))])
            try await scene.rounds(round, at: testNow.adding(minutes: 1), in: store)
            #expect(try await scene.states(in: store) == ["sent"])
            let names = scene.box.split(separator: "\n").filter { $0.hasPrefix("Message-ID:") }
            #expect(names.count == 2)
            #expect(Set(names).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a letter that is cut off goes nowhere`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            let office = try scene.office()
            let id: Mail.ID = occasion().newID()
            let receipt = try #require(office.openReceipt(for: id))
            #expect(office.outcome(of: id) == .running)
            #expect(office.openReceipt(for: id) == nil, "one keeper at a time")
            receipt.discard(at: office)
            #expect(office.outcome(of: id) == .unknown)
            let whole = try #require(office.openReceipt(for: id))
            try office.hand("From: iemand\n\nhallo\n", whole)
            for _ in 0..<500 where office.outcome(of: id) == .running { try await Task.sleep(for: .milliseconds(20)) }
            #expect(office.outcome(of: id) == .accepted)
            #expect(scene.box == "From: iemand\n\nhallo\n")
            for (contents, outcome) in [
                ("", PostOffice.Outcome.notBegun), ("beg", .unknown), ("begun\n", .unknown), ("begun\n7", .unknown),
                ("begun\n75\n", .refused(status: 75)), ("begun\n0\n", .accepted),
            ] {
                try Data(contents.utf8).write(to: URL(fileURLWithPath: "\(scene.folder)/post/\(id)"))
                #expect(office.outcome(of: id) == outcome)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `one program at a time has the office, and another machine's mail ends with a call`(engine: Engine)
        async throws
    {
        try await MailScene.with(engine) { scene, store in
            let office = try scene.office()
            #expect(try PostOffice(folder: "\(scene.folder)/post", program: ["/bin/true"]) == nil)
            let id = try #require(try await store.read { try $0.mails.due(at: testNow, limit: 1).first })
            _ = try await store.write { try takeMail(id, to: "elsewhere", on: occasion(), records: $0) }
            let round = try scene.round(office, in: store)
            _ = try await round.run(at: testNow.adding(hours: 23))
            #expect(try await scene.states(in: store) == ["handed"])
            _ = try await round.run(at: testNow.adding(hours: 25))
            #expect(try await scene.states(in: store) == ["failed"])
            let femke = occasion(scene.femke, at: testNow.adding(hours: 26))
            #expect(try await store.read { try openNotices(on: femke, records: $0).map(\.kind) } == [.mailFailed])
        }
    }

    @Test(arguments: Engine.available)
    func `of two posts that take the same mail one has it`(engine: Engine) async throws {
        try await MailScene.with(engine) { scene, store in
            let id = try #require(try await store.read { try $0.mails.due(at: testNow, limit: 1).first })
            let taken = await withTaskGroup(of: Bool.self) { group in
                for office in ["a", "b", "c", "d"] {
                    group.addTask {
                        let letter = try? await store.write {
                            try takeMail(id, to: office, on: occasion(), records: $0)
                        }
                        return letter.flatMap { $0 } != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
        }
    }

    // MARK: The letter

    @Test func `a letter is written as mail programs read it`() throws {
        let from = try #require(MailAddress("plan@voorbeeldstad.nl"))
        let to = try #require(MailAddress("samira@voorbeeld.nl"))
        let long = String(repeating: "é", count: 40) + " einde "
        let message = MailMessage(
            id: Mail.ID(high: 1, low: 2), from: from, sender: "Gemeente \"X\"\nBcc: iedereen", to: to,
            subject: "Er is iets nieuws – и ещё", body: "Dag,\n\n\(long)\na=b\n", language: .uk, at: testNow)
        let lines = message.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { $0 < 127 } })
        #expect(lines[0] == "From: \"Gemeente \\\"X\\\" Bcc: iedereen\" <plan@voorbeeldstad.nl>")
        #expect(lines[1] == "To: <samira@voorbeeld.nl>")
        #expect(lines[2].hasPrefix("Subject: =?UTF-8?B?"))
        #expect(lines.contains("Date: Mon, 3 Mar 2025 09:00:00 +0000"))
        #expect(lines.contains("Message-ID: <00000000-0000-0001-0000-000000000002@voorbeeldstad.nl>"))
        #expect(lines.contains("a=3Db"))
        #expect(lines.contains { $0.hasSuffix("einde=20") }, "no space at the end of a line")
        #expect(!message.text.contains("\nBcc:"))
    }
}
