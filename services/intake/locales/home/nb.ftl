# Hvem hjemme som følger saken, og hvorfor.
home-title = Hvem hjemme følger saken
home-follows = følger saken
home-not = følger ikke saken
home-protected = Sperret adresse
home-protected-how = Ingenting går automatisk til denne familien. Alt går for hånd, og verken skole eller adresse må stå i det som sendes.
home-decides-alone = Eleven er fylt 15 år og bestemmer selv i spørsmål om opplæringen (§ 24-5). Foreldrene får vite om saken til eleven er 18.
home-why-responsibility = Har foreldreansvar.
home-why-no_responsibility = Har ikke foreldreansvar. Får opplysninger bare når en leder bestemmer det i denne saken.
home-why-barnevern = Barnevernet har omsorgen, og avgjør sammen med fosterhjemmet (§ 24-4).
home-why-foster = Fosterhjem. Avgjør sammen med barnevernet (§ 24-4).
home-why-care_taken_over = Barnevernet har overtatt omsorgen. Da er det de som avgjør (§ 24-4).
home-why-of_age = Eleven er fylt 18 år og bestemmer selv hvem som får vite noe.
home-why-not_in_time = Står i katalogen for en annen tid enn nå.
home-why-let_in = En leder har bestemt at denne følger saken.
home-why-left_out = En leder har bestemt at denne ikke følger saken.
home-decide = Bestem noe annet enn regelen
home-decide-how = Det gjelder bare denne saken, fra nå av. Begrunnelsen blir stående, og familien ser den ikke her.
home-who = Hvem
home-effect = Hva gjelder
home-in = Følger saken
home-out = Følger ikke saken
home-rule = Som regelen sier
home-reason = Hvorfor
home-do = Lagre avgjørelsen
event-home-decided = { $code ->
    [in] { $person } følger saken, etter avgjørelse av leder
    [out] { $person } følger ikke saken, etter avgjørelse av leder
   *[rule] { $person } følger saken slik regelen sier
}

# Foreldreansvar i Folkeregisteret og i elevlista.
custody-title = Foreldreansvar som ikke stemmer
custody-lead = Her sier Folkeregisteret noe annet enn elevlista ved { $school }. Ingenting er endret. Se på hvert barn, og velg hva som gjelder.
custody-only_register = Folkeregisteret sier at { $name } har foreldreansvar. I elevlista står ikke { $name } ved dette barnet.
custody-only_roster = I elevlista har { $name } foreldreansvar. Folkeregisteret kjenner ikke til det.
custody-more_in_register = Folkeregisteret sier at { $name } har foreldreansvar. I elevlista har { $name } det ikke.
custody-less_in_register = Folkeregisteret sier at { $name } ikke har foreldreansvar. I elevlista har { $name } det.
custody-counts = Hva gjelder
custody-counts-register = Folkeregisteret
custody-counts-roster = Elevlista
custody-reason = Hvorfor
custody-do = Lagre
custody-empty = Folkeregisteret og elevlista sier det samme.
custody-link = Foreldreansvar som ikke stemmer
