/// A piece of a page. It is written as markup in a string literal; what is put in is escaped, unless
/// it is a piece of a page itself (ADR 0010).
///
///     let item: HTML = "<li><b>\(step.words)</b> \(tickForm(step))</li>"
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    public private(set) var source: String

    public static let empty: HTML = ""

    public init(stringLiteral markup: String) { source = markup }

    public init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

    /// The one way in for markup that was made elsewhere. `ArchitectureTests` knows each use by name.
    static func trustedMarkup(_ markup: String) -> HTML {
        var html = HTML.empty
        html.source = markup
        return html
    }

    public static func += (html: inout HTML, more: HTML) { html.source += more.source }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source: String

        public init(literalCapacity: Int, interpolationCount: Int) {
            source = ""
            source.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ markup: String) { source += markup }
        public mutating func appendInterpolation(_ text: String) { source.appendEscaped(text) }
        public mutating func appendInterpolation(_ part: HTML) { source += part.source }
        public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { source += part.source } }
        public mutating func appendInterpolation(_ path: Path) { source.appendEscaped(path.text) }
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

extension String {
    private static func needsEscape(_ text: String) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where isSpecial(byte) { return true }
            return false
        }
        return found ?? text.utf8.contains { isSpecial($0) }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    /// Text as it may stand between tags and inside quoted attributes.
    fileprivate mutating func appendEscaped(_ text: String) {
        guard Self.needsEscape(text) else {
            self += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self += "&amp;"
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            default: unicodeScalars.append(scalar)
            }
        }
    }
}
