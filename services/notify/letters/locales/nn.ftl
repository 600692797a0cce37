### Breva. Nynorsk. Første setning er nyhenda; ingenting her røper kva det gjeld eller kven.

## Felles

letter-subject = Beskjed frå { $school }
letter-subject-urgent = Hastar: beskjed frå { $school }
letter-subject-reminder = Påminning frå { $school }
letter-greeting = Hei, { $name }.
letter-greeting-unnamed = Hei.
letter-closing = Vennleg helsing
letter-phone = Telefon
letter-place = Stad
letter-private = Du kan gjerne svare på denne e-posten. Det som er privat, skriv du tryggast når du har logga inn.
letter-wrong-address = Er ikkje brevet til deg?
letter-unsubscribe = Vil du ikkje ha desse oppsummeringane?
letter-unsubscribe-link = Meld deg av
letter-wrong-address-link = Sei frå her
letter-by-day = seinast { $day }
letter-by-time = før kl. { $time } { $day }
letter-role-rektor = rektor
letter-role-deputy = assisterande rektor
letter-role-contact-teacher = kontaktlærar
letter-role-social-teacher = sosiallærar
letter-role-duty = vakthavande
letter-role-owner = skuleeigar

button-sign-in-read = Logg inn og les
button-sign-in-see = Logg inn og sjå
button-sign-in-confirm = Logg inn, les og stadfest
button-answer = Gi oss svar
button-see-meeting = Sjå møtet
button-call-me = Ring meg
button-read-more = Les meir

call-me-offer = Vil du heller høyre det på telefon? Trykk på lenkja, så ringjer { $first }.
were-you-there = (Var du der likevel, har du no alt skriftleg.)

## Vi har fått det du sende

report-received-news = Vi har fått det du sende oss. { $name } ringjer deg { $by }.
report-received-urgent = Hastar det meir? Ring { $first } på { $phone }.
report-received-read = Når du loggar inn, kan du lese det du skreiv og sjå kva som skjer vidare.

## Møte

meeting-subject-new = Møte på { $school } { $when }
meeting-subject-moved = Ny tid for møte på { $school }: { $when }
meeting-subject-cancelled = Avlyst: møte på { $school } { $when }
meeting-news-physical = Vi vil gjerne snakke med deg på skulen { $when }.
meeting-news-phone = Vi vil gjerne snakke med deg på telefon { $when }.
meeting-news-video = Vi vil gjerne snakke med deg på video { $when }.
meeting-how-physical = { $first } møter deg i resepsjonen.
meeting-how-phone = { $first } ringjer deg.
meeting-how-video = Lenkja til videomøtet ligg på svarsida.
meeting-length = Vi set av { $minutes ->
    [30] ein halv time
    [45] tre kvarter
    [60] ein time
    [90] halvannan time
    [120] to timar
   *[other] { $minutes } minutt
  }.
meeting-answer = Passar ikkje tida, treng du tolk, eller vil du ha med deg nokon? Sei det i svaret.
meeting-procedure = Slik samarbeider vi med heimen
meeting-moved-news = Vi har flytta møtet frå { $old } til { $when }.
meeting-reason-reader-asked = Du bad om ei anna tid.
meeting-reason-school-cannot = Det er vi som ikkje kan likevel, og det er vi leie for.
meeting-cancelled-news = Møtet { $when } er avlyst.
meeting-cancelled-reader-asked = Du bad oss om det.
meeting-cancelled-new-time = { $first } foreslår ei ny tid { $by }.
meeting-cancelled-do = Du treng ikkje gjere noko. Vil du snakke med oss, er det berre å ringje.
calendar-summary = Møte med skulen
staff-invitation-news = Du er sett opp på eit møte { $when }.
staff-invitation-see = Kva det gjeld og kven som kjem, står der du loggar inn.

## Referat

