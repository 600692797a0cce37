### Fristar, varsel til skuleeigar og avgjerda om å varsle. Nynorsk.

somebody = nokon
words-and = { $first } og { $last }
answer-yes = Ja
answer-no = Nei

## Fristar i ei sak

clocks-title = Fristar i saka
clocks-lead = Dette er lova i sak { $number }, i den rekkjefølgja det skal vere gjort.
clocks-empty = Her kjem fristane i saka når noko er lova.
clocks-to-case = Til saka
clock-name = { $code ->
    [C1] Snakke med den som melde frå
    [C2] Første møte
    [C3] Referat frå møtet
    [C4] Neste møte
    [C5] Plan for tiltak
    [C6] Sjå på om tiltaka verkar
    [C7] Oppdatere foreldra
    [C8] Varsel om ein tilsett
    [C9] { $name } stadfestar varselet
    [C10] Invitere foreldregruppa
    [C11] Informere dei som ikkje var på møtet
    [answer] Svare familien
    [decision] Avgjere om skuleeigar skal varslast
    [next-action] Det skuleeigar har lova
    [deviation] Vurdere eit avvik
   *[promise] Noko som er lova
}
clock-basis-target = Dette er målet til kommunen. Lova set ingen slik frist.
clock-basis-statutory = Fristen står i lova.
clock-basis-promise = Dette har nokon lova.
clock-is-due = Seinast { $due }
clock-was-due = Skulle ha vore gjort seinast { $due }
clock-kept = Gjort { $moment }. Fristen var { $due }.
clock-kept-late = Gjort { $moment }, etter fristen { $due }.
clock-why = Kvifor akkurat då?
clock-why-start = Startar { $day }{ $why ->
    [C1] , då meldinga kom.
    [C2] , då meldinga kom.
    [C3] , då møtet var halde.
    [C4] , då referatet vart godkjent.
    [C5] , då rektor fekk saka.
    [C6] , då planen vart sett i verk.
    [C7] , då de sist snakka med familien.
    [C8] , då saka kom.
    [C10] , då referatet vart godkjent.
    [C9] , då varselet gjekk ut.
    [C11] , då referatet vart godkjent.
    [answer] , då familien bad om det.
    [decision] , då rektor fekk spørsmålet.
    [next-action] , då varselet vart stadfesta.
    [promise] , då det vart lova.
    [deviation] , då det vart kjent.
   *[none] .
}
clock-why-count = { $counting ->
    [school-days] { $days ->
        [one] 1 skuledag, rekna frå dagen etter.
       *[other] { $days } skuledagar, rekna frå dagen etter.
    }
    [calendar-days] { $days ->
        [one] 1 dag, rekna frå dagen etter.
       *[other] { $days } dagar, rekna frå dagen etter.
    }
   *[working-days] { $days ->
        [one] 1 arbeidsdag, rekna frå dagen etter.
       *[other] { $days } arbeidsdagar, rekna frå dagen etter.
    }
}
clock-why-skipped = Tel ikkje: { $days }.
clock-why-due = Fristen er { $moment }.
clock-why-promised = Lova til { $moment }.
clock-skipped-weekend = { $many ->
    [one] { $days } (helg)
   *[other] helga { $days }
}
clock-skipped-holiday = { $days } ({ $name })
clock-skipped-school-closed = { $many ->
    [one] { $days } (skulen har fri)
   *[other] { $days } (skulen har fri)
}
clock-if-nobody-acts = Viss ingen gjer noko:
clock-then-told = { $name } får beskjed { $moment }.
watch-name = { $adult } møter barnet
watch-waits = Blir kryssa av seinast { $moment }
watch-met = Møtt { $moment }
watch-missed = Ikkje kryssa av. Ein kollega fekk beskjed { $moment }.

## Veka i § 12-6

week-title = Når familien kan gå til Statsforvaltaren
week-lead = Lova (§ 12-6) seier éi veke etter at saka vart teken opp med rektor. Udir reknar veka som fem arbeidsdagar. Begge dagane står her. Ingenting kan utsetje dei.
week-one-week = Éi veke
week-five-days = Fem arbeidsdagar

## Heilagdagar

