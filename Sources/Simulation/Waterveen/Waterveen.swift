import Domain

/// The fictional municipality of the demo: three areas, two teams, and households in every state that a
/// plan can be in. Made through the program's own actions, at moments counted back from now; with the
/// same `now` it is the same town on every machine, but for the keys that seal it.
public struct Waterveen: Sendable {
    private static let seed: UInt64 = 2_013

    /// Builds the town in one transaction. A database that has areas already is left as it is.
    /// - Parameter passwordHash: of the one password that opens all accounts.
    /// - Returns: everybody who is worth visiting, in the order of the demo page.
    public static func seed(
        into transactions: some Transactions, now: Instant, passwordHash: String
    ) async throws -> [DemoPerson] {
        try await transactions.write { records in
            guard try records.areas.all().isEmpty else { return try records.demo.all() }
            let stage = Stage(records: records, chance: .seeded(seed), now: now)
            let town = try Town.build(on: stage, passwordHash: passwordHash)
            let visits = try households(of: town, on: stage) + town.visits()
            return try visits.enumerated().map { place, visit in
                // One millisecond apart, so that their ids keep the order.
                let moment = Instant(milliseconds: now.milliseconds + Int64(place))
                let person = DemoPerson(
                    id: stage.chance.identifier(at: moment), name: visit.name, role: visit.role,
                    situation: visit.situation, key: visit.key)
                try records.demo.insert(person)
                return person
            }
        }
    }

    /// First the plans that run, then the questions that still wait: who looks at the list of what waits
    /// is written in the journal of each of them.
    private static func households(of town: Town, on stage: Stage) throws -> [Visit] {
        let scenes: [(Town, Stage) throws -> [Visit]] = [
            samira, gerrit, chantal, omar, peter, monique,
            lotte, hasan, jolanda,
            fleur, sem, theo, aylin,
            truus, bilal, wilma, anouk, sevda, ruud, hetty, idris,
            karima, petra, lieke,
            mariam, esther, joyce,
            nienke, ellen, astrid, roel, brokenFridge, rosa,
        ]
        let openings = try Openings.open(in: town, on: stage)
        let visits =
            try scenes.flatMap { try $0(town, stage) } + yusuf(town, openings, stage)
            + ingrid(town, stage)
        try lookAtWhatWaits(town, stage)
        return visits
    }

    private static func lookAtWhatWaits(_ town: Town, _ stage: Stage) throws {
        for key in [Town.Key.femke, .daan] {
            let occasion = stage.occasion(
                Actor(account: try town.person(key)), stage.today(minutesAgo: 12), from: .office)
            _ = try waitingQuestions(after: nil, on: occasion, records: stage.records)
        }
    }
}
