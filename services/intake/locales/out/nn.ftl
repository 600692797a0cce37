# Kor lenge saker blir tekne vare på, og det som er sletta.
disposal-title = Kor lenge saker blir tekne vare på
disposal-lead = Ingenting blir sletta av seg sjølv. Her ser de kva reglane i kommunen opnar for, og avgjer.
disposal-rules = Reglane i kommunen
disposal-rules-why = Talet på år etter at saka er avslutta. Står feltet tomt, blir slike saker tekne vare på.
disposal-years = År
disposal-rules-save = Lagre reglane
disposal-kind = { $kind ->
    [group] Gruppesaker
    [no_case] Meldingar som ikkje vart sak
   *[individual] Saker om éin elev
}
disposal-due = Kan slettast no eller innan tre månader
disposal-school = Skule
disposal-what = Slag
disposal-ended = Avslutta
disposal-from = Kan slettast frå
disposal-together = Har papir saman med { $numbers }. Dei blir sletta samstundes.
disposal-held = Blir halden tilbake
disposal-hold = Hald tilbake
disposal-hold-do = Hald saka tilbake
disposal-reason = Kvifor skal saka takast vare på lenger?
disposal-lift = Ikkje hald tilbake lenger
disposal-erase = Slett saka
disposal-erase-why = Alt som er skrive i saka blir uleseleg, òg i tryggingskopiar. Det kan ikkje gjerast om. Treng arkivet saka, så lever henne dit først.
disposal-number = Skriv saksnummeret { $number } for å stadfeste
disposal-erase-do = Slett for alltid
disposal-empty = Ingen saker kan slettast etter reglane.
disposal-gone = Sletta
disposal-under-way = ikkje ferdig
certificate-title = Attest for sletting
certificate-lead = Saka er sletta i alle fire delar av Samspill.
certificate-waits = Saka blir sletta. Nokre delar har ikkje svara enno.
certificate-ground = Grunn
certificate-ground-is = { $ground ->
    [retention] reglane kommunen har for oppbevaring
    [mistake] registrert ved ein feil
   *[decision] eige vedtak
}
certificate-by = Avgjort av
certificate-at = Avgjort
certificate-order = Id-en til attesten
certificate-case = Id-en til saka
certificate-table = Kva kvar del har gjort
certificate-part = Del
certificate-service = { $service ->
    [intake] Saker
    [meetings] Møte
    [notify] Brev
   *[escalation] Varsel og fristar
}
certificate-done-at = Utført
certificate-removed = Fjerna dokument
certificate-not-yet = ikkje enno
certificate-what = Kva dette tyder
certificate-keys = Nøklane til saka er øydelagde. Det som måtte liggje att i kopiar av dataa, kan ingen lese.
certificate-kafka = Ord i gamle meldingar mellom delane er forsegla, og borte seinast { $day }.
certificate-backups = Tryggingskopiar av nøklane er skrivne over frå { $day }. Først då er saka borte derifrå òg.
certificate-looks = I loggen over innsyn står det att at noko vart lese i ei sak med denne id-en, ikkje av kven eller kva.
certificate-check = Slik kan de kontrollere det, i kvar av dei fire delane:
certificate-back = Til oppbevaring
problem-number-differs = Det var ikkje nummeret på saka
    .detail = Skriv saksnummeret slik det står.
field-number-differs = Skriv saksnummeret slik det står.
problem-case-not-over = Ei av sakene er ikkje avslutta
    .detail = Saka, og dei ho har papir saman med, må vere avslutta før dei kan slettast.
problem-case-held = Saka blir halden tilbake
    .detail = Den som held henne tilbake, må oppheve det først.
problem-case-not-due = Tida er ikkje ute
    .detail = Reglane i kommunen opnar ikkje for å slette saka enno.

