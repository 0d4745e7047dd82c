import Domain
import Foundation

struct SQLHouseholdRecords: HouseholdRecords {
    let work: Work

    func erase(_ household: Household.ID, at now: Instant) throws {
        // The head of the chain first: the journal stays, and must be found whole.
        try work.settle()
        // A session is a key ring: what it opens at other tables stays on it.
        _ = try work.connection.run(
            """
            UPDATE sessions SET person_id = NULL
            WHERE person_id IN (SELECT id FROM persons WHERE household_id = $1)
            """, .id(household))
        for table in HouseholdTable.all.reversed() where table.taken != .alongAndStays {
            _ = try work.connection.run("DELETE FROM \(table.name) WHERE \(table.rows)", .id(household))
        }
        _ = try work.connection.run(
            "UPDATE households SET key_sealed = NULL, erased_at = $1 WHERE id = $2", .instant(now), .id(household))
        work.forget(household, at: now)
    }

    func eraseRest(of household: Household.ID, at now: Instant) throws -> Bool {
        // Written as it was, so that nobody puts it back meanwhile.
        let rows = try work.connection.run(
            "UPDATE households SET erased_at = erased_at WHERE id = $1 RETURNING erased_at", .id(household))
        guard let row = rows.first else { return false }
        guard try row.optionalInstant(0) == nil else {
            guard case .kept = try work.cabinet.half(of: household) else { return false }
            work.forget(household, at: now)
            return true
        }
        guard try work.cabinet.half(of: household) == .destroyed else { return false }
        try erase(household, at: now)
        return true
    }

    func dueOnRequest(on today: Day, limit: Int) throws -> [Plan] {
        try work.connection.run(
            "SELECT \(SQLPlanRecords.columns) FROM plans p WHERE p.erase_day <= $1 ORDER BY p.erase_day, p.id LIMIT $2",
            .day(today), .integer(Int64(limit))
        ).map(SQLPlanRecords.plan)
    }

    func dueAtTerm(unchangedSince moment: Instant, limit: Int) throws -> [Plan] {
        try work.connection.run(
            """
            SELECT \(SQLPlanRecords.columns) FROM plans p
            WHERE p.state IN ('roundedOff', 'stopped') AND p.begun_at < $1 AND NOT EXISTS (
                SELECT 1 FROM journal j WHERE j.household_id = p.household_id AND j.at >= $1
                    AND j.action <> 'R' AND j.actor_kind <> 'system')
            ORDER BY p.id LIMIT $2
            """, .instant(moment), .integer(Int64(limit))
        ).map(SQLPlanRecords.plan)
    }
}
