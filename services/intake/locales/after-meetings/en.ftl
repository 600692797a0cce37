# What comes out of meetings.
task-unclear-to-find-out = Find out what was unclear at the meeting
task-agreement-to-keep = Something agreed at the meeting
task-criticism-to-answer = Answer criticism
task-staff-offends-to-report = Report: an employee may have offended a pupil
task-agreed-after-meeting = A task after the meeting
event-meanwhile-told = The home has been told what happens until the next meeting
event-criticism-raised = The home raised criticism
event-criticism-answered = The criticism has been answered
task-minutes-comment-to-read = Has written to the minutes
event-minutes-shared = The family can read the draft of the minutes
event-minutes-added-to = The minutes have an addition
event-minutes-opened = { $person } has read the minutes
event-minutes-commented = { $person } has written to the minutes
