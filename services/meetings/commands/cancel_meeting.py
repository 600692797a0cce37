"""Call a meeting off: everyone who was invited is told once."""

from services.meetings.commands.invite import invite
from services.meetings.commands.take_along import take_along
from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House


async def cancel_meeting(meeting_id: str, *, by: str, house: House) -> Meeting:
    """The meeting, called off; raises `MeetingIsOver` (409) when it has been held."""
    now = house.clock.now()
    await house.meetings.change(meeting_id, lambda it: it.cancel(by=by, at=now), by=by)
    there = await house.meeting(meeting_id)
    await invite(there, house=house)
    await take_along(there, house=house)
    return there
