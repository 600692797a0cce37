# Det familien leser og skriver i sin egen sak.
family-other = en annen elev
family-back = Tilbake til saken
family-plan-read = Les hele planen
family-plan-none = Planen kommer her når den er klar.
family-plan-propose = Foreslå et tiltak
family-plan-lead = Dette er planen slik den gjelder for dere. Det som bare gjelder andre barn, står ikke her.
family-plan-child = For { $child }
family-propose = Foreslå et tiltak
family-propose-how = Du kjenner barnet ditt best. { $name } leser det du skriver, og svarer senest neste arbeidsdag.
family-propose-what = Hva foreslår du?
family-propose-do = Send forslaget
family-proposed = Du foreslo et tiltak
family-agreed = Avtalt med hjemmet
family-agreed-voluntary = Det som er merket frivillig, gjør dere bare hvis dere vil. Ingenting hos skolen venter på det.
family-account-none = Her kan du fortelle med dine egne ord, når du vil.
family-account-waits = Noe er skrevet, men du har ikke bekreftet det ennå.
family-account-done = Du har bekreftet ordene dine. Ingen på skolen kan endre dem.
family-account-open = Skriv eller les
family-contacts = Når skolen har tatt kontakt med deg
family-contacts-empty = Her kommer samtaler og meldinger mellom skolen og deg.
family-contact-phone = { $reached ->
    [yes] { $name } snakket med deg på telefon
   *[no] { $name } prøvde å ringe deg
}
family-contact-message = { $reached ->
    [yes] { $name } skrev til deg
   *[no] { $name } prøvde å skrive til deg
}
family-contact-meeting = { $reached ->
    [yes] { $name } møtte deg
   *[no] { $name } prøvde å møte deg
}

# Egen beskrivelse.
own-account-title = Med dine egne ord
own-account-lead = Fortell slik du ser det, om { $child } og om hvordan skolen har tatt det imot. Det finnes ingen feil måte å si det på.
own-account-lead-pupil = Fortell slik du opplever det. Du bestemmer hva du vil si.
own-account-text = Det du vil fortelle
own-account-text-how = Skriv så kort eller langt du vil.
own-account-save = Lagre, og fortsett senere
own-account-confirm = Bekreft at dette er mine ord
own-account-confirm-how = Skolen leser det du lagrer. Når du har bekreftet, kan ingen på skolen endre det. Du kan alltid legge til mer.
own-account-confirmed = Bekreftet
own-account-draft = Ikke bekreftet ennå
own-account-written-by = { $name } har skrevet ned dette for deg. Rett det som ikke stemmer.
own-account-more = Fortell mer
account-confirmed = bekreftet
account-change = Endre
told-account-title = Skriv ned det noen har fortalt
told-account-lead = Bruk deres egne ord. De kan lese det, rette det og bekrefte det på sin side. Etter det kan det ikke endres.
told-account-whose = Hvem har fortalt?
told-account-text = Det de fortalte
problem-account-confirmed = Dette er bekreftet
    .detail = Den som fortalte, har bekreftet at dette er deres egne ord. Da kan det ikke endres. Skriv heller et nytt notat.
event-account-given = { $code ->
    [confirmed] { $person } har bekreftet beskrivelsen sin
   *[written] Det { $person } forteller, er skrevet ned
}
case-proposal = { $name } foreslår et tiltak
case-proposal-take = Ta det inn i planen

# Rettigheter.
rights-title = Rettighetene dine
rights-safe = Eleven har rett til et trygt og godt skolemiljø. Det er elevens egen opplevelse som teller (opplæringsloven § 12-2).
rights-school = Skolen skal følge med, gripe inn, undersøke og sette inn tiltak, så snart den kan (§ 12-4).
rights-heard = Eleven skal bli hørt, og det beste for eleven skal veie tungt (§§ 10-1 og 10-2).
rights-plan = Skolen skal lage en skriftlig plan. Dere kan foreslå tiltak, og dere får lese deres egen versjon.
rights-statsforvalter = Gjør ikke skolen nok, kan eleven eller foreldrene gå til Statsforvalteren (§ 12-6).
rights-see = Dere kan be om å få se det skolen har skrevet om eleven, og hvem som har sett på saken.
rights-child-safe = Du skal ha det trygt og godt på skolen. Det er du som vet hvordan du har det.
rights-child-school = De voksne på skolen må hjelpe deg, og de må begynne så fort de kan.
rights-child-heard = De voksne skal høre på deg før de bestemmer noe.
rights-child-plan = Skolen skriver en plan for hva de skal gjøre. Du kan si hva du tror hjelper.
rights-child-statsforvalter = Hjelper det ikke, kan du eller foreldrene dine si fra til Statsforvalteren. Det er noen som passer på skolene.
rights-child-see = Du kan få vite hva skolen har skrevet om deg.
rights-version = Versjon { $version }
rights-126 = Rektor fikk vite det { $raised }. Dere kan gå til Statsforvalteren fra { $week }, når én uke er gått. Regnet i fem arbeidsdager er det fra { $days }.
rights-take = Jeg har lest rettighetene
rights-given = Du fikk dette { $day }.
rights-given-title = Rettigheter gitt
rights-given-to = { $name } { $day } (versjon { $version })
rights-given-none = Ingen har fått dem ennå

