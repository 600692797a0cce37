### Er varslinga i live? For dei som driftar og for kommunen. Nynorsk.

rules-alive = Verkar varslinga?
rules-alive-how = Om fristar og varsel går heilt fram, og om rekkja når nokon for kvar skule.
alive-title = Verkar varslinga?
alive-yes = Varslinga verkar
alive-yes-how = Det siste livsteiknet kom fram, og ingen frist ventar på å bli fortald om.
alive-no = Varslinga går ikkje som ho skal
alive-no-how = Gi beskjed til drifta no. Fristar blir fortalde om når ho er i gang att, og då står det kor seint.
alive-kafka = Livsteikn gjennom meldingskøen
alive-mail = Livsteikn til e-posttenaren
alive-oldest = Eldste frist som ventar
alive-took = kom fram på { $seconds } sekund
alive-not-lately = ikkje kome fram i det siste
alive-waited = har venta { $seconds } sekund
alive-nothing-due = ingen ventar
preflight-title = Rekkja for kvar skule, prøvd { $moment }
preflight-reaches = Når
preflight-dead = Brev kjem ikkje fram til
preflight-nobody = ingen
preflight-empty = Her kjem resultatet når rekkja er prøvd for første gong.
