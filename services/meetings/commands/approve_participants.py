"""Leadership says who takes part; then the invitations go (R14)."""

from collections.abc import Sequence

from services.meetings.commands.invite import invite
from services.meetings.domain.kinds import KINDS
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import many_from_school
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House


async def approve_participants(
    meeting_id: str, *, by: str, house: House, school: Sequence[str] | None = None, confirmed: bool = False
) -> Meeting:
    """Approve as proposed, or with these from the school instead. The family's side is as it is today."""
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    snapshot = await house.access.snapshot(meeting.case_id)
    chosen = school or [one.person_id for one in meeting.participants if one.side == "school"]
    home = home_side(snapshot, now) if KINDS[meeting.kind].with_home else []
    participants = [*home, *await chosen_from_school(house, snapshot, chosen)]
    if many_from_school(participants) and not confirmed:
        raise AskedOnce("many-from-school")
    await house.meetings.change(
        meeting_id, lambda it: it.approve(by=by, at=now, participants=participants), by=by
    )
    there = await house.meeting(meeting_id)
    await invite(there, house=house)
    return there
