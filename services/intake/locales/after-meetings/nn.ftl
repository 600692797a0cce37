# Det som kjem ut av møte.
task-unclear-to-find-out = Finn ut det som var uklart på møtet
task-agreement-to-keep = Noko som vart avtalt på møtet
task-criticism-to-answer = Svar på kritikk
task-staff-offends-to-report = Meld frå: ein tilsett kan ha krenkt ein elev
task-agreed-after-meeting = Ei oppgåve etter møtet
event-meanwhile-told = Heimen har fått vite kva som skjer fram til neste møte
event-criticism-raised = Heimen tok opp kritikk
event-criticism-answered = Kritikken er svart på
