/// Sound as somebody sent it (*opname*): short enough, and of a kind that browsers play. No program listens to
/// it; a person types it out.
public struct Recording: Hashable, Sendable {
    /// What kind of file it is, by its own first bytes and not by what it is called.
    public enum Kind: String, Sendable, CaseIterable {
        case webm, ogg, mp4, mp3, wav
    }

    /// Two minutes of speech, as telephones record it.
    public static let mostBytes = 2 * 1024 * 1024
    public static let mostSeconds = 120

    public let bytes: [UInt8]
    public let kind: Kind
    /// How long it is, as the page that recorded it counted; `nil` for a file.
    public let seconds: Int?

    public init(_ bytes: [UInt8], seconds: Int?) throws(RecordingRefusal) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.mostBytes, seconds ?? 0 <= Self.mostSeconds else { throw .tooLong }
        guard let kind = Kind(of: bytes) else { throw .unknownKind }
        self.init(kept: bytes, kind: kind, seconds: seconds.flatMap { $0 > 0 ? $0 : nil })
    }

    /// One that was checked when it was kept.
    public init(kept bytes: [UInt8], kind: Kind, seconds: Int?) {
        self.bytes = bytes
        self.kind = kind
        self.seconds = seconds
    }
}

/// Why it cannot be kept.
public enum RecordingRefusal: Error, Equatable, Sendable {
    case empty
    /// More than two minutes, or more than two minutes can weigh.
    case tooLong
    /// No sound, or a kind that not every browser plays.
    case unknownKind
}

extension Recording.Kind {
    /// - Returns: `nil` for anything that is none of the five.
    init?(of bytes: [UInt8]) {
        func has(_ text: String, at place: Int = 0) -> Bool { bytes.dropFirst(place).starts(with: text.utf8) }
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .webm
        } else if has("OggS") {
            self = .ogg
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("ftyp", at: 4), !has("3g", at: 8), !has("qt", at: 8) {
            // Not what old telephones call 3GP, which most browsers do not play, and no film.
            self = .mp4
        } else if has("ID3") || Self.isFrameOfMP3(bytes) {
            self = .mp3
        } else {
            return nil
        }
    }

    /// MPEG audio, layer III: eleven bits that are set, a version that exists, and the layer.
    private static func isFrameOfMP3(_ bytes: [UInt8]) -> Bool {
        bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2 && bytes[1] & 0x18 != 0x08
    }
}
