import Domain
import Foundation

@testable import Store

/// Everything personal that a store holds, opened by who may: the owners themselves.
struct Told {
    private(set) var texts: Set<String> = []

    /// Words so long that they are nowhere by chance.
    var longWords: Set<String> {
        Set(texts.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 8 }.map(String.init))
    }

    static func everything(in store: SQLStore, people: [DemoPerson], at now: Instant = testNow) async throws
        -> Told
    {
        var told = Told()
        for person in people {
            told.add(person.name)
            told.add(person.situation)
            switch person.key {
            case .account(let id):
                let account = try await store.read { try $0.accounts.find(id) }
                told.add(account)
                if let account, account.role.mayBeInvited { try await told.add(tracksOf: account, in: store, at: now) }
            case .owner(let id): try await told.add(planOf: id, in: store, at: now)
            case .guest: break
            }
        }
        return told
    }

    /// Shorter ones are in any file by chance.
    private mutating func add(_ text: String?) {
        if let text, text.utf8.count >= 4 { texts.insert(text) }
    }

    private mutating func add(_ account: Account?) {
        add(account?.name)
        add(account?.phone)
        add(account?.background)
    }

    private mutating func add(tracksOf account: Account, in store: SQLStore, at now: Instant) async throws {
        let occasion = occasion(Actor(account: account), at: now)
        let list = try await store.write { try ownTracks(on: occasion, records: $0) }
        for track in list.open + list.closed {
            add(track.about)
            let view = try await store.write { try readTrack(track.id, on: occasion, records: $0) }
            for entry in view.entries { add(entry.words) }
        }
    }

    private mutating func add(planOf owner: Person.ID, in store: SQLStore, at now: Instant) async throws {
        let (view, code, measurements, conference) = try await store.write { records in
            let occasion = occasion(Actor(owner: owner), at: now)
            guard let plan = try records.plans.plan(of: owner) else { throw SeatRefusal.noRelation }
            let goals = try readGoals(of: plan, on: occasion, records: records)
            return (
                goals.view, try readCode(of: plan, on: occasion, records: records).code, goals.measurements,
                try readConference(at: plan, on: occasion, records: records)
            )
        }
        add(conference.conference?.when)
        add(conference.conference?.place)
        for text in conference.texts { add(text.words) }
        for step in conference.steps {
            add(step.words)
            add(step.when)
        }
        add(view.owner.name)
        add(view.owner.reach)
        add(code?.digits)
        for story in view.stories { add(story.words) }
        for domain in view.domains { add(domain.name) }
        for goal in view.goals { for text in goal.texts { add(text.words) } }
        for measurement in measurements { add(measurement.words) }
        for step in view.steps {
            add(step.words)
            add(step.when)
        }
        for tie in view.table.ties {
            add(tie.name)
            add(tie.role)
        }
        for one in view.spokenFor { add(one.representation.document) }
        for request in view.requests { add(request.reason) }
        for agreement in view.table.agreements { add(agreement.role) }
    }
}
