# Etter et møte.
meanwhile-ready-news = Takk for praten { $day }. Det som skjer fram til vi møtes igjen, ligger klart til deg.
meanwhile-ready-more = Er noe uklart, ring { $first }.
answer-ready-news = Du tok opp noe med oss på møtet { $day }. Nå har vi svart.
answer-ready-more = Vil du snakke om svaret, ring { $first }.
minutes-to-read-news = Utkastet til referat fra møtet { $day } ligger klart. Les det, og skriv hva du mener.
minutes-to-read-more = Gjør det gjerne senest { $day }, så er det med før vi låser det. { $first } leser det du skriver.
minutes-added-to-news = Vi har lagt til noe i referatet fra møtet { $day }.
minutes-added-to-more = Er noe uklart, ring { $first }.
meeting-reminder-news = Vi minner om foreldremøtet { $when }. Vi ses på { $place }.
meeting-reminder-more = Kan du ikke komme likevel, ring { $first }.
letter-from-school-news = Vi har skrevet til alle foreldrene i { $group }.
letter-from-school-more = Vil du snakke om det, ring { $first }.
