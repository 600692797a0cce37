# Det som kommer tilbake: svar på brev, brev som ikke kom fram.

answer-title = Svar fra { $name }
answer-lead = { $name } har svart på et brev fra dere. Svaret kom { $when }.
answer-to-letter = Svaret gjelder brevet «{ $letter }».
answer-attachments = { $count ->
    [one] De la ved én fil. Den er ikke tatt vare på her. Be dem sende den på nytt når de er logget inn.
   *[other] De la ved { $count } filer. De er ikke tatt vare på her. Be dem sende dem på nytt når de er logget inn.
  }
answer-unreadable-title = Vi klarte ikke å lese svaret
answer-unreadable = Noe kom tilbake på brevet, men e-posten var laget slik at den ikke lar seg lese. Ring og hør hva de ville si.
answer-read = Jeg har lest svaret
answer-is-read = Lest av { $by }.
answer-new = Nytt
answer-open = Les svaret
answer-list-title = Svar på brevene
answer-phone = Ring { $name }:
answer-safe = Skriv ikke tilbake om det som er privat på vanlig e-post. Ring, eller skriv i saken.

letter-why-bounced = E-posten kom i retur
letter-why-dead = E-postadressen finnes ikke
letter-note-delayed = Forsinket hos mottakeren
letter-note-auto-replied = Automatisk svar
letter-note-complained = Merket som uønsket
