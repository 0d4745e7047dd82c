/// A message by e-mail that has to go out (*mail*): what it is for and how far it came, never what stands in it.
/// It is kept with what it is about, in one transaction, and goes when the post comes by (ADR 0020).
public struct Mail: Sendable, Identifiable {
    public typealias ID = Identifier<Mail>

    public enum Kind: String, Sendable, CaseIterable {
        /// She asked for a link that opens her plan.
        case link
        /// "Er is iets nieuws in uw plan", and not a word of what.
        case news

        /// How long after it was made it still makes sense to try, in hours. Who waits for a link asks again.
        var patienceHours: Int {
            switch self {
            case .link: 1
            case .news: 48
            }
        }
    }

    public enum State: Hashable, Sendable {
        /// Waits until `due`.
        case queued(due: Instant)
        /// With the mail program, by the post office of one machine. Only what that office wrote down ends this.
        case handed(by: String, at: Instant)
        /// The mail program took it upon itself.
        case sent(at: Instant)
        /// It could not be handed over for too long, or never will.
        case failed(at: Instant)
        /// Nobody needs it any more.
        case dropped(at: Instant)

        public var isOver: Bool {
            switch self {
            case .queued, .handed: false
            case .sent, .failed, .dropped: true
            }
        }
    }

    public let id: ID
    public let kind: Kind
    public let plan: Plan.ID
    public let household: Household.ID
    public let madeAt: Instant
    public let state: State
    /// How often it was handed over.
    public let attempts: Int
    public let version: Int64

    public init(
        id: ID, kind: Kind, plan: Plan.ID, household: Household.ID, madeAt: Instant, state: State, attempts: Int,
        version: Int64
    ) {
        self.id = id
        self.kind = kind
        self.plan = plan
        self.household = household
        self.madeAt = madeAt
        self.state = state
        self.attempts = attempts
        self.version = version
    }

    static func new(_ kind: Kind, about plan: Plan, on occasion: Occasion) -> Mail {
        Mail(
            id: occasion.newID(), kind: kind, plan: plan.id, household: plan.household, madeAt: occasion.now,
            state: .queued(due: occasion.now), attempts: 0, version: 1)
    }
}

/// What happens to a mail on its way.
public enum MailMove: Hashable, Sendable {
    /// The post office gives it to the mail program.
    case hand(by: String)
    /// The mail program took it.
    case accept
    /// The mail program did not take it: for now, or it says that it never will.
    case refuse(forGood: Bool)
    /// Nobody knows whether it was taken: the mail program itself was cut off.
    case loseSight
    /// It never came to handing over.
    case takeBack
    /// There is no need for it any more.
    case drop
    /// It waited too long to try.
    case giveUp
}

public enum MailRefusal: Error, Equatable, Sendable {
    /// This move does not lead on from here.
    case notFromHere
    /// This installation sends no mail.
    case noMailHere
}

extension Mail {
    /// Minutes until the next try, by the number of tries; then every four hours.
    static let waits = [1, 5, 15, 60]
    static let longestWait = 240

    /// The mail after `move`, or why not. What is over stays as it is.
    public func moved(by move: MailMove, at now: Instant) throws(MailRefusal) -> Mail {
        switch (state, move) {
        case (.queued, .hand(let office)): return with(.handed(by: office, at: now), attempts: attempts + 1)
        case (.queued, .drop): return with(.dropped(at: now))
        case (.queued, .giveUp): return with(.failed(at: now))
        case (.handed, .accept): return with(.sent(at: now))
        case (.handed, .refuse(forGood: true)): return with(.failed(at: now))
        case (.handed, .refuse(forGood: false)), (.handed, .loseSight): return again(at: now)
        case (.handed, .takeBack): return with(.queued(due: now), attempts: attempts - 1)
        default: throw .notFromHere
        }
    }

    /// Whether it is too late to try.
    public func isTooLate(at now: Instant) -> Bool { now >= madeAt.adding(hours: kind.patienceHours) }

    private func again(at now: Instant) -> Mail {
        let minutes = attempts <= Self.waits.count ? Self.waits[max(0, attempts - 1)] : Self.longestWait
        let due = now.adding(minutes: minutes)
        return with(isTooLate(at: due) ? .failed(at: now) : .queued(due: due))
    }

