# Assessment.
assess-title = Assess the case
assess-lead = Everyone who tells us something gets an answer. Assess what was reported, or send it to the right school.
assess-is-case = This is a case
assess-text = How we see it
assess-text-how = Briefly, if you like. It can wait.
assess-do = We follow this up
assess-no-case = No case
assess-no-case-how = The reason stays at school. The answer goes to whoever told, with the way to Statsforvalteren.
assess-no-case-why = Why is there no case?
assess-no-case-why-how = What you have looked into, and what you go by.
assess-answer = Answer to whoever told
assess-answer-how = Write what you have looked at, and what you do if more happens.
assess-no-case-do = End without a case
assess-move = The case belongs to another school
assess-move-how = Everything goes with it. You no longer see the case when it has moved.
assess-move-where = Which school?
assess-move-why = Why?
assess-move-do = Move the case

# Finding out.
steps-title = What we are finding out
steps-empty = Here comes what you are to find out, and what came of it.
steps-new = Something more to find out
steps-change = Change
steps-method = How?
steps-what = What are you to find out?
steps-who = Who does it?
steps-by = By when?
steps-status = How far has it come?
steps-result = What came of it?
steps-result-how = What you saw and heard. It is taken up at the next meeting.
steps-reason = Why do you need names?
steps-reason-how = Only for surveys that are not anonymous (regulations § 20-5).
steps-shared = The family may read this
steps-shared-how = Write nothing about other children here.
steps-shared-tag = the family sees it
steps-back = Back to what we are finding out
method-talk_pupil = Talk with the pupil
method-talk_staff = Talk with staff
method-talk_home = Talk with the home
method-observation = Observe
method-survey = Anonymous survey
method-named_survey = Survey with names
method-document = Look at what is written
method-other = Something else
step-planned = Planned
step-running = Under way
step-done = Done
step-dropped = No longer needed

# The plan.
aplan-name = { $label ->
    [tiltaksplan] Action plan
   *[aktivitetsplan] Activity plan
}
aplan-draft = Draft
aplan-active = Under way
aplan-ended = Ended
aplan-empty = The plan comes here when somebody has begun on it.
aplan-not-yet = Not written yet.
aplan-write = Begin the plan
aplan-change = Change the plan
aplan-edit-lead = You can save at any time. What is missing stands on the list in the case.
aplan-problem = What is the plan to solve?
aplan-problem-how = As the pupil experiences it, and what you know.
aplan-findings = What we have found out
aplan-measures = Measures
aplan-measures-how = One measure in each box. Empty boxes are left out.
aplan-measure-number = Measure { $number }
aplan-new-measure = New measure
aplan-what = What do we do?
aplan-starts = From
aplan-ends = To
aplan-who = Who does it?
aplan-who-else = Others who do it
aplan-mine = Only for { $child }
aplan-from = from { $day }
aplan-until = to { $day }
aplan-evaluations = When do we look at how it goes?
aplan-evaluations-how = Usually after one, two and four school weeks. A day without school is moved to the next school day.
aplan-day = Day { $number }
aplan-of-child = For { $child }
aplan-pupil-words-how = In the pupil's own words.
aplan-best-interest-how = What is best for the pupil, and how have you weighed it?
aplan-save = Save
aplan-save-activate = Save and put the plan in force
aplan-activate = Put the plan in force
aplan-back = Back to the plan
aplan-versions = What has changed?
aplan-version = Version { $number }
aplan-several = { $count ->
    [one] The plan also covers one other pupil.
   *[other] The plan also covers { $count } other pupils.
}
aplan-join = The plan covers more pupils
aplan-join-how = Each pupil has a case of their own. What is written about one is shown only in that pupil's case.
aplan-join-which = Which case?
aplan-join-do = Include in the plan
plan-field-problem = What the plan is to solve
plan-field-findings = What we have found out
plan-field-pupil_words = What the pupil says
plan-field-pupil_not_heard = Why has the pupil not been heard?
plan-field-pupil_part = How has the pupil taken part?
plan-field-guardians_part = How have the parents taken part?
plan-field-best_interest = The best interest of the pupil
plan-field-measure = Measure
plan-field-starts_on = From
plan-field-until = To
plan-field-person_id = Who does it
plan-field-who = Others who do it
plan-field-evaluate_on = When we look at how it goes
measure-planned = Planned
measure-running = Under way
measure-done = Done
measure-stopped = Stopped
measure-do-running = Begin
measure-do-done = Done
measure-do-stopped = Stop
diff-how = Underlined text was added. Text struck through was taken away.
diff-gone = Taken away:
diff-new = Added:
diff-elsewhere = The change is about another pupil in the plan.
both-title = { $name } has also written in the plan
both-how = Nothing is lost. Here is the difference between what is saved and what you wrote. Your text is in the form below.
both-theirs = Use what is saved
both-mine = Save my text

