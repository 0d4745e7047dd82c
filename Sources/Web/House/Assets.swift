import Domain
import Crypto
import Foundation

/// The files of `Public/`, read once. Their addresses carry a hash of their content, so that a browser
/// may keep them for ever.
struct Assets: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let mediaType: String
        let version: String
    }

    private let assets: [String: Asset]

    init(folder: String) throws {
        var assets: [String: Asset] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let type = Self.mediaTypes[String(name.split(separator: ".").last ?? "")],
                let content = FileManager.default.contents(atPath: "\(folder)/\(name)")
            else { continue }
            let version = hexText(Array(SHA256.hash(data: content).prefix(6)))
            assets[name] = Asset(bytes: Array(content), mediaType: type, version: version)
        }
        self.assets = assets
    }

    subscript(name: String) -> Asset? { assets[name] }

    func path(_ name: String) -> Path { .asset(name, version: assets[name]?.version ?? "0") }

    private static let mediaTypes: [String: String] = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "webmanifest": "application/manifest+json",
    ]
}
