# Utskriftskø, sende på nytt, teksten som er sletta.

print-title = Brev til posten
print-lead = Skriv ut sida, legg kvart brev i ein konvolutt og send det. Kryss så av for dei som er lagde i posten. Ingenting reknast som sendt før du seier det.
print-empty = Ingen brev skal på papir no.
print-which = Desse er lagde i posten
print-hint = Brev til skjerma adresse og brev som heimen ikkje skal ha no, står ikkje her.
print-posted = Lagt i posten
print-choose = Kryss av for minst eitt brev.
letters-again = Send brevet på nytt
letters-again-done = Sendt på nytt
letters-not-reached = Kom ikkje fram
letters-not-reached-lead = Ring dei som ikkje har fått brevet sitt.
letters-purged = Teksten er sletta etter rutinen i kommunen. Kvitteringa står att: sendt { $when }, kontrollsum { $hash }.
letters-was-said = Dette stod i brevet
letters-column-open = Brevet
letters-receipt = Sendt { $when }, kontrollsum { $hash }.
problem-letter-not-again = Brevet kan ikkje sendast på nytt
    .detail = Det er på veg, eller det som står i det, er over.