# Heile saka ut av huset.
dossier-title = Heile saka samla
dossier-lead = Sak { $number } med alt som høyrer til, i éi signert pakke.
dossier-link = Ta ut heile saka
dossier-of = { $variant ->
    [masked] Skjerma, bede om { $at }
   *[full] Heile saka, bede om { $at }
}
dossier-purpose = Til kva
dossier-purpose-is = { $purpose ->
    [supervision] tilsyn eller Statsforvaltaren
    [access] innsyn
    [complaint] klage
    [archive] arkivet
   *[other] anna
}
dossier-recipient = Kven skal ha henne?
dossier-party = For kven
dossier-party-none = Vel
dossier-party-why = Berre når ho skal skjermast. Alle andre heimar blir «ein annan».
dossier-by = Bede om av
dossier-receipt = Kvitteringa frå arkivet
dossier-waits = Pakka blir sett saman. Det tek som regel nokre sekund.
dossier-look-again = Sjå etter igjen
dossier-missing = Nokre delar svara ikkje i tide. Pakka seier kva for nokre.
dossier-fetch = Hent pakka
dossier-deliver = Lever til arkivet
dossier-on-its-way = På veg til arkivet. Kvitteringa kjem hit.
dossier-refused = Arkivet tok ikkje imot henne. De kan levere ein gong til.
dossier-new = Ny pakke
dossier-variant = Kva skal vere med?
dossier-variant-full = Heile saka
dossier-variant-full-why = Alt som står i henne, òg om andre. For tilsyn og arkiv.
dossier-variant-masked = Skjerma for éin part
dossier-variant-masked-why = Utan namn på andre elevar og familiar, og utan det dei har fortalt.
dossier-logged = Det blir ståande i saka at ho er teken ut, av kven og til kva.
dossier-ask = Set saman pakka
dossier-other = ein annan
dossier-yes = ja
dossier-no = nei
dossier-page-title = Skulemiljøsak { $number }
dossier-page-variant = { $variant ->
    [masked] Skjerma for éin part: andre er kalla «ein annan».
   *[full] Heile saka.
}
dossier-page-for = { $purpose ->
    [supervision] Til tilsyn eller Statsforvaltaren.
    [access] Til innsyn.
    [complaint] Til klage.
    [archive] Til arkivet.
   *[other] Til anna bruk.
}
dossier-page-asked = Bede om { $at }.
dossier-page-signed = Alt som står her, og historikken bak det, ligg i case.json. Manifestet er signert.
dossier-page-missing = Noko manglar: ein del av Samspill svara ikkje i tide. Manifestet seier kva for ein.
dossier-page-story = Kva som har hendt
dossier-kind = { $kind ->
    [cases] Saka
    [reports] Meldinga
    [interventions] Fysisk inngrep
    [meetings] Møte
    [minutes] Referat
    [plans] Plan
    [evaluations] Evaluering
   *[letters] Brev
}
event-dossier-requested = Heile saka er bede om
event-dossier-made = { $variant ->
    [masked] Saka er teken ut, skjerma for éin part
   *[full] Heile saka er teken ut
}
event-dossier-delivered = Saka er levert til arkivet
problem-no-archive = Kommunen har ikkje sagt kvar arkivet er
    .detail = Hent pakka og lever henne sjølv.
problem-dossier-not-made = Pakka er ikkje ferdig
    .detail = Prøv igjen om litt.
problem-dossier-masked = Arkivet skal ha heile saka
    .detail = Lag ei pakke med heile saka, og lever henne.
dossier-field-number = Saksnummer
dossier-field-state = Status
dossier-field-reported-at = Meldt
dossier-field-received-at = Teken imot av leiinga
dossier-field-pupil-id = Elev
dossier-field-handler-id = Ansvarleg
dossier-field-text = Tekst
dossier-field-about = Kven det gjeld
dossier-field-told-by = Fortalt av
dossier-field-additions = Fortalt etterpå
dossier-field-at = Tidspunkt
dossier-field-where = Stad
dossier-field-occurred-on = Skjedde
dossier-field-seen-by = Sett av
dossier-field-pupils-view = Synet til eleven
dossier-field-facts = Fakta
dossier-field-source = Kjelde
dossier-field-source-words = Kjelda i eigne ord
dossier-field-assessment = Vurdering
dossier-field-accounts = Forklaringar
dossier-field-party-id = Part
dossier-field-account = Forklaring
dossier-field-view = Syn
dossier-field-told-to = Fortalt til
dossier-field-not-heard-reason = Kvifor eleven ikkje er høyrd
dossier-field-agreements = Avtalar
dossier-field-what = Kva
dossier-field-who = Kven
dossier-field-who-id = Kven
dossier-field-contacts = Kontakt med heimen
dossier-field-person-id = Person
dossier-field-reached = Fekk svar
dossier-field-note = Notat
dossier-field-requests = Ønske frå heimen
dossier-field-answer = Svar
dossier-field-answered-at = Svart på
dossier-field-assessments = Vurdert av leiinga
dossier-field-steps = Undersøkingar
dossier-field-closings = Avslutning
dossier-field-pupil-says = Eleven seier
dossier-field-summary = Oppsummering
dossier-field-guardians-told-on = Foreldre fekk vite det
dossier-field-follow-up-on = Blir følgt opp
dossier-field-reopenings = Opna att
dossier-field-reason = Grunngiving
dossier-field-content = Innhald
dossier-field-notes = Notat
dossier-field-pupil-account = Forklaringa til eleven
dossier-field-viewpoints = Ulike syn
dossier-field-views = Syn
dossier-field-meanwhile = I mellomtida
dossier-field-starts-at = Startar
dossier-field-addenda = Tilføydd
dossier-field-problem = Kva som skal løysast
dossier-field-findings = Funn
dossier-field-measures = Tiltak
dossier-field-starts-on = Frå
dossier-field-status = Status
dossier-field-best-interest = Barnets beste
dossier-field-pupil-words = Orda til eleven
dossier-field-guardians-part = Foreldra sin del
dossier-field-happened = Kva som skjedde
dossier-field-measure = Kva som vart gjort
dossier-field-name = Brev
dossier-field-made-at = Skrive
dossier-field-sent-at = Sendt
dossier-field-effect = Verknad
