import Domain
import Crypto
import Foundation

/// The keys of one installation, all derived from its one secret of 32 bytes (HKDF-SHA256). Who loses
/// the secret loses every text; who copies the database without it has nothing to read.
public struct InstallationKeys: Sendable {
    /// Seals the households' own keys, together with the half that the cabinet has.
    private let households: SymmetricKey
    /// Seals the exact copy in a file that a household takes along.
    let copies: SymmetricKey
    /// Seals what belongs to no household: names of the people who work here, the demo's names.
    let staff: SymmetricKey
    /// What that key opened before.
    let staffCards = StaffCards()
    /// Turns codes, links and login names into something to look up by.
    private let lookup: Signer
    /// Signs the rows of the journal.
    let chain: Signer
    /// For the web: signs the marks in forms against requests from elsewhere.
    public let forms: [UInt8]

    /// - Parameter secret: 32 bytes.
    public init(secret: [UInt8]) throws {
        guard secret.count == 32 else { throw StoreError.unavailable("the key must be 32 bytes long") }
        let root = SymmetricKey(data: secret)
        func derive(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: root, info: Array("burgerkracht/1/\(purpose)".utf8), outputByteCount: 32)
        }
        households = derive("households")
        copies = derive("copies")
        staff = derive("staff")
        lookup = Signer(key: derive("lookup"))
        chain = Signer(key: derive("journal"))
        forms = derive("forms").withUnsafeBytes { Array($0) }
    }

    /// Reads the secret from a file (32 bytes, or their base64), or makes one that only its owner can read.
    public static func fromFile(_ path: String, makeIfMissing: Bool) throws -> InstallationKeys {
        let url = URL(fileURLWithPath: path)
        if let stored = try? Data(contentsOf: url) {
            if stored.count == 32 { return try InstallationKeys(secret: Array(stored)) }
            let text = String(decoding: stored, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let decoded = Data(base64Encoded: text), decoded.count == 32 else {
                throw StoreError.unavailable("\(path) is not a key: 32 bytes, or 32 bytes in base64")
            }
            return try InstallationKeys(secret: Array(decoded))
        }
        guard makeIfMissing else { throw StoreError.unavailable("there is no key at \(path)") }
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let encoded = Data((secret.base64EncodedString() + "\n").utf8)
        let made = FileManager.default.createFile(
            atPath: path, contents: encoded, attributes: [.posixPermissions: 0o600])
        guard made else { throw StoreError.unavailable("cannot write a key at \(path)") }
        return try InstallationKeys(secret: Array(secret))
    }

    /// What a household's own key is sealed with: this secret and the cabinet's half, and neither alone.
    func wrapping(with half: [UInt8]) -> Seal {
        Seal(
            key: HKDF<SHA256>.deriveKey(
                inputKeyMaterial: households, salt: half, info: Array("burgerkracht/1/household".utf8),
                outputByteCount: 32))
    }

    /// To find somebody back by how she can be reached: a number however it was written down, an address without
    /// regard to capitals. `nil` when there is too little to go by.
    func reachHash(_ reach: String) -> String? {
        if reach.contains("@") {
            return lookupHash(reach.lowercased().filter { !$0.isWhitespace }, of: "reach")
        }
        var digits = reach.filter { $0.isASCII && $0.isNumber }
        for abroad in ["0031", "31"] where digits.hasPrefix(abroad) && digits.count >= abroad.count + 9 {
            digits = "0" + digits.dropFirst(abroad.count)
            break
        }
        return digits.count >= 8 ? lookupHash(digits, of: "reach") : nil
    }

    /// A keyed hash to look something up by: the same words give the same hash, only in this installation.
    func lookupHash(_ text: String, of kind: String) -> String {
        hexText(lookup.signature(of: Array("\(kind)\u{0}\(text)".utf8)))
    }
}
