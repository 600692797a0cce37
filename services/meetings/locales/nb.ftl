# Hva vi kaller folk på et møte.
role-guardian = forelder
role-pupil = elev
role-rektor = rektor
role-deputy = stedfortreder for rektor
role-case-owner = saksansvarlig
role-contact-teacher = kontaktlærer
role-social-teacher = sosiallærer
role-helper = ansatt
role-staff = ansatt
language-nsl = Norsk tegnspråk
language-prs = Dari
language-kmr = Kurmanji
language-ckb = Sorani

# Praktisk.
practical-when = Når
practical-where = Hvor
practical-who = Fra skolen
practical-ring = Spørsmål
where-phone = På telefon. { $name } ringer deg.
where-digital = På skjerm. Lenken ser du når du logger inn.
minutes-count = { $count } minutter

# Slags møter.
kind-first = Første møte
kind-follow-up = Oppfølgingsmøte
kind-evaluation = Evalueringsmøte
kind-parent-initiated = Møte hjemmet har bedt om
kind-school-initiated = Møte skolen har bedt om
kind-guardians-offending = Møte med foreldre
kind-group = Foreldremøte
kind-staff = Møte på skolen
family-kind = Møte på skolen
mode-physical = På skolen
mode-digital = På skjerm
mode-phone = På telefon
status-draft = Venter på godkjenning
status-called = Kalt inn
status-held = Holdt
status-minuted = Referatet er klart
status-cancelled = Avlyst

# Svar.
answer-legend = Kommer du?
answer-proposed = Når passer det bedre?
answer-proposed-how = Skriv noen dager eller klokkeslett.
answer-interpreter = Trenger du tolk?
answer-interpreter-how = Skolen bestiller og betaler. Velg språket.
answer-support = Jeg tar med meg noen
answer-support-how = En venn, en slektning eller en annen du stoler på.
answer-support-name = Hvem tar du med?
answer-send = Send svaret
answer-coming = Kommer
answer-cannot = Kan ikke
answer-other-time = Ønsker en annen tid
answer-own-coming = Du kommer
answer-own-cannot = Du kan ikke komme
answer-own-other-time = Du har foreslått en annen tid
answer-waiting = Ikke svart
answer-none-invited = Ikke invitert ennå
answered-title = Vi har fått svaret ditt
answered-coming = Du kommer.
answered-cannot = Du kan ikke komme. Vi tar kontakt med deg.
answered-other-time = Du ønsker en annen tid. Vi tar kontakt med deg.
answered-interpreter = Vi bestiller tolk: { $language }.
answered-support = Du tar med deg noen.
answered-change = Du kan endre svaret helt til møtet begynner.

# Siden bak lenken i brevet.
reply-title = Møte på { $school }
reply-title-group = Foreldremøte på { $school }
reply-lead = Hei, { $name }. Vi vil gjerne møte deg { $when }. Vi setter av { $minutes } minutter.
reply-met-by = { $name } møter deg i resepsjonen.
reply-answer = Svar på invitasjonen
reply-change = Endre svaret
reply-who-reads = { $name } leser svaret.
reply-gone-title = Lenken virker ikke lenger
reply-gone-lead = Møtet kan være flyttet eller over. Har du fått et nyere brev, bruk lenken i det.
reply-gone-how = Ring skolen hvis du lurer på noe. Du kan også logge inn og se møtene dine.

# Kalle inn.
new-title = Kall inn til møte
new-lead = Sak { $number }. Si når, hvor og hvem. Resten kan vente.
new-lead-plain = Si når, hvor og hvem. Resten kan vente.
new-held-title = Hjemmet får ikke beskjed nå
new-held = Rektor har bestemt å vente. Ingen av foreldrene blir invitert til dette møtet.
new-waits = Rektor sier hvem som skal være med, før invitasjonene går.
new-where = Hvor
new-where-how = Rommet står i brevet til foreldrene.
new-who = Hvem fra skolen
new-who-how = De som kan se saken. Velg så få som mulig.
new-family = Fra hjemmet
new-family-how = Hver av dem får sin egen invitasjon.
by-hand = Skjermet adresse: gis for hånd
new-more = Lengde, skjerm eller telefon, og annet
new-reason = Hvorfor ikke på skolen, eller hvorfor ikke før?
new-reason-how = Det kan også skrives senere.
new-send = Send invitasjonene
new-send-to-leader = Send til rektor
time-day = Dag
time-hour = Klokkeslett
time-length = Hvor lenge
time-mode = Hvordan møtes vi
time-place = Et annet sted, eller lenke til skjerm
time-place-how = Vises bare for dem som er logget inn.
ask-many-from-school = Mange fra skolen
ask-many-from-school-how = Familien kan føle seg få. Kan noen av dere bli hjemme? Vil du likevel ha med alle, trykk en gang til.
ask-short-notice = Det er under en uke til
ask-short-notice-how = Foreldre trenger tid til å ordne barnepass og jobb. Må det være nå, trykk en gang til.
ask-confirm = Ja, send invitasjonene

