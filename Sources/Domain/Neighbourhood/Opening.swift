/// A place to take part (*plek om mee te doen*, R-049): what an initiative or a place to learn and work in the area
/// asks for. It is about the place alone. Who takes part is known to her own plan, and to nothing here.
public struct Opening: Sendable, Identifiable {
    public typealias ID = Identifier<Opening>

    public enum Kind: String, Sendable, CaseIterable {
        /// Something that people of the neighbourhood do together (*initiatief*).
        case initiative
        /// A place to learn and to work (*leerwerkplek*).
        case learnWork
    }

    public enum State: Hashable, Sendable {
        case open
        case closed(by: Account.ID, at: Instant)
    }

    public let id: ID
    public let area: Area.ID
    public let kind: Kind
    /// What somebody can do there: one sentence, as the place asks for it.
    public let words: String
    public let place: String
    /// "zaterdag vanaf 12 uur", in words.
    public let when: String
    public let call: WhomToCall
    /// The last day that it is open.
    public let until: Day
    public let madeBy: Account.ID
    public let madeAt: Instant
    public let state: State
    public let version: Int64

    public init(
        id: ID, area: Area.ID, kind: Kind, words: String, place: String, when: String, call: WhomToCall, until: Day,
        madeBy: Account.ID, madeAt: Instant, state: State, version: Int64
    ) {
        self.id = id
        self.area = area
        self.kind = kind
        self.words = words
        self.place = place
        self.when = when
        self.call = call
        self.until = until
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.state = state
        self.version = version
    }

    /// How many days ahead the last day may be: a year. What goes on after that is opened again.
    public static let longestOpen = 365

    /// Its last day went by.
    public func isOver(on today: Day) -> Bool { until < today }

    public func isOpen(on today: Day) -> Bool { state == .open && !isOver(on: today) }

    private func with(_ state: State, until: Day) -> Opening {
        Opening(
            id: id, area: area, kind: kind, words: words, place: place, when: when, call: call, until: until,
            madeBy: madeBy, madeAt: madeAt, state: state, version: version)
    }
}

/// Name and telephone number of a place (*wie u kunt bellen*). Never the number of a resident at home.
public struct WhomToCall: Hashable, Sendable {
    public let name: String
    public let phone: String

    public init(name: String, phone: String) {
        self.name = name
        self.phone = phone
    }

    /// The shortest numbers that anybody calls here have five digits: 14 0xx.
    var canBeCalled: Bool { phone.count { $0.isASCII && $0.isNumber } >= 5 }
}

/// Why not, about a place to take part.
public enum OpeningRefusal: Error, Equatable, Sendable {
    /// No such place in this area.
    case unknown
    /// Only who works for this area adds and closes here.
    case notFromThisArea
    /// What stands there cannot be called.
    case noNumber
    /// Its last day is today or later, and within a year.
    case untilOutOfReach(latest: Day)
    /// Closed meanwhile, or its last day went by.
    case notOpen
}

extension Opening {
    /// - Returns: the same day, when it can be the last.
    public static func lastDay(_ day: Day, from today: Day) throws(OpeningRefusal) -> Day {
        let latest = today.adding(days: longestOpen)
        guard day >= today, day <= latest else { throw .untilOutOfReach(latest: latest) }
        return day
    }

    /// *open* → *closed*. Closing twice is closing once.
    public func closed(by account: Account.ID, at now: Instant) -> Opening {
        if case .closed = state { return self }
        return with(.closed(by: account, at: now), until: until)
    }

    /// *closed* or over → *open*, until a new last day.
    public func reopened(until day: Day, on today: Day) throws(OpeningRefusal) -> Opening {
        with(.open, until: try Self.lastDay(day, from: today))
    }
}

extension Area {
    /// Who works for this area: its team, and the volunteers of the counter. They add and close places to take part.
    public func isTended(by account: Account) -> Bool {
        switch account.role {
        case .generalist, .specialist, .teamLead: account.team == team
        case .stip: account.team == nil || account.team == team
        default: false
        }
    }
}

public protocol OpeningRecords {
    func insert(_ opening: Opening) throws
    func find(_ id: Opening.ID) throws -> Opening?
    /// What is open in an area on this day, the oldest first.
    func open(in area: Area.ID, on today: Day, limit: Int) throws -> [Opening]
    /// What was closed or is over, the newest first.
    func past(in area: Area.ID, on today: Day, limit: Int) throws -> [Opening]
    /// Writes state and last day, when nobody else did since it was read.
    func update(_ opening: Opening) throws
}
