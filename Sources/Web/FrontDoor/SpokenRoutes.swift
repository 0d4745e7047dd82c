import Domain
import HTTPTypes
import Hummingbird

/// A question that is spoken: sent, heard, typed out, thrown away.
struct SpokenRoutes {
    let house: House

    private var front: FrontRoutes { FrontRoutes(house: house) }

    func add(to router: Router<HouseContext>) {
        router.get("/wijken/:wijk/inspreken", use: speaking)
        router.post("/wijken/:wijk/ingesproken", use: speak)
        router.get("/plannen/:plan/ingesproken/:opname", use: hear)
        router.post("/plannen/:plan/ingesproken/:opname/uitgetypt", use: typeOut)
        router.post("/plannen/:plan/ingesproken/:opname/verwijdering", use: remove)
    }

    @Sendable func speaking(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (area, team) = try await front.find(context, visit)
        let page = SpeakPage(frame: front.frame(visit, area, team), area: area, phone: team.phone)
        return house.answer(page, visit)
    }

    /// A recording, or after all a sentence, or both. A script that sends it gets the address in a header, so that
    /// what could not be sent stays in its page.
    @Sendable func speak(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (area, team) = try await front.find(context, visit)
        try house.admitRecording(visit)
        let (form, file) = try await Form.read(
            withFile: SpeakPage.file, upTo: Recording.mostBytes, request, context, visit, house: house)
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        var recording: Recording?
        let words = reader.optionalWords("zin", .sentence)
        do throws(RecordingRefusal) {
            recording = try Recording(file, seconds: Int(form["seconden"]))
        } catch .empty where words != nil {
            // She wrote after all.
        } catch {
            reader.add(error.refused.text(t), to: SpeakPage.file)
        }
        let reach = reader.words("bereik", .reach, ifEmpty: .faultReach)
        guard reader.faults.isEmpty,
            let first = recording.map({ FirstWords(spoken: $0, words: words, reach: reach) })
                ?? words.map({ FirstWords(words: $0, reach: reach) })
        else {
            let page = SpeakPage(
                frame: front.frame(visit, area, team), area: area, phone: team.phone, words: form["zin"],
                reach: form["bereik"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try house.admitQuestion(visit, phone: team.phone)
        let begun = try await front.begin(first, toTeam: true, in: area, once: form.once, visit)
        var response = house.withSession(house.seeOther(.planCode(begun.plan)), begun.token, until: begun.end)
        if form["script"] == "ja" { response.status = .created }
        return response
    }

    @Sendable func hear(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let message: SpokenMessage.ID = try context.id("opname")
        let recording = try await house.act(visit, at: plan) { occasion, records in
            try hearSpoken(message, at: plan, on: occasion, records: records)
        }
        return house.sound(recording, range: request.headers[.range])
    }

    @Sendable func typeOut(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let message: SpokenMessage.ID = try context.id("opname")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let words = reader.words("uitgetypt", .story, ifEmpty: .faultEmpty) else {
            let view = try await house.act(visit, at: plan) { occasion, records in
                try readPlan(plan, on: occasion, records: records)
            }
            let page = PlanPage(
                frame: house.frame(visit, of: view), view: view, typed: form["uitgetypt"], faults: reader.faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        try await house.act(visit, at: plan) { occasion, records in
            _ = try typeOutSpoken(message, as: words, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func remove(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let message: SpokenMessage.ID = try context.id("opname")
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in
            try removeSpoken(message, at: plan, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }
}

extension House {
    /// Before a large body is read.
    /// - Throws: `Refused` when too many recordings come from this address.
    func admitRecording(_ visit: Visit) throws {
        guard limits.admitsRecording(from: visit.origin.address, at: clock()) else {
            throw Refused(.tooManyRequests, .refusedTooMany, retryAfter: 10)
        }
    }

    /// Sound, or the part of it that a browser asks for. It is kept nowhere on the way.
    func sound(_ recording: Recording, range: String? = nil) -> Response {
        let length = recording.bytes.count
        var headers: HTTPFields = [
            .contentType: recording.kind.mediaType, .cacheControl: "no-store", .acceptRanges: "bytes",
        ]
        // Who opens it by itself gets a page of the browser around it.
        for field in Sound.playing.headers { headers[field.name] = field.value }
        switch ByteRange(range, of: length) {
        case .whole:
            return Response(
                status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: recording.bytes)))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(length)"
            return Response(
                status: .partialContent, headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: recording.bytes[part])))
        case .nowhere:
            return Response(
                status: .rangeNotSatisfiable,
                headers: [.contentRange: "bytes */\(length)", .cacheControl: "no-store"])
        }
    }
}
