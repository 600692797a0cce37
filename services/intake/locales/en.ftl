# Signing in.
unknown-title = We did not find you
unknown-lead-staff = You are signed in with Feide, but the school has not added you here yet.
unknown-lead-family = You are signed in with ID-porten, but the school has not added you here yet.
unknown-help = Ring the school and they will put it right. You can always tell us by phone.
unknown-again = Try again

# Telling the school.
report-title = Tell us how a pupil is doing
report-title-quiet = Page
report-about = Who is it about?
report-about-mine = My child: { $name }
report-about-me = Myself
report-about-other = Another pupil
report-about-other-at = Another pupil at { $school }
report-about-other-how = Write who in the field below, as far as you know.
report-text = What would you like to tell us?
report-text-how = One sentence is enough. We will ring you and hear the rest.
report-text-staff = What you have seen or heard, as concretely as you can. One sentence is enough.
report-who = Who are you?
report-who-told = Who told you?
report-channel = How did you learn of it?
report-home-held = Do not tell them at home yet
report-home-held-how = The head teacher talks with the pupil first. No letters go home meanwhile.
report-reader = { $name } reads this and rings you.
report-reader-staff = { $name } gets this at once.
told-as-staff = I have seen or heard it myself
told-as-pupil = Pupil
told-as-guardian = Parent or guardian
told-as-other = Somebody else
channel-form = Form
channel-observation = I saw it
channel-oral = Somebody told me
channel-phone = By phone
channel-email = By e-mail
field-unknown-pupil = Choose a pupil from the list.
field-unknown-school = Choose a school from the list.
field-one-school = Pupils at different schools are reported one school at a time.

# The receipt.
receipt-title = Your message has reached us
receipt-thanks = Thank you for telling us
receipt-number = Case number
receipt-ours = Now it is our job to find out and put things right.
receipt-step-got = { $name } has what you wrote
receipt-step-ring = { $name } rings you
receipt-step-home = { $name } gets in touch with the home
receipt-step-tomorrow = We agree which adult meets the pupil
receipt-step-tomorrow-when = as soon as we have talked
receipt-step-meeting = A meeting at the school
receipt-step-meeting-when = we suggest a time
receipt-urgent = Is it more urgent? Ring { $name } on
receipt-follow = See what happens next
receipt-today = To your day
receipt-home = To the overview
receipt-what-you-wrote = What you wrote
by-day = by { $day }

# The family's overview.
my-title = Your children
my-since = since { $day } · { $number }
my-empty = Here you will find what you have told us, and what the school does.
my-report = Tell us something

# Time.
by-time = before { $time } { $day }
at-time = { $day } at { $time }

# Today.
today-decide = Decide
today-for = for { $name }
today-all-cases = All cases
do-tomorrow-to-decide = Decide
do-meeting-to-call = Call it
do-serious-to-decide = Decide
do-minutes-to-write = Write
do-contact-home = Note contact

# Cases.
cases-title = Cases
cases-caption = The cases you have access to
cases-who = Who
cases-number = Case number
cases-state = State
cases-next = Next deadline
cases-reported = Reported
cases-unknown-pupil = Not yet known who
cases-nothing-due = No deadline now
cases-empty = The cases you have access to will be here.
cases-report = Tell about a pupil
cases-new-group = A case for a class

