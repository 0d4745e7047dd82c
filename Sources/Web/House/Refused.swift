import Domain
import Hummingbird

/// An answer that is not what was asked for, in words.
struct Refused: Error {
    let status: HTTPResponse.Status
    let key: TextKey
    let holes: [(String, String)]
    /// Seconds to wait before trying again.
    let retryAfter: Int?

    init(
        _ status: HTTPResponse.Status, _ key: TextKey, _ holes: [(String, String)] = [], retryAfter: Int? = nil
    ) {
        self.status = status
        self.key = key
        self.holes = holes
        self.retryAfter = retryAfter
    }

    func text(_ t: Catalogue) -> String {
        holes.reduce(t[key]) { $0.replacing("{\($1.0)}", with: $1.1) }
    }
}

/// What can be told to a visitor: every refusal of Domain is one, and page and API say the same.
protocol Answerable: Error {
    var refused: Refused { get }
}

extension Refused: Answerable {
    var refused: Refused { self }
}

extension SeatRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .noRelation: Refused(.notFound, .refusedNotFound)
        case .noRoad: Refused(.forbidden, .refusedNoRoad)
        case .onlyOwner, .onlyConference: Refused(.notFound, .refusedNotFound)
        }
    }
}

extension HTTPError: Answerable {
    var refused: Refused {
        switch status {
        case .notFound: Refused(.notFound, .refusedNotFound)
        case .contentTooLarge: Refused(.contentTooLarge, .refusedTooLarge)
        case .methodNotAllowed: Refused(.methodNotAllowed, .refusedNotFound)
        default: Refused(status.kind == .clientError ? status : .badRequest, .refusedEncoding)
        }
    }
}

extension TransactionFailure: Answerable {
    var refused: Refused {
        switch self {
        case .overtaken: Refused(.conflict, .refusedOvertaken)
        case .unavailable: Refused(.serviceUnavailable, .refusedBusy, retryAfter: 10)
        }
    }
}
