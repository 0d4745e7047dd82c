import Domain

/// What the synthetic town is played on: the records of one transaction, chance, and the moment that
/// counts as now. Everything that happens on it is an action of Domain, at a moment in the past.
struct Stage {
    let records: any Records
    let chance: Chance
    let now: Instant

    /// So many days ago at a clock time in the Netherlands, but never later than now.
    func ago(_ days: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        let midnight = Instant.start(of: now.day.adding(days: -days))
        return min(now, midnight.adding(minutes: minute, hours: hour))
    }

    /// So many minutes ago, but still today.
    func today(minutesAgo minutes: Int) -> Instant {
        max(Instant.start(of: now.day), now.adding(minutes: -minutes))
    }

    /// A day that is not before tomorrow, so that an agreement until then runs.
    func ahead(_ days: Int) -> Day { now.day.adding(days: days) }

    /// From where somebody acts; addresses that are kept for examples (RFC 5737).
    enum Place: String {
        case home = "198.51.100.34"
        case office = "192.0.2.10"
        case elsewhere = "203.0.113.71"
    }

    func occasion(_ actor: Actor, _ at: Instant, from place: Place) -> Occasion {
        Occasion(
            actor: actor, now: at, origin: Origin(road: .page, address: place.rawValue), chance: chance)
    }

    func newID<Subject>() -> Identifier<Subject> { chance.identifier(at: now) }
}
