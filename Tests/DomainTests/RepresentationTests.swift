@_spi(Examples) import Domain
import Testing

/// Who decides for the owner (`domain.md` §3, R-005): kinds, ages by the calendar, parts and deeds.
@Suite struct RepresentationTests {
    static let chance = Chance.seeded(12)
    static let now = StepRulesTests.now
    static let today = Day(year: 2025, month: 3, day: 3)
    static let money: LifeDomain.ID = chance.identifier(at: now)
    static let school: LifeDomain.ID = chance.identifier(at: now)
    static let tie = StepRulesTests.tie
    static let otherTie: NetworkTie.ID = chance.identifier(at: now)

    static func made(
        _ kind: Representation.Kind, _ part: Representation.Part = .plan, born: String? = nil, until: Day? = nil,
        ended: Bool = false, tie: NetworkTie.ID = tie
    ) -> Representation {
        Representation(
            id: chance.identifier(at: now), plan: StepRulesTests.plan.id, household: StepRulesTests.household, tie: tie,
            name: tie == Self.tie ? "Laila" : "Mirjam", kind: kind, part: part, since: now,
            until: until ?? today.adding(days: 90), born: born.flatMap { Day($0) }, endedAt: ended ? now : nil)
    }

    static func inForce(_ all: Representation...) throws -> [Representation.InForce] {
        try all.map { try #require($0.inForce(on: today)) }
    }

    // MARK: By the day

    @Test(
        arguments: [
            ("2013-03-03", "2025-03-02", Representation.Weight.alone), ("2013-03-03", "2025-03-03", .together),
            ("2025-03-03", "2025-03-03", .alone), ("2012-02-29", "2024-02-28", .alone),
            ("2012-02-29", "2024-02-29", .together), ("2012-02-29", "2028-02-28", .together),
            ("2088-02-29", "2100-02-28", .alone), ("2088-02-29", "2100-03-01", .together),
            ("2009-03-04", "2025-03-03", .together),
        ])
    func `under twelve a parent decides, from twelve both, by the calendar`(
        born: String, on: String, weight: Representation.Weight
    ) throws {
        let day = try #require(Day(on))
        #expect(Self.made(.authority, born: born, until: day).weight(on: day) == weight)
    }

    @Test(arguments: [("2009-03-03", "2025-03-03"), ("2012-02-29", "2028-02-29"), ("2084-02-29", "2100-03-01")])
    func `from sixteen on a young person decides alone`(born: String, on: String) throws {
        let day = try #require(Day(on))
        let authority = Self.made(.authority, born: born, until: day.adding(days: 90))
        #expect(authority.weight(on: day) == nil)
        #expect(authority.weight(on: day.adding(days: -1)) == .together)
    }

    @Test func `a birthday begins at midnight in Amsterdam`() throws {
        // The clock goes forward on 30 March 2025, and back on 26 October.
        for text in ["2025-03-30", "2025-10-26", "2025-07-01", "2025-01-01"] {
            let birthday = try #require(Day(text))
            let (year, month, day) = birthday.parts
            let authority = Self.made(
                .authority, born: Day(year: year - 16, month: month, day: day).text, until: birthday.adding(days: 9))
            let midnight = Instant.start(of: birthday)
            #expect(authority.weight(on: Instant(milliseconds: midnight.milliseconds - 1).day) == .together)
            #expect(authority.weight(on: midnight.day) == nil)
        }
    }

    @Test(arguments: [Representation.Kind.chosen, .mentor, .administrator])
    func `whoever was chosen or named decides beside her, until the last day and not a day longer`(
        kind: Representation.Kind
    ) {
        #expect(Self.made(kind, until: Self.today).weight(on: Self.today) == .beside)
        #expect(Self.made(kind, until: Self.today.adding(days: -1)).weight(on: Self.today) == nil)
        #expect(Self.made(kind, ended: true).weight(on: Self.today) == nil)
        #expect(kind.restsOnLaw == (kind != .chosen))
    }

    @Test func `authority without a day of birth decides nothing`() {
        #expect(Self.made(.authority).weight(on: Self.today) == nil)
    }

    // MARK: What a seat decides

    /// Everybody who can sit there.
    enum Chair: String, CaseIterable, Sendable {
        case owner, ownerOfTwelve, ownerOfTen, plainGuest, readingGuest, worker, contact
        case sister, sisterForMoney, administrator, mentor, parentOfTwelve, parentOfTen, sisterOfTwelve, sisterOfTen

        func seat() throws -> Seat {
            typealias Tests = RepresentationTests
            let twelve = Tests.made(.authority, born: "2012-06-01", tie: Tests.otherTie)
            let ten = Tests.made(.authority, born: "2015-01-01", tie: Tests.otherTie)
            switch self {
            case .owner: return try seat(.owner(StepRulesTests.owner))
            case .ownerOfTwelve: return try seat(.owner(StepRulesTests.owner), twelve)
            case .ownerOfTen: return try seat(.owner(StepRulesTests.owner), ten)
            case .plainGuest: return try guest(Tests.made(.chosen, tie: Tests.otherTie))
            case .readingGuest: return try guest(Tests.made(.chosen), level: .read)
            case .worker: return try seat(.account(StepRulesTests.worker, level: .join))
            case .contact: return try seat(.account(StepRulesTests.worker, level: .contact))
            case .sister: return try guest(Tests.made(.chosen))
            case .sisterForMoney: return try guest(Tests.made(.chosen, .domain(Tests.money)))
            case .administrator: return try guest(Tests.made(.administrator, .domain(Tests.money)))
            case .mentor: return try guest(Tests.made(.mentor))
            case .parentOfTwelve: return try guest(Tests.made(.authority, born: "2012-06-01"))
            case .parentOfTen: return try guest(Tests.made(.authority, born: "2015-01-01"))
            case .sisterOfTwelve: return try guest(Tests.made(.chosen), twelve)
            case .sisterOfTen: return try guest(Tests.made(.chosen), ten)
            }
        }

        private func seat(_ holder: Seat.Holder, _ all: Representation...) throws -> Seat {
            Seat.example(
                plan: StepRulesTests.plan, area: RepresentationTests.chance.identifier(at: StepRulesTests.now),
                holder: holder,
                spokenFor: try all.map { try #require($0.inForce(on: RepresentationTests.today)) })
        }

        private func guest(_ all: Representation..., level: SharingAgreement.Level = .join) throws -> Seat {
            typealias Tests = RepresentationTests
            let agreement = SharingAgreement(
                id: Tests.chance.identifier(at: Tests.now), plan: StepRulesTests.plan.id,
                household: StepRulesTests.household, part: .plan, holder: .tie(Tests.tie), level: level, role: nil,
                from: Tests.now, until: Tests.today.adding(days: 90), state: .given, claimedAt: Tests.now)
            return Seat.example(
                plan: StepRulesTests.plan, area: Tests.chance.identifier(at: Tests.now),
                holder: .guest(Tests.tie, name: "Laila"), mayWrite: level != .read, agreements: [agreement],
                spokenFor: try all.map { try #require($0.inForce(on: Tests.today)) })
        }
    }

    /// What a yes is worth about everything, about money, about school.
    static let yeses: [(Chair, Seat.Yes, Seat.Yes, Seat.Yes)] = [
        (.owner, .counts, .counts, .counts), (.ownerOfTwelve, .half, .half, .half),
        (.ownerOfTen, .belongs(to: "Mirjam"), .belongs(to: "Mirjam"), .belongs(to: "Mirjam")),
        (.plainGuest, .none, .none, .none), (.readingGuest, .none, .none, .none), (.worker, .none, .none, .none),
        (.contact, .none, .none, .none), (.sister, .counts, .counts, .counts),
        (.sisterForMoney, .none, .counts, .none), (.administrator, .none, .counts, .none),
        (.mentor, .counts, .counts, .counts), (.parentOfTwelve, .half, .half, .half),
        (.parentOfTen, .counts, .counts, .counts), (.sisterOfTwelve, .half, .half, .half),
        (.sisterOfTen, .belongs(to: "Mirjam"), .belongs(to: "Mirjam"), .belongs(to: "Mirjam")),
    ]

    @Test func `a yes is worth what the kind, the age and the part say`() throws {
        #expect(Set(Self.yeses.map(\.0)) == Set(Chair.allCases))
        for (chair, all, money, school) in Self.yeses {
            let seat = try chair.seat()
            #expect(seat.yes(about: nil) == all, "\(chair) about everything")
            #expect(seat.yes(about: Self.money) == money, "\(chair) about money")
            #expect(seat.yes(about: Self.school) == school, "\(chair) about school")
        }
    }

    /// Who does what the owner does, about money and about school; the rest never does.
    static let deciders: [Chair: (money: Bool, school: Bool)] = [
        .owner: (true, true), .ownerOfTwelve: (true, true), .ownerOfTen: (true, true), .sister: (true, true),
        .sisterForMoney: (true, false), .administrator: (true, false), .mentor: (true, true),
        .parentOfTen: (true, true), .sisterOfTwelve: (true, true), .sisterOfTen: (true, true),
    ]

    @Test(arguments: Chair.allCases)
    func `only the owner, and who decides for her there, does what she does`(chair: Chair) throws {
        let seat = try chair.seat()
        let may = Self.deciders[chair] ?? (false, false)
        #expect(seat.decides(domain: Self.money) == may.money)
        #expect(seat.decides(domain: Self.school) == may.school)
        #expect(seat.decidesAll == may.school)
        for move in PlanMove.allCases {
            #expect(seat.makes(move) == (move == .stop ? seat.isOwner : may.school), "\(chair) \(move)")
        }
    }

    /// What each chair can do with a step that the owner carries, about school.
    static func moves(_ chair: Chair) -> Set<StepMove> {
        let answers: Set<StepMove> = [.agree, .talk, .decline]
        let ticks: Set<StepMove> = [.tick, .fail, .resume]
        switch chair {
        case .owner, .ownerOfTwelve, .sister, .mentor, .parentOfTen, .sisterOfTwelve:
            return answers.union(ticks).union([.drop, .lookBack])
        // A child and whoever she chose say no, or talk; the yes is somebody else's.
        case .ownerOfTen, .sisterOfTen: return answers.subtracting([.agree]).union(ticks).union([.drop, .lookBack])
        case .parentOfTwelve: return answers.union(ticks).union([.lookBack])
        case .plainGuest, .readingGuest, .sisterForMoney, .administrator: return []
        case .worker, .contact: return [.withdraw]
        }
    }

    @Test(arguments: Chair.allCases, StepMove.allCases)
    func `every chair makes the moves that are its own, and no other`(chair: Chair, move: StepMove) throws {
        let seat = try chair.seat()
        let state: Step.State =
            switch move {
            case .agree, .talk, .decline, .withdraw: .proposed(by: StepRulesTests.worker.id)
            case .tick, .fail, .drop, .lookBack: .agreed
            case .resume: .done(at: Self.now)
            }
        let step = Step(
            id: Self.chance.identifier(at: Self.now), plan: StepRulesTests.plan.id,
            household: StepRulesTests.household, domain: Self.school, words: "bellen", when: nil, carrier: .owner,
            state: state, madeAt: Self.now, version: 1,
            kind: move == .lookBack ? .holdingBack(lookBack: Self.today) : .doing)
        if Self.moves(chair).contains(move) {
            #expect(throws: Never.self) { try step.moved(by: move, from: seat, at: Self.now) }
        } else {
            #expect(throws: StepRefusal.self) { try step.moved(by: move, from: seat, at: Self.now) }
        }
    }

    @Test func `what one of two dropped does not come back by the other alone`() throws {
        let step = StepRulesTests.step(.owner, .dropped(at: Self.now))
        #expect(throws: StepRefusal.onlyOwnerDecides) {
            try step.moved(by: .resume, from: Chair.parentOfTwelve.seat(), at: Self.now)
        }
        #expect(try step.moved(by: .resume, from: Chair.ownerOfTwelve.seat(), at: Self.now).state == .agreed)
    }

    @Test func `nobody says klopt to what she wrote herself`() throws {
        func note(_ author: Story.Author) -> Story {
            Story(
                id: Self.chance.identifier(at: Self.now), plan: StepRulesTests.plan.id,
                household: StepRulesTests.household, kind: .note, words: "…", author: author, writtenAt: Self.now,
                domain: nil)
        }
        let seat = try Chair.sister.seat()
        #expect(seat.confirms(note(.account(StepRulesTests.worker.id, name: "Femke"))))
        #expect(!seat.confirms(note(.representative(seat.agreements[0].id, name: "Laila"))))
        #expect(try !Chair.administrator.seat().confirms(note(.account(StepRulesTests.worker.id, name: "Femke"))))
        #expect(try !Chair.parentOfTwelve.seat().confirms(note(.account(StepRulesTests.worker.id, name: "Femke"))))
    }

    @Test func `a representative is not of the team, and the team is never asked`() {
        #expect(!Role.representative.isProfessional)
        #expect(!Role.withAccount.contains(.representative))
        #expect(Role.representative.hasRoadToPersons)
    }
}
