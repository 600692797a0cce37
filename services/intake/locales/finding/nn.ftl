# Lista over saker: det som hastar først, lister du tek vare på, og søk.
find-words = Namn på elev eller saksnummer
find-how = Vi leitar blant sakene du har tilgang til.
find-do = Finn
find-nobody = Vi fann ingen elev med det namnet. Prøv berre førenamn eller etternamn.
filter-narrow = Vel kva saker du vil sjå
filter-state-open = Opne saker
filter-state-ended = Avslutta saker
filter-state-all = Alle saker
filter-due-any = Uansett frist
filter-due-today = Frist i dag eller før
filter-due-week = Frist den neste veka
filter-school = Skule
filter-school-all = Alle skulane
filter-mine = Berre saker eg er saksansvarleg for
filter-do = Vis desse
filter-clear = Vis alle opne saker
filter-kept = Lister du har teke vare på
filter-name = Gi lista eit namn
filter-name-how = Då finn du ho att øvst på sida. Skriv ikkje namnet på nokon.
filter-keep = Ta vare på lista
filter-drop = Ta bort lista
cases-due-today = Frist i dag eller før
cases-all-due = Sjå alle med frist i dag eller før
cases-the-others = Dei andre sakene, dei nyaste først
cases-none-fit = Ingen saker passar til det du har valt.
pages-label = Sider
pages-before = Førre side
pages-this = Side { $page }
pages-after = Neste side
timeline-older = Sjå alt som er skrive før dette ({ $count })
handover-title = Gi saker til ein annan
handover-lead = Når nokon sluttar, eller har for mykje, får ein annan ansvaret. Oppgåvene følgjer med, og tidslinja seier kven som har saka no.
handover-who-has = Kven har sakene
handover-holder = { $name }: { $count ->
    [one] 1 open sak
   *[other] { $count } opne saker
}
handover-cases = Saker
handover-cases-of = Saker som { $name } har
handover-to = Kven skal ha dei
handover-to-how = Den du vel, får tilgang til sakene. Den som hadde dei før, mistar tilgangen, om ikkje vedkomande har ei anna oppgåve i saka.
handover-do = Gi sakene vidare
handover-done = { $count ->
    [one] 1 sak er gitt vidare.
   *[other] { $count } saker er gitt vidare.
}
handover-kept = { $count ->
    [one] 1 sak kan ikkje gå til den du valde, fordi ho gjeld dei sjølve eller eigne barn.
   *[other] { $count } saker kan ikkje gå til den du valde, fordi dei gjeld dei sjølve eller eigne barn.
}
handover-back = Tilbake til alle saker
handover-link = Gi saker til ein annan
case-owner-change = Gi saka til ein annan
case-owner-who = Kven skal vere saksansvarleg
case-owner-do = Gi saka vidare
event-case-handed-over = { $handler } er saksansvarleg no
today-the-rest = Sjå resten av oppgåvene
