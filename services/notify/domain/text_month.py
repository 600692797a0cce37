"""The texts of one month's letters: kept under one key, and gone on a day that is known beforehand (B67)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Self

from pydantic import AwareDatetime

from shared.clock import OSLO
from shared.storage.aggregate import Aggregate


def text_month(at: datetime) -> str:
    """The month, by Oslo's calendar, that a letter of that moment belongs to; also the scope of its key."""
    return f"letter-text-{at.astimezone(OSLO):%Y-%m}"


class TextMonth(Aggregate):
    """When the key is destroyed, its letters' texts are unreadable everywhere; hash and receipt stay."""

    ends: date
    purge_at: AwareDatetime
    purged_at: AwareDatetime | None = None

    @classmethod
    def of(cls, at: datetime, *, keep_days: int) -> Self:
        here = at.astimezone(OSLO)
        first = here.date().replace(day=1)
        after = (first + timedelta(days=32)).replace(day=1)
        purge = datetime.combine(after + timedelta(days=keep_days), datetime.min.time(), OSLO)
        return cls(id=text_month(at), ends=after, purge_at=purge)

    def clear(self) -> Mapping[str, Any]:
        return {"due_at": self.purge_at if self.purged_at is None else None}

    def scope(self) -> str:
        # Not its own id: that names the key that is destroyed.
        return "letter-texts"

    def purged(self, at: datetime) -> None:
        if self.purged_at is None:
            self.purged_at = at
