# Opening a case in an emergency, and help from the school owner in one case.
glass-title = Open a case in an emergency
glass-lead = If you have no access, and it is urgent for the child, you can open the case all the same. You must write why.
glass-seen = The rektor is told at once, and the family sees that you have been in. The access lasts for twelve hours.
glass-number = Case number
glass-reason = Why you must get in now
glass-do = Open the case
glass-not-found = We found no case with that number that you can open. Ring the school.
glass-link = Open a case in an emergency
glass-card = Opened in an emergency
glass-who = { $name }, { $at }
glass-review = What do you say of it
glass-right = It was right
glass-not-right = It was not right. The access ends now
glass-words = Anything more you want to say
glass-review-do = Save
glass-reviewed-right = Looked at: it was right
glass-reviewed-not_right = Looked at: it was not right
event-glass-broken = { $person } opened the case in an emergency
event-glass-reviewed = { $code ->
    [right] The leader has found that { $person } opened the case for a good reason
   *[not_right] The leader has found that { $person } should not have opened the case
}
owners-title = The school owner helps in the case
owners-lead = The access is to this case only, and ends when it is closed.
owners-who = Who at the school owner
owners-do = Let in
owners-out = End the access
