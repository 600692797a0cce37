### Frister, varsler til skoleeier og avgjørelsen om å varsle. Bokmål.

somebody = noen
words-and = { $first } og { $last }
answer-yes = Ja
answer-no = Nei

## Frister i en sak

clocks-title = Frister i saken
clocks-lead = Dette er lovet i sak { $number }, i den rekkefølgen det skal være gjort.
clocks-empty = Her kommer fristene i saken når noe er lovet.
clocks-to-case = Til saken
clock-name = { $code ->
    [C1] Snakke med den som meldte fra
    [C2] Første møte
    [C3] Referat fra møtet
    [C4] Neste møte
    [C5] Plan for tiltak
    [C6] Se på om tiltakene virker
    [C7] Oppdatere foreldrene
    [C8] Varsel om en ansatt
    [C9] { $name } bekrefter varselet
    [C10] Invitere foreldregruppa
    [C11] Informere dem som ikke var på møtet
    [answer] Svare familien
    [decision] Avgjøre om skoleeier skal varsles
    [next-action] Det skoleeier har lovet
    [deviation] Vurdere et avvik
   *[promise] Noe som er lovet
}
clock-basis-target = Dette er kommunens mål. Loven setter ingen slik frist.
clock-basis-statutory = Fristen står i loven.
clock-basis-promise = Dette har noen lovet.
clock-is-due = Senest { $due }
clock-was-due = Skulle vært gjort senest { $due }
clock-kept = Gjort { $moment }. Fristen var { $due }.
clock-kept-late = Gjort { $moment }, etter fristen { $due }.
clock-why = Hvorfor akkurat da?
clock-why-start = Starter { $day }{ $why ->
    [C1] , da meldingen kom.
    [C2] , da meldingen kom.
    [C3] , da møtet var holdt.
    [C4] , da referatet ble godkjent.
    [C5] , da rektor fikk saken.
    [C6] , da planen ble satt i verk.
    [C7] , da dere sist snakket med familien.
    [C8] , da saken kom.
    [C10] , da referatet ble godkjent.
    [C9] , da varselet gikk ut.
    [C11] , da referatet ble godkjent.
    [answer] , da familien ba om det.
    [decision] , da rektor fikk spørsmålet.
    [next-action] , da varselet ble bekreftet.
    [promise] , da det ble lovet.
    [deviation] , da det ble kjent.
   *[none] .
}
clock-why-count = { $counting ->
    [school-days] { $days ->
        [one] 1 skoledag, regnet fra dagen etter.
       *[other] { $days } skoledager, regnet fra dagen etter.
    }
    [calendar-days] { $days ->
        [one] 1 dag, regnet fra dagen etter.
       *[other] { $days } dager, regnet fra dagen etter.
    }
   *[working-days] { $days ->
        [one] 1 arbeidsdag, regnet fra dagen etter.
       *[other] { $days } arbeidsdager, regnet fra dagen etter.
    }
}
clock-why-skipped = Teller ikke: { $days }.
clock-why-due = Fristen er { $moment }.
clock-why-promised = Lovet til { $moment }.
clock-skipped-weekend = { $many ->
    [one] { $days } (helg)
   *[other] helgen { $days }
}
clock-skipped-holiday = { $days } ({ $name })
clock-skipped-school-closed = { $many ->
    [one] { $days } (skolen har fri)
   *[other] { $days } (skolen har fri)
}
clock-if-nobody-acts = Hvis ingen gjør noe:
clock-then-told = { $name } får beskjed { $moment }.
watch-name = { $adult } møter barnet
watch-waits = Krysses av senest { $moment }
watch-met = Møtt { $moment }
watch-missed = Ikke krysset av. En kollega fikk beskjed { $moment }.

## Uka i § 12-6

week-title = Når familien kan gå til Statsforvalteren
week-lead = Loven (§ 12-6) sier én uke etter at saken ble tatt opp med rektor. Udir regner uka som fem arbeidsdager. Begge dagene står her. Ingenting kan utsette dem.
week-one-week = Én uke
week-five-days = Fem arbeidsdager

