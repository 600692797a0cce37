"""When those who are to come from the school are free, the same day first (R5, B32)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from services.meetings.queries.clashes import Taken, taken_between
from services.meetings.storage.house import House
from shared.calendar import SchoolCalendar, next_school_day
from shared.clock import OSLO

_FIRST, _LAST = time(8, 0), time(16, 30)
_STEP = timedelta(minutes=30)
_NOTICE = timedelta(minutes=30)
SHOWN = 4
_DAYS = 3


@dataclass(frozen=True)
class FreeTime:
    """A time that suits the school, and the rooms that are free then, the smallest first."""

    starts_at: datetime
    room_ids: tuple[str, ...]


async def free_times(
    school_id: str, person_ids: Collection[str], *, minutes: int, house: House, shown: int = SHOWN
) -> list[FreeTime]:
    """The next times on which all of these are free, on school days, half an hour's notice at least."""
    now = house.clock.now()
    calendar = SchoolCalendar(frozenset((await house.directory.school(school_id)).listed.closed_days))
    days = _school_days(now.astimezone(OSLO).date(), calendar)
    starts = datetime.combine(days[0], _FIRST, OSLO)
    ends = datetime.combine(days[-1], time(23), OSLO)
    taken = await taken_between(starts, ends, school_id, person_ids, house=house)
    rooms = await rooms_by_size(school_id, house)
    found: list[FreeTime] = []
    for day in days:
        at = datetime.combine(day, _FIRST, OSLO)
        while at.time() <= _LAST and at.date() == day and len(found) < shown:
            if at >= now + _NOTICE and (one := _free(at, minutes, taken, rooms, person_ids)):
                found.append(one)
            at += _STEP
    return found


async def rooms_by_size(school_id: str, house: House) -> list[str]:
    """The school's rooms, the smallest first: a calm talk is not held in the hall (R21)."""
    rooms = await house.directory.rooms_at(school_id)
    return [
        room.listed.room_id
        for room in sorted(rooms, key=lambda one: (one.listed.seats or 1000, one.name, one.listed.room_id))
    ]


def _school_days(today: date, calendar: SchoolCalendar) -> list[date]:
    days = [today] if calendar.is_school_day(today) else []
    while len(days) < _DAYS:
        days.append(next_school_day(days[-1] if days else today, calendar))
    return days


def _free(
    at: datetime, minutes: int, taken: list[Taken], rooms: list[str], person_ids: Collection[str]
) -> FreeTime | None:
    there = [one for one in taken if one.meets(at, at + timedelta(minutes=minutes))]
    if any(one.person_ids & {*person_ids} for one in there):
        return None
    full = {one.room_id for one in there}
    free = tuple(room_id for room_id in rooms if room_id not in full)
    return FreeTime(at, free) if free or not rooms else None
