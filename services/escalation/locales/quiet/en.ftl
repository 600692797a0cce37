### Gathered messages, quiet, and a school that nobody can reach. English.

quiet-title = Gathered message
quiet-lead = These are the deadlines at the schools that have run out. Serious cases are not here. You always get those at once, each by itself.
quiet-school = { $school }: { $count }
quiet-case = case { $number }
quiet-empty = No deadlines have run out since last time.
quiet-hour = When do you want the gathered message?
quiet-hour-how = An hour from 0 to 23, on working days.
quiet-hour-save = Save the hour
quiet-back = To the notices
quiet-link = Gathered message and quiet
field-not-an-hour = Write an hour from 0 to 23.

silence-title = Quiet
silence-lead = You can be spared messages from one school for a while. The deadlines run as before, and the school hears of them.
silence-of = { $school } until { $until }
silence-by = { $name }, { $moment }.
silence-agreed = { $name } agrees.
silence-over = Over
silence-needs-two = Does not cover serious cases until one more agrees.
silence-agree = I agree
silence-end = End the quiet
silence-new = Get quiet from a school
silence-reason = Why?
silence-reason-how = Others at the school owner can read it.
silence-until = Until the end of
silence-until-how = At most 14 days ahead.
silence-serious = Serious cases too
silence-serious-how = Then one more at the school owner must agree. Notices about employees (§ 12-5) can never be stopped.
silence-save = Get quiet
field-silence-reason-needed = Write why. A few words are enough.
field-silence-too-long = Choose a day from today to 14 days ahead.
problem-needs-another-person = Somebody else must agree
    .detail = You cannot be the second person yourself.

unreachable-title = Nobody can be reached
unreachable-schools = The chain reaches nobody for these schools: { $schools }. Ring, and put somebody in the directory or in the chain.
preflight-fine = The chain reaches somebody for every school. Tried { $moment }.
