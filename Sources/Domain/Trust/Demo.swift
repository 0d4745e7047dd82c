/// Somebody of the fictional town, behind a button on the demo page. In production there are none.
public struct DemoPerson: Sendable, Identifiable {
    public typealias ID = Identifier<DemoPerson>

    /// What the button puts on the visitor's key ring.
    public enum Key: Hashable, Sendable {
        case account(Account.ID)
        case owner(Person.ID)
        case guest(SharingAgreement.ID)
    }

    public let id: ID
    public let name: String
    public let role: Role
    /// In one line, what there is to see as this person.
    public let situation: String
    public let key: Key

    public init(id: ID, name: String, role: Role, situation: String, key: Key) {
        self.id = id
        self.name = name
        self.role = role
        self.situation = situation
        self.key = key
    }
}

public protocol DemoRecords {
    func all() throws -> [DemoPerson]
    func find(_ id: DemoPerson.ID) throws -> DemoPerson?
    func insert(_ person: DemoPerson) throws
}
