import Domain
import Testing

/// The way of a mail (`Mail`): every move from every state.
@Suite struct MailTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let chance = Chance.seeded(20)

    static func mail(
        _ state: Mail.State, _ kind: Mail.Kind = .news, attempts: Int = 1, madeAt: Instant = now
    ) -> Mail {
        Mail(
            id: chance.identifier(at: now), kind: kind, plan: chance.identifier(at: now),
            household: chance.identifier(at: now), madeAt: madeAt, state: state, attempts: attempts, version: 1)
    }

    static let states: [Mail.State] = [
        .queued(due: now), .handed(by: "a", at: now), .sent(at: now), .failed(at: now), .dropped(at: now),
    ]
    static let moves: [MailMove] = [
        .hand(by: "a"), .accept, .refuse(forGood: true), .refuse(forGood: false), .loseSight, .takeBack, .drop, .giveUp,
    ]

    /// Where a move leads, a minute after the mail was made and at its first try.
    static let table: [Mail.State: [MailMove: Mail.State]] = [
        .queued(due: now): [
            .hand(by: "a"): .handed(by: "a", at: now.adding(minutes: 1)),
            .drop: .dropped(at: now.adding(minutes: 1)), .giveUp: .failed(at: now.adding(minutes: 1)),
        ],
        .handed(by: "a", at: now): [
            .accept: .sent(at: now.adding(minutes: 1)),
            .refuse(forGood: true): .failed(at: now.adding(minutes: 1)),
            .refuse(forGood: false): .queued(due: now.adding(minutes: 2)),
            .loseSight: .queued(due: now.adding(minutes: 2)), .takeBack: .queued(due: now.adding(minutes: 1)),
        ],
    ]

    @Test(arguments: moves, states)
    func `a mail goes where its way leads, or nowhere`(move: MailMove, state: Mail.State) throws {
        let mail = Self.mail(state)
        let later = Self.now.adding(minutes: 1)
        if let next = Self.table[state]?[move] {
            #expect(try mail.moved(by: move, at: later).state == next)
        } else {
            #expect(throws: MailRefusal.notFromHere) { try mail.moved(by: move, at: later) }
        }
    }

    @Test func `each try waits longer, up to four hours`() throws {
        let minutes = try (1...7).map { attempts in
            let moved = try Self.mail(.handed(by: "a", at: Self.now), attempts: attempts)
                .moved(by: .refuse(forGood: false), at: Self.now)
            guard case .queued(let due) = moved.state else { return Int64(-1) }
            return (due.milliseconds - Self.now.milliseconds) / 60_000
        }
        #expect(minutes == [1, 5, 15, 60, 240, 240, 240])
    }

    @Test func `handing over counts as a try, and never having begun does not`() throws {
        let handed = try Self.mail(.queued(due: Self.now), attempts: 2).moved(by: .hand(by: "a"), at: Self.now)
        #expect(handed.attempts == 3)
        #expect(try handed.moved(by: .takeBack, at: Self.now).attempts == 2)
    }

    @Test func `news is tried for two days and a link for an hour`() throws {
        for (kind, hours) in [(Mail.Kind.news, 48), (.link, 1)] {
            let mail = Self.mail(.handed(by: "a", at: Self.now), kind, attempts: 1)
            let inTime = Self.now.adding(minutes: hours * 60 - 2)
            let tooLate = Self.now.adding(minutes: hours * 60 - 1)
            #expect(try !mail.moved(by: .refuse(forGood: false), at: inTime).state.isOver)
            #expect(try mail.moved(by: .refuse(forGood: false), at: tooLate).state == .failed(at: tooLate))
            #expect(!mail.isTooLate(at: tooLate))
            #expect(mail.isTooLate(at: Self.now.adding(hours: hours)))
        }
    }

    @Test(arguments: [
        "samira@voorbeeld.nl", "Samira.El-Amrani+plan@mail.voorbeeld.nl", "s@x.nl", "o'neil@voorbeeld.nl",
        "a_b%c@xn--caf-dma.example",
    ])
    func `a plain address is one`(text: String) { #expect(MailAddress(text)?.text == text) }

    @Test(arguments: [
        "", "06 12 34 56 78", "via mijn zus", "samira", "samira@", "@voorbeeld.nl", "samira@voorbeeld", "a@b@c.nl",
        "samira@voorbeeld.nl, henk@voorbeeld.nl", "samira@voorbeeld.nl\nBcc: henk@voorbeeld.nl", "-oQ/tmp@voorbeeld.nl",
        "sam ira@voorbeeld.nl", "samira@-voorbeeld.nl", "samira@voorbeeld..nl", "sämira@voorbeeld.nl",
        "<samira@voorbeeld.nl>", "\"samira\"@voorbeeld.nl", "mail: samira@voorbeeld.nl", " samira@voorbeeld.nl",
        "samira@voorbeeld.nl\n", ".samira@voorbeeld.nl",
    ])
    func `what could be anything else than one address is none`(text: String) { #expect(MailAddress(text) == nil) }

    @Test func `an address is no longer than can be sent to`() {
        #expect(MailAddress("\(String(repeating: "a", count: 64))@voorbeeld.nl") != nil)
        #expect(MailAddress("\(String(repeating: "a", count: 65))@voorbeeld.nl") == nil)
        #expect(MailAddress("a@\(String(repeating: "b.", count: 130))nl") == nil)
    }

    @Test func `a link is open for a quarter of an hour, and once`() throws {
        let until = Self.now.adding(minutes: ReturnLink.minutes)
        let plan: Plan.ID = Self.chance.identifier(at: Self.now)
        let household: Household.ID = Self.chance.identifier(at: Self.now)
        let link = ReturnLink(plan: plan, household: household, until: until)
        #expect(link.isOpen(at: Self.now.adding(minutes: 14)))
        #expect(!link.isOpen(at: until))
        let used = ReturnLink(plan: plan, household: household, until: until, usedAt: Self.now)
        #expect(!used.isOpen(at: Self.now))
        let secret = ReturnLink.Secret(chance: .system)
        #expect(secret.text.count == 64)
        #expect(ReturnLink.Secret(secret.text) == secret)
        #expect(ReturnLink.Secret("g" + secret.text.dropFirst()) == nil)
    }
}
