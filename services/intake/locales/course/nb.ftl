# Vurdering.
assess-title = Vurder saken
assess-lead = Alle som sier fra, skal få svar. Vurder det som er meldt, eller send det til rett skole.
assess-is-case = Dette er en sak
assess-text = Slik ser vi på det
assess-text-how = Kort, hvis du vil. Det kan vente.
assess-do = Dette følger vi opp
assess-no-case = Ingen sak
assess-no-case-how = Begrunnelsen blir på skolen. Svaret går til den som sa fra, sammen med veien til Statsforvalteren.
assess-no-case-why = Hvorfor er det ingen sak?
assess-no-case-why-how = Det du har undersøkt, og hva du bygger det på.
assess-answer = Svar til den som sa fra
assess-answer-how = Skriv hva dere har sett på, og hva dere gjør hvis det skjer noe mer.
assess-no-case-do = Avslutt uten sak
assess-move = Saken hører til en annen skole
assess-move-how = Alt følger med. Du ser ikke saken lenger når den er flyttet.
assess-move-where = Hvilken skole?
assess-move-why = Hvorfor?
assess-move-do = Flytt saken

# Undersøkelser.
steps-title = Dette undersøker vi
steps-empty = Her kommer det dere skal finne ut, og hva som kom fram.
steps-new = Noe mer å finne ut
steps-change = Endre
steps-method = Hvordan?
steps-what = Hva skal dere finne ut?
steps-who = Hvem gjør det?
steps-by = Innen når?
steps-status = Hvor langt er det kommet?
steps-result = Hva kom fram?
steps-result-how = Det dere så og hørte. Det tas opp på neste møte.
steps-reason = Hvorfor trenger dere navn?
steps-reason-how = Bare ved spørreundersøkelser som ikke er anonyme (forskriften § 20-5).
steps-shared = Familien kan lese dette
steps-shared-how = Skriv ikke noe om andre barn her.
steps-shared-tag = familien ser det
steps-back = Tilbake til undersøkelsene
method-talk_pupil = Snakke med eleven
method-talk_staff = Snakke med ansatte
method-talk_home = Snakke med hjemmet
method-observation = Observere
method-survey = Anonym spørreundersøkelse
method-named_survey = Spørreundersøkelse med navn
method-document = Se på det som er skrevet
method-other = Noe annet
step-planned = Planlagt
step-running = I gang
step-done = Gjort
step-dropped = Ikke aktuelt lenger

# Planen.
aplan-name = { $label ->
    [tiltaksplan] Tiltaksplan
   *[aktivitetsplan] Aktivitetsplan
}
aplan-draft = Utkast
aplan-active = I gang
aplan-ended = Avsluttet
aplan-empty = Her kommer planen når noen har begynt på den.
aplan-not-yet = Ikke skrevet ennå.
aplan-write = Begynn på planen
aplan-change = Endre planen
aplan-edit-lead = Du kan lagre når som helst. Det som mangler, står på listen i saken.
aplan-problem = Hva skal planen løse?
aplan-problem-how = Slik eleven opplever det, og det dere vet.
aplan-findings = Det vi har funnet ut
aplan-measures = Tiltak
aplan-measures-how = Ett tiltak i hver rute. Tomme ruter blir ikke med.
aplan-measure-number = Tiltak { $number }
aplan-new-measure = Nytt tiltak
aplan-what = Hva gjør vi?
aplan-starts = Fra
aplan-ends = Til
aplan-who = Hvem gjør det?
aplan-who-else = Andre som gjør det
aplan-mine = Bare for { $child }
aplan-from = fra { $day }
aplan-until = til { $day }
aplan-evaluations = Når ser vi på hvordan det går?
aplan-evaluations-how = Vanligvis etter én, to og fire skoleuker. En dag uten skole blir flyttet til neste skoledag.
aplan-day = Dag { $number }
aplan-of-child = For { $child }
aplan-pupil-words-how = Med elevens egne ord.
aplan-best-interest-how = Hva er best for eleven, og hvordan har dere veid det?
aplan-save = Lagre
aplan-save-activate = Lagre og sett planen i gang
aplan-activate = Sett planen i gang
aplan-back = Tilbake til planen
aplan-versions = Hva er endret?
aplan-version = Versjon { $number }
aplan-several = { $count ->
    [one] Planen gjelder også én annen elev.
   *[other] Planen gjelder også { $count } andre elever.
}
aplan-join = Planen gjelder flere elever
aplan-join-how = Hver elev har sin egen sak. Det som er skrevet om den enkelte, vises bare i elevens egen sak.
aplan-join-which = Hvilken sak?
aplan-join-do = Ta med i planen
plan-field-problem = Hva planen skal løse
plan-field-findings = Det vi har funnet ut
plan-field-pupil_words = Det eleven sier
plan-field-pupil_not_heard = Hvorfor er eleven ikke hørt?
plan-field-pupil_part = Hvordan har eleven vært med?
plan-field-guardians_part = Hvordan har foreldrene vært med?
plan-field-best_interest = Elevens beste
plan-field-measure = Tiltak
plan-field-starts_on = Fra
plan-field-until = Til
plan-field-person_id = Hvem gjør det
plan-field-who = Andre som gjør det
plan-field-evaluate_on = Når vi ser på hvordan det går
measure-planned = Planlagt
measure-running = I gang
measure-done = Gjort
measure-stopped = Stanset
measure-do-running = Sett i gang
measure-do-done = Gjort
measure-do-stopped = Stans
diff-how = Understreket tekst er kommet til. Overstrøket tekst er tatt bort.
diff-gone = Tatt bort:
diff-new = Lagt til:
diff-elsewhere = Endringen gjelder en annen elev i planen.
both-title = { $name } har også skrevet i planen
both-how = Ingenting er borte. Her er forskjellen mellom det som er lagret, og det du skrev. Teksten din står i skjemaet under.
both-theirs = Bruk det som er lagret
both-mine = Lagre min tekst

