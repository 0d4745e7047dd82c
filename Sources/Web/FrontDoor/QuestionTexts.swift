import Domain
import Hummingbird

/// The refusals of the front door, in words.
extension AcceptRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .alreadyAccepted(let name, let phone):
            Refused(.conflict, .refusedAlreadyAccepted, [("naam", name), ("nummer", phone)])
        case .withdrawn: Refused(.conflict, .refusedWithdrawn)
        case .notInTeam: Refused(.conflict, .refusedNotInTeam)
        }
    }
}

extension AskRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .alreadyWaiting(let days): Refused(.conflict, .refusedAlreadyWaiting, [("n", String(days))])
        case .alreadyHasContact(let name, let phone):
            Refused(.conflict, .refusedAlreadyHasContact, [("naam", name), ("nummer", phone)])
        case .noWayToReach: Refused(.conflict, .faultReach)
        case .hasPlan: Refused(.conflict, .refusedHasPlan)
        }
    }
}

extension ReturnCodeRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .empty: Refused(.badRequest, .faultCodeEmpty)
        case .notDigits: Refused(.badRequest, .faultCodeDigits)
        case .wrongLength(let count): Refused(.badRequest, .faultCodeLength, [("n", String(count))])
        case .unknown: Refused(.notFound, .faultCodeUnknown)
        }
    }
}

extension Catalogue {
    func text(for refusal: ReturnCodeRefusal) -> String { refusal.refused.text(self) }
}
