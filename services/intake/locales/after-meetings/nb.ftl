# Det som kommer ut av møter.
task-unclear-to-find-out = Finn ut det som var uklart på møtet
task-agreement-to-keep = Noe som ble avtalt på møtet
task-criticism-to-answer = Svar på kritikk
task-staff-offends-to-report = Meld fra: en ansatt kan ha krenket en elev
task-agreed-after-meeting = En oppgave etter møtet
event-meanwhile-told = Hjemmet har fått vite hva som skjer fram til neste møte
event-criticism-raised = Hjemmet tok opp kritikk
event-criticism-answered = Kritikken er besvart
task-minutes-comment-to-read = Har skrevet til referatet
event-minutes-shared = Familien kan lese utkastet til referat
event-minutes-added-to = Referatet har fått et tillegg
event-minutes-opened = { $person } har lest referatet
event-minutes-commented = { $person } har skrevet til referatet
