import Domain
import Hummingbird

/// The fields of a form, as they were sent.
struct Form: Sendable {
    let fields: [String: String]

    /// The marks that every form carries besides its fields.
    static let markField = "formulier"
    static let onceField = "eenmalig"

    init(fields: [String: String]) { self.fields = fields }

    /// Reads the body and checks that the form was made by this house for this browser.
    /// - Throws: `Refused` in words when it is too large, not text, or from elsewhere.
    static func read(_ request: Request, _ context: HouseContext, _ visit: Visit, house: House) async throws -> Form {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Refused(.unsupportedMediaType, .refusedForm)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: context.maxUploadSize)
        } catch {
            throw Refused(.contentTooLarge, .refusedTooLarge)
        }
        guard let fields = decode(buffer.readableBytesView) else { throw Refused(.badRequest, .refusedEncoding) }
        let form = Form(fields: fields)
        try form.checkMark(visit, house: house)
        return form
    }

    /// - Throws: `Refused` when it was not made by this house for this browser.
    func checkMark(_ visit: Visit, house: House) throws {
        guard constantTimeEqual(fields[Self.markField] ?? "", visit.formMark(house)) else {
            throw Refused(.forbidden, .refusedStaleForm)
        }
    }

    subscript(name: String) -> String { fields[name] ?? "" }

    /// The mark against sending twice, when it is one of ours.
    var once: String? { Session.Token(self[Self.onceField])?.text }

    /// `application/x-www-form-urlencoded` (WHATWG URL), UTF-8 only.
    static func decode(_ bytes: some Collection<UInt8>) -> [String: String]? {
        var fields: [String: String] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < 100 else { return nil }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(parts[0]), let value = parts.count > 1 ? text(parts[1]) : "" else { return nil }
            fields[name] = value.replacing("\r\n", with: "\n")
        }
        return fields
    }

    private static func text(_ encoded: some Collection<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(encoded.count)
        var rest = encoded[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue)
                else { return nil }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

/// Takes as long for a near miss as for a far one.
func constantTimeEqual(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

/// What is wrong with a form, per field, all at once. The input is kept.
struct FormFaults: Sendable, Equatable {
    private(set) var messages: [String: String] = [:]
    private(set) var order: [String] = []

    var isEmpty: Bool { messages.isEmpty }

    subscript(field: String) -> String? { messages[field] }

    mutating func add(_ message: String, to field: String) {
        if messages[field] == nil { order.append(field) }
        messages[field] = message
    }
}

/// Reads the fields of a form one by one and gathers what is wrong.
struct FormReader {
    let form: Form
    let t: Catalogue
    private(set) var faults = FormFaults()

    init(_ form: Form, _ t: Catalogue) {
        self.form = form
        self.t = t
    }

    mutating func words(_ field: String, _ room: Words.Room, ifEmpty: TextKey) -> Words? {
        do throws(WordsRefusal) {
            return try Words(form[field], room: room)
        } catch {
            faults.add(t.text(for: error, ifEmpty: ifEmpty), to: field)
            return nil
        }
    }

    mutating func optionalWords(_ field: String, _ room: Words.Room) -> Words? {
        do throws(WordsRefusal) {
            return try Words.optional(form[field], room: room)
        } catch {
            faults.add(t.text(for: error, ifEmpty: .faultEmpty), to: field)
            return nil
        }
    }

    mutating func add(_ message: String, to field: String) { faults.add(message, to: field) }
}

extension Catalogue {
    func text(for refusal: WordsRefusal, ifEmpty: TextKey) -> String {
        switch refusal {
        case .empty: self[ifEmpty]
        case .tooLong(let room, let length):
            self(.faultTooLong, ["ruimte": String(room), "lengte": String(length)])
        }
    }
}
