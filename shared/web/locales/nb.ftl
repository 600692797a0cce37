# Det alle sidene har felles.
product-name = Samspill
skip-link = Hopp til innholdet
nav-label = Sidene dine
nav-home = Oversikt
nav-report = Si fra
nav-meetings = Møter
nav-today = I dag
nav-cases = Saker
nav-municipal-letters = Brev i kommunen
nav-letters = Brev
nav-notices = Varsler
nav-directory = Skoler og folk
nav-disposal = Oppbevaring
nav-rules = Regler
language-label = Språk

# Hvem du er logget inn som.
hat-line = { $duty ->
    [rektor] som rektor
    [deputy] som stedfortreder for rektor
    [teacher] som lærer
    [contact_teacher] som kontaktlærer
    [social_teacher] som sosiallærer
    [school_owner] som skoleeier
    [owner_deputy] som stedfortreder for skoleeier
    [duty_contact] som vakt i ferien
    [parent_contact] som foreldrekontakt
    [administrator] som administrator
   *[none] { $hat ->
        [guardian] som forelder
        [pupil] som elev
       *[staff] som ansatt
    }
}
hat-line-at = { $duty ->
    [school_owner] { $hat } i { $at }
    [owner_deputy] { $hat } i { $at }
    [administrator] { $hat } i { $at }
    [duty_contact] { $hat } i { $at }
   *[none] { $hat } ved { $at }
}
signed-in-as = Du er logget inn
sign-in = Logg inn
sign-out = Logg ut

# Logg inn.
sign-in-title = Logg inn
sign-in-lead = Her møtes hjem og skole om hvordan barnet har det.
sign-in-family = Jeg er forelder eller foresatt
sign-in-family-how = Du logger inn med ID-porten.
sign-in-family-button = Logg inn med ID-porten
sign-in-staff = Jeg arbeider på skolen eller i kommunen
sign-in-staff-how = Du logger inn med Feide.
sign-in-staff-button = Logg inn med Feide
sign-in-pupil = Jeg er elev
sign-in-pupil-how = Du logger inn med Feide, slik du gjør på skolen.
sign-in-pupil-button = Logg inn med Feide
sign-in-help = Får du ikke logget inn? Ring skolen. Du kan alltid si fra på telefon.
sign-in-tell = Vil du si fra uten å logge inn? Det kan du gjøre uten navn.
sign-in-code = Er du vikar eller arbeider på SFO? Bruk koden du har fått av skolen.

# Foten av siden.
foot-title = Vil du heller snakke med noen?
foot-ring = { $name } svarer på telefon
foot-ring-role = { $name }, { $role }, svarer på telefon
foot-nobody = Ring skolen. Du kan alltid si fra på telefon.
foot-about = Samspill hjelper hjem og skole å ordne opp sammen.

# Dager.
day-today = i dag
day-tomorrow = i morgen
day-yesterday = i går

# Skjema.
field-optional = Du kan hoppe over dette.
field-choose = Velg
field-hour = Klokkeslett
error-summary-title = Dette må rettes før du kan sende
error-summary-kept = Det du har skrevet, er tatt vare på.
error-prefix = Feil:
keep-saved = Lagret kl.
keep-saving = Lagrer
keep-offline = Uten nett, lagret her
keep-restored = Vi har tatt vare på det du skrev sist.
keep-changed = Noen andre har også skrevet her. Trykk på lagre for å se hva.

# Knapper.
button-send = Send
button-send-message = Send beskjeden
button-save = Lagre
button-cancel = Avbryt
button-back = Tilbake
button-open = Åpne
button-answer = Svar
button-call-me = Ring meg
button-write-us = Skriv til oss
button-ask-meeting = Be om et møte
button-coming = Jeg kommer
button-not-coming = Jeg kan ikke komme
button-other-time = Foreslå en annen tid
button-called = Ringt
button-no-answer = Nådde ikke
button-new-time = Ny tid
button-done = Gjort
button-met = Møtt
leave-page = Forlat siden
leave-page-hint = Du kan også trykke Esc to ganger.
leave-page-hint-once = Du kan også trykke Esc.

# I morgen.
tomorrow-heading = I morgen
tomorrow-today = I dag
tomorrow-line = { $adult } møter { $child } { $where } kl. { $time }
tomorrow-line-you = { $adult } møter barnet ditt { $where } kl. { $time }
tomorrow-ticked = Møtt kl. { $time }
tomorrow-waiting = Ikke krysset av ennå
tomorrow-missed = Ikke krysset av. En kollega er varslet.
tomorrow-empty = Ingen er satt opp ennå. Skolen sier fra her når det er avtalt.

# Dette skjer videre.
next-heading = Dette skjer videre
next-done = Gjort
next-now = Nå
next-later = Senere
next-overdue = Over fristen
next-empty = Her ser du hva som skjer videre, så snart det er avtalt.
missing-heading = Mangler
missing-none = Ingenting mangler.
missing-count = { $count ->
    [one] 1 ting mangler
   *[other] { $count } ting mangler
}
missing-fix = Fyll ut
timeline-heading = Det som har skjedd
timeline-told = Beskjed til { $who }
timeline-told-nobody = Ingen fikk egen beskjed
timeline-empty = Her kommer det som skjer, det nyeste øverst.
tasks-call = Ring
tasks-meet = Møt
tasks-write = Skriv
tasks-call-empty = Ingen å ringe nå.
tasks-meet-empty = Ingen møter i dag.
tasks-write-empty = Ingenting å skrive nå.
tasks-unavailable = Denne delen er ikke tilgjengelig akkurat nå. Prøv igjen om litt.
tasks-overdue = Over fristen

# Fare.
emergency-heading = Er noen i fare nå?
emergency-police = Politi
emergency-ambulance = Ambulanse
emergency-children = Alarmtelefonen for barn og unge, hele døgnet
emergency-ombud = Mobbeombudet i fylket kan gi råd.
emergency-ombud-named = { $name } kan gi råd.
emergency-ring = Ring { $number }

# Tilstander.
state-reported = Meldt
state-received = Mottatt
state-assessed = Vurdert
state-investigating = Vi undersøker
state-plan_active = Planen er i gang
state-evaluating = Vi ser på hvordan det går
state-closed = Avsluttet
state-no_case = Ingen sak
fewer-than-five = færre enn 5

# Når noe ikke gikk.
problem-kept = Det du skrev, ligger trygt i denne nettleseren.
problem-not-kept = Ingenting er lagret.
problem-reference = Ringer du oss, så oppgi gjerne denne koden: { $reference }
