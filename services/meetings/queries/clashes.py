"""What a time collides with: another meeting in the room, somebody's other plans, a day without school."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.meetings.domain.meeting import LONGEST, Meeting
from services.meetings.storage.house import House
from shared.calendar import SchoolCalendar
from shared.clock import OSLO

ROOM_TAKEN, SOMEONE_BUSY, DAY_OFF = "room-taken", "someone-busy", "day-off"
_AIR_AT_MOST = timedelta(hours=1)


@dataclass(frozen=True)
class Taken:
    """A stretch of time in which a room, or a person, is taken. What for is nobody's business here."""

    starts: datetime
    ends: datetime
    room_id: str | None = None
    person_ids: frozenset[str] = frozenset()

    def meets(self, starts: datetime, ends: datetime) -> bool:
        return self.starts < ends and starts < self.ends


async def clashes(
    *,
    school_id: str,
    starts: datetime,
    ends: datetime,
    room_id: str | None,
    person_ids: Collection[str],
    house: House,
    but: str | None = None,
) -> list[str]:
    """The codes of what to ask about once; `but` is the meeting that is being moved."""
    found = []
    taken = [
        one
        for one in await taken_between(starts, ends, school_id, person_ids, house=house, but=but)
        if one.meets(starts, ends)
    ]
    if room_id is not None and any(one.room_id == room_id for one in taken):
        found.append(ROOM_TAKEN)
    if any(one.person_ids & {*person_ids} for one in taken):
        found.append(SOMEONE_BUSY)
    school = await house.directory.school(school_id)
    if not SchoolCalendar(frozenset(school.listed.closed_days)).is_school_day(starts.astimezone(OSLO).date()):
        found.append(DAY_OFF)
    return found


async def taken_between(
    starts: datetime,
    ends: datetime,
    school_id: str,
    person_ids: Collection[str],
    *,
    house: House,
    but: str | None = None,
) -> list[Taken]:
    """The meetings of this school that touch the stretch, and the other plans of these people."""
    meetings = await house.meetings.find(
        {
            "school_id": school_id,
            "status": {"$in": ["draft", "called"]},
            "starts_at": {"$gt": starts - LONGEST - _AIR_AT_MOST, "$lt": ends},
        }
    )
    own = await house.calendars.find({"person_id": {"$in": [*person_ids]}})
    return [
        *(_taken(one) for one in meetings if but is None or but not in (one.id, one.follows)),
        *(
            Taken(busy.starts, busy.ends, person_ids=frozenset({one.person_id}))
            for one in own
            for busy in one.busy
            if busy.starts < ends and starts < busy.ends
        ),
    ]


def _taken(meeting: Meeting) -> Taken:
    return Taken(
        starts=meeting.starts_at,
        ends=meeting.kept_until,
        room_id=meeting.room_id,
        person_ids=frozenset(one.person_id for one in meeting.participants if one.side == "school"),
    )
