import Domain

/// What somebody does at a table, in words.
enum PeopleTexts {
    static func part(of seated: Table.Professional, in view: PlanView, _ t: Catalogue) -> String {
        if seated.agreements.contains(where: { $0.level == .contact }) { return t[.contactPerson].lowercased() }
        return seated.agreements.map { part($0.part, in: view, t) }.joined(separator: ", ")
    }

    static func part(_ part: SharingAgreement.Part, in view: PlanView, _ t: Catalogue) -> String {
        switch part {
        case .plan: t[.partPlan]
        case .conference: t[.partConference]
        case .domain(let id):
            t(.partDomain, ["onderwerp": view.domains.first { $0.id == id }?.name ?? t[.oneSubject]])
        case .step(let id):
            t(.partStep, ["stap": view.steps.first { $0.id == id }?.words.shortened(to: 60) ?? t[.oneStep]])
        }
    }

    static func role(_ role: Role, _ t: Catalogue) -> String {
        switch role {
        case .owner: t[.roleOwner]
        case .network: t[.roleNetwork]
        case .representative: t[.roleRepresentative]
        case .neighbour: t[.roleNeighbour]
        case .stip: t[.roleStip]
        case .generalist: t[.roleGeneralist]
        case .specialist: t[.roleSpecialist]
        case .provider: t[.roleProvider]
        case .teamLead: t[.roleTeamLead]
        case .director: t[.roleDirector]
        case .council: t[.roleCouncil]
        case .privacyOfficer: t[.rolePrivacyOfficer]
        case .system: t[.roleSystem]
        }
    }
}
