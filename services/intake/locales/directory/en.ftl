# Is the school ready to use this?
ready-title = Ready to use?
ready-lead = { $school }: this is needed before the first case. The list follows the directory and updates itself.
ready-all = Everything that can be checked here is in place. The school can begin.
ready-what = What
ready-state = In place?
ready-how = How to put it right
ready-yes = In place
ready-no = Missing
ready-later = Not checked yet
ready-count = { $count ->
    [one] It concerns one.
   *[other] It concerns { $count }.
}
ready-back = To all schools
ready-rektor = Head teacher (rektor)
ready-deputy = Deputy for the head teacher
ready-chain = Somebody at the school owner who can be notified today
ready-pupils = Pupils and classes
ready-teachers = A contact teacher in each class
ready-guardians = At least one guardian with parental responsibility for each pupil
ready-rooms = Meeting rooms
ready-calendar = The school calendar for this school year
ready-phone = The school's telephone number
ready-trained = Staff have taken the course
ready-letter = A test letter has been sent and has arrived
ready-mend-rektor = Add the head teacher to the municipality's list.
ready-mend-deputy = Add a deputy to the municipality's list.
ready-mend-chain = Add a contact at the school owner, or someone who takes over, to the municipality's list.
ready-mend-pupils = Add the pupils to the municipality's list.
ready-mend-teachers = Name a contact teacher for each class in the municipality's list.
ready-mend-guardians = Look over who has parental responsibility in the municipality's list. For some pupils this may be right.
ready-mend-rooms = Add at least one room where you can talk undisturbed.
ready-mend-calendar = Send the school calendar together with the municipality's list.
ready-mend-phone = Add the number that parents can ring.
ready-mend-trained = See who has not taken the course
ready-mend-letter = Send a test letter to yourself once e-mail has been set up.

# Pupils who have changed school while their case is open.
moved-title = Pupils who have changed school with an open case
moved-lead = The case stays with you until you move it. Then the new school's head teacher takes over, and you no longer see it.
moved-pupil = Pupil
moved-case = Case
moved-how = Move the case
moved-do = Move to { $school }
moved-out = The pupil no longer goes to any of the municipality's schools. Agree with the new school on what to send.
moved-reason = The pupil has changed school.
moved-empty = No pupil with an open case has changed school.
moved-link = Pupils who have changed school with an open case
