import Crypto
import Domain
import Foundation

/// A column that is kept sealed. The name of the column goes along as associated data, together with
/// the row's id: a text that is moved to another row or column no longer opens.
enum SealedColumn: String, CaseIterable {
    case householdKey = "households.key_sealed"
    case personName = "persons.name_sealed"
    case personReach = "persons.reach_sealed"
    case personGiving = "persons.giving_sealed"
    case personLanguage = "persons.language_sealed"
    case personCode = "persons.code_sealed"
    case planRhythm = "plans.rhythm_sealed"
    case storyWords = "stories.words_sealed"
    case storyAuthor = "stories.author_sealed"
    case spokenSound = "spoken_messages.sound_sealed"
    case domainName = "life_domains.name_sealed"
    case stepWords = "steps.words_sealed"
    case stepWhen = "steps.when_sealed"
    case stepCallName = "steps.call_name_sealed"
    case stepCallPhone = "steps.call_phone_sealed"
    case goalWords = "goal_texts.words_sealed"
    case goalAuthor = "goal_texts.author_sealed"
    case measurementValue = "measurements.value_sealed"
    case measurementWords = "measurements.words_sealed"
    case sheetCode = "sheets.code_sealed"
    case emergencyReason = "emergencies.reason_sealed"
    case emergencySilence = "emergencies.silence_sealed"
    case emergencyReview = "emergencies.review_sealed"
    case representationBorn = "representations.born_sealed"
    case representationDocument = "representations.document_sealed"
    case answerAuthor = "given_answers.author_sealed"
    case conferenceWhen = "conferences.when_sealed"
    case conferencePlace = "conferences.place_sealed"
    case conferenceWords = "conference_texts.words_sealed"
    case conferenceAuthor = "conference_texts.author_sealed"
    case conferenceStepWords = "conference_steps.words_sealed"
    case conferenceStepWhen = "conference_steps.when_sealed"
    case safetyPlan = "safety_tracks.plan_sealed"
    case safetyAbout = "safety_tracks.about_sealed"
    case safetyWords = "safety_entries.words_sealed"
    case safetyAuthor = "safety_entries.author_sealed"
    case tieName = "network_ties.name_sealed"
    case tieRole = "network_ties.role_sealed"
    case tieLimit = "network_ties.limit_sealed"
    case tieCaution = "network_ties.caution_sealed"
    case agreementRole = "sharing_agreements.role_sealed"
    case requestReason = "sharing_requests.reason_sealed"
    case journalActor = "journal.actor_sealed"
    case journalOrigin = "journal.origin_sealed"
    case receiptOutcome = "receipts.outcome_sealed"
    case accountName = "accounts.name_sealed"
    case accountPhone = "accounts.phone_sealed"
    case accountBackground = "accounts.background_sealed"
    case accountPhoto = "accounts.photo_sealed"
    case demoLabel = "demo_people.label_sealed"
}

/// AES-GCM with one key.
struct Seal {
    let key: SymmetricKey

    func close(_ text: String, _ column: SealedColumn, row: some Hashable & CustomStringConvertible) throws -> [UInt8] {
        try close(Array(text.utf8), column, row: row.description)
    }

    func close(_ bytes: [UInt8], _ column: SealedColumn, row: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: associated(column, row))
        guard let combined = box.combined else { throw StoreError.corrupt(column.rawValue) }
        return Array(combined)
    }

    func closeOptional(
        _ text: String?, _ column: SealedColumn, row: some Hashable & CustomStringConvertible
    ) throws -> [UInt8]? {
        try text.map { try close($0, column, row: row) }
    }

    func open(_ sealed: [UInt8], _ column: SealedColumn, row: String) throws -> String {
        String(decoding: try openBytes(sealed, column, row: row), as: UTF8.self)
    }

    func openOptional(_ sealed: [UInt8]?, _ column: SealedColumn, row: String) throws -> String? {
        try sealed.map { try open($0, column, row: row) }
    }

    func openBytes(_ sealed: [UInt8], _ column: SealedColumn, row: String) throws -> Data {
        do {
            return try AES.GCM.open(
                AES.GCM.SealedBox(combined: sealed), using: key, authenticating: associated(column, row))
        } catch {
            throw StoreError.corrupt("\(column.rawValue) does not open with this key")
        }
    }

    private func associated(_ column: SealedColumn, _ row: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(72)
        bytes.append(contentsOf: column.rawValue.utf8)
        bytes.append(0)
        bytes.append(contentsOf: row.utf8)
        return bytes
    }
}