holiday-new-years-day = første nyttårsdag
holiday-maundy-thursday = skjertorsdag
holiday-good-friday = langfredag
holiday-easter-sunday = første påskedag
holiday-easter-monday = andre påskedag
holiday-labor-day = arbeidardagen
holiday-constitution-day = grunnlovsdagen
holiday-ascension-day = Kristi himmelfartsdag
holiday-pentecost = første pinsedag
holiday-pentecost-monday = andre pinsedag
holiday-christmas-day = første juledag
holiday-second-day-of-christmas = andre juledag

## Kjenneteikn på alvorlege saker

criterion = { $code ->
    [staff_offends] Ein tilsett kan ha krenkt eleven
    [violent] Vald eller særleg krenkjande handlingar
    [several_against_one] Fleire mot éin
    [long_lasting] Har vart lenge utan å bli løyst
    [digital_across_schools] Digital mobbing på tvers av skular, eller grove truslar
    [outsiders] Utanforståande kjem til skulen
    [high_conflict] Konflikt som skulen ikkje klarer å løyse åleine
    [repeated_intervention] Fysisk inngrep mot same elev for andre gong
   *[school_change] Skulebyte som tiltak
}

## Rektor avgjer

decide-title = Skal skuleeigar varslast?
decide-title-sent = Varsel til skuleeigar
decide-case = Sak { $number }.
decide-case-named = Sak { $number }, { $name }.
decide-lead = Du avgjer, og ingenting blir sendt før du har gjort det.
decide-suggested-title = Saka kan vere alvorleg
decide-suggested = Det som er skrive ned, stemmer med dette:
decide-no-hit = Det som er skrive ned til no, stemmer ikkje med kjenneteikna kommunen har på alvorlege saker. Du kan likevel varsle.
decide-facts = { $count ->
    [one] Det som er skrive ned (1)
   *[other] Det som er skrive ned ({ $count })
}
decide-date-unknown = datoen er ikkje kjend
decide-choice = Kva avgjer du?
decide-notify = Varsle skuleeigar
decide-notify-how = Varselet går til { $name } no. Svarar ikkje { $name } i tide, går det til neste i rekkja.
decide-nobody = Det er ingen i rekkja hos skuleeigar i dag. Ring kommunen òg.
decide-not-now = Ikkje varsle no
decide-not-now-how = Skriv kvifor. Du kan ombestemme deg når som helst.
decide-not-now-offends = Berre når det er openbert grunnlaust. Skriv kvifor.
decide-reason = Kvifor?
decide-reason-how = Trengst når du ikkje varslar. Skuleeigar kan lese det.
decide-content = Dette får skuleeigar lese
decide-content-how = Gjeld når du varslar. Alt kan vere kort. Det som manglar, kan kome seinare.
decide-implicated = Gjeld saka nokon av desse?
decide-implicated-how = Dei får ikkje varselet og kan ikkje lese det.
decide-save = Lagre avgjerda
decide-not-serious-title = Skuleeigar er ikkje varsla
decide-not-serious = { $name } avgjorde det { $moment }, med denne grunnen:
decide-sent-title = Skuleeigar er varsla
decide-sent = { $name } er spurd, og skal stadfeste seinast { $by }. Elles går varselet til neste i rekkja.
decide-starting = Varselet er på veg.
decide-taken-title = { $name } har teke imot varselet
decide-taken = { $action } – seinast { $day }.
decide-unanswered-title = Ingen hos skuleeigar har stadfesta
decide-unanswered = Alle i rekkja er spurde. Ring kommunen no.

content-facts = Kort om det som har skjedd
content-facts-how = Utan namn på andre elevar.
content-measures = Kva de har gjort
content-next-evaluation = Når de ser på tiltaka neste gong
content-help = Hjelp de ønskjer
content-police = Har de hatt kontakt med politiet?
content-barnevern = Har de hatt kontakt med barnevernet?

## Rommet til skuleeigar

