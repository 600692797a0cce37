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
report-told-by = Kva heiter den som fortalde det?
report-told-by-how = Namnet, når nokon annan enn du sa det. Er det ein forelder vi kjenner, får ho eller han vite at det er notert.
told-by-words = Fortalt av { $who }

# Kva som har hendt.
event-report-added-to = Meir er fortalt
event-intervention-reported = Fysisk inngrep er meldt
event-reporter-wrote = Den som sa frå utan namn, har skrive
event-reporter-answered = Skulen har skrive til den som sa frå utan namn
do-reporter-to-answer = Svar
criterion-short-repeated_intervention = fysisk inngrep igjen
problem-too-many-additions = Det er fortalt mykje her alt
    .detail = Ring skulen, så høyrer vi resten.

# Ti sekund.
observe-title = Såg du noko?
observe-lead = Ei linje er nok. Tida fyller vi inn.
observe-what = Kva såg eller høyrde du?
observe-who = Kven gjeld det?
observe-send = Noter
observe-another = Ein elev i ein annan klasse
observe-open = Noter noko du såg
followed-about = { $name }, { $day }
followed-taken-on = Blir følgt opp
followed-received = Motteke

# Fysisk inngrep.
interventions-title = Fysisk inngrep
intervention-title = Meld fysisk inngrep
intervention-lead = Skriv ned kva som skjedde. Foreldra skal få vite det. Det du ikkje veit no, kan du fylle ut seinare.
intervention-do = Meld fysisk inngrep
intervention-happened = Kva skjedde?
intervention-measure = Kva gjorde den vaksne, og kor lenge?
intervention-pupils-view = Korleis opplevde eleven det?
intervention-complete = Fyll ut det som manglar
intervention-save = Meld frå
intervention-repeated = ikkje første gong

# Barnevern.
child-welfare-title = Barnevern
child-welfare-text = Er det grunn til alvorleg uro, skal den som veit om det, seie frå til barnevernet sjølv. Her blir det berre notert at det er vurdert. Familien ser det ikkje.
child-welfare-considered = Vurdert { $moment }
child-welfare-do = Eg har vurdert det

# Utan namn.
tell-title = Sei frå utan namn
tell-lead = Vi får ikkje vite kven du er. Du får ein kode, så du kan lese svaret.
tell-school = Kva skule?
tell-text-how = Éi setning er nok. Skriv ikkje namnet ditt om du ikkje vil.
tell-about-how = Namn og klasse, så langt du veit.
tell-have-code = Eg har ein kode
tell-code = Koden din
tell-phrase = Setninga di:
tell-phrase-label = Setninga di, seks ord
tell-keep = Skriv ned koden og setninga, eller ta eit bilete. Dei blir viste berre no, og vi kan ikkje finne dei att for deg.
tell-step-got = Skulen har fått det du skreiv
tell-step-owner = Kommunen har fått det du skreiv. Leiinga ved skulen ser det ikkje.
tell-step-answer = Vi svarer deg her
tell-step-taken = Skulen følgjer det opp
tell-back-open = Opne samtalen
tell-back-title = Les svaret
tell-open = Opne
tell-new = Sei frå om noko nytt
tell-wrong-title = Koden og setninga passar ikkje saman
tell-wrong = Sjå etter skrivefeil. Etter fleire forsøk må du vente litt.
tell-conversation = Samtalen din med skulen
tell-from-school = Skulen
tell-from-you = Du
tell-no-answer-yet = Her kjem svaret.
tell-write = Vil du skrive meir?
tell-close = Lukk samtalen
conversation-title = Samtale med den som sa frå
conversation-how = Den som sa frå, har ikkje gitt namn, og les svaret med ein kode. Ikkje spør om kven det er.
conversation-from = Den som sa frå
conversation-write = Svaret ditt

# Når det kjem mange på ein gong.
queue-title = Meldingar som må sjåast på
queue-lead = Det kom mange meldingar på ein gong. Alle er tekne vare på. Sjå på kvar av dei.
queue-waits = { $count ->
    [1] Éi melding må sjåast på
   *[other] { $count } meldingar må sjåast på
}
queue-look = Sjå på dei
queue-take = Lag sak
queue-aside = Legg til side
queue-empty = Ingen meldingar ventar.

# Filer.
files-title = Filer
files-add = Legg ved bilete eller filer
files-how = JPG, PNG, WebP, PDF eller rein tekst, høgst 20 MB kvar. Stad og kameraopplysningar blir fjerna.
files-send = Send filene
files-kind = { $kind ->
    [pdf] PDF
    [txt] Tekst
   *[other] Bilete
}
files-unscanned = ikkje sjekka for virus
files-no-scanner = Her er det ikkje sett opp virussjekk. Opne berre filer du ventar.
files-came = { $count ->
    [1] Éi fil er komen fram.
   *[other] { $count } filer er komne fram.
}
files-refused-title = Noko kunne ikkje takast imot
files-refused-why = Dette er grunnen
files-refused-kept = { $count ->
    [0] Det du har skrive, er teke vare på.
    [1] Det du har skrive, er teke vare på, og éi fil.
   *[other] Det du har skrive, er teke vare på, og { $count } filer.
}
files-back = Gå tilbake
field-file-type = Denne typen fil tek vi ikkje imot. Send JPG, PNG, WebP, PDF eller rein tekst.
field-file-broken = Fila kunne ikkje lesast. Ta eit nytt bilete, eller lagre ho på nytt.
field-file-locked = Fila er låst med passord. Send ho utan.
field-file-empty = Fila er tom.
field-file-too-large = Fila er for stor. Ho kan vere høgst 20 MB.
field-file-infected = Virussjekken stoppa fila.
field-too-many-files = Det er for mange filer her alt. Ring skulen.
event-attachment-added = Ei fil er lagd ved

# Barnets eige skjema, og det same to gonger.
report-text-child = Kva har skjedd?
report-text-child-how = Skriv med dine eigne ord. Litt er nok. Du har ikkje gjort noko gale.
report-home-held-child = Ikkje sei det til dei heime
report-home-held-child-how = Vi snakkar med deg først. Ingen sender brev heim før det.
report-reader-child = { $name } les dette og finn deg.
report-without-name = Vil du heller seie frå utan namn?
receipt-again-title = Vi har denne beskjeden alt
receipt-again = Du sende det same for litt sidan. Det er éi sak. Vil du seie noko meir, kan du leggje det til her.
