### Samlet beskjed, ro, og en skole ingen kan nå. Bokmål.

quiet-title = Samlet beskjed
quiet-lead = Her er fristene ved skolene som har gått ut. Alvorlige saker står ikke her. De får du alltid med en gang, hver for seg.
quiet-school = { $school }: { $count }
quiet-case = sak { $number }
quiet-empty = Ingen frister har gått ut siden sist.
quiet-hour = Når vil du ha den samlede beskjeden?
quiet-hour-how = Klokketime fra 0 til 23, på arbeidsdager.
quiet-hour-save = Lagre klokkeslettet
quiet-back = Til varslene
quiet-link = Samlet beskjed og ro
field-not-an-hour = Skriv en time fra 0 til 23.

silence-title = Ro
silence-lead = Du kan slippe beskjeder fra én skole en stund. Fristene går som før, og skolen hører om dem.
silence-of = { $school } til { $until }
silence-by = { $name }, { $moment }.
silence-agreed = { $name } er enig.
silence-over = Ferdig
silence-needs-two = Gjelder ikke alvorlige saker før en til er enig.
silence-agree = Jeg er enig
silence-end = Avslutt roen
silence-new = Få ro fra en skole
silence-reason = Hvorfor?
silence-reason-how = Andre hos skoleeier kan lese det.
silence-until = Til og med
silence-until-how = Høyst 14 dager fram.
silence-serious = Også alvorlige saker
silence-serious-how = Da må en til hos skoleeier være enig. Varsel om ansatte (§ 12-5) kan aldri stanses.
silence-save = Få ro
field-silence-reason-needed = Skriv hvorfor. Noen få ord er nok.
field-silence-too-long = Velg en dag fra i dag til 14 dager fram.
problem-needs-another-person = En annen må være enig
    .detail = Du kan ikke være den andre personen selv.

unreachable-title = Ingen kan nås
unreachable-schools = Rekka når ingen for disse skolene: { $schools }. Ring, og sett inn noen i katalogen eller i rekka.
preflight-fine = Rekka når noen for alle skolene. Prøvd { $moment }.
