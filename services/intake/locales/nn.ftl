# Innlogging.
unknown-title = Vi fann deg ikkje
unknown-lead-staff = Du er logga inn med Feide, men skulen har ikkje meldt deg inn her enno.
unknown-lead-family = Du er logga inn med ID-porten, men skulen har ikkje meldt deg inn her enno.
unknown-help = Ring skulen, så rettar dei det. Du kan alltid seie frå på telefon.
unknown-again = Prøv igjen

# Sei frå.
report-title = Sei frå om korleis ein elev har det
report-title-quiet = Side
report-about = Kven gjeld det?
report-about-mine = Barnet mitt: { $name }
report-about-me = Meg sjølv
report-about-other = Ein annan elev
report-about-other-at = Ein annan elev ved { $school }
report-about-other-how = Skriv kven i feltet under, så langt du veit.
report-text = Kva vil du fortelje?
report-text-how = Éi setning er nok. Vi ringjer deg og høyrer resten.
report-text-staff = Det du har sett eller høyrt, så konkret du kan. Éi setning er nok.
report-who = Kven er du?
report-who-told = Kven har fortalt det?
report-channel = Korleis fekk du vite det?
report-home-held = Ikkje sei det heime enno
report-home-held-how = Rektor snakkar med eleven først. Ingen brev går heim imens.
report-reader = { $name } les dette og ringjer deg.
report-reader-staff = { $name } får dette med ein gong.
told-as-staff = Eg har sett eller høyrt det sjølv
told-as-pupil = Elev
told-as-guardian = Forelder eller føresett
told-as-other = Ein annan
channel-form = Skjema
channel-observation = Eg såg det
channel-oral = Nokon sa det til meg
channel-phone = På telefon
channel-email = På e-post
field-unknown-pupil = Vel ein elev frå lista.
field-unknown-school = Vel ein skule frå lista.
field-one-school = Elevar ved ulike skular må meldast kvar for seg.

# Kvitteringa.
receipt-title = Beskjeden er komen fram
receipt-thanks = Takk for at du seier frå
receipt-number = Saksnummer
receipt-ours = No er det vår oppgåve å finne ut av det og ordne opp.
receipt-step-got = { $name } har fått det du skreiv
receipt-step-ring = { $name } ringjer deg
receipt-step-home = { $name } tek kontakt med heimen
receipt-step-tomorrow = Vi avtaler kva vaksen som møter eleven
receipt-step-tomorrow-when = så snart vi har snakka saman
receipt-step-meeting = Møte på skulen
receipt-step-meeting-when = vi foreslår ei tid
receipt-urgent = Hastar det meir? Ring { $name } på
receipt-follow = Sjå kva som skjer vidare
receipt-today = Til dagen din
receipt-home = Til oversikta
receipt-what-you-wrote = Det du skreiv
by-day = seinast { $day }

# Oversikta til familien.
my-title = Barna dine
my-since = sidan { $day } · { $number }
my-empty = Her kjem det du har sagt frå om, og det skulen gjer.
my-report = Sei frå om noko

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
cases-who = Kven
cases-number = Saksnummer
cases-state = Tilstand
cases-next = Neste frist
cases-reported = Meldt
cases-unknown-pupil = Ikkje avklart kven
cases-nothing-due = Ingen frist no
cases-empty = Her kjem sakene du har tilgang til.
cases-report = Sei frå om ein elev
cases-new-group = Sak for ein klasse

# Saka.
case-receive = Ta imot saka
case-home-held = Ikkje sagt heime
case-held-title = Ikkje sei det heime enno
case-held-text = Den som sa frå, ber om det. Snakk med eleven først. Ingen brev går heim imens. Tenk òg på om barnevernet skal ha beskjed.
case-release = Heimen kan få vite det
case-whom = Kven gjeld det?
case-whom-how = Den som sa frå, kunne ikkje peike ut eleven. Foreldra får følgje saka når du har valt.
case-card-colleague = Kjem ikkje krysset, får { $name } beskjed.
case-no-card = Ingen er sett opp.
case-do-tomorrow = Kven møter eleven?
case-do-meeting = Kall inn til møte
case-do-group-meeting = Kall inn til foreldremøte
case-do-contact = Noter kontakt
case-do-fact = Noter eit faktum
case-do-account = Eleven fortel
case-request-write = { $name } har skrive
case-request-ring = { $name } vil bli ringt
case-request-meet = { $name } ber om eit møte
case-answer = Svaret ditt
case-told = Det som vart fortalt
case-told-by = { $toldas ->
    [guardian] { $name }, forelder
    [pupil] { $name }, elev
    [staff] { $name }, tilsett
    [anonymous] Utan namn
   *[other] { $name }
}
case-facts = Fakta
case-facts-empty = Her kjem det vi veit, med kven som har sagt det.
case-accounts = Skildringar
case-accounts-empty = Her kjem det eleven og dei andre sjølve fortel.
case-agreements = Avtaler
case-about = Om saka
case-reported = Meldt
case-handler = Har ansvar
case-home = Foreldre
case-126 = Statsforvaltaren
case-126-dates = Familien kan gå dit frå { $week } (éi veke), eller { $days } (fem arbeidsdagar)
case-let-in = La ein kollega hjelpe til
case-let-in-who = Kven?
case-let-in-do = Gi tilgang
case-clocks = Fristar
case-assistance = Be skuleeigar om hjelp
case-decide = Er dette alvorleg? Varsle skuleeigar
back-to-case = Tilbake til saka
missing-pupil = Kva elev det gjeld
missing-contact = Kontakt med heimen
missing-tomorrow = Kven som møter eleven i morgon
missing-account = Skildringa frå eleven sjølv
missing-meeting = Eit første møte
missing-fact-source = Eit faktum utan kjelde
missing-next-meeting = Dato for neste møte
clock-c1 = Ring den som sa frå
clock-c2 = Første møte
clock-c3 = Referat
clock-c4 = Neste møte
clock-c5 = Plan for tiltak
clock-c6 = Sjå på korleis det går
clock-c7 = Nytt til foreldra
clock-c8 = Tilsett krenkjer: rektor
clock-c9 = Skuleeigar stadfestar
clock-c10 = Innkalling i god tid
clock-c11 = Brev til dei som ikkje kom
clock-answer = Svar til familien
clock-promise = { $count ->
    [1] Ein lovnad
   *[other] { $count } lovnader
}
clock-decision = Ta stilling til alvor
clock-next-action = Neste steg frå skuleeigar
clock-tomorrow = Møtt av ein vaksen

