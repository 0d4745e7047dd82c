import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Web

/// Everybody against a conference in its private time: the rows of both matrices, and what must never be read.
extension PermissionMatrixTests {
    /// Everybody with a chair: the owner, one of the family, who prepares it, and the contact person.
    static let chairs: Set<Persona> = [.owner, .guestOfConference, .coordinator, .contact]
    static let family: Set<Persona> = [.owner, .guestOfConference]

    static func no(_ personas: Set<Persona>) -> [Persona: Int] {
        Dictionary(uniqueKeysWithValues: personas.map { ($0, 409) })
    }

    /// Who may do a move while the family is among itself.
    static func movers(_ move: ConferenceMove) -> Set<Persona> {
        switch move {
        case .inform, .present: family
        case .close: family.union([.coordinator])
        case .stop: [.owner]
        case .want, .decline, .prepare: []
        }
    }

    private static func deed(
        _ noun: String, _ fields: [String: String] = [:], by allowed: Set<Persona> = []
    ) -> Row {
        Row(
            method: .post, pattern: "/plannen/{plan}/conferentie/\(noun)",
            path: { "/plannen/\($0.plan)/conferentie/\(noun)" }, fields: fields, allowed: allowed, ok: 303,
            exceptions: no(chairs.subtracting(allowed)))
    }

    static let conferenceRows: [Row] =
        [
            Row(
                method: .get, pattern: "/plannen/{plan}/conferentie", path: { "/plannen/\($0.plan)/conferentie" },
                allowed: chairs),
            Row(
                method: .post, pattern: "/plannen/{plan}/conferentie", path: { "/plannen/\($0.plan)/conferentie" },
                allowed: [.owner], ok: 303,
                exceptions: no(table.union(chairs).subtracting([.owner]))),
            Row(
                method: .post, pattern: "/plannen/{plan}/conferentie/stappen/{stap}/verval",
                path: { "/plannen/\($0.plan)/conferentie/stappen/\($0.familyStep)/verval" }, allowed: family, ok: 303,
                exceptions: no([.coordinator, .contact])),
            deed("afspraak", ["wanneer": "zondag", "plaats": "thuis"]),
            deed("coordinator", ["coordinator": "Arend"]),
            deed("genodigden", ["naam": "Karim"]),
            deed("notities", ["soort": "besloten", "besloten": "Dit is van ons."], by: family),
            deed("veiligheid", ["veiligheid": "Dit is veilig."]),
            deed("plan", ["plan": World.familyWords], by: family),
            deed("stappen", ["stap": "De was", "wie": "ik"], by: family),
            deed("bevestiging"),
            deed("terugblik"),
        ] + ConferenceMove.allCases.map { deed($0.noun, by: movers($0)) }
}

extension APIPermissionTests {
    private static func deed(
        _ operation: String, _ noun: String, by allowed: Set<Persona> = [], ok: Int = 204,
        _ body: (@Sendable (World) -> JSONValue)? = nil
    ) -> Row {
        Row(
            operation: operation, path: at("/conferentie/\(noun)"), body: body, allowed: allowed, ok: ok,
            exceptions: PermissionMatrixTests.no(PermissionMatrixTests.chairs.subtracting(allowed)))
    }

    static let conferenceRows: [Row] =
        [
            Row(operation: "leesConferentie", path: at("/conferentie"), allowed: PermissionMatrixTests.chairs),
            Row(
                operation: "vraagConferentie", path: at("/conferentie"), allowed: [.owner], ok: 201,
                exceptions: PermissionMatrixTests.no(
                    table.union(PermissionMatrixTests.chairs).subtracting([.owner]))),
            Row(
                operation: "haalFamiliestapWeg",
                path: { "/plannen/\($0.plan)/conferentie/stappen/\($0.familyStep)/verval" },
                allowed: PermissionMatrixTests.family, ok: 204,
                exceptions: PermissionMatrixTests.no([.coordinator, .contact])),
            deed("spreekConferentieAf", "afspraak") { _ in ["wanneer": "zondag", "plaats": "thuis"] },
            deed("kiesCoordinator", "coordinator") { _ in ["naam": "Arend"] },
            deed("nodigUitVoorConferentie", "genodigden") { _ in ["gast": ["soort": "nieuw", "naam": "Karim"]] },
            deed("schrijfBijConferentie", "notities", by: PermissionMatrixTests.family, ok: 201) { _ in
                ["tekst": "Dit is van ons.", "besloten": true]
            },
            deed("zegOfPlanVeiligIs", "veiligheid") { _ in ["tekst": "Dit is veilig."] },
            deed("schrijfFamilieplan", "plan", by: PermissionMatrixTests.family, ok: 201) { _ in
                ["tekst": .text(World.familyWords)]
            },
            deed("maakFamiliestap", "stappen", by: PermissionMatrixTests.family, ok: 201) { _ in ["tekst": "De was"] },
            deed("bevestigFamilieplan", "bevestiging") { ["tekst": .text($0.familyPlan.text)] },
            deed("kijkTerugOpFamilieplan", "terugblik"),
        ]
        + ConferenceMove.allCases.map { move in
            let name = OpenAPI.operations.first { $0.path == "/plannen/{plan}/conferentie/\(move.noun)" }?.name
            return deed(name ?? move.noun, move.noun, by: PermissionMatrixTests.movers(move))
        }
}

