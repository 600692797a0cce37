### Kommunens egne verdier, linja med frister og rytmen med hjemmet. Bokmål.

clock-why-hours = { $hours ->
    [one] 1 time etter.
   *[other] { $hours } timer etter.
}
clock-why-wished = Dagen som var satt, { $day }, er uten skole.
clock-why-ahead = Skal være gjort { $days } dager før { $day }.
clock-values = { $place ->
    [agreed] Rytmen er avtalt med familien.
    [school] Regnet etter skolens egne verdier, versjon { $version }.
    [municipality] Regnet etter kommunens verdier, versjon { $version }.
   *[default] Regnet etter verdiene som følger med, versjon { $version }.
}

line-title = { $kept } av { $all } frister er gjort
line-told = Fristene i saken, fra når til når
line-now = nå
line-how = Streken går fra da fristen startet, til den går ut. Prikken viser når det ble gjort.
line-as-table = Som tabell
line-what = Frist
line-from = Starter
line-until = Senest
line-done = Gjort
line-not-yet = ikke ennå

rhythm-title = Hvor ofte familien hører fra skolen
rhythm-usual = Minst så ofte som kommunen har bestemt. Familien kan avtale en annen rytme med dere.
rhythm-agreed = { $days ->
    [one] Avtalt med familien: hver skoledag.
   *[other] Avtalt med familien: minst hver { $days }. skoledag.
}
rhythm-change = Avtal en annen rytme
rhythm-days = Skoledager mellom hver gang
rhythm-days-how = Fra 1 til 20. La feltet stå tomt for den vanlige rytmen.
rhythm-save = Lagre rytmen
field-rhythm-out-of-range = Velg fra 1 til 20 skoledager.

rules-title = Kommunens regler
rules-lead = Her bestemmer kommunen hvordan Samspill skal minne, varsle og vente.
rules-back = Til kommunens regler
rules-values = Frister
rules-values-how = Hvor lang tid hver frist har, og hvem som hører om den når den går ut.

values-title = Frister
values-lead = Så lang tid har hver frist i kommunen.
values-lead-school = Så lang tid har hver frist ved { $school }.
values-not-law = Dette er kommunens egne mål. Uka i § 12-6 står i loven og kan ikke endres her.
values-whose = Se fristene ved en skole
values-show-school = Vis skolen
values-show-all = Vis hele kommunen
values-version = Versjon { $version }. En frist som alt går, beholder den versjonen den startet med.
values-length = Tid
values-place = Hvem har bestemt
values-change = Endre
values-owner = skoleeier
values-hours = { $hours ->
    [one] 1 time
   *[other] { $hours } timer
}
values-days = { $counting ->
    [school-days] { $many ->
        [one] { $days } skoledag
       *[other] { $days } skoledager
    }
    [calendar-days] { $many ->
        [one] { $days } dag
       *[other] { $days } dager
    }
   *[working-days] { $many ->
        [one] { $days } arbeidsdag
       *[other] { $days } arbeidsdager
    }
}
values-place-is = { $place ->
    [school] Skolens egen
    [municipality] Kommunens
   *[default] Følger med Samspill
}
values-history = { $count ->
    [one] 1 endring
   *[other] { $count } endringer
}
values-edition = Versjon { $version }, { $place }: { $name }, { $moment }
values-municipality = hele kommunen

value-lead = Gjelder hele kommunen.
value-lead-school = Gjelder { $school }.
value-running = Endringen gjelder frister som starter fra nå av.
value-use = Hvilken verdi skal gjelde?
value-use-own = Kommunens egen verdi, som under
value-use-own-school = En egen verdi for { $school }, som under
value-use-municipality = Den samme som kommunen
value-use-default = Den som følger med Samspill
value-days = Antall dager
value-days-many = Flere tall betyr første, andre og tredje gang: 5, 10, 20.
value-hours = Antall timer
value-counting = Hvilke dager teller?
value-counting-is = { $counting ->
    [school-days] Skoledager (skoleruta)
    [calendar-days] Alle dager
   *[working-days] Arbeidsdager
}
value-remind = Arbeidsdager før fristen det blir minnet om
value-remind-how = 0 er klokka åtte samme dag.
value-steps = Når fristen går ut
value-steps-how = Den første får beskjed med en gang. De neste får beskjed hvis det fortsatt ikke er gjort.
value-tell = { $number }. Hvem får beskjed
value-tell-is = { $tell ->
    [owner] Den som lovet det
    [leader] Rektor
    [deputy] Stedfortreder
   *[school_owner] Skoleeier
}
value-after = { $number }. Arbeidsdager etter fristen
value-save = Lagre
value-back = Til fristene

field-negative-days = Skriv 0 eller et høyere tall. En frist kan ikke gå bakover.
field-no-steps = Velg minst én som får beskjed. Ellers går fristen ut uten at noen hører om den.
field-steps-out-of-order = Hvert trinn må komme etter det før.
field-days-without-counting = Velg hvilke dager som teller.
field-safety-in-hours = Denne fristen gjelder noens trygghet. Den regnes i timer, og ingen fridag kan stoppe den.
field-never-sleeps = Denne fristen går også når skolen har fri. Velg arbeidsdager eller alle dager.
field-too-many-days = Skriv 90 dager eller færre.
field-one-number = Skriv ett tall.
field-days-out-of-order = Skriv tallene fra lavest til høyest.
field-no-school-day = Skoleruta har ingen skoledager framover. Legg inn skoleruta først.
