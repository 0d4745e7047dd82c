import Domain
import HTTPTypes

/// The table of operations, for what happens at one table.
extension OpenAPI {
    static let planOperations: [Operation] = [
        Operation(
            method: .get, path: "/plannen", name: "leesPlannen", tag: .plans,
            summary: "De plannen die u mag openen",
            description: """
                Voor wie hier werkt: de eigen lijst, de nieuwste afspraak eerst. Elke naam daarin staat in de \
                inzagen van die inwoner. Voor een inwoner of een gast: wat het token opent.
                """,
            query: [.beforeAgreement], answer: .ok("Plannen"), refusals: [403, 409]),
        Operation(
            method: .get, path: "/plannen/{plan}", name: "leesPlan", tag: .plans,
            summary: "Een plan, zoals u het mag zien", answer: .ok("Plan")),
        Operation(
            method: .get, path: "/plannen/{plan}/code", name: "leesCode", tag: .plans,
            summary: "De code om terug te komen", description: "Alleen voor de eigenaar.", answer: .ok("Code")),
        Operation(
            method: .put, path: "/plannen/{plan}/eigenaar", name: "bewaarEigenaar", tag: .plans,
            summary: "Hoe de eigenaar genoemd en bereikt wil worden",
            description: "Beide mogen leeg. Een leeg bereik wist niet wat het team al heeft.",
            body: "Eigenaar", answer: .done),
        Operation(
            method: .post, path: "/plannen/{plan}/vraag", name: "legVraagVoor", tag: .questions,
            summary: "Leg het plan voor aan het team",
            description: "Alleen voor de eigenaar. Zonder bereik geldt wat het team al heeft.",
            body: "VraagVoorleggen", answer: .created("Vraag")),
        Operation(
            method: .post, path: "/plannen/{plan}/vraag/intrekking", name: "trekVraagIn", tag: .questions,
            summary: "Neem de vraag terug", description: "Alleen voor de eigenaar, zolang niemand hem oppakte.",
            answer: .done),
        Operation(
            method: .get, path: "/plannen/{plan}/inzagen", name: "leesInzagen", tag: .plans,
            summary: "Wie las en wie schreef, de nieuwste eerst",
            description: "Alleen voor de eigenaar. Ook dit lezen staat er daarna in.", query: [.beforeRow],
            answer: .ok("Inzagen")),
    ]

    static let storyOperations: [Operation] = [
        Operation(
            method: .get, path: "/plannen/{plan}/verhalen", name: "leesVerhalen", tag: .story,
            summary: "Het verhaal, de oudste tekst eerst", answer: .ok("Verhalen")),
        Operation(
            method: .post, path: "/plannen/{plan}/verhalen", name: "schrijfVerhaal", tag: .story,
            summary: "Schrijf in het verhaal",
            description: """
                De eigenaar schrijft in eigen woorden. Een ander schrijft een notitie, die de eigenaar naleest.
                """,
            body: "VerhaalSchrijven", answer: .created("Verwijzing"), isOnce: true),
        Operation(
            method: .get, path: "/plannen/{plan}/verhalen/{verhaal}", name: "leesVerhaal", tag: .story,
            summary: "Eén tekst uit het verhaal", answer: .ok("Verhaal")),
        Operation(
            method: .post, path: "/plannen/{plan}/verhalen/{verhaal}/bevestiging", name: "bevestigVerhaal",
            tag: .story, summary: "Zeg: klopt",
            description: """
                De eigenaar leest een notitie na en verandert wat zij wil. Haar tekst komt naast de notitie te \
                staan.
                """,
            body: "Bevestiging", answer: .done),
        Operation(
            method: .get, path: "/plannen/{plan}/onderwerpen", name: "leesOnderwerpen", tag: .story,
            summary: "De onderwerpen die iemand noemde", answer: .ok("Onderwerpen")),
        Operation(
            method: .post, path: "/plannen/{plan}/onderwerpen", name: "noemOnderwerp", tag: .story,
            summary: "Noem een onderwerp", body: "OnderwerpNoemen", answer: .created("Verwijzing"), isOnce: true),
        Operation(
            method: .get, path: "/plannen/{plan}/onderwerpen/{onderwerp}", name: "leesOnderwerp", tag: .story,
            summary: "Eén onderwerp", answer: .ok("Onderwerp")),
    ]