minutes-ready-news = Referatet frå møtet { $day } er klart. Det ligg trygt bak innlogging.
minutes-ready-add = Manglar det noko, eller ser du det annleis? Då kan du skrive det inn sjølv.
minutes-next = Vi møtest igjen { $when }.
minutes-ready-absent-news = Vi sakna deg på møtet { $day }. Det vi snakka om, har vi skrive ned til deg.
minutes-ready-absent-read = Når du loggar inn, kan du lese det og skrive til oss kva du tenkjer.

## Til tilsette

tomorrow-missed-news = Noko som skulle skje kl. { $time } i dag, er ikkje stadfesta enno. Vi treng at du ser på det no.
tomorrow-missed-do = Logg inn og sjå kva det er. Er det allereie gjort, stadfestar du det der.
promise-about-to-break-news = { $promise ->
    [decide] Noko som hastar, ventar på deg. Logg inn og ta stilling { $by }.
    [call] Du lova å ringje { $by }.
    [meet] Du lova å ha eit møte { $by }.
    [write] Du lova å skrive { $by }.
    [look-after] Du lova å vere på plass { $by }.
   *[other] Du lova å gjere ei oppgåve { $by }.
  }
promise-do = Rekk du det ikkje, kan du gi ei ny tid eller be ein kollega.
promise-told = Den som ventar, får vite det same som du skriv der.
promise-overdue-yours = { $promise ->
    [decide] Noko som hastar, ventar framleis på deg. Logg inn og ta stilling no.
    [call] Du lova å ringje { $by }. Det er ikkje stadfesta at det er gjort.
    [meet] Du lova å ha eit møte { $by }. Det er ikkje stadfesta at det er gjort.
    [write] Du lova å skrive { $by }. Det er ikkje stadfesta at det er gjort.
    [look-after] Du lova å vere på plass { $by }. Det er ikkje stadfesta at det er gjort.
   *[other] Du lova å gjere ei oppgåve { $by }. Det er ikkje stadfesta at det er gjort.
  }
promise-overdue-anothers = { $name } lova å { $promise ->
    [call] ringje
    [meet] ha eit møte
    [write] skrive
    [look-after] vere på plass
   *[other] gjere ei oppgåve
  } { $by }. Det er ikkje stadfesta at det er gjort, og no spør vi deg.
promise-overdue-take = Kan du ta over, eller gi ei ny tid?

## Til skuleeigar

owner-notice-news = Rektor ved { $school } har sendt deg eit varsel.
owner-notice-do = Logg inn for å lese det og stadfeste at du har teke imot, { $by }.
owner-notice-reminder-news = Varselet frå rektor ved { $school } er ikkje stadfesta enno.
owner-notice-reminder-next = Rekk du det ikkje, går det vidare til { $name }.
owner-digest-news = Nokre fristar ved skulane har gått ut utan at det som var lova, vart gjort.
owner-digest-do = Logg inn for å sjå kva for nokre, skule for skule.
school-unreachable-news = Ingen ved { $school } kan ta imot beskjedar akkurat no.
school-unreachable-do = Ring skulen, og syt for at nokon har oppgåva. Logg inn for å sjå kva som ventar.

## Møte for ei gruppe

group-subject = Foreldremøte på { $school } { $when }
group-invitation-news = Velkomen til foreldremøte for { $group } { $when }.
group-why = Derfor møtest vi
group-agenda = Dette skal vi gjennom
group-minutes = { $minutes } minutt
group-answer = Gi oss beskjed om du kjem. Treng du tolk, eller vil du snakke med oss før møtet? Sei det i svaret.
group-minutes-subject = Etter foreldremøtet på { $school }
group-minutes-present-news = Her er det vi snakka om på foreldremøtet { $day }{ $asks ->
    [0] .
   *[other] , og det vi håpar du vil bidra med heime.
  }
group-minutes-absent-news = Vi sakna deg på foreldremøtet { $day }. Her er det vi snakka om{ $asks ->
    [0] .
   *[other] , og det vi håpar du vil bidra med heime.
  }
group-minutes-purpose = Derfor møttest vi
group-minutes-strategy = Dette gjer skulen
group-minutes-asks = Dette kan du gjere heime
group-minutes-next = Vi møtest igjen { $when } for å sjå korleis det har gått.
