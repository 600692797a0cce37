"""Two ways of counting days, never mixed: working days and school days.

*Working days* (arbeidsdager): Monday to Friday less Norwegian public holidays; the municipality's offices.
*School days* (skoledager): the working days on which the school's own calendar does not say closed.

How a deadline is counted: the day something happens is day zero; the deadline is the *end* (23:59:59,
Oslo) of the n-th counting day after it. Nobody loses hours because they wrote late in the day, and a
deadline never falls at night between two days. Deadlines in hours (two hours for a repeated alert) are
plain additions of time and are not made here. Every deadline carries its explanation, for people who ask
why it is that day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from shared.clock import OSLO

_DAY = timedelta(days=1)
_END_OF_DAY = time(23, 59, 59)
_SATURDAY = 5
# Longer than any closure a school can have; a calendar that never opens must not loop for ever.
_FURTHEST = 800


class Counting(StrEnum):
    """Which days count."""

    WORKING_DAYS = "working-days"
    SCHOOL_DAYS = "school-days"
    CALENDAR_DAYS = "calendar-days"


class NotCounted(StrEnum):
    """Why a day was skipped; pages have a word for each."""

    WEEKEND = "weekend"
    PUBLIC_HOLIDAY = "public-holiday"
    SCHOOL_CLOSED = "school-closed"


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day between start and deadline that did not count."""

    day: date
    reason: NotCounted
    holiday: str | None = None
    """The holiday's code, such as `good-friday`; only for public holidays."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment to keep, and how it was found."""

    at: datetime
    """The last moment that still keeps it: 23:59:59 Oslo time, aware."""
    start: datetime
    counting: Counting
    days: int
    skipped: tuple[SkippedDay, ...] = ()

    @property
    def day(self) -> date:
        return self.at.astimezone(OSLO).date()


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """One school's calendar: the weekdays it is closed on, beside public holidays."""

    closed: frozenset[date] = frozenset()

    def why_not(self, day: date) -> SkippedDay | None:
        """Return why pupils are not at school that day, or None when they are."""
        return _not_working(day) or (
            SkippedDay(day, NotCounted.SCHOOL_CLOSED) if day in self.closed else None
        )

    def is_school_day(self, day: date) -> bool:
        return self.why_not(day) is None


@dataclass(frozen=True, slots=True)
class Section126Dates:
    """When the family may turn to Statsforvalteren (§ 12-6): the week, read in both ways.

    The law says one week; Udir reads it as five working days. Both are shown, neither is ever paused.
    """

    one_week: Deadline
    five_working_days: Deadline


class CalendarNeverOpens(Exception):
    """The calendar given has no counting day within two years."""


def is_working_day(day: date) -> bool:
    return _not_working(day) is None


def public_holiday(day: date) -> str | None:
    """Return the code of the Norwegian public holiday on that day, such as `constitution-day`."""
    return _holidays(day.year).get(day)


def add_working_days(moment: datetime, days: int) -> Deadline:
    """Return the end of the n-th working day after the moment's own day in Oslo."""
    return _count(moment, days, Counting.WORKING_DAYS, _not_working)


def add_school_days(moment: datetime, days: int, calendar: SchoolCalendar) -> Deadline:
    """Return the end of the n-th school day after the moment's own day in Oslo."""
    return _count(moment, days, Counting.SCHOOL_DAYS, calendar.why_not)


def add_calendar_days(moment: datetime, days: int) -> Deadline:
    """Return the end of the n-th day after, every day counted."""
    return _count(moment, days, Counting.CALENDAR_DAYS, lambda _: None)


def section_12_6_dates(raised_at: datetime) -> Section126Dates:
    """Return both readings of the week that runs from when the matter was raised with the rektor."""
    return Section126Dates(
        one_week=add_calendar_days(raised_at, 7), five_working_days=add_working_days(raised_at, 5)
    )


def next_school_day(after: date, calendar: SchoolCalendar) -> date:
    """Return the first school day later than the one given."""
    return add_school_days(datetime.combine(after, time(12), OSLO), 1, calendar).day


def end_of_day(day: date) -> datetime:
    """Return the last second of that day in Oslo."""
    return datetime.combine(day, _END_OF_DAY, OSLO)


def _count(
    moment: datetime, days: int, counting: Counting, why_not: Callable[[date], SkippedDay | None]
) -> Deadline:
    if moment.tzinfo is None:
        raise ValueError("a deadline starts at a moment with a time zone")
    if days < 0:
        raise ValueError("a deadline is counted forwards")
    day = moment.astimezone(OSLO).date()
    skipped: list[SkippedDay] = []
    left = days
    while left:
        day += _DAY
        reason = why_not(day)
        if reason is None:
            left -= 1
            continue
        skipped.append(reason)
        if len(skipped) > _FURTHEST:
            raise CalendarNeverOpens(f"no {counting} within {_FURTHEST} days")
    return Deadline(end_of_day(day), moment, counting, days, tuple(skipped))


def _not_working(day: date) -> SkippedDay | None:
    holiday = _holidays(day.year).get(day)
    if holiday is not None:
        return SkippedDay(day, NotCounted.PUBLIC_HOLIDAY, holiday)
    return SkippedDay(day, NotCounted.WEEKEND) if day.weekday() >= _SATURDAY else None


@cache
def _holidays(year: int) -> dict[date, str]:
    # Late, and one country only: importing the package costs 0.3 s, which most processes never need.
    from holidays.countries.norway import Norway

    named = Norway(years=year, language="en_US").items()
    return {day: _code(name) for day, name in named}


def _code(name: str) -> str:
    # Two holidays on one date arrive as "Ascension Day; Constitution Day": the code keeps both.
    return "+".join(part.strip().lower().replace("'", "").replace(" ", "-") for part in name.split(";"))
