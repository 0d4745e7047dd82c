import Domain

struct SQLDemoRecords: DemoRecords {
    let work: Work

    func all() throws -> [DemoPerson] {
        try work.connection.run(
            "SELECT id, role, key_kind, key_id, label_sealed FROM demo_people ORDER BY id"
        ).map(person)
    }

    func find(_ id: DemoPerson.ID) throws -> DemoPerson? {
        try work.connection.run(
            "SELECT id, role, key_kind, key_id, label_sealed FROM demo_people WHERE id = $1", .id(id)
        ).first.map(person)
    }

    func insert(_ person: DemoPerson) throws {
        let (kind, key) =
            switch person.key {
            case .account(let id): ("account", id.text)
            case .owner(let id): ("owner", id.text)
            case .guest(let id): ("guest", id.text)
            }
        let label = try work.staff.close("\(person.name)\n\(person.situation)", .demoLabel, row: person.id)
        _ = try work.connection.run(
            "INSERT INTO demo_people (id, role, key_kind, key_id, label_sealed) VALUES ($1, $2, $3, $4, $5)",
            .id(person.id), .text(person.role.rawValue), .text(kind), .text(key), .blob(label))
    }

    private func person(_ row: SQLRow) throws -> DemoPerson {
        let id: DemoPerson.ID = try row.id(0)
        let key: DemoPerson.Key =
            switch try row.text(2) {
            case "account": .account(try row.id(3))
            case "owner": .owner(try row.id(3))
            default: .guest(try row.id(3))
            }
        let label = try work.staff.open(try row.blob(4), .demoLabel, row: id.text)
        let parts = label.split(separator: "\n", maxSplits: 1).map(String.init)
        return DemoPerson(
            id: id, name: parts.first ?? "", role: try row.word(1), situation: parts.count > 1 ? parts[1] : "",
            key: key)
    }
}
