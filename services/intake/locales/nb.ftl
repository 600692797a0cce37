# Innlogging.
unknown-title = Vi fant deg ikke
unknown-lead-staff = Du er logget inn med Feide, men skolen har ikke meldt deg inn her ennå.
unknown-lead-family = Du er logget inn med ID-porten, men skolen har ikke meldt deg inn her ennå.
unknown-help = Ring skolen, så retter de det. Du kan alltid si fra på telefon.
unknown-again = Prøv igjen

# Si fra.
report-title = Si fra om hvordan en elev har det
report-title-quiet = Side
report-about = Hvem gjelder det?
report-about-mine = Mitt barn: { $name }
report-about-me = Meg selv
report-about-other = En annen elev
report-about-other-at = En annen elev ved { $school }
report-about-other-how = Skriv hvem i feltet under, så langt du vet.
report-text = Hva vil du fortelle?
report-text-how = Én setning er nok. Vi ringer deg og hører resten.
report-text-staff = Det du har sett eller hørt, så konkret du kan. Én setning er nok.
report-who = Hvem er du?
report-who-told = Hvem har fortalt det?
report-channel = Hvordan fikk du vite det?
report-home-held = Ikke si det hjemme ennå
report-home-held-how = Rektor snakker med eleven først. Ingen brev går hjem imens.
report-reader = { $name } leser dette og ringer deg.
report-reader-staff = { $name } får dette med én gang.
told-as-staff = Jeg har sett eller hørt det selv
told-as-pupil = Elev
told-as-guardian = Forelder eller foresatt
told-as-other = En annen
channel-form = Skjema
channel-observation = Jeg så det
channel-oral = Noen sa det til meg
channel-phone = På telefon
channel-email = På e-post
field-unknown-pupil = Velg en elev fra listen.
field-unknown-school = Velg en skole fra listen.
field-one-school = Elever ved ulike skoler må meldes hver for seg.

# Kvitteringen.
receipt-title = Beskjeden er kommet fram
receipt-thanks = Takk for at du sier fra
receipt-number = Saksnummer
receipt-ours = Nå er det vår oppgave å finne ut av det og ordne opp.
receipt-step-got = { $name } har fått det du skrev
receipt-step-ring = { $name } ringer deg
receipt-step-home = { $name } tar kontakt med hjemmet
receipt-step-tomorrow = Vi avtaler hvilken voksen som møter eleven
receipt-step-tomorrow-when = så snart vi har snakket sammen
receipt-step-meeting = Møte på skolen
receipt-step-meeting-when = vi foreslår en tid
receipt-urgent = Haster det mer? Ring { $name } på
receipt-follow = Se hva som skjer videre
receipt-today = Til dagen din
receipt-home = Til oversikten
receipt-what-you-wrote = Det du skrev
by-day = senest { $day }

# Familiens oversikt.
my-title = Barna dine
my-since = siden { $day } · { $number }
my-empty = Her kommer det du har sagt fra om, og det skolen gjør.
my-report = Si fra om noe

# Tid.
by-time = før kl. { $time } { $day }
at-time = { $day } kl. { $time }

# I dag.
today-decide = Bestem
today-for = for { $name }
today-all-cases = Alle saker
do-tomorrow-to-decide = Bestem
do-meeting-to-call = Kall inn
do-serious-to-decide = Ta stilling
do-minutes-to-write = Skriv
do-contact-home = Noter kontakt

# Sakene.
cases-title = Saker
cases-caption = Sakene du har tilgang til
cases-who = Hvem
cases-number = Saksnummer
cases-state = Tilstand
cases-next = Neste frist
cases-reported = Meldt
cases-unknown-pupil = Ikke avklart hvem
cases-nothing-due = Ingen frist nå
cases-empty = Her kommer sakene du har tilgang til.
cases-report = Si fra om en elev
cases-new-group = Sak for en klasse

