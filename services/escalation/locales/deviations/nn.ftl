### Avvik: noko kom til ein annan enn den det var til. Nynorsk.

rules-deviations = Avvik
rules-deviations-how = Brev som kom til feil person, og om Datatilsynet har fått beskjed.
deviations-title = Avvik
deviations-lead = Her står det når noko kom til ein annan enn den det var til. Lova gir 72 timar til å melde frå til Datatilsynet.
deviations-empty = Ingen avvik er melde.
deviation-of = { $school }, sak { $number }
deviation-what = Nokon har sagt at eit brev ikkje var til dei. Adressa er stansa.
deviation-known = Vi fekk vite det { $moment }.
deviation-by = Seinast { $moment }
deviation-assess = Vurder avviket
deviation-question = Er det meldt til Datatilsynet?
deviation-reported = Ja, det er meldt
deviation-not-reported = Nei, det skal ikkje meldast
deviation-reason = Kvifor?
deviation-save = Lagre vurderinga
deviation-outcome = { $outcome ->
    [reported] Meldt til Datatilsynet. Skrive av { $name } { $moment }:
   *[not_reported] Skal ikkje meldast. Skrive av { $name } { $moment }:
}
field-deviation-reason-needed = Skriv kvifor. Vurderinga skal kunne visast fram.
