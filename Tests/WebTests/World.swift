import Domain
import Foundation
import Store

@testable import Web

/// Everybody of the access table, and somebody of each kind with and without a relation.
enum Persona: String, CaseIterable, Sendable {
    case visitor, owner, otherOwner
    case guestOfPlan, guestOfStep, guestReading
    /// Guests who decide for the owner: her choice, over everything; and by a court, over money.
    case representative, administrator
    /// Invited to the conference and to nothing else: one of the family, and who prepares it.
    case guestOfConference, coordinator
    case contact, generalist, specialistOfPart, specialist, providerOfStep, provider
    case stip, neighbour, teamLead, otherTeamLead, director, council, privacyOfficer

    static let noRoad: Set<Persona> = [.director, .council, .privacyOfficer]
    static let withAccount: Set<Persona> = [
        .contact, .generalist, .specialistOfPart, .specialist, .providerOfStep, .provider, .stip, .neighbour,
        .teamLead, .otherTeamLead, .director, .council, .privacyOfficer,
    ]
}

/// A small world with one plan at its centre, made through Domain's own actions.
struct World: Sendable {
    let area: Area
    let plan: Plan.ID
    let owner: Person.ID
    let ownersCode: ReturnCode
    let waitingQuestion: Question.ID
    let accounts: [Persona: Account]
    let tokens: [Persona: Session.Token]
    let note: Story.ID
    let money: LifeDomain.ID
    let tie: NetworkTie.ID
    let ownerStep: Step.ID
    let tieStep: Step.ID
    let contactStep: Step.ID
    let moneyStep: Step.ID
    let proposal: Step.ID
    let guestAgreement: SharingAgreement.ID
    let freshLink: LinkSecret
    let demoPerson: DemoPerson.ID
    let holdingBack: Step.ID
    let notice: Notice.ID
    let noticeForLead: Notice.ID
    let goal: Goal.ID
    /// Other words for it, by the contact person.
    let wording: GoalText.ID
    let sheet: Sheet.ID
    /// By the generalist who sits at no table, on the other plan.
    let emergency: EmergencyAccess.ID
    let opening: Opening.ID
    /// Of the persona `representative`.
    let representation: Representation.ID
    /// Of the conference, that is in its private time.
    let familyStep: ConferenceStep.ID
    let familyPlan: ConferenceText.ID
    static let familySecret = "Wij schaamden ons al een jaar."
    static let familyWords = "Elke zondag eten we bij oma."
    /// By the contact person, at the second step; the specialist without a relation to the plan knows of it.
    let track: SafetyTrack.ID
    /// By the specialist of a part, at the decision.
    let trackToDecide: SafetyTrack.ID
    /// What the owner said aloud with her sentence.
    let spoken: SpokenMessage.ID

    /// Enough to be taken for a recording.
    static let sound: [UInt8] = Array("OggS".utf8) + (0..<2_000).map { UInt8($0 % 251) }
    /// Of a link that the owner got by mail.
    let returnLink: ReturnLink.Secret
    /// By the contact person, for the generalist who sits at no table.
    let request: SharingRequest.ID

    static func make(in test: TestHouse) async throws -> World {
        try await test.act { occasion, records in try build(occasion, records) }
    }

