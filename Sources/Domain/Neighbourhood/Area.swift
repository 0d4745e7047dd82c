/// A part of the municipality with a name of its own (*gebied*, here always a *wijk*).
public struct Area: Sendable, Identifiable {
    public typealias ID = Identifier<Area>

    public let id: ID
    /// What stands in the address of its page: `oosterhof`.
    public let slug: String
    public let name: String
    /// The team that answers the questions of this area.
    public let team: Team.ID

    public init(id: ID, slug: String, name: String, team: Team.ID) {
        self.id = id
        self.slug = slug
        self.name = name
        self.team = team
    }
}

public protocol AreaRecords {
    func all() throws -> [Area]
    func find(slug: String) throws -> Area?
    func find(_ id: Area.ID) throws -> Area?
    /// An area with the team that answers for it.
    func findWithTeam(_ id: Area.ID) throws -> (area: Area, team: Team)?
    func insert(_ area: Area) throws
}
