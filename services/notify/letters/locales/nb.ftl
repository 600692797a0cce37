### Brevene. Bokmål. Første setning er nyheten; ingenting her røper hva det gjelder eller hvem.

## Felles

letter-subject = Beskjed fra { $school }
letter-subject-urgent = Haster: beskjed fra { $school }
letter-subject-reminder = Påminnelse fra { $school }
letter-greeting = Hei, { $name }.
letter-greeting-unnamed = Hei.
letter-closing = Vennlig hilsen
letter-phone = Telefon
letter-place = Sted
letter-private = Du kan gjerne svare på denne e-posten. Det som er privat, skriver du tryggest når du har logget inn.
letter-wrong-address = Er brevet ikke til deg?
letter-unsubscribe = Vil du ikke ha disse oppsummeringene?
letter-unsubscribe-link = Meld deg av
letter-wrong-address-link = Si fra her
letter-by-day = senest { $day }
letter-by-time = før kl. { $time } { $day }
letter-role-rektor = rektor
letter-role-deputy = assisterende rektor
letter-role-contact-teacher = kontaktlærer
letter-role-social-teacher = sosiallærer
letter-role-duty = vakthavende
letter-role-owner = skoleeier

button-sign-in-read = Logg inn og les
button-sign-in-see = Logg inn og se
button-sign-in-confirm = Logg inn, les og bekreft
button-answer = Gi oss svar
button-see-meeting = Se møtet
button-call-me = Ring meg
button-read-more = Les mer

call-me-offer = Vil du heller høre det på telefon? Trykk på lenken, så ringer { $first }.
were-you-there = (Var du der likevel, har du nå det hele skriftlig.)

## Vi har fått det du sendte

report-received-news = Vi har fått det du sendte oss. { $name } ringer deg { $by }.
report-received-urgent = Haster det mer? Ring { $first } på { $phone }.
report-received-read = Når du logger inn, kan du lese det du skrev og se hva som skjer videre.

## Møter

meeting-subject-new = Møte på { $school } { $when }
meeting-subject-moved = Ny tid for møte på { $school }: { $when }
meeting-subject-cancelled = Avlyst: møte på { $school } { $when }
meeting-news-physical = Vi vil gjerne snakke med deg på skolen { $when }.
meeting-news-phone = Vi vil gjerne snakke med deg på telefon { $when }.
meeting-news-video = Vi vil gjerne snakke med deg på video { $when }.
meeting-how-physical = { $first } møter deg i resepsjonen.
meeting-how-phone = { $first } ringer deg.
meeting-how-video = Lenken til videomøtet ligger på svarsiden.
meeting-length = Vi setter av { $minutes ->
    [30] en halv time
    [45] tre kvarter
    [60] en time
    [90] halvannen time
    [120] to timer
   *[other] { $minutes } minutter
  }.
meeting-answer = Passer ikke tiden, trenger du tolk, eller vil du ha med deg noen? Si det i svaret.
meeting-procedure = Slik samarbeider vi med hjemmet
meeting-moved-news = Vi har flyttet møtet fra { $old } til { $when }.
meeting-reason-reader-asked = Du ba om en annen tid.
meeting-reason-school-cannot = Det er vi som ikke kan likevel, og det beklager vi.
meeting-cancelled-news = Møtet { $when } er avlyst.
meeting-cancelled-reader-asked = Du ba oss om det.
meeting-cancelled-new-time = { $first } foreslår en ny tid { $by }.
meeting-cancelled-do = Du trenger ikke gjøre noe. Vil du snakke med oss, er det bare å ringe.
calendar-summary = Møte med skolen
staff-invitation-news = Du er satt opp på et møte { $when }.
staff-invitation-see = Hva det gjelder og hvem som kommer, står der du logger inn.

## Referat

minutes-ready-news = Referatet fra møtet { $day } er klart. Det ligger trygt bak innlogging.
minutes-ready-add = Mangler det noe, eller ser du det annerledes? Da kan du skrive det inn selv.
minutes-next = Vi møtes igjen { $when }.
minutes-ready-absent-news = Vi savnet deg på møtet { $day }. Det vi snakket om, har vi skrevet ned til deg.
minutes-ready-absent-read = Når du logger inn, kan du lese det og skrive til oss hva du tenker.

