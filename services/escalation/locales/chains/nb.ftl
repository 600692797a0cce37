### Rekka hos skoleeier, og kjennetegnene på alvorlige saker. Bokmål.

rules-criteria = Kjennetegn på alvorlige saker
rules-criteria-how = Hva som gjør at rektor blir spurt om skoleeier skal varsles.
rules-chain = Rekka hos skoleeier
rules-chain-how = Hvem som får et varsel, i hvilken rekkefølge, og hvor lenge hver har på seg.

criteria-title = Kjennetegn på alvorlige saker
criteria-lead = Når noe av dette er skrevet ned i en sak, blir rektor spurt om skoleeier skal varsles. Rektor avgjør.
criteria-no-law = Loven sier ikke hva som er alvorlig. Lista er kommunens egen.
criteria-version = Versjon { $version }. Spørsmål som alt er stilt, står.
criteria-alone = Nok alene
criteria-together = Sammen med et annet, eller skrevet ned to ganger
criteria-off = Brukes ikke
criteria-always = Skjerpet plikt i § 12-5: Her finnes ingen nedre grense.
criteria-edition = Versjon { $version }: { $name }, { $moment }
criteria-decided-by = Kommunens kjennetegn, versjon { $version }.
field-offends-always = § 12-5 har ingen nedre grense. Dette kjennetegnet er alltid nok alene.

chain-title = Rekka hos skoleeier
chain-lead = Slik går et varsel fra en rektor i kommunen.
chain-lead-school = Slik går et varsel fra { $school }.
chain-whose = Se rekka for en skole
chain-now = Rekka nå
chain-nobody = Ingen er kontakt hos skoleeier. Legg inn noen i katalogen først.
chain-else = ellers { $name }
chain-waits = { $days ->
    [one] Har 1 arbeidsdag på seg
   *[other] Har { $days } arbeidsdager på seg
}
chain-version = Versjon { $version }. Et varsel som alt er på vei, følger den rekka det startet med.
chain-from-directory = Rekkefølgen fra katalogen. Kommunen har ikke satt opp en egen.
chain-use = Hvilken rekke skal gjelde?
chain-use-own = Kommunens egen, som under
chain-use-own-school = En egen for { $school }, som under
chain-use-municipality = Den samme som kommunen
chain-use-directory = Rekkefølgen fra katalogen
chain-step = { $number }. trinn
chain-who = Hvem
chain-deputy = Hvem ellers, når den første ikke kan
chain-wait = Arbeidsdager på seg
chain-wait-how = Tomt felt: så lenge kommunen ellers har bestemt.
chain-channel = Hvordan
chain-channel-is = { $channel ->
    [mail_and_ring] Brev, og rektor ringer
   *[mail] Brev
}

notice-chain-version = Rekka slik den var da varselet ble sendt, versjon { $version }.
notice-chain-directory = Rekka slik den var i katalogen da varselet ble sendt.
sent-title = Hvem har fått varselet
sent-who = Mottaker
sent-asked = Spurt
sent-letter = Brevet
sent-answer = Bekreftet
sent-letter-is = { $outcome ->
    [sent] Levert { $moment }
    [bounced] Kom ikke fram { $moment }
    [by_hand] Må leveres av noen { $moment }
   *[none] På vei
}
sent-no-answer = Ikke bekreftet
sent-empty = Her kommer mottakerne når varselet er sendt.

field-twice-in-chain = Den samme står to ganger i rekka.
field-own-deputy = Velg en annen enn den som skal erstattes.
field-circular-deputies = Disse erstatter hverandre i ring. Da kan varselet ende hos ingen.
field-not-a-contact = Velg en som er kontakt hos skoleeier.
