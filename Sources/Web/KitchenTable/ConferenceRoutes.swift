import Domain
import Hummingbird

/// The family's conference.
struct ConferenceRoutes {
    let house: House

    func add(to router: Router<HouseContext>) {
        router.get("/plannen/:plan/conferentie", use: page)
        router.post("/plannen/:plan/conferentie", use: call)
        for move in ConferenceMove.allCases {
            router.post("/plannen/:plan/conferentie/\(move.noun)") { request, context in
                try await self.move(move, request, context)
            }
        }
        router.post("/plannen/:plan/conferentie/afspraak", use: arrange)
        router.post("/plannen/:plan/conferentie/coordinator", use: nameCoordinator)
        router.post("/plannen/:plan/conferentie/genodigden", use: invite)
        router.post("/plannen/:plan/conferentie/notities", use: write)
        router.post("/plannen/:plan/conferentie/veiligheid", use: sayWhetherSafe)
        router.post("/plannen/:plan/conferentie/plan", use: writePlan)
        router.post("/plannen/:plan/conferentie/stappen", use: planStep)
        router.post("/plannen/:plan/conferentie/stappen/:stap/verval", use: dropStep)
        router.post("/plannen/:plan/conferentie/bevestiging", use: confirm)
        router.post("/plannen/:plan/conferentie/terugblik", use: lookBack)
    }

