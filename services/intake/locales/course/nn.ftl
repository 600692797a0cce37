# Vurdering.
assess-title = Vurder saka
assess-lead = Alle som seier frå, skal få svar. Vurder det som er meldt, eller send det til rett skule.
assess-is-case = Dette er ei sak
assess-text = Slik ser vi på det
assess-text-how = Kort, om du vil. Det kan vente.
assess-do = Dette følgjer vi opp
assess-no-case = Inga sak
assess-no-case-how = Grunngivinga blir på skulen. Svaret går til den som sa frå, saman med vegen til Statsforvaltaren.
assess-no-case-why = Kvifor er det inga sak?
assess-no-case-why-how = Det du har undersøkt, og kva du byggjer det på.
assess-answer = Svar til den som sa frå
assess-answer-how = Skriv kva de har sett på, og kva de gjer om det skjer noko meir.
assess-no-case-do = Avslutt utan sak
assess-move = Saka høyrer til ein annan skule
assess-move-how = Alt følgjer med. Du ser ikkje saka lenger når ho er flytta.
assess-move-where = Kva skule?
assess-move-why = Kvifor?
assess-move-do = Flytt saka

# Undersøkingar.
steps-title = Dette undersøkjer vi
steps-empty = Her kjem det de skal finne ut, og kva som kom fram.
steps-new = Noko meir å finne ut
steps-change = Endre
steps-method = Korleis?
steps-what = Kva skal de finne ut?
steps-who = Kven gjer det?
steps-by = Innan når?
steps-status = Kor langt er det kome?
steps-result = Kva kom fram?
steps-result-how = Det de såg og høyrde. Det blir teke opp på neste møte.
steps-reason = Kvifor treng de namn?
steps-reason-how = Berre ved spørjeundersøkingar som ikkje er anonyme (forskrifta § 20-5).
steps-shared = Familien kan lese dette
steps-shared-how = Skriv ikkje noko om andre barn her.
steps-shared-tag = familien ser det
steps-back = Tilbake til undersøkingane
method-talk_pupil = Snakke med eleven
method-talk_staff = Snakke med tilsette
method-talk_home = Snakke med heimen
method-observation = Observere
method-survey = Anonym spørjeundersøking
method-named_survey = Spørjeundersøking med namn
method-document = Sjå på det som er skrive
method-other = Noko anna
step-planned = Planlagt
step-running = I gang
step-done = Gjort
step-dropped = Ikkje aktuelt lenger

# Planen.
aplan-name = { $label ->
    [tiltaksplan] Tiltaksplan
   *[aktivitetsplan] Aktivitetsplan
}
aplan-draft = Utkast
aplan-active = I gang
aplan-ended = Avslutta
aplan-empty = Her kjem planen når nokon har byrja på han.
aplan-not-yet = Ikkje skrive enno.
aplan-write = Byrj på planen
aplan-change = Endre planen
aplan-edit-lead = Du kan lagre når som helst. Det som manglar, står på lista i saka.
aplan-problem = Kva skal planen løyse?
aplan-problem-how = Slik eleven opplever det, og det de veit.
aplan-findings = Det vi har funne ut
aplan-measures = Tiltak
aplan-measures-how = Eitt tiltak i kvar rute. Tomme ruter blir ikkje med.
aplan-measure-number = Tiltak { $number }
aplan-new-measure = Nytt tiltak
aplan-what = Kva gjer vi?
aplan-starts = Frå
aplan-ends = Til
aplan-who = Kven gjer det?
aplan-who-else = Andre som gjer det
aplan-mine = Berre for { $child }
aplan-from = frå { $day }
aplan-until = til { $day }
aplan-evaluations = Når ser vi på korleis det går?
aplan-evaluations-how = Til vanleg etter éi, to og fire skuleveker. Ein dag utan skule blir flytta til neste skuledag.
aplan-day = Dag { $number }
aplan-of-child = For { $child }
aplan-pupil-words-how = Med elevens eigne ord.
aplan-best-interest-how = Kva er best for eleven, og korleis har de vege det?
aplan-save = Lagre
aplan-save-activate = Lagre og set planen i gang
aplan-activate = Set planen i gang
aplan-back = Tilbake til planen
aplan-versions = Kva er endra?
aplan-version = Versjon { $number }
aplan-several = { $count ->
    [one] Planen gjeld òg éin annan elev.
   *[other] Planen gjeld òg { $count } andre elevar.
}
aplan-join = Planen gjeld fleire elevar
aplan-join-how = Kvar elev har si eiga sak. Det som er skrive om den enkelte, viser berre i elevens eiga sak.
aplan-join-which = Kva sak?
aplan-join-do = Ta med i planen
plan-field-problem = Kva planen skal løyse
plan-field-findings = Det vi har funne ut
plan-field-pupil_words = Det eleven seier
plan-field-pupil_not_heard = Kvifor er ikkje eleven høyrd?
plan-field-pupil_part = Korleis har eleven vore med?
plan-field-guardians_part = Korleis har foreldra vore med?
plan-field-best_interest = Det beste for eleven
plan-field-measure = Tiltak
plan-field-starts_on = Frå
plan-field-until = Til
plan-field-person_id = Kven gjer det
plan-field-who = Andre som gjer det
plan-field-evaluate_on = Når vi ser på korleis det går
measure-planned = Planlagt
measure-running = I gang
measure-done = Gjort
measure-stopped = Stansa
measure-do-running = Set i gang
measure-do-done = Gjort
measure-do-stopped = Stans
diff-how = Understreka tekst er komen til. Overstroken tekst er teken bort.
diff-gone = Teke bort:
diff-new = Lagt til:
diff-elsewhere = Endringa gjeld ein annan elev i planen.
both-title = { $name } har òg skrive i planen
both-how = Ingenting er borte. Her er skilnaden mellom det som er lagra, og det du skreiv. Teksten din står i skjemaet under.
both-theirs = Bruk det som er lagra
both-mine = Lagre min tekst

