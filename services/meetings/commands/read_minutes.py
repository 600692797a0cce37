"""The parties and the minutes: the draft shared with them, what they write to it, and that they have read."""

from services.meetings.commands.approve_minutes import demand_names_looked_at
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.storage.house import House
from shared.errors import Hidden


async def share_draft(meeting: Meeting, *, by: str, house: House) -> None:
    """Let the home read and comment before it locks; raises `NamesToLookAt` (409) as approval does."""
    await demand_names_looked_at(meeting, house)
    now = house.clock.now()
    await house.minutes.change(
        Minutes.id_for(meeting.id), lambda it: it.share_draft(meeting, by=by, at=now), by=by
    )


async def comment_minutes(meeting: Meeting, text: str, *, by: str, house: House) -> None:
    """A party appends a comment; the contact of the meeting is asked to read it."""
    now = house.clock.now()

    def append(it: Minutes) -> None:
        it.comment(text, person_id=by, to_draft=not it.is_approved, reader_id=meeting.contact_id, at=now)

    await house.minutes.change(Minutes.id_for(meeting.id), append, by=by)


async def mark_comments_read(meeting_id: str, *, by: str, house: House) -> None:
    now = house.clock.now()
    await house.minutes.change(
        Minutes.id_for(meeting_id), lambda it: it.comments_are_read(by=by, at=now), by=by
    )


async def receive_minutes(meeting_id: str, *, by: str, house: House) -> None:
    """A party says that they have read the approved minutes; raises `Hidden` while there are none."""
    now = house.clock.now()

    def receive(it: Minutes) -> None:
        if not it.is_approved:
            raise Hidden
        it.receive(by, at=now)

    await house.minutes.change(Minutes.id_for(meeting_id), receive, by=by)
