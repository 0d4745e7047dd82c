import Domain
import Hummingbird

/// Places to take part in an area: read by everybody, tended by who works for it.
struct OpeningRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/wijken/:wijk/meedoen", use: page)
        router.post("/wijken/:wijk/meedoen", use: add)
        router.post("/wijken/:wijk/meedoen/:plek/sluiting", use: close)
        router.post("/wijken/:wijk/meedoen/:plek/heropening", use: reopen)
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (found, frame) = try await read(context, visit)
        return house.answer(OpeningsPage(frame: frame, found: found), visit)
    }

    @Sendable func add(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let form = try await Form.read(request, context, visit, house: house)
        let (found, frame) = try await read(context, visit)
        guard found.tender != nil else { throw OpeningRefusal.notFromThisArea }
        let t = house.texts[visit.language]
        var reader = FormReader(form, t)
        if let wish = wish(&reader) {
            do {
                try await house.act(visit) { occasion, records in
                    _ = try addOpening(wish, in: found.area, on: occasion, records: records)
                }
                return house.seeOther(.takePart(in: found.area))
            } catch OpeningRefusal.noNumber {
                reader.add(t[.faultOpeningPhone], to: "nummer")
            } catch OpeningRefusal.untilOutOfReach(let latest) {
                reader.add(t(.faultLookBack, ["dag": t.shortDay(latest)]), to: "tot")
            }
        }
        let page = OpeningsPage(frame: frame, found: found, form: form.fields, faults: reader.faults)
        return house.answer(page, visit, status: .unprocessableContent)
    }

    private func wish(_ reader: inout FormReader) -> OpeningWish? {
        let kind = Opening.Kind(word: reader.form["soort"])
        if kind == nil { reader.add(reader.t[.faultOpeningKind], to: "soort") }
        let words = reader.words("wat", .sentence, ifEmpty: .faultEmpty)
        let when = reader.words("wanneer", .line, ifEmpty: .faultEmpty)
        let place = reader.words("waar", .line, ifEmpty: .faultEmpty)
        let name = reader.words("naam", .line, ifEmpty: .faultEmpty)
        let phone = reader.words("nummer", .line, ifEmpty: .faultOpeningPhone)
        let until = Day(reader.form["tot"])
        if until == nil { reader.add(reader.t[.faultUntil], to: "tot") }
        guard let kind, let words, let when, let place, let name, let phone, let until else { return nil }
        return OpeningWish(
            kind: kind, words: words, place: place, when: when, callName: name, callPhone: phone, until: until)
    }

    @Sendable func close(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: Opening.ID = try context.id("plek")
        _ = try await Form.read(request, context, visit, house: house)
        let area = try await read(context, visit).0.area
        try await house.act(visit) { occasion, records in
            try closeOpening(id, in: area, on: occasion, records: records)
        }
        return house.seeOther(.takePart(in: area))
    }

    @Sendable func reopen(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let id: Opening.ID = try context.id("plek")
        let form = try await Form.read(request, context, visit, house: house)
        let area = try await read(context, visit).0.area
        guard let until = Day(form["tot"]) else { throw Refused(.unprocessableContent, .faultUntil) }
        try await house.act(visit) { occasion, records in
            try reopenOpening(id, until: until, in: area, on: occasion, records: records)
        }
        return house.seeOther(.takePart(in: area))
    }

    private func read(_ context: HouseContext, _ visit: Visit) async throws -> (OpeningsView, Frame) {
        let slug = try context.parameters.require("wijk")
        let (found, account) = try await house.look(visit) { occasion, records in
            guard let found = try readOpenings(in: slug, on: occasion, records: records) else {
                throw HTTPError(.notFound)
            }
            return (found, occasion.actor.account)
        }
        let viewer: Frame.Viewer =
            account.map { .account($0) } ?? found.plan.map { .table($0.id, isOwner: true) } ?? .visitor
        var frame = house.frame(visit, viewer: viewer, place: found.area.name)
        frame.phone = found.team.phone
        frame.contact = found.contact
        return (found, frame)
    }
}
