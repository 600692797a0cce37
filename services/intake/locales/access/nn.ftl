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
