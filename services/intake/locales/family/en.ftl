# What a family reads and writes in its own case.
family-other = another pupil
family-back = Back to the case
family-plan-read = Read the whole plan
family-plan-none = The plan comes here when it is ready.
family-plan-propose = Propose a measure
family-plan-lead = This is the plan as it is for you. What is about other children only does not stand here.
family-plan-child = For { $child }
family-propose = Propose a measure
family-propose-how = You know your child best. { $name } reads what you write, and answers by the next working day at the latest.
family-propose-what = What do you propose?
family-propose-do = Send the proposal
family-proposed = You proposed a measure
family-agreed = Agreed with home
family-agreed-voluntary = What is marked voluntary you do only if you want to. Nothing at school waits for it.
family-account-none = Here you can tell it in your own words, whenever you want.
family-account-waits = Something is written, but you have not confirmed it yet.
family-account-done = You have confirmed your words. Nobody at school can change them.
family-account-open = Write or read
family-contacts = When the school has been in touch with you
family-contacts-empty = Here come talks and messages between the school and you.
family-contact-phone = { $reached ->
    [yes] { $name } talked with you on the telephone
   *[no] { $name } tried to ring you
}
family-contact-message = { $reached ->
    [yes] { $name } wrote to you
   *[no] { $name } tried to write to you
}
family-contact-meeting = { $reached ->
    [yes] { $name } met you
   *[no] { $name } tried to meet you
}

# One's own account.
own-account-title = In your own words
own-account-lead = Tell it as you see it, about { $child } and about how the school has received it. There is no wrong way to say it.
own-account-lead-pupil = Tell it as you experience it. You decide what you want to say.
own-account-text = What you want to tell
own-account-text-how = Write as little or as much as you like.
own-account-save = Save, and go on later
own-account-confirm = Confirm that these are my words
own-account-confirm-how = The school reads what you save. When you have confirmed it, nobody at school can change it. You can always add more.
own-account-confirmed = Confirmed
own-account-draft = Not confirmed yet
own-account-written-by = { $name } has written this down for you. Correct what is not right.
own-account-more = Tell more
account-confirmed = confirmed
account-change = Change
told-account-title = Write down what somebody has told
told-account-lead = Use their own words. They can read it, correct it and confirm it on their page. After that it cannot be changed.
told-account-whose = Who has told it?
told-account-text = What they told
problem-account-confirmed = This is confirmed
    .detail = The person who told it has confirmed that these are their own words. It cannot be changed then. Write a new note instead.
event-account-given = { $code ->
    [confirmed] { $person } has confirmed their account
   *[written] What { $person } tells is written down
}
case-proposal = { $name } proposes a measure
case-proposal-take = Take it into the plan

# Rights.
rights-title = Your rights
rights-safe = The pupil has the right to a safe and good school environment. What counts is how the pupil experiences it (Education Act § 12-2).
rights-school = The school shall watch, intervene, find out and put measures in place, as soon as it can (§ 12-4).
rights-heard = The pupil shall be heard, and the best interest of the pupil shall weigh heavily (§§ 10-1 and 10-2).
rights-plan = The school shall make a written plan. You may propose measures, and you can read your own version.
rights-statsforvalter = If the school does not do enough, the pupil or the parents may go to Statsforvalteren, the county governor (§ 12-6).
rights-see = You may ask to see what the school has written about the pupil, and who has looked at the case.
rights-child-safe = You shall have it safe and good at school. You are the one who knows how you feel.
rights-child-school = The adults at school must help you, and they must begin as fast as they can.
rights-child-heard = The adults shall listen to you before they decide anything.
rights-child-plan = The school writes a plan for what it will do. You can say what you think would help.
rights-child-statsforvalter = If it does not help, you or your parents can tell Statsforvalteren. They keep an eye on the schools.
rights-child-see = You can find out what the school has written about you.
rights-version = Version { $version }
rights-126 = The head teacher was told on { $raised }. You may go to Statsforvalteren from { $week }, when one week has passed. Counted in five working days it is from { $days }.
rights-take = I have read the rights
rights-given = You were given this on { $day }.
rights-given-title = Rights given
rights-given-to = { $name } { $day } (version { $version })
rights-given-none = Nobody has been given them yet

# Names in what a family is to read.
names-title = Look at the names before the family reads this
names-how = Other pupils are not to be named. Replace the name, or let it stand if it is an ordinary word.
names-linked = pupil in the same case
names-classmate = pupil in the class
names-also-word = It may also be an ordinary word.
names-replace = Change to “{ $other }”
names-keep = Let it stand
field-name-linked = Another pupil is named here. Look at it before the family reads the text.
problem-names-to-look-at = Another pupil is named here
    .detail = Look at the names on the page of the case before the family reads the text.
answer-title = Answer to the family
answer-asked = What they wrote

# The copy a family takes along.
pdf-page = Page {"{"}n{"}"} of {"{"}of{"}"}
copy-title = A copy of what stands on your page
copy-link = Download a copy (PDF)
copy-about = Made on { $day } for { $name }. It holds what you can read on your own page. Names of other pupils are replaced.
copy-next = What happens next
copy-plan = The plan
copy-measure-who = Who
copy-measure-what = Measure
copy-measure-status = How far
copy-measure-when = When
copy-accounts = In your own words
copy-told = What you have told
copy-requests = What you have written to us, and the answers
copy-request-answer = Answer

# Cases that belong together, and what comes again.
related-title = Cases that belong together
related-how = Each pupil has a case of their own. The families see only their own.
related-merged = followed up as one
related-hidden = { $count ->
    [one] One case that you do not have access to
   *[other] { $count } cases that you do not have access to
}
related-perhaps = Case { $number } is about the same pupil. Is it the same matter, told twice?
related-read = Read it
related-merge = Follow up as one case
related-link = Another case belongs together with this one
related-number = Case number
related-link-do = Link them
merge-how = What was told in { $other } goes into { $number } and is followed up there. Case { $other } ends with an answer to whoever told it. Both cases show that they belong together.
merge-reason = The same is followed up in case { $number }.
merge-answer-proposed = Thank you for telling us. We follow this up together with what we already know, in case { $number }.
merge-do = Follow up as one case
field-unknown-case = We find no case with that number among your cases.
problem-not-the-same-pupil = The cases are not about the same pupil
    .detail = Each pupil shall have a case of their own. Link them instead.
problem-same-case = It is the same case
    .detail = A case cannot be linked to itself.
event-case-linked = Linked to another case
patterns-link = What comes again
patterns-title = What comes again
patterns-lead = This is what at least { $fewest } reports in the last thirty days have in common. No names stand here.
patterns-empty = Nothing comes again in at least three reports now.
patterns-back = Back to the cases
pattern-group = { $count } reports about pupils in { $group }
pattern-place = { $count } reports about the same place: { $place }
pattern-day = { $count } reports about something that happened on a { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
missing-rights = That the family is given its rights
