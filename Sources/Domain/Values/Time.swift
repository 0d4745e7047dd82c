import Foundation

/// A moment, in milliseconds since 1 January 1970 UTC.
public struct Instant: Hashable, Sendable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }

    public func adding(minutes: Int = 0, hours: Int = 0, days: Int = 0) -> Instant {
        Instant(milliseconds: milliseconds + Int64((days * 24 + hours) * 60 + minutes) * 60_000)
    }

    /// The calendar day on the wall in the Netherlands.
    public var day: Day {
        let local = milliseconds + Int64(Self.amsterdamOffset(at: milliseconds)) * 1000
        return Day(daysSinceEpoch: Int(local.flooredQuotient(by: 86_400_000)))
    }

    /// The clock on the wall in the Netherlands, as `14:05`.
    public var clock: String {
        let local = milliseconds + Int64(Self.amsterdamOffset(at: milliseconds)) * 1000
        let minutes = Int(local - local.flooredQuotient(by: 86_400_000) * 86_400_000) / 60_000
        return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }

    /// RFC 3339 in UTC, as the NL API Design Rules ask (`/core/date-time/timezone`).
    public var rfc3339: String {
        let day = Day(daysSinceEpoch: Int(milliseconds.flooredQuotient(by: 86_400_000)))
        let seconds = Int(milliseconds - milliseconds.flooredQuotient(by: 86_400_000) * 86_400_000) / 1000
        let clock = "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
        return "\(day.text)T\(clock)Z"
    }

    /// The first moment of a day in the Netherlands.
    public static func start(of day: Day) -> Instant {
        let midnightUTC = Int64(day.daysSinceEpoch) * 86_400_000
        let guess = midnightUTC - Int64(amsterdamOffset(at: midnightUTC)) * 1000
        return Instant(milliseconds: midnightUTC - Int64(amsterdamOffset(at: guess)) * 1000)
    }

    private static let amsterdam: TimeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    private static func amsterdamOffset(at milliseconds: Int64) -> Int {
        amsterdam.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }
}

/// A calendar day, written `YYYY-MM-DD` (ISO 8601), without a time zone.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970 in the Gregorian calendar.
    public let daysSinceEpoch: Int

    public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// Reads `YYYY-MM-DD`; a day that does not exist (30 February) is `nil`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), day >= 1
        else { return nil }
        let candidate = Day(year: year, month: month, day: day)
        guard candidate.parts == (year, month, day) else { return nil }
        self = candidate
    }

    public init(year: Int, month: Int, day: Int) {
        // Days from the civil calendar, counted in eras of 400 years (March first, so that leap days end a year).
        let shifted = month > 2 ? year : year - 1
        let era = Int64(shifted).flooredQuotient(by: 400)
        let yearOfEra = shifted - Int(era) * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = Int(era) * 146_097 + dayOfEra - 719_468
    }

    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = Int(Int64(shifted).flooredQuotient(by: 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var weekday: Int { (daysSinceEpoch % 7 + 7 + 3) % 7 + 1 }

    public var text: String {
        let (year, month, day) = parts
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            + "-\(twoDigits(month))-\(twoDigits(day))"
    }

    public func adding(days: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + days) }

    public func days(since earlier: Day) -> Int { daysSinceEpoch - earlier.daysSinceEpoch }

    public static func < (one: Self, other: Self) -> Bool { one.daysSinceEpoch < other.daysSinceEpoch }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
