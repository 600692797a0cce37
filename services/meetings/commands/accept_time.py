"""The school accepts a time that suits: one step, without typing anything (B33)."""

from datetime import UTC, datetime

from services.meetings.commands.move_meeting import MoveMeeting, move_meeting
from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House
from shared.errors import Refusal


async def accept_time(
    meeting_id: str, starts_at: datetime, *, by: str, house: House, confirmed: bool = False
) -> Meeting:
    """The meeting at that time, as long as before, in the same place; everyone is told once.

    Only a time that the school had offered or somebody invited has proposed: else `Refusal` (422).
    """
    at = starts_at.astimezone(UTC)
    meeting = await house.meeting(meeting_id)
    if at != meeting.starts_at and at not in await possible_times(meeting, house=house):
        raise Refusal("meeting-time", fields={"starts_at": "not-proposed"})
    minutes = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)
    command = MoveMeeting(
        starts_at=at,
        minutes=minutes,
        room_id=meeting.room_id,
        place=meeting.place,
        mode=meeting.mode,
        confirmed=confirmed,
    )
    return await move_meeting(meeting_id, command, by=by, house=house)


async def possible_times(meeting: Meeting, *, house: House) -> dict[datetime, list[str]]:
    """The other times, and whom of those invited each suits; one's own proposal suits oneself."""
    now = house.clock.now()
    invitations = [
        one for one in (await house.invitations_to(meeting.id)).values() if one.revision and not one.cancelled
    ]
    found: dict[datetime, list[str]] = {at: [] for at in meeting.alternatives}
    for one in invitations:
        own = [one.proposed_at] if one.proposed_at is not None else []
        for at in {*one.suits, *own}:
            found.setdefault(at, []).append(one.person_id)
    return {at: who for at, who in sorted(found.items()) if at > now and at != meeting.starts_at}
