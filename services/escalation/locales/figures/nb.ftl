### Skolene side ved side, og årsrapporten. Bokmål.

figures-title = Skolene over tid
figures-lead = Her er skolene side ved side, de siste tolv månedene.
figures-kept-of-ten = { $kept } av ti løfter ble holdt.
figures-few = Tall under fem vises som «færre enn 5», og andre tall er rundet av til nærmeste fem. Slik kan ingen gjette hvem tallene gjelder.
figures-open_cases = Åpne saker
figures-opened = Nye saker
figures-kept = Løfter holdt
figures-broken = Løfter brutt
figures-days_to_meeting = Dager til første møte
figures-evaluated = Planer evaluert
figures-unknown = for få til å si
figures-picture = { $what } ved { $school }, måned for måned. Tallene står i tabellen under.
figures-month = Måned
figures-csv = Last ned som regneark (CSV)
figures-report = Årsrapport for { $year }
figures-link = Skolene over tid
figures-empty = Her kommer tallene når skolene er lagt inn.
report-title = Årsrapport { $year }
report-lead = Tallene gjelder alle skolene i kommunen dette året.
report-too-few = Det er for få løfter til å si hvor mange som ble holdt.
report-how = Et løfte er en frist eller et tidspunkt som noen har lovet. Det er holdt når det ble gjort i tide. Målene er kommunens egne; loven setter ingen slike frister.
report-back = Til tallene måned for måned
