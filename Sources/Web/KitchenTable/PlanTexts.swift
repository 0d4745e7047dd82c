import Domain
import Hummingbird

/// The refusals of the kitchen table, in words.
extension StepRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .carriedBySomebodyElse: Refused(.conflict, .refusedCarried)
        case .onlyOwnerDecides: Refused(.conflict, .refusedOnlyOwner)
        case .representativeSays(let name): Refused(.conflict, .refusedSaysItHere, [("naam", name)])
        case .onlyTogether: Refused(.conflict, .refusedOnlyTogether)
        case .notTheMaker: Refused(.conflict, .refusedMaker)
        case .changedMeanwhile: Refused(.conflict, .refusedStepChanged)
        case .readingOnly: Refused(.conflict, .refusedReadingOnly)
        case .carrierNotAtTable: Refused(.conflict, .refusedCarrier)
        case .unknownDomain: Refused(.conflict, .refusedSubject)
        case .otherKind: Refused(.conflict, .refusedOtherKind)
        case .lookBackOutOfReach(let latest): Refused(.unprocessableContent, .faultLookBack, [("dag", latest.text)])
        }
    }
}

extension StoryRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .readingOnly: Refused(.conflict, .refusedReadingOnly)
        case .unknownNote: Refused(.notFound, .refusedNotFound)
        case .onlyOwnerConfirms: Refused(.conflict, .refusedOnlyOwner)
        case .alreadyConfirmed: Refused(.conflict, .refusedConfirmed)
        case .unknownDomain: Refused(.conflict, .refusedSubject)
        case .domainExists(let name): Refused(.conflict, .refusedSubjectExists, [("onderwerp", name)])
        }
    }
}

extension InviteRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .onlyOwnerInvites: Refused(.conflict, .refusedOnlyOwner)
        case .restsOnLaw: Refused(.conflict, .refusedRestsOnLaw)
        case .notYourself: Refused(.conflict, .refusedNotYourself)
        case .untilInPast: Refused(.conflict, .faultUntilPast)
        case .untilTooFar(let latest): Refused(.conflict, .faultUntilFar, [("dag", latest.text)])
        case .unknownPart: Refused(.conflict, .refusedPart)
        case .unknownPerson: Refused(.conflict, .refusedPerson)
        case .contactComesByQuestion: Refused(.conflict, .refusedContact)
        case .roleWithoutRoad: Refused(.conflict, .refusedRole)
        case .unknownAgreement: Refused(.notFound, .refusedNotFound)
        }
    }
}

extension ConferenceRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .noneYet: Refused(.notFound, .refusedConferenceNone)
        case .alreadyOpen: Refused(.conflict, .refusedConferenceOpen)
        case .onlyOwnerDecides: Refused(.conflict, .refusedOnlyOwner)
        case .notYours: Refused(.conflict, .refusedConferenceChair)
        case .changedMeanwhile: Refused(.conflict, .refusedConferenceChanged)
        case .notReady: Refused(.conflict, .refusedConferenceNotReady)
        case .noPlan: Refused(.conflict, .refusedConferenceNoPlan)
        case .alreadyInvited: Refused(.conflict, .refusedConferenceInvited)
        case .onlyOwnerBrings: Refused(.conflict, .refusedConferenceBrings)
        case .unknownPerson: Refused(.conflict, .refusedConferencePerson)
        case .notNow: Refused(.conflict, .refusedConferenceNotNow)
        case .planChanged: Refused(.conflict, .refusedConferencePlan)
        case .carrierNotFamily: Refused(.conflict, .refusedConferenceCarrier)
        case .unknownStep: Refused(.notFound, .refusedNotFound)
        }
    }
}

extension NetworkRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .unknown: Refused(.notFound, .refusedNotFound)
        case .onlyHerself: Refused(.conflict, .refusedOnlyHerself)
        case .notFromHere: Refused(.conflict, .refusedNetwork)
        case .restsOnLaw: Refused(.conflict, .refusedRestsOnLaw)
        }
    }
}

extension InvitationRefusal: Answerable {
    var refused: Refused {
        switch self {
        case .notThere: Refused(.notFound, .refusedLinkGone)
        case .alreadyUsed: Refused(.conflict, .refusedLinkUsed)
        }
    }
}

