# Vil du fortelle mer?
more-title = Vil du fortelle mer?
more-lead = Du kan hoppe over alt du vil. Det du alt har sendt, står som det er.
more-invite = Vil du si mer om hvor, når eller hvem som så det? Det er frivillig, og du kan gjøre det når som helst.
more-open = Fortell mer
more-send = Legg til
more-skip = Nei takk, gå tilbake
more-text = Er det noe mer du vil si?
more-text-child = Er det noe mer du vil fortelle?
more-places = Hvor skjedde det?
more-places-child = Hvor var du?
more-place-classroom = I klasserommet
more-place-yard = I skolegården
more-place-changing_room = I garderoben eller på do
more-place-way = På skoleveien
more-place-bus = På bussen
more-place-sfo = På SFO
more-place-online = På nett
more-place-elsewhere = Et annet sted
more-where = Hvor mer nøyaktig?
more-when = Hvilken dag?
more-seen-by = Hvem så det?
more-seen-by-child = Var det noen som så det?
more-seen-by-was = sett av { $who }
more-signs = Passer noe av dette?
more-signs-child = Passer noe av dette?
more-sign-several = Flere mot én
more-sign-violent = Det var vold, eller svært krenkende
more-sign-long = Det har vart lenge
more-sign-digital = Det går på tvers av skoler på nett, eller det er grove trusler
more-sign-outsiders = Noen utenfra kom til skolen
more-sign-staff = En voksen på skolen gjorde det
more-sign-physical_intervention = En voksen holdt eller flyttet eleven med makt
more-sign-child-several = De var flere mot meg
more-sign-child-violent = Noen slo, sparket eller dyttet
more-sign-child-long = Det har skjedd mange ganger
more-sign-child-digital = Det skjer på nett, med noen fra andre skoler, eller noen truer
more-sign-child-outsiders = Noen som ikke går her, kom til skolen
more-sign-child-staff = En voksen på skolen gjorde det
more-sign-child-physical_intervention = En voksen holdt meg fast
more-pupils-view = Det eleven selv sier om det
more-pupils-view-how = Med elevens egne ord, hvis du vet det.
more-added = Lagt til { $moment }

# Ansatte og ledelse.
concerns-title = Har en voksen på skolen gjort det?
concerns-who = Hvem gjelder det?
concerns-staff = En som jobber på skolen
concerns-leadership = Rektor eller en annen i ledelsen
concerns-leadership-how = Da går det rett til kommunen. Skolens ledelse får ikke se det.
concerns-name = Hvem?
concerns-name-how = Den du velger, får aldri se saken. Vet du ikke, lar du feltet stå tomt.
case-concerns-staff = Gjelder en ansatt
case-concerns-leadership = Gjelder ledelsen
case-offends-title = Det er meldt at en ansatt kan ha krenket eleven
case-offends-text = Ta stilling med en gang. Skoleeier skal varsles, om det ikke er åpenbart grunnløst. Den det gjelder, har ikke tilgang til saken.
case-offends-owner = Saken gjelder skolens ledelse. Skoleeier har den, og ledelsen ved skolen har ikke tilgang.

# På vegne av andre.
report-told-by = Hva heter den som fortalte det?
report-told-by-how = Navnet, når noen andre enn du sa det. Er det en forelder vi kjenner, får hun eller han vite at det er notert.
told-by-words = Fortalt av { $who }

# Hva som har skjedd.
event-report-added-to = Mer er fortalt
event-intervention-reported = Fysisk inngripen er meldt
event-reporter-wrote = Den som sa fra uten navn, har skrevet
event-reporter-answered = Skolen har skrevet til den som sa fra uten navn
do-reporter-to-answer = Svar
criterion-short-repeated_intervention = fysisk inngripen igjen
problem-too-many-additions = Det er fortalt mye her alt
    .detail = Ring skolen, så hører vi resten.

# Ti sekunder.
observe-title = Så du noe?
observe-lead = En linje er nok. Tiden fyller vi inn.
observe-what = Hva så eller hørte du?
observe-who = Hvem gjelder det?
observe-send = Noter
observe-another = En elev i en annen klasse
observe-open = Noter noe du så
followed-about = { $name }, { $day }
followed-taken-on = Følges opp
followed-received = Mottatt

# Fysisk inngripen.
interventions-title = Fysisk inngripen
intervention-title = Meld fysisk inngripen
intervention-lead = Skriv ned hva som skjedde. Foreldrene skal få vite det. Det du ikke vet nå, kan du fylle ut senere.
intervention-do = Meld fysisk inngripen
intervention-happened = Hva skjedde?
intervention-measure = Hva gjorde den voksne, og hvor lenge?
intervention-pupils-view = Hvordan opplevde eleven det?
intervention-complete = Fyll ut det som mangler
intervention-save = Meld fra
intervention-repeated = ikke første gang

