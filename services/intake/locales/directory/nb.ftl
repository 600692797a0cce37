# Er skolen klar til å bruke dette?
ready-title = Klar til bruk?
ready-lead = { $school }: dette trengs før den første saken. Lista følger registeret, og oppdaterer seg selv.
ready-all = Alt som kan sjekkes her, er på plass. Skolen kan begynne.
ready-what = Hva
ready-state = På plass?
ready-how = Slik blir det rettet
ready-yes = På plass
ready-no = Mangler
ready-later = Ikke sjekket ennå
ready-count = { $count ->
    [one] Det gjelder én.
   *[other] Det gjelder { $count }.
}
ready-back = Til alle skolene
ready-rektor = Rektor
ready-deputy = Stedfortreder for rektor
ready-chain = Noen hos skoleeier som kan varsles i dag
ready-pupils = Elever og klasser
ready-teachers = Kontaktlærer i hver klasse
ready-guardians = Minst én foresatt med foreldreansvar for hver elev
ready-rooms = Møterom
ready-calendar = Skoleruta for dette skoleåret
ready-phone = Telefonnummeret til skolen
ready-trained = Ansatte har tatt kurset
ready-letter = Prøvebrev er sendt og kommet fram
ready-mend-rektor = Legg inn rektor i lista fra kommunen.
ready-mend-deputy = Legg inn en stedfortreder i lista fra kommunen.
ready-mend-chain = Legg inn en kontakt hos skoleeier, eller en som tar over, i lista fra kommunen.
ready-mend-pupils = Legg inn elevene i lista fra kommunen.
ready-mend-teachers = Sett en lærer som kontaktlærer i hver klasse i lista fra kommunen.
ready-mend-guardians = Se over hvem som har foreldreansvar, i lista fra kommunen. For noen elever kan dette være riktig.
ready-mend-rooms = Legg inn minst ett rom der dere kan snakke uforstyrret.
ready-mend-calendar = Send skoleruta sammen med lista fra kommunen.
ready-mend-phone = Legg inn nummeret foreldre kan ringe.
ready-mend-trained = Se hvem som ikke har tatt kurset
ready-mend-letter = Send et prøvebrev til deg selv når e-posten er satt opp.

# Elever som har byttet skole mens saken er åpen.
moved-title = Elever som har byttet skole med åpen sak
moved-lead = Saken blir hos dere til dere flytter den. Da tar rektor på den nye skolen over, og dere ser den ikke lenger.
moved-pupil = Elev
moved-case = Sak
moved-how = Flytt saken
moved-do = Flytt til { $school }
moved-out = Eleven går ikke på noen av kommunens skoler lenger. Avtal med den nye skolen hva som skal sendes.
moved-reason = Eleven har byttet skole.
moved-empty = Ingen elever med åpen sak har byttet skole.
moved-link = Elever som har byttet skole med åpen sak
