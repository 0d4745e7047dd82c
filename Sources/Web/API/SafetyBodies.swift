import Domain

/// `Veiligheidssporen`
struct TracksBody: Encodable {
    let sporen: [TrackLineBody]
}

/// `VeiligheidsspoorRegel`
struct TrackLineBody: Encodable {
    let id: String
    let over: String
    let toestand: String
    let begonnenOp: String
    let verantwoordelijke: AccountBody
    let terugkijkenOp: String?
    let afgeslotenOp: String?
    let verteldOp: String?
    let plan: String
    let planSinds: String?
    let wissenOp: String?

    init(_ track: SafetyTrack) {
        id = track.id.text
        over = track.about
        toestand = track.state.word
        begonnenOp = track.openedAt.rfc3339
        verantwoordelijke = AccountBody(track.responsible)
        if case .following(let day) = track.state { terugkijkenOp = day.text } else { terugkijkenOp = nil }
        afgeslotenOp = track.state.closedAt?.rfc3339
        verteldOp = track.toldAt?.rfc3339
        plan = track.planFate.word
        planSinds = track.planFateAt?.rfc3339
        wissenOp = track.eraseDay?.text
    }
}

/// `Veiligheidsspoor`
struct TrackBody: Encodable {
    /// `SpoorTekst`
    struct Entry: Encodable {
        let stap: String
        let soort: String
        let vraag: String?
        let besluit: String?
        let terugkijkenOp: String?
        let overgedragenAan: String?
        let tekst: String?
        let schrijver: String
        let moment: String

        init(_ entry: SafetyEntry) {
            stap = entry.stage.word
            soort = entry.kind.word
            if case .answered(let question) = entry.kind { vraag = question.word } else { vraag = nil }
            if case .decided(let decision) = entry.kind {
                besluit = decision.word
                terugkijkenOp = decision.lookBack?.text
            } else {
                besluit = nil
                terugkijkenOp = nil
            }
            if case .handedOver(let account) = entry.kind {
                overgedragenAan = account.text
            } else {
                overgedragenAan = nil
            }
            tekst = entry.words
            schrijver = entry.authorName
            moment = entry.at.rfc3339
        }
    }

    let spoor: TrackLineBody
    /// Only for who can open the plan it began at.
    let planId: String?
    let teksten: [Entry]
    let wieWeetErvan: [AccountBody]
    let inzagen: [JournalRowBody]

    init(_ view: SafetyTrackView) {
        spoor = TrackLineBody(view.track)
        planId = view.sitsAtPlan ? view.track.plan.text : nil
        teksten = view.entries.map { Entry($0) }
        wieWeetErvan = view.knowers.map { AccountBody($0.account) }
        inzagen = view.journal.map { JournalRowBody($0.entry, row: $0.row) }
    }
}

/// `Zorg`
struct WorryBody: Encodable {
    let medewerker: AccountBody
    let stap: String
    let tekst: String
    let verteldOp: String
    let afgeslotenOp: String?

    init(_ worry: ToldWorry) {
        medewerker = AccountBody(worry.worker)
        stap = worry.stage.word
        tekst = worry.words
        verteldOp = worry.at.rfc3339
        afgeslotenOp = worry.closedAt?.rfc3339
    }
}

extension SafetyTrack.State {
    static let words =
        SafetyTrack.Stage.allCases.map(\.word) + ["volgen", "niets-vastgelegd", "gemeld", "veilig-genoeg"]

    var word: String {
        switch self {
        case .at(let stage): stage.word
        case .following: "volgen"
        case .closed(.nothingKept, _): "niets-vastgelegd"
        case .closed(.reported, _): "gemeld"
        case .closed(.safe, _): "veilig-genoeg"
        }
    }
}

extension SafetyTrack.PlanFate {
    var word: String {
        switch self {
        case .goesOn: "loopt"
        case .stopped: "gestopt"
        case .erased: "gewist"
        }
    }
}

extension SafetyTrack.Decision {
    fileprivate var lookBack: Day? {
        switch self {
        case .follow(let day): day
        case .report(let day): day
        case .keepNothing, .safe: nil
        }
    }
}

extension SafetyEntry.Kind {
    static let words = [
        "afgerond", "overgeslagen", "acuut", "toegevoegd", "afweging", "besluit", "verteld", "nog-niet-verteld",
        "overgedragen",
    ]

    var word: String {
        switch self {
        case .done: "afgerond"
        case .skipped: "overgeslagen"
        case .acute: "acuut"
        case .added: "toegevoegd"
        case .answered: "afweging"
        case .decided: "besluit"
        case .told: "verteld"
        case .silent: "nog-niet-verteld"
        case .handedOver: "overgedragen"
        }
    }
}
