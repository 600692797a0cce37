# How letters go: trial running, and who would have got a letter.

municipality-title = Letters in the municipality
municipality-lead = What goes for the letters of all schools.
trial-title = Trial running
trial-on = Trial running is on: no letter is sent
trial-off = Letters are sent as usual
trial-what = In trial running every letter is written to the last word, but none leaves, not even those that are urgent. Letters that were kept back are not sent when the trial is over.
trial-changed = Changed by { $name } { $when }.
trial-kept = { $count ->
    [one] One letter is written and kept back.
   *[other] { $count } letters are written and kept back.
  }
trial-turn-on = Turn trial running on
trial-turn-off = Turn trial running off
trial-banner = Trial running: letters are written, but none is sent.

mailing-title = Who would get the letter?
mailing-lead = Choose a group and see who would get a letter, and how. Nothing is sent.
mailing-group = Group
mailing-show = Show the recipients
mailing-of = Parents of the pupils in { $group }
mailing-count = { $mail } by mail, { $hand } by hand.
mailing-protected = { $count ->
    [one] One parent with a protected address is not in the list. Follow the municipality's routine.
   *[other] { $count } parents with a protected address are not in the list. Follow the municipality's routine.
  }
mailing-empty = No parents are registered for this group.
mailing-by-mail = Mail
mailing-by-hand = By hand
mailing-column-language = Language
mailing-column-how = How
mailing-language-nb = Bokmål
mailing-language-nn = Nynorsk
mailing-language-en = English

letter-state-resting = Waits for a better time
letter-state-sandboxed = Written, not sent: trial running
letter-state-unwanted = Not sent: the reader does without them

unsubscribe-title = Would you rather not have these letters?
unsubscribe-lead = You get no more summaries of this kind. Letters that the school or the municipality must send you still come.
unsubscribe-button = Do without them
unsubscribe-done-title = You get no more of them
unsubscribe-again = I want them again
unsubscribe-again-done-title = You get them again
