### Er varslingen i live? For dem som drifter og for kommunen. Bokmål.

rules-alive = Virker varslingen?
rules-alive-how = Om frister og varsler går helt fram, og om rekka når noen for hver skole.
alive-title = Virker varslingen?
alive-yes = Varslingen virker
alive-yes-how = Det siste livstegnet kom fram, og ingen frist venter på å bli fortalt om.
alive-no = Varslingen går ikke som den skal
alive-no-how = Gi beskjed til driften nå. Frister blir fortalt om når den er i gang igjen, og da står det hvor sent.
alive-kafka = Livstegn gjennom meldingskøen
alive-mail = Livstegn til e-posttjeneren
alive-oldest = Eldste frist som venter
alive-took = kom fram på { $seconds } sekunder
alive-not-lately = ikke kommet fram i det siste
alive-waited = har ventet { $seconds } sekunder
alive-nothing-due = ingen venter
preflight-title = Rekka for hver skole, prøvd { $moment }
preflight-reaches = Når
preflight-dead = Brev kommer ikke fram til
preflight-nobody = ingen
preflight-empty = Her kommer resultatet når rekka er prøvd for første gang.
