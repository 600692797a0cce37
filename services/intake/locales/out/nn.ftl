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
