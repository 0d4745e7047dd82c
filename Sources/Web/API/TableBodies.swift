import Domain

/// `Tafel`
struct TableBody: Encodable {
    /// `Naaste`
    struct Tie: Encodable {
        let id: String
        let naam: String
        let rol: String?
        let sinds: String
        /// "Wat ik volhoud", in her own words.
        let volhouden: String?
        /// Rather kept out, and why when it was said: for the owner and the team.
        let buiten: String?
        let weggegaanOp: String?
        let deelafspraken: [AgreementBody]
    }

    /// `Professional`
    struct Professional: Encodable {
        let id: String
        let naam: String
        let rol: String
        let telefoon: String
        let achtergrond: String
        let foto: String?
        let deelafspraken: [AgreementBody]
    }

    let naasten: [Tie]
    let professionals: [Professional]
    /// How many professionals are involved.
    let aantalProfessionals: Int
    let kern: String?
    /// What she wants to do for others.
    let wederkerigheid: String?
    /// What ended or went past its date: for the owner alone.
    let voorbij: [AgreementBody]?

    init(_ view: PlanView) {
        let table = view.table
        naasten = table.ties.map { tie in
            Tie(
                id: tie.id.text, naam: tie.name, rol: tie.role, sinds: tie.since.text,
                volhouden: tie.limit?.words, buiten: tie.caution?.words, weggegaanOp: tie.goneOn?.text,
                deelafspraken: table.liveAgreements(of: tie.id, on: view.today).map { AgreementBody($0, in: view) })
        }
        professionals = table.professionals.map { seated in
            let account = AccountBody(seated.account)
            return Professional(
                id: account.id, naam: account.naam, rol: account.rol, telefoon: account.telefoon,
                achtergrond: account.achtergrond, foto: account.foto,
                deelafspraken: seated.agreements.filter { $0.gives(accessOn: view.today) }
                    .map { AgreementBody($0, in: view) })
        }
        aantalProfessionals = view.professionalsInvolved
        kern = view.coreWords
        wederkerigheid = view.owner.giving
        voorbij =
            view.seat.isOwner
            ? table.agreements.filter { !$0.gives(accessOn: view.today) }.map { AgreementBody($0, in: view) } : nil
    }
}

/// `Deelafspraak`
struct AgreementBody: Encodable {
    struct Part: Encodable {
        let soort: String
        let id: String?
        /// The name of the subject or the words of the step, while it is there to be seen.
        let naam: String?
    }

    let id: String
    let deel: Part
    let niveau: String
    let rol: String?
    let vanaf: String
    let tot: String
    let toestand: String
    let linkGeopend: Bool?
    let naaste: String?
    let medewerker: String?

    init(_ agreement: SharingAgreement, in view: PlanView) {
        id = agreement.id.text
        deel = Part(agreement.part, in: view)
        niveau = agreement.level.word
        rol = agreement.role
        vanaf = agreement.from.rfc3339
        tot = agreement.until.text
        if case .ended = agreement.state {
            toestand = "beeindigd"
        } else {
            toestand = agreement.gives(accessOn: view.today) ? "gegeven" : "verlopen"
        }
        switch agreement.holder {
        case .tie(let id): (naaste, medewerker, linkGeopend) = (id.text, nil, agreement.claimedAt != nil)
        case .account(let id): (naaste, medewerker, linkGeopend) = (nil, id.text, nil)
        }
    }
}

extension AgreementBody.Part {
    init(_ part: SharingAgreement.Part, in view: PlanView) {
        switch part {
        case .plan: (soort, id, naam) = ("plan", nil, nil)
        case .domain(let domain):
            (soort, id, naam) = ("onderwerp", domain.text, view.domains.first { $0.id == domain }?.name)
        case .step(let step):
            (soort, id, naam) = ("stap", step.text, view.steps.first { $0.id == step }?.words)
        case .conference(let conference): (soort, id, naam) = ("conferentie", conference.text, nil)
        }
    }
}

/// `Uitgenodigd`
struct InvitedBody: Encodable {
    let deelafspraak: String?
    let naaste: String?
    let link: LinkBody?
}

/// `Link`: shown once.
struct LinkBody: Encodable {
    let geheim: String
    let adres: String
}
