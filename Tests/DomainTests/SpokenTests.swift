import Domain
import Testing

/// A spoken message: what counts as a recording, and every deed from every state.
@Suite struct SpokenTests {
    static let now = Instant(milliseconds: 1_741_000_000_000)
    static let chance = Chance.seeded(31)
    static let note: Story.ID = chance.identifier(at: now)
    static let other: Story.ID = chance.identifier(at: now)

    static func message(_ state: SpokenMessage.State) -> SpokenMessage {
        SpokenMessage(
            id: SpokenMessage.ID(high: 1, low: 1), plan: Plan.ID(high: 2, low: 2),
            household: Household.ID(high: 3, low: 3),
            kind: .webm, seconds: 12, madeAt: now, state: state, version: 1)
    }

    enum Outcome { case becomes(SpokenMessage.State), gone, refused(SpokenRefusal) }

    static let table: [(SpokenMessage.State, SpokenMessage.Deed, Outcome)] = [
        (.recorded, .typeOut(note), .becomes(.typedOut(note: note))),
        (.recorded, .confirm(note), .becomes(.recorded)),
        (.recorded, .remove, .gone),
        (.typedOut(note: note), .typeOut(other), .refused(.alreadyTypedOut)),
        (.typedOut(note: note), .typeOut(note), .refused(.alreadyTypedOut)),
        (.typedOut(note: note), .confirm(note), .gone),
        (.typedOut(note: note), .confirm(other), .becomes(.typedOut(note: note))),
        (.typedOut(note: note), .remove, .gone),
    ]

    @Test func `every deed with a spoken message leads where its life cycle says, or is refused`() throws {
        for (state, deed, outcome) in Self.table {
            switch outcome {
            case .becomes(let next): #expect(try Self.message(state).after(deed)?.state == next, "\(state) \(deed)")
            case .gone: #expect(try Self.message(state).after(deed) == nil, "\(state) \(deed)")
            case .refused(let refusal):
                #expect(throws: refusal, "\(state) \(deed)") { _ = try Self.message(state).after(deed) }
            }
        }
    }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        ([0x1A, 0x45, 0xDF, 0xA3, 1], Recording.Kind.webm), (bytes("OggS.."), .ogg), (bytes("RIFF....WAVEfmt "), .wav),
        (bytes("....ftypisom"), .mp4), (bytes("....ftypM4A "), .mp4), (bytes("ID3."), .mp3),
        ([0xFF, 0xFB, 0x90], .mp3),
        ([0xFF, 0xF3, 0x40], .mp3),
    ])
    func `a recording is known by its first bytes`(bytes: [UInt8], kind: Recording.Kind) throws {
        let recording = try Recording(bytes, seconds: 3)
        #expect(recording.kind == kind)
        #expect(recording.seconds == 3)
    }

    @Test(arguments: [
        bytes("<html><script>"), bytes("#!AMR\n"), bytes("....ftyp3gp4"), bytes("....ftypqt  "),
        bytes("RIFF....AVI LIST"),
        bytes("PK\u{3}\u{4}"), [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0xF1, 0x50], [0xFF, 0xEB, 0x90], [0xFF], [0],
        bytes("Ogg"),
    ])
    func `what is no recording, or does not play everywhere, is refused`(bytes: [UInt8]) {
        #expect(throws: RecordingRefusal.unknownKind) { _ = try Recording(bytes, seconds: nil) }
    }

    @Test func `a recording is at most two minutes, and weighs no more than that`() throws {
        let sound = Self.bytes("OggS")
        #expect(throws: RecordingRefusal.empty) { _ = try Recording([], seconds: nil) }
        #expect(throws: RecordingRefusal.tooLong) { _ = try Recording(sound, seconds: 121) }
        #expect(try Recording(sound, seconds: 120).seconds == 120)
        #expect(try Recording(sound, seconds: 0).seconds == nil)
        let most = sound + [UInt8](repeating: 0, count: Recording.mostBytes - sound.count)
        #expect(try Recording(most, seconds: nil).bytes.count == Recording.mostBytes)
        #expect(throws: RecordingRefusal.tooLong) { _ = try Recording(most + [0], seconds: nil) }
    }
}
