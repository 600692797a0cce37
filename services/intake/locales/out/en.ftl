# How long cases are kept, and what has been erased.
disposal-title = How long cases are kept
disposal-lead = Nothing is erased by itself. Here you see what the municipality's rules allow, and decide.
disposal-rules = The municipality's rules
disposal-rules-why = Years after the case has ended. Where a field is empty, such cases are kept.
disposal-years = Years
disposal-rules-save = Save the rules
disposal-kind = { $kind ->
    [group] Cases of a group
    [no_case] Reports that became no case
   *[individual] Cases about one pupil
}
disposal-due = May be erased now or within three months
disposal-school = School
disposal-what = Kind
disposal-ended = Ended
disposal-from = May be erased from
disposal-together = Has papers in common with { $numbers }. They are erased together.
disposal-held = Held back
disposal-hold = Hold back
disposal-hold-do = Hold the case back
disposal-reason = Why is the case to be kept longer?
disposal-lift = Do not hold back any longer
disposal-erase = Erase the case
disposal-erase-why = All that is written in the case becomes unreadable, in backups too. It cannot be undone. If the archive needs the case, deliver it there first.
disposal-number = Type the case number { $number } to confirm
disposal-erase-do = Erase for good
disposal-empty = No case may be erased by the rules.
disposal-gone = Erased
disposal-under-way = not finished
certificate-title = Certificate of erasure
certificate-lead = The case has been erased in all four parts of Samspill.
certificate-waits = The case is being erased. Some parts have not answered yet.
certificate-ground = Ground
certificate-ground-is = { $ground ->
    [retention] the municipality's retention rules
    [mistake] registered by mistake
   *[decision] a decision of its own
}
certificate-by = Decided by
certificate-at = Decided
certificate-order = Id of the certificate
certificate-case = Id of the case
certificate-table = What each part has done
certificate-part = Part
certificate-service = { $service ->
    [intake] Cases
    [meetings] Meetings
    [notify] Letters
   *[escalation] Notices and deadlines
}
certificate-done-at = Done
certificate-removed = Documents removed
certificate-not-yet = not yet
certificate-what = What this means
certificate-keys = The keys of the case are destroyed. Whatever may be left in copies of the data, nobody can read.
certificate-kafka = Words in old messages between the parts are sealed, and gone on { $day } at the latest.
certificate-backups = Backups of the keys are overwritten from { $day }. Only then is the case gone from there too.
certificate-looks = The log of looks still says that something was read in a case with this id, not by whom or what.
certificate-check = This is how you can check it, in each of the four parts:
certificate-back = To retention
problem-number-differs = That was not the number of the case
    .detail = Type the case number as it stands.
field-number-differs = Type the case number as it stands.
problem-case-not-over = One of the cases has not ended
    .detail = The case, and those it has papers in common with, must have ended before they can be erased.
problem-case-held = The case is held back
    .detail = Whoever holds it back has to lift that first.
problem-case-not-due = It is not time yet
    .detail = The municipality's rules do not allow the case to be erased yet.