    private static func build(_ occasion: Occasion, _ records: any Records) throws -> World {
        let (area, accounts) = try staff(occasion, records)
        func acting(_ persona: Persona) -> Occasion { occasion.by(Actor(account: accounts[persona])) }
        let begun = try askQuestion(
            FirstWords(
                spoken: try Recording(Self.sound, seconds: 7),
                words: try Words("Donderdag komt de deurwaarder.", room: .sentence),
                reach: try Words("06 00 00 00 01", room: .reach)),
            in: area, on: occasion, records: records)
        let plan = begun.plan
        let me = occasion.by(Actor(owner: begun.owner))
        guard let spoken = try records.plans.header(of: plan).spoken,
            let question = try records.questions.latest(of: plan), let contact = accounts[.contact],
            let specialist = accounts[.specialistOfPart], let provider = accounts[.providerOfStep]
        else { throw SeatRefusal.noRelation }
        _ = try acceptQuestion(question.id, on: acting(.contact), records: records)
        try nameOwner(name: try Words("Samira", room: .line), reach: nil, at: plan, on: me, records: records)
        let money = try touchDomain(try Words("geld", room: .line), at: plan, on: me, records: records)
        let note = try tellStory(
            try Words("Eerst donderdag. Dan slapen.", room: .story), about: nil, at: plan, on: acting(.contact),
            records: records)
        func step(_ words: String, _ carrier: Step.Carrier, _ domain: LifeDomain.ID? = nil, by: Occasion? = nil) throws
            -> Step.ID
        {
            try planStep(
                StepWish(words: try Words(words, room: .sentence), when: nil, carrier: carrier, domain: domain),
                at: plan,
                on: by ?? me, records: records)
        }
        let whole = try invite(
            InvitationWish(
                guest: .ownPerson(name: try Words("Laila", room: .line), role: try Words("mijn zus", room: .line)),
                part: .plan, level: .join, until: occasion.today.adding(days: 60)),
            to: plan, on: me, records: records)
        let seat = try takeSeat(at: plan, to: .tableRead, on: me, records: records)
        let tie = try records.sharing.table(for: seat, on: occasion.today).ties[0].id
        let tieStep = try step("Yara ophalen", .tie(tie))
        let ownerStep = try step("De brieven zoeken", .owner)
        let contactStep = try step("De school bellen", .account(contact.id))
        let moneyStep = try step("De huur nakijken", .owner, money)
        let proposal = try step("Samen naar het spreekuur", .owner, by: acting(.contact))
        func share(_ guest: InvitationWish.Guest, _ part: SharingAgreement.Part, _ level: SharingAgreement.Level) throws
            -> LinkSecret?
        {
            try invite(
                InvitationWish(guest: guest, part: part, level: level, until: occasion.today.adding(days: 60)),
                to: plan, on: me, records: records
            ).secret
        }
        _ = try share(.account(specialist.id), .domain(money), .join)
        _ = try share(.account(provider.id), .step(tieStep), .join)
        let ofStep = try share(.ownPerson(name: try Words("Henk", room: .line), role: nil), .step(tieStep), .join)
        let reading = try share(.ownPerson(name: try Words("Oma", room: .line), role: nil), .plan, .read)
        let chosen = try share(.ownPerson(name: try Words("Mirjam", room: .line), role: nil), .plan, .join)
        let named = try share(.ownPerson(name: try Words("Kramer", room: .line), role: nil), .domain(money), .join)
        let fresh = try share(.ownPerson(name: try Words("Coach", room: .line), role: nil), .domain(money), .join)
        var tokens: [Persona: Session.Token] = [:]
        func open(_ persona: Persona, _ ring: KeyRing) throws {
            let token = Session.Token(chance: .system)
            try records.sessions.open(ring, token: token, replacing: nil, at: occasion.now)
            tokens[persona] = token
        }
        let end = occasion.now.adding(days: 30)
        try open(.owner, KeyRing(owner: begun.owner, expiresAt: end))
        for (persona, account) in accounts { try open(persona, KeyRing(account: account.id, expiresAt: end)) }
        for (persona, secret) in [
            (Persona.guestOfPlan, whole.secret), (.guestOfStep, ofStep), (.guestReading, reading),
            (.representative, chosen), (.administrator, named),
        ] {
            guard let secret else { continue }
            let agreement = try claimInvitation(secret, on: occasion, records: records).agreement.id
            try open(persona, KeyRing(agreement: agreement, expiresAt: end))
        }
        let other = try askQuestion(
            FirstWords(
                words: try Words("De stroom is afgesloten.", room: .sentence),
                reach: try Words("06 00 00 00 02", room: .reach)),
            in: area, on: occasion, records: records)
        try open(.otherOwner, KeyRing(owner: other.owner, expiresAt: end))
        let demo = DemoPerson(
            id: occasion.newID(), name: "Samira", role: .owner, situation: "voorbeeld", key: .owner(begun.owner))
        try records.demo.insert(demo)
        let holdingBack = try planStep(
            StepWish(
                words: try Words("Eerst rust.", room: .sentence), when: nil, carrier: .owner, domain: nil,
                kind: .holdingBack(lookBack: occasion.today)),
            at: plan, on: me, records: records)
        let household = try records.plans.header(of: plan).household
        let representation = try represent(at: plan, money, owner: me, contact: acting(.contact), records)
        func tell(_ kind: Notice.Kind, _ reader: Notice.Reader) throws -> Notice.ID {
            let notice = Notice(
                id: occasion.newID(), kind: kind, plan: plan, household: household, for: reader, madeAt: occasion.now)
            try records.notices.insert(notice)
            return notice.id
        }
        let notice = try tell(.triedAndFailed, .account(contact.id))
        let goal = try setGoal(
            try Words("Ik wil weer slapen.", room: .sentence), about: nil, at: plan, on: me, records: records)
        let wording = try rewordGoal(
            goal, try Words("Zes uur slaap.", room: .sentence), at: plan, on: acting(.contact), records: records)
        let emergency = try breakTheGlass(
            EmergencyWish(
                reach: try Words("06 00 00 00 02", room: .reach), reason: try Words("Gevaar.", room: .sentence),
                hours: 4, silence: try Words("Nog niet.", room: .sentence)),
            on: acting(.generalist), records: records)
        func worry(_ persona: Persona, acute: String?) throws -> SafetyTrack.ID {
            let wish = SafetyWish(
                about: try Words("Noor (4)", room: .line), signals: try Words("Een blauwe plek.", room: .story),
                knowing: .notYet(try Words("Ik overleg eerst.", room: .sentence)),
                acute: try acute.map { try Words($0, room: .sentence) })
            return try openTrack(wish, at: plan, on: acting(persona), records: records).id
        }
        let track = try worry(.contact, acute: nil)
        if let knowing = accounts[.specialist] {
            try shareTrack(track, with: knowing.id, on: acting(.contact), records: records)
        }
        let trackToDecide = try worry(.specialistOfPart, acute: "Het kan niet wachten.")
        let sheet = try makeSheet(at: plan, on: acting(.contact), records: records)
        let returnLink = ReturnLink.Secret(chance: .system)
        try records.mails.insert(
            ReturnLink(plan: plan, household: household, until: occasion.now.adding(days: 1)), secret: returnLink)
        let noticeForLead = try tell(.otherContactAsked, .team(area.team))
        let opening = try addOpening(
            OpeningWish(
                kind: .initiative, words: try Words("Grillen voor de buurt", room: .sentence),
                place: try Words("De Wip", room: .line), when: try Words("zaterdag", room: .line),
                callName: try Words("De Wip", room: .line), callPhone: try Words("0123 45 67 61", room: .line),
                until: occasion.today.adding(days: 30)),
            in: area, on: acting(.contact), records: records)
        let (conference, family, coordinator) = try conferring(at: plan, me, records)
        try open(.guestOfConference, KeyRing(agreement: family, expiresAt: end))
        try open(.coordinator, KeyRing(agreement: coordinator, expiresAt: end))
        guard let colleague = accounts[.generalist] else { throw SeatRefusal.noRelation }
        let request = try askToShare(
            SharingWish(
                account: colleague.id, part: .domain(money), until: occasion.today.adding(days: 60),
                reason: try Words("Tess weet veel van wonen.", room: .sentence)),
            at: plan, on: acting(.contact), records: records)
        let agreements = try records.sharing.table(for: seat, on: occasion.today).agreements
        guard let waiting = try records.questions.latest(of: other.plan), let fresh,
            let guestAgreement = agreements.first(where: { $0.holder == .tie(tie) })
        else { throw SeatRefusal.noRelation }
        return World(
            area: area, plan: plan, owner: begun.owner, ownersCode: begun.code, waitingQuestion: waiting.id,
            accounts: accounts, tokens: tokens, note: note, money: money, tie: tie, ownerStep: ownerStep,
            tieStep: tieStep, contactStep: contactStep, moneyStep: moneyStep, proposal: proposal,
            guestAgreement: guestAgreement.id, freshLink: fresh, demoPerson: demo.id,
            holdingBack: holdingBack, notice: notice, noticeForLead: noticeForLead, goal: goal, wording: wording,
            sheet: sheet, emergency: emergency.id, opening: opening, representation: representation,
            familyStep: conference.step,
            familyPlan: conference.text, track: track, trackToDecide: trackToDecide, spoken: spoken,
            returnLink: returnLink, request: request)
    }

