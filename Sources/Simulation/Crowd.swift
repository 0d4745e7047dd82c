import Domain

/// A great many plans for measuring, made through the program's own actions (`bin/bench`). Each is one
/// household with a contact person, a story, five open steps and two people at the table.
public struct Crowd: Sendable {
    public struct Owner: Sendable {
        public let person: Person.ID
        public let plan: Plan.ID
        /// The open steps she carries herself.
        public let steps: [Step.ID]
    }

    /// Owners from all over the crowd, some hundreds of them.
    public let owners: [Owner]
    /// Contact person of 100 plans; `nil` when the crowd is too small for one.
    public let workerOfHundred: Account.ID?
    /// Contact person of 1,000 plans; `nil` when the crowd is too small for one.
    public let workerOfThousand: Account.ID?

    private static let ownersKept = 500
    private static let inFlight = 64
    private static let plansPerWorker = 40
    private static let workersPerTeam = 12

    /// Fills a migrated and empty database, a plan per transaction and many at a time.
    /// - Parameter passwordHash: of the one password that opens the accounts `werker1`, `werker2` and so
    ///   on; without it none does.
    public static func fill(
        into transactions: some Transactions, plans: Int, now: Instant, passwordHash: String = "none"
    ) async throws -> Crowd {
        let workers = try await hire(
            2 + max(1, plans / plansPerWorker), into: transactions, now: now, passwordHash: passwordHash)
        let shares = Shares(plans)
        let apart = max(1, plans / ownersKept)
        var owners: [Made] = []
        try await withThrowingTaskGroup(of: Made.self) { group in
            for place in 0..<plans {
                if place >= inFlight, let made = try await group.next(), made.place % apart == 0 {
                    owners.append(made)
                }
                let worker = workers[shares.worker(of: place, among: workers.count)]
                group.addTask {
                    let owner = try await transactions.write { records in
                        let chance = Chance.seeded(UInt64(place + 1) &* 0x2545_F491_4F6C_DD1D)
                        return try play(
                            place, with: worker, on: Stage(records: records, chance: chance, now: now))
                    }
                    return Made(place: place, owner: owner)
                }
            }
            for try await made in group where made.place % apart == 0 { owners.append(made) }
        }
        return Crowd(
            owners: owners.sorted { $0.place < $1.place }.map(\.owner),
            workerOfHundred: shares.hundred == 100 ? workers[1].account.id : nil,
            workerOfThousand: shares.thousand == 1_000 ? workers[0].account.id : nil)
    }

    private struct Made: Sendable {
        let place: Int
        let owner: Owner
    }

    /// The first worker is contact person of the first thousand plans, the second of the next hundred,
    /// and the others share what is left.
    private struct Shares {
        let thousand: Int
        let hundred: Int

        init(_ plans: Int) {
            thousand = plans >= 1_100 ? 1_000 : 0
            hundred = plans >= 100 ? 100 : 0
        }

        func worker(of place: Int, among workers: Int) -> Int {
            switch place {
            case ..<thousand: 0
            case ..<(thousand + hundred): 1
            default: 2 + place % (workers - 2)
            }
        }
    }

    private struct Worker: Sendable {
        let account: Account
        let area: Area
    }

    /// Workers in teams of a dozen, each team with an area of its own.
    private static func hire(
        _ count: Int, into transactions: some Transactions, now: Instant, passwordHash: String
    ) async throws -> [Worker] {
        try await transactions.write { records in
            let stage = Stage(records: records, chance: .seeded(40_300), now: now)
            var workers: [Worker] = []
            var area: Area?
            for number in 1...count {
                if area == nil || number % workersPerTeam == 0 {
                    area = try foundTeam(number / workersPerTeam + 1, on: stage)
                }
                guard let area else { continue }
                let account = Account(
                    id: stage.newID(), role: .generalist,
                    name: "\(pick(CrowdWords.names, number)) Werker \(number)", phone: "0123 45 67 89",
                    background: pick(CrowdWords.backgrounds, number), team: area.team, hasPhoto: false)
                try records.accounts.insert(account, login: "werker\(number)", passwordHash: passwordHash)
                workers.append(Worker(account: account, area: area))
            }
            return workers
        }
    }

