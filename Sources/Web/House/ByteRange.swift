/// The part of a file that a browser asks for, so that somebody can go back in what she hears (RFC 9110, 14.2).
enum ByteRange: Equatable {
    case whole
    case part(ClosedRange<Int>)
    /// It lies outside the file.
    case nowhere

    /// One range in bytes; several at once, or something else, is the same as asking for the whole.
    init(_ header: String?, of length: Int) {
        guard let header, header.hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        let numbers = ends.map { end in end.utf8.allSatisfy { (48...57).contains($0) } ? Int(end) : nil }
        guard ends.count == 2, zip(ends, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else {
            self = .whole
            return
        }
        switch (numbers[0], numbers[1]) {
        case (let first?, let last):
            guard first <= last ?? .max else {
                self = .whole
                return
            }
            self = first < length ? .part(first...min(last ?? .max, length - 1)) : .nowhere
        case (nil, let last?):
            self = last > 0 && length > 0 ? .part(max(0, length - last)...length - 1) : .nowhere
        case (nil, nil): self = .whole
        }
    }
}
