import Domain
import Hummingbird

/// A form that came twice, by a double click or a bad line, is done once.
enum Once {
    /// - Parameters:
    ///   - mark: the form's own mark; without one (an API) the deed is simply done.
    ///   - deed: does it and says what to remember, and for which household.
    /// - Returns: what the deed led to, now or the first time.
    static func run(
        _ mark: String?, records: any Records, occasion: Occasion,
        _ deed: () throws -> (outcome: String, household: Household.ID)
    ) throws -> String {
        if let mark, let outcome = try records.receipts.outcome(of: mark) { return outcome }
        let (outcome, household) = try deed()
        if let mark {
            try records.receipts.insert(mark, outcome: outcome, household: household, at: occasion.now)
        }
        return outcome
    }
}

extension HouseContext {
    /// An id in the path; what cannot be one is simply not there.
    func id<Subject>(_ name: String) throws -> Identifier<Subject> {
        guard let id = Identifier<Subject>(try parameters.require(name)) else { throw HTTPError(.notFound) }
        return id
    }
}

extension House {
    /// The frame of a page at somebody's table, with her contact person on it.
    func frame(_ visit: Visit, of view: PlanView) -> Frame {
        var frame =
            switch view.seat.holder {
            case .owner, .guest:
                frame(visit, viewer: .table(view.seat.plan.id, isOwner: view.seat.isOwner), place: view.area.name)
            case .account(let account, _): frame(visit, viewer: .account(account), place: view.area.name)
            }
        if view.seat.sees == .everything { frame.contact = view.contact }
        frame.phone = view.team.phone
        return frame
    }
}
