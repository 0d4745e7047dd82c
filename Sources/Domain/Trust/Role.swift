/// In what role somebody acts (`domain.md` §5). A resident who owns a plan and a guest at her table
/// have no account; all others do.
public enum Role: String, CaseIterable, Sendable {
    case owner
    case network
    /// A guest who decides for the owner (*vertegenwoordiger*).
    case representative
    case neighbour
    case stip
    case generalist
    case specialist
    case provider
    case teamLead
    /// *Kwaliteit- en budgetregisseur.*
    case director
    case council
    case privacyOfficer
    /// The program itself, at night; or who runs it, by a command.
    case system

    /// Whether this role can ever reach a person. The others are answered 403 on a plan, not 404:
    /// for them there is no road at all (I11, R-117).
    public var hasRoadToPersons: Bool {
        switch self {
        case .owner, .network, .representative, .neighbour, .stip, .generalist, .specialist, .provider, .teamLead: true
        case .director, .council, .privacyOfficer, .system: false
        }
    }

    /// Whether people in this role talk with residents and take up their questions.
    public var takesUpQuestions: Bool { self == .generalist || self == .specialist }

    /// Paid for being there: counted as "professionals involved".
    public var isProfessional: Bool {
        switch self {
        case .generalist, .specialist, .provider, .teamLead, .director, .privacyOfficer: true
        case .owner, .network, .representative, .neighbour, .stip, .council, .system: false
        }
    }

    /// The roles that log in with an account.
    public static let withAccount: [Role] = allCases.filter {
        ![.owner, .network, .representative, .system].contains($0)
    }
}
