letter-name-meanwhile-ready = Det som skjer fram til neste møte
letter-name-answer-ready = Svar på noe familien tok opp
letter-name-minutes-to-read = Utkast til referat
letter-name-minutes-added-to = Tillegg til referatet
letter-name-group-reminder = Påminnelse om foreldremøte
letter-name-group-letter = Brev til foreldrene
