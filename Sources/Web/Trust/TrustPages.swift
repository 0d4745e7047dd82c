import Domain

/// "Wie ziet wat?": the rules of this house, in a few sentences.
struct WhoSeesWhatPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        let rules: [TextKey] = [
            .ruleOwner, .ruleTeam, .ruleGuest, .ruleJournal, .ruleSafety, .ruleLead, .ruleCouncil, .ruleNoScores,
        ]
        return frame.document(
            t[.whoSeesWhat],
            """
            <h1>\(t[.whoSeesWhat])</h1><ul class="card list">\(rules.html { "<li>\(t[$0])</li>" })</ul>
            <p><a href="\(Path.register)">\(t[.registerTitle])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [WhoSeesWhatPage] { [WhoSeesWhatPage(frame: frame)] }
}

/// Every personal field with what it is for, why we may, and how long it stays (R-128).
struct RegisterPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        let rows = FieldRegister.rows.filter { $0.table != "demo_people" }
        return frame.document(
            t[.registerTitle], isWide: true,
            """
            <h1>\(t[.registerTitle])</h1><p>\(t[.registerExplained])</p>
            <div class="card sideways" role="region" aria-label="\(t[.registerTitle])" tabindex="0"><table lang="nl"><thead><tr><th scope="col">\(t[.registerPurpose])</th><th scope="col">\(t[.registerGround])</th><th scope="col">\(t[.registerTerm])</th><th scope="col">\(t[.registerField])</th></tr></thead><tbody>\(rows.html { row in
                "<tr><th scope=\"row\">\(row.purpose)</th><td>\(row.ground.rawValue)</td><td>\(row.term.rawValue)</td><td><code>\(row.table).\(row.column)</code></td></tr>"
            })</tbody></table></div>
            """)
    }

    static func examples(in frame: Frame) -> [RegisterPage] { [RegisterPage(frame: frame)] }
}

/// The people of the fictional town, each a button.
struct DemoPage: Page {
    let frame: Frame
    let people: [DemoPerson]

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.demoTitle],
            """
            <h1>\(t[.demoTitle])</h1><p>\(t[.demoExplained])</p>
            \(group(t[.demoResidents], people.filter { $0.role == .owner }))
            \(group(t[.demoGuests], people.filter { $0.role == .network || $0.role == .representative }))
            \(group(t[.demoStaff], people.filter { ![.owner, .network, .representative].contains($0.role) }))
            """)
    }

    private func group(_ title: String, _ people: [DemoPerson]) -> HTML {
        guard !people.isEmpty else { return "" }
        return """
            <h2>\(title)</h2><ul class="plain">\(people.html { person in
                let kind = [.owner, .network, .representative].contains(person.role) ? "home" : "team"
                return """
                <li class="card"><div class="person">\(frame.face(person.name, kind: kind))<div><b>\(person.name)</b><span>\(PeopleTexts.role(person.role, frame.t)). \(person.situation)</span></div><form method="post" action="\(Path.demo(person.id))">\(frame.marks)<button class="button quiet">\(frame.t[.demoEnter])<span class="unseen"> \(person.name)</span></button></form></div></li>
                """
            })</ul>
            """
    }

    static func examples(in frame: Frame) -> [DemoPage] {
        let person = DemoPerson(
            id: DemoPerson.ID(high: 30, low: 1), name: "Samira", role: .owner,
            situation: "Haar plan loopt, met Femke als contactpersoon.", key: .owner(PlanExamples.owner.id))
        return [DemoPage(frame: frame, people: [person])]
    }
}
