# Det som kjem ut av møte.
event-meanwhile-told = Heimen har fått vite kva som skjer fram til neste møte
event-criticism-raised = Heimen tok opp kritikk
event-criticism-answered = Kritikken er svart på
event-minutes-shared = Familien kan lese utkastet til referat
event-minutes-added-to = Referatet har fått eit tillegg
event-minutes-opened = { $person } har lese referatet
event-minutes-commented = { $person } har skrive til referatet
event-group-reminder-due = Foreldra er minte om møtet
event-other-way-planned = Ein annan veg enn foreldremøte er planlagd
event-other-way-done = Det som var planlagt i staden for foreldremøte, er gjort
