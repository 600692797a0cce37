# Will you tell more?
more-title = Would you like to tell more?
more-lead = You can skip anything you like. What you have sent already stands as it is.
more-invite = Would you like to say more about where, when or who saw it? It is up to you, and you can do it at any time.
more-open = Tell more
more-send = Add this
more-skip = No thank you, go back
more-text = Is there anything more you want to say?
more-text-child = Is there anything more you want to tell?
more-places = Where did it happen?
more-places-child = Where were you?
more-place-classroom = In the classroom
more-place-yard = In the playground
more-place-changing_room = In the changing room or toilet
more-place-way = On the way to school
more-place-bus = On the bus
more-place-sfo = At after-school care
more-place-online = Online
more-place-elsewhere = Somewhere else
more-where = Where more exactly?
more-when = Which day?
more-seen-by = Who saw it?
more-seen-by-child = Did anybody see it?
more-seen-by-was = seen by { $who }
more-signs = Does any of this fit?
more-signs-child = Does any of this fit?
more-sign-several = Several against one
more-sign-violent = There was violence, or it was very hurtful
more-sign-long = It has gone on for a long time
more-sign-digital = It goes across schools online, or there are serious threats
more-sign-outsiders = Somebody from outside came to the school
more-sign-staff = An adult at the school did it
more-sign-physical_intervention = An adult held or moved the pupil by force
more-sign-child-several = There were several against me
more-sign-child-violent = Somebody hit, kicked or pushed
more-sign-child-long = It has happened many times
more-sign-child-digital = It happens online, with somebody from other schools, or somebody makes threats
more-sign-child-outsiders = Somebody who does not go here came to the school
more-sign-child-staff = An adult at the school did it
more-sign-child-physical_intervention = An adult held me
more-pupils-view = What the pupil says about it
more-pupils-view-how = In the pupil's own words, if you know.
more-added = Added { $moment }

# Staff and leadership.
concerns-title = Did an adult at the school do it?
concerns-who = Who is it about?
concerns-staff = Somebody who works at the school
concerns-leadership = The head teacher or another leader
concerns-leadership-how = Then it goes straight to the municipality. The school's leaders do not see it.
concerns-name = Who?
concerns-name-how = The person you choose will never see the case. If you do not know, leave it empty.
case-concerns-staff = About an employee
case-concerns-leadership = About the leadership
case-offends-title = It is reported that an employee may have offended the pupil
case-offends-text = Decide at once. The school owner must be told unless it is obviously groundless. The person it is about cannot see the case.
case-offends-owner = The case is about the school's leadership. The school owner has it, and the leadership cannot see it.

# On behalf of others.
report-told-by = What is the name of the person who told it?
report-told-by-how = The name, when somebody else than you said it. A parent we know is told that it has been written down.
told-by-words = Told by { $who }

# What has happened.
event-report-added-to = More has been told
event-intervention-reported = A physical intervention has been reported
event-reporter-wrote = The person who told without a name has written
event-reporter-answered = The school has written to the person who told without a name
do-reporter-to-answer = Answer
criterion-short-repeated_intervention = physical intervention again
problem-too-many-additions = A lot has been told here already
    .detail = Ring the school, and we will hear the rest.

# Ten seconds.
observe-title = Did you see something?
observe-lead = One line is enough. We fill in the time.
observe-what = What did you see or hear?
observe-who = Who is it about?
observe-send = Note it
observe-another = A pupil in another class
observe-open = Note something you saw
followed-about = { $name }, { $day }
followed-taken-on = Being followed up
followed-received = Received

# Physical intervention.
interventions-title = Physical intervention
intervention-title = Report a physical intervention
intervention-lead = Write down what happened. The parents are to be told. What you do not know now, you can fill in later.
intervention-do = Report a physical intervention
intervention-happened = What happened?
intervention-measure = What did the adult do, and for how long?
intervention-pupils-view = How did the pupil experience it?
intervention-complete = Fill in what is missing
intervention-save = Report it
intervention-repeated = not the first time

# Child welfare.
child-welfare-title = Child welfare
child-welfare-text = With reason for serious concern, the person who knows must tell the child welfare service themselves. Only that it has been considered is noted here. The family does not see it.
child-welfare-considered = Considered { $moment }
child-welfare-do = I have considered it

# Without a name.
tell-title = Tell us without a name
tell-lead = We do not get to know who you are. You get a code, so that you can read the answer.
tell-school = Which school?
tell-text-how = One sentence is enough. Leave your name out if you like.
tell-about-how = Name and class, as far as you know.
tell-have-code = I have a code
tell-code = Your code
tell-phrase = Your phrase:
tell-phrase-label = Your phrase, six words
tell-keep = Write down the code and the phrase, or take a picture. They are shown only now, and we cannot find them again for you.
tell-step-got = The school has what you wrote
tell-step-owner = The municipality has what you wrote. The school's leaders do not see it.
tell-step-answer = We answer you here
tell-step-taken = The school is following it up
tell-back-open = Open the conversation
tell-back-title = Read the answer
tell-open = Open
tell-new = Tell us about something new
tell-wrong-title = The code and the phrase do not go together
tell-wrong = Look for typing mistakes. After several tries you have to wait a little.
tell-conversation = Your conversation with the school
tell-from-school = The school
tell-from-you = You
tell-no-answer-yet = The answer will come here.
tell-write = Would you like to write more?
tell-close = Close the conversation
conversation-title = Conversation with the person who told
conversation-how = The person who told gave no name, and reads the answer with a code. Do not ask who it is.
conversation-from = The person who told
conversation-write = Your answer

# When many come at once.
queue-title = Messages to look at
queue-lead = Many messages came at once. All of them are kept. Look at each.
queue-waits = { $count ->
    [1] One message has to be looked at
   *[other] { $count } messages have to be looked at
}
queue-look = Look at them
queue-take = Make a case
queue-aside = Set aside
queue-empty = No messages are waiting.

# Files.
files-title = Files
files-add = Add pictures or files
files-how = JPG, PNG, WebP, PDF or plain text, 20 MB each at the most. Place and camera details are removed.
files-send = Send the files
files-kind = { $kind ->
    [pdf] PDF
    [txt] Text
   *[other] Picture
}
files-unscanned = not checked for viruses
files-no-scanner = No virus check is set up here. Only open files you expect.
files-came = { $count ->
    [1] One file has arrived.
   *[other] { $count } files have arrived.
}
files-refused-title = Something could not be taken
files-refused-why = This is why
files-refused-kept = { $count ->
    [0] What you have written is kept.
    [1] What you have written is kept, and one file.
   *[other] What you have written is kept, and { $count } files.
}
files-back = Go back
field-file-type = We do not take this type of file. Send JPG, PNG, WebP, PDF or plain text.
field-file-broken = The file could not be read. Take a new picture, or save it again.
field-file-locked = The file is locked with a password. Send it without.
field-file-empty = The file is empty.
field-file-too-large = The file is too large. It can be 20 MB at the most.
field-file-infected = The virus check stopped the file.
field-too-many-files = There are too many files here already. Ring the school.
event-attachment-added = A file has been added

# The child's own form, and the same twice.
report-text-child = What has happened?
report-text-child-how = Use your own words. A little is enough. You have done nothing wrong.
report-home-held-child = Do not tell them at home
report-home-held-child-how = We talk with you first. Nobody sends a letter home before that.
report-reader-child = { $name } reads this and will find you.
report-without-name = Would you rather tell us without a name?
receipt-again-title = We already have this message
receipt-again = You sent the same a little while ago. It is one case. If you want to say more, you can add it here.
