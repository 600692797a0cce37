"""When a meeting is proposed: today's next half hour, or the next school morning."""

from datetime import date, datetime, time, timedelta

from shared.calendar import SchoolCalendar, next_school_day
from shared.clock import OSLO

_FIRST, _LAST = time(8, 0), time(16, 30)
_HALF_HOUR = 30
_NOTICE = timedelta(minutes=30)
_MORNING = time(8, 30)
_EVENING = time(18, 0)
_GOOD_TIME_DAYS = 7


def proposed_time(now: datetime, closed: tuple[date, ...]) -> datetime:
    """A moment on a Norwegian wall clock: half an hour's notice, within the school's day."""
    calendar = SchoolCalendar(frozenset(closed))
    local = now.astimezone(OSLO)
    soon = _next_half_hour(local + _NOTICE)
    same_day = soon.date() == local.date() and calendar.is_school_day(local.date())
    if same_day and soon.time() <= _LAST:
        return max(soon, datetime.combine(local.date(), _FIRST, OSLO))
    return datetime.combine(next_school_day(local.date(), calendar), _MORNING, OSLO)


def _next_half_hour(at: datetime) -> datetime:
    whole = at.replace(minute=0, second=0, microsecond=0)
    while whole < at:
        whole += timedelta(minutes=_HALF_HOUR)
    return whole


def proposed_evening(now: datetime, closed: tuple[date, ...]) -> datetime:
    """An evening at school in good time: at least eight days from now, so that all can prepare (C10)."""
    calendar = SchoolCalendar(frozenset(closed))
    day = next_school_day(now.astimezone(OSLO).date() + timedelta(days=_GOOD_TIME_DAYS), calendar)
    return datetime.combine(day, _EVENING, OSLO)
