import Domain
import Foundation
import Hummingbird

/// The body of a form with a file in it: `multipart/form-data` (RFC 7578), read strictly. What browsers send fits;
/// anything else is refused as a whole.
struct Multipart: Sendable {
    private(set) var fields: [String: String] = [:]
    /// What was sent as a file, by the name of its field; empty when none was chosen.
    private(set) var files: [String: [UInt8]] = [:]

    private static let mostParts = 20
    private static let mostHeaderBytes = 1_000
    private static let line = Data("\r\n".utf8)

    /// - Returns: `nil` for what is not the body of such a form.
    init?(_ body: Data, contentType: String?) {
        guard let boundary = Self.boundary(in: contentType) else { return nil }
        let between = Self.line + Data("--\(boundary)".utf8)
        // The first boundary has no line before it.
        guard body.starts(with: between.dropFirst(2)) else { return nil }
        var place = body.startIndex + between.count - 2
        for _ in 0...Self.mostParts {
            let rest = body[place...]
            if rest == Data("--".utf8) || rest == Data("--\r\n".utf8) { return }
            guard rest.starts(with: Self.line),
                let end = body.range(of: between, in: place + 2..<body.endIndex)?.lowerBound,
                take(body[place + 2..<end])
            else { return nil }
            place = end + between.count
        }
        return nil
    }

    /// One part: its headers, an empty line, and what it holds.
    private mutating func take(_ part: Data) -> Bool {
        let empty = Self.line + Self.line
        let most = min(part.endIndex, part.startIndex + Self.mostHeaderBytes)
        guard let end = part.range(of: empty, in: part.startIndex..<most),
            let headers = String(validating: part[..<end.lowerBound], as: UTF8.self),
            let (name, isFile) = Self.disposition(in: headers), fields[name] == nil, files[name] == nil
        else { return false }
        let content = part[end.upperBound...]
        if isFile {
            files[name] = Array(content)
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { return false }
            fields[name] = text.replacing("\r\n", with: "\n")
        }
        return true
    }

    /// `multipart/form-data; boundary=…`, with what a boundary may hold (RFC 2046, 5.1.1) and no more.
    private static func boundary(in contentType: String?) -> String? {
        let parts = (contentType ?? "").split(separator: ";", omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
        guard parts.first?.lowercased() == "multipart/form-data", parts.count == 2,
            parts[1].lowercased().hasPrefix("boundary=")
        else { return nil }
        var boundary = parts[1].dropFirst("boundary=".count)
        if boundary.count > 1, boundary.hasPrefix("\""), boundary.hasSuffix("\"") {
            boundary = boundary.dropFirst().dropLast()
        }
        let known = boundary.utf8.allSatisfy { byte in
            isLetterOrDigit(byte) || "'()+_,-./:=?".utf8.contains(byte)
        }
        return known && (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }

    /// `Content-Disposition: form-data; name="zin"`, and `filename="…"` when it is a file. What the file is called is
    /// nobody's business.
    private static func disposition(in headers: String) -> (name: String, isFile: Bool)? {
        let prefix = "content-disposition: form-data; name=\""
        let found = headers.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard found.count == 1, found[0].lowercased().hasPrefix(prefix) else { return nil }
        let rest = found[0].dropFirst(prefix.count)
        guard let close = rest.firstIndex(of: "\"") else { return nil }
        let name = rest[..<close]
        let known = name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        guard known, (1...40).contains(name.utf8.count) else { return nil }
        let after = rest[rest.index(after: close)...]
        guard !after.isEmpty else { return (String(name), false) }
        return after.lowercased().hasPrefix("; filename") ? (String(name), true) : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

extension Form {
    /// A form with one file in it, of at most so many bytes beside the words.
    /// - Throws: `Refused` in words, as `read` does.
    static func read(
        withFile field: String, upTo most: Int, _ request: Request, _ context: HouseContext, _ visit: Visit,
        house: House
    ) async throws -> (form: Form, file: [UInt8]) {
        let body = try await Multipart.body(of: request, upTo: most + context.maxUploadSize)
        guard let parts = Multipart(body, contentType: request.headers[.contentType]) else {
            throw Refused(.badRequest, .refusedEncoding)
        }
        let form = Form(fields: parts.fields)
        try form.checkMark(visit, house: house)
        return (form, parts.files[field] ?? [])
    }
}

extension Multipart {
    /// - Throws: `Refused` in words when it is another kind of body, or too large.
    static func body(of request: Request, upTo most: Int) async throws -> Data {
        guard request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true else {
            throw Refused(.unsupportedMediaType, .refusedForm)
        }
        do {
            return Data((try await request.body.collect(upTo: most)).readableBytesView)
        } catch {
            throw Refused(.contentTooLarge, .faultSpokenTooLong)
        }
    }
}
