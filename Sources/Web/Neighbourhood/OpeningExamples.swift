import Domain

/// Places to take part that do not exist, for the gallery.
enum OpeningExamples {
    static let grill = opening(
        1, .initiative, "Helpen met grillen op het buurtfeest", "zaterdag vanaf 12 uur", "speeltuin De Wip",
        WhomToCall(name: "De Wip", phone: "0123 45 67 61"))
    static let bikes = opening(
        2, .learnWork, "Fietsen leren maken, met iemand naast u", "drie ochtenden in de week", "De Fietskelder, Kade 4",
        WhomToCall(name: "De Fietskelder", phone: "0123 45 67 64"))
    static let closed = opening(
        3, .initiative, "Schilderen in de speeltuin", "in de meivakantie", "speeltuin De Wip",
        WhomToCall(name: "De Wip", phone: "0123 45 67 61"),
        .closed(by: Account.example.id, at: PlanExamples.now))

    private static func opening(
        _ number: UInt64, _ kind: Opening.Kind, _ words: String, _ when: String, _ place: String, _ call: WhomToCall,
        _ state: Opening.State = .open
    ) -> Opening {
        Opening(
            id: Opening.ID(high: 13, low: number), area: Area.example.id, kind: kind, words: words, place: place,
            when: when, call: call, until: PlanExamples.today.adding(days: 60), madeBy: Account.example.id,
            madeAt: PlanExamples.now, state: state, version: 1)
    }
}

extension OpeningsPage {
    static func examples(in frame: Frame) -> [OpeningsPage] {
        let some = [OpeningExamples.grill, OpeningExamples.bikes]
        func view(
            _ open: [Opening], past: [Opening] = [], tender: Account? = nil, plan: Plan? = nil, contact: Account? = nil
        ) -> OpeningsView {
            OpeningsView(
                area: .example, team: PlanExamples.running.team, open: open, past: past, tender: tender, plan: plan,
                contact: contact, today: PlanExamples.today)
        }
        var team = frame
        team.viewer = .account(.example)
        var faults = FormFaults()
        faults.add(frame.t[.faultEmpty], to: "wat")
        faults.add(frame.t[.faultOpeningPhone], to: "nummer")
        return [
            OpeningsPage(frame: frame, found: view(some)), OpeningsPage(frame: frame, found: view([])),
            OpeningsPage(
                frame: frame.at(PlanExamples.running),
                found: view(some, plan: PlanExamples.running.seat.plan, contact: .example)),
            OpeningsPage(frame: team, found: view(some, past: [OpeningExamples.closed], tender: .example)),
            OpeningsPage(
                frame: team, found: view([], tender: .example),
                form: ["soort": "leerwerkplek", "waar": "De Fietskelder", "nummer": "geen"], faults: faults),
        ]
    }
}
