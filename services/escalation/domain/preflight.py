"""The daily try of every school's chain: whether it reaches somebody today, by a channel that works (B29)."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.clock import OSLO
from shared.storage.aggregate import Aggregate

PREFLIGHT_ID = "preflight"
AT = time(6, 30)


class SchoolCheck(BaseModel):
    """What the try of one school's chain found."""

    model_config = ConfigDict(frozen=True)

    school_id: str
    reaches: tuple[str, ...]
    """Who can be asked today and has a channel that works; empty: the chain ends in nobody."""
    dead: tuple[str, ...] = ()
    """Who could be asked but whose latest letter did not arrive."""


class Preflight(Aggregate):
    due_at: AwareDatetime | None = None
    tried_at: AwareDatetime | None = None
    checks: list[SchoolCheck] = Field(default_factory=list)

    @classmethod
    def first(cls, now: datetime) -> "Preflight":
        """Try at once when a house is new, then every morning."""
        return cls(id=PREFLIGHT_ID, due_at=now.replace(microsecond=0))

    def clear(self) -> Mapping[str, Any]:
        return {"due_at": self.due_at}

    @property
    def unreached(self) -> list[str]:
        return [one.school_id for one in self.checks if not one.reaches]

    def take(self, checks: list[SchoolCheck], now: datetime) -> None:
        """Keep what was found; the next try is tomorrow morning, weekends and holidays too."""
        self.checks, self.tried_at = checks, now
        tomorrow = now.astimezone(OSLO).date() + timedelta(days=1)
        self.due_at = datetime.combine(tomorrow, AT, OSLO)
