"""Approve the minutes of a meeting, of a case or of a group: never blocked by what is missing."""

from datetime import datetime

from services.meetings.commands.call_meeting import decides
from services.meetings.commands.follow_up import follow_up_minutes, owner_of_gaps
from services.meetings.domain.gaps import LETTER_ASKS, gaps_in
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.refusals import AskedOnce, NamesToLookAt
from services.meetings.queries.names_in_minutes import names_in_minutes
from services.meetings.storage.house import House


async def approve_minutes(meeting_id: str, *, by: str, house: House, confirmed: bool = False) -> list[str]:
    """The codes of what was missing: each left a trace and became a task.

    A group's letter without strategy or asks is asked about once: `AskedOnce("letter")` to the leader, and
    `AskedOnce("letter-leader")` to others, who may not confirm it themselves (R54).

    Raises `NamesToLookAt` (409) while a linked pupil is named and nobody has looked. Attendance and draft
    are frozen with it; a second time changes nothing.
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    await demand_names_looked_at(meeting, house)
    if meeting.is_group and not confirmed:
        await _ask_leader(meeting, by=by, house=house)
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


async def _ask_leader(meeting: Meeting, *, by: str, house: House) -> None:
    """Before a letter without strategy or asks goes to all the parents, the leader is asked (R54)."""
    minutes = await house.minutes_of(meeting)
    missing = gaps_in(meeting, minutes.content, meeting.attended())
    if minutes.is_approved or not LETTER_ASKS.intersection(missing):
        return
    now = house.clock.now()
    leader = await house.directory.leader_of(meeting.school_id, house.today())
    if not decides(await house.access.snapshot(meeting.case_id), by, now):
        await house.minutes.change(
            minutes.id,
            lambda it: it.ask_leader(leader.id, at=now),
            new=lambda: Minutes.blank(meeting),
            by=by,
        )
        raise AskedOnce("letter-leader")
    raise AskedOnce("letter")


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
