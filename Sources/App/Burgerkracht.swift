import ArgumentParser
import Domain
import Foundation
import Store

/// `burgerkracht`: one program for serving a municipality and for looking after it.
@main
struct Burgerkracht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "burgerkracht",
        abstract: "The open platform of the network around a neighbourhood team.",
        subcommands: [Serve.self, Migrate.self, Seed.self, CheckCommand.self, Fill.self, AddPhoto.self, Commits.self],
        defaultSubcommand: Serve.self)
}

/// Where the records and the key are.
struct StoreOptions: ParsableArguments {
    @Option(help: "A file of SQLite, or the address of PostgreSQL: postgresql://user@host/name.")
    var database = "data/burgerkracht.sqlite"

    @Option(help: "The file with the installation's key (32 bytes); made when it is not there.")
    var keyFile = "data/sleutel"

    /// Opens the store, with its tables up to date.
    func open() async throws -> SQLStore {
        if isSQLite {
            let folder = URL(fileURLWithPath: database).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let keys: InstallationKeys
        if let given = ProcessInfo.processInfo.environment["BURGERKRACHT_KEY"] {
            guard let secret = Data(base64Encoded: given) else {
                throw ValidationError("BURGERKRACHT_KEY is not base64")
            }
            keys = try InstallationKeys(secret: Array(secret))
        } else {
            let folder = URL(fileURLWithPath: keyFile).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            keys = try InstallationKeys.fromFile(keyFile, makeIfMissing: true)
        }
        let store: any Database =
            isSQLite ? try SQLiteDatabase(path: database) : try PostgresDatabase(url: database)
        try await Migrations.run(on: store, now: currentInstant().milliseconds)
        return SQLStore(database: store, keys: keys)
    }

    private var isSQLite: Bool { !database.hasPrefix("postgresql://") && !database.hasPrefix("postgres://") }
}

/// The clock of this machine; the only place where the program looks at it.
func currentInstant() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}
