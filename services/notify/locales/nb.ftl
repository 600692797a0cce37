# Brevsidene for ansatte, og det lenkene i brevene åpner. Bokmål.

letters-title = Brev som venter på deg
letters-by-hand-lead = Disse brevene kan ikke sendes på e-post. Ring, send i posten eller snakk med dem selv, og si fra her.
letters-by-hand-empty = Ingen brev venter på deg nå. Her kommer de som ikke kan sendes på e-post.
letters-case-title = Hvem som har fått beskjed
letters-case-lead = Alle brev i saken, det nyeste øverst.
letters-case-empty = Ingen har fått brev ennå. Her kommer de etter hvert som de sendes.
letters-one-title = Brev til { $name }
letters-text = Dette står i brevet
letters-open = Åpne brevet
letters-to-case = Til saken
letters-phone = Telefon:
letters-nobody = Ukjent mottaker
letters-column-who = Til
letters-column-what = Brev
letters-column-when = Skrevet
letters-column-became = Hva som ble av det
letters-protected-title = Beskyttet adresse
letters-protected = Send ingenting digitalt. Følg kommunens rutine for beskyttet adresse.
letters-how = Hvordan fikk de beskjeden?
letters-how-phoned = Jeg ringte og fortalte det
letters-how-posted = Jeg sendte brevet i posten
letters-how-visited = Jeg ga det til dem selv
letters-how-save = Lagre
letters-field-how-required = Velg hvordan de fikk beskjeden.
letters-field-how-not-a-choice = Velg hvordan de fikk beskjeden.

letter-name-report-received = Svar på det de meldte
letter-name-meeting-invitation = Innkalling til møte
letter-name-staff-invitation = Møte, til ansatt
letter-name-minutes-ready = Referatet er klart
letter-name-minutes-ready-absent = Referatet er klart, til den som ikke kom
letter-name-tomorrow-missed = Avtalen er ikke bekreftet
letter-name-owner-notice = Varsel til skoleeier
letter-name-owner-notice-reminder = Påminnelse om varsel
letter-name-owner-digest = Samlet beskjed til skoleeier
letter-name-school-unreachable = En skole uten noen som kan nås
letter-name-promise-about-to-break = Løftet går snart ut
letter-name-promise-overdue = Løftet er ikke holdt
letter-name-group-invitation = Innkalling til foreldremøte
letter-name-group-minutes-present = Etter foreldremøtet
letter-name-group-minutes-absent = Etter foreldremøtet, til den som ikke kom

letter-state-waiting = På vei
letter-state-deferred = På vei, vi prøver igjen
letter-state-sent = Sendt på e-post
letter-state-undeliverable = Kom ikke fram
letter-state-by_hand = Må leveres på annen måte
letter-state-handled = Levert
letter-state-frozen = Gikk til feil person
letter-state-superseded = Erstattet av et nyere brev
letter-handled-phoned = Fortalt på telefon{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-handled-posted = Sendt i posten{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-handled-visited = Levert personlig{ $by ->
    [none] {""}
   *[other] {" "}av { $by }
  }
letter-why-protected = Beskyttet adresse
letter-why-no_channel = Vi har ingen e-postadresse
letter-why-held = Hjemmet skal ikke få beskjed nå
letter-why-frozen = E-postadressen er feil
letter-why-no_access = Har ikke lenger del i saken
letter-why-not-for-me = Den som fikk det, sier at det ikke er til dem
letter-why-too-late = Rakk ikke fram i tide
letter-why-outcome-unknown = Vi vet ikke om det kom fram
letter-why-refused = E-posten ble avvist
letter-why-waits = Venter på e-posttjeneren

problem-letter-not-by-hand = Brevet venter ikke lenger
    .detail = Noen andre har kanskje levert det i mellomtiden.

not-for-me-title = Fikk du et brev som ikke er til deg?
not-for-me-lead = Si fra her, så sender vi ikke mer til denne adressen. Skolen ringer den som skulle ha brevet.
not-for-me-button = Brevet er ikke til meg
not-for-me-done-title = Takk, vi sender ikke mer hit
not-for-me-done = Skolen får vite det med en gang. Slett gjerne brevet.
ring-me-title = Vil du at vi ringer deg?
ring-me-lead = Trykk på knappen, så ringer den som har skrevet under brevet.
ring-me-done-title = Vi ringer deg
ring-me-done = Den som har skrevet under brevet, har fått beskjed.
link-ended-title = Denne lenken virker ikke lenger
link-ended = Den kan være gammel, eller erstattet av en nyere. Ring skolen hvis du lurer på noe.
