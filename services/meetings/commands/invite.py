"""Tell everyone who is asked to a meeting what it is now: one invitation each, one letter each."""

import asyncio

from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.people import Participant
from services.meetings.storage.house import House


async def invite(meeting: Meeting, *, house: House) -> int:
    """Issue what has not been issued, and withdraw what no longer holds; the number of people told.

    Raises `NotApproved` (409) for a draft. May run again at any time: whoever knows already is told nothing.
    """
    meeting.demand_approved()
    known = await house.invitations_to(meeting.id)
    behind = [
        who
        for who in meeting.participants
        if who.person_id not in known or _knows_less(known[who.person_id], meeting)
    ]
    asked = {who.person_id for who in meeting.participants}
    gone = [
        one for one in known.values() if one.person_id not in asked and one.revision and not one.cancelled
    ]
    await asyncio.gather(
        *(_tell(meeting, who, house) for who in behind),
        *(_withdraw(meeting, one, house) for one in gone),
    )
    return len(behind) + len(gone)


def _knows_less(invitation: Invitation, meeting: Meeting) -> bool:
    return invitation.issue < meeting.issue or (invitation.cancelled and meeting.is_on)


async def _withdraw(meeting: Meeting, known: Invitation, house: House) -> None:
    at = house.clock.now()
    await house.invitations.change(known.id, lambda it: it.withdraw(meeting, at=at), by=meeting.approved_by)


async def _tell(meeting: Meeting, who: Participant, house: House) -> None:
    at = house.clock.now()
    await house.invitations.change(
        Invitation.id_for(meeting.id, who.person_id),
        lambda it: it.tell(meeting, at=at),
        new=lambda: Invitation.blank(meeting, who),
        by=meeting.approved_by,
    )
