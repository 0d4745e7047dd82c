import Domain
import Synchronization

/// Limits on the doors that anybody can knock on. A bucket per key fills at a steady rate; a knock
/// takes one from it. Nothing is kept but a count that fades.
final class Limits: Sendable {
    struct Bucket {
        var tokens: Double
        var at: Instant
    }

    struct Rate: Sendable {
        let capacity: Double
        /// Tokens a second.
        let refill: Double
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let general: Rate
    private static let mostBuckets = 50_000

    /// Ten tries at a code or a password, then one every ten seconds.
    static let tries = Rate(capacity: 10, refill: 0.1)
    /// Three tries for one beginning of a code, then one every half minute: her own way in beside the
    /// address's bucket (ADR 0007).
    static let ownTries = Rate(capacity: 3, refill: 1.0 / 30)

    /// New questions from one address: so many at once, then one a minute. A library has many visitors.
    private let questions: Rate

    init(requestsPerSecond: Double, questionsAtOnce: Int) {
        general = Rate(capacity: requestsPerSecond * 4, refill: requestsPerSecond)
        questions = Rate(capacity: Double(questionsAtOnce), refill: 1.0 / 60)
    }

    /// Any request from `address`.
    func admits(address: String, at now: Instant) -> Bool { take("request \(address)", general, at: now) }

    func admitsQuestion(from address: String, at now: Instant) -> Bool {
        take("question \(address)", questions, at: now)
    }

    /// A try at a code: let through by the address's bucket, or by the bucket of this beginning of a
    /// code. Who guesses from her library cannot use up hers.
    func admitsCode(_ firstGroup: String, from address: String, at now: Instant) -> Bool {
        take("code \(address)", Self.tries, at: now)
            || take("code \(address) \(firstGroup)", Self.ownTries, at: now)
    }

    func admitsLogin(_ login: String, from address: String, at now: Instant) -> Bool {
        take("login \(address)", Self.tries, at: now)
            || take("login \(address) \(login.lowercased())", Self.ownTries, at: now)
    }

    /// A worker who breaks the glass: five at once, then one every ten minutes.
    func admitsEmergency(by worker: String, at now: Instant) -> Bool {
        take("emergency \(worker)", Rate(capacity: 5, refill: 1.0 / 600), at: now)
    }

    /// A recording that somebody sends, whatever becomes of it: it is large.
    func admitsRecording(from address: String, at now: Instant) -> Bool {
        take("recording \(address)", Rate(capacity: 20, refill: 0.1), at: now)
    }

    /// Asking for a link by mail: ten at once, then one a minute. Each mailbox has its own limit in the store.
    func admitsLinkRequest(from address: String, at now: Instant) -> Bool {
        take("mail \(address)", Rate(capacity: 10, refill: 1.0 / 60), at: now)
    }

    func admitsLink(from address: String, at now: Instant) -> Bool {
        take("link \(address)", Rate(capacity: 30, refill: 0.5), at: now)
    }

    private func take(_ key: String, _ rate: Rate, at now: Instant) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= Self.mostBuckets, buckets[key] == nil { Self.forgetFull(&buckets, at: now) }
            var bucket = buckets[key] ?? Bucket(tokens: rate.capacity, at: now)
            let passed = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 1000
            bucket.tokens = min(rate.capacity, bucket.tokens + passed * rate.refill)
            bucket.at = now
            let admits = bucket.tokens >= 1
            if admits { bucket.tokens -= 1 }
            buckets[key] = bucket
            return admits
        }
    }

    /// Takes out what was not used for ten minutes, and when that does not help, everything: a flood of
    /// addresses may not fill the memory.
    private static func forgetFull(_ buckets: inout [String: Bucket], at now: Instant) {
        buckets = buckets.filter { now.milliseconds - $0.value.at.milliseconds < 600_000 }
        if buckets.count >= mostBuckets { buckets = [:] }
    }
}
