"""Call a meeting in a case: when, where and who from the school; everything else may wait."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.commands.invite import invite
from services.meetings.domain.kinds import KINDS, Initiative
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import Participant, many_from_school
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.clashes import clashes
from services.meetings.queries.who_may_come import chosen_from_school, home_side
from services.meetings.storage.house import House
from shared.access import relation_for
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.meetings import MeetingKind, Mode
from shared.errors import Forbidden, Hidden, Refusal
from shared.identifiers import derived_id

FIRST_WITHIN_WORKING_DAYS = 2


class CallMeeting(BaseModel):
    """What is told of a new meeting. `confirmed` answers what is asked once."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    starts_at: AwareDatetime
    minutes: Annotated[int, Field(ge=10, le=480)] | None = None
    room_id: Annotated[str, Field(max_length=60)] | None = None
    place: Annotated[str, Field(max_length=300)] | None = None
    mode: Mode = "physical"
    school: Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=20)]
    contact_id: Annotated[str, Field(max_length=60)] | None = None
    kind: MeetingKind | None = None
    urgent: bool = False
    reason: Annotated[str, Field(max_length=500)] | None = None
    alternatives: Annotated[list[AwareDatetime], Field(max_length=6)] = []
    confirmed: bool = False


async def call_meeting(case_id: str, command: CallMeeting, *, key: str, by: str, house: House) -> Meeting:
    """The meeting, invited to when leadership called it; the same `key` again is the same meeting.

    A teacher's meeting waits for leadership (R14). What may not be meant is asked about once, all of it
    together (`AskedOnce`): more from the school than a family should meet (R15), a room or somebody that is
    taken at that time, a day without school.
    """
    now = house.clock.now()
    snapshot = await house.access.snapshot(case_id)
    if snapshot.kind == "group" or command.kind == "group":
        raise Refusal("meeting", fields={"kind": "group-has-its-own-page"})
    await check_room(command.room_id, snapshot.school_id, house)
    school = await chosen_from_school(house, snapshot, command.school)
    kind = KINDS[command.kind or await next_kind(snapshot.case_id, house)]
    participants = [*(home_side(snapshot, now) if kind.with_home else []), *school]
    starts_at = command.starts_at.astimezone(UTC)
    meeting = Meeting(
        id=derived_id("meeting", key),
        case_id=snapshot.case_id,
        school_id=snapshot.school_id,
        pupil_id=snapshot.pupil_id,
        kind=kind.code,
        late=kind.code == "first" and await _is_late(snapshot.case_id, starts_at, house),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=command.minutes or kind.minutes),
        air_minutes=kind.air_minutes,
        mode=command.mode,
        room_id=command.room_id,
        place=command.place,
        urgent=command.urgent or _same_day(starts_at, now),
        initiative=kind.initiative or await _initiative(snapshot.case_id, house),
        reason=command.reason,
        participants=participants,
        contact_id=_contact(command, by, [one.person_id for one in school]),
        alternatives=sorted({one.astimezone(UTC) for one in command.alternatives if one > now} - {starts_at}),
        called_by=by,
        called_at=now,
    )
    if await house.meetings.get(meeting.id) is None:
        meeting.check_times(now)
        if not command.confirmed:
            await _ask(meeting, participants, house)
    leader_id = await leader_of(snapshot, house)
    approved = decides(snapshot, by, now)
    await house.meetings.change(
        meeting.id,
        lambda it: it.call(by=by, approved=approved, leader_id=leader_id, at=now),
        new=lambda: meeting.model_copy(deep=True),
        by=by,
    )
    there = await house.meeting(meeting.id)
    if there.is_on:
        await invite(there, house=house)
    return there


async def leader_of(snapshot: AccessSnapshotV1, house: House) -> str:
    """Who leads the case: the school's leader, or who does it in that place (section 12-5)."""
    if snapshot.leader_id is not None:
        return (await house.directory.person(snapshot.leader_id)).id
    return (await house.directory.leader_of(snapshot.school_id, house.today())).id


async def _ask(meeting: Meeting, participants: list[Participant], house: House) -> None:
    asked = ["many-from-school"] if many_from_school(participants) else []
    asked += await clashes(
        school_id=meeting.school_id,
        starts=meeting.starts_at,
        ends=meeting.kept_until,
        room_id=meeting.room_id,
        person_ids=[one.person_id for one in participants if one.side == "school"],
        house=house,
    )
    if asked:
        raise AskedOnce(*asked)


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


async def next_kind(case_id: str, house: House) -> MeetingKind:
    """What a meeting in this case is unless somebody says otherwise."""
    earlier = await house.meetings.count(
        {"case_id": case_id, "status": {"$in": ["called", "held"]}, "kind": {"$ne": "staff"}}
    )
    return "follow_up" if earlier else "first"


async def _is_late(case_id: str, starts_at: datetime, house: House) -> bool:
    """Whether the first meeting comes later than two working days after the report (C2)."""
    case = await house.cases.get(case_id)
    return case is not None and starts_at > add_working_days(case.reported_at, FIRST_WITHIN_WORKING_DAYS).at


async def _initiative(case_id: str, house: House) -> Initiative:
    """Who made contact: it decides what is to be covered in the room (R8, R10)."""
    case = await house.cases.get(case_id)
    return "home" if case is not None and case.told_as in ("guardian", "pupil") else "school"
