"""Say who came."""

from collections.abc import Mapping

from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House
from shared.contracts.meetings import Attendance


async def take_attendance(
    meeting_id: str, attendance: Mapping[str, Attendance], *, by: str, house: House
) -> Meeting:
    """The meeting, held; who is not named keeps what was said before, and counts as absent when unknown."""
    now = house.clock.now()
    await house.meetings.change(meeting_id, lambda it: it.take_attendance(attendance, by=by, at=now), by=by)
    return await house.meeting(meeting_id)
