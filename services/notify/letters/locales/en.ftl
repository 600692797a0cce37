### The letters. English. The first sentence is the news; nothing here tells what it is about, or whom.

## Shared

letter-subject = A message from { $school }
letter-subject-urgent = Urgent: a message from { $school }
letter-subject-reminder = A reminder from { $school }
letter-greeting = Hello, { $name }.
letter-greeting-unnamed = Hello.
letter-closing = Kind regards
letter-phone = Telephone
letter-place = Place
letter-private = You are welcome to answer this e-mail. What is private is safest written when you have signed in.
letter-wrong-address = Is this letter not for you?
letter-unsubscribe = Would you rather not have these summaries?
letter-unsubscribe-link = Do without them
letter-wrong-address-link = Tell us here
letter-by-day = no later than { $day }
letter-by-time = before { $time } on { $day }
letter-role-rektor = principal
letter-role-deputy = deputy principal
letter-role-contact-teacher = contact teacher
letter-role-social-teacher = school social teacher
letter-role-duty = on duty
letter-role-owner = school owner

button-sign-in-read = Sign in and read
button-sign-in-see = Sign in and see
button-sign-in-confirm = Sign in, read and confirm
button-answer = Give us your answer
button-see-meeting = See the meeting
button-call-me = Call me
button-read-more = Read more

call-me-offer = Would you rather hear it on the telephone? Press the link, and { $first } calls you.
were-you-there = (If you were there after all, you now have all of it in writing.)

## We have what you sent

report-received-news = We have what you sent us. { $name } will call you { $by }.
report-received-urgent = Is it more urgent? Call { $first } on { $phone }.
report-received-read = When you sign in, you can read what you wrote and see what happens next.

## Meetings

meeting-subject-new = Meeting at { $school } on { $when }
meeting-subject-moved = New time for meeting at { $school }: { $when }
meeting-subject-cancelled = Cancelled: meeting at { $school } on { $when }
meeting-news-physical = We would like to talk with you at the school on { $when }.
meeting-news-phone = We would like to talk with you on the telephone on { $when }.
meeting-news-video = We would like to talk with you by video on { $when }.
meeting-how-physical = { $first } meets you at the reception.
meeting-how-phone = { $first } calls you.
meeting-how-video = The link to the video meeting is on the answer page.
meeting-length = We set aside { $minutes ->
    [30] half an hour
    [45] three quarters of an hour
    [60] an hour
    [90] an hour and a half
    [120] two hours
   *[other] { $minutes } minutes
  }.
meeting-answer = Does the time not suit you, do you need an interpreter, or would you like to bring someone? Say so in your answer.
meeting-procedure = How we work together with parents
meeting-moved-news = We have moved the meeting from { $old } to { $when }.
meeting-reason-reader-asked = You asked for another time.
meeting-reason-school-cannot = It is we who cannot make it after all, and we are sorry.
meeting-cancelled-news = The meeting on { $when } is cancelled.
meeting-cancelled-reader-asked = You asked us to.
meeting-cancelled-new-time = { $first } will suggest a new time { $by }.
meeting-cancelled-do = You do not need to do anything. If you want to talk with us, just call.
calendar-summary = Meeting with the school
staff-invitation-news = You are down for a meeting on { $when }.
staff-invitation-see = What it is about and who is coming, you see when you sign in.

## Minutes

minutes-ready-news = The minutes of the meeting on { $day } are ready. They are kept safe behind the sign-in.
minutes-ready-add = Is something missing, or do you see it differently? Then you can write it in yourself.
minutes-next = We meet again on { $when }.
minutes-ready-absent-news = We missed you at the meeting on { $day }. We have written down for you what we talked about.
minutes-ready-absent-read = When you sign in, you can read it and write to us what you think.

## To staff

tomorrow-missed-news = Something that was to happen at { $time } today is not confirmed yet. We need you to look at it now.
tomorrow-missed-do = Sign in and see what it is. If it is already done, confirm it there.
promise-about-to-break-news = { $promise ->
    [decide] Something urgent is waiting for you. Sign in and decide { $by }.
    [call] You promised to call { $by }.
    [meet] You promised to hold a meeting { $by }.
    [write] You promised to write { $by }.
    [look-after] You promised to be in place { $by }.
   *[other] You promised to do a task { $by }.
  }
promise-do = If you cannot make it, you can give a new time or ask a colleague.
promise-told = The person who is waiting is told the same as you write there.
promise-overdue-yours = { $promise ->
    [decide] Something urgent is still waiting for you. Sign in and decide now.
    [call] You promised to call { $by }. It is not confirmed that it was done.
    [meet] You promised to hold a meeting { $by }. It is not confirmed that it was done.
    [write] You promised to write { $by }. It is not confirmed that it was done.
    [look-after] You promised to be in place { $by }. It is not confirmed that it was done.
   *[other] You promised to do a task { $by }. It is not confirmed that it was done.
  }
promise-overdue-anothers = { $name } promised to { $promise ->
    [call] call
    [meet] hold a meeting
    [write] write
    [look-after] be in place
   *[other] do a task
  } { $by }. It is not confirmed that it was done, and now we ask you.
promise-overdue-take = Can you take over, or give a new time?

## To the school owner

owner-notice-news = The principal of { $school } has sent you a notice.
owner-notice-do = Sign in to read it and to confirm that you have received it, { $by }.
owner-notice-reminder-news = The notice from the principal of { $school } is not confirmed yet.
owner-notice-reminder-next = If you cannot make it, it goes on to { $name }.
owner-digest-news = Some deadlines at the schools have run out without what was promised being done.
owner-digest-do = Sign in to see which ones, school by school.
school-unreachable-news = Nobody at { $school } can receive messages right now.
school-unreachable-do = Ring the school, and see to it that somebody has the task. Sign in to see what waits.

## Meetings for a group

group-subject = Parents' meeting at { $school } on { $when }
group-invitation-news = Welcome to a meeting for the parents of { $group } on { $when }.
group-why = Why we meet
group-agenda = What we will go through
group-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
group-answer = Tell us if you are coming. Do you need an interpreter, or would you like to talk with us before the meeting? Say so in your answer.
group-minutes-subject = After the parents' meeting at { $school }
group-minutes-present-news = Here is what we talked about at the parents' meeting on { $day }{ $asks ->
    [0] .
   *[other] , and what we hope you will do at home.
  }
group-minutes-absent-news = We missed you at the parents' meeting on { $day }. Here is what we talked about{ $asks ->
    [0] .
   *[other] , and what we hope you will do at home.
  }
group-minutes-purpose = Why we met
group-minutes-strategy = What the school does
group-minutes-asks = What you can do at home
group-minutes-next = We meet again on { $when } to see how it has gone.
