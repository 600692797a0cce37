# Kven heime som følgjer saka, og kvifor.
home-title = Kven heime følgjer saka
home-follows = følgjer saka
home-not = følgjer ikkje saka
home-protected = Sperra adresse
home-protected-how = Ingenting går automatisk til denne familien. Alt går for hand, og verken skule eller adresse må stå i det som blir sendt.
home-decides-alone = Eleven er fylt 15 år og avgjer sjølv i spørsmål om opplæringa (§ 24-5). Foreldra får vite om saka til eleven er 18.
home-why-responsibility = Har foreldreansvar.
home-why-no_responsibility = Har ikkje foreldreansvar. Får opplysningar berre når ein leiar avgjer det i denne saka.
home-why-barnevern = Barnevernet har omsorga, og avgjer saman med fosterheimen (§ 24-4).
home-why-foster = Fosterheim. Avgjer saman med barnevernet (§ 24-4).
home-why-care_taken_over = Barnevernet har teke over omsorga. Då er det dei som avgjer (§ 24-4).
home-why-of_age = Eleven er fylt 18 år og avgjer sjølv kven som får vite noko.
home-why-not_in_time = Står i katalogen for ei anna tid enn no.
home-why-let_in = Ein leiar har avgjort at denne følgjer saka.
home-why-left_out = Ein leiar har avgjort at denne ikkje følgjer saka.
home-decide = Avgjer noko anna enn regelen
home-decide-how = Det gjeld berre denne saka, frå no av. Grunngivinga blir ståande, og familien ser ho ikkje her.
home-who = Kven
home-effect = Kva gjeld
home-in = Følgjer saka
home-out = Følgjer ikkje saka
home-rule = Som regelen seier
home-reason = Kvifor
home-do = Lagre avgjerda
event-home-decided = { $code ->
    [in] { $person } følgjer saka, etter avgjerd av leiar
    [out] { $person } følgjer ikkje saka, etter avgjerd av leiar
   *[rule] { $person } følgjer saka slik regelen seier
}

# Foreldreansvar i Folkeregisteret og i elevlista.
custody-title = Foreldreansvar som ikkje stemmer
custody-lead = Her seier Folkeregisteret noko anna enn elevlista ved { $school }. Ingenting er endra. Sjå på kvart barn, og vel kva som gjeld.
custody-only_register = Folkeregisteret seier at { $name } har foreldreansvar. I elevlista står ikkje { $name } ved dette barnet.
custody-only_roster = I elevlista har { $name } foreldreansvar. Folkeregisteret kjenner ikkje til det.
custody-more_in_register = Folkeregisteret seier at { $name } har foreldreansvar. I elevlista har { $name } det ikkje.
custody-less_in_register = Folkeregisteret seier at { $name } ikkje har foreldreansvar. I elevlista har { $name } det.
custody-counts = Kva gjeld
custody-counts-register = Folkeregisteret
custody-counts-roster = Elevlista
custody-reason = Kvifor
custody-do = Lagre
custody-empty = Folkeregisteret og elevlista seier det same.
custody-link = Foreldreansvar som ikkje stemmer
