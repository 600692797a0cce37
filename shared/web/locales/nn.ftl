# Det alle sidene har felles.
product-name = Samspill
skip-link = Hopp til innhaldet
nav-label = Sidene dine
nav-home = Oversikt
nav-report = Sei frå
nav-meetings = Møte
nav-today = I dag
nav-cases = Saker
nav-municipal-letters = Brev i kommunen
nav-letters = Brev
nav-notices = Varsel
nav-directory = Skular og folk
nav-disposal = Oppbevaring
nav-rules = Reglar
language-label = Språk

# Kven du er logga inn som.
hat-line = { $duty ->
    [rektor] som rektor
    [deputy] som vikar for rektor
    [teacher] som lærar
    [contact_teacher] som kontaktlærar
    [social_teacher] som sosiallærar
    [school_owner] som skuleeigar
    [owner_deputy] som vikar for skuleeigar
    [duty_contact] som vakt i ferien
    [parent_contact] som foreldrekontakt
    [administrator] som administrator
   *[none] { $hat ->
        [guardian] som forelder
        [pupil] som elev
       *[staff] som tilsett
    }
}
hat-line-at = { $duty ->
    [school_owner] { $hat } i { $at }
    [owner_deputy] { $hat } i { $at }
    [administrator] { $hat } i { $at }
    [duty_contact] { $hat } i { $at }
   *[none] { $hat } ved { $at }
}
signed-in-as = Du er logga inn
sign-in = Logg inn
sign-out = Logg ut

# Logg inn.
sign-in-title = Logg inn
sign-in-lead = Her møtest heim og skule om korleis barnet har det.
sign-in-family = Eg er forelder eller føresett
sign-in-family-how = Du loggar inn med ID-porten.
sign-in-family-button = Logg inn med ID-porten
sign-in-staff = Eg arbeider på skulen eller i kommunen
sign-in-staff-how = Du loggar inn med Feide.
sign-in-staff-button = Logg inn med Feide
sign-in-pupil = Eg er elev
sign-in-pupil-how = Du loggar inn med Feide, slik du gjer på skulen.
sign-in-pupil-button = Logg inn med Feide
sign-in-help = Får du ikkje logga inn? Ring skulen. Du kan alltid seie frå på telefon.
sign-in-tell = Vil du seie frå utan å logge inn? Det kan du gjere utan namn.
sign-in-code = Er du vikar eller arbeider på SFO? Bruk koden du har fått av skulen.

# Foten av sida.
foot-title = Vil du heller snakke med nokon?
foot-ring = { $name } svarer på telefon
foot-ring-role = { $name }, { $role }, svarer på telefon
foot-nobody = Ring skulen. Du kan alltid seie frå på telefon.
foot-about = Samspill hjelper heim og skule å ordne opp saman.

# Dagar.
day-today = i dag
day-tomorrow = i morgon
day-yesterday = i går

# Skjema.
field-optional = Du kan hoppe over dette.
field-choose = Vel
field-hour = Klokkeslett
error-summary-title = Dette må rettast før du kan sende
error-summary-kept = Det du har skrive, er teke vare på.
error-prefix = Feil:
keep-saved = Lagra kl.
keep-saving = Lagrar
keep-offline = Utan nett, lagra her
keep-restored = Vi har teke vare på det du skreiv sist.
keep-changed = Nokon andre har òg skrive her. Trykk på lagre for å sjå kva.

# Knappar.
button-send = Send
button-send-message = Send beskjeden
button-save = Lagre
button-cancel = Avbryt
button-back = Tilbake
button-open = Opne
button-answer = Svar
button-call-me = Ring meg
button-write-us = Skriv til oss
button-ask-meeting = Be om eit møte
button-coming = Eg kjem
button-not-coming = Eg kan ikkje kome
button-other-time = Foreslå ei anna tid
button-called = Ringt
button-no-answer = Nådde ikkje
button-new-time = Ny tid
button-done = Gjort
button-met = Møtt
leave-page = Forlat sida
leave-page-hint = Du kan òg trykkje Esc to gonger.
leave-page-hint-once = Du kan òg trykkje Esc.

# I morgon.
tomorrow-heading = I morgon
tomorrow-today = I dag
tomorrow-line = { $adult } møter { $child } { $where } kl. { $time }
tomorrow-line-you = { $adult } møter barnet ditt { $where } kl. { $time }
tomorrow-ticked = Møtt kl. { $time }
tomorrow-waiting = Ikkje kryssa av enno
tomorrow-missed = Ikkje kryssa av. Ein kollega er varsla.
tomorrow-empty = Ingen er sett opp enno. Skulen seier frå her når det er avtalt.

# Dette skjer vidare.
next-heading = Dette skjer vidare
next-done = Gjort
next-now = No
next-later = Seinare
next-overdue = Over fristen
next-empty = Her ser du kva som skjer vidare, så snart det er avtalt.
missing-heading = Manglar
missing-none = Ingenting manglar.
missing-count = { $count ->
    [one] 1 ting manglar
   *[other] { $count } ting manglar
}
missing-fix = Fyll ut
timeline-heading = Det som har hendt
timeline-told = Beskjed til { $who }
timeline-told-nobody = Ingen fekk eigen beskjed
timeline-empty = Her kjem det som skjer, det nyaste øvst.
tasks-call = Ring
tasks-meet = Møt
tasks-write = Skriv
tasks-call-empty = Ingen å ringje no.
tasks-meet-empty = Ingen møte i dag.
tasks-write-empty = Ingenting å skrive no.
tasks-unavailable = Denne delen er ikkje tilgjengeleg akkurat no. Prøv att om litt.
tasks-overdue = Over fristen

# Fare.
emergency-heading = Er nokon i fare no?
emergency-police = Politi
emergency-ambulance = Ambulanse
emergency-children = Alarmtelefonen for barn og unge, heile døgnet
emergency-ombud = Mobbeombodet i fylket kan gi råd.
emergency-ombud-named = { $name } kan gi råd.
emergency-ring = Ring { $number }

# Tilstandar.
state-reported = Meld
state-received = Motteken
state-assessed = Vurdert
state-investigating = Vi undersøkjer
state-plan_active = Planen er i gang
state-evaluating = Vi ser på korleis det går
state-closed = Avslutta
state-no_case = Inga sak
fewer-than-five = færre enn 5

# Når noko ikkje gjekk.
problem-kept = Det du skreiv, ligg trygt i denne nettlesaren.
problem-not-kept = Ingenting er lagra.
problem-reference = Ringjer du oss, så oppgi gjerne denne koden: { $reference }
