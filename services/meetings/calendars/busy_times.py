"""From when until when somebody is busy, out of a calendar file: what it is about is not read.

Repeated appointments are laid out by their rule (RFC 5545: RRULE, RDATE, EXDATE, and single ones that were
moved); what is cancelled, or marked as free, does not count. A file that would take long is laid out in part.
"""

import time
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as clock_time
from typing import Any

from dateutil.rrule import rrule, rruleset, rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar

from services.meetings.domain.own_calendar import Busy, CalendarNotRead
from shared.clock import OSLO

AHEAD = timedelta(days=90)
MOST = 2000
_MOST_OF_ONE = 500
_MOST_RULES = 300
_LONGEST_S = 2.0
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
# A daily or weekly rule with one of these may never fit; it is looked for, day by day, until the year 9999.
_MAY_NEVER_FIT = ("BYMONTH=", "BYMONTHDAY=", "BYYEARDAY=", "BYWEEKNO=", "BYSETPOS=", "BYEASTER=")
_OLDEST = 2000


def busy_times(raw: bytes, *, now: datetime) -> list[Busy]:
    """The stretches that touch the next ninety days, in order; raises `CalendarNotRead("unreadable")`."""
    try:
        calendar: Any = Calendar.from_ical(raw)
        if calendar.name != "VCALENDAR":
            raise CalendarNotRead("unreadable")
        events = calendar.walk("VEVENT")
        found = [one for one in _laid_out(events, now) if one.ends > now and one.starts < now + AHEAD]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
        raise CalendarNotRead("unreadable") from None
    return sorted(found, key=lambda one: one.starts)[:MOST]


def _laid_out(events: list[Any], now: datetime) -> Iterator[Busy]:
    moved: dict[str, set[datetime]] = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            moved.setdefault(str(event.get("UID")), set()).add(_moment(event["RECURRENCE-ID"].dt))
    rules, ends_at = 0, time.monotonic() + _LONGEST_S
    for event in events:
        if not _counts(event):
            continue
        length = _length(event)
        if "RRULE" not in event or "RECURRENCE-ID" in event:
            starts = _moment(event["DTSTART"].dt)
            yield Busy(starts=starts, ends=starts + length)
            continue
        rules += 1
        if rules > _MOST_RULES or time.monotonic() > ends_at:
            continue
        skipped = moved.get(str(event.get("UID")), set())
        for starts in _repeated(event, now - length, now + AHEAD):
            if starts not in skipped:
                yield Busy(starts=starts, ends=starts + length)


def _counts(event: Any) -> bool:
    free = str(event.get("TRANSP", "OPAQUE")).upper() == "TRANSPARENT"
    off = str(event.get("STATUS", "")).upper() == "CANCELLED"
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    return not (free or off or shown in ("FREE", "WORKINGELSEWHERE")) and "DTSTART" in event


def _length(event: Any) -> timedelta:
    starts = event["DTSTART"].dt
    if "DTEND" in event:
        return max(_moment(event["DTEND"].dt) - _moment(starts), timedelta(0))
    if "DURATION" in event:
        told: timedelta = event["DURATION"].dt
        return max(told, timedelta(0))
    return timedelta(0) if isinstance(starts, datetime) else timedelta(days=1)


def _repeated(event: Any, since: datetime, until: datetime) -> Iterator[datetime]:
    """The beginnings within the stretch; counted on the wall clock, so that nine stays nine in summer."""
    first = event["DTSTART"].dt
    zone = _zone(first)
    wall = _wall(first)
    rules = rruleset()
    told = event["RRULE"]
    if wall.year < _OLDEST:
        return
    for one in told if isinstance(told, list) else [told]:
        rule = one.to_ical().decode().upper()
        if _can_be_laid_out(rule):
            rules.rrule(_bounded(_on_the_wall(rule, zone), wall, _wall(until, zone)))
    for name, add in (("EXDATE", rules.exdate), ("RDATE", rules.rdate)):
        for one in _dates(event.get(name)):
            add(_wall(one, zone))
    begins = since.astimezone(zone).replace(tzinfo=None)
    for count, at in enumerate(rules.xafter(begins, inc=True)):
        starts = at.replace(tzinfo=zone).astimezone(UTC)
        if starts >= until or count >= _MOST_OF_ONE:
            return
        yield starts


def _can_be_laid_out(rule: str) -> bool:
    if any(f"FREQ={often}" in rule for often in _TOO_OFTEN):
        return False
    often = "FREQ=DAILY" in rule or "FREQ=WEEKLY" in rule
    return not (often and any(part in rule for part in _MAY_NEVER_FIT))


def _bounded(rule: str, wall: datetime, until: datetime) -> rrule:
    """The rule, ending with what we look at: one that never fits would be looked for until the year 9999."""
    made = rrulestr(rule, dtstart=wall)
    ends = getattr(made, "_until", None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # COUNT and an end together, which is meant here
        return made.replace(until=min(ends or until, until))


def _on_the_wall(rule: str, zone: tzinfo) -> str:
    """UNTIL may be in UTC; the rule is counted on the wall clock of the appointment."""
    parts = []
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name.upper() == "UNTIL" and value.endswith("Z"):
            ends = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            part = f"UNTIL={ends.astimezone(zone):%Y%m%dT%H%M%S}"  # noqa: PLW2901
        parts.append(part)
    return ";".join(parts)


def _dates(told: Any) -> Iterator[date | datetime]:
    for one in told if isinstance(told, list) else [told] if told is not None else []:
        for inner in one.dts:
            yield inner.dt


def _zone(at: date | datetime) -> tzinfo:
    return at.tzinfo if isinstance(at, datetime) and at.tzinfo is not None else OSLO


def _wall(at: date | datetime, zone: tzinfo | None = None) -> datetime:
    if not isinstance(at, datetime):
        return datetime.combine(at, clock_time(0))
    if zone is not None and at.tzinfo is not None:
        at = at.astimezone(zone)
    return at.replace(tzinfo=None)


def _moment(at: date | datetime) -> datetime:
    """A day is a day in Norway, and an hour without a zone is one there."""
    if not isinstance(at, datetime):
        return datetime.combine(at, clock_time(0), OSLO).astimezone(UTC)
    return at.replace(tzinfo=at.tzinfo or OSLO).astimezone(UTC)
