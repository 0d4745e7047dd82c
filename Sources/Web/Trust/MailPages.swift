import Domain

/// "Kijk in uw mail": the same words for an address that we know and one that we do not.
struct LinkAskedPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.linkAskedTitle],
            """
            <h1>\(t[.linkAskedTitle])</h1>
            <div class="card home"><p>\(t[.linkAskedExplained])</p><p>\(t[.linkAskedOnce])</p></div>
            <h2>\(t[.linkAskedNothing])</h2><p>\(t[.linkAskedHelp])</p>
            <p><a class="button quiet" href="\(Path.code)">\(t[.linkUseCode])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [LinkAskedPage] { [LinkAskedPage(frame: frame)] }
}

/// What is behind a link from her mail. Opening this page uses nothing up; the button does.
struct ReturnLinkPage: Page {
    let frame: Frame
    let secret: ReturnLink.Secret
    /// So that she knows which plan it is: no word of it stands here.
    let begunOn: Day

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.linkOpenTitle],
            """
            <h1>\(t[.linkOpenTitle])</h1>
            <form class="card home" method="post" action="\(Path.opening(secret))">\(frame.marksOnce)<p>\(t(.linkOpenBegun, ["dag": t.shortDay(begunOn)]))</p><button class="button">\(t[.openMyPlan])</button></form>
            <p class="soft">\(t(.linkOpenDevice, ["knop": t[.leave]]))</p>
            """)
    }

    static func examples(in frame: Frame) -> [ReturnLinkPage] {
        guard let secret = ReturnLink.Secret(String(repeating: "0a", count: 32)) else { return [] }
        return [ReturnLinkPage(frame: frame, secret: secret, begunOn: Day(year: 2025, month: 3, day: 3))]
    }
}

/// A link that was used, or that is too old: what to do next.
struct LinkOverPage: Page {
    let frame: Frame

    var html: HTML {
        let t = frame.t
        return frame.document(
            t[.linkOverTitle],
            """
            <h1>\(t[.linkOverTitle])</h1><p class="card">\(t[.linkOver])</p>
            <p><a class="button" href="\(Path.askForLink)">\(t[.linkOverDo])</a></p>
            """)
    }

    static func examples(in frame: Frame) -> [LinkOverPage] { [LinkOverPage(frame: frame)] }
}

/// A letter in words, for the post to put on its way.
public struct LetterWords: Sendable {
    /// Who sends it.
    public let sender: String
    public let subject: String
    public let body: String
}

extension House {
    /// What stands in a letter: no name of hers, nothing of the plan, no id. The link, or the front of this house.
    /// - Parameter address: what links begin with.
    public func words(of letter: Letter, from address: String) -> LetterWords {
        let t = texts[letter.language]
        let municipality = t(.municipalityOf, ["gemeente": settings.municipality]).capitalizedFirst
        let call = t(.letterCall, ["nummer": letter.phone])
        let subject: TextKey
        // A link stands on a line of its own, so that nothing of the sentence gets into it.
        let parts: [String]
        switch letter.mail.kind {
        case .link:
            subject = .letterLinkSubject
            let link = letter.secret.map { address + Path.link($0).text } ?? ""
            parts = [t[.letterHello], "\(t[.letterLink])\n\(link)", t[.letterLinkOnce], call, municipality]
        case .news:
            subject = .letterNewsSubject
            parts = [
                t[.letterHello], "\(t[.letterNews])\n\(address)\(Path.front.text)", t[.letterNewsIn],
                t(.letterNewsOff, ["pagina": t[.yourCodeAndName]]), call, municipality,
            ]
        }
        return LetterWords(sender: municipality, subject: t[subject], body: parts.joined(separator: "\n\n") + "\n")
    }
}
