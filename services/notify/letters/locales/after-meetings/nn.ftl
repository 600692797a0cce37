# Etter eit møte.
meanwhile-ready-news = Takk for praten { $day }. Det som skjer fram til vi møtest igjen, ligg klart til deg.
meanwhile-ready-more = Er noko uklart, ring { $first }.
answer-ready-news = Du tok opp noko med oss på møtet { $day }. No har vi svart.
answer-ready-more = Vil du snakke om svaret, ring { $first }.
minutes-to-read-news = Utkastet til referat frå møtet { $day } ligg klart. Les det, og skriv kva du meiner.
minutes-to-read-more = Gjer det gjerne seinast { $day }, så er det med før vi låser det. { $first } les det du skriv.
minutes-added-to-news = Vi har lagt til noko i referatet frå møtet { $day }.
minutes-added-to-more = Er noko uklart, ring { $first }.
meeting-reminder-news = Vi minner om foreldremøtet { $when }. Vi møtest på { $place }.
meeting-reminder-more = Kan du ikkje kome likevel, ring { $first }.
letter-from-school-news = Vi har skrive til alle foreldra i { $group }.
letter-from-school-more = Vil du snakke om det, ring { $first }.
