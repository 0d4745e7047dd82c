import Domain

/// What is the same on every page of one installation.
final class Nameplate: Sendable {
    let municipality: String
    let stylesheet: Path
    let script: Path
    /// For pages with sound alone.
    let recorder: Path
    let icon: Path
    let isDemo: Bool
    let chance: Chance

    init(municipality: String, stylesheet: Path, script: Path, recorder: Path, icon: Path, isDemo: Bool, chance: Chance)
    {
        self.municipality = municipality
        self.stylesheet = stylesheet
        self.script = script
        self.recorder = recorder
        self.icon = icon
        self.isDemo = isDemo
        self.chance = chance
    }
}

/// What stands around every page: the language, the way back, who is looking, whom to call.
struct Frame: Sendable {
    enum Viewer: Sendable {
        case visitor
        /// At a table: the owner or a guest.
        case table(Plan.ID, isOwner: Bool)
        case account(Account)
    }

    var t: Catalogue
    /// The mark that each form carries (CSRF).
    let mark: String
    /// Path and query of this page, for the switch of language.
    let path: String
    /// The area, or the municipality.
    var place: String
    var viewer: Viewer
    /// The one contact person, on every page of hers (R-041).
    var contact: Account?
    /// A number for who would rather call.
    var phone: String?
    /// Whether the page itself shows the contact person, in a better place than its end.
    var showsContactItself = false
    /// The page has a switch of language of its own, that takes along what was typed.
    var switchesLanguageItself = false
    let nameplate: Nameplate
}

/// A page: plain values, its markup, and examples of each state it can be in. The examples are the
/// gallery, the snapshots and the accessibility run.
protocol Page: Sendable {
    var html: HTML { get }
    var sound: Sound { get }
    static func examples(in frame: Frame) -> [Self]
}

extension Page {
    var sound: Sound { .none }
}

extension Frame {
    /// The whole document.
    /// - Parameters:
    ///   - title: what stands in the tab; also the page's name for who does not see it.
    ///   - isWide: for lists of a team that stand beside each other.
    ///   - records: somebody can speak on it; the microphone needs a module of its own.
    func document(_ title: String, isWide: Bool = false, records: Bool = false, _ content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(t.language.rawValue)"\(t.language.isRightToLeft ? " dir=\"rtl\"" as HTML : .empty)><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
        <title>\(title) – \(place)</title>
        <link rel="icon" href="\(nameplate.icon)" type="image/svg+xml"><link rel="stylesheet" href="\(nameplate.stylesheet)"><script type="module" src="\(nameplate.script)"></script>\(records ? "<script type=\"module\" src=\"\(nameplate.recorder)\"></script>" as HTML : .empty)</head>
        <body data-who="\(who)" data-unsent="\(t[.draftUnsent])" data-discard="\(t[.draftDiscard])" data-meanwhile="\(t[.draftMeanwhile])" data-offline="\(t[.draftOffline])"><a class="skip" href="#inhoud">\(t[.toContent])</a>
        <header class="bar"><a class="place" href="\(home)">\(place)</a>\(navigation)</header>\(tabs)
        <main id="inhoud"\(isWide ? " class=\"wide\"" as HTML : .empty) tabindex="-1">
        \(content)
        \(showsContactItself ? .empty : contactStrip)
        </main>
        \(footer)
        </body></html>
        """
    }

    /// Whose drafts this browser may keep beyond this tab; nobody's for who is not known here.
    private var who: String {
        switch viewer {
        case .visitor: ""
        case .table: "tafel"
        case .account(let account): account.id.text
        }
    }

    private var home: Path {
        switch viewer {
        case .visitor: .front
        case .table(let plan, _): .plan(plan)
        case .account: .today
        }
    }

    /// The languages this page is not in.
    var others: [Language] { Language.allCases.filter { $0 != t.language } }

    private var navigation: HTML {
        let back = path.percentEncoded
        let language: HTML =
            switchesLanguageItself
            ? ""
            : """
            <details class="languages"><summary><span class="unseen">\(t[.language]): </span><span class="whole">\(t.language.ownName)</span><span class="short" aria-hidden="true">\(t.language.rawValue)</span></summary><ul>\(others.html { other in
                "<li><a href=\"\(Path.language(other, backTo: back))\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\" dir=\"auto\">\(other.ownName)</a></li>"
            })</ul></details>
            """
        let leave: HTML =
            switch viewer {
            case .visitor: ""
            case .table, .account:
                """
                <form method="post" action="\(Path.logout)">\(marks)<button class="link">\(t[.leave])</button></form>
                """
            }
        return """
            <nav class="more" aria-label="\(t[.navigationMore])"><button class="link speak" type="button" data-speak data-stop="\(t[.readStop])" hidden><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/></svg><span>\(t[.readAloud])</span></button><button class="link" type="button" data-print hidden>\(t[.print])</button>\(language)\(leave)</nav>
            """
    }

    /// One line with face, name and telephone, on every page of hers.
    var contactStrip: HTML {
        guard case .table = viewer, let contact else { return "" }
        return """
            <aside class="contact" aria-label="\(t[.contactPerson])">\(face(of: contact))<span><b>\(contact.name)</b> \(t[.yourContact])</span>
            <a class="button quiet" href="\(Path.call(contact.phone))">\(t(.callNumber, ["nummer": contact.phone]))</a></aside>
            """
    }

    private var footer: HTML {
        let call: HTML =
            phone.map { number in
                "· <a href=\"\(Path.call(number))\">\(t(.callTeam, ["nummer": number]))</a>"
            } ?? ""
        let demo: HTML = nameplate.isDemo ? "· <a href=\"\(Path.demo)\">\(t[.demoTitle])</a>" : ""
        return """
            <footer><p>Burgerkracht · \(t(.municipalityOf, ["gemeente": nameplate.municipality]))
            · <a href="\(Path.whoSeesWhat)">\(t[.whoSeesWhat])</a> \(call) \(demo)</p></footer>
            """
    }

    /// The tabs of somebody of the team.
    private var tabs: HTML {
        guard case .account(let account) = viewer else { return "" }
        var links: [(Path, TextKey)] = [(.today, .tabToday)]
        if account.role.mayBeInvited { links.append((.plans, .tabPeople)) }
        if account.role.takesUpQuestions { links.append((.questions, .tabQuestions)) }
        if account.role == .teamLead { links.append((.load, .tabLoad)) }
        guard links.count > 1 else { return "" }
        let here = path.split(separator: "?").first.map(String.init) ?? path
        return """
            <nav class="tabs" aria-label="\(t[.navigationTeam])">\(links.html { path, key in
                """
                <a href="\(path)"\(path.text == here ? " aria-current=\"page\"" as HTML : .empty)>\(t[key])</a>
                """
            })</nav>
            """
    }

    /// What every form carries: the mark against other people's forms (CSRF).
    var marks: HTML {
        "<input type=\"hidden\" name=\"\(Form.markField)\" value=\"\(mark)\">"
    }

    /// What a form that makes something new carries as well: a mark against sending it twice.
    var marksOnce: HTML {
        """
        \(marks)<input type="hidden" name="\(Form.onceField)" value="\(Session.Token(chance: nameplate.chance).text)">
        """
    }
}
