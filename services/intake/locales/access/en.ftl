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

# The course before the first case.
training-title = Course: ten minutes before your first case
training-lead = Read the five parts, and answer the questions below. If an answer is wrong, you can try as often as you like.
training-done = You have taken the course. Now you can open the cases you have a need for.
training-let-in = You can begin until { $day }, because a leader has let you in. Take the course before then.
training-to-day = To your day
training-need-title = 1. Only what you need
training-need = You see a case when you have a task in it. Curiosity is not a reason, and neither is a name you know. If you are the parent of a child in the case, you see it from home only, as a parent.
training-seen-title = 2. Everything you open is written down
training-seen = Each time you open or change something, it is written down, and nobody can change that afterwards. The family can see who has been in their case, day by day.
training-mail-title = 3. Nothing telling in e-mail
training-mail = Never write in an e-mail or text message what a case is about, or whom. Use the case, the meeting or the telephone. That somebody has a case is confidential in itself.
training-hidden-title = 4. Protected address
training-hidden = Some families must not be found. Never write down their address, their school or pictures of them elsewhere. Their letters go by hand.
training-act-title = 5. Do something about it
training-act = If you see or hear that a pupil is not safe: step in if you can, and tell the head teacher the same day. Write what you saw and heard, with time and place. What you think has a field of its own.
training-answers = Answer the questions
training-q1 = A colleague wonders how a pupil is doing whom she does not teach. What do you do?
training-q1-a = I look in the case and tell her briefly.
training-q1-b = I say that I cannot answer, and send her to the head teacher.
training-q1-c = I send her the case by e-mail.
training-q2 = Who can learn that you have opened a case?
training-q2-a = The family concerned, and the school's leadership.
training-q2-b = Nobody.
training-q2-c = Only those who run the computers.
training-q3 = What may stand in an ordinary e-mail to a parent?
training-q3-a = "It is about what happened in the changing room."
training-q3-b = The pupil's name and class.
training-q3-c = When you will ring, or when and where a meeting is.
training-q4 = A pupil has a protected address. What do you do with a picture from the class trip?
training-q4-a = I do not share it before I have asked the head teacher.
training-q4-b = I publish it without names.
training-q4-c = I send it to all the parents of the class.
training-q5 = You hear a pupil say that she dreads the breaks. When do you tell somebody?
training-q5-a = When I have looked into whether it is true.
training-q5-b = The same day, to the head teacher.
training-q5-c = At the next talk with the parents.
training-send = Send the answers
training-wrong = Not quite. Read that part again, and try once more.

# Who may begin.
staff-title = Who can open cases
staff-lead = Everybody takes the course before their first case. If it is urgent, you can let somebody begin for a week.
staff-caption = Staff at the school
staff-name = Name
staff-state = Course
staff-trained = Has taken the course
staff-until = Can begin until { $day }
staff-not = Has not taken the course
staff-do = Let begin for a week
staff-empty = The staff will be here once they have been brought in.
