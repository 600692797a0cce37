# The list of cases: what is due first, lists that are kept, and finding.
find-words = A pupil’s name or a case number
find-how = We look among the cases you have access to.
find-do = Find
find-nobody = We found no pupil with that name. Try only the first name or the surname.
filter-narrow = Choose which cases to see
filter-state-open = Open cases
filter-state-ended = Closed cases
filter-state-all = All cases
filter-due-any = Any deadline
filter-due-today = Due today or before
filter-due-week = Due within the next week
filter-school = School
filter-school-all = All the schools
filter-mine = Only cases I am responsible for
filter-do = Show these
filter-clear = Show all open cases
filter-kept = Lists you have kept
filter-name = Give the list a name
filter-name-how = Then you will find it at the top of the page. Do not write anybody’s name.
filter-keep = Keep the list
filter-drop = Remove the list
cases-due-today = Due today or before
cases-all-due = See all that are due today or before
cases-the-others = The other cases, newest first
cases-none-fit = No case fits what you have chosen.
pages-label = Pages
pages-before = Previous page
pages-this = Page { $page }
pages-after = Next page
timeline-older = See all that was written before this ({ $count })
handover-title = Give cases to somebody else
handover-lead = When somebody leaves, or has too much, another takes over. The tasks go with the case, and the timeline says who has it now.
handover-who-has = Who has the cases
handover-holder = { $name }: { $count ->
    [one] 1 open case
   *[other] { $count } open cases
}
handover-cases = Cases
handover-cases-of = Cases that { $name } has
handover-to = Who is to have them
handover-to-how = Whoever you choose gets access to the cases. The one who had them before loses it, unless they have another task in the case.
handover-do = Hand the cases over
handover-done = { $count ->
    [one] 1 case has been handed over.
   *[other] { $count } cases have been handed over.
}
handover-kept = { $count ->
    [one] 1 case cannot go to the person you chose, because it concerns them or their own child.
   *[other] { $count } cases cannot go to the person you chose, because they concern them or their own child.
}
handover-back = Back to all cases
handover-link = Give cases to somebody else
case-owner-change = Give the case to somebody else
case-owner-who = Who is to be responsible
case-owner-do = Hand the case over
event-case-handed-over = { $handler } is responsible for the case now
today-the-rest = See the rest of the tasks