# How it goes.
evaluation-title = How is it going?
evaluation-lead = Write it down as you hear it. You finish when the pupil and the parents have been heard or asked.
evaluation-pupil = What { $child } says
evaluation-pupil-how = In the pupil's own words: What has become better? What is still hard?
evaluation-guardian-says = What you have been told
evaluation-invited-on = Asked or invited
evaluation-was-invited = Invited
evaluation-measures = Do the measures help?
evaluation-by-pupil = The pupil
evaluation-by-guardian = The parents
evaluation-by-school = The school
evaluation-together = Altogether
evaluation-better = Has it become better for { $child }?
evaluation-better-how = The pupil's own experience is what counts.
evaluation-result = What do we do now?
evaluation-note = Note how it goes
evaluation-note-field = What we agreed on
evaluation-next = Next time
evaluation-next-how = If you leave it empty, it will be in four school weeks.
evaluation-record = Finish the evaluation
evaluation-save = Save so far
evaluation-recorded = Evaluated
evaluation-read = Read
evaluation-told = What was said
effect-good = Helps well
effect-some = Helps a little
effect-none = Does not help
effect-worse = Makes it worse
effect-unsaid = Not said
better-yes = Yes
better-some = A little
better-no = No
result-continue = We go on
result-adjust = We change the measures
result-stop = We stop the measures
result-new = We try something new

# Closing.
close-title = Close the case
close-lead = The duty lasts until the pupil has it safe and good. These three things must be in place.
close-pupil = What does { $child } say about how it is now?
close-pupil-how = In the pupil's own words.
close-not-obtainable = If the pupil cannot answer: why?
close-told-on = The parents were told
close-told-how = How?
close-follow-up = Then we see to it that all is still well
close-follow-up-how = The day comes on the list of whoever has the case.
close-summary = Summary
close-do = Close the case
close-waits = The school owner is to sign too before the case is closed.
reopen-title = Open the case again
reopen-lead = Everything that is written goes with it.
reopen-why = Why is it opened again?
reopen-do = Open the case
countersign-title = Sign a closing
countersign-lead = The school has notified you of this case, and now wants to close it. Here is what the school goes by. Ring the head if you want to know more.
countersign-pupil = The pupil
countersign-pupil-yes = Says that it is safe
countersign-pupil-no = Could not answer; the school has written why
countersign-do = Sign
countersign-back = The school has to go on

# In the case.
course-title = How the case is going
course-assessed-case = Assessed: this is followed up
course-assessed-no_case = Assessed: no case
course-moved = Moved here from another school
course-next-evaluation = Next time we look at it: { $day }
course-help-title = Think of help from outside
course-help-text = Three times in a row it has not become better. PPT, the school nurse or the school owner can help.
course-closed = Closed
course-reopened = Opened again
course-do-assess = Assess
course-do-steps = Find out
missing-assessment = The head's assessment
missing-steps = What you are to find out
missing-step-date = By when something is to be found out
missing-step-reason = Why the survey needs names
missing-plan = A plan
missing-plan-problem = The plan: what it is to solve
missing-plan-measures = The plan: at least one measure
missing-plan-when = The plan: when a measure begins
missing-plan-who = The plan: who carries out a measure
missing-plan-evaluated = The plan: when you look at how it goes
missing-plan-pupil-heard = The plan: what the pupil says
missing-plan-best-interest = The plan: the best interest of the pupil
missing-plan-pupil-part = The plan: how the pupil has taken part
missing-plan-guardians-part = The plan: how the parents have taken part

