/// One row of the journal (*inzage* and change in one): who did what, in what role, why, when, from
/// where, and whether it was allowed. The fields are those of NEN 7513 and BIO2 8.15.01
/// (docs/security.md). Rows are only ever added, in a hash chain per household.
public struct JournalEntry: Sendable {
    /// What was done. The raw value stands in the database and in the API; it never changes.
    public enum Event: String, CaseIterable, Sendable {
        case planBegun = "plan-begonnen"
        case questionAsked = "vraag-gesteld"
        case questionWithdrawn = "vraag-ingetrokken"
        case questionRead = "vraag-gelezen"
        case questionAccepted = "vraag-aangenomen"
        case questionAssigned = "vraag-toegewezen"
        case planRead = "plan-gelezen"
        case nameListed = "naam-in-lijst"
        case storyRead = "verhaal-gelezen"
        case storyWritten = "verhaal-geschreven"
        case storyConfirmed = "verhaal-klopt"
        case domainTouched = "onderwerp-toegevoegd"
        case stepsRead = "stappen-gelezen"
        case stepMade = "stap-gemaakt"
        case stepAgreed = "stap-afgesproken"
        case stepDeclined = "stap-nu-niet"
        case stepDone = "stap-gedaan"
        case stepFailed = "stap-lukt-niet"
        case stepResumed = "stap-hervat"
        case stepDropped = "stap-vervallen"
        case tableRead = "tafel-gelezen"
        case agreementGiven = "delen-begonnen"
        case agreementEnded = "delen-beeindigd"
        case sharingAsked = "meekijken-gevraagd"
        case sharingRefused = "meekijken-nu-niet"
        case sharingWithdrawn = "meekijken-ingetrokken"
        case linkRenewed = "link-vernieuwd"
        case invitationClaimed = "uitnodiging-aangenomen"
        case codeRead = "code-bekeken"
        case codeUsed = "code-gebruikt"
        case ownerNamed = "gegevens-aangepast"
        case journalRead = "inzagen-gelezen"
        case planKeptWarm = "plan-waakvlam"
        case planRoundedOff = "plan-afgerond"
        case planReopened = "plan-heropend"
        case planPaused = "plan-gepauzeerd"
        case planResumed = "plan-hervat"
        case planStopped = "plan-gestopt"
        case otherContactAsked = "andere-contactpersoon-gevraagd"
        case contactReplaced = "contactpersoon-gewisseld"
        case stepLookedBack = "stap-teruggekeken"
        case stepTalked = "stap-in-gesprek"
        case stepWithdrawn = "stap-ingetrokken"
        case goalsRead = "doelen-gelezen"
        case goalSet = "doel-gemaakt"
        case goalReworded = "doel-anders-verwoord"
        case goalAccepted = "doel-afgesproken"
        case goalTalked = "doel-in-gesprek"
        case goalDeclined = "doel-nu-niet"
        case goalWithdrawn = "doel-ingetrokken"
        case goalEnded = "doel-afgesloten"
        case goalMeasured = "maatlat-ingevuld"
        case sheetMade = "blad-gemaakt"
        case sheetConfirmed = "blad-ingevuld"
        case emergencyOpened = "noodtoegang-geopend"
        case networkTended = "netwerk-aangepast"
        case limitTold = "volhouden-verteld"
        case givingTold = "wederkerigheid-verteld"
        case representationBegun = "vertegenwoordiging-begonnen"
        case representationEnded = "vertegenwoordiging-beeindigd"
        case conferenceRead = "conferentie-gelezen"
        case conferenceCalled = "conferentie-gevraagd"
        case conferenceWanted = "conferentie-gewenst"
        case conferenceDeclined = "conferentie-nu-niet"
        case conferencePrepared = "conferentie-voorbereid"
        case conferenceInvited = "conferentie-uitgenodigd"
        case conferenceMoved = "conferentie-verder"
        case conferenceWritten = "conferentie-geschreven"
        case conferencePresented = "conferentie-plan-op-tafel"
        case conferenceConfirmed = "conferentie-plan-bevestigd"
        case conferenceLookedBack = "conferentie-teruggekeken"
        case conferenceStopped = "conferentie-gestopt"
        case safetyOpened = "veiligheidsspoor-begonnen"
        case safetyRead = "veiligheidsspoor-gelezen"
        case safetyWritten = "veiligheidsspoor-geschreven"
        case safetyDecided = "veiligheidsspoor-besloten"
        case safetyTold = "veiligheidsspoor-verteld"
        case safetyShared = "veiligheidsspoor-gedeeld"
        case safetyHandedOver = "veiligheidsspoor-overgedragen"
        case safetyErased = "veiligheidsspoor-gewist"
        case spokenHeard = "opname-beluisterd"
        case spokenTypedOut = "opname-uitgetypt"
        case spokenRemoved = "opname-weg"
        case planAsleep = "plan-slaapt"
        case planTakenAlong = "plan-meegenomen"
        case erasureAsked = "wissen-gevraagd"
        case erasureWithdrawn = "wissen-ingetrokken"
        case householdErased = "huishouden-gewist"
        case householdRestored = "huishouden-teruggezet"
        case linkMailed = "link-gemaild"
        case newsMailed = "nieuws-gemaild"
        case linkUsed = "link-gebruikt"
        case attemptRefused = "poging-geweigerd"

