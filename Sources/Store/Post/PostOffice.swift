import Domain
import Foundation

/// The post office of one machine: it gives mail to the mail program, and keeps a receipt of each.
///
/// A receipt is a file that a keeper, a shell of a few lines, has as its standard output. The keeper writes down
/// that it begins and what the mail program said; as long as it lives it holds a lock on the file. So whoever comes
/// after us can tell what became of a mail, whatever moment we were killed at: the file is locked, or it tells how
/// it ended, or it does not (ADR 0020). There is no other way to hear it, also when nobody was killed.
public final class PostOffice: Sendable {
    public enum Outcome: Equatable, Sendable {
        /// The keeper is still at it.
        case running
        case accepted
        /// The mail program ended with this status.
        case refused(status: Int)
        /// It was handed over, and the keeper itself did not live to write down what became of it.
        case unknown
        /// The keeper was given no whole letter, so it handed nothing over.
        case notBegun
    }

    /// A receipt that was opened for a mail, and not yet given to a keeper.
    public struct Receipt: Sendable {
        fileprivate let mail: Mail.ID
        fileprivate let file: Int32
    }

    /// What this office is called in the database.
    public let name: String
    private let folder: String
    private let program: [String]
    private let lock: Int32

    private static let nameFile = "kantoor"

    /// - Parameters:
    ///   - folder: where the receipts are; made when it is not there. On a local disk.
    ///   - program: a program that takes a letter like sendmail does, with its arguments.
    /// - Returns: `nil` when another program has this office open.
    public init?(folder: String, program: [String]) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = "\(folder)/\(Self.nameFile)"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreError.unavailable("cannot write in the folder for receipts of mail") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        let known = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        name = known.isEmpty ? hexText(Chance.system.bytes(16)) : known
        if known.isEmpty {
            let bytes = Array(name.utf8)
            guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
                throw StoreError.unavailable("cannot write in the folder for receipts of mail")
            }
        }
        lock = file
        self.folder = folder
        self.program = program
    }

    deinit { close(lock) }

    // MARK: - Handing over

    /// Opens a receipt before the mail is taken, so that nobody finds a mail taken without one.
    /// - Returns: `nil` when a keeper still has it.
    public func openReceipt(for mail: Mail.ID) -> Receipt? {
        guard outcome(of: mail) != .running else { return nil }
        unlink(path(mail))
        let file = open(path(mail), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        return Receipt(mail: mail, file: file)
    }

    /// Gives the letter and its receipt to a keeper, and does not wait.
    public func hand(_ letter: String, _ receipt: Receipt) throws {
        // From here on the keeper holds the lock alone.
        defer { close(receipt.file) }
        let end = "\n--\(hexText(Chance.system.bytes(16)))"
        let keeper = Process()
        keeper.executableURL = URL(fileURLWithPath: "/bin/sh")
        keeper.arguments = ["-c", Self.keeper, "burgerkracht-post", end] + program
        keeper.environment = Self.environment
        let letterbox = Pipe()
        keeper.standardInput = letterbox
        keeper.standardOutput = FileHandle(fileDescriptor: receipt.file, closeOnDealloc: false)
        keeper.standardError = FileHandle.nullDevice
        try keeper.run()
        try letterbox.fileHandleForWriting.write(contentsOf: Data((letter + end).utf8))
        try letterbox.fileHandleForWriting.close()
    }

    /// A letter that is not whole, because we died while giving it, goes nowhere. A signal that is meant for us does
    /// not end the keeper. A mail program that hangs is ended after ten minutes (RFC 5321, 4.5.3.2.6).
    private static let keeper = """
        trap '' TERM INT HUP
        end=$1
        shift
        letter=$(cat)
        case $letter in
            *"$end") ;;
            *) exit 75 ;;
        esac
        if command -v timeout >/dev/null; then set -- timeout -s KILL 600 "$@"; fi
        echo begun
        printf '%s' "${letter%"$end"}" | "$@" >/dev/null 2>&1
        echo $?
        """

    /// Not ours: that may hold the installation's key.
    private static let environment: [String: String] = {
        var environment = ["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
        for name in ["HOME", "USER"] { environment[name] = ProcessInfo.processInfo.environment[name] }
        return environment
    }()

    // MARK: - Hearing what became of it

    public func outcome(of mail: Mail.ID) -> Outcome {
        let file = open(path(mail), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .unknown }
        defer { close(file) }
        guard flock(file, LOCK_SH | LOCK_NB) == 0 else { return .running }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = max(0, read(file, &bytes, bytes.count))
        let lines = String(decoding: bytes[..<count], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard count > 0 else { return .notBegun }
        // What ends a line was written whole.
        guard lines.count > 2, let status = Int(lines[1]) else { return .unknown }
        return status == 0 ? .accepted : .refused(status: status)
    }

    /// Throws a receipt away, when what it says is kept elsewhere.
    public func forget(_ mail: Mail.ID) { unlink(path(mail)) }

    /// Throws away what nobody needs: receipts of mails that were settled just before we were killed.
    public func forgetAll(except needed: Set<Mail.ID>) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let mail = Mail.ID(name), !needed.contains(mail), outcome(of: mail) != .running else { continue }
            forget(mail)
        }
    }

    private func path(_ mail: Mail.ID) -> String { "\(folder)/\(mail)" }
}

extension PostOffice.Receipt {
    /// Lets go of a receipt for which there was no mail to hand over.
    func discard(at office: PostOffice) {
        office.forget(mail)
        close(file)
    }
}

extension PostOffice.Outcome {
    /// What a mail program says that it will never do (sysexits: the letter or the address is not right).
    private static let forGood: Set<Int> = [65, 67]

    var status: Int? {
        if case .refused(let status) = self { status } else { nil }
    }

    /// `nil` as long as nobody knows.
    var move: MailMove? {
        switch self {
        case .running: nil
        case .accepted: .accept
        case .refused(let status): .refuse(forGood: Self.forGood.contains(status))
        case .unknown: .loseSight
        case .notBegun: .takeBack
        }
    }
}
