# The print queue, sending again, text that has been deleted.

print-title = Letters for the post
print-lead = Print the page, put each letter in an envelope and send it. Then tick those that have been posted. Nothing counts as sent before you say so.
print-empty = No letter goes on paper now.
print-which = These have been posted
print-hint = Letters to protected addresses, and letters that home is not to get now, are not here.
print-posted = Posted
print-choose = Tick at least one letter.
letters-again = Send the letter again
letters-again-done = Sent again
letters-not-reached = Did not arrive
letters-not-reached-lead = Ring those who have not got their letter.
letters-purged = The text has been deleted by the municipality's routine. The receipt remains: sent { $when }, checksum { $hash }.
letters-was-said = This is what the letter said
letters-column-open = The letter
letters-receipt = Sent { $when }, checksum { $hash }.
problem-letter-not-again = The letter cannot be sent again
    .detail = It is on its way, or what it tells of is over.
