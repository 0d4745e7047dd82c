import Domain

/// All pages with their examples: what `/ontwerp` shows, what the snapshots keep, what the
/// accessibility run opens.
enum Gallery {
    static let pages: [(name: String, examples: @Sendable (Frame) -> [any Page])] = [
        ("wijken", { AreasPage.examples(in: $0) }), ("wijk", { AreaPage.examples(in: $0) }),
        ("inspreken", { SpeakPage.examples(in: $0) }),
        ("bereik", { ReachPage.examples(in: $0) }), ("code", { CodePage.examples(in: $0) }),
        ("al-een-plan", { SecondPlanPage.examples(in: $0) }),
        ("uw-code", { PlanCodePage.examples(in: $0) }), ("naar-het-team", { BringPage.examples(in: $0) }),
        ("plan", { PlanPage.examples(in: $0) }), ("verder", { WaysPage.examples(in: $0) }),
        ("doelen", { GoalsPage.examples(in: $0) }), ("doel", { GoalPage.examples(in: $0) }),
        ("blad", { SheetPage.examples(in: $0) }), ("blad-op-papier", { SheetPaper.examples(in: $0) }),
        ("meenemen", { LeavePage.examples(in: $0) }), ("papier", { PaperPage.examples(in: $0) }),
        ("gewist", { ErasedPage.examples(in: $0) }),
        ("verhaal", { StoryPage.examples(in: $0) }),
        ("meedoen", { OpeningsPage.examples(in: $0) }), ("meedoen-kiezen", { TakePartPage.examples(in: $0) }),
        ("stap", { StepPage.examples(in: $0) }), ("tafel", { TablePage.examples(in: $0) }),
        ("collega-vragen", { AskPage.examples(in: $0) }),
        ("naaste", { TiePage.examples(in: $0) }), ("conferentie", { ConferencePage.examples(in: $0) }),
        ("iemand-erbij", { InvitePage.examples(in: $0) }), ("link", { LinkPage.examples(in: $0) }),
        ("uitnodiging", { InvitationPage.examples(in: $0) }), ("meegekeken", { LookedPage.examples(in: $0) }),
        ("inloggen", { LoginPage.examples(in: $0) }), ("vandaag", { TodayPage.examples(in: $0) }),
        ("vragen", { QuestionsPage.examples(in: $0) }), ("mensen", { PlansPage.examples(in: $0) }),
        ("werkdruk", { LoadPage.examples(in: $0) }), ("wie-ziet-wat", { WhoSeesWhatPage.examples(in: $0) }),
        ("veldregister", { RegisterPage.examples(in: $0) }), ("demo", { DemoPage.examples(in: $0) }),
        ("noodtoegang", { EmergencyPage.examples(in: $0) }),
        ("veiligheid", { SafetyListPage.examples(in: $0) }), ("veiligheid-begin", { SafetyStartPage.examples(in: $0) }),
        ("veiligheidsspoor", { SafetyTrackPage.examples(in: $0) }),
        ("link-gevraagd", { LinkAskedPage.examples(in: $0) }), ("terug-met-link", { ReturnLinkPage.examples(in: $0) }),
        ("link-voorbij", { LinkOverPage.examples(in: $0) }),
        ("nee", { RefusalPage.examples(in: $0) }),
    ]

    static func examples(of name: String, in frame: Frame) -> [any Page]? {
        pages.first { $0.name == name }?.examples(frame)
    }
}

/// The gallery's own page: every page in each of its states, and the parts they are made of.
struct GalleryPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.galleryTitle],
            """
            <h1>\(t[.galleryTitle])</h1><p>\(t[.galleryExplained])</p>
            <ul class="card list">\(Gallery.pages.html { "<li><b>\($0.name)</b><span class=\"row\">\(links(to: $0.name))</span></li>" })</ul>
            <h2>\(t[.galleryParts])</h2>
            <p class="row"><button class="button" type="button">\(t[.right])</button><button class="button quiet" type="button">\(t[.proposalNo])</button><button class="link" type="button">\(t[.stepFails])</button></p>
            <p class="row"><span class="tag">\(t[.ageExample])</span><span class="tag home">\(t[.me])</span><span class="tag team">\(t[.contactPerson])</span><span class="tag street">\(t[.right])</span><span class="tag late">\(t[.refusedTag])</span></p>
            <div class="card home"><blockquote>\(t[.inYourOwnWords])</blockquote></div><div class="card team"><div class="person">\(frame.face(of: .example))<div><b>Femke Dijkstra</b><span>\(t[.yourContact])</span></div></div></div>
            <form class="card">\(Field(name: "voorbeeld", label: t[.inYourOwnWords], hint: t[.speakingIsFine], rows: 3).html(t))</form>
            """)
    }

    private func links(to page: String) -> HTML {
        (Gallery.examples(of: page, in: frame) ?? []).indices.html { number in
            "<a href=\"\(Path.example(page, number))\">\(String(number + 1))<span class=\"unseen\"> \(page)</span></a>"
        }
    }

    static func examples(in frame: Frame) -> [GalleryPage] { [GalleryPage(frame: frame)] }
}
