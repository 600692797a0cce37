"""Our own minutes are approved: the meeting was held, and nobody has to write them any more.

The command has done it already. This is what is left when a process died in between.
"""

from services.meetings.commands.approve_minutes import finish_approval
from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.meetings import MeetingEvent
from shared.errors import Hidden


async def when_minutes_approved(heard: Heard[MeetingEvent], *, house: House) -> None:
    event = heard.event
    if event.by is None:
        return
    by = event.by
    try:
        await finish_approval(event.meeting_id, by=by, at=event.at, house=house)
    except Hidden:
        return  # minutes of a meeting that was erased ask for nothing
