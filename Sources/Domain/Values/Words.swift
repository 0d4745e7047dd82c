/// What somebody wrote, in her own words: trimmed, not empty, and not longer than its place allows.
/// Line breaks stay; control characters and the invisible signs that turn text around are taken out.
public struct Words: Hashable, Sendable {
    public let text: String

    /// How long a text may be, in characters as people count them.
    public enum Room: Int, Sendable {
        /// A name, a role, a moment: one line.
        case line = 120
        /// One way to reach somebody.
        case reach = 200
        /// A sentence, a step.
        case sentence = 500
        /// A story, a conversation.
        case story = 8000
    }

    /// - Throws: `WordsRefusal` with the room there is.
    public init(_ raw: String, room: Room) throws(WordsRefusal) {
        let kept = raw.unicodeScalars.filter(Self.isKept)
        let text = String(String.UnicodeScalarView(kept)).trimmed
        guard !text.isEmpty else { throw .empty }
        guard text.count <= room.rawValue else { throw .tooLong(room: room.rawValue, is: text.count) }
        self.text = text
    }

    /// The words of somebody who may also leave it empty.
    public static func optional(_ raw: String?, room: Room) throws(WordsRefusal) -> Words? {
        do {
            return try raw.map { raw throws(WordsRefusal) in try Words(raw, room: room) }
        } catch .empty {
            return nil
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}

public enum WordsRefusal: Error, Equatable, Sendable {
    case empty
    case tooLong(room: Int, is: Int)
}

extension String {
    /// Without white space at either end.
    public var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
