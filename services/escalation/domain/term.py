"""The time something is due, and how it was found: counted in days by a rule, or promised by somebody.

It is computed once and kept with its explanation, so that a later change of holidays, closed days or
values never moves what people have been told.
"""

from datetime import datetime, timedelta
from typing import Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.calendar import Counting, Deadline, SkippedDay

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
    values_version: int | None = None
    """Which version of the municipality's values was used; none where no value was."""

    @classmethod
    def counted(cls, deadline: Deadline, *, basis: Basis = "target", values_version: int | None) -> Self:
        return cls(
            start=deadline.start,
            due_at=deadline.at,
            basis=basis,
            counting=deadline.counting,
            days=deadline.days,
            skipped=deadline.skipped,
            values_version=values_version,
        )

    @classmethod
    def promised(cls, start: datetime, due_at: datetime) -> Self:
        return cls(start=start, due_at=due_at)

    @property
    def statutory(self) -> bool:
        return self.basis == "statutory"


def first_moment_after(due_at: datetime) -> datetime:
    """The first whole second at which something due then is no longer in time: never early.

    Whole seconds, because MongoDB keeps milliseconds: a finer moment would be found before it has come.
    """
    return due_at.replace(microsecond=0) + _A_SECOND
