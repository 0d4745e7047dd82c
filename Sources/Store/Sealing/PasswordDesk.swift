import Domain
import Foundation

/// Where passwords are made and compared: two at a time, on threads of its own. One guess costs a core
/// for a tenth of a second and 16 MiB; a crowd at the door waits here and nobody else waits for it.
public final class PasswordDesk: Sendable {
    private let cost: Passwords.Cost
    private let chance: Chance
    private let queue: OperationQueue

    private static let atOnce = 2

    /// - Parameter chance: gives the salts.
    public init(chance: Chance = .system, cost: Passwords.Cost = .owasp) {
        self.chance = chance
        self.cost = cost
        queue = OperationQueue()
        queue.name = "burgerkracht.passwords"
        queue.maxConcurrentOperationCount = Self.atOnce
    }

    public func hash(_ password: String) async throws -> String {
        let cost = cost
        let chance = chance
        return try await atTheDesk { Result { try Passwords.hash(password, chance: chance, cost: cost) } }
            .get()
    }

    /// As `Passwords.matches`: takes as long for an unknown login name as for a known one.
    public func matches(_ password: String, _ stored: String?) async -> Bool {
        let cost = cost
        return await atTheDesk { Passwords.matches(password, stored, cost: cost) }
    }

    private func atTheDesk<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { caller in
            queue.addOperation { caller.resume(returning: work()) }
        }
    }
}