# Saken.
case-receive = Ta imot saken
case-home-held = Ikke sagt hjemme
case-held-title = Ikke si det hjemme ennå
case-held-text = Den som sa fra, ber om det. Snakk med eleven først. Ingen brev går hjem imens. Tenk også på om barnevernet skal ha beskjed.
case-release = Hjemmet kan få vite det
case-whom = Hvem gjelder det?
case-whom-how = Den som sa fra, kunne ikke peke ut eleven. Foreldrene får følge saken når du har valgt.
case-card-colleague = Kommer ikke krysset, får { $name } beskjed.
case-no-card = Ingen er satt opp.
case-do-tomorrow = Hvem møter eleven?
case-do-meeting = Kall inn til møte
case-do-group-meeting = Kall inn til foreldremøte
case-do-contact = Noter kontakt
case-do-fact = Noter et faktum
case-do-account = Eleven forteller
case-request-write = { $name } har skrevet
case-request-ring = { $name } vil bli ringt
case-request-meet = { $name } ber om et møte
case-answer = Svaret ditt
case-told = Det som ble fortalt
case-told-by = { $toldas ->
    [guardian] { $name }, forelder
    [pupil] { $name }, elev
    [staff] { $name }, ansatt
    [anonymous] Uten navn
   *[other] { $name }
}
case-facts = Fakta
case-facts-empty = Her kommer det vi vet, med hvem som har sagt det.
case-accounts = Beskrivelser
case-accounts-empty = Her kommer det eleven og de andre selv forteller.
case-agreements = Avtaler
case-about = Om saken
case-reported = Meldt
case-handler = Har ansvar
case-home = Foreldre
case-126 = Statsforvalteren
case-126-dates = Familien kan gå dit fra { $week } (én uke), eller { $days } (fem arbeidsdager)
case-let-in = La en kollega hjelpe til
case-let-in-who = Hvem?
case-let-in-do = Gi tilgang
case-clocks = Frister
case-assistance = Be skoleeier om hjelp
case-decide = Er dette alvorlig? Varsle skoleeier
back-to-case = Tilbake til saken
missing-pupil = Hvilken elev det gjelder
missing-contact = Kontakt med hjemmet
missing-tomorrow = Hvem som møter eleven i morgen
missing-account = Elevens egen beskrivelse
missing-meeting = Et første møte
missing-fact-source = Et faktum uten kilde
missing-next-meeting = Dato for neste møte
clock-c1 = Ring den som sa fra
clock-c2 = Første møte
clock-c3 = Referat
clock-c4 = Neste møte
clock-c5 = Plan for tiltak
clock-c6 = Se på hvordan det går
clock-c7 = Nytt til foreldrene
clock-c8 = Ansatt krenker: rektor
clock-c9 = Skoleeier bekrefter
clock-c10 = Innkalling i god tid
clock-c11 = Brev til dem som ikke kom
clock-answer = Svar til familien
clock-promise = { $count ->
    [1] Et løfte
   *[other] { $count } løfter
}
clock-decision = Ta stilling til alvor
clock-next-action = Skoleeiers neste skritt
clock-tomorrow = Møtt av en voksen

