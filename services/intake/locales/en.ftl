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
