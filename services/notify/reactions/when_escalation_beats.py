"""Escalation asks whether what it says gets all the way to the mail server."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from services.notify.domain.beat import BEAT_ID, BeatAnswer
from shared.contracts.envelope import Heard
from shared.contracts.escalation import EscalationBeatV1
from shared.errors import Unavailable
from shared.storage.store import Store

TOO_OLD = timedelta(minutes=2)


async def when_escalation_beats(
    heard: Heard[EscalationBeatV1], *, beats: Store[BeatAnswer], mail_server: Callable[[], Awaitable[None]]
) -> None:
    """Answer with whether the mail server answers; what lay long in the topic is no sign of life."""
    event = heard.event
    if heard.republished or datetime.now(UTC) - event.sent_at > TOO_OLD:
        return
    try:
        await mail_server()
        answers = True
    except Unavailable:
        answers = False
    await beats.change(
        BEAT_ID,
        lambda it: it.answer(event.number, event.sent_at, mail=answers),
        new=lambda: BeatAnswer(id=BEAT_ID),
    )
