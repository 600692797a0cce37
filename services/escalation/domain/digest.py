"""What a contact of the school owner reads once a day, at the hour they choose, not letter by letter."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.calendar import is_working_day
from shared.clock import OSLO
from shared.contracts.escalation import OwnerDigestDueV1
from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

USUAL_HOUR = 8
MOST_KEPT = 200


class Entry(BaseModel):
    """One thing that was told: a clock that ran out, at a school."""

    model_config = ConfigDict(frozen=True)

    clock_id: str
    case_id: str
    school_id: str
    code: str
    due_at: AwareDatetime
    told_at: AwareDatetime


class Digest(Aggregate):
    person_id: str
    hour: int = USUAL_HOUR
    waiting: list[Entry] = Field(default_factory=list)
    latest: list[Entry] = Field(default_factory=list)
    sent_at: AwareDatetime | None = None
    number: int = 0
    due_at: AwareDatetime | None = None
    taken: list[str] = Field(default_factory=list)
    """The events it has heard of, so that a repeat is no second line."""

    @staticmethod
    def id_for(person_id: str) -> str:
        return derived_id("digest", person_id)

    @classmethod
    def of(cls, person_id: str) -> "Digest":
        return cls(id=cls.id_for(person_id), person_id=person_id)

    def clear(self) -> Mapping[str, Any]:
        return {"person_id": self.person_id, "due_at": self.due_at}

    def scope(self) -> str:
        return self.person_id

    def take(self, entry: Entry, *, event_id: str, now: datetime) -> None:
        """Keep it for the next digest: one line a clock, however often it was told."""
        if event_id in self.taken:
            return
        self.taken = [*self.taken, event_id][-MOST_KEPT:]
        others = [one for one in self.waiting if one.clock_id != entry.clock_id]
        self.waiting = [*others, entry][-MOST_KEPT:]
        if self.due_at is None:
            self.due_at = self._next(now)

    def choose(self, hour: int, *, now: datetime) -> None:
        """Read it at another hour from now on."""
        if not 0 <= hour <= 23:  # noqa: PLR2004 - the hours of a day
            raise Refusal("not-an-hour", fields={"hour": "not-an-hour"})
        self.hour = hour
        if self.due_at is not None:
            self.due_at = self._next(now)

    def send(self, now: datetime, *, contact_id: str) -> bool:
        """The hour has come; False where there is nothing, or it is not time."""
        if self.due_at is None or now < self.due_at:
            return False
        self.due_at = None
        if not self.waiting:
            return False
        self.number += 1
        self.latest, self.waiting, self.sent_at = self.waiting, [], now
        self._record(
            OwnerDigestDueV1(
                case_id=derived_id("digest", self.id, str(self.number)),
                school_id=self.latest[0].school_id,
                at=now,
                person_id=self.person_id,
                contact_id=contact_id,
                lines=len(self.latest),
            )
        )
        return True

    def _next(self, now: datetime) -> datetime:
        """The next time that hour comes on a working day."""
        found = datetime.combine(now.astimezone(OSLO).date(), time(self.hour), OSLO)
        while found <= now or not is_working_day(found.date()):
            found = datetime.combine(found.date() + timedelta(days=1), time(self.hour), OSLO)
        return found
