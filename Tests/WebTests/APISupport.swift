import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// A program that talks with the API. It holds every answer, and every request that was taken, against
/// the OpenAPI document.
final class APIClient {
    private let client: any TestClientProtocol
    var token: String?

    init(_ client: any TestClientProtocol, token: String? = nil) {
        self.client = client
        self.token = token
    }

    struct Reply {
        let status: Int
        let headers: HTTPFields
        let text: String
        let body: JSONValue

        subscript(field: String) -> JSONValue { body[field] ?? .null }
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, path, headers: headers)
    }

    func post(_ path: String, _ body: JSONValue? = nil, key: String? = nil) async throws -> Reply {
        var headers: HTTPFields = [:]
        if let key { headers[.idempotencyKey] = key }
        return try await send(.post, path, body, headers: headers)
    }

    /// A form with a recording in it.
    func upload(
        _ path: String, _ fields: [String: String], recording: [UInt8], key: String? = nil
    ) async throws -> Reply {
        var headers: HTTPFields = [.contentType: MultipartBody.type]
        if let key { headers[.idempotencyKey] = key }
        return try await send(
            .post, path, bytes: MultipartBody.bytes(fields, files: ["opname": recording]), headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, text: String? = nil,
        bytes: [UInt8]? = nil, headers extra: HTTPFields = [:]
    ) async throws -> Reply {
        var headers = extra
        if let token, headers[.authorization] == nil { headers[.authorization] = "Bearer \(token)" }
        let encoded = try body.map { try JSONEncoder().encode($0) }
        let sent = bytes ?? text.map { Array($0.utf8) } ?? encoded.map { Array($0) }
        if sent != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let response = try await client.execute(
            uri: path.hasPrefix("/api") ? path : "/api/v1\(path)", method: method, headers: headers,
            body: sent.map { ByteBuffer(bytes: $0) })
        let answer = String(buffer: response.body)
        let isSound = response.headers[.contentType]?.hasPrefix("audio/") == true
        let reply = Reply(
            status: response.status.code, headers: response.headers, text: answer,
            body: isSound ? .text("") : try JSONSerialization.value(of: answer))
        check(reply, to: method, path, sent: body)
        return reply
    }

    private func check(_ reply: Reply, to method: HTTPRequest.Method, _ path: String, sent: JSONValue?) {
        let what = "\(method.rawValue) \(path) (\(reply.status))"
        #expect(reply.headers[.apiVersion] == "1.0.0", "\(what)")
        for (name, value) in [
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ] {
            #expect(HTTPField.Name(name).flatMap { reply.headers[$0] } == value, "\(what): \(name)")
        }
        #expect(reply.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true, "\(what)")
        #expect(reply.headers[.strictTransportSecurity] != nil, "\(what)")
        #expect(reply.headers[.setCookie] == nil, "\(what): the API sets no cookie")
        if reply.status >= 400, method != .head {
            #expect(reply.headers[.contentType] == "application/problem+json", "\(what)")
            #expect(reply["status"] == .integer(reply.status), "\(what): \(reply.text)")
            for field in ["title", "detail"] {
                guard case .text(let text) = reply[field] else {
                    Issue.record("\(what) has no \(field)")
                    continue
                }
                #expect(!text.isEmpty && !text.contains("{"), "\(what): \(text)")
            }
        }
        guard let operation = Description.operation(method, path) else { return }
        for fault in Description.faults(of: reply, from: operation) { Issue.record("\(what): \(fault)") }
        if reply.status < 300, let sent {
            for fault in Description.faults(ofRequest: sent, to: operation) { Issue.record("\(what), body: \(fault)") }
        }
    }
}

/// A house with the small world in it, for one test.
func withWorld(
    _ body: @escaping @Sendable (TestHouse, World, any TestClientProtocol) async throws -> Void
) async throws {
    let test = try await TestHouse()
    let world = try await World.make(in: test)
    try await test.application.test(.router) { try await body(test, world, $0) }
    await test.close()
}

/// The OpenAPI document, as one who relies on it reads it.
enum Description {
    static let document = OpenAPI.document(contact: Settings().apiContact)

