# Hvem har sett på saken.
seen-title = Hvem har sett på saken
seen-lead = Her står alle på skolen og i kommunen som har vært inne i saken, dag for dag.
seen-as = { $relation ->
    [rektor] rektor
    [deputy] stedfortreder for rektor
    [case_owner] saksansvarlig
    [owner_contact] kontakt hos skoleeier
   *[helper] hjelper i saken
}
seen-first = første gang kl. { $time }
seen-gone = En som ikke lenger jobber her
seen-empty = Ingen har vært inne i saken ennå.
seen-empty-lately = Ingen har vært inne i saken de siste to ukene.
seen-older = Tidligere
seen-ask = Lurer du på hvorfor noen har vært inne? Spør skolen. De skal kunne svare.
seen-kept = Familien ser den samme lista. Hver gang noen åpner eller endrer noe, blir det skrevet ned.
seen-back = Tilbake til saken
seen-link = Hvem har sett på saken
