import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// Every operation of the API, against everybody of the access table (`domain.md` §5).
@Suite struct APIPermissionTests {
    struct Row: Sendable {
        let operation: String
        let path: @Sendable (World) -> String
        var body: (@Sendable (World) -> JSONValue)?
        var allowed: Set<Persona> = []
        var ok = 200
        var exceptions: [Persona: Int] = [:]
        /// What somebody gets who has a token and no business here.
        var otherwise: @Sendable (Persona) -> Int = { Persona.noRoad.contains($0) ? 403 : 404 }
        var firstComeFirstServed = false
        /// Which of those who decide for the owner do here what she does; for the rest they are guests.
        var deciding: Set<Persona> = []
        /// Fields of a form with a recording in it, instead of a body in JSON.
        var upload: [String: String]?

        func expected(_ persona: Persona) -> Int {
            if let exception = exceptions[persona] { return exception }
            if deciding.contains(persona) { return expected(.owner) }
            if !allowed.contains(persona) {
                if persona == .representative { return expected(.guestOfPlan) }
                if persona == .administrator { return expected(isAboutPlan ? .specialistOfPart : .guestOfStep) }
            }
            if allowed.contains(persona) { return ok }
            return persona == .visitor ? 401 : otherwise(persona)
        }

        private var isAboutPlan: Bool {
            OpenAPI.operations.first { $0.name == operation }?.path.hasPrefix("/plannen/{plan}") ?? false
        }
    }

    static let table = PermissionMatrixTests.table
    static let decides: Set<Persona> = [.representative]
    static let whole = PermissionMatrixTests.whole
    static let onlyOwner = PermissionMatrixTests.onlyOwner
    static let everybody = Set(Persona.allCases)
    static let withToken = everybody.subtracting([.visitor])
    static let notForParts: [Persona: Int] = [
        .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409,
    ]
    static let partsApart: [Persona: Int] = [.guestOfStep: 404, .specialistOfPart: 404, .providerOfStep: 404]
    static let forbidden: @Sendable (Persona) -> Int = { _ in 403 }
    static let hidden: @Sendable (Persona) -> Int = { _ in 404 }

    static func at(_ place: String) -> @Sendable (World) -> String { { "/plannen/\($0.plan)\(place)" } }

    static let rows: [Row] =
        openRows + spokenRows + planRows + tableRows + teamRows + stepRows + wayRows + goalRows + sheetRows
        + emergencyRows
        + safetyRows + networkRows + representingRows + takePartRows + requestRows + conferenceRows

    static let openRows: [Row] = [
        Row(operation: "leesWijken", path: { _ in "/wijken" }, allowed: everybody),
        Row(operation: "leesWijk", path: { _ in "/wijken/oosterhof" }, allowed: everybody),
        Row(operation: "leesVeldregister", path: { _ in "/veldregister" }, allowed: everybody),
        Row(operation: "leesBeschrijving", path: { _ in "/openapi.json" }, allowed: everybody),
        Row(
            operation: "stelVraag", path: { _ in "/vragen" },
            body: { _ in ["wijk": "oosterhof", "zin": "x", "bereik": "06"] }, allowed: everybody, ok: 201,
            exceptions: [.owner: 409, .otherOwner: 409]),
        Row(
            operation: "beginSessie", path: { _ in "/sessies" },
            body: { _ in ["naam": "contact", "wachtwoord": "geheim"] }, allowed: everybody, ok: 201),
        Row(
            operation: "vraagLink", path: { _ in "/links" }, body: { _ in ["adres": "samira@voorbeeld.nl"] },
            allowed: everybody, ok: 204),
        Row(
            operation: "leesUitnodiging", path: { _ in "/uitnodigingen/_zoek" },
            body: { ["geheim": .text($0.freshLink.text)] }, allowed: everybody),
        Row(
            operation: "neemUitnodigingAan", path: { _ in "/uitnodigingen/aanname" },
            body: { ["geheim": .text($0.freshLink.text)] }, allowed: [.visitor], ok: 201, otherwise: { _ in 409 },
            firstComeFirstServed: true),
        Row(operation: "leesSessie", path: { _ in "/sessies/huidige" }, allowed: withToken),
        Row(operation: "eindigSessie", path: { _ in "/sessies/huidige" }, allowed: withToken, ok: 204),
    ]

