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
    let hyphen = UInt8(ascii: "-")
    let second = hexDigits(UInt32(truncatingIfNeeded: high))
    let third = hexDigits(UInt32(truncatingIfNeeded: low >> 32))
    return String(unsafeUninitializedCapacity: 36) { bytes in
        let text = UnsafeMutableRawBufferPointer(bytes)
        text.storeBytes(of: hexDigits(UInt32(truncatingIfNeeded: high >> 32)).bigEndian, as: UInt64.self)
        text[8] = hyphen
        text.storeBytes(of: UInt32(truncatingIfNeeded: second >> 32).bigEndian, toByteOffset: 9, as: UInt32.self)
        text[13] = hyphen
        text.storeBytes(of: UInt32(truncatingIfNeeded: second).bigEndian, toByteOffset: 14, as: UInt32.self)
        text[18] = hyphen
        text.storeBytes(of: UInt32(truncatingIfNeeded: third >> 32).bigEndian, toByteOffset: 19, as: UInt32.self)
        text[23] = hyphen
        text.storeBytes(of: UInt32(truncatingIfNeeded: third).bigEndian, toByteOffset: 24, as: UInt32.self)
        text.storeBytes(
            of: hexDigits(UInt32(truncatingIfNeeded: low)).bigEndian, toByteOffset: 28, as: UInt64.self)
        return 36
    }
}

/// The eight digits `0-9a-f` of a number, a byte each, all at once: a page writes some two hundred identities.
private func hexDigits(_ number: UInt32) -> UInt64 {
    var digits = UInt64(number)
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = ((digits + 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    return digits + 0x3030_3030_3030_3030 + letters * 0x27
}

private func hexValue(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
