import Domain

struct SQLSpokenRecords: SpokenRecords {
    let work: Work

    func insert(_ message: SpokenMessage, _ recording: Recording) throws {
        let sound = try work.seal(message.household).close(recording.bytes, .spokenSound, row: message.id.text)
        _ = try work.connection.run(
            """
            INSERT INTO spoken_messages (id, plan_id, household_id, kind, seconds, made_at, typed_story_id, version,
                sound_sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .id(message.id), .id(message.plan), .id(message.household), .text(message.kind.rawValue),
            .integer(orNull: message.seconds.map(Int64.init)), .instant(message.madeAt),
            .id(orNull: message.state.note),
            .integer(message.version), .blob(sound))
    }

    func find(for seat: Seat) throws -> SpokenMessage? {
        guard let id = seat.plan.spoken else { return nil }
        return try work.connection.run(
            "SELECT kind, seconds, made_at, typed_story_id, version FROM spoken_messages WHERE id = $1 AND plan_id = $2",
            .id(id), .id(seat.plan.id)
        ).first.map { row in
            let note: Story.ID? = try row.optionalID(3)
            return SpokenMessage(
                id: id, plan: seat.plan.id, household: seat.plan.household, kind: try row.word(0),
                seconds: try row.optionalInteger(1).map(Int.init), madeAt: try row.instant(2),
                state: note.map { .typedOut(note: $0) } ?? .recorded, version: try row.integer(4))
        }
    }

    func recording(of message: SpokenMessage, for seat: Seat) throws -> Recording {
        let rows = try work.connection.run(
            "SELECT sound_sealed FROM spoken_messages WHERE id = $1 AND plan_id = $2", .id(message.id),
            .id(seat.plan.id))
        guard let row = rows.first else { throw SpokenRefusal.unknown }
        let sound = try work.seal(seat.plan.household).openBytes(try row.blob(0), .spokenSound, row: message.id.text)
        return Recording(kept: Array(sound), kind: message.kind, seconds: message.seconds)
    }

    func update(_ message: SpokenMessage, for seat: Seat) throws {
        try work.updateOne(
            """
            UPDATE spoken_messages SET typed_story_id = $1, version = version + 1
            WHERE id = $2 AND plan_id = $3 AND version = $4 RETURNING id
            """,
            .id(orNull: message.state.note), .id(message.id), .id(seat.plan.id), .integer(message.version))
    }

    func remove(_ message: SpokenMessage, for seat: Seat) throws {
        try work.updateOne(
            "DELETE FROM spoken_messages WHERE id = $1 AND plan_id = $2 AND version = $3 RETURNING id",
            .id(message.id), .id(seat.plan.id), .integer(message.version))
    }
}

extension SpokenMessage.State {
    fileprivate var note: Story.ID? {
        switch self {
        case .recorded: nil
        case .typedOut(let note): note
        }
    }
}
