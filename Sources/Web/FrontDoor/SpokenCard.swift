import Domain

/// On the plan: what she said aloud, for herself and her contact person, until the words of it are right.
struct SpokenCard {
    let frame: Frame
    let view: PlanView
    var typed = ""
    var faults = FormFaults()

    private var t: Catalogue { frame.t }

    var html: HTML {
        guard let message = view.spoken else { return "" }
        return view.seat.isOwner ? own(message) : heard(message)
    }

    private func own(_ message: SpokenMessage) -> HTML {
        let isTypedOut = message.state != .recorded
        return """
            <section class="card home"><h2>\(title(message))</h2><p>\(t[isTypedOut ? .spokenReadBack : .spokenWaits])</p>\(player(message))
            <details><summary>\(t[.spokenRemoveTitle])</summary><p>\(t[.spokenRemoveExplained])</p>\(frame.button(t[.spokenRemove], .removal(of: message), quiet: true))</details></section>
            """
    }

    private func heard(_ message: SpokenMessage) -> HTML {
        let name = view.owner.name ?? t[.theOwner]
        guard message.state == .recorded else {
            return """
                <section class="card team"><h2>\(title(message))</h2><p>\(t(.spokenTypedOut, ["naam": name]))</p>\(player(message))</section>
                """
        }
        return """
            <section class="card home"><h2>\(title(message))</h2><p>\(t(.spokenListen, ["naam": name]))</p>\(player(message))
            <form method="post" action="\(Path.typedOut(message))">\(frame.marks)
            \(Field(name: "uitgetypt", label: t(.spokenTypeOut, ["naam": name]), value: typed, faults: faults, rows: 5, room: .story).html(t))
            <button class="button">\(t(.spokenTypeOutDo, ["naam": name]))</button></form></section>
            """
    }

    private func title(_ message: SpokenMessage) -> String {
        guard let seconds = message.seconds else { return t[.spokenMessage] }
        let rest = seconds % 60
        return t(.spokenMessageOf, ["tijd": "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"])
    }

    /// Nothing is fetched, and nothing stands in the journal, before somebody presses play.
    private func player(_ message: SpokenMessage) -> HTML {
        "<p><audio controls preload=\"none\" src=\"\(Path.spoken(message))\" aria-label=\"\(title(message))\"></audio></p>"
    }
}

extension SpokenRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .alreadyTypedOut: Refused(.conflict, .refusedTypedOut)
        case .onlyContact: Refused(.conflict, .refusedOnlyContact)
        case .onlyOwner: Refused(.conflict, .refusedOnlyOwner)
        }
    }
}

extension RecordingRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .empty: Refused(.unprocessableContent, .faultSpokenNothing)
        case .tooLong: Refused(.unprocessableContent, .faultSpokenTooLong)
        case .unknownKind: Refused(.unprocessableContent, .faultSpokenKind)
        }
    }
}

extension Recording.Kind {
    /// As it goes over the line.
    var mediaType: String {
        switch self {
        case .webm: "audio/webm"
        case .ogg: "audio/ogg"
        case .mp4: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        }
    }
}
