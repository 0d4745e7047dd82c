import Foundation

/// Where randomness comes from. Domain never reaches for it: it is handed in (STYLE.md, rule 3), so
/// that the demo town is the same on every machine and production is unguessable.
public struct Chance: Sendable {
    private let draw: @Sendable (Int) -> [UInt8]

    /// - Parameter draw: gives that many random bytes.
    public init(_ draw: @escaping @Sendable (Int) -> [UInt8]) {
        self.draw = draw
    }

    /// The operating system's unguessable source.
    public static let system = Chance { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// The same bytes in the same order for the same seed. For the demo and for tests, never for secrets.
    public static func seeded(_ seed: UInt64) -> Chance {
        let source = SeededSource(seed)
        return Chance { count in (0..<count).map { _ in source.next() } }
    }

    public func bytes(_ count: Int) -> [UInt8] { draw(count) }

    /// A new identity: UUID version 7 (RFC 9562), which sorts by the moment it was made.
    public func identifier<Subject>(at now: Instant) -> Identifier<Subject> {
        let random = draw(10)
        let milliseconds = UInt64(bitPattern: now.milliseconds)
        let sequence = UInt64(random[0]) << 8 | UInt64(random[1])
        let high = milliseconds << 16 | 0x7000 | sequence & 0x0FFF
        let rest = random[2...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Identifier(high: high, low: rest & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// A secret of that many random bytes, as `0-9a-f`.
    func hexText(bytes count: Int) -> String {
        Domain.hexText(bytes(count))
    }

    /// A number from 0 up to, and not including, `bound`, every one equally likely.
    public func number(below bound: UInt64) -> UInt64 {
        precondition(bound > 0, "a choice out of nothing")
        let lastFair = UInt64.max - UInt64.max % bound
        while true {
            let value = draw(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if value < lastFair { return value % bound }
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014), one byte at a time.
private final class SeededSource: @unchecked Sendable {
    private let lock = NSLock()
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    func next() -> UInt8 {
        lock.withLock {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
        }
    }
}
