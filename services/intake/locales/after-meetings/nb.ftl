# Det som kommer ut av møter.
event-meanwhile-told = Hjemmet har fått vite hva som skjer fram til neste møte
event-criticism-raised = Hjemmet tok opp kritikk
event-criticism-answered = Kritikken er besvart
event-minutes-shared = Familien kan lese utkastet til referat
event-minutes-added-to = Referatet har fått et tillegg
event-minutes-opened = { $person } har lest referatet
event-minutes-commented = { $person } har skrevet til referatet
event-group-reminder-due = Foreldrene er minnet om møtet
event-other-way-planned = En annen vei enn foreldremøte er planlagt
event-other-way-done = Det som var planlagt i stedet for foreldremøte, er gjort
