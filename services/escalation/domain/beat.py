"""That escalation is alive: a beat that goes out through Kafka and comes back, by way of the mail server too.

Machine time throughout: whether we are alive does not depend on the clock that a demo moves.
"""

from datetime import datetime, timedelta

from pydantic import AwareDatetime

from shared.contracts.escalation import EscalationBeatV1
from shared.storage.aggregate import Aggregate

BEAT_ID = "beat_escalation"
EVERY_S = 20.0
FRESH = timedelta(seconds=90)


class Beat(Aggregate):
    number: int = 0
    sent_at: AwareDatetime | None = None
    round_at: AwareDatetime | None = None
    """When the latest beat that came back from Kafka was sent, and how long it was on its way."""
    round_s: float | None = None
    mail_at: AwareDatetime | None = None
    mail_s: float | None = None
    mail_answers: bool = False

    @classmethod
    def first(cls) -> "Beat":
        return cls(id=BEAT_ID)

    def send(self, now: datetime) -> None:
        self.number, self.sent_at = self.number + 1, now
        self._record(EscalationBeatV1(number=self.number, sent_at=now))

    def come_round(self, sent_at: datetime, now: datetime) -> None:
        """It was heard again here: MongoDB, the relay and Kafka work."""
        if self.round_at is None or sent_at > self.round_at:
            self.round_at, self.round_s = sent_at, (now - sent_at).total_seconds()

    def answered(self, sent_at: datetime, now: datetime, *, mail: bool) -> None:
        """Notify has heard it and asked the mail server."""
        if self.mail_at is None or sent_at > self.mail_at:
            self.mail_at, self.mail_s = sent_at, (now - sent_at).total_seconds()
            self.mail_answers = mail

    def kafka_fresh(self, now: datetime) -> bool:
        return self.round_at is not None and now - self.round_at < FRESH

    def mail_fresh(self, now: datetime) -> bool:
        return self.mail_answers and self.mail_at is not None and now - self.mail_at < FRESH
