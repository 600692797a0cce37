# Ressursene.
resource-film-dialogue = I dialog for et trygt og godt skolemiljø
resource-film-parents = Et godt foreldremiljø
resource-film-challenges = Utfordringer i foreldresamarbeidet
resource-film-parents-meeting = Hvordan kan et foreldremøte gi læringsmiljøet et løft
resource-cooperation = Samarbeid mellom hjem og skole
resource-provision-10-3 = Opplæringslova § 10-3
resource-provision-10-8 = Opplæringslova § 10-8
resource-provision-12-4 = Opplæringslova § 12-4
resource-type-film = film
resource-type-resource = ressurs
resource-type-provision = regelverk
resource-link-missing = Lenke mangler
resource-broken = Lenken virker kanskje ikke
resources-help = Noe som kan hjelpe
library-open = Se alle ressursene
