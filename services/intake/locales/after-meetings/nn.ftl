# Det som kjem ut av møte.
task-unclear-to-find-out = Finn ut det som var uklart på møtet
task-agreement-to-keep = Noko som vart avtalt på møtet
task-criticism-to-answer = Svar på kritikk
task-staff-offends-to-report = Meld frå: ein tilsett kan ha krenkt ein elev
task-agreed-after-meeting = Ei oppgåve etter møtet
event-meanwhile-told = Heimen har fått vite kva som skjer fram til neste møte
event-criticism-raised = Heimen tok opp kritikk
event-criticism-answered = Kritikken er svart på
task-minutes-comment-to-read = Har skrive til referatet
event-minutes-shared = Familien kan lese utkastet til referat
event-minutes-added-to = Referatet har fått eit tillegg
event-minutes-opened = { $person } har lese referatet
event-minutes-commented = { $person } har skrive til referatet
