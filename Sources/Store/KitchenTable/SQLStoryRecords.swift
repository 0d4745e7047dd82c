import Domain

struct SQLStoryRecords: StoryRecords {
    let work: Work

    func insert(_ story: Story) throws {
        let seal = try work.seal(story.household)
        let (kind, note): (String, Story.ID?) =
            switch story.kind {
            case .ownWords: ("own", nil)
            case .note: ("note", nil)
            case .confirmed(let note): ("confirmed", note)
            case .familyPlan: ("family", nil)
            }
        let (authorKind, author, name) = story.author.columns
        _ = try work.connection.run(
            """
            INSERT INTO stories (id, plan_id, household_id, domain_id, kind, note_id, words_sealed, author_kind,
                author_id, author_sealed, written_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            .id(story.id), .id(story.plan), .id(story.household), .id(orNull: story.domain), .text(kind),
            .id(orNull: note), .blob(try seal.close(story.words, .storyWords, row: story.id)),
            .text(authorKind), .text(author),
            .blob(orNull: try seal.closeOptional(name, .storyAuthor, row: story.id)), .instant(story.writtenAt))
    }

    func all(for seat: Seat) throws -> [Story] {
        let seal = try work.seal(seat.plan.household)
        return try work.connection.run(
            """
            SELECT id, domain_id, kind, note_id, words_sealed, author_kind, author_id, author_sealed, written_at
            FROM stories WHERE plan_id = $1 ORDER BY id
            """, .id(seat.plan.id)
        ).compactMap { row in
            let domain: LifeDomain.ID? = try row.optionalID(1)
            guard seat.sees(domain: domain) else { return nil }
            return try story(row, domain: domain, seat: seat, seal: seal)
        }
    }

    private func story(_ row: SQLRow, domain: LifeDomain.ID?, seat: Seat, seal: Seal) throws -> Story {
        let id: Story.ID = try row.id(0)
        let place = id.text
        let kind: Story.Kind =
            switch try row.text(2) {
            case "own": .ownWords
            case "note": .note
            case "confirmed": .confirmed(note: try row.id(3))
            case "family": .familyPlan
            default: throw StoreError.corrupt("an unknown kind of story")
            }
        let author = try Story.Author(
            kind: try row.text(5), id: row, 6,
            name: try seal.openOptional(try row.optionalBlob(7), .storyAuthor, row: place))
        return Story(
            id: id, plan: seat.plan.id, household: seat.plan.household, kind: kind,
            words: try seal.open(try row.blob(4), .storyWords, row: place), author: author,
            writtenAt: try row.instant(8), domain: domain)
    }

    func insert(_ domain: LifeDomain) throws {
        let name = try work.seal(domain.household).close(domain.name, .domainName, row: domain.id)
        _ = try work.connection.run(
            """
            INSERT INTO life_domains (id, plan_id, household_id, name_sealed, touched_at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            .id(domain.id), .id(domain.plan), .id(domain.household), .blob(name), .instant(domain.touchedAt))
    }

    func domains(for seat: Seat) throws -> [LifeDomain] {
        let seal = try work.seal(seat.plan.household)
        return try work.connection.run(
            "SELECT id, name_sealed, touched_at FROM life_domains WHERE plan_id = $1 ORDER BY id",
            .id(seat.plan.id)
        ).compactMap { row in
            let id: LifeDomain.ID = try row.id(0)
            guard seat.sees(domain: id) else { return nil }
            return LifeDomain(
                id: id, plan: seat.plan.id, household: seat.plan.household,
                name: try seal.open(try row.blob(1), .domainName, row: id.text), touchedAt: try row.instant(2))
        }
    }
}

extension Story.Author {
    /// Kind, id and name, as the tables have them.
    var columns: (kind: String, id: String, name: String?) {
        switch self {
        case .owner(let id): ("owner", id.text, nil)
        case .account(let id, let name): ("account", id.text, name)
        case .guest(let id, let name): ("guest", id.text, name)
        case .representative(let id, let name): ("representative", id.text, name)
        }
    }

    init(kind: String, id row: SQLRow, _ column: Int, name: String?) throws {
        switch kind {
        case "owner": self = .owner(try row.id(column))
        case "account": self = .account(try row.id(column), name: name ?? "")
        case "representative": self = .representative(try row.id(column), name: name ?? "")
        default: self = .guest(try row.id(column), name: name ?? "")
        }
    }
}
