# Å åpne en sak i en nødsituasjon, og hjelp fra skoleeier i én sak.
glass-title = Åpne en sak i en nødsituasjon
glass-lead = Har du ikke tilgang, og haster det for barnet, kan du åpne saken likevel. Du må skrive hvorfor.
glass-seen = Rektor får vite det med en gang, og familien ser at du har vært inne. Tilgangen varer i tolv timer.
glass-number = Saksnummer
glass-reason = Hvorfor må du inn nå
glass-do = Åpne saken
glass-not-found = Vi fant ingen sak med det nummeret som du kan åpne. Ring skolen.
glass-link = Åpne en sak i en nødsituasjon
glass-card = Åpnet i en nødsituasjon
glass-who = { $name }, { $at }
glass-review = Hva mener du om det
glass-right = Det var riktig
glass-not-right = Det var ikke riktig. Tilgangen slutter nå
glass-words = Vil du si noe mer
glass-review-do = Lagre
glass-reviewed-right = Vurdert: Det var riktig
glass-reviewed-not_right = Vurdert: Det var ikke riktig
event-glass-broken = { $person } åpnet saken i en nødsituasjon
event-glass-reviewed = { $code ->
    [right] Lederen har vurdert at { $person } åpnet saken med god grunn
   *[not_right] Lederen har vurdert at { $person } ikke skulle ha åpnet saken
}
owners-title = Skoleeier hjelper i saken
owners-lead = Tilgangen gjelder bare denne saken, og slutter når den avsluttes.
owners-who = Hvem hos skoleeier
owners-do = Slipp inn
owners-out = Avslutt tilgangen
