# After a meeting.
meanwhile-ready-news = Thank you for the talk on { $day }. What happens until we meet again is ready for you to read.
meanwhile-ready-more = If anything is unclear, ring { $first }.
answer-ready-news = You raised something with us at the meeting on { $day }. Now we have answered.
answer-ready-more = If you want to talk about the answer, ring { $first }.
