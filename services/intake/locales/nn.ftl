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
