import Domain
import Hummingbird

/// What people with an account see and do beside the tables they sit at.
struct TeamRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/inloggen", use: loginForm)
        router.post("/inloggen", use: logIn)
        router.post("/uitloggen", use: logOut)
        router.get("/vandaag", use: today)
        router.get("/vragen", use: questions)
        router.post("/vragen/:vraag/aanname", use: accept)
        router.post("/vragen/:vraag/toewijzing", use: assign)
        router.get("/plannen", use: plans)
        router.get("/werkdruk", use: load)
        router.get("/medewerkers/:medewerker/foto", use: photo)
    }

    @Sendable func loginForm(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        return house.answer(LoginPage(frame: house.frame(visit)), visit)
    }

    @Sendable func logIn(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let form = try await Form.read(request, context, visit, house: house)
        let login = form["naam"].trimmed
        let account = try await house.checkLogin(login, password: form["wachtwoord"], visit)
        guard let account else {
            var faults = FormFaults()
            faults.add(house.texts[visit.language][.faultLogin], to: "naam")
            let page = LoginPage(frame: house.frame(visit), login: login, faults: faults)
            return house.answer(page, visit, status: .unprocessableContent)
        }
        let (token, end) = try await house.openSession(for: account, visit)
        return house.withSession(house.seeOther(.today, isKept: false), token, until: end)
    }

    @Sendable func logOut(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        _ = try await Form.read(request, context, visit, house: house)
        try await house.act(visit) { occasion, records in
            if let session = occasion.actor.session { try records.sessions.close(session) }
        }
        var response = house.seeOther(.front)
        response.setCookie(
            Cookie(
                name: Visit.sessionCookie, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true,
                sameSite: .lax))
        return response
    }

    @Sendable func today(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let found = try await house.act(visit) { occasion, records in
            let account = try Self.account(occasion)
            let waiting =
                account.role.takesUpQuestions
                ? try waitingQuestions(after: nil, limit: 5, on: occasion, records: records) : nil
            let plans = try ownPlans(before: nil, limit: 10, on: occasion, records: records)
            let areas = try records.areas.all().filter { $0.isTended(by: account) }
            let safety = try safetyToday(on: occasion, records: records)
            return (
                account, waiting, plans, occasion.today, try openNotices(on: occasion, records: records), areas, safety
            )
        }
        let page = TodayPage(
            frame: house.frame(visit, viewer: .account(found.0)), account: found.0, waiting: found.1,
            plans: found.2, notices: found.4, areas: found.5, safety: found.6, today: found.3)
        return house.answer(page, visit)
    }

    @Sendable func questions(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let after = request.uri.queryParameters["na"].flatMap { Question.ID(String($0)) }
        let (account, list, today) = try await house.act(visit) { occasion, records in
            let account = try Self.account(occasion)
            guard account.role.takesUpQuestions,
                let list = try waitingQuestions(after: after, on: occasion, records: records)
            else { throw Refused(.forbidden, .refusedRolePage) }
            return (account, list, occasion.today)
        }
        let page = QuestionsPage(
            frame: house.frame(visit, viewer: .account(account)), list: list, today: today)
        return house.answer(page, visit)
    }

    @Sendable func accept(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let question: Question.ID = try context.id("vraag")
        _ = try await Form.read(request, context, visit, house: house)
        let plan = try await house.act(visit) { occasion, records in
            try acceptQuestion(question, on: occasion, records: records)
        }
        return house.seeOther(.plan(plan))
    }

    @Sendable func assign(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let question: Question.ID = try context.id("vraag")
        let form = try await Form.read(request, context, visit, house: house)
        guard let worker = Account.ID(form["medewerker"]) else { throw AcceptRefusal.notInTeam }
        try await house.act(visit) { occasion, records in
            try assignQuestion(question, to: worker, on: occasion, records: records)
        }
        return house.seeOther(.load)
    }

    @Sendable func plans(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let before = request.uri.queryParameters["voor"].flatMap { SharingAgreement.ID(String($0)) }
        let (account, plans, today) = try await house.act(visit) { occasion, records in
            let account = try Self.account(occasion)
            guard let plans = try ownPlans(before: before, on: occasion, records: records) else {
                throw Refused(.forbidden, .refusedRolePage)
            }
            return (account, plans, occasion.today)
        }
        let page = PlansPage(frame: house.frame(visit, viewer: .account(account)), plans: plans, today: today)
        return house.answer(page, visit)
    }

    @Sendable func load(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let (account, load, today, notices) = try await house.look(visit) { occasion, records in
            let account = try Self.account(occasion)
            guard let load = try teamLoad(on: occasion, records: records) else {
                throw Refused(.forbidden, .refusedRolePage)
            }
            return (account, load, occasion.today, try openNotices(on: occasion, records: records))
        }
        let page = LoadPage(
            frame: house.frame(visit, viewer: .account(account)), load: load, notices: notices, today: today)
        return house.answer(page, visit)
    }

    @Sendable func photo(_ request: Request, _ context: HouseContext) async throws -> Response {
        let id: Account.ID = try context.id("medewerker")
        guard let photo = try await house.transactions.read({ try $0.accounts.photo(of: id) }) else {
            throw HTTPError(.notFound)
        }
        return Response(
            status: .ok, headers: [.contentType: photo.kind.rawValue, .cacheControl: "private, max-age=3600"],
            body: .init(byteBuffer: ByteBuffer(bytes: photo.bytes)))
    }

    /// Pages of people with an account send others to the door where they log in.
    private static func account(_ occasion: Occasion) throws -> Account {
        guard let account = occasion.actor.account else { throw LoginNeeded() }
        return account
    }
}

/// Somebody without an account asked for a page of the team.
struct LoginNeeded: Error {}

extension House {
    /// - Returns: the account, when the password is right; a wrong name takes as long as a wrong password.
    func checkLogin(_ login: String, password: String, _ visit: Visit) async throws -> Account? {
        guard limits.admitsLogin(login, from: visit.origin.address, at: clock()) else {
            throw Refused(.tooManyRequests, .refusedTooManyLogins, retryAfter: 30)
        }
        guard login.count <= Words.Room.line.rawValue, password.utf8.count <= 1000 else { return nil }
        let known = try await transactions.read { try $0.accounts.credentials(login: login) }
        guard await passwords.matches(password, known?.passwordHash) else { return nil }
        return known?.account
    }

    func openSession(for account: Account, _ visit: Visit) async throws -> (Session.Token, Instant) {
        let token = Session.Token(chance: chance)
        let end = try await act(visit) { occasion, records in
            let end = occasion.now.adding(hours: Session.accountHours)
            try records.sessions.open(
                KeyRing(account: account.id, expiresAt: end), token: token, replacing: occasion.actor.session,
                at: occasion.now)
            return end
        }
        return (token, end)
    }
}
