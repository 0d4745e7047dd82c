/// A piece of a page. It is written as markup in a string literal; what is put in is escaped, unless
/// it is a piece of a page itself (ADR 0010).
///
///     let item: HTML = "<li><b>\(step.words)</b> \(tickForm(step))</li>"
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// UTF-8, as it goes over the line.
    public private(set) var bytes: [UInt8]

    public var source: String { String(decoding: bytes, as: UTF8.self) }

    public static let empty: HTML = ""

    public init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

    public init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    /// The one way in for markup that was made elsewhere. `ArchitectureTests` knows each use by name.
    static func trustedMarkup(_ markup: String) -> HTML {
        var html = HTML.empty
        html.bytes = Array(markup.utf8)
        return html
    }

    public static func += (html: inout HTML, more: HTML) { html.bytes += more.bytes }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ markup: String) {
            var markup = markup
            markup.withUTF8 { bytes.append(contentsOf: $0) }
        }
        public mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }
        public mutating func appendInterpolation(_ part: HTML) { bytes += part.bytes }
        public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { bytes += part.bytes } }
        public mutating func appendInterpolation(_ path: Path) { bytes.appendEscaped(path.text) }
    }
}

extension Sequence {
    /// Each element as a piece of a page, one after the other.
    func html(_ piece: (Element) throws -> HTML) rethrows -> HTML {
        var all = HTML.empty
        for element in self { all += try piece(element) }
        return all
    }
}

extension [UInt8] {
    /// Text as it may stand between tags and inside quoted attributes.
    fileprivate mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for place in utf8.indices {
                // Of the five, `>` is the last.
                guard utf8[place] <= UInt8(ascii: ">"), let entity = Self.entity(for: utf8[place]) else { continue }
                append(contentsOf: utf8[start..<place])
                entity.withUTF8Buffer { append(contentsOf: $0) }
                start = place + 1
            }
            append(contentsOf: utf8[start...])
        }
    }

    @inline(__always)
    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