    @Sendable func page(_ request: Request, _ context: HouseContext) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let view = try await read(context, visit)
        return house.answer(ConferencePage(frame: house.frame(visit).at(view), view: view), visit)
    }

    private func read(_ context: HouseContext, _ visit: Visit) async throws -> ConferenceView {
        let plan: Plan.ID = try context.id("plan")
        return try await house.act(visit, at: plan) { occasion, records in
            try readConference(at: plan, on: occasion, records: records)
        }
    }

    /// A deed without any words.
    private func deed(
        _ request: Request, _ context: HouseContext,
        _ body: @escaping @Sendable (Plan.ID, Form, Occasion, any Records) throws -> Void
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        try await house.act(visit, at: plan) { occasion, records in try body(plan, form, occasion, records) }
        return house.seeOther(.conference(plan))
    }

    @Sendable func call(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await deed(request, context) { plan, _, occasion, records in
            _ = try callConference(at: plan, on: occasion, records: records)
        }
    }

    private func move(_ move: ConferenceMove, _ request: Request, _ context: HouseContext) async throws -> Response {
        try await deed(request, context) { plan, _, occasion, records in
            try moveConference(by: move, at: plan, on: occasion, records: records)
        }
    }

    @Sendable func lookBack(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await deed(request, context) { plan, _, occasion, records in
            try lookBackOnConference(at: plan, on: occasion, records: records)
        }
    }

    @Sendable func dropStep(_ request: Request, _ context: HouseContext) async throws -> Response {
        let step: ConferenceStep.ID = try context.id("stap")
        return try await deed(request, context) { plan, _, occasion, records in
            try dropFamilyStep(step, at: plan, on: occasion, records: records)
        }
    }

    @Sendable func confirm(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await deed(request, context) { plan, form, occasion, records in
            guard let text = try form.optionalID("tekst", of: ConferenceText.self) else {
                // Who has no business here, hears that first.
                _ = try readConference(at: plan, on: occasion, records: records)
                throw ConferenceRefusal.noPlan
            }
            try confirmConference(text, at: plan, on: occasion, records: records)
        }
    }

    // MARK: Words

    /// Reads a form, does something with its words, and shows the page again with everything that was not right.
    private func wording(
        _ request: Request, _ context: HouseContext,
        _ read: (inout FormReader) throws -> (@Sendable (Plan.ID, Occasion, any Records) throws -> String)?
    ) async throws -> Response {
        let visit = Visit(request, context, house: house)
        let plan: Plan.ID = try context.id("plan")
        let form = try await Form.read(request, context, visit, house: house)
        var reader = FormReader(form, house.texts[visit.language])
        guard let make = try read(&reader), reader.faults.isEmpty else {
            return try await again(context, visit, form, faults: reader.faults)
        }
        do {
            let outcome = try await house.act(visit, at: plan) { occasion, records in
                try Once.run(form.once, records: records, occasion: occasion) {
                    (try make(plan, occasion, records), try records.plans.header(of: plan).household)
                }
            }
            guard let secret = LinkSecret(outcome) else { return house.seeOther(.conference(plan)) }
            return try await linkPage(secret, request, context, visit)
        } catch ConferenceRefusal.planChanged(let words) {
            reader.add(house.texts[visit.language][.conferencePlanFault], to: "plan")
            return try await again(context, visit, form, meanwhile: words, faults: reader.faults, status: .conflict)
        }
    }

    private func again(
        _ context: HouseContext, _ visit: Visit, _ form: Form, meanwhile: String? = nil, faults: FormFaults,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let view = try await read(context, visit)
        let page = ConferencePage(
            frame: house.frame(visit).at(view), view: view, kept: form.fields, meanwhile: meanwhile, faults: faults)
        return house.answer(page, visit, status: status)
    }

    @Sendable func arrange(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            let when = reader.optionalWords("wanneer", .line)
            let place = reader.optionalWords("plaats", .line)
            return { plan, occasion, records in
                try arrangeConference(when: when, place: place, at: plan, on: occasion, records: records)
                return ""
            }
        }
    }

    @Sendable func nameCoordinator(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            guard let name = reader.words("coordinator", .line, ifEmpty: .faultGuestName) else { return nil }
            let role = try Words(reader.t[.conferenceCoordinatorRole], room: .line)
            return { plan, occasion, records in
                try Domain.nameCoordinator(name, role: role, at: plan, on: occasion, records: records).text
            }
        }
    }

    @Sendable func invite(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            guard let guest = Self.guest(&reader) else { return nil }
            return { plan, occasion, records in
                try inviteToConference(guest, at: plan, on: occasion, records: records).secret?.text ?? ""
            }
        }
    }

    /// `naaste:<id>` or `team:<id>`, or the name of somebody new.
    private static func guest(_ reader: inout FormReader) -> InvitationWish.Guest? {
        switch Step.Carrier(form: reader.form["wie"]) {
        case .tie(let id): return .tie(id)
        case .account(let id): return .account(id)
        case .owner, nil: break
        }
        guard reader.form.fields["naam"] != nil else {
            reader.add(reader.t[.refusedConferencePerson], to: "wie")
            return nil
        }
        let role = reader.optionalWords("rol", .line)
        return reader.words("naam", .line, ifEmpty: .faultGuestName).map { .ownPerson(name: $0, role: role) }
    }

    /// The answer to the POST itself: the link is shown once and is in no address and no history.
    private func linkPage(
        _ secret: LinkSecret, _ request: Request, _ context: HouseContext, _ visit: Visit
    ) async throws -> Response {
        let view = try await read(context, visit)
        let guest = try await house.look(visit) { _, records in
            try records.sharing.invitation(secret)?.guestName ?? ""
        }
        let page = LinkPage(
            frame: house.frame(visit).at(view), plan: view.seat.plan.id, guest: guest,
            link: house.publicAddress(of: .invitation(secret), request), isForConference: true)
        return house.answer(page, visit)
    }

    @Sendable func write(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            let isPrivate = reader.form["soort"] == "besloten"
            guard let words = reader.words(isPrivate ? "besloten" : "notitie", .story, ifEmpty: .faultEmpty) else {
                return nil
            }
            return { plan, occasion, records in
                try writeAtConference(
                    words, as: isPrivate ? .amongOurselves : .information, at: plan, on: occasion, records: records
                ).text
            }
        }
    }

    @Sendable func sayWhetherSafe(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            guard let words = reader.words("veiligheid", .sentence, ifEmpty: .faultEmpty) else { return nil }
            return { plan, occasion, records in
                try writeAtConference(words, as: .safety, at: plan, on: occasion, records: records).text
            }
        }
    }

    @Sendable func writePlan(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            let base = try reader.form.optionalID("basis", of: ConferenceText.self)
            guard let words = reader.words("plan", .story, ifEmpty: .faultEmpty) else { return nil }
            return { plan, occasion, records in
                try writeFamilyPlan(words, basedOn: base, at: plan, on: occasion, records: records).text
            }
        }
    }

    @Sendable func planStep(_ request: Request, _ context: HouseContext) async throws -> Response {
        try await wording(request, context) { reader in
            let words = reader.words("stap", .sentence, ifEmpty: .faultStep)
            let when = reader.optionalWords("stap-wanneer", .line)
            let carrier = Step.Carrier(form: reader.form["wie"])
            if carrier == nil { reader.add(reader.t[.faultCarrier], to: "wie") }
            guard let words, let carrier else { return nil }
            return { plan, occasion, records in
                try planFamilyStep(words, when: when, by: carrier, at: plan, on: occasion, records: records).text
            }
        }
    }
}
