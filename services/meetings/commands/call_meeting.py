"""Call a meeting in a case: when, where and who from the school; everything else may wait."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.commands.invite import invite
from services.meetings.domain.meeting import Initiative, Meeting
from services.meetings.domain.people import many_from_school
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.access import relation_for
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.meetings import MeetingKind, Mode
from shared.errors import Forbidden, Hidden, Refusal
from shared.identifiers import derived_id

DEFAULT_MINUTES = 60
FIRST_WITHIN_WORKING_DAYS = 2


class CallMeeting(BaseModel):
    """What is told of a new meeting. `confirmed` answers what is asked once."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    starts_at: AwareDatetime
    minutes: Annotated[int, Field(ge=10, le=480)] = DEFAULT_MINUTES
    room_id: Annotated[str, Field(max_length=60)] | None = None
    place: Annotated[str, Field(max_length=300)] | None = None
    mode: Mode = "physical"
    school: Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=20)]
    contact_id: Annotated[str, Field(max_length=60)] | None = None
    kind: MeetingKind | None = None
    urgent: bool = False
    reason: Annotated[str, Field(max_length=500)] | None = None
    confirmed: bool = False


async def call_meeting(case_id: str, command: CallMeeting, *, key: str, by: str, house: House) -> Meeting:
    """The meeting, invited to when leadership called it; the same `key` again is the same meeting.

    A teacher's meeting waits for leadership (R14). More from the school than a family should meet is asked
    about once: `AskedOnce("many-from-school")` (R15).
    """
    now = house.clock.now()
    snapshot = await house.access.snapshot(case_id)
    if snapshot.kind == "group" or command.kind == "group":
        raise Refusal("meeting", fields={"kind": "group-has-its-own-page"})
    await check_room(command.room_id, snapshot.school_id, house)
    school = await chosen_from_school(house, snapshot, command.school)
    participants = [*home_side(snapshot, now), *school]
    if many_from_school(participants) and not command.confirmed:
        raise AskedOnce("many-from-school")
    if snapshot.leader_id is not None:
        leader = await house.directory.person(snapshot.leader_id)
    else:
        leader = await house.directory.leader_of(snapshot.school_id, house.today())
    approved = decides(snapshot, by, now)
    kind = command.kind or await _next_kind(snapshot.case_id, house)
    meeting = Meeting(
        id=derived_id("meeting", key),
        case_id=snapshot.case_id,
        school_id=snapshot.school_id,
        pupil_id=snapshot.pupil_id,
        kind=kind,
        late=kind == "first" and await _is_late(snapshot.case_id, command.starts_at, house),
        starts_at=command.starts_at.astimezone(UTC),
        ends_at=command.starts_at.astimezone(UTC) + timedelta(minutes=command.minutes),
        mode=command.mode,
        room_id=command.room_id,
        place=command.place,
        urgent=command.urgent or _same_day(command.starts_at, now),
        initiative=await _initiative(snapshot.case_id, house),
        reason=command.reason,
        participants=participants,
        contact_id=_contact(command, by, [one.person_id for one in school]),
        called_by=by,
        called_at=now,
    )
    await house.meetings.change(
        meeting.id,
        lambda it: it.call(by=by, approved=approved, leader_id=leader.id, at=now),
        new=lambda: meeting.model_copy(deep=True),
        by=by,
    )
    there = await house.meeting(meeting.id)
    if there.is_on:
        await invite(there, house=house)
    return there


def decides(snapshot: AccessSnapshotV1, person_id: str, now: datetime) -> bool:
    """Whether this person is the leadership of the case."""
    try:
        relation_for(snapshot, person_id=person_id, hat="staff", action="decide", now=now)
    except (Forbidden, Hidden):
        return False
    return True


async def check_room(room_id: str | None, school_id: str, house: House) -> None:
    """Raise `Refusal` unless the room is one of the school's."""
    if room_id is None:
        return
    try:
        room = await house.directory.room(room_id)
    except Hidden:
        raise Refusal("meeting", fields={"room_id": "not-found"}) from None
    if room.listed.school_id != school_id:
        raise Refusal("meeting", fields={"room_id": "not-found"})


def _same_day(starts_at: datetime, now: datetime) -> bool:
    return starts_at.astimezone(OSLO).date() == now.astimezone(OSLO).date()


def _contact(command: CallMeeting, by: str, school: list[str]) -> str:
    """Whom the family meets: the one named, else the one who calls, else the first who comes."""
    for wanted in (command.contact_id, by):
        if wanted in school:
            return wanted
    return school[0]


async def _next_kind(case_id: str, house: House) -> MeetingKind:
    earlier = await house.meetings.count({"case_id": case_id, "status": {"$in": ["called", "held"]}})
    return "follow_up" if earlier else "first"


async def _is_late(case_id: str, starts_at: datetime, house: House) -> bool:
    """Whether the first meeting comes later than two working days after the report (C2)."""
    case = await house.cases.get(case_id)
    return case is not None and starts_at > add_working_days(case.reported_at, FIRST_WITHIN_WORKING_DAYS).at


async def _initiative(case_id: str, house: House) -> Initiative:
    """Who made contact: it decides what is to be covered in the room (R8, R10)."""
    case = await house.cases.get(case_id)
    return "home" if case is not None and case.told_as in ("guardian", "pupil") else "school"
