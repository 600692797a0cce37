# Who has looked at the case.
seen-title = Who has looked at the case
seen-lead = Everybody at the school and in the municipality who has been in the case, day by day.
seen-as = { $relation ->
    [rektor] head teacher
    [deputy] deputy head teacher
    [case_owner] responsible for the case
    [owner_contact] contact at the school owner
   *[helper] helps with the case
}
seen-first = first at { $time }
seen-gone = Somebody who no longer works here
seen-empty = Nobody has been in the case yet.
seen-empty-lately = Nobody has been in the case for two weeks.
seen-older = Earlier
seen-ask = Do you wonder why somebody was there? Ask the school. They are to be able to tell you.
seen-kept = The family sees the same list. Each time somebody opens or changes something, it is written down.
seen-back = Back to the case
seen-link = Who has looked at the case
