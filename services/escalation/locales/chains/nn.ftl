### Rekkja hos skuleeigar, og kjenneteikna på alvorlege saker. Nynorsk.

rules-criteria = Kjenneteikn på alvorlege saker
rules-criteria-how = Kva som gjer at rektor blir spurd om skuleeigar skal varslast.
rules-chain = Rekkja hos skuleeigar
rules-chain-how = Kven som får eit varsel, i kva rekkjefølgje, og kor lenge kvar har på seg.

criteria-title = Kjenneteikn på alvorlege saker
criteria-lead = Når noko av dette er skrive ned i ei sak, blir rektor spurd om skuleeigar skal varslast. Rektor avgjer.
criteria-no-law = Lova seier ikkje kva som er alvorleg. Lista er kommunen si eiga.
criteria-version = Versjon { $version }. Spørsmål som alt er stilte, står.
criteria-alone = Nok åleine
criteria-together = Saman med eit anna, eller skrive ned to gonger
criteria-off = Blir ikkje brukt
criteria-always = Skjerpa plikt i § 12-5: Her finst inga nedre grense.
criteria-edition = Versjon { $version }: { $name }, { $moment }
criteria-decided-by = Kjenneteikna til kommunen, versjon { $version }.
field-offends-always = § 12-5 har inga nedre grense. Dette kjenneteiknet er alltid nok åleine.

chain-title = Rekkja hos skuleeigar
chain-lead = Slik går eit varsel frå ein rektor i kommunen.
chain-lead-school = Slik går eit varsel frå { $school }.
chain-whose = Sjå rekkja for ein skule
chain-now = Rekkja no
chain-nobody = Ingen er kontakt hos skuleeigar. Legg inn nokon i katalogen først.
chain-else = elles { $name }
chain-waits = { $days ->
    [one] Har 1 arbeidsdag på seg
   *[other] Har { $days } arbeidsdagar på seg
}
chain-version = Versjon { $version }. Eit varsel som alt er på veg, følgjer rekkja det starta med.
chain-from-directory = Rekkjefølgja frå katalogen. Kommunen har ikkje sett opp ei eiga.
chain-use = Kva rekkje skal gjelde?
chain-use-own = Kommunen si eiga, som under
chain-use-own-school = Ei eiga for { $school }, som under
chain-use-municipality = Den same som kommunen
chain-use-directory = Rekkjefølgja frå katalogen
chain-step = { $number }. steg
chain-who = Kven
chain-deputy = Kven elles, når den første ikkje kan
chain-wait = Arbeidsdagar på seg
chain-wait-how = Tomt felt: så lenge kommunen elles har bestemt.
chain-channel = Korleis
chain-channel-is = { $channel ->
    [mail_and_ring] Brev, og rektor ringjer
   *[mail] Brev
}

notice-chain-version = Rekkja slik ho var då varselet vart sendt, versjon { $version }.
notice-chain-directory = Rekkja slik ho var i katalogen då varselet vart sendt.
sent-title = Kven har fått varselet
sent-who = Mottakar
sent-asked = Spurd
sent-letter = Brevet
sent-answer = Stadfesta
sent-letter-is = { $outcome ->
    [sent] Levert { $moment }
    [bounced] Kom ikkje fram { $moment }
    [by_hand] Må leverast av nokon { $moment }
   *[none] På veg
}
sent-no-answer = Ikkje stadfesta
sent-empty = Her kjem mottakarane når varselet er sendt.

field-twice-in-chain = Den same står to gonger i rekkja.
field-own-deputy = Vel ein annan enn den som skal erstattast.
field-circular-deputies = Desse erstattar kvarandre i ring. Då kan varselet ende hos ingen.
field-not-a-contact = Vel ein som er kontakt hos skuleeigar.
