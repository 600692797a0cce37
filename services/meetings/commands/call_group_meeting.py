"""Call a meeting for all the parents of a group: purpose, agenda, the locked paragraph, one letter each."""

from datetime import UTC, date, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.commands.call_meeting import check_room
from services.meetings.commands.invite import invite
from services.meetings.commands.prepare_group import follow_group_meeting
from services.meetings.domain.group_decision import GroupDecision, NotDecided
from services.meetings.domain.group_plan import GroupPlan, Preparation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.meetings import AgendaItem
from shared.errors import Refusal
from shared.identifiers import derived_id

LEAD = timedelta(days=7)  # C10
Line = Annotated[str, Field(max_length=500)]


class ItemTold(BaseModel):
    """One item of the agenda."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    title: Annotated[str, Field(max_length=120)]
    minutes: Annotated[int, Field(ge=1, le=480)]
    lead: Annotated[str, Field(max_length=120)] | None = None


class CallGroupMeeting(BaseModel):
    """What is told of a new group meeting. `confirmed` answers what is asked once."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    starts_at: AwareDatetime
    minutes: Annotated[int, Field(ge=15, le=480)] = 90
    room_id: Annotated[str, Field(max_length=60)] | None = None
    place: Annotated[str, Field(max_length=300)] | None = None
    school: Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=20)]
    purpose: Annotated[str, Field(max_length=2000)] = ""
    agenda: Annotated[list[ItemTold], Field(max_length=20)] = []
    strategy: Annotated[str, Field(max_length=4000)] | None = None
    asks: Annotated[list[Line], Field(max_length=20)] = []
    preparations: Annotated[list[Preparation], Field(max_length=20)] = []
    evaluation_on: date | None = None
    confirmed: bool = False


async def call_group_meeting(
    case_id: str, command: CallGroupMeeting, *, key: str, by: str, house: House
) -> Meeting:
    """The meeting, with one invitation to each entitled guardian of the group; the same `key`, the same one.

    Raises `NotDecided` (409) before leadership has decided to hold it, `Refusal` (422) without a purpose, and
    asks once about less than a week's notice: `AskedOnce("short-notice")`.
    """
    now = house.clock.now()
    snapshot = await house.access.snapshot(case_id)
    if snapshot.kind != "group" or snapshot.group_id is None:
        raise Refusal("group-meeting", fields={"case": "not-a-group"})
    decision = await house.decisions.get(GroupDecision.id_for(case_id))
    if decision is None or decision.choice != "hold":
        raise NotDecided
    plan = await _plan(command, snapshot, house)
    await check_room(command.room_id, snapshot.school_id, house)
    school = await chosen_from_school(house, snapshot, command.school)
    if command.starts_at - now < LEAD and not command.confirmed:
        raise AskedOnce("short-notice")
    ids = [one.person_id for one in school]
    meeting = Meeting(
        id=derived_id("meeting", key),
        case_id=snapshot.case_id,
        school_id=snapshot.school_id,
        group_id=snapshot.group_id,
        kind="group",
        starts_at=command.starts_at.astimezone(UTC),
        ends_at=command.starts_at.astimezone(UTC) + timedelta(minutes=command.minutes),
        room_id=command.room_id,
        place=command.place,
        participants=[*school, *home_side(snapshot, now)],
        contact_id=by if by in ids else ids[0],
        called_by=by,
        called_at=now,
        plan=plan,
    )
    leader = await house.directory.leader_of(snapshot.school_id, house.today())
    await house.meetings.change(
        meeting.id,
        lambda it: it.call(by=by, approved=True, leader_id=leader.id, at=now),
        new=lambda: meeting.model_copy(deep=True),
        by=by,
    )
    there = await house.meeting(meeting.id)
    await follow_group_meeting(there, house=house)
    await _settle_earlier(there, by=by, house=house)
    await invite(there, house=house)
    return there


async def _settle_earlier(meeting: Meeting, *, by: str, house: House) -> None:
    """What the last minutes asked for has happened: the next meeting is called (R55)."""
    now = house.clock.now()
    for minutes in await house.minutes.find({"case_id": meeting.case_id, "status": "approved"}):
        await house.minutes.change(minutes.id, lambda it: it.evaluation_called(by=by, at=now), by=by)


async def _plan(command: CallGroupMeeting, snapshot: AccessSnapshotV1, house: House) -> GroupPlan:
    school = await house.directory.school(snapshot.school_id)
    return GroupPlan.of(
        purpose=command.purpose,
        agenda=[
            AgendaItem(title=item.title, minutes=item.minutes, lead=item.lead) for item in command.agenda
        ],
        length_minutes=command.minutes,
        language=school.listed.language,
        strategy=command.strategy,
        asks=command.asks,
        preparations=command.preparations,
        evaluation_on=command.evaluation_on,
    )
