# Å opne ei sak i ein naudsituasjon, og hjelp frå skuleeigar i éi sak.
glass-title = Opne ei sak i ein naudsituasjon
glass-lead = Har du ikkje tilgang, og hastar det for barnet, kan du opne saka likevel. Du må skrive kvifor.
glass-seen = Rektor får vite det med ein gong, og familien ser at du har vore inne. Tilgangen varer i tolv timar.
glass-number = Saksnummer
glass-reason = Kvifor må du inn no
glass-do = Opne saka
glass-not-found = Vi fann inga sak med det nummeret som du kan opne. Ring skulen.
glass-link = Opne ei sak i ein naudsituasjon
glass-card = Opna i ein naudsituasjon
glass-who = { $name }, { $at }
glass-review = Kva meiner du om det
glass-right = Det var rett
glass-not-right = Det var ikkje rett. Tilgangen sluttar no
glass-words = Vil du seie noko meir
glass-review-do = Lagre
glass-reviewed-right = Vurdert: Det var rett
glass-reviewed-not_right = Vurdert: Det var ikkje rett
event-glass-broken = { $person } opna saka i ein naudsituasjon
event-glass-reviewed = { $code ->
    [right] Leiaren har vurdert at { $person } opna saka med god grunn
   *[not_right] Leiaren har vurdert at { $person } ikkje skulle ha opna saka
}
owners-title = Skuleeigar hjelper i saka
owners-lead = Tilgangen gjeld berre denne saka, og sluttar når ho blir avslutta.
owners-who = Kven hos skuleeigar
owners-do = Slepp inn
owners-out = Avslutt tilgangen
