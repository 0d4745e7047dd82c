import Domain

/// `Conferentie`: no more than this chair may read, as on its page.
struct ConferenceBody: Encodable {
    /// `ConferentieGast`
    struct Guest: Encodable {
        let deelafspraak: String
        let naam: String
        let soort: String
        let naaste: String?
        let medewerker: String?
        let linkGeopend: Bool?
    }

    /// `ConferentieTekst`
    struct Text: Encodable {
        let id: String
        let tekst: String
        let schrijver: StoryBody.Author
        let geschrevenOp: String
    }

    /// `ConferentieStap`
    struct Step: Encodable {
        let id: String
        let tekst: String
        let wanneer: String?
        /// Absent when the owner carries it.
        let naaste: String?
        let naam: String?
    }

    /// `ConferentieJa`
    struct Yes: Encodable {
        let soort: Relation
        let naam: String?
        let tekst: String
        let moment: String
    }

    let id: String
    let toestand: String
    let stoel: String
    let wanneer: String?
    let plaats: String?
    let genodigden: [Guest]
    let notities: [Text]
    /// For the family alone; absent for everybody else.
    let besloten: [Text]?
    let plan: Text?
    let stappen: [Step]
    let veiligheid: [Text]
    let bevestigd: [Yes]
    let terugkijkenOp: String?

    /// - Returns: `nil` when there is no conference, or no chair at it.
    init?(_ view: ConferenceView) {
        guard let conference = view.conference, let chair = view.chair else { return nil }
        func text(_ text: ConferenceText) -> Text {
            Text(
                id: text.id.text, tekst: text.words,
                schrijver: StoryBody.Author(text.author, ownerName: view.owner.name),
                geschrevenOp: text.writtenAt.rfc3339)
        }
        id = conference.id.text
        toestand = conference.state.word
        stoel = chair.word
        wanneer = conference.when
        plaats = conference.place
        genodigden = view.guests.map { guest in
            let isCoordinator = guest.tie != nil && guest.tie == conference.coordinator
            return Guest(
                deelafspraak: guest.agreement.id.text, naam: guest.name,
                soort: guest.account != nil ? "professional" : isCoordinator ? "coordinator" : "familie",
                naaste: guest.tie?.text, medewerker: guest.account?.id.text,
                linkGeopend: guest.tie == nil ? nil : guest.agreement.claimedAt != nil)
        }
        notities = view.texts(.information).map(text)
        besloten = chair.isFamily ? view.texts(.amongOurselves).map(text) : nil
        plan = (view.presented ?? (chair.isFamily ? view.draft : nil)).map(text)
        stappen = view.steps.map { step in
            var tie: NetworkTie.ID?
            if case .tie(let id) = step.carrier { tie = id }
            return Step(
                id: step.id.text, tekst: step.words, wanneer: step.when, naaste: tie?.text,
                naam: tie == nil ? view.owner.name : step.carrierName)
        }
        veiligheid = view.texts(.safety).map(text)
        bevestigd = view.confirmed.map { one in
            Yes(
                soort: one.tie == nil ? .owner : .guest,
                naam: one.tie == nil ? view.owner.name : one.name,
                tekst: one.text.text, moment: one.at.rfc3339)
        }
        if case .confirmed(_, _, let at) = conference.state {
            terugkijkenOp = Conference.lookBackDay(after: at.day).text
        } else {
            terugkijkenOp = nil
        }
    }
}

extension Conference.State {
    static let words = [
        "voorgesteld", "niet-gewenst", "gewenst", "voorbereid", "informatie", "besloten", "gepresenteerd", "bevestigd",
        "teruggekeken", "gestopt",
    ]

    var word: String {
        switch self {
        case .proposed: "voorgesteld"
        case .notWanted: "niet-gewenst"
        case .wanted: "gewenst"
        case .prepared: "voorbereid"
        case .information: "informatie"
        case .privateTime: "besloten"
        case .presented: "gepresenteerd"
        case .confirmed: "bevestigd"
        case .lookedBack: "teruggekeken"
        case .stopped: "gestopt"
        }
    }
}

extension Conference.Chair {
    var word: String {
        switch self {
        case .owner: "eigenaar"
        case .family: "familie"
        case .coordinator: "coordinator"
        case .professional: "professional"
        }
    }
}
