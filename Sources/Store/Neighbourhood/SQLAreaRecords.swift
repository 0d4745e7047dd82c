import Foundation
import Domain

struct SQLAreaRecords: AreaRecords {
    let work: Work

    func all() throws -> [Area] {
        try work.connection.run("SELECT id, slug, name, team_id FROM areas ORDER BY sort_key, id").map(area)
    }

    func find(slug: String) throws -> Area? {
        try work.connection.run("SELECT id, slug, name, team_id FROM areas WHERE slug = $1", .text(slug))
            .first.map(area)
    }

    func find(_ id: Area.ID) throws -> Area? {
        try work.connection.run("SELECT id, slug, name, team_id FROM areas WHERE id = $1", .id(id))
            .first.map(area)
    }

    func findWithTeam(_ id: Area.ID) throws -> (area: Area, team: Team)? {
        try work.connection.run(
            """
            SELECT a.id, a.slug, a.name, a.team_id, t.name, t.phone FROM areas a JOIN teams t ON t.id = a.team_id
            WHERE a.id = $1
            """, .id(id)
        ).first.map { row in
            (try area(row), Team(id: try row.id(3), name: try row.text(4), phone: try row.text(5)))
        }
    }

    func insert(_ area: Area) throws {
        _ = try work.connection.run(
            "INSERT INTO areas (id, slug, name, sort_key, team_id) VALUES ($1, $2, $3, $4, $5)",
            .id(area.id), .text(area.slug), .text(area.name), .text(sortKey(area.name)), .id(area.team))
    }

    private func area(_ row: SQLRow) throws -> Area {
        Area(id: try row.id(0), slug: try row.text(1), name: try row.text(2), team: try row.id(3))
    }
}

/// What both engines sort the same: lower case, without accents.
func sortKey(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
}
