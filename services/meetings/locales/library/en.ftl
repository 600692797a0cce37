# The resources.
resource-film-dialogue = In dialogue for a safe and good school environment
resource-film-parents = A good parent community
resource-film-challenges = Challenges in working with parents
resource-film-parents-meeting = How can a parents' meeting lift the learning environment
resource-cooperation = Cooperation between home and school
resource-provision-10-3 = Education Act, section 10-3
resource-provision-10-8 = Education Act, section 10-8
resource-provision-12-4 = Education Act, section 12-4
resource-type-film = film
resource-type-resource = resource
resource-type-provision = law
resource-link-missing = Link missing
resource-broken = The link may not work
resources-help = Something that may help
library-open = See all the resources
