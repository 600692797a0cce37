# Hvem har sett på saken.
seen-title = Hvem har sett på saken
seen-lead = Her står alle på skolen og i kommunen som har vært inne i saken, dag for dag.
seen-as = { $relation ->
    [rektor] rektor
    [deputy] stedfortreder for rektor
    [case_owner] saksansvarlig
    [owner_contact] kontakt hos skoleeier
   *[helper] hjelper i saken
}
seen-first = første gang kl. { $time }
seen-gone = En som ikke lenger jobber her
seen-empty = Ingen har vært inne i saken ennå.
seen-empty-lately = Ingen har vært inne i saken de siste to ukene.
seen-older = Tidligere
seen-ask = Lurer du på hvorfor noen har vært inne? Spør skolen. De skal kunne svare.
seen-kept = Familien ser den samme lista. Hver gang noen åpner eller endrer noe, blir det skrevet ned.
seen-back = Tilbake til saken
seen-link = Hvem har sett på saken

# Kurset før den første saken.
training-title = Kurs: ti minutter før din første sak
training-lead = Les de fem delene, og svar på spørsmålene under. Svarer du feil, kan du prøve igjen så mange ganger du vil.
training-done = Du har tatt kurset. Nå kan du åpne sakene du har et behov for.
training-let-in = Du kan begynne til og med { $day }, for en leder har sluppet deg til. Ta kurset før den tid.
training-to-day = Til dagen din
training-need-title = 1. Bare det du trenger
training-need = Du ser en sak når du har en oppgave i den. Nysgjerrighet er ikke en grunn, og et kjent navn er det heller ikke. Er du forelder til et barn i saken, ser du den bare hjemmefra, som forelder.
training-seen-title = 2. Alt du åpner, blir skrevet ned
training-seen = Hver gang du åpner eller endrer noe, blir det skrevet ned, og ingen kan endre det etterpå. Familien kan se hvem som har vært inne i saken deres, dag for dag.
training-mail-title = 3. Ingenting som røper noe, i e-post
training-mail = Skriv aldri i e-post eller SMS hva en sak gjelder, eller hvem. Bruk saken, møtet eller telefonen. At noen har en sak, er i seg selv taushetsbelagt.
training-hidden-title = 4. Sperret adresse
training-hidden = Noen familier må ikke bli funnet. Skriv aldri ned adressen, skolen eller bilder av dem andre steder. Brevene deres går for hånd.
training-act-title = 5. Gjør noe med det
training-act = Ser eller hører du at en elev ikke har det trygt: grip inn om du kan, og si fra til rektor samme dag. Skriv det du så og hørte, med tid og sted. Det du tror, har et eget felt.
training-answers = Svar på spørsmålene
training-q1 = En kollega lurer på hvordan det går med en elev hun ikke har. Hva gjør du?
training-q1-a = Jeg slår opp i saken og forteller kort.
training-q1-b = Jeg sier at jeg ikke kan svare, og viser til rektor.
training-q1-c = Jeg sender henne saken på e-post.
training-q2 = Hvem kan få vite at du har åpnet en sak?
training-q2-a = Familien det gjelder, og skolens ledelse.
training-q2-b = Ingen.
training-q2-c = Bare den som driver datasystemet.
training-q3 = Hva kan stå i en vanlig e-post til en forelder?
training-q3-a = «Det gjelder hendelsen i garderoben.»
training-q3-b = Elevens navn og klasse.
training-q3-c = Når du ringer, eller når og hvor et møte er.
training-q4 = En elev har sperret adresse. Hva gjør du med et bilde fra klasseturen?
training-q4-a = Jeg deler det ikke før jeg har spurt rektor.
training-q4-b = Jeg legger det ut uten navn.
training-q4-c = Jeg sender det til alle foreldrene i klassen.
training-q5 = Du hører en elev si at hun gruer seg til friminuttene. Når sier du fra?
training-q5-a = Når jeg har undersøkt om det stemmer.
training-q5-b = Samme dag, til rektor.
training-q5-c = På neste foreldresamtale.
training-send = Send svarene
training-wrong = Ikke helt. Les delen en gang til, og prøv igjen.

# Hvem som kan begynne.
staff-title = Hvem kan åpne saker
staff-lead = Alle tar kurset før sin første sak. Haster det, kan du la noen begynne for en uke.
staff-caption = Ansatte ved skolen
staff-name = Navn
staff-state = Kurs
staff-trained = Har tatt kurset
staff-until = Kan begynne til og med { $day }
staff-not = Har ikke tatt kurset
staff-do = La begynne for en uke
staff-empty = Her kommer de ansatte når de er hentet inn.
