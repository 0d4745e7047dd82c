import Domain
import Hummingbird

/// From a page to a response.
extension House {
    /// The frame for this visit; a route fills in who looks and whom to call.
    func frame(_ visit: Visit, viewer: Frame.Viewer = .visitor, place: String? = nil) -> Frame {
        Frame(
            t: texts[visit.language], mark: visit.formMark(self), path: visit.path,
            place: place ?? settings.municipality, viewer: viewer, contact: nil, phone: nil, nameplate: nameplate)
    }

    func answer(_ page: some Page, _ visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        let body = ByteBuffer(bytes: page.html.bytes)
        var response = Response(status: status, headers: Self.pageHeaders, body: .init(byteBuffer: body))
        response.headers[.contentLanguage] = visit.language.rawValue
        for field in page.sound.headers { response.headers[field.name] = field.value }
        if visit.isNewVisitor {
            response.setCookie(
                Cookie(
                    name: Visit.visitorCookie, value: visit.visitorMark, path: "/", secure: true, httpOnly: true,
                    sameSite: .lax))
        }
        return response
    }

    private static let pageHeaders: HTTPFields = [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
    ]

    /// After a deed: look at the page it changed (POST, redirect, GET).
    /// - Parameter isKept: what was sent is kept here, so the browser can let go of its draft. Coming in keeps nothing.
    func seeOther(_ path: Path, isKept: Bool = true) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path.text, .cacheControl: "no-store"])
        if isKept {
            response.setCookie(
                Cookie(
                    name: Self.keptCookie, value: "1", maxAge: 120, path: "/", secure: true, httpOnly: false,
                    sameSite: .lax))
        }
        return response
    }

    /// Says that what was sent last is kept. The page's own script reads it and takes it away.
    static let keptCookie = "bewaard"

    func withLanguage(_ response: Response, _ language: Language) -> Response {
        var response = response
        response.headers[.contentLanguage] = language.rawValue
        response.setCookie(
            Cookie(
                name: Visit.languageCookie, value: language.rawValue, maxAge: 31_536_000, path: "/", secure: true,
                httpOnly: true, sameSite: .lax))
        return response
    }

    /// Puts a new token in the browser; the old one no longer exists.
    func withSession(_ response: Response, _ token: Session.Token, until end: Instant) -> Response {
        var response = response
        let seconds = Int((end.milliseconds - clock().milliseconds) / 1000)
        response.setCookie(
            Cookie(
                name: Visit.sessionCookie, value: token.text, maxAge: seconds, path: "/", secure: true,
                httpOnly: true, sameSite: .lax))
        return response
    }
}