# Hva som har skjedd.
event-report-received = { $toldas ->
    [guardian] En forelder sa fra
    [pupil] En elev sa fra
    [staff] En ansatt sa fra
   *[other] Noen sa fra
}
event-case-received = Saken er tatt imot
event-tomorrow-planned = { $adult } møter eleven { $when }
event-tomorrow-ticked = Eleven er møtt
event-tomorrow-withdrawn = Avtalen om hvem som møter eleven, er endret
event-fact-recorded = Et faktum er notert
event-contact-logged = { $reached ->
    [yes] { $means ->
        [phone] Snakket med { $person } på telefon
        [message] Skrev til { $person }
       *[meeting] Møtte { $person }
    }
   *[no] Prøvde å nå { $person }
}
event-contact-asked-for = { $kind ->
    [ring] { $person } vil bli ringt
    [meet] { $person } ber om et møte
   *[write] { $person } har skrevet
}
event-meeting-called = Møte { $when }
event-meeting-moved = Møtet er flyttet til { $when }
event-meeting-cancelled = Møtet { $when } er avlyst
event-invitation-answered = { $code ->
    [coming] { $person } kommer
    [cannot] { $person } kan ikke komme
   *[other_time] { $person } foreslår en annen tid
}
event-meeting-held = Møtet er holdt
event-case-minutes-approved = Referatet er godkjent
event-group-minutes-approved = Referatet er godkjent
event-letter-undeliverable = Brevet til { $person } kom ikke fram
event-letter-by-hand = Brevet til { $person } må ordnes for hånd
event-clock-overdue = { $code ->
    [C1] Fristen for å ta kontakt er over
    [C2] Fristen for første møte er over
    [C3] Fristen for referat er over
    [C5] Fristen for planen er over
   *[other] En frist er over: { $when }
}
event-tomorrow-missed = Ikke krysset av at eleven er møtt
event-serious-suggested = Det som er notert, kan være alvorlig
event-serious-decided = { $code ->
    [notify] Rektor varsler skoleeier
   *[not_serious] Rektor har vurdert: ikke alvorlig nå
}
event-notice-step = Varselet er sendt til { $person }, svar innen { $when }
event-notice-acknowledged = { $person } har bekreftet varselet, neste skritt { $when }
event-notice-unanswered = Ingen hos skoleeier har bekreftet varselet
event-assistance-requested = Skolen har bedt skoleeier om hjelp
event-assistance-given = { $person } hos skoleeier hjelper til, og kan se saken
event-assistance-declined = Skoleeier hjelper ikke nå
event-assistance-ended = Hjelpen fra skoleeier er ferdig

# Kontakt med hjemmet.
contact-title = Kontakt med hjemmet
contact-whom = Hvem?
contact-means = Hvordan?
contact-reached = Fikk du tak i dem?
contact-yes = Ja
contact-no = Nei, jeg prøvde
contact-note = Det dere snakket om
contact-nobody = Det er ingen å kontakte hjemme ennå.
means-phone = Telefon
means-message = Melding
means-meeting = Møte

# I morgen.
plan-title = Hvem møter { $child }?
plan-lead = Familien ser det samme kortet, og at det blir krysset av.
plan-adult = Hvilken voksen?
plan-place = Hvor?
plan-day = Dag
plan-at = Klokkeslett
plan-colleague = Hvem får beskjed om krysset ikke kommer?
plan-colleague-how = Beskjeden går fem minutter etter avtalt tid.
plan-save = Sett opp
plan-none = Det trengs ikke nå
plan-none-why = Hvorfor ikke?
place-gate = ved porten
place-yard = i skolegården
place-reception = i resepsjonen
place-classroom = i klasserommet
place-bus = ved bussen
place-room = i { $room }
card-title = Møt { $child }
card-withdrawn = Denne avtalen gjelder ikke lenger.
card-thanks = Takk. Familien ser det nå.
field-not-ahead = Velg en tid som kommer.
field-not-past = Velg en dag som har vært.
field-same-person = Velg en annen enn den som møter eleven.
field-account-or-reason = Skriv det eleven sa, eller hvorfor eleven ikke er hørt.

