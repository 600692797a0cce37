# Kva vi kallar folk på eit møte.
role-guardian = forelder
role-pupil = elev
role-rektor = rektor
role-deputy = stadfortredar for rektor
role-case-owner = saksansvarleg
role-contact-teacher = kontaktlærar
role-social-teacher = sosiallærar
role-helper = tilsett
role-staff = tilsett
language-nsl = Norsk teiknspråk
language-prs = Dari
language-kmr = Kurmanji
language-ckb = Sorani

# Praktisk.
practical-when = Når
practical-where = Kvar
practical-who = Frå skulen
practical-ring = Spørsmål
where-phone = På telefon. { $name } ringjer deg.
where-digital = På skjerm. Lenkja ser du når du loggar inn.
minutes-count = { $count } minutt

# Slags møte.
kind-first = Første møte
kind-follow-up = Oppfølgingsmøte
kind-evaluation = Evalueringsmøte
kind-parent-initiated = Møte heimen har bede om
kind-school-initiated = Møte skulen har bede om
kind-guardians-offending = Møte med foreldre
kind-group = Foreldremøte
kind-staff = Møte på skulen
family-kind = Møte på skulen
mode-physical = På skulen
mode-digital = På skjerm
mode-phone = På telefon
status-draft = Ventar på godkjenning
status-called = Kalla inn
status-held = Halde
status-minuted = Referatet er klart
status-cancelled = Avlyst

# Svar.
answer-legend = Kjem du?
answer-proposed = Når passar det betre?
answer-proposed-how = Skriv nokre dagar eller klokkeslett.
answer-interpreter = Treng du tolk?
answer-interpreter-how = Skulen bestiller og betaler. Vel språket.
answer-support = Eg tek med meg nokon
answer-support-how = Ein ven, ein slektning eller ein annan du stoler på.
answer-support-name = Kven tek du med?
answer-send = Send svaret
answer-coming = Kjem
answer-cannot = Kan ikkje
answer-other-time = Ønskjer ei anna tid
answer-own-coming = Du kjem
answer-own-cannot = Du kan ikkje kome
answer-own-other-time = Du har foreslått ei anna tid
answer-waiting = Ikkje svart
answer-none-invited = Ikkje invitert enno
answered-title = Vi har fått svaret ditt
answered-coming = Du kjem.
answered-cannot = Du kan ikkje kome. Vi tek kontakt med deg.
answered-other-time = Du ønskjer ei anna tid. Vi tek kontakt med deg.
answered-interpreter = Vi bestiller tolk: { $language }.
answered-support = Du tek med deg nokon.
answered-change = Du kan endre svaret heilt til møtet begynner.

# Sida bak lenkja i brevet.
reply-title = Møte på { $school }
reply-title-group = Foreldremøte på { $school }
reply-lead = Hei, { $name }. Vi vil gjerne møte deg { $when }. Vi set av { $minutes } minutt.
reply-met-by = { $name } møter deg i resepsjonen.
reply-answer = Svar på invitasjonen
reply-change = Endre svaret
reply-who-reads = { $name } les svaret.
reply-gone-title = Lenkja verkar ikkje lenger
reply-gone-lead = Møtet kan vere flytta eller over. Har du fått eit nyare brev, bruk lenkja i det.
reply-gone-how = Ring skulen om du lurer på noko. Du kan også logge inn og sjå møta dine.

# Kalle inn.
new-title = Kall inn til møte
new-lead = Sak { $number }. Sei når, kvar og kven. Resten kan vente.
new-lead-plain = Sei når, kvar og kven. Resten kan vente.
new-held-title = Heimen får ikkje beskjed no
new-held = Rektor har bestemt å vente. Ingen av foreldra blir inviterte til dette møtet.
new-waits = Rektor seier kven som skal vere med, før invitasjonane går.
new-where = Kvar
new-where-how = Rommet står i brevet til foreldra.
new-who = Kven frå skulen
new-who-how = Dei som kan sjå saka. Vel så få som råd.
new-family = Frå heimen
new-family-how = Kvar av dei får sin eigen invitasjon.
by-hand = Skjerma adresse: blir gitt for hand
new-more = Lengd, skjerm eller telefon, og anna
new-reason = Kvifor ikkje på skulen, eller kvifor ikkje før?
new-reason-how = Det kan også skrivast seinare.
new-send = Send invitasjonane
new-send-to-leader = Send til rektor
time-day = Dag
time-hour = Klokkeslett
time-length = Kor lenge
time-mode = Korleis møtest vi
time-place = Ein annan stad, eller lenkje til skjerm
time-place-how = Blir vist berre for dei som er logga inn.
ask-many-from-school = Mange frå skulen
ask-many-from-school-how = Familien kan kjenne seg få. Kan nokon av dykk bli heime? Vil du likevel ha med alle, trykk ein gong til.
ask-short-notice = Det er under ei veke til
ask-short-notice-how = Foreldre treng tid til å ordne barnepass og jobb. Må det vere no, trykk ein gong til.
ask-confirm = Ja, send invitasjonane

