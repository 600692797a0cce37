"""Somebody is in touch with parents who may hesitate to come; the day after, nobody knows who (R52)."""

from datetime import datetime

from services.meetings.domain.meeting import Meeting
from services.meetings.domain.outreach import Outreach, Welcome
from services.meetings.domain.people import on_side
from services.meetings.storage.house import House
from shared.errors import Refusal


async def reach_out(
    meeting: Meeting, welcomes: list[Welcome], *, responsible_id: str, by: str, house: House
) -> None:
    """Keep the list. Raises `Refusal` for somebody who is not invited, or not from the school."""
    now = house.clock.now()
    home = {one.person_id for one in on_side(meeting.participants, "home")}
    if any(one.person_id not in home for one in welcomes):
        raise Refusal("outreach", fields={"welcomes": "not-a-choice"})
    if responsible_id not in {one.person_id for one in on_side(meeting.participants, "school")}:
        raise Refusal("outreach", fields={"responsible_id": "not-a-choice"})
    await house.outreach.change(
        Outreach.id_for(meeting.id),
        lambda it: it.keep(welcomes, responsible_id=responsible_id, due_at=meeting.starts_at, by=by, at=now),
        new=lambda: Outreach.of(meeting, responsible_id=responsible_id),
        by=by,
    )


async def forget_outreach(outreach_id: str, now: datetime, *, house: House) -> None:
    """First the task goes, then the key, then what lay under it; again until nothing is left."""
    there = await house.outreach.get(outreach_id)
    if there is None:
        return
    if there.open_tasks:
        await house.outreach.change(outreach_id, lambda it: it.end(at=now))
        return
    if await house.outreach.remove(outreach_id):
        await house.keys.destroy(there.scope())
