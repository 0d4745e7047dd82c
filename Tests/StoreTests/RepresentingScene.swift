import Domain
import Testing

@testable import Store

/// A running plan with two of her own people at the table: Laila for everything, Kramer for money.
struct RepresentingScene: Sendable {
    let plan: Plan.ID
    let town: ContractTests.Town
    let owner: Actor
    let femke: Actor
    let laila: Actor
    let kramer: Actor
    let lailaTie: NetworkTie.ID
    let kramerTie: NetworkTie.ID
    let lailaAgreement: SharingAgreement.ID
    let money: LifeDomain.ID

    static let lastDay = testNow.day.adding(days: 90)

    static func set(in store: SQLStore) async throws -> RepresentingScene {
        let town = try await ContractTests.Town.make(in: store)
        let begun = try await ContractTests.running(town, in: store)
        let owner = Actor(owner: begun.owner)
        let money = try await store.write {
            try touchDomain(try Words("geld", room: .line), at: begun.plan, on: occasion(owner), records: $0)
        }
        let laila = try await guest("Laila", .plan, owner, begun.plan, in: store)
        let kramer = try await guest("Mevrouw Kramer", .domain(money), owner, begun.plan, in: store)
        return RepresentingScene(
            plan: begun.plan, town: town, owner: owner, femke: Actor(account: town.femke), laila: laila.actor,
            kramer: kramer.actor, lailaTie: laila.tie, kramerTie: kramer.tie, lailaAgreement: laila.agreement,
            money: money)
    }

    static func guest(
        _ name: String, _ part: SharingAgreement.Part, level: SharingAgreement.Level = .join, _ owner: Actor,
        _ plan: Plan.ID, with account: Account.ID? = nil, in store: SQLStore
    ) async throws -> (actor: Actor, tie: NetworkTie.ID, agreement: SharingAgreement.ID) {
        let token = Session.Token(chance: occasion().chance)
        let agreement = try await store.write { records in
            let wish = InvitationWish(
                guest: .ownPerson(name: try Words(name, room: .line), role: nil), part: part, level: level,
                until: lastDay)
            let secret = try #require(try invite(wish, to: plan, on: occasion(owner), records: records).secret)
            let agreement = try claimInvitation(secret, on: occasion(), records: records).agreement
            try records.sessions.open(
                KeyRing(account: account, agreement: agreement.id, expiresAt: testNow.adding(days: 999)), token: token,
                replacing: nil, at: testNow)
            return agreement
        }
        guard case .tie(let tie) = agreement.holder else { throw InviteRefusal.unknownPerson }
        return (try await store.read { try $0.sessions.actor(token, at: testNow) }, tie, agreement.id)
    }

    /// One action, as somebody, so many minutes later.
    @discardableResult
    func act<T: Sendable>(
        _ actor: Actor, _ minutes: Int = 0, at now: Instant = testNow, in store: SQLStore,
        _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        let on = occasion(actor, at: now.adding(minutes: minutes))
        return try await store.write { try body(on, $0) }
    }

    func view(_ actor: Actor, at now: Instant = testNow, in store: SQLStore) async throws -> PlanView {
        let plan = plan
        return try await act(actor, at: now, in: store) { try readPlan(plan, on: $0, records: $1) }
    }

    func choose(
        _ tie: NetworkTie.ID? = nil, _ part: Representation.Part = .plan, until: Day = lastDay, by actor: Actor? = nil,
        in store: SQLStore
    ) async throws {
        let (plan, tie) = (plan, tie ?? lailaTie)
        try await act(actor ?? owner, in: store) {
            try nameRepresentative(tie, for: part, until: until, at: plan, on: $0, records: $1)
        }
    }

    func record(
        _ kind: Representation.Kind, _ part: Representation.Part = .plan, tie: NetworkTie.ID? = nil,
        born: String? = nil, until: Day = lastDay, by actor: Actor? = nil, in store: SQLStore
    ) async throws {
        let (plan, tie) = (plan, tie ?? lailaTie)
        let wish = LawfulRepresentation(
            kind: kind, part: part, until: until, document: try GoalTests.words("uittreksel uit het register"),
            born: born.flatMap { Day($0) })
        try await act(actor ?? femke, in: store) {
            try recordRepresentative(tie, wish, at: plan, on: $0, records: $1)
        }
    }

    func end(_ id: Representation.ID, by actor: Actor, in store: SQLStore) async throws {
        let plan = plan
        try await act(actor, 60, in: store) { try endRepresentation(id, at: plan, on: $0, records: $1) }
    }

    /// What Femke thinks of, that waits for a yes.
    func proposal(_ words: String, about domain: LifeDomain.ID? = nil, in store: SQLStore) async throws -> Step.ID {
        let plan = plan
        return try await act(femke, in: store) {
            try planStep(
                StepWish(words: try GoalTests.words(words), when: nil, carrier: .owner, domain: domain), at: plan,
                on: $0, records: $1)
        }
    }

    @discardableResult
    func move(_ step: Step.ID, _ move: StepMove, _ actor: Actor, _ minutes: Int = 0, in store: SQLStore) async throws
        -> Step.State
    {
        let plan = plan
        return try await act(actor, minutes, in: store) {
            try moveStep(step, by: move, at: plan, on: $0, records: $1).state
        }
    }

    func journal(in store: SQLStore) async throws -> [JournalEntry] {
        let plan = plan
        return try await act(owner, 999, in: store) {
            try readJournal(of: plan, before: nil, limit: 500, on: $0, records: $1).page.rows.map(\.entry)
        }
    }
}