## Helligdager

holiday-new-years-day = første nyttårsdag
holiday-maundy-thursday = skjærtorsdag
holiday-good-friday = langfredag
holiday-easter-sunday = første påskedag
holiday-easter-monday = andre påskedag
holiday-labor-day = arbeidernes dag
holiday-constitution-day = grunnlovsdagen
holiday-ascension-day = Kristi himmelfartsdag
holiday-pentecost = første pinsedag
holiday-pentecost-monday = andre pinsedag
holiday-christmas-day = første juledag
holiday-second-day-of-christmas = andre juledag

## Kjennetegn på alvorlige saker

criterion = { $code ->
    [staff_offends] En ansatt kan ha krenket eleven
    [violent] Vold eller særlig krenkende handlinger
    [several_against_one] Flere mot én
    [long_lasting] Har vart lenge uten å bli løst
    [digital_across_schools] Digital mobbing på tvers av skoler, eller grove trusler
    [outsiders] Utenforstående kommer til skolen
    [high_conflict] Konflikt som skolen ikke klarer å løse alene
    [repeated_intervention] Fysisk inngripen mot samme elev for andre gang
   *[school_change] Skolebytte som tiltak
}

## Rektor avgjør

decide-title = Skal skoleeier varsles?
decide-title-sent = Varsel til skoleeier
decide-case = Sak { $number }.
decide-case-named = Sak { $number }, { $name }.
decide-lead = Du avgjør, og ingenting sendes før du har gjort det.
decide-suggested-title = Saken kan være alvorlig
decide-suggested = Det som er skrevet ned, stemmer med dette:
decide-no-hit = Det som er skrevet ned til nå, stemmer ikke med kommunens kjennetegn på alvorlige saker. Du kan likevel varsle.
decide-facts = { $count ->
    [one] Det som er skrevet ned (1)
   *[other] Det som er skrevet ned ({ $count })
}
decide-date-unknown = datoen er ikke kjent
decide-choice = Hva avgjør du?
decide-notify = Varsle skoleeier
decide-notify-how = Varselet går til { $name } nå. Svarer ikke { $name } i tide, går det til neste i rekka.
decide-nobody = Det er ingen i rekka hos skoleeier i dag. Ring kommunen også.
decide-not-now = Ikke varsle nå
decide-not-now-how = Skriv hvorfor. Du kan ombestemme deg når som helst.
decide-not-now-offends = Bare når det er åpenbart grunnløst. Skriv hvorfor.
decide-reason = Hvorfor?
decide-reason-how = Trengs når du ikke varsler. Skoleeier kan lese det.
decide-content = Dette får skoleeier lese
decide-content-how = Gjelder når du varsler. Alt kan være kort. Det som mangler, kan komme senere.
decide-implicated = Gjelder saken noen av disse?
decide-implicated-how = De får ikke varselet og kan ikke lese det.
decide-save = Lagre avgjørelsen
decide-not-serious-title = Skoleeier er ikke varslet
decide-not-serious = { $name } avgjorde det { $moment }, med denne grunnen:
decide-sent-title = Skoleeier er varslet
decide-sent = { $name } er spurt, og skal bekrefte senest { $by }. Ellers går varselet til neste i rekka.
decide-starting = Varselet er på vei.
decide-taken-title = { $name } har tatt imot varselet
decide-taken = { $action } – senest { $day }.
decide-unanswered-title = Ingen hos skoleeier har bekreftet
decide-unanswered = Alle i rekka er spurt. Ring kommunen nå.

content-facts = Kort om det som har skjedd
content-facts-how = Uten navn på andre elever.
content-measures = Hva dere har gjort
content-next-evaluation = Når dere ser på tiltakene neste gang
content-help = Hjelp dere ønsker
content-police = Har dere hatt kontakt med politiet?
content-barnevern = Har dere hatt kontakt med barnevernet?

## Skoleeiers rom

