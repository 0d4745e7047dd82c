import Domain
import Foundation
import Testing

/// The walls of the house (ARCHITECTURE.md), read from the sources: SwiftPM alone does not keep them.
@Suite struct ArchitectureTests {
    struct Source {
        let layer: String
        let path: String
        let text: String

        var imports: [String] {
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ").map(String.init)
                guard let place = words.firstIndex(of: "import"), place <= 2,
                    words[..<place].allSatisfy({
                        $0.hasPrefix("@") || ["public", "internal", "private", "package"].contains($0)
                    })
                else { return nil }
                let named = ["struct", "class", "enum", "func", "protocol"].contains(words[place + 1])
                return String(words[place + (named ? 2 : 1)].split(separator: ".")[0])
            }
        }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources: [Source] = {
        let folder = root.appendingPathComponent("Sources").path
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            Source(
                layer: String(path.split(separator: "/")[0]), path: path,
                text: (try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)) ?? "")
        }
    }()

    static let layers: Set<String> = ["Domain", "Store", "Web", "Exchange", "Simulation", "App"]

    @Test func `there are sources to read`() {
        #expect(Self.sources.count > 50)
        #expect(Self.sources.allSatisfy { Self.layers.contains($0.layer) })
    }

    @Test func `a layer imports only what the drawing allows`() {
        let allowed: [String: Set<String>] = [
            "Domain": [], "Store": ["Domain"], "Web": ["Domain"], "Simulation": ["Domain"], "Exchange": ["Domain"],
            "App": ["Domain", "Store", "Web", "Simulation", "Exchange"],
        ]
        for source in Self.sources {
            let inner = Set(source.imports).intersection(Self.layers)
            #expect(inner.isSubset(of: allowed[source.layer] ?? []), "\(source.path) imports \(inner)")
        }
    }

    @Test func `domain imports nothing but Foundation`() {
        for source in Self.sources where source.layer == "Domain" {
            #expect(Set(source.imports).isSubset(of: ["Foundation"]), "\(source.path) imports \(source.imports)")
        }
    }

    @Test func `libraries stay in the room that is theirs`() {
        let rooms: [String: [String]] = [
            "GRDB": ["Store/Engine/"], "GRDBSQLite": ["Store/Engine/"], "CLibPQ": ["Store/Engine/"],
            "Hummingbird": ["Web/", "App/"], "HTTPTypes": ["Web/"], "ArgumentParser": ["App/"],
            "CryptoExtras": ["Store/Sealing/"],
        ]
        for source in Self.sources {
            for library in source.imports {
                guard let room = rooms[library] else { continue }
                #expect(room.contains { source.path.hasPrefix($0) }, "\(source.path) imports \(library)")
            }
        }
    }

    @Test func `programs of others are started in one room`() {
        for source in Self.sources where !source.path.hasPrefix("Store/Post/") {
            #expect(!source.text.contains(" Process()"), "\(source.path) starts a program")
        }
    }

    @Test func `a seat is made in one file`() {
        for source in Self.sources where source.path != "Domain/Trust/Seat.swift" {
            #expect(!source.text.contains(" Seat("), "\(source.path) makes a seat")
        }
    }

    @Test func `the proof that somebody knows of a track is made in one file`() {
        for source in Self.sources where source.path != "Domain/Safety/EnterTrack.swift" {
            #expect(!source.text.contains("Insider("), "\(source.path) makes an insider")
        }
    }

    @Test func `only the examples ask for example seats`() {
        let askers = Self.sources.filter { $0.text.contains("@_spi(Examples) import") }.map(\.path)
        #expect(askers == ["Web/KitchenTable/PlanExamples.swift"])
    }

    @Test func `every port that gives out content of a plan asks for a seat`() throws {
        let contents = [
            "[Story]", "[LifeDomain]", "[ConferenceText]", "[ConferenceStep]", "[ConferenceGuest]", "[Conference]",
            "[Step]", "Step?", "Table ", "Person ", "ReturnCode?", "SharingAgreement?",
        ]
        for source in Self.sources where source.layer == "Domain" {
            for line in source.text.split(separator: "\n") where line.contains("func ") && line.contains("throws ->") {
                let result = String(line.split(separator: "->").last ?? "") + " "
                guard contents.contains(where: { result.contains($0) }), Self.isPort(line, in: source) else { continue }
                #expect(line.contains("seat: Seat"), "\(source.path): \(line)")
            }
        }
    }

    /// Whether a line stands inside a `protocol …Records`.
    private static func isPort(_ line: Substring, in source: Source) -> Bool {
        let before = source.text[..<line.startIndex]
        guard let start = before.range(of: "protocol ", options: .backwards) else { return false }
        return !before[start.upperBound...].contains("\n}")
    }

    @Test func `markup from elsewhere comes in nowhere`() {
        for source in Self.sources where source.path != "Web/HTML/HTML.swift" {
            #expect(!source.text.contains("trustedMarkup"), "\(source.path) lets raw markup in")
        }
    }

    @Test func `Domain takes time and chance as arguments`() {
        let forbidden = ["Date()", "UUID()", ".random(", "Date.now"]
        for source in Self.sources where source.layer == "Domain" && source.path != "Domain/Values/Chance.swift" {
            for word in forbidden { #expect(!source.text.contains(word), "\(source.path) reaches for \(word)") }
        }
    }

    @Test func `no shortcuts in the sources`() {
        for source in Self.sources {
            for word in ["try!", "as!", "fatalError(", "TODO", "FIXME", "SELECT *"] {
                #expect(!source.text.contains(word), "\(source.path) holds \(word)")
            }
            #expect(
                source.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 400,
                "\(source.path) is longer than 400 lines")
        }
    }

    @Test func `names of types say what they are`() throws {
        let banned = ["Manager", "Service", "Helper", "Utils", "Base", "Data", "Info"]
        let declaration = try Regex(
            #"(?m)^\s*(?:public |private |fileprivate |final |indirect )*(?:struct|class|enum|actor|protocol) (\w+)"#)
        for source in Self.sources {
            for match in source.text.matches(of: declaration) {
                let name = String(match.output[1].substring ?? "")
                for word in banned { #expect(!name.hasSuffix(word), "\(source.path): \(name)") }
            }
        }
    }

    @Test func `nothing computes a number about a person`() throws {
        let suspicious = try Regex(
            #"(?i)\b(risk|risico)_?(score|level)|\bscore\b|\bselfReliance|zelfredzaamheid|ranking|predict"#)
        for source in Self.sources where source.layer != "Web" {
            let code = source.text.split(separator: "\n").filter {
                !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
            }
            for line in code { #expect(line.firstMatch(of: suspicious) == nil, "\(source.path): \(line)") }
        }
        let columns = Self.sources.filter { $0.path.hasPrefix("Store/Migrations") }
        for source in columns { #expect(source.text.firstMatch(of: suspicious) == nil, "\(source.path) keeps a score") }
    }

    @Test func `every public type of Domain is in the glossary`() throws {
        let glossary = try String(contentsOf: Self.root.appendingPathComponent("docs/glossary.md"), encoding: .utf8)
        let declaration = try Regex(#"(?m)^public (?:final )?(?:struct|class|enum|actor|protocol) (\w+)"#)
        for source in Self.sources where source.layer == "Domain" {
            for match in source.text.matches(of: declaration) {
                let name = String(match.output[1].substring ?? "")
                #expect(glossary.contains("`\(name)`"), "\(name) is not in docs/glossary.md")
            }
        }
    }

    @Test func `every requirement has its row and every named test exists`() throws {
        let table = try String(contentsOf: Self.root.appendingPathComponent("docs/requirements.md"), encoding: .utf8)
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| R-") }
        #expect(rows.count == 135)
        let tests = try Self.allTests()
        for row in rows {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let state = cells[2]
            #expect(["works", "part", "not yet"].contains(state), "\(cells[0]): \(state)")
            let named = cells[3].components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            if state == "works" { #expect(!named.isEmpty, "\(cells[0]) works, but no test says so") }
            for name in named { #expect(tests.contains(name), "\(cells[0]) names a test that is not there: \(name)") }
        }
    }

    /// The names of all tests: raw identifiers of Swift, functions of pytest.
    private static func allTests() throws -> Set<String> {
        let folder = root.appendingPathComponent("Tests").path
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var names: Set<String> = []
        for file in files where file.hasSuffix(".swift") || file.hasSuffix(".py") {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            for match in text.matches(of: try Regex(#"func `([^`]+)`\("#)) {
                names.insert(String(match.output[1].substring ?? ""))
            }
            for match in text.matches(of: try Regex(#"def (test_\w+)\("#)) {
                names.insert(String(match.output[1].substring ?? ""))
            }
        }
        return names
    }
}
