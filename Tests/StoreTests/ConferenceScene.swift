import Domain
import Synchronization
import Testing

@testable import Store

/// A household with a conference, for the contract tests: the owner, her sister who is invited, who prepares it, a
/// mother who sits at the whole table and is not invited, and the contact person.
struct ConferenceScene: Sendable {
    let store: SQLStore
    let town: ContractTests.Town
    let plan: Plan.ID
    let owner: Actor
    let contact: Actor
    let mother: Actor
    let sister: Actor
    let coordinator: Actor
    let sisterTie: NetworkTie.ID
    private let minutes = Clock()

    /// Each deed a minute after the one before, as in life.
    final class Clock: Sendable {
        private let count = Mutex<Int>(0)

        func next() -> Instant {
            let minutes = count.withLock { count in
                count += 1
                return count
            }
            return testNow.adding(minutes: minutes)
        }
    }

    static let secret = "Ik durfde het niemand te vertellen."

    static func words(_ text: String, _ room: Words.Room = .story) throws -> Words { try Words(text, room: room) }

    /// Wanted, arranged and prepared, as far as `state` says.
    static func set(in store: SQLStore, upTo state: ConferenceMove = .close) async throws -> ConferenceScene {
        let town = try await ContractTests.Town.make(in: store)
        let begun = try await ContractTests.running(town, in: store)
        let (plan, owner) = (begun.plan, Actor(owner: begun.owner))
        let mother = try await store.write { records in
            let wish = InvitationWish(
                guest: .ownPerson(name: try words("Oma", .line), role: nil), part: .plan, level: .join,
                until: testNow.day.adding(days: 90))
            return try invite(wish, to: plan, on: occasion(owner), records: records).secret
        }
        _ = try await store.write { try callConference(at: plan, on: occasion(owner), records: $0) }
        let noor = try await store.write {
            try nameCoordinator(
                try words("Noor", .line), role: nil, at: plan, on: occasion(owner, at: testNow.adding(minutes: 1)),
                records: $0)
        }
        let laila = try await store.write {
            try inviteToConference(
                .ownPerson(name: try words("Laila", .line), role: nil), at: plan,
                on: occasion(owner, at: testNow.adding(minutes: 2)), records: $0
            ).secret
        }
        let (sister, tie) = try await open(laila, in: store)
        let scene = ConferenceScene(
            store: store, town: town, plan: plan, owner: owner, contact: Actor(account: town.femke),
            mother: try await open(mother, in: store).0, sister: sister,
            coordinator: try await open(noor, in: store).0, sisterTie: tie)
        for _ in 0..<5 { _ = scene.minutes.next() }
        let order: [ConferenceMove] = [.want, .prepare, .inform, .close]
        if state == .want { return scene }
        try await scene.act(scene.coordinator) { plan, occasion, records in
            try arrangeConference(
                when: try words("Zaterdag", .line), place: try words("Bij oma", .line), at: plan, on: occasion,
                records: records)
        }
        for move in order.dropFirst().prefix(order.firstIndex(of: state) ?? 3) {
            try await scene.move(move, by: scene.coordinator)
        }
        return scene
    }

    private static func open(_ link: LinkSecret?, in store: SQLStore) async throws -> (Actor, NetworkTie.ID) {
        let link = try #require(link)
        let token = Session.Token(chance: .system)
        let agreement = try await store.write { records in
            let agreement = try claimInvitation(link, on: occasion(), records: records).agreement
            try records.sessions.open(
                KeyRing(agreement: agreement.id, expiresAt: testNow.adding(days: 200)), token: token, replacing: nil,
                at: testNow)
            return agreement
        }
        guard case .tie(let tie) = agreement.holder else { throw SeatRefusal.noRelation }
        return (try await store.read { try $0.sessions.actor(token, at: testNow) }, tie)
    }

    @discardableResult
    func act<T: Sendable>(
        _ actor: Actor, _ body: @escaping @Sendable (Plan.ID, Occasion, any Records) throws -> T
    ) async throws -> T {
        let (plan, now) = (plan, minutes.next())
        return try await store.write { try body(plan, occasion(actor, at: now), $0) }
    }

    func move(_ move: ConferenceMove, by actor: Actor) async throws {
        try await act(actor) { plan, occasion, records in
            try moveConference(by: move, at: plan, on: occasion, records: records)
        }
    }

    func read(_ actor: Actor) async throws -> ConferenceView {
        try await act(actor) { try readConference(at: $0, on: $1, records: $2) }
    }

    func planView(_ actor: Actor) async throws -> PlanView {
        try await act(actor) { try readPlan($0, on: $1, records: $2) }
    }

    func write(_ text: String, as kind: ConferenceText.Kind, by actor: Actor) async throws {
        try await act(actor) { plan, occasion, records in
            try writeAtConference(try Self.words(text), as: kind, at: plan, on: occasion, records: records)
        }
    }

    @discardableResult
    func writePlan(_ text: String, on base: ConferenceText.ID?, by actor: Actor) async throws -> ConferenceText.ID {
        try await act(actor) { plan, occasion, records in
            try writeFamilyPlan(try Self.words(text), basedOn: base, at: plan, on: occasion, records: records)
        }
    }

    func confirm(_ text: ConferenceText.ID, by actor: Actor) async throws {
        try await act(actor) { try confirmConference(text, at: $0, on: $1, records: $2) }
    }

    /// A plan with one step of the sister's, on the table.
    func presented(_ words: String) async throws -> ConferenceText.ID {
        try await writePlan(words, on: try await read(owner).draft?.id, by: sister)
        let tie = sisterTie
        try await act(owner) { plan, occasion, records in
            try planFamilyStep(
                try Self.words("De kinderen halen", .sentence), when: nil, by: .tie(tie), at: plan, on: occasion,
                records: records)
        }
        try await move(.present, by: sister)
        return try #require(try await read(owner).conference?.presented)
    }
}
