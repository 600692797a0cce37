"""Save the draft of a meeting's minutes: on every pause, with whatever is there."""

from collections.abc import Mapping

from services.meetings.domain.content import Content
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House
from shared.contracts.meetings import Attendance


async def write_minutes(
    meeting: Meeting,
    content: Content,
    *,
    by: str,
    house: House,
    seen: int | None = None,
    attendance: Mapping[str, Attendance] | None = None,
) -> int:
    """The edition that was saved. Raises `MinutesAreApproved` or `SomeoneElseWrote` (409 both).

    `attendance` is what was tapped in the room so far; nobody is told of it yet.
    """
    meeting.demand_approved()
    now = house.clock.now()
    language = (await house.directory.school(meeting.school_id)).listed.language
    edition = await house.minutes.change(
        Minutes.id_for(meeting.id),
        lambda it: it.write(content, by=by, at=now, language=language, seen=seen),
        new=lambda: Minutes.blank(meeting),
        by=by,
    )
    if attendance and any(meeting.attendance.get(who) != how for who, how in attendance.items()):
        told = dict(attendance)
        await house.meetings.change(meeting.id, lambda it: it.note_attendance(told), by=by)
    return edition
