import Domain

/// The store: transactions of either engine, in which Domain's actions find their records.
public struct SQLStore: Transactions {
    public let database: any Database
    public let keys: InstallationKeys
    public let cabinet: KeyCabinet
    /// Whether mail goes out from here; without it none is queued.
    public var sendsMail = false

    public init(database: any Database, keys: InstallationKeys, cabinet: KeyCabinet) {
        self.database = database
        self.keys = keys
        self.cabinet = cabinet
    }

    /// Whether what is sealed here opens with these keys: `false` when somebody brought the wrong key.
    public func opensWithItsKey() async throws -> Bool {
        try await read { records in
            do {
                _ = try records.accounts.any()
                return true
            } catch StoreError.corrupt {
                return false
            }
        }
    }

    /// Whether the newest household here stands in the cabinet: `false` when somebody brought another cabinet.
    public func hasItsCabinet() async throws -> Bool {
        let cabinet = cabinet
        return try await database.read { connection in
            let rows = try connection.run("SELECT id FROM households WHERE erased_at IS NULL ORDER BY id DESC LIMIT 1")
            guard let row = rows.first else { return true }
            return try cabinet.half(of: try row.id(0)) != .missing
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T {
        let (keys, cabinet, sendsMail) = (keys, cabinet, sendsMail)
        return try await answering {
            try await database.read {
                try body(SQLRecords($0, keys: keys, cabinet: cabinet, sendsMail: sendsMail))
            }
        }
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T {
        let (keys, cabinet, sendsMail) = (keys, cabinet, sendsMail)
        return try await answering {
            let (answer, erased) = try await database.write { connection in
                let records = SQLRecords(connection, keys: keys, cabinet: cabinet, sendsMail: sendsMail)
                let answer = try body(records)
                try records.work.settle()
                return (answer, records.work.erased)
            }
            // After the commit, so that a transaction that is run again still has its key. Who is cut off
            // here is finished by `Reconciliation`.
            for household in erased { try cabinet.destroy(household.id, at: household.at) }
            return answer
        }
    }

    public func close() async {
        await database.close()
        cabinet.close()
    }

    /// What a caller can do something about, in Domain's words; the rest is a fault and goes on as it is.
    private func answering<T>(_ transaction: () async throws -> T) async throws -> T {
        do {
            return try await transaction()
        } catch StoreError.stale {
            throw TransactionFailure.overtaken
        } catch StoreError.unavailable {
            throw TransactionFailure.unavailable
        }
    }
}

/// All records of one transaction.
final class SQLRecords: Records {
    let work: Work
    private let sendsMail: Bool

    init(
        _ connection: any SQLConnection, keys: InstallationKeys, cabinet: KeyCabinet, sendsMail: Bool = false
    ) {
        self.sendsMail = sendsMail
        work = Work(connection, keys: keys, cabinet: cabinet)
    }

    var areas: any AreaRecords { SQLAreaRecords(work: work) }
    var teams: any TeamRecords { SQLTeamRecords(work: work) }
    var accounts: any AccountRecords { SQLAccountRecords(work: work) }
    var questions: any QuestionRecords { SQLQuestionRecords(work: work) }
    var plans: any PlanRecords { SQLPlanRecords(work: work) }
    var stories: any StoryRecords { SQLStoryRecords(work: work) }
    var spoken: any SpokenRecords { SQLSpokenRecords(work: work) }
    var steps: any StepRecords { SQLStepRecords(work: work) }
    var goals: any GoalRecords { SQLGoalRecords(work: work) }
    var emergencies: any EmergencyRecords { SQLEmergencyRecords(work: work) }
    var representations: any RepresentationRecords { SQLRepresentationRecords(work: work) }
    var conferences: any ConferenceRecords { SQLConferenceRecords(work: work) }
    var safety: any SafetyRecords { SQLSafetyRecords(work: work) }
    var sheets: any SheetRecords { SQLSheetRecords(work: work) }
    var openings: any OpeningRecords { SQLOpeningRecords(work: work) }
    var sharing: any SharingRecords { SQLSharingRecords(work: work) }
    var requests: any SharingRequestRecords { SQLSharingRequestRecords(work: work) }
    var journal: any JournalRecords { SQLJournalRecords(work: work) }
    var sessions: any SessionRecords { SQLSessionRecords(work: work) }
    var notices: any NoticeRecords { SQLNoticeRecords(work: work) }
    var households: any HouseholdRecords { SQLHouseholdRecords(work: work) }
    var night: any NightRecords { SQLNightRecords(work: work) }
    var receipts: any ReceiptRecords { SQLReceiptRecords(work: work) }
    var mails: any MailRecords { SQLMailRecords(work: work, isSending: sendsMail) }
    var demo: any DemoRecords { SQLDemoRecords(work: work) }
}
