import Crypto

/// HMAC-SHA256 with one key, which is worked into the hash once and not again for every signature.
struct Signer: Sendable {
    private let keyed: HMAC<SHA256>

    init(key: SymmetricKey) { keyed = HMAC<SHA256>(key: key) }

    func signature(of bytes: [UInt8]) -> [UInt8] {
        var signing = keyed
        signing.update(data: bytes)
        return Array(signing.finalize())
    }
}
