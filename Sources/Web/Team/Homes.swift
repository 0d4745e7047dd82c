import Domain

/// Where somebody starts, who has a key already.
enum Homes {
    static func path(of occasion: Occasion, records: any Records) throws -> Path? {
        if occasion.actor.account != nil { return .today }
        if let owner = occasion.actor.owner, let plan = try records.plans.plan(of: owner) { return .plan(plan) }
        if let session = occasion.actor.session,
            let plan = try records.sharing.plans(of: session, on: occasion.today).first
        {
            return .plan(plan)
        }
        return nil
    }
}
