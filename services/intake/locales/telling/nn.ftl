# Vil du fortelje meir?
more-title = Vil du fortelje meir?
more-lead = Du kan hoppe over alt du vil. Det du alt har sendt, står som det er.
more-invite = Vil du seie meir om kvar, når eller kven som såg det? Det er frivillig, og du kan gjere det når som helst.
more-open = Fortel meir
more-send = Legg til
more-skip = Nei takk, gå tilbake
more-text = Er det noko meir du vil seie?
more-text-child = Er det noko meir du vil fortelje?
more-places = Kvar skjedde det?
more-places-child = Kvar var du?
more-place-classroom = I klasserommet
more-place-yard = I skulegarden
more-place-changing_room = I garderoben eller på do
more-place-way = På skulevegen
more-place-bus = På bussen
more-place-sfo = På SFO
more-place-online = På nett
more-place-elsewhere = Ein annan stad
more-where = Kvar meir nøyaktig?
more-when = Kva dag?
more-seen-by = Kven såg det?
more-seen-by-child = Var det nokon som såg det?
more-seen-by-was = sett av { $who }
more-signs = Passar noko av dette?
more-signs-child = Passar noko av dette?
more-sign-several = Fleire mot éin
more-sign-violent = Det var vald, eller svært krenkjande
more-sign-long = Det har vart lenge
more-sign-digital = Det går på tvers av skular på nett, eller det er grove trugsmål
more-sign-outsiders = Nokon utanfrå kom til skulen
more-sign-staff = Ein vaksen på skulen gjorde det
more-sign-physical_intervention = Ein vaksen heldt eller flytta eleven med makt
more-sign-child-several = Dei var fleire mot meg
more-sign-child-violent = Nokon slo, sparka eller dytta
more-sign-child-long = Det har skjedd mange gonger
more-sign-child-digital = Det skjer på nett, med nokon frå andre skular, eller nokon trugar
more-sign-child-outsiders = Nokon som ikkje går her, kom til skulen
more-sign-child-staff = Ein vaksen på skulen gjorde det
more-sign-child-physical_intervention = Ein vaksen heldt meg fast
more-pupils-view = Det eleven sjølv seier om det
more-pupils-view-how = Med elevens eigne ord, om du veit det.
more-added = Lagt til { $moment }

# Tilsette og leiing.
concerns-title = Har ein vaksen på skulen gjort det?
concerns-who = Kven gjeld det?
concerns-staff = Ein som arbeider på skulen
concerns-leadership = Rektor eller ein annan i leiinga
concerns-leadership-how = Då går det rett til kommunen. Leiinga ved skulen får ikkje sjå det.
concerns-name = Kven?
concerns-name-how = Den du vel, får aldri sjå saka. Veit du ikkje, lèt du feltet stå tomt.
case-concerns-staff = Gjeld ein tilsett
case-concerns-leadership = Gjeld leiinga
case-offends-title = Det er meldt at ein tilsett kan ha krenkt eleven
case-offends-text = Ta stilling med ein gong. Skuleeigar skal varslast, om det ikkje er openbert grunnlaust. Den det gjeld, har ikkje tilgang til saka.
case-offends-owner = Saka gjeld leiinga ved skulen. Skuleeigar har henne, og leiinga har ikkje tilgang.

# På vegner av andre.
report-told-by = Kven fortalde det?
report-told-by-how = Namnet, når nokon annan enn du sa det. Er det ein forelder vi kjenner, får ho eller han vite at det er notert.
told-by-words = Fortalt av { $who }

# Kva som har hendt.
event-report-added-to = Meir er fortalt
event-intervention-reported = Fysisk inngrep er meldt
event-reporter-wrote = Den som sa frå utan namn, har skrive
event-reporter-answered = Skulen har skrive til den som sa frå utan namn
task-reporter-to-answer = Svar den som sa frå utan namn
do-reporter-to-answer = Svar
criterion-short-repeated_intervention = fysisk inngrep igjen
problem-too-many-additions = Det er fortalt mykje her alt
    .detail = Ring skulen, så høyrer vi resten.
