"""Approve the minutes of a meeting, of a case or of a group: never blocked by what is missing."""

from datetime import datetime

from services.meetings.commands.follow_up import follow_up_minutes, owner_of_gaps
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.refusals import NamesToLookAt
from services.meetings.queries.names_in_minutes import names_in_minutes
from services.meetings.storage.house import House


async def approve_minutes(meeting_id: str, *, by: str, house: House) -> list[str]:
    """The codes of what was missing: each left a trace and became a task.

    Raises `NamesToLookAt` (409) while a linked pupil is named and nobody has looked. Attendance and draft
    are frozen with it; a second time changes nothing.
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    await demand_names_looked_at(meeting, house)
    owner_id = await owner_of_gaps(meeting, house)
    missing = await house.minutes.change(
        Minutes.id_for(meeting_id),
        lambda it: it.approve(meeting, by=by, at=now, owner_id=owner_id),
        new=lambda: Minutes.blank(meeting),
        by=by,
    )
    # Only now is the writing done. Should it stop here, `when_minutes_approved` does the rest.
    await finish_approval(meeting_id, by=by, at=now, house=house)
    return missing


async def demand_names_looked_at(meeting: Meeting, house: House) -> None:
    """Raise `NamesToLookAt` while the name of a linked pupil stands in what a family is to read."""
    minutes = await house.minutes_of(meeting)
    if any(one.stops for one in await names_in_minutes(meeting, minutes, house=house)):
        raise NamesToLookAt


async def finish_approval(meeting_id: str, *, by: str, at: datetime, house: House) -> None:
    """What follows from approved minutes: nobody writes them any more, and what is left has an owner."""
    await house.meetings.change(meeting_id, lambda it: it.minuted(by=by, at=at), by=by)
    meeting = await house.meeting(meeting_id)
    await follow_up_minutes(meeting, await house.minutes_of(meeting), by=by, house=house)
