"""Approve the minutes of a meeting, of a case or of a group: never blocked by what is missing."""

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House


async def approve_minutes(meeting_id: str, *, by: str, house: House) -> list[str]:
    """The codes of what was missing: each left a trace and became a task.

    Attendance and draft are frozen with it; a second time changes nothing.
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    owner_id = await _owner_of_gaps(meeting, house)
    missing = await house.minutes.change(
        Minutes.id_for(meeting_id),
        lambda it: it.approve(meeting, by=by, at=now, owner_id=owner_id),
        new=lambda: Minutes.blank(meeting),
        by=by,
    )
    # Only now is the writing done. Should it stop here, `when_minutes_approved` does the rest.
    await house.meetings.change(meeting_id, lambda it: it.minuted(by=by, at=now), by=by)
    return missing


async def _owner_of_gaps(meeting: Meeting, house: House) -> str:
    """Who is asked for what is missing: who has the case, and for a whole group the leader."""
    if meeting.is_group:
        return (await house.directory.leader_of(meeting.school_id, house.today())).id
    now = house.clock.now()
    snapshot = await house.access.snapshot(meeting.case_id)
    owners = (
        grant.person_id for grant in snapshot.grants if grant.relation == "case_owner" and grant.holds_at(now)
    )
    return next(owners, meeting.contact_id)
