# Hvordan brevene går: prøvedrift, og hvem som ville fått et brev.

municipality-title = Brev i kommunen
municipality-lead = Det som gjelder brevene fra alle skolene.
trial-title = Prøvedrift
trial-on = Prøvedrift er på: ingen brev sendes
trial-off = Brevene sendes som vanlig
trial-what = I prøvedrift skrives alle brev helt ferdig, men ingen forlater systemet, heller ikke de som haster. Brev som ble holdt tilbake, sendes ikke når prøvedriften er over.
trial-changed = Endret av { $name } { $when }.
trial-kept = { $count ->
    [one] Ett brev er skrevet og holdt tilbake.
   *[other] { $count } brev er skrevet og holdt tilbake.
  }
trial-turn-on = Slå på prøvedrift
trial-turn-off = Slå av prøvedrift
trial-banner = Prøvedrift: brevene skrives, men ingen sendes.

mailing-title = Hvem ville fått brevet?
mailing-lead = Velg en gruppe og se hvem som ville fått et brev, og hvordan. Ingenting sendes.
mailing-group = Gruppe
mailing-show = Vis mottakerne
mailing-of = Foreldre til elevene i { $group }
mailing-count = { $mail } på e-post, { $hand } for hånd.
mailing-protected = { $count ->
    [one] Én forelder med beskyttet adresse står ikke i listen. Følg kommunens rutine.
   *[other] { $count } foreldre med beskyttet adresse står ikke i listen. Følg kommunens rutine.
  }
mailing-empty = Ingen foreldre er registrert for denne gruppen.
mailing-by-mail = E-post
mailing-by-hand = For hånd
mailing-column-language = Språk
mailing-column-how = Hvordan
mailing-language-nb = Bokmål
mailing-language-nn = Nynorsk
mailing-language-en = Engelsk

letter-state-resting = Venter til et bedre tidspunkt
letter-state-sandboxed = Skrevet, ikke sendt: prøvedrift
letter-state-unwanted = Ikke sendt: mottakeren har meldt seg av

unsubscribe-title = Vil du slippe disse brevene?
unsubscribe-lead = Du får ikke flere slike oppsummeringer. Brev som skolen eller kommunen må sende deg, kommer som før.
unsubscribe-button = Meld meg av
unsubscribe-done-title = Du er meldt av
unsubscribe-again = Meld meg på igjen
unsubscribe-again-done-title = Du får dem igjen
