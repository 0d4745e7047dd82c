import Domain

/// The other way through the front door: she speaks instead of writing (R-031, R-131). With JavaScript the page
/// records; without it a telephone opens its own recorder for the same field.
struct SpeakPage: Page {
    let frame: Frame
    let area: Area
    /// Of the team, for who would rather call.
    let phone: String
    var words = ""
    var reach = ""
    var faults = FormFaults()

    static let file = "opname"

    var sound: Sound { .recording }

    private var t: Catalogue { frame.t }

    var html: HTML {
        frame.document(
            t[.spokenTitle], records: true,
            """
            \(frame.faultSummary(faults))
            <p><a href="\(Path.area(area))">\(t[.spokenRatherType])</a></p>
            <h1>\(t[.spokenTitle])</h1><p>\(t[.spokenExplained])</p>
            <form class="card home" method="post" enctype="multipart/form-data" action="\(Path.spoken(area))" data-speaking data-sending="\(t[.spokenSending])" data-failed="\(t(.spokenNotSent, ["nummer": phone]))">\(frame.marksOnce)
            \(recorder)\(fileField)
            \(Field(name: "bereik", label: t[.reachLabel], hint: t[.reachHint], value: reach, faults: faults, room: .reach, autocomplete: "tel", isRequired: true).html(t))
            \(Field(name: "zin", label: t[.spokenWords], value: words, faults: faults, rows: 2, room: .sentence, isOptional: true).html(t))
            <p class="soft">\(t[.spokenWhoHears])</p>
            <p class="fault" role="alert" data-refused hidden></p>
            <p><button class="button">\(t[.sendToTeam])</button></p></form>
            """)
    }

    /// Shown by the script, when this browser can record.
    private var recorder: HTML {
        """
        <div class="recorder" data-recorder data-running="\(t[.spokenRunning])" data-ready="\(t[.spokenReady])" data-full="\(t[.spokenFull])" data-again="\(t[.spokenAgain])" data-no-microphone="\(t(.spokenNoMicrophone, ["nummer": phone]))" data-no-permission="\(t(.spokenNoPermission, ["nummer": phone]))" hidden>
        <button class="button record" type="button" data-start>\(t[.spokenStart])</button>
        <button class="button record" type="button" data-stop hidden>\(t[.spokenStop])</button>
        <p class="clock" data-clock hidden><span>0:00</span> <span class="soft">\(t[.spokenOfTwoMinutes])</span></p>
        <audio controls aria-label="\(t[.spokenYours])" hidden></audio>
        <p role="status"></p><p class="fault" role="alert" data-trouble hidden></p></div>
        """
    }

    private var fileField: HTML {
        let fault: HTML =
            faults[Self.file].map { "<p class=\"fault\" id=\"\(Self.file)-fout\">\($0)</p>" } ?? ""
        let described = "\(Self.file)-uitleg" + (faults[Self.file] == nil ? "" : " \(Self.file)-fout")
        let invalid: HTML = faults[Self.file] == nil ? "" : " aria-invalid=\"true\""
        return """
            <div class="field" data-file><label for="\(Self.file)">\(t[.spokenFile])</label><p class="hint" id="\(Self.file)-uitleg">\(t[.spokenFileHint])</p>\(fault)<input id="\(Self.file)" name="\(Self.file)" type="file" accept="audio/*" capture aria-describedby="\(described)"\(invalid)></div>
            """
    }

    static func examples(in frame: Frame) -> [SpeakPage] {
        var faults = FormFaults()
        faults.add(frame.t[.faultSpokenKind], to: file)
        faults.add(frame.t[.faultReach], to: "bereik")
        return [
            SpeakPage(frame: frame, area: .example, phone: "0123 45 67 89"),
            SpeakPage(
                frame: frame, area: .example, phone: "0123 45 67 89", words: "Het gaat over mijn moeder.",
                faults: faults),
        ]
    }
}
