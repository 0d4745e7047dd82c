import Domain

/// Who decides for the owner, in sentences: to herself, to who does it, and to the others (R-005).
enum RepresentingTexts {
    static func part(_ part: Representation.Part, in view: PlanView, _ t: Catalogue) -> String {
        switch part {
        case .plan: t[.partPlan]
        case .domain(let id): view.domains.first { $0.id == id }?.name ?? t[.oneSubject]
        }
    }

    static func kind(_ kind: Representation.Kind) -> TextKey {
        switch kind {
        case .chosen: .kindChosen
        case .authority: .kindAuthority
        case .mentor: .kindMentor
        case .administrator: .kindAdministrator
        }
    }

    /// A whole sentence, to the owner or to who decides for her.
    static func sentence(_ one: Representation.InForce, in view: PlanView, _ t: Catalogue) -> String {
        let keys: (you: TextKey, own: TextKey, others: TextKey) =
            switch one.weight {
            case .beside: (.representsYouBeside, .representsSelfBeside, .representsBeside)
            case .together: (.representsYouTogether, .representsSelfTogether, .representsTogether)
            case .alone: (.representsYouAlone, .representsSelfAlone, .representsAlone)
            }
        let isOwn = view.seat.represents.contains { $0.id == one.id }
        return t(
            view.seat.isOwner ? keys.you : isOwn ? keys.own : keys.others,
            [
                "naam": one.representation.name, "eigenaar": view.owner.name ?? t[.theOwner],
                "deel": part(one.representation.part, in: view, t), "dag": t.shortDay(one.representation.until),
            ])
    }
}

/// On the plan's page: in whose name somebody decides, or who decides with the owner.
struct RepresentingCard {
    let frame: Frame
    let view: PlanView

    private var t: Catalogue { frame.t }

    var html: HTML {
        if view.seat.isOwner { return forOwner }
        return view.seat.isRepresentative ? forRepresentative : ""
    }

    private func list(_ all: [Representation.InForce]) -> HTML {
        let together: HTML = all.contains { $0.weight == .together } ? "<p>\(t[.representsTogetherHow])</p>" : ""
        return "\(all.html { "<p><b>\(RepresentingTexts.sentence($0, in: view, t))</b></p>" })\(together)"
    }

    private var forOwner: HTML {
        guard !view.spokenFor.isEmpty else { return "" }
        return """
            <section class="card home"><h2>\(t[.representedTitle])</h2>\(list(view.spokenFor))<p><a href="\(Path.table(view.seat.plan.id))">\(t[.whoIsAtTable])</a></p></section>
            """
    }

    private var forRepresentative: HTML {
        let owner = view.owner.name ?? t[.theOwner]
        let own = view.seat.represents
        let back = own.filter { !$0.representation.kind.restsOnLaw }
        return """
            <section class="card home"><h2>\(t(.representingTitle, ["eigenaar": owner]))</h2>\(list(own))<p>\(t(.representingSeen, ["eigenaar": owner]))</p>
            \(back.html { one in
                frame.button(
                    t[.representGiveBack], .ending(one.representation), quiet: true,
                    about: RepresentingTexts.part(one.representation.part, in: view, t))
            })</section>
            """
    }
}

/// What was said to one proposal, and who still has to say it.
struct Consent {
    let view: PlanView
    let subject: GivenAnswer.Subject
    let domain: LifeDomain.ID?
    let t: Catalogue

    private var said: [GivenAnswer] { view.answers(to: subject) }
    private var yes: Seat.Yes { view.seat.yes(about: domain) }
    private var ownerName: String { view.owner.name ?? t[.theOwner] }

    private func saidYes(_ side: GivenAnswer.Side) -> Bool {
        said.contains { $0.side == side && $0.answer == .accept }
    }

    /// Whether this seat can answer at all.
    var answers: Bool { view.seat.side(about: domain) != nil }