    private static func foundTeam(_ number: Int, on stage: Stage) throws -> Area {
        let team = Team(id: stage.newID(), name: "Team \(number)", phone: "0123 45 67 89")
        try stage.records.teams.insert(team)
        let area = Area(id: stage.newID(), slug: "wijk-\(number)", name: "Wijk \(number)", team: team.id)
        try stage.records.areas.insert(area)
        return area
    }

    private static func play(_ place: Int, with worker: Worker, on stage: Stage) throws -> Owner {
        let account = worker.account
        let day = 2 + place % 300
        func at(_ minutes: Int) -> Instant { stage.ago(day, 9, minutes + place % 240) }

        let scene = try Scene.asked(
            pick(CrowdWords.sentences, place), reach: "06-00000000", in: worker.area, at: at(0), on: stage)
        try scene.isCalled(pick(CrowdWords.names, place), at: at(2))
        try scene.accepted(by: account, at: at(60))
        let note = try scene.told(pick(CrowdWords.notes, place), by: account, at: at(120))
        try scene.confirmed(note, as: pick(CrowdWords.notes, place), at: at(130))
        let link = try scene.invited(
            Scene.ownPerson(pick(CrowdWords.names, place / 7 + 3), "kijkt mee"), until: stage.ahead(60),
            at: at(140))
        let guest = try scene.opened(link, at: at(150))
        try scene.seated(pick(CrowdWords.names, place / 5 + 11), "drinkt koffie", at: at(155))
        let first = try scene.step(pick(CrowdWords.steps, place), when: "deze week", at: at(160))
        let second = try scene.step(pick(CrowdWords.steps, place + 1), at: at(162))
        try scene.step(pick(CrowdWords.steps, place + 2), carrier: .tie(guest.tie), at: at(164))
        try scene.agreedStep(
            pick(CrowdWords.steps, place + 3), when: "volgende week", carrier: .account(account.id),
            by: account, at: at(166))
        let third = try scene.step(pick(CrowdWords.steps, place + 4), at: at(170))
        return Owner(person: scene.owner, plan: scene.plan, steps: [first, second, third])
    }

    private static func pick(_ words: [String], _ place: Int) -> String { words[place % words.count] }
}

/// What the crowd is called and says.
enum CrowdWords {
    static let names: [String] = [
        "Aad", "Bettie", "Cees", "Dirkje", "Elif", "Farid", "Gonda", "Hidde", "Irma", "Jamal",
        "Klaske", "Lammert", "Mehmet", "Noa", "Olga", "Priya", "Quinten", "Renske", "Sjoerd", "Thea",
        "Umar", "Vera", "Wessel", "Ypke", "Zohra",
    ]

    static let backgrounds: [String] = ["opvoeden", "wonen", "schulden", "ouder worden", "werk", "meedoen"]

    static let sentences: [String] = [
        "De huur ging omhoog en mijn uren gingen omlaag.",
        "Ik slaap slecht en overdag lukt er weinig.",
        "Mijn moeder kan niet meer alleen thuis zijn.",
        "Op school zeggen ze dat het zo niet verder kan.",
        "Ik ken hier niemand en dat duurt nu al een jaar.",
        "Mijn man is ziek en ik doe alles.",
        "Er komt post die ik niet begrijp.",
        "Ik wil werken, maar ik weet niet waar ik moet beginnen.",
    ]

    static let notes: [String] = [
        "Eerst de post op volgorde. Dan samen bellen.",
        "Twee avonden rust in de week, en iemand die dan oppast.",
        "Eerst slapen, dan pas plannen maken.",
        "Iemand leren kennen die ook van wandelen houdt.",
        "Weten wat er elke maand binnenkomt en wat eruit gaat.",
    ]

    static let steps: [String] = [
        "De brieven op een stapel leggen",
        "Bellen met de verhuurder",
        "Een rondje lopen na het eten",
        "Vragen of de buurvrouw wil oppassen",
        "Langsgaan bij het buurthuis",
        "Een afspraak maken met de huisarts",
        "De bankpas zoeken",
    ]
}
