import Domain

/// `Plannen`
struct PlansBody: Encodable {
    let plannen: [PlanLineBody]
    let volgende: String?
}

/// `PlanRegel`
struct PlanLineBody: Encodable {
    let id: String
    let relatie: Relation
    let toestand: String
    let begonnenOp: String
    let eigenaar: String?
    let openStappen: Int?
    let niveau: String?
    let tot: String?

    init(_ shared: SharedPlan, on today: Day) {
        id = shared.plan.id.text
        relatie = .account
        toestand = shared.plan.state.word
        begonnenOp = shared.plan.begunAt.rfc3339
        eigenaar = shared.ownerName
        openStappen = shared.openSteps
        niveau = shared.agreement.level.word
        tot = shared.agreement.until.text
    }

    init(_ plan: Plan, relation: Relation) {
        id = plan.id.text
        relatie = relation
        toestand = plan.state.word
        begonnenOp = plan.begunAt.rfc3339
        eigenaar = nil
        openStappen = nil
        niveau = nil
        tot = nil
    }
}

/// `Plan`: as this seat sees it, no more than its page shows.
struct PlanBody: Encodable {
    struct Owner: Encodable {
        let naam: String?
        /// For the owner, and for the contact person who is going to call her.
        let bereik: String?
    }

    let id: String
    let relatie: Relation
    let ziet: String
    let magSchrijven: Bool
    let toestand: String
    let begonnenOp: String
    let versie: Int64
    let wijk: AreaBody
    let team: TeamBody
    let eigenaar: Owner
    let contactpersoon: AccountBody?
    let vraag: QuestionBody?
    /// Of a pilot light.
    let ritme: String?
    /// For the owner: the day on which everything goes.
    let wissenOp: String?
    let kern: String?
    let zorgen: [WorryBody]
    let ingesproken: SpokenBody?
    let teBevestigen: [StoryBody]
    let onderwerpen: [DomainBody]
    let stappen: StepsBody
    let eigenMensen: Int?
    let professionals: Int?
    /// Who decides with the owner; nothing when nobody does.
    let vertegenwoordigingen: [RepresentationBody]?

    init(_ view: PlanView) {
        let plan = view.seat.plan
        let seesAll = view.seat.sees == .everything
        id = plan.id.text
        relatie = view.seat.relation
        ziet = seesAll ? "alles" : "deel"
        magSchrijven = view.seat.mayWrite
        toestand = plan.state.word
        begonnenOp = plan.begunAt.rfc3339
        versie = plan.version
        wijk = AreaBody(view.area)
        team = TeamBody(view.team)
        let callsHer = view.seat.isOwner || view.seat.isContact || view.seat.emergency != nil
        eigenaar = Owner(naam: view.owner.name, bereik: callsHer ? view.owner.reach : nil)
        contactpersoon = seesAll ? view.contact.map { AccountBody($0) } : nil
        vraag = view.question.map { QuestionBody($0, on: view.today) }
        ritme = view.rhythm
        wissenOp = view.seat.isOwner ? plan.eraseDay?.text : nil
        kern = view.coreWords
        zorgen = view.worries.map { WorryBody($0) }
        ingesproken = view.spoken.map { SpokenBody($0) }
        teBevestigen = view.notesToConfirm.filter(view.seat.confirms).map { StoryBody($0, in: view) }
        onderwerpen = view.domains.map { DomainBody($0) }
        stappen = StepsBody(view)
        eigenMensen = seesAll ? view.table.askable.count : nil
        professionals = seesAll ? view.professionalsInvolved : nil
        let seen = view.representationsSeen
        vertegenwoordigingen = seen.isEmpty ? nil : seen
    }
}

extension Seat {
    fileprivate var relation: Relation {
        switch holder {
        case .owner: .owner
        case .guest: isRepresentative ? .representative : .guest
        case .account: .account
        }
    }
}

/// `Onderwerp`
struct DomainBody: Encodable {
    let id: String
    let naam: String
    let genoemdOp: String

    init(_ domain: LifeDomain) {
        id = domain.id.text
        naam = domain.name
        genoemdOp = domain.touchedAt.rfc3339
    }
}

/// `Onderwerpen`
struct DomainsBody: Encodable {
    let onderwerpen: [DomainBody]
}

/// `Verhalen`
struct StoriesBody: Encodable {
    let verhalen: [StoryBody]
}

/// `Verhaal`
struct StoryBody: Encodable {
    struct Author: Encodable {
        let soort: Relation
        let naam: String?

        init(_ author: Story.Author, ownerName: String?) {
            switch author {
            case .owner: (soort, naam) = (.owner, ownerName)
            case .guest(_, let name): (soort, naam) = (.guest, name)
            case .representative(_, let name): (soort, naam) = (.representative, name)
            case .account(_, let name): (soort, naam) = (.account, name)
            }
        }
    }

