### Avvik: noe kom til en annen enn den det var til. Bokmål.

rules-deviations = Avvik
rules-deviations-how = Brev som kom til feil person, og om Datatilsynet har fått beskjed.
deviations-title = Avvik
deviations-lead = Her står det når noe kom til en annen enn den det var til. Loven gir 72 timer til å melde fra til Datatilsynet.
deviations-empty = Ingen avvik er meldt.
deviation-of = { $school }, sak { $number }
deviation-what = Noen har sagt at et brev ikke var til dem. Adressen er stanset.
deviation-known = Vi fikk vite det { $moment }.
deviation-by = Senest { $moment }
deviation-assess = Vurder avviket
deviation-question = Er det meldt til Datatilsynet?
deviation-reported = Ja, det er meldt
deviation-not-reported = Nei, det skal ikke meldes
deviation-reason = Hvorfor?
deviation-save = Lagre vurderingen
deviation-outcome = { $outcome ->
    [reported] Meldt til Datatilsynet. Skrevet av { $name } { $moment }:
   *[not_reported] Skal ikke meldes. Skrevet av { $name } { $moment }:
}
field-deviation-reason-needed = Skriv hvorfor. Vurderingen skal kunne vises fram.
