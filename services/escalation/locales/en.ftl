### Deadlines, notices to the school owner, and the decision to notify. English.

somebody = somebody
words-and = { $first } and { $last }
answer-yes = Yes
answer-no = No

## The deadlines of a case

clocks-title = Deadlines in the case
clocks-lead = This has been promised in case { $number }, in the order it is due.
clocks-empty = The deadlines of the case come here once something is promised.
clocks-to-case = To the case
clock-name = { $code ->
    [C1] Talk with the person who reported
    [C2] First meeting
    [C3] Minutes of the meeting
    [C4] Next meeting
    [C5] Plan of measures
    [C6] See whether the measures work
    [C7] Update the parents
    [C8] Notice about an employee
    [C9] { $name } acknowledges the notice
    [C10] Invite the group of parents
    [C11] Inform those who were not at the meeting
    [answer] Answer the family
    [decision] Decide whether to notify the school owner
    [next-action] What the school owner has promised
    [deviation] Assess a deviation
   *[promise] Something that was promised
}
clock-basis-target = This is the municipality's own target. The law sets no such deadline.
clock-basis-statutory = The law sets this deadline.
clock-basis-promise = Somebody has promised this.
clock-is-due = By { $due }
clock-was-due = Should have been done by { $due }
clock-kept = Done { $moment }. The deadline was { $due }.
clock-kept-late = Done { $moment }, after the deadline { $due }.
clock-why = Why then?
clock-why-start = Starts { $day }{ $why ->
    [C1] , when the report came.
    [C2] , when the report came.
    [C3] , when the meeting had been held.
    [C4] , when the minutes were approved.
    [C5] , when the head teacher got the case.
    [C6] , when the plan was put in force.
    [C7] , when you last talked with the family.
    [C8] , when the case came.
    [C10] , when the minutes were approved.
    [C9] , when the notice went out.
    [C11] , when the minutes were approved.
    [answer] , when the family asked.
    [decision] , when the head teacher was asked.
    [next-action] , when the notice was acknowledged.
    [promise] , when it was promised.
    [deviation] , when it became known.
   *[none] .
}
clock-why-count = { $counting ->
    [school-days] { $days ->
        [one] 1 school day, counted from the day after.
       *[other] { $days } school days, counted from the day after.
    }
    [calendar-days] { $days ->
        [one] 1 day, counted from the day after.
       *[other] { $days } days, counted from the day after.
    }
   *[working-days] { $days ->
        [one] 1 working day, counted from the day after.
       *[other] { $days } working days, counted from the day after.
    }
}
clock-why-skipped = Does not count: { $days }.
clock-why-due = Due { $moment }.
clock-why-promised = Promised for { $moment }.
clock-skipped-weekend = { $many ->
    [one] { $days } (weekend)
   *[other] the weekend { $days }
}
clock-skipped-holiday = { $days } ({ $name })
clock-skipped-school-closed = { $many ->
    [one] { $days } (school closed)
   *[other] { $days } (school closed)
}
clock-if-nobody-acts = If nobody acts:
clock-then-told = { $name } is told { $moment }.
watch-name = { $adult } meets the child
watch-waits = To be ticked by { $moment }
watch-met = Met { $moment }
watch-missed = Not ticked. A colleague was told { $moment }.

## The week of section 12-6

week-title = When the family can turn to the County Governor
week-lead = The law (section 12-6) says one week after the matter was raised with the head teacher. The Directorate for Education counts the week as five working days. Both days are shown here. Nothing can put them off.
week-one-week = One week
week-five-days = Five working days

## Public holidays

holiday-new-years-day = New Year's Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labor-day = Labour Day
holiday-constitution-day = Constitution Day
holiday-ascension-day = Ascension Day
holiday-pentecost = Whit Sunday
holiday-pentecost-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-second-day-of-christmas = Boxing Day

## What marks a serious case

criterion = { $code ->
    [staff_offends] An employee may have offended the pupil
    [violent] Violence or especially violating acts
    [several_against_one] Several against one
    [long_lasting] Has lasted long without being solved
    [digital_across_schools] Digital bullying across schools, or gross threats
    [outsiders] Outsiders come to the school
    [high_conflict] A conflict that the school cannot solve alone
    [repeated_intervention] A second physical intervention against the same pupil
   *[school_change] Changing school as a measure
}

## The head teacher decides

