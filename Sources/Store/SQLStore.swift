import Domain

/// The store: transactions of either engine, in which Domain's actions find their records.
public struct SQLStore: Transactions {
    public let database: any Database
    public let keys: InstallationKeys

    public init(database: any Database, keys: InstallationKeys) {
        self.database = database
        self.keys = keys
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

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T {
        let keys = keys
        return try await answering { try await database.read { try body(SQLRecords($0, keys: keys)) } }
    }

    public func write<T: Sendable>(_ body: @escaping @Sendable (any Records) throws -> T) async throws -> T {
        let keys = keys
        return try await answering {
            try await database.write { connection in
                let records = SQLRecords(connection, keys: keys)
                let answer = try body(records)
                try records.work.settle()
                return answer
            }
        }
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

    init(_ connection: any SQLConnection, keys: InstallationKeys) {
        work = Work(connection, keys: keys)
    }

    var areas: any AreaRecords { SQLAreaRecords(work: work) }
    var teams: any TeamRecords { SQLTeamRecords(work: work) }
    var accounts: any AccountRecords { SQLAccountRecords(work: work) }
    var questions: any QuestionRecords { SQLQuestionRecords(work: work) }
    var plans: any PlanRecords { SQLPlanRecords(work: work) }
    var stories: any StoryRecords { SQLStoryRecords(work: work) }
    var steps: any StepRecords { SQLStepRecords(work: work) }
    var sharing: any SharingRecords { SQLSharingRecords(work: work) }
    var journal: any JournalRecords { SQLJournalRecords(work: work) }
    var sessions: any SessionRecords { SQLSessionRecords(work: work) }
    var notices: any NoticeRecords { SQLNoticeRecords(work: work) }
    var receipts: any ReceiptRecords { SQLReceiptRecords(work: work) }
    var demo: any DemoRecords { SQLDemoRecords(work: work) }
}