# Eit møte.
approve-title = Kven skal vere med?
approve-how = Du bestemmer kven frå skulen som er med. Så går invitasjonane.
approve-waits = Rektor har fått beskjed. Invitasjonane går når rektor har sagt kven som er med.
approve-send = Godkjenn og send invitasjonane
meeting-open = Opne møtet
meeting-draft = Sjå utkastet
meeting-minutes = Les referatet
meeting-case = Sak { $number }
meeting-reason = Grunngiving: { $reason }
asked-title = Frå heimen
asked-name = Namn
asked-answer = Svar
asked-letter = Brev
asked-nobody = Ingen frå heimen er inviterte.
asked-count = { $coming } kjem, { $cannot } kan ikkje, { $waiting } har ikkje svart.
asked-all = Sjå alle { $count }
asked-interpreter = Tolk: { $language }
asked-support = Tek med seg
delivery-sent = Sendt
delivery-undeliverable = Kom ikkje fram. Ring.
delivery-by-hand = Blir gitt for hand
delivery-waiting = På veg
move-title = Flytt møtet
move-how = Alle som er inviterte, får beskjed om ny tid og kan svare på nytt.
move-send = Flytt og sei frå
cancel-title = Avlys møtet
cancel-how = Alle som er inviterte, får beskjed. Ring gjerne familien først.
cancel-send = Avlys og sei frå
family-cancelled = Møtet { $when } er avlyst.
family-minutes-later = Møtet er halde. Du får beskjed når referatet er klart.

# Lista.
meetings-title = Møte
meetings-empty = Her kjem møta i sakene du kan sjå.
meetings-empty-family = Her kjem møta du er invitert til.
meetings-past = Tidlegare møte ({ $count })
list-minutes = Referatet er klart
list-answer = Svar på invitasjonen

# Foreldremøte.
group-purpose = Kvifor vi møtest
group-agenda = Dette gjer vi
group-strategy = Slik arbeider skulen no
group-asks = Det vi håpar du vil bidra med
prep-title = Slik møter vi det som er vanskeleg
prep-hidden = Foreldra ser ikkje dette.

# Avslag.
problem-participants-not-approved = Møtet er ikkje godkjent enno
    .detail = Rektor må seie kven som er med, før nokon kan inviterast.
problem-meeting-is-over = Møtet er over
    .detail = Eit møte som er halde eller avlyst, kan ikkje flyttast, avlysast eller svarast på.
problem-minutes-are-approved = Referatet er godkjent
    .detail = Det kan ikkje endrast. Du kan leggje til noko under referatet.
problem-minutes-are-a-draft = Referatet er ikkje godkjent enno
    .detail = Skriv det rett inn i utkastet.
problem-changed = Nokon andre har også skrive her
    .detail = Last sida på nytt for å sjå det. Det du skreiv, ligg i denne nettlesaren.
problem-many-from-school = Mange frå skulen
    .detail = Send det same ein gong til med stadfesting om alle skal vere med.
problem-short-notice = Det er under ei veke til
    .detail = Send det same ein gong til med stadfesting om møtet må vere no.
problem-group-meeting-not-decided = Det er ikkje bestemt enno
    .detail = Rektor må først bestemme om eit foreldremøte er rett.
problem-group-meeting = Noko må rettast
    .detail = Sjå over felta som er merkte. Det du har skrive, er teke vare på.
problem-meeting = Noko må rettast
    .detail = Sjå over felta som er merkte. Det du har skrive, er teke vare på.
problem-meeting-time = Tida kan ikkje brukast
    .detail = Sjå over dag, klokkeslett og lengd.
problem-next-meeting = Noko må rettast
    .detail = Skriv ein dato, eller kvifor det ikkje blir noko nytt møte.
field-in-the-past = Denne tida er alt over.
field-bad-length = Eit møte varer frå ti minutt til åtte timar.
field-agenda-too-long = Punkta tek lengre tid enn møtet. Kort ned, eller gjer møtet lengre.
field-not-a-group = Dette er ikkje ei sak for ei gruppe.
field-group-has-its-own-page = Foreldremøte blir kalla inn på si eiga side.
