import Domain

/// What the API answers: the values of Domain under their Dutch names. A field that says nothing is
/// left out. `OpenAPI` describes each of these under the name beside it.
enum Relation: String, Encodable {
    case owner = "eigenaar"
    case guest = "gast"
    case representative = "vertegenwoordiger"
    case account = "medewerker"
}

/// `Wijken`
struct AreasBody: Encodable {
    let wijken: [AreaBody]
}

/// `Wijk`
struct AreaBody: Encodable {
    let wijk: String
    let naam: String
    let team: TeamBody?

    init(_ area: Area, team: Team? = nil) {
        wijk = area.slug
        naam = area.name
        self.team = team.map { TeamBody($0) }
    }
}

/// `Team`
struct TeamBody: Encodable {
    let naam: String
    let telefoon: String

    init(_ team: Team) {
        naam = team.name
        telefoon = team.phone
    }
}

/// `Medewerker`
struct AccountBody: Encodable {
    let id: String
    let naam: String
    let rol: String
    let telefoon: String
    let achtergrond: String
    let foto: String?

    init(_ account: Account) {
        id = account.id.text
        naam = account.name
        rol = account.role.word
        telefoon = account.phone
        achtergrond = account.background
        foto = account.hasPhoto ? Path.photo(account.id).text : nil
    }
}

/// `PlanBegonnen`
struct BegunBody: Encodable {
    let planId: String
    let code: String
    let token: String
    let eindigtOp: String
}

/// `Vragen`
struct WaitingBody: Encodable {
    let vragen: [WaitingQuestionBody]
    let totaal: Int
    let volgende: String?
}

/// `WachtendeVraag`
struct WaitingQuestionBody: Encodable {
    let id: String
    let wijk: String
    let gesteldOp: String
    let dagenWachtend: Int
    /// Nothing for who sees the age alone.
    let zin: String?
    /// Only when there is something to hear.
    let ingesproken: Bool?

    init(_ waiting: WaitingQuestion, on today: Day) {
        id = waiting.question.id.text
        wijk = waiting.areaName
        gesteldOp = waiting.question.askedAt.rfc3339
        dagenWachtend = waiting.question.daysWaiting(on: today)
        zin = waiting.words
        ingesproken = waiting.isSpoken ? true : nil
    }
}

/// `Vraag`: the owner's own.
struct QuestionBody: Encodable {
    let toestand: String
    let gesteldOp: String
    let dagenWachtend: Int

    init(_ question: Question, on today: Day) {
        switch question.state {
        case .waiting: toestand = "wacht"
        case .accepted: toestand = "aangenomen"
        case .withdrawn: toestand = "ingetrokken"
        }
        gesteldOp = question.askedAt.rfc3339
        dagenWachtend = question.daysWaiting(on: today)
    }
}

/// `PlanVerwijzing`
struct PlanReferenceBody: Encodable {
    let planId: String
}

/// `Verwijzing`
struct ReferenceBody: Encodable {
    let id: String
}

/// `Sessie`
struct SessionBody: Encodable {
    let token: String
    let eindigtOp: String
    var planId: String?
    var gebruiker: AccountBody?
}

/// `HuidigeSessie`
struct CurrentSessionBody: Encodable {
    let gebruiker: AccountBody?
    let planId: String?
    let gastBij: [String]
}

/// `Uitnodiging`
struct InvitationBody: Encodable {
    let gast: String
    let eigenaar: String?
    let rol: String?
    let niveau: String
    let tot: String
    let geopend: Bool

    init(_ invitation: Invitation) {
        gast = invitation.guestName
        eigenaar = invitation.ownerName
        rol = invitation.agreement.role
        niveau = invitation.agreement.level.word
        tot = invitation.agreement.until.text
        geopend = invitation.agreement.claimedAt != nil
    }
}

/// `Code`
struct CodeBody: Encodable {
    let code: String
}

/// `Werkdruk`
struct LoadBody: Encodable {
    struct Worker: Encodable {
        let id: String
        let naam: String
        let rol: String
        let plannen: Int
    }

    let team: TeamBody
    let medewerkers: [Worker]
    let vragen: [WaitingQuestionBody]
    let vragenTotaal: Int

    init(_ load: TeamLoad, on today: Day) {
        team = TeamBody(load.team)
        medewerkers = load.workers.map {
            Worker(id: $0.account.id.text, naam: $0.account.name, rol: $0.account.role.word, plannen: $0.plans)
        }
        vragen = load.waiting.questions.map { WaitingQuestionBody($0, on: today) }
        vragenTotaal = load.waiting.total
    }
}

/// `Veldregister`
struct RegisterBody: Encodable {
    let velden: [RegisterRowBody]
}

/// `Veld`
struct RegisterRowBody: Encodable {
    let tabel: String
    let kolom: String
    let doel: String
    let grond: String
    let termijn: String

    init(_ row: FieldRegister.Row) {
        tabel = row.table
        kolom = row.column
        doel = row.purpose
        grond = row.ground.rawValue
        termijn = row.term.rawValue
    }
}

/// `Inzagen`
struct JournalBody: Encodable {
    let inzagen: [JournalRowBody]
    let volgende: String?
}

/// `Inzage`
struct JournalRowBody: Encodable {
    let nummer: Int64
    let moment: String
    /// Nothing for the owner, who knows who she is.
    let naam: String?
    let rol: String
    let gebeurtenis: String
    let handeling: String
    let grond: String
    let uitkomst: String
    let weg: String

    init(_ entry: JournalEntry, row: Int64) {
        nummer = row
        moment = entry.at.rfc3339
        naam = entry.name
        rol = entry.role.word
        gebeurtenis = entry.event.rawValue
        handeling = entry.event.action.rawValue
        grond = entry.ground.rawValue
        uitkomst = entry.outcome.word
        weg = entry.origin.road.word
    }
}

extension Role {
    /// As it stands in the API; it never changes.
    var word: String {
        switch self {
        case .owner: "eigenaar"
        case .network: "eigen-netwerk"
        case .representative: "vertegenwoordiger"
        case .neighbour: "buurtbewoner"
        case .stip: "stip-vrijwilliger"
        case .generalist: "generalist"
        case .specialist: "specialist"
        case .provider: "zorgaanbieder"
        case .teamLead: "teamleider"
        case .director: "regisseur"
        case .council: "raadslid"
        case .privacyOfficer: "functionaris-gegevensbescherming"
        case .system: "programma"
        }
    }
}

extension SharingAgreement.Level {
    var word: String {
        switch self {
        case .read: "meelezen"
        case .join: "meedoen"
        case .contact: "contactpersoon"
        }
    }
}

extension JournalEntry.Outcome {
    var word: String {
        switch self {
        case .done: "gedaan"
        case .refused: "geweigerd"
        }
    }
}

extension Origin.Road {
    var word: String {
        switch self {
        case .page: "pagina"
        case .api: "api"
        case .command: "opdracht"
        }
    }
}
