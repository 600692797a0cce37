### The municipality's own values, the line of deadlines and the rhythm with the home. English.

clock-why-hours = { $hours ->
    [one] 1 hour later.
   *[other] { $hours } hours later.
}
clock-why-wished = There is no school on the day that was set, { $day }.
clock-why-ahead = To be done { $days } days before { $day }.
clock-values = { $place ->
    [agreed] The rhythm is agreed with the family.
    [school] Counted by the school's own values, version { $version }.
    [municipality] Counted by the municipality's values, version { $version }.
   *[default] Counted by the values that come with Samspill, version { $version }.
}

line-title = { $kept } of { $all } deadlines are done
line-told = The deadlines of the case, from when to when
line-now = now
line-how = The bar goes from when the deadline started to when it runs out. The dot shows when it was done.
line-as-table = As a table
line-what = Deadline
line-from = Starts
line-until = By
line-done = Done
line-not-yet = not yet

rhythm-title = How often the family hears from the school
rhythm-usual = At least as often as the municipality has decided. The family may agree on another rhythm with you.
rhythm-agreed = { $days ->
    [one] Agreed with the family: every school day.
   *[other] Agreed with the family: at least every { $days } school days.
}
rhythm-change = Agree on another rhythm
rhythm-days = School days between each time
rhythm-days-how = From 1 to 20. Leave it empty for the usual rhythm.
rhythm-save = Save the rhythm
field-rhythm-out-of-range = Choose from 1 to 20 school days.

rules-title = The municipality's rules
rules-lead = Here the municipality decides how Samspill reminds, notifies and waits.
rules-back = To the municipality's rules
rules-values = Deadlines
rules-values-how = How long each deadline is, and who hears of it when it runs out.

values-title = Deadlines
values-lead = This is how long each deadline is in the municipality.
values-lead-school = This is how long each deadline is at { $school }.
values-not-law = These are the municipality's own targets. The week of § 12-6 is the law's and cannot be changed here.
values-whose = See the deadlines at one school
values-show-school = Show the school
values-show-all = Show the whole municipality
values-version = Version { $version }. A deadline that runs already keeps the version it started with.
values-length = Time
values-place = Who has decided
values-change = Change
values-owner = school owner
values-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
values-days = { $counting ->
    [school-days] { $many ->
        [one] { $days } school day
       *[other] { $days } school days
    }
    [calendar-days] { $many ->
        [one] { $days } day
       *[other] { $days } days
    }
   *[working-days] { $many ->
        [one] { $days } working day
       *[other] { $days } working days
    }
}
values-place-is = { $place ->
    [school] The school's own
    [municipality] The municipality's
   *[default] Comes with Samspill
}
values-history = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
values-edition = Version { $version }, { $place }: { $name }, { $moment }
values-municipality = the whole municipality

value-lead = For the whole municipality.
value-lead-school = For { $school }.
value-running = The change counts for deadlines that start from now on.
value-use = Which value should count?
value-use-own = The municipality's own, as below
value-use-own-school = A value of its own for { $school }, as below
value-use-municipality = The same as the municipality
value-use-default = The one that comes with Samspill
value-days = How many days
value-days-many = Several numbers mean the first, second and third time: 5, 10, 20.
value-hours = How many hours
value-counting = Which days count?
value-counting-is = { $counting ->
    [school-days] School days (the school's calendar)
    [calendar-days] Every day
   *[working-days] Working days
}
value-remind = Working days before the deadline for a reminder
value-remind-how = 0 is eight o'clock on the day itself.
value-steps = When the deadline runs out
value-steps-how = The first is told at once. The next are told if it is still not done.
value-tell = { $number }. Who is told
value-tell-is = { $tell ->
    [owner] Who promised it
    [leader] The head teacher
    [deputy] The deputy
   *[school_owner] The school owner
}
value-after = { $number }. Working days after the deadline
value-save = Save
value-back = To the deadlines

field-negative-days = Write 0 or a higher number. A deadline cannot run backwards.
field-no-steps = Choose at least one who is told. Otherwise the deadline runs out and nobody hears of it.
field-steps-out-of-order = Each step must come after the one before.
field-days-without-counting = Choose which days count.
field-safety-in-hours = This deadline is about somebody's safety. It is counted in hours, and no day off can stop it.
field-never-sleeps = This deadline runs in the school's holidays too. Choose working days or every day.
field-too-many-days = Write 90 days or fewer.
field-one-number = Write one number.
field-days-out-of-order = Write the numbers from lowest to highest.
field-no-school-day = The school's calendar has no school days ahead. Put in the calendar first.
