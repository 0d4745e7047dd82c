import Domain
import Hummingbird

/// The plan as a whole: where it can go on to, and word to who has to know.
enum WayAPI {
    static func add(to api: inout APIRouter) {
        for deed in PlanMove.allCases {
            api.on(.post, "/plannen/{plan}/\(deed.noun)") { try await move(deed, $0) }
        }
        api.on(.post, "/plannen/{plan}/andere-contactpersoon", use: askAnother)
        api.on(.get, "/berichten", use: notices)
        api.on(.post, "/berichten/{bericht}/gezien", use: seen)
        api.on(.post, "/berichten/{bericht}/opvolger", use: successor)
    }

    private static func move(_ move: PlanMove, _ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        var reader = try await BodyReader(call)
        let words = reader.optionalWords("woorden", move.room)
        try reader.finish(())
        try await call.act(at: plan) { occasion, records in
            try movePlan(plan, by: move, words: words, on: occasion, records: records)
        }
        return call.done
    }

    private static func askAnother(_ call: APICall) async throws -> Response {
        let plan: Plan.ID = try call.id("plan")
        try await call.act(at: plan) { occasion, records in
            try askForAnotherContact(at: plan, on: occasion, records: records)
        }
        return call.done
    }

    private static func notices(_ call: APICall) async throws -> Response {
        let (notices, today) = try await call.look { occasion, records in
            guard occasion.actor.account != nil else { throw Refused(.forbidden, .refusedRolePage) }
            return (try openNotices(on: occasion, records: records), occasion.today)
        }
        return call.ok(NoticesBody(berichten: notices.map { NoticeBody($0, on: today) }))
    }

    private static func seen(_ call: APICall) async throws -> Response {
        let notice: Notice.ID = try call.id("bericht")
        try await call.act { occasion, records in
            try finishNotice(notice, on: occasion, records: records)
        }
        return call.done
    }

    private static func successor(_ call: APICall) async throws -> Response {
        let notice: Notice.ID = try call.id("bericht")
        var reader = try await BodyReader(call)
        let read = reader.id("medewerker", of: Account.self)
        let worker = try reader.finish(read)
        try await call.act { occasion, records in
            try nameSuccessor(notice, to: worker, on: occasion, records: records)
        }
        return call.done
    }
}

extension PlanMove {
    /// How much she can say with it: a rhythm is a line, anything else a few sentences.
    var room: Words.Room { self == .keepWarm ? .line : .sentence }
}

/// `Berichten`
struct NoticesBody: Encodable {
    let berichten: [NoticeBody]
}

/// `Bericht`
struct NoticeBody: Encodable {
    let id: String
    let soort: String
    /// Absent for a team lead, who has no road to a plan.
    let planId: String?
    let gemaaktOp: String
    let dagenOpen: Int

    init(_ notice: Notice, on today: Day) {
        id = notice.id.text
        soort = notice.kind.word
        if case .account = notice.reader { planId = notice.plan.text } else { planId = nil }
        gemaaktOp = notice.madeAt.rfc3339
        dagenOpen = notice.days(on: today)
    }
}

extension Notice.Kind {
    var word: String {
        switch self {
        case .triedAndFailed: "lukt-toch-niet"
        case .planPaused: "gepauzeerd"
        case .planResumed: "hervat"
        case .planStopped: "gestopt"
        case .planRoundedOff: "afgerond"
        case .planKeptWarm: "waakvlam"
        case .otherContactAsked: "andere-contactpersoon"
        case .becameContact: "contactpersoon-geworden"
        case .proposalTalk: "voorstel-in-gesprek"
        case .proposalUnanswered: "voorstel-zonder-antwoord"
        case .sleepsSoon: "gaat-slapen"
        case .planAsleep: "slaapt"
        case .emergencyOpened: "noodtoegang"
        case .representativeKeptOut: "vertegenwoordiger-buiten"
        case .conferenceWanted: "conferentie-gewenst"
        case .conferenceInvited: "conferentie-uitgenodigd"
        case .conferencePresented: "conferentie-plan-op-tafel"
        case .conferenceConfirmed: "conferentie-plan-bevestigd"
        case .mailFailed: "mail-niet-aangekomen"
        case .sharingGiven: "meekijken-mag"
        case .sharingRefused: "meekijken-nu-niet"
        case .sharingUnanswered: "meekijken-zonder-antwoord"
        }
    }
}
