# Det familien les og skriv i si eiga sak.
family-other = ein annan elev
family-back = Tilbake til saka
family-plan-read = Les heile planen
family-plan-none = Planen kjem her når han er klar.
family-plan-propose = Foreslå eit tiltak
family-plan-lead = Dette er planen slik han gjeld for dykk. Det som berre gjeld andre barn, står ikkje her.
family-plan-child = For { $child }
family-propose = Foreslå eit tiltak
family-propose-how = Du kjenner barnet ditt best. { $name } les det du skriv, og svarer seinast neste arbeidsdag.
family-propose-what = Kva foreslår du?
family-propose-do = Send forslaget
family-proposed = Du foreslo eit tiltak
family-agreed = Avtalt med heimen
family-agreed-voluntary = Det som er merkt frivillig, gjer de berre om de vil. Ingenting hos skulen ventar på det.
family-account-none = Her kan du fortelje med dine eigne ord, når du vil.
family-account-waits = Noko er skrive, men du har ikkje stadfesta det enno.
family-account-done = Du har stadfesta orda dine. Ingen på skulen kan endre dei.
family-account-open = Skriv eller les
family-contacts = Når skulen har teke kontakt med deg
family-contacts-empty = Her kjem samtalar og meldingar mellom skulen og deg.
family-contact-phone = { $reached ->
    [yes] { $name } snakka med deg på telefon
   *[no] { $name } prøvde å ringje deg
}
family-contact-message = { $reached ->
    [yes] { $name } skreiv til deg
   *[no] { $name } prøvde å skrive til deg
}
family-contact-meeting = { $reached ->
    [yes] { $name } møtte deg
   *[no] { $name } prøvde å møte deg
}

# Eiga skildring.
own-account-title = Med dine eigne ord
own-account-lead = Fortel slik du ser det, om { $child } og om korleis skulen har teke det imot. Det finst ingen feil måte å seie det på.
own-account-lead-pupil = Fortel slik du opplever det. Du bestemmer kva du vil seie.
own-account-text = Det du vil fortelje
own-account-text-how = Skriv så kort eller langt du vil.
own-account-save = Lagre, og hald fram seinare
own-account-confirm = Stadfest at dette er mine ord
own-account-confirm-how = Skulen les det du lagrar. Når du har stadfesta, kan ingen på skulen endre det. Du kan alltid leggje til meir.
own-account-confirmed = Stadfesta
own-account-draft = Ikkje stadfesta enno
own-account-written-by = { $name } har skrive ned dette for deg. Rett det som ikkje stemmer.
own-account-more = Fortel meir
account-confirmed = stadfesta
account-change = Endre
told-account-title = Skriv ned det nokon har fortalt
told-account-lead = Bruk deira eigne ord. Dei kan lese det, rette det og stadfeste det på si side. Etter det kan det ikkje endrast.
told-account-whose = Kven har fortalt?
told-account-text = Det dei fortalde
problem-account-confirmed = Dette er stadfesta
    .detail = Den som fortalde, har stadfesta at dette er deira eigne ord. Då kan det ikkje endrast. Skriv heller eit nytt notat.
event-account-given = { $code ->
    [confirmed] { $person } har stadfesta skildringa si
   *[written] Det { $person } fortel, er skrive ned
}
case-proposal = { $name } foreslår eit tiltak
case-proposal-take = Ta det inn i planen

# Rettar.
rights-title = Rettane dine
rights-safe = Eleven har rett til eit trygt og godt skolemiljø. Det er eleven si eiga oppleving som tel (opplæringslova § 12-2).
rights-school = Skulen skal følgje med, gripe inn, undersøkje og setje inn tiltak, så snart han kan (§ 12-4).
rights-heard = Eleven skal bli høyrd, og det beste for eleven skal vege tungt (§§ 10-1 og 10-2).
rights-plan = Skulen skal lage ein skriftleg plan. De kan foreslå tiltak, og de får lese dykkar eigen versjon.
rights-statsforvalter = Gjer ikkje skulen nok, kan eleven eller foreldra gå til Statsforvaltaren (§ 12-6).
rights-see = De kan be om å få sjå det skulen har skrive om eleven, og kven som har sett på saka.
rights-child-safe = Du skal ha det trygt og godt på skulen. Det er du som veit korleis du har det.
rights-child-school = Dei vaksne på skulen må hjelpe deg, og dei må byrje så fort dei kan.
rights-child-heard = Dei vaksne skal høyre på deg før dei bestemmer noko.
rights-child-plan = Skulen skriv ein plan for kva dei skal gjere. Du kan seie kva du trur hjelper.
rights-child-statsforvalter = Hjelper det ikkje, kan du eller foreldra dine seie frå til Statsforvaltaren. Det er nokon som passar på skulane.
rights-child-see = Du kan få vite kva skulen har skrive om deg.
rights-version = Versjon { $version }
rights-126 = Rektor fekk vite det { $raised }. De kan gå til Statsforvaltaren frå { $week }, når éi veke er gått. Rekna i fem arbeidsdagar er det frå { $days }.
rights-take = Eg har lese rettane
rights-given = Du fekk dette { $day }.
rights-given-title = Rettar gitt
rights-given-to = { $name } { $day } (versjon { $version })
rights-given-none = Ingen har fått dei enno

