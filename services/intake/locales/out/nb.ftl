# Hvor lenge saker oppbevares, og det som er slettet.
disposal-title = Hvor lenge saker oppbevares
disposal-lead = Ingenting slettes av seg selv. Her ser dere hva kommunens regler åpner for, og bestemmer.
disposal-rules = Kommunens regler
disposal-rules-why = Antall år etter at saken er avsluttet. Står feltet tomt, blir slike saker oppbevart.
disposal-years = År
disposal-rules-save = Lagre reglene
disposal-kind = { $kind ->
    [group] Gruppesaker
    [no_case] Meldinger som ikke ble sak
   *[individual] Saker om én elev
}
disposal-due = Kan slettes nå eller innen tre måneder
disposal-school = Skole
disposal-what = Slag
disposal-ended = Avsluttet
disposal-from = Kan slettes fra
disposal-together = Har papirer sammen med { $numbers }. De slettes samtidig.
disposal-held = Holdes tilbake
disposal-hold = Hold tilbake
disposal-hold-do = Hold saken tilbake
disposal-reason = Hvorfor skal saken oppbevares lenger?
disposal-lift = Ikke hold tilbake lenger
disposal-erase = Slett saken
disposal-erase-why = Alt som er skrevet i saken blir uleselig, også i sikkerhetskopier. Det kan ikke gjøres om. Trenger arkivet saken, så lever den dit først.
disposal-number = Skriv saksnummeret { $number } for å bekrefte
disposal-erase-do = Slett for alltid
disposal-empty = Ingen saker kan slettes etter reglene.
disposal-gone = Slettet
disposal-under-way = ikke ferdig
certificate-title = Attest for sletting
certificate-lead = Saken er slettet i alle fire deler av Samspill.
certificate-waits = Saken slettes. Noen deler har ikke svart ennå.
certificate-ground = Grunn
certificate-ground-is = { $ground ->
    [retention] kommunens regler for oppbevaring
    [mistake] registrert ved en feil
   *[decision] eget vedtak
}
certificate-by = Bestemt av
certificate-at = Bestemt
certificate-order = Attestens id
certificate-case = Sakens id
certificate-table = Hva hver del har gjort
certificate-part = Del
certificate-service = { $service ->
    [intake] Saker
    [meetings] Møter
    [notify] Brev
   *[escalation] Varsler og frister
}
certificate-done-at = Utført
certificate-removed = Fjernede dokumenter
certificate-not-yet = ikke ennå
certificate-what = Hva dette betyr
certificate-keys = Nøklene til saken er ødelagt. Det som måtte ligge igjen i kopier av dataene, kan ingen lese.
certificate-kafka = Ord i gamle meldinger mellom delene er forseglet, og borte senest { $day }.
certificate-backups = Sikkerhetskopier av nøklene er overskrevet fra { $day }. Først da er saken borte derfra også.
certificate-looks = I loggen over innsyn står det igjen at noe ble lest i en sak med denne id-en, ikke av hvem eller hva.
certificate-check = Slik kan dere kontrollere det, i hver av de fire delene:
certificate-back = Til oppbevaring
problem-number-differs = Det var ikke nummeret på saken
    .detail = Skriv saksnummeret slik det står.
field-number-differs = Skriv saksnummeret slik det står.
problem-case-not-over = En av sakene er ikke avsluttet
    .detail = Saken, og de den har papirer sammen med, må være avsluttet før de kan slettes.
problem-case-held = Saken holdes tilbake
    .detail = Den som holder den tilbake, må oppheve det først.
problem-case-not-due = Tiden er ikke ute
    .detail = Kommunens regler åpner ikke for å slette saken ennå.

