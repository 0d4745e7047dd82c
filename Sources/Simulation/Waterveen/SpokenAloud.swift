import Domain

/// Questions that were spoken. What is to be heard in the fictional town is no voice, but a tone.
extension Waterveen {
    /// Nobody heard it yet.
    static func rosa(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let scene = try Scene.spoke(
            try Recording(tone(seconds: 4), seconds: 4), reach: "06-00000213", in: town.oosterhof,
            at: stage.ago(1, 18, 20), on: stage)
        try scene.isCalled("Rosa", at: stage.ago(1, 18, 24))
        return [
            Visit("Rosa", .owner, "Sprak haar vraag in. Wie hem oppakt, hoort het bericht.", .owner(scene.owner))
        ]
    }

    /// It was heard and typed out, and waits to be read back.
    static func idris(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let rashid = try town.person(.rashid)
        let scene = try Scene.spoke(
            try Recording(tone(seconds: 3), seconds: 3), "Mijn zoon heeft dit ingesproken met mij.",
            reach: "06-00000224", in: town.oosterhof, at: stage.ago(3, 16, 5), on: stage)
        try scene.isCalled("Idris", at: stage.ago(3, 16, 9))
        try scene.foundAndAccepted(by: rashid, at: stage.ago(2, 9, 10))
        try scene.typedOut(
            "Er komen brieven over een boete. Ik kan ze niet lezen en ik schaam me ervoor.", by: rashid,
            at: stage.ago(2, 9, 40))
        return [
            Visit(
                "Idris", .owner, "Sprak zijn vraag in. Die is uitgetypt en wacht tot hij hem naleest.",
                .owner(scene.owner))
        ]
    }

    /// A sound file of a quiet tone, the same on every machine: WAV, eight thousand samples a second, one byte each.
    static func tone(seconds: Int) -> [UInt8] {
        let rate = 8_000
        // Up and down between 104 and 152 in forty samples: two hundred times a second.
        let samples = (0..<rate * seconds).map { (place: Int) -> UInt8 in
            let step = abs(place % 40 - 20)
            return UInt8(152 - step * 12 / 5)
        }
        func bytes(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> (8 * $0) & 255) } }
        var file = Array("RIFF".utf8) + bytes(36 + samples.count, 4) + Array("WAVEfmt ".utf8)
        // Sixteen bytes of format: uncompressed, one channel, samples and bytes a second, one byte of eight bits each.
        for (number, count) in [(16, 4), (1, 2), (1, 2), (rate, 4), (rate, 4), (1, 2), (8, 2)] {
            file += bytes(number, count)
        }
        return file + Array("data".utf8) + bytes(samples.count, 4) + samples
    }
}