    static func operation(_ method: HTTPRequest.Method, _ path: String) -> JSONValue? {
        let plain = path.prefix { $0 != "?" }.replacing("/api/v1/", with: "/")
        let parts = plain.split(separator: "/").map(String.init)
        guard !path.hasSuffix("/"), case .object(let paths)? = document["paths"] else { return nil }
        let fitting = paths.filter { pattern, _ in
            let pieces = pattern.split(separator: "/")
            return pieces.count == parts.count && zip(pieces, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        // An address that is written out goes before one with a place in it.
        let best = fitting.min { one, other in
            one.key.filter { $0 == "{" }.count < other.key.filter { $0 == "{" }.count
        }
        return best?.value[method.rawValue.lowercased()]
    }

    static func faults(of reply: APIClient.Reply, from operation: JSONValue) -> [String] {
        guard let found = operation["responses"]?[String(reply.status)] else { return ["this status is not described"] }
        let response = resolved(found)
        let content = response["content"]
        let type = reply.headers[.contentType] ?? ""
        guard let content else { return reply.text.isEmpty ? [] : ["this body is not described"] }
        guard let schema = content[type]?["schema"] else { return ["\(type) is not described"] }
        var faults = faults(of: reply.body, against: schema, at: "$")
        if response["headers"]?["Location"] != nil, reply.headers[.location] == nil { faults.append("no Location") }
        return faults
    }

    static func faults(ofRequest body: JSONValue, to operation: JSONValue) -> [String] {
        guard let schema = operation["requestBody"]?["content"]?["application/json"]?["schema"] else {
            return ["no body is described"]
        }
        return faults(of: body, against: schema, at: "$")
    }

    static func resolved(_ value: JSONValue) -> JSONValue {
        guard case .text(let reference)? = value["$ref"] else { return value }
        return reference.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] ?? .null }
    }

    /// A small part of JSON Schema: what our document uses. A field that is not described is a fault.
    static func faults(of value: JSONValue, against found: JSONValue, at place: String) -> [String] {
        let schema = resolved(found)
        if value == .null { return schema["nullable"] == .flag(true) ? [] : ["\(place) is null"] }
        if case .list(let choices)? = schema["oneOf"] {
            let fitting = choices.filter { faults(of: value, against: $0, at: place).isEmpty }.count
            return fitting == 1 ? [] : ["\(place) fits \(fitting) of the choices"]
        }
        if case .list(let words)? = schema["enum"], !words.contains(value) { return ["\(place): \(value)"] }
        switch (schema["type"], value) {
        case (.text("object")?, .object(let fields)):
            guard case .object(let properties)? = schema["properties"] else { return [] }
            var faults: [String] = []
            if case .list(let required)? = schema["required"] {
                for case .text(let name) in required where fields[name] == nil {
                    faults.append("\(place).\(name) is missing")
                }
            }
            for (name, field) in fields {
                if let property = properties[name] {
                    faults += Self.faults(of: field, against: property, at: "\(place).\(name)")
                } else {
                    faults.append("\(place).\(name) is not described")
                }
            }
            return faults
        case (.text("array")?, .list(let items)):
            return items.enumerated().flatMap {
                faults(of: $1, against: schema["items"] ?? .null, at: "\(place)[\($0)]")
            }
        case (.text("string")?, .text(let text)): return faults(ofText: text, schema, at: place)
        case (.text("integer")?, .integer(let number)):
            if case .integer(let least)? = schema["minimum"], number < least { return ["\(place) is \(number)"] }
            return []
        case (.text("boolean")?, .flag): return []
        default: return ["\(place) is \(value), not \(schema["type"] ?? .null)"]
        }
    }

    private static func faults(ofText text: String, _ schema: JSONValue, at place: String) -> [String] {
        if case .integer(let most)? = schema["maxLength"], text.count > most { return ["\(place) is too long"] }
        if case .text(let pattern)? = schema["pattern"], text.range(of: pattern, options: .regularExpression) == nil {
            return ["\(place) does not fit \(pattern)"]
        }
        let isRight =
            switch schema["format"] {
            case .text("uuid")?: UUID(uuidString: text) != nil
            case .text("date")?: Day(text) != nil
            case .text("date-time")?: text.hasSuffix("Z") && ISO8601DateFormatter().date(from: text) != nil
            case .text("uri-reference")?: text.hasPrefix("/")
            case .text("uri")?: text.hasPrefix("http")
            default: true
            }
        return isRight ? [] : ["\(place) is \(text)"]
    }
}

extension JSONSerialization {
    /// Read by another parser than our own, which stops at eight deep.
    static func value(of text: String) throws -> JSONValue {
        text.isEmpty ? .null : try JSONDecoder().decode(Read.self, from: Data(text.utf8)).value
    }

    private struct Read: Decodable {
        let value: JSONValue

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                value = .null
            } else if let flag = try? container.decode(Bool.self) {
                value = .flag(flag)
            } else if let integer = try? container.decode(Int.self) {
                value = .integer(integer)
            } else if let text = try? container.decode(String.self) {
                value = .text(text)
            } else if let list = try? container.decode([Read].self) {
                value = .list(list.map(\.value))
            } else {
                value = .object(try container.decode([String: Read].self).mapValues(\.value))
            }
        }
    }
}

extension JSONValue {
    var string: String { if case .text(let text) = self { text } else { "" } }
    var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }
    func at(_ path: String...) -> JSONValue { path.reduce(self) { $0[$1] ?? .null } }
}