        /// NEN 7513 EventActionCode.
        public var action: Action {
            switch self {
            case .planBegun, .questionAsked, .storyWritten, .domainTouched, .stepMade, .agreementGiven, .sharingAsked,
                .goalSet, .goalReworded, .goalMeasured, .sheetMade, .representationBegun, .conferenceCalled,
                .conferenceInvited,
                .conferenceWritten, .safetyOpened, .spokenTypedOut:
                .create
            case .questionRead, .planRead, .nameListed, .storyRead, .stepsRead, .tableRead, .codeRead,
                .journalRead, .goalsRead, .conferenceRead, .safetyRead, .spokenHeard:
                .read
            case .codeUsed, .attemptRefused, .planTakenAlong, .emergencyOpened, .linkMailed, .newsMailed, .linkUsed:
                .execute
            case .householdErased, .safetyErased, .spokenRemoved: .delete
            default: .update
            }
        }

        /// What a seat for the conference alone is good for (R-006).
        var isOfConference: Bool {
            switch self {
            case .conferenceRead, .conferenceCalled, .conferenceWanted, .conferenceDeclined, .conferencePrepared,
                .conferenceInvited, .conferenceMoved, .conferenceWritten, .conferencePresented, .conferenceConfirmed,
                .conferenceLookedBack, .conferenceStopped:
                true
            default: false
            }
        }

        /// Whether this is looking, not doing.
        public var isReading: Bool { action == .read }
    }

    public enum Action: String, Sendable {
        case create = "C"
        case read = "R"
        case update = "U"
        case delete = "D"
        case execute = "E"
    }

    public enum Outcome: String, Sendable {
        case done, refused
    }

    /// Why somebody may: her own plan, the owner's word, or the task of the team.
    public enum Ground: String, Sendable {
        case own = "eigen-plan"
        case ownersWord = "afspraak-eigen-netwerk"
        /// Wmo 2015, art. 2.3.2: the talk after a question.
        case wmo = "wmo"
        /// Somebody was in danger (R-129).
        case emergency = "noodtoegang"
        /// Somebody decides for the owner by law or by a court: BW 1:245, 1:441, 1:453; Jeugdwet, art. 7.3.4.
        case law = "wet-of-rechter"
        /// Besluit verplichte meldcode, art. 2: a worry about somebody's safety.
        case safety = "meldcode"
        /// The owner said it, and gave the code from her paper; somebody else wrote it down (R-131).
        case onPaper = "op-papier"
        /// Wmo 2015, art. 5.3.4 and 5.3.5; AVG art. 17: the term is over, or the owner asked.
        case retention = "bewaartermijn"
        /// Nothing: the attempt was refused.
        case none = "geen"
    }

    public enum Who: Hashable, Sendable {
        case owner(Person.ID)
        case guest(SharingAgreement.ID)
        case account(Account.ID)
        /// Nobody: the program itself.
        case system
    }

    public let household: Household.ID
    public let plan: Plan.ID
    public let at: Instant
    public let who: Who
    /// The name at that moment; `nil` for the owner, who knows who she is.
    public let name: String?
    public let role: Role
    public let event: Event
    public let ground: Ground
    public let outcome: Outcome
    public let origin: Origin

