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
