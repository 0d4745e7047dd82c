import Domain
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
        ("2025-13-01", false), ("2025-00-10", false), ("2025-04-31", false), ("2025-4-01", false), ("abc", false),
        ("2025-01-01x", false), ("+025-01-01", false),
    ])
    func `only days that exist are read`(text: String, exists: Bool) {
        #expect((Day(text) != nil) == exists)
        if let day = Day(text) { #expect(day.text == text) }
    }

    @Test func `a day survives the way to a number and back, for four centuries`() {
        for number in stride(from: -73_000, through: 73_000, by: 17) {
            let day = Day(daysSinceEpoch: number)
            #expect(Day(day.text) == day)
        }
    }

    @Test func `the third of March 2025 is a Monday`() {
        #expect(Day("2025-03-03")?.weekday == 1)
        #expect(Day("1970-01-01")?.weekday == 4)
        #expect(Day("1969-12-31")?.weekday == 3)
    }

    @Test func `a day in the Netherlands begins at its own midnight, in summer and winter`() throws {
        let winter = Instant.start(of: try #require(Day("2025-01-15")))
        #expect(winter.rfc3339 == "2025-01-14T23:00:00Z")
        let summer = Instant.start(of: try #require(Day("2025-07-15")))
        #expect(summer.rfc3339 == "2025-07-14T22:00:00Z")
    }

    @Test func `the day of 25 hours and the day of 23 hours are one day each`() throws {
        for text in ["2025-10-26", "2025-03-30"] {
            let day = try #require(Day(text))
            let start = Instant.start(of: day)
            let end = Instant.start(of: day.adding(days: 1))
            #expect(start.day == day)
            #expect(Instant(milliseconds: end.milliseconds - 1).day == day)
            let hours = (end.milliseconds - start.milliseconds) / 3_600_000
            #expect(hours == (text == "2025-10-26" ? 25 : 23))
        }
    }

    @Test func `just before midnight is today and just after is tomorrow`() throws {
        let day = try #require(Day("2025-03-03"))
        let midnight = Instant.start(of: day.adding(days: 1))
        #expect(Instant(milliseconds: midnight.milliseconds - 1).day == day)
        #expect(midnight.day == day.adding(days: 1))
        #expect(Instant(milliseconds: midnight.milliseconds - 60_000).clock == "23:59")
    }
}

@Suite struct IdentifierTests {
    @Test func `an identity reads back what it wrote`() {
        let chance = Chance.seeded(4)
        for number in 0..<200 {
            let id: Identifier<Plan> = chance.identifier(at: Instant(milliseconds: 1_700_000_000_000 + Int64(number)))
            #expect(Identifier<Plan>(id.text) == id)
            #expect(Identifier<Plan>(id.text.uppercased()) == id)
            #expect(Array(id.text)[14] == "7")
            #expect("89ab".contains(Array(id.text)[19]))
        }
    }

    @Test(arguments: [
        "", "x", "0192f3a0-0000-7000-8000-00000000000", "0192f3a0-0000-7000-8000-0000000000000",
        "0192f3a0x0000-7000-8000-000000000000", "0192f3a000007000800000000000000000ab",
        "g192f3a0-0000-7000-8000-000000000000",
    ])
    func `what is no identity is not read as one`(text: String) {
        #expect(Identifier<Plan>(text) == nil)
    }

    @Test func `later is greater`() {
        let chance = Chance.seeded(1)
        let early: Identifier<Plan> = chance.identifier(at: Instant(milliseconds: 1_000))
        let late: Identifier<Plan> = chance.identifier(at: Instant(milliseconds: 2_000))
        #expect(early < late)
        #expect(early.text < late.text)
    }
}

@Suite struct WordsTests {
    @Test func `words keep their line breaks and lose what turns text around`() throws {
        let words = try Words("  Eerst\u{202E} donderdag.\n\u{0}Dan slapen.\t ", room: .story)
        #expect(words.text == "Eerst donderdag.\nDan slapen.")
    }

    @Test(arguments: ["", "   ", "\n\t", "\u{202E}\u{0}"])
    func `nothing is not words`(text: String) {
        #expect(throws: WordsRefusal.empty) { try Words(text, room: .line) }
    }

    @Test func `too long says how long and how much room there is`() throws {
        let long = String(repeating: "é", count: 121)
        #expect(throws: WordsRefusal.tooLong(room: 120, is: 121)) { try Words(long, room: .line) }
        #expect(try Words(String(long.dropLast()), room: .line).text.count == 120)
    }

    @Test func `a family emoji counts as one`() throws {
        #expect(try Words(String(repeating: "👨‍👩‍👧", count: 120), room: .line).text.count == 120)
    }
}

@Suite struct ReturnCodeTests {
    @Test func `a code has sixteen digits in four groups`() {
        let code = ReturnCode(chance: .seeded(3))
        #expect(code.digits.count == 16)
        #expect(code.grouped.split(separator: " ").map(\.count) == [4, 4, 4, 4])
    }

    @Test(arguments: [
        "4821 9034 1175 2260", "4821-9034-1175-2260", " 4821903411752260 ", "4821.9034.1175.2260",
        "4821\u{00A0}9034\u{00A0}1175\u{00A0}2260",
    ])
    func `however it is typed, it is the same code`(typed: String) throws {
        #expect(try ReturnCode(typed: typed).digits == "4821903411752260")
    }

    @Test func `what is wrong with a code is said`() {
        #expect(throws: ReturnCodeRefusal.empty) { try ReturnCode(typed: " - ") }
        #expect(throws: ReturnCodeRefusal.notDigits) { try ReturnCode(typed: "4821 9034 1175 226O") }
        #expect(throws: ReturnCodeRefusal.notDigits) { try ReturnCode(typed: "٤٨٢١ 9034 1175 2260") }
        #expect(throws: ReturnCodeRefusal.wrongLength(15)) { try ReturnCode(typed: "482190341175226") }
    }

    @Test func `codes do not repeat and use all digits`() {
        let codes = (0..<2_000).map { _ in ReturnCode(chance: .system).digits }
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes.joined()).count == 10)
    }

    @Test func `a fair choice reaches every number`() {
        let chance = Chance.seeded(9)
        #expect(Set((0..<500).map { _ in chance.number(below: 7) }) == Set(0..<7))
    }
}
