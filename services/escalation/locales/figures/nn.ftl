### Skulane side ved side, og årsrapporten. Nynorsk.

figures-title = Skulane over tid
figures-lead = Her er skulane side ved side, dei siste tolv månadene.
figures-kept-of-ten = { $kept } av ti løfte vart haldne.
figures-few = Tal under fem blir viste som «færre enn 5», og andre tal er runda av til næraste fem. Slik kan ingen gjette kven tala gjeld.
figures-open_cases = Opne saker
figures-opened = Nye saker
figures-kept = Løfte haldne
figures-broken = Løfte brotne
figures-days_to_meeting = Dagar til første møte
figures-evaluated = Planar evaluerte
figures-unknown = for få til å seie
figures-picture = { $what } ved { $school }, månad for månad. Tala står i tabellen under.
figures-month = Månad
figures-csv = Last ned som rekneark (CSV)
figures-report = Årsrapport for { $year }
figures-link = Skulane over tid
figures-empty = Her kjem tala når skulane er lagde inn.
report-title = Årsrapport { $year }
report-lead = Tala gjeld alle skulane i kommunen dette året.
report-too-few = Det er for få løfte til å seie kor mange som vart haldne.
report-how = Eit løfte er ein frist eller eit tidspunkt som nokon har lova. Det er halde når det vart gjort i tide. Måla er kommunen sine eigne; lova set ingen slike fristar.
report-back = Til tala månad for månad