    static let stepOperations: [Operation] =
        [
            Operation(
                method: .get, path: "/plannen/{plan}/stappen", name: "leesStappen", tag: .steps,
                summary: "De stappen", description: "Een eigenaar ziet er hoogstens drie tegelijk open.",
                answer: .ok("Stappen")),
            Operation(
                method: .post, path: "/plannen/{plan}/stappen", name: "maakStap", tag: .steps,
                summary: "Maak een stap",
                description: "Van de eigenaar is een stap meteen afgesproken. Van een ander is het een voorstel.",
                body: "StapMaken", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .get, path: "/plannen/{plan}/stappen/{stap}", name: "leesStap", tag: .steps,
                summary: "Eén stap", answer: .ok("Stap")),
        ] + StepMove.allCases.map(operation)

    private static func operation(_ move: StepMove) -> Operation {
        let (name, summary): (String, String) =
            switch move {
            case .tick: ("rondStapAf", "Gedaan, door wie de stap doet")
            case .fail: ("meldMislukking", "Lukt niet, door wie de stap doet")
            case .agree: ("spreekStapAf", "Goed, afgesproken, door de eigenaar")
            case .talk: ("bespreekStap", "Daar wil ik over praten, door de eigenaar")
            case .decline: ("wijsStapAf", "Nu niet, door de eigenaar")
            case .withdraw: ("trekStapIn", "Ingetrokken, door wie de stap voorstelde")
            case .resume: ("hervatStap", "Toch nog niet, door wie de stap doet")
            case .lookBack: ("kijkTerug", "Teruggekeken op niets doen, door wie het draagt of de eigenaar")
            case .drop: ("laatStapVervallen", "Hoeft niet meer, door de eigenaar")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/stappen/{stap}/\(move.noun)", name: name, tag: .steps,
            summary: summary, description: "Twee keer hetzelfde zeggen is geen fout.", answer: .ok("Stap"))
    }

    static let goalOperations: [Operation] =
        [
            Operation(
                method: .get, path: "/plannen/{plan}/doelen", name: "leesDoelen", tag: .goals,
                summary: "Waar de eigenaar naartoe wil", answer: .ok("Doelen")),
            Operation(
                method: .post, path: "/plannen/{plan}/doelen", name: "maakDoel", tag: .goals, summary: "Een doel erbij",
                description: "Van de eigenaar geldt het meteen. Van een ander is het een voorstel.",
                body: "DoelZeggen", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .get, path: "/plannen/{plan}/doelen/{doel}", name: "leesDoel", tag: .goals,
                summary: "Eén doel", answer: .ok("Doel")),
            Operation(
                method: .post, path: "/plannen/{plan}/doelen/{doel}/teksten", name: "verwoordDoel", tag: .goals,
                summary: "Andere woorden", description: "Wat geldt, verandert pas als de eigenaar ja zegt.",
                body: "DoelVerwoorden", answer: .created("Verwijzing"), isOnce: true),
            Operation(
                method: .post, path: "/plannen/{plan}/doelen/{doel}/metingen", name: "meetDoel", tag: .goals,
                summary: "Hoe het gaat", description: "Alleen door de eigenaar.", body: "Meten",
                answer: .created("Verwijzing"), isOnce: true),
        ] + ProposalAnswer.allCases.map(operation) + Goal.State.allCases.map(operation)

    private static func operation(_ answer: ProposalAnswer) -> Operation {
        let (name, summary): (String, String) =
            switch answer {
            case .accept: ("neemVoorstelAan", "Goed, door de eigenaar")
            case .talk: ("bespreekVoorstel", "Daar wil ik over praten, door de eigenaar")
            case .decline: ("wijsVoorstelAf", "Nu niet, door de eigenaar")
            case .withdraw: ("trekVoorstelIn", "Ingetrokken, door wie het voorstelde")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/doelen/{doel}/teksten/{tekst}/\(answer.noun)", name: name,
            tag: .goals,
            summary: summary, description: "Twee keer hetzelfde zeggen is geen fout.", answer: .done)
    }

    private static func operation(_ state: Goal.State) -> Operation {
        let (name, summary): (String, String) =
            switch state {
            case .open: ("heropenDoel", "Toch verder")
            case .reached: ("bereikDoel", "Bereikt")
            case .letGo: ("laatDoelLos", "Hoeft niet meer")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/doelen/{doel}/\(state.noun)", name: name, tag: .goals,
            summary: summary, description: "Alleen door de eigenaar.", answer: .done)
    }