# Korleis det går.
evaluation-title = Korleis går det?
evaluation-lead = Noter etter kvart som de får vite det. De avsluttar når eleven og foreldra er høyrde eller spurde.
evaluation-pupil = Det { $child } seier
evaluation-pupil-how = Med elevens eigne ord: Kva er blitt betre? Kva er framleis vanskeleg?
evaluation-guardian-says = Det du har fått vite
evaluation-invited-on = Spurd eller invitert
evaluation-was-invited = Invitert
evaluation-measures = Verkar tiltaka?
evaluation-by-pupil = Eleven
evaluation-by-guardian = Foreldra
evaluation-by-school = Skulen
evaluation-together = Samla
evaluation-better = Er det blitt betre for { $child }?
evaluation-better-how = Det er elevens eiga oppleving som tel.
evaluation-result = Kva gjer vi no?
evaluation-note = Noter korleis det går
evaluation-note-field = Det vi vart samde om
evaluation-next = Neste gong
evaluation-next-how = Lèt du det stå tomt, blir det om fire skuleveker.
evaluation-record = Avslutt evalueringa
evaluation-save = Lagre så langt
evaluation-recorded = Evaluert
evaluation-read = Les
evaluation-told = Det som vart sagt
effect-good = Verkar godt
effect-some = Verkar litt
effect-none = Verkar ikkje
effect-worse = Gjer det verre
effect-unsaid = Ikkje sagt
better-yes = Ja
better-some = Litt
better-no = Nei
result-continue = Vi held fram
result-adjust = Vi endrar tiltaka
result-stop = Vi stoppar tiltaka
result-new = Vi prøver noko nytt

# Avslutning.
close-title = Avslutt saka
close-lead = Plikta varer til eleven har det trygt og godt. Desse tre tinga må vere på plass.
close-pupil = Kva seier { $child } sjølv om korleis det er no?
close-pupil-how = Med elevens eigne ord.
close-not-obtainable = Om eleven ikkje kan svare: kvifor?
close-told-on = Foreldra fekk vite det
close-told-how = Korleis?
close-follow-up = Då ser vi til at det framleis er bra
close-follow-up-how = Dagen kjem på lista til den som har ansvar.
close-summary = Oppsummering
close-do = Avslutt saka
close-waits = Skuleeigar skal òg signere før saka er avslutta.
reopen-title = Opne saka igjen
reopen-lead = Alt som er skrive, følgjer med vidare.
reopen-why = Kvifor blir ho opna igjen?
reopen-do = Opne saka
countersign-title = Signer avslutning
countersign-lead = Skulen har varsla deg om denne saka, og vil no avslutte ho. Her ser du kva skulen byggjer på. Ring rektor om du vil vite meir.
countersign-pupil = Eleven
countersign-pupil-yes = Seier sjølv at det er trygt
countersign-pupil-no = Kunne ikkje svare; skulen har skrive kvifor
countersign-do = Signer
countersign-back = Skulen må halde fram

# På saka.
course-title = Slik går saka
course-assessed-case = Vurdert: dette blir følgt opp
course-assessed-no_case = Vurdert: inga sak
course-moved = Flytta hit frå ein annan skule
course-next-evaluation = Neste gong vi ser på det: { $day }
course-help-title = Tenk på hjelp utanfrå
course-help-text = Tre gonger på rad er det ikkje blitt betre. PPT, helsesjukepleiar eller skuleeigar kan hjelpe.
course-closed = Avslutta
course-reopened = Opna igjen
course-do-assess = Vurder
course-do-steps = Undersøk
missing-assessment = Vurderinga til rektor
missing-steps = Kva de skal finne ut
missing-step-date = Innan når noko skal undersøkjast
missing-step-reason = Kvifor undersøkinga treng namn
missing-plan = Ein plan
missing-plan-problem = Planen: kva han skal løyse
missing-plan-measures = Planen: minst eitt tiltak
missing-plan-when = Planen: når eit tiltak byrjar
missing-plan-who = Planen: kven som gjer eit tiltak
missing-plan-evaluated = Planen: når de ser på korleis det går
missing-plan-pupil-heard = Planen: det eleven seier
missing-plan-best-interest = Planen: det beste for eleven
missing-plan-pupil-part = Planen: korleis eleven har vore med
missing-plan-guardians-part = Planen: korleis foreldra har vore med

