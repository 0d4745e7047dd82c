import HTTPTypes

/// What a page does with sound. Most do nothing, and then the browser lets them do nothing.
enum Sound: Sendable {
    case none
    /// It lets somebody hear a recording that is kept here.
    case playing
    /// It records, lets hear what was recorded, and sends it.
    case recording

    /// The headers in which such a page differs from the others.
    var headers: [HTTPField] {
        switch self {
        case .none: []
        case .playing: [policy(["media-src 'self'"])]
        case .recording:
            [
                policy(["media-src 'self' blob:", "connect-src 'self'"]),
                HTTPField(name: .permissionsPolicy, value: "geolocation=(), camera=(), microphone=(self)"),
            ]
        }
    }

    private func policy(_ more: [String]) -> HTTPField {
        HTTPField(name: .contentSecurityPolicy, value: (Doorkeeper.contentPolicy + more).joined(separator: "; "))
    }
}

extension HTTPField.Name {
    static let permissionsPolicy = houseField("Permissions-Policy")

    private static func houseField(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return field
    }
}
