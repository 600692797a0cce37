# How long cases are kept, and what has been erased.
disposal-title = How long cases are kept
disposal-lead = Nothing is erased by itself. Here you see what the municipality's rules allow, and decide.
disposal-rules = The municipality's rules
disposal-rules-why = Years after the case has ended. Where a field is empty, such cases are kept.
disposal-years = Years
disposal-rules-save = Save the rules
disposal-kind = { $kind ->
    [group] Cases of a group
    [no_case] Reports that became no case
   *[individual] Cases about one pupil
}
disposal-due = May be erased now or within three months
disposal-school = School
disposal-what = Kind
disposal-ended = Ended
disposal-from = May be erased from
disposal-together = Has papers in common with { $numbers }. They are erased together.
disposal-held = Held back
disposal-hold = Hold back
disposal-hold-do = Hold the case back
disposal-reason = Why is the case to be kept longer?
disposal-lift = Do not hold back any longer
disposal-erase = Erase the case
disposal-erase-why = All that is written in the case becomes unreadable, in backups too. It cannot be undone. If the archive needs the case, deliver it there first.
disposal-number = Type the case number { $number } to confirm
disposal-erase-do = Erase for good
disposal-empty = No case may be erased by the rules.
disposal-gone = Erased
disposal-under-way = not finished
certificate-title = Certificate of erasure
certificate-lead = The case has been erased in all four parts of Samspill.
certificate-waits = The case is being erased. Some parts have not answered yet.
certificate-ground = Ground
certificate-ground-is = { $ground ->
    [retention] the municipality's retention rules
    [mistake] registered by mistake
   *[decision] a decision of its own
}
certificate-by = Decided by
certificate-at = Decided
certificate-order = Id of the certificate
certificate-case = Id of the case
certificate-table = What each part has done
certificate-part = Part
certificate-service = { $service ->
    [intake] Cases
    [meetings] Meetings
    [notify] Letters
   *[escalation] Notices and deadlines
}
certificate-done-at = Done
certificate-removed = Documents removed
certificate-not-yet = not yet
certificate-what = What this means
certificate-keys = The keys of the case are destroyed. Whatever may be left in copies of the data, nobody can read.
certificate-kafka = Words in old messages between the parts are sealed, and gone on { $day } at the latest.
certificate-backups = Backups of the keys are overwritten from { $day }. Only then is the case gone from there too.
certificate-looks = The log of looks still says that something was read in a case with this id, not by whom or what.
certificate-check = This is how you can check it, in each of the four parts:
certificate-back = To retention
problem-number-differs = That was not the number of the case
    .detail = Type the case number as it stands.
field-number-differs = Type the case number as it stands.
problem-case-not-over = One of the cases has not ended
    .detail = The case, and those it has papers in common with, must have ended before they can be erased.
problem-case-held = The case is held back
    .detail = Whoever holds it back has to lift that first.
problem-case-not-due = It is not time yet
    .detail = The municipality's rules do not allow the case to be erased yet.

