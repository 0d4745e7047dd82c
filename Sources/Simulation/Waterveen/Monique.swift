import Domain

extension Waterveen {
    /// Fourteen people around one household, seven of them paid to be there.
    static func monique(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let scene = try Scene.asked(
            "Iedereen komt iets doen en niemand weet wat de ander doet.", reach: "06-00000078",
            in: town.oosterhof, at: stage.ago(75, 9, 40), on: stage)
        try scene.isCalled("Monique", at: stage.ago(75, 9, 45))
        try scene.foundAndAccepted(by: femke, at: stage.ago(75, 10, 55))
        try scene.looked(by: femke, at: stage.ago(73, 13, 10))
        let note = try scene.told(
            "Monique wil één iemand die weet wie er komt. En twee ochtenden zonder bezoek.", by: femke,
            at: stage.ago(73, 14, 45))
        try scene.confirmed(
            note, as: "Ik wil één iemand die weet wie er komt. En drie ochtenden zonder bezoek.",
            at: stage.ago(73, 14, 55))
        let health = try scene.touched("gezondheid", at: stage.ago(73, 15))
        let son = try scene.touched("mijn zoon", at: stage.ago(73, 15, 2))
        let work = try scene.touched("werk", by: femke, at: stage.ago(73, 15, 4))
        let money = try scene.touched("geld", by: femke, at: stage.ago(73, 15, 6))

        try seatProfessionals(at: scene, health: health, son: son, work: work, money: money, town, stage)
        let mother = try seatOwnPeople(at: scene, stage)
        try takeSteps(at: scene, mother: mother.tie, son: son, town, stage)
        return [
            Visit(
                "Monique", .owner, "Veertien mensen om haar heen. Zeven van hen doen dat als werk.",
                .owner(scene.owner)),
            Visit(
                "Truus", .network, "De moeder van Monique. Leest mee en schrijft niets.",
                .guest(mother.agreement)),
        ]
    }

    private static func seatProfessionals(
        at scene: Scene, health: LifeDomain.ID, son: LifeDomain.ID, work: LifeDomain.ID, money: LifeDomain.ID,
        _ town: Town, _ stage: Stage
    ) throws {
        struct Place {
            let key: Town.Key
            let part: SharingAgreement.Part
            let level: SharingAgreement.Level
        }
        let places: [Place] = [
            Place(key: .rashid, part: .domain(money), level: .join),
            Place(key: .tess, part: .plan, level: .read),
            Place(key: .ilse, part: .domain(son), level: .join),
            Place(key: .anneke, part: .domain(health), level: .read),
            Place(key: .karim, part: .domain(work), level: .join),
            Place(key: .sanne, part: .plan, level: .join),
        ]
        for (place, seat) in places.enumerated() {
            try scene.joined(
                try town.person(seat.key), to: seat.part, level: seat.level, until: stage.ahead(120 + place),
                at: stage.ago(70 - place, 11, 30))
        }
    }

    private static func seatOwnPeople(at scene: Scene, _ stage: Stage) throws -> Scene.Guest {
        let ownPeople: [(name: String, role: String)] = [
            ("Dennis", "mijn zoon, doet de boodschappen"),
            ("Saskia", "vriendin, rijdt mee naar het ziekenhuis"),
            ("Meneer Tan", "de buurman van boven, heeft een sleutel"),
            ("Ineke", "mijn tante, bloemen en koffie"),
            ("Wout", "repareert wat stuk is"),
            ("Dominee Vis", "komt op dinsdag praten"),
        ]
        for (place, person) in ownPeople.enumerated() {
            try scene.seated(person.name, person.role, at: stage.ago(60 - place, 16))
        }
        let link = try scene.invited(
            Scene.ownPerson("Truus", "mijn moeder"), level: .read, until: stage.ahead(200),
            at: stage.ago(50, 10))
        return try scene.opened(link, at: stage.ago(49, 11, 25))
    }

    private static func takeSteps(
        at scene: Scene, mother: NetworkTie.ID, son: LifeDomain.ID, _ town: Town, _ stage: Stage
    ) throws {
        let femke = try town.person(.femke)
        let list = try scene.agreedStep(
            "Een lijst maken van wie wanneer komt", carrier: .account(femke.id), by: femke,
            at: stage.ago(45, 14))
        try scene.moved(list, .tick, by: femke, at: stage.ago(41, 17, 5))
        try scene.step(
            "Op maandag, woensdag en zaterdag geen bezoek", when: "de ochtend", at: stage.ago(40, 10))
        try scene.step(
            "Met oma naar de film", when: "in de vakantie", carrier: .tie(mother), about: son,
            at: stage.ago(35, 19))
        try scene.looked(.tableRead, at: stage.ago(14, 20))
        try scene.looked(by: try town.person(.ilse), at: stage.ago(10, 9, 15))
        try scene.looked(by: femke, at: stage.ago(2, 11, 50))
    }
}
