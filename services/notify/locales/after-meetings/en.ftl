letter-name-meanwhile-ready = What happens until the next meeting
letter-name-answer-ready = An answer to something the family raised
letter-name-minutes-to-read = Draft of the minutes
letter-name-minutes-added-to = Addition to the minutes
letter-name-group-reminder = Reminder of a parents' meeting
letter-name-group-letter = Letter to the parents
