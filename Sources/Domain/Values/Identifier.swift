/// The identity of one `Subject`: a UUID (version 7 when we make it), with a type of its own so
/// that a step can never be looked up with the id of a plan.
public struct Identifier<Subject>: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the canonical form (`8-4-4-4-12`, either case); anything else is `nil`.
    public init?(_ text: String) {
        var text = text
        guard let halves = text.withUTF8(halves) else { return nil }
        self.init(high: halves.high, low: halves.low)
    }

    /// The canonical form in lower case: 36 characters.
    public var text: String { canonicalText(high: high, low: low) }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

extension Identifier: Comparable {
    /// By time of making, since version 7 starts with it.
    public static func < (one: Self, other: Self) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}

// Outside the generic type, so that it is compiled once for all subjects.
private func halves(of text: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
    guard text.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for position in 0..<36 {
        let byte = text[position]
        if position == 8 || position == 13 || position == 18 || position == 23 {
            guard byte == UInt8(ascii: "-") else { return nil }
            continue
        }
        guard let value = hexValue(of: byte) else { return nil }
        if position < 18 { high = high << 4 | UInt64(value) } else { low = low << 4 | UInt64(value) }
    }
    return (high, low)
}

private func canonicalText(high: UInt64, low: UInt64) -> String {
    String(unsafeUninitializedCapacity: 36) { bytes in
        var place = 0
        for digit in 0..<32 {
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                bytes[place] = UInt8(ascii: "-")
                place += 1
            }
            let half = digit < 16 ? high : low
            let nibble = UInt8(truncatingIfNeeded: half >> UInt64((15 - digit % 16) * 4)) & 0xF
            bytes[place] = hexDigit(nibble)
            place += 1
        }
        return 36
    }
}

private func hexValue(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
