"""Our own meeting was called, moved, called off or held: its invitations follow.

The command has told everyone already. This is what is left when a process died in between.
"""

import asyncio

from services.meetings.commands.after_meeting import offer_debrief
from services.meetings.commands.hold_meeting import settle_the_day
from services.meetings.commands.invite import invite
from services.meetings.commands.prepare_group import follow_group_meeting
from services.meetings.commands.take_along import take_along
from services.meetings.domain.invitation import Invitation
from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.meetings import MeetingEvent


async def when_meeting_changed(heard: Heard[MeetingEvent], *, house: House) -> None:
    meeting = await house.meetings.get(heard.event.meeting_id)
    if meeting is None or meeting.status == "draft":
        return
    await invite(meeting, house=house)
    await take_along(meeting, house=house)
    if meeting.is_group:
        await follow_group_meeting(meeting, house=house)


async def when_meeting_held(heard: Heard[MeetingEvent], *, house: House) -> None:
    """Nobody needs to be rung for an answer any more; what is due the same day is seen to."""
    meeting = await house.meetings.get(heard.event.meeting_id)
    if meeting is not None and heard.event.by is not None and not heard.republished:
        await settle_the_day(meeting, by=heard.event.by, house=house)
        await offer_debrief(meeting, house=house)
    waiting = await house.invitations.find({"meeting_id": heard.event.meeting_id})
    ids = [one.id for one in waiting if one.open_tasks or one.ask_at is not None]

    async def over(invitation_id: str) -> None:
        def end(it: Invitation) -> None:
            it.over(at=heard.event.at)

        await house.invitations.change(invitation_id, end)

    await asyncio.gather(*(over(invitation_id) for invitation_id in ids))
