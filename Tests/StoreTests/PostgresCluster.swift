import Foundation
import Synchronization

@testable import Store

/// The PostgreSQL server of this test process: a cluster of its own in a temporary folder, started at
/// the first question and gone when the process ends, however it ends. With `BURGERKRACHT_TEST_POSTGRES`
/// set to a connection URL, that server is used instead and the schemas made there are dropped at exit.
struct PostgresCluster: Sendable {
    /// The server as `PostgresConnection` takes it.
    let url: String

    /// `nil` when PostgreSQL is not there; on CI (`CI=true`) the tests stop instead.
    static let shared: PostgresCluster? = {
        let cluster = external() ?? start()
        guard cluster != nil || ProcessInfo.processInfo.environment["CI"] != "true" else {
            fatalError("CI tests both engines: install PostgreSQL or set BURGERKRACHT_TEST_POSTGRES")
        }
        return cluster
    }()

    /// A schema name nobody used before, and the server it can be made on: the caller creates it.
    static func freshSchemaURL() -> (url: String, schema: String)? {
        guard let shared else { return nil }
        let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        handedOut.withLock { $0.append(schema) }
        return (shared.url, schema)
    }

    private static let handedOut = Mutex<[String]>([])
    private static let user = "burgerkracht"

    private static func external() -> PostgresCluster? {
        guard let url = ProcessInfo.processInfo.environment["BURGERKRACHT_TEST_POSTGRES"] else { return nil }
        atexit { PostgresCluster.dropSchemas() }
        return PostgresCluster(url: url)
    }

    private static func dropSchemas() {
        guard let shared, let connection = try? PostgresConnection(url: shared.url) else { return }
        for schema in handedOut.withLock({ $0 }) {
            _ = try? connection.run("DROP SCHEMA IF EXISTS \(schema) CASCADE", [])
        }
    }
}

// MARK: - Starting a cluster

extension PostgresCluster {
    private static func start() -> PostgresCluster? {
        guard let programs = programsFolder() else {
            print("PostgreSQL is not installed (no initdb and postgres found): its tests are skipped.")
            return nil
        }
        do {
            let account = try unprivilegedAccount()
            let folder = try temporaryFolder(ownedBy: account)
            for _ in 1...3 {
                // Another process may take the port first: then the server stops, and the next port is tried.
                if let url = try launch(programs, in: folder, port: try freePort(), as: account) {
                    return PostgresCluster(url: url)
                }
            }
            let log = try? String(contentsOfFile: folder + "/log", encoding: .utf8)
            try? FileManager.default.removeItem(atPath: folder)
            throw Unstartable(why: log ?? "it did not start")
        } catch {
            print("PostgreSQL is installed but cannot be started; its tests are skipped. \(error)")
            return nil
        }
    }

    private struct Unstartable: Error {
        let why: String
    }

    /// The newest version under `/usr/lib/postgresql`, else what `PATH` finds.
    private static func programsFolder() -> String? {
        let debian = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? [])
            .sorted { (Double($0) ?? 0) > (Double($1) ?? 0) }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = versions.map { "\(debian)/\($0)/bin" } + path.split(separator: ":").map(String.init)
        return folders.first { folder in
            ["initdb", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
        }
    }

    /// PostgreSQL refuses to run as root: it then runs as this account.
    private struct Account {
        let user: uid_t
        let group: gid_t
        /// What comes before a command to run it as this account.
        var prefix: String { "setpriv --reuid=\(user) --regid=\(group) --clear-groups" }
    }

    private static func unprivilegedAccount() throws -> Account? {
        guard geteuid() == 0 else { return nil }
        for name in ["postgres", "nobody"] {
            if let found = getpwnam(name) { return Account(user: found.pointee.pw_uid, group: found.pointee.pw_gid) }
        }
        throw Unstartable(why: "root cannot run it, and there is no account postgres or nobody")
    }

    private static func temporaryFolder(ownedBy account: Account?) throws -> String {
        var template = Array((NSTemporaryDirectory() + "burgerkracht-pg-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Unstartable(why: "no temporary folder can be made") }
        let folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        if let account, chown(folder, account.user, account.group) != 0 {
            throw Unstartable(why: "the temporary folder cannot be given to another account")
        }
        return folder
    }

    /// A port of the loopback interface that is free at this moment.
    private static func freePort() throws -> UInt16 {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let handle = socket(AF_INET, stream, 0)
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, length) == 0 && getsockname(handle, $0, &length) == 0
            }
        }
        guard isBound else { throw Unstartable(why: "no free port on 127.0.0.1") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Starts the keeper (below). The server's URL once it accepts connections, `nil` if it stopped.
    private static func launch(
        _ programs: String, in folder: String, port: UInt16, as account: Account?
    ) throws -> String? {
        let url = "postgresql://\(user)@127.0.0.1:\(port)/postgres"
        let keeper = Process()
        keeper.executableURL = URL(fileURLWithPath: "/bin/sh")
        keeper.arguments = ["-c", keeperScript]
        keeper.currentDirectoryURL = URL(fileURLWithPath: folder)
        keeper.standardInput = FileHandle.nullDevice
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        keeper.environment = [
            "PATH": "\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
            "PARENT": "\(getpid())", "FOLDER": folder, "PORT": "\(port)", "PG_USER": user,
            "AS": account?.prefix ?? "", "LC_ALL": "C",
        ]
        try keeper.run()
        let deadline = Date(timeIntervalSinceNow: 60)
        while keeper.isRunning, Date() < deadline {
            if (try? PostgresConnection(url: url)) != nil {
                running.withLock { $0 = (keeper, folder) }
                atexit { PostgresCluster.stop() }
                return url
            }
            Thread.sleep(forTimeInterval: 0.05)
        }
        guard !keeper.isRunning else {
            keeper.terminate()
            throw Unstartable(why: "it accepted no connection within a minute")
        }
        return nil
    }

    private static let running = Mutex<(keeper: Process, folder: String)?>(nil)

    /// Asks the keeper to stop the server, by its process id, and waits ten seconds at most.
    private static func stop() {
        running.withLock { running in
            guard let (keeper, folder) = running else { return }
            if keeper.isRunning { kill(keeper.processIdentifier, SIGTERM) }
            for _ in 0..<500 where keeper.isRunning { usleep(20_000) }
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    /// Makes the cluster, runs the server and watches this test process: when that is gone, killed or
    /// not, it stops the server and removes the folder. SIGTERM does the same at once. When the server
    /// stops by itself the folder stays, with the log.
    private static let keeperScript = """
        trap '' INT HUP
        server=
        stop() {
            # More than once: a server that has only just begun does not listen to signals yet.
            while [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null; do sleep 0.1; done
            rm -rf "$FOLDER"
            exit 0
        }
        trap stop TERM
        if ! [ -d "$FOLDER/cluster" ]; then
            $AS initdb -D "$FOLDER/cluster" -A trust --no-sync -U "$PG_USER" -E UTF8 --locale=C \\
                >"$FOLDER/log" 2>&1 || exit 1
        fi
        $AS postgres -D "$FOLDER/cluster" -p "$PORT" -c listen_addresses=127.0.0.1 \\
            -c "unix_socket_directories=$FOLDER" -c fsync=on -c max_connections=500 >>"$FOLDER/log" 2>&1 &
        server=$!
        while kill -0 "$PARENT" 2>/dev/null; do
            kill -0 "$server" 2>/dev/null || exit 1
            sleep 0.5 & wait $!
        done
        stop
        """
}
