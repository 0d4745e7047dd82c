import Domain
import Synchronization

/// Names and numbers of the people who work here, opened once for as long as the database has them sealed the same:
/// a page shows the same few over and over. Nothing of a resident is ever remembered like this.
final class StaffCards: Sendable {
    private struct Card {
        let sealed: [[UInt8]]
        let words: [String]
    }

    private let known = Mutex<[Account.ID: Card]>([:])
    private static let mostKnown = 10_000

    /// - Parameter open: opens one of `sealed`; called when they changed or were not seen before.
    func words(of id: Account.ID, _ sealed: [[UInt8]], _ open: (Int) throws -> String) rethrows -> [String] {
        if let card = known.withLock({ $0[id] }), card.sealed == sealed { return card.words }
        let words = try sealed.indices.map(open)
        known.withLock { known in
            if known.count >= Self.mostKnown { known.removeAll() }
            known[id] = Card(sealed: sealed, words: words)
        }
        return words
    }
}
