import Crypto
import CryptoExtras
import Domain
import Foundation

/// Passwords of the people who work here, kept as scrypt in the PHC form
/// `$scrypt$ln=14,r=8,p=5$<salt>$<key>`: salt and key in base64 without padding.
public enum Passwords {
    /// How much work one guess is.
    public struct Cost: Hashable, Sendable {
        /// The binary logarithm of scrypt's N: each one more doubles time and memory.
        public let doublings: Int
        /// scrypt's r.
        public let blockSize: Int
        /// scrypt's p.
        public let parallelism: Int

        public init(doublings: Int, blockSize: Int, parallelism: Int) {
            self.doublings = doublings
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// What the OWASP Password Storage Cheat Sheet asks: N = 2^14, r = 8, p = 5, 16 MiB of memory.
        public static let owasp = Cost(doublings: 14, blockSize: 8, parallelism: 5)
        /// For tests, never for a password that somebody uses.
        public static let forTests = Cost(doublings: 4, blockSize: 8, parallelism: 1)

        /// What a stored hash may ask of this machine: a row changed by hand must not stop it.
        fileprivate var isBearable: Bool {
            (1...18).contains(doublings) && (1...16).contains(blockSize) && (1...16).contains(parallelism)
        }
    }

    private static let saltSize = 16
    private static let keySize = 32

    /// - Parameter chance: gives the salt.
    public static func hash(_ password: String, chance: Chance, cost: Cost = .owasp) throws -> String {
        let salt = chance.bytes(saltSize)
        return Stored(cost: cost, salt: salt, key: try key(of: password, salt: salt, cost: cost)).text
    }

    /// Compares in constant time. Without a stored hash (an unknown login name), or with one that cannot
    /// be read, it works just as long and says no.
    /// - Parameter cost: that of the hashes that are made now.
    public static func matches(_ password: String, _ stored: String?, cost: Cost = .owasp) -> Bool {
        guard let stored = stored.flatMap(Stored.init) else {
            _ = try? key(of: password, salt: [UInt8](repeating: 0, count: saltSize), cost: cost)
            return false
        }
        guard let found = try? key(of: password, salt: stored.salt, cost: stored.cost) else { return false }
        return found == stored.key
    }

    /// The same letters typed on different keyboards may be different code points; they are made equal
    /// first (NFKC, as NIST SP 800-63B advises).
    private static func key(of password: String, salt: [UInt8], cost: Cost) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
            outputByteCount: keySize, rounds: 1 << cost.doublings, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
    }

    /// A hash as it stands in the database.
    private struct Stored {
        let cost: Cost
        let salt: [UInt8]
        /// `==` on a `SymmetricKey` takes the same time wherever the difference is.
        let key: SymmetricKey

        init(cost: Cost, salt: [UInt8], key: SymmetricKey) {
            self.cost = cost
            self.salt = salt
            self.key = key
        }

        init?(_ text: String) {
            let parts = text.split(separator: "$", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
                let cost = Self.cost(parts[2]), cost.isBearable,
                let salt = Self.bytes(parts[3]), salt.count >= 8,
                let key = Self.bytes(parts[4]), key.count == keySize
            else { return nil }
            self.init(cost: cost, salt: salt, key: SymmetricKey(data: key))
        }

        var text: String {
            let parameters = "ln=\(cost.doublings),r=\(cost.blockSize),p=\(cost.parallelism)"
            let key = key.withUnsafeBytes { Array($0) }
            return "$scrypt$\(parameters)$\(Self.base64(salt))$\(Self.base64(key))"
        }

        private static func cost(_ text: Substring) -> Cost? {
            let fields = text.split(separator: ",")
            guard fields.count == 3, fields[0].hasPrefix("ln="), fields[1].hasPrefix("r="),
                fields[2].hasPrefix("p="), let doublings = Int(fields[0].dropFirst(3)),
                let blockSize = Int(fields[1].dropFirst(2)), let parallelism = Int(fields[2].dropFirst(2))
            else { return nil }
            return Cost(doublings: doublings, blockSize: blockSize, parallelism: parallelism)
        }

        private static func base64(_ bytes: [UInt8]) -> String {
            String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
        }

        private static func bytes(_ text: Substring) -> [UInt8]? {
            let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
            return Data(base64Encoded: text + padding).map { Array($0) }
        }
    }
}
