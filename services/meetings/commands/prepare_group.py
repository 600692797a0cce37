"""Prepare the meeting of a group's parents: hard moments, an incident's families, ideas, the reminder."""

import contextlib
from collections.abc import Sequence
from datetime import datetime

from services.meetings.domain.group_plan import Preparation
from services.meetings.domain.group_preparation import Family, GroupPreparation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.outreach import Outreach
from services.meetings.storage.house import House
from shared.storage.store import Gone


async def preparation_of(case_id: str, house: House) -> GroupPreparation | None:
    return await house.preparations.get(GroupPreparation.id_for(case_id))


async def prepare_group(
    case_id: str,
    *,
    strategies: Sequence[Preparation],
    concerns_incident: bool | None,
    families: Sequence[Family],
    by: str,
    house: House,
) -> None:
    """Keep it as far as it has come; nothing of it holds the meeting up."""
    now, school_id = house.clock.now(), (await house.access.snapshot(case_id)).school_id
    await house.preparations.change(
        GroupPreparation.id_for(case_id),
        lambda it: it.prepare(
            strategies=strategies, concerns_incident=concerns_incident, families=families, by=by, at=now
        ),
        new=lambda: GroupPreparation.blank(case_id, school_id),
        by=by,
    )


async def propose_for_group(case_id: str, text: str, *, by: str, house: House) -> None:
    """A parent contact proposes something; the leader is asked to read it (R48)."""
    now, school_id = house.clock.now(), (await house.access.snapshot(case_id)).school_id
    leader = await house.directory.leader_of(school_id, house.today())
    await house.preparations.change(
        GroupPreparation.id_for(case_id),
        lambda it: it.propose(text, person_id=by, reader_id=leader.id, at=now),
        new=lambda: GroupPreparation.blank(case_id, school_id),
        by=by,
    )


async def mark_proposals_read(case_id: str, *, by: str, house: House) -> None:
    now = house.clock.now()
    await house.preparations.change(
        GroupPreparation.id_for(case_id), lambda it: it.proposals_are_read(by=by, at=now), by=by
    )


async def follow_group_meeting(meeting: Meeting, *, house: House) -> None:
    """The preparation knows the meeting it is for; heard again, nothing changes."""
    now = house.clock.now()
    await house.preparations.change(
        GroupPreparation.id_for(meeting.case_id),
        lambda it: it.follow(meeting, at=now),
        new=lambda: GroupPreparation.blank(meeting.case_id, meeting.school_id),
    )
    with contextlib.suppress(Gone):
        await house.outreach.change(Outreach.id_for(meeting.id), lambda it: it.follow(meeting))


async def turn_group_preparation(preparation_id: str, now: datetime, *, house: House) -> None:
    """What the clock orders: the reminder two days before, the alarm one day before."""
    prepared = await house.preparations.get(preparation_id)
    if prepared is None or prepared.meeting_id is None:
        return
    leader = await house.directory.leader_of(prepared.school_id, house.today())
    invitations = await house.invitations_to(prepared.meeting_id)
    coming = [
        one.person_id
        for one in invitations.values()
        if one.side == "home" and one.answer != "cannot" and not one.cancelled
    ]
    group_id = next((one.group_id for one in invitations.values()), None)
    await house.preparations.change(
        preparation_id,
        lambda it: it.turn(now, leader_id=leader.id, group_id=group_id, coming=coming),
    )
