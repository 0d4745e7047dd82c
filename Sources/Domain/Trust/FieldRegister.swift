/// The register of personal fields (*veldregister*, R-128, I6): no personal column exists without a
/// row here that says what it is for, on what ground, and how long it stays.
public enum FieldRegister {
    public enum Ground: String, Sendable, CaseIterable {
        /// Wmo 2015, art. 2.3.2 and 5.1.1: the talk after a question, and the plan that follows.
        case wmo
        /// Besluit verplichte meldcode, art. 2: a worry about somebody's safety.
        case reportingCode = "meldcode"
        /// The owner shares with her own network: her word, not a legal ground for a task (F3).
        case ownersWord = "eigen netwerk"
        /// AVG art. 6 (1) e and art. 32: keeping the access safe and accounted for.
        case accountability = "verantwoording"
        /// The employment or agreement of a professional or volunteer.
        case employment = "arbeidsrelatie"
    }

    public enum Term: String, Sendable {
        /// Wmo 2015, art. 5.3.4: fifteen years after the last change of a plan that is over.
        case fifteenYears = "15 jaar na de laatste verandering van een plan dat klaar is"
        /// Wmo 2015, art. 5.3.4; and two weeks when there was no ground for it.
        case afterClosing = "15 jaar na het afsluiten, of 2 weken als er niets was"
        /// With the session.
        case session = "tot het einde van de sessie"
        /// The sound of a voice is kept for as long as it takes to make words of it.
        case untilConfirmed = "tot de eigenaar zegt dat de uitgetypte tekst klopt, en nooit langer dan het plan"
        /// One day: only against sending twice.
        case oneDay = "1 dag"
        /// As long as the person works here.
        case whileEmployed = "zolang iemand hier werkt"
    }

    public struct Row: Sendable {
        public let table: String
        public let column: String
        /// In Dutch at B1 level: it is a public page.
        public let purpose: String
        public let ground: Ground
        public let term: Term

        init(_ table: String, _ column: String, _ purpose: String, _ ground: Ground, _ term: Term) {
            self.table = table
            self.column = column
            self.purpose = purpose
            self.ground = ground
            self.term = term
        }
    }