# Barnevern.
child-welfare-title = Barnevern
child-welfare-text = Er det grunn til alvorlig bekymring, skal den som vet om det, si fra til barnevernet selv. Her noteres bare at det er vurdert. Familien ser det ikke.
child-welfare-considered = Vurdert { $moment }
child-welfare-do = Jeg har vurdert det

# Uten navn.
tell-title = Si fra uten navn
tell-lead = Vi får ikke vite hvem du er. Du får en kode, så du kan lese svaret.
tell-school = Hvilken skole?
tell-text-how = Én setning er nok. Skriv ikke navnet ditt hvis du ikke vil.
tell-about-how = Navn og klasse, så langt du vet.
tell-have-code = Jeg har en kode
tell-code = Koden din
tell-phrase = Setningen din:
tell-phrase-label = Setningen din, seks ord
tell-keep = Skriv ned koden og setningen, eller ta et bilde. De vises bare nå, og vi kan ikke finne dem igjen for deg.
tell-step-got = Skolen har fått det du skrev
tell-step-owner = Kommunen har fått det du skrev. Skolens ledelse ser det ikke.
tell-step-answer = Vi svarer deg her
tell-step-taken = Skolen følger det opp
tell-back-open = Åpne samtalen
tell-back-title = Les svaret
tell-open = Åpne
tell-new = Si fra om noe nytt
tell-wrong-title = Koden og setningen passer ikke sammen
tell-wrong = Se etter skrivefeil. Etter flere forsøk må du vente litt.
tell-conversation = Samtalen din med skolen
tell-from-school = Skolen
tell-from-you = Du
tell-no-answer-yet = Her kommer svaret.
tell-write = Vil du skrive mer?
tell-close = Lukk samtalen
conversation-title = Samtale med den som sa fra
conversation-how = Den som sa fra, har ikke gitt navn, og leser svaret med en kode. Ikke spør om hvem det er.
conversation-from = Den som sa fra
conversation-write = Svaret ditt

# Når det kommer mange på en gang.
queue-title = Meldinger som må ses på
queue-lead = Det kom mange meldinger på en gang. Alle er tatt vare på. Se på hver av dem.
queue-waits = { $count ->
    [1] Én melding må ses på
   *[other] { $count } meldinger må ses på
}
queue-look = Se på dem
queue-take = Lag sak
queue-aside = Legg til side
queue-empty = Ingen meldinger venter.

# Filer.
files-title = Filer
files-add = Legg ved bilder eller filer
files-how = JPG, PNG, WebP, PDF eller ren tekst, høyst 20 MB hver. Sted og kameraopplysninger fjernes.
files-send = Send filene
files-kind = { $kind ->
    [pdf] PDF
    [txt] Tekst
   *[other] Bilde
}
files-unscanned = ikke sjekket for virus
files-no-scanner = Her er det ikke satt opp virussjekk. Åpne bare filer du venter.
files-came = { $count ->
    [1] Én fil er kommet fram.
   *[other] { $count } filer er kommet fram.
}
files-refused-title = Noe kunne ikke tas imot
files-refused-why = Dette er grunnen
files-refused-kept = { $count ->
    [0] Det du har skrevet, er tatt vare på.
    [1] Det du har skrevet, er tatt vare på, og én fil.
   *[other] Det du har skrevet, er tatt vare på, og { $count } filer.
}
files-back = Gå tilbake
field-file-type = Denne typen fil tar vi ikke imot. Send JPG, PNG, WebP, PDF eller ren tekst.
field-file-broken = Filen kunne ikke leses. Ta et nytt bilde, eller lagre den på nytt.
field-file-locked = Filen er låst med passord. Send den uten.
field-file-empty = Filen er tom.
field-file-too-large = Filen er for stor. Den kan være høyst 20 MB.
field-file-infected = Virussjekken stoppet filen.
field-too-many-files = Det er for mange filer her alt. Ring skolen.
event-attachment-added = En fil er lagt ved

# Barnets eget skjema, og det samme to ganger.
report-text-child = Hva har skjedd?
report-text-child-how = Skriv med dine egne ord. Litt er nok. Du har ikke gjort noe galt.
report-home-held-child = Ikke si det til dem hjemme
report-home-held-child-how = Vi snakker med deg først. Ingen sender brev hjem før det.
report-reader-child = { $name } leser dette og finner deg.
report-without-name = Vil du heller si fra uten navn?
receipt-again-title = Vi har denne beskjeden alt
receipt-again = Du sendte det samme for litt siden. Det er én sak. Vil du si noe mer, kan du legge det til her.
