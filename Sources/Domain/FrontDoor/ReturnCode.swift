/// The code with which a resident comes back to her plan on any device: sixteen digits, 53 bits, in
/// four groups of four like a bank card. Digits can be read out over the telephone in any language
/// and typed on a number pad (R-040, ADR 0007).
public struct ReturnCode: Hashable, Sendable {
    /// Sixteen digits.
    public let digits: String

    public init(chance: Chance) {
        let number = String(chance.number(below: 10_000_000_000_000_000))
        digits = String(repeating: "0", count: 16 - number.count) + number
    }

    /// Reads what somebody typed: spaces, dashes and dots do not matter.
    public init(typed: String) throws(ReturnCodeRefusal) {
        let kept = typed.filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
        guard !kept.isEmpty else { throw .empty }
        guard kept.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .notDigits }
        guard kept.utf8.count == 16 else { throw .wrongLength(kept.utf8.count) }
        digits = kept
    }

    /// `4821 9034 1175 2260`
    public var grouped: String {
        stride(from: 0, to: 16, by: 4).map { start in
            let from = digits.index(digits.startIndex, offsetBy: start)
            return String(digits[from..<digits.index(from, offsetBy: 4)])
        }.joined(separator: " ")
    }

    /// The first group: part of the key under which tries are counted, so that who guesses at random
    /// cannot use up the tries of who types her own code.
    public var firstGroup: String { String(digits.prefix(4)) }
}

public enum ReturnCodeRefusal: Error, Equatable, Sendable {
    case empty
    case notDigits
    case wrongLength(Int)
    /// No plan has this code.
    case unknown
}