    public static let rows: [Row] = [
        Row(
            "households", "key_sealed", "De sleutel waarmee alles van dit huishouden op slot zit", .accountability,
            .fifteenYears),
        Row("persons", "name_sealed", "Hoe de eigenaar genoemd wil worden", .wmo, .fifteenYears),
        Row("persons", "reach_sealed", "Eén manier om de eigenaar te bereiken", .wmo, .fifteenYears),
        Row("persons", "giving_sealed", "Wat de eigenaar voor anderen wil doen", .wmo, .fifteenYears),
        Row(
            "persons", "code_hash", "Herkennen van de code waarmee de eigenaar terugkomt", .accountability,
            .fifteenYears),
        Row("persons", "code_sealed", "De code opnieuw laten zien aan de eigenaar", .accountability, .fifteenYears),
        Row("plans", "rhythm_sealed", "Wanneer u en uw contactpersoon weer iets van elkaar horen", .wmo, .fifteenYears),
        Row(
            "stories", "words_sealed", "Het verhaal in de woorden van de eigenaar, en wat erover is opgeschreven", .wmo,
            .fifteenYears),
        Row("stories", "author_sealed", "Wie een tekst schreef", .accountability, .fifteenYears),
        Row(
            "spoken_messages", "sound_sealed", "Wat de eigenaar insprak, tot het is uitgetypt en nagelezen", .wmo,
            .untilConfirmed),
        Row("life_domains", "name_sealed", "Een onderwerp dat iemand zelf noemde", .wmo, .fifteenYears),
        Row("steps", "words_sealed", "Een kleine stap die is afgesproken", .wmo, .fifteenYears),
        Row("steps", "when_sealed", "Wanneer die stap gebeurt", .wmo, .fifteenYears),
        Row("steps", "call_name_sealed", "Wie er over die stap te bellen is", .wmo, .fifteenYears),
        Row("steps", "call_phone_sealed", "Het nummer om over die stap te bellen", .wmo, .fifteenYears),
        Row("goal_texts", "words_sealed", "Waar de eigenaar naartoe wil, in woorden", .wmo, .fifteenYears),
        Row("goal_texts", "author_sealed", "Wie die woorden bedacht", .accountability, .fifteenYears),
        Row("measurements", "value_sealed", "Hoe het gaat, volgens de eigenaar zelf", .wmo, .fifteenYears),
        Row("measurements", "words_sealed", "Wat de eigenaar daarover zegt", .wmo, .fifteenYears),
        Row(
            "sheets", "code_sealed", "De code op een blad waarmee de eigenaar ja of nee zegt", .accountability,
            .fifteenYears),
        Row("persons", "reach_hash", "De eigenaar terugvinden als er gevaar is", .accountability, .fifteenYears),
        Row("emergencies", "reason_sealed", "Waarom iemand in nood in een plan keek", .accountability, .fifteenYears),
        Row(
            "emergencies", "silence_sealed", "Waarom de eigenaar dat nog niet mocht weten", .accountability,
            .fifteenYears),
        Row("emergencies", "review_sealed", "Wat de functionaris ervan vond", .accountability, .fifteenYears),
        Row(
            "representations", "born_sealed", "Of een ouder mag meebeslissen: dat hangt van de leeftijd af", .wmo,
            .fifteenYears),
        Row(
            "representations", "document_sealed", "Waaruit blijkt dat iemand namens de eigenaar beslist",
            .accountability, .fifteenYears),
        Row("given_answers", "author_sealed", "Wie ja of nee zei op een voorstel", .accountability, .fifteenYears),
        Row("conferences", "when_sealed", "Wanneer de conferentie van de familie is", .ownersWord, .fifteenYears),
        Row("conferences", "place_sealed", "Waar de conferentie van de familie is", .ownersWord, .fifteenYears),
        Row(
            "conference_texts", "words_sealed", "Wat op de conferentie is opgeschreven, ook onder elkaar", .ownersWord,
            .fifteenYears),
        Row("conference_texts", "author_sealed", "Wie dat schreef", .accountability, .fifteenYears),
        Row("conference_steps", "words_sealed", "Wat de familie zelf gaat doen", .ownersWord, .fifteenYears),
        Row("conference_steps", "when_sealed", "Wanneer de familie dat doet", .ownersWord, .fifteenYears),
        Row(
            "safety_tracks", "plan_sealed", "Bij welk plan een zorg over veiligheid begon", .reportingCode,
            .afterClosing),
        Row("safety_tracks", "plan_hash", "Die zorg terugvinden bij het plan", .reportingCode, .afterClosing),
        Row("safety_tracks", "about_sealed", "Over wie iemand zich zorgen maakt", .reportingCode, .afterClosing),
        Row(
            "safety_entries", "words_sealed", "Wat er bij zo'n zorg is gezien, besproken en besloten", .reportingCode,
            .afterClosing),
        Row("safety_entries", "author_sealed", "Wie dat schreef", .accountability, .afterClosing),
        Row("network_ties", "name_sealed", "De naam van iemand uit het eigen netwerk", .ownersWord, .fifteenYears),
        Row("network_ties", "role_sealed", "Wat die persoon doet, in eigen woorden", .ownersWord, .fifteenYears),
        Row("network_ties", "limit_sealed", "Wat iemand uit het netwerk zelf volhoudt", .ownersWord, .fifteenYears),
        Row(
            "network_ties", "caution_sealed", "Waarom iemand liever buiten het plan blijft", .wmo, .fifteenYears),
        Row("sharing_agreements", "role_sealed", "Waarvoor iemand mag meekijken", .ownersWord, .fifteenYears),
        Row(
            "sharing_requests", "reason_sealed", "Waarom het team vroeg of een collega mag meekijken", .wmo,
            .fifteenYears),
        Row("sharing_agreements", "secret_hash", "Herkennen van de link van een gast", .accountability, .fifteenYears),
        Row("journal", "actor_sealed", "De naam van wie keek of schreef", .accountability, .fifteenYears),
        Row("journal", "origin_sealed", "Vanaf welk netwerkadres dat gebeurde", .accountability, .fifteenYears),
        Row("sessions", "token_hash", "Herkennen van een apparaat waarop iemand binnen is", .accountability, .session),
        Row("session_guests", "token_hash", "Herkennen van een apparaat van een gast", .accountability, .session),
        Row("receipts", "outcome_sealed", "Voorkomen dat een formulier twee keer meetelt", .accountability, .oneDay),
        Row("persons", "language_sealed", "In welke taal wij de eigenaar mailen", .wmo, .fifteenYears),
        Row(
            "return_links", "secret_hash", "Herkennen van de link die de eigenaar per mail kreeg", .accountability,
            .oneDay),
        Row(
            "link_requests", "reach_hash", "Opzoeken van wie een link per mail vroeg, en niet te vaak mailen",
            .accountability, .oneDay),
        Row("accounts", "name_sealed", "De naam van een medewerker of vrijwilliger", .employment, .whileEmployed),
        Row("accounts", "phone_sealed", "Het werknummer van een medewerker", .employment, .whileEmployed),
        Row("accounts", "background_sealed", "Waar een medewerker veel van weet", .employment, .whileEmployed),
        Row("accounts", "login_hash", "Herkennen van de inlognaam", .accountability, .whileEmployed),
        Row("accounts", "password_hash", "Controleren van het wachtwoord", .accountability, .whileEmployed),
        Row("accounts", "photo_sealed", "Een gezicht bij de naam", .employment, .whileEmployed),
        Row("demo_people", "label_sealed", "Alleen in de demo: verzonnen namen", .employment, .whileEmployed),
    ]
}
