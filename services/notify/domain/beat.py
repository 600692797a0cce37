"""Escalation's heartbeat, answered: that it was heard here, and whether the mail server takes letters."""

from datetime import datetime

from shared.contracts.notify import BeatAnsweredV1
from shared.storage.aggregate import Aggregate

BEAT_ID = "beat_answered"


class BeatAnswer(Aggregate):
    number: int = 0

    def answer(self, number: int, sent_at: datetime, *, mail: bool) -> None:
        """Once for each beat; an older one heard late says nothing."""
        if number > self.number:
            self.number = number
            self._record(BeatAnsweredV1(number=number, sent_at=sent_at, mail=mail))