# Hvordan det går.
evaluation-title = Hvordan går det?
evaluation-lead = Noter etter hvert som dere får vite det. Dere avslutter når eleven og foreldrene er hørt eller spurt.
evaluation-pupil = Det { $child } sier
evaluation-pupil-how = Med elevens egne ord: Hva er blitt bedre? Hva er fortsatt vanskelig?
evaluation-guardian-says = Det du har fått vite
evaluation-invited-on = Spurt eller invitert
evaluation-was-invited = Invitert
evaluation-measures = Virker tiltakene?
evaluation-by-pupil = Eleven
evaluation-by-guardian = Foreldrene
evaluation-by-school = Skolen
evaluation-together = Samlet
evaluation-better = Er det blitt bedre for { $child }?
evaluation-better-how = Det er elevens egen opplevelse som teller.
evaluation-result = Hva gjør vi nå?
evaluation-note = Noter hvordan det går
evaluation-note-field = Det vi ble enige om
evaluation-next = Neste gang
evaluation-next-how = Lar du det stå tomt, blir det om fire skoleuker.
evaluation-record = Avslutt evalueringen
evaluation-save = Lagre så langt
evaluation-recorded = Evaluert
evaluation-read = Les
evaluation-told = Det som ble sagt
effect-good = Virker godt
effect-some = Virker litt
effect-none = Virker ikke
effect-worse = Gjør det verre
effect-unsaid = Ikke sagt
better-yes = Ja
better-some = Litt
better-no = Nei
result-continue = Vi fortsetter
result-adjust = Vi endrer tiltakene
result-stop = Vi stopper tiltakene
result-new = Vi prøver noe nytt

# Avslutning.
close-title = Avslutt saken
close-lead = Plikten varer til eleven har det trygt og godt. Disse tre tingene må være på plass.
close-pupil = Hva sier { $child } selv om hvordan det er nå?
close-pupil-how = Med elevens egne ord.
close-not-obtainable = Hvis eleven ikke kan svare: hvorfor?
close-told-on = Foreldrene fikk vite det
close-told-how = Hvordan?
close-follow-up = Da ser vi til at det fortsatt er bra
close-follow-up-how = Dagen kommer på listen til den som har ansvar.
close-summary = Oppsummering
close-do = Avslutt saken
close-waits = Skoleeier skal også signere før saken er avsluttet.
reopen-title = Åpne saken igjen
reopen-lead = Alt som er skrevet, følger med videre.
reopen-why = Hvorfor åpnes den igjen?
reopen-do = Åpne saken
countersign-title = Signer avslutning
countersign-lead = Skolen har varslet deg om denne saken, og vil nå avslutte den. Her ser du hva skolen bygger på. Ring rektor om du vil vite mer.
countersign-pupil = Eleven
countersign-pupil-yes = Sier selv at det er trygt
countersign-pupil-no = Kunne ikke svare; skolen har skrevet hvorfor
countersign-do = Signer
countersign-back = Skolen må fortsette

# På saken.
course-title = Slik går saken
course-assessed-case = Vurdert: dette følges opp
course-assessed-no_case = Vurdert: ingen sak
course-moved = Flyttet hit fra en annen skole
course-next-evaluation = Neste gang vi ser på det: { $day }
course-help-title = Tenk på hjelp utenfra
course-help-text = Tre ganger på rad er det ikke blitt bedre. PPT, helsesykepleier eller skoleeier kan hjelpe.
course-closed = Avsluttet
course-reopened = Åpnet igjen
course-do-assess = Vurder
course-do-steps = Undersøk
missing-assessment = Rektors vurdering
missing-steps = Hva dere skal finne ut
missing-step-date = Innen når noe skal undersøkes
missing-step-reason = Hvorfor undersøkelsen trenger navn
missing-plan = En plan
missing-plan-problem = Planen: hva den skal løse
missing-plan-measures = Planen: minst ett tiltak
missing-plan-when = Planen: når et tiltak begynner
missing-plan-who = Planen: hvem som gjør et tiltak
missing-plan-evaluated = Planen: når dere ser på hvordan det går
missing-plan-pupil-heard = Planen: det eleven sier
missing-plan-best-interest = Planen: elevens beste
missing-plan-pupil-part = Planen: hvordan eleven har vært med
missing-plan-guardians-part = Planen: hvordan foreldrene har vært med

