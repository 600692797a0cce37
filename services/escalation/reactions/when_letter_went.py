from services.escalation.commands.advance_notice import go_past_unreached
from services.escalation.commands.take_note import take_note
from services.escalation.domain.happened import Happened
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.notify import LetterSentV1, LetterUndeliverableV1

_FOR_THE_ABSENT = "group-minutes-absent"
_TO_THE_OWNER = "owner-notice"


async def when_letter_sent(heard: Heard[LetterSentV1], *, house: Escalation) -> None:
    """One of the absent has been written to (C11)."""
    event = heard.event
    if event.letter != _FOR_THE_ABSENT:
        return
    letter = Happened(
        id=event.letter_id,
        kind="letter",
        case_id=event.case_id,
        at=event.at,
        about_id=event.person_id,
        cause=event.cause,
    )
    await take_note(letter, seq=heard.seq, house=house)


async def when_letter_undeliverable(heard: Heard[LetterUndeliverableV1], *, house: Escalation) -> None:
    """A notice that cannot reach its recipient does not wait for the time to run out."""
    event = heard.event
    if event.letter == _TO_THE_OWNER and not heard.republished:
        notice_id = event.cause.rpartition(":")[0]
        await go_past_unreached(notice_id, event.person_id, house=house)
