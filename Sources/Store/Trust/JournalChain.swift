import Domain

/// The hash chain of a household's journal: each row's hash is HMAC-SHA256 over the head before it
/// and every column of the row. Changing, moving or taking out a row breaks it; making it right again
/// takes the installation's key (ADR 0005).
enum JournalChain {
    static func root(of household: Household.ID, keys: InstallationKeys) -> [UInt8] {
        keys.chain.signature(of: Array("journal\u{0}\(household.text)".utf8))
    }

    /// The head of a chain: what the next row follows, and what the household remembers of its last row.
    /// It stands in no row, so who cuts off the tail cannot make the household forget it.
    static func head(of household: Household.ID, seq: Int64, hash: [UInt8], keys: InstallationKeys) -> [UInt8] {
        let label = Array("head\u{0}\(household.text)/\(seq)\u{0}".utf8)
        return keys.chain.signature(of: label + hash)
    }

    /// - Parameters:
    ///   - previous: the head that the row follows.
    ///   - values: the row's columns, in the order of the table, without the hash.
    static func hash(after previous: [UInt8], _ values: [SQLValue], keys: InstallationKeys) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(512)
        for value in values {
            switch value {
            case .null: append(0, [], to: &bytes)
            case .text(let text): append(1, text.utf8, to: &bytes)
            case .integer(let number):
                append(2, (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - $0 * 8)) }, to: &bytes)
            case .blob(let blob): append(3, blob, to: &bytes)
            }
        }
        return keys.chain.signature(of: bytes)
    }

    private static func append(_ kind: UInt8, _ content: some Collection<UInt8>, to bytes: inout [UInt8]) {
        let count = UInt32(content.count)
        bytes.append(kind)
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes.append(contentsOf: content)
    }
}