# Hele saken ut av huset.
dossier-title = Hele saken samlet
dossier-lead = Sak { $number } med alt som hører til, i én signert pakke.
dossier-link = Ta ut hele saken
dossier-of = { $variant ->
    [masked] Skjermet, bedt om { $at }
   *[full] Hele saken, bedt om { $at }
}
dossier-purpose = Til hva
dossier-purpose-is = { $purpose ->
    [supervision] tilsyn eller Statsforvalteren
    [access] innsyn
    [complaint] klage
    [archive] arkivet
   *[other] annet
}
dossier-recipient = Hvem skal ha den?
dossier-party = For hvem
dossier-party-none = Velg
dossier-party-why = Bare når den skal skjermes. Alle andre hjem blir «en annen».
dossier-by = Bedt om av
dossier-receipt = Arkivets kvittering
dossier-waits = Pakken settes sammen. Det tar som regel noen sekunder.
dossier-look-again = Se etter igjen
dossier-missing = Noen deler svarte ikke i tide. Pakken sier hvilke.
dossier-fetch = Hent pakken
dossier-deliver = Lever til arkivet
dossier-on-its-way = På vei til arkivet. Kvitteringen kommer hit.
dossier-refused = Arkivet tok ikke imot den. Dere kan levere en gang til.
dossier-new = Ny pakke
dossier-variant = Hva skal være med?
dossier-variant-full = Hele saken
dossier-variant-full-why = Alt som står i den, også om andre. For tilsyn og arkiv.
dossier-variant-masked = Skjermet for én part
dossier-variant-masked-why = Uten navn på andre elever og familier, og uten det de har fortalt.
dossier-logged = Det blir stående i saken at den er tatt ut, av hvem og til hva.
dossier-ask = Sett sammen pakken
dossier-other = en annen
dossier-yes = ja
dossier-no = nei
dossier-page-title = Skolemiljøsak { $number }
dossier-page-variant = { $variant ->
    [masked] Skjermet for én part: andre er kalt «en annen».
   *[full] Hele saken.
}
dossier-page-for = { $purpose ->
    [supervision] Til tilsyn eller Statsforvalteren.
    [access] Til innsyn.
    [complaint] Til klage.
    [archive] Til arkivet.
   *[other] Til annet bruk.
}
dossier-page-asked = Bedt om { $at }.
dossier-page-signed = Alt som står her, og historikken bak det, ligger i case.json. Manifestet er signert.
dossier-page-missing = Noe mangler: en del av Samspill svarte ikke i tide. Manifestet sier hvilken.
dossier-page-story = Hva som har skjedd
dossier-kind = { $kind ->
    [cases] Saken
    [reports] Meldingen
    [interventions] Fysisk inngrep
    [meetings] Møte
    [minutes] Referat
    [plans] Plan
    [evaluations] Evaluering
   *[letters] Brev
}
event-dossier-requested = Hele saken er bedt om
event-dossier-made = { $variant ->
    [masked] Saken er tatt ut, skjermet for én part
   *[full] Hele saken er tatt ut
}
event-dossier-delivered = Saken er levert til arkivet
problem-no-archive = Kommunen har ikke sagt hvor arkivet er
    .detail = Hent pakken og lever den selv.
problem-dossier-not-made = Pakken er ikke ferdig
    .detail = Prøv igjen om litt.
problem-dossier-masked = Arkivet skal ha hele saken
    .detail = Lag en pakke med hele saken, og lever den.
dossier-field-number = Saksnummer
dossier-field-state = Status
dossier-field-reported-at = Meldt
dossier-field-received-at = Mottatt av ledelsen
dossier-field-pupil-id = Elev
dossier-field-handler-id = Ansvarlig
dossier-field-text = Tekst
dossier-field-about = Hvem det gjelder
dossier-field-told-by = Fortalt av
dossier-field-additions = Fortalt etterpå
dossier-field-at = Tidspunkt
dossier-field-where = Sted
dossier-field-occurred-on = Skjedde
dossier-field-seen-by = Sett av
dossier-field-pupils-view = Elevens syn
dossier-field-facts = Fakta
dossier-field-source = Kilde
dossier-field-source-words = Kilden i egne ord
dossier-field-assessment = Vurdering
dossier-field-accounts = Forklaringer
dossier-field-party-id = Part
dossier-field-account = Forklaring
dossier-field-view = Syn
dossier-field-told-to = Fortalt til
dossier-field-not-heard-reason = Hvorfor eleven ikke er hørt
dossier-field-agreements = Avtaler
dossier-field-what = Hva
dossier-field-who = Hvem
dossier-field-who-id = Hvem
dossier-field-contacts = Kontakt med hjemmet
dossier-field-person-id = Person
dossier-field-reached = Fikk svar
dossier-field-note = Notat
dossier-field-requests = Ønsker fra hjemmet
dossier-field-answer = Svar
dossier-field-answered-at = Besvart
dossier-field-assessments = Vurdert av ledelsen
dossier-field-steps = Undersøkelser
dossier-field-closings = Avslutning
dossier-field-pupil-says = Eleven sier
dossier-field-summary = Oppsummering
dossier-field-guardians-told-on = Foreldre fikk vite det
dossier-field-follow-up-on = Følges opp
dossier-field-reopenings = Gjenåpnet
dossier-field-reason = Begrunnelse
dossier-field-content = Innhold
dossier-field-notes = Notater
dossier-field-pupil-account = Elevens forklaring
dossier-field-viewpoints = Ulike syn
dossier-field-views = Syn
dossier-field-meanwhile = I mellomtiden
dossier-field-starts-at = Starter
dossier-field-addenda = Tilføyd
dossier-field-problem = Hva som skal løses
dossier-field-findings = Funn
dossier-field-measures = Tiltak
dossier-field-starts-on = Fra
dossier-field-status = Status
dossier-field-best-interest = Barnets beste
dossier-field-pupil-words = Elevens ord
dossier-field-guardians-part = Foreldrenes del
dossier-field-happened = Hva som skjedde
dossier-field-measure = Hva som ble gjort
dossier-field-name = Brev
dossier-field-made-at = Skrevet
dossier-field-sent-at = Sendt
dossier-field-effect = Virkning
