"""Approve the minutes of a meeting, of a case or of a group: never blocked by what is missing."""

from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House


async def approve_minutes(meeting_id: str, *, by: str, house: House) -> list[str]:
    """The codes of what was missing: each left a trace and became a task.

    Attendance and draft are frozen with it; a second time changes nothing.
    """
    now = house.clock.now()
    await house.meetings.change(meeting_id, lambda it: it.minuted(by=by, at=now), by=by)
    meeting = await house.meeting(meeting_id)
    return await house.minutes.change(
        Minutes.id_for(meeting_id),
        lambda it: it.approve(meeting, by=by, at=now),
        new=lambda: Minutes.blank(meeting),
        by=by,
    )
