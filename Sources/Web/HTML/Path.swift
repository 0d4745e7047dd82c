import Domain

/// An address within the house. Pages link through these alone, so a link that leads nowhere does not
/// compile.
public struct Path: Sendable, Hashable {
    public let text: String

    private init(_ text: String) { self.text = text }

    static let front = Path("/")
    static let code = Path("/code")
    static let login = Path("/inloggen")
    static let logout = Path("/uitloggen")
    static let today = Path("/vandaag")
    static let questions = Path("/vragen")
    static let plans = Path("/plannen")
    static let load = Path("/werkdruk")
    static let whoSeesWhat = Path("/wie-ziet-wat")
    static let register = Path("/veldregister")
    static let gallery = Path("/ontwerp")
    static let emergencies = Path("/noodtoegang")
    static let safety = Path("/veiligheid")
    static let links = Path("/links")
    static let erased = Path("/gewist")
    static let demo = Path("/demo")

    static func example(_ page: String, _ number: Int) -> Path { Path("/ontwerp/\(page)/\(number)") }

    static func area(_ area: Area) -> Path { Path("/wijken/\(area.slug)") }
    static func secondStep(_ area: Area) -> Path { Path("/wijken/\(area.slug)/vraag") }
    static func ask(_ area: Area) -> Path { Path("/wijken/\(area.slug)/vragen") }
    static func takePart(in area: Area) -> Path { Path("/wijken/\(area.slug)/meedoen") }
    static func close(_ opening: Opening, in area: Area) -> Path {
        Path("/wijken/\(area.slug)/meedoen/\(opening.id)/sluiting")
    }
    static func reopen(_ opening: Opening, in area: Area) -> Path {
        Path("/wijken/\(area.slug)/meedoen/\(opening.id)/heropening")
    }
    static func takePart(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/meedoen") }

    static func speaking(_ area: Area) -> Path { Path("/wijken/\(area.slug)/inspreken") }
    static func spoken(_ area: Area) -> Path { Path("/wijken/\(area.slug)/ingesproken") }
    static func spoken(_ message: SpokenMessage) -> Path { Path("/plannen/\(message.plan)/ingesproken/\(message.id)") }
    static func typedOut(_ message: SpokenMessage) -> Path {
        Path("/plannen/\(message.plan)/ingesproken/\(message.id)/uitgetypt")
    }
    static func removal(of message: SpokenMessage) -> Path {
        Path("/plannen/\(message.plan)/ingesproken/\(message.id)/verwijdering")
    }

    static func accept(_ question: Question.ID) -> Path { Path("/vragen/\(question)/aanname") }
    static func assign(_ question: Question.ID) -> Path { Path("/vragen/\(question)/toewijzing") }
    static func questions(after question: Question.ID) -> Path { Path("/vragen?na=\(question)") }
    static func plans(before agreement: SharingAgreement.ID) -> Path { Path("/plannen?voor=\(agreement)") }

    static func plan(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)") }
    static func planCode(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/code") }
    static func owner(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/eigenaar") }
    static func question(of plan: Plan.ID) -> Path { Path("/plannen/\(plan)/vraag") }
    static func withdrawal(of plan: Plan.ID) -> Path { Path("/plannen/\(plan)/vraag/intrekking") }
    static func story(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/verhaal") }
    static func stories(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/verhalen") }
    static func confirmation(_ plan: Plan.ID, of note: Story.ID) -> Path {
        Path("/plannen/\(plan)/verhalen/\(note)/bevestiging")
    }
    static func domains(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/onderwerpen") }
    static func steps(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/stappen") }
    static func move(_ step: Step, _ move: StepMove) -> Path {
        Path("/plannen/\(step.plan)/stappen/\(step.id)/\(move.noun)")
    }
    static func ways(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/verder") }
    static func move(_ plan: Plan.ID, _ move: PlanMove) -> Path { Path("/plannen/\(plan)/\(move.noun)") }
    static func leave(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/meenemen") }
    static func paper(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/papier") }
    static func file(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/bestand") }
    static func erasure(of plan: Plan.ID) -> Path { Path("/plannen/\(plan)/wissing") }
    static func erasureWithdrawal(of plan: Plan.ID) -> Path { Path("/plannen/\(plan)/wissing/intrekking") }
    static func goals(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/doelen") }
    static func goal(_ plan: Plan.ID, _ goal: Goal.ID) -> Path { Path("/plannen/\(plan)/doelen/\(goal)") }
    static func goal(_ plan: Plan.ID, _ goal: Goal.ID, _ state: Goal.State) -> Path {
        Path("/plannen/\(plan)/doelen/\(goal)/\(state.noun)")
    }
    static func wordings(_ plan: Plan.ID, _ goal: Goal.ID) -> Path { Path("/plannen/\(plan)/doelen/\(goal)/teksten") }
    static func measurements(_ plan: Plan.ID, _ goal: Goal.ID) -> Path {
        Path("/plannen/\(plan)/doelen/\(goal)/metingen")
    }
    static func answer(_ answer: ProposalAnswer, to text: GoalText.ID, of goal: Goal.ID, _ plan: Plan.ID) -> Path {
        Path("/plannen/\(plan)/doelen/\(goal)/teksten/\(text)/\(answer.noun)")
    }
    static func sheet(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/blad") }
    static func sheets(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/bladen") }
    static func sheet(_ plan: Plan.ID, _ sheet: Sheet.ID) -> Path { Path("/plannen/\(plan)/bladen/\(sheet)") }
    static func sheetConfirmation(_ plan: Plan.ID, _ sheet: Sheet.ID) -> Path {
        Path("/plannen/\(plan)/bladen/\(sheet)/bevestiging")
    }
    static func emergency(_ access: EmergencyAccess.ID, _ deed: String) -> Path {
        Path("/noodtoegang/\(access)/\(deed)")
    }
    static func conference(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/conferentie") }
    static func conference(_ plan: Plan.ID, _ deed: ConferenceDeed) -> Path {
        Path("/plannen/\(plan)/conferentie/\(deed.rawValue)")
    }
    static func move(_ conference: Conference, _ move: ConferenceMove) -> Path {
        Path("/plannen/\(conference.plan)/conferentie/\(move.noun)")
    }
    static func drop(_ step: ConferenceStep.ID, at plan: Plan.ID) -> Path {
        Path("/plannen/\(plan)/conferentie/stappen/\(step)/verval")
    }
    static func safety(at plan: Plan.ID) -> Path { Path("/plannen/\(plan)/veiligheid") }
    static func safetyTracks(at plan: Plan.ID) -> Path { Path("/plannen/\(plan)/veiligheidssporen") }
    static func track(_ track: SafetyTrack.ID) -> Path { Path("/veiligheidssporen/\(track)") }
    static func track(_ track: SafetyTrack.ID, _ deed: String) -> Path { Path("/veiligheidssporen/\(track)/\(deed)") }
    static func otherContact(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/andere-contactpersoon") }
    static func seen(_ notice: Notice.ID) -> Path { Path("/berichten/\(notice)/gezien") }
    static func successor(_ notice: Notice.ID) -> Path { Path("/berichten/\(notice)/opvolger") }
    static func table(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/tafel") }
    static func tie(_ plan: Plan.ID, _ tie: NetworkTie.ID) -> Path { Path("/plannen/\(plan)/naasten/\(tie)") }
    static func move(_ tie: NetworkTie, _ move: TieMove) -> Path {
        Path("/plannen/\(tie.plan)/naasten/\(tie.id)/\(move.noun)")
    }
    static func authorization(_ tie: NetworkTie) -> Path { Path("/plannen/\(tie.plan)/naasten/\(tie.id)/machtiging") }
    static func representation(_ tie: NetworkTie) -> Path {
        Path("/plannen/\(tie.plan)/naasten/\(tie.id)/vertegenwoordiging")
    }
    static func ending(_ made: Representation) -> Path {
        Path("/plannen/\(made.plan)/vertegenwoordigingen/\(made.id)/beeindiging")
    }
    static func representing(_ plan: Plan.ID, _ tie: NetworkTie.ID) -> Path {
        Path("/plannen/\(plan)/naasten/\(tie)#meebeslissen")
    }
    static func limit(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/volhouden") }
    static func giving(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/wederkerigheid") }
    static func newAgreement(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/deelafspraken/nieuw") }
    static func newAgreement(_ plan: Plan.ID, tie: NetworkTie.ID) -> Path {
        Path("/plannen/\(plan)/deelafspraken/nieuw?naaste=\(tie)")
    }
    static func agreements(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/deelafspraken") }
    static func ending(_ plan: Plan.ID, of agreement: SharingAgreement.ID) -> Path {
        Path("/plannen/\(plan)/deelafspraken/\(agreement)/beeindiging")
    }
    static func newLink(_ plan: Plan.ID, of agreement: SharingAgreement.ID) -> Path {
        Path("/plannen/\(plan)/deelafspraken/\(agreement)/link")
    }
    static func newRequest(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/verzoeken/nieuw") }
    static func requests(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/verzoeken") }
    static func answer(_ answer: RequestAnswer, to request: SharingRequest.ID, at plan: Plan.ID) -> Path {
        Path("/plannen/\(plan)/verzoeken/\(request)/\(answer.noun)")
    }
    static func looked(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/inzagen") }
    static func looked(_ plan: Plan.ID, before row: Int64) -> Path { Path("/plannen/\(plan)/inzagen?voor=\(row)") }

    static func link(_ secret: ReturnLink.Secret) -> Path { Path("/links/\(secret.text)") }
    static func opening(_ secret: ReturnLink.Secret) -> Path { Path("/links/\(secret.text)/opening") }
    static func mail(_ plan: Plan.ID) -> Path { Path("/plannen/\(plan)/mail") }
    static func invitation(_ secret: LinkSecret) -> Path { Path("/uitnodigingen/\(secret.text)") }
    static func claim(_ secret: LinkSecret) -> Path { Path("/uitnodigingen/\(secret.text)/aanname") }
    static func photo(_ account: Account.ID) -> Path { Path("/medewerkers/\(account)/foto") }
    static func demo(_ person: DemoPerson.ID) -> Path { Path("/demo/\(person)") }
    static func asset(_ name: String, version: String) -> Path { Path("/publiek/\(name)?v=\(version)") }
    /// - Parameter encoded: where to go back to, percent-encoded.
    static func language(_ language: Language, backTo encoded: String) -> Path {
        Path("/taal/\(language.rawValue)?terug=\(encoded)")
    }

    /// A telephone number as a link; only what can stand in one is kept.
    static func call(_ phone: String) -> Path {
        let kept = phone.utf8.filter { (48...57).contains($0) || $0 == UInt8(ascii: "+") }
        return Path("tel:" + String(decoding: kept, as: UTF8.self))
    }

    /// - Returns: a path within the house from what a visitor sent, and nothing that leads elsewhere.
    static func back(_ raw: String?) -> Path {
        guard let raw, raw.hasPrefix("/"), !raw.hasPrefix("//"), !raw.contains("\\"), raw.count < 500,
            raw.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return .front }
        return Path(raw)
    }
}

extension StepMove {
    /// The deed as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .tick: "afronding"
        case .fail: "mislukking"
        case .agree: "afspraak"
        case .talk: "gesprek"
        case .decline: "afwijzing"
        case .withdraw: "intrekking"
        case .resume: "hervatting"
        case .drop: "verval"
        case .lookBack: "terugblik"
        }
    }
}

extension ProposalAnswer {
    /// The answer as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .accept: "aanname"
        case .talk: "gesprek"
        case .decline: "afwijzing"
        case .withdraw: "intrekking"
        }
    }
}

extension RequestAnswer {
    /// The answer as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .give: "toestemming"
        case .refuse: "weigering"
        case .withdraw: "intrekking"
        }
    }
}

extension Goal.State {
    /// What leads to it as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .open: "heropening"
        case .reached: "bereikt"
        case .letGo: "losgelaten"
        }
    }
}

extension TieMove {
    /// The deed as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .caution: "voorzichtigheid"
        case .trust: "vertrouwen"
        case .leave: "vertrek"
        case .comeBack: "terugkeer"
        }
    }
}

/// What is done at a conference besides moving it, as it stands in the address.
enum ConferenceDeed: String {
    case arrangement = "afspraak"
    case coordinator
    case guests = "genodigden"
    case notes = "notities"
    case plan
    case steps = "stappen"
    case safety = "veiligheid"
    case confirmation = "bevestiging"
    case lookBack = "terugblik"
}

extension ConferenceMove {
    /// The deed as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .want: "wens"
        case .decline: "afwijzing"
        case .prepare: "voorbereiding"
        case .inform: "informatie"
        case .close: "besloten"
        case .present: "presentatie"
        case .stop: "beeindiging"
        }
    }
}

extension PlanMove {
    /// The deed as a noun, as it stands in the address.
    var noun: String {
        switch self {
        case .keepWarm: "waakvlam"
        case .roundOff: "afronding"
        case .reopen: "heropening"
        case .pause: "pauze"
        case .resume: "hervatting"
        case .stop: "beeindiging"
        }
    }
}

extension String {
    /// For use inside a query string.
    var percentEncoded: String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(utf8.count + 16)
        for byte in utf8 {
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46 || byte == 95 || byte == 126
            if isPlain {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), Self.hexDigit(byte >> 4), Self.hexDigit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func hexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
