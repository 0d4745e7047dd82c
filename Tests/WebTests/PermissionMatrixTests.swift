import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

/// Every page and every deed that exists, against everybody of the access table (`domain.md` §5).
@Suite struct PermissionMatrixTests {
    /// What a door does with who has no business there.
    enum Kind { case open, plan, account, question, officer }

    struct Row: Sendable {
        let method: HTTPRequest.Method
        let pattern: String
        let path: @Sendable (World) -> String
        var fields: [String: String] = [:]
        var kind: Kind = .plan
        var allowed: Set<Persona> = []
        var ok = 200
        var exceptions: [Persona: Int] = [:]
        /// One gets it, and the others are told who has it.
        var firstComeFirstServed = false
        /// Which of those who decide for the owner do here what she does; for the rest they are guests.
        var deciding: Set<Persona> = []
        /// Goes along in the form.
        var file: [UInt8]?

        func expected(_ persona: Persona) -> Int {
            if let exception = exceptions[persona] { return exception }
            if deciding.contains(persona) { return expected(.owner) }
            if persona == .representative { return expected(.guestOfPlan) }
            // A guest who sees one subject.
            if persona == .administrator { return expected(kind == .plan ? .specialistOfPart : .guestOfStep) }
            if kind == .open || allowed.contains(persona) { return ok }
            switch kind {
            case .open: return ok
            case .plan: return Persona.noRoad.contains(persona) ? 403 : 404
            case .question: return 404
            case .officer: return 403
            case .account: return Persona.withAccount.contains(persona) ? 403 : 303
            }
        }
    }

    static let table: Set<Persona> = [
        .owner, .guestOfPlan, .guestReading, .contact, .guestOfStep, .specialistOfPart, .providerOfStep,
    ]
    static let whole: Set<Persona> = [.owner, .guestOfPlan, .guestReading, .contact]
    static let onlyOwner: [Persona: Int] = [
        .guestOfPlan: 409, .guestReading: 409, .contact: 409, .guestOfStep: 409, .specialistOfPart: 409,
        .providerOfStep: 409,
    ]

    static func steps(
        _ move: StepMove, _ step: @escaping @Sendable (World) -> Step.ID, allowed: Set<Persona>,
        exceptions: [Persona: Int], deciding: Set<Persona> = [.representative]
    ) -> Row {
        Row(
            method: .post, pattern: "/plannen/{plan}/stappen/{stap}/\(move.noun)",
            path: { "/plannen/\($0.plan)/stappen/\(step($0))/\(move.noun)" }, allowed: allowed, ok: 303,
            exceptions: exceptions, deciding: deciding)
    }

    static let rows: [Row] =
        publicRows + spokenRows + mailRows + planRows + wayRows + goalRows + sheetRows + emergencyRows + safetyRows
        + networkRows
        + representingRows + sharingRows + teamRows
        + stepRows + takePartRows + requestRows + conferenceRows

    static let publicRows: [Row] = [
        Row(method: .get, pattern: "/wijken/{wijk}", path: { _ in "/wijken/oosterhof" }, kind: .open),
        Row(
            method: .post, pattern: "/wijken/{wijk}/vraag", path: { _ in "/wijken/oosterhof/vraag" },
            fields: ["zin": "Ik slaap niet."], kind: .open),
        Row(
            method: .post, pattern: "/wijken/{wijk}/vragen", path: { _ in "/wijken/oosterhof/vragen" },
            fields: ["zin": "Ik slaap niet.", "bereik": "06"], kind: .open, ok: 303,
            exceptions: [.owner: 409, .otherOwner: 409]),
        Row(method: .get, pattern: "/code", path: { _ in "/code" }, kind: .open),
        Row(
            method: .post, pattern: "/code", path: { _ in "/code" }, fields: ["code": "0000 0000 0000 0000"],
            kind: .open, ok: 422),
        Row(method: .get, pattern: "/inloggen", path: { _ in "/inloggen" }, kind: .open),
        Row(
            method: .post, pattern: "/inloggen", path: { _ in "/inloggen" },
            fields: ["naam": "contact", "wachtwoord": "fout"], kind: .open, ok: 422),
        Row(method: .post, pattern: "/uitloggen", path: { _ in "/uitloggen" }, kind: .open, ok: 303),
        Row(method: .get, pattern: "/taal/{taal}", path: { _ in "/taal/en?terug=/code" }, kind: .open, ok: 303),
        Row(method: .get, pattern: "/wie-ziet-wat", path: { _ in "/wie-ziet-wat" }, kind: .open),
        Row(method: .get, pattern: "/gewist", path: { _ in "/gewist" }, kind: .open),
        Row(method: .get, pattern: "/veldregister", path: { _ in "/veldregister" }, kind: .open),
        Row(method: .get, pattern: "/gezond", path: { _ in "/gezond" }, kind: .open),
        Row(method: .get, pattern: "/metrics", path: { _ in "/metrics" }, kind: .open),
        Row(method: .get, pattern: "/publiek/{bestand}", path: { _ in "/publiek/burgerkracht.css" }, kind: .open),
        Row(method: .get, pattern: "/ontwerp", path: { _ in "/ontwerp" }, kind: .open),
        Row(method: .get, pattern: "/ontwerp/{pagina}/{nummer}", path: { _ in "/ontwerp/plan/0" }, kind: .open),
        Row(method: .get, pattern: "/demo", path: { _ in "/demo" }, kind: .open),
        Row(method: .post, pattern: "/demo/{persoon}", path: { "/demo/\($0.demoPerson)" }, kind: .open, ok: 303),
        Row(
            method: .get, pattern: "/medewerkers/{medewerker}/foto", path: { "/medewerkers/\($0.plan)/foto" },
            kind: .open, ok: 404),
        // A visitor sees the areas; who has a key is sent to her own beginning.
        Row(method: .get, pattern: "/", path: { _ in "/" }, kind: .open, ok: 303, exceptions: [.visitor: 200]),
    ]

