import Domain
import Hummingbird

/// The refusals of the front door, in words.
func refusal(for error: AcceptRefusal) -> Refused {
    switch error {
    case .unknown: Refused(.notFound, .refusedNotFound)
    case .alreadyAccepted(let name, let phone):
        Refused(.conflict, .refusedAlreadyAccepted, [("naam", name), ("nummer", phone)])
    case .withdrawn: Refused(.conflict, .refusedWithdrawn)
    case .notInTeam: Refused(.conflict, .refusedNotInTeam)
    }
}

func refusal(for error: AskRefusal) -> Refused {
    switch error {
    case .alreadyWaiting(let days): Refused(.conflict, .refusedAlreadyWaiting, [("n", String(days))])
    case .alreadyHasContact(let name, let phone):
        Refused(.conflict, .refusedAlreadyHasContact, [("naam", name), ("nummer", phone)])
    case .noWayToReach: Refused(.conflict, .faultReach)
    }
}

func refusal(for error: ReturnCodeRefusal) -> Refused {
    switch error {
    case .empty: Refused(.badRequest, .faultCodeEmpty)
    case .notDigits: Refused(.badRequest, .faultCodeDigits)
    case .wrongLength(let count): Refused(.badRequest, .faultCodeLength, [("n", String(count))])
    case .unknown: Refused(.notFound, .faultCodeUnknown)
    }
}

extension Catalogue {
    func text(for error: ReturnCodeRefusal) -> String { refusal(for: error).text(self) }
}
