import Domain

/// The tables that hold something of one household: what is erased with it, what goes along in its copy,
/// and in what order they can be filled.
struct HouseholdTable: Sendable {
    enum Taken: Sendable {
        /// In the copy that a household takes along.
        case along
        /// Gone with the household, and of no use to anybody who comes back.
        case not
        /// In the copy; after an erasure it stays, with nothing in it that opens.
        case alongAndStays
    }

    let name: String
    /// Which rows are the household's, with its id as `$1`.
    let rows: String
    /// An order in which a row comes after the rows it refers to.
    let order: String
    /// What makes a row's place, for what is sealed in it.
    let key: [String]
    let taken: Taken

    init(
        _ name: String, rows: String = "household_id = $1", order: String = "id", key: [String] = ["id"],
        taken: Taken = .along
    ) {
        self.name = name
        self.rows = rows
        self.order = order
        self.key = key
        self.taken = taken
    }

    /// Each after the tables it refers to.
    static let all: [HouseholdTable] = [
        HouseholdTable("persons"),
        HouseholdTable("plans"),
        HouseholdTable("questions"),
        HouseholdTable("life_domains"),
        // A confirmed text refers to the note it confirms.
        HouseholdTable("stories", order: "CASE WHEN note_id IS NULL THEN 0 ELSE 1 END, id"),
        HouseholdTable("spoken_messages"),
        HouseholdTable("goals"),
        HouseholdTable("goal_texts"),
        HouseholdTable("measurements"),
        HouseholdTable("sheets"),
        HouseholdTable("emergencies"),
        // A vault is a household of its own: what a family takes along or has erased never holds a track (ADR 0018).
        HouseholdTable("safety_tracks", taken: .not),
        HouseholdTable("safety_entries", taken: .not),
        HouseholdTable(
            "safety_readers", order: "track_id, account_id", key: ["track_id", "account_id"], taken: .not),
        HouseholdTable("network_ties"),
        HouseholdTable("representations"),
        HouseholdTable("given_answers"),
        HouseholdTable("steps"),
        HouseholdTable("conferences"),
        HouseholdTable("conference_texts"),
        HouseholdTable("conference_steps"),
        HouseholdTable("conference_confirmations"),
        HouseholdTable("sharing_agreements"),
        HouseholdTable("sharing_requests"),
        HouseholdTable("notices"),
        // On their way, or over: who comes back from a file needs no mail of then.
        HouseholdTable("mails", taken: .not),
        HouseholdTable("return_links", order: "secret_hash", key: ["secret_hash"], taken: .not),
        HouseholdTable("journal", order: "seq", key: ["household_id", "seq"], taken: .alongAndStays),
        HouseholdTable("receipts", order: "mark_hash", key: ["mark_hash"], taken: .not),
        HouseholdTable(
            "session_guests", rows: "agreement_id IN (SELECT id FROM sharing_agreements WHERE household_id = $1)",
            order: "token_hash", key: ["token_hash", "agreement_id"], taken: .not),
        HouseholdTable(
            "demo_people",
            rows: """
                key_id IN (SELECT id FROM persons WHERE household_id = $1)
                OR key_id IN (SELECT id FROM sharing_agreements WHERE household_id = $1)
                """, taken: .not),
    ]
}
