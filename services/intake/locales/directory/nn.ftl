# Er skulen klar til å bruke dette?
ready-title = Klar til bruk?
ready-lead = { $school }: dette trengst før den første saka. Lista følgjer registeret, og oppdaterer seg sjølv.
ready-all = Alt som kan sjekkast her, er på plass. Skulen kan byrje.
ready-what = Kva
ready-state = På plass?
ready-how = Slik blir det retta
ready-yes = På plass
ready-no = Manglar
ready-later = Ikkje sjekka enno
ready-count = { $count ->
    [one] Det gjeld éin.
   *[other] Det gjeld { $count }.
}
ready-back = Til alle skulane
ready-rektor = Rektor
ready-deputy = Stadfortredar for rektor
ready-chain = Nokon hos skuleeigar som kan varslast i dag
ready-pupils = Elevar og klassar
ready-teachers = Kontaktlærar i kvar klasse
ready-guardians = Minst éin føresett med foreldreansvar for kvar elev
ready-rooms = Møterom
ready-calendar = Skuleruta for dette skuleåret
ready-phone = Telefonnummeret til skulen
ready-trained = Tilsette har teke kurset
ready-letter = Prøvebrev er sendt og kome fram
ready-mend-rektor = Legg inn rektor i lista frå kommunen.
ready-mend-deputy = Legg inn ein stadfortredar i lista frå kommunen.
ready-mend-chain = Legg inn ein kontakt hos skuleeigar, eller ein som tek over, i lista frå kommunen.
ready-mend-pupils = Legg inn elevane i lista frå kommunen.
ready-mend-teachers = Set ein lærar som kontaktlærar i kvar klasse i lista frå kommunen.
ready-mend-guardians = Sjå over kven som har foreldreansvar, i lista frå kommunen. For nokre elevar kan dette vere rett.
ready-mend-rooms = Legg inn minst eitt rom der de kan snakke uforstyrra.
ready-mend-calendar = Send skuleruta saman med lista frå kommunen.
ready-mend-phone = Legg inn nummeret foreldre kan ringje.
ready-mend-trained = Sjå kven som ikkje har teke kurset
ready-mend-letter = Send eit prøvebrev til deg sjølv når e-posten er sett opp.

# Elevar som har bytt skule medan saka er open.
moved-title = Elevar som har bytt skule med open sak
moved-lead = Saka blir hos dykk til de flyttar ho. Då tek rektor på den nye skulen over, og de ser ho ikkje lenger.
moved-pupil = Elev
moved-case = Sak
moved-how = Flytt saka
moved-do = Flytt til { $school }
moved-out = Eleven går ikkje på nokon av skulane i kommunen lenger. Avtal med den nye skulen kva som skal sendast.
moved-reason = Eleven har bytt skule.
moved-empty = Ingen elevar med open sak har bytt skule.
moved-link = Elevar som har bytt skule med open sak