@Suite struct ConferencePrivacyTests {
    @Test func `while the family is among itself nobody else reads a word of it, on no page and by no call`()
        async throws
    {
        try await withWorld { _, world, client in
            let pages =
                [
                    "", "/conferentie", "/tafel", "/verhaal", "/stappen", "/doelen", "/blad", "/papier", "/inzagen",
                ].map { "/plannen/\(world.plan)\($0)" } + ["/vandaag", "/plannen", "/vragen", "/noodtoegang", "/"]
            let calls = ["", "/conferentie", "/tafel", "/verhalen", "/stappen", "/doelen", "/bestand", "/inzagen"]
                .map { "/plannen/\(world.plan)\($0)" }
            let secrets = [World.familySecret, World.familyWords, "Koken op vrijdag"]
            for persona in Persona.allCases where !PermissionMatrixTests.family.contains(persona) {
                let browser = TestBrowser(client)
                browser.sessionToken = world.tokens[persona]?.text
                for page in pages {
                    let body = try await browser.get(page).body
                    for secret in secrets { #expect(!body.contains(secret), "\(persona) reads “\(secret)” at \(page)") }
                }
                let api = APIClient(client, token: world.tokens[persona]?.text)
                for call in calls {
                    let text = try await api.get(call).text
                    for secret in secrets {
                        #expect(!text.contains(secret), "\(persona) gets “\(secret)” from \(call)")
                    }
                }
            }
            for persona in PermissionMatrixTests.family {
                let browser = TestBrowser(client)
                browser.sessionToken = world.tokens[persona]?.text
                let page = try await browser.get("/plannen/\(world.plan)/conferentie").body
                for secret in secrets { #expect(page.contains(secret), "\(persona) misses “\(secret)”") }
            }
        }
    }

    @Test func `who wrote in the family's plan meanwhile is not written over, and both texts are on the page`()
        async throws
    {
        try await withWorld { _, world, client in
            let fatma = TestBrowser(client)
            fatma.sessionToken = world.tokens[.guestOfConference]?.text
            let path = "/plannen/\(world.plan)/conferentie"
            let basis = world.familyPlan.text
            let kept = try await fatma.post("\(path)/plan", ["plan": "Fatma kookt ook.", "basis": basis])
            #expect(kept.status == 303)
            let samira = TestBrowser(client)
            samira.sessionToken = world.tokens[.owner]?.text
            let late = try await samira.post("\(path)/plan", ["plan": "Ik kook zelf.", "basis": basis])
            #expect(late.status == 409)
            for words in ["Fatma kookt ook.", "Ik kook zelf.", "Er is niets weg"] { #expect(late.body.contains(words)) }
            let empty = try await samira.post("\(path)/stappen", ["stap": "", "wie": "ik"])
            #expect(empty.status == 422 && empty.body.contains("Schrijf op wat er gaat gebeuren"))
            let stranger = try await samira.post("\(path)/stappen", ["stap": "De was", "wie": "naaste:\(world.tie)"])
            #expect(stranger.status == 409 && stranger.body.contains("iemand van de familie die is uitgenodigd"))
        }
    }

    @Test func `a guest of the conference alone is brought there from every door that is hers`() async throws {
        try await withWorld { _, world, client in
            let noor = TestBrowser(client)
            noor.sessionToken = world.tokens[.coordinator]?.text
            #expect(try await noor.get("/").location == "/plannen/\(world.plan)")
            let plan = try await noor.get("/plannen/\(world.plan)")
            #expect(plan.location == "/plannen/\(world.plan)/conferentie")
            let page = try await noor.get("/plannen/\(world.plan)/conferentie").body
            #expect(page.contains("De familie is nu onder elkaar"))
            for hidden in ["deurwaarder", "De brieven zoeken", "06 00 00 00 01", "De huur nakijken", "Laila"] {
                #expect(!page.contains(hidden), "who prepares it sees: \(hidden)")
            }
        }
    }
}
