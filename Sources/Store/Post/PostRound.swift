import Domain

/// One round of the post: hears what became of what was handed over, and hands over what is due. Everything it
/// knows is in the database and in the receipts, so it can be cut off anywhere.
public struct PostRound: Sendable {
    /// What became of one mail.
    public struct Passage: Sendable, Equatable {
        public let kind: Mail.Kind
        public let state: Mail.State
        public let attempts: Int
        /// What the mail program said, when it did not take it.
        public let status: Int?
    }

    let store: SQLStore
    let office: PostOffice
    let write: @Sendable (Letter) -> String

    /// So many letters at a time are with the mail program.
    static let mostAtOnce = 4

    /// - Parameter write: makes the whole letter, as the mail program reads it.
    public init(store: SQLStore, office: PostOffice, write: @escaping @Sendable (Letter) -> String) {
        self.store = store
        self.office = office
        self.write = write
    }

    /// Once, before the first round.
    public func tidy() async throws {
        let name = office.name
        let handed = try await store.read { try $0.mails.handed(by: name) }
        office.forgetAll(except: Set(handed.map(\.id)))
    }

    /// - Returns: what came to an end, or has to be tried again, in this round.
    public func run(at now: Instant) async throws -> [Passage] {
        let (passages, running) = try await settle(at: now)
        try await lookAround(at: now)
        try await handOver(atMost: Self.mostAtOnce - running, at: now)
        return passages
    }

    private func settle(at now: Instant) async throws -> (passages: [Passage], running: Int) {
        let name = office.name
        var (passages, running): ([Passage], Int) = ([], 0)
        for mail in try await store.read({ try $0.mails.handed(by: name) }) {
            let outcome = office.outcome(of: mail.id)
            guard let move = outcome.move else {
                running += 1
                continue
            }
            let settled = try await store.write { try settleMail(mail, move, on: Self.occasion(now), records: $0) }
            office.forget(mail.id)
            guard let settled else { continue }
            passages.append(
                Passage(
                    kind: settled.kind, state: settled.state, attempts: settled.attempts, status: outcome.status))
        }
        return (passages, running)
    }

    /// Who asked for a link, and what another machine left lying. Reads first: mostly there is nothing.
    private func lookAround(at now: Instant) async throws {
        let (hasRequests, hasStranded) = try await store.read { records in
            (
                try !records.mails.openRequests(limit: 1).isEmpty,
                try !records.mails.stranded(before: now.adding(days: -1), limit: 1).isEmpty
            )
        }
        if hasRequests { _ = try await store.write { try queueLinks(on: Self.occasion(now), records: $0) } }
        if hasStranded { _ = try await store.write { try giveUpStranded(on: Self.occasion(now), records: $0) } }
    }

    private func handOver(atMost count: Int, at now: Instant) async throws {
        guard count > 0 else { return }
        let name = office.name
        for id in try await store.read({ try $0.mails.due(at: now, limit: count) }) {
            guard let receipt = office.openReceipt(for: id) else { continue }
            let letter: Letter?
            do {
                letter = try await store.write { try takeMail(id, to: name, on: Self.occasion(now), records: $0) }
            } catch StoreError.corrupt {
                receipt.discard(at: office)
                try await putAside(id, at: now)
                continue
            } catch {
                receipt.discard(at: office)
                throw error
            }
            guard let letter else {
                receipt.discard(at: office)
                continue
            }
            try office.hand(write(letter), receipt)
        }
    }

    /// A mail whose household does not open may not hold up the others.
    private func putAside(_ id: Mail.ID, at now: Instant) async throws {
        try await store.write { records in
            guard let mail = try records.mails.find(id), case .queued = mail.state else { return }
            _ = try records.mails.update(mail.moved(by: .giveUp, at: now))
        }
    }

    private static func occasion(_ now: Instant) -> Occasion {
        Occasion(actor: .visitor, now: now, origin: Origin(road: .command, address: "-"), chance: .system)
    }
}