# The case.
case-receive = Take the case on
case-home-held = Not told at home
case-held-title = Do not tell them at home yet
case-held-text = Whoever told us asks for this. Talk with the pupil first. No letters go home meanwhile. Consider also whether child welfare should be told.
case-release = The home may be told
case-whom = Who is it about?
case-whom-how = Whoever told us could not point out the pupil. The parents can follow the case once you have chosen.
case-card-colleague = If the tick does not come, { $name } is told.
case-no-card = Nobody is set up.
case-do-tomorrow = Who meets the pupil?
case-do-meeting = Call a meeting
case-do-group-meeting = Call a parents' meeting
case-do-contact = Note contact
case-do-fact = Note a fact
case-do-account = The pupil tells
case-request-write = { $name } has written
case-request-ring = { $name } wants to be rung
case-request-meet = { $name } asks for a meeting
case-answer = Your answer
case-told = What was told
case-told-by = { $toldas ->
    [guardian] { $name }, parent
    [pupil] { $name }, pupil
    [staff] { $name }, staff
    [anonymous] Without a name
   *[other] { $name }
}
case-facts = Facts
case-facts-empty = What we know will be here, with who said it.
case-accounts = Accounts
case-accounts-empty = What the pupil and the others tell in their own words will be here.
case-agreements = Agreements
case-about = About the case
case-reported = Reported
case-handler = Responsible
case-home = Parents
case-126 = The county governor
case-126-dates = The family may go there from { $week } (one week), or { $days } (five working days)
case-let-in = Let a colleague help
case-let-in-who = Who?
case-let-in-do = Give access
case-clocks = Deadlines
case-assistance = Ask the school owner for help
case-decide = Is this serious? Notify the school owner
back-to-case = Back to the case
missing-pupil = Which pupil it is about
missing-contact = Contact with the home
missing-tomorrow = Who meets the pupil tomorrow
missing-account = The pupil's own account
missing-meeting = A first meeting
missing-fact-source = A fact without a source
missing-next-meeting = The date of the next meeting
clock-c1 = Ring whoever told us
clock-c2 = First meeting
clock-c3 = Minutes
clock-c4 = Next meeting
clock-c5 = Plan
clock-c6 = Look at how it goes
clock-c7 = News for the parents
clock-c8 = Staff offends: head teacher
clock-c9 = The owner acknowledges
clock-c10 = Invitation in good time
clock-c11 = Letter to those who did not come
clock-answer = Answer to the family
clock-promise = { $count ->
    [1] A promise
   *[other] { $count } promises
}
clock-decision = Decide whether it is serious
clock-next-action = The owner's next step
clock-tomorrow = Met by an adult

# What has happened.
event-report-received = { $toldas ->
    [guardian] A parent told us
    [pupil] A pupil told us
    [staff] A member of staff told us
   *[other] Somebody told us
}
event-case-received = The case is taken on
event-tomorrow-planned = { $adult } meets the pupil { $when }
event-tomorrow-ticked = The pupil was met
event-tomorrow-withdrawn = The plan of who meets the pupil has changed
event-fact-recorded = A fact is noted
event-contact-logged = { $reached ->
    [yes] { $means ->
        [phone] Talked with { $person } on the phone
        [message] Wrote to { $person }
       *[meeting] Met { $person }
    }
   *[no] Tried to reach { $person }
}
event-contact-asked-for = { $kind ->
    [ring] { $person } wants to be rung
    [meet] { $person } asks for a meeting
   *[write] { $person } has written
}
event-meeting-called = Meeting { $when }
event-meeting-moved = The meeting is moved to { $when }
event-meeting-cancelled = The meeting { $when } is cancelled
event-invitation-answered = { $code ->
    [coming] { $person } is coming
    [cannot] { $person } cannot come
   *[other_time] { $person } suggests another time
}
event-meeting-held = The meeting was held
event-case-minutes-approved = The minutes are approved
event-group-minutes-approved = The minutes are approved
event-letter-undeliverable = The letter to { $person } did not arrive
event-letter-by-hand = The letter to { $person } must be handled by hand
event-clock-overdue = { $code ->
    [C1] The deadline for getting in touch has passed
    [C2] The deadline for the first meeting has passed
    [C3] The deadline for the minutes has passed
    [C5] The deadline for the plan has passed
   *[other] A deadline has passed: { $when }
}
event-tomorrow-missed = Not ticked that the pupil was met
event-serious-suggested = What is noted may be serious
event-serious-decided = { $code ->
    [notify] The head teacher notifies the school owner
   *[not_serious] The head teacher has assessed: not serious now
}
event-notice-step = The notice has gone to { $person }, answer by { $when }
event-notice-acknowledged = { $person } has acknowledged the notice, next step { $when }
event-notice-unanswered = Nobody at the school owner has acknowledged the notice
event-assistance-requested = The school has asked the school owner for help
event-assistance-given = { $person } of the school owner helps, and can see the case
event-assistance-declined = The school owner does not help now
event-assistance-ended = The help from the school owner is over

# Contact with the home.
contact-title = Contact with the home
contact-whom = Who?
contact-means = How?
contact-reached = Did you reach them?
contact-yes = Yes
contact-no = No, I tried
contact-note = What you talked about
contact-nobody = There is nobody at home to contact yet.
means-phone = Telephone
means-message = Message
means-meeting = Meeting

