"""Figures of the schools, and what of them may be shown: no number from which a child could be guessed.

Everything shown is either hidden (fewer than five) or a multiple of five, totals too. So what can be had by
taking one shown number from another, over schools, months or years, is never a small number either.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

FEWEST = 5


class Month(NamedTuple):
    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    def plus(self, months: int) -> "Month":
        whole = self.year * 12 + self.month - 1 + months
        return Month(whole // 12, whole % 12 + 1)

    @property
    def text(self) -> str:
        return f"{self.year}-{self.month:02}"


class Counts(BaseModel):
    """One school in one month, exactly; never shown as it is."""

    model_config = ConfigDict(frozen=True)

    opened: int = 0
    open_cases: int = 0
    kept: int = 0
    broken: int = 0
    evaluated: int = 0
    meetings: int = 0
    meeting_days: float = 0.0
    """Days from report to first meeting, all of them together."""


class Shown(BaseModel):
    """What may be shown of some months at one school, or of all of them; none is "fewer than five"."""

    opened: int | None
    open_cases: int | None
    kept: int | None
    broken: int | None
    evaluated: int | None
    days_to_meeting: float | None
    kept_of_ten: int | None
    """Of ten promises, how many were kept; from the shown numbers only."""


def together(counts: Iterable[Counts]) -> Counts:
    """Several months or schools as one; open cases are those of the last."""
    found = list(counts)
    names = ("opened", "kept", "broken", "evaluated", "meetings", "meeting_days")
    total = {name: sum(getattr(one, name) for one in found) for name in names}
    return Counts(**total, open_cases=found[-1].open_cases if found else 0)


def side_by_side(schools: Sequence[Counts]) -> Counts:
    """All schools as one: their open cases are added, too."""
    whole = together(schools)
    return whole.model_copy(update={"open_cases": sum(one.open_cases for one in schools)})


def shown(counts: Counts) -> Shown:
    kept, broken = number(counts.kept), number(counts.broken)
    known = kept is not None and broken is not None and kept + broken > 0
    meetings = number(counts.meetings)
    return Shown(
        opened=number(counts.opened),
        open_cases=number(counts.open_cases),
        kept=kept,
        broken=broken,
        evaluated=number(counts.evaluated),
        days_to_meeting=round(counts.meeting_days / counts.meetings) if meetings else None,
        kept_of_ten=round(10 * kept / (kept + broken))
        if known and kept is not None and broken is not None
        else None,
    )


def number(count: int) -> int | None:
    """Nought as nought, fewer than five hidden, the rest to the nearest five."""
    if 0 < count < FEWEST:
        return None
    return FEWEST * round(count / FEWEST)
