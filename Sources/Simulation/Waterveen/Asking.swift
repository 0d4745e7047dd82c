import Domain

/// What the team asks of a resident: whether a colleague may look in.
extension Waterveen {
    /// One question waits for her answer. Before that she said yes once, and once not now; one was taken back.
    static func ingrid(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let femke = try town.person(.femke)
        let rashid = try town.person(.rashid)
        let tess = try town.person(.tess)
        let scene = try Scene.asked(
            "Sinds de scheiding klopt er niets meer van mijn rekeningen.", reach: "06-00000224", in: town.oosterhof,
            at: stage.ago(25, 20, 30), on: stage)
        try scene.isCalled("Ingrid", at: stage.ago(25, 20, 33))
        try scene.accepted(by: femke, at: stage.ago(24, 9, 15))
        let money = try scene.touched("geld", at: stage.ago(23, 14))
        let out = try scene.touched("de deur uit", at: stage.ago(23, 14, 2))
        let walk = try scene.asks(
            for: tess, .domain(out), until: stage.ahead(60), "Tess kent de wandelgroep en de eettafel.", by: femke,
            at: stage.ago(20, 10))
        try scene.answers(walk, .give, at: stage.ago(20, 19, 45))
        let everything = try scene.asks(
            for: rashid, .plan, until: stage.ahead(30), "Rashid weet veel van schulden.", by: femke,
            at: stage.ago(12, 11))
        try scene.answers(everything, .refuse, at: stage.ago(11, 8, 10))
        let mistaken = try scene.asks(
            for: rashid, .domain(out), until: stage.ahead(30), "Rashid weet veel van schulden.", by: femke,
            at: stage.ago(3, 15))
        try scene.answers(mistaken, .withdraw, by: femke, at: stage.ago(3, 15, 4))
        try scene.asks(
            for: rashid, .domain(money), until: stage.ahead(45),
            "Rashid weet hoe de rekeningen even kunnen wachten. Hij ziet alleen wat over geld gaat.", by: femke,
            at: stage.ago(3, 15, 10))
        return [
            Visit(
                "Ingrid", .owner, "Femke vroeg of Rashid mag meekijken bij geld. Het wacht op haar antwoord.",
                .owner(scene.owner))
        ]
    }
}

extension Scene {
    /// A worker asks the owner whether a colleague may look in.
    @discardableResult
    fileprivate func asks(
        for colleague: Account, _ part: SharingAgreement.Part, until: Day, _ reason: String, by worker: Account,
        at: Instant
    ) throws -> SharingRequest.ID {
        let wish = SharingWish(
            account: colleague.id, part: part, until: until, reason: try Words(reason, room: .sentence))
        return try askToShare(wish, at: plan, on: occasion(worker, at), records: stage.records)
    }

    fileprivate func answers(
        _ request: SharingRequest.ID, _ answer: RequestAnswer, by worker: Account? = nil, at: Instant
    ) throws {
        try answerRequest(request, answer, at: plan, on: occasion(worker, at), records: stage.records)
    }
}
