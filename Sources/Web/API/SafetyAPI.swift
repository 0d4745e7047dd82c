import Domain
import Hummingbird

/// Worries about safety, along the reporting code (meldcode).
enum SafetyAPI {
    static func add(to api: inout APIRouter) {
        api.on(.get, "/veiligheidssporen", use: list)
        api.on(.post, "/plannen/{plan}/veiligheidssporen", use: open)
        api.on(.get, "/veiligheidssporen/{spoor}", use: track)
        api.on(.post, "/veiligheidssporen/{spoor}/stappen/{meldstap}/afronding", use: finish)
        api.on(.post, "/veiligheidssporen/{spoor}/stappen/{meldstap}/weglating", use: skip)
        api.on(.post, "/veiligheidssporen/{spoor}/spoed", use: hurry)
        api.on(.post, "/veiligheidssporen/{spoor}/besluit", use: decide)
        api.on(.post, "/veiligheidssporen/{spoor}/aanvulling", use: write)
        api.on(.post, "/veiligheidssporen/{spoor}/vertelling", use: tell)
        api.on(.post, "/veiligheidssporen/{spoor}/meelezers", use: share)
        api.on(.post, "/veiligheidssporen/{spoor}/meelezers/{medewerker}/beeindiging", use: endSharing)
        api.on(.post, "/veiligheidssporen/{spoor}/overdracht", use: handOver)
    }

    private static func list(_ call: APICall) async throws -> Response {
        let list = try await call.act { occasion, records in try ownTracks(on: occasion, records: records) }
        return call.ok(TracksBody(sporen: (list.open + list.closed).map { TrackLineBody($0) }))
    }

    private static func open(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let about = reader.words("over", .line, ifEmpty: .faultEmpty)
        let signals = reader.words("signalen", .story, ifEmpty: .faultEmpty)
        let told = reader.optionalWords("vertelling", .sentence)
        let silence = reader.optionalWords("stilte", .sentence)
        let acute = reader.optionalWords("spoed", .sentence)
        let knowing = SafetyWish.Knowing(told: told, silence: silence)
        if knowing == nil { reader.add(call.t[.faultSafetyKnows], to: "vertelling") }
        var wish: SafetyWish?
        if let about, let signals, let knowing {
            wish = SafetyWish(about: about, signals: signals, knowing: knowing, acute: acute)
        }
        let whole = try reader.finish(wish)
        let mark = try call.mark(reader.canonical)
        // Whose session ended is told so, and not that there is no such plan.
        _ = try await call.look { _, _ in true }
        let id = try await call.house.openTrack(whole, at: plan, once: mark, call.visit)
        return call.created(ReferenceBody(id: id.text), at: "/veiligheidssporen/\(id)")
    }

    private static func track(_ call: APICall) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        let view = try await call.act(on: id) { occasion, records in
            try readTrack(id, on: occasion, records: records)
        }
        return call.ok(TrackBody(view))
    }

    private static func finish(_ call: APICall) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        let stage = try call.context.stage()
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let answers = SafetyConsideration.allCases.compactMap { question in
            reader.optionalWords(question.word, .sentence).map { (question, $0) }
        }
        let words = try reader.finish(read)
        try await call.act(on: id) { occasion, records in
            try finishStage(stage, words, weighing: answers, of: id, on: occasion, records: records)
        }
        return call.done
    }

    private static func skip(_ call: APICall) async throws -> Response {
        let stage = try call.context.stage()
        return try await said(call, .sentence) { words, id, occasion, records in
            try skipStage(stage, because: words, of: id, on: occasion, records: records)
        }
    }

    private static func hurry(_ call: APICall) async throws -> Response {
        try await said(call, .sentence) { words, id, occasion, records in
            try hurryTrack(id, because: words, on: occasion, records: records)
        }
    }

    private static func decide(_ call: APICall) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        var reader = try await BodyReader(call)
        let word = reader.choice(
            "besluit", ["niets": "niets", "hulp": "hulp", "melding": "melding", "veilig": "veilig"])
        let day = word == "hulp" || reader.has("terugkijkenOp") ? reader.day("terugkijkenOp") : nil
        let read = reader.words("tekst", .story, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        guard let decision = SafetyTrack.Decision(word ?? "", lookBack: day) else {
            throw SafetyRefusal.notADecisionHere
        }
        do {
            try await call.act(on: id) { occasion, records in
                try decideTrack(id, decision, words, on: occasion, records: records)
            }
        } catch SafetyRefusal.lookBackOutOfReach(let latest) {
            let message = call.t(.faultSafetyLookBack, ["dag": latest.text])
            throw InvalidInput(faults: [Problem.Fault(veld: "terugkijkenOp", melding: message)])
        }
        return call.done
    }

    private static func write(_ call: APICall) async throws -> Response {
        try await said(call, .story) { words, id, occasion, records in
            try addToTrack(words, to: id, on: occasion, records: records)
        }
    }

    private static func tell(_ call: APICall) async throws -> Response {
        try await said(call, .sentence) { words, id, occasion, records in
            try tellOfSafety(at: id, words, on: occasion, records: records)
        }
    }

    private static func share(_ call: APICall) async throws -> Response {
        try await named(call) { worker, id, occasion, records in
            try shareTrack(id, with: worker, on: occasion, records: records)
        }
    }

    private static func endSharing(_ call: APICall) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        let worker: Account.ID = try call.id("medewerker")
        try await call.act(on: id) { occasion, records in
            try endTrackSharing(at: id, with: worker, on: occasion, records: records)
        }
        return call.done
    }

    private static func handOver(_ call: APICall) async throws -> Response {
        try await named(call) { worker, id, occasion, records in
            try handOverTrack(id, to: worker, on: occasion, records: records)
        }
    }

    /// Words, and nothing else.
    private static func said(
        _ call: APICall, _ room: Words.Room,
        deed: @escaping @Sendable (Words, SafetyTrack.ID, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        var reader = try await BodyReader(call)
        let read = reader.words("tekst", room, ifEmpty: .faultEmpty)
        let words = try reader.finish(read)
        try await call.act(on: id) { occasion, records in try deed(words, id, occasion, records) }
        return call.done
    }

    private static func named(
        _ call: APICall, deed: @escaping @Sendable (Account.ID, SafetyTrack.ID, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        let id: SafetyTrack.ID = try call.id("spoor")
        var reader = try await BodyReader(call)
        let read = reader.id("medewerker", of: Account.self)
        let worker = try reader.finish(read)
        try await call.act(on: id) { occasion, records in try deed(worker, id, occasion, records) }
        return call.done
    }
}

extension APICall {
    /// Runs an action on a track as whoever carries the token; a refused try stands in its own journal.
    func act<T: Sendable>(
        on track: SafetyTrack.ID, _ body: @escaping @Sendable (Occasion, any Records) throws -> T
    ) async throws -> T {
        try await house.act(visit, on: track) { occasion, records in
            guard occasion.actor.session != nil else { throw TokenNeeded() }
            return try body(occasion, records)
        }
    }
}