# Kva som har skjedd.
event-report-received = { $toldas ->
    [guardian] Ein forelder sa frå
    [pupil] Ein elev sa frå
    [staff] Ein tilsett sa frå
   *[other] Nokon sa frå
}
event-case-received = Saka er teken imot
event-tomorrow-planned = { $adult } møter eleven { $when }
event-tomorrow-ticked = Eleven er møtt
event-tomorrow-withdrawn = Avtalen om kven som møter eleven, er endra
event-fact-recorded = Eit faktum er notert
event-contact-logged = { $reached ->
    [yes] { $means ->
        [phone] Snakka med { $person } på telefon
        [message] Skreiv til { $person }
       *[meeting] Møtte { $person }
    }
   *[no] Prøvde å nå { $person }
}
event-contact-asked-for = { $kind ->
    [ring] { $person } vil bli ringt
    [meet] { $person } ber om eit møte
   *[write] { $person } har skrive
}
event-meeting-called = Møte { $when }
event-meeting-moved = Møtet er flytta til { $when }
event-meeting-cancelled = Møtet { $when } er avlyst
event-invitation-answered = { $code ->
    [coming] { $person } kjem
    [cannot] { $person } kan ikkje kome
   *[other_time] { $person } foreslår ei anna tid
}
event-meeting-held = Møtet er halde
event-case-minutes-approved = Referatet er godkjent
event-group-minutes-approved = Referatet er godkjent
event-letter-undeliverable = Brevet til { $person } kom ikkje fram
event-letter-by-hand = Brevet til { $person } må ordnast for hand
event-clock-overdue = { $code ->
    [C1] Fristen for å ta kontakt er over
    [C2] Fristen for første møte er over
    [C3] Fristen for referat er over
    [C5] Fristen for planen er over
   *[other] Ein frist er over: { $when }
}
event-tomorrow-missed = Ikkje kryssa av at eleven er møtt
event-serious-suggested = Det som er notert, kan vere alvorleg
event-serious-decided = { $code ->
    [notify] Rektor varslar skuleeigar
   *[not_serious] Rektor har vurdert: ikkje alvorleg no
}
event-notice-step = Varselet er sendt til { $person }, svar innan { $when }
event-notice-acknowledged = { $person } har stadfesta varselet, neste steg { $when }
event-notice-unanswered = Ingen hos skuleeigar har stadfesta varselet
event-assistance-requested = Skulen har bede skuleeigar om hjelp
event-assistance-given = { $person } hos skuleeigar hjelper til, og kan sjå saka
event-assistance-declined = Skuleeigar hjelper ikkje no
event-assistance-ended = Hjelpa frå skuleeigar er ferdig

# Kontakt med heimen.
contact-title = Kontakt med heimen
contact-whom = Kven?
contact-means = Korleis?
contact-reached = Fekk du tak i dei?
contact-yes = Ja
contact-no = Nei, eg prøvde
contact-note = Det de snakka om
contact-nobody = Det er ingen å kontakte heime enno.
means-phone = Telefon
means-message = Melding
means-meeting = Møte

# I morgon.
plan-title = Kven møter { $child }?
plan-lead = Familien ser det same kortet, og at det blir kryssa av.
plan-adult = Kva vaksen?
plan-place = Kvar?
plan-day = Dag
plan-at = Klokkeslett
plan-colleague = Kven får beskjed om krysset ikkje kjem?
plan-colleague-how = Beskjeden går fem minutt etter avtalt tid.
plan-save = Set opp
plan-none = Det trengst ikkje no
plan-none-why = Kvifor ikkje?
place-gate = ved porten
place-yard = i skulegarden
place-reception = i resepsjonen
place-classroom = i klasserommet
place-bus = ved bussen
place-room = i { $room }
card-title = Møt { $child }
card-withdrawn = Denne avtalen gjeld ikkje lenger.
card-thanks = Takk. Familien ser det no.
field-not-ahead = Vel ei tid som kjem.
field-not-past = Vel ein dag som har vore.
field-same-person = Vel ein annan enn den som møter eleven.
field-account-or-reason = Skriv det eleven sa, eller kvifor eleven ikkje er høyrd.

