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

/// Every refusal of Domain as an answer: page and API say the same.
func refusal(for error: any Error) -> Refused? {
    switch error {
    case let refused as Refused: refused
    case let error as SeatRefusal: refusal(for: error)
    case let error as AcceptRefusal: refusal(for: error)
    case let error as AskRefusal: refusal(for: error)
    case let error as ReturnCodeRefusal: refusal(for: error)
    case let error as StepRefusal: refusal(for: error)
    case let error as StoryRefusal: refusal(for: error)
    case let error as InviteRefusal: refusal(for: error)
    case let error as InvitationRefusal: refusal(for: error)
    case let error as TransactionFailure: refusal(for: error)
    case let error as HTTPError: refusal(for: error)
    default: nil
    }
}

private func refusal(for error: SeatRefusal) -> Refused {
    switch error {
    case .noRelation: Refused(.notFound, .refusedNotFound)
    case .noRoad: Refused(.forbidden, .refusedNoRoad)
    case .onlyOwner: Refused(.notFound, .refusedNotFound)
    }
}

private func refusal(for error: HTTPError) -> Refused {
    switch error.status {
    case .notFound: Refused(.notFound, .refusedNotFound)
    case .contentTooLarge: Refused(.contentTooLarge, .refusedTooLarge)
    case .methodNotAllowed: Refused(.methodNotAllowed, .refusedNotFound)
    default: Refused(error.status.kind == .clientError ? error.status : .badRequest, .refusedEncoding)
    }
}

private func refusal(for error: TransactionFailure) -> Refused {
    switch error {
    case .overtaken: Refused(.conflict, .refusedOvertaken)
    case .unavailable: Refused(.serviceUnavailable, .refusedBusy, retryAfter: 10)
    }
}
