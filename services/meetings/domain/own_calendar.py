"""One employee's own calendar: where their other plans are read from, and the link their meetings go out by.

Of other plans only from when until when is kept; what they are about is never read.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Self

from pydantic import BaseModel, Field

from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

READ_EVERY = timedelta(minutes=30)
BELIEVED_FOR = timedelta(days=1)


class Busy(BaseModel):
    """A stretch of time in which somebody has other plans."""

    starts: datetime
    ends: datetime


class CalendarNotRead(Refusal):
    """The address gives no calendar that we may read; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__("calendar-not-read", fields={"url": code})
        self.why = code


class OwnCalendar(Aggregate):
    """Belongs to a person and to no case."""

    person_id: str
    url: str | None = None
    busy: list[Busy] = Field(default_factory=list)
    read_at: datetime | None = None
    trouble: str | None = Field(default=None, description="why it could not be read the last time")
    read_again_at: datetime | None = None
    feed_revision: int = Field(default=1, description="part of the secret link; a new one ends the old")

    @classmethod
    def id_for(cls, person_id: str) -> str:
        return derived_id("calendar", person_id)

    @classmethod
    def blank(cls, person_id: str) -> Self:
        return cls(id=cls.id_for(person_id), person_id=person_id)

    def scope(self) -> str:
        return self.person_id

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id, "due_at": self.read_again_at}

    def connect(self, url: str, busy: Sequence[Busy], *, at: datetime) -> None:
        """Read other plans from here from now on."""
        self.url = url
        self.read(busy, at=at)

    def read(self, busy: Sequence[Busy], *, at: datetime) -> None:
        self.busy, self.read_at, self.trouble = [*busy], at, None
        self.read_again_at = at + READ_EVERY

    def not_read(self, why: str, *, at: datetime) -> None:
        """It could not be read: what was known holds for a day, then nothing is known."""
        self.trouble, self.read_again_at = why, at + READ_EVERY
        if self.read_at is None or at - self.read_at >= BELIEVED_FOR:
            self.busy = []

    def disconnect(self) -> None:
        self.url, self.busy, self.read_at, self.trouble, self.read_again_at = None, [], None, None, None

    def renew_feed(self) -> None:
        """The link that went out before opens nothing any more."""
        self.feed_revision += 1
