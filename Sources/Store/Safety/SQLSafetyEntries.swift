import Domain

/// What was written down along a track, and what the resident reads of it.
extension SQLSafetyRecords {
    func add(_ entry: SafetyEntry, for insider: Insider) throws {
        let seal = try work.seal(insider.track.household)
        let (kind, detail, lookBack) = entry.kind.columns
        do {
            _ = try work.connection.run(
                """
                INSERT INTO safety_entries (id, track_id, household_id, stage, kind, detail, look_back_day,
                    words_sealed, author_id, author_sealed, at, seq)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
                    (SELECT coalesce(max(seq), 0) + 1 FROM safety_entries WHERE track_id = $2))
                """,
                .id(entry.id), .id(entry.track), .id(insider.track.household), .text(entry.stage.rawValue),
                .text(kind), .text(orNull: detail), .text(orNull: lookBack?.text),
                .blob(orNull: try seal.closeOptional(entry.words, .safetyWords, row: entry.id)), .id(entry.author),
                .blob(try seal.close(entry.authorName, .safetyAuthor, row: entry.id)), .instant(entry.at))
        } catch StoreError.uniqueViolation {
            // Somebody else wrote the next one first: again, from what stands there now.
            throw StoreError.stale
        }
    }

    func entries(for insider: Insider) throws -> [SafetyEntry] {
        let seal = try work.seal(insider.track.household)
        return try work.connection.run(
            """
            SELECT id, stage, kind, detail, look_back_day, words_sealed, author_id, author_sealed, at
            FROM safety_entries WHERE track_id = $1 ORDER BY seq
            """, .id(insider.track.id)
        ).map { row in
            let id: SafetyEntry.ID = try row.id(0)
            return SafetyEntry(
                id: id, track: insider.track.id, stage: try row.word(1),
                kind: try SafetyEntry.Kind(
                    try row.text(2), detail: try row.optionalText(3),
                    lookBack: try row.optionalText(4).flatMap(Day.init)),
                words: try seal.openOptional(try row.optionalBlob(5), .safetyWords, row: id.text),
                author: try row.id(6), authorName: try seal.open(try row.blob(7), .safetyAuthor, row: id.text),
                at: try row.instant(8))
        }
    }

    func told(for seat: Seat) throws -> [ToldWorry] {
        guard seat.isOwner else { return [] }
        let hash = work.keys.lookupHash(seat.plan.id.text, of: "safety")
        var seen: Set<SafetyTrack.ID> = []
        return try work.connection.run(
            """
            SELECT t.id, t.household_id, t.closed_at, e.id, e.stage, e.words_sealed, e.author_id, e.at,
                h.key_sealed, h.journal_seq, h.journal_hash
            FROM safety_tracks t
            JOIN safety_entries e ON e.track_id = t.id
            JOIN households h ON h.id = t.household_id
            WHERE t.plan_hash = $1 AND e.kind = 'told' ORDER BY e.at DESC, e.seq DESC LIMIT 50
            """, .text(hash)
        ).compactMap { row in
            let track: SafetyTrack.ID = try row.id(0)
            guard seen.insert(track).inserted else { return nil }
            let entry: SafetyEntry.ID = try row.id(3)
            let seal = try work.remember(try row.id(1), row: row, from: 8).seal
            guard let worker = try SQLAccountRecords(work: work).find(try row.id(6)),
                let words = try seal.openOptional(try row.optionalBlob(5), .safetyWords, row: entry.text)
            else { throw StoreError.corrupt("what an owner was told is missing") }
            return ToldWorry(
                track: track, worker: worker, stage: try row.word(4), words: words, at: try row.instant(7),
                closedAt: try row.optionalInstant(2))
        }
    }
}

extension SafetyEntry.Kind {
    fileprivate var columns: (kind: String, detail: String?, lookBack: Day?) {
        switch self {
        case .done: ("done", nil, nil)
        case .skipped: ("skipped", nil, nil)
        case .acute: ("acute", nil, nil)
        case .added: ("added", nil, nil)
        case .answered(let question): ("answered", question.rawValue, nil)
        case .decided(.keepNothing): ("decided", "nothing", nil)
        case .decided(.follow(let day)): ("decided", "follow", day)
        case .decided(.report(let day)): ("decided", "report", day)
        case .decided(.safe): ("decided", "safe", nil)
        case .told: ("told", nil, nil)
        case .silent: ("silent", nil, nil)
        case .handedOver(let account): ("handedOver", account.text, nil)
        }
    }

    fileprivate init(_ kind: String, detail: String?, lookBack: Day?) throws {
        switch (kind, detail, lookBack) {
        case ("done", _, _): self = .done
        case ("skipped", _, _): self = .skipped
        case ("acute", _, _): self = .acute
        case ("added", _, _): self = .added
        case ("decided", "nothing", _): self = .decided(.keepNothing)
        case ("decided", "follow", let day?): self = .decided(.follow(lookBack: day))
        case ("decided", "report", _): self = .decided(.report(lookBack: lookBack))
        case ("decided", "safe", _): self = .decided(.safe)
        case ("told", _, _): self = .told
        case ("silent", _, _): self = .silent
        case ("answered", let word?, _):
            guard let question = SafetyConsideration(rawValue: word) else {
                throw StoreError.corrupt("an unknown word")
            }
            self = .answered(question)
        case ("handedOver", let id?, _):
            guard let account = Account.ID(id) else { throw StoreError.corrupt("no id") }
            self = .handedOver(to: account)
        default: throw StoreError.corrupt("an unknown word")
        }
    }
}
