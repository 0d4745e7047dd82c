import Domain
import HTTPTypes

/// The table of operations, for the parts that are not about one plan.
extension OpenAPI {
    static let questionOperations: [Operation] = [
        Operation(
            method: .get, path: "/wijken", name: "leesWijken", tag: .areas, summary: "Alle wijken",
            answer: .ok("Wijken"), isOpen: true),
        Operation(
            method: .get, path: "/wijken/{wijk}", name: "leesWijk", tag: .areas,
            summary: "Eén wijk, met het team", answer: .ok("Wijk"), refusals: [404], isOpen: true),
        Operation(
            method: .post, path: "/vragen", name: "stelVraag", tag: .questions, summary: "Stel een vraag",
            description: """
                Eén zin begint een plan. De inwoner is de eigenaar. Het antwoord geeft een code om terug te \
                komen en een token voor nu. Bewaar beide: de code is later alleen met het token te lezen. Met \
                `alleenVoorMij` gaat er niets naar het team.
                """,
            body: "VraagStellen", answer: .created("PlanBegonnen"), isOnce: true, isOpen: true),
        Operation(
            method: .get, path: "/vragen", name: "leesWachtendeVragen", tag: .questions,
            summary: "De vragen die wachten, de oudste eerst",
            description: """
                Voor mensen van het wijkteam. Een teamleider ziet hoe lang een vraag wacht en niet wat erin \
                staat. Wie een zin leest, staat in de inzagen van de inwoner.
                """,
            query: [.after, .limit], answer: .ok("Vragen"), refusals: [403, 409]),
        Operation(
            method: .post, path: "/vragen/{vraag}/aanname", name: "neemVraagAan", tag: .questions,
            summary: "Pak een vraag op", description: "Wie oppakt, is vanaf dan de contactpersoon.",
            answer: .ok("PlanVerwijzing"), refusals: [404]),
        Operation(
            method: .post, path: "/vragen/{vraag}/toewijzing", name: "wijsVraagToe", tag: .questions,
            summary: "Wijs een vraag toe", description: "Voor de teamleider, zonder de vraag te lezen.",
            body: "Toewijzing", answer: .done, refusals: [404]),
    ]

    static let sessionOperations: [Operation] = [
        Operation(
            method: .post, path: "/sessies", name: "beginSessie", tag: .sessions,
            summary: "Kom binnen met een code, een link of een inlognaam",
            description:
                "Een inwoner geeft haar code of de link uit haar mail. Wie hier werkt, geeft naam en wachtwoord.",
            body: "SessieBeginnen", answer: .created("Sessie"), refusals: [401], isOpen: true),
        Operation(
            method: .get, path: "/sessies/huidige", name: "leesSessie", tag: .sessions,
            summary: "Van wie het token is, en welke plannen het opent", answer: .ok("HuidigeSessie")),
        Operation(
            method: .delete, path: "/sessies/huidige", name: "eindigSessie", tag: .sessions,
            summary: "Ga weg", description: "Het token opent daarna niets meer.", answer: .done),
        Operation(
            method: .post, path: "/uitnodigingen/_zoek", name: "leesUitnodiging", tag: .sessions,
            summary: "Lees wat er in een uitnodiging staat",
            description: """
                Lezen gebruikt de link niet op. Het geheim staat in de inhoud en niet in het adres, omdat \
                adressen in logboeken komen.
                """,
            body: "Geheim", answer: .ok("Uitnodiging"), refusals: [404], isOpen: true),
        Operation(
            method: .post, path: "/uitnodigingen/aanname", name: "neemUitnodigingAan", tag: .sessions,
            summary: "Neem een uitnodiging aan",
            description: "Een link werkt één keer. Daarna opent alleen het token het gedeelde deel van het plan.",
            body: "Geheim", answer: .created("Sessie"), refusals: [404], isOnce: true, isOpen: true),
    ]

    static let mailOperations: [Operation] = [
        Operation(
            method: .post, path: "/links", name: "vraagLink", tag: .sessions, summary: "Stuur mij een link",
            description: """
                Als dit adres bekend is, komt er een mail met een link die één keer werkt, een kwartier lang. Het \
                antwoord is altijd hetzelfde.
                """,
            body: "LinkVragen", answer: .done, refusals: [404], isOpen: true),
        Operation(
            method: .get, path: "/plannen/{plan}/mail", name: "leesMailkeuze", tag: .plans,
            summary: "Of wij de eigenaar mailen", description: "Alleen voor de eigenaar.", answer: .ok("Mail")),
        Operation(
            method: .post, path: "/plannen/{plan}/mail", name: "kiesMail", tag: .plans,
            summary: "Zet de mail aan of uit",
            description: "Alleen voor de eigenaar. Staat de mail uit, dan mailen wij ook geen link.",
            body: "Mailkeuze", answer: .done),
    ]

    static let trustOperations: [Operation] = [
        Operation(
            method: .get, path: "/werkdruk", name: "leesWerkdruk", tag: .trust,
            summary: "Hoe vol het team zit, en welke vragen wachten",
            description: "Voor de teamleider. Aantallen en dagen, nooit wat iemand vertelde.",
            answer: .ok("Werkdruk"), refusals: [403]),
        Operation(
            method: .get, path: "/veldregister", name: "leesVeldregister", tag: .trust,
            summary: "Elk persoonlijk veld: waarvoor, op welke grond, hoe lang", answer: .ok("Veldregister"),
            isOpen: true),
        Operation(
            method: .get, path: "/openapi.json", name: "leesBeschrijving", tag: .trust,
            summary: "Deze beschrijving", answer: .document, isOpen: true),
    ]
}
