import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Synchronization

@testable import Web

/// The root of the repository, found from where this file stands.
let repositoryRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A clock that tests turn.
final class TestClock: Sendable {
    private let current: Mutex<Instant>

    init(_ start: Instant) { current = Mutex(start) }

    var now: Instant { current.withLock { $0 } }

    func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0) {
        current.withLock { $0 = $0.adding(minutes: minutes, hours: hours, days: days) }
    }
}

/// A house in a folder of its own, with a test clock and its router.
final class TestHouse: Sendable {
    let folder: String
    let store: SQLStore
    let house: House
    let clock: TestClock
    let application: Application<RouterResponder<HouseContext>>

    /// - Parameter copying: the folder of a closed house to start from.
    init(
        copying source: String? = nil,
        settings: Settings = Settings(
            isDemo: true, isDevelopment: true, requestsPerSecond: 100_000, sendsMail: true)
    ) async throws {
        folder = NSTemporaryDirectory() + "burgerkracht-web-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in ["test.sqlite", "sleutelkast"] {
            if let source { try FileManager.default.copyItem(atPath: "\(source)/\(file)", toPath: "\(folder)/\(file)") }
        }
        let keys = try InstallationKeys(secret: [UInt8](repeating: 7, count: 32))
        let database = try SQLiteDatabase(path: "\(folder)/test.sqlite")
        try await Migrations.run(on: database, now: 0)
        var store = SQLStore(database: database, keys: keys, cabinet: try KeyCabinet(place: "\(folder)/sleutelkast"))
        store.sendsMail = settings.sendsMail
        self.store = store
        let clock = TestClock(Instant.start(of: Day(year: 2025, month: 3, day: 3)).adding(hours: 10))
        self.clock = clock
        house = try House(
            transactions: store, home: repositoryRoot, settings: settings, formsKey: keys.forms,
            passwords: PasswordCheck { password, hash in hash == "plain:" + password },
            clock: { clock.now })
        application = Application(router: buildRouter(house))
    }

    func close() async {
        await store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs an action of Domain as somebody, at this house's time.
    func act<T: Sendable>(
        as actor: Actor = .visitor, _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        let occasion = Occasion(
            actor: actor, now: clock.now, origin: Origin(road: .command, address: "test"), chance: .system)
        return try await store.write { try body(occasion, $0) }
    }
}

/// What a browser does, as far as the house can tell: keeps cookies and sends forms with their marks.
final class TestBrowser {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]

    init(_ client: any TestClientProtocol) { self.client = client }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String

        var location: String? { headers[.location] }
    }

    var sessionToken: String? {
        get { cookies["__Host-bk"] }
        set { cookies["__Host-bk"] = newValue }
    }

    func get(_ path: String) async throws -> Answer { try await send(path, .get) }

    /// Posts a form, with the mark of this browser unless the test gives another.
    func post(_ path: String, _ fields: [String: String] = [:], mark: String? = nil) async throws -> Answer {
        var fields = fields
        let known = try await formMark()
        fields["formulier"] = mark ?? known
        let body = fields.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
        return try await send(path, .post, body: body)
    }

    /// Posts a form with a file in it.
    func post(
        _ path: String, _ fields: [String: String], file: [UInt8], mark: String? = nil
    ) async throws -> Answer {
        var fields = fields
        let known = try await formMark()
        fields["formulier"] = mark ?? known
        return try await send(
            path, .post, headers: [.contentType: MultipartBody.type],
            bytes: MultipartBody.bytes(fields, files: ["opname": file]))
    }

    func send(
        _ path: String, _ method: HTTPRequest.Method, body: String? = nil, headers extra: HTTPFields = [:],
        bytes: [UInt8]? = nil
    ) async throws -> Answer {
        var headers = extra
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        if (body != nil || bytes != nil), headers[.contentType] == nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
        }
        let buffer = bytes.map { ByteBuffer(bytes: $0) } ?? body.map { ByteBuffer(string: $0) }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: buffer)
        for cookie in response.headers[values: .setCookie] {
            let parts = cookie.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? String(parts[1]) : ""
            cookies[String(parts[0])] = value.isEmpty ? nil : value
        }
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: response.body))
    }

    /// The mark in any form of this browser: the page with the code box has one for everybody.
    func formMark() async throws -> String {
        let page = try await get("/code").body
        return page.value(after: "name=\"formulier\" value=\"", until: "\"") ?? ""
    }
}

/// A form with files, as a browser writes it.
enum MultipartBody {
    static let boundary = "----grens7MA4YWxk"
    static let type = "multipart/form-data; boundary=\(boundary)"

    static func bytes(_ fields: [String: String], files: [String: [UInt8]]) -> [UInt8] {
        var body: [UInt8] = []
        func add(_ head: String, _ content: [UInt8]) {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + content
            body += Array("\r\n".utf8)
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { add("name=\"\(name)\"", Array(value.utf8)) }
        for (name, content) in files {
            add("name=\"\(name)\"; filename=\"opname.ogg\"\r\nContent-Type: audio/ogg", content)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }
}

extension String {
    func value(after start: String, until end: String) -> String? {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
