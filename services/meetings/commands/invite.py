"""Tell everyone who is asked to a meeting what it is now: one invitation each, one letter each."""

import asyncio

from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import Participant
from services.meetings.storage.house import House


async def invite(meeting: Meeting, *, house: House) -> int:
    """Issue what has not been issued; the number of people told. Raises `NotApproved` (409) for a draft.

    May run again at any time: whoever knows already is told nothing.
    """
    meeting.demand_approved()
    known = await house.invitations_to(meeting.id)
    behind = [
        who
        for who in meeting.participants
        if who.person_id not in known or known[who.person_id].issue < meeting.issue
    ]
    await asyncio.gather(*(_tell(meeting, who, house) for who in behind))
    return len(behind)


async def _tell(meeting: Meeting, who: Participant, house: House) -> None:
    at = house.clock.now()
    await house.invitations.change(
        Invitation.id_for(meeting.id, who.person_id),
        lambda it: it.tell(meeting, at=at),
        new=lambda: Invitation.blank(meeting, who),
        by=meeting.approved_by,
    )
