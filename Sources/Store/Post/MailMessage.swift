import Domain
import Foundation

/// A letter as mail programs read it (RFC 5322): plain text, in UTF-8, with lines that end in `\n` as sendmail
/// wants them.
public struct MailMessage: Sendable {
    public let id: Mail.ID
    public let from: MailAddress
    /// Who sends it, as people read it.
    public let sender: String
    public let to: MailAddress
    public let subject: String
    public let body: String
    public let language: Language
    public let at: Instant

    public init(
        id: Mail.ID, from: MailAddress, sender: String, to: MailAddress, subject: String, body: String,
        language: Language, at: Instant
    ) {
        self.id = id
        self.from = from
        self.sender = sender
        self.to = to
        self.subject = subject
        self.body = body
        self.language = language
        self.at = at
    }

    public var text: String {
        let host = from.text.split(separator: "@").last ?? "localhost"
        return """
            From: \(Self.header(sender, isName: true)) <\(from.text)>
            To: <\(to.text)>
            Subject: \(Self.header(subject))
            Date: \(Self.date(at))
            Message-ID: <\(id)@\(host)>
            Content-Language: \(language.rawValue)
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            \(Self.quotedPrintable(body))
            """ + "\n"
    }

    /// "Tue, 25 Nov 2025 10:00:00 +0000"
    static func date(_ moment: Instant) -> String {
        // As RFC 3339 writes it: YYYY-MM-DDThh:mm:ssZ.
        let parts = moment.rfc3339.dropLast().split(separator: "T").map(String.init)
        guard parts.count == 2, let day = Day(parts[0]) else { return "" }
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekday), \(day.parts.day) \(names[day.parts.month - 1]) \(day.parts.year) \(parts[1]) +0000"
    }

    /// A header's words: as they are when they are plain, else encoded (RFC 2047), at most 36 bytes a piece.
    static func header(_ words: String, isName: Bool = false) -> String {
        let kept = String(words.map { $0.isNewline ? " " : $0 })
        if kept.utf8.allSatisfy({ (32...126).contains($0) }), !kept.contains("=?") {
            guard isName else { return kept }
            return "\"\(kept.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        var pieces: [[UInt8]] = [[]]
        for character in kept {
            let bytes = Array(String(character).utf8)
            if pieces[pieces.count - 1].count + bytes.count > 36 { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// RFC 2045, 6.7: no line is longer than 76 characters.
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(quotedLine).joined(separator: "\n")
    }

    private static func quotedLine(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var lines: [String] = []
        var current = ""
        for (place, byte) in bytes.enumerated() {
            let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=")
            let isInnerSpace = byte == 32 && place < bytes.count - 1
            let sign = isPlain || isInnerSpace ? String(UnicodeScalar(byte)) : "=" + hexText([byte]).uppercased()
            if current.utf8.count + sign.utf8.count > 75 {
                lines.append(current + "=")
                current = ""
            }
            current += sign
        }
        return (lines + [current]).joined(separator: "\n")
    }
}
