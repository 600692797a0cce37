# Det som kjem tilbake: svar på brev, brev som ikkje kom fram.

answer-title = Svar frå { $name }
answer-lead = { $name } har svart på eit brev frå dykk. Svaret kom { $when }.
answer-to-letter = Svaret gjeld brevet «{ $letter }».
answer-attachments = { $count ->
    [one] Dei la ved éi fil. Ho er ikkje teken vare på her. Be dei sende henne på nytt når dei er logga inn.
   *[other] Dei la ved { $count } filer. Dei er ikkje tekne vare på her. Be dei sende dei på nytt når dei er logga inn.
  }
answer-unreadable-title = Vi klarte ikkje å lese svaret
answer-unreadable = Noko kom tilbake på brevet, men e-posten var laga slik at han ikkje lèt seg lese. Ring og høyr kva dei ville seie.
answer-read = Eg har lese svaret
answer-is-read = Lese av { $by }.
answer-new = Nytt
answer-open = Les svaret
answer-list-title = Svar på breva
answer-phone = Ring { $name }:
answer-safe = Skriv ikkje tilbake om det som er privat på vanleg e-post. Ring, eller skriv i saka.

letter-why-bounced = E-posten kom i retur
letter-why-dead = E-postadressa finst ikkje
letter-note-delayed = Forseinka hos mottakaren
letter-note-auto-replied = Automatisk svar
letter-note-complained = Merkt som uønskt
