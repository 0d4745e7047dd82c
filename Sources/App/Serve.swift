import ArgumentParser
import Domain
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Simulation
import Store
import Web

/// Serves one municipality.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the pages and the API.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The folder with Texts and Public.") var home = Self.defaultHome
    @Option(help: "The name of the municipality.") var municipality = "Waterveen"
    @Flag(help: "The fictional town Waterveen; its doors are open to everybody at this computer.") var demo = false
    @Flag(help: "Show the gallery of pages at /ontwerp.") var dev = false
    @Flag(help: "Believe X-Forwarded-For: only behind a proxy of your own.") var trustedProxy = false
    @Option(help: "What links begin with, as https://plan.example.nl; the visitor's own host when not given.")
    var publicAddress: String?
    @Option(help: "Who answers for the API, in its description; from the municipality's name when not given.")
    var contactName: String?
    @Option(help: "Where programmers write to; api@ and the host of --public-address when not given.")
    var contactEmail: String?
    @Option(name: .customLong("contact-url"), help: "Where programmers read on; --public-address when not given.")
    var contactURL: String?
    @OptionGroup var post: PostOptions
    @Option(help: "Requests a second that one network address may make, over time.") var perAddress = 50.0
    @Option(help: "New questions that one network address may ask at once; after that one a minute.")
    var questionsAtOnce = 20
    @Option(help: "trace, debug, info (a line per request), notice, warning or error.") var logLevel = "notice"
    @Flag(help: .hidden) var bareRoute = false

    static var defaultHome: String { ProcessInfo.processInfo.environment["BURGERKRACHT_HOME"] ?? "." }

    func validate() throws {
        guard !demo || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError("the demo opens its doors to everybody who can reach it: only on 127.0.0.1")
        }
        try post.check(publicAddress: publicAddress, isDemo: demo)
    }

    func run() async throws {
        let level = Logger.Level(rawValue: logLevel) ?? .notice
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardOutput(label: label)
            handler.logLevel = level
            return handler
        }
        var logger = Logger(label: "burgerkracht")
        logger.logLevel = level
        let keyFile = store.keyFile
        var opened = try await store.open()
        opened.sendsMail = post.isOn
        let store = opened
        try await store.finishErasures(at: currentInstant())
        try await store.sealPhotos()
        var people: [DemoPerson] = []
        if demo {
            let hash = try await PasswordDesk().hash(Seed.demoPassword)
            people = try await Waterveen.seed(into: store, now: currentInstant(), passwordHash: hash)
        }
        let settings = Settings(
            municipality: municipality, isDemo: demo, isDevelopment: dev, trustsProxy: trustedProxy,
            requestsPerSecond: perAddress, questionsAtOnce: questionsAtOnce, publicAddress: publicAddress,
            contactName: contactName,
            contactEmail: contactEmail, contactURL: contactURL, sendsMail: post.isOn,
            hasBareRoute: bareRoute)
        let desk = PasswordDesk()
        let house = try House(
            transactions: store, home: home, settings: settings, formsKey: store.keys.forms,
            passwords: PasswordCheck { await desk.matches($0, $1) }, clock: currentInstant)
        let address = "http://\(host):\(port)"
        var application = Application(
            router: buildRouter(house),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { [demo, people] _ in
                print("Burgerkracht serves \(address)")
                if demo { Self.introduce(people, at: address) }
                fflush(nil)
            },
            logger: logger)
        application.addServices(NightWatch(store: store, logger: logger))
        if let address = publicAddress,
            let rounds = try post.rounds(store: store, house: house, from: address, beside: keyFile, logger: logger)
        {
            application.addServices(rounds)
        }
        try await application.runService()
        await store.close()
        print("Burgerkracht stopped; everything is kept.")
    }

    private static func introduce(_ people: [DemoPerson], at address: String) {
        print("Look through somebody's eyes: \(address)/demo")
        print("Or log in at \(address)/inloggen with a first name and the password \"\(Seed.demoPassword)\":")
        for person in people {
            if case .account = person.key { print("  \(person.name) (\(person.role.rawValue))") }
        }
    }
}