# Hva som har skjedd.
event-case-assessed = { $code ->
    [no_case] Vurdert: ingen sak
   *[case] Saken er vurdert
}
event-case-moved = Saken er flyttet. { $handler } har den nå
event-investigation-step-changed = { $code ->
    [done] { $person } har undersøkt noe
    [running] { $person } undersøker noe
    [dropped] Noe skal ikke undersøkes likevel
   *[planned] { $person } skal undersøke noe
}
event-plan-activated = Planen er satt i gang
event-plan-changed = Planen er endret
event-measure-changed = { $code ->
    [running] Et tiltak er satt i gang
    [done] Et tiltak er gjort
    [stopped] Et tiltak er stanset
   *[planned] Et tiltak er planlagt
}
event-evaluation-recorded = { $code ->
    [continue] Evaluert: vi fortsetter
    [adjust] Evaluert: tiltakene endres
    [stop] Evaluert: tiltakene stanses
   *[new] Evaluert: vi prøver noe nytt
}
event-case-closed = Saken er avsluttet. Vi ser til den { $when }
event-case-reopened = Saken er åpnet igjen

# Familien.
family-evaluation = Vi ser sammen på hvordan det går
family-evaluated = Vi har sett på hvordan det går
family-steps = Dette undersøker vi
family-no-case = Skolens svar
family-no-case-text = Skolen har sett på det som ble meldt, og fant ingen sak. Ring { $name } hvis du vil vite mer.
family-no-case-126 = Er du uenig, kan du gå til Statsforvalteren (opplæringslova § 12-6). Du kan også si fra til oss igjen når som helst.
family-closed = Saken er avsluttet
family-closed-text = { $name } ser til at det fortsatt er bra, { $day }. Si fra med en gang hvis det ikke er det.

# Det som må rettes.
field-same-school = Saken er alt ved denne skolen.
field-plan-problem = Skriv hva planen skal løse.
field-plan-measures = Skriv minst ett tiltak.
field-plan-when = Skriv når tiltaket begynner.
field-plan-who = Velg hvem som gjør det.
field-plan-evaluated = Skriv når dere ser på hvordan det går.
field-plan-pupil-heard = Skriv det eleven sier, eller hvorfor eleven ikke er hørt.
field-plan-best-interest = Skriv hva som er best for eleven.
field-heard-or-invited = Skriv det de sier, eller når de ble spurt.
field-safe-or-reason = Skriv det eleven selv sier, eller hvorfor eleven ikke kan svare.
field-guardians-told = Skriv dagen foreldrene fikk vite det.
field-follow-up = Velg dagen dere ser til at det fortsatt er bra.
field-evaluation-open = En evaluering er ikke avsluttet ennå.
field-evaluation-first = Planen må evalueres minst én gang først.
field-plan-one-school = Velg en sak ved samme skole.
problem-case-ended = Saken er avsluttet
    .detail = Åpne den igjen hvis dere skal gjøre noe mer.
problem-already-assessed = Saken er vurdert
    .detail = Den er alt under arbeid.
problem-no-case-too-late = Dere har begynt å undersøke saken
    .detail = Avslutt den på vanlig måte. Da blir eleven hørt.
problem-case-not-ended = Saken er ikke avsluttet
    .detail = Den er alt åpen.
problem-plan-ended = Planen er avsluttet
    .detail = Åpne saken igjen for å endre planen.
problem-plan-changed = Noen andre har også skrevet i planen
    .detail = Hent planen på nytt, og send det du skrev, med versjonen som gjelder nå.
problem-plan-incomplete = Planen mangler noe
    .detail = Hver del som mangler, er nevnt. Det du har skrevet, er lagret.
problem-plan-not-active = Planen er ikke satt i gang
    .detail = Sett den i gang først.
problem-has-a-plan = Saken har en plan fra før
    .detail = En sak kan ha én plan om gangen.
problem-evaluation-incomplete = Evalueringen mangler noe
    .detail = Eleven og foreldrene må være hørt eller spurt. Det du har skrevet, er lagret.
problem-evaluation-recorded = Evalueringen er avsluttet
    .detail = Skriv det nye i neste evaluering.
problem-closing-incomplete = Saken kan ikke avsluttes ennå
    .detail = Det som mangler, er nevnt. Det du har skrevet, er tatt vare på.
problem-waits-for-owner = Avslutningen venter på skoleeier
    .detail = Skoleeier har fått beskjed.
problem-nothing-to-sign = Her er ingenting å signere
    .detail = Kanskje noen andre har gjort det.