owner-title = Varsel
owner-mine-title = Ventar på deg
owner-mine-empty = Ingen varsel ventar på deg.
owner-others-title = Andre varsel
owner-others-empty = Her kjem varsla frå skulane, med svara dei fekk.
owner-about = Sak { $number }, sendt { $moment }
owner-mine = Stadfest seinast { $by }
owner-waits = Ventar på { $name }, seinast { $by }
owner-taken = { $name } har teke det, neste steg { $day }
owner-done = { $name } har gjort det som var lova
owner-unanswered = Ingen har teke det
owner-tag-unanswered = Ingen har svara
owner-not-notified = Rektor har avgjort å ikkje varsle
owner-not-notified-by = Sak { $number }. { $name } avgjorde det { $moment }.
owner-schools = Skulane
owner-school = Skule
owner-open-notices = Opne varsel
owner-unkept = Fristar som er brotne
owner-undecided = Ventar på rektor

## Eitt varsel

notice-title = Varsel frå { $school }
notice-lead = { $name } sende varselet { $moment }.
notice-yours-title = Varselet ventar på deg
notice-yours = Stadfest seinast { $by }. Elles går det til neste i rekkja.
notice-others-title = Varselet ventar på { $name }
notice-others = Du kan ta det sjølv. Då stoppar det hos deg.
notice-unanswered-title = Ingen har teke dette varselet
notice-unanswered = Alle i rekkja er spurde. Ta det no, eller ring skulen.
notice-content = Det skulen fortel
told-case = Sak
told-pupil = Elev
told-known = Rektor fekk vite det
told-criteria = Stemmer med
told-no-criteria = Rektors eige skjønn
told-reason = Grunnen til rektor
told-facts = Kort om det som har skjedd
told-measures = Kva skulen har gjort
told-next-evaluation = Ser på tiltaka neste gong
told-help = Hjelp skulen ønskjer
told-police = Kontakt med politiet
told-barnevern = Kontakt med barnevernet
told-not-yet = Ikkje fortalt enno
notice-take = Ta imot varselet
notice-again = Endre det du har lova
notice-take-how = Du stadfestar som { $name }.
notice-next-action = Kva gjer du no?
notice-next-action-how = Til dømes: Eg ringjer rektor og avtaler eit møte.
notice-next-action-on = Når er det gjort?
notice-next-action-on-how = Er det ikkje gjort den dagen, går varselet ut på nytt.
notice-save = Stadfest at eg tek det
notice-save-again = Lagre ny lovnad
notice-taken-title = { $name } har teke varselet
notice-taken-by = Seinast { $day }
notice-taken-kept = Gjort { $moment }
notice-done = Det er gjort
notice-story = Kva som har skjedd med varselet
story-decided = { $name } varsla skuleeigar.
story-asked = Varselet gjekk til { $name }, som skal stadfeste seinast { $by }.
story-passed = { $reason ->
    [absent] { $name } er borte. Varselet gjekk vidare.
    [vacant] { $name } har ikkje lenger oppgåva. Varselet gjekk vidare.
    [implicated] Saka gjeld { $name }. Varselet gjekk vidare.
    [unreachable] { $name } var ikkje å få tak i. Varselet gjekk vidare.
   *[not_acknowledged] { $name } stadfesta ikkje i tide. Varselet gjekk vidare.
}
story-taken = { $name } tok imot: { $action } Seinast { $day }.
story-kept = { $name } har gjort det som var lova.
story-unanswered = Ingen i rekkja har stadfesta.

## Når noko ikkje går

problem-already-notified = Skuleeigar er alt varsla
    .detail = Eit varsel kan ikkje trekkjast tilbake. Ring skuleeigar viss noko må rettast.
problem-reason-needed = Skriv kvifor skuleeigar ikkje blir varsla
    .detail = Skuleeigar skal kunne lese grunnen.
problem-date-has-passed = Dagen er alt forbi
    .detail = Vel i dag eller ein seinare dag.
problem-notice-done = Varselet er ferdig behandla
    .detail = Ring skulen viss det er noko nytt.
problem-notice-not-acknowledged = Ingen har teke imot varselet enno
    .detail = Ta imot varselet først.
field-reason-needed = Skriv kvifor skuleeigar ikkje blir varsla. Nokre få ord er nok.
field-date-has-passed = Dagen er alt forbi. Vel i dag eller ein seinare dag.