    /// Whether a yes from here still changes something.
    var takesYes: Bool {
        switch yes {
        case .counts: true
        case .half: view.seat.side(about: domain).map { !saidYes($0) } ?? false
        case .belongs, .none: false
        }
    }

    /// While it waits: what was said, and who is next.
    var waiting: HTML {
        let line = next.map { "\(sentences) \($0)".trimmed } ?? sentences
        return line.isEmpty ? "" : "<p>\(line)</p>"
    }

    /// Afterwards: who answered, when that was somebody beside the owner.
    var settled: HTML {
        isByRepresentative ? " <span class=\"soft small\">\(sentences)</span>" : ""
    }

    /// Whether anybody beside the owner answered.
    var isByRepresentative: Bool {
        said.contains { if case .representative = $0.by { true } else { false } }
    }

    /// A no that can become a yes from here.
    func comesBack(on step: Step) -> Bool {
        if case .declined = step.state { takesYes } else { false }
    }

    var sentences: String { said.compactMap(sentence).joined(separator: " ") }

    private func sentence(_ answer: GivenAnswer) -> String? {
        let (own, other): (TextKey, TextKey)
        switch answer.answer {
        case .accept: (own, other) = (.youSaidYes, .saidYes)
        case .talk: (own, other) = (.youSaidTalk, .saidTalk)
        case .decline: (own, other) = (.youSaidNo, .saidNo)
        case .withdraw: return nil
        }
        switch answer.by {
        case .owner: return view.seat.isOwner ? t[own] : t(other, ["naam": ownerName])
        case .guest(let id, let name), .representative(let id, let name):
            let isOwn = view.seat.agreements.contains { $0.id == id }
            return isOwn ? t[own] : t(other, ["naam": name])
        case .account(_, let name): return t(other, ["naam": name])
        }
    }

    private var next: String? {
        let parents = view.spokenFor.filter {
            $0.representation.kind == .authority && $0.representation.part.covers(domain)
        }
        guard let parent = parents.first else { return nil }
        if case .belongs(let name) = yes { return t(.saysItHere, ["naam": name]) }
        guard parent.weight == .together else { return nil }
        switch (saidYes(.owner), saidYes(.authority)) {
        case (true, false): return waits(for: .authority, named: parent.representation.name)
        case (false, true): return waits(for: .owner, named: ownerName)
        default:
            guard let side = view.seat.side(about: domain) else { return nil }
            return t(.alsoAsked, ["naam": side == .owner ? parent.representation.name : ownerName])
        }
    }

    private func waits(for side: GivenAnswer.Side, named name: String) -> String {
        view.seat.side(about: domain) == side ? t[.nowYou] : t(.nowOther, ["naam": name])
    }
}

extension Step {
    /// Whether "toch nog niet" leads somewhere.
    var canResume: Bool {
        if case .declined = state { false } else { true }
    }
}

extension Seat {
    /// Whether a new step from here is agreed at once.
    var makesSteps: Bool { isOwner || represents.contains { $0.weight != .together } }
}

extension RepresentationRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .neverProfessional: Refused(.conflict, .refusedNeverProfessional)
        case .onlyOwnerChooses: Refused(.conflict, .refusedOnlyOwnerChooses)
        case .onlyContactRecords: Refused(.conflict, .refusedOnlyContactRecords)
        case .restsOnLaw: Refused(.conflict, .refusedRestsOnLaw)
        case .notShared: Refused(.conflict, .refusedNotShared)
        case .untilInPast: Refused(.unprocessableContent, .faultUntilPast)
        case .untilTooFar(let latest): Refused(.unprocessableContent, .faultRepresentUntil, [("dag", latest.text)])
        case .administratorForPart: Refused(.unprocessableContent, .faultAdministrator)
        case .bornNeeded: Refused(.unprocessableContent, .faultBorn)
        case .decidesHerself: Refused(.conflict, .refusedDecidesHerself)
        }
    }
}
