# Kven har sett på saka.
seen-title = Kven har sett på saka
seen-lead = Her står alle på skulen og i kommunen som har vore inne i saka, dag for dag.
seen-as = { $relation ->
    [rektor] rektor
    [deputy] stadfortredar for rektor
    [case_owner] saksansvarleg
    [owner_contact] kontakt hos skuleeigar
   *[helper] hjelpar i saka
}
seen-first = første gong kl. { $time }
seen-gone = Ein som ikkje lenger jobbar her
seen-empty = Ingen har vore inne i saka enno.
seen-empty-lately = Ingen har vore inne i saka dei siste to vekene.
seen-older = Tidlegare
seen-ask = Lurer du på kvifor nokon har vore inne? Spør skulen. Dei skal kunne svare.
seen-kept = Familien ser den same lista. Kvar gong nokon opnar eller endrar noko, blir det skrive ned.
seen-back = Tilbake til saka
seen-link = Kven har sett på saka

# Kurset før den første saka.
training-title = Kurs: ti minutt før di første sak
training-lead = Les dei fem delane, og svar på spørsmåla under. Svarer du feil, kan du prøve igjen så mange gonger du vil.
training-done = Du har teke kurset. No kan du opne sakene du har behov for.
training-let-in = Du kan begynne til og med { $day }, for ein leiar har sleppt deg til. Ta kurset før den tid.
training-to-day = Til dagen din
training-need-title = 1. Berre det du treng
training-need = Du ser ei sak når du har ei oppgåve i ho. Nysgjerrigheit er ikkje ein grunn, og eit kjent namn er det heller ikkje. Er du forelder til eit barn i saka, ser du ho berre heimanfrå, som forelder.
training-seen-title = 2. Alt du opnar, blir skrive ned
training-seen = Kvar gong du opnar eller endrar noko, blir det skrive ned, og ingen kan endre det etterpå. Familien kan sjå kven som har vore inne i saka deira, dag for dag.
training-mail-title = 3. Ingenting som røper noko, i e-post
training-mail = Skriv aldri i e-post eller SMS kva ei sak gjeld, eller kven. Bruk saka, møtet eller telefonen. At nokon har ei sak, er i seg sjølv teiepliktig.
training-hidden-title = 4. Sperra adresse
training-hidden = Nokre familiar må ikkje bli funne. Skriv aldri ned adressa, skulen eller bilete av dei andre stader. Breva deira går for hand.
training-act-title = 5. Gjer noko med det
training-act = Ser eller høyrer du at ein elev ikkje har det trygt: grip inn om du kan, og sei frå til rektor same dag. Skriv det du såg og høyrde, med tid og stad. Det du trur, har eit eige felt.
training-answers = Svar på spørsmåla
training-q1 = Ein kollega lurer på korleis det går med ein elev ho ikkje har. Kva gjer du?
training-q1-a = Eg slår opp i saka og fortel kort.
training-q1-b = Eg seier at eg ikkje kan svare, og viser til rektor.
training-q1-c = Eg sender henne saka på e-post.
training-q2 = Kven kan få vite at du har opna ei sak?
training-q2-a = Familien det gjeld, og leiinga ved skulen.
training-q2-b = Ingen.
training-q2-c = Berre den som driv datasystemet.
training-q3 = Kva kan stå i ein vanleg e-post til ein forelder?
training-q3-a = «Det gjeld hendinga i garderoben.»
training-q3-b = Namnet og klassen til eleven.
training-q3-c = Når du ringjer, eller når og kvar eit møte er.
training-q4 = Ein elev har sperra adresse. Kva gjer du med eit bilete frå klasseturen?
training-q4-a = Eg deler det ikkje før eg har spurt rektor.
training-q4-b = Eg legg det ut utan namn.
training-q4-c = Eg sender det til alle foreldra i klassen.
training-q5 = Du høyrer ein elev seie at ho gruar seg til friminutta. Når seier du frå?
training-q5-a = Når eg har undersøkt om det stemmer.
training-q5-b = Same dag, til rektor.
training-q5-c = På neste foreldresamtale.
training-send = Send svara
training-wrong = Ikkje heilt. Les delen ein gong til, og prøv igjen.

# Kven som kan begynne.
staff-title = Kven kan opne saker
staff-lead = Alle tek kurset før si første sak. Hastar det, kan du la nokon begynne for ei veke.
staff-caption = Tilsette ved skulen
staff-name = Namn
staff-state = Kurs
staff-trained = Har teke kurset
staff-until = Kan begynne til og med { $day }
staff-not = Har ikkje teke kurset
staff-do = La begynne for ei veke
staff-empty = Her kjem dei tilsette når dei er henta inn.
