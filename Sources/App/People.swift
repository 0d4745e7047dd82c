import ArgumentParser
import Domain
import Foundation
import Store

/// A team, with the areas whose questions it answers.
struct AddTeam: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "team", abstract: "Add a team and its areas.")

    @OptionGroup var store: StoreOptions
    @Option(help: "As residents know it: \"Team Oosterhof\".") var name: String
    @Option(help: "The number that stands on every page.") var phone: String
    @Option(help: "An area it answers for, as address=name: oosterhof=Oosterhof. May be given more than once.")
    var area: [String]

    func run() async throws {
        let areas = try area.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let isAddress = parts[0].utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            guard parts.count == 2, isAddress else {
                throw ValidationError("\(text) is not address=name; an address has small letters, digits and dashes")
            }
            return (slug: parts[0], name: parts[1])
        }
        let store = try await store.open()
        let (now, name, phone) = (currentInstant(), name, phone)
        try await store.write { records in
            let team = Team(id: Chance.system.identifier(at: now), name: name, phone: phone)
            try records.teams.insert(team)
            for area in areas {
                try records.areas.insert(
                    Area(id: Chance.system.identifier(at: now), slug: area.slug, name: area.name, team: team.id))
            }
        }
        await store.close()
        print("\(name) answers for \(areas.map(\.name).joined(separator: ", ")).")
    }
}

/// Somebody who logs in. The password comes from standard input, never from the command line.
struct AddAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Add somebody who logs in; the password is read from standard input.")

    @OptionGroup var store: StoreOptions
    @Option(help: "First and last name.") var name: String
    @Option(help: "What they log in with.") var login: String
    @Option(help: "The number residents can call.") var phone = ""
    @Option(help: "What they know most about.") var background = ""
    @Option(help: "One of: \(Role.withAccount.map(\.rawValue).joined(separator: ", ")).") var role: String
    @Option(help: "The address of an area of their team: oosterhof.") var area: String?

    private static let shortestPassword = 12

    func run() async throws {
        guard let role = Role(rawValue: role), Role.withAccount.contains(role) else {
            throw ValidationError("\(self.role) is not a role that logs in")
        }
        print("Password (at least \(Self.shortestPassword) characters): ", terminator: "")
        guard let password = readLine(), password.count >= Self.shortestPassword else {
            throw ValidationError("a password has at least \(Self.shortestPassword) characters")
        }
        let hash = try await PasswordDesk().hash(password)
        let store = try await store.open()
        let (now, name, phone, background, login, slug) = (currentInstant(), name, phone, background, login, area)
        try await store.write { records in
            let team = try slug.map { slug in
                guard let area = try records.areas.find(slug: slug) else {
                    throw ValidationError("there is no area \(slug); add its team first")
                }
                return area.team
            }
            try records.accounts.insert(
                Account(
                    id: Chance.system.identifier(at: now), role: role, name: name, phone: phone,
                    background: background, team: team, hasPhoto: false),
                login: login, passwordHash: hash)
        }
        await store.close()
        print("\(name) can log in as \(login).")
    }
}