    public init(
        household: Household.ID, plan: Plan.ID, at: Instant, who: Who, name: String?, role: Role, event: Event,
        ground: Ground, outcome: Outcome, origin: Origin
    ) {
        self.household = household
        self.plan = plan
        self.at = at
        self.who = who
        self.name = name
        self.role = role
        self.event = event
        self.ground = ground
        self.outcome = outcome
        self.origin = origin
    }
}

extension JournalEntry {
    static func byOwner(_ owner: Person, _ event: Event, on plan: Plan, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .owner(owner.id), name: nil,
            role: .owner, event: event, ground: .own, outcome: .done, origin: occasion.origin)
    }

    static func byAccount(
        _ account: Account, _ event: Event, on plan: Plan, outcome: Outcome = .done, occasion: Occasion
    ) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .account(account.id),
            name: account.name, role: account.role, event: event, ground: outcome == .done ? .wmo : .none,
            outcome: outcome, origin: occasion.origin)
    }

    static func byGuest(
        _ name: String, _ agreement: SharingAgreement, _ event: Event, on plan: Plan, role: Role = .network,
        ground: Ground = .ownersWord, occasion: Occasion
    ) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .guest(agreement.id), name: name,
            role: role, event: event, ground: ground, outcome: .done, origin: occasion.origin)
    }

    /// What the owner answered on paper, by who wrote it down.
    static func byScribe(_ scribe: Account, _ event: Event, on plan: Plan, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .account(scribe.id), name: scribe.name,
            role: scribe.role, event: event, ground: .onPaper, outcome: .done, origin: occasion.origin)
    }

    static func inEmergency(_ account: Account, _ event: Event, on plan: Plan, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .account(account.id), name: account.name,
            role: account.role, event: event, ground: .emergency, outcome: .done, origin: occasion.origin)
    }

    static func bySystem(_ event: Event, on plan: Plan, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .system, name: nil, role: .system,
            event: event, ground: .retention, outcome: .done, origin: occasion.origin)
    }

    /// What the program mailed to the owner herself.
    static func byPost(_ event: Event, on plan: Plan, occasion: Occasion) -> JournalEntry {
        JournalEntry(
            household: plan.household, plan: plan.id, at: occasion.now, who: .system, name: nil, role: .system,
            event: event, ground: .own, outcome: .done, origin: occasion.origin)
    }

    static func from(_ seat: Seat, _ event: Event, occasion: Occasion) -> JournalEntry {
        switch seat.holder {
        case .owner(let id):
            JournalEntry(
                household: seat.plan.household, plan: seat.plan.id, at: occasion.now, who: .owner(id), name: nil,
                role: .owner, event: event, ground: .own, outcome: .done, origin: occasion.origin)
        case .guest(_, let name):
            byGuest(
                name, seat.agreements[0], event, on: seat.plan,
                role: seat.isRepresentative ? .representative : .network,
                ground: seat.represents.contains { $0.representation.kind.restsOnLaw } ? .law : .ownersWord,
                occasion: occasion)
        case .account(let account, _):
            seat.emergency == nil
                ? byAccount(account, event, on: seat.plan, occasion: occasion)
                : inEmergency(account, event, on: seat.plan, occasion: occasion)
        }
    }
}

public protocol JournalRecords {
    func append(_ entry: JournalEntry) throws
    /// The newest first, from just before row `before` of the household's chain. What an emergency of which the
    /// owner was not told yet left behind is not among them.
    func page(for seat: Seat, before: Int64?, limit: Int) throws -> [(row: Int64, entry: JournalEntry)]
}

/// "Wie heeft meegekeken": a page of the owner's journal, the newest first (R-008).
public struct JournalPage: Sendable {
    public let rows: [(row: Int64, entry: JournalEntry)]
    /// From where the next page goes on; `nil` on the last.
    public let next: Int64?

    public init(rows: [(row: Int64, entry: JournalEntry)], next: Int64?) {
        self.rows = rows
        self.next = next
    }
}

/// The owner reads her own journal; that too is a row in it.
public func readJournal(
    of plan: Plan.ID, before: Int64?, limit: Int = 100, on occasion: Occasion, records: some Records
) throws -> (seat: Seat, page: JournalPage) {
    let seat = try takeSeat(at: plan, to: .journalRead, on: occasion, records: records)
    try seat.requireOwner()
    let rows = try records.journal.page(for: seat, before: before, limit: limit + 1)
    let shown = Array(rows.prefix(limit))
    return (seat, JournalPage(rows: shown, next: rows.count > limit ? shown.last?.row : nil))
}
