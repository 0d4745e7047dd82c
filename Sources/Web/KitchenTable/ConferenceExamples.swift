import Domain

/// A made-up conference in each of its states and from each chair, for the gallery and the snapshots.
enum ConferenceExamples {
    static let id = Conference.ID(high: 14, low: 1)
    private static let planID = PlanExamples.planID
    private static let owner = PlanExamples.owner
    private static let now = PlanExamples.now
    private static let laila = NetworkTie.ID(high: 14, low: 11)
    private static let noor = NetworkTie.ID(high: 14, low: 12)
    private static let ali = NetworkTie.ID(high: 14, low: 13)
    private static let version = ConferenceText.ID(high: 14, low: 31)

    private static func agreement(_ number: UInt64, _ holder: SharingAgreement.Holder) -> SharingAgreement {
        SharingAgreement(
            id: SharingAgreement.ID(high: 14, low: number), plan: planID, household: owner.household,
            part: .conference(id), holder: holder, level: .read, role: nil, from: now,
            until: PlanExamples.today.adding(days: 365), state: .given, claimedAt: number == 23 ? nil : now)
    }

    private static let lailaComes = agreement(21, .tie(laila))
    private static let noorPrepares = agreement(22, .tie(noor))
    private static let guests = [
        ConferenceGuest(agreement: noorPrepares, name: "Noor", account: nil),
        ConferenceGuest(agreement: lailaComes, name: "Laila", account: nil),
        ConferenceGuest(agreement: agreement(23, .tie(ali)), name: "Oom Ali", account: nil),
        ConferenceGuest(
            agreement: agreement(24, .account(Account.example.id)), name: Account.example.name, account: .example),
    ]

    private static func text(
        _ number: UInt64, _ kind: ConferenceText.Kind, _ words: String, _ author: Story.Author
    ) -> ConferenceText {
        ConferenceText(
            id: ConferenceText.ID(high: 14, low: number), conference: id, kind: kind, words: words, author: author,
            writtenAt: now)
    }

    private static let soup = text(32, .information, "Wie neemt soep mee?", .guest(noorPrepares.id, name: "Noor"))
    private static let secret = text(
        33, .amongOurselves, "Mama drinkt te veel. Daar praten we nu over.", .guest(lailaComes.id, name: "Laila"))
    private static let made = text(
        31, .plan, "Elke zondag eten we bij oma. Als het niet gaat, belt Samira Laila.", .owner(owner.id))
    private static let safe = text(
        34, .safety, "Dit is veilig, als er elke nacht iemand thuis is.",
        .account(Account.example.id, name: Account.example.name))
    private static let steps = [
        ConferenceStep(
            id: ConferenceStep.ID(high: 14, low: 41), conference: id, words: "Yara en Noor halen uit school",
            when: "dinsdag en donderdag", carrier: .tie(laila), carrierName: "Laila", madeAt: now),
        ConferenceStep(
            id: ConferenceStep.ID(high: 14, low: 42), conference: id, words: "Elke avond om tien uur naar bed",
            when: nil, carrier: .owner, madeAt: now),
    ]

    private static func conference(_ state: Conference.State, isArranged: Bool = true) -> Conference {
        Conference(
            id: id, plan: planID, household: owner.household, state: state, coordinator: isArranged ? noor : nil,
            when: isArranged ? "Zaterdag 12 april, van 11 tot 16 uur" : nil,
            place: isArranged ? "Bij oma thuis" : nil, madeAt: now, version: 1)
    }

    private enum Who { case owner, sister, coordinator, contact }

    private static func view(
        _ conference: Conference?, _ who: Who, texts: [ConferenceText] = [], steps: [ConferenceStep] = [],
        confirmations: [ConferenceConfirmation] = [], isEmpty: Bool = false
    ) -> ConferenceView {
        let seat: Seat =
            switch who {
            case .owner: PlanExamples.conferenceSeat(.owner(owner.id))
            case .sister: PlanExamples.conferenceSeat(.guest(laila, name: "Laila"), lailaComes)
            case .coordinator: PlanExamples.conferenceSeat(.guest(noor, name: "Noor"), noorPrepares)
            case .contact: PlanExamples.conferenceSeat(.account(.example, level: .contact))
            }
        return ConferenceView(
            seat: seat, owner: owner, contact: .example, area: .example,
            team: Team(id: Area.example.team, name: "Team Oosterhof", phone: "0123 45 67 89"), conference: conference,
            chair: conference?.chair(of: seat), guests: isEmpty ? [] : guests, texts: texts, steps: steps,
            confirmations: confirmations,
            askable: isEmpty
                ? [
                    NetworkTie(
                        id: laila, plan: planID, household: owner.household, name: "Laila", role: "mijn zus",
                        since: PlanExamples.today)
                ] : [],
            professionals: isEmpty ? [.example] : [], today: PlanExamples.today)
    }

    private static let behind = ConferenceConfirmation(text: version, tie: laila, name: "Laila", at: now)

    static let amongThemselves = view(
        conference(.privateTime), .owner, texts: [soup, secret, made], steps: steps)

    /// None, offered, beginning, arranged; then information, private, presented and confirmed from several chairs;
    /// and what is over.
    static let all: [ConferenceView] = [
        view(nil, .owner), view(nil, .contact),
        view(conference(.proposed(by: Account.example.id), isArranged: false), .owner),
        view(conference(.proposed(by: Account.example.id), isArranged: false), .contact),
        view(conference(.notWanted(at: now), isArranged: false), .owner),
        view(conference(.wanted, isArranged: false), .owner, isEmpty: true),
        view(conference(.wanted), .coordinator, texts: [soup]), view(conference(.prepared), .owner, texts: [soup]),
        view(conference(.information), .sister, texts: [soup]), amongThemselves,
        view(conference(.privateTime), .coordinator, texts: [soup]), view(conference(.privateTime), .contact),
        view(conference(.presented(version)), .owner, texts: [soup, made], steps: steps, confirmations: [behind]),
        view(conference(.presented(version)), .contact, texts: [made], steps: steps, confirmations: [behind]),
        view(
            conference(.confirmed(version, lookBack: Step.ID(high: 14, low: 51), at: now)), .sister,
            texts: [soup, secret, made, safe], steps: steps,
            confirmations: [behind, ConferenceConfirmation(text: version, tie: nil, at: now)]),
        view(conference(.lookedBack(version, at: now)), .owner, texts: [made], steps: steps, isEmpty: true),
        view(conference(.stopped(at: now)), .owner, isEmpty: true),
    ]
}

extension Frame {
    /// This frame around a conference, as a route would make it.
    func at(_ view: ConferenceView) -> Frame {
        var frame = self
        frame.viewer =
            switch view.seat.holder {
            case .owner, .guest: .table(view.seat.plan.id, isOwner: view.seat.isOwner)
            case .account(let account, _): .account(account)
            }
        if view.seat.sees == .everything { frame.contact = view.contact }
        frame.place = view.area.name
        frame.phone = view.team.phone
        return frame
    }
}
