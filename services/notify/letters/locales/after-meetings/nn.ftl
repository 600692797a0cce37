# Etter eit møte.
meanwhile-ready-news = Takk for praten { $day }. Det som skjer fram til vi møtest igjen, ligg klart til deg.
meanwhile-ready-more = Er noko uklart, ring { $first }.
answer-ready-news = Du tok opp noko med oss på møtet { $day }. No har vi svart.
answer-ready-more = Vil du snakke om svaret, ring { $first }.