    private func with(_ state: State, attempts: Int? = nil) -> Mail {
        Mail(
            id: id, kind: kind, plan: plan, household: household, madeAt: madeAt, state: state,
            attempts: attempts ?? self.attempts, version: version)
    }
}

/// An address to send mail to. Only plain ones: nothing in it can be taken for a second address or for an option.
public struct MailAddress: Hashable, Sendable {
    public let text: String

    /// The longest that can be sent to (RFC 5321, 4.5.3.1.3).
    public static let longest = 254
    /// The same rule as a regular expression, for who describes it; the length comes beside it.
    public static let pattern =
        #"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~][A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{0,63}@"#
        + #"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$"#
    private static let signs = Set("!#$%&'*+/=?^_`{|}~".utf8)
    private static let innerSigns = Set(".-".utf8)

    /// - Returns: `nil` for a telephone number, "via mijn zus", and all that is not just an address.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 2, Self.isName(parts[0]), Self.isHost(parts[1]) else {
            return nil
        }
        self.text = text
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 64, !innerSigns.contains(first) else { return false }
        return name.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) || innerSigns.contains($0) }
    }

    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

/// Whom a mail about a plan is for.
public struct Addressee: Sendable, Equatable {
    /// `nil` when the way to reach her is no e-mail address.
    public let address: MailAddress?
    /// Whether she wants mail from us.
    public let wantsMail: Bool
    /// The language she used last.
    public let language: Language

    public init(address: MailAddress?, wantsMail: Bool, language: Language) {
        self.address = address
        self.wantsMail = wantsMail
        self.language = language
    }

    /// Where mail can go; `nil` when it cannot or may not.
    var reachable: MailAddress? { wantsMail ? address : nil }
}

/// What goes on the way: all that is needed to write it, and nothing of the plan.
public struct Letter: Sendable {
    public let mail: Mail
    public let address: MailAddress
    public let language: Language
    /// The number of the team, for who would rather call.
    public let phone: String
    /// What opens her plan; only with a link.
    public let secret: ReturnLink.Secret?

    public init(mail: Mail, address: MailAddress, language: Language, phone: String, secret: ReturnLink.Secret?) {
        self.mail = mail
        self.address = address
        self.language = language
        self.phone = phone
        self.secret = secret
    }
}

public protocol MailRecords {
    /// Whether this installation sends mail at all.
    var isSending: Bool { get }

    func insert(_ mail: Mail) throws
    func find(_ id: Mail.ID) throws -> Mail?
    /// - Returns: `false` when it is not there any more: its household was erased.
    func update(_ mail: Mail) throws -> Bool
    func newest(_ kind: Mail.Kind, about plan: Plan.ID) throws -> Mail?
    /// What waits and may go, the oldest first.
    func due(at now: Instant, limit: Int) throws -> [Mail.ID]
    /// What one post office has with the mail program.
    func handed(by office: String) throws -> [Mail]
    /// What any office has had with a mail program since before `moment`.
    func stranded(before moment: Instant, limit: Int) throws -> [Mail]
    /// How many are on their way.
    func countWaiting() throws -> Int
    func addressee(of plan: Plan) throws -> Addressee
    /// Whether the owner was in her plan after `moment`.
    func hasLooked(at plan: Plan, since moment: Instant) throws -> Bool
    func setLanguage(_ language: Language, of plan: Plan) throws
    func setWantsMail(_ wants: Bool, at now: Instant, for seat: Seat) throws

    /// Somebody asked for a link to this address. Whether anybody has it is looked up later.
    func ask(_ id: LinkRequest.ID, for address: MailAddress, at now: Instant) throws
    func countRequests(for address: MailAddress, since moment: Instant) throws -> Int
    func openRequests(limit: Int) throws -> [LinkRequest]
    /// The plans whose owner gave this address, the newest first.
    func plans(askedFor request: LinkRequest, limit: Int) throws -> [Plan]
    func finish(_ request: LinkRequest, at now: Instant) throws

    func insert(_ link: ReturnLink, secret: ReturnLink.Secret) throws
    func link(_ secret: ReturnLink.Secret) throws -> ReturnLink?
    /// Uses this link up, and every other that is open for the same plan.
    /// - Returns: `false` when it was used before.
    func use(_ secret: ReturnLink.Secret, at now: Instant) throws -> Bool

    /// Lets go of requests and links from before `day`, and of mails that were over before `month`.
    func removeOld(before day: Instant, mailsBefore month: Instant) throws -> Int
}
