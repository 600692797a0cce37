# Lista over saker: det som haster først, lister du beholder, og søk.
find-words = Navn på elev eller saksnummer
find-how = Vi leter blant sakene du har tilgang til.
find-do = Finn
find-nobody = Vi fant ingen elev med det navnet. Prøv bare fornavn eller etternavn.
filter-narrow = Velg hvilke saker du vil se
filter-state-open = Åpne saker
filter-state-ended = Avsluttede saker
filter-state-all = Alle saker
filter-due-any = Uansett frist
filter-due-today = Frist i dag eller før
filter-due-week = Frist den neste uka
filter-school = Skole
filter-school-all = Alle skolene
filter-mine = Bare saker jeg er saksansvarlig for
filter-do = Vis disse
filter-clear = Vis alle åpne saker
filter-kept = Lister du har beholdt
filter-name = Gi lista et navn
filter-name-how = Da finner du den igjen øverst på siden. Skriv ikke navnet på noen.
filter-keep = Behold lista
filter-drop = Ta bort lista
cases-due-today = Frist i dag eller før
cases-all-due = Se alle med frist i dag eller før
cases-the-others = De andre sakene, de nyeste først
cases-none-fit = Ingen saker passer til det du har valgt.
pages-label = Sider
pages-before = Forrige side
pages-this = Side { $page }
pages-after = Neste side
timeline-older = Se alt som er skrevet før dette ({ $count })
handover-title = Gi saker til en annen
handover-lead = Når noen slutter, eller har for mye, får en annen ansvaret. Oppgavene følger med, og tidslinja sier hvem som har saken nå.
handover-who-has = Hvem har sakene
handover-holder = { $name }: { $count ->
    [one] 1 åpen sak
   *[other] { $count } åpne saker
}
handover-cases = Saker
handover-cases-of = Saker som { $name } har
handover-to = Hvem skal ha dem
handover-to-how = Den du velger, får tilgang til sakene. Den som hadde dem før, mister den, hvis ikke vedkommende har en annen oppgave i saken.
handover-do = Gi sakene videre
handover-done = { $count ->
    [one] 1 sak er gitt videre.
   *[other] { $count } saker er gitt videre.
}
handover-kept = { $count ->
    [one] 1 sak kan ikke gå til den du valgte, fordi den gjelder dem selv eller egne barn.
   *[other] { $count } saker kan ikke gå til den du valgte, fordi de gjelder dem selv eller egne barn.
}
handover-back = Tilbake til alle saker
handover-link = Gi saker til en annen
case-owner-change = Gi saken til en annen
case-owner-who = Hvem skal være saksansvarlig
case-owner-do = Gi saken videre
event-case-handed-over = { $handler } er saksansvarlig nå
today-the-rest = Se resten av oppgavene
