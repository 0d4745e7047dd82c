import Domain

/// A made-up track in its states, for the gallery, the snapshots and the accessibility run.
enum SafetyExamples {
    static let rashid = Account(
        id: Account.ID(high: 5, low: 7), role: .specialist, name: "Rashid Amrani", phone: "0123 45 67 12",
        background: "schulden", team: Area.example.team, hasPhoto: false)

    private static let now = PlanExamples.now
    private static let trackID = SafetyTrack.ID(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0009)

    private static func track(
        _ state: SafetyTrack.State, told: Bool = true, fate: SafetyTrack.PlanFate = .goesOn, number: UInt64 = 0
    ) -> SafetyTrack {
        SafetyTrack(
            id: SafetyTrack.ID(high: trackID.high, low: trackID.low + number), household: Household.ID(high: 2, low: 9),
            area: Area.example.id, plan: PlanExamples.planID, about: "Noor (4) en haar moeder",
            openedAt: now.adding(days: -3), responsible: .example, state: state, toldAt: told ? now : nil,
            planFate: fate, planFateAt: fate == .goesOn ? nil : now,
            eraseDay: state.isOpen ? nil : Day(year: 2040, month: 3, day: 3))
    }

    private static func entry(
        _ number: UInt64, _ stage: SafetyTrack.Stage, _ kind: SafetyEntry.Kind, _ words: String?,
        by author: Account = .example
    ) -> SafetyEntry {
        SafetyEntry(
            id: SafetyEntry.ID(high: 14, low: number), track: trackID, stage: stage, kind: kind, words: words,
            author: author.id, authorName: author.name, at: now.adding(hours: Int(number), days: -3))
    }

    private static let signals = entry(
        1, .signals, .done, "Blauwe plek op de bovenarm. Noor zei: papa was boos. Zelf gezien, maandag 10 uur.")
    private static let silent = entry(
        2, .signals, .silent, "Ik overleg eerst. Haar partner leest mee op haar telefoon.")
    private static let consulted = entry(
        3, .consult, .done, "Rashid: praat met haar als zij alleen is. Veilig Thuis zegt hetzelfde.")
    private static let advice = entry(
        4, .consult, .added, "Ik kan vrijdag mee. Noem de plek gewoon, dan kan zij vertellen.", by: rashid)
    private static let talkSkipped = entry(5, .talk, .skipped, "Zij was niet alleen. Dinsdag weer.")
    private static let told = entry(
        6, .talk, .told, "Ik zag een blauwe plek bij Noor en ik maak me zorgen. Ik wil dat het bij u thuis veilig is.")
    private static let weighed = [
        entry(7, .weigh, .answered(.danger), "Niet acuut. Wel de tweede keer in een maand."),
        entry(8, .weigh, .done, "Moeder wil hulp en belt zelf haar zus. Wij kunnen dit samen volgen."),
    ]
    private static let decided = entry(
        9, .decide, .decided(.follow(lookBack: PlanExamples.today)), "Elke week langs, en de school kijkt mee.")
    private static let ended = entry(10, .decide, .decided(.safe), "Drie maanden rustig. Noor slaapt door.")

    private static let journal: [JournalEntry] = [
        line(.safetyRead, rashid), line(.attemptRefused, TeamExamples.lead, .refused), line(.safetyOpened, .example),
    ]

    private static func line(
        _ event: JournalEntry.Event, _ account: Account, _ outcome: JournalEntry.Outcome = .done
    ) -> JournalEntry {
        JournalEntry(
            household: Household.ID(high: 2, low: 9), plan: PlanExamples.planID, at: now, who: .account(account.id),
            name: account.name, role: account.role, event: event, ground: outcome == .done ? .safety : .none,
            outcome: outcome, origin: Origin(road: .page, address: "192.0.2.1"))
    }

    private static func view(
        _ track: SafetyTrack, _ entries: [SafetyEntry], reader: Account = .example, isShared: Bool = true
    ) -> SafetyTrackView {
        let me = SafetyKnower(account: .example, since: track.openedAt)
        return SafetyTrackView(
            track: track, reader: reader, entries: entries,
            knowers: isShared ? [me, SafetyKnower(account: rashid, since: now)] : [me],
            colleagues: isShared || reader.id != Account.example.id ? [] : [rashid],
            journal: journal.enumerated().map { (Int64(journal.count - $0), $1) },
            sitsAtPlan: track.planFate == .goesOn, today: PlanExamples.today)
    }

    /// Each state, for who takes the next step; and one for a colleague who reads along.
    static let views = [
        view(track(.at(.consult), told: false), [signals, silent], isShared: false),
        view(track(.at(.talk), told: false), [signals, silent, consulted, advice]),
        view(track(.at(.weigh)), [signals, silent, consulted, advice, talkSkipped, told]),
        view(track(.at(.decide)), [signals, silent, consulted, talkSkipped, told] + weighed),
        view(
            track(.following(lookBack: PlanExamples.today), fate: .stopped),
            [signals, silent, consulted, told] + weighed + [decided]),
        view(
            track(.closed(.safe, at: now), fate: .erased),
            [signals, silent, consulted, told] + weighed + [decided, ended]),
        view(track(.at(.weigh)), [signals, silent, consulted, advice, told], reader: rashid),
    ]

    static let list = SafetyList(
        account: .example,
        open: [
            track(.at(.consult), told: false),
            track(.following(lookBack: PlanExamples.today), fate: .stopped, number: 1),
        ], closed: [track(.closed(.reported, at: now), number: 2)], today: PlanExamples.today)

    static let worry = ToldWorry(
        track: trackID, worker: .example, stage: .talk,
        words: "Ik zag een blauwe plek bij Noor en ik maak me zorgen. Ik wil dat het bij u thuis veilig is.",
        at: now, closedAt: nil)

    static let today = SafetyToday(open: 2, lookBacks: 1, withoutPlan: 1, untold: 1)
}