## Til ansatte

tomorrow-missed-news = Noe som skulle skje kl. { $time } i dag, er ikke bekreftet ennå. Vi trenger at du ser på det nå.
tomorrow-missed-do = Logg inn og se hva det er. Er det allerede gjort, bekrefter du det der.
promise-about-to-break-news = { $promise ->
    [decide] Noe som haster, venter på deg. Logg inn og ta stilling { $by }.
    [call] Du lovet å ringe { $by }.
    [meet] Du lovet å ha et møte { $by }.
    [write] Du lovet å skrive { $by }.
    [look-after] Du lovet å være på plass { $by }.
   *[other] Du lovet å gjøre en oppgave { $by }.
  }
promise-do = Rekker du det ikke, kan du gi en ny tid eller be en kollega.
promise-told = Den som venter, får vite det samme som du skriver der.
promise-overdue-yours = { $promise ->
    [decide] Noe som haster, venter fortsatt på deg. Logg inn og ta stilling nå.
    [call] Du lovet å ringe { $by }. Det er ikke bekreftet at det er gjort.
    [meet] Du lovet å ha et møte { $by }. Det er ikke bekreftet at det er gjort.
    [write] Du lovet å skrive { $by }. Det er ikke bekreftet at det er gjort.
    [look-after] Du lovet å være på plass { $by }. Det er ikke bekreftet at det er gjort.
   *[other] Du lovet å gjøre en oppgave { $by }. Det er ikke bekreftet at det er gjort.
  }
promise-overdue-anothers = { $name } lovet å { $promise ->
    [call] ringe
    [meet] ha et møte
    [write] skrive
    [look-after] være på plass
   *[other] gjøre en oppgave
  } { $by }. Det er ikke bekreftet at det er gjort, og nå spør vi deg.
promise-overdue-take = Kan du ta over, eller gi en ny tid?

## Til skoleeier

owner-notice-news = Rektor ved { $school } har sendt deg et varsel.
owner-notice-do = Logg inn for å lese det og bekrefte at du har tatt imot, { $by }.
owner-notice-reminder-news = Varselet fra rektor ved { $school } er ikke bekreftet ennå.
owner-notice-reminder-next = Rekker du det ikke, går det videre til { $name }.
owner-digest-news = Noen frister ved skolene har gått ut uten at det som var lovet, ble gjort.
owner-digest-do = Logg inn for å se hvilke, skole for skole.
school-unreachable-news = Ingen ved { $school } kan ta imot beskjeder akkurat nå.
school-unreachable-do = Ring skolen, og sørg for at noen har oppgaven. Logg inn for å se hva som venter.

## Møter for en gruppe

group-subject = Foreldremøte på { $school } { $when }
group-invitation-news = Velkommen til foreldremøte for { $group } { $when }.
group-why = Derfor møtes vi
group-agenda = Dette skal vi gjennom
group-minutes = { $minutes ->
    [one] { $minutes } minutt
   *[other] { $minutes } minutter
  }
group-answer = Gi oss beskjed om du kommer. Trenger du tolk, eller vil du snakke med oss før møtet? Si det i svaret.
group-minutes-subject = Etter foreldremøtet på { $school }
group-minutes-present-news = Her er det vi snakket om på foreldremøtet { $day }{ $asks ->
    [0] .
   *[other] , og det vi håper du vil bidra med hjemme.
  }
group-minutes-absent-news = Vi savnet deg på foreldremøtet { $day }. Her er det vi snakket om{ $asks ->
    [0] .
   *[other] , og det vi håper du vil bidra med hjemme.
  }
group-minutes-purpose = Derfor møttes vi
group-minutes-strategy = Dette gjør skolen
group-minutes-asks = Dette kan du gjøre hjemme
group-minutes-next = Vi møtes igjen { $when } for å se hvordan det har gått.
