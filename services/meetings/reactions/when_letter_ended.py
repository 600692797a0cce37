"""A letter was sent, came back, or must be handled by a person: it shows beside the one invited (R6)."""

from services.meetings.domain.invitation import Delivery
from services.meetings.storage.house import House
from shared.contracts.envelope import Heard
from shared.contracts.notify import LetterByHandV1, LetterEvent, LetterSentV1, LetterUndeliverableV1
from shared.storage.store import Gone

_BECAME: dict[type[LetterEvent], Delivery] = {
    LetterSentV1: "sent",
    LetterUndeliverableV1: "undeliverable",
    LetterByHandV1: "by_hand",
}


async def when_letter_ended(heard: Heard[LetterEvent], *, house: House) -> None:
    """The letter's cause is the event of an invitation of ours; letters about anything else are none."""
    source, _, _ = heard.event.cause.rpartition(":")
    if not source.startswith("invitation_"):
        return
    became = _BECAME[type(heard.event)]
    try:
        await house.invitations.change(
            source, lambda it: it.note_delivery(became) if it.hears(heard) else None
        )
    except Gone:
        return
