import Domain

/// Days and moments as people say them.
extension Catalogue {
    /// "maandag 3 maart 2025"
    func longDay(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return self(
            .dateLong,
            [
                "weekdag": names(.weekdayNames, at: day.weekday - 1), "dag": String(number),
                "maand": names(.monthNames, at: month - 1), "jaar": String(year),
            ])
    }

    /// "3 maart 2025"
    func shortDay(_ day: Day) -> String {
        let (year, month, number) = day.parts
        return self(
            .dateShort,
            ["dag": String(number), "maand": names(.monthNames, at: month - 1), "jaar": String(year)])
    }

    /// "vandaag 14:05", "gisteren 9:12", "3 maart 2025 9:12"
    func moment(_ instant: Instant, today: Day) -> String {
        switch today.days(since: instant.day) {
        case 0: self(.momentToday, ["tijd": instant.clock])
        case 1: self(.momentYesterday, ["tijd": instant.clock])
        default: self(.momentOther, ["dag": shortDay(instant.day), "tijd": instant.clock])
        }
    }

    /// "vandaag", "gisteren", "3 maart 2025"
    func dayName(_ day: Day, today: Day) -> String {
        switch today.days(since: day) {
        case 0: self[.today]
        case 1: self[.yesterday]
        default: shortDay(day)
        }
    }

    private func names(_ key: TextKey, at index: Int) -> String {
        self[key].split(separator: " ").map(String.init)[index]
    }
}
