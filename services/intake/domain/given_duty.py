"""Duties that are given here and not by a roster, and those that end here before the roster says so (row P9).

The roster is laid under what was decided by hand, at every import anew: a rektor who begins in January does
so whatever the roster says in December.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from shared.contracts.directory import Duty, DutyRole

DAY = timedelta(days=1)


class Relief(BaseModel):
    """One does not have this duty between these days (both included; without an end: no more)."""

    model_config = ConfigDict(frozen=True)

    role: DutyRole
    school_id: str | None
    since: date
    until: date | None = None

    def cut(self, duty: Duty) -> list[Duty]:
        """What is left of a duty: all of it, what was before, what comes after, or nothing."""
        if (duty.role, duty.school_id) != (self.role, self.school_id):
            return [duty]
        left = []
        before = self.since - DAY
        if duty.since is None or duty.since <= before:
            last = before if duty.until is None else min(before, duty.until)
            left.append(duty.model_copy(update={"until": last}))
        if self.until is not None:
            after = self.until + DAY
            if duty.until is None or duty.until >= after:
                first = after if duty.since is None else max(after, duty.since)
                left.append(duty.model_copy(update={"since": first}))
        return left


def duties_with(told: Iterable[Duty], given: Sequence[Duty], reliefs: Sequence[Relief]) -> tuple[Duty, ...]:
    """What somebody answers for: the roster's duties and those given here, less what was ended here."""
    duties = [*told, *(one for one in given)]
    for relief in reliefs:
        duties = [left for duty in duties for left in relief.cut(duty)]
    return tuple(dict.fromkeys(duties))