owner-title = Varsler
owner-mine-title = Venter på deg
owner-mine-empty = Ingen varsler venter på deg.
owner-others-title = Andre varsler
owner-others-empty = Her kommer varslene fra skolene, med svarene de fikk.
owner-about = Sak { $number }, sendt { $moment }
owner-mine = Bekreft senest { $by }
owner-waits = Venter på { $name }, senest { $by }
owner-taken = { $name } har tatt det, neste steg { $day }
owner-done = { $name } har gjort det som var lovet
owner-unanswered = Ingen har tatt det
owner-tag-unanswered = Ingen har svart
owner-not-notified = Rektor har avgjort å ikke varsle
owner-not-notified-by = Sak { $number }. { $name } avgjorde det { $moment }.
owner-schools = Skolene
owner-school = Skole
owner-open-notices = Åpne varsler
owner-unkept = Frister som er brutt
owner-undecided = Venter på rektor

## Ett varsel

notice-title = Varsel fra { $school }
notice-lead = { $name } sendte varselet { $moment }.
notice-yours-title = Varselet venter på deg
notice-yours = Bekreft senest { $by }. Ellers går det til neste i rekka.
notice-others-title = Varselet venter på { $name }
notice-others = Du kan ta det selv. Da stopper det hos deg.
notice-unanswered-title = Ingen har tatt dette varselet
notice-unanswered = Alle i rekka er spurt. Ta det nå, eller ring skolen.
notice-content = Det skolen forteller
told-case = Sak
told-pupil = Elev
told-known = Rektor fikk vite det
told-criteria = Stemmer med
told-no-criteria = Rektors eget skjønn
told-reason = Rektors grunn
told-facts = Kort om det som har skjedd
told-measures = Hva skolen har gjort
told-next-evaluation = Ser på tiltakene neste gang
told-help = Hjelp skolen ønsker
told-police = Kontakt med politiet
told-barnevern = Kontakt med barnevernet
told-not-yet = Ikke fortalt ennå
notice-take = Ta imot varselet
notice-again = Endre det du har lovet
notice-take-how = Du bekrefter som { $name }.
notice-next-action = Hva gjør du nå?
notice-next-action-how = For eksempel: Jeg ringer rektor og avtaler et møte.
notice-next-action-on = Når er det gjort?
notice-next-action-on-how = Er det ikke gjort den dagen, går varselet ut på nytt.
notice-save = Bekreft at jeg tar det
notice-save-again = Lagre nytt løfte
notice-taken-title = { $name } har tatt varselet
notice-taken-by = Senest { $day }
notice-taken-kept = Gjort { $moment }
notice-done = Det er gjort
notice-story = Hva som har skjedd med varselet
story-decided = { $name } varslet skoleeier.
story-asked = Varselet gikk til { $name }, som skal bekrefte senest { $by }.
story-passed = { $reason ->
    [absent] { $name } er borte. Varselet gikk videre.
    [vacant] { $name } har ikke lenger oppgaven. Varselet gikk videre.
    [implicated] Saken gjelder { $name }. Varselet gikk videre.
    [unreachable] { $name } kunne ikke nås. Varselet gikk videre.
   *[not_acknowledged] { $name } bekreftet ikke i tide. Varselet gikk videre.
}
story-taken = { $name } tok imot: { $action } Senest { $day }.
story-kept = { $name } har gjort det som var lovet.
story-unanswered = Ingen i rekka har bekreftet.

## Når noe ikke går

problem-already-notified = Skoleeier er alt varslet
    .detail = Et varsel kan ikke trekkes tilbake. Ring skoleeier hvis noe må rettes.
problem-reason-needed = Skriv hvorfor skoleeier ikke varsles
    .detail = Skoleeier skal kunne lese grunnen.
problem-date-has-passed = Dagen er alt forbi
    .detail = Velg i dag eller en senere dag.
problem-notice-done = Varselet er ferdig behandlet
    .detail = Ring skolen hvis det er noe nytt.
problem-notice-not-acknowledged = Ingen har tatt imot varselet ennå
    .detail = Ta imot varselet først.
field-reason-needed = Skriv hvorfor skoleeier ikke varsles. Noen få ord er nok.
field-date-has-passed = Dagen er alt forbi. Velg i dag eller en senere dag.
