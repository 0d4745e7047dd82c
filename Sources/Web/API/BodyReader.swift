import Crypto
import Domain
import Foundation
import Hummingbird

/// Reads the fields of a JSON body one by one and gathers what is wrong, to tell it all at once.
struct BodyReader {
    /// The same bytes for the same fields, in whatever order they were sent.
    let canonical: [UInt8]
    private let fields: [String: JSONValue]
    private let t: Catalogue
    /// Where in the body these fields are: `"drager."`, or nothing at the top.
    private let place: String
    private var read: Set<String> = []
    private(set) var faults: [Problem.Fault] = []

    private init(_ fields: [String: JSONValue], _ t: Catalogue, place: String, canonical: [UInt8] = []) {
        self.fields = fields
        self.t = t
        self.place = place
        self.canonical = canonical
    }

    /// - Throws: `Refused` in words when it is too large, not JSON, or not an object.
    init(_ call: APICall) async throws {
        let type = call.request.headers[.contentType]?.split(separator: ";").first.map { String($0).trimmed }
        guard type?.lowercased() == "application/json" else {
            throw Refused(.unsupportedMediaType, .refusedNotJSON)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await call.request.body.collect(upTo: call.context.maxUploadSize)
        } catch {
            throw Refused(.contentTooLarge, .refusedTooLarge)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let body = JSONParser.value(of: Array(buffer.readableBytesView)), case .object(let fields) = body,
            let canonical = try? encoder.encode(body)
        else { throw Refused(.badRequest, .refusedJSON) }
        self.init(fields, call.t, place: "", canonical: Array(canonical))
    }

    mutating func words(_ field: String, _ room: Words.Room, ifEmpty: TextKey) -> Words? {
        let count = faults.count
        guard let text = text(field) else {
            if faults.count == count { add(t[ifEmpty], to: field) }
            return nil
        }
        do throws(WordsRefusal) {
            return try Words(text, room: room)
        } catch {
            add(t.text(for: error, ifEmpty: ifEmpty), to: field)
            return nil
        }
    }

    mutating func optionalWords(_ field: String, _ room: Words.Room) -> Words? {
        do throws(WordsRefusal) {
            return try Words.optional(text(field), room: room)
        } catch {
            add(t.text(for: error, ifEmpty: .faultEmpty), to: field)
            return nil
        }
    }

    /// What stands there, when it is text; `nil` when nothing does.
    mutating func text(_ field: String) -> String? {
        switch take(field) {
        case nil: return nil
        case .text(let text): return text
        default:
            add(t[.faultText], to: field)
            return nil
        }
    }

    /// A list of texts; none when it is left out.
    mutating func texts(_ field: String) -> [String] {
        switch take(field) {
        case nil: return []
        case .list(let items):
            let texts = items.compactMap { item in if case .text(let text) = item { text } else { nil } }
            if texts.count < items.count { add(t[.faultText], to: field) }
            return texts
        default:
            add(t[.faultText], to: field)
            return []
        }
    }

    mutating func flag(_ field: String) -> Bool {
        switch take(field) {
        case nil: return false
        case .flag(let flag): return flag
        default:
            add(t[.faultFlag], to: field)
            return false
        }
    }

    /// One of `choices`, by its word.
    mutating func choice<Choice>(_ field: String, _ choices: KeyValuePairs<String, Choice>) -> Choice? {
        if case .text(let word)? = take(field), let choice = choices.first(where: { $0.key == word }) {
            return choice.value
        }
        add(t(.faultChoice, ["keuzes": choices.map(\.key).joined(separator: ", ")]), to: field)
        return nil
    }

    /// A whole number within `range`.
    mutating func number(_ field: String, in range: ClosedRange<Int>, ifWrong key: TextKey) -> Int? {
        if case .integer(let number)? = take(field), range.contains(number) { return number }
        add(t[key], to: field)
        return nil
    }

    mutating func id<Subject>(_ field: String, of: Subject.Type) -> Identifier<Subject>? {
        guard let id = optionalText(field).flatMap({ Identifier<Subject>($0) }) else {
            add(t[.faultID], to: field)
            return nil
        }
        return id
    }

    mutating func optionalID<Subject>(_ field: String, of: Subject.Type) -> Identifier<Subject>? {
        guard let value = fields[field], value != .null else {
            _ = take(field)
            return nil
        }
        return id(field, of: Subject.self)
    }

    mutating func day(_ field: String, ifWrong key: TextKey = .faultUntil) -> Day? {
        guard let day = optionalText(field).flatMap({ Day($0) }) else {
            add(t[key], to: field)
            return nil
        }
        return day
    }

    /// The fields of an object within this one.
    mutating func object<Value>(_ field: String, _ read: (inout BodyReader) -> Value?) -> Value? {
        guard case .object(let inner)? = take(field) else {
            add(t[.faultObject], to: field)
            return nil
        }
        var reader = BodyReader(inner, t, place: "\(place)\(field).")
        let value = read(&reader)
        faults += reader.allFaults
        return value
    }

    mutating func optionalObject<Value>(_ field: String, _ read: (inout BodyReader) -> Value?) -> Value? {
        guard let value = fields[field], value != .null else {
            _ = take(field)
            return nil
        }
        return object(field, read)
    }

    mutating func add(_ message: String, to field: String) {
        faults.append(Problem.Fault(veld: place + field, melding: message))
    }

    /// What else stands here cannot be judged.
    mutating func leaveRest() { read.formUnion(fields.keys) }

    /// Whether something stands in this field.
    func has(_ field: String) -> Bool { fields[field].map { $0 != .null } ?? false }

    /// Mutating, so that the compiler refuses to finish and read in one breath.
    /// - Returns: what was read.
    /// - Throws: `InvalidInput` when anything in the body is wrong.
    mutating func finish<Value>(_ value: Value?) throws -> Value {
        guard let value, allFaults.isEmpty else { throw InvalidInput(faults: allFaults) }
        return value
    }

    private var allFaults: [Problem.Fault] {
        let unknown = fields.keys.filter { !read.contains($0) }.sorted()
        // The name of a field is somebody's input too; it comes back no longer than a field of ours can be.
        return faults
            + unknown.map { Problem.Fault(veld: place + String($0.prefix(40)), melding: t[.faultUnknownField]) }
    }

    private mutating func take(_ field: String) -> JSONValue? {
        read.insert(field)
        guard let value = fields[field], value != .null else { return nil }
        return value
    }

    private mutating func optionalText(_ field: String) -> String? {
        if case .text(let text)? = take(field) { text } else { nil }
    }
}

extension APICall {
    /// The mark under which a deed is done once (`Once`), from the header `Idempotency-Key`. It holds
    /// for this address, this token and this body alone: a key that somebody else happens to use, or
    /// guesses, never gives her what it gave another.
    func mark(_ body: [UInt8] = []) throws -> String? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        let isPlain = key.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
        }
        guard isPlain, (32...64).contains(key.utf8.count) else {
            throw InvalidInput(faults: [Problem.Fault(veld: "Idempotency-Key", melding: t[.faultKey])])
        }
        let parts = ["api", request.uri.path, visit.token?.text ?? "", key]
        let hash = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8) + [0x0A] + body)
        return hexText(Array(hash))
    }

    /// A number in the query, within bounds.
    func number(_ field: String, _ bounds: ClosedRange<Int64>) throws -> Int64? {
        guard let text = query(field) else { return nil }
        guard let number = Int64(text), bounds.contains(number) else {
            let message = t(.faultNumber, ["van": String(bounds.lowerBound), "tot": String(bounds.upperBound)])
            throw InvalidInput(faults: [Problem.Fault(veld: field, melding: message)])
        }
        return number
    }

    /// An id in the query.
    func optionalID<Subject>(_ field: String, of: Subject.Type) throws -> Identifier<Subject>? {
        guard let text = query(field) else { return nil }
        guard let id = Identifier<Subject>(text) else {
            throw InvalidInput(faults: [Problem.Fault(veld: field, melding: t[.faultID])])
        }
        return id
    }

    private func query(_ field: String) -> String? { request.uri.queryParameters[Substring(field)].map(String.init) }
}
