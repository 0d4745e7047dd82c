import ArgumentParser
import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store
import Web

/// How mail goes out: through the mail program of this machine, or not at all.
struct PostOptions: ParsableArguments {
    @Option(
        help: """
            A program that takes a letter as sendmail does, with its arguments: "/usr/sbin/sendmail -i -t". \
            Without it no mail goes out.
            """)
    var sendmail: String?

    @Option(help: "The address that mail comes from: plan@example.nl.")
    var mailFrom: String?

    @Option(
        help: "The folder for receipts of mail, on a local disk. A folder `post` beside the key file when not given.")
    var mailFolder: String?

    var isOn: Bool { sendmail != nil }

    func check(publicAddress: String?, isDemo: Bool) throws {
        guard isOn else { return }
        guard !isDemo else { throw ValidationError("the demo sends no mail: its people are made up") }
        guard let publicAddress, publicAddress.hasPrefix("http"), !publicAddress.hasSuffix("/") else {
            throw ValidationError("links in mail need --public-address, as https://plan.example.nl")
        }
        guard mailFrom.flatMap({ MailAddress($0) }) != nil else {
            throw ValidationError("mail needs --mail-from: an address that you read, as plan@example.nl")
        }
        guard let program = program.first, FileManager.default.isExecutableFile(atPath: program) else {
            throw ValidationError("--sendmail begins with the full path of a program, as /usr/sbin/sendmail")
        }
    }

    /// - Returns: the rounds of the post; `nil` when no mail goes out.
    func rounds(
        store: SQLStore, house: House, from address: String, beside keyFile: String, logger: Logger
    ) throws -> PostRounds? {
        guard isOn, let sender = mailFrom.flatMap({ MailAddress($0) }) else { return nil }
        let folder = URL(fileURLWithPath: keyFile).deletingLastPathComponent().appendingPathComponent("post").path
        return PostRounds(
            store: store, house: house, address: address, sender: sender, folder: mailFolder ?? folder,
            program: program, logger: logger)
    }

    private var program: [String] { (sendmail ?? "").split(separator: " ").map(String.init) }
}

/// Beside the server: every second a round of the post. It stops at once; what is with the mail program then is
/// heard at the next start.
struct PostRounds: Service {
    let store: SQLStore
    let house: House
    /// What links in mail begin with.
    let address: String
    let sender: MailAddress
    let folder: String
    let program: [String]
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            guard let round = try await open() else { return }
            while !Task.isCancelled {
                do {
                    for passage in try await round.run(at: currentInstant()) { note(passage) }
                    house.metrics.setMailsWaiting(try await store.read { try $0.mails.countWaiting() })
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("post failed", metadata: ["error": .string(String(describing: error))])
                    try await Task.sleep(for: .seconds(10))
                }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Waits as long as another program at this machine has the office.
    private func open() async throws -> PostRound? {
        while !Task.isCancelled {
            do {
                if let office = try PostOffice(folder: folder, program: program) {
                    let (house, address, sender) = (house, address, sender)
                    let round = PostRound(store: store, office: office) { letter in
                        let words = house.words(of: letter, from: address)
                        return MailMessage(
                            id: letter.mail.id, from: sender, sender: words.sender, to: letter.address,
                            subject: words.subject, body: words.body, language: letter.language, at: currentInstant()
                        ).text
                    }
                    try await round.tidy()
                    return round
                }
            } catch {
                logger.error("post does not open", metadata: ["error": .string(String(describing: error))])
            }
            try await Task.sleep(for: .seconds(5))
        }
        return nil
    }

    /// Never to whom.
    private func note(_ passage: PostRound.Passage) {
        let outcome =
            switch passage.state {
            case .sent: "sent"
            case .failed: "failed"
            case .dropped: "dropped"
            case .queued, .handed: "again"
            }
        house.metrics.countMail(outcome)
        logger.log(
            level: outcome == "failed" ? .error : outcome == "again" ? .warning : .info, "mail",
            metadata: [
                "kind": .string(passage.kind.rawValue), "outcome": .string(outcome),
                "attempts": .stringConvertible(passage.attempts),
                "status": .string(passage.status.map { String($0) } ?? "-"),
            ])
    }
}
