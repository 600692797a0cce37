"""The time something is due, and how it was found: counted in days by a rule, or promised by somebody.

It is computed once and kept with its explanation, so that a later change of holidays, closed days or
values never moves what people have been told.
"""

from datetime import date, datetime, timedelta
from typing import Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.calendar import (
    Counting,
    Deadline,
    SchoolCalendar,
    SkippedDay,
    end_of_day,
    next_school_day,
)
from shared.clock import OSLO

Basis = Literal["target", "statutory"]

_A_SECOND = timedelta(seconds=1)


class Term(BaseModel):
    """From when to when. Without `counting` it is a moment that somebody named."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    start: AwareDatetime
    due_at: AwareDatetime
    basis: Basis = "target"
    counting: Counting | None = None
    days: int = 0
    skipped: tuple[SkippedDay, ...] = ()
    wished_on: date | None = None
    """The day somebody had set, where it turned out to be one without school (C6)."""
    counted_back_from: date | None = None
    """The day it is to be done so many days before (C10)."""
    values_version: int | None = None
    """Which version of the municipality's values was used; none where no value was."""
    values_place: str | None = None
    """Whose value it was: the product's (`default`), the `municipality`'s or the `school`'s own."""

    @classmethod
    def counted(
        cls,
        deadline: Deadline,
        *,
        basis: Basis = "target",
        values_version: int | None,
        values_place: str | None = None,
    ) -> Self:
        return cls(
            start=deadline.start,
            due_at=deadline.at,
            basis=basis,
            counting=deadline.counting,
            days=deadline.days,
            skipped=deadline.skipped,
            values_version=values_version,
            values_place=values_place,
        )

    @classmethod
    def promised(cls, start: datetime, due_at: datetime) -> Self:
        return cls(start=start, due_at=due_at)

    @classmethod
    def on_a_school_day(cls, start: datetime, on: date, calendar: SchoolCalendar) -> Self:
        """A day that somebody has set; where there is no school that day, the first day there is."""
        if calendar.is_school_day(on):
            return cls.promised(start, end_of_day(on))
        day = next_school_day(on, calendar)
        free = [calendar.why_not(on + timedelta(days=n)) for n in range((day - on).days)]
        skipped = tuple(one for one in free if one is not None)
        return cls(start=start, due_at=end_of_day(day), skipped=skipped, wished_on=on)

    @classmethod
    def ahead_of(cls, start: datetime, day: date, days: int) -> Self:
        """So many days before that day; at once, by the end of today, where that has passed."""
        due_on = max(day - timedelta(days=days), start.astimezone(OSLO).date())
        return cls(start=start, due_at=end_of_day(due_on), days=days, counted_back_from=day)

    @property
    def statutory(self) -> bool:
        return self.basis == "statutory"


def first_moment_after(due_at: datetime) -> datetime:
    """The first whole second at which something due then is no longer in time: never early.

    Whole seconds, because MongoDB keeps milliseconds: a finer moment would be found before it has come.
    """
    return due_at.replace(microsecond=0) + _A_SECOND
