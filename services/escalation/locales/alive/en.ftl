### Is escalation alive? For those who run it and for the municipality. English.

rules-alive = Does escalation work?
rules-alive-how = Whether deadlines and notices get all the way, and whether the chain reaches somebody for every school.
alive-title = Does escalation work?
alive-yes = Escalation works
alive-yes-how = The latest sign of life got through, and no deadline waits to be told of.
alive-no = Escalation does not work as it should
alive-no-how = Tell operations now. Deadlines are told of when it runs again, and then it says how late.
alive-kafka = Sign of life through the message queue
alive-mail = Sign of life to the mail server
alive-oldest = The oldest deadline that waits
alive-took = got through in { $seconds } seconds
alive-not-lately = has not got through lately
alive-waited = has waited { $seconds } seconds
alive-nothing-due = none waits
preflight-title = The chain of every school, tried { $moment }
preflight-reaches = Reaches
preflight-dead = Letters do not arrive at
preflight-nobody = nobody
preflight-empty = The result will stand here when the chain has been tried for the first time.