extension JournalEntry.Event {
    /// The words for it on "Wie heeft meegekeken".
    var key: TextKey {
        switch self {
        case .planBegun: .didPlanBegun
        case .questionAsked: .didQuestionAsked
        case .questionWithdrawn: .didQuestionWithdrawn
        case .questionRead: .didQuestionRead
        case .questionAccepted: .didQuestionAccepted
        case .questionAssigned: .didQuestionAssigned
        case .planRead: .didPlanRead
        case .nameListed: .didNameListed
        case .storyRead: .didStoryRead
        case .storyWritten: .didStoryWritten
        case .storyConfirmed: .didStoryConfirmed
        case .domainTouched: .didDomainTouched
        case .stepsRead: .didStepsRead
        case .stepMade: .didStepMade
        case .stepAgreed: .didStepAgreed
        case .stepDeclined: .didStepDeclined
        case .stepDone: .didStepDone
        case .stepFailed: .didStepFailed
        case .stepResumed: .didStepResumed
        case .stepDropped: .didStepDropped
        case .tableRead: .didTableRead
        case .agreementGiven: .didAgreementGiven
        case .agreementEnded: .didAgreementEnded
        case .sharingAsked: .didSharingAsked
        case .sharingRefused: .didSharingRefused
        case .sharingWithdrawn: .didSharingWithdrawn
        case .linkRenewed: .didLinkRenewed
        case .invitationClaimed: .didInvitationClaimed
        case .codeRead: .didCodeRead
        case .codeUsed: .didCodeUsed
        case .ownerNamed: .didOwnerNamed
        case .journalRead: .didJournalRead
        case .attemptRefused: .didAttemptRefused
        case .planTakenAlong: .didPlanTakenAlong
        case .stepTalked: .didStepTalked
        case .stepWithdrawn: .didStepWithdrawn
        case .goalsRead: .didGoalsRead
        case .goalSet: .didGoalSet
        case .goalReworded: .didGoalReworded
        case .goalAccepted: .didGoalAccepted
        case .goalTalked: .didGoalTalked
        case .goalDeclined: .didGoalDeclined
        case .goalWithdrawn: .didGoalWithdrawn
        case .goalEnded: .didGoalEnded
        case .goalMeasured: .didGoalMeasured
        case .conferenceRead: .didConferenceRead
        case .conferenceCalled: .didConferenceCalled
        case .conferenceWanted: .didConferenceWanted
        case .conferenceDeclined: .didConferenceDeclined
        case .conferencePrepared: .didConferencePrepared
        case .conferenceInvited: .didConferenceInvited
        case .conferenceMoved: .didConferenceMoved
        case .conferenceWritten: .didConferenceWritten
        case .conferencePresented: .didConferencePresented
        case .conferenceConfirmed: .didConferenceConfirmed
        case .conferenceLookedBack: .didConferenceLookedBack
        case .conferenceStopped: .didConferenceStopped
        case .planAsleep: .didPlanAsleep
        case .safetyOpened: .didSafetyOpened
        case .safetyRead: .didSafetyRead
        case .safetyWritten: .didSafetyWritten
        case .safetyDecided: .didSafetyDecided
        case .safetyTold: .didSafetyTold
        case .safetyShared: .didSafetyShared
        case .safetyHandedOver: .didSafetyHandedOver
        case .safetyErased: .didSafetyErased
        case .emergencyOpened: .didEmergencyOpened
        case .representationBegun: .didRepresentationBegun
        case .representationEnded: .didRepresentationEnded
        case .networkTended: .didNetworkTended
        case .limitTold: .didLimitTold
        case .givingTold: .didGivingTold
        case .spokenHeard: .didSpokenHeard
        case .spokenTypedOut: .didSpokenTypedOut
        case .spokenRemoved: .didSpokenRemoved
        case .linkMailed: .didLinkMailed
        case .newsMailed: .didNewsMailed
        case .linkUsed: .didLinkUsed
        case .sheetMade: .didSheetMade
        case .sheetConfirmed: .didSheetConfirmed
        case .erasureAsked: .didErasureAsked
        case .erasureWithdrawn: .didErasureWithdrawn
        case .householdErased: .didHouseholdErased
        case .householdRestored: .didHouseholdRestored
        case .planKeptWarm: .didPlanKeptWarm
        case .planRoundedOff: .didPlanRoundedOff
        case .planReopened: .didPlanReopened
        case .planPaused: .didPlanPaused
        case .planResumed: .didPlanResumed
        case .planStopped: .didPlanStopped
        case .otherContactAsked: .didOtherContactAsked
        case .contactReplaced: .didContactReplaced
        case .stepLookedBack: .didStepLookedBack
        }
    }
}
