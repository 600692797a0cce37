# After a meeting.
meanwhile-ready-news = Thank you for the talk on { $day }. What happens until we meet again is ready for you to read.
meanwhile-ready-more = If anything is unclear, ring { $first }.
answer-ready-news = You raised something with us at the meeting on { $day }. Now we have answered.
answer-ready-more = If you want to talk about the answer, ring { $first }.
minutes-to-read-news = The draft of the minutes from the meeting on { $day } is ready. Read it and write what you think.
minutes-to-read-more = Please do so by { $day }, so that it is there before we lock it. { $first } reads what you write.
minutes-added-to-news = We have added something to the minutes from the meeting on { $day }.
minutes-added-to-more = If anything is unclear, ring { $first }.
meeting-reminder-news = A reminder of the parents' meeting { $when }. We meet at { $place }.
meeting-reminder-more = If you cannot come after all, ring { $first }.
letter-from-school-news = We have written to all the parents of { $group }.
letter-from-school-more = If you want to talk about it, ring { $first }.
