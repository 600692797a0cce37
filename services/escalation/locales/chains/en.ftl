### The school owner's chain, and the criteria for serious cases. English.

rules-criteria = Criteria for serious cases
rules-criteria-how = What makes the head teacher be asked whether to notify the school owner.
rules-chain = The school owner's chain
rules-chain-how = Who gets a notice, in which order, and how long each of them has.

criteria-title = Criteria for serious cases
criteria-lead = When any of this is written down in a case, the head teacher is asked whether to notify the school owner. The head teacher decides.
criteria-no-law = The law does not say what is serious. The list is the municipality's own.
criteria-version = Version { $version }. Questions already asked stand.
criteria-alone = Enough alone
criteria-together = Together with another, or written down twice
criteria-off = Not used
criteria-always = The sharpened duty of § 12-5: there is no lower limit here.
criteria-edition = Version { $version }: { $name }, { $moment }
criteria-decided-by = The municipality's criteria, version { $version }.
field-offends-always = § 12-5 has no lower limit. This criterion is always enough alone.

chain-title = The school owner's chain
chain-lead = This is how a notice from a head teacher in the municipality goes.
chain-lead-school = This is how a notice from { $school } goes.
chain-whose = See the chain for one school
chain-now = The chain now
chain-nobody = Nobody is a contact of the school owner. Put somebody in the directory first.
chain-else = otherwise { $name }
chain-waits = { $days ->
    [one] Has 1 working day
   *[other] Has { $days } working days
}
chain-version = Version { $version }. A notice on its way follows the chain it started with.
chain-from-directory = The order of the directory. The municipality has not set up its own.
chain-use = Which chain should count?
chain-use-own = The municipality's own, as below
chain-use-own-school = One of its own for { $school }, as below
chain-use-municipality = The same as the municipality
chain-use-directory = The order of the directory
chain-step = Step { $number }
chain-who = Who
chain-deputy = Who instead, when the first one cannot
chain-wait = Working days to answer
chain-wait-how = Empty: as long as the municipality has decided otherwise.
chain-channel = How
chain-channel-is = { $channel ->
    [mail_and_ring] A letter, and the head teacher rings
   *[mail] A letter
}

notice-chain-version = The chain as it was when the notice was sent, version { $version }.
notice-chain-directory = The chain as it was in the directory when the notice was sent.
sent-title = Who has got the notice
sent-who = Recipient
sent-asked = Asked
sent-letter = The letter
sent-answer = Acknowledged
sent-letter-is = { $outcome ->
    [sent] Delivered { $moment }
    [bounced] Did not arrive { $moment }
    [by_hand] To be brought by somebody { $moment }
   *[none] On its way
}
sent-no-answer = Not acknowledged
sent-empty = The recipients will stand here when the notice has been sent.

field-twice-in-chain = The same person stands twice in the chain.
field-own-deputy = Choose another than the one to be replaced.
field-circular-deputies = These replace each other in a ring. The notice could end with nobody.
field-not-a-contact = Choose a contact of the school owner.
