/// A neighbourhood team (*sociaal wijkteam*).
public struct Team: Sendable, Identifiable {
    public typealias ID = Identifier<Team>

    public let id: ID
    public let name: String
    /// The number on every page, for who would rather call.
    public let phone: String

    public init(id: ID, name: String, phone: String) {
        self.id = id
        self.name = name
        self.phone = phone
    }
}

/// Somebody who logs in with a name and a password: everyone but residents at their own table and
/// their guests.
public struct Account: Sendable, Identifiable {
    public typealias ID = Identifier<Account>

    public let id: ID
    public let role: Role
    public let name: String
    public let phone: String
    /// What she knows most about (*achtergrond*): "schulden", "opvoeden".
    public let background: String
    public let team: Team.ID?
    public let hasPhoto: Bool

    public init(
        id: ID, role: Role, name: String, phone: String, background: String, team: Team.ID?, hasPhoto: Bool
    ) {
        self.id = id
        self.role = role
        self.name = name
        self.phone = phone
        self.background = background
        self.team = team
        self.hasPhoto = hasPhoto
    }
}

/// A small picture of a professional's face.
public struct Photo: Sendable {
    /// The kinds a browser shows and that cannot carry a script.
    public enum Kind: String, Sendable, CaseIterable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case webp = "image/webp"
    }

    public let kind: Kind
    public let bytes: [UInt8]

    public init(kind: Kind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }
}

public protocol TeamRecords {
    func find(_ id: Team.ID) throws -> Team?
    func insert(_ team: Team) throws
}

public protocol AccountRecords {
    func find(_ id: Account.ID) throws -> Account?
    /// Anybody who works here; `nil` in an empty house.
    func any() throws -> Account?
    /// The people of a team who talk with residents, by name.
    func members(of team: Team.ID) throws -> [Account]
    func photo(of id: Account.ID) throws -> Photo?
    func setPhoto(_ photo: Photo, of id: Account.ID) throws
    /// - Parameter passwordHash: in the PHC form of scrypt.
    func insert(_ account: Account, login: String, passwordHash: String) throws
    /// The account behind a login name and the hash of its password.
    func credentials(login: String) throws -> (account: Account, passwordHash: String)?
    /// One team's load, in counts only: never what the plans are about.
    func load(of team: Team.ID, on today: Day) throws -> [WorkerLoad]
}

/// How many plans somebody is contact person of. A count of work, never of a person in need (I7).
public struct WorkerLoad: Sendable {
    public let account: Account
    public let plans: Int

    public init(account: Account, plans: Int) {
        self.account = account
        self.plans = plans
    }
}