# Fakta.
fact-title = Noter eit faktum
fact-text = Kva hende?
fact-text-how = Det som vart sett, sagt eller gjort. Kva du tenkjer om det, skriv du lenger ned.
fact-where = Kvar?
fact-when = Når?
fact-source = Kven seier det?
fact-source-words = Kjelda med ord
fact-assessment = Vurdering
fact-assessment-how = Kva du tenkjer om det. Det står for seg sjølv.
fact-criteria = Gjeld noko av dette?
fact-criteria-how = Kryssar du av, blir rektor beden om å ta stilling. Ingenting går ut av seg sjølv.
fact-save = Noter
fact-no-date = ukjend dato
fact-no-source = Manglar kjelde
source-pupil = Skildringa frå eleven sjølv
source-guardian = Forelder
source-staff = Tilsett
source-observation = Sett sjølv
source-survey = Kartlegging
source-document = Dokument
source-other = Anna kjelde
source-unknown = Ukjent
criterion-staff_offends = Ein tilsett har krenkt ein elev
criterion-violent = Svært krenkjande eller valdeleg
criterion-several_against_one = Fleire mot éin
criterion-long_lasting = Har vart lenge utan å bli løyst
criterion-digital_across_schools = På nett på tvers av skular, eller grove truslar
criterion-outsiders = Nokon utanfrå kjem til skulen
criterion-high_conflict = Stor konflikt som skulen ikkje løyser åleine
criterion-school_change = Skulebyte er på tale
criterion-short-staff_offends = tilsett krenkjer
criterion-short-violent = valdeleg
criterion-short-several_against_one = fleire mot éin
criterion-short-long_lasting = langvarig
criterion-short-digital_across_schools = på nett eller truslar
criterion-short-outsiders = nokon utanfrå
criterion-short-high_conflict = stor konflikt
criterion-short-school_change = skulebyte

# Eleven fortel.
account-title = { $child } fortel
account-lead = Spør ope: «Fortel meg om …» Sei igjen det du høyrer, så eleven kan rette deg.
account-words = Det { $child } seier
account-words-how = Med eleven sine eigne ord.
account-when = Når snakka de saman?
account-why-not = Er eleven ikkje høyrd enno? Skriv kvifor.
account-to = fortalt til { $name }
account-not-heard = Ikkje høyrd enno
agreement-voluntary = frivillig

# Sida til familien.
family-got = Skulen har fått beskjeden
family-ring = { $name } ringjer deg
family-rang = Skulen har snakka med deg
family-meeting = { $kind ->
    [group] Foreldremøte
   *[other] Møte på skulen
}
family-met = { $kind ->
    [group] Foreldremøtet er halde
   *[other] Møtet er halde
}
family-meeting-comes = Møte på skulen
family-plan = Plan for tiltak
family-next-meeting = Neste møte
family-minutes = Les referatet
family-answer = Svar
family-reach = Ta kontakt
family-write = Skriv til oss
family-asked-write = Du skreiv til oss
family-asked-ring = Du vil bli ringt
family-asked-meet = Du bad om eit møte
family-answered = Svart
family-answer-by = { $name } svarar seinast { $day }.
family-told = Det du har fortalt
family-minutes-all = Referat
family-minutes-of = Referat frå { $day }
family-minutes-empty = Referata kjem her når møta er haldne.
family-rights = Rettar
family-number = Saksnummer { $number }

# Sak for ein klasse.
group-title = Sak for ein klasse
group-lead = Her planlegg du foreldremøte for ein klasse. Ingen enkeltelevar blir omtala.
group-which = Kva klasse?
group-open = Opprett

# Skular og folk.
directory-title = Skular og folk
directory-caption = Skulane i kommunen
directory-school = Skule
directory-leaders = Leiing
directory-no-leader = Ingen no
directory-pupils = Elevar
directory-staff = Tilsette
directory-rooms = Møterom
directory-empty = Her kjem skulane når dei er henta inn.
card-not-yet = Når de har møttest, kryssar du av her.

# Det som ikkje går.
problem-card-too-early = Det er for tidleg å krysse av
    .detail = Kryss av når du har møtt eleven.
problem-card-withdrawn = Denne avtalen gjeld ikkje lenger
    .detail = Sjå i saka eller på dagen din kva som gjeld no.
problem-already-answered = Dette er svart på
    .detail = Familien har fått svaret. Skriv heller ein ny beskjed.
problem-no-pupil-yet = Vi veit ikkje enno kven det gjeld
    .detail = Vel eleven i saka først.
problem-pupil-known = Saka gjeld ein annan elev
    .detail = Gjeld det fleire, lagar du ei melding for kvar.
