# The pages about letters for staff, and what the links in letters open. English.

letters-title = Letters that wait for you
letters-by-hand-lead = These letters cannot go by e-mail. Ring, post them or talk with the reader yourself, and say so here.
letters-by-hand-empty = No letter waits for you now. Those that cannot go by e-mail come here.
letters-case-title = Who has been told
letters-case-lead = All letters in the case, the newest first.
letters-case-empty = Nobody has had a letter yet. They come here as they are sent.
letters-one-title = Letter to { $name }
letters-text = What the letter says
letters-open = Open the letter
letters-to-case = To the case
letters-phone = Telephone:
letters-nobody = Unknown reader
letters-column-who = To
letters-column-what = Letter
letters-column-when = Written
letters-column-became = What became of it
letters-protected-title = Protected address
letters-protected = Send nothing digitally. Follow the municipality's routine for protected addresses.
letters-how = How did they get the message?
letters-how-phoned = I rang and told them
letters-how-posted = I posted the letter
letters-how-visited = I gave it to them myself
letters-how-save = Save
letters-field-how-required = Choose how they got the message.
letters-field-how-not-a-choice = Choose how they got the message.

letter-name-report-received = Answer to what they told us
letter-name-meeting-invitation = Invitation to a meeting
letter-name-staff-invitation = Meeting, to a member of staff
letter-name-minutes-ready = The minutes are ready
letter-name-minutes-ready-absent = The minutes are ready, to those who were not there
letter-name-tomorrow-missed = What was agreed is not confirmed
letter-name-owner-notice = Notice to the school owner
letter-name-owner-notice-reminder = Reminder of a notice
letter-name-owner-digest = Gathered message to the school owner
letter-name-school-unreachable = A school without anybody to reach
letter-name-promise-about-to-break = A promise is running out
letter-name-promise-overdue = A promise was not kept
letter-name-group-invitation = Invitation to a parents' meeting
letter-name-group-minutes-present = After the parents' meeting
letter-name-group-minutes-absent = After the parents' meeting, to those who were not there

letter-state-waiting = On its way
letter-state-deferred = On its way, we try again
letter-state-sent = Sent by e-mail
letter-state-undeliverable = Did not arrive
letter-state-by_hand = Must be delivered another way
letter-state-handled = Delivered
letter-state-frozen = Went to the wrong person
letter-state-superseded = Replaced by a newer letter
letter-handled-phoned = Told by telephone{ $by ->
    [none] {""}
   *[other] {" "}by { $by }
  }
letter-handled-posted = Posted{ $by ->
    [none] {""}
   *[other] {" "}by { $by }
  }
letter-handled-visited = Handed over{ $by ->
    [none] {""}
   *[other] {" "}by { $by }
  }
letter-why-protected = Protected address
letter-why-no_channel = We have no e-mail address
letter-why-held = The home is not to be told now
letter-why-frozen = The e-mail address is wrong
letter-why-no_access = No longer part of the case
letter-why-not-for-me = Whoever got it says it is not for them
letter-why-too-late = Could not arrive in time
letter-why-outcome-unknown = We do not know whether it arrived
letter-why-refused = The e-mail was refused
letter-why-waits = Waits for the mail server

problem-letter-not-by-hand = The letter does not wait any more
    .detail = Somebody else may have delivered it in the meantime.

not-for-me-title = Did you get a letter that is not for you?
not-for-me-lead = Tell us here, and we send nothing more to this address. The school rings the one it was meant for.
not-for-me-button = The letter is not for me
not-for-me-done-title = Thank you, we send nothing more here
not-for-me-done = The school is told at once. Please delete the letter.
ring-me-title = Would you like us to ring you?
ring-me-lead = Press the button, and the one who signed the letter rings you.
ring-me-done-title = We will ring you
ring-me-done = The one who signed the letter has been told.
link-ended-title = This link does not work any more
link-ended = It may be old, or replaced by a newer one. Ring the school if you wonder about something.
