### Samla beskjed, ro, og ein skule ingen kan nå. Nynorsk.

quiet-title = Samla beskjed
quiet-lead = Her er fristane ved skulane som har gått ut. Alvorlege saker står ikkje her. Dei får du alltid med ein gong, kvar for seg.
quiet-school = { $school }: { $count }
quiet-case = sak { $number }
quiet-empty = Ingen fristar har gått ut sidan sist.
quiet-hour = Når vil du ha den samla beskjeden?
quiet-hour-how = Klokketime frå 0 til 23, på arbeidsdagar.
quiet-hour-save = Lagre klokkeslettet
quiet-back = Til varsla
quiet-link = Samla beskjed og ro
field-not-an-hour = Skriv ein time frå 0 til 23.

silence-title = Ro
silence-lead = Du kan sleppe beskjedar frå éin skule ei stund. Fristane går som før, og skulen høyrer om dei.
silence-of = { $school } til { $until }
silence-by = { $name }, { $moment }.
silence-agreed = { $name } er samd.
silence-over = Ferdig
silence-needs-two = Gjeld ikkje alvorlege saker før ein til er samd.
silence-agree = Eg er samd
silence-end = Avslutt roa
silence-new = Få ro frå ein skule
silence-reason = Kvifor?
silence-reason-how = Andre hos skuleeigar kan lese det.
silence-until = Til og med
silence-until-how = Høgst 14 dagar fram.
silence-serious = Også alvorlege saker
silence-serious-how = Då må ein til hos skuleeigar vere samd. Varsel om tilsette (§ 12-5) kan aldri stansast.
silence-save = Få ro
field-silence-reason-needed = Skriv kvifor. Nokre få ord er nok.
field-silence-too-long = Vel ein dag frå i dag til 14 dagar fram.
problem-needs-another-person = Ein annan må vere samd
    .detail = Du kan ikkje vere den andre personen sjølv.

unreachable-title = Ingen kan nåast
unreachable-schools = Rekkja når ingen for desse skulane: { $schools }. Ring, og set inn nokon i katalogen eller i rekkja.
preflight-fine = Rekkja når nokon for alle skulane. Prøvd { $moment }.
