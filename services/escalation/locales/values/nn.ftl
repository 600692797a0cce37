### Verdiane til kommunen, linja med fristar og rytmen med heimen. Nynorsk.

clock-why-hours = { $hours ->
    [one] 1 time etter.
   *[other] { $hours } timar etter.
}
clock-why-wished = Dagen som var sett, { $day }, er utan skule.
clock-why-ahead = Skal vere gjort { $days } dagar før { $day }.
clock-values = { $place ->
    [agreed] Rytmen er avtalt med familien.
    [school] Rekna etter verdiane til skulen, versjon { $version }.
    [municipality] Rekna etter verdiane til kommunen, versjon { $version }.
   *[default] Rekna etter verdiane som følgjer med, versjon { $version }.
}

line-title = { $kept } av { $all } fristar er gjorde
line-told = Fristane i saka, frå når til når
line-now = no
line-how = Streken går frå då fristen starta, til han går ut. Prikken viser når det vart gjort.
line-as-table = Som tabell
line-what = Frist
line-from = Startar
line-until = Seinast
line-done = Gjort
line-not-yet = ikkje enno

rhythm-title = Kor ofte familien høyrer frå skulen
rhythm-usual = Minst så ofte som kommunen har bestemt. Familien kan avtale ein annan rytme med dykk.
rhythm-agreed = { $days ->
    [one] Avtalt med familien: kvar skuledag.
   *[other] Avtalt med familien: minst kvar { $days }. skuledag.
}
rhythm-change = Avtal ein annan rytme
rhythm-days = Skuledagar mellom kvar gong
rhythm-days-how = Frå 1 til 20. Lat feltet stå tomt for den vanlege rytmen.
rhythm-save = Lagre rytmen
field-rhythm-out-of-range = Vel frå 1 til 20 skuledagar.

rules-title = Reglane til kommunen
rules-lead = Her bestemmer kommunen korleis Samspill skal minne, varsle og vente.
rules-back = Til reglane til kommunen
rules-values = Fristar
rules-values-how = Kor lang tid kvar frist har, og kven som høyrer om han når han går ut.

values-title = Fristar
values-lead = Så lang tid har kvar frist i kommunen.
values-lead-school = Så lang tid har kvar frist ved { $school }.
values-not-law = Dette er kommunen sine eigne mål. Veka i § 12-6 står i lova og kan ikkje endrast her.
values-whose = Sjå fristane ved ein skule
values-show-school = Vis skulen
values-show-all = Vis heile kommunen
values-version = Versjon { $version }. Ein frist som alt går, held på versjonen han starta med.
values-length = Tid
values-place = Kven har bestemt
values-change = Endre
values-owner = skuleeigar
values-hours = { $hours ->
    [one] 1 time
   *[other] { $hours } timar
}
values-days = { $counting ->
    [school-days] { $many ->
        [one] { $days } skuledag
       *[other] { $days } skuledagar
    }
    [calendar-days] { $many ->
        [one] { $days } dag
       *[other] { $days } dagar
    }
   *[working-days] { $many ->
        [one] { $days } arbeidsdag
       *[other] { $days } arbeidsdagar
    }
}
values-place-is = { $place ->
    [school] Skulen sin eigen
    [municipality] Kommunen sin
   *[default] Følgjer med Samspill
}
values-history = { $count ->
    [one] 1 endring
   *[other] { $count } endringar
}
values-edition = Versjon { $version }, { $place }: { $name }, { $moment }
values-municipality = heile kommunen

value-lead = Gjeld heile kommunen.
value-lead-school = Gjeld { $school }.
value-running = Endringa gjeld fristar som startar frå no av.
value-use = Kva verdi skal gjelde?
value-use-own = Kommunen sin eigen verdi, som under
value-use-own-school = Ein eigen verdi for { $school }, som under
value-use-municipality = Den same som kommunen
value-use-default = Den som følgjer med Samspill
value-days = Kor mange dagar
value-days-many = Fleire tal betyr første, andre og tredje gong: 5, 10, 20.
value-hours = Kor mange timar
value-counting = Kva dagar tel?
value-counting-is = { $counting ->
    [school-days] Skuledagar (skuleruta)
    [calendar-days] Alle dagar
   *[working-days] Arbeidsdagar
}
value-remind = Arbeidsdagar før fristen det blir minna om
value-remind-how = 0 er klokka åtte same dag.
value-steps = Når fristen går ut
value-steps-how = Den første får beskjed med ein gong. Dei neste får beskjed om det framleis ikkje er gjort.
value-tell = { $number }. Kven får beskjed
value-tell-is = { $tell ->
    [owner] Den som lova det
    [leader] Rektor
    [deputy] Stadfortredar
   *[school_owner] Skuleeigar
}
value-after = { $number }. Arbeidsdagar etter fristen
value-save = Lagre
value-back = Til fristane

field-negative-days = Skriv 0 eller eit høgare tal. Ein frist kan ikkje gå bakover.
field-no-steps = Vel minst éin som får beskjed. Elles går fristen ut utan at nokon høyrer om han.
field-steps-out-of-order = Kvart steg må kome etter det før.
field-days-without-counting = Vel kva dagar som tel.
field-safety-in-hours = Denne fristen gjeld tryggleiken til nokon. Han blir rekna i timar, og ingen fridag kan stoppe han.
field-never-sleeps = Denne fristen går òg når skulen har fri. Vel arbeidsdagar eller alle dagar.
field-too-many-days = Skriv 90 dagar eller færre.
field-one-number = Skriv eitt tal.
field-days-out-of-order = Skriv tala frå lågast til høgast.
field-no-school-day = Skuleruta har ingen skuledagar framover. Legg inn skuleruta først.
