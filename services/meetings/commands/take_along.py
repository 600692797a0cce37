"""The other family's meeting goes where the one it belongs to goes: moved with it, called off with it."""

from services.meetings.commands.invite import invite
from services.meetings.domain.meeting import Meeting
from services.meetings.storage.house import House


async def take_along(meeting: Meeting, *, house: House) -> None:
    """Bring what follows this meeting to where it is now; a second time changes nothing."""
    followers = await house.meetings.find({"school_id": meeting.school_id, "follows": meeting.id})
    for one in followers:
        await _bring(one.id, meeting, house)


async def _bring(follower_id: str, meeting: Meeting, house: House) -> None:
    by, at = meeting.approved_by or meeting.called_by, house.clock.now()

    def follow(it: Meeting) -> None:
        if meeting.status == "cancelled" and it.status in ("draft", "called"):
            it.cancel(by=by, at=at, along=True)
        elif meeting.status == "called" and it.status == "called":
            it.move(
                starts_at=meeting.starts_at,
                ends_at=meeting.ends_at,
                mode=meeting.mode,
                room_id=meeting.room_id,
                place=meeting.place,
                by=by,
                at=at,
                along=True,
            )

    await house.meetings.change(follower_id, follow, by=by)
    there = await house.meeting(follower_id)
    if there.issue:
        await invite(there, house=house)
