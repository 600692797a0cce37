# What all pages share.
product-name = Samspill
skip-link = Skip to the content
nav-label = Your pages
nav-home = Overview
nav-report = Tell us
nav-meetings = Meetings
nav-today = Today
nav-cases = Cases
nav-municipal-letters = Municipal letters
nav-letters = Letters
nav-notices = Notices
nav-directory = Schools and people
nav-disposal = Retention
nav-rules = Rules
language-label = Language

# Who you are signed in as.
hat-line = { $duty ->
    [rektor] as head teacher
    [deputy] as deputy for the head teacher
    [teacher] as teacher
    [contact_teacher] as contact teacher
    [social_teacher] as social teacher
    [school_owner] as school owner
    [owner_deputy] as deputy for the school owner
    [duty_contact] on duty in the holidays
    [parent_contact] as parent contact
    [administrator] as administrator
   *[none] { $hat ->
        [guardian] as a parent
        [pupil] as a pupil
       *[staff] as staff
    }
}
hat-line-at = { $duty ->
    [school_owner] { $hat } in { $at }
    [owner_deputy] { $hat } in { $at }
    [administrator] { $hat } in { $at }
    [duty_contact] { $hat } in { $at }
   *[none] { $hat } at { $at }
}
signed-in-as = You are signed in
sign-in = Sign in
sign-out = Sign out

# Sign in.
sign-in-title = Sign in
sign-in-lead = Here home and school meet about how a child is doing.
sign-in-family = I am a parent or guardian
sign-in-family-how = You sign in with ID-porten.
sign-in-family-button = Sign in with ID-porten
sign-in-staff = I work at the school or in the municipality
sign-in-staff-how = You sign in with Feide.
sign-in-staff-button = Sign in with Feide
sign-in-pupil = I am a pupil
sign-in-pupil-how = You sign in with Feide, as you do at school.
sign-in-pupil-button = Sign in with Feide
sign-in-help = Cannot sign in? Ring the school. You can always tell us by telephone.
sign-in-tell = Would you rather tell us without signing in? You can do it without a name.
sign-in-code = Are you a substitute, or do you work at the SFO? Use the code the school gave you.

# The foot of the page.
foot-title = Would you rather talk to someone?
foot-ring = { $name } answers the telephone
foot-ring-role = { $name }, { $role }, answers the telephone
foot-nobody = Ring the school. You can always tell us by telephone.
foot-about = Samspill helps home and school put things right together.

# Days.
day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday

# Forms.
field-optional = You can skip this.
field-choose = Choose
field-hour = Time
error-summary-title = This needs mending before you can send
error-summary-kept = What you have written is kept.
error-prefix = Error:
keep-saved = Saved at
keep-saving = Saving
keep-offline = No network, saved here
keep-restored = We have kept what you wrote last time.
keep-changed = Someone else has written here too. Press save to see what.

# Buttons.
button-send = Send
button-send-message = Send the message
button-save = Save
button-cancel = Cancel
button-back = Back
button-open = Open
button-answer = Answer
button-call-me = Ring me
button-write-us = Write to us
button-ask-meeting = Ask for a meeting
button-coming = I am coming
button-not-coming = I cannot come
button-other-time = Suggest another time
button-called = Rang
button-no-answer = No answer
button-new-time = New time
button-done = Done
button-met = Met
leave-page = Leave this page
leave-page-hint = You can also press Esc twice.
leave-page-hint-once = You can also press Esc.

# Tomorrow.
tomorrow-heading = Tomorrow
tomorrow-today = Today
tomorrow-line = { $adult } meets { $child } { $where } at { $time }
tomorrow-line-you = { $adult } meets your child { $where } at { $time }
tomorrow-ticked = Met at { $time }
tomorrow-waiting = Not ticked off yet
tomorrow-missed = Not ticked off. A colleague has been told.
tomorrow-empty = Nobody is set up yet. The school will say so here when it is agreed.

# This happens next.
next-heading = This happens next
next-done = Done
next-now = Now
next-later = Later
next-overdue = Overdue
next-empty = Here you will see what happens next, as soon as it is agreed.
missing-heading = Missing
missing-none = Nothing is missing.
missing-count = { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
}
missing-fix = Fill in
timeline-heading = What has happened
timeline-told = Told: { $who }
timeline-told-nobody = Nobody was told separately
timeline-empty = What happens comes here, the newest first.
tasks-call = Ring
tasks-meet = Meet
tasks-write = Write
tasks-call-empty = Nobody to ring now.
tasks-meet-empty = No meetings today.
tasks-write-empty = Nothing to write now.
tasks-unavailable = This part is not available just now. Try again in a little while.
tasks-overdue = Overdue

# Danger.
emergency-heading = Is someone in danger now?
emergency-police = Police
emergency-ambulance = Ambulance
emergency-children = The helpline for children and young people, day and night
emergency-ombud = The bullying ombud of your county can give advice.
emergency-ombud-named = { $name } can give advice.
emergency-ring = Ring { $number }

# States.
state-reported = Reported
state-received = Received
state-assessed = Assessed
state-investigating = We are finding out
state-plan_active = The plan is under way
state-evaluating = We are looking at how it goes
state-closed = Closed
state-no_case = No case
fewer-than-five = fewer than 5

# When something did not work.
problem-kept = What you wrote is safe in this browser.
problem-not-kept = Nothing was saved.
problem-reference = If you ring us, please give this code: { $reference }
