"""school-calendar.ics: the days without school."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, TextIO

from icalendar import Calendar, Component

from services.intake.domain.roster.fields import EARLIEST, LATEST, LONGEST_NAME
from services.intake.domain.roster.places import FreePeriod, SchoolCalendar
from services.intake.domain.roster.refusals import Code, Refused
from services.intake.domain.roster.rows import Tally

LONGEST_PERIOD: Final = timedelta(days=120)
_LONGEST_EVENT_LINES: Final = 200


def read_calendar(file: str, source: TextIO | str, tally: Tally) -> SchoolCalendar:
    """Each VEVENT is one stretch of whole days; a bad one is refused alone. Line is that of its BEGIN."""
    periods: dict[str, FreePeriod] = {}
    for line, block in _events(file, source, tally):
        tally.count(file, "read")
        try:
            period = _period(block)
            if period.id in periods:
                raise Refused(Code.DUPLICATE_ID, "UID")
            periods[period.id] = period
        except Refused as refused:
            tally.refuse(file, line, refused.code, refused.column)
        else:
            tally.count(file, "accepted")
    tally.tell(file)
    return SchoolCalendar(periods=tuple(sorted(periods.values(), key=lambda one: (one.first, one.id))))


def _events(file: str, source: TextIO | str, tally: Tally) -> Iterator[tuple[int, list[str] | None]]:
    """Cut out the lines of each event, by hand, so that one broken event leaves the others readable.

    None stands for an event that never ends.
    """
    block: list[str] | None = None
    begun = number = 0
    try:
        lines = source.splitlines() if isinstance(source, str) else source
        for number, raw in enumerate(lines, start=1):
            line = raw.rstrip("\r\n")
            if line.strip().upper() == "BEGIN:VEVENT":
                if block is not None:
                    yield begun, None
                block, begun = [], number
            elif line.strip().upper() == "END:VEVENT" and block is not None:
                yield begun, block
                block = None
            elif block is not None and len(block) < _LONGEST_EVENT_LINES:
                block.append(line)
    except (UnicodeError, OSError, ValueError):
        tally.refuse(file, number + 1, Code.NOT_UTF8, None, "file")
    if block is not None:
        yield begun, None
    if not begun:
        tally.refuse(file, 0, Code.UNREADABLE_CALENDAR, None, "file")


def _period(block: list[str] | None) -> FreePeriod:
    if block is None:
        raise Refused(Code.UNREADABLE_CALENDAR)
    event = _parsed(block)
    if event.get("RRULE") or event.get("RDATE"):
        raise Refused(Code.UNSUPPORTED_RECURRENCE, "RRULE")
    uid = str(event.get("UID", ""))
    if not uid or len(uid) > LONGEST_NAME:
        raise Refused(Code.REQUIRED, "UID")
    first = _whole_day(event.get("DTSTART"), "DTSTART")
    if first is None:
        raise Refused(Code.REQUIRED, "DTSTART")
    # iCalendar's DTEND is the first day after; without one the event is one day.
    after = _whole_day(event.get("DTEND"), "DTEND") or first + timedelta(days=1)
    if not EARLIEST <= first < after <= LATEST or after - first > LONGEST_PERIOD:
        raise Refused(Code.IMPOSSIBLE_DATES, "DTEND")
    title = str(event.get("SUMMARY", ""))
    if len(title) > LONGEST_NAME:
        raise Refused(Code.TOO_LONG, "SUMMARY")
    return FreePeriod(id=uid, title=title, first=first, last=after - timedelta(days=1))


def _parsed(block: list[str]) -> Component:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", *block, "END:VEVENT", "END:VCALENDAR", ""]
    try:
        events = Calendar.from_ical("\r\n".join(lines)).walk("VEVENT")
    except Exception:  # noqa: BLE001 - the parser raises many kinds; to us they all mean the same
        raise Refused(Code.UNREADABLE_CALENDAR) from None
    if len(events) != 1:
        raise Refused(Code.UNREADABLE_CALENDAR)
    return events[0]


def _whole_day(value: object, column: str) -> date | None:
    if value is None:
        return None
    try:
        found = getattr(value, "dt", None)
    except ValueError:
        # The library keeps a value it could not read, and says so only when it is asked for.
        raise Refused(Code.NOT_A_DATE, column) from None
    if not isinstance(found, date) or isinstance(found, datetime):
        raise Refused(Code.NOT_A_DATE, column)
    return found