    static let sheetOperations: [Operation] = [
        Operation(
            method: .post, path: "/plannen/{plan}/bladen", name: "maakBlad", tag: .goals,
            summary: "Een blad met wat op antwoord wacht",
            description: "Voor de contactpersoon van iemand zonder toestel. Een ouder blad telt dan niet meer.",
            answer: .created("Verwijzing"), isOnce: true),
        Operation(
            method: .get, path: "/plannen/{plan}/bladen/{blad}", name: "leesBlad", tag: .goals,
            summary: "Het blad, zolang het telt", answer: .ok("Blad")),
        Operation(
            method: .post, path: "/plannen/{plan}/bladen/{blad}/bevestiging", name: "vulBladIn", tag: .goals,
            summary: "Wat de eigenaar zei",
            description: "Met de code van het blad. Na vijf foute codes telt het niet meer.",
            body: "BladInvullen", answer: .done),
    ]

    static let emergencyOperations: [Operation] = [
        Operation(
            method: .get, path: "/noodtoegang", name: "leesNoodtoegangen", tag: .trust,
            summary: "Wie in nood in een plan keek",
            description: "Voor een medewerker de eigen die open staan; voor de functionaris gegevensbescherming alle.",
            answer: .ok("Noodtoegangen"), refusals: [403]),
        Operation(
            method: .post, path: "/noodtoegang", name: "openInNood", tag: .trust, summary: "Open een plan in nood",
            description: """
                Alleen om te lezen, hoogstens een dag. De inwoner leest het meteen, tenzij er een reden staat waarom \
                dat nog niet kan. De contactpersoon krijgt bericht en de functionaris kijkt ernaar.
                """,
            body: "Noodopening", answer: .created("Noodtoegang"), refusals: [403, 404, 409, 429]),
        Operation(
            method: .post, path: "/noodtoegang/{toegang}/einde", name: "sluitNood", tag: .trust, summary: "Klaar",
            description: "Door wie het opende.", answer: .done, refusals: [404]),
        Operation(
            method: .post, path: "/noodtoegang/{toegang}/melding", name: "vertelNood", tag: .trust,
            summary: "De inwoner mag het nu weten", description: "Door de functionaris gegevensbescherming.",
            answer: .done, refusals: [403, 404]),
        Operation(
            method: .post, path: "/noodtoegang/{toegang}/beoordeling", name: "beoordeelNood", tag: .trust,
            summary: "Terecht of niet", description: "Door de functionaris gegevensbescherming.", body: "Noodoordeel",
            answer: .done, refusals: [403, 404, 409]),
    ]

    static let tableOperations: [Operation] = [
        Operation(
            method: .get, path: "/plannen/{plan}/tafel", name: "leesTafel", tag: .table,
            summary: "Wie er aan tafel zit", description: "Voor wie het hele plan mag zien.",
            answer: .ok("Tafel")),
        Operation(
            method: .post, path: "/plannen/{plan}/deelafspraken", name: "nodigUit", tag: .table,
            summary: "Nodig iemand uit",
            description: """
                Voor de eigenaar, of wie over alles met haar beslist. Zonder `toegang` zit een nieuwe naaste aan tafel zonder mee te kijken. \
                Het geheim van de link staat alleen in dit antwoord.
                """,
            body: "Uitnodigen", answer: .created("Uitgenodigd"), isOnce: true),
        Operation(
            method: .get, path: "/plannen/{plan}/deelafspraken/{deelafspraak}", name: "leesDeelafspraak",
            tag: .table, summary: "Eén deelafspraak", answer: .ok("Deelafspraak")),
        Operation(
            method: .post, path: "/plannen/{plan}/deelafspraken/{deelafspraak}/beeindiging",
            name: "beeindigDeelafspraak", tag: .table, summary: "Stop met delen",
            description: "Alleen voor de eigenaar. Het is meteen voorbij, ook in schermen die nog open staan.",
            answer: .done),
        Operation(
            method: .post, path: "/plannen/{plan}/deelafspraken/{deelafspraak}/link", name: "vernieuwLink",
            tag: .table, summary: "Maak een nieuwe link",
            description: "Alleen voor de eigenaar. De oude link opent daarna niets meer.",
            answer: .created("Link"), isOnce: true),
    ]

