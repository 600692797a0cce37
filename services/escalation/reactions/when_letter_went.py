from typing import Literal

from services.escalation.commands.advance_notice import go_past_unreached
from services.escalation.commands.take_note import take_note
from services.escalation.domain.deviation import Deviation
from services.escalation.domain.happened import Happened
from services.escalation.domain.notice_parts import LetterOutcome
from services.escalation.storage.house import Escalation
from shared.contracts.envelope import Heard
from shared.contracts.notify import LetterByHandV1, LetterSentV1, LetterUndeliverableV1

_FOR_THE_ABSENT = "group-minutes-absent"
_TO_THE_OWNER = "owner-notice"
_NOT_FOR_ME = "not-for-me"
_SHOW_THE_CHANNEL = frozenset({_TO_THE_OWNER, "owner-digest", "school-unreachable"})


async def when_letter_sent(heard: Heard[LetterSentV1], *, house: Escalation) -> None:
    """One of the absent has been written to (C11)."""
    event = heard.event
    await _note_channel(heard, works=True, house=house)
    if event.letter == _TO_THE_OWNER:
        await _note(heard, "sent", house=house)
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
    await _note_channel(heard, works=False, house=house)
    if event.reason == _NOT_FOR_ME and not heard.republished:
        await _record_deviation(heard, house=house)
    if event.letter != _TO_THE_OWNER:
        return
    await _note(heard, "bounced", reason=event.reason, house=house)
    if not heard.republished:
        notice_id = event.cause.rpartition(":")[0]
        await go_past_unreached(notice_id, event.person_id, house=house)


async def when_letter_by_hand(heard: Heard[LetterByHandV1], *, house: Escalation) -> None:
    """A notice that somebody has to bring in person: it stands in its history."""
    if heard.event.letter == _TO_THE_OWNER:
        await _note(heard, "by_hand", reason=heard.event.reason, house=house)


async def _record_deviation(heard: Heard[LetterUndeliverableV1], *, house: Escalation) -> None:
    """Somebody else has read it: a record with the law's 72 hours (P12)."""
    event = heard.event
    made = Deviation(
        id=Deviation.id_for(event.letter_id),
        case_id=event.case_id,
        school_id=event.school_id,
        letter_id=event.letter_id,
        person_id=event.person_id,
        known_at=event.at,
    )
    await house.deviations.add(made.record())


async def _note_channel(
    heard: Heard[LetterSentV1] | Heard[LetterUndeliverableV1], *, works: bool, house: Escalation
) -> None:
    """Whether letters to this contact of the owner arrive: what the daily try of the chains goes by (B29)."""
    event = heard.event
    if event.letter in _SHOW_THE_CHANNEL:
        await house.channels.note(event.person_id, works=works, at=event.at)


async def _note(
    heard: Heard[LetterSentV1] | Heard[LetterUndeliverableV1] | Heard[LetterByHandV1],
    outcome: Literal["sent", "bounced", "by_hand"],
    *,
    reason: str = "",
    house: Escalation,
) -> None:
    """Keep what became of a recipient's letter with the notice it is about (B30)."""
    event = heard.event
    told = LetterOutcome(
        letter_id=event.letter_id, person_id=event.person_id, outcome=outcome, at=event.at, reason=reason
    )
    notice_id = event.cause.rpartition(":")[0]
    if await house.notices.get(notice_id) is not None:
        await house.notices.change(notice_id, lambda it: it.note_letter(told))
