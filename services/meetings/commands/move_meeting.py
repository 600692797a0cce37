"""Move a meeting: same calendar object, SEQUENCE one higher, everyone told once."""

from datetime import UTC, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.commands.call_meeting import check_room
from services.meetings.commands.invite import invite
from services.meetings.commands.take_along import take_along
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.clashes import clashes
from services.meetings.storage.house import House
from shared.contracts.meetings import Mode


class MoveMeeting(BaseModel):
    """The meeting's new time and place."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    starts_at: AwareDatetime
    minutes: Annotated[int, Field(ge=10, le=480)] = 60
    room_id: Annotated[str, Field(max_length=60)] | None = None
    place: Annotated[str, Field(max_length=300)] | None = None
    mode: Mode = "physical"
    confirmed: bool = False


async def move_meeting(meeting_id: str, command: MoveMeeting, *, by: str, house: House) -> Meeting:
    """The moved meeting; raises `MeetingIsOver` (409) when it has been held or called off.

    What the new time collides with is asked about once (`AskedOnce`).
    """
    now = house.clock.now()
    meeting = await house.meeting(meeting_id)
    await check_room(command.room_id, meeting.school_id, house)
    starts_at = command.starts_at.astimezone(UTC)
    ends_at = starts_at + timedelta(minutes=command.minutes)
    if not command.confirmed:
        asked = await clashes(
            school_id=meeting.school_id,
            starts=starts_at,
            ends=ends_at + timedelta(minutes=meeting.air_minutes),
            room_id=command.room_id,
            person_ids=[one.person_id for one in meeting.participants if one.side == "school"],
            house=house,
            but=meeting.id,
        )
        if asked:
            raise AskedOnce(*asked)
    await house.meetings.change(
        meeting_id,
        lambda it: it.move(
            starts_at=starts_at,
            ends_at=ends_at,
            mode=command.mode,
            room_id=command.room_id,
            place=command.place,
            by=by,
            at=now,
        ),
        by=by,
    )
    there = await house.meeting(meeting_id)
    if there.is_on:
        await invite(there, house=house)
        await take_along(there, house=house)
    return there
