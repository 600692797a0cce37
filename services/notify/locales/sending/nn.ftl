# Korleis breva går: prøvedrift, og kven som ville fått eit brev.

municipality-title = Brev i kommunen
municipality-lead = Det som gjeld breva frå alle skulane.
trial-title = Prøvedrift
trial-on = Prøvedrift er på: ingen brev blir sende
trial-off = Breva blir sende som vanleg
trial-what = I prøvedrift blir alle brev skrivne heilt ferdige, men ingen forlèt systemet, heller ikkje dei som hastar. Brev som blei haldne tilbake, blir ikkje sende når prøvedrifta er over.
trial-changed = Endra av { $name } { $when }.
trial-kept = { $count ->
    [one] Eitt brev er skrive og halde tilbake.
   *[other] { $count } brev er skrivne og haldne tilbake.
  }
trial-turn-on = Slå på prøvedrift
trial-turn-off = Slå av prøvedrift
trial-banner = Prøvedrift: breva blir skrivne, men ingen blir sende.

mailing-title = Kven ville fått brevet?
mailing-lead = Vel ei gruppe og sjå kven som ville fått eit brev, og korleis. Ingenting blir sendt.
mailing-group = Gruppe
mailing-show = Vis mottakarane
mailing-of = Foreldre til elevane i { $group }
mailing-count = { $mail } på e-post, { $hand } for hand.
mailing-protected = { $count ->
    [one] Éin forelder med skjerma adresse står ikkje i lista. Følg rutinen i kommunen.
   *[other] { $count } foreldre med skjerma adresse står ikkje i lista. Følg rutinen i kommunen.
  }
mailing-empty = Ingen foreldre er registrerte for denne gruppa.
mailing-by-mail = E-post
mailing-by-hand = For hand
mailing-column-language = Språk
mailing-column-how = Korleis
mailing-language-nb = Bokmål
mailing-language-nn = Nynorsk
mailing-language-en = Engelsk

letter-state-resting = Ventar til eit betre tidspunkt
letter-state-sandboxed = Skrive, ikkje sendt: prøvedrift
letter-state-unwanted = Ikkje sendt: mottakaren har meldt seg av

unsubscribe-title = Vil du sleppe desse breva?
unsubscribe-lead = Du får ikkje fleire slike oppsummeringar. Brev som skulen eller kommunen må sende deg, kjem som før.
unsubscribe-button = Meld meg av
unsubscribe-done-title = Du er meld av
unsubscribe-again = Meld meg på igjen
unsubscribe-again-done-title = Du får dei igjen
