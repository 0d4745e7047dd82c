/// Who may do what with a waiting question (`domain.md` §5).
public enum QuestionPermission {
    /// A person of the team the question was brought to, who talks with residents.
    public static func mayAccept(_ question: Question, account: Account) -> Bool {
        account.role.takesUpQuestions && account.team == question.team
    }

    /// The team lead names who takes it up, without reading it (R-129, D6).
    public static func mayAssign(_ question: Question, account: Account) -> Bool {
        account.role == .teamLead && account.team == question.team
    }

    /// Who sees the list, and whether with the words in it.
    public static func listed(for account: Account) -> Listing {
        switch account.role {
        case .generalist, .specialist: account.team == nil ? .nothing : .withWords
        case .teamLead: account.team == nil ? .nothing : .ageOnly
        default: .nothing
        }
    }

    public enum Listing: Sendable {
        case withWords, ageOnly, nothing
    }
}
