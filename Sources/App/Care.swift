import ArgumentParser
import Domain
import Foundation
import Simulation
import Store

/// Brings the tables up to date.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database up to date.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try await store.open()
        try await store.sealPhotos()
        print("The database is up to date: step \(Migrations.all.count).")
        await store.close()
    }
}

/// Fills an empty database with the fictional town.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill an empty database with fictional Waterveen.")
    /// Everybody in the fictional town has it.
    static let demoPassword = "waterveen"

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try await store.open()
        let hash = try await PasswordDesk().hash(Self.demoPassword)
        let people = try await Waterveen.seed(into: store, now: currentInstant(), passwordHash: hash)
        print("Waterveen has \(people.count) people to look through.")
        await store.close()
    }
}

/// Verifies what can be verified, and says in words what is wrong.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verify tables, journal chains, keys and the field register.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try await store.open()
        let report = try await Check.run(on: store)
        for finding in report.findings { print(finding.sentence) }
        print(report.closing)
        await store.close()
        if !report.findings.isEmpty { throw ExitCode(1) }
    }
}

/// Puts a face beside a name.
struct AddPhoto: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photo", abstract: "Set the photo of somebody who works here.")

    @OptionGroup var store: StoreOptions
    @Option(help: "The login name.") var login: String
    @Argument(help: "A picture: .jpg, .png or .webp, at most 200 kB.") var file: String

    func run() async throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        guard bytes.count <= 200_000 else { throw ValidationError("the picture is larger than 200 kB") }
        guard let kind = Photo.Kind(signature: bytes) else {
            throw ValidationError("\(file) is not a picture in JPEG, PNG or WebP")
        }
        let store = try await store.open()
        let login = login
        let found = try await store.write { records in
            guard let account = try records.accounts.credentials(login: login)?.account else { return false }
            try records.accounts.setPhoto(Photo(kind: kind, bytes: bytes), of: account.id)
            return true
        }
        await store.close()
        guard found else { throw ValidationError("nobody logs in as \(login)") }
    }
}

extension Photo.Kind {
    /// By the first bytes, whatever the file is called.
    init?(signature bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .webp
        } else {
            return nil
        }
    }
}