# Namn i det familien skal lese.
names-title = Sjå på namna før familien les dette
names-how = Andre elevar skal ikkje nemnast med namn. Byt ut namnet, eller la det stå om det er eit vanleg ord.
names-linked = elev i same sak
names-classmate = elev i klassen
names-also-word = Det kan òg vere eit vanleg ord.
names-replace = Byt til «{ $other }»
names-keep = La det stå
field-name-linked = Her står namnet på ein annan elev. Sjå på det før familien les teksten.
problem-names-to-look-at = Her står namnet på ein annan elev
    .detail = Sjå på namna på sida til saka før familien les teksten.
answer-title = Svar til familien
answer-asked = Det dei skreiv

# Kopien som familien tek med seg.
pdf-page = Side {"{"}n{"}"} av {"{"}of{"}"}
copy-title = Kopi av det som står på sida dykkar
copy-link = Last ned ein kopi (PDF)
copy-about = Laga { $day } for { $name }. Her står det du kan lese på di eiga side. Namn på andre elevar er bytte ut.
copy-next = Dette skjer vidare
copy-plan = Planen
copy-measure-who = Kven
copy-measure-what = Tiltak
copy-measure-status = Kor langt
copy-measure-when = Når
copy-accounts = Med dine eigne ord
copy-told = Det du har fortalt
copy-requests = Det du har skrive til oss, og svara
copy-request-answer = Svar

# Saker som høyrer saman, og det som går att.
related-title = Saker som høyrer saman
related-how = Kvar elev har si eiga sak. Familiane ser berre si eiga.
related-merged = følgt opp som éi
related-hidden = { $count ->
    [one] Éi sak du ikkje har tilgang til
   *[other] { $count } saker du ikkje har tilgang til
}
related-perhaps = Sak { $number } gjeld same elev. Er det det same som er meldt to gonger?
related-read = Les henne
related-merge = Følg opp som éi sak
related-link = Ei anna sak høyrer saman med denne
related-number = Saksnummer
related-link-do = Knyt dei saman
merge-how = Det som er fortalt i { $other }, blir med i { $number } og blir følgt opp der. Sak { $other } blir avslutta med eit svar til den som sa frå. Begge sakene viser at dei høyrer saman.
merge-reason = Det same blir følgt opp i sak { $number }.
merge-answer-proposed = Takk for at du sa frå. Vi følgjer opp dette saman med det vi alt veit, i sak { $number }.
merge-do = Følg opp som éi sak
field-unknown-case = Vi finn inga sak med det nummeret blant sakene dine.
problem-not-the-same-pupil = Sakene gjeld ikkje same elev
    .detail = Kvar elev skal ha si eiga sak. Knyt dei heller saman.
problem-same-case = Det er den same saka
    .detail = Ei sak kan ikkje knytast til seg sjølv.
event-case-linked = Knytt til ei anna sak
patterns-link = Det som går att
patterns-title = Det som går att
patterns-lead = Dette har minst { $fewest } meldingar til felles dei siste tretti dagane. Her står ingen namn.
patterns-empty = Ingenting går att i minst tre meldingar no.
patterns-back = Tilbake til sakene
pattern-group = { $count } meldingar om elevar i { $group }
pattern-place = { $count } meldingar om den same staden: { $place }
pattern-day = { $count } meldingar om noko som skjedde på ein { $day ->
    [1] måndag
    [2] tysdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] laurdag
   *[7] sundag
}
missing-rights = At familien får rettane sine