# Navn i det familien skal lese.
names-title = Se på navnene før familien leser dette
names-how = Andre elever skal ikke nevnes med navn. Bytt ut navnet, eller la det stå hvis det er et vanlig ord.
names-linked = elev i samme sak
names-classmate = elev i klassen
names-also-word = Det kan også være et vanlig ord.
names-replace = Bytt til «{ $other }»
names-keep = La det stå
field-name-linked = Her står navnet på en annen elev. Se på det før familien leser teksten.
problem-names-to-look-at = Her står navnet på en annen elev
    .detail = Se på navnene på siden til saken før familien leser teksten.
answer-title = Svar til familien
answer-asked = Det de skrev

# Kopien som familien tar med seg.
pdf-page = Side {"{"}n{"}"} av {"{"}of{"}"}
copy-title = Kopi av det som står på siden deres
copy-link = Last ned en kopi (PDF)
copy-about = Laget { $day } for { $name }. Her står det du kan lese på din egen side. Navn på andre elever er byttet ut.
copy-next = Dette skjer videre
copy-plan = Planen
copy-measure-who = Hvem
copy-measure-what = Tiltak
copy-measure-status = Hvor langt
copy-measure-when = Når
copy-accounts = Med dine egne ord
copy-told = Det du har fortalt
copy-requests = Det du har skrevet til oss, og svarene
copy-request-answer = Svar

# Saker som hører sammen, og det som går igjen.
related-title = Saker som hører sammen
related-how = Hver elev har sin egen sak. Familiene ser bare sin egen.
related-merged = fulgt opp som én
related-hidden = { $count ->
    [one] Én sak du ikke har tilgang til
   *[other] { $count } saker du ikke har tilgang til
}
related-perhaps = Sak { $number } gjelder samme elev. Er det det samme som er meldt to ganger?
related-read = Les den
related-merge = Følg opp som én sak
related-link = En annen sak hører sammen med denne
related-number = Saksnummer
related-link-do = Knytt dem sammen
merge-how = Det som er fortalt i { $other }, blir med i { $number } og følges opp der. Sak { $other } avsluttes med et svar til den som sa fra. Begge sakene viser at de hører sammen.
merge-reason = Det samme følges opp i sak { $number }.
merge-answer-proposed = Takk for at du sa fra. Vi følger opp dette sammen med det vi allerede vet, i sak { $number }.
merge-do = Følg opp som én sak
field-unknown-case = Vi finner ingen sak med det nummeret blant sakene dine.
problem-not-the-same-pupil = Sakene gjelder ikke samme elev
    .detail = Hver elev skal ha sin egen sak. Knytt dem heller sammen.
problem-same-case = Det er den samme saken
    .detail = En sak kan ikke knyttes til seg selv.
event-case-linked = Knyttet til en annen sak
patterns-link = Det som går igjen
patterns-title = Det som går igjen
patterns-lead = Dette har minst { $fewest } meldinger til felles de siste tretti dagene. Her står ingen navn.
patterns-empty = Ingenting går igjen i minst tre meldinger nå.
patterns-back = Tilbake til sakene
pattern-group = { $count } meldinger om elever i { $group }
pattern-place = { $count } meldinger om det samme stedet: { $place }
pattern-day = { $count } meldinger om noe som skjedde på en { $day ->
    [1] mandag
    [2] tirsdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lørdag
   *[7] søndag
}
missing-rights = At familien får rettighetene sine