    static let spokenRows: [Row] = [
        Row(
            operation: "spreekVraagIn", path: { _ in "/vragen/ingesproken" }, allowed: everybody, ok: 201,
            exceptions: [.owner: 409, .otherOwner: 409], upload: ["wijk": "oosterhof", "bereik": "06"]),
        Row(
            operation: "hoorOpname", path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)" },
            allowed: [.owner, .contact]),
        Row(
            operation: "typOpnameUit", path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)/uitgetypt" },
            body: { _ in ["tekst": "Donderdag komt hij."] }, allowed: [.contact], ok: 201, exceptions: [.owner: 409]),
        Row(
            operation: "gooiOpnameWeg", path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)" }, allowed: [.owner],
            ok: 204, exceptions: [.contact: 409]),
    ]

    static let planRows: [Row] = [
        Row(operation: "leesPlan", path: at(""), allowed: table),
        Row(operation: "leesVerhalen", path: at("/verhalen"), allowed: table),
        Row(operation: "leesOnderwerpen", path: at("/onderwerpen"), allowed: table),
        Row(operation: "leesStappen", path: at("/stappen"), allowed: table),
        Row(operation: "leesVerhaal", path: { "/plannen/\($0.plan)/verhalen/\($0.note)" }, allowed: whole),
        Row(
            operation: "leesOnderwerp", path: { "/plannen/\($0.plan)/onderwerpen/\($0.money)" },
            allowed: whole.union([.specialistOfPart])),
        Row(
            operation: "leesStap", path: { "/plannen/\($0.plan)/stappen/\($0.tieStep)" },
            allowed: whole.union([.guestOfStep, .providerOfStep])),
        Row(operation: "leesCode", path: at("/code"), allowed: [.owner]),
        Row(operation: "leesMailkeuze", path: at("/mail"), allowed: [.owner]),
        Row(operation: "kiesMail", path: at("/mail"), body: { _ in ["aan": false] }, allowed: [.owner], ok: 204),
        Row(operation: "leesInzagen", path: at("/inzagen"), allowed: [.owner]),
        Row(
            operation: "bewaarEigenaar", path: at("/eigenaar"), body: { _ in ["naam": "Samira"] }, allowed: [.owner],
            ok: 204),
        Row(operation: "legVraagVoor", path: at("/vraag"), body: { _ in ["bereik": "06"] }, exceptions: [.owner: 409]),
        Row(operation: "trekVraagIn", path: at("/vraag/intrekking"), exceptions: [.owner: 409]),
        Row(
            operation: "schrijfVerhaal", path: at("/verhalen"), body: { _ in ["tekst": "Beter."] },
            allowed: [.owner, .contact, .guestOfPlan], ok: 201, exceptions: notForParts),
        Row(
            operation: "bevestigVerhaal", path: { "/plannen/\($0.plan)/verhalen/\($0.note)/bevestiging" },
            body: { _ in ["tekst": "Klopt."] }, allowed: [.owner], ok: 204,
            exceptions: onlyOwner.merging([.administrator: 404]) { $1 }, deciding: decides),
        Row(
            operation: "noemOnderwerp", path: at("/onderwerpen"), body: { _ in ["naam": "slapen"] },
            exceptions: notForParts.merging([.guestOfPlan: 201, .contact: 409, .owner: 409, .representative: 409]) {
                $1
            },
            firstComeFirstServed: true),
        Row(
            operation: "maakStap", path: at("/stappen"),
            body: { _ in ["tekst": "Wandelen", "drager": ["soort": "eigenaar"]] }, allowed: [.owner, .contact], ok: 201,
            exceptions: notForParts.merging([.guestOfPlan: 409]) { $1 }, deciding: decides),
    ]

    static let tableRows: [Row] = [
        Row(operation: "leesTafel", path: at("/tafel"), allowed: whole),
        Row(
            operation: "leesDeelafspraak", path: { "/plannen/\($0.plan)/deelafspraken/\($0.guestAgreement)" },
            allowed: whole, exceptions: partsApart),
        Row(
            operation: "nodigUit", path: at("/deelafspraken"),
            body: { _ in
                [
                    "gast": ["soort": "nieuw", "naam": "Buurvrouw"],
                    "toegang": ["deel": ["soort": "plan"], "niveau": "meelezen", "tot": "2025-05-01"],
                ]
            },
            allowed: [.owner], ok: 201, exceptions: onlyOwner, deciding: decides),
        Row(
            operation: "beeindigDeelafspraak",
            path: { "/plannen/\($0.plan)/deelafspraken/\($0.guestAgreement)/beeindiging" }, allowed: [.owner], ok: 204,
            exceptions: onlyOwner, deciding: decides),
        Row(
            operation: "vernieuwLink", path: { "/plannen/\($0.plan)/deelafspraken/\($0.guestAgreement)/link" },
            allowed: [.owner], ok: 201, exceptions: onlyOwner, deciding: decides),
    ]

    static let teamRows: [Row] = [
        Row(
            operation: "leesWachtendeVragen", path: { _ in "/vragen" },
            allowed: [.contact, .generalist, .specialist, .specialistOfPart, .teamLead, .otherTeamLead],
            otherwise: forbidden),
        Row(
            operation: "leesPlannen", path: { _ in "/plannen" },
            allowed: [
                .contact, .generalist, .specialist, .specialistOfPart, .provider, .providerOfStep, .owner, .otherOwner,
                .guestOfPlan, .guestOfStep, .guestReading, .guestOfConference, .coordinator,
            ],
            otherwise: forbidden),
        Row(
            operation: "leesWerkdruk", path: { _ in "/werkdruk" }, allowed: [.teamLead, .otherTeamLead],
            otherwise: forbidden),
        Row(
            operation: "neemVraagAan", path: { "/vragen/\($0.waitingQuestion)/aanname" }, allowed: [.contact],
            exceptions: [.generalist: 409, .specialist: 409, .specialistOfPart: 409], otherwise: hidden,
            firstComeFirstServed: true),
        Row(
            operation: "wijsVraagToe", path: { "/vragen/\($0.waitingQuestion)/toewijzing" },
            body: { ["medewerker": .text($0.accounts[.generalist]?.id.text ?? "")] }, allowed: [.teamLead], ok: 204,
            otherwise: hidden),
    ]

    static let goalRows: [Row] =
        [
            Row(operation: "leesDoelen", path: at("/doelen"), allowed: table),
            Row(operation: "leesDoel", path: { "/plannen/\($0.plan)/doelen/\($0.goal)" }, allowed: whole),
            Row(
                operation: "maakDoel", path: at("/doelen"), body: { _ in ["tekst": "Rust in huis."] },
                allowed: [.owner, .contact], ok: 201,
                exceptions: [
                    .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409,
                    .providerOfStep: 409,
                ]),
            Row(
                operation: "verwoordDoel", path: { "/plannen/\($0.plan)/doelen/\($0.goal)/teksten" },
                body: { _ in ["tekst": "Slapen."] }, allowed: [.owner, .contact], ok: 201,
                exceptions: [.guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .administrator: 409]),
            Row(
                operation: "meetDoel", path: { "/plannen/\($0.plan)/doelen/\($0.goal)/metingen" },
                body: { _ in ["stand": 4] }, allowed: [.owner], ok: 201, exceptions: onlyOwner),
            answering("bespreekVoorstel", .talk, allowed: [.owner]),
            answering("neemVoorstelAan", .accept, allowed: [.owner]),
            answering("wijsVoorstelAf", .decline, allowed: [.owner]),
            answering("trekVoorstelIn", .withdraw, allowed: [.contact]),
        ]
        + [(Goal.State.reached, "bereikDoel"), (.letGo, "laatDoelLos"), (.open, "heropenDoel")].map { state, name in
            Row(
                operation: name, path: { "/plannen/\($0.plan)/doelen/\($0.goal)/\(state.noun)" }, allowed: [.owner],
                ok: 204, exceptions: onlyOwner)
        }

    static let sheetRows: [Row] = [
        Row(operation: "leesBlad", path: { "/plannen/\($0.plan)/bladen/\($0.sheet)" }, allowed: [.contact]),
        Row(
            operation: "vulBladIn", path: { "/plannen/\($0.plan)/bladen/\($0.sheet)/bevestiging" },
            body: { _ in ["code": "000 000"] }, allowed: [], exceptions: [.contact: 409]),
        Row(operation: "maakBlad", path: at("/bladen"), allowed: [.contact], ok: 201),
    ]

    static let networkRows: [Row] =
        TieMove.allCases.map { move in
            let names: [TieMove: String] = [
                .caution: "houdNaasteBuiten", .trust: "betrekNaasteWeer", .leave: "naasteWeg", .comeBack: "naasteTerug",
            ]
            return Row(
                operation: names[move] ?? "", path: { "/plannen/\($0.plan)/naasten/\($0.tie)/\(move.noun)" },
                body: { _ in ["tekst": "Dat is beter."] }, allowed: [.owner, .contact], ok: 204,
                exceptions: PermissionMatrixTests.notTending)
        } + [
            Row(
                operation: "vertelVolhouden", path: at("/volhouden"), body: { _ in ["tekst": "Eén dag in de week."] },
                allowed: [.guestOfPlan, .guestReading, .guestOfStep, .administrator], ok: 204,
                exceptions: [.owner: 409, .contact: 409, .specialistOfPart: 409, .providerOfStep: 409]),
            Row(
                operation: "vertelWederkerigheid", path: at("/wederkerigheid"),
                body: { _ in ["tekst": "Ik kan koken."] }, allowed: [.owner], ok: 204),
        ]

    static let takePartRows: [Row] = [
        Row(operation: "leesPlekken", path: { _ in "/wijken/oosterhof/meedoen" }, allowed: everybody),
        Row(operation: "leesPlek", path: { "/wijken/oosterhof/meedoen/\($0.opening)" }, allowed: everybody),
        Row(
            operation: "voegPlekToe", path: { _ in "/wijken/oosterhof/meedoen" },
            body: { _ in
                [
                    "soort": "leerwerkplek", "wat": "Fietsen maken", "wanneer": "maandag", "waar": "De Fietskelder",
                    "bellen": ["naam": "De Fietskelder", "nummer": "0123 45 67 64"], "tot": "2025-05-01",
                ]
            },
            allowed: PermissionMatrixTests.tenders, ok: 201, otherwise: forbidden),
        Row(
            operation: "sluitPlek", path: { "/wijken/oosterhof/meedoen/\($0.opening)/sluiting" },
            allowed: PermissionMatrixTests.tenders, ok: 204, otherwise: forbidden),
        Row(
            operation: "heropenPlek", path: { "/wijken/oosterhof/meedoen/\($0.opening)/heropening" },
            body: { _ in ["tot": "2025-05-01"] }, allowed: PermissionMatrixTests.tenders, ok: 204,
            otherwise: forbidden),
        Row(
            operation: "leesKeuzeUitPlekken", path: at("/meedoen"), allowed: [.owner, .contact, .specialistOfPart],
            exceptions: [
                .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .providerOfStep: 409, .administrator: 409,
            ]),
        Row(
            operation: "doeMee", path: at("/meedoen"), body: { ["plek": .text($0.opening.text)] },
            allowed: [.owner, .contact], ok: 201, exceptions: notForParts.merging([.guestOfPlan: 409]) { $1 }),
    ]

    static let representingRows: [Row] = [
        Row(operation: "leesVertegenwoordigingen", path: at("/vertegenwoordigingen"), allowed: table),
        Row(
            operation: "kiesVertegenwoordiger", path: { "/plannen/\($0.plan)/naasten/\($0.tie)/machtiging" },
            body: { _ in ["deel": ["soort": "plan"], "tot": "2025-04-15"] }, allowed: [.owner], ok: 204,
            exceptions: onlyOwner),
        Row(
            operation: "legVertegenwoordigerVast",
            path: { "/plannen/\($0.plan)/naasten/\($0.tie)/vertegenwoordiging" },
            body: { _ in ["soort": "mentor", "deel": ["soort": "plan"], "tot": "2025-04-15", "stuk": "beschikking"] },
            allowed: [.contact], ok: 204,
            exceptions: [
                .owner: 409, .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409,
                .providerOfStep: 409,
            ]),
        Row(
            operation: "beeindigVertegenwoordiging",
            path: { "/plannen/\($0.plan)/vertegenwoordigingen/\($0.representation)/beeindiging" },
            allowed: [.owner, .representative], ok: 204, exceptions: PermissionMatrixTests.notEnding),
    ]

    static let requestRows: [Row] =
        [
            Row(
                operation: "leesVerzoeken", path: at("/verzoeken"), allowed: [.owner, .contact], deciding: decides),
            Row(
                operation: "leesVerzoek", path: { "/plannen/\($0.plan)/verzoeken/\($0.request)" },
                allowed: [.owner, .contact], deciding: decides),
            Row(
                operation: "vraagMeekijken", path: at("/verzoeken"),
                body: {
                    [
                        "medewerker": .text($0.accounts[.specialist]?.id.text ?? ""), "deel": ["soort": "plan"],
                        "tot": "2025-05-01", "reden": "Schulden.",
                    ]
                },
                allowed: [.contact], ok: 201, exceptions: PermissionMatrixTests.notAsking),
        ]
        + [("geefToestemming", RequestAnswer.give), ("weigerVerzoek", .refuse), ("trekVerzoekIn", .withdraw)].map {
            name, answer in
            let (may, mayNot): (Persona, Persona) = answer == .withdraw ? (.contact, .owner) : (.owner, .contact)
            return Row(
                operation: name, path: { "/plannen/\($0.plan)/verzoeken/\($0.request)/\(answer.noun)" },
                allowed: [may], ok: 204, exceptions: [mayNot: 409], deciding: decides)
        }

    static let emergencyRows: [Row] = [
        Row(
            operation: "leesNoodtoegangen", path: { _ in "/noodtoegang" },
            allowed: PermissionMatrixTests.breakers.union([.privacyOfficer]), otherwise: forbidden),
        Row(
            operation: "openInNood", path: { _ in "/noodtoegang" },
            body: { _ in ["bereik": "06 99 99 99 99", "reden": "Gevaar.", "uren": 1] },
            exceptions: [.contact: 404, .generalist: 404, .specialist: 404, .specialistOfPart: 404],
            otherwise: forbidden),
        Row(
            operation: "sluitNood", path: { "/noodtoegang/\($0.emergency)/einde" }, allowed: [.generalist], ok: 204,
            otherwise: hidden),
        Row(
            operation: "vertelNood", path: { "/noodtoegang/\($0.emergency)/melding" }, allowed: [.privacyOfficer],
            ok: 204, otherwise: forbidden),
        Row(
            operation: "beoordeelNood", path: { "/noodtoegang/\($0.emergency)/beoordeling" },
            body: { _ in ["bevinding": "terecht"] }, allowed: [.privacyOfficer], ok: 204, otherwise: forbidden),
    ]

    static func safety(
        _ operation: String, _ place: String, _ body: JSONValue?, allowed: Set<Persona> = [.contact],
        exceptions: [Persona: Int] = PermissionMatrixTests.readingAlong
    ) -> Row {
        var row = Row(
            operation: operation, path: PermissionMatrixTests.track(place), allowed: allowed, ok: 204,
            exceptions: exceptions)
        if let body { row.body = { _ in body } }
        return row
    }

    static func colleague(_ world: World) -> JSONValue {
        ["medewerker": .text(world.accounts[.generalist]?.id.text ?? "")]
    }

    static let safetyRows: [Row] = [
        Row(
            operation: "leesVeiligheidssporen", path: { _ in "/veiligheidssporen" },
            allowed: [.contact, .generalist, .specialist, .specialistOfPart, .provider, .providerOfStep],
            otherwise: forbidden),
        Row(
            operation: "beginVeiligheidsspoor", path: at("/veiligheidssporen"),
            body: { _ in ["over": "Noor", "signalen": "Een blauwe plek.", "stilte": "Eerst overleg."] },
            allowed: [.providerOfStep], ok: 201,
            exceptions: [.contact: 409, .specialistOfPart: 409, .administrator: 404]),
        Row(
            operation: "leesVeiligheidsspoor", path: PermissionMatrixTests.track(""), allowed: [.contact, .specialist]),
        safety(
            "vulVeiligheidsspoorAan", "/aanvulling", ["tekst": "Nog een plek."], allowed: [.contact, .specialist],
            exceptions: [:]),
        safety("vertelVeiligheid", "/vertelling", ["tekst": "Ik maak me zorgen."]),
        safety("haastVeiligheidsspoor", "/spoed", ["tekst": "Het kan niet wachten."]),
        safety("rondMeldstapAf", "/stappen/overleg/afronding", ["tekst": "Praat met haar.", "gevaar": "Nee."]),
        safety("slaMeldstapOver", "/stappen/overleg/weglating", ["tekst": "Er is geen tijd."]),
        Row(
            operation: "beslisVeiligheidsspoor", path: { "/veiligheidssporen/\($0.trackToDecide)/besluit" },
            body: { _ in ["besluit": "melding", "tekst": "Het is niet veilig."] }, allowed: [.specialistOfPart],
            ok: 204),
        Row(
            operation: "deelVeiligheidsspoor", path: PermissionMatrixTests.track("/meelezers"), body: colleague,
            allowed: [.contact], ok: 204, exceptions: PermissionMatrixTests.readingAlong),
        Row(
            operation: "beeindigMeelezen",
            path: {
                "/veiligheidssporen/\($0.track)/meelezers/\($0.accounts[.specialist]?.id.text ?? "")/beeindiging"
            }, allowed: [.contact], ok: 204, exceptions: PermissionMatrixTests.readingAlong),
        Row(
            operation: "draagVeiligheidsspoorOver", path: PermissionMatrixTests.track("/overdracht"), body: colleague,
            allowed: [.contact], ok: 204, exceptions: PermissionMatrixTests.readingAlong),
    ]

    /// Who is at the table for the whole plan and may not answer so, hears why.
    static func answering(_ operation: String, _ answer: ProposalAnswer, allowed: Set<Persona>) -> Row {
        let others: [Persona: Int] = [.owner: 409, .contact: 409, .guestOfPlan: 409, .guestReading: 409]
        return Row(
            operation: operation,
            path: { "/plannen/\($0.plan)/doelen/\($0.goal)/teksten/\($0.wording)/\(answer.noun)" }, allowed: allowed,
            ok: 204, exceptions: others.filter { !allowed.contains($0.key) },
            deciding: answer == .withdraw ? [] : decides)
    }

    static let stepRows: [Row] = [
        step(
            "rondStapAf", "afronding", { $0.tieStep }, [.owner, .guestOfPlan],
            [.guestReading: 409, .contact: 409, .guestOfStep: 409, .providerOfStep: 409, .representative: 409]),
        step(
            "meldMislukking", "mislukking", { $0.contactStep }, [.contact],
            [.owner: 409, .guestOfPlan: 409, .guestReading: 409], []),
        step(
            "hervatStap", "hervatting", { $0.moneyStep }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409, .specialistOfPart: 409],
            [.representative, .administrator]),
        step(
            "spreekStapAf", "afspraak", { $0.proposal }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        step(
            "wijsStapAf", "afwijzing", { $0.proposal }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        step(
            "bespreekStap", "gesprek", { $0.proposal }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        step(
            "trekStapIn", "intrekking", { $0.proposal }, [.contact],
            [.guestOfPlan: 409, .guestReading: 409, .owner: 409]),
        step(
            "kijkTerug", "terugblik", { $0.holdingBack }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        step(
            "laatStapVervallen", "verval", { $0.ownerStep }, [.owner],
            [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
    ]

    static let wayRows: [Row] =
        PlanMove.allCases.map(way) + [
            Row(
                operation: "vraagAndereContactpersoon", path: at("/andere-contactpersoon"), allowed: [.owner], ok: 204,
                exceptions: onlyOwner, deciding: decides),
            Row(operation: "neemPlanMee", path: at("/bestand"), allowed: [.owner]),
            Row(
                operation: "wisPlan", path: at("/wissing"), body: { _ in ["wanneer": "nu"] }, allowed: [.owner],
                ok: 204, exceptions: onlyOwner),
            Row(
                operation: "bewaarPlanToch", path: at("/wissing/intrekking"), allowed: [.owner], ok: 204,
                exceptions: onlyOwner),
            Row(
                operation: "leesBerichten", path: { _ in "/berichten" }, allowed: Persona.withAccount,
                otherwise: forbidden),
            Row(
                operation: "zieBericht", path: { "/berichten/\($0.notice)/gezien" }, allowed: [.contact], ok: 204,
                otherwise: hidden),
            Row(
                operation: "kiesOpvolger", path: { "/berichten/\($0.noticeForLead)/opvolger" },
                body: { ["medewerker": .text($0.accounts[.generalist]?.id.text ?? "")] }, allowed: [.teamLead], ok: 204,
                otherwise: hidden),
        ]

    static func way(_ move: PlanMove) -> Row {
        let operation = OpenAPI.operations.first { $0.path == "/plannen/{plan}/\(move.noun)" }?.name ?? move.noun
        return Row(
            operation: operation, path: at("/\(move.noun)"), body: { _ in [:] }, allowed: [.owner], ok: 204,
            exceptions: onlyOwner, deciding: move == .stop ? [] : decides)
    }

    static func step(
        _ operation: String, _ noun: String, _ step: @escaping @Sendable (World) -> Step.ID, _ allowed: Set<Persona>,
        _ exceptions: [Persona: Int], _ deciding: Set<Persona> = decides
    ) -> Row {
        Row(
            operation: operation, path: { "/plannen/\($0.plan)/stappen/\(step($0))/\(noun)" }, allowed: allowed,
            exceptions: exceptions, deciding: deciding)
    }

    @Test func `no operation is missing from the matrix of the API`() {
        #expect(Set(Self.rows.map(\.operation)) == Set(OpenAPI.operations.map(\.name)))
    }

    @Test func `every operation lets in whom it should and nobody else`() async throws {
        let original = try await TestHouse()
        let world = try await World.make(in: original)
        await original.store.close()
        for row in Self.rows {
            let operation = try #require(OpenAPI.operations.first { $0.name == row.operation })
            let test = try await TestHouse(copying: original.folder)
            try await test.application.test(.router) { client in
                let welcome = Persona.allCases.filter { row.expected($0) < 400 }
                let others = Persona.allCases.filter { row.expected($0) >= 400 }
                for persona in row.firstComeFirstServed ? welcome + others : others + welcome {
                    test.clock.advance(minutes: 1)  // so that the limits on tries don't speak
                    let api = APIClient(client, token: world.tokens[persona]?.text)
                    let answer: APIClient.Reply
                    if let upload = row.upload {
                        answer = try await api.upload(row.path(world), upload, recording: World.sound)
                    } else {
                        answer = try await api.send(operation.method, row.path(world), row.body?(world))
                    }
                    #expect(
                        answer.status == row.expected(persona),
                        "\(row.operation) as \(persona): \(answer.status), not \(row.expected(persona))")
                }
            }
            await test.close()
        }
        try? FileManager.default.removeItem(atPath: original.folder)
    }

    @Test func `the API shows a part to who sees a part, and no more`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            for (persona, seen, hidden) in [
                (
                    Persona.specialistOfPart, "De huur nakijken",
                    ["De brieven zoeken", "Yara ophalen", "Laila", "deurwaarder", "06 00 00 00 01", "Femke"]
                ),
                (
                    .guestOfStep, "Yara ophalen",
                    ["De brieven zoeken", "De huur nakijken", "deurwaarder", "06 00 00 00 01", "geld", "Femke"]
                ),
            ] {
                let api = APIClient(client, token: world.tokens[persona]?.text)
                for place in ["", "/stappen", "/verhalen", "/onderwerpen"] {
                    let text = try await api.get("/plannen/\(world.plan)\(place)").text
                    for word in hidden { #expect(!text.contains(word), "\(persona) sees \(word) at \(place)") }
                }
                #expect(try await api.get("/plannen/\(world.plan)/stappen").text.contains(seen))
            }
            let oma = APIClient(client, token: world.tokens[.guestReading]?.text)
            #expect(try await !oma.get("/plannen/\(world.plan)").text.contains("06 00 00 00 01"))
            #expect(try await oma.get("/plannen/\(world.plan)/tafel")["voorbij"] == .null)
        }
        await test.close()
    }
}