    static let spokenRows: [Row] = [
        Row(
            method: .get, pattern: "/wijken/{wijk}/inspreken", path: { _ in "/wijken/oosterhof/inspreken" }, kind: .open
        ),
        Row(
            method: .post, pattern: "/wijken/{wijk}/ingesproken", path: { _ in "/wijken/oosterhof/ingesproken" },
            fields: ["bereik": "06", "seconden": "7"], kind: .open, ok: 303,
            exceptions: [.owner: 409, .otherOwner: 409], file: World.sound),
        Row(
            method: .get, pattern: "/plannen/{plan}/ingesproken/{opname}",
            path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)" }, allowed: [.owner, .contact]),
        Row(
            method: .post, pattern: "/plannen/{plan}/ingesproken/{opname}/uitgetypt",
            path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)/uitgetypt" },
            fields: ["uitgetypt": "Donderdag komt hij."], allowed: [.contact], ok: 303, exceptions: [.owner: 409]),
        Row(
            method: .post, pattern: "/plannen/{plan}/ingesproken/{opname}/verwijdering",
            path: { "/plannen/\($0.plan)/ingesproken/\($0.spoken)/verwijdering" }, allowed: [.owner], ok: 303,
            exceptions: [.contact: 409]),
    ]

    static let mailRows: [Row] = [
        Row(method: .get, pattern: "/links", path: { _ in "/links" }, kind: .open),
        Row(
            method: .post, pattern: "/links", path: { _ in "/links" }, fields: ["adres": "samira@voorbeeld.nl"],
            kind: .open, ok: 303),
        // Who is in already needs no button.
        Row(
            method: .get, pattern: "/links/{geheim}", path: { "/links/\($0.returnLink.text)" }, kind: .open,
            exceptions: [.owner: 303]),
        // It works once.
        Row(
            method: .post, pattern: "/links/{geheim}/opening", path: { "/links/\($0.returnLink.text)/opening" },
            kind: .open, ok: 404, exceptions: [.visitor: 303, .owner: 303], firstComeFirstServed: true),
        Row(
            method: .post, pattern: "/plannen/{plan}/mail", path: { "/plannen/\($0.plan)/mail" },
            fields: ["mail": "uit"], allowed: [.owner], ok: 303),
    ]

    static let planRows: [Row] = [
        Row(
            method: .get, pattern: "/plannen/{plan}", path: { "/plannen/\($0.plan)" }, allowed: table,
            // To the conference, which is all there is for them.
            exceptions: [.guestOfConference: 303, .coordinator: 303]),
        Row(method: .get, pattern: "/plannen/{plan}/verhaal", path: { "/plannen/\($0.plan)/verhaal" }, allowed: table),
        Row(method: .get, pattern: "/plannen/{plan}/tafel", path: { "/plannen/\($0.plan)/tafel" }, allowed: whole),
        Row(method: .get, pattern: "/plannen/{plan}/code", path: { "/plannen/\($0.plan)/code" }, allowed: [.owner]),
        Row(
            method: .get, pattern: "/plannen/{plan}/inzagen", path: { "/plannen/\($0.plan)/inzagen" }, allowed: [.owner]
        ),
        Row(method: .get, pattern: "/plannen/{plan}/vraag", path: { "/plannen/\($0.plan)/vraag" }, allowed: [.owner]),
        Row(
            method: .post, pattern: "/plannen/{plan}/vraag", path: { "/plannen/\($0.plan)/vraag" },
            fields: ["bereik": "06"], allowed: [], exceptions: [.owner: 409]),
        Row(
            method: .post, pattern: "/plannen/{plan}/vraag/intrekking",
            path: { "/plannen/\($0.plan)/vraag/intrekking" }, exceptions: [.owner: 409]),
        Row(
            method: .post, pattern: "/plannen/{plan}/eigenaar", path: { "/plannen/\($0.plan)/eigenaar" },
            fields: ["naam": "Samira"], allowed: [.owner], ok: 303),
        Row(
            method: .get, pattern: "/plannen/{plan}/stappen", path: { "/plannen/\($0.plan)/stappen" },
            allowed: [.owner, .contact, .specialistOfPart, .providerOfStep],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409],
            deciding: [.representative, .administrator]),
        Row(
            method: .post, pattern: "/plannen/{plan}/stappen", path: { "/plannen/\($0.plan)/stappen" },
            fields: ["stap": "Samen wandelen", "wie": "ik"], allowed: [.owner, .contact], ok: 303,
            exceptions: [
                .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409,
            ], deciding: [.representative]),
        Row(
            method: .post, pattern: "/plannen/{plan}/verhalen", path: { "/plannen/\($0.plan)/verhalen" },
            fields: ["woorden": "Het gaat wat beter."], allowed: [.owner, .contact, .guestOfPlan], ok: 303,
            exceptions: [.guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409]),
        Row(
            method: .post, pattern: "/plannen/{plan}/verhalen/{verhaal}/bevestiging",
            path: { "/plannen/\($0.plan)/verhalen/\($0.note)/bevestiging" }, fields: ["woorden": "Donderdag eerst."],
            allowed: [.owner], ok: 303, exceptions: onlyOwner.merging([.administrator: 404]) { $1 },
            deciding: [.representative]),
        Row(
            method: .post, pattern: "/plannen/{plan}/onderwerpen", path: { "/plannen/\($0.plan)/onderwerpen" },
            fields: ["naam": "slapen"], allowed: [.owner, .contact, .guestOfPlan], ok: 303,
            exceptions: [.guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409]),
    ]

    static func way(_ move: PlanMove) -> Row {
        Row(
            method: .post, pattern: "/plannen/{plan}/\(move.noun)", path: { "/plannen/\($0.plan)/\(move.noun)" },
            allowed: [.owner], ok: 303, exceptions: onlyOwner, deciding: move == .stop ? [] : [.representative])
    }

    static let wayRows: [Row] =
        PlanMove.allCases.map(way) + [
            Row(
                method: .get, pattern: "/plannen/{plan}/verder", path: { "/plannen/\($0.plan)/verder" },
                allowed: [.owner], deciding: [.representative]),
            Row(
                method: .post, pattern: "/plannen/{plan}/andere-contactpersoon",
                path: { "/plannen/\($0.plan)/andere-contactpersoon" }, allowed: [.owner], ok: 303,
                exceptions: onlyOwner, deciding: [.representative]),
            Row(
                method: .get, pattern: "/plannen/{plan}/meenemen", path: { "/plannen/\($0.plan)/meenemen" },
                allowed: [.owner]),
            Row(
                method: .get, pattern: "/plannen/{plan}/papier", path: { "/plannen/\($0.plan)/papier" },
                allowed: [.owner]),
            Row(
                method: .get, pattern: "/plannen/{plan}/bestand", path: { "/plannen/\($0.plan)/bestand" },
                allowed: [.owner]),
            Row(
                method: .post, pattern: "/plannen/{plan}/wissing", path: { "/plannen/\($0.plan)/wissing" },
                fields: ["wanneer": "nu", "begrepen": "ja"], allowed: [.owner], ok: 303,
                exceptions: onlyOwner),
            Row(
                method: .post, pattern: "/plannen/{plan}/wissing/intrekking",
                path: { "/plannen/\($0.plan)/wissing/intrekking" }, allowed: [.owner], ok: 303,
                exceptions: onlyOwner),
            Row(
                method: .post, pattern: "/berichten/{bericht}/gezien", path: { "/berichten/\($0.notice)/gezien" },
                kind: .question, allowed: [.contact], ok: 303),
            Row(
                method: .post, pattern: "/berichten/{bericht}/opvolger",
                path: { "/berichten/\($0.noticeForLead)/opvolger" }, fields: ["medewerker": "generalist"],
                kind: .question, allowed: [.teamLead], ok: 303),
        ]

    /// At the table for the whole plan, and not the owner.
    static let wholeOthers: [Persona: Int] = [.guestOfPlan: 409, .guestReading: 409, .contact: 409]

    static let goalRows: [Row] =
        [
            Row(
                method: .get, pattern: "/plannen/{plan}/doelen", path: { "/plannen/\($0.plan)/doelen" },
                allowed: table),
            Row(
                method: .post, pattern: "/plannen/{plan}/doelen", path: { "/plannen/\($0.plan)/doelen" },
                fields: ["woorden": "Rust in huis."], allowed: [.owner, .contact], ok: 303,
                exceptions: [
                    .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409,
                    .providerOfStep: 409,
                ]),
            Row(
                method: .get, pattern: "/plannen/{plan}/doelen/{doel}",
                path: { "/plannen/\($0.plan)/doelen/\($0.goal)" }, allowed: whole),
            Row(
                method: .post, pattern: "/plannen/{plan}/doelen/{doel}/teksten",
                path: { "/plannen/\($0.plan)/doelen/\($0.goal)/teksten" }, fields: ["woorden": "Slapen."],
                allowed: [.owner, .contact], ok: 303,
                exceptions: [.guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .administrator: 409]),
            Row(
                method: .post, pattern: "/plannen/{plan}/doelen/{doel}/metingen",
                path: { "/plannen/\($0.plan)/doelen/\($0.goal)/metingen" }, fields: ["stand": "4"],
                allowed: [.owner], ok: 303, exceptions: onlyOwner),
        ]
        + [ProposalAnswer.talk, .accept, .decline].map {
            answering($0, allowed: [.owner], exceptions: wholeOthers, deciding: [.representative])
        }
        + [answering(.withdraw, allowed: [.contact], exceptions: [.owner: 409, .guestOfPlan: 409, .guestReading: 409])]
        + Goal.State.allCases.map { state in
            Row(
                method: .post, pattern: "/plannen/{plan}/doelen/{doel}/\(state.noun)",
                path: { "/plannen/\($0.plan)/doelen/\($0.goal)/\(state.noun)" }, allowed: [.owner], ok: 303,
                exceptions: onlyOwner)
        }

    static let sheetRows: [Row] = [
        Row(method: .get, pattern: "/plannen/{plan}/blad", path: { "/plannen/\($0.plan)/blad" }, allowed: [.contact]),
        Row(
            method: .get, pattern: "/plannen/{plan}/bladen/{blad}", path: { "/plannen/\($0.plan)/bladen/\($0.sheet)" },
            allowed: [.contact]),
        Row(
            method: .post, pattern: "/plannen/{plan}/bladen/{blad}/bevestiging",
            path: { "/plannen/\($0.plan)/bladen/\($0.sheet)/bevestiging" }, fields: ["code": "not six digits"],
            allowed: [.contact], ok: 422),
        Row(
            method: .post, pattern: "/plannen/{plan}/bladen", path: { "/plannen/\($0.plan)/bladen" },
            allowed: [.contact], ok: 303),
    ]

    static let emergencyRows: [Row] = [
        Row(
            method: .get, pattern: "/noodtoegang", path: { _ in "/noodtoegang" }, kind: .account,
            allowed: breakers.union([.privacyOfficer])),
        Row(
            method: .post, pattern: "/noodtoegang", path: { _ in "/noodtoegang" },
            fields: ["bereik": "06 99 99 99 99", "reden": "Gevaar.", "uren": "1"], kind: .account, allowed: breakers,
            ok: 422,
            exceptions: [
                .owner: 403, .otherOwner: 403, .guestOfPlan: 403, .guestReading: 403, .guestOfStep: 403, .visitor: 403,
                .guestOfConference: 403, .coordinator: 403,
            ]),
        Row(
            method: .post, pattern: "/noodtoegang/{toegang}/einde", path: { "/noodtoegang/\($0.emergency)/einde" },
            kind: .question, allowed: [.generalist], ok: 303),
        Row(
            method: .post, pattern: "/noodtoegang/{toegang}/melding", path: { "/noodtoegang/\($0.emergency)/melding" },
            kind: .officer, allowed: [.privacyOfficer], ok: 303),
        Row(
            method: .post, pattern: "/noodtoegang/{toegang}/beoordeling",
            path: { "/noodtoegang/\($0.emergency)/beoordeling" }, fields: ["bevinding": "terecht"],
            kind: .officer, allowed: [.privacyOfficer], ok: 303),
    ]

    static func track(_ place: String) -> @Sendable (World) -> String { { "/veiligheidssporen/\($0.track)\(place)" } }

    /// Who knows of the track, and does not take its next step.
    static let readingAlong: [Persona: Int] = [.specialist: 409]

    static func safety(
        _ place: String, _ fields: [String: String], allowed: Set<Persona> = [.contact],
        exceptions: [Persona: Int] = readingAlong
    ) -> Row {
        Row(
            method: .post, pattern: "/veiligheidssporen/{spoor}\(place)", path: track(place), fields: fields,
            allowed: allowed, ok: 303, exceptions: exceptions)
    }

    static let safetyRows: [Row] = [
        Row(
            method: .get, pattern: "/veiligheid", path: { _ in "/veiligheid" }, kind: .account,
            allowed: [.contact, .generalist, .specialist, .specialistOfPart, .provider, .providerOfStep]),
        // Who has one open already is sent there.
        Row(
            method: .get, pattern: "/plannen/{plan}/veiligheid", path: { "/plannen/\($0.plan)/veiligheid" },
            allowed: [.providerOfStep],
            exceptions: [.contact: 303, .specialistOfPart: 303, .administrator: 404]),
        Row(
            method: .post, pattern: "/plannen/{plan}/veiligheidssporen",
            path: { "/plannen/\($0.plan)/veiligheidssporen" },
            fields: ["over": "Noor", "signalen": "Een blauwe plek.", "stilte": "Eerst overleg."],
            allowed: [.contact, .specialistOfPart, .providerOfStep], ok: 303, exceptions: [.administrator: 404]),
        Row(
            method: .get, pattern: "/veiligheidssporen/{spoor}", path: track(""), allowed: [.contact, .specialist]),
        safety("/aanvulling", ["aanvulling": "Nog een plek."], allowed: [.contact, .specialist], exceptions: [:]),
        safety("/vertelling", ["vertelling": "Ik maak me zorgen."]),
        safety("/spoed", ["spoed": "Het kan niet wachten."]),
        Row(
            method: .post, pattern: "/veiligheidssporen/{spoor}/stappen/{meldstap}/afronding",
            path: track("/stappen/overleg/afronding"), fields: ["woorden": "Rashid: praat met haar."],
            allowed: [.contact], ok: 303, exceptions: readingAlong),
        Row(
            method: .post, pattern: "/veiligheidssporen/{spoor}/stappen/{meldstap}/weglating",
            path: track("/stappen/overleg/weglating"), fields: ["reden": "Er is geen tijd."], allowed: [.contact],
            ok: 303, exceptions: readingAlong),
        Row(
            method: .post, pattern: "/veiligheidssporen/{spoor}/besluit",
            path: { "/veiligheidssporen/\($0.trackToDecide)/besluit" },
            fields: ["besluit": "melding", "waarom": "Het is niet veilig."], allowed: [.specialistOfPart], ok: 303,
            exceptions: [.administrator: 404]),
        safety("/meelezers", ["medewerker": "generalist"]),
        Row(
            method: .post, pattern: "/veiligheidssporen/{spoor}/meelezers/{medewerker}/beeindiging",
            path: {
                "/veiligheidssporen/\($0.track)/meelezers/\($0.accounts[.specialist]?.id.text ?? "")/beeindiging"
            }, allowed: [.contact], ok: 303, exceptions: readingAlong),
        safety("/overdracht", ["medewerker": "generalist"]),
    ]

    static let breakers: Set<Persona> = [.contact, .generalist, .specialist, .specialistOfPart]

    static func answering(
        _ answer: ProposalAnswer, allowed: Set<Persona>, exceptions: [Persona: Int], deciding: Set<Persona> = []
    ) -> Row {
        Row(
            method: .post, pattern: "/plannen/{plan}/doelen/{doel}/teksten/{tekst}/\(answer.noun)",
            path: { "/plannen/\($0.plan)/doelen/\($0.goal)/teksten/\($0.wording)/\(answer.noun)" }, allowed: allowed,
            ok: 303, exceptions: exceptions, deciding: deciding)
    }

    /// Who sits at the table, and does not look after the network.
    static let notTending: [Persona: Int] = [
        .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409,
    ]

    static let networkRows: [Row] =
        TieMove.allCases.map { move in
            Row(
                method: .post, pattern: "/plannen/{plan}/naasten/{naaste}/\(move.noun)",
                path: { "/plannen/\($0.plan)/naasten/\($0.tie)/\(move.noun)" }, allowed: [.owner, .contact], ok: 303,
                exceptions: notTending)
        } + [
            Row(
                method: .get, pattern: "/plannen/{plan}/naasten/{naaste}",
                path: { "/plannen/\($0.plan)/naasten/\($0.tie)" }, allowed: [.owner, .contact],
                exceptions: notTending),
            Row(
                method: .post, pattern: "/plannen/{plan}/volhouden", path: { "/plannen/\($0.plan)/volhouden" },
                fields: ["volhouden": "Eén dag in de week."], allowed: [.guestOfPlan, .guestReading, .guestOfStep],
                ok: 303,
                exceptions: [
                    .owner: 409, .contact: 409, .specialistOfPart: 409, .providerOfStep: 409, .administrator: 303,
                ]),
            Row(
                method: .post, pattern: "/plannen/{plan}/wederkerigheid",
                path: { "/plannen/\($0.plan)/wederkerigheid" }, fields: ["tekst": "Ik kan koken."], allowed: [.owner],
                ok: 303),
        ]

    /// Who works for the area of the world.
    static let tenders: Set<Persona> = [
        .contact, .generalist, .specialist, .specialistOfPart, .teamLead, .stip,
    ]

    static let takePartRows: [Row] = [
        Row(method: .get, pattern: "/wijken/{wijk}/meedoen", path: { _ in "/wijken/oosterhof/meedoen" }, kind: .open),
        Row(
            method: .post, pattern: "/wijken/{wijk}/meedoen", path: { _ in "/wijken/oosterhof/meedoen" },
            fields: [
                "soort": "initiatief", "wat": "Koken", "wanneer": "donderdag", "waar": "De Wip", "naam": "De Wip",
                "nummer": "0123 45 67 62", "tot": "2025-05-01",
            ], kind: .officer, allowed: tenders, ok: 303),
        Row(
            method: .post, pattern: "/wijken/{wijk}/meedoen/{plek}/sluiting",
            path: { "/wijken/oosterhof/meedoen/\($0.opening)/sluiting" }, kind: .officer, allowed: tenders, ok: 303),
        Row(
            method: .post, pattern: "/wijken/{wijk}/meedoen/{plek}/heropening",
            path: { "/wijken/oosterhof/meedoen/\($0.opening)/heropening" }, fields: ["tot": "2025-05-01"],
            kind: .officer, allowed: tenders, ok: 303),
        Row(
            method: .get, pattern: "/plannen/{plan}/meedoen", path: { "/plannen/\($0.plan)/meedoen" },
            allowed: [.owner, .contact, .specialistOfPart],
            exceptions: [
                .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .providerOfStep: 409, .administrator: 409,
            ]),
        // A specialist for one subject has to say that subject, as with any step.
        Row(
            method: .post, pattern: "/plannen/{plan}/meedoen", path: { "/plannen/\($0.plan)/meedoen" },
            fields: ["plek": "opening"], allowed: [.owner, .contact], ok: 303,
            exceptions: [
                .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409, .providerOfStep: 409,
            ]),
    ]

    /// Who ends what the owner chose: she, and whom she chose.
    static let notEnding: [Persona: Int] = [
        .contact: 409, .specialistOfPart: 409, .providerOfStep: 409, .administrator: 404,
    ]

    static let representingRows: [Row] = [
        Row(
            method: .post, pattern: "/plannen/{plan}/naasten/{naaste}/machtiging",
            path: { "/plannen/\($0.plan)/naasten/\($0.tie)/machtiging" },
            fields: ["deel": "plan", "tot": "2025-04-15"], allowed: [.owner], ok: 303, exceptions: onlyOwner),
        Row(
            method: .post, pattern: "/plannen/{plan}/naasten/{naaste}/vertegenwoordiging",
            path: { "/plannen/\($0.plan)/naasten/\($0.tie)/vertegenwoordiging" },
            fields: ["soort": "mentor", "deel": "plan", "tot": "2025-04-15", "stuk": "beschikking"],
            allowed: [.contact], ok: 303,
            exceptions: [
                .owner: 409, .guestOfPlan: 409, .guestReading: 409, .guestOfStep: 409, .specialistOfPart: 409,
                .providerOfStep: 409,
            ]),
        Row(
            method: .post, pattern: "/plannen/{plan}/vertegenwoordigingen/{vertegenwoordiging}/beeindiging",
            path: { "/plannen/\($0.plan)/vertegenwoordigingen/\($0.representation)/beeindiging" },
            allowed: [.owner, .representative], ok: 303, exceptions: notEnding.merging([.representative: 303]) { $1 }),
    ]

    static let sharingRows: [Row] = [
        Row(
            method: .get, pattern: "/plannen/{plan}/deelafspraken/nieuw",
            path: { "/plannen/\($0.plan)/deelafspraken/nieuw" }, allowed: [.owner], deciding: [.representative]),
        Row(
            method: .post, pattern: "/plannen/{plan}/deelafspraken", path: { "/plannen/\($0.plan)/deelafspraken" },
            fields: ["naam": "Buurvrouw", "deel": "plan", "tot": "2025-05-01"], allowed: [.owner],
            exceptions: onlyOwner,
            deciding: [.representative]),
        Row(
            method: .post, pattern: "/plannen/{plan}/deelafspraken/{afspraak}/beeindiging",
            path: { "/plannen/\($0.plan)/deelafspraken/\($0.guestAgreement)/beeindiging" }, allowed: [.owner], ok: 303,
            exceptions: onlyOwner, deciding: [.representative]),
        Row(
            method: .post, pattern: "/plannen/{plan}/deelafspraken/{afspraak}/link",
            path: { "/plannen/\($0.plan)/deelafspraken/\($0.guestAgreement)/link" }, allowed: [.owner],
            exceptions: onlyOwner, deciding: [.representative]),
        Row(
            method: .get, pattern: "/uitnodigingen/{geheim}", path: { "/uitnodigingen/\($0.freshLink.text)" },
            kind: .open),
        // Whoever comes first has it; the others are told so.
        Row(
            method: .post, pattern: "/uitnodigingen/{geheim}/aanname",
            path: { "/uitnodigingen/\($0.freshLink.text)/aanname" },
            kind: .open, ok: 409, exceptions: [.visitor: 303], firstComeFirstServed: true),
    ]

    static let requestRows: [Row] =
        [
            Row(
                method: .get, pattern: "/plannen/{plan}/verzoeken/nieuw",
                path: { "/plannen/\($0.plan)/verzoeken/nieuw" }, allowed: [.contact],
                exceptions: notAsking),
            Row(
                method: .post, pattern: "/plannen/{plan}/verzoeken", path: { "/plannen/\($0.plan)/verzoeken" },
                fields: ["medewerker": "specialist", "deel": "plan", "tot": "2025-05-01", "reden": "Schulden."],
                allowed: [.contact], ok: 303, exceptions: notAsking),
        ]
        + RequestAnswer.allCases.map { answer in
            let (may, mayNot): (Persona, Persona) = answer == .withdraw ? (.contact, .owner) : (.owner, .contact)
            return Row(
                method: .post, pattern: "/plannen/{plan}/verzoeken/{verzoek}/\(answer.noun)",
                path: { "/plannen/\($0.plan)/verzoeken/\($0.request)/\(answer.noun)" }, allowed: [may], ok: 303,
                exceptions: [mayNot: 409], deciding: [.representative])
        }

    /// At the table, and not somebody of the team who works with her on the whole plan.
    static let notAsking: [Persona: Int] = onlyOwner.filter { $0.key != .contact }.merging([.owner: 409]) { $1 }

    static let teamRows: [Row] = [
        Row(method: .get, pattern: "/vandaag", path: { _ in "/vandaag" }, kind: .account, allowed: Persona.withAccount),
        Row(
            method: .get, pattern: "/vragen", path: { _ in "/vragen" }, kind: .account,
            allowed: [.contact, .generalist, .specialist, .specialistOfPart]),
        Row(
            method: .get, pattern: "/plannen", path: { _ in "/plannen" }, kind: .account,
            allowed: [.contact, .generalist, .specialist, .specialistOfPart, .provider, .providerOfStep]),
        Row(
            method: .get, pattern: "/werkdruk", path: { _ in "/werkdruk" }, kind: .account,
            allowed: [.teamLead, .otherTeamLead]),
        // One takes it up; the colleagues of the team read who has it.
        Row(
            method: .post, pattern: "/vragen/{vraag}/aanname", path: { "/vragen/\($0.waitingQuestion)/aanname" },
            kind: .question, allowed: [.contact], ok: 303,
            exceptions: [.generalist: 409, .specialist: 409, .specialistOfPart: 409], firstComeFirstServed: true),
        Row(
            method: .post, pattern: "/vragen/{vraag}/toewijzing", path: { "/vragen/\($0.waitingQuestion)/toewijzing" },
            fields: ["medewerker": "generalist"], kind: .question, allowed: [.teamLead], ok: 303),
    ]

    static let stepRows: [Row] = [
        steps(
            .tick, { $0.ownerStep }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .tick, { $0.tieStep }, allowed: [.owner, .guestOfPlan],
            exceptions: [
                .guestReading: 409, .contact: 409, .guestOfStep: 409, .providerOfStep: 409, .representative: 409,
            ]),
        steps(
            .tick, { $0.contactStep }, allowed: [.contact],
            exceptions: [.owner: 409, .guestOfPlan: 409, .guestReading: 409], deciding: []),
        steps(
            .tick, { $0.moneyStep }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409, .specialistOfPart: 409],
            deciding: [.representative, .administrator]),
        steps(
            .fail, { $0.ownerStep }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .resume, { $0.ownerStep }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .agree, { $0.proposal }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .decline, { $0.proposal }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .talk, { $0.proposal }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .withdraw, { $0.proposal }, allowed: [.contact],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .owner: 409]),
        steps(
            .lookBack, { $0.holdingBack }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
        steps(
            .drop, { $0.ownerStep }, allowed: [.owner],
            exceptions: [.guestOfPlan: 409, .guestReading: 409, .contact: 409]),
    ]

    @Test func `every door lets in whom it should and nobody else`() async throws {
        let original = try await TestHouse()
        let world = try await World.make(in: original)
        await original.store.close()
        for row in Self.rows {
            // A fresh copy for each door, and first everybody who is refused: what one may does not help the next.
            let test = try await TestHouse(copying: original.folder)
            try await test.application.test(.router) { client in
                let welcome = Persona.allCases.filter { row.expected($0) < 400 }
                let others = Persona.allCases.filter { row.expected($0) >= 400 }
                for persona in row.firstComeFirstServed ? welcome + others : others + welcome {
                    let browser = TestBrowser(client)
                    browser.sessionToken = world.tokens[persona]?.text
                    var fields = row.fields
                    if let name = fields["medewerker"], let named = Persona(rawValue: name) {
                        fields["medewerker"] = world.accounts[named]?.id.text
                    }
                    if fields["plek"] != nil { fields["plek"] = world.opening.text }
                    test.clock.advance(minutes: 1)  // so that the limits on tries don't speak
                    let answer: TestBrowser.Answer
                    if let file = row.file {
                        answer = try await browser.post(row.path(world), fields, file: file)
                    } else {
                        answer =
                            row.method == .get
                            ? try await browser.get(row.path(world)) : try await browser.post(row.path(world), fields)
                    }
                    #expect(
                        answer.status == row.expected(persona),
                        "\(row.method.rawValue) \(row.pattern) as \(persona): \(answer.status), not \(row.expected(persona))"
                    )
                }
            }
            await test.close()
        }
        try? FileManager.default.removeItem(atPath: original.folder)
    }

    @Test func `no door is missing from the matrix`() async throws {
        let test = try await TestHouse()
        let known = Set(Self.rows.map { "\($0.method.rawValue) \($0.pattern)" })
        let routes = buildRouter(test.house).routes
            .map { "\($0.method.rawValue) \($0.path.description)" }
            .map { $0.replacingOccurrences(of: #":(\w+)"#, with: "{$1}", options: .regularExpression) }
            .filter { !$0.contains(" /api/") }
        #expect(!routes.isEmpty)
        for route in Set(routes) { #expect(known.contains(route), "\(route) is not in the matrix") }
        await test.close()
    }

    @Test func `a refused try of somebody with an account stands in the owner's journal`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let nadia = TestBrowser(client)
            nadia.sessionToken = world.tokens[.director]?.text
            #expect(try await nadia.get("/plannen/\(world.plan)").status == 403)
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let page = try await samira.get("/plannen/\(world.plan)/inzagen").body
            #expect(page.contains("Nadia Haddad"))
            #expect(page.contains("niet gelukt"))
        }
        await test.close()
    }

    @Test func `a part shows that part and nothing else`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let rashid = TestBrowser(client)
            rashid.sessionToken = world.tokens[.specialistOfPart]?.text
            let money = try await rashid.get("/plannen/\(world.plan)").body
            #expect(money.contains("De huur nakijken"))
            for hidden in ["De brieven zoeken", "Yara ophalen", "Laila", "deurwaarder", "06 00 00 00 01"] {
                #expect(!money.contains(hidden), "a specialist for money sees: \(hidden)")
            }
            let henk = TestBrowser(client)
            henk.sessionToken = world.tokens[.guestOfStep]?.text
            let step = try await henk.get("/plannen/\(world.plan)").body
            #expect(step.contains("Yara ophalen"))
            for hidden in ["De brieven zoeken", "De huur nakijken", "deurwaarder", "06 00 00 00 01", "geld"] {
                #expect(!step.contains(hidden), "a guest for one step sees: \(hidden)")
            }
        }
        await test.close()
    }

    @Test func `a team lead sees load and age and not a word of anybody`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        try await test.application.test(.router) { client in
            let bram = TestBrowser(client)
            bram.sessionToken = world.tokens[.teamLead]?.text
            for path in ["/vandaag", "/werkdruk"] {
                let page = try await bram.get(path).body
                for hidden in ["stroom", "Samira", "deurwaarder", "06 00 00 00 0"] {
                    #expect(!page.contains(hidden), "\(path) shows: \(hidden)")
                }
            }
            #expect(try await bram.get("/werkdruk").body.contains("wacht 0 dagen"))
        }
        await test.close()
    }

    @Test func `no call makes a professional the owner of a plan`() async throws {
        let test = try await TestHouse()
        let world = try await World.make(in: test)
        let professional = try #require(world.accounts[.contact])
        try await test.application.test(.router) { client in
            let client = TestBrowser(client)
            for persona in [Persona.owner, .contact] {
                let token = try #require(world.tokens[persona])
                for field in ["eigenaar", "eigenaarId", "medewerker"] {
                    let answer = try await client.send(
                        "/api/v1/plannen/\(world.plan)/eigenaar", .put, body: "{\"\(field)\":\"\(professional.id)\"}",
                        headers: [.authorization: "Bearer \(token.text)", .contentType: "application/json"])
                    #expect([400, 404].contains(answer.status), "\(field) as \(persona): \(answer.status)")
                }
            }
        }
        let header = try await test.store.read { try $0.plans.header(of: world.plan) }
        #expect(header.owner == world.owner)
        await test.close()
    }
}
