"""Others take part: who is asked now is invited, who no longer is is told so, and nobody else hears."""

from collections.abc import Sequence

from services.meetings.commands.invite import invite
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import many_from_school
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.errors import Refusal


async def change_participants(
    meeting_id: str, *, school: Sequence[str], by: str, house: House, confirmed: bool = False
) -> Meeting:
    """Leadership's choice (R14). The family's side is as it is today; a whole group's is a snapshot."""
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    snapshot = await house.access.snapshot(meeting.case_id)
    chosen = await chosen_from_school(house, snapshot, school)
    if not chosen:
        raise Refusal("meeting", fields={"school": "required"})
    if meeting.is_group or meeting.kind == "staff":
        home = [one for one in meeting.participants if one.side == "home"]
    else:
        home = home_side(snapshot, now)
    participants = [*home, *chosen]
    if not meeting.is_group and many_from_school(participants) and not confirmed:
        raise AskedOnce("many-from-school")
    await house.meetings.change(
        meeting_id, lambda it: it.change_participants(participants, by=by, at=now), by=by
    )
    there = await house.meeting(meeting_id)
    await invite(there, house=house)
    return there