    static let networkOperations: [Operation] =
        TieMove.allCases.map(operation) + [
            Operation(
                method: .post, path: "/plannen/{plan}/volhouden", name: "vertelVolhouden", tag: .table,
                summary: "Wat ik volhoud", description: "Alleen door de naaste zelf. Zonder tekst is het weg.",
                body: "EigenWoorden", answer: .done),
            Operation(
                method: .post, path: "/plannen/{plan}/wederkerigheid", name: "vertelWederkerigheid", tag: .table,
                summary: "Wat ik voor anderen wil doen", description: "Alleen door de eigenaar. Het telt nergens mee.",
                body: "EigenWoorden", answer: .done),
        ]

    private static func operation(_ move: TieMove) -> Operation {
        let (name, summary): (String, String) =
            switch move {
            case .caution: ("houdNaasteBuiten", "Liever niet betrekken")
            case .trust: ("betrekNaasteWeer", "Toch weer betrekken")
            case .leave: ("naasteWeg", "Is er niet meer bij")
            case .comeBack: ("naasteTerug", "Is er weer bij")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/naasten/{naaste}/\(move.noun)", name: name, tag: .table,
            summary: summary, description: "Door de eigenaar, of wie van het team met haar aan het hele plan werkt.",
            body: "EigenWoorden", answer: .done)
    }

    static let wayOperations: [Operation] =
        PlanMove.allCases.map(operation) + [
            Operation(
                method: .post, path: "/plannen/{plan}/andere-contactpersoon", name: "vraagAndereContactpersoon",
                tag: .plans, summary: "Ik wil een ander",
                description: "Alleen voor de eigenaar, zonder reden. Tot er een ander is, blijft wie er was.",
                answer: .done),
            Operation(
                method: .get, path: "/plannen/{plan}/bestand", name: "neemPlanMee", tag: .plans,
                summary: "Alles van het plan in één bestand", description: "Alleen voor de eigenaar.",
                answer: .ok("PlanBestand")),
            Operation(
                method: .post, path: "/plannen/{plan}/wissing", name: "wisPlan", tag: .plans, summary: "Wis alles",
                description: """
                    Alleen voor de eigenaar. Het plan stopt meteen. Met `later` blijft er tijd om het terug te nemen; \
                    met `nu` is het weg, ook uit elke reservekopie.
                    """,
                body: "Wissing", answer: .done),
            Operation(
                method: .post, path: "/plannen/{plan}/wissing/intrekking", name: "bewaarPlanToch", tag: .plans,
                summary: "Toch bewaren", description: "Alleen voor de eigenaar, tot de dag van het wissen.",
                answer: .done),
            Operation(
                method: .get, path: "/berichten", name: "leesBerichten", tag: .notices,
                summary: "Wat er voor u ligt, het oudste eerst", description: "Voor wie hier werkt.",
                answer: .ok("Berichten"), refusals: [403]),
            Operation(
                method: .post, path: "/berichten/{bericht}/gezien", name: "zieBericht", tag: .notices,
                summary: "Gezien", description: "Twee keer hetzelfde zeggen is geen fout.", answer: .done,
                refusals: [404]),
            Operation(
                method: .post, path: "/berichten/{bericht}/opvolger", name: "kiesOpvolger", tag: .notices,
                summary: "Kies een andere contactpersoon",
                description: "Voor de teamleider, zonder te weten van wie of waarom.", body: "Toewijzing",
                answer: .done, refusals: [404]),
        ]

    private static func operation(_ move: PlanMove) -> Operation {
        let (name, summary): (String, String) =
            switch move {
            case .keepWarm: ("houdWaakvlam", "Af en toe contact; `woorden` is het ritme")
            case .roundOff: ("rondPlanAf", "Het is klaar zo")
            case .reopen: ("heropenPlan", "Het lukt toch niet: verder met dezelfde mensen")
            case .pause: ("pauzeerPlan", "Even niets")
            case .resume: ("hervatPlan", "Weer verder, waar het was")
            case .stop: ("beeindigPlan", "Stoppen; het team kan het plan niet meer openen")
            }
        return Operation(
            method: .post, path: "/plannen/{plan}/\(move.noun)", name: name, tag: .plans, summary: summary,
            description: "Door de eigenaar, of wie over alles met haar beslist; stoppen alleen door de eigenaar.",
            body: "Wending", answer: .done)
    }
}
