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
