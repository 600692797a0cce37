"""A session, or the login behind it, that has come to its end."""

from datetime import datetime

from shared.contracts.access import SignedOutV1
from shared.storage.aggregate import Aggregate

SCOPE = "sessions"


class EndedSession(Aggregate):
    """`id` is the session's, or that of the login at the issuer; every service refuses it from now on."""

    until: datetime

    def scope(self) -> str:
        return SCOPE

    @classmethod
    def end(cls, session_id: str, until: datetime) -> "EndedSession":
        ended = cls(id=session_id, until=until)
        ended._record(SignedOutV1(session_id=session_id, until=until))
        return ended