    let id: String
    let soort: String
    let tekst: String
    let schrijver: Author
    let geschrevenOp: String
    let onderwerp: String?
    /// The note that this text confirms.
    let notitie: String?
    /// Of a note: whether the owner read it back.
    let bevestigd: Bool?

    init(_ story: Story, in view: PlanView) {
        id = story.id.text
        tekst = story.words
        schrijver = Author(story.author, ownerName: view.owner.name)
        geschrevenOp = story.writtenAt.rfc3339
        onderwerp = story.domain?.text
        switch story.kind {
        case .ownWords: (soort, notitie, bevestigd) = ("eigen-woorden", nil, nil)
        case .note:
            let waits = view.notesToConfirm.contains { $0.id == story.id }
            (soort, notitie, bevestigd) = ("notitie", nil, !waits)
        case .confirmed(let note): (soort, notitie, bevestigd) = ("bevestiging", note.text, nil)
        case .familyPlan: (soort, notitie, bevestigd) = ("familieplan", nil, nil)
        }
    }
}

/// `Stappen`: at most three open ones for the owner, as on her page.
struct StepsBody: Encodable {
    let open: [StepBody]
    /// How many more are open and wait their turn.
    let openWachtend: Int
    let voorstellen: [StepBody]
    let voorbij: [StepBody]

    init(_ view: PlanView) {
        let open = view.seat.isOwner ? view.openStepsShown : view.steps.filter(\.isOpen)
        let past = view.steps.filter { step in
            switch step.state {
            case .done, .failed, .lookedBack: true
            // The owner, and who decides for her, can still come back on the answer.
            case .declined, .dropped: view.seat.side(about: step.domain) != nil
            case .agreed, .proposed, .talking, .withdrawn: false
            }
        }
        self.open = open.map { StepBody($0, in: view) }
        openWachtend = view.seat.isOwner ? view.openStepsWaiting : 0
        voorstellen = view.proposals.map { StepBody($0, in: view) }
        voorbij = past.map { StepBody($0, in: view) }
    }
}

/// `Stap`
struct StepBody: Encodable {
    struct Carrier: Encodable {
        let soort: String
        let id: String?
        let naam: String?
    }

    let id: String
    let tekst: String
    let wanneer: String?
    /// When it is something to take part in.
    let bellen: CallBody?
    /// The day to look again, when it is holding back or the family's look back.
    let terugkijkenOp: String?
    let drager: Carrier
    let toestand: String
    let toestandSinds: String?
    let voorgesteldDoor: String?
    let gemaaktOp: String
    let onderwerp: String?
    /// Nothing after a deed: the number is the next one then.
    let versie: Int64?
    let antwoorden: [GivenAnswerBody]?

    /// - Parameter view: for the name of who carries it; `nil` after a deed.
    init(_ step: Step, in view: PlanView? = nil) {
        id = step.id.text
        tekst = step.words
        wanneer = step.when
        bellen = step.call.map { CallBody($0) }
        terugkijkenOp = step.kind.lookBack?.text
        let name = view?.carrierName(of: step)
        switch step.carrier {
        case .owner: drager = Carrier(soort: "eigenaar", id: nil, naam: nil)
        case .tie(let id): drager = Carrier(soort: "naaste", id: id.text, naam: name)
        case .account(let id): drager = Carrier(soort: "medewerker", id: id.text, naam: name)
        }
        var since: Instant?
        var proposer: Account.ID?
        switch step.state {
        case .proposed(let by): (toestand, proposer) = ("voorgesteld", by)
        case .talking(let by): (toestand, proposer) = ("in-gesprek", by)
        case .withdrawn(let by, let at): (toestand, since, proposer) = ("ingetrokken", at, by)
        case .agreed: toestand = "afgesproken"
        case .done(let at): (toestand, since) = ("gedaan", at)
        case .failed(let at): (toestand, since) = ("lukt-niet", at)
        case .declined(let at): (toestand, since) = ("nu-niet", at)
        case .dropped(let at): (toestand, since) = ("vervallen", at)
        case .lookedBack(let at): (toestand, since) = ("teruggekeken", at)
        }
        toestandSinds = since?.rfc3339
        voorgesteldDoor = proposer?.text
        gemaaktOp = step.madeAt.rfc3339
        onderwerp = step.domain?.text
        versie = view == nil ? nil : step.version
        antwoorden = GivenAnswerBody.all(.step(step.id), in: view)
    }
}

extension Plan.State {
    var word: String {
        switch self {
        case .concept: "concept"
        case .open: "open"
        case .running: "lopend"
        case .pilotLight: "waakvlam"
        case .roundedOff: "afgerond"
        case .paused: "gepauzeerd"
        case .asleep: "slaapt"
        case .stopped: "gestopt"
        }
    }
}
