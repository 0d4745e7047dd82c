import Domain

/// The areas, the teams and the people who work in Waterveen. Nobody and nothing here exists; the
/// telephone numbers cannot be dialled.
struct Town {
    let oosterhof: Area
    let deKolk: Area
    let molenbuurt: Area
    let people: [Key: Account]

    /// Who works here, by login name.
    enum Key: String, CaseIterable {
        case femke, rashid, tess, bram
        case daan, corrie
        case ilse, anneke, karim, sanne
        case joke, henk, nadia, pieter, marijke
    }

    func person(_ key: Key) throws -> Account {
        guard let account = people[key] else { throw SeatRefusal.noRelation }
        return account
    }

    /// Teams, areas and accounts, all with the same password.
    static func build(on stage: Stage, passwordHash: String) throws -> Town {
        let east = Team(id: stage.newID(), name: "Team Oosterhof", phone: "0123 45 67 10")
        let west = Team(id: stage.newID(), name: "Team De Kolk en Molenbuurt", phone: "0123 45 67 20")
        for team in [east, west] { try stage.records.teams.insert(team) }
        let oosterhof = Area(id: stage.newID(), slug: "oosterhof", name: "Oosterhof", team: east.id)
        let deKolk = Area(id: stage.newID(), slug: "de-kolk", name: "De Kolk", team: west.id)
        let molenbuurt = Area(id: stage.newID(), slug: "molenbuurt", name: "Molenbuurt", team: west.id)
        for area in [oosterhof, deKolk, molenbuurt] { try stage.records.areas.insert(area) }
        var people: [Key: Account] = [:]
        for worker in workers {
            let team: Team.ID? =
                switch worker.team {
                case .east: east.id
                case .west: west.id
                case .none: nil
                }
            let account = Account(
                id: stage.newID(), role: worker.role, name: worker.name, phone: worker.phone,
                background: worker.background, team: team, hasPhoto: false)
            try stage.records.accounts.insert(account, login: worker.key.rawValue, passwordHash: passwordHash)
            people[worker.key] = account
        }
        return Town(oosterhof: oosterhof, deKolk: deKolk, molenbuurt: molenbuurt, people: people)
    }

    /// The people who work here, as buttons on the demo page.
    func visits() throws -> [Visit] {
        try Self.workers.map { worker in
            let account = try person(worker.key)
            return Visit(account.name, account.role, worker.situation, .account(account.id))
        }
    }

    private enum Side { case east, west, none }

    private struct Worker {
        let key: Key
        let name: String
        let role: Role
        let team: Side
        let phone: String
        let background: String
        let situation: String

        init(
            _ key: Key, _ name: String, _ role: Role, _ team: Side, _ phone: String, _ background: String,
            _ situation: String
        ) {
            self.key = key
            self.name = name
            self.role = role
            self.team = team
            self.phone = phone
            self.background = background
            self.situation = situation
        }
    }

    private static let workers: [Worker] = [
        Worker(
            .femke, "Femke Dijkstra", .generalist, .east, "0123 45 67 11",
            "leven met een beperking, eerst bij MEE",
            "Contactpersoon van drie huishoudens. Er wachten nieuwe vragen."),
        Worker(
            .rashid, "Rashid Amrani", .specialist, .east, "0123 45 67 12", "schulden",
            "Contactpersoon bij één plan. Ziet in twee andere alleen geld."),
        Worker(
            .tess, "Tess de Wit", .generalist, .east, "0123 45 67 13",
            "opbouwwerk, samen dingen doen in de buurt",
            "Contactpersoon van twee mannen die weer naar buiten willen."),
        Worker(
            .bram, "Bram Postma", .teamLead, .east, "0123 45 67 14", "teamleider",
            "Ziet hoe lang vragen wachten en hoe druk het is. Nooit wat erin staat."),
        Worker(
            .daan, "Daan Verhulst", .generalist, .west, "0123 45 67 21", "wonen en ouder worden",
            "Contactpersoon van drie huishoudens in het tweede team."),
        Worker(
            .corrie, "Corrie Blom", .teamLead, .west, "0123 45 67 22", "teamleider",
            "Leidt het tweede team. Ziet hoe druk het daar is."),
        Worker(
            .ilse, "Ilse Kuiper", .provider, .none, "0123 45 67 31", "jeugdpsycholoog",
            "Werkt buiten het team. Ziet in één plan één onderwerp."),
        Worker(
            .anneke, "Anneke Vos", .provider, .none, "0123 45 67 32", "wijkverpleegkundige",
            "Komt elke ochtend bij iemand thuis. Leest één onderwerp mee."),
        Worker(
            .karim, "Karim Haddou", .provider, .none, "0123 45 67 33", "begeleiding naar werk",
            "Ziet in één plan alleen het onderwerp werk."),
        Worker(
            .sanne, "Sanne Mulder", .provider, .none, "0123 45 67 34", "begeleiding thuis",
            "Doet mee in één plan, en ziet het helemaal."),
        Worker(
            .joke, "Joke Visser", .stip, .none, "0123 45 67 41", "vrijwilliger bij de STIP-balie",
            "Helpt aan de balie. Heeft geen weg naar het plan van iemand anders."),
        Worker(
            .henk, "Henk Bos", .neighbour, .none, "0123 45 67 42", "voorzitter van speeltuin De Wip",
            "Buurtbewoner van 71. Ziet nooit een huishouden."),
        Worker(
            .nadia, "Nadia Haddad", .director, .none, "0123 45 67 51", "kwaliteit en budget",
            "Regisseur voor de hele gemeente. Ziet nooit een persoon."),
        Worker(
            .pieter, "Pieter van Dam", .council, .none, "0123 45 67 52", "raadslid",
            "Zit in de gemeenteraad. Ziet nooit een persoon."),
        Worker(
            .marijke, "Marijke Smit", .privacyOfficer, .none, "0123 45 67 53", "privacy",
            "Let op dat de regels over persoonlijke gegevens kloppen."),
    ]
}

/// Somebody worth visiting on the demo page.
struct Visit {
    let name: String
    let role: Role
    let situation: String
    let key: DemoPerson.Key

    init(_ name: String, _ role: Role, _ situation: String, _ key: DemoPerson.Key) {
        self.name = name
        self.role = role
        self.situation = situation
        self.key = key
    }
}
