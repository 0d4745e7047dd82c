import Domain
import HTTPTypes
import Hummingbird

/// What anybody may read about this house, and what keeps it running.
struct TrustRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/wie-ziet-wat") { request, context in
            let visit = Visit(request, context, house: house)
            return house.answer(WhoSeesWhatPage(frame: try await house.viewerFrame(visit)), visit)
        }
        router.get("/veldregister") { request, context in
            let visit = Visit(request, context, house: house)
            return house.answer(RegisterPage(frame: try await house.viewerFrame(visit)), visit)
        }
        router.get("/gezond", use: healthy)
        router.get("/metrics", use: metrics)
        router.get("/publiek/:bestand", use: asset)
        if house.settings.isDevelopment || house.settings.isDemo {
            router.get("/ontwerp", use: gallery)
            router.get("/ontwerp/:pagina/:nummer", use: example)
        }
        if house.settings.isDemo {
            router.get("/demo", use: demo)
            router.post("/demo/:persoon", use: become)
        }
    }

    /// 200 when the store answers, 503 when it does not.
    @Sendable func healthy(_ request: Request, _ context: HouseContext) async throws -> Response {
        do {
            _ = try await house.transactions.read { try $0.areas.all().count }
        } catch {
            return text("store unavailable\n", .serviceUnavailable)
        }
        return text("gezond\n", .ok)
    }

    /// Counts, for this machine alone.
    @Sendable func metrics(_ request: Request, _ context: HouseContext) async throws -> Response {
        guard context.isLoopback(request) else { throw HTTPError(.notFound) }
        return text(house.metrics.text, .ok)
    }

    private func text(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    @Sendable func asset(_ request: Request, _ context: HouseContext) async throws -> Response {
        guard let asset = house.assets[try context.parameters.require("bestand")] else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [.contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }

    @Sendable func gallery(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(GalleryPage(frame: house.frame(visit)), visit)
    }

    @Sendable func example(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let name = try context.parameters.require("pagina")
        guard let number = Int(try context.parameters.require("nummer")),
            let examples = Gallery.examples(of: name, in: house.frame(visit)), examples.indices.contains(number)
        else { throw HTTPError(.notFound) }
        return house.answer(examples[number], visit)
    }

    @Sendable func demo(_ request: Request, _ context: HouseContext) async throws -> Response {
        guard context.isLoopback(request) else { throw HTTPError(.notFound) }
        let visit = Visit(request, context, house: house)
        let people = try await house.transactions.read { try $0.demo.all() }
        return house.answer(DemoPage(frame: house.frame(visit), people: people), visit)
    }

    /// Logs in as somebody of the fictional town. Only in demo mode, only from this machine.
    @Sendable func become(_ request: Request, _ context: HouseContext) async throws -> Response {
        guard context.isLoopback(request) else { throw HTTPError(.notFound) }
        let visit = Visit(request, context, house: house)
        let id: DemoPerson.ID = try context.id("persoon")
        _ = try await Form.read(request, context, visit, house: house)
        let token = Session.Token(chance: house.chance)
        let (path, end) = try await house.act(visit) { occasion, records in
            guard let person = try records.demo.find(id) else { throw HTTPError(.notFound) }
            let end = occasion.now.adding(hours: Session.accountHours)
            var ring = KeyRing(expiresAt: end)
            switch person.key {
            case .account(let id): ring.account = id
            case .owner(let id): ring.owner = id
            case .guest(let id): ring.agreement = id
            }
            if let former = occasion.actor.session { try records.sessions.close(former) }
            try records.sessions.open(ring, token: token, replacing: nil, at: occasion.now)
            let actor = try records.sessions.actor(token, at: occasion.now)
            let there = Occasion(actor: actor, now: occasion.now, origin: occasion.origin, chance: occasion.chance)
            return (try Homes.path(of: there, records: records) ?? .front, end)
        }
        return house.withSession(house.seeOther(path, isKept: false), token, until: end)
    }
}

extension HouseContext {
    /// Whether somebody at this very machine asks: not somebody elsewhere, through a proxy on this machine.
    func isLoopback(_ request: Request) -> Bool {
        let marks: Set<String> = ["x-forwarded-for", "forwarded", "via"]
        let isForwarded = request.headers.contains { marks.contains($0.name.canonicalName) }
        return !isForwarded && (remoteAddress == "::1" || remoteAddress.hasPrefix("127."))
    }
}

extension House {
    /// The frame for a public page, that keeps the way back for who has a key.
    func viewerFrame(_ visit: Visit) async throws -> Frame {
        guard visit.token != nil else { return frame(visit) }
        let viewer = try await look(visit) { occasion, records -> Frame.Viewer in
            if let account = occasion.actor.account { return .account(account) }
            if let owner = occasion.actor.owner, let plan = try records.plans.plan(of: owner) {
                return .table(plan, isOwner: true)
            }
            guard let session = occasion.actor.session,
                let plan = try records.sharing.plans(of: session, on: occasion.today).first
            else { return .visitor }
            return .table(plan, isOwner: false)
        }
        return frame(visit, viewer: viewer)
    }
}
