import Domain

/// The small parts that pages are made of.
extension Frame {
    /// A face, or initials as long as there is no photo. The name always stands beside it, so it is
    /// decoration for who does not see it.
    func face(of account: Account) -> HTML {
        guard account.hasPhoto else { return face(account.name, kind: "team") }
        return """
            <img class="face" src="\(Path.photo(account.id))" alt="" width="52" height="52">
            """
    }

    /// - Parameter kind: `home` for her own people, `team` for professionals.
    func face(_ name: String, kind: String) -> HTML {
        "<span class=\"face \(kind)\" aria-hidden=\"true\">\(initials(of: name))</span>"
    }

    /// A button that does one thing: a form of its own.
    func button(_ text: String, _ path: Path, quiet: Bool = false, about: String? = nil) -> HTML {
        let label: HTML = about.map { "<span class=\"unseen\">: \($0)</span>" } ?? ""
        return """
            <form method="post" action="\(path)">\(marks)<button class="button\(quiet ? " quiet" : "")">\(text)\(label)</button></form>
            """
    }

    /// What went wrong, at the top, each with a link to its field.
    func faultSummary(_ faults: FormFaults) -> HTML {
        guard !faults.isEmpty else { return "" }
        return """
            <div class="card late" role="alert"><h2>\(t[.faultsTitle])</h2><ul>\(faults.order.html { field in
                "<li><a href=\"#\(field)\">\(faults[field] ?? "")</a></li>"
            })</ul></div>
            """
    }

    /// Something good happened.
    func notice(_ text: String?) -> HTML {
        guard let text else { return "" }
        return "<p class=\"card street\" role=\"status\">\(text)</p>"
    }
}

/// One field with its label, hint and fault.
struct Field {
    let name: String
    let label: String
    var hint: String?
    var value: String = ""
    var faults = FormFaults()
    /// 1 is a line, more is a text area.
    var rows = 1
    var room: Words.Room = .line
    var type = "text"
    var autocomplete = "off"
    var inputMode: String?
    /// Whether to say that it may stay empty.
    var isOptional = false
    /// Asked for by the browser itself, where the form holds a file: a page that comes back would have lost that.
    var isRequired = false

    func html(_ t: Catalogue) -> HTML {
        let described = [hint == nil ? nil : "\(name)-uitleg", faults[name] == nil ? nil : "\(name)-fout"]
            .compactMap(\.self).joined(separator: " ")
        let attributes: HTML = """
            id="\(name)" name="\(name)" maxlength="\(String(room.rawValue))" autocomplete="\(autocomplete)"\(described.isEmpty ? .empty : " aria-describedby=\"\(described)\"" as HTML)\(faults[name] == nil ? .empty : " aria-invalid=\"true\"" as HTML)\(inputMode.map { " inputmode=\"\($0)\"" as HTML } ?? .empty)\(isRequired ? " required" as HTML : .empty)
            """
        let control: HTML =
            rows > 1
            ? "<textarea \(attributes) rows=\"\(String(rows))\">\n\(value)</textarea>"
            : "<input \(attributes) type=\"\(type)\" value=\"\(value)\">"
        let optional: HTML = isOptional ? " <span class=\"soft\">\(t[.mayStayEmpty])</span>" : ""
        return """
            <div class="field"><label for="\(name)">\(label)\(optional)</label>\(hint.map { "<p class=\"hint\" id=\"\(name)-uitleg\">\($0)</p>" as HTML } ?? .empty)\(faults[name].map { "<p class=\"fault\" id=\"\(name)-fout\">\($0)</p>" as HTML } ?? .empty)\(control)</div>
            """
    }
}

/// One of a few choices.
struct Choice {
    let value: String
    let label: String
    var hint: String?
}

/// A group of choices, one of which is taken.
struct Choices {
    let name: String
    let legend: String
    let choices: [Choice]
    var chosen: String?
    var faults = FormFaults()

    func html(_ t: Catalogue) -> HTML {
        """
        <fieldset class="choices" id="\(name)"><legend>\(legend)</legend>\(faults[name].map { "<p class=\"fault\">\($0)</p>" as HTML } ?? .empty)\(choices.html { choice in
            """
            <label><input type="radio" name="\(name)" value="\(choice.value)"\(choice.value == chosen ? " checked" as HTML : .empty)><span>\(choice.label)\(choice.hint.map { "<small>\($0)</small>" as HTML } ?? .empty)</span></label>
            """
        })</fieldset>
        """
    }
}

/// One or two letters for a face without a photo.
func initials(of name: String) -> String {
    let all = name.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
    let capital = all.filter(\.startsName)
    let chosen = capital.isEmpty ? all : capital
    guard let first = chosen.first?.first else { return "?" }
    guard chosen.count > 1, let last = chosen.last?.first else {
        return String(name.trimmed.prefix(2)).capitalizedFirst
    }
    return String([first, last]).uppercased()
}

extension Substring {
    /// Whether this word of a name counts for its initials: "van der" does not.
    fileprivate var startsName: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first.isASCII { return ("A"..."Z").contains(first) || ("0"..."9").contains(first) }
        return self.first?.isUppercase == true || self.first?.isNumber == true
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