# What has happened.
event-case-assessed = { $code ->
    [no_case] Assessed: no case
   *[case] The case has been assessed
}
event-case-moved = The case has been moved. { $handler } has it now
event-investigation-step-changed = { $code ->
    [done] { $person } has found something out
    [running] { $person } is finding something out
    [dropped] Something is not to be found out after all
   *[planned] { $person } is to find something out
}
event-plan-activated = The plan is in force
event-plan-changed = The plan has been changed
event-measure-changed = { $code ->
    [running] A measure has begun
    [done] A measure is done
    [stopped] A measure was stopped
   *[planned] A measure is planned
}
event-evaluation-recorded = { $code ->
    [continue] Evaluated: we go on
    [adjust] Evaluated: the measures are changed
    [stop] Evaluated: the measures are stopped
   *[new] Evaluated: we try something new
}
event-case-closed = The case is closed. We look in on { $when }
event-case-reopened = The case has been opened again

# The family.
family-evaluation = We look together at how it goes
family-evaluated = We have looked at how it goes
family-steps = What we are finding out
family-no-case = The school's answer
family-no-case-text = The school has looked at what was reported, and found no case. Ring { $name } if you want to know more.
family-no-case-126 = If you disagree, you can turn to Statsforvalteren (opplæringslova § 12-6). You can also tell us again at any time.
family-closed = The case is closed
family-closed-text = { $name } sees to it that all is still well, { $day }. Tell us at once if it is not.

# What has to be mended.
field-same-school = The case is at this school already.
field-plan-problem = Write what the plan is to solve.
field-plan-measures = Write at least one measure.
field-plan-when = Write when the measure begins.
field-plan-who = Choose who does it.
field-plan-evaluated = Write when you look at how it goes.
field-plan-pupil-heard = Write what the pupil says, or why the pupil has not been heard.
field-plan-best-interest = Write what is best for the pupil.
field-heard-or-invited = Write what they say, or when they were asked.
field-safe-or-reason = Write what the pupil says, or why the pupil cannot answer.
field-guardians-told = Write the day the parents were told.
field-follow-up = Choose the day you see to it that all is still well.
field-evaluation-open = An evaluation is not finished yet.
field-evaluation-first = The plan has to be evaluated at least once first.
field-plan-one-school = Choose a case at the same school.
problem-case-ended = The case has ended
    .detail = Open it again if you are to do something more.
problem-already-assessed = The case has been assessed
    .detail = It is being worked on already.
problem-no-case-too-late = You have begun to look into the case
    .detail = Close it in the ordinary way. Then the pupil is heard.
problem-case-not-ended = The case has not ended
    .detail = It is open already.
problem-plan-ended = The plan has ended
    .detail = Open the case again to change the plan.
problem-plan-changed = Somebody else has also written in the plan
    .detail = Fetch the plan again, and send what you wrote with the version that counts now.
problem-plan-incomplete = Something is missing in the plan
    .detail = Each part that is missing is named. What you have written is saved.
problem-plan-not-active = The plan is not in force
    .detail = Put it in force first.
problem-has-a-plan = The case has a plan already
    .detail = A case can have one plan at a time.
problem-evaluation-incomplete = Something is missing in the evaluation
    .detail = The pupil and the parents have to be heard or asked. What you have written is saved.
problem-evaluation-recorded = The evaluation is finished
    .detail = Write what is new in the next evaluation.
problem-closing-incomplete = The case cannot be closed yet
    .detail = What is missing is named. What you have written is kept.
problem-waits-for-owner = The closing waits for the school owner
    .detail = The school owner has been told.
problem-nothing-to-sign = There is nothing to sign here
    .detail = Perhaps somebody else has done it.
