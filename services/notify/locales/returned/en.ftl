# What comes back: answers to letters, letters that did not arrive.

answer-title = Answer from { $name }
answer-lead = { $name } has answered a letter from you. The answer came { $when }.
answer-to-letter = The answer is to the letter “{ $letter }”.
answer-attachments = { $count ->
    [one] They attached one file. It is not kept here. Ask them to send it again when they have signed in.
   *[other] They attached { $count } files. They are not kept here. Ask them to send them again when they have signed in.
  }
answer-unreadable-title = We could not read the answer
answer-unreadable = Something came back to the letter, but the mail was made in a way that cannot be read. Ring, and hear what they wanted to say.
answer-read = I have read the answer
answer-is-read = Read by { $by }.
answer-new = New
answer-open = Read the answer
answer-list-title = Answers to the letters
answer-phone = Ring { $name }:
answer-safe = Do not write back about anything private by ordinary mail. Ring, or write in the case.

letter-why-bounced = The mail was returned
letter-why-dead = The mail address does not exist
letter-note-delayed = Delayed on the reader's side
letter-note-auto-replied = Automatic answer
letter-note-complained = Marked as unwanted