decide-title = Shall the school owner be notified?
decide-title-sent = Notice to the school owner
decide-case = Case { $number }.
decide-case-named = Case { $number }, { $name }.
decide-lead = You decide, and nothing is sent before you have.
decide-suggested-title = The case may be serious
decide-suggested = What has been written down fits this:
decide-no-hit = What has been written down so far does not fit the municipality's marks of a serious case. You can notify all the same.
decide-facts = { $count ->
    [one] What has been written down (1)
   *[other] What has been written down ({ $count })
}
decide-date-unknown = date not known
decide-choice = What do you decide?
decide-notify = Notify the school owner
decide-notify-how = The notice goes to { $name } now. If { $name } does not answer in time, it goes to the next in the chain.
decide-nobody = There is nobody in the school owner's chain today. Ring the municipality too.
decide-not-now = Do not notify now
decide-not-now-how = Say why. You can change your mind at any time.
decide-not-now-offends = Only when it is obviously groundless. Say why.
decide-reason = Why?
decide-reason-how = Needed when you do not notify. The school owner can read it.
decide-content = This is what the school owner reads
decide-content-how = Only when you notify. All of it can be short. What is missing can come later.
decide-implicated = Does the case concern any of these?
decide-implicated-how = They do not get the notice and cannot read it.
decide-save = Save the decision
decide-not-serious-title = The school owner has not been notified
decide-not-serious = { $name } decided so { $moment }, for this reason:
decide-sent-title = The school owner has been notified
decide-sent = { $name } has been asked, and is to acknowledge by { $by }. If not, the notice goes to the next in the chain.
decide-starting = The notice is on its way.
decide-taken-title = { $name } has taken the notice
decide-taken = { $action } – by { $day }.
decide-unanswered-title = Nobody at the school owner's has acknowledged
decide-unanswered = Everybody in the chain has been asked. Ring the municipality now.

content-facts = What has happened, in short
content-facts-how = Without the names of other pupils.
content-measures = What you have done
content-next-evaluation = When you look at the measures next
content-help = Help you would like
content-police = Have you been in touch with the police?
content-barnevern = Have you been in touch with child welfare?

## The school owner's room

owner-title = Notices
owner-mine-title = Waiting for you
owner-mine-empty = No notices are waiting for you.
owner-others-title = Other notices
owner-others-empty = The notices from the schools come here, with the answers they got.
owner-about = Case { $number }, sent { $moment }
owner-mine = Acknowledge by { $by }
owner-waits = Waiting for { $name }, by { $by }
owner-taken = { $name } has taken it, next step { $day }
owner-done = { $name } has done what was promised
owner-unanswered = Nobody has taken it
owner-tag-unanswered = No answer
owner-not-notified = The head teacher has decided not to notify
owner-not-notified-by = Case { $number }. { $name } decided so { $moment }.
owner-schools = The schools
owner-school = School
owner-open-notices = Open notices
owner-unkept = Broken deadlines
owner-undecided = Waiting for the head teacher

## One notice

notice-title = Notice from { $school }
notice-lead = { $name } sent the notice { $moment }.
notice-yours-title = The notice is waiting for you
notice-yours = Acknowledge by { $by }. If not, it goes to the next in the chain.
notice-others-title = The notice is waiting for { $name }
notice-others = You can take it yourself. Then it stops with you.
notice-unanswered-title = Nobody has taken this notice
notice-unanswered = Everybody in the chain has been asked. Take it now, or ring the school.
notice-content = What the school tells
told-case = Case
told-pupil = Pupil
told-known = The head teacher learned of it
told-criteria = Fits
told-no-criteria = The head teacher's own judgement
told-reason = The head teacher's reason
told-facts = What has happened, in short
told-measures = What the school has done
told-next-evaluation = Looks at the measures next
told-help = Help the school would like
told-police = In touch with the police
told-barnevern = In touch with child welfare
told-not-yet = Not told yet
notice-take = Take the notice
notice-again = Change what you have promised
notice-take-how = You acknowledge as { $name }.
notice-next-action = What do you do now?
notice-next-action-how = For example: I ring the head teacher and arrange a meeting.
notice-next-action-on = When will it be done?
notice-next-action-on-how = If it is not done by that day, the notice goes out again.
notice-save = Acknowledge that I take it
notice-save-again = Save the new promise
notice-taken-title = { $name } has taken the notice
notice-taken-by = By { $day }
notice-taken-kept = Done { $moment }
notice-done = It is done
notice-story = What has happened to the notice
story-decided = { $name } notified the school owner.
story-asked = The notice went to { $name }, who is to acknowledge by { $by }.
story-passed = { $reason ->
    [absent] { $name } is away. The notice went on.
    [vacant] { $name } no longer has the duty. The notice went on.
    [implicated] The case concerns { $name }. The notice went on.
    [unreachable] { $name } could not be reached. The notice went on.
   *[not_acknowledged] { $name } did not acknowledge in time. The notice went on.
}
story-taken = { $name } took it: { $action } By { $day }.
story-kept = { $name } has done what was promised.
story-unanswered = Nobody in the chain has acknowledged.

## When something does not work

problem-already-notified = The school owner has been notified already
    .detail = A notice cannot be taken back. Ring the school owner if something must be corrected.
problem-reason-needed = Say why the school owner is not notified
    .detail = The school owner must be able to read the reason.
problem-date-has-passed = That day has passed
    .detail = Choose today or a later day.
problem-notice-done = The notice has been dealt with
    .detail = Ring the school if there is anything new.
problem-notice-not-acknowledged = Nobody has taken the notice yet
    .detail = Take the notice first.
field-reason-needed = Say why the school owner is not notified. A few words are enough.
field-date-has-passed = That day has passed. Choose today or a later day.
