import Domain

/// Walks along one household's journal, row by row, and says where it breaks.
///
/// After a row that does not fit, the next may follow any of the hashes around the break: so a changed
/// row is named alone, and not with every row after it. Only when a row was replaced together with its
/// hash, the next is named too: what that one followed is gone.
struct ChainWalk {
    let household: Household.ID
    let keys: InstallationKeys
    private(set) var rows: Int64 = 0

    /// The heads that the next row may follow.
    private var links: [[UInt8]]
    private var expected: Int64 = 1
    /// Rows that follow a row that is there.
    private var comparable = 0
    private var changed: [Int64] = []
    private var gaps: [ClosedRange<Int64>] = []

    private static let mostNamed = 100
    private static let mostLinks = 8

    init(_ household: Household.ID, keys: InstallationKeys) {
        self.household = household
        self.keys = keys
        links = [JournalChain.root(of: household, keys: keys)]
    }

    /// - Parameters:
    ///   - seq: the row's number; rows come in the order of it.
    ///   - values: what `JournalChain.hash` takes.
    mutating func take(_ seq: Int64, _ values: [SQLValue], hash: [UInt8]) {
        rows += 1
        guard seq >= expected, seq < .max else {
            changed.append(seq)
            return
        }
        defer { expected = seq + 1 }
        let link = JournalChain.head(of: household, seq: seq, hash: hash, keys: keys)
        if seq > expected {
            // What it followed is gone, so this row cannot be compared; the next can again.
            gaps.append(expected...(seq - 1))
            links = [link]
            return
        }
        comparable += 1
        let computed = links.map { JournalChain.hash(after: $0, values, keys: keys) }
        if computed.contains(hash) {
            links = [link]
        } else {
            changed.append(seq)
            let heads = computed.map { JournalChain.head(of: household, seq: seq, hash: $0, keys: keys) }
            links = Array(([link] + heads + links).prefix(Self.mostLinks))
        }
    }

    /// - Parameter head: the last row and the head of the chain, as the household remembers them.
    func findings(head: (seq: Int64, hash: [UInt8])) -> [Finding] {
        if rows == 0, head.seq == 0 {
            return links.contains(head.hash) ? [] : [.rootUnexpected(household)]
        }
        if comparable > 1, changed.count == comparable, gaps.isEmpty { return [.rootUnexpected(household)] }
        var findings: [Finding] = changed.prefix(Self.mostNamed).map { .rowChanged(household, row: $0) }
        if changed.count > Self.mostNamed {
            findings.append(.moreRowsChanged(household, count: changed.count - Self.mostNamed))
        }
        findings += gaps.map { .rowsMissing(household, rows: $0) }
        let last = expected - 1
        if head.seq > last {
            findings.append(.tailCutOff(household, rows: (last + 1)...head.seq))
        } else if head.seq < last {
            findings.append(.rowsAfterHead(household, rows: (head.seq + 1)...last))
        } else if !links.contains(head.hash) {
            findings.append(.headDiffers(household, row: last))
        }
        return findings
    }
}
