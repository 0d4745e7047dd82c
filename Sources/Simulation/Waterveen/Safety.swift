import Domain

/// Households where somebody of the team worries about safety. What was written along the track is not hers to
/// read; what she was told stands on her plan.
extension Waterveen {
    /// She was told; the worker weighs what she saw and heard.
    static func mariam(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let (tess, rashid) = (try town.person(.tess), try town.person(.rashid))
        let scene = try Scene.asked(
            "Ik ben zo moe dat ik de kinderen niet op tijd van school haal.", reach: "06-00000213",
            in: town.oosterhof, at: stage.ago(30, 20, 10), on: stage)
        try scene.isCalled("Mariam", at: stage.ago(30, 20, 14))
        try scene.foundAndAccepted(by: tess, at: stage.ago(29, 9, 15))
        let track = try scene.worries(
            about: "Ilias (6) en zijn moeder",
            "Ilias had een blauwe plek op zijn bovenarm. Hij zei: papa kneep. Zelf gezien, maandag om tien uur.",
            .notYet("Ik overleg eerst met Rashid."), by: tess, at: stage.ago(6, 16))
        try scene.shares(track, with: rashid, by: tess, at: stage.ago(6, 16, 5))
        try scene.adds(
            "Praat met haar als zij alleen is. Noem de plek gewoon. Ik kan donderdag mee.", to: track, by: rashid,
            at: stage.ago(6, 16, 50))
        try scene.takes(
            .consult, "Rashid en Veilig Thuis zeggen hetzelfde: eerst praten, rustig, en deze week.", of: track,
            by: tess, at: stage.ago(5, 9))
        try scene.tells(
            "Ik zag een blauwe plek bij Ilias en ik maak me zorgen. Ik wil dat het bij u thuis veilig is voor u en hem.",
            of: track, by: tess, at: stage.ago(4, 15))
        try scene.takes(
            .talk, "Zij schrok, en was opgelucht. Haar man komt om de week. Het was de tweede keer. Zij wil hulp.",
            of: track, by: tess, at: stage.ago(4, 15, 10))
        try scene.looked(at: stage.ago(3, 21))
        return [
            Visit(
                "Mariam", .owner, "Tess vertelde haar dat zij zich zorgen maakt over veiligheid.", .owner(scene.owner))
        ]
    }

    /// There is a reason why she does not know yet. Her own pages show nothing of it.
    static func esther(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Ik wil weer werken, maar ik weet niet waar ik moet beginnen.", reach: "06-00000224",
            in: town.molenbuurt, at: stage.ago(25, 11, 20), on: stage)
        try scene.isCalled("Esther", at: stage.ago(25, 11, 25))
        try scene.foundAndAccepted(by: daan, at: stage.ago(24, 9, 40))
        try scene.step("Een lijstje maken van wat ik goed kan", at: stage.ago(22, 10))
        try scene.worries(
            about: "Esther zelf",
            "Zij belt alleen nog als haar man weg is. Vandaag hoorde ik hem schreeuwen en viel de lijn weg.",
            .notYet("Haar man leest mee op haar telefoon. Ik wacht tot ik haar alleen spreek."), by: daan,
            at: stage.ago(2, 13))
        return [Visit("Esther", .owner, "Zoekt een eerste stap naar werk, met Daan.", .owner(scene.owner))]
    }

    /// Help was given and followed; it is safe enough, and the track is closed.
    static func joyce(_ town: Town, _ stage: Stage) throws -> [Visit] {
        let daan = try town.person(.daan)
        let scene = try Scene.asked(
            "Mijn zoon van vijftien en ik krijgen elke dag ruzie.", reach: "06-00000235", in: town.deKolk,
            at: stage.ago(140, 19), on: stage)
        try scene.isCalled("Joyce", at: stage.ago(140, 19, 4))
        try scene.foundAndAccepted(by: daan, at: stage.ago(139, 9, 20))
        let track = try scene.worries(
            about: "Joyce en Milan (15)", "Er was een gat in de deur. Joyce zei dat Milan met een stoel gooide.",
            .told("Ik vertelde u dat ik me zorgen maak om u en om Milan. We kijken samen wat er nodig is."), by: daan,
            at: stage.ago(120, 14))
        try scene.takes(
            .consult, "Met Veilig Thuis gebeld, zonder naam. Advies: veiligheidsafspraken maken met allebei.",
            of: track, by: daan, at: stage.ago(119, 10))
        try scene.takes(
            .talk, "Met allebei aan tafel. Zij schrokken zelf ook. Milan slaapt deze week bij zijn oom.", of: track,
            by: daan, at: stage.ago(117, 16))
        try scene.takes(
            .weigh, "Niet meer acuut. Zij willen allebei hulp, en de oom vangt op.",
            weighing: [
                (.danger, "Eén keer, en daarna niet meer."), (.joining, "Ja, allebei. Milan vroeg er zelf om."),
            ], of: track, by: daan, at: stage.ago(116, 11))
        try scene.decides(
            .follow(lookBack: stage.ago(60, 12).day), "Afspraken op papier, elke week een gesprek.", of: track,
            by: daan, at: stage.ago(115, 11))
        try scene.decides(
            .safe, "Twee maanden rustig. De oom blijft het eerste adres.", of: track, by: daan, at: stage.ago(60, 15))
        try scene.told("Vanavond aten we samen. Zonder ruzie.", at: stage.ago(50, 20))
        return [
            Visit(
                "Joyce", .owner, "Kreeg hulp toen het thuis niet veilig was. Nu gaat het beter.", .owner(scene.owner))
        ]
    }
}

extension Scene {
    @discardableResult
    func worries(
        about: String, _ signals: String, _ knowing: Knowing, by worker: Account, at: Instant
    ) throws -> SafetyTrack.ID {
        let known: SafetyWish.Knowing =
            switch knowing {
            case .told(let words): .told(try Words(words, room: .sentence))
            case .notYet(let words): .notYet(try Words(words, room: .sentence))
            }
        let wish = SafetyWish(
            about: try Words(about, room: .line), signals: try Words(signals, room: .story), knowing: known, acute: nil)
        return try openTrack(wish, at: plan, on: occasion(worker, at), records: stage.records).id
    }

    enum Knowing {
        case told(String)
        case notYet(String)
    }

    func takes(
        _ step: SafetyTrack.Stage, _ words: String, weighing answers: [(SafetyConsideration, String)] = [],
        of track: SafetyTrack.ID, by worker: Account, at: Instant
    ) throws {
        try finishStage(
            step, try Words(words, room: .story),
            weighing: try answers.map { ($0, try Words($1, room: .sentence)) }, of: track,
            on: occasion(worker, at), records: stage.records)
    }

    func decides(
        _ decision: SafetyTrack.Decision, _ words: String, of track: SafetyTrack.ID, by worker: Account, at: Instant
    ) throws {
        try decideTrack(
            track, decision, try Words(words, room: .story), on: occasion(worker, at), records: stage.records)
    }

    func adds(_ words: String, to track: SafetyTrack.ID, by worker: Account, at: Instant) throws {
        try addToTrack(
            try Words(words, room: .story), to: track, on: occasion(worker, at), records: stage.records)
    }

    func tells(_ words: String, of track: SafetyTrack.ID, by worker: Account, at: Instant) throws {
        try tellOfSafety(
            at: track, try Words(words, room: .sentence), on: occasion(worker, at), records: stage.records)
    }

    func shares(_ track: SafetyTrack.ID, with colleague: Account, by worker: Account, at: Instant) throws {
        try shareTrack(track, with: colleague.id, on: occasion(worker, at), records: stage.records)
    }
}
