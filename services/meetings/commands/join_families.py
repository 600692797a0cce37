"""Let two families meet each other: only when both have said yes (R39).

Each family keeps its own case: the other family's meeting is one of its own there, at the same time and in
the same room, with invitations and minutes that say nothing of this one. It is moved and called off together
with this one.
"""

from collections.abc import Sequence

from services.meetings.commands.call_meeting import leader_of
from services.meetings.commands.invite import invite
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import on_side
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.errors import Refusal
from shared.identifiers import derived_id


async def note_consents(
    meeting_id: str, other_case_id: str, person_ids: Sequence[str], *, by: str, house: House
) -> None:
    """These guardians, of this case or the other, have said yes."""
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    asked = await asked_to_consent(meeting, other_case_id, house=house)
    if not {*person_ids} <= {*asked}:
        raise Refusal("meeting", fields={"consents": "not-found"})
    await house.meetings.change(meeting_id, lambda it: it.consent(person_ids, by=by, at=now), by=by)


async def join_families(meeting_id: str, other_case_id: str, *, by: str, house: House) -> Meeting:
    """The other family's meeting, invited to; `JointWithoutConsents` (409) unless every guardian said yes."""
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    meeting.demand_approved()
    meeting.demand_consents(await asked_to_consent(meeting, other_case_id, house=house))
    snapshot = await house.access.snapshot(other_case_id)
    school = await chosen_from_school(
        house, snapshot, [one.person_id for one in on_side(meeting.participants, "school")]
    )
    twin = meeting.model_copy(
        deep=True,
        update={
            "id": twin_id(meeting.id, other_case_id),
            "heard": {},
            "case_id": snapshot.case_id,
            "school_id": snapshot.school_id,
            "pupil_id": snapshot.pupil_id,
            "kind": "follow_up",
            "status": "draft",
            "participants": [*home_side(snapshot, now), *school],
            "follows": meeting.id,
            "open_tasks": {},
            "tasks_opened": 0,
            "sequence": 0,
            "issue": 0,
            "attendance": {},
            "alternatives": [],
            "preparation": type(meeting.preparation)(),
            "consents": [],
            "initiative": "school",
            "late": False,
        },
    )
    leader_id = await leader_of(snapshot, house)
    await house.meetings.change(
        twin.id,
        lambda it: it.call(by=by, approved=True, leader_id=leader_id, at=now),
        new=lambda: twin.model_copy(deep=True),
        by=by,
    )
    there = await house.meeting(twin.id)
    await invite(there, house=house)
    return there


async def asked_to_consent(meeting: Meeting, other_case_id: str, *, house: House) -> list[str]:
    """Every guardian on either side who would sit at the table; `Refusal` for a case that cannot join."""
    snapshot = await house.access.snapshot(other_case_id)
    if (
        snapshot.kind == "group"
        or snapshot.case_id == meeting.case_id
        or snapshot.school_id != meeting.school_id
        or meeting.kind != "guardians_offending"
    ):
        raise Refusal("meeting", fields={"other_case": "not-found"})
    now = house.clock.now()
    own = await house.access.snapshot(meeting.case_id)
    other = home_side(snapshot, now)
    if not other:
        raise Refusal("meeting", fields={"other_case": "nobody-at-home"})
    return [one.person_id for one in [*home_side(own, now), *other]]


def twin_id(meeting_id: str, other_case_id: str) -> str:
    return derived_id("meeting", meeting_id, other_case_id)
