import Domain
import Foundation

/// The picture of a plan: a round table seen from above, the resident at the front, her own people
/// warm, professionals cool, one chair always free. The same people stand in the text
/// alternative, in the same order.
struct TableTop {
    struct Chair {
        enum Kind { case own, professional, free }
        let name: String
        let what: String
        let kind: Kind
    }

    let chairs: [Chair]
    /// Her own words, in the middle.
    let words: String?
    let t: Catalogue

    /// From this many on, chairs are smaller and carry no name below them.
    private static let crowd = 9

    var html: HTML {
        let size = 420.0
        let centre = size / 2
        let around = chairs + [Chair(name: t[.freeChair], what: "", kind: .free)]
        let isCrowded = around.count > Self.crowd
        let radius = isCrowded ? 19.0 : 29.0
        let distance = 146.0
        // The front chair is hers; the others share the rest of the circle, the first at her left hand.
        let slice = 2 * Double.pi / Double(around.count + 1)
        let drawn = around.enumerated().html { index, chair in
            let angle = Double.pi / 2 + slice * Double(index + 1)
            let x = centre + distance * cos(angle)
            let y = centre + distance * sin(angle)
            return draw(chair, x: x, y: y, radius: radius, withName: !isCrowded)
        }
        return """
            <svg class="tabletop" viewBox="0 0 420 420" role="img" aria-labelledby="tafel-naam tafel-uitleg"><title id="tafel-naam">\(t[.tableTitle])</title><desc id="tafel-uitleg">\(description)</desc>
            <circle class="board" cx="210" cy="210" r="88"/><circle class="rim" cx="210" cy="210" r="88"/>\(middle)
            <circle class="me" cx="210" cy="\(number(centre + distance))" r="34"/><text class="me-name" x="210" y="\(number(centre + distance + 6))">\(t[.me])</text>\(drawn)</svg>
            """
    }

    private var description: String {
        let people = chairs.map { $0.what.isEmpty ? $0.name : "\($0.name): \($0.what)" }
        return people.isEmpty ? t[.tableEmpty] : t(.tableDescription, ["mensen": people.joined(separator: ". ")])
    }

    private func draw(_ chair: Chair, x: Double, y: Double, radius: Double, withName: Bool) -> HTML {
        let kind =
            switch chair.kind {
            case .own: "own"
            case .professional: "professional"
            case .free: "free"
            }
        let sign = chair.kind == .free ? "+" : initials(of: chair.name)
        let name: HTML =
            withName
            ? """
            <text class="name" x="\(number(x))" y="\(number(y + radius + 16))">\(chair.name.shortened(to: 14))</text>
            """ : ""
        return """
            <g class="chair \(kind)"><circle cx="\(number(x))" cy="\(number(y))" r="\(number(radius))"/><text x="\(number(x))" y="\(number(y + 5))">\(sign)</text>\(name)</g>
            """
    }

    private var middle: HTML {
        guard let words else { return "" }
        let lines = words.wrapped(at: 19, lines: 4)
        let top = 214.0 - Double(lines.count - 1) * 10
        return lines.enumerated().html { index, line in
            "<text class=\"words\" x=\"210\" y=\"\(number(top + Double(index) * 20))\">\(line)</text>"
        }
    }

    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        // Put together, not interpolated: thirty times a page.
        return String(tenths / 10) + "." + String(abs(tenths % 10))
    }
}

extension String {
    func shortened(to length: Int) -> String {
        utf8.count <= length || count <= length ? self : prefix(length - 1) + "…"
    }

    /// At most `lines` lines of about `width` characters, broken between words.
    func wrapped(at width: Int, lines most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || (9...13).contains($0) }).map(Substring.init)
        {
            let more = word.unicodeScalars.count
            if line.isEmpty {
                line = String(word)
                length = more
            } else if length + 1 + more <= width {
                line += " " + word
                length += 1 + more
            } else {
                lines.append(line)
                line = String(word)
                length = more
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines.map { $0.shortened(to: width + 6) } }
        return Array(lines.prefix(most - 1)) + [lines[most - 1].shortened(to: width - 1) + "…"]
    }
}
