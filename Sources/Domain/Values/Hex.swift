/// Bytes as `0-9a-f`, two characters each.
public func hexText(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
        for (place, byte) in bytes.enumerated() {
            text[place * 2] = hexDigit(byte >> 4)
            text[place * 2 + 1] = hexDigit(byte & 15)
        }
        return bytes.count * 2
    }
}

@inline(__always)
func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
}