# Kva som har hendt.
event-case-assessed = { $code ->
    [no_case] Vurdert: inga sak
   *[case] Saka er vurdert
}
event-case-moved = Saka er flytta. { $handler } har ho no
event-investigation-step-changed = { $code ->
    [done] { $person } har undersøkt noko
    [running] { $person } undersøkjer noko
    [dropped] Noko skal ikkje undersøkjast likevel
   *[planned] { $person } skal undersøkje noko
}
event-plan-activated = Planen er sett i gang
event-plan-changed = Planen er endra
event-measure-changed = { $code ->
    [running] Eit tiltak er sett i gang
    [done] Eit tiltak er gjort
    [stopped] Eit tiltak er stansa
   *[planned] Eit tiltak er planlagt
}
event-evaluation-recorded = { $code ->
    [continue] Evaluert: vi held fram
    [adjust] Evaluert: tiltaka blir endra
    [stop] Evaluert: tiltaka blir stansa
   *[new] Evaluert: vi prøver noko nytt
}
event-case-closed = Saka er avslutta. Vi ser til ho { $when }
event-case-reopened = Saka er opna igjen

# Familien.
family-evaluation = Vi ser saman på korleis det går
family-evaluated = Vi har sett på korleis det går
family-steps = Dette undersøkjer vi
family-no-case = Svaret frå skulen
family-no-case-text = Skulen har sett på det som vart meldt, og fann inga sak. Ring { $name } om du vil vite meir.
family-no-case-126 = Er du usamd, kan du gå til Statsforvaltaren (opplæringslova § 12-6). Du kan òg seie frå til oss igjen når som helst.
family-closed = Saka er avslutta
family-closed-text = { $name } ser til at det framleis er bra, { $day }. Sei frå med ein gong om det ikkje er det.

# Det som må rettast.
field-same-school = Saka er alt ved denne skulen.
field-plan-problem = Skriv kva planen skal løyse.
field-plan-measures = Skriv minst eitt tiltak.
field-plan-when = Skriv når tiltaket byrjar.
field-plan-who = Vel kven som gjer det.
field-plan-evaluated = Skriv når de ser på korleis det går.
field-plan-pupil-heard = Skriv det eleven seier, eller kvifor eleven ikkje er høyrd.
field-plan-best-interest = Skriv kva som er best for eleven.
field-heard-or-invited = Skriv det dei seier, eller når dei vart spurde.
field-safe-or-reason = Skriv det eleven sjølv seier, eller kvifor eleven ikkje kan svare.
field-guardians-told = Skriv dagen foreldra fekk vite det.
field-follow-up = Vel dagen de ser til at det framleis er bra.
field-evaluation-open = Ei evaluering er ikkje avslutta enno.
field-evaluation-first = Planen må evaluerast minst éin gong først.
field-plan-one-school = Vel ei sak ved same skule.
problem-case-ended = Saka er avslutta
    .detail = Opne ho igjen om de skal gjere noko meir.
problem-already-assessed = Saka er vurdert
    .detail = Ho er alt under arbeid.
problem-no-case-too-late = De har byrja å undersøkje saka
    .detail = Avslutt ho på vanleg måte. Då blir eleven høyrd.
problem-case-not-ended = Saka er ikkje avslutta
    .detail = Ho er alt open.
problem-plan-ended = Planen er avslutta
    .detail = Opne saka igjen for å endre planen.
problem-plan-changed = Nokon andre har òg skrive i planen
    .detail = Hent planen på nytt, og send det du skreiv, med versjonen som gjeld no.
problem-plan-incomplete = Planen manglar noko
    .detail = Kvar del som manglar, er nemnd. Det du har skrive, er lagra.
problem-plan-not-active = Planen er ikkje sett i gang
    .detail = Set han i gang først.
problem-has-a-plan = Saka har ein plan frå før
    .detail = Ei sak kan ha éin plan om gongen.
problem-evaluation-incomplete = Evalueringa manglar noko
    .detail = Eleven og foreldra må vere høyrde eller spurde. Det du har skrive, er lagra.
problem-evaluation-recorded = Evalueringa er avslutta
    .detail = Skriv det nye i neste evaluering.
problem-closing-incomplete = Saka kan ikkje avsluttast enno
    .detail = Det som manglar, er nemnt. Det du har skrive, er teke vare på.
problem-waits-for-owner = Avslutninga ventar på skuleeigar
    .detail = Skuleeigar har fått beskjed.
problem-nothing-to-sign = Her er ingenting å signere
    .detail = Kanskje nokon andre har gjort det.
