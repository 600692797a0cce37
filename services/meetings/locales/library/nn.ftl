# Ressursane.
resource-film-dialogue = I dialog for eit trygt og godt skolemiljø
resource-film-parents = Eit godt foreldremiljø
resource-film-challenges = Utfordringar i foreldresamarbeidet
resource-film-parents-meeting = Korleis kan eit foreldremøte gi læringsmiljøet eit løft
resource-cooperation = Samarbeid mellom heim og skule
resource-provision-10-3 = Opplæringslova § 10-3
resource-provision-10-8 = Opplæringslova § 10-8
resource-provision-12-4 = Opplæringslova § 12-4
resource-type-film = film
resource-type-resource = ressurs
resource-type-provision = regelverk
resource-link-missing = Lenkje manglar
resource-broken = Lenkja verkar kanskje ikkje
resources-help = Noko som kan hjelpe
library-open = Sjå alle ressursane