# Fakta.
fact-title = Noter et faktum
fact-text = Hva hendte?
fact-text-how = Det som ble sett, sagt eller gjort. Hva du tenker om det, skriver du lenger ned.
fact-where = Hvor?
fact-when = Når?
fact-source = Hvem sier det?
fact-source-words = Kilden med ord
fact-assessment = Vurdering
fact-assessment-how = Hva du tenker om det. Det står for seg selv.
fact-criteria = Gjelder noe av dette?
fact-criteria-how = Krysser du av, blir rektor bedt om å ta stilling. Ingenting går ut av seg selv.
fact-save = Noter
fact-no-date = ukjent dato
fact-no-source = Mangler kilde
source-pupil = Elevens egen beskrivelse
source-guardian = Forelder
source-staff = Ansatt
source-observation = Sett selv
source-survey = Kartlegging
source-document = Dokument
source-other = Annen kilde
source-unknown = Ukjent
criterion-staff_offends = En ansatt har krenket en elev
criterion-violent = Svært krenkende eller voldelig
criterion-several_against_one = Flere mot én
criterion-long_lasting = Har vart lenge uten å bli løst
criterion-digital_across_schools = På nett på tvers av skoler, eller grove trusler
criterion-outsiders = Noen utenfra kommer til skolen
criterion-high_conflict = Stor konflikt som skolen ikke løser alene
criterion-school_change = Skolebytte er på tale
criterion-short-staff_offends = ansatt krenker
criterion-short-violent = voldelig
criterion-short-several_against_one = flere mot én
criterion-short-long_lasting = langvarig
criterion-short-digital_across_schools = på nett eller trusler
criterion-short-outsiders = noen utenfra
criterion-short-high_conflict = stor konflikt
criterion-short-school_change = skolebytte

# Eleven forteller.
account-title = { $child } forteller
account-lead = Spør åpent: «Fortell meg om …» Si igjen det du hører, så eleven kan rette deg.
account-words = Det { $child } sier
account-words-how = Med elevens egne ord.
account-when = Når snakket dere sammen?
account-why-not = Er eleven ikke hørt ennå? Skriv hvorfor.
account-to = fortalt til { $name }
account-not-heard = Ikke hørt ennå
agreement-voluntary = frivillig

# Familiens side.
family-got = Skolen har fått beskjeden
family-ring = { $name } ringer deg
family-rang = Skolen har snakket med deg
family-meeting = { $kind ->
    [group] Foreldremøte
   *[other] Møte på skolen
}
family-met = { $kind ->
    [group] Foreldremøtet er holdt
   *[other] Møtet er holdt
}
family-meeting-comes = Møte på skolen
family-plan = Plan for tiltak
family-next-meeting = Neste møte
family-minutes = Les referatet
family-answer = Svar
family-reach = Ta kontakt
family-write = Skriv til oss
family-asked-write = Du skrev til oss
family-asked-ring = Du vil bli ringt
family-asked-meet = Du ba om et møte
family-answered = Svart
family-answer-by = { $name } svarer senest { $day }.
family-told = Det du har fortalt
family-minutes-all = Referater
family-minutes-of = Referat fra { $day }
family-minutes-empty = Referatene kommer her når møtene er holdt.
family-rights = Rettigheter
family-number = Saksnummer { $number }

# Sak for en klasse.
group-title = Sak for en klasse
group-lead = Her planlegger du foreldremøte for en klasse. Ingen enkeltelever omtales.
group-which = Hvilken klasse?
group-open = Opprett

# Skoler og folk.
directory-title = Skoler og folk
directory-caption = Skolene i kommunen
directory-school = Skole
directory-leaders = Ledelse
directory-no-leader = Ingen nå
directory-pupils = Elever
directory-staff = Ansatte
directory-rooms = Møterom
directory-empty = Her kommer skolene når de er hentet inn.
card-not-yet = Når dere har møttes, krysser du av her.

# Det som ikke går.
problem-card-too-early = Det er for tidlig å krysse av
    .detail = Kryss av når du har møtt eleven.
problem-card-withdrawn = Denne avtalen gjelder ikke lenger
    .detail = Se i saken eller på dagen din hva som gjelder nå.
problem-already-answered = Dette er svart på
    .detail = Familien har fått svaret. Skriv heller en ny beskjed.
problem-no-pupil-yet = Vi vet ikke ennå hvem det gjelder
    .detail = Velg eleven i saken først.
problem-pupil-known = Saken gjelder en annen elev
    .detail = Gjelder det flere, lager du en melding for hver.
