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

_TELLS_OF_MINUTES = ("minutes-ready", "group-minutes")


async def when_letter_ended(heard: Heard[LetterEvent], *, house: House) -> None:
    """The letter's cause is an event of an invitation or of minutes; letters about anything else are none."""
    source, _, _ = heard.event.cause.rpartition(":")
    became, event = _BECAME[type(heard.event)], heard.event
    try:
        if source.startswith("invitation_"):
            await house.invitations.change(
                source, lambda it: it.note_delivery(became) if it.hears(heard) else None
            )
        elif source.startswith("minutes_") and event.letter.startswith(_TELLS_OF_MINUTES):
            await house.minutes.change(
                source, lambda it: it.note_letter(event.person_id, became, at=event.at)
            )
    except Gone:
        return