# The whole case out of the house.
dossier-title = The whole case in one
dossier-lead = Case { $number } with all that belongs to it, in one signed package.
dossier-link = Take the whole case out
dossier-of = { $variant ->
    [masked] Masked, asked for { $at }
   *[full] The whole case, asked for { $at }
}
dossier-purpose = For what
dossier-purpose-is = { $purpose ->
    [supervision] supervision or the County Governor
    [access] access to documents
    [complaint] a complaint
    [archive] the archive
   *[other] something else
}
dossier-recipient = Who is to have it?
dossier-party = For whom
dossier-party-none = Choose
dossier-party-why = Only when it is to be masked. All other homes become “another”.
dossier-by = Asked for by
dossier-receipt = The archive's receipt
dossier-waits = The package is being put together. It usually takes some seconds.
dossier-look-again = Look again
dossier-missing = Some parts did not answer in time. The package says which.
dossier-fetch = Fetch the package
dossier-deliver = Deliver to the archive
dossier-on-its-way = On its way to the archive. The receipt comes here.
dossier-refused = The archive did not take it. You can deliver once more.
dossier-new = A new package
dossier-variant = What is to be in it?
dossier-variant-full = The whole case
dossier-variant-full-why = All that stands in it, about others too. For supervision and archive.
dossier-variant-masked = Masked for one party
dossier-variant-masked-why = Without names of other pupils and families, and without what they told.
dossier-logged = It stands in the case that it was taken out, by whom and for what.
dossier-ask = Put the package together
dossier-other = another
dossier-yes = yes
dossier-no = no
dossier-page-title = School environment case { $number }
dossier-page-variant = { $variant ->
    [masked] Masked for one party: others are called “another”.
   *[full] The whole case.
}
dossier-page-for = { $purpose ->
    [supervision] For supervision or the County Governor.
    [access] For access to documents.
    [complaint] For a complaint.
    [archive] For the archive.
   *[other] For other use.
}
dossier-page-asked = Asked for { $at }.
dossier-page-signed = All that stands here, and the history behind it, is in case.json. The manifest is signed.
dossier-page-missing = Something is missing: a part of Samspill did not answer in time. The manifest says which.
dossier-page-story = What has happened
dossier-kind = { $kind ->
    [cases] The case
    [reports] The report
    [interventions] Physical intervention
    [meetings] Meeting
    [minutes] Minutes
    [plans] Plan
    [evaluations] Evaluation
   *[letters] Letter
}
event-dossier-requested = The whole case has been asked for
event-dossier-made = { $variant ->
    [masked] The case has been taken out, masked for one party
   *[full] The whole case has been taken out
}
event-dossier-delivered = The case has been delivered to the archive
problem-no-archive = The municipality has not said where its archive is
    .detail = Fetch the package and deliver it yourself.
problem-dossier-not-made = The package is not finished
    .detail = Try again in a moment.
problem-dossier-masked = The archive is to have the whole case
    .detail = Make a package with the whole case, and deliver that.
dossier-field-number = Case number
dossier-field-state = State
dossier-field-reported-at = Reported
dossier-field-received-at = Taken on by leadership
dossier-field-pupil-id = Pupil
dossier-field-handler-id = Responsible
dossier-field-text = Text
dossier-field-about = About whom
dossier-field-told-by = Told by
dossier-field-additions = Told afterwards
dossier-field-at = When
dossier-field-where = Where
dossier-field-occurred-on = Happened
dossier-field-seen-by = Seen by
dossier-field-pupils-view = The pupil's view
dossier-field-facts = Facts
dossier-field-source = Source
dossier-field-source-words = The source in own words
dossier-field-assessment = Assessment
dossier-field-accounts = Accounts
dossier-field-party-id = Party
dossier-field-account = Account
dossier-field-view = View
dossier-field-told-to = Told to
dossier-field-not-heard-reason = Why the pupil was not heard
dossier-field-agreements = Agreements
dossier-field-what = What
dossier-field-who = Who
dossier-field-who-id = Who
dossier-field-contacts = Contact with home
dossier-field-person-id = Person
dossier-field-reached = Reached
dossier-field-note = Note
dossier-field-requests = Asked for by the home
dossier-field-answer = Answer
dossier-field-answered-at = Answered
dossier-field-assessments = Assessed by leadership
dossier-field-steps = Investigation
dossier-field-closings = Closing
dossier-field-pupil-says = The pupil says
dossier-field-summary = Summary
dossier-field-guardians-told-on = Guardians told
dossier-field-follow-up-on = Followed up
dossier-field-reopenings = Reopened
dossier-field-reason = Reason
dossier-field-content = Content
dossier-field-notes = Notes
dossier-field-pupil-account = The pupil's account
dossier-field-viewpoints = Different views
dossier-field-views = Views
dossier-field-meanwhile = Meanwhile
dossier-field-starts-at = Starts
dossier-field-addenda = Added
dossier-field-problem = What is to be solved
dossier-field-findings = Findings
dossier-field-measures = Measures
dossier-field-starts-on = From
dossier-field-status = Status
dossier-field-best-interest = Best interests
dossier-field-pupil-words = The pupil's words
dossier-field-guardians-part = The parents' part
dossier-field-happened = What happened
dossier-field-measure = What was done
dossier-field-name = Letter
dossier-field-made-at = Written
dossier-field-sent-at = Sent
dossier-field-effect = Effect