    private static func represent(
        at plan: Plan.ID, _ money: LifeDomain.ID, owner: Occasion, contact: Occasion, _ records: any Records
    ) throws -> Representation.ID {
        let view = try readPlan(plan, as: .tableRead, on: owner, records: records)
        guard let chosen = view.table.ties.first(where: { $0.name == "Mirjam" }),
            let named = view.table.ties.first(where: { $0.name == "Kramer" })
        else { throw RepresentationRefusal.unknown }
        let until = view.today.adding(days: 30)
        try nameRepresentative(chosen.id, for: .plan, until: until, at: plan, on: owner, records: records)
        try recordRepresentative(
            named.id,
            LawfulRepresentation(
                kind: .administrator, part: .domain(money), until: until,
                document: try Words("beschikking", room: .sentence), born: nil),
            at: plan, on: contact, records: records)
        let made = try records.representations.live(at: plan, on: view.today)
        guard let own = made.first(where: { $0.tie == chosen.id }) else { throw RepresentationRefusal.unknown }
        return own.id
    }

    /// A conference in its private time, with private words, a plan and a step in it.
    private static func conferring(
        at plan: Plan.ID, _ me: Occasion, _ records: any Records
    ) throws -> (
        conference: (text: ConferenceText.ID, step: ConferenceStep.ID), family: SharingAgreement.ID,
        coordinator: SharingAgreement.ID
    ) {
        try callConference(at: plan, on: me, records: records)
        let prepares = try nameCoordinator(
            try Words("Noor", room: .line), role: nil, at: plan, on: me, records: records)
        let comes = try inviteToConference(
            .ownPerson(name: try Words("Fatma", room: .line), role: nil), at: plan, on: me, records: records
        ).secret
        guard let comes else { throw SeatRefusal.noRelation }
        try arrangeConference(
            when: try Words("zaterdag", room: .line), place: try Words("bij oma", room: .line), at: plan, on: me,
            records: records)
        for move in [ConferenceMove.prepare, .inform, .close] {
            try moveConference(by: move, at: plan, on: me, records: records)
        }
        try writeAtConference(
            try Words(familySecret, room: .story), as: .amongOurselves, at: plan, on: me, records: records)
        let text = try writeFamilyPlan(
            try Words(familyWords, room: .story), basedOn: nil, at: plan, on: me, records: records)
        let step = try planFamilyStep(
            try Words("Koken op vrijdag", room: .sentence), when: nil, by: .owner, at: plan, on: me, records: records)
        return (
            (text, step), try claimInvitation(comes, on: me, records: records).agreement.id,
            try claimInvitation(prepares, on: me, records: records).agreement.id
        )
    }

