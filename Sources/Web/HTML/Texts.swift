import Domain
import Foundation

extension Language {
    /// What the language calls itself.
    var ownName: String {
        switch self {
        case .nl: "Nederlands"
        case .en: "English"
        case .tr: "Türkçe"
        case .ar: "العربية"
        case .pl: "Polski"
        case .uk: "Українська"
        }
    }

    var isRightToLeft: Bool { self == .ar }

    /// The forms of number that this language has, and which of them goes with a whole number (CLDR 45).
    func plural(of number: Int) -> Plural {
        let ones = number % 10
        let tens = number % 100
        switch self {
        case .nl, .en, .tr: return number == 1 ? .one : .other
        case .pl:
            if number == 1 { return .one }
            return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
        case .uk:
            if ones == 1, tens != 11 { return .one }
            return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
        case .ar:
            switch number {
            case 0: return .zero
            case 1: return .one
            case 2: return .two
            default: return (3...10).contains(tens) ? .few : tens >= 11 ? .many : .other
            }
        }
    }

    var plurals: Set<Plural> {
        switch self {
        case .nl, .en, .tr: [.one, .other]
        case .pl, .uk: [.one, .few, .many, .other]
        case .ar: Set(Plural.allCases)
        }
    }
}

/// The plural categories of CLDR.
enum Plural: String, CaseIterable, Sendable { case zero, one, two, few, many, other }

/// A sentence in one language, or its forms by number.
struct Sentence: Decodable, Sendable {
    let other: String
    /// Empty for a sentence that is not about a number.
    let forms: [Plural: String]

    init(from decoder: any Decoder) throws {
        if let single = try? decoder.singleValueContainer().decode(String.self) {
            other = single
            forms = [:]
        } else {
            let found = try decoder.singleValueContainer().decode([String: String].self)
            forms = Dictionary(
                uniqueKeysWithValues: found.compactMap { key, text in Plural(rawValue: key).map { ($0, text) } })
            other = forms[.other] ?? ""
        }
    }
}

/// The texts of one language. A key that has no text stops the program at the start, not the reader.
public final class Catalogue: Sendable {
    public let language: Language
    private let sentences: [String]
    private let holed: [Holed]
    private let forms: [[Plural: Holed]]

    /// - Parameter json: an object with a text, or its plural forms, for each `TextKey`.
    init(_ language: Language, json: Data) throws {
        self.language = language
        let found = try JSONDecoder().decode([String: Sentence].self, from: json)
        let missing = TextKey.allCases.filter { found[$0.name] == nil }
        guard missing.isEmpty else { throw TextsError.missing(language, missing.map(\.name)) }
        sentences = TextKey.allCases.map { found[$0.name]?.other ?? "" }
        holed = sentences.map(Holed.init)
        forms = TextKey.allCases.map { (found[$0.name]?.forms ?? [:]).mapValues(Holed.init) }
    }

    subscript(key: TextKey) -> String { sentences[key.rawValue] }

    /// A sentence with its named holes filled: `{naam}`.
    func callAsFunction(_ key: TextKey, _ holes: KeyValuePairs<String, String>) -> String {
        fill(holed[key.rawValue], holes)
    }

    /// A sentence about a number, which stands in `{n}`.
    func callAsFunction(_ key: TextKey, count: Int, _ holes: KeyValuePairs<String, String> = [:]) -> String {
        let form = forms[key.rawValue][language.plural(of: count)] ?? holed[key.rawValue]
        return fill(form, holes, count: count)
    }

    private func fill(
        _ sentence: Holed, _ holes: KeyValuePairs<String, String>, count: Int? = nil
    ) -> String {
        var filled = ""
        for part in sentence.parts {
            switch part {
            case .words(let words): filled += words
            case .hole(let name):
                if let value = holes.first(where: { $0.key == name })?.value {
                    // From right to left, a name or a phone number in a sentence keeps its own direction: it stands between
                    // isolates (Unicode UAX 9).
                    filled += language.isRightToLeft ? "\u{2068}\(value)\u{2069}" : value
                } else {
                    filled += (name == "n" ? count.map { String($0) } : nil) ?? "{\(name)}"
                }
            }
        }
        return filled
    }
}

/// A sentence with its named holes, taken apart once.
struct Holed: Sendable {
    enum Part: Sendable {
        case words(String)
        case hole(String)
    }

    let parts: [Part]

    init(_ sentence: String) {
        var parts: [Part] = []
        var rest = sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            parts.append(.hole(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }
}

public enum TextsError: Error, CustomStringConvertible {
    case missing(Language, [String])
    case noFile(String)

    public var description: String {
        switch self {
        case .missing(let language, let keys):
            "Texts/\(language.rawValue).json has no text for: \(keys.joined(separator: ", "))"
        case .noFile(let path): "there is no catalogue at \(path)"
        }
    }
}

/// All catalogues.
public struct Texts: Sendable {
    private let catalogues: [Language: Catalogue]

    /// - Parameter folder: where `nl.json` and the others are.
    public init(folder: String) throws {
        var catalogues: [Language: Catalogue] = [:]
        for language in Language.allCases {
            let path = "\(folder)/\(language.rawValue).json"
            guard let json = FileManager.default.contents(atPath: path) else { throw TextsError.noFile(path) }
            catalogues[language] = try Catalogue(language, json: json)
        }
        self.catalogues = catalogues
    }

    subscript(language: Language) -> Catalogue {
        guard let catalogue = catalogues[language] else { preconditionFailure("every language is loaded in init") }
        return catalogue
    }
}
