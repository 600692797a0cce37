# Etter et møte.
meanwhile-ready-news = Takk for praten { $day }. Det som skjer fram til vi møtes igjen, ligger klart til deg.
meanwhile-ready-more = Er noe uklart, ring { $first }.
answer-ready-news = Du tok opp noe med oss på møtet { $day }. Nå har vi svart.
answer-ready-more = Vil du snakke om svaret, ring { $first }.
