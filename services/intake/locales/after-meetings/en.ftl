# What comes out of meetings.
event-meanwhile-told = The home has been told what happens until the next meeting
event-criticism-raised = The home raised criticism
event-criticism-answered = The criticism has been answered
event-minutes-shared = The family can read the draft of the minutes
event-minutes-added-to = The minutes have an addition
event-minutes-opened = { $person } has read the minutes
event-minutes-commented = { $person } has written to the minutes
event-group-reminder-due = The parents have been reminded of the meeting
event-other-way-planned = Another way than a parents' meeting is planned
event-other-way-done = What was planned instead of a parents' meeting is done
