import Domain

/// Families that make their own plan: one among itself, one that was offered it, and one whose plan counts.
extension Waterveen {
    static func karima(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let tess = try town.person(.tess)
        let scene = try Scene.asked(
            "Mijn zoon komt niet meer naar buiten en ik weet niet meer wie ik moet bellen.", reach: "06-00000221",
            in: town.oosterhof, at: stage.ago(40, 20, 10), on: stage)
        try scene.isCalled("Karima", at: stage.ago(40, 20, 14))
        try scene.accepted(by: tess, at: stage.ago(39, 9, 15))
        try scene.conferenceCalled(at: stage.ago(21, 19, 30))
        let coordinator = try scene.coordinated(by: "Dineke", at: stage.ago(20, 10))
        let brother = try scene.comesToConference("Youssef", "mijn broer", at: stage.ago(19, 18))
        _ = try scene.comesToConference("Oma Zohra", "mijn moeder", at: stage.ago(19, 18, 20))
        try scene.comesToConference(tess, at: stage.ago(19, 18, 40))
        try scene.conferenceArranged(
            "Vandaag, van tien tot vier uur", "In de grote kamer van De Wip", at: stage.ago(15, 12))
        try scene.wroteAtConference(
            "Er is een keuken. Wie neemt er brood mee?", as: .information, by: coordinator, at: stage.ago(14, 9))
        try scene.conferenceMoved(.prepare, at: stage.ago(14, 20))
        try scene.conferenceMoved(.inform, at: stage.ago(1, 10, 5))
        try scene.wroteAtConference(
            "De school houdt zijn plek vrij tot de zomer.", as: .information, by: tess, at: stage.ago(1, 10, 40))
        try scene.conferenceMoved(.close, at: stage.ago(1, 11, 30))
        try scene.wroteAtConference(
            "Ik schaam me, daarom belde ik niemand.", as: .amongOurselves, at: stage.ago(1, 11, 45))
        try scene.wroteAtConference(
            "Dat hoeft niet. Wij wisten het al een jaar.", as: .amongOurselves, by: brother, at: stage.ago(1, 11, 50))
        try scene.wroteFamilyPlan(
            "Sami gaat elke ochtend met Youssef mee naar de zaak. Oma kookt op vrijdag voor iedereen.",
            at: stage.ago(1, 13, 10))
        try scene.plannedFamilyStep(
            "Sami ophalen", when: "elke ochtend om half acht", by: .tie(brother.tie), at: stage.ago(1, 13, 15))
        return [
            Visit(
                "Karima", .owner, "Zit met haar familie onder elkaar. Samen maken zij een eigen plan.",
                .owner(scene.owner)),
            Visit(
                "Youssef", .network, "De broer van Karima. Schrijft mee aan het plan van de familie.",
                .guest(brother.agreement)),
            Visit(
                "Dineke", .network, "Bereidt de conferentie van Karima voor. Ziet niets van het plan.",
                .guest(coordinator.agreement)),
        ]
    }

    static func petra(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Mijn ex en ik praten alleen nog via de kinderen.", reach: "06-00000232", in: town.deKolk,
            at: stage.ago(16, 21), on: stage)
        try scene.isCalled("Petra", at: stage.ago(16, 21, 3))
        try scene.accepted(by: daan, at: stage.ago(15, 10))
        try scene.conferenceCalled(by: daan, at: stage.ago(2, 15, 30))
        return [
            Visit(
                "Petra", .owner, "Daan stelde een conferentie voor. Zij zei nog niets terug.", .owner(scene.owner))
        ]
    }

    static func lieke(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let rashid = try town.person(.rashid)
        let scene = try Scene.asked(
            "Wij redden het niet meer met z’n drieën en ik wil geen vreemden in huis.", reach: "06-00000243",
            in: town.oosterhof, at: stage.ago(90, 9, 20), on: stage)
        try scene.isCalled("Lieke", at: stage.ago(90, 9, 25))
        try scene.accepted(by: rashid, at: stage.ago(90, 13))
        try scene.conferenceCalled(by: rashid, at: stage.ago(70, 11))
        try scene.conferenceMoved(.want, at: stage.ago(69, 19))
        _ = try scene.coordinated(by: "Arend", at: stage.ago(68, 10))
        let mother = try scene.comesToConference("Ria", "mijn moeder", at: stage.ago(67, 10))
        try scene.comesToConference(rashid, at: stage.ago(67, 10, 30))
        try scene.conferenceArranged("Zondagmiddag", "Bij Ria thuis", at: stage.ago(66, 12))
        try scene.conferenceMoved(.prepare, at: stage.ago(65, 12))
        try scene.conferenceMoved(.inform, at: stage.ago(55, 13))
        try scene.conferenceMoved(.close, at: stage.ago(55, 14))
        try scene.wroteFamilyPlan(
            "Ria is er op maandag en donderdag. Lieke werkt dan tot zes uur. Gaat het niet, dan belt zij eerst Ria.",
            at: stage.ago(55, 16))
        try scene.plannedFamilyStep(
            "Koken en de jongens naar bed brengen", when: "maandag en donderdag", by: .tie(mother.tie),
            at: stage.ago(55, 16, 5))
        try scene.plannedFamilyStep(
            "De huur zelf overmaken", when: "elke eerste van de maand", by: .owner, at: stage.ago(55, 16, 9))
        try scene.conferenceMoved(.present, at: stage.ago(55, 16, 30))
        try scene.wroteAtConference(
            "Dit is veilig voor de jongens, er is elke avond iemand thuis.", as: .safety, by: rashid,
            at: stage.ago(54, 10))
        try scene.confirmedFamilyPlan(with: mother, at: stage.ago(54, 20))
        return [
            Visit(
                "Lieke", .owner, "Het plan van haar eigen familie geldt. Over een maand kijken zij terug.",
                .owner(scene.owner)),
            Visit(
                "Ria", .network, "De moeder van Lieke. Staat achter het plan van de familie.", .guest(mother.agreement)),
        ]
    }
}
