/// Everything an action may find and keep within one transaction. Domain says what it needs; Store
/// answers with SQL.
public protocol Records: AnyObject {
    var areas: any AreaRecords { get }
    var teams: any TeamRecords { get }
    var accounts: any AccountRecords { get }
    var questions: any QuestionRecords { get }
    var plans: any PlanRecords { get }
    var stories: any StoryRecords { get }
    var spoken: any SpokenRecords { get }
    var steps: any StepRecords { get }
    var goals: any GoalRecords { get }
    var emergencies: any EmergencyRecords { get }
    var representations: any RepresentationRecords { get }
    var conferences: any ConferenceRecords { get }
    var safety: any SafetyRecords { get }
    var sheets: any SheetRecords { get }
    var openings: any OpeningRecords { get }
    var sharing: any SharingRecords { get }
    var requests: any SharingRequestRecords { get }
    var journal: any JournalRecords { get }
    var sessions: any SessionRecords { get }
    var notices: any NoticeRecords { get }
    var households: any HouseholdRecords { get }
    var night: any NightRecords { get }
    var receipts: any ReceiptRecords { get }
    var mails: any MailRecords { get }
    var demo: any DemoRecords { get }
}

/// Why a transaction did not come to its end, when the action itself had nothing against it.
public enum TransactionFailure: Error, Equatable, Sendable {
    /// Somebody else changed the same thing at the same time, also after trying again.
    case overtaken
    /// The store does not answer now. Nothing was changed.
    case unavailable
}

/// Runs an action in one transaction. Within it everything is synchronous, so nothing waits halfway.
public protocol Transactions: Sendable {
    /// Sees one consistent state and cannot change it.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T
    /// Answers only when everything is durably kept; on an error nothing is.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T
}
