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
        subcommands: [
            Serve.self, Migrate.self, Seed.self, CheckCommand.self, NightCommand.self, ImportCommand.self, AddTeam.self,
            AddAccount.self, AddPhoto.self,
            Fill.self, Commits.self,
        ],
        defaultSubcommand: Serve.self)
}

/// Where the records and the key are.
struct StoreOptions: ParsableArguments {
    @Option(help: "A file of SQLite, or the address of PostgreSQL: postgresql://user@host/name.")
    var database = "data/burgerkracht.sqlite"

    @Option(help: "The file with the installation's key (32 bytes); made when it is not there.")
    var keyFile = "data/sleutel"

    @Option(
        help: """
            The key cabinet, with half of each household's key: a file, or a PostgreSQL address of its own. \
            Beside the key file when not given.
            """)
    var cabinet: String?

    /// Opens the store, with its tables up to date.
    func open() async throws -> SQLStore {
        if isSQLite { try makeFolder(of: database) }
        let engine: any Database =
            isSQLite ? try SQLiteDatabase(path: database) : try PostgresDatabase(url: database)
        // A key is made for a new database only: beside an old one it would be the wrong key.
        let keys = try keys(isNew: try await Migrations.isEmpty(engine))
        try await Migrations.run(on: engine, now: currentInstant().milliseconds)
        let store = SQLStore(database: engine, keys: keys, cabinet: try KeyCabinet(place: cabinet ?? "\(keyFile)kast"))
        guard try await store.opensWithItsKey() else {
            throw ValidationError("\(keyFile) is not the key of \(database): nothing in it can be read with it")
        }
        guard try await store.hasItsCabinet() else {
            throw ValidationError(
                "the key cabinet does not know the newest household of \(database): it is not the cabinet that belongs to it"
            )
        }
        return store
    }

    private func keys(isNew: Bool) throws -> InstallationKeys {
        if let given = ProcessInfo.processInfo.environment["BURGERKRACHT_KEY"] {
            guard let secret = Data(base64Encoded: given) else {
                throw ValidationError("BURGERKRACHT_KEY is not base64")
            }
            return try InstallationKeys(secret: Array(secret))
        }
        if isNew { try makeFolder(of: keyFile) }
        return try InstallationKeys.fromFile(keyFile, makeIfMissing: isNew)
    }

    private func makeFolder(of file: String) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var isSQLite: Bool { !database.hasPrefix("postgresql://") && !database.hasPrefix("postgres://") }
}

/// The clock of this machine; the only place where the program looks at it.
func currentInstant() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}