# Et møte.
approve-title = Hvem skal være med?
approve-how = Du bestemmer hvem fra skolen som er med. Så går invitasjonene.
approve-waits = Rektor har fått beskjed. Invitasjonene går når rektor har sagt hvem som er med.
approve-send = Godkjenn og send invitasjonene
meeting-open = Åpne møtet
meeting-draft = Se utkastet
meeting-minutes = Les referatet
meeting-case = Sak { $number }
meeting-reason = Begrunnelse: { $reason }
asked-title = Fra hjemmet
asked-name = Navn
asked-answer = Svar
asked-letter = Brev
asked-nobody = Ingen fra hjemmet er invitert.
asked-count = { $coming } kommer, { $cannot } kan ikke, { $waiting } har ikke svart.
asked-all = Se alle { $count }
asked-interpreter = Tolk: { $language }
asked-support = Tar med seg
delivery-sent = Sendt
delivery-undeliverable = Kom ikke fram. Ring.
delivery-by-hand = Gis for hånd
delivery-waiting = På vei
move-title = Flytt møtet
move-how = Alle som er invitert, får beskjed om ny tid og kan svare på nytt.
move-send = Flytt og si fra
cancel-title = Avlys møtet
cancel-how = Alle som er invitert, får beskjed. Ring gjerne familien først.
cancel-send = Avlys og si fra
family-cancelled = Møtet { $when } er avlyst.
family-minutes-later = Møtet er holdt. Du får beskjed når referatet er klart.

# Lista.
meetings-title = Møter
meetings-empty = Her kommer møtene i sakene du kan se.
meetings-empty-family = Her kommer møtene du er invitert til.
meetings-past = Tidligere møter ({ $count })
list-minutes = Referatet er klart
list-answer = Svar på invitasjonen

# Foreldremøte.
group-purpose = Hvorfor vi møtes
group-agenda = Dette gjør vi
group-strategy = Slik arbeider skolen nå
group-asks = Det vi håper du vil bidra med
prep-title = Slik møter vi det som er vanskelig
prep-hidden = Foreldrene ser ikke dette.

# Avslag.
problem-participants-not-approved = Møtet er ikke godkjent ennå
    .detail = Rektor må si hvem som er med, før noen kan inviteres.
problem-meeting-is-over = Møtet er over
    .detail = Et møte som er holdt eller avlyst, kan ikke flyttes, avlyses eller svares på.
problem-minutes-are-approved = Referatet er godkjent
    .detail = Det kan ikke endres. Du kan legge til noe under referatet.
problem-minutes-are-a-draft = Referatet er ikke godkjent ennå
    .detail = Skriv det rett inn i utkastet.
problem-changed = Noen andre har også skrevet her
    .detail = Last siden på nytt for å se det. Det du skrev, ligger i denne nettleseren.
problem-many-from-school = Mange fra skolen
    .detail = Send det samme en gang til med bekreftelse hvis alle skal være med.
problem-short-notice = Det er under en uke til
    .detail = Send det samme en gang til med bekreftelse hvis møtet må være nå.
problem-group-meeting-not-decided = Det er ikke bestemt ennå
    .detail = Rektor må først bestemme om et foreldremøte er riktig.
problem-group-meeting = Noe må rettes
    .detail = Se over feltene som er merket. Det du har skrevet, er tatt vare på.
problem-meeting = Noe må rettes
    .detail = Se over feltene som er merket. Det du har skrevet, er tatt vare på.
problem-meeting-time = Tiden kan ikke brukes
    .detail = Se over dag, klokkeslett og lengde.
problem-next-meeting = Noe må rettes
    .detail = Skriv en dato, eller hvorfor det ikke blir noe nytt møte.
field-in-the-past = Denne tiden er allerede over.
field-bad-length = Et møte varer fra ti minutter til åtte timer.
field-agenda-too-long = Punktene tar lengre tid enn møtet. Kort ned, eller gjør møtet lengre.
field-not-a-group = Dette er ikke en sak for en gruppe.
field-group-has-its-own-page = Foreldremøter kalles inn på sin egen side.
