/// Every text of the house by name. A name without its sentence in each language stops the program at
/// the start (`Catalogue`); a sentence without a name is found by a test.
enum TextKey: Int, CaseIterable, Sendable {
    case toContent, navigationMore, navigationTeam, print, leave, contactPerson, yourContact, call, callNumber
    case callTeam, municipalityOf, whoSeesWhat, tabToday, tabPeople, tabQuestions, tabLoad, faultsTitle
    case mayStayEmpty, save, add, goOn, goBack, you, me, today, yesterday, weekdayNames, monthNames, dateLong
    case dateShort, momentToday, momentYesterday, momentOther, whichArea, whichAreaExplained, cameBefore, workHere
    case whatIsUp, oneSentenceIsEnough, inYourOwnWords, speakingIsFine, faultSentence, howToReach, reachLabel
    case reachHint, faultReach, yourSentence, yourSentenceHint, whoReadsThis, sendToTeam, keepToMyself, codeTitle
    case codeExplained, codeLabel, codeHint, codeLost, openMyPlan, faultCodeEmpty, faultCodeDigits, faultCodeLength
    case faultCodeUnknown, keepThisCode, codeOpensPlan, codeSpoken, codeWriteDown, aboutYou, nameLabel, nameHint
    case toMyPlan, contactWillCall, bringToTeam, bringExplained, myPlan, hello, planOf, aResident, ownerIs
    case yoursToShare, youAreContact, youAreContactShort, youSeeAll, youSeePart, stepsCount, planIsYoursAlone
    case waitingDays, waitingNobodyYet, waitingCall, withdrawTitle, withdrawExplained, withdraw, readBackTitle
    case readBackAsk, readBackLabel, right, proposalBy, proposalYes, proposalNo, someoneOfTeam, someone, theOwner
    case smallSteps, noSteps, stepsWaiting, addStep, proposeStep, tickLabel, stepFails, stepDrops, stepResumes
    case conferenceTitle, conferenceExplained, conferenceExplainedPrivate, conferenceCall, conferencePropose
    case conferenceProposeExplained, conferenceProposed, conferenceProposedWaits, conferenceWant, conferenceNotWanted
    case conferenceIsStopped, conferenceIsOver, conferenceStages, conferenceStageWanted, conferenceStagePrepared
    case conferenceStageInformation, conferenceStagePrivate, conferenceStagePresented, conferenceStageConfirmed
    case conferenceNowWanted, conferenceNowPrepared, conferenceNowInformation, conferenceNowPrivate
    case conferenceNowPrivateOthers, conferenceNowPresented, conferenceNowPresentedOthers, conferenceNowConfirmed
    case conferenceNowOthers, conferenceNowThanks, conferenceDoPrepare, conferenceDoWant, conferenceDoInform
    case conferenceDoPrepareAgain, conferenceDoClose, conferenceDoInformAgain, conferenceDoPresent
    case conferenceDoCloseAgain, conferenceDoConfirm, conferenceDoLookBack, conferenceDoStop, conferenceStopExplained
    case conferenceWhenWhere, conferenceWhen, conferenceWhenHint, conferencePlace, conferencePlaceHint
    case conferenceNotArranged, conferenceWho, conferencePrepares, conferenceFamily, conferenceInforms
    case conferenceCoordinatorTitle, conferenceCoordinatorExplained, conferenceCoordinatorOther
    case conferenceCoordinatorRole, conferenceInvite, conferenceInviteExplained, conferenceInviteNew, conferenceNotes
    case conferenceNotesWrite, conferenceNotesHint, conferencePrivate, conferencePrivateExplained
    case conferencePrivateWrite, conferencePlan, conferencePlanOf, conferencePlanWrite, conferencePlanHint
    case conferencePlanMeanwhile, conferencePlanFault, conferenceStepAdd, conferenceStepsNone, conferenceStepRemove
    case conferenceSafety, conferenceSafetyHint, conferenceSafetySaid, conferenceBehind, conferenceBehindNobody
    case conferenceWaitsOwner, conferenceWaitsFamily, conferenceStoryTag, conferenceLookBack, conferenceOffer
    case conferenceOfferLink, conferenceOpen, conferenceGoesOn, conferenceInvited, partConference, backToConference
    case noticeConferenceWanted, noticeConferenceInvited, noticeConferencePresented, noticeConferenceConfirmed
    case refusedConferenceNone, refusedConferenceOpen, refusedConferenceChair, refusedConferenceChanged
    case refusedConferenceNotReady, refusedConferenceNoPlan, refusedConferenceInvited, refusedConferenceBrings
    case refusedConferencePerson, refusedConferenceNotNow, refusedConferencePlan, refusedConferenceCarrier
    case didConferenceRead, didConferenceCalled, didConferenceWanted, didConferenceDeclined, didConferencePrepared
    case didConferenceInvited, didConferenceMoved, didConferenceWritten, didConferencePresented
    case didConferenceConfirmed, didConferenceLookedBack, didConferenceStopped
    case askTitle, askExplained, askNobody, askWhat, askReason, askReasonHint, askDo, requestTitle, requestWhat
    case requestWhy, requestFree, requestPast, requestPastTeam, requestYes, requestMine, requestOther, refusedAsking
    case refusedAsker, refusedSeesAlready, refusedUntilPassed, refusedRequestChanged, noticeSharingGiven
    case noticeSharingRefused, noticeSharingUnanswered, didSharingAsked, didSharingRefused, didSharingWithdrawn
    case stepsPast, stepDoneAt, stepFailedAt, waitsForOwner, stepSmall, stepProposalExplained, stepWhat
    case stepWhatHint, stepWho, stepWhen, stepWhenHint, agreeStep, faultStep, faultCarrier, whoIsAtTable
    case whoDoesWhat, addSomebody, ownPeopleCount, professionalsCount, yourStory, theStory, readAndWriteStory
    case readStory, whoLooked, yourCodeAndName, backToPlan, backToTable, tableTitle, tableDescription, tableEmpty
    case takePartTitle, takePartLink, takePartExplained, takePartInitiative, takePartLearnWork, takePartNone
    case takePartCall, takePartToPlan, takePartPick, takePartStays, takePartStaysTeam, takePartDo, takePartPropose
    case takePartTaken, takePartElse, openingAdd, openingKind, openingWhat, openingWhatHint, openingWhenHint
    case openingWhere, openingWhereHint, openingCall, openingCallHint, openingPhone, openingPhoneHint
    case openingUntilHint, openingClose, openingReopen, openingPast, faultOpeningKind, faultOpeningPhone
    case refusedOpeningGone, refusedNotYourArea, hasPlanTitle, hasPlanAsk, hasPlanAdd, hasPlanOver, hasPlanNew
    case hasPlanOther, hasPlanOtherExplained, refusedHasPlan
    case safetyTitle, safetyBack, safetyWorry, safetyExplained, safetyNone, safetyClosed, safetyDanger, safetyAdvice
    case safetyCallAdvice, safetyConsultFirst, safetyColleagues, safetyStartExplained, safetyAbout, safetyAboutHint
    case safetySignals, safetySignalsHint, safetyTold, safetyToldHint, safetyNotYet, safetyNotYetHint
    case faultSafetyKnows, safetyAcute, safetyAcuteHint, safetyStart, safetyStageOf, safetyStageSignals
    case safetyStageConsult, safetyStageTalk, safetyStageWeigh, safetyStageDecide, safetyStageReady, safetyStageNow
    case safetyStageSkipped, safetyFollowing, safetyStageFollowing, safetyEndNothing, safetyEndReported
    case safetyEndSafe, safetyErasedOn, safetyResponsible, safetyYouNext, safetySince, safetyUntold
    case safetyPlanStopped, safetyPlanErased, safetyConsultAsk, safetyConsultHint, safetyTalkAsk, safetyTalkHint
    case safetyWeighAsk, safetyWeighHint, safetyAskSuspicion, safetyAskDanger, safetyAskHelp, safetyAskJoining
    case safetyAskInTime, safetyStageDone, safetySkip, safetySkipWhy, safetyHurry, safetyHurryWhy, safetyDecideAsk
    case safetyKeepNothing, safetyKeepNothingHint, safetyFollow, safetyFollowHint, safetyReport, safetyReportHint
    case safetySafe, safetySafeHint, safetyLookBack, safetyLookBackHint, safetyLookBackTitle, safetyWhy
    case safetyDecideDo, faultSafetyDecision, safetyWritten, safetyAdd, safetyAddAsk, safetyEntryAcute
    case safetyEntryAdded, safetyEntryTold, safetyEntrySilent, safetyEntryHanded, safetyKnowsTitle, safetyToldSince
    case safetyUntoldBecause, safetyTellNow, safetyTellMore, safetyTellDo, safetyWhoKnows, safetyWhoKnowsHint
    case safetyTakesStep, safetyShare, safetyShareDo, safetyEndShare, safetyHandOver, safetyHandOverDo
    case safetyTakeOver, safetyLooked, safetyTodayOpen, safetyTodayLookBack, safetyTodayNoPlan, safetyTodayUntold
    case worryTitle, worryWho, worryStage, worryExplained, worryCall, worryClosed, worryStays, eraseSafety
    case ruleSafety, didSafetyOpened, didSafetyRead, didSafetyWritten, didSafetyDecided, didSafetyTold
    case didSafetyShared, didSafetyHandedOver, didSafetyErased, groundSafety, refusedNotResponsible
    case refusedSafetyElsewhere, refusedSafetyDecision, faultSafetyLookBack, refusedSafetyErased
    case refusedNotAColleague, refusedMustHandOver, refusedSafetyOpen
    case freeChair, ownPeople, noOwnPeople, ofTheTeam, looksInNowhere, shareSomething, sinceDay, untilDay
    case representedTitle, representingTitle, representingSeen, representGiveBack, representQuestion
    case representsYouBeside, representsYouTogether, representsYouAlone, representsSelfBeside
    case representsSelfTogether, representsSelfAlone, representsBeside, representsTogether, representsAlone
    case representsTogetherHow, kindChosen, kindAuthority, kindMentor, kindAdministrator, kindAuthorityHint
    case kindAdministratorHint, documentSeen, representEnd, representCallContact, representShareFirst
    case representChoose, representChooseHow, representChooseDo, representRecord, representRecordHow, representWhy
    case representRecordDo, representAbout, representUntilHint, bornLabel, bornHint, documentLabel, documentHint
    case youSaidYes, saidYes, youSaidTalk, saidTalk, youSaidNo, saidNo, saysItHere, nowYou, nowOther, onBehalf
    case onYourBehalf, confirmedFor, roleRepresentative, groundChosen, groundLaw, didRepresentationBegun
    case didRepresentationEnded, noticeRepresentativeKeptOut, refusedNeverProfessional, refusedOnlyOwnerChooses
    case refusedOnlyContactRecords, refusedRestsOnLaw, refusedNotShared, faultRepresentUntil, faultAdministrator
    case faultBorn, refusedDecidesHerself, refusedSaysItHere, refusedOnlyTogether, refusedNotYourself
    case faultRepresentWhy, faultRepresentPart, faultDocument
    case linkUnopened, newLink, endSharing, endedCount, levelRead, levelReadHint, levelJoin, levelJoinHint, partPlan
    case partDomain, partStep, partNone, partNoneHint, oneSubject, oneStep, inviteExplained, shareWith, guestName
    case guestNameHint, guestRole, guestRoleHint, faultGuestName, mayLookIn, whatMayGuest, untilLabel, untilHint
    case faultUntil, faultUntilPast, faultUntilFar, invite, inviteFromTeam, whoOfTeam, linkTitle, linkExplained
    case linkLabel, linkOnce, copyLink, shareLink, copied, invitedTitle, invitedFor, invitedUntil, invitedJournal
    case acceptInvitation, invitedNotYou, noStory, inYourWords, inOwnWords, note, noteWaiting, confirmedByYou
    case confirmedByOwner, writeOwner, writeNote, writeNoteHint, aboutWhat, aboutEverything, subjects
    case subjectsExplained, subjectLabel, subjectHint, faultEmpty, faultTooLong, whoLookedExplained, others
    case nobodyLooked, whatYouDid, earlier, times, refusedTag, groundOwn, groundOwnersWord, groundWmo, groundNone
    case didPlanBegun, didQuestionAsked, didQuestionWithdrawn, didQuestionRead, didQuestionAccepted
    case didQuestionAssigned, didPlanRead, didNameListed, didStoryRead, didStoryWritten, didStoryConfirmed
    case didDomainTouched, didStepsRead, didStepMade, didStepAgreed, didStepDeclined, didStepDone, didStepFailed
    case didStepResumed, didStepDropped, didTableRead, didAgreementGiven, didAgreementEnded, didLinkRenewed
    case didInvitationClaimed, didCodeRead, didCodeUsed, didOwnerNamed, didJournalRead, didAttemptRefused, roleOwner
    case roleNetwork, roleNeighbour, roleStip, roleGeneralist, roleSpecialist, roleProvider, roleTeamLead
    case roleDirector, roleCouncil, rolePrivacyOfficer, loggedInAs, questionsWaiting, questionsExplained
    case spokenWay, spokenTitle, spokenExplained, spokenRatherType, spokenStart, spokenStop, spokenAgain
    case spokenRunning, spokenReady, spokenFull, spokenOfTwoMinutes, spokenYours, spokenNoMicrophone
    case spokenNoPermission, spokenFile, spokenFileHint, spokenWords, spokenWhoHears, spokenSending, spokenNotSent
    case faultSpokenNothing, faultSpokenTooLong, faultSpokenKind, spokenMessage, spokenMessageOf, spokenWaits
    case spokenReadBack, spokenRemoveTitle, spokenRemoveExplained, spokenRemove, spokenListen, spokenTypeOut
    case spokenTypeOutDo, spokenTypedOut, spokenNothingLeft, refusedTypedOut, refusedOnlyContact, didSpokenHeard
    case didSpokenTypedOut, didSpokenRemoved, refusedSound
    case noQuestions, moreQuestions, ageDays, ageExample, acceptQuestion, assignTo, assign, plansYouSitAt, noPlans
    case morePlans, unnamedSince, openStepsCount, loadExplained, whoHasHowMuch, who, plansColumn, loginTitle
    case linkAskTitle, linkAskExplained, linkAskLabel, linkAskDo, faultMailAddress, linkAskedTitle
    case linkAskedExplained, linkAskedOnce, linkAskedNothing, linkAskedHelp, linkUseCode, linkOpenTitle
    case linkOpenBegun, linkOpenDevice, linkOverTitle, linkOver, linkOverDo, refusedTooManyLinks, mailTitle, mailOn
    case mailShared, mailOff, mailTurnOff, mailTurnOn, letterHello, letterLinkSubject, letterLink, letterLinkOnce
    case letterNewsSubject, letterNews, letterNewsIn, letterNewsOff, letterCall, noticeMailFailed, didLinkMailed
    case didNewsMailed, didLinkUsed
    case loginExplained, loginName, password, logIn, faultLogin, homeTeamLead, homeNeighbour, homeStip, homeDirector
    case homeCouncil, homePrivacyOfficer, ruleOwner, ruleTeam, ruleGuest, ruleJournal, ruleLead, ruleCouncil
    case ruleNoScores, registerTitle, registerExplained, registerPurpose, registerGround, registerTerm
    case registerField, demoTitle, demoExplained, demoResidents, demoGuests, demoStaff, demoEnter, galleryTitle
    case galleryExplained, galleryParts, refusedTitle, refusedTitleNotFound, refusedNotFound, refusedNoRoad
    case refusedRolePage, refusedOvertaken, refusedBusy, refusedFault, refusedForm, refusedTooLarge, refusedEncoding
    case refusedStaleForm, refusedTooMany, refusedTooManyQuestions, refusedTooManyCodes, refusedTooManyLogins
    case refusedAlreadyAccepted, refusedWithdrawn, refusedNotInTeam, refusedAlreadyWaiting, refusedAlreadyHasContact
    case refusedCarried, refusedOnlyOwner, refusedStepChanged, refusedReadingOnly, refusedCarrier, refusedSubject
    case refusedSubjectExists, refusedConfirmed, refusedPart, refusedPerson, refusedContact, refusedRole
    case refusedLinkGone, refusedLinkUsed, howToReachHer, problemInvalid, problemToken, problemForbidden
    case problemNotFound, problemMethod, problemNotAcceptable, problemConflict, problemTooLarge, problemMediaType
    case problemTooMany, problemBusy, refusedToken, refusedMethod, refusedAccept, refusedNotJSON, refusedJSON
    case refusedBody, faultArea, faultText, faultFlag, faultChoice, faultID, faultObject, faultNumber
    case faultUnknownField, faultKey, faultLoginFields, faultSecret, faultAccess, language, waysTitle, waysExplained
    case wayKeepWarm, wayKeepWarmExplained, rhythmLabel, rhythmHint, rhythmAgreed, wayRoundOff, wayRoundOffExplained
    case wayRoundOffDo, wayReopen, wayReopenExplained, waySayMore, wayPause, wayPauseExplained, wayPauseDo
    case wayResume, wayResumeExplained, wayStop, wayStopExplained, wayStopDo, otherContact, otherContactExplained
    case otherContactAsk, otherContactAsked, statePilotLight, stateRoundedOff, statePaused, stateStopped
    case tagPilotLight, tagRoundedOff, tagPaused, tagStopped, noticesTitle, noticeTriedAndFailed, noticePlanPaused
    case noticePlanResumed, noticePlanStopped, noticePlanRoundedOff, noticePlanKeptWarm, noticeOtherContact
    case noticeBecameContact, noticeSeen, noticeOpen, holdBackTitle, holdBackExplained, holdBackWhy, lookBackOn
    case holdBackShown, lookBackShown, lookBackDue, lookedBack, stepLookedBackAt, refusedOtherKind, refusedPlanState
    case refusedNoContact, refusedSuccessor, reflectTitle, reflectAsk, didPlanKeptWarm, didPlanRoundedOff
    case didPlanReopened, didPlanPaused, didPlanResumed, didPlanStopped, didOtherContactAsked, didContactReplaced
    case didStepLookedBack, saidAsIs, faultLookBack
    case leaveTitle, leaveExplained, takePaper, takePaperExplained, takePaperDo, takeFile, takeFileExplained
    case takeFileDo, eraseTitle, eraseExplained, eraseStays, eraseWhen, eraseLaterHint, eraseNow, eraseNowHint
    case eraseUnderstood, eraseWaits, eraseKeep, faultEraseWhen, faultUnderstood, erasedTitle, erasedExplained
    case erasedAgain, paperOf, paperDone, groundRetention, roleSystem, didPlanTakenAlong, didErasureAsked
    case didErasureWithdrawn, didHouseholdErased, didHouseholdRestored, eraseLater
    case goalsTitle, goalsTitleOf, goalsNone, goalsLink, goalNew, goalNewHint, goalPropose, goalOpen
    case goalReword, goalRewordPropose, goalRewordLabel, goalReached, goalLetGo, goalReopen, goalReachedTag
    case goalLetGoTag, goalWordings, answerProposed, answerTalking, answerAccepted
    case answerDeclined, answerWithdrawn, answerCurrent, proposalTalk, proposalTalking, proposalWithdraw
    case goalProposedBy, goalRewordedBy, goalNow, measureTitle, measureHint, measureWords, measureCourse
    case measureOnce, measureFromTo, measureFault, noticeProposalTalk, noticeProposalUnanswered, noticeSleepsSoon
    case noticePlanAsleep, stateAsleep, tagAsleep, refusedMaker, refusedProposalChanged, refusedGoalOver
    case didStepTalked, didStepWithdrawn, didGoalsRead, didGoalSet, didGoalReworded, didGoalAccepted, didGoalTalked
    case didGoalDeclined, didGoalWithdrawn, didGoalEnded, didGoalMeasured, didPlanAsleep
    case readAloud, readStop, draftUnsent, draftDiscard, draftMeanwhile, draftOffline
    case sheetTitle, sheetExplained, sheetNothing, sheetMakeTitle, sheetMake, sheetMakeAgain, sheetFillTitle
    case sheetShow, sheetCode, sheetCodeHint, sheetFillDo, sheetYes, sheetNotTalked, sheetHerWords, faultSheetCode
    case refusedSheetSpoiled, paperAsk, paperCodeIs, paperCall, groundOnPaper, didSheetMade, didSheetConfirmed
    case faultSheetMissed
    case emergencyTitle, emergencyLink, emergencyExplained, emergencyForOfficer, emergencyNone, emergencyUntil
    case emergencyEnd, emergencyReach, emergencyReachHint, emergencyReason, emergencyReasonHint, emergencyHours
    case emergencySilence, emergencySilenceHint, emergencyDo, emergencyToldAt, emergencyTell, emergencyReview
    case emergencyRight, emergencyWrong, emergencyReviewWords, emergencyHere, emergencyKnown, emergencyNotKnown
    case emergencyHappened, emergencyWho, emergencyAsk, faultEmergencyNobody, faultEmergencyHasAccess
    case faultEmergencyHours, faultFinding, refusedReviewed, noticeEmergencyOpened, groundEmergency
    case didEmergencyOpened, hoursCount, emergencyNotTold
    case givingTitle, givingHint, givingOf, givingTell, givingChange, limitTitle, limitExplained, limitHint
    case limitOf, limitOwnQuestion, tieChange, tieLeave, tieLeaveExplained, tieComeBack, tieGoneSince, tieCaution
    case tieCautionExplained, tieCautionWhy, tieCautionHint, tieTrust, tiesNotNow, networkThenNow, networkThen
    case networkNow, refusedOnlyHerself, refusedNetwork, didNetworkTended, didLimitTold, didGivingTold
    case refusedTooManyEmergencies
}

extension TextKey {
    /// What the text is called in the catalogues.
    var name: String { String(describing: self) }
}
