# What we call people at a meeting.
role-guardian = parent
role-pupil = pupil
role-rektor = head teacher
role-deputy = deputy head
role-case-owner = in charge of the case
role-contact-teacher = contact teacher
role-social-teacher = social teacher
role-helper = member of staff
role-staff = member of staff
language-nsl = Norwegian Sign Language
language-prs = Dari
language-kmr = Kurmanji
language-ckb = Sorani

# Practical.
practical-when = When
practical-where = Where
practical-who = From the school
practical-ring = Questions
where-phone = By telephone. { $name } rings you.
where-digital = On screen. You find the link when you sign in.
minutes-count = { $count } minutes

# Kinds of meetings.
kind-first = First meeting
kind-follow-up = Follow-up meeting
kind-evaluation = Evaluation meeting
kind-parent-initiated = Meeting the family asked for
kind-school-initiated = Meeting the school asked for
kind-guardians-offending = Meeting with parents
kind-group = Parents' meeting
kind-staff = Meeting at the school
family-kind = Meeting at the school
mode-physical = At the school
mode-digital = On screen
mode-phone = By telephone
status-draft = Waits for approval
status-called = Called
status-held = Held
status-minuted = The minutes are ready
status-cancelled = Called off

# Answers.
answer-legend = Are you coming?
answer-proposed = When would be better?
answer-proposed-how = Write a few days or times.
answer-interpreter = Do you need an interpreter?
answer-interpreter-how = The school books and pays. Choose the language.
answer-support = I am bringing someone
answer-support-how = A friend, a relative or someone else you trust.
answer-support-name = Who are you bringing?
answer-send = Send the answer
answer-coming = Coming
answer-cannot = Cannot come
answer-other-time = Wants another time
answer-own-coming = You are coming
answer-own-cannot = You cannot come
answer-own-other-time = You have suggested another time
answer-waiting = Not answered
answer-none-invited = Not invited yet
answered-title = We have your answer
answered-coming = You are coming.
answered-cannot = You cannot come. We will be in touch.
answered-other-time = You want another time. We will be in touch.
answered-interpreter = We book an interpreter: { $language }.
answered-support = You are bringing someone.
answered-change = You can change your answer until the meeting begins.

# The page behind the letter's link.
reply-title = Meeting at { $school }
reply-title-group = Parents' meeting at { $school }
reply-lead = Hello, { $name }. We would like to meet you on { $when }. We set aside { $minutes } minutes.
reply-met-by = { $name } meets you at the reception.
reply-answer = Answer the invitation
reply-change = Change your answer
reply-who-reads = { $name } reads the answer.
reply-gone-title = This link no longer works
reply-gone-lead = The meeting may have been moved, or be over. If you have a newer letter, use the link in that one.
reply-gone-how = Ring the school if you wonder about anything. You can also sign in and see your meetings.

# Calling a meeting.
new-title = Call a meeting
new-lead = Case { $number }. Say when, where and who. The rest can wait.
new-lead-plain = Say when, where and who. The rest can wait.
new-held-title = The home is not told now
new-held = The head teacher has decided to wait. No parent is invited to this meeting.
new-waits = The head teacher says who takes part before the invitations go.
new-where = Where
new-where-how = The room is named in the letter to the parents.
new-who = Who from the school
new-who-how = Those who may see the case. Choose as few as possible.
new-family = From the home
new-family-how = Each of them gets an invitation of their own.
by-hand = Protected address: given by hand
new-more = Length, screen or telephone, and more
new-reason = Why not at the school, or why not sooner?
new-reason-how = This can also be written later.
new-send = Send the invitations
new-send-to-leader = Send to the head teacher
time-day = Day
time-hour = Time
time-length = How long
time-mode = How we meet
time-place = Another place, or a link for the screen
time-place-how = Shown only to those who are signed in.
ask-many-from-school = Many from the school
ask-many-from-school-how = The family may feel outnumbered. Could some of you stay away? If you want everyone, press once more.
ask-short-notice = It is less than a week away
ask-short-notice-how = Parents need time to arrange childcare and work. If it must be now, press once more.
ask-confirm = Yes, send the invitations

# One meeting.
approve-title = Who takes part?
approve-how = You decide who from the school takes part. Then the invitations go.
approve-waits = The head teacher has been told. The invitations go when the head teacher has said who takes part.
approve-send = Approve and send the invitations
meeting-open = Open the meeting
meeting-draft = See the draft
meeting-minutes = Read the minutes
meeting-case = Case { $number }
meeting-reason = Reason: { $reason }
asked-title = From the home
asked-name = Name
asked-answer = Answer
asked-letter = Letter
asked-nobody = Nobody from the home is invited.
asked-count = { $coming } are coming, { $cannot } cannot, { $waiting } have not answered.
asked-all = See all { $count }
asked-interpreter = Interpreter: { $language }
asked-support = Brings
delivery-sent = Sent
delivery-undeliverable = Did not arrive. Ring.
delivery-by-hand = Given by hand
delivery-waiting = On its way
move-title = Move the meeting
move-how = Everyone invited is told the new time and can answer again.
move-send = Move and tell
cancel-title = Call the meeting off
cancel-how = Everyone invited is told. You may want to ring the family first.
cancel-send = Call off and tell
family-cancelled = The meeting on { $when } is called off.
family-minutes-later = The meeting has been held. You will be told when the minutes are ready.

# The list.
meetings-title = Meetings
meetings-empty = The meetings in the cases you may see come here.
meetings-empty-family = The meetings you are invited to come here.
meetings-past = Earlier meetings ({ $count })
list-minutes = The minutes are ready
list-answer = Answer the invitation

# Parents' meeting.
group-purpose = Why we meet
group-agenda = What we do
group-strategy = How the school works now
group-asks = What we hope you will do
prep-title = How we meet what is hard
prep-hidden = The parents do not see this.

# Refusals.
problem-participants-not-approved = The meeting is not approved yet
    .detail = The head teacher must say who takes part before anyone can be invited.
problem-meeting-is-over = The meeting is over
    .detail = A meeting that has been held or called off cannot be moved, called off or answered.
problem-minutes-are-approved = The minutes are approved
    .detail = They cannot be changed. You can add something below them.
problem-minutes-are-a-draft = The minutes are not approved yet
    .detail = Write it straight into the draft.
problem-changed = Someone else has written here too
    .detail = Load the page again to see it. What you wrote is kept in this browser.
problem-many-from-school = Many from the school
    .detail = Send the same once more, confirmed, if everyone shall take part.
problem-short-notice = It is less than a week away
    .detail = Send the same once more, confirmed, if the meeting must be now.
problem-group-meeting-not-decided = It has not been decided yet
    .detail = The head teacher must first decide whether a parents' meeting is right.
problem-group-meeting = Something must be mended
    .detail = Look over the marked fields. What you wrote is kept.
problem-meeting = Something must be mended
    .detail = Look over the marked fields. What you wrote is kept.
problem-meeting-time = The time cannot be used
    .detail = Look over day, time and length.
problem-next-meeting = Something must be mended
    .detail = Write a date, or why there is no new meeting.
field-in-the-past = This time has already passed.
field-bad-length = A meeting lasts from ten minutes to eight hours.
field-agenda-too-long = The items take longer than the meeting. Shorten them, or make the meeting longer.
field-not-a-group = This is not a case for a group.
field-group-has-its-own-page = Parents' meetings are called on their own page.
