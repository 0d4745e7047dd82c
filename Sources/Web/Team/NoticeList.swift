import Domain

/// What somebody has to know or do, each a line that goes when it was seen.
struct NoticeList {
    let frame: Frame
    let notices: [Notice]
    let today: Day
    /// For a team lead: who can become contact person.
    var members: [Account] = []

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard !notices.isEmpty else { return "" }
        return """
            <h2>\(t(.noticesTitle, count: notices.count))</h2><ul class="plain">\(notices.html(item))</ul>
            """
    }

    private func item(_ notice: Notice) -> HTML {
        let late = notice.kind == .triedAndFailed
        return """
            <li class="card\(late ? " late" : " team")" id="\(notice.id.text)"><p><b>\(t[key(notice.kind)])</b> <span class="soft">\(t(.ageDays, count: notice.days(on: today)))</span></p>\(deeds(notice))</li>
            """
    }

    private func deeds(_ notice: Notice) -> HTML {
        guard notice.kind != .otherContactAsked else {
            let name = "opvolger-\(notice.id.text)"
            return """
                <form class="row" method="post" action="\(Path.successor(notice.id))">\(frame.marks)<label for="\(name)">\(t[.assignTo])</label><select id="\(name)" name="medewerker">\(members.html { "<option value=\"\($0.id.text)\">\($0.name)</option>" })</select><button class="button quiet">\(t[.assign])</button></form>
                """
        }
        let open: HTML =
            notice.kind.isOfConference
            ? "<a class=\"button\" href=\"\(Path.conference(notice.plan))\">\(t[.conferenceOpen])</a>"
            : notice.kind == .planStopped
                ? "" : "<a class=\"button\" href=\"\(Path.plan(notice.plan))\">\(t[.noticeOpen])</a>"
        return "<div class=\"row\">\(open)\(frame.button(t[.noticeSeen], .seen(notice.id), quiet: true))</div>"
    }

    private func key(_ kind: Notice.Kind) -> TextKey {
        switch kind {
        case .triedAndFailed: .noticeTriedAndFailed
        case .planPaused: .noticePlanPaused
        case .planResumed: .noticePlanResumed
        case .planStopped: .noticePlanStopped
        case .planRoundedOff: .noticePlanRoundedOff
        case .planKeptWarm: .noticePlanKeptWarm
        case .otherContactAsked: .noticeOtherContact
        case .becameContact: .noticeBecameContact
        case .proposalTalk: .noticeProposalTalk
        case .proposalUnanswered: .noticeProposalUnanswered
        case .sleepsSoon: .noticeSleepsSoon
        case .planAsleep: .noticePlanAsleep
        case .emergencyOpened: .noticeEmergencyOpened
        case .representativeKeptOut: .noticeRepresentativeKeptOut
        case .conferenceWanted: .noticeConferenceWanted
        case .conferenceInvited: .noticeConferenceInvited
        case .conferencePresented: .noticeConferencePresented
        case .conferenceConfirmed: .noticeConferenceConfirmed
        case .mailFailed: .noticeMailFailed
        case .sharingGiven: .noticeSharingGiven
        case .sharingRefused: .noticeSharingRefused
        case .sharingUnanswered: .noticeSharingUnanswered
        }
    }
}