# Tomorrow.
plan-title = Who meets { $child }?
plan-lead = The family sees the same card, and that it is ticked.
plan-adult = Which adult?
plan-place = Where?
plan-day = Day
plan-at = Time
plan-colleague = Who is told if the tick does not come?
plan-colleague-how = The message goes five minutes after the agreed time.
plan-save = Set it up
plan-none = It is not needed now
plan-none-why = Why not?
place-gate = at the gate
place-yard = in the schoolyard
place-reception = at the reception
place-classroom = in the classroom
place-bus = at the bus
place-room = in { $room }
card-title = Meet { $child }
card-withdrawn = This plan no longer counts.
card-thanks = Thank you. The family can see it now.
field-not-ahead = Choose a time to come.
field-not-past = Choose a day that has been.
field-same-person = Choose another than the one who meets the pupil.
field-account-or-reason = Write what the pupil said, or why the pupil has not been heard.

# Facts.
fact-title = Note a fact
fact-text = What happened?
fact-text-how = What was seen, said or done. What you think of it goes further down.
fact-where = Where?
fact-when = When?
fact-source = Who says so?
fact-source-words = The source in words
fact-assessment = Assessment
fact-assessment-how = What you think of it. It stands by itself.
fact-criteria = Does any of this apply?
fact-criteria-how = If you tick one, the head teacher is asked to decide. Nothing goes out by itself.
fact-save = Note it
fact-no-date = date unknown
fact-no-source = Source missing
source-pupil = The pupil's own account
source-guardian = Parent
source-staff = Staff
source-observation = Seen myself
source-survey = Survey
source-document = Document
source-other = Another source
source-unknown = Unknown
criterion-staff_offends = A member of staff has offended a pupil
criterion-violent = Very offensive or violent
criterion-several_against_one = Several against one
criterion-long_lasting = Has gone on for long without being solved
criterion-digital_across_schools = Online across schools, or grave threats
criterion-outsiders = Outsiders come to the school
criterion-high_conflict = A high conflict the school cannot solve alone
criterion-school_change = Changing school is spoken of
criterion-short-staff_offends = staff offends
criterion-short-violent = violent
criterion-short-several_against_one = several against one
criterion-short-long_lasting = long-lasting
criterion-short-digital_across_schools = online or threats
criterion-short-outsiders = outsiders
criterion-short-high_conflict = high conflict
criterion-short-school_change = change of school

# The pupil tells.
account-title = { $child } tells
account-lead = Ask openly: “Tell me about …” Say back what you hear, so that the pupil can correct you.
account-words = What { $child } says
account-words-how = In the pupil's own words.
account-when = When did you talk?
account-why-not = Has the pupil not been heard yet? Write why.
account-to = told to { $name }
account-not-heard = Not heard yet
agreement-voluntary = voluntary

# The family's page.
family-got = The school has your message
family-ring = { $name } rings you
family-rang = The school has talked with you
family-meeting = { $kind ->
    [group] Parents' meeting
   *[other] A meeting at the school
}
family-met = { $kind ->
    [group] The parents' meeting was held
   *[other] The meeting was held
}
family-meeting-comes = A meeting at the school
family-plan = A plan of what the school does
family-next-meeting = Next meeting
family-minutes = Read the minutes
family-answer = Answer
family-reach = Get in touch
family-write = Write to us
family-asked-write = You wrote to us
family-asked-ring = You want to be rung
family-asked-meet = You asked for a meeting
family-answered = Answered
family-answer-by = { $name } answers by { $day }.
family-told = What you have told us
family-minutes-all = Minutes
family-minutes-of = Minutes from { $day }
family-minutes-empty = The minutes will be here when meetings have been held.
family-rights = Your rights
family-number = Case number { $number }

# A case for a class.
group-title = A case for a class
group-lead = Here you plan a parents' meeting for a class. No single pupil is mentioned.
group-which = Which class?
group-open = Open it

# Schools and people.
directory-title = Schools and people
directory-caption = The schools of the municipality
directory-school = School
directory-leaders = Leadership
directory-no-leader = Nobody now
directory-pupils = Pupils
directory-staff = Staff
directory-rooms = Meeting rooms
directory-empty = The schools will be here once they have been imported.
card-not-yet = Tick it here when you have met.

# What cannot be done.
problem-card-too-early = It is too early to tick this
    .detail = Tick it when you have met the pupil.
problem-card-withdrawn = This plan no longer counts
    .detail = Look in the case or at your day for what counts now.
problem-already-answered = This has been answered
    .detail = The family has the answer. Write a new message instead.
problem-no-pupil-yet = We do not know yet who it is about
    .detail = Choose the pupil in the case first.
problem-pupil-known = The case is about another pupil
    .detail = If it is about several, make a report for each.
