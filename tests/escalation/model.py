"""A school year as simple as it can be told: what should ring, and when, counted on one's fingers.

It shares nothing with the product: its own holidays, its own counting, its own idea of what keeps what.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from shared.clock import OSLO

# From the almanac: Christmas and New Year, Easter, 1 May, Ascension, Whitsun and 17 May.
HOLIDAYS = (
    {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}
    | {
        date(2027, month, day)
        for month, day in ((3, 25), (3, 26), (3, 28), (3, 29), (5, 1), (5, 6), (5, 16), (5, 17))
    }
    | {date(2028, 4, day) for day in (13, 14, 16, 17)}
)


def end_of_working_day(moment: datetime, days: int) -> datetime:
    """23:59:59 of the n-th day that is not a weekend or a holiday, after the moment's own."""
    day = moment.astimezone(OSLO).date()
    while days:
        day += timedelta(days=1)
        if day.isoweekday() < 6 and day not in HOLIDAYS:
            days -= 1
    return datetime.combine(day, time(23, 59, 59), OSLO)


@dataclass
class Promise:
    """What was promised: its name, from which moments it may ring, and how it begins and is kept."""

    name: str
    rings_from: list[datetime]
    begun: Callable[[set[str]], bool]
    kept: Callable[[set[str]], bool]
    rung: list[datetime] = field(default_factory=list)

    def look(self, now: datetime, known: set[str]) -> None:
        """What a look at that moment tells, when only `known` has been heard of."""
        while (
            len(self.rung) < len(self.rings_from)
            and now >= self.rings_from[len(self.rung)]
            and self.begun(known)
            and not self.kept(known)
        ):
            self.rung.append(now)


def just_after(due: datetime) -> datetime:
    return due + timedelta(seconds=1)
