import Domain
import Hummingbird

/// Worries about safety: beginning one, its steps, telling the resident, and who knows of it.
struct SafetyRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/veiligheid", use: list)
        router.get("/plannen/:plan/veiligheid", use: start)
        router.post("/plannen/:plan/veiligheidssporen", use: open)
        router.get("/veiligheidssporen/:spoor", use: track)
        router.post("/veiligheidssporen/:spoor/stappen/:meldstap/afronding", use: finish)
        router.post("/veiligheidssporen/:spoor/stappen/:meldstap/weglating", use: skip)
        router.post("/veiligheidssporen/:spoor/spoed", use: hurry)
        router.post("/veiligheidssporen/:spoor/besluit", use: decide)
        router.post("/veiligheidssporen/:spoor/aanvulling", use: add)
        router.post("/veiligheidssporen/:spoor/vertelling", use: tell)
        router.post("/veiligheidssporen/:spoor/meelezers", use: share)
        router.post("/veiligheidssporen/:spoor/meelezers/:medewerker/beeindiging", use: endSharing)
        router.post("/veiligheidssporen/:spoor/overdracht", use: handOver)
    }

    @Sendable func list(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let list = try await house.act(visit) { occasion, records in
            guard occasion.actor.account != nil else { throw LoginNeeded() }
            return try ownTracks(on: occasion, records: records)
        }
        return house.answer(
            SafetyListPage(frame: house.frame(visit, viewer: .account(list.account)), list: list), visit)
    }

    // MARK: Beginning one

    @Sendable func start(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        do {
            return house.answer(try await startPage(plan, visit), visit)
        } catch SafetyRefusal.alreadyOpen(let track) {
            return house.seeOther(.track(track), isKept: false)
        }
    }

    private func startPage(_ plan: Plan.ID, _ visit: Visit) async throws -> SafetyStartPage {
        let start = try await house.act(visit, at: plan) { occasion, records in
            try prepareTrack(at: plan, on: occasion, records: records)
        }
        guard case .account(let account, _) = start.seat.holder else { throw SafetyRefusal.unknown }
        var frame = house.frame(visit, viewer: .account(account))
        frame.phone = start.team.phone
        return SafetyStartPage(frame: frame, plan: plan, ownerName: start.ownerName, colleagues: start.colleagues)
    }

    @Sendable func open(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        let about = reader.words("over", .line, ifEmpty: .faultEmpty)
        let signals = reader.words("signalen", .story, ifEmpty: .faultEmpty)
        let told = reader.optionalWords("vertelling", .sentence)
        let silence = reader.optionalWords("stilte", .sentence)
        let acute = reader.optionalWords("spoed", .sentence)
        let knowing = SafetyWish.Knowing(told: told, silence: silence)
        if knowing == nil, reader.faults["vertelling"] == nil, reader.faults["stilte"] == nil {
            reader.add(t[.faultSafetyKnows], to: "vertelling")
        }
        do {
            guard let about, let signals, let knowing, reader.faults.isEmpty else {
                var page = try await startPage(plan, visit)
                for field in SafetyStartPage.fields { page.form[field] = form[field] }
                page.faults = reader.faults
                return house.answer(page, visit, status: .unprocessableContent)
            }
            let wish = SafetyWish(about: about, signals: signals, knowing: knowing, acute: acute)
            return house.seeOther(.track(try await house.openTrack(wish, at: plan, once: form.once, visit)))
        } catch SafetyRefusal.alreadyOpen(let track) {
            return house.seeOther(.track(track))
        }
    }

    // MARK: Its page and its steps

    @Sendable func track(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(try await page(of: try context.id("spoor"), visit), visit)
    }

    @Sendable func finish(_ request: Request, _ context: HouseContext) async throws -> Response {
        let stage = try context.stage()
        return try await write(request, context, "woorden", .story) { reader in
            SafetyConsideration.allCases.compactMap { question in
                reader.optionalWords(question.word, .sentence).map { (question, $0) }
            }
        } deed: { words, answers, id, occasion, records in
            try finishStage(stage, words, weighing: answers, of: id, on: occasion, records: records)
        }
    }

    @Sendable func skip(_ request: Request, _ context: HouseContext) async throws -> Response {
        let stage = try context.stage()
        return try await write(request, context, "reden", .sentence) { words, id, occasion, records in
            try skipStage(stage, because: words, of: id, on: occasion, records: records)
        }
    }

    @Sendable func hurry(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await write(request, context, "spoed", .sentence) { words, id, occasion, records in
            try hurryTrack(id, because: words, on: occasion, records: records)
        }
    }

    @Sendable func decide(_ request: Request, _ context: HouseContext) async throws -> Response {
        let latest = house.clock().day.adding(days: SafetyTrack.longestFollow)
        let tomorrow = house.clock().day.adding(days: 1)
        return try await write(request, context, "waarom", .story) { reader -> SafetyTrack.Decision? in
            let typed = reader.form["terugkijken"].trimmed
            let day = Day(typed)
            let decision = SafetyTrack.Decision(reader.form["besluit"], lookBack: day)
            let needsDay = reader.form["besluit"] == "hulp"
            if needsDay || !typed.isEmpty, !(day.map { tomorrow <= $0 && $0 <= latest } ?? false) {
                reader.add(reader.t(.faultSafetyLookBack, ["dag": reader.t.shortDay(latest)]), to: "terugkijken")
            } else if decision == nil {
                reader.add(reader.t[.faultSafetyDecision], to: "besluit")
            }
            return decision
        } deed: { words, decision, id, occasion, records in
            guard let decision else { throw SafetyRefusal.notADecisionHere }
            try decideTrack(id, decision, words, on: occasion, records: records)
        }
    }

    @Sendable func add(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await write(request, context, "aanvulling", .story) { words, id, occasion, records in
            try addToTrack(words, to: id, on: occasion, records: records)
        }
    }

    @Sendable func tell(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await write(request, context, "vertelling", .sentence) { words, id, occasion, records in
            try tellOfSafety(at: id, words, on: occasion, records: records)
        }
    }

    // MARK: Who knows of it

    @Sendable func share(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await name(request, context) { worker, id, occasion, records in
            try shareTrack(id, with: worker, on: occasion, records: records)
        }
    }

    @Sendable func endSharing(_ request: Request, _ context: HouseContext) async throws -> Response {
        let worker: Account.ID = try context.id("medewerker")
        return try await name(request, context) { _, id, occasion, records in
            try endTrackSharing(at: id, with: worker, on: occasion, records: records)
        }
    }

    @Sendable func handOver(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await name(request, context) { worker, id, occasion, records in
            try handOverTrack(id, to: worker, on: occasion, records: records)
        }
    }

    // MARK: What they share

    private func write(
        _ request: Request, _ context: HouseContext, _ field: String, _ room: Words.Room,
        deed: @escaping @Sendable (Words, SafetyTrack.ID, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        try await write(request, context, field, room, reading: { _ in () }) { words, _, id, occasion, records in
            try deed(words, id, occasion, records)
        }
    }

    /// Reads the words of one form on the track's page; on a fault the page comes back with all that was typed.
    private func write<More: Sendable>(
        _ request: Request, _ context: HouseContext, _ field: String, _ room: Words.Room,
        reading more: (inout FormReader) -> More,
        deed: @escaping @Sendable (Words, More, SafetyTrack.ID, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: SafetyTrack.ID = try context.id("spoor")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        let read = more(&reader)
        let words = reader.words(field, room, ifEmpty: .faultEmpty)
        guard let words, reader.faults.isEmpty else {
            var page = try await page(of: id, visit)
            page.form = form.fields
            page.faults = reader.faults
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try await house.act(visit, on: id) { occasion, records in try deed(words, read, id, occasion, records) }
        return house.seeOther(.track(id))
    }

    private func name(
        _ request: Request, _ context: HouseContext,
        deed: @escaping @Sendable (Account.ID, SafetyTrack.ID, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: SafetyTrack.ID = try context.id("spoor")
        let form = try await Form.read(request, context, visit, house: house)
        // Whether she knows of the track comes first: who does not, learns nothing from a wrong name.
        let worker = Account.ID(form["medewerker"]) ?? Account.ID(high: 0, low: 0)
        try await house.act(visit, on: id) { occasion, records in try deed(worker, id, occasion, records) }
        return house.seeOther(.track(id))
    }

    private func page(of id: SafetyTrack.ID, _ visit: Visit) async throws -> SafetyTrackPage {
        let view = try await house.act(visit, on: id) { occasion, records in
            try readTrack(id, on: occasion, records: records)
        }
        return SafetyTrackPage(frame: house.frame(visit, viewer: .account(view.reader)), view: view)
    }
}

extension SafetyWish.Knowing {
    /// One of the two, and not both.
    init?(told: Words?, silence: Words?) {
        switch (told, silence) {
        case (let words?, nil): self = .told(words)
        case (nil, let words?): self = .notYet(words)
        default: return nil
        }
    }
}

extension HouseContext {
    /// A step of the reporting code in the path; another word is simply not there.
    func stage() throws -> SafetyTrack.Stage {
        let word = try parameters.require("meldstap")
        guard let stage = SafetyTrack.Stage.allCases.first(where: { $0.word == word }) else {
            throw HTTPError(.notFound)
        }
        return stage
    }
}

extension House {
    /// Runs an action on a track; a refused try by an account is written in its own journal.
    func act<T: Sendable>(
        _ visit: Visit, on track: SafetyTrack.ID,
        _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        do {
            return try await act(visit, body)
        } catch let refusal as SafetyRefusal where refusal == .unknown || refusal == .noRoad {
            if visit.token != nil {
                try await act(visit) { occasion, records in
                    try recordTrackRefusal(at: track, on: occasion, records: records)
                }
            }
            throw refusal
        }
    }

    /// A form that came twice begins one track.
    func openTrack(
        _ wish: SafetyWish, at plan: Plan.ID, once mark: String?, _ visit: Visit
    ) async throws -> SafetyTrack.ID {
        let made = try await act(visit, at: plan) { occasion, records in
            try Once.run(mark, records: records, occasion: occasion) {
                let track = try Domain.openTrack(wish, at: plan, on: occasion, records: records)
                return (track.id.text, track.household)
            }
        }
        guard let id = SafetyTrack.ID(made) else { throw SafetyRefusal.unknown }
        return id
    }
}
