# Utskriftskø, sende på nytt, teksten som er slettet.

print-title = Brev til posten
print-lead = Skriv ut siden, legg hvert brev i en konvolutt og send det. Kryss så av for dem som er lagt i posten. Ingenting regnes som sendt før du sier det.
print-empty = Ingen brev skal på papir nå.
print-which = Disse er lagt i posten
print-hint = Brev til beskyttet adresse og brev som hjemmet ikke skal ha nå, står ikke her.
print-posted = Lagt i posten
print-choose = Kryss av for minst ett brev.
letters-again = Send brevet på nytt
letters-again-done = Sendt på nytt
letters-not-reached = Kom ikke fram
letters-not-reached-lead = Ring dem som ikke har fått brevet sitt.
letters-purged = Teksten er slettet etter kommunens rutine. Kvitteringen står igjen: sendt { $when }, kontrollsum { $hash }.
letters-was-said = Dette sto i brevet
letters-column-open = Brevet
letters-receipt = Sendt { $when }, kontrollsum { $hash }.
problem-letter-not-again = Brevet kan ikke sendes på nytt
    .detail = Det er på vei, eller det som står i det, er over.
