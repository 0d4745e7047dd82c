/// A language that the house speaks.
public enum Language: String, CaseIterable, Sendable {
    case nl, en, tr, ar, pl, uk
}
