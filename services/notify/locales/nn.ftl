# Brevsidene for tilsette, og det lenkjene i breva opnar. Nynorsk.

letters-title = Brev som ventar på deg
letters-by-hand-lead = Desse breva kan ikkje sendast på e-post. Ring, send i posten eller snakk med dei sjølv, og sei frå her.
letters-by-hand-empty = Ingen brev ventar på deg no. Her kjem dei som ikkje kan sendast på e-post.
letters-case-title = Kven som har fått beskjed
letters-case-lead = Alle brev i saka, det nyaste øvst.
letters-case-empty = Ingen har fått brev enno. Her kjem dei etter kvart som dei blir sende.
letters-one-title = Brev til { $name }
letters-text = Dette står i brevet
letters-open = Opne brevet
letters-to-case = Til saka
letters-phone = Telefon:
letters-nobody = Ukjend mottakar
letters-column-who = Til
letters-column-what = Brev
letters-column-when = Skrive
letters-column-became = Kva det blei av det
letters-protected-title = Verna adresse
letters-protected = Send ingenting digitalt. Følg rutinen til kommunen for verna adresse.
letters-how = Korleis fekk dei beskjeden?
letters-how-phoned = Eg ringde og fortalde det
letters-how-posted = Eg sende brevet i posten
letters-how-visited = Eg gav det til dei sjølv
letters-how-save = Lagre
letters-field-how-required = Vel korleis dei fekk beskjeden.
letters-field-how-not-a-choice = Vel korleis dei fekk beskjeden.

letter-name-report-received = Svar på det dei melde
letter-name-meeting-invitation = Innkalling til møte
letter-name-staff-invitation = Møte, til tilsett
letter-name-minutes-ready = Referatet er klart
letter-name-minutes-ready-absent = Referatet er klart, til den som ikkje kom
letter-name-tomorrow-missed = Avtalen er ikkje stadfesta
letter-name-owner-notice = Varsel til skuleeigar
letter-name-owner-notice-reminder = Påminning om varsel
letter-name-owner-digest = Samla beskjed til skuleeigar
letter-name-school-unreachable = Ein skule utan nokon som kan nåast
letter-name-promise-about-to-break = Lovnaden går snart ut
letter-name-promise-overdue = Lovnaden er ikkje halden
letter-name-group-invitation = Innkalling til foreldremøte
letter-name-group-minutes-present = Etter foreldremøtet
letter-name-group-minutes-absent = Etter foreldremøtet, til den som ikkje kom

letter-state-waiting = På veg
letter-state-deferred = På veg, vi prøver igjen
letter-state-sent = Sendt på e-post
letter-state-undeliverable = Kom ikkje fram
letter-state-by_hand = Må leverast på annan måte
letter-state-handled = Levert
letter-state-frozen = Gjekk til feil person
letter-state-superseded = Erstatta av eit nyare brev
letter-handled-phoned = Fortalt på telefon{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-handled-posted = Sendt i posten{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-handled-visited = Levert personleg{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-why-protected = Verna adresse
letter-why-no_channel = Vi har inga e-postadresse
letter-why-held = Heimen skal ikkje få beskjed no
letter-why-frozen = E-postadressa er feil
letter-why-no_access = Har ikkje lenger del i saka
letter-why-not-for-me = Den som fekk det, seier at det ikkje er til dei
letter-why-too-late = Rakk ikkje fram i tide
letter-why-outcome-unknown = Vi veit ikkje om det kom fram
letter-why-refused = E-posten blei avvist
letter-why-waits = Ventar på e-posttenaren

problem-letter-not-by-hand = Brevet ventar ikkje lenger
    .detail = Nokon andre har kanskje levert det i mellomtida.

not-for-me-title = Fekk du eit brev som ikkje er til deg?
not-for-me-lead = Sei frå her, så sender vi ikkje meir til denne adressa. Skulen ringjer den som skulle hatt brevet.
not-for-me-button = Brevet er ikkje til meg
not-for-me-done-title = Takk, vi sender ikkje meir hit
not-for-me-done = Skulen får vite det med ein gong. Slett gjerne brevet.
ring-me-title = Vil du at vi ringjer deg?
ring-me-lead = Trykk på knappen, så ringjer den som har skrive under brevet.
ring-me-done-title = Vi ringjer deg
ring-me-done = Den som har skrive under brevet, har fått beskjed.
link-ended-title = Denne lenkja verkar ikkje lenger
link-ended = Ho kan vere gammal, eller erstatta av ei nyare. Ring skulen om du lurer på noko.