    private static func staff(_ occasion: Occasion, _ records: any Records) throws -> (Area, [Persona: Account]) {
        let team = Team(id: occasion.newID(), name: "Team Oosterhof", phone: "0123 45 67 89")
        let otherTeam = Team(id: occasion.newID(), name: "Team De Kolk", phone: "0123 45 67 90")
        for each in [team, otherTeam] { try records.teams.insert(each) }
        let area = Area(id: occasion.newID(), slug: "oosterhof", name: "Oosterhof", team: team.id)
        try records.areas.insert(area)
        let people: [(Persona, Role, String, Team.ID?)] = [
            (.contact, .generalist, "Femke Dijkstra", team.id), (.generalist, .generalist, "Tess de Wit", team.id),
            (.specialistOfPart, .specialist, "Rashid Amrani", team.id),
            (.specialist, .specialist, "Karim Aziz", team.id),
            (.providerOfStep, .provider, "Ilse Kuiper", nil), (.provider, .provider, "Otto Maas", nil),
            (.stip, .stip, "Joke Visser", nil), (.neighbour, .neighbour, "Henk Bos", nil),
            (.teamLead, .teamLead, "Bram Postma", team.id), (.otherTeamLead, .teamLead, "Els Kok", otherTeam.id),
            (.director, .director, "Nadia Haddad", nil), (.council, .council, "Pieter van Dam", nil),
            (.privacyOfficer, .privacyOfficer, "Marijke Smit", nil),
        ]
        var accounts: [Persona: Account] = [:]
        for (persona, role, name, team) in people {
            let account = Account(
                id: occasion.newID(), role: role, name: name, phone: "0123 45 67 01", background: "wonen", team: team,
                hasPhoto: false)
            try records.accounts.insert(account, login: persona.rawValue, passwordHash: "plain:geheim")
            accounts[persona] = account
        }
        return (area, accounts)
    }
}

extension Occasion {
    func by(_ actor: Actor) -> Occasion { Occasion(actor: actor, now: now, origin: origin, chance: chance) }
}
