### Deviations: something reached another than it was for. English.

rules-deviations = Deviations
rules-deviations-how = Letters that reached the wrong person, and whether the data protection authority has been told.
deviations-title = Deviations
deviations-lead = This is where it stands when something reached another than it was for. The law gives 72 hours to tell Datatilsynet.
deviations-empty = No deviations have been recorded.
deviation-of = { $school }, case { $number }
deviation-what = Somebody has said that a letter was not for them. The address is frozen.
deviation-known = It became known { $moment }.
deviation-by = By { $moment }
deviation-assess = Assess the deviation
deviation-question = Has Datatilsynet been told?
deviation-reported = Yes, it has been told
deviation-not-reported = No, it is not to be told
deviation-reason = Why?
deviation-save = Save the assessment
deviation-outcome = { $outcome ->
    [reported] Told to Datatilsynet. Written by { $name } { $moment }:
   *[not_reported] Not to be told. Written by { $name } { $moment }:
}
field-deviation-reason-needed = Write why. It must be possible to show the assessment.
