"""Somebody's calendar answered an invitation: it meets the answer on the page, the latest counts (B37)."""

from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.meetings import Answer
from shared.contracts.notify import CalendarReplyReceivedV1
from shared.storage.store import Gone

_MEANS: dict[str, Answer | None] = {"accepted": "coming", "declined": "cannot", "tentative": None}


async def when_calendar_replied(heard: Heard[CalendarReplyReceivedV1], *, house: House) -> None:
    """Only the organiser's view changes: nobody else is written to (RFC 5546, rule 13)."""
    event = heard.event
    if heard.republished:
        return
    try:
        await house.invitations.change(
            event.invitation_id,
            lambda it: (
                it.reply_by_calendar(
                    _MEANS[event.partstat], sequence=event.sequence, dtstamp=event.dtstamp, heard_at=event.at
                )
                if it.person_id == event.person_id and it.hears(heard)
                else None
            ),
            by=event.person_id,
        )
    except Gone:
        return  # a reply to something that is not here any more
